"""`specloom explain-code`: what a diagnostic's code means."""

from __future__ import annotations

import click

from specloom.cli import console, options, words
from specloom.cli.exits import Exit
from specloom.suggest import did_you_mean


@click.command(epilog="Example: specloom explain-code SPEC021")
@click.argument("code", type=words.CodeName())
@options.json_option
def command(code: str, as_json: bool) -> int:
    """Explain a diagnostic's CODE: the reason behind it and what to do.

    docs/diagnostics.md lists all of them.
    """
    return explain(code, as_json=as_json)


def explain(code: str, *, as_json: bool) -> int:
    """Print what a code means."""
    from specloom.codes import CODES

    found = CODES.get(code.upper())
    if found is None:
        hint = did_you_mean(code, CODES)
        raise click.UsageError(
            f"No code `{code}`{hint or '; docs/diagnostics.md has all'}"
        )
    if as_json:
        row = {"code": code.upper(), "title": found.title, "text": found.text}
        console.line(row)
    else:
        console.result(f"{code.upper()}: {found.title}\n{found.text}")
    return Exit.DONE
