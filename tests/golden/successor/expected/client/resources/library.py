"""The `library` operations."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._runtime._operation import FORM, Encoding, Operation, Parameter, Response, Types

if TYPE_CHECKING:
    from .._runtime._client import AsyncCore, Core
    from .._runtime._options import CallOptions
    from ..models.shared import Book
    from ..params.shared import Filter
    from .library_books import AsyncLibraryBooks, LibraryBooks

types = Types(__name__)

FILTER_BOOKS: Operation[list[Book]] = Operation(
    key="GET /books",
    name="filterBooks",
    parameters=(
        Parameter(
            wire="filter",
            place="querystring",
            style="form",
            explode=True,
            required=True,
            media_type=FORM,
            encodings={"tags": Encoding(style="pipeDelimited", explode=False)},
            type=types("params.shared", "Filter"),
        ),
    ),
    responses=(Response("200", types("models.library", "FilterBooksResponse")),),
)


class Library:
    """The `library` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    @cached_property
    def books(self) -> LibraryBooks:
        """The `books` operations."""
        from .library_books import LibraryBooks

        return LibraryBooks(self._core)

    def filter_books(
        self,
        *,
        filter: Filter,
        options: CallOptions | None = None,
    ) -> list[Book]:
        """Filter books.

        Returns:
            The books.
        """
        return self._core.call(FILTER_BOOKS, query={"filter": filter}, options=options)


class AsyncLibrary:
    """The `library` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    @cached_property
    def books(self) -> AsyncLibraryBooks:
        """The `books` operations."""
        from .library_books import AsyncLibraryBooks

        return AsyncLibraryBooks(self._core)

    async def filter_books(
        self,
        *,
        filter: Filter,
        options: CallOptions | None = None,
    ) -> list[Book]:
        """Filter books."""
        return await self._core.call(
            FILTER_BOOKS,
            query={"filter": filter},
            options=options,
        )
