"""Single values that a schema accepts: the least number, a short text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from specloom import ir

from . import patterns

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
_JUDGED = 16
"""Longer texts are not tried against a pattern: a hostile one may never end."""
_UUID = re.compile(r"(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def number(schema: ir.Numeric) -> int | float:
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


def text(schema: ir.Text, variant: int = 0) -> str:
    """Return a short text; `variant` picks another one where that can be done."""
    if schema.pattern is not None:
        return _patterned(schema, schema.pattern, variant)
    if schema.format is not None and schema.format in _SAMPLES:
        return _SAMPLES[schema.format]
    found = f"string{variant or ''}".ljust(schema.min_length or 0, "x")
    return found if schema.max_length is None else found[: schema.max_length]


def _patterned(schema: ir.Text, pattern: str, variant: int) -> str:
    usual = (_SAMPLES.get(schema.format or ""), *_TRIES)
    tries = (text for text in usual if text is not None and fits(schema, text))
    drawn = patterns.draw(pattern, at_least=schema.min_length or 0, variant=variant)
    found = next(tries, None) if variant == 0 or drawn is None else drawn
    return found or drawn or "string"


def fits(schema: ir.Schema, value: Any) -> bool:
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
    if schema.format == "uuid" and _UUID.fullmatch(text) is None:
        return False
    if schema.pattern is None or len(text) > _JUDGED:
        return True
    try:
        return re.search(schema.pattern, text) is not None
    except re.error:
        return True
