"""Pagination that a document shows without declaring it: only where both halves agree.

A parameter alone proves nothing. What is recognised has the parameter that asks for a
page and, in the answer, one list and the place that leads to the next page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from specloom import ir
from specloom.location import escape
from specloom.runtime._lifecycle import Location, Pages
from specloom.spec import media
from specloom.spec.evidence import fold
from specloom.spec.following import Field, Listing, Resolve, plain, present, ways

_LISTS = ("items", "data", "results", "entries", "records", "content", "value")
_DEPTH = 3
_ITEMS_DEPTH = 2
_MOST = 5000
_READS = frozenset({"fetch", "filter", "find", "list", "query", "search"})
"""What a POST is called that only reads."""


@dataclass(frozen=True, slots=True)
class _Answer:
    schema: ir.Schema
    linked: bool


def recognised(operation: ir.Operation, resolve: Resolve) -> Pages | None:
    """Return how a list is paged, None where it is not certain."""
    answer = _answer(operation.responses)
    if answer is None or not _only_reads(operation):
        return None
    fields = _fields(answer.schema, resolve)
    found = _items(answer.schema, fields, resolve)
    if found is None:
        return None
    where, array = found
    fields = tuple(item for item in fields if _is_beside(item, where, fields))
    listing = Listing(
        asked={
            plain(item.wire.removeprefix("body.")): item
            for item in asked(operation, resolve)
        },
        fields=fields,
        items=where,
        item=array.items,
        linked=answer.linked,
        resolve=resolve,
    )
    found_ways = (pages for pages in ways(listing) if pages is not None)
    asks = operation.method == "POST"  # a URL is only read
    return next((p for p in found_ways if not (asks and p.next_url)), None)


def _is_beside(field: Field, where: Location, fields: Sequence[Field]) -> bool:
    """Tell a field that speaks of this list from one of another list, further in."""
    holder = field.path[:-1]
    own = f"$response.body#{''.join(f'/{escape(key)}' for key in holder)}"
    lists = (item for item in fields if isinstance(item.schema, ir.Array))
    holds_one = any(item.path[:-1] == holder for item in lists)
    return not holds_one or where[0].rpartition("/")[0] in (own, "")


def items(operation: ir.Operation, resolve: Resolve) -> Location | None:
    """Return where the one list of an operation's answer is."""
    answer = _answer(operation.responses)
    if answer is None:
        return None
    fields = _fields(answer.schema, resolve)
    found = _items(answer.schema, fields, resolve)
    return None if found is None else found[0]


def _only_reads(operation: ir.Operation) -> bool:
    if operation.method in ("GET", "QUERY"):
        return True
    last = next((p for p in reversed(operation.path.split("/")) if "{" not in p), "")
    said = f"{fold(operation.operation_id or '')}_{fold(last)}".split("_")
    return operation.method == "POST" and not _READS.isdisjoint(said)


def asked(operation: ir.Operation, resolve: Resolve) -> Iterator[ir.Parameter]:
    """Yield what can ask for a page: a query parameter, or a field of a body."""
    yield from (item for item in operation.parameters if item.place == "query")
    contents = operation.body.contents if operation.body else ()
    for content in contents[:1] if operation.method != "GET" else ():
        shape = resolve(content.schema)
        for item in shape.properties if isinstance(shape, ir.Object) else ():
            yield ir.Parameter(
                wire=f"body.{item.wire}", place="query", schema=item.schema
            )


def _answer(responses: Sequence[ir.Response]) -> _Answer | None:
    """Return the one success that has a body, where it is JSON."""
    good = [item for item in responses if item.status[0] == "2" and item.contents]
    if len(good) != 1:
        return None
    types = [item for item in good[0].contents if media.is_json(item.media_type)]
    if not types or any(media.is_sequence(c.media_type) for c in good[0].contents):
        return None
    headers = {header.wire.lower() for header in good[0].headers}
    return _Answer(types[0].schema, "link" in headers)


def _fields(schema: ir.Schema, resolve: Resolve) -> tuple[Field, ...]:
    """Return the fields of an answer, the outer ones first."""
    found = islice(_below(schema, resolve), _MOST)
    return tuple(sorted(found, key=lambda field: len(field.path)))


def _below(
    schema: ir.Schema, resolve: Resolve, path: tuple[str, ...] = ()
) -> Iterator[Field]:
    found = present(schema, resolve)
    if isinstance(found, ir.Object) and len(path) < _DEPTH:
        for item in found.properties:
            said = item.meta.description or item.schema.meta.description or ""
            inner = Field((*path, item.wire), present(item.schema, resolve), said)
            yield inner
            yield from _below(inner.schema, resolve, inner.path)


def _items(
    schema: ir.Schema, fields: Sequence[Field], resolve: Resolve
) -> tuple[Location, ir.Array] | None:
    """Return where the one list of an answer is: itself, or its outermost one."""
    whole = present(schema, resolve)
    if isinstance(whole, ir.Array):
        return ("$response.body",), whole
    for depth in range(1, _ITEMS_DEPTH + 1):
        lists = [
            (item, item.schema)
            for item in fields
            if len(item.path) == depth and isinstance(item.schema, ir.Array)
        ]
        named = [pair for pair in lists if pair[0].path[-1] in _LISTS]
        if len(lists) == 1 or len(named) == 1:
            field, array = (lists if len(lists) == 1 else named)[0]
            return field.location, array
        if lists:
            return None
    return None
