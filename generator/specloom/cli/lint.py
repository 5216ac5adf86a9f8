"""`specloom lint`: diagnostics only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import click

from specloom.cli import console, diagnose, ledger, lookup, options, words
from specloom.cli.exits import Exit


@click.command(epilog="Example: specloom lint openapi.yaml --format github")
@options.spec_arguments
@click.option(
    "--format",
    "form",
    type=words.Word(diagnose.FORMATS),
    default="text",
    help="How diagnostics are written.",
)
@click.option("--strict", is_flag=True, help="Warnings end in exit code 1, too.")
@click.option(
    "--explain",
    type=words.CodeName(),
    metavar="CODE",
    help="Explain one code instead.",
)
@options.json_option
def command(
    sources: list[lookup.Source],
    form: str,
    strict: bool,
    explain: str | None,
    as_json: bool,
) -> int:
    """Show what is wrong in each SPEC, with places and next steps."""
    if explain:
        from specloom.cli import explain_code

        return explain_code.explain(explain, as_json=as_json)
    if not sources:
        raise click.UsageError("Give SPEC, or --explain CODE")
    looked = [_look(found) for found in map(lookup.spec, sources)]
    items = [item for linted in looked for item in linted.items]
    diagnose.show(items, "json" if as_json else form)
    for linted in looked:
        if linted.figures is not None and as_json:
            console.line(linted.figures)
        elif not as_json:
            console.note(linted.summary)
    failing = ("error", "warning") if strict else ("error",)
    found = any(item.diagnostic.severity in failing for item in items)
    return Exit.PROBLEMS if found else Exit.DONE


@dataclass(frozen=True, slots=True)
class _Linted:
    """What was found in one description."""

    items: Sequence[diagnose.Placed]
    summary: str
    figures: dict[str, Any] | None = None


def _look(found: lookup.Spec) -> _Linted:
    try:
        loaded = lookup.load(found)
    except lookup.DocumentFault as fault:
        return _Linted(fault.items, f"{found.name}: cannot be read")
    items = diagnose.placed(loaded.report, loaded)
    figures = ledger.figures(found.name, loaded)
    summary = f"{found.name}: {diagnose.summary(loaded)}; {ledger.text(figures)}"
    return _Linted(items, summary, figures)
