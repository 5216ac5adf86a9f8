"""The keywords of one type: objects, arrays, texts, numbers, with their limits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from specloom import ir
from specloom.spec import conforms
from specloom.spec.limits import contradiction, limit, size_range
from specloom.spec.object_keywords import Lower, not_portable, object_of
from specloom.spec.raw import Node, shown

Kind: TypeAlias = str
"""`object`, `array`, `string`, `number`, `integer`, `boolean` or `null`."""

KINDS = ("object", "array", "string", "number", "integer", "boolean", "null")

_MEANT: Mapping[str, Kind] = {
    "int": "integer",
    "int32": "integer",
    "int64": "integer",
    "long": "integer",
    "float": "number",
    "double": "number",
    "decimal": "number",
    "bool": "boolean",
    "str": "string",
    "text": "string",
    "date": "string",
    "datetime": "string",
    "date-time": "string",
    "uuid": "string",
    "file": "string",
    "list": "array",
    "dict": "object",
    "map": "object",
    "none": "null",
}

_TELLTALE: tuple[tuple[Kind, frozenset[str]], ...] = (
    (
        "object",
        frozenset(
            [
                "properties",
                "additionalProperties",
                "patternProperties",
                "propertyNames",
                "required",
                "minProperties",
                "maxProperties",
                "dependentRequired",
                "unevaluatedProperties",
            ]
        ),
    ),
    (
        "array",
        frozenset(
            ["items", "prefixItems", "minItems", "maxItems", "uniqueItems", "contains"]
        ),
    ),
    (
        "string",
        frozenset(
            ["pattern", "minLength", "maxLength", "contentEncoding", "contentMediaType"]
        ),
    ),
    (
        "number",
        frozenset(
            ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]
        ),
    ),
)

_FORMATS: Mapping[str, Kind] = {
    "int32": "integer",
    "int64": "integer",
    "float": "number",
    "double": "number",
} | dict.fromkeys(
    [
        "date",
        "date-time",
        "time",
        "duration",
        "uuid",
        "uri",
        "url",
        "email",
        "hostname",
        "ipv4",
        "ipv6",
        "byte",
        "binary",
        "password",
    ],
    "string",
)


def kinds(node: Node) -> tuple[Kind, ...]:
    """Return the types a schema names, or the one its keywords give away."""
    written = node.get("type")
    listed = written if isinstance(written, list) else [written]
    found: list[Kind] = []
    for word in listed:
        kind = _kind(node, word)
        if kind is not None and kind not in found:
            found.append(kind)
    if "number" in found and "integer" in found:
        found.remove("integer")
    return tuple(found) if found else _given_away(node)


def _kind(node: Node, word: Any) -> Kind | None:
    if word is None:
        return None
    if isinstance(word, str) and word in KINDS:
        return word
    meant = _MEANT.get(word.lower(), None) if isinstance(word, str) else None
    if isinstance(word, str) and meant is None and word.lower() in KINDS:
        meant = word.lower()
    outcome = f"read as `{meant}`" if meant else "it is ignored"
    node.row(
        "SPEC053",
        f"`{shown(str(word))}` is not a type; {outcome}.",
        node.at("type"),
        effect="repaired" if meant else "degraded",
        hint=f"Write one of {', '.join(KINDS)}.",
    )
    return meant


def _given_away(node: Node) -> tuple[Kind, ...]:
    if "enum" in node or "const" in node:
        return ()
    for kind, words in _TELLTALE:
        found = words & node.value.keys()
        if found == {"required"} and not isinstance(node.get("required"), list):
            continue
        if found:
            return (kind,)
    written = node.get("format")
    kind_of_format = _FORMATS.get(written) if isinstance(written, str) else None
    return (kind_of_format,) if kind_of_format else ()


def lower_kind(kind: Kind, node: Node, lower: Lower) -> ir.Schema:
    """Read the keywords of one type."""
    match kind:
        case "object":
            return object_of(node, lower)
        case "array":
            return _array(node, lower)
        case "string":
            return _text(node)
        case "number" | "integer":
            return _number(node, integer=kind == "integer")
        case "boolean":
            return ir.Boolean()
        case _:
            return ir.Null()


_LOOSE = (
    "`{}` (what stands where in a list) is checked only where `minItems` and "
    "`maxItems` say how many there are."
)


def _is_closed(node: Node) -> bool:
    return node.get("unevaluatedItems") is False


def _array(node: Node, lower: Lower) -> ir.Array:
    items, prefix = node.get("items"), node.get("prefixItems")
    place, rest_place = "prefixItems", "items"
    if isinstance(items, list):
        place, rest_place = "items", "additionalItems"
        items, prefix = node.get("additionalItems"), items
    listed = prefix if isinstance(prefix, list) else []
    closed = items is False or (items is None and _is_closed(node))
    rest = ir.Nothing() if closed else ir.Anything()
    low, high = size_range(node, "minItems", "maxItems")
    exact = low == len(listed) and (closed or high == low)
    if listed and not exact and not (closed and len(listed) == 1):
        node.row("SPEC060", _LOOSE.format(place), node.at(place))
    return ir.Array(
        items=rest if items is None else lower(items, node.at(rest_place)),
        prefix=tuple(
            lower(raw, node.at(place, index)) for index, raw in enumerate(listed)
        ),
        min_items=low,
        max_items=high,
        unique=node.flag("uniqueItems"),
    )


def _text(node: Node) -> ir.Text:
    low, high = size_range(node, "minLength", "maxLength")
    written = node.text("format")
    return ir.Text(
        format="binary" if node.get("type") == "file" else written,
        min_length=low,
        max_length=high,
        pattern=_pattern(node),
        content_media_type=node.text("contentMediaType"),
        content_encoding=node.text("contentEncoding"),
    )


def _pattern(node: Node) -> str | None:
    pattern = node.text("pattern")
    if pattern is None or conforms.portable(pattern):
        return pattern
    not_portable(node, pattern, node.at("pattern"))
    return None


def _number(node: Node, *, integer: bool) -> ir.Numeric:
    low, high = limit(node, "minimum"), limit(node, "maximum")
    above, below = (
        _exclusive(node, "exclusiveMinimum"),
        _exclusive(node, "exclusiveMaximum"),
    )
    if node.get("exclusiveMinimum") is True:
        low, above = None, low
    if node.get("exclusiveMaximum") is True:
        high, below = None, high
    bottom = max((x for x in (low, above) if x is not None), default=None)
    top = min((x for x in (high, below) if x is not None), default=None)
    if bottom is not None and top is not None and bottom > top:
        contradiction(node, "minimum", "maximum")
        low = high = above = below = None
    step = limit(node, "multipleOf")
    return ir.Numeric(
        integer=integer,
        format=node.text("format"),
        minimum=low,
        maximum=high,
        exclusive_minimum=above,
        exclusive_maximum=below,
        multiple_of=step if step is not None and step > 0 else None,
    )


def _exclusive(node: Node, key: str) -> int | float | None:
    return None if isinstance(node.get(key), bool) else limit(node, key)
