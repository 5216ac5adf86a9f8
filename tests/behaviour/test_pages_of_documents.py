"""Lists of a document are walked to their end, by whatever leads on."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import httpx
import pytest

from tests.behaviour.packages import Served, generated
from tests.golden.cases import ROOT

DOCUMENT = (ROOT / "pages" / "document.yaml").read_text("utf-8")
ALL = ["1", "2", "3"]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    folder = tmp_path_factory.mktemp("client")
    with generated(DOCUMENT, folder, "books_demo") as made:
        yield made


def books(*numbers: int) -> list[dict[str, str]]:
    return [{"id": str(number)} for number in numbers]


def by_cursor(request: httpx.Request) -> Any:
    last = "cursor" in request.url.params
    rest = {} if last else {"next_cursor": "c2"}
    return {"data": books(3) if last else books(1, 2), **rest}


def by_last(request: httpx.Request) -> Any:
    last = request.url.params.get("after") == "2"
    return {"data": books(3) if last else books(1, 2), "has_more": not last}


def by_number(request: httpx.Request) -> Any:
    last = request.url.params.get("page") == "1"
    return {"content": books(3) if last else books(1, 2), "last": last}


def by_body(request: httpx.Request) -> Any:
    last = json.loads(request.content) == {"from": "f2"}
    return {"found": books(3) if last else books(1, 2), "to": None if last else "f2"}


@pytest.mark.parametrize(
    ("method", "answer"),
    [
        ("list", by_cursor),
        ("list_after", by_last),
        ("list_counted", by_number),
        ("search", by_body),
    ],
)
def test_every_item_of_every_page_is_given_and_no_page_is_asked_for_in_vain(
    package: ModuleType, method: str, answer: Callable[[httpx.Request], Any]
) -> None:
    served = Served(lambda request: httpx.Response(200, json=answer(request)))
    client = package.BooksDemo(http_client=served.client())
    assert [book.id for book in getattr(client.books, method)()] == ALL
    assert len(served.asked) == 2


def test_a_link_header_is_followed_awaited(package: ModuleType) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.params.get("page") == "2":
            return httpx.Response(200, json=books(3))
        link = '<https://api.example.com/books/linked?page=2>; rel="next"'
        return httpx.Response(200, json=books(1, 2), headers={"Link": link})

    async def walk() -> list[str]:
        client = package.AsyncBooksDemo(http_client=Served(answer).async_client())
        return [book.id async for book in client.books.list_linked()]

    assert asyncio.run(walk()) == ALL


def test_a_server_that_repeats_its_last_page_ends_the_list(
    package: ModuleType,
) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        page = min(int(request.url.params.get("page", 0)), 2)
        return httpx.Response(200, json={"content": books(page + 1)})

    served = Served(answer)
    client = package.BooksDemo(http_client=served.client())
    found = [book.id for book in client.books.list_counted()]
    assert found == [*ALL, "3"]
    assert len(served.asked) == 4
