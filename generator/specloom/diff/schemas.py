"""Two schemas: what callers have to send, or may receive, differently."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from specloom import ir

from .change import Change
from .kinds import kind, kinds
from .limits import limits
from .place import Place

_DEPTH = 60


def compare(old: ir.Schema, new: ir.Schema, place: Place) -> Iterator[Change]:
    """Yield every difference between two schemas; recursion is followed once."""
    old, new = place.old.resolve(old), place.new.resolve(new)
    pair = (id(old), id(new))
    if pair in place.seen or place.depth > _DEPTH:
        return
    place.seen.add(pair)
    yield from _default(old, new, place)
    was, now = _split(old, place.old), _split(new, place.new)
    yield from _nullable(was, now, place)
    if len(was.arms) == 1 and len(now.arms) == 1:
        yield from _alike(was.arms[0], now.arms[0], place)
    else:
        yield from _arms(was.arms, now.arms, place)


@dataclass(frozen=True, slots=True)
class _Split:
    """The alternatives of a schema; null stands apart."""

    arms: tuple[ir.Schema, ...]
    nullable: bool


def _split(schema: ir.Schema, api: ir.Api) -> _Split:
    if not isinstance(schema, ir.Union):
        return _Split((schema,), isinstance(schema, ir.Null))
    kept = [arm for arm in schema.arms if not isinstance(api.resolve(arm), ir.Null)]
    return _Split(tuple(kept), len(kept) < len(schema.arms))


def _nullable(was: _Split, now: _Split, place: Place) -> Iterator[Change]:
    if was.nullable and not now.nullable:
        yield place.own("became-not-nullable", "null is no longer a value")
    if now.nullable and not was.nullable:
        yield place.own("became-nullable", "null is a value now")


def _default(old: ir.Schema, new: ir.Schema, place: Place) -> Iterator[Change]:
    if place.side == "response":
        return
    before, after = old.meta.default, new.meta.default
    match old.meta.has_default, new.meta.has_default:
        case True, False:
            text = f"the default was {before!r}, there is none now"
            yield place.own("default-value-removed", text)
        case False, True:
            yield place.own("default-value-added", f"the default is {after!r} now")
        case True, True if before != after:
            text = f"the default was {before!r}, is {after!r}"
            yield place.own("default-value-changed", text)


def _arms(
    was: tuple[ir.Schema, ...],
    now: tuple[ir.Schema, ...],
    place: Place,
) -> Iterator[Change]:
    old = {_name(arm, place.old, index): arm for index, arm in enumerate(was)}
    new = {_name(arm, place.new, index): arm for index, arm in enumerate(now)}
    for name in old.keys() - new.keys():
        yield place.own("one-of-removed", f"the alternative {name} is gone")
    for name in new.keys() - old.keys():
        yield place.own("one-of-added", f"there is a new alternative, {name}")
    for name in sorted(old.keys() & new.keys()):
        inner = replace(place, depth=place.depth + 1)
        yield from compare(old[name], new[name], inner)


def _name(arm: ir.Schema, api: ir.Api, index: int) -> str:
    """Name an alternative so that the same one is found on the other side."""
    if isinstance(arm, ir.Ref):
        return arm.name
    found = api.resolve(arm)
    name = kind(found)
    many = name in ("object", "values")
    return (arm.meta.title or f"{name} {index + 1}") if many else name


def _alike(old: ir.Schema, new: ir.Schema, place: Place) -> Iterator[Change]:
    old, new = place.old.resolve(old), place.new.resolve(new)
    yield from kinds(old, new, place)
    if type(old) is type(new):
        yield from limits(old, new, place)
    match old, new:
        case ir.Object(), ir.Object():
            yield from _properties(old, new, place)
        case ir.Array(), ir.Array():
            inner = replace(place, where=f"{place.where}[]", depth=place.depth + 1)
            yield from compare(old.items, new.items, inner)
        case ir.Enum(), ir.Enum():
            yield from _values(old, new, place)
        case _:
            return


def _properties(old: ir.Object, new: ir.Object, place: Place) -> Iterator[Change]:
    was = {item.wire: item for item in old.properties}
    now = {item.wire: item for item in new.properties}
    request = place.side == "request"
    for name in sorted(was.keys() - now.keys()):
        if not _absent(was[name], place):
            yield _removed(was[name], place.below(name), request=request)
    for name in sorted(now.keys() - was.keys()):
        if not _absent(now[name], place):
            yield _added(now[name], place.below(name), request=request)
    for name in sorted(was.keys() & now.keys()):
        yield from _property(was[name], now[name], place, request=request)


def _property(
    old: ir.Property,
    new: ir.Property,
    place: Place,
    *,
    request: bool,
) -> Iterator[Change]:
    inner = place.below(old.wire)
    was, now = _absent(old, place), _absent(new, place)
    if was or now:
        if was != now:
            yield _marked(new, inner, gone=now)
        return
    yield from _required(old, new, inner, request=request)
    yield from compare(old.schema, new.schema, inner)


def _absent(item: ir.Property, place: Place) -> bool:
    """Tell whether a property is never sent here: readOnly asked, writeOnly answered."""
    metas = (item.meta, item.schema.meta)
    if place.side == "request":
        return any(meta.read_only for meta in metas)
    return any(meta.write_only for meta in metas)


def _marked(item: ir.Property, place: Place, *, gone: bool) -> Change:
    mark = "read-only" if place.side == "request" else "write-only"
    need = "required" if item.required else "optional"
    word = mark if gone else f"not-{mark}"
    text = f"the field is {'' if gone else 'no longer '}{mark}"
    return place.change(f"{place.side}-{need}-property-became-{word}", text)


def _removed(item: ir.Property, place: Place, *, request: bool) -> Change:
    if request:
        return place.change("request-property-removed", "the field is gone")
    need = "required" if item.required else "optional"
    return place.change(f"response-{need}-property-removed", "the field is gone")


def _added(item: ir.Property, place: Place, *, request: bool) -> Change:
    need = "required" if item.required else "optional"
    if not request:
        return place.change(f"response-{need}-property-added", "there is a new field")
    told = (
        place.new.resolve(item.schema).meta.has_default or item.schema.meta.has_default
    )
    suffix = "-with-default" if item.required and told else ""
    rule = f"new-{need}-request-property{suffix}"
    return place.change(rule, f"there is a new {need} field")


def _required(
    old: ir.Property,
    new: ir.Property,
    place: Place,
    *,
    request: bool,
) -> Iterator[Change]:
    side = "request" if request else "response"
    if new.required and not old.required:
        told = request and place.new.resolve(new.schema).meta.has_default
        suffix = "-with-default" if told else ""
        rule = f"{side}-property-became-required{suffix}"
        yield place.change(rule, "the field is required now")
    if old.required and not new.required:
        yield place.change(
            f"{side}-property-became-optional", "the field is optional now"
        )


def _values(old: ir.Enum, new: ir.Enum, place: Place) -> Iterator[Change]:
    for value in old.values:
        if value not in new.values:
            yield place.own("enum-value-removed", f"{value!r} is no longer a value")
    for value in new.values:
        if value not in old.values:
            yield place.own("enum-value-added", f"{value!r} is a new value")
