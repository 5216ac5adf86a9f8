"""Which property tells the arms of a union apart, declared or evident."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from specloom import ir

Value: TypeAlias = str | int


@dataclass(frozen=True, slots=True)
class Tag:
    """A property and, for each arm that is not null, the values that lead to it."""

    wire: str
    values: tuple[tuple[Value, ...], ...]
    default: int | None = None


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
    arms = [arm for arm in flattened(api, union) if not isinstance(arm, ir.Null)]
    found = [api.resolve(arm) for arm in arms]
    objects = [item for item in found if isinstance(item, ir.Object)]
    if len(arms) < 2 or len(objects) != len(arms):
        return None
    if union.discriminator is not None:
        return _declared(api, union, union.discriminator, arms, objects)
    return _evident(api, objects)


def _declared(
    api: ir.Api,
    union: ir.Union,
    said: ir.Discriminator,
    arms: Sequence[ir.Schema],
    objects: Sequence[ir.Object],
) -> Tag | None:
    places = [index for index, arm in enumerate(union.arms) if _counts(arm)]
    own = [id(api.resolve(union.arms[index])) for index in places]
    if own != [id(found) for found in objects]:
        return _evident(api, objects)
    values = [
        tuple(tag for tag, index in said.mapping if index == place) for place in places
    ]
    completed = [
        given or _constants(api, found, said.property)
        for given, found in zip(values, objects, strict=True)
    ]
    default = places.index(said.default) if said.default in places else None
    return _tag(said.property, completed, objects, default)


def _counts(arm: ir.Schema) -> bool:
    return not isinstance(arm, ir.Null)


def _evident(api: ir.Api, objects: Sequence[ir.Object]) -> Tag | None:
    first, *rest = objects
    for item in first.properties:
        values = [_constants(api, found, item.wire) for found in (first, *rest)]
        found = _tag(item.wire, values, objects, None)
        if found is not None:
            return found
    return None


def _tag(
    wire: str,
    values: list[tuple[Value, ...]],
    objects: Sequence[ir.Object],
    default: int | None,
) -> Tag | None:
    every = [value for given in values for value in given]
    if not all(values) or len(set(every)) != len(every):
        return None
    optional = [i for i, found in enumerate(objects) if not _requires(found, wire)]
    if default is None and len(optional) > 1:
        return None
    if default is None and optional:
        default = optional[0]
    return Tag(wire, tuple(values), default)


def _requires(found: ir.Object, wire: str) -> bool:
    return any(item.wire == wire and item.required for item in found.properties)


def _constants(api: ir.Api, found: ir.Object, wire: str) -> tuple[Value, ...]:
    for item in found.properties:
        enum = api.resolve(item.schema)
        if item.wire == wire and isinstance(enum, ir.Enum):
            fitting = tuple(value for value in enum.values if _is_tag(value))
            return fitting if len(fitting) == len(enum.values) else ()
    return ()


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
        tag = of(api, union)
        for arm in flattened(api, union):
            target = api.resolve(arm)
            if isinstance(target, ir.Object):
                wires = _single(target) if tag is None else frozenset({tag.wire})
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
