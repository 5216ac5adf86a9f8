"""Values drawn from JSON Schemas as written, judged by jsonschema: not our code.

Only the raw 3.1 document is read here, so that what we send and accept is compared
with the document, not with our own reading of it.
"""

from __future__ import annotations

import random
import string
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

_ROOT = "urn:document"
_TRIES = 12
_DEPTH = 7
_FORMATS = {
    "date-time": "2026-03-04T05:06:07Z",
    "date": "2026-03-04",
    "time": "05:06:07Z",
    "duration": "P1DT2H",
    "email": "someone@example.com",
    "hostname": "example.com",
    "ipv4": "192.0.2.7",
    "ipv6": "2001:db8::7",
    "uri": "https://example.com/a?b=c",
    "url": "https://example.com/a?b=c",
    "uri-reference": "/a/b",
    "byte": "aGVsbG8=",
}


class Undrawn(Exception):
    """No valid value was found; the schema may have none."""


@dataclass(slots=True)
class Drawer:
    """Draws values of the schemas of one document, the same for the same seed."""

    document: Mapping[str, Any]
    dice: random.Random
    side: str = "request"
    """`request` leaves out readOnly properties, `response` writeOnly ones."""
    rich: bool = True
    """Draw optional properties too."""
    _registry: Any = field(init=False)

    def __post_init__(self) -> None:
        resource = Resource(contents=dict(self.document), specification=DRAFT202012)
        self._registry = Registry().with_resource(_ROOT, resource)

    def valid(self, schema: Any, value: Any) -> bool:
        """Tell whether jsonschema finds the value valid."""
        bound = _absolute(schema)
        validator = Draft202012Validator(bound, registry=self._registry)
        try:
            return validator.is_valid(value)
        except Exception:  # a schema the judge cannot read judges nothing
            return False

    def draw(self, schema: Any) -> Any:
        """Return a valid value; Undrawn when none was found in a few tries."""
        for attempt in range(_TRIES):
            self.rich = attempt < _TRIES // 2
            value = self._any(schema, 0)
            if self.valid(schema, value):
                return value
        raise Undrawn(str(schema)[:80])

    def _any(self, schema: Any, depth: int) -> Any:
        if schema is True or schema == {}:
            return self.dice.choice(["text", 7, True])
        if not isinstance(schema, Mapping):
            return None
        if "$ref" in schema:
            return self._any(self._resolve(schema["$ref"]), depth + 1)
        if "const" in schema:
            return schema["const"]
        if schema.get("enum"):
            return self.dice.choice(schema["enum"])
        if "allOf" in schema:
            return self._all(schema, depth)
        for key in ("oneOf", "anyOf"):
            if schema.get(key):
                return self._one(schema, key, depth)
        return self._typed(schema, depth)

    def _resolve(self, reference: str) -> Any:
        found: Any = self.document
        for part in reference.removeprefix("#/").split("/"):
            key = part.replace("~1", "/").replace("~0", "~")
            found = found[int(key)] if isinstance(found, list) else found.get(key, {})
        return found

    def _one(self, schema: Mapping[str, Any], key: str, depth: int) -> Any:
        arms = list(schema[key])
        if depth > _DEPTH:
            arms = [arm for arm in arms if arm.get("type") == "null"] or arms
        chosen = self._any(self.dice.choice(arms), depth + 1)
        rest = {name: value for name, value in schema.items() if name != key}
        if isinstance(chosen, dict) and rest.get("properties"):
            return {**self._object(rest, depth), **chosen}
        return chosen

    def _all(self, schema: Mapping[str, Any], depth: int) -> Any:
        parts = [*schema["allOf"], {k: v for k, v in schema.items() if k != "allOf"}]
        drawn = [
            self._any(part, depth + 1)
            for part in parts
            if isinstance(part, Mapping) and set(part) - {"description", "title"}
        ]
        objects = [value for value in drawn if isinstance(value, dict)]
        if objects:
            return {name: value for part in objects for name, value in part.items()}
        return drawn[0] if drawn else {}

    def _typed(self, schema: Mapping[str, Any], depth: int) -> Any:
        kind = schema.get("type")
        if isinstance(kind, list):
            solid = [name for name in kind if name != "null"] or ["null"]
            kind = "null" if depth > _DEPTH and "null" in kind else solid[0]
        if kind is None:
            kind = _guessed(schema)
        match kind:
            case "object":
                return self._object(schema, depth)
            case "array":
                return self._array(schema, depth)
            case "string":
                return self._string(schema)
            case "integer" | "number":
                return self._number(schema, whole=kind == "integer")
            case "boolean":
                return self.dice.random() < 0.5
            case "null":
                return None
            case _:
                return "text"

    def _object(self, schema: Mapping[str, Any], depth: int) -> dict[str, Any]:
        properties = schema.get("properties") or {}
        required = set(schema.get("required") or ())
        found: dict[str, Any] = {}
        hidden = "readOnly" if self.side == "request" else "writeOnly"
        for name, inner in properties.items():
            target = self._resolve(inner["$ref"]) if "$ref" in inner else inner
            if isinstance(target, Mapping) and target.get(hidden):
                continue
            wanted = self.rich and depth <= 2 and self.dice.random() < 0.7
            if name in required or (wanted and depth <= _DEPTH):
                found[name] = self._any(inner, depth + 1)
        for name in required - set(properties):
            found[name] = self._any(schema.get("additionalProperties", True), depth + 1)
        extra = schema.get("additionalProperties")
        if isinstance(extra, Mapping) and not properties and depth < 4:
            found["some_key"] = self._any(extra, depth + 1)
        return found

    def _array(self, schema: Mapping[str, Any], depth: int) -> list[Any]:
        least = int(schema.get("minItems") or 0)
        most = int(schema.get("maxItems", max(least, 2)))
        count = least if depth > 4 else max(least, min(most, 1 + least))
        prefix = list(schema.get("prefixItems") or ())
        items = [self._any(item, depth + 1) for item in prefix]
        inner = schema.get("items", True)
        while len(items) < count and inner is not False:
            items.append(self._any(inner, depth + 1))
        return items

    def _string(self, schema: Mapping[str, Any]) -> str:
        if schema.get("format") == "uuid":
            bits = self.dice.getrandbits(128)
            text = f"{bits:032x}"
            return f"{text[:8]}-{text[8:12]}-4{text[13:16]}-a{text[17:20]}-{text[20:]}"
        if schema.get("format") in _FORMATS:
            return _FORMATS[schema["format"]]
        for example in (schema.get("default"), *(schema.get("examples") or ())):
            if isinstance(example, str) and "pattern" in schema:
                return example
        least = int(schema.get("minLength") or 1)
        most = min(int(schema.get("maxLength", least + 8)), least + 8)
        alphabet = string.digits if self.dice.random() < 0.3 else string.ascii_letters
        return "".join(self.dice.choices(alphabet, k=max(least, min(most, 64_000))))

    def _number(self, schema: Mapping[str, Any], *, whole: bool) -> int | float:
        low = schema.get("minimum", schema.get("exclusiveMinimum", 0))
        high = schema.get("maximum", schema.get("exclusiveMaximum", low + 100))
        step = schema.get("multipleOf")
        if step:
            first = -(-low // step)
            value = (first + self.dice.choice((0, 1))) * step
            return int(value) if whole else value
        if whole:
            return self.dice.randint(int(low), max(int(high), int(low)))
        return round(self.dice.uniform(low, max(high, low)), 2)


def _guessed(schema: Mapping[str, Any]) -> str:
    if "properties" in schema or "additionalProperties" in schema:
        return "object"
    if "items" in schema:
        return "array"
    if {"minimum", "maximum", "multipleOf"} & set(schema):
        return "number"
    return "string"


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
