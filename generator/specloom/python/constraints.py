"""The limits of a schema as annotations that are checked before sending."""

from __future__ import annotations

import math
from functools import lru_cache

from pydantic_core import SchemaError, SchemaValidator, core_schema

from specloom import ir
from specloom.python.expression import Atom, Call, Expression
from specloom.python.imports import Import
from specloom.python.source import literal, quote

_LARGEST = 2**53
_LONGEST_PATTERN = 2000
_CHECKED_FORMATS = frozenset(
    {"duration", "email", "ipv4", "ipv6", "time", "uri", "uuid"}
)


def of_text(schema: ir.Text) -> list[Expression]:
    """Return the notes of a text."""
    pattern = schema.pattern
    enforced = pattern is not None and pattern_fault(pattern) is None
    texts = [
        *_counts(schema.min_length, schema.max_length),
        *([f"pattern={quote(pattern)}"] if pattern is not None and enforced else []),
    ]
    checked = schema.format in _CHECKED_FORMATS
    notes = [Call(_check("Format"), (quote(schema.format or ""),))] if checked else []
    return [*_field(texts), *notes]


def of_number(schema: ir.Numeric) -> list[Expression]:
    """Return the notes of a number."""
    texts = [
        f"{word}={literal(bound)}"
        for word, limit in (
            ("ge", schema.minimum),
            ("gt", schema.exclusive_minimum),
            ("le", schema.maximum),
            ("lt", schema.exclusive_maximum),
        )
        if (bound := _bound(limit, word, schema.integer)) is not None
    ]
    step = _bound(schema.multiple_of, "", False)
    if step is None or step <= 0:
        return _field(texts)
    if schema.integer and float(step).is_integer():
        return _field([*texts, f"multiple_of={int(step)}"])
    return [*_field(texts), Call(_check("MultipleOf"), (literal(step),))]


def _bound(limit: int | float | None, word: str, integer: bool) -> int | float | None:
    if limit is None or isinstance(limit, bool) or not math.isfinite(limit):
        return None
    if float(limit).is_integer():
        return int(limit)
    if not integer:
        return limit
    return math.ceil(limit) if word in ("ge", "lt") else math.floor(limit)


def of_array(schema: ir.Array) -> list[Expression]:
    """Return the notes of a list."""
    most = schema.max_items
    if isinstance(schema.items, ir.Nothing):
        most = min(len(schema.prefix), len(schema.prefix) if most is None else most)
    unique = [Call(_check("Unique"), ())] if schema.unique else []
    return [*_field(_counts(schema.min_items, most)), *unique]


def is_tuple(schema: ir.Array) -> bool:
    """Say whether each item has its own place and none may be left out or added."""
    size = len(schema.prefix)
    closed = schema.max_items == size or isinstance(schema.items, ir.Nothing)
    return size > 0 and schema.min_items == size and closed and not schema.unique


def of_keys(schema: ir.Object) -> list[Expression]:
    """Return the notes of an object without fields of its own."""
    needs = tuple(pair for pair in schema.dependent_required if pair[1])
    notes = [Call(_check("Needs"), (literal(needs),))] if needs else []
    return [*_field(_counts(schema.min_properties, schema.max_properties)), *notes]


def _counts(least: int | None, most: int | None) -> list[str]:
    texts = []
    if least is not None and 0 < least <= _LARGEST:
        texts.append(f"min_length={least}")
    if most is not None and 0 <= most <= _LARGEST:
        texts.append(f"max_length={most}")
    return texts


def _field(texts: list[str]) -> list[Expression]:
    return (
        [Call(Atom("Field", (Import("pydantic", "Field"),)), tuple(texts))]
        if texts
        else []
    )


def _check(name: str) -> Atom:
    return Atom(name, (Import("._runtime._checks", name),))


def is_unicode(text: str) -> bool:
    """Say whether a text can be encoded at all."""
    return text.isascii() or not any("\ud800" <= char <= "\udfff" for char in text)


@lru_cache(maxsize=4096)
def pattern_fault(pattern: str) -> str | None:
    """Return why a pattern is not enforced, None where it is.

    Patterns run in a linear-time engine (Rust's regex): what it cannot express (look
    around, back references) is not checked before sending.
    """
    if len(pattern) > _LONGEST_PATTERN or not is_unicode(pattern):
        return "it is too long"
    try:
        SchemaValidator(core_schema.str_schema(pattern=pattern))
    except SchemaError as error:
        return " ".join(str(error).split())[:200]
    return None
