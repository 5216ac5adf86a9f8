"""`specloom completion`: prints the script that completes commands in a shell."""

from __future__ import annotations

import click

from specloom.cli import console, words

EXAMPLE = 'Example: eval "$(specloom completion bash)"'


@click.command(epilog=EXAMPLE)
@click.argument("shell", type=words.Word(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print a completion script for SHELL."""
    from click.shell_completion import get_completion_class

    from specloom.cli.main import cli

    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"No completion for `{shell}`")
    console.result(found(cli, {}, "specloom", "_SPECLOOM_COMPLETE").source())
