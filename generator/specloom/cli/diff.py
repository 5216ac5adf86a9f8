"""`specloom diff`: what changed between two descriptions, and whom it breaks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from specloom.cli import console, lookup, options, words
from specloom.cli.exits import Exit

if TYPE_CHECKING:
    from specloom.cli.lookup import Spec
    from specloom.diff.change import Change

TITLES = {"breaking": "Breaking", "risky": "Risky", "compatible": "Compatible"}


@click.command(epilog="Example: specloom diff main:openapi.yaml openapi.yaml")
@click.argument("old", type=words.SpecName())
@click.argument("new", type=words.SpecName())
@click.option(
    "--format",
    "form",
    type=words.Word(["text", "json", "markdown"]),
    default="text",
    help="How changes are written.",
)
@click.option(
    "--fail-on",
    type=words.Word(["breaking", "risky", "any"]),
    help="Exit 1 when there is such a change.",
)
@options.json_option
def command(
    old: str,
    new: str,
    form: str,
    fail_on: str | None,
    as_json: bool,
) -> int:
    """Say what changed from OLD to NEW, on the wire and in the Python client.

    Each is a client, a path, a folder, a URL, or a file of a git revision:
    `main:specs/shop/openapi.json`.
    """
    from specloom.cli import revisions

    everything: list[Change] = []
    with revisions.side(old) as before, revisions.side(new) as after:
        for name in _names(before, after):
            changes = _changes(before.get(name), after.get(name))
            everything += changes
            _show(changes, name, "json" if as_json else form)
    return Exit.PROBLEMS if _fails(everything, fail_on) else Exit.DONE


def _names(before: dict[str, Spec], after: dict[str, Spec]) -> list[str]:
    if len(before) == len(after) == 1:
        (old,), (new,) = before, after
        after[old] = after.pop(new)
        return [old]
    return sorted({*before, *after})


def _changes(before: Spec | None, after: Spec | None) -> list[Change]:
    from specloom import ir
    from specloom.diff.compare import compare

    nothing = ir.Api(title="")
    old = lookup.load(before).api if before else nothing
    new = lookup.load(after).api if after else nothing
    if before is None or after is None:
        return [item for item in compare(old, new) if not item.rule.endswith("renamed")]
    return list(compare(old, new))


def _fails(changes: Iterable[Change], fail_on: str | None) -> bool:
    failing = {
        "breaking": ("breaking",),
        "risky": ("breaking", "risky"),
        "any": ("breaking", "risky", "compatible"),
    }
    wanted = failing.get(fail_on or "", ())
    return any(change.effect in wanted for change in changes)


def _show(changes: list[Change], name: str, form: str) -> None:
    if form == "json":
        for change in changes:
            console.line({"event": "change", "name": name, **change.to_dict()})
        console.line({"event": "summary", "name": name, **_summary(changes)})
        return
    write = _markdown if form == "markdown" else _text
    console.result("\n".join(write(changes, name)))


def _summary(changes: list[Change]) -> dict[str, Any]:
    from specloom.diff.change import step

    counts = {
        effect: sum(change.effect == effect for change in changes) for effect in TITLES
    }
    touched = sorted({change.call for change in changes if change.call})
    return {**counts, "step": step(changes), "calls": touched}


def _text(changes: list[Change], name: str) -> list[str]:
    lines = [f"{name}:"] if name else []
    for effect, title in TITLES.items():
        chosen = [change for change in changes if change.effect == effect]
        if chosen:
            lines += [f"{title}:", *(f"  {_row(change)}" for change in chosen)]
    found = _summary(changes)
    counts = ", ".join(f"{found[effect]} {effect}" for effect in TITLES)
    head = f"{counts}; asks for a {found['step']} release"
    return [*lines, head if changes else "no change"]


def _row(change: Change) -> str:
    place = " ".join(part for part in (change.operation, change.where) if part)
    call = f" ({change.call})" if change.call else ""
    return f"{place}{call}: {change.text} [{change.rule}]".removeprefix(": ")


def _markdown(changes: list[Change], name: str) -> list[str]:
    lines = [f"## {name}", ""] if name else []
    for effect, title in TITLES.items():
        chosen = [change for change in changes if change.effect == effect]
        if chosen:
            lines += [f"### {title}", "", *_table(("where", "call", "change", "rule"))]
            lines += [_cells(change) for change in chosen]
            lines.append("")
    found = _summary(changes)
    return [*lines, f"Asks for a **{found['step']}** release."]


def _table(titles: tuple[str, ...]) -> tuple[str, str]:
    return f"| {' | '.join(titles)} |", "|---" * len(titles) + "|"


def _cells(change: Change) -> str:
    place = " ".join(part for part in (change.operation, change.where) if part)
    coded = (f"`{text}`" if text else "" for text in (place, change.call))
    cells = (*coded, change.text, f"`{change.rule}`")
    escaped = (cell.replace("|", "\\|").replace("\n", " ") for cell in cells)
    return f"| {' | '.join(escaped)} |"
