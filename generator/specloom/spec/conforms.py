"""Whether a JSON value fits a schema: for defaults, and for narrowing enums."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias, assert_never

from specloom import ir

Resolve: TypeAlias = Callable[[ir.Schema], ir.Schema]

_MAX_DEPTH = 24


def conforms(
    schema: ir.Schema, value: ir.Json, resolve: Resolve, depth: int = 0
) -> bool:
    """Say whether a value fits; formats are not judged, nor anything very deep."""
    if depth > _MAX_DEPTH:
        return True
    match schema:
        case ir.Anything():
            return True
        case ir.Nothing():
            return False
        case ir.Null():
            return value is None
        case ir.Boolean():
            return isinstance(value, bool)
        case ir.Numeric():
            return _number(schema, value)
        case ir.Text():
            return isinstance(value, str) and _text(schema, value)
        case ir.Enum():
            return any(same(value, item) for item in schema.values)
        case ir.Array():
            return isinstance(value, list) and _array(schema, value, resolve, depth)
        case ir.Object():
            return isinstance(value, Mapping) and _object(schema, value, resolve, depth)
        case ir.Union():
            return any(conforms(arm, value, resolve, depth + 1) for arm in schema.arms)
        case ir.Ref():
            target = resolve(schema)
            return isinstance(target, ir.Ref) or conforms(
                target, value, resolve, depth + 1
            )
        case _:
            assert_never(schema)


def same(left: ir.Json, right: ir.Json) -> bool:
    """Compare two JSON values: `true` is not `1`, `1.0` is `1`."""
    match left, right:
        case (bool(), _) | (_, bool()):
            return left is right
        case (list(), list()):
            return len(left) == len(right) and all(map(same, left, right))
        case (dict(), dict()):
            return left.keys() == right.keys() and all(
                same(left[key], right[key]) for key in left
            )
        case _:
            return bool(left == right)


def _number(schema: ir.Numeric, value: Any) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    if schema.integer and isinstance(value, float) and not value.is_integer():
        return False
    return (
        (schema.minimum is None or value >= schema.minimum)
        and (schema.maximum is None or value <= schema.maximum)
        and (schema.exclusive_minimum is None or value > schema.exclusive_minimum)
        and (schema.exclusive_maximum is None or value < schema.exclusive_maximum)
        and _multiple(value, schema.multiple_of)
    )


def _multiple(value: int | float, step: int | float | None) -> bool:
    if not step:
        return True
    if isinstance(value, int) and isinstance(step, int):
        return value % step == 0
    try:
        ratio = value / step
    except OverflowError:
        return True
    return abs(ratio - round(ratio)) < 1e-9


def _text(schema: ir.Text, value: str) -> bool:
    if schema.min_length is not None and len(value) < schema.min_length:
        return False
    if schema.max_length is not None and len(value) > schema.max_length:
        return False
    return schema.pattern is None or matches(schema.pattern, value)


def matches(pattern: str, value: str) -> bool:
    """Say whether a pattern is found in a text, by an engine without backtracking."""
    from pydantic_core import SchemaValidator, ValidationError, core_schema

    if len(value) > 10_000:
        return True
    rule = core_schema.str_schema(pattern=pattern, regex_engine="rust-regex")
    try:
        SchemaValidator(rule).validate_python(value)
    except ValidationError:
        return False
    return True


def portable(pattern: str) -> bool:
    """Say whether a pattern can be checked in linear time (RE2-like syntax)."""
    from pydantic_core import SchemaError, SchemaValidator, core_schema

    if len(pattern) > 2000 or "\x00" in pattern:
        return False
    rule = core_schema.str_schema(pattern=pattern, regex_engine="rust-regex")
    try:
        SchemaValidator(rule)
    except (SchemaError, re.error):
        return False
    return True


def _array(schema: ir.Array, value: list[Any], resolve: Resolve, depth: int) -> bool:
    size = len(value)
    if schema.min_items is not None and size < schema.min_items:
        return False
    if schema.max_items is not None and size > schema.max_items:
        return False
    rest = value[len(schema.prefix) :]
    return all(
        conforms(item_schema, item, resolve, depth + 1)
        for item_schema, item in zip(schema.prefix, value, strict=False)
    ) and all(conforms(schema.items, item, resolve, depth + 1) for item in rest)


def _object(
    schema: ir.Object, value: Mapping[str, Any], resolve: Resolve, depth: int
) -> bool:
    named = {item.wire: item for item in schema.properties}
    if any(item.required and item.wire not in value for item in schema.properties):
        return False
    for key, member in value.items():
        found = named.get(key)
        if found is not None:
            expected = found.schema
        elif schema.extra is None or schema.patterns:
            continue
        else:
            expected = schema.extra
        if not conforms(expected, member, resolve, depth + 1):
            return False
    return True
