"""Limits of two schemas of one kind as one: the tighter ones count."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

from specloom import ir
from specloom.spec.meta import fill


def texts(left: ir.Text, right: ir.Text) -> ir.Schema:
    """Return the text that keeps the limits of both."""
    return ir.Text(
        format=right.format or left.format,
        min_length=highest(left.min_length, right.min_length),
        max_length=lowest(left.max_length, right.max_length),
        pattern=right.pattern or left.pattern,
        content_media_type=right.content_media_type or left.content_media_type,
        content_encoding=right.content_encoding or left.content_encoding,
        meta=fill(right.meta, left.meta),
    )


def numbers(left: ir.Numeric, right: ir.Numeric) -> ir.Schema:
    """Return the number that keeps the limits of both."""
    return ir.Numeric(
        integer=left.integer or right.integer,
        format=right.format or left.format,
        minimum=highest(left.minimum, right.minimum),
        maximum=lowest(left.maximum, right.maximum),
        exclusive_minimum=highest(left.exclusive_minimum, right.exclusive_minimum),
        exclusive_maximum=lowest(left.exclusive_maximum, right.exclusive_maximum),
        multiple_of=_common_multiple(left.multiple_of, right.multiple_of),
        meta=fill(right.meta, left.meta),
    )


def _common_multiple(
    left: int | float | None, right: int | float | None
) -> int | float | None:
    """Return the least step that is a multiple of both."""
    if left is None or right is None:
        return right if left is None else left
    one, two = Fraction(str(left)), Fraction(str(right))
    among = one.denominator * two.denominator
    step = math.lcm(one.numerator * two.denominator, two.numerator * one.denominator)
    found = Fraction(step, among)
    return found.numerator if found.denominator == 1 else float(found)


def highest(left: Any, right: Any) -> Any:
    """Return the greater of two limits; None is no limit."""
    return max((item for item in (left, right) if item is not None), default=None)


def lowest(left: Any, right: Any) -> Any:
    """Return the smaller of two limits; None is no limit."""
    return min((item for item in (left, right) if item is not None), default=None)
