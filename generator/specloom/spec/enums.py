"""Enums and constants, with the names and descriptions beside them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specloom import ir
from specloom.spec.raw import Node
from specloom.spec.shapes import distinct

MAX_ENUM = 4096


def enum(node: Node) -> ir.Enum | ir.Null | None:
    """Return the values of `enum` or `const`, null aside; None when none is written."""
    if "const" in node:
        value = node.get("const")
        return ir.Null() if value is None else ir.Enum(values=(value,))
    written = node.get("enum")
    if not isinstance(written, list):
        if written is not None:
            node.malformed("enum", written, "a list")
        return None
    return _listed(node, written)


def _listed(node: Node, written: list[Any]) -> ir.Enum | ir.Null | None:
    if not written or len(written) > MAX_ENUM:
        wrong = "has no value" if not written else f"has {len(written)} values"
        node.row("SPEC064", f"The enum {wrong}; it is not checked.", node.at("enum"))
        return None
    values = distinct(value for value in written if value is not None)
    if not values:
        return ir.Null()
    return ir.Enum(
        values=values,
        names=_beside(node, ("x-enum-varnames", "x-enumNames"), written, values),
        descriptions=_beside(
            node, ("x-enum-descriptions", "x-enumDescriptions"), written, values
        ),
    )


def _beside(
    node: Node, keys: tuple[str, ...], written: list[Any], values: tuple[Any, ...]
) -> tuple[str, ...]:
    """Return one text a value, from a list or a mapping beside the enum."""
    found = next((node.get(key) for key in keys if key in node), None)
    if isinstance(found, Mapping):
        texts = [found.get(str(value)) for value in values]
    elif isinstance(found, list) and len(found) == len(written) == len(values):
        texts = list(found)
    else:
        return ()
    return tuple(map(str, texts)) if all(isinstance(x, str) for x in texts) else ()
