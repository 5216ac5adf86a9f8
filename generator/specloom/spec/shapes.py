"""Shapes of schemas, without what is said about them, and values without repetition."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from specloom import ir
from specloom.spec.conforms import same

_BLANK = ir.Meta()


def plain(value: Any) -> Any:
    """Return a schema without what is said about it, for comparing shapes."""
    match value:
        case ir.Meta():
            return _BLANK
        case tuple():
            return tuple(plain(item) for item in value)
        case ir.Enum():
            return ir.Enum(values=tuple(_frozen(item) for item in value.values))
        case ir.Property():
            return ir.Property(
                wire=value.wire, schema=plain(value.schema), required=value.required
            )
        case _ if hasattr(value, "meta"):
            return replace(
                value,
                **{
                    item.name: plain(getattr(value, item.name))
                    for item in fields(value)
                },
            )
        case _:
            return value


def alike(one: ir.Schema, other: ir.Schema) -> bool:
    """Whether two schemas have one shape and say the same of their fields."""
    return plain(one) == plain(other) and _told(one) == _told(other)


def _told(schema: ir.Schema) -> list[ir.Meta]:
    """Return what is said of the fields of a schema, its own places left out."""
    found: list[ir.Meta] = []
    pending: list[ir.Schema] = [schema]
    while pending:
        match pending.pop():
            case ir.Object(properties=properties):
                below = [item.schema for item in properties]
                metas = (item.meta for item in properties)
                found += [replace(meta, pointer="") for meta in metas]
            case ir.Array(items=items, prefix=prefix):
                below = [*prefix, items]
            case ir.Union(arms=arms):
                below = [*arms]
            case _:
                continue
        found += [replace(item.meta, pointer="") for item in below]
        pending += below
    return found


def _frozen(value: Any) -> Any:
    """Keep `1`, `1.0` and `true` apart where values are compared by shape."""
    return value if isinstance(value, str) else (type(value).__name__, repr(value))


def distinct(values: Iterable[ir.Json]) -> tuple[ir.Json, ...]:
    """Return the values without repetition, in order."""
    found: list[ir.Json] = []
    texts: set[str] = set()
    for value in values:
        if isinstance(value, str):
            if value not in texts:
                texts.add(value)
                found.append(value)
        elif not any(same(value, item) for item in found):
            found.append(value)
    return tuple(found)
