"""Draw plain values that schemas accept: the shortest texts, the least numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from specloom import ir

from . import bodies, scalars
from .tags import spelled

_MAX_DEPTH = 12
_MAX_ITEMS = 8
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
                return scalars.number(schema)
            case ir.Text():
                return scalars.text(schema)
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
        if (
            scalar
            and schema.meta.examples
            and scalars.fits(schema, schema.meta.examples[0])
        ):
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
            case ir.Text() as text:
                return [scalars.text(text, index) for index in range(len(found))]
            case _:
                return found[:1]

    def _object(self, schema: ir.Object, path: tuple[str, ...]) -> dict[str, Any]:
        given = [item for item in schema.properties if bodies.is_asked(item)]
        found = {
            item.wire: self.sample(item.schema, path)
            for item in given
            if self._wanted(item, path)
        }
        least = min(schema.min_properties or 0, _MAX_ITEMS)
        for item in given[: least if len(found) < least else 0]:
            found.setdefault(item.wire, self.sample(item.schema, path))
        if schema.extra is not None and not isinstance(schema.extra, ir.Nothing):
            for number in range(len(found), least):
                found[f"key{number + 1}"] = self.sample(schema.extra, path)
        return found

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
            ordered = sorted(named.values(), key=lambda arm: self._inside(arm, path))
            return self.sample(ordered[0], path)
        kept = (
            arm for arm in schema.arms if not isinstance(self.api.resolve(arm), ir.Null)
        )
        ordered = sorted(kept, key=lambda arm: self._inside(arm, path))
        return self.sample(next(iter(ordered), ir.Null()), path)


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
    fixed = ir.Enum(values=spelled(api, found, tag.property, (value,)))
    properties = tuple(
        replace(item, schema=fixed)
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
