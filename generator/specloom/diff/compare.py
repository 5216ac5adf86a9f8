"""Two APIs: every change, on the wire and in Python, in a stable order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from specloom import ir

from . import surface
from .change import Change
from .operations import operation


def compare(old: ir.Api, new: ir.Api) -> tuple[Change, ...]:
    """Return every change from `old` to `new`, those that break first."""
    before, after = surface.planned(old), surface.planned(new)
    calls = {call.operation.key: call.text for call in before.values()}
    calls |= {call.operation.key: call.text for call in after.values()}
    wire = tuple(_operations(old, new))
    found = dict.fromkeys((*wire, *surface.compare(old, new), *surface.fields(wire)))
    named = (
        change
        if change.call
        else replace(change, call=calls.get(change.operation or ""))
        for change in found
    )
    return tuple(sorted(named, key=_rank))


def _operations(old: ir.Api, new: ir.Api) -> Iterator[Change]:
    was = {item.key: item for item in old.operations}
    now = {item.key: item for item in new.operations}
    for key in was.keys() - now.keys():
        rule = "with" if was[key].deprecated else "without"
        yield Change(
            rule=f"api-removed-{rule}-deprecation",
            text="the operation is gone",
            operation=key,
        )
    for key in now.keys() - was.keys():
        text = "the operation is new"
        yield Change(rule="endpoint-added", text=text, operation=key)
    for key in was.keys() & now.keys():
        yield from operation(was[key], now[key], old, new)


def _rank(change: Change) -> tuple[int, str, str, str, str]:
    order = {"breaking": 0, "risky": 1, "compatible": 2}
    place = (change.operation or "", change.where, change.rule, change.text)
    return (order[change.effect], *place)
