"""Read keywords that leave one schema no value as what they plainly mean."""

from __future__ import annotations

from typing import Any

from specloom import location
from specloom.spec.defaults import takes_null
from specloom.spec.repair import Node


def values_of_items(node: Node) -> None:
    """An enum of single values at a list names what its items may be."""
    value = node.value
    listed, items = value.get("enum"), value.get("items", {})
    kinds = _kinds(node)
    if "array" not in kinds or kinds - {"array", "null"} or not listed:
        return
    single = [item for item in listed if item is not None]
    if any(isinstance(item, list) for item in single) or not single:
        return
    if not isinstance(items, dict) or {"$ref", "enum"} & items.keys():
        return
    node.draft.move(
        location.join(node.pointer, "enum"),
        location.join(node.pointer, "items", "enum"),
    )
    value["items"] = {**items, "enum": single}
    del value["enum"]
    message = "no list is in the `enum` of a list; read as that of its items"
    node.say("SPEC033", message, "items", "enum")


def null_beside_others(node: Node) -> None:
    """`type: "null"` beside variants or values without null is: or null."""
    value = node.value
    listed = value.get("enum")
    never = listed is not None and None not in listed
    unions = {"oneOf", "anyOf"} & value.keys()
    if _kinds(node) != {"null"} or not (never or (unions and _excludes(node))):
        return
    del value["type"]
    value["nullable"] = True
    beside = "enum" if never else min(unions)
    node.say("SPEC033", f"`type: null` beside `{beside}` is read as: or null", beside)


def _excludes(node: Node) -> bool:
    return not takes_null(node, node.value)


def _kinds(node: Node) -> set[Any]:
    types = node.value.get("type")
    return set(types) if isinstance(types, list) else {types}
