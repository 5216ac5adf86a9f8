"""The command line's front door: finds a command, runs it, ends with its exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

from specloom import __version__
from specloom.cli import console
from specloom.cli.commands import COMMANDS, SECTIONS
from specloom.cli.exits import Exit


class Commands(click.Group):
    """A group that imports a command's module when the command is run."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args and not ctx.resilient_parsing:
            print(self.get_help(ctx), file=sys.stderr)
            ctx.exit(Exit.USAGE)
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        module = import_module(f"specloom.cli.{entry.module}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self,
        ctx: click.Context,
        args: list[str],
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from specloom.suggest import did_you_mean

            hint = did_you_mean(args[0], COMMANDS)
            raise click.UsageError(f"No such command `{args[0]}`{hint or '.'}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(
        self,
        ctx: click.Context,
        formatter: click.HelpFormatter,
    ) -> None:
        for section in SECTIONS:
            rows = [
                (f"{name:<12}", entry.help)
                for name, entry in COMMANDS.items()
                if entry.section == section
            ]
            with formatter.section(section):
                formatter.write_dl(rows, col_max=16)


@click.command(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: specloom demo",
)
@click.version_option(__version__, "-V", "--version", prog_name="specloom")
def cli() -> None:
    """Typed Python clients from API descriptions, with jobs that always land."""


def execute(arguments: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code."""
    try:
        result = cli.main(
            args=None if arguments is None else list(arguments),
            prog_name="specloom",
            standalone_mode=False,
        )
    except click.Abort:
        return Exit.INTERRUPTED
    except click.ClickException as error:
        show(error)
        return error.exit_code
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        _silence_stdout()
        return Exit.DONE
    except Exception as error:  # our fault, whatever it is: the traceback and code 70
        return crashed(error)
    return result if isinstance(result, int) else Exit.DONE


def run(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run as a program."""
    sys.exit(int(execute(arguments)))


def show(error: click.ClickException) -> None:
    """Print what went wrong and the next step to stderr."""
    context: Any = getattr(error, "ctx", None)
    if items := getattr(error, "items", ()):
        from specloom.cli import diagnose

        diagnose.show(items, "text")
        return
    console.note(f"{console.painted('error: ', 'red')}{error.format_message()}")
    if isinstance(error, click.UsageError) and context is not None:
        print(f"see: {context.command_path} --help", file=sys.stderr)


def crashed(error: Exception) -> int:
    """Print a fault of ours with its traceback."""
    import traceback

    traceback.print_exception(error)
    print(
        "error: this is a fault of specloom, not yours; please report it with the "
        "lines above",
        file=sys.stderr,
    )
    return Exit.FAULT


def _silence_stdout() -> None:
    """Keep the interpreter from failing again when it flushes a closed pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
