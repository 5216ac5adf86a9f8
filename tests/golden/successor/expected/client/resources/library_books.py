"""The `library.books` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._omit import OMIT
from .._runtime._operation import TEXT, Body, Operation, Response, Types, in_cookie

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._runtime._client import AsyncCore, Core
    from .._runtime._omit import Omit
    from .._runtime._options import CallOptions
    from .._runtime._stream import AsyncEventStream, EventStream
    from ..models.shared import Book

types = Types(__name__)

LOCK_BOOK: Operation[None] = Operation(
    key="LOCK /books",
    name="lockBooks",
    parameters=(in_cookie("session", TEXT, style="cookie", required=True),),
    responses=(Response("204", reads="none"),),
)

SEARCH: Operation[Book] = Operation(
    key="QUERY /books",
    name="searchBooks",
    kind="stream",
    bodies=(Body(types("params.shared", "Filter"), required=True),),
    responses=(
        Response(
            "200",
            types("models.shared", "Book"),
            media_type="application/jsonl",
            reads="lines",
        ),
    ),
    accept="application/jsonl",
    result=types("models.shared", "Book"),
)


class LibraryBooks:
    """The `library.books` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def lock_book(self, *, session: str, options: CallOptions | None = None) -> None:
        """Lock book."""
        return self._core.call(LOCK_BOOK, cookie={"session": session}, options=options)

    def search(
        self,
        *,
        text: str,
        tags: Sequence[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> EventStream[Book]:
        """Search books.

        Returns:
            The events, as they come.
        """
        return self._core.stream(
            SEARCH,
            body={"text": text, "tags": tags},
            options=options,
        )


class AsyncLibraryBooks:
    """The `library.books` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def lock_book(
        self,
        *,
        session: str,
        options: CallOptions | None = None,
    ) -> None:
        """Lock book."""
        return await self._core.call(
            LOCK_BOOK,
            cookie={"session": session},
            options=options,
        )

    def search(
        self,
        *,
        text: str,
        tags: Sequence[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncEventStream[Book]:
        """Search books."""
        return self._core.stream(
            SEARCH,
            body={"text": text, "tags": tags},
            options=options,
        )
