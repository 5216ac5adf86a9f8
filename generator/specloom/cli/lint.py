"""`specloom lint`: diagnostics only."""

from __future__ import annotations

import click

from specloom.cli import console, diagnose, lookup, options
from specloom.cli.exits import Exit


@click.command(epilog="Example: specloom lint openapi.yaml --format github")
@options.optional_spec_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(diagnose.FORMATS),
    default="text",
    help="How diagnostics are written.",
)
@click.option("--strict", is_flag=True, help="Warnings end in exit code 1, too.")
@click.option("--explain", metavar="CODE", help="Explain one code instead.")
@options.json_option
def command(
    source: lookup.Source | None,
    form: str,
    strict: bool,
    explain: str | None,
    as_json: bool,
) -> int:
    """Show what is wrong in SPEC, with places and next steps."""
    if explain:
        from specloom.cli import explain_code

        return explain_code.explain(explain, as_json=as_json)
    if source is None:
        raise click.UsageError("Give SPEC, or --explain CODE")
    found = lookup.spec(source)
    loaded = lookup.load(found)
    items = diagnose.placed(loaded.report, loaded)
    diagnose.show(items, "json" if as_json else form)
    if not as_json:
        console.note(f"{found.name}: {diagnose.summary(loaded)}")
    failing = diagnose.problems(loaded) if strict else len(loaded.report.errors)
    return Exit.PROBLEMS if failing else Exit.DONE
