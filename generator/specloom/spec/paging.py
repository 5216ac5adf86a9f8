"""Pagination other tools declare: `x-ms-pageable`, `x-speakeasy-*`, `x-fern-*`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from specloom import ir
from specloom.location import escape
from specloom.runtime._lifecycle import Location, Pages
from specloom.spec import listing
from specloom.spec.following import Resolve, first
from specloom.spec.raw import Node

_PLAIN = re.compile(r"\$(?:response)?((?:\.[A-Za-z_][\w-]*)+)")
_LAST = re.compile(r"\$(?:response)?((?:\.[A-Za-z_][\w-]*)+)\[-1:?\]\.(\w+)")


@dataclass(frozen=True, slots=True)
class _Listing:
    """The operation a declaration is about."""

    operation: ir.Operation
    resolve: Resolve

    def items(self, path: Any) -> Location:
        """Return where the list is: as declared, or the only one there is."""
        return _located(path) or listing.items(self.operation, self.resolve) or ()

    def takes(self, name: str | None) -> bool:
        """Tell whether a name is that of a parameter, or of a field of the body."""
        return name is None or name.removeprefix("body.") in self._inputs()

    def first(self, name: str | None) -> int:
        """Return the number of the first page, as the parameter's default says it."""
        found = self._inputs().get((name or "").removeprefix("body."))
        said = None if found is None else first(found, self.resolve)
        return 1 if said is None else said

    def _inputs(self) -> dict[str, ir.Parameter]:
        asked = listing.asked(self.operation, self.resolve)
        return {item.wire.removeprefix("body."): item for item in asked}


def imported(node: Node, operation: ir.Operation, resolve: Resolve) -> Pages | None:
    """Return how an operation is paged, when another tool's extension says so.

    What cannot be taken over has a row: a parameter that does not exist, say.
    """
    at = _Listing(operation, resolve)
    for key, read in _READERS.items():
        if not isinstance(node.get(key), Mapping):
            continue
        found = read(node.child(key), at)
        if found is not None and _is_usable(found, at):
            return found
        if key != "x-ms-pageable":
            node.row(
                "SPEC100",
                f"`{key}` is not taken over: it names no list, nothing that leads to "
                "the next page, or a parameter that does not exist.",
                node.at(key),
                subject="other",
                effect="none",
                hint="Declare it as x-specloom-pages.",
            )
    return None


def _is_usable(found: Pages, at: _Listing) -> bool:
    sent = (found.cursor_parameter, found.page_parameter, found.offset_parameter)
    leads = bool(found.next_url) or any(sent)
    return bool(found.items) and leads and all(map(at.takes, sent))


def _microsoft(found: Node, at: _Listing) -> Pages | None:
    following = found.text("nextLinkName")
    if following is None:
        return None
    items = (f"$response.body#/{escape(found.text('itemName') or 'value')}",)
    return Pages(items=items, next_url=(f"$response.body#/{escape(following)}",))


def _speakeasy(found: Node, at: _Listing) -> Pages | None:
    outputs, inputs = found.child("outputs"), dict(_inputs(found))
    items = at.items(outputs.get("results"))
    cursor, last = _cursor(outputs.get("nextCursor"))
    if "cursor" in inputs and (cursor or last):
        sent = inputs["cursor"]
        return Pages(items=items, cursor=cursor, last=last, cursor_parameter=sent)
    if following := _located(outputs.get("nextUrl")):
        return Pages(items=items, next_url=following)
    if "page" in inputs:
        page = inputs["page"]
        return Pages(items=items, page_parameter=page, first_page=at.first(page))
    return Pages(items=items, offset_parameter=inputs.get("offset"))


def _inputs(found: Node) -> Iterator[tuple[str, str]]:
    for raw, _ in found.items("inputs"):
        if isinstance(raw, Mapping):
            kind, name = raw.get("type"), raw.get("name")
            place = "body." if raw.get("in") == "requestBody" else ""
            if isinstance(kind, str) and isinstance(name, str):
                yield kind, f"{place}{name}"


def _fern(found: Node, at: _Listing) -> Pages | None:
    items = at.items(found.get("results"))
    cursor, last = _cursor(found.get("next_cursor"))
    sent = found.text("cursor") or found.text("offset") or ""
    wire = sent.removeprefix("$request.") or None
    more = _located(found.get("has-next-page"))
    stop = f"{more[0]} == false" if more else None
    if following := _located(found.get("next_uri") or found.get("next_path")):
        return Pages(items=items, next_url=following, stop=stop)
    if "cursor" in found:
        return Pages(
            items=items if cursor or last else (),
            cursor=cursor,
            last=last,
            cursor_parameter=wire,
            stop=stop,
        )
    if "step" in found:
        return Pages(items=items, offset_parameter=wire, stop=stop)
    start = at.first(wire)
    return Pages(items=items, page_parameter=wire, first_page=start, stop=stop)


def _cursor(path: Any) -> tuple[Location, str | None]:
    """Return where a cursor is in an answer, or in the last item of its list."""
    found = _LAST.fullmatch(path) if isinstance(path, str) else None
    return ((), f"/{found.group(2)}") if found else (_located(path), None)


def _located(path: Any) -> Location:
    """Return a plain JSONPath (`$.a.b`) as a runtime expression; nothing else."""
    if path in ("$", "$response"):
        return ("$response.body",)
    found = _PLAIN.fullmatch(path) if isinstance(path, str) else None
    if found is None:
        return ()
    keys = found.group(1)[1:].split(".")
    return (f"$response.body#{''.join(f'/{escape(key)}' for key in keys)}",)


_READERS: Mapping[str, Callable[[Node, _Listing], Pages | None]] = {
    "x-ms-pageable": _microsoft,
    "x-speakeasy-pagination": _speakeasy,
    "x-fern-pagination": _fern,
}
