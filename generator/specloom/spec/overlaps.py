"""Whether the variants of a `oneOf` leave a value that is exactly one of them."""

from __future__ import annotations

from collections.abc import Callable

from specloom import ir
from specloom.spec.shapes import plain

_MANY = 64


def overlap(union: ir.Union, resolve: Callable[[ir.Schema], ir.Schema]) -> bool:
    """Tell whether what is made of a variant's own fields always fits another, too.

    Only for objects that nothing tells apart; unsure is False.
    """
    if not union.exactly_one or union.discriminator is not None:
        return False
    arms = [resolve(arm) for arm in union.arms if not isinstance(arm, ir.Null)]
    objects = [arm for arm in arms if isinstance(arm, ir.Object)]
    if not 2 <= len(objects) == len(arms) <= _MANY:
        return False
    return all(
        any(_fits(one, other) for other in objects if other is not one)
        for one in objects
    )


def _fits(one: ir.Object, other: ir.Object) -> bool:
    """Tell whether every value of the fields of `one` is a value of `other`."""
    bounds = (other.patterns, other.key_schema, other.dependent_required)
    if any(bounds) or other.min_properties or other.max_properties is not None:
        return False
    if not isinstance(other.extra, ir.Anything | None):
        return False
    given = {item.wire: item for item in one.properties}
    taken = {item.wire: item for item in other.properties}
    needed = (wire for wire, item in taken.items() if item.required)
    return all(wire in given and given[wire].required for wire in needed) and all(
        _is_as(given[wire].schema, taken[wire].schema) for wire in given.keys() & taken
    )


def _is_as(one: ir.Schema, other: ir.Schema) -> bool:
    return isinstance(other, ir.Anything) or plain(one) == plain(other)
