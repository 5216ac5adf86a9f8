"""What one item of an event stream is: its data alone, or the whole event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from specloom import ir
from specloom.spec.raw import Node, Tree

_FIELDS = frozenset({"data", "event", "id", "retry"})
_SENTINELS = ("[DONE]",)
_MOST_HOPS = 3


@dataclass(frozen=True, slots=True)
class Item:
    """The schema of an item, and what of an event it describes."""

    raw: Any
    pointer: str
    part: ir.EventPart


@dataclass(frozen=True, slots=True)
class _Arm:
    """One kind of event: its properties, and what they are together."""

    raw: Any
    properties: Mapping[str, Any]
    required: tuple[str, ...]
    pointer: str


def item(tree: Tree, raw: Any, pointer: str, *, said: bool) -> Item | None:
    """Return what a schema of events describes (OpenAPI 3.2, 4.14.4).

    None where it does not speak of events: it is the schema of their data. `said`
    tells that the document uses `itemSchema`; a plain `schema` of events is an older
    habit, and may be meant as the data that holds such an object.
    """
    arms = list(_arms(tree, raw, pointer, ()))
    if not arms or not all(_is_event(arm, said) for arm in arms):
        return None
    if _names_vary(arms):
        whole = [_typed(arm) for arm in arms]
        return Item(whole[0] if len(whole) == 1 else {"oneOf": whole}, pointer, "whole")
    found = [data for arm in arms if (data := _data(arm)) is not None]
    if not found:
        return None
    part: ir.EventPart = "data" if said else "inner"
    if len(found) == 1:
        return Item(*found[0], part)
    return Item({"oneOf": [schema for schema, _ in found]}, pointer, part)


def _arms(
    tree: Tree, raw: Any, pointer: str, above: tuple[Node, ...]
) -> Iterator[_Arm]:
    """Yield every kind of event; properties of a union go to each of its arms."""
    node = tree.node(raw, pointer, what="an event's schema")
    if node is None or len(above) > _MOST_HOPS:
        return
    chain = (*above, node)
    inner = [one for key in ("oneOf", "anyOf") for one in node.items(key)]
    for one, place in inner:
        yield from _arms(tree, one, place, chain)
    if not inner:
        yield _arm(raw, node, chain)


def _arm(raw: Any, node: Node, chain: tuple[Node, ...]) -> _Arm:
    properties: dict[str, Any] = {}
    required: dict[str, None] = {}
    for one in chain:
        required |= dict.fromkeys(one.texts("required"))
        for wire, value, _ in one.child("properties").entries():
            properties[wire] = _together(properties.get(wire), value)
    told = any("properties" in one for one in chain[:-1])
    return _Arm(
        raw=None if told else raw,
        properties=properties,
        required=tuple(required),
        pointer=node.pointer,
    )


def _together(one: Any, other: Any) -> Any:
    both = isinstance(one, Mapping) and isinstance(other, Mapping)
    return {**one, **other} if both else other


def _is_event(arm: _Arm, said: bool) -> bool:
    wires = arm.properties.keys()
    return wires <= _FIELDS and ("data" in wires or (said and "event" in wires))


def _names_vary(arms: Sequence[_Arm]) -> bool:
    """Tell whether the name of an event says something."""
    named = [arm.properties["event"] for arm in arms if "event" in arm.properties]
    return len(named) > 1 or any(not _is_one(name) for name in named)


def _is_one(name: Any) -> bool:
    match name:
        case {"const": _} | {"enum": [_]}:
            return True
        case _:
            return False


def _data(arm: _Arm) -> tuple[Any, str] | None:
    """Return the schema of an event's data; None for the mark at the end."""
    raw = _content(arm.properties.get("data", True))
    match raw:
        case {"const": word} | {"enum": [word]} if word in _SENTINELS:
            return None
        case _:
            return raw, f"{arm.pointer}/properties/data"


def _content(raw: Any) -> Any:
    found = raw.get("contentSchema") if isinstance(raw, Mapping) else None
    return raw if found is None else found


def _typed(arm: _Arm) -> Any:
    """Return a kind of event with its data as what it holds, not as a text."""
    data = arm.properties.get("data")
    if arm.raw is not None and _content(data) is data:
        return arm.raw
    properties = dict(arm.properties)
    if data is not None:
        properties["data"] = _content(data)
    return {
        "type": "object",
        "properties": properties,
        "required": list(arm.required),
    }
