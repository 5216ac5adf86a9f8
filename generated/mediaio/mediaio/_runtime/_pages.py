"""Lists that come in pages: items one after another, each page when it is needed."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ._classify import scope_of
from ._conditions import holds
from ._decode import convert
from ._errors import BadResponseError
from ._expressions import Scope, as_text, evaluate, find
from ._lifecycle import Pages
from ._options import placed
from ._origins import on_origin
from ._values import Json, is_mapping, mapping

if TYPE_CHECKING:
    from ._client import AsyncCore, Core
    from ._operation import Operation
    from ._options import Arguments
    from ._wire import Reply

T = TypeVar("T")

MOST_PAGES = 100_000
_NEXT = re.compile(r'<([^<>]*)>\s*;[^,]*\brel="?next\b')


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """The items of one page."""

    items: list[T]
    raw: Any
    """The whole decoded answer."""


@dataclass(slots=True, eq=False)
class Paging(Generic[T]):
    """Where a listing stands; what one answer holds and where the next one is."""

    operation: Operation[T]
    given: Arguments
    strict: bool
    base_url: str
    url: str | None = None
    """Of the next page, where answers name it."""
    done: bool = False
    seen: int = 0
    cursors: frozenset[str] = frozenset()
    before: list[Any] | None = None
    """The items of the page before."""

    def take(self, reply: Reply) -> Page[T]:
        """Return the page of an answer, and move on."""
        rules = self.operation.pages or Pages(items=("$response.body",))
        scope = scope_of(reply.status, reply.headers, reply.body)
        found: Json = find(rules.items, scope)
        raw: list[Any] = found if isinstance(found, list) else []
        items = [self._typed(item) for item in raw]
        self.seen += 1
        self.done = not raw or self.seen >= MOST_PAGES or self._repeats(raw)
        if rules.stop is not None and holds(rules.stop, scope):
            self.done = True
        if not self.done:
            self.done = not self._move(rules, scope, len(raw))
        return Page(items, scope.body)

    def _repeats(self, raw: list[Any]) -> bool:
        """Tell a server that gives its last page again, however far it is counted."""
        before, self.before = self.before, raw
        rules = self.operation.pages
        counted = rules is not None and not (rules.cursor_parameter or rules.next_url)
        return counted and raw == before and all(map(is_mapping, raw))

    def _typed(self, item: Any) -> Any:
        return convert(
            self.operation.result,
            item,
            strict=self.strict,
            where=self.operation.key,
        )

    def _move(self, rules: Pages, scope: Scope, count: int) -> bool:
        """Point at the next page; False: there is none."""
        if rules.next_url:
            return self._follow(_link(find(rules.next_url, scope)))
        if rules.cursor_parameter is not None:
            cursor = as_text(self._cursor(rules, scope))
            if not cursor or cursor in self.cursors:
                return False
            self.cursors |= {cursor}
            return self._ask(rules.cursor_parameter, cursor)
        if rules.page_parameter is not None:
            now = self._now(rules.page_parameter, rules.first_page)
            return self._ask(rules.page_parameter, now + 1)
        if rules.offset_parameter is not None:
            start = self._now(rules.offset_parameter, 0)
            return self._ask(rules.offset_parameter, start + count)
        return False

    def _cursor(self, rules: Pages, scope: Scope) -> Any:
        if rules.last is None:
            return find(rules.cursor, scope)
        found: Json = find(rules.items, scope)
        last: Json = found[-1] if isinstance(found, list) and found else None
        return evaluate(f"$response.body#{rules.last}", replace(scope, body=last))

    def _follow(self, url: str | None) -> bool:
        if not url:
            return False
        target = on_origin(f"{self.base_url}/", url)
        if target is None:
            raise BadResponseError("the next page is on another origin")
        if target in self.cursors:
            return False
        self.cursors |= {target}
        self.url = target
        return True

    def _place(self, parameter: str) -> tuple[str, str]:
        place, dot, name = parameter.partition(".")
        if dot and place in ("path", "query", "header", "cookie", "body"):
            return place, name
        for known in self.operation.parameters:
            if known.wire == parameter:
                return str(known.place), parameter
        return ("body" if self.operation.bodies else "query"), parameter

    def _now(self, parameter: str, default: int) -> int:
        place, name = self._place(parameter)
        try:
            return int(mapping(getattr(self.given, place)).get(name, ""))
        except (TypeError, ValueError):
            return default

    def _ask(self, parameter: str, value: Any) -> bool:
        place, name = self._place(parameter)
        self.given = placed(self.given, f"{place}.{name}", value)
        return True


def _link(value: Any) -> str | None:
    """Return a URL: as it is, or out of a Link header (RFC 8288)."""
    if not isinstance(value, str):
        return None
    if value.lstrip().startswith("<"):
        found = _NEXT.search(value)
        return found[1] if found else None
    return value


class Pager(Generic[T]):
    """The items of all pages; a new iteration starts at the first page."""

    def __init__(self, core: Core, operation: Operation[T], given: Arguments) -> None:
        self._core = core
        self._operation = operation
        self._given = given

    def __repr__(self) -> str:
        return f"<Pager of {self._operation.key}>"

    def __iter__(self) -> Iterator[T]:
        for page in self.pages():
            yield from page.items

    def pages(self) -> Iterator[Page[T]]:
        """Yield page after page."""
        at = self._core.paging(self._operation, self._given)
        while not at.done:
            reply = self._core.exchange(at.operation, at.given, url=at.url)
            yield at.take(reply)


class AsyncPager(Generic[T]):
    """The items of all pages, awaited; a new iteration starts at the first page."""

    def __init__(
        self,
        core: AsyncCore,
        operation: Operation[T],
        given: Arguments,
    ) -> None:
        self._core = core
        self._operation = operation
        self._given = given

    def __repr__(self) -> str:
        return f"<AsyncPager of {self._operation.key}>"

    async def __aiter__(self) -> AsyncIterator[T]:
        async for page in self.pages():
            for item in page.items:
                yield item

    async def pages(self) -> AsyncIterator[Page[T]]:
        """Yield page after page."""
        at = self._core.paging(self._operation, self._given)
        while not at.done:
            reply = await self._core.exchange(at.operation, at.given, url=at.url)
            yield at.take(reply)
