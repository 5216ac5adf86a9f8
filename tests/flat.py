"""A schema as one plain object: references followed, arms chosen, parts merged."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

FILE = "^@[a-z]{8}$"
"""How the text of a drawn file begins, so that it is told from other texts."""
_UNIONS = ("oneOf", "anyOf")
_NEVER = object()
_CHOICES = 200
_DEEP = 6
"""Choices of arms before it is settled that no value is both."""
_LOWER = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")
_HIGHER = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")


def without(schema: Any, hidden: str, document: Mapping[str, Any] | None = None) -> Any:
    """Return a copy whose readOnly (or writeOnly) properties are not required.

    Such a property is left out of one direction, whatever `required` says (OpenAPI
    3.1, 4.8.24.2); here it becomes one that nobody asks for.
    """
    if isinstance(schema, list):
        return [without(item, hidden, document) for item in schema]
    if not isinstance(schema, Mapping):
        return schema
    found = {key: without(value, hidden, document) for key, value in schema.items()}
    if isinstance(found.get("required"), list) and {"allOf", "$ref"} & set(found):
        gone = _hidden_in(schema, hidden, document or {}, 0)
        found["required"] = [name for name in found["required"] if name not in gone]
    properties = found.get("properties")
    if isinstance(properties, dict):
        gone = {
            name
            for name, item in properties.items()
            if isinstance(item, dict) and _is_hidden(item, hidden, document or {})
        }
        for name in gone:
            del properties[name]
        if not properties and not gone and "type" in found:
            del found["properties"]  # nothing is said; what has been emptied stays
        if gone and isinstance(found.get("required"), list):
            found["required"] = [name for name in found["required"] if name not in gone]
    return found


def _hidden_in(
    schema: Any, hidden: str, document: Mapping[str, Any], depth: int
) -> set[str]:
    """Return the properties of one side that the parts of a schema name."""
    if not isinstance(schema, Mapping) or depth > _DEEP:
        return set()
    parts = [*(schema.get("allOf") or ())]
    if isinstance(schema.get("$ref"), str):
        parts.append(Flattener(document, random.Random(0)).resolve(schema["$ref"]))
    inner = (_hidden_in(part, hidden, document, depth + 1) for part in parts)
    properties = schema.get("properties")
    own = properties.items() if isinstance(properties, Mapping) else ()
    return {
        name
        for name, item in own
        if isinstance(item, Mapping) and _is_hidden(item, hidden, document)
    }.union(*inner)


def _is_hidden(
    item: Mapping[str, Any], hidden: str, document: Mapping[str, Any]
) -> bool:
    """Tell whether a property, or the schema that it refers to, is of one side."""
    reader = Flattener(document, random.Random(0))
    for _ in range(_DEEP):
        if item.get(hidden) is True:
            return True
        target = reader.resolve(item["$ref"]) if "$ref" in item else None
        if not isinstance(target, Mapping):
            return False
        item = target
    return False


def marked(schema: Any) -> Any:
    """Return a copy in which the texts that are files are told by how they begin."""
    if isinstance(schema, list):
        return [marked(item) for item in schema]
    if not isinstance(schema, Mapping):
        return schema
    texts = schema.get("type", "string") in ("string", ["string"])
    binary = schema.get("format") == "binary" or "contentMediaType" in schema
    if texts and binary and not {"contentEncoding", "contentSchema"} & set(schema):
        return {"type": "string", "pattern": FILE}
    return {key: marked(value) for key, value in schema.items()}


@dataclass(slots=True)
class Flattener:
    """Makes plain schemas of those of one document, by chance where there is choice."""

    document: Mapping[str, Any]
    dice: random.Random

    def resolve(self, reference: str) -> Any:
        """Return what a local reference names; an empty schema where it is nothing."""
        found: Any = self.document
        for part in reference.removeprefix("#").removeprefix("/").split("/"):
            key = part.replace("~1", "/").replace("~0", "~")
            if isinstance(found, list):
                found = found[int(key)]
            elif isinstance(found, Mapping):
                found = found.get(key, {})
        return found

    def chooses(self, schema: Mapping[str, Any]) -> bool:
        """Tell whether a schema leaves a choice that can go wrong."""
        seen = 0
        while "$ref" in schema and seen < 20:
            if len(schema) > 1 and set(schema) & {"not", *_UNIONS}:
                return True
            target = self.resolve(schema["$ref"])
            if not isinstance(target, Mapping):
                return False
            schema, seen = target, seen + 1
        return bool(set(schema) & {"not", "if", "allOf", *_UNIONS})

    def plain(self, schema: Mapping[str, Any], *, deep: bool) -> dict[str, Any]:
        """Return a schema without references, unions and parts that allows less."""
        for _ in range(_CHOICES):
            merged: dict[str, Any] = {}
            for part in self._parts(schema, deep, 0):
                merged = merge(merged, part)
            if merged.get("enum") != []:
                break
        if "const" in merged:
            merged["enum"] = [merged.pop("const")]
        return merged

    def _parts(self, schema: Any, deep: bool, steps: int) -> Iterator[dict[str, Any]]:
        if not isinstance(schema, Mapping) or steps > 40:
            return
        own = {
            key: value
            for key, value in schema.items()
            if key not in ("$ref", "allOf", *_UNIONS)
        }
        yield own
        if isinstance(schema.get("$ref"), str):
            yield from self._parts(self.resolve(schema["$ref"]), deep, steps + 1)
        for part in schema.get("allOf") or ():
            yield from self._parts(part, deep, steps + 1)
        for key in _UNIONS:
            if schema.get(key):
                arm = self._arm(schema[key], deep)
                yield from self._parts(arm, deep, steps + 1)

    def _arm(self, arms: Sequence[Any], deep: bool) -> Any:
        if not deep:
            return self.dice.choice(arms)
        ranks = [self._rank(arm, 0) for arm in arms]
        return self.dice.choice(
            [arm for arm, rank in zip(arms, ranks, strict=True) if rank == min(ranks)]
        )

    def _rank(self, schema: Any, steps: int) -> int:
        """Order arms by how soon they end: nothing, a scalar, a list, an object."""
        if not isinstance(schema, Mapping) or steps > 6:
            return 9
        if "$ref" in schema:
            return self._rank(self.resolve(schema["$ref"]), steps + 1)
        for key in _UNIONS:
            if schema.get(key):
                return min(self._rank(arm, steps + 1) for arm in schema[key])
        kind = schema.get("type")
        if kind == "array":
            return 3 if schema.get("minItems") else 1
        if kind == "object" or "properties" in schema or "allOf" in schema:
            return 4 if schema.get("required") or "allOf" in schema else 2
        return 0


def readable(schema: Any) -> Any:
    """Return a copy without patterns of another dialect, which no judge here reads."""
    if isinstance(schema, list):
        return [readable(item) for item in schema]
    if not isinstance(schema, Mapping):
        return schema
    found = {key: readable(value) for key, value in schema.items()}
    if isinstance(found.get("pattern"), str) and not _compiles(found["pattern"]):
        del found["pattern"]
    return found


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        return False
    return True


def opened(schema: Any, document: Mapping[str, Any], depth: int = 0) -> Any:
    """Return a copy whose composed parts do not forbid each other's properties.

    Read strictly no value fits them; what is meant, and told in the ledger (SPEC067),
    is that the whole has no other properties.
    """
    if isinstance(schema, list):
        return [opened(item, document, depth) for item in schema]
    if not isinstance(schema, Mapping):
        return schema
    found = {key: opened(value, document, depth) for key, value in schema.items()}
    composed = [key for key in ("allOf", *_UNIONS) if isinstance(found.get(key), list)]
    if not composed and "$ref" not in found:
        return found
    if found.get("additionalProperties") is False:
        del found["additionalProperties"]
    alone = not {"allOf", "properties", "$ref"} & set(found)
    for key in composed if not alone else ():
        found[key] = [_open_part(part, document, depth) for part in found[key]]
    return found


def _open_part(part: Any, document: Mapping[str, Any], depth: int) -> Any:
    if not isinstance(part, Mapping):
        return part
    if isinstance(part.get("$ref"), str) and depth < _DEEP:
        target = Flattener(document, random.Random(0)).resolve(part["$ref"])
        if isinstance(target, Mapping) and target.get("additionalProperties") is False:
            return _open_part(opened(target, document, depth + 1), document, depth + 1)
    return {
        key: value
        for key, value in part.items()
        if key != "additionalProperties" or value is not False
    }


def tagged(schema: Any, document: Mapping[str, Any]) -> Any:
    """Return a copy whose discriminators are said in JSON Schema.

    An arm of a union must have the value that names it (OpenAPI 3.1, 4.8.25), unless
    its own `enum` or `const` says which values it has.
    """
    if isinstance(schema, list):
        return [tagged(item, document) for item in schema]
    if not isinstance(schema, Mapping):
        return schema
    found = {key: tagged(value, document) for key, value in schema.items()}
    rule = found.get("discriminator")
    if isinstance(rule, dict) and isinstance(rule.get("propertyName"), str):
        for key in _UNIONS:
            if isinstance(found.get(key), list):
                found[key] = [_with_tag(arm, rule, document) for arm in found[key]]
    return found


def _with_tag(arm: Any, rule: Mapping[str, Any], document: Mapping[str, Any]) -> Any:
    reference = arm.get("$ref") if isinstance(arm, Mapping) else None
    if not isinstance(reference, str):
        return arm
    name, short = rule["propertyName"], reference.rpartition("/")[2]
    mapping = rule.get("mapping") or {}
    keys = [key for key, to in mapping.items() if to in (reference, short)]
    reader = Flattener(document, random.Random(0))
    declared = reader.plain(arm, deep=True).get("properties", {}).get(name, {})
    own = reader.plain(declared, deep=True) if isinstance(declared, Mapping) else {}
    if "enum" in own and not set(map(str, own["enum"])) & set(keys or [short]):
        return arm
    tag = {"properties": {name: {"enum": keys or [short]}}, "required": [name]}
    return {"allOf": [arm, tag]}


def merge(left: Mapping[str, Any], right: Mapping[str, Any]) -> dict[str, Any]:
    """Return a schema that allows what both allow, as far as that can be said."""
    found = {**left, **right}
    for key in set(left) & set(right):
        found[key] = _both(key, left[key], right[key])
    if found.get("const") is _NEVER or found.get("type") == []:
        return {"enum": []}
    if "const" in found and "enum" in found:
        found["enum"] = [item for item in found["enum"] if item == found["const"]]
        del found["const"]
    return found


def _both(key: str, left: Any, right: Any) -> Any:
    match key:
        case "properties":
            shared = set(left) & set(right)
            return {
                **left,
                **right,
                **{name: _all_of(left[name], right[name]) for name in sorted(shared)},
            }
        case "required":
            return [*left, *(name for name in right if name not in left)]
        case "enum":
            return [item for item in left if item in right]
        case "const":
            return left if left == right else _NEVER
        case "type":
            return _types(left, right)
        case "items" | "additionalProperties":
            return _all_of(left, right)
        case _ if key in _LOWER:
            return min(left, right)
        case _ if key in _HIGHER:
            return max(left, right)
        case _:
            return right


def _all_of(left: Any, right: Any) -> Any:
    if left is False or right is False:
        return False
    parts = [part for part in (left, right) if isinstance(part, Mapping) and part]
    return {"allOf": parts} if len(parts) > 1 else (parts[0] if parts else True)


def _types(left: Any, right: Any) -> Any:
    one = [left] if isinstance(left, str) else list(left)
    two = [right] if isinstance(right, str) else list(right)
    both = [kind for kind in one if kind in two]
    if not both and {"integer", "number"} <= {*one, *two}:
        both = ["integer"]
    return both[0] if len(both) == 1 else both
