"""The `books` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._lifecycle import Pages
from .._runtime._omit import OMIT
from .._runtime._operation import (
    INTEGER,
    TEXT,
    Body,
    Operation,
    Response,
    Types,
    in_query,
)

if TYPE_CHECKING:
    from .._runtime._client import AsyncCore, Core
    from .._runtime._omit import Omit
    from .._runtime._options import CallOptions
    from .._runtime._pages import AsyncPager, Pager
    from ..models.books import Book, ListUnclearResponse

types = Types(__name__)

LIST: Operation[Book] = Operation(
    key="GET /books",
    name="listBooks",
    kind="pages",
    parameters=(in_query("cursor", TEXT),),
    responses=(Response("200"),),
    result=types("models.books", "Book"),
    pages=Pages(
        items=("$response.body#/data",),
        cursor=("$response.body#/next_cursor",),
        cursor_parameter="cursor",
    ),
)

LIST_AFTER: Operation[Book] = Operation(
    key="GET /books/after",
    name="listAfter",
    kind="pages",
    parameters=(in_query("after", TEXT),),
    responses=(Response("200"),),
    result=types("models.books", "Book"),
    pages=Pages(
        items=("$response.body#/data",),
        cursor_parameter="after",
        last="/id",
        stop="$response.body#/has_more == false",
    ),
)

LIST_COUNTED: Operation[Book] = Operation(
    key="GET /books/counted",
    name="listCounted",
    kind="pages",
    parameters=(in_query("page", INTEGER), in_query("size", INTEGER)),
    responses=(Response("200"),),
    result=types("models.books", "Book"),
    pages=Pages(
        items=("$response.body#/content",),
        page_parameter="page",
        first_page=0,
        stop="$response.body#/last == true",
    ),
)

LIST_LINKED: Operation[Book] = Operation(
    key="GET /books/linked",
    name="listLinked",
    kind="pages",
    responses=(Response("200"),),
    result=types("models.books", "Book"),
    pages=Pages(items=("$response.body",), next_url=("$response.header.Link",)),
)

LIST_UNCLEAR: Operation[ListUnclearResponse] = Operation(
    key="GET /books/unclear",
    name="listUnclear",
    responses=(Response("200", types("models.books", "ListUnclearResponse")),),
)

SEARCH: Operation[Book] = Operation(
    key="POST /books/search",
    name="searchBooks",
    kind="pages",
    bodies=(Body(types("params.books", "SearchBooksBody"), required=True),),
    responses=(Response("200"),),
    result=types("models.books", "Book"),
    pages=Pages(
        items=("$response.body#/found",),
        cursor=("$response.body#/to",),
        cursor_parameter="body.from",
    ),
)


class Books:
    """The `books` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def list(
        self,
        *,
        cursor: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Pager[Book]:
        """List books.

        Returns:
            The items, page after page.
        """
        return self._core.pages(LIST, query={"cursor": cursor}, options=options)

    def list_after(
        self,
        *,
        after: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Pager[Book]:
        """List after.

        Returns:
            The items, page after page.
        """
        return self._core.pages(LIST_AFTER, query={"after": after}, options=options)

    def list_counted(
        self,
        *,
        page: int | Omit = OMIT,
        size: int | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Pager[Book]:
        """List counted.

        Args:
            page: Default 0.

        Returns:
            The items, page after page.
        """
        return self._core.pages(
            LIST_COUNTED,
            query={"page": page, "size": size},
            options=options,
        )

    def list_linked(self, *, options: CallOptions | None = None) -> Pager[Book]:
        """List linked.

        Returns:
            The items, page after page.
        """
        return self._core.pages(LIST_LINKED, options=options)

    def list_unclear(
        self,
        *,
        options: CallOptions | None = None,
    ) -> ListUnclearResponse:
        """List unclear.

        Returns:
            A page.
        """
        return self._core.call(LIST_UNCLEAR, options=options)

    def search(
        self,
        *,
        from_: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Pager[Book]:
        """Search books.

        Returns:
            The items, page after page.
        """
        return self._core.pages(SEARCH, body={"from": from_}, options=options)


class AsyncBooks:
    """The `books` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    def list(
        self,
        *,
        cursor: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncPager[Book]:
        """List books."""
        return self._core.pages(LIST, query={"cursor": cursor}, options=options)

    def list_after(
        self,
        *,
        after: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncPager[Book]:
        """List after."""
        return self._core.pages(LIST_AFTER, query={"after": after}, options=options)

    def list_counted(
        self,
        *,
        page: int | Omit = OMIT,
        size: int | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncPager[Book]:
        """List counted."""
        return self._core.pages(
            LIST_COUNTED,
            query={"page": page, "size": size},
            options=options,
        )

    def list_linked(self, *, options: CallOptions | None = None) -> AsyncPager[Book]:
        """List linked."""
        return self._core.pages(LIST_LINKED, options=options)

    async def list_unclear(
        self,
        *,
        options: CallOptions | None = None,
    ) -> ListUnclearResponse:
        """List unclear."""
        return await self._core.call(LIST_UNCLEAR, options=options)

    def search(
        self,
        *,
        from_: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncPager[Book]:
        """Search books."""
        return self._core.pages(SEARCH, body={"from": from_}, options=options)
