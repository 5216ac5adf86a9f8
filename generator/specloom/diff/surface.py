"""Two generated clients: what code that calls them has to change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from specloom import ir
from specloom.python import arguments, calls, names
from specloom.python.calls import Call

from .change import Change

FIELD_REMOVED: Final = (
    "response-required-property-removed",
    "response-optional-property-removed",
)


def compare(old: ir.Api, new: ir.Api) -> Iterator[Change]:
    """Yield what changed in call paths, kinds and arguments."""
    yield from _names(old, new)
    was, now = dict(planned(old)), dict(planned(new))
    pairs = [(was.pop(key), now.pop(key)) for key in sorted(was.keys() & now.keys())]
    gone = {call.text: call for call in was.values()}
    fresh = {call.text: call for call in now.values()}
    moved = sorted(gone.keys() & fresh.keys())
    pairs += [(gone.pop(text), fresh.pop(text)) for text in moved]
    for text in sorted(gone):
        yield _change("python-call-removed", f"{text} is gone", gone[text])
    for text in sorted(fresh):
        yield _change("python-call-added", f"{text} is new", fresh[text])
    for before, after in pairs:
        yield from _call(before, after, old, new)


def fields(wire: Iterable[Change]) -> Iterator[Change]:
    """Yield the attributes of results that are gone with a field of an answer."""
    for change in wire:
        if change.rule in FIELD_REMOVED:
            text = "the attribute is gone"
            yield replace(change, rule="python-field-removed", text=text)


def planned(api: ir.Api) -> Mapping[str, Call]:
    """Return every method by operation and flavour."""
    return {
        f"{call.operation.key}{' stream' if call.stream else ''}": call
        for call in calls.plan(api)
    }


def _change(rule: str, text: str, call: Call, where: str = "") -> Change:
    return Change(
        rule=rule, text=text, where=where, operation=call.operation.key, call=call.text
    )


def _names(old: ir.Api, new: ir.Api) -> Iterator[Change]:
    pairs = (
        ("package", old.package or old.title, new.package or new.title, names.snake),
        (
            "class",
            old.class_name or old.title,
            new.class_name or new.title,
            names.pascal,
        ),
    )
    for what, before, after, spell in pairs:
        if spell(before) != spell(after):
            text = f"the {what} was {spell(before)}, is {spell(after)}"
            yield Change(rule=f"python-{what}-renamed", text=text)


def _call(was: Call, now: Call, old: ir.Api, new: ir.Api) -> Iterator[Change]:
    if was.text != now.text:
        text = f"{was.text} is called {now.text} now"
        yield _change("python-call-renamed", text, now)
    if was.kind != now.kind:
        text = f"it returned a {was.kind} call's value, now a {now.kind} call's"
        yield _change("python-kind-changed", text, now)
    before = arguments.of(old, was.operation, switch=_switched(was))
    after = arguments.of(new, now.operation, switch=_switched(now))
    positional = [item.python for item in before.positional]
    if positional != [item.python for item in after.positional]:
        text = "the positional arguments changed"
        yield _change("python-positional-arguments-changed", text, now)
    yield from _arguments(
        {item.python: item for item in before.every},
        {item.python: item for item in after.every},
        now,
    )


def _switched(call: Call) -> bool:
    return call.operation.stream_switch is not None


def _arguments(
    was: Mapping[str, arguments.Argument],
    now: Mapping[str, arguments.Argument],
    call: Call,
) -> Iterator[Change]:
    for name in sorted(was.keys() - now.keys()):
        yield _change("python-argument-removed", f"{name}= is gone", call, name)
    for name in sorted(now.keys() - was.keys()):
        required = now[name].required
        rule = f"python-{'required-' if required else ''}argument-added"
        need = "required" if required else "optional"
        yield _change(rule, f"{name}= is new and {need}", call, name)
    for name in sorted(was.keys() & now.keys()):
        if now[name].required and not was[name].required:
            text = f"{name}= is required now"
            yield _change("python-argument-became-required", text, call, name)
        if was[name].required and not now[name].required:
            text = f"{name}= is optional now"
            yield _change("python-argument-became-optional", text, call, name)
