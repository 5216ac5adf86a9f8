"""Questions the commands ask about a schema: fields, JSON kinds, a short type text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from specloom import ir


def body_schema(api: ir.Api, operation: ir.Operation) -> ir.Schema | None:
    """Return the schema of the body that is sent by default, unwrapped."""
    from specloom.python import bodies

    shape = bodies.shape(api, operation)
    return shape.schema if shape else None


def arms(schema: ir.Schema | None, api: ir.Api) -> Iterator[ir.Schema]:
    """Yield every alternative of a schema once, unions opened, references followed."""
    waiting, seen = [schema] if schema is not None else [], set[int]()
    while waiting:
        found = api.resolve(waiting.pop(0))
        if id(found) in seen:
            continue
        seen.add(id(found))
        if isinstance(found, ir.Union):
            waiting = [*found.arms, *waiting]
        else:
            yield found


def properties(schema: ir.Schema | None, api: ir.Api) -> dict[str, ir.Property]:
    """Return the properties of an object, or of all objects of a union.

    A property is required where every object requires it, and takes what any takes.
    """
    from specloom.python import bodies

    objects = [item for item in arms(schema, api) if isinstance(item, ir.Object)]
    by_wire: dict[str, list[ir.Property]] = {}
    for item in objects:
        for found in item.properties:
            by_wire.setdefault(found.wire, []).append(found)
    return {
        wire: bodies.one(api, held, required=_everywhere(held, len(objects)))
        for wire, held in by_wire.items()
    }


def _everywhere(held: list[ir.Property], objects: int) -> bool:
    return len(held) == objects and all(item.required for item in held)


def required(schema: ir.Schema | None, api: ir.Api) -> frozenset[str]:
    """Return the wire names that every object of the schema requires."""
    needed = [
        frozenset(found.wire for found in item.properties if found.required)
        for item in arms(schema, api)
        if isinstance(item, ir.Object)
    ]
    return frozenset.intersection(*needed) if needed else frozenset()


def inside(schema: ir.Schema | None, step: str, api: ir.Api) -> ir.Schema | None:
    """Return the schema one step further: a property, or an item of a list."""
    for found in arms(schema, api):
        if isinstance(found, ir.Array):
            return found.items
    held = properties(schema, api).get(step)
    return held.schema if held else None


def kinds(schema: ir.Schema | None, api: ir.Api) -> frozenset[str]:
    """Return the JSON kinds a schema accepts; `any` where it does not say."""
    if schema is None:
        return frozenset({"any"})
    found: set[str] = set()
    for item in arms(schema, api):
        found |= _kinds(item)
    return frozenset(found)


def _kinds(schema: ir.Schema) -> set[str]:
    match schema:
        case ir.Text():
            return {"string"}
        case ir.Numeric():
            return {"number"}
        case ir.Boolean():
            return {"boolean"}
        case ir.Null():
            return {"null"}
        case ir.Enum(values=values):
            return {kind(value) for value in values}
        case ir.Array():
            return {"array"}
        case ir.Object():
            return {"object"}
        case _:
            return {"any"}


def kind(value: Any) -> str:
    """Return the JSON kind of a value."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int() | float():
            return "number"
        case str():
            return "string"
        case list():
            return "array"
        case _:
            return "object"


def type_text(schema: ir.Schema, api: ir.Api, depth: int = 4) -> str:
    """Return a schema as short text: `string`, `array<Shot>`, `integer | null`."""
    match schema:
        case ir.Ref(name=name):
            return (
                type_text(api.resolve(schema), api, depth)
                if _simple(schema, api)
                else name
            )
        case ir.Union(arms=held) if depth:
            texts = (type_text(arm, api, depth - 1) for arm in _opened(held))
            return " | ".join(dict.fromkeys(texts))
        case ir.Array(items=items) if depth:
            return f"array<{type_text(items, api, depth - 1)}>"
        case ir.Numeric(integer=integer):
            return "integer" if integer else "number"
        case ir.Enum():
            return " | ".join(sorted(_kinds(schema)))
        case ir.Anything() | ir.Nothing():
            return "any" if isinstance(schema, ir.Anything) else "nothing"
        case _:
            return next(iter(_kinds(schema)), "object")


def _opened(held: tuple[ir.Schema, ...]) -> Iterator[ir.Schema]:
    for arm in held:
        if isinstance(arm, ir.Union):
            yield from _opened(arm.arms)
        else:
            yield arm


def _simple(schema: ir.Ref, api: ir.Api) -> bool:
    found = api.resolve(schema)
    return not isinstance(found, ir.Object | ir.Union | ir.Enum)


def allowed(schema: ir.Schema | None, api: ir.Api) -> tuple[Any, ...]:
    """Return the values a schema allows, when it is a list of values (null aside)."""
    found = [item for item in arms(schema, api) if not isinstance(item, ir.Null)]
    enums = [item for item in found if isinstance(item, ir.Enum)]
    if not enums or len(enums) != len(found):
        return ()
    values = {repr(value): value for item in enums for value in item.values}
    return tuple(values.values())
