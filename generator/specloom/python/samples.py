"""Draw plain values that schemas accept: the shortest texts, the least numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from specloom import ir

from . import bodies

_MAX_DEPTH = 12
_MAX_ITEMS = 8
_SAMPLES: Mapping[str, str] = {
    "byte": "aGVsbG8=",
    "date": "2026-01-31",
    "date-time": "2026-01-31T12:00:00Z",
    "duration": "PT1H",
    "email": "name@example.com",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "time": "12:00:00Z",
    "uri": "https://example.com/file",
    "uri-reference": "https://example.com/file",
    "url": "https://example.com/file",
    "uuid": "00000000-0000-4000-8000-000000000000",
}
_TRIES = (
    "string",
    "a",
    "A",
    "1",
    "a1",
    "a-1",
    "A1",
    "0",
    "en",
    "en-US",
    "12:00",
    "#000000",
    "1x1",
    "16:9",
    "+10000000000",
    "https://a.b",
)
"""Short texts tried against a pattern."""
MISSING: Any = object()
"""Stands for `the document shows nothing`."""


@dataclass(frozen=True, slots=True)
class Sampler:
    """Draws one value that a schema accepts, the plainest there is."""

    api: ir.Api
    every: bool

    def sample(self, schema: ir.Schema, path: tuple[str, ...] = ()) -> Any:
        """Return a value; `path` holds the names of the references followed."""
        told = self._told(schema)
        if told is not MISSING:
            return told
        match schema:
            case ir.Ref(name=name):
                if len(path) > _MAX_DEPTH or path.count(name) > 1:
                    return None
                return self.sample(self.api.resolve(schema), (*path, name))
            case ir.Enum(values=values):
                return values[0] if values else None
            case ir.Boolean():
                return False
            case ir.Numeric():
                return _number(schema)
            case ir.Text():
                return _text(schema)
            case ir.Array():
                return self._array(schema, path)
            case ir.Object():
                return self._object(schema, path)
            case ir.Union():
                return self._union(schema, path)
            case ir.Null() | ir.Nothing():
                return None
            case ir.Anything():
                return {}

    def _told(self, schema: ir.Schema) -> Any:
        """Return what the document itself shows: a default, else an example."""
        if schema.meta.has_default:
            return schema.meta.default
        scalar = isinstance(schema, ir.Text | ir.Numeric | ir.Boolean)
        if scalar and schema.meta.examples and _fits(schema, schema.meta.examples[0]):
            return schema.meta.examples[0]
        return MISSING

    def _array(self, schema: ir.Array, path: tuple[str, ...]) -> list[Any]:
        wanted = max(schema.min_items or 0, 1 if self.every else 0, len(schema.prefix))
        if schema.max_items is not None:
            wanted = min(wanted, schema.max_items)
        if not schema.min_items and self._inside(schema.items, path):
            return []
        kinds = [*schema.prefix, *[schema.items] * min(wanted, _MAX_ITEMS)][:wanted]
        found = [self.sample(item, path) for item in kinds]
        return self._varied(schema.items, found) if schema.unique else found

    def _varied(self, items: ir.Schema, found: list[Any]) -> list[Any]:
        """Return the items, no two the same where that can be done."""
        match self.api.resolve(items):
            case ir.Enum(values=values):
                return list(values[: len(found)])
            case ir.Numeric(multiple_of=step):
                return [
                    value + index * (step or 1) for index, value in enumerate(found)
                ]
            case ir.Text(format=None, pattern=None):
                return [f"{text}{index or ''}" for index, text in enumerate(found)]
            case _:
                return found[:1]

    def _object(self, schema: ir.Object, path: tuple[str, ...]) -> dict[str, Any]:
        return {
            item.wire: self.sample(item.schema, path)
            for item in schema.properties
            if self._wanted(item, path) and not bodies.is_read_only(item)
        }

    def _wanted(self, item: ir.Property, path: tuple[str, ...]) -> bool:
        if item.required:
            return True
        if not self.every or len(path) > 3:
            return False
        return not self._inside(item.schema, path)

    def _inside(self, schema: ir.Schema, path: tuple[str, ...]) -> bool:
        """Tell whether a schema is one that is being sampled already."""
        return isinstance(schema, ir.Ref) and schema.name in path

    def _union(self, schema: ir.Union, path: tuple[str, ...]) -> Any:
        named = arms(self.api, schema)
        if named:
            return self.sample(next(iter(named.values())), path)
        kept = (
            arm for arm in schema.arms if not isinstance(self.api.resolve(arm), ir.Null)
        )
        return self.sample(next(iter(kept), ir.Null()), path)


def _number(schema: ir.Numeric) -> int | float:
    """Return the least number that the limits allow, at least 1 where that fits."""
    step = schema.multiple_of or 1
    low, above = schema.minimum, schema.exclusive_minimum
    high = _least((schema.maximum, schema.exclusive_maximum))
    start = low if low is not None else above if above is not None else 0
    if above is not None and (low is None or above >= low):
        start = above + (
            step if schema.integer or schema.multiple_of else _gap(above, high)
        )
    elif low is None and high is not None and high <= 0:
        start = high - step
    found = -(-start // step) * step if schema.multiple_of else start
    return int(found) if schema.integer else found


def _gap(low: float, high: float | None) -> float:
    return 1 if high is None or high > low + 1 else (high - low) / 2


def _least(values: Iterable[int | float | None]) -> int | float | None:
    given = [value for value in values if value is not None]
    return min(given) if given else None


def _text(schema: ir.Text) -> str:
    if schema.pattern is not None:
        tries = (text for text in _TRIES if _fits(schema, text))
        return next(tries, "string")
    text = _SAMPLES.get(schema.format or "", "string")
    if schema.format in _SAMPLES:
        return text
    text = text.ljust(schema.min_length or 0, "x")
    return text if schema.max_length is None else text[: schema.max_length]


def _fits(schema: ir.Schema, value: Any) -> bool:
    """Tell whether a short scalar is inside the schema's limits."""
    match schema:
        case ir.Text():
            return isinstance(value, str) and _text_fits(schema, value)
        case ir.Numeric():
            kinds = int if schema.integer else int | float
            return isinstance(value, kinds) and not isinstance(value, bool)
        case _:
            return isinstance(value, bool)


def _text_fits(schema: ir.Text, text: str) -> bool:
    if len(text) < (schema.min_length or 0):
        return False
    if schema.max_length is not None and len(text) > schema.max_length:
        return False
    if schema.pattern is None or len(text) > 16:
        return True
    try:
        return re.search(schema.pattern, text) is not None
    except re.error:
        return True


def arms(api: ir.Api, schema: ir.Schema) -> dict[str, ir.Schema]:
    """Return the objects of a union by name: tag, else schema name, else number."""
    found = api.resolve(schema)
    if not isinstance(found, ir.Union):
        return {}
    tags: dict[int, str] = {}
    if found.discriminator is not None:
        for tag, index in found.discriminator.mapping:
            tags.setdefault(index, tag)
    arms: dict[str, ir.Schema] = {}
    for index, arm in enumerate(found.arms):
        if isinstance(api.resolve(arm), ir.Null):
            continue
        name = tags.get(index) or (
            arm.name if isinstance(arm, ir.Ref) else str(index + 1)
        )
        tagged = _tagged(api, arm, found.discriminator, tags.get(index))
        arms[name if name not in arms else str(index + 1)] = tagged
    return arms if len(arms) > 1 else {}


def _tagged(
    api: ir.Api, arm: ir.Schema, tag: ir.Discriminator | None, value: str | None
) -> ir.Schema:
    """Return the arm with its tag fixed, where the arm leaves it open."""
    found = api.resolve(arm)
    if tag is None or value is None or not isinstance(found, ir.Object):
        return arm
    properties = tuple(
        replace(item, schema=ir.Enum(values=(value,)))
        if item.wire == tag.property and _open(api, item.schema)
        else item
        for item in found.properties
    )
    return replace(found, properties=properties)


def _open(api: ir.Api, schema: ir.Schema) -> bool:
    found = api.resolve(schema)
    return isinstance(found, ir.Text) or (
        isinstance(found, ir.Enum) and len(found.values) > 1
    )
