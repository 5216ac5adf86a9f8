"""The keywords of objects: properties, further keys, patterns, names of keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from specloom import ir
from specloom.spec import conforms
from specloom.spec.limits import size_range
from specloom.spec.raw import Node, shown

Lower: TypeAlias = Callable[[Any, str], ir.Schema]


def object_of(node: Node, lower: Lower) -> ir.Object:
    """Read the keywords of an object."""
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
            not_portable(node, str(pattern), pointer)
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


def not_portable(node: Node, pattern: str, pointer: str) -> None:
    """Report a pattern that is not checked."""
    node.row(
        "SPEC063",
        f"The pattern `{shown(pattern)}` cannot be checked in linear time, or is none.",
        pointer,
        hint="Write it without look-around and back-references, or drop it.",
    )
