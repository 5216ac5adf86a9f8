"""Variants without the property that tells them apart: they get it.

Documents often write `discriminator: {propertyName: kind}` over schemas that have no
`kind`. The tag is part of the message all the same (OpenAPI 3.1, 4.8.25), so that the
variants take it, as an optional property: some messages come without.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from specloom import ir
from specloom.spec.shapes import distinct


@dataclass(slots=True)
class Untagged:
    """Collects what named schemas lack, while their unions are finished."""

    named: Mapping[str, ir.Named]
    found: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    """Schema -> property -> its values."""

    def completed(self, union: ir.Union) -> ir.Union:
        """Return a union whose own objects have its tag; note the named ones."""
        if union.discriminator is None:
            return union
        arms = list(union.arms)
        for index, tags in _tags(union.discriminator):
            name, target = self._target(arms[index])
            if not isinstance(target, ir.Object) or not tags:
                continue
            if name is None:
                arms[index] = _with(target, union.discriminator.property, tags)
            elif not _has(target, union.discriminator.property):
                self._note(name, union.discriminator.property, tags)
        return replace(union, arms=tuple(arms))

    def added(self, key: str, schema: ir.Schema) -> ir.Schema:
        """Return a named schema with the tags it lacked."""
        for wire, tags in sorted(self.found.get(key, {}).items()):
            if isinstance(schema, ir.Object):
                schema = _with(schema, wire, tags)
        return schema

    def _note(self, name: str, wire: str, tags: tuple[str, ...]) -> None:
        known = self.found.setdefault(name, {})
        known[wire] = tuple(map(str, distinct((*known.get(wire, ()), *tags))))

    def _target(self, arm: ir.Schema) -> tuple[str | None, ir.Schema]:
        """Return the object an arm means, and its name where it has one."""
        name: str | None = None
        seen: set[str] = set()
        while isinstance(arm, ir.Ref) and arm.name in self.named:
            if arm.name in seen:
                break
            seen.add(arm.name)
            name, arm = arm.name, self.named[arm.name].schema
        return name, arm


def _tags(said: ir.Discriminator) -> Iterator[tuple[int, tuple[str, ...]]]:
    for index in sorted({index for _, index in said.mapping}):
        yield index, tuple(tag for tag, to in said.mapping if to == index)


def _has(found: ir.Object, wire: str) -> bool:
    return any(item.wire == wire for item in found.properties)


def _with(found: ir.Object, wire: str, tags: tuple[str, ...]) -> ir.Object:
    if _has(found, wire):
        return found
    added = ir.Property(wire=wire, schema=ir.Enum(values=tags))
    properties = sorted((*found.properties, added), key=lambda item: item.wire)
    return replace(found, properties=tuple(properties))
