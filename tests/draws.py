"""Values drawn from JSON Schemas as written, judged by jsonschema: not our code.

Only the raw 3.1 document is read here, so that what we send and accept is compared
with the document, not with our own reading of it.
"""

from __future__ import annotations

import ipaddress
import json
import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from tests import flat, texts

_ROOT = "urn:document"
_TRIES = 16
_LOCAL = 6
"""Tries at one union before the whole value is drawn anew."""
_DEPTH = 5
"""Below it only what must be there is drawn."""
_DEEPEST = 60
_BITS = {"int32": 31, "int64": 63}
_NODES = 6000
_FORMATS = FormatChecker(())


@_FORMATS.checks("uri")
def is_uri(value: object) -> bool:
    """Tell whether a value is no text or one with a scheme."""
    return not isinstance(value, str) or "://" in value or value.startswith("data:")


@_FORMATS.checks("ipv4", raises=ValueError)
def _is_ipv4(value: object) -> bool:
    return not isinstance(value, str) or bool(ipaddress.IPv4Address(value))


@_FORMATS.checks("ipv6", raises=ValueError)
def _is_ipv6(value: object) -> bool:
    return not isinstance(value, str) or bool(ipaddress.IPv6Address(value))


@_FORMATS.checks("uuid")
def _is_uuid(value: object) -> bool:
    pattern = r"(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
    return not isinstance(value, str) or bool(re.fullmatch(pattern, value))


@_FORMATS.checks("time")
def is_time(value: object) -> bool:
    """Tell whether a value is no text or a time with its offset (RFC 3339, 5.6)."""
    pattern = r"\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)"
    return not isinstance(value, str) or bool(re.fullmatch(pattern, value))


@_FORMATS.checks("date-time")
def _is_moment(value: object) -> bool:
    return not isinstance(value, str) or bool(re.match(r"\d{4}-\d\d-\d\dT", value))


class Undrawn(Exception):
    """No valid value was found; the schema may have none."""


@dataclass(slots=True)
class Drawer:
    """Draws values of the schemas of one document, the same for the same seed."""

    document: Mapping[str, Any]
    dice: random.Random
    side: str = "request"
    """`request` leaves out readOnly properties, `response` writeOnly ones."""
    wealth: float = 0.7
    """How likely an optional property is drawn."""
    _reader: flat.Flattener = field(init=False)
    _registry: Any = field(init=False)
    _left: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        shown = self._shown(self.document)
        self._reader = flat.Flattener(shown, self.dice)
        resource = Resource(contents=shown, specification=DRAFT202012)
        self._registry = Registry().with_resource(_ROOT, resource)

    def valid(self, schema: Any, value: Any) -> bool:
        """Tell whether jsonschema finds the value valid."""
        bound = _absolute(schema)
        validator = Draft202012Validator(
            bound, registry=self._registry, format_checker=_FORMATS
        )
        try:
            return validator.is_valid(value)
        except Exception:  # a schema the judge cannot read judges nothing
            return False

    def draw(
        self, schema: Any, fits: Callable[[Any], bool] = lambda value: True
    ) -> Any:
        """Return a valid value that `fits`; Undrawn when none was found."""
        schema = self._shown(schema)
        wealth = self.wealth
        try:
            for attempt in range(_TRIES):
                self._left = _NODES
                self.wealth = (wealth, wealth, 0.0, 0.9)[attempt % 4]
                try:
                    value = self._any(schema, 0)
                except Undrawn:
                    continue
                if fits(value) and self.valid(schema, value):
                    return value
        finally:
            self.wealth = wealth
        raise Undrawn(f"found no valid value that can be sent: {str(schema)[:80]}")

    def _shown(self, schema: Any) -> Any:
        """Return a schema as one side sees it, in plain JSON Schema."""
        hidden = "readOnly" if self.side == "request" else "writeOnly"
        found = flat.opened(flat.readable(schema), self.document)
        found = flat.without(found, hidden, self.document)
        return flat.tagged(found, self.document)

    def _any(self, schema: Any, depth: int) -> Any:
        self._left -= 1
        if self._left < 0 or depth > _DEEPEST:
            raise Undrawn("no end in sight")
        if not isinstance(schema, Mapping):
            return self.dice.choice(["text", 7, True])
        choices = self._reader.chooses(schema)
        value: Any = None
        for attempt in range(_LOCAL if choices else 1):
            plain = self._reader.plain(schema, deep=depth > _DEPTH)
            value = self._flat(plain, depth if attempt < 2 else min(depth, 2))
            if not choices or self.valid(schema, value):
                return value
        return value

    def _flat(self, schema: Mapping[str, Any], depth: int) -> Any:
        if "enum" in schema:
            if not schema["enum"]:
                raise Undrawn("nothing is allowed")
            return self.dice.choice(schema["enum"])
        match self._kind(schema, depth):
            case "object":
                return self._object(schema, depth)
            case "array":
                return self._array(schema, depth)
            case "integer" | "number" as kind:
                return self._number(schema, whole=kind == "integer")
            case "boolean":
                return self.dice.random() < 0.5
            case "null":
                return None
            case "string":
                return texts.text(schema, self.dice)
            case _:
                return self.dice.choice(["text", 7, True])

    def _kind(self, schema: Mapping[str, Any], depth: int) -> str | None:
        kinds = schema.get("type")
        if isinstance(kinds, str):
            return kinds
        if not kinds:
            return _guessed(schema)
        if "null" in kinds and (depth > _DEPTH or self.dice.random() < 0.1):
            return "null"
        solid = [name for name in kinds if name != "null"] or ["null"]
        return self.dice.choice(solid) if depth <= _DEPTH else min(solid, key=_weight)

    def _object(self, schema: Mapping[str, Any], depth: int) -> dict[str, Any]:
        properties: Mapping[str, Any] = schema.get("properties") or {}
        required = set(schema.get("required") or ())
        names = [name for name in properties if self._wanted(name, required, depth)]
        lacking = int(schema.get("minProperties") or 0) - len(names)
        others = [name for name in properties if name not in names]
        names += others[: max(lacking, 0)]
        extra = _extra(schema)
        found = {name: self._any(properties[name], depth + 1) for name in names}
        for name in sorted(required - set(properties)):
            found[name] = self._any(extra if extra is not False else True, depth + 1)
        known = properties and lacking <= len(others)
        written = "properties" in schema
        free = schema.get("additionalProperties", not written) is not False
        if free and not known and depth <= _DEPTH:
            for _ in range(max(1, lacking - len(others))):
                found[self._name(schema)] = self._any(extra, depth + 1)
        for name, needed in (schema.get("dependentRequired") or {}).items():
            for other in needed if name in found else ():
                found.setdefault(other, self._any(properties.get(other), depth + 1))
        return found

    def _wanted(self, name: str, required: set[str], depth: int) -> bool:
        if name in required:
            return True
        return depth <= 2 and self.dice.random() < self.wealth

    def _name(self, schema: Mapping[str, Any]) -> str:
        names = schema.get("propertyNames")
        patterns = schema.get("patternProperties")
        if isinstance(names, Mapping):
            return str(self._any({"type": "string", **names}, 0))
        if patterns:
            return texts.matching(next(iter(patterns)), self.dice) or "some_key"
        return f"key_{self.dice.randrange(1000)}"

    def _array(self, schema: Mapping[str, Any], depth: int) -> list[Any]:
        least = int(schema.get("minItems") or 0)
        most = int(schema.get("maxItems", max(least, 2)))
        count = least if depth > _DEPTH else max(least, min(most, 1 + least))
        prefix = list(schema.get("prefixItems") or ())
        unique = bool(schema.get("uniqueItems"))
        items = [self._any(item, 1 if unique else depth + 1) for item in prefix]
        del items[max(most, 0) :]
        inner = schema.get("items", True)
        keys = {json.dumps(item, sort_keys=True) for item in items}
        for _ in range(4 * count):
            if len(items) >= count or inner is False:
                break
            item = self._any(inner, depth + 1)
            key = json.dumps(item, sort_keys=True)
            if key not in keys or not unique:
                items.append(item)
                keys.add(key)
        return items

    def _number(self, schema: Mapping[str, Any], *, whole: bool) -> int | float:
        step = schema.get("multipleOf")
        gap = step or (1 if whole else 0.01)
        low, high = schema.get("minimum"), schema.get("maximum")
        if "exclusiveMinimum" in schema:
            low = max(schema["exclusiveMinimum"] + gap, low or float("-inf"))
        if "exclusiveMaximum" in schema:
            high = min(schema["exclusiveMaximum"] - gap, high or float("inf"))
        if low is None:
            low = 0 if high is None or high >= 0 else high - 100
        bits = _BITS.get(schema.get("format", ""), 0)
        if bits and whole:  # bounds are often written as a float that lies outside
            low = max(low, -(2**bits))
        high = low + 100 if high is None else min(high, low + 1000)
        if step:
            value = (-(-low // step) + self.dice.choice((0, 1))) * step
            return int(value) if whole else round(value, 9)
        if whole:
            return self.dice.randint(
                int(-(-low // 1)), max(int(high), int(-(-low // 1)))
            )
        return min(max(round(self.dice.uniform(low, max(high, low)), 2), low), high)


def _weight(kind: str) -> int:
    """Order kinds by how soon they end."""
    return {"object": 2, "array": 1}.get(kind, 0)


def _extra(schema: Mapping[str, Any]) -> Any:
    """Return the schema of properties without a name of their own."""
    patterns = schema.get("patternProperties")
    if patterns:
        return next(iter(patterns.values()))
    return schema.get("additionalProperties", True)


def _guessed(schema: Mapping[str, Any]) -> str | None:
    kinds = {
        "object": {"properties", "additionalProperties", "required", "minProperties"},
        "array": {"items", "prefixItems", "minItems", "maxItems"},
        "number": {"minimum", "maximum", "multipleOf"},
        "string": {"pattern", "format", "minLength", "maxLength"},
    }
    return next((kind for kind, keys in kinds.items() if keys & set(schema)), None)


def _absolute(schema: Any) -> Any:
    """Return the schema with its local references made absolute."""
    if isinstance(schema, Mapping):
        return {
            key: _ROOT + value
            if key == "$ref" and isinstance(value, str) and value.startswith("#")
            else _absolute(value)
            for key, value in schema.items()
        }
    if isinstance(schema, list):
        return [_absolute(item) for item in schema]
    return schema
