"""Pagination other tools declare: `x-ms-pageable`, `x-speakeasy-*`, `x-fern-*`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from specloom import ir
from specloom.location import join
from specloom.runtime._lifecycle import Location, Pages
from specloom.spec.raw import Node

_PLAIN = re.compile(r"\$(?:response)?((?:\.[A-Za-z_][\w-]*)+)")


def imported(node: Node, parameters: Iterable[ir.Parameter]) -> Pages | None:
    """Return how an operation is paged, when another tool's extension says so.

    What is paged by something that is no parameter of the operation is not taken over.
    """
    found = _microsoft(node) or _speakeasy(node) or _fern(node)
    if found is None:
        return None
    sent = (found.cursor_parameter, found.page_parameter, found.offset_parameter)
    wires = {item.wire for item in parameters}
    return found if {name for name in sent if name is not None} <= wires else None


def _microsoft(node: Node) -> Pages | None:
    found = node.get("x-ms-pageable")
    if not isinstance(found, Mapping):
        return None
    pageable = node.child("x-ms-pageable")
    following = pageable.text("nextLinkName")
    if following is None:
        return None
    items = pageable.text("itemName") or "value"
    return Pages(items=_field(items), next_url=_field(following))


def _field(name: str) -> Location:
    return (f"$response.body#{join('', *name.split('.'))}",)


def _speakeasy(node: Node) -> Pages | None:
    if not isinstance(node.get("x-speakeasy-pagination"), Mapping):
        return None
    found = node.child("x-speakeasy-pagination")
    outputs = found.child("outputs")
    items = _located(outputs.get("results"))
    inputs = dict(_inputs(found))
    cursor, following = (
        _located(outputs.get("nextCursor")),
        _located(outputs.get("nextUrl")),
    )
    usable = (
        ("cursor" in inputs and cursor)
        or following
        or inputs.keys() & {"page", "offset"}
    )
    if not items or not usable:
        return None
    return Pages(
        items=items,
        cursor=cursor,
        cursor_parameter=inputs.get("cursor"),
        page_parameter=inputs.get("page"),
        offset_parameter=inputs.get("offset"),
        next_url=following,
    )


def _inputs(found: Node) -> Iterator[tuple[str, str]]:
    for raw, _ in found.items("inputs"):
        if isinstance(raw, Mapping):
            kind, name = raw.get("type"), raw.get("name")
            if isinstance(kind, str) and isinstance(name, str):
                yield kind, name


def _fern(node: Node) -> Pages | None:
    if not isinstance(node.get("x-fern-pagination"), Mapping):
        return None
    found = node.child("x-fern-pagination")
    items, cursor = _located(found.get("results")), _located(found.get("next_cursor"))
    sent = (found.text("cursor") or found.text("offset") or "").removeprefix(
        "$request."
    )
    if not items or not sent:
        return None
    if "cursor" in found:
        return (
            Pages(items=items, cursor=cursor, cursor_parameter=sent) if cursor else None
        )
    return Pages(items=items, page_parameter=sent)


def _located(path: Any) -> Location:
    """Return a plain JSONPath (`$.a.b`) as a runtime expression; nothing else."""
    if path in ("$", "$response"):
        return ("$response.body",)
    found = _PLAIN.fullmatch(path) if isinstance(path, str) else None
    return _field(found.group(1)[1:]) if found else ()
