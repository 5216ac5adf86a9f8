"""Which property tells the arms of a union apart, declared or evident."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from specloom import ir

Value: TypeAlias = str | int


@dataclass(frozen=True, slots=True)
class Tag:
    """A property and, for each arm that is not null, the values that lead to it."""

    wire: str
    values: tuple[tuple[Value, ...], ...]
    default: int | None = None
    """The arm of what has no tag."""
    rest: bool = False
    """A value that leads nowhere leads to the default arm, too."""


_MOST_ARMS = 500


def flattened(api: ir.Api, union: ir.Union) -> tuple[ir.Schema, ...]:
    """Return the arms of a union, those of unions in it in their place, each once."""
    arms: dict[int, ir.Schema] = {}
    seen = {id(union)}
    pending = list(reversed(union.arms))
    while pending and len(arms) < _MOST_ARMS:
        arm = pending.pop()
        target = api.resolve(arm)
        if not isinstance(target, ir.Union):
            arms.setdefault(id(target), arm)
        elif id(target) not in seen:
            seen.add(id(target))
            pending.extend(reversed(target.arms))
    return tuple(arms.values())


def of(api: ir.Api, union: ir.Union) -> Tag | None:
    """Return the tag of a union; None where its arms are told apart by their shape."""
    found = among(api, union)
    return found[0] if found and len(found[1]) == len(_real(api, union)) else None


def among(api: ir.Api, union: ir.Union) -> tuple[Tag, tuple[ir.Schema, ...]] | None:
    """Return the tag of the objects in a union, and these; None where they have none.

    The other arms are texts, numbers, lists: no object can be meant for one of them.
    """
    arms = [arm for arm in _real(api, union) if isinstance(api.resolve(arm), ir.Object)]
    found = [api.resolve(arm) for arm in arms]
    objects = [item for item in found if isinstance(item, ir.Object)]
    if len(objects) < 2:
        return None
    said = union.discriminator
    declared = None if said is None else _declared(api, union, said, objects)
    tag = declared if said is not None else _evident(api, objects)
    return (tag, tuple(arms)) if tag is not None else None


def _real(api: ir.Api, union: ir.Union) -> list[ir.Schema]:
    arms = flattened(api, union)
    return [arm for arm in arms if not isinstance(arm, ir.Null)]


def _declared(
    api: ir.Api,
    union: ir.Union,
    said: ir.Discriminator,
    objects: Sequence[ir.Object],
) -> Tag | None:
    places = [index for index, arm in enumerate(union.arms) if _counts(api, arm)]
    own = [id(api.resolve(union.arms[index])) for index in places]
    if own != [id(found) for found in objects]:
        return _evident(api, objects)
    values = [
        tuple(tag for tag, index in said.mapping if index == place) for place in places
    ]
    completed = [
        spelled(api, found, said.property, given)
        or constants(api, found, said.property)
        for given, found in zip(values, objects, strict=True)
    ]
    default = places.index(said.default) if said.default in places else None
    tag = _tag(api, said.property, completed, objects, default)
    return tag and replace(tag, rest=default is not None)


def spelled(
    api: ir.Api, found: ir.Object, wire: str, tags: Iterable[str]
) -> tuple[Value, ...]:
    """Return the tags of an arm as its property has them: `1` may be a number."""
    by_text = {str(value): value for value in constants(api, found, wire)}
    return tuple(by_text.get(tag, tag) for tag in tags)


def _counts(api: ir.Api, arm: ir.Schema) -> bool:
    return isinstance(api.resolve(arm), ir.Object | ir.Union)


def _evident(api: ir.Api, objects: Sequence[ir.Object]) -> Tag | None:
    first, *rest = objects
    for item in first.properties:
        values = [constants(api, found, item.wire) for found in (first, *rest)]
        found = _tag(api, item.wire, values, objects, None)
        if found is not None:
            return found
    return None


def _tag(
    api: ir.Api,
    wire: str,
    values: list[tuple[Value, ...]],
    objects: Sequence[ir.Object],
    default: int | None,
) -> Tag | None:
    every = [value for given in values for value in given]
    if not all(values) or len(set(every)) != len(every):
        return None
    optional = [i for i, found in enumerate(objects) if not _requires(api, found, wire)]
    if default is None and len(optional) > 1:
        return None
    if default is None and optional:
        default = optional[0]
    return Tag(wire, tuple(values), default)


def _requires(api: ir.Api, found: ir.Object, wire: str) -> bool:
    return any(
        item.wire == wire and item.required and not _takes_null(api, item.schema)
        for item in found.properties
    )


def _takes_null(api: ir.Api, schema: ir.Schema) -> bool:
    found = api.resolve(schema)
    return isinstance(found, ir.Union) and any(
        isinstance(arm, ir.Null) for arm in found.arms
    )


def constants(api: ir.Api, found: ir.Object, wire: str) -> tuple[Value, ...]:
    """Return the values of a property that has no others; empty where it may."""
    for item in found.properties:
        if item.wire == wire:
            values = _values(api, api.resolve(item.schema))
            fitting = tuple(value for value in values if _is_tag(value))
            return fitting if len(fitting) == len(values) else ()
    return ()


def _values(api: ir.Api, schema: ir.Schema) -> tuple[ir.Json, ...]:
    """Return the values of an enum, those of one that may be null, too."""
    if isinstance(schema, ir.Union):
        real = [arm for arm in schema.arms if not isinstance(arm, ir.Null)]
        schema = api.resolve(real[0]) if len(real) == 1 else schema
    return schema.values if isinstance(schema, ir.Enum) else ()


def _is_tag(value: object) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool)


def closed(api: ir.Api, roots: Iterable[ir.Schema]) -> dict[int, frozenset[str]]:
    """Return, by identity of an object, the properties whose values stay closed.

    In answers enums are open, but for what tells the arms of a union apart.
    """
    found: dict[int, frozenset[str]] = {}
    for union in _every([*(named.schema for named in api.schemas.values()), *roots]):
        if not isinstance(union, ir.Union):
            continue
        tag = among(api, union)
        for arm in flattened(api, union):
            target = api.resolve(arm)
            if isinstance(target, ir.Object):
                wires = _single(target) if tag is None else frozenset({tag[0].wire})
                found[id(target)] = found.get(id(target), frozenset()) | wires
    return found


def _single(found: ir.Object) -> frozenset[str]:
    return frozenset(
        item.wire
        for item in found.properties
        if isinstance(item.schema, ir.Enum) and len(item.schema.values) == 1
    )


def wires(api: ir.Api, roots: Iterable[ir.Schema]) -> frozenset[str]:
    """Return every property name that could be the name of a class."""
    return frozenset(
        item.wire
        for schema in _every(
            [*(named.schema for named in api.schemas.values()), *roots]
        )
        if isinstance(schema, ir.Object)
        for item in schema.properties
        if item.wire[:1].isupper()
    )


def _every(schemas: list[ir.Schema]) -> Iterator[ir.Schema]:
    """Yield some schemas and all below them, not following references."""
    pending = schemas
    while pending:
        schema = pending.pop()
        yield schema
        pending.extend(inner(schema))


def inner(schema: ir.Schema) -> Iterator[ir.Schema]:
    """Yield the schemas directly inside a schema."""
    match schema:
        case ir.Array():
            yield from (schema.items, *schema.prefix)
        case ir.Union():
            yield from schema.arms
        case ir.Object():
            yield from (item.schema for item in schema.properties)
            yield from (found for _, found in schema.patterns)
            yield from (part for part in (schema.extra, schema.key_schema) if part)
        case _:
            return
