"""Sample values of a schema: small, valid, the same for the same seed."""

from __future__ import annotations

import random
import string
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any, assert_never

from specloom import ir

_DEPTH = 12
_FORMATS = {
    "date": "2026-01-02",
    "time": "03:04:05Z",
    "duration": "PT3S",
    "email": "someone@example.com",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "uri": "https://example.com/sample",
    "url": "https://example.com/sample",
    "byte": "c2FtcGxl",
}
_EPOCH = datetime(2026, 1, 1, tzinfo=UTC)


def sample(api: ir.Api, schema: ir.Schema, dice: random.Random, depth: int = 0) -> Any:
    """Return a value the schema allows: examples first, required fields only."""
    if not isinstance(schema, ir.Null) and schema.meta.examples:
        return schema.meta.examples[0]
    if schema.meta.has_default and schema.meta.default is not None:
        return schema.meta.default
    match schema:
        case ir.Anything() | ir.Nothing() | ir.Null():
            return None
        case ir.Boolean():
            return False
        case ir.Enum():
            return schema.values[0] if schema.values else None
        case ir.Numeric():
            return _number(schema)
        case ir.Text():
            return _text(schema, dice)
        case ir.Array():
            return _array(api, schema, dice, depth)
        case ir.Object():
            return _object(api, schema, dice, depth)
        case ir.Union():
            return _union(api, schema, dice, depth)
        case ir.Ref():
            resolved = api.resolve(schema)
            return None if depth > _DEPTH else sample(api, resolved, dice, depth + 1)
        case _:
            assert_never(schema)


def _number(schema: ir.Numeric) -> int | float:
    step = schema.multiple_of or 1
    low = schema.minimum
    if schema.exclusive_minimum is not None:
        low = schema.exclusive_minimum + step
    high = schema.maximum
    if schema.exclusive_maximum is not None:
        high = schema.exclusive_maximum - step
    value = low if low is not None else min(1, high) if high is not None else 1
    if schema.multiple_of:
        value = -(-value // step) * step
    return int(value) if schema.integer else value


def _text(schema: ir.Text, dice: random.Random) -> str:
    if schema.format == "uuid":
        return str(uuid.UUID(int=dice.getrandbits(128), version=4))
    if schema.format == "date-time":
        moment = _EPOCH + timedelta(seconds=dice.randrange(86_400))
        return moment.isoformat().replace("+00:00", "Z")
    if schema.format in _FORMATS:
        return _FORMATS[schema.format]
    length = min(max(schema.min_length or 0, 6), schema.max_length or 6)
    return "".join(dice.choices(string.ascii_lowercase, k=length))


def _array(api: ir.Api, schema: ir.Array, dice: random.Random, depth: int) -> list[Any]:
    if depth > _DEPTH:
        return []
    wanted = min(max(schema.min_items or 0, len(schema.prefix)), 8)
    schemas = [*schema.prefix, *[schema.items] * 8][:wanted]
    return [sample(api, item, dice, depth + 1) for item in schemas]


def _object(
    api: ir.Api, schema: ir.Object, dice: random.Random, depth: int
) -> dict[str, Any]:
    if depth > _DEPTH:
        return {}
    return {
        item.wire: sample(api, item.schema, dice, depth + 1)
        for item in schema.properties
        if item.required
    }


def _union(api: ir.Api, schema: ir.Union, dice: random.Random, depth: int) -> Any:
    if any(isinstance(arm, ir.Null) for arm in schema.arms):
        return None
    if depth > _DEPTH or not schema.arms:
        return None
    value = sample(api, schema.arms[0], dice, depth + 1)
    tag = schema.discriminator
    if tag is not None and isinstance(value, dict):
        words = [word for word, index in tag.mapping if index == 0]
        if words and str(value.get(tag.property)) not in words:
            value = {**value, tag.property: words[0]}
    return value
