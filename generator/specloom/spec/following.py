"""How an answer leads to its next page: by a cursor, a last item, a URL, a number.

Each way wants both halves: what asks for a page, and what says where the next one is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from specloom import ir
from specloom.location import escape
from specloom.runtime._lifecycle import Location, Pages

Resolve = Callable[[ir.Schema], ir.Schema]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_CURSORS = _words(
    "cursor pagetoken nexttoken continuationtoken continuation paginationtoken marker "
    "startcursor pagecursor nextcursor nextpagetoken after bookmark"
)
_SAME = _words("nexttoken continuationtoken paginationtoken nextcursor")
"""Names that mean the next page in an answer as well."""
_FOLLOWING = (
    *("nextcursor", "nextpagetoken", "nexttoken", "nextmarker", "endcursor"),
    *("nextpagecursor", "nextbookmark"),
)
_HOLDERS = _words("cursor cursors page pages paging pagination pageinfo meta")
"""Objects in which `next` alone is a cursor."""
_LAST = ("after", "startingafter", "afterid", "startafter", "cursor")
"""Parameters that take the id of the last item that was seen."""
_URLS = _words("nextpageurl nextlink nexturl nextpagelink odatanextlink")
_PAGES = _words("page pagenumber pageno pageindex")
_SIZES = _words("perpage pagesize limit size itemsperpage maxresults")
_TOTALS = _words("total totalcount totalitems totalresults totalelements count")
_MORE = _words("hasmore hasnext hasnextpage ismore morepages hasmoreitems")
_ENDS = _words("last lastpage islast islastpage")
_SAYS_NEXT = re.compile(r"(?i)\b(next|following|subsequent)\b")
_SAYS_URL = re.compile(r"(?i)\b(url|uri|link)\b")
_NO_LETTER = re.compile(r"[^a-z0-9]")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an answer, below objects only."""

    path: tuple[str, ...]
    schema: ir.Schema
    description: str = ""

    @property
    def name(self) -> str:
        """The name without case and signs."""
        return plain(self.path[-1])

    @property
    def within(self) -> str:
        """The name of what holds it; empty at the top."""
        return plain(self.path[-2]) if len(self.path) > 1 else ""

    @property
    def location(self) -> Location:
        """Where it is, as a runtime expression."""
        return (f"$response.body#{''.join(f'/{escape(key)}' for key in self.path)}",)


@dataclass(frozen=True, slots=True)
class Listing:
    """What an operation shows about its pages."""

    asked: Mapping[str, ir.Parameter]
    """Parameters by their names without case and signs."""
    fields: Sequence[Field]
    items: Location
    item: ir.Schema
    linked: bool
    """A `Link` header is declared."""
    resolve: Resolve


def ways(found: Listing) -> Iterator[Pages | None]:
    """Yield what each way gives, the surest first; with the sign of the last page."""
    for pages in (_by_cursor(found), _by_last(found), _by_url(found)):
        yield pages if pages is None else _ended(pages, found)
    pages = _by_number(found)
    yield pages if pages is None else _ended(pages, found)


def _ended(pages: Pages, found: Listing) -> Pages:
    """Add what says that a page is the last one: a request less."""
    for field in found.fields:
        if not isinstance(field.schema, ir.Boolean):
            continue
        if field.name in _MORE:
            return replace(pages, stop=f"{field.location[0]} == false")
        if field.name in _ENDS and pages.page_parameter is not None:
            return replace(pages, stop=f"{field.location[0]} == true")
    return pages


def _by_cursor(found: Listing) -> Pages | None:
    if "offset" in found.asked:
        return None  # which of the two leads on may depend on a third parameter
    told = {item.name: item for item in found.fields if _is_text(item.schema)}
    asked = found.asked
    texts = {"page"} if _is_text(_asked(found, "page")) else set()
    sent = sorted(
        asked.keys() & (_CURSORS | texts), key=lambda name: f"next{name}" not in told
    )
    for name in sent:
        field = _next(name, told, found)
        if field is not None:
            return Pages(
                items=found.items,
                cursor=field.location,
                cursor_parameter=asked[name].wire,
            )
    return None


def _asked(found: Listing, name: str) -> ir.Schema:
    parameter = found.asked.get(name)
    return (
        ir.Nothing() if parameter is None else present(parameter.schema, found.resolve)
    )


def _next(name: str, told: Mapping[str, Field], found: Listing) -> Field | None:
    """Return the field that holds the next value of a parameter."""
    same = (name,) if name in _SAME else ()
    for following in (f"next{name}", *_FOLLOWING, *same):
        if following in told:
            return told[following]
    both = "before" in found.asked  # then `after` may lead to what is newer
    for field in found.fields:
        if not _is_text(field.schema):
            continue
        held = field.name == "next" or (field.name == name and not both)
        pages = field.name == "nextpage"
        said = field.name == name and _SAYS_NEXT.search(field.description) and not both
        if pages or said or (held and field.within in _HOLDERS):
            return None if _is_url(field) else field
    return None


def _by_last(found: Listing) -> Pages | None:
    """Read a list that goes on after its last item: the answer says if there is more."""
    names = [item for item in found.fields if len(item.path) == 1]
    if not any(f.name in _MORE and isinstance(f.schema, ir.Boolean) for f in names):
        return None
    sent = next((name for name in _LAST if name in found.asked), None)
    if sent is None:
        return None
    told = next((f for f in names if f.name == "lastid" and _is_text(f.schema)), None)
    wire = found.asked[sent].wire
    if told is not None:
        return Pages(items=found.items, cursor=told.location, cursor_parameter=wire)
    if sent != "cursor" and _has_id(found.resolve(found.item), found.resolve):
        return Pages(items=found.items, last="/id", cursor_parameter=wire)
    return None


def _has_id(item: ir.Schema, resolve: Resolve) -> bool:
    match item:
        case ir.Object(properties=properties):
            return any(found.wire == "id" and found.required for found in properties)
        case ir.Union(arms=arms):
            inner = [resolve(arm) for arm in arms]
            return all(isinstance(a, ir.Object) and _has_id(a, resolve) for a in inner)
        case _:
            return False


def _by_url(found: Listing) -> Pages | None:
    if found.linked and found.items == ("$response.body",):
        return Pages(items=found.items, next_url=("$response.header.Link",))
    for item in found.fields:
        if _is_text(item.schema) and _leads_on(item):
            return Pages(items=found.items, next_url=item.location)
    return None


def _leads_on(item: Field) -> bool:
    """Tell the URL of the next page: by its name, or by its name and its format."""
    if item.name == "href":
        above = [plain(part) for part in item.path[:-1]]
        return above[-1:] == ["next"] and "links" in above
    inside = item.within == "links"
    named = item.name in ("next", "nextpage") and _is_url(item)
    return item.name in _URLS or named or (item.name == "next" and inside)


def _by_number(found: Listing) -> Pages | None:
    asked = found.asked
    sized = asked.keys() & _SIZES
    for name in sorted(asked.keys() & _PAGES):
        start = first(asked[name], found.resolve)
        if sized and start in (0, 1):
            return Pages(
                items=found.items, page_parameter=asked[name].wire, first_page=start
            )
    counted = any(item.name in _TOTALS for item in found.fields)
    offset = None if asked.keys() & _CURSORS else asked.get("offset")
    if sized and counted and offset and first(offset, found.resolve) == 0:
        return Pages(items=found.items, offset_parameter=offset.wire)
    return None


def first(parameter: ir.Parameter, resolve: Resolve) -> int | None:
    """Return the number a count starts with, as far as the document says it.

    A lowest value of 1 says it; one of 0 may only be carelessness about a page.
    """
    schema = present(parameter.schema, resolve)
    if not isinstance(schema, ir.Numeric):
        return None
    for meta in (parameter.schema.meta, schema.meta):
        if meta.has_default:
            return meta.default if isinstance(meta.default, int) else None
    lowest = schema.minimum
    counts_pages = plain(parameter.wire) in _PAGES
    return None if lowest is None or (counts_pages and lowest == 0) else int(lowest)


def present(schema: ir.Schema, resolve: Resolve) -> ir.Schema:
    """Return the schema behind references; the one arm of a nullable one."""
    found = resolve(schema)
    if isinstance(found, ir.Union):
        arms = [arm for arm in found.arms if not isinstance(resolve(arm), ir.Null)]
        return resolve(arms[0]) if len(arms) == 1 else found
    return found


def plain(name: str) -> str:
    """Return a name without case and signs: `nextPageToken`, `next_page_token`."""
    return _NO_LETTER.sub("", name.lower())


def _is_text(schema: ir.Schema) -> bool:
    return isinstance(schema, ir.Text)


def _is_url(field: Field) -> bool:
    """Tell a URL from a cursor: by its format, or by what is said of it."""
    if not isinstance(field.schema, ir.Text):
        return False
    formatted = (field.schema.format or "").startswith("ur")
    return formatted or _SAYS_URL.search(field.description) is not None
