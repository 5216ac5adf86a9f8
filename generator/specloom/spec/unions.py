"""Unions: arms made flat and distinct, tags found, completed and checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from specloom import ir
from specloom.spec.conforms import Resolve
from specloom.spec.meta import with_meta
from specloom.spec.shapes import distinct, plain

MAX_ARMS = 1000


def union(
    arms: Iterable[ir.Schema],
    *,
    exactly_one: bool,
    discriminator: ir.Discriminator | None = None,
    meta: ir.Meta | None = None,
) -> ir.Schema:
    """Return the simplest schema that means one of these; null comes last."""
    meta = meta or ir.Meta()
    flat, exact = _flat(arms, exactly_one)
    if any(isinstance(arm, ir.Anything) for arm in flat):
        return ir.Anything(meta=meta)
    found = _without_repetition(flat)
    nulls = [arm for arm in found if isinstance(arm, ir.Null)]
    others: list[ir.Schema] = [
        arm for arm in found if not isinstance(arm, ir.Null | ir.Nothing)
    ]
    result = (*_one_enum(others), *nulls[:1])
    match result:
        case ():
            return ir.Nothing(meta=meta)
        case (only,):
            return only
    return ir.Union(
        arms=result, exactly_one=exact, discriminator=discriminator, meta=meta
    )


def nullable(schema: ir.Schema, meta: ir.Meta) -> ir.Schema:
    """Return the schema or null."""
    match schema:
        case ir.Anything() | ir.Null():
            return schema
        case ir.Union(arms=arms):
            if any(isinstance(arm, ir.Null) for arm in arms):
                return schema
            return replace(schema, arms=(*arms, ir.Null()))
        case _:
            inner = with_meta(
                schema, replace(schema.meta, default=None, has_default=False)
            )
            return ir.Union(arms=(inner, ir.Null()), meta=meta)


def _flat(arms: Iterable[ir.Schema], exactly_one: bool) -> tuple[list[ir.Schema], bool]:
    flat: list[ir.Schema] = []
    for arm in arms:
        match arm:
            case ir.Union(discriminator=None):
                only_null = len(arm.arms) == 2 and isinstance(arm.arms[1], ir.Null)
                exactly_one = exactly_one and (arm.exactly_one or only_null)
                flat.extend(arm.arms)
            case _:
                flat.append(arm)
    return flat, exactly_one


def _without_repetition(arms: list[ir.Schema]) -> list[ir.Schema]:
    seen: list[object] = []
    kept: list[ir.Schema] = []
    for arm in arms:
        shape = plain(arm)
        if shape not in seen:
            seen.append(shape)
            kept.append(arm)
    return kept


def _one_enum(arms: list[ir.Schema]) -> list[ir.Schema]:
    """Join variants that are single values: `oneOf` of consts is an enum."""
    enums = [arm for arm in arms if isinstance(arm, ir.Enum)]
    if len(enums) < 2 or len(enums) != len(arms):
        return arms
    values = distinct(value for enum in enums for value in enum.values)
    single = len(values) == len(enums)
    titles = tuple(enum.meta.title or "" for enum in enums)
    texts = tuple(enum.meta.description or "" for enum in enums)
    named = single and all(titles) and len(set(titles)) == len(titles)
    joined = ir.Enum(
        values=values,
        names=titles if named else (),
        descriptions=texts if single and any(texts) else (),
    )
    return [joined]


def tagged(
    union: ir.Union, resolve: Resolve, tell: Callable[[str, str], None]
) -> ir.Union:
    """Complete the declared tag of a union, or find one that tells all arms apart."""
    if union.discriminator is None:
        return replace(union, discriminator=_found(union, resolve))
    return replace(union, discriminator=_completed(union, resolve, tell))


def _completed(
    union: ir.Union, resolve: Resolve, tell: Callable[[str, str], None]
) -> ir.Discriminator | None:
    declared = union.discriminator
    assert declared is not None
    mapping = dict(declared.mapping)
    written = set(mapping.values())
    for index, arm in enumerate(union.arms):
        tags = _tags(arm, declared.property, resolve)
        given = [tag for tag, to in declared.mapping if to == index]
        if tags and given and not set(tags) & set(given):
            tell("SPEC058", _contradiction(declared.property, given[0], index))
            return None
        if tags is None and isinstance(arm, ir.Ref) and index not in written:
            tags = (arm.name,)
        for tag in tags or ():
            if mapping.setdefault(tag, index) != index and index not in written:
                tell("SPEC058", f"Two variants have the tag `{tag}`; it is not used.")
                return None
    missing = _uncovered(union, mapping.values(), declared.default, resolve)
    if missing:
        tell("SPEC058", f"{missing} The tag `{declared.property}` is not used.")
        return None
    return replace(declared, mapping=tuple(sorted(mapping.items())))


def _contradiction(wire: str, tag: str, index: int) -> str:
    """Return what is wrong with a tag that its own variant does not allow."""
    return (
        f"Variant {index + 1} has the tag `{tag}`, and does not allow it in `{wire}`. "
        f"The tag `{wire}` is not used."
    )


def _uncovered(
    union: ir.Union, covered: Iterable[int], default: int | None, resolve: Resolve
) -> str | None:
    reached = {*covered, default}
    for index, arm in enumerate(union.arms):
        leaves = [isinstance(leaf, ir.Object) for leaf in _leaves(arm, resolve)]
        if not any(leaves):
            continue
        if not all(leaves):
            return f"Variant {index + 1} is not only an object."
        if index not in reached:
            return f"Nothing says by which value variant {index + 1} is chosen."
    return None


def _found(union: ir.Union, resolve: Resolve) -> ir.Discriminator | None:
    """Return a tag no one declared: a required constant, different in every arm."""
    arms = [
        (index, resolve(arm))
        for index, arm in enumerate(union.arms)
        if not isinstance(arm, ir.Null)
    ]
    if len(arms) < 2 or not isinstance(arms[0][1], ir.Object):
        return None
    for candidate in arms[0][1].properties:
        mapping: dict[str, int] = {}
        for index, arm in arms:
            tags = _required_tags(arm, candidate.wire, resolve)
            if not tags or mapping.keys() & set(tags):
                break
            mapping |= dict.fromkeys(tags, index)
        else:
            return ir.Discriminator(
                property=candidate.wire, mapping=tuple(sorted(mapping.items()))
            )
    return None


def _required_tags(arm: ir.Schema, wire: str, resolve: Resolve) -> tuple[str, ...]:
    if not isinstance(arm, ir.Object):
        return ()
    found = next((item for item in arm.properties if item.wire == wire), None)
    if found is None or not found.required:
        return ()
    return _tags(arm, wire, resolve) or ()


def _tags(schema: ir.Schema, wire: str, resolve: Resolve) -> tuple[str, ...] | None:
    """Return the texts a property may have in a variant; None when any."""
    found: dict[str, None] = {}
    for leaf in _leaves(schema, resolve):
        properties = leaf.properties if isinstance(leaf, ir.Object) else ()
        kinds = (resolve(item.schema) for item in properties if item.wire == wire)
        values = next((_values(kind, resolve) for kind in kinds), None)
        if not values:
            return None
        found |= dict.fromkeys(values)
    return tuple(found)


def _leaves(schema: ir.Schema, resolve: Resolve) -> Iterator[ir.Schema]:
    """Yield what is in a union and in the unions inside it, each once."""
    seen: set[int] = set()
    pending = [schema]
    while pending:
        here = resolve(pending.pop())
        if id(here) in seen:
            continue
        seen.add(id(here))
        if isinstance(here, ir.Union):
            pending += reversed(here.arms)
        else:
            yield here


def _values(schema: ir.Schema, resolve: Resolve) -> tuple[str, ...] | None:
    """Return the tags an enum allows, numbers as texts; null is no tag."""
    if isinstance(schema, ir.Union):
        real = [arm for arm in schema.arms if not isinstance(arm, ir.Null)]
        schema = resolve(real[0]) if len(real) == 1 else schema
    if not isinstance(schema, ir.Enum):
        return None
    values = [value for value in schema.values if value is not None]
    tags = tuple(str(value) for value in values if is_tag(value))
    return tags if len(tags) == len(values) else None


def is_tag(value: ir.Json) -> bool:
    """Say whether a value can tell variants apart: a text or a whole number."""
    return isinstance(value, str | int) and not isinstance(value, bool)
