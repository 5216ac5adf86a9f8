"""Answers of library."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .._runtime._model import lazy

if TYPE_CHECKING:
    from .shared import Book
else:
    Book = lazy(__name__, "shared", "Book")

FilterBooksResponse: TypeAlias = list[Book]
