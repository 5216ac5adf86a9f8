"""The words that tell the arms of a union apart: they stand in the names of types."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from specloom import ir
from specloom.python import tags

Tagged: TypeAlias = tuple[tags.Tag, tuple[ir.Schema, ...]]


def words(
    api: ir.Api, arms: Sequence[ir.Schema], tagged: Tagged | None
) -> tuple[str, ...]:
    """Return a word for each arm: its tag, title, constant, property, kind or place.

    Whatever two arms have alike tells nothing; such arms are counted. The only list
    has an empty word: its items are named as those of any list.
    """
    named = {
        id(arm): str(values[0])
        for tag, objects in ([tagged] if tagged else [])
        for arm, values in zip(objects, tag.values, strict=True)
    }
    found = [
        named.get(id(arm)) or arm.meta.title or _word(api, arm, arms) for arm in arms
    ]
    times = Counter(found)
    return tuple(
        word if word is not None and times[word] == 1 else f"variant {place}"
        for place, word in enumerate(found, start=1)
    )


def _word(api: ir.Api, arm: ir.Schema, arms: Sequence[ir.Schema]) -> str | None:
    match arm:
        case ir.Object():
            return _constant(api, arm) or _own(arm, arms) or "object"
        case ir.Array():
            return ""
        case ir.Enum():
            return "enum"
        case ir.Text():
            return "text"
        case ir.Numeric():
            return "number"
        case _:
            return None


def _constant(api: ir.Api, arm: ir.Object) -> str | None:
    """Return the text that a required property of an object always has."""
    for item in arm.properties:
        values = tags.constants(api, arm, item.wire) if item.required else ()
        if len(values) == 1 and isinstance(values[0], str):
            return values[0]
    return None


def _own(arm: ir.Object, arms: Sequence[ir.Schema]) -> str | None:
    """Say which property only this object requires."""
    others = {
        wire
        for other in arms
        if isinstance(other, ir.Object) and other is not arm
        for wire in _required(other)
    }
    own = [wire for wire in _required(arm) if wire not in others]
    return f"with {own[0]}" if len(own) == 1 and others else None


def _required(arm: ir.Object) -> list[str]:
    return [item.wire for item in arm.properties if item.required]
