"""What all operations share, and where each one is."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ._runtime._lifecycle import Profile
from ._runtime._operation import Operation, Service

SERVICE = Service(
    profile=Profile(
        title="A list is paged where the question and the answer agree",
        package="client",
    ),
    version="1",
    servers=("https://api.example.com",),
)

_PLACES: dict[str, str] = {
    "GET /books": "books.LIST",
    "GET /books/after": "books.LIST_AFTER",
    "GET /books/counted": "books.LIST_COUNTED",
    "GET /books/linked": "books.LIST_LINKED",
    "GET /books/unclear": "books.LIST_UNCLEAR",
    "POST /books/search": "books.SEARCH",
    "books.list": "books.LIST",
    "books.list_after": "books.LIST_AFTER",
    "books.list_counted": "books.LIST_COUNTED",
    "books.list_linked": "books.LIST_LINKED",
    "books.list_unclear": "books.LIST_UNCLEAR",
    "books.search": "books.SEARCH",
    "listAfter": "books.LIST_AFTER",
    "listBooks": "books.LIST",
    "listCounted": "books.LIST_COUNTED",
    "listLinked": "books.LIST_LINKED",
    "listUnclear": "books.LIST_UNCLEAR",
    "searchBooks": "books.SEARCH",
}


def find(name: str) -> Operation[Any]:
    """Return the operation of this key, call path, operationId or exact name."""
    module, _, constant = _PLACES[name].partition(".")
    resource = import_module(f"{__package__}.resources.{module}")
    found: Operation[Any] = getattr(resource, constant)
    return found
