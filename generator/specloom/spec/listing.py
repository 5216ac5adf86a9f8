"""Pagination that a document shows without declaring it: only where both halves agree.

A parameter alone proves nothing. What is recognised has the parameter that asks for a
page and, in the answer, one list and the place that leads to the next page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from specloom import ir
from specloom.location import escape
from specloom.runtime._lifecycle import Location, Pages

Resolve = Callable[[ir.Schema], ir.Schema]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_CURSORS = _words(
    "cursor pagetoken nexttoken continuationtoken continuation paginationtoken marker "
    "startcursor pagecursor nextcursor nextpagetoken after"
)
_SAME = _words("nexttoken continuationtoken paginationtoken nextcursor")
"""Names that mean the next page in an answer as well."""
_FOLLOWING = ("nextcursor", "nextpagetoken", "nexttoken", "nextmarker", "endcursor")
_URLS = _words("nextpageurl nextlink nexturl nextpagelink odatanextlink")
_PAGES = _words("page pagenumber pageno")
_SIZES = _words("perpage pagesize limit size itemsperpage maxresults")
_TOTALS = _words("total totalcount totalitems totalresults count")
_LISTS = ("items", "data", "results", "entries", "records")
_DEPTH = 2
_MOST = 200
_NO_LETTER = re.compile(r"[^a-z0-9]")


@dataclass(frozen=True, slots=True)
class _Field:
    """A field of an answer, below objects only."""

    path: tuple[str, ...]
    schema: ir.Schema

    @property
    def name(self) -> str:
        return _plain(self.path[-1])

    @property
    def location(self) -> Location:
        return (f"$response.body#{''.join(f'/{escape(key)}' for key in self.path)}",)


def recognised(
    method: str,
    parameters: Sequence[ir.Parameter],
    responses: Sequence[ir.Response],
    resolve: Resolve,
) -> Pages | None:
    """Return how a GET is paged, None where it is not certain."""
    answer = _answer(responses)
    if method != "GET" or answer is None:
        return None
    schema, headers = answer
    fields = tuple(_fields(schema, resolve))[:_MOST]
    items = _items(schema, fields, resolve)
    if items is None:
        return None
    asked = {_plain(item.wire): item for item in parameters if item.place == "query"}
    return (
        _by_cursor(asked, fields, items)
        or _by_url(fields, headers, items)
        or _by_number(asked, fields, items, resolve)
    )


def _answer(
    responses: Sequence[ir.Response],
) -> tuple[ir.Schema, frozenset[str]] | None:
    good = [item for item in responses if item.status.startswith("2")]
    if len(good) != 1 or len(good[0].contents) != 1:
        return None
    content = good[0].contents[0]
    headers = frozenset(header.wire.lower() for header in good[0].headers)
    return (content.schema, headers) if "json" in content.media_type else None


def _fields(
    schema: ir.Schema, resolve: Resolve, path: tuple[str, ...] = ()
) -> Iterator[_Field]:
    found = _present(schema, resolve)
    if isinstance(found, ir.Object) and len(path) < _DEPTH:
        for item in found.properties:
            inner = _Field((*path, item.wire), _present(item.schema, resolve))
            yield inner
            yield from _fields(inner.schema, resolve, inner.path)


def _present(schema: ir.Schema, resolve: Resolve) -> ir.Schema:
    """Return the schema behind references; the one arm of a nullable one."""
    found = resolve(schema)
    if isinstance(found, ir.Union):
        arms = [arm for arm in found.arms if not isinstance(resolve(arm), ir.Null)]
        return resolve(arms[0]) if len(arms) == 1 else found
    return found


def _items(
    schema: ir.Schema, fields: Sequence[_Field], resolve: Resolve
) -> Location | None:
    """Return where the one list of an answer is: itself, or its outermost one."""
    if isinstance(_present(schema, resolve), ir.Array):
        return ("$response.body",)
    for depth in range(1, _DEPTH + 1):
        lists = [
            item
            for item in fields
            if len(item.path) == depth and isinstance(item.schema, ir.Array)
        ]
        named = [item for item in lists if item.path[-1] in _LISTS]
        if len(lists) == 1 or len(named) == 1:
            return (lists if len(lists) == 1 else named)[0].location
        if lists:
            return None
    return None


def _by_cursor(
    asked: dict[str, ir.Parameter], fields: Sequence[_Field], items: Location
) -> Pages | None:
    if "offset" in asked:
        return None  # which of the two leads on may depend on a third parameter
    told = {item.name: item for item in fields if isinstance(item.schema, ir.Text)}
    sent = sorted(asked.keys() & _CURSORS, key=lambda name: f"next{name}" not in told)
    for name in sent:
        same = (name,) if name in _SAME else ()
        for following in (f"next{name}", *_FOLLOWING, *same):
            if following in told:
                return Pages(
                    items=items,
                    cursor=told[following].location,
                    cursor_parameter=asked[name].wire,
                )
    return None


def _by_url(
    fields: Sequence[_Field], headers: frozenset[str], items: Location
) -> Pages | None:
    if "link" in headers and items == ("$response.body",):
        return Pages(items=items, next_url=("$response.header.Link",))
    for item in fields:
        if isinstance(item.schema, ir.Text) and _leads_on(item, item.schema):
            return Pages(items=items, next_url=item.location)
    return None


def _leads_on(item: _Field, schema: ir.Text) -> bool:
    """Tell the URL of the next page: by its name, or by its name and its format."""
    inside = len(item.path) > 1 and _plain(item.path[-2]) == "links"
    is_url = (schema.format or "").startswith("ur")
    return item.name in _URLS or (item.name == "next" and (is_url or inside))


def _by_number(
    asked: dict[str, ir.Parameter],
    fields: Sequence[_Field],
    items: Location,
    resolve: Resolve,
) -> Pages | None:
    sized = asked.keys() & _SIZES
    for name in sorted(asked.keys() & _PAGES):
        if sized and _first(asked[name], resolve) == 1:
            return Pages(items=items, page_parameter=asked[name].wire)
    counted = any(item.name in _TOTALS for item in fields)
    offset = None if asked.keys() & _CURSORS else asked.get("offset")
    if sized and counted and offset and _first(offset, resolve) == 0:
        return Pages(items=items, offset_parameter=offset.wire)
    return None


def _first(parameter: ir.Parameter, resolve: Resolve) -> int | None:
    """Return the number a count starts with, as far as the document says it."""
    schema = _present(parameter.schema, resolve)
    if not isinstance(schema, ir.Numeric):
        return None
    for meta in (parameter.schema.meta, schema.meta):
        if meta.has_default:
            return meta.default if isinstance(meta.default, int) else None
    return None if schema.minimum is None else int(schema.minimum)


def _plain(name: str) -> str:
    return _NO_LETTER.sub("", name.lower())
