"""The keywords of one type: objects, arrays, texts, numbers, with their limits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from specloom import ir
from specloom.spec import conforms
from specloom.spec.limits import contradiction, limit, size_range
from specloom.spec.raw import Node, shown

Lower: TypeAlias = Callable[[Any, str], ir.Schema]

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
            return _object(node, lower)
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


def _object(node: Node, lower: Lower) -> ir.Object:
    required = _required(node)
    properties = {
        str(wire): _property(str(wire), raw, node, lower, required)
        for wire, raw in node.child("properties").value.items()
    }
    for wire, item in _conditional(node, lower):
        properties.setdefault(wire, item)
    for wire in required - properties.keys():
        properties[wire] = ir.Property(wire=wire, schema=ir.Anything(), required=True)
    low, high = size_range(node, "minProperties", "maxProperties")
    return ir.Object(
        properties=tuple(properties[wire] for wire in sorted(properties)),
        extra=_extra(node, lower),
        patterns=_patterns(node, lower),
        key_schema=_keys(node, lower),
        min_properties=low,
        max_properties=high,
        dependent_required=_dependent(node),
    )


def _conditional(node: Node, lower: Lower) -> Iterator[tuple[str, ir.Property]]:
    """Yield properties named by rules that are not checked: they are allowed."""
    dependent = node.child("dependentSchemas")
    rules = [dependent.child(name) for name, raw, _ in dependent.entries() if raw]
    for keyword in ("then", "else"):
        if isinstance(node.get(keyword), Mapping):
            rules.append(node.child(keyword))
    for rule in rules:
        for wire in sorted(rule.child("properties").value, key=str):
            raw = rule.child("properties").value[wire]
            yield str(wire), _property(str(wire), raw, rule, lower, frozenset())


def _required(node: Node) -> frozenset[str]:
    match node.get("required"):
        case None | bool():
            return frozenset()
        case str() as name:
            node.malformed("required", name, "a list")
            return frozenset()
        case _:
            return frozenset(node.texts("required"))


def _property(
    wire: str, raw: Any, node: Node, lower: Lower, required: frozenset[str]
) -> ir.Property:
    pointer = node.at("properties", wire)
    schema = lower(raw, pointer)
    member = Node(raw if isinstance(raw, Mapping) else {}, pointer, node.report)
    marked = member.get("required") is True
    if marked:
        member.row(
            "SPEC054",
            "`required: true` at a property; it is read as required by its object.",
            effect="repaired",
            hint="List the property in the object's `required`.",
        )
    return ir.Property(
        wire=wire,
        schema=schema,
        required=marked or wire in required,
        name=member.text("x-specloom-name"),
        meta=schema.meta,
    )


def _extra(node: Node, lower: Lower) -> ir.Schema | None:
    for keyword in ("additionalProperties", "unevaluatedProperties"):
        match node.get(keyword):
            case None:
                continue
            case "true" | "false" as word:
                node.malformed(keyword, word, "a boolean or a schema")
                return ir.Nothing() if word == "false" else ir.Anything()
            case found:
                return lower(found, node.at(keyword))
    return None


def _patterns(node: Node, lower: Lower) -> tuple[tuple[str, ir.Schema], ...]:
    found = []
    for pattern, raw in sorted(node.child("patternProperties").value.items()):
        pointer = node.at("patternProperties", str(pattern))
        if conforms.portable(str(pattern)):
            found.append((str(pattern), lower(raw, pointer)))
        else:
            _not_portable(node, str(pattern), pointer)
    return tuple(found)


def _keys(node: Node, lower: Lower) -> ir.Schema | None:
    if "propertyNames" not in node:
        return None
    found = lower(node.get("propertyNames"), node.at("propertyNames"))
    return None if isinstance(found, ir.Anything) else found


def _dependent(node: Node) -> tuple[tuple[str, tuple[str, ...]], ...]:
    child = node.child("dependentRequired")
    pairs = ((name, child.texts(name)) for name, _, _ in child.entries())
    return tuple((name, tuple(sorted(names))) for name, names in pairs if names)


def _array(node: Node, lower: Lower) -> ir.Array:
    items, prefix = node.get("items"), node.get("prefixItems")
    place, rest_place = "prefixItems", "items"
    if isinstance(items, list):
        place, rest_place = "items", "additionalItems"
        items, prefix = node.get("additionalItems"), items
    listed = prefix if isinstance(prefix, list) else []
    closed = node.get("unevaluatedItems") is False
    rest = ir.Nothing() if closed else ir.Anything()
    low, high = size_range(node, "minItems", "maxItems")
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
    _not_portable(node, pattern, node.at("pattern"))
    return None


def _not_portable(node: Node, pattern: str, pointer: str) -> None:
    node.row(
        "SPEC063",
        f"The pattern `{shown(pattern)}` cannot be checked in linear time, or is none.",
        pointer,
        hint="Write it without look-around and back-references, or drop it.",
    )


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
