"""Two schemas: what callers have to send, or may receive, differently."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from specloom import ir

from .change import Change

Side: TypeAlias = Literal["request", "response"]

_UPPER = {"max": "maximum", "max-length": "max_length", "max-items": "max_items"}
_LOWER = {"min": "minimum", "min-length": "min_length", "min-items": "min_items"}
_DEPTH = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where two schemas stand, and what was compared on the way there."""

    old: ir.Api
    new: ir.Api
    side: Side
    subject: str
    """`request-parameter`, `request-body`, `request-property`, ..."""
    where: str
    operation: str
    depth: int = 0
    seen: set[tuple[int, int]] = field(default_factory=set)

    def change(self, rule: str, text: str, where: str | None = None) -> Change:
        """Return a change here."""
        place = self.where if where is None else where
        return Change(rule=rule, text=text, where=place, operation=self.operation)

    def own(self, what: str, text: str) -> Change:
        """Return a change whose rule begins with the subject."""
        return self.change(f"{self.subject}-{what}", text)

    def below(self, name: str) -> Place:
        """Return the place of a property."""
        where = f"{self.where}.{name}" if self.where else name
        subject = f"{self.side}-property"
        return replace(self, subject=subject, where=where, depth=self.depth + 1)


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
    if place.side == "response" or not old.meta.has_default:
        return
    before, after = old.meta.default, new.meta.default
    if before != after or not new.meta.has_default:
        shown = repr(after) if new.meta.has_default else "none"
        text = f"the default was {before!r}, is {shown}"
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
    kind = _kind(found)
    return (
        kind
        if kind not in ("object", "values")
        else arm.meta.title or f"{kind} {index + 1}"
    )


def _alike(old: ir.Schema, new: ir.Schema, place: Place) -> Iterator[Change]:
    old, new = place.old.resolve(old), place.new.resolve(new)
    match old, new:
        case ir.Object(), ir.Object():
            yield from _properties(old, new, place)
        case ir.Array(), ir.Array():
            yield from _limits(old, new, place)
            inner = replace(place, where=f"{place.where}[]", depth=place.depth + 1)
            yield from compare(old.items, new.items, inner)
        case ir.Enum(), ir.Enum():
            yield from _values(old, new, place)
        case (ir.Text(), ir.Text()) | (ir.Numeric(), ir.Numeric()):
            yield from _limits(old, new, place)
            yield from _kinds(old, new, place)
            yield from _pattern(old, new, place)
        case _:
            yield from _kinds(old, new, place)


def _properties(old: ir.Object, new: ir.Object, place: Place) -> Iterator[Change]:
    was = {item.wire: item for item in old.properties}
    now = {item.wire: item for item in new.properties}
    request = place.side == "request"
    for name in sorted(was.keys() - now.keys()):
        yield _removed(was[name], place.below(name), request=request)
    for name in sorted(now.keys() - was.keys()):
        yield _added(now[name], place.below(name), request=request)
    for name in sorted(was.keys() & now.keys()):
        inner = place.below(name)
        yield from _required(was[name], now[name], inner, request=request)
        yield from compare(was[name].schema, now[name].schema, inner)


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


def _kinds(old: ir.Schema, new: ir.Schema, place: Place) -> Iterator[Change]:
    was, now = _kind(old), _kind(new)
    if was == now:
        return
    text = f"the type was {was}, is {now}"
    wider = now == "any" or (was, now) in (("integer", "number"), ("values", "string"))
    narrower = was == "any" or (now, was) in (
        ("integer", "number"),
        ("values", "string"),
    )
    if wider and place.side == "request":
        yield place.own("type-generalized", text)
    elif narrower and place.side == "response":
        yield place.own("type-specialized", text)
    else:
        yield place.own("type-changed", text)


def _kind(schema: ir.Schema) -> str:
    match schema:
        case ir.Numeric(integer=integer):
            return "integer" if integer else "number"
        case ir.Text(format=form):
            return f"string ({form})" if form in ("binary", "byte") else "string"
        case ir.Boolean():
            return "boolean"
        case ir.Enum():
            return "values"
        case ir.Array():
            return "array"
        case ir.Object():
            return "object"
        case ir.Null():
            return "null"
        case ir.Union():
            return "union"
        case _:
            return "any"


def _pattern(old: ir.Schema, new: ir.Schema, place: Place) -> Iterator[Change]:
    if place.side == "response":
        return
    was, now = getattr(old, "pattern", None), getattr(new, "pattern", None)
    if was == now:
        return
    if was is None:
        yield place.own("pattern-added", f"the text must match {now!r} now")
    elif now is None:
        yield place.own("pattern-removed", f"the text need not match {was!r} any more")
    else:
        yield place.own("pattern-changed", f"the pattern was {was!r}, is {now!r}")


def _limits(old: ir.Schema, new: ir.Schema, place: Place) -> Iterator[Change]:
    if place.side == "response":
        return
    for limit, name in {**_UPPER, **_LOWER}.items():
        was, now = getattr(old, name, None), getattr(new, name, None)
        if was == now:
            continue
        if was is None:
            yield place.own(f"{limit}-set", f"{name} is {now} now")
        elif now is None:
            yield place.own(f"{limit}-unset", f"{name} was {was}, is not limited now")
        else:
            word = "increased" if now > was else "decreased"
            yield place.own(f"{limit}-{word}", f"{name} was {was}, is {now}")
