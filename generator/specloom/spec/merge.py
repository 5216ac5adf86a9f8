"""Intersect two schemas (`allOf`, keywords beside a reference or a union).

The result is bounded: references are followed a few levels, unions multiply to a
limited number of arms, and one document has one budget of steps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from specloom import ir
from specloom.spec.conforms import conforms
from specloom.spec.meta import fill, with_meta
from specloom.spec.shapes import alike
from specloom.spec.tighten import highest, lowest, numbers, texts

Deref: TypeAlias = Callable[[str], "ir.Schema | None"]
Tell: TypeAlias = Callable[[str, str, str], None]
"""Takes code, message and pointer of a ledger row."""

_MAX_DEPTH = 12
_MAX_ARMS = 256
_BUDGET = 200_000

NOTHING = ir.Nothing()


@dataclass(slots=True)
class Merge:
    """Intersects schemas of one document."""

    deref: Deref
    """Returns a named schema; None while it is being built (a cycle)."""
    tell: Tell
    budget: int = _BUDGET
    _trail: list[tuple[str, str]] = field(default_factory=list)

    def all(self, parts: Iterable[ir.Schema], pointer: str) -> ir.Schema:
        """Return what fits all parts; where two contradict, the later one wins."""
        result: ir.Schema = ir.Anything()
        for part in parts:
            result = self._or_later(result, part, pointer)
        return result

    def _or_later(self, left: ir.Schema, right: ir.Schema, pointer: str) -> ir.Schema:
        merged = self.both(left, right, pointer)
        impossible = isinstance(merged, ir.Nothing) and not (
            isinstance(left, ir.Nothing) or isinstance(right, ir.Nothing)
        )
        if not impossible:
            return merged
        self.tell(
            "SPEC056", "No value fits both schemas; the later one counts.", pointer
        )
        return right

    def beside(self, schema: ir.Schema, other: ir.Schema, pointer: str) -> ir.Schema:
        """Return the schema with keywords that only bind values of their own kind."""
        if isinstance(schema, ir.Union):
            pairs = ((arm, self.beside(arm, other, pointer)) for arm in schema.arms)
            arms = tuple(_titled(merged, arm) for arm, merged in pairs)
            return replace(schema, arms=arms)
        merged = self.both(schema, other, pointer)
        return schema if isinstance(merged, ir.Nothing) else merged

    def both(self, left: ir.Schema, right: ir.Schema, pointer: str) -> ir.Schema:
        """Return the intersection; `Nothing` where no value fits both."""
        self.budget -= 1
        if self.budget < 0:
            self.tell(
                "SPEC057", "Too much composition; the rest is not merged.", pointer
            )
            return left
        match left, right:
            case (ir.Anything(), other) | (other, ir.Anything()):
                beside = left if other is right else right
                return with_meta(other, fill(other.meta, beside.meta))
            case (ir.Nothing(), _) | (_, ir.Nothing()):
                return NOTHING
            case (ir.Ref(), _) | (_, ir.Ref()):
                return self._reference(left, right, pointer)
            case (ir.Union(), _):
                return self._distribute(left, right, pointer, left_is_union=True)
            case (_, ir.Union()):
                return self._distribute(right, left, pointer, left_is_union=False)
            case (ir.Enum(), _):
                return self._narrow(left, right)
            case (_, ir.Enum()):
                return self._narrow(right, left)
            case _:
                return self._same_kind(left, right, pointer)

    def _same_kind(self, left: ir.Schema, right: ir.Schema, pointer: str) -> ir.Schema:
        match left, right:
            case (ir.Object(), ir.Object()):
                return self._objects(left, right, pointer)
            case (ir.Array(), ir.Array()):
                return self._arrays(left, right, pointer)
            case (ir.Text(), ir.Text()):
                if left.pattern and right.pattern and left.pattern != right.pattern:
                    message = "Of two patterns the later one is checked."
                    self.tell("SPEC063", message, pointer)
                return texts(left, right)
            case (ir.Numeric(), ir.Numeric()):
                return numbers(left, right)
            case (ir.Boolean(), ir.Boolean()) | (ir.Null(), ir.Null()):
                return with_meta(right, fill(right.meta, left.meta))
            case _:
                return NOTHING

    def _reference(self, left: ir.Schema, right: ir.Schema, pointer: str) -> ir.Schema:
        """Follow a reference; keep it where the other side adds nothing."""
        names = (_name(left), _name(right))
        if names[0] == names[1]:
            return left
        if names in self._trail or len(self._trail) >= _MAX_DEPTH:
            self.tell("SPEC057", "Composition without end; cut off here.", pointer)
            return left if isinstance(left, ir.Ref) else right
        targets = (self._target(left), self._target(right))
        if targets[0] is None or targets[1] is None:
            self.tell(
                "SPEC057", "A schema is composed of itself; cut off here.", pointer
            )
            return right if targets[0] is None else left
        self._trail.append(names)
        merged = self.both(targets[0], targets[1], pointer)
        self._trail.pop()
        for side, target in ((left, targets[0]), (right, targets[1])):
            if isinstance(side, ir.Ref) and alike(merged, target):
                return side
        return merged

    def _target(self, schema: ir.Schema) -> ir.Schema | None:
        seen: set[str] = set()
        found: ir.Schema | None = schema
        while isinstance(found, ir.Ref):
            if found.name in seen:
                return None
            seen.add(found.name)
            found = self.deref(found.name)
        return found

    def _distribute(
        self, union: ir.Union, other: ir.Schema, pointer: str, *, left_is_union: bool
    ) -> ir.Schema:
        """Intersect every arm; arms that become impossible go, with their tags."""
        width = len(other.arms) if isinstance(other, ir.Union) else 1
        if len(union.arms) * width > _MAX_ARMS:
            self.tell("SPEC057", "Too many combinations of variants.", pointer)
            return union
        arms: list[ir.Schema] = []
        moved: dict[int, int] = {}
        for index, arm in enumerate(union.arms):
            sides = (arm, other) if left_is_union else (other, arm)
            merged = self.both(*sides, pointer)
            if not isinstance(merged, ir.Nothing):
                moved[index] = len(arms)
                arms.append(_titled(merged, arm))
        if not arms:
            return NOTHING
        if len(arms) == 1:
            return arms[0]
        return replace(
            union,
            arms=tuple(arms),
            discriminator=_moved(union.discriminator, moved),
            meta=fill(union.meta, other.meta),
        )

    def _narrow(self, enum: ir.Enum, other: ir.Schema) -> ir.Schema:
        kept = tuple(
            index
            for index, value in enumerate(enum.values)
            if conforms(other, value, lambda schema: schema)
        )
        if not kept:
            return NOTHING
        return replace(
            enum,
            values=tuple(enum.values[index] for index in kept),
            names=tuple(enum.names[index] for index in kept if enum.names),
            descriptions=tuple(
                enum.descriptions[index] for index in kept if enum.descriptions
            ),
            meta=fill(enum.meta, other.meta),
        )

    def _arrays(self, left: ir.Array, right: ir.Array, pointer: str) -> ir.Schema:
        size = max(len(left.prefix), len(right.prefix))
        prefix = tuple(
            self._or_later(_item(left, index), _item(right, index), pointer)
            for index in range(size)
        )
        return ir.Array(
            items=self._or_later(left.items, right.items, pointer),
            prefix=prefix,
            min_items=highest(left.min_items, right.min_items),
            max_items=lowest(left.max_items, right.max_items),
            unique=left.unique or right.unique,
            meta=fill(right.meta, left.meta),
        )

    def _objects(self, left: ir.Object, right: ir.Object, pointer: str) -> ir.Schema:
        return ir.Object(
            properties=self._properties(left, right, pointer),
            extra=self._extra(left.extra, right.extra, pointer),
            patterns=tuple(dict((*left.patterns, *right.patterns)).items()),
            key_schema=self._optional(left.key_schema, right.key_schema, pointer),
            min_properties=highest(left.min_properties, right.min_properties),
            max_properties=lowest(left.max_properties, right.max_properties),
            dependent_required=tuple(
                sorted({*left.dependent_required, *right.dependent_required})
            ),
            meta=fill(right.meta, left.meta),
        )

    def _properties(
        self, left: ir.Object, right: ir.Object, pointer: str
    ) -> tuple[ir.Property, ...]:
        found = {item.wire: item for item in left.properties}
        for item in right.properties:
            earlier = found.get(item.wire)
            found[item.wire] = (
                item if earlier is None else self._property(earlier, item, pointer)
            )
        return tuple(found[wire] for wire in sorted(found))

    def _property(
        self, left: ir.Property, right: ir.Property, pointer: str
    ) -> ir.Property:
        place = right.meta.pointer or pointer
        return ir.Property(
            wire=left.wire,
            schema=self._or_later(left.schema, right.schema, place),
            required=left.required or right.required,
            name=right.name or left.name,
            meta=fill(right.meta, left.meta),
        )

    def _extra(
        self, left: ir.Schema | None, right: ir.Schema | None, pointer: str
    ) -> ir.Schema | None:
        """Join what two objects say of further keys.

        A part that forbids them would forbid the other part's own properties too;
        what is meant is that the whole has no others.
        """
        if isinstance(left, ir.Nothing) or isinstance(right, ir.Nothing):
            return NOTHING
        return self._optional(left, right, pointer)

    def _optional(
        self, left: ir.Schema | None, right: ir.Schema | None, pointer: str
    ) -> ir.Schema | None:
        if left is None or right is None:
            return right if left is None else left
        return self._or_later(left, right, pointer)


def _name(schema: ir.Schema) -> str:
    return schema.name if isinstance(schema, ir.Ref) else ""


def _titled(merged: ir.Schema, arm: ir.Schema) -> ir.Schema:
    """Let a variant that had to be written out keep the name of its schema."""
    if not isinstance(arm, ir.Ref) or isinstance(merged, ir.Ref):
        return merged
    return with_meta(merged, replace(merged.meta, title=arm.name))


def _moved(
    found: ir.Discriminator | None, moved: dict[int, int]
) -> ir.Discriminator | None:
    if found is None:
        return None
    mapping = tuple((tag, moved[arm]) for tag, arm in found.mapping if arm in moved)
    default = None if found.default is None else moved.get(found.default)
    return replace(found, mapping=mapping, default=default)


def _item(array: ir.Array, index: int) -> ir.Schema:
    return array.prefix[index] if index < len(array.prefix) else array.items
