"""Headers of answers: typed where the document declares them, never in the way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from types import ModuleType
from typing import Any

import httpx
import pytest
from specloom import ir

from tests import apis
from tests.behaviour.packages import Served, imported, write

INTEGER = ir.Numeric(integer=True)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    headers = (
        ir.Header(wire="X-Left", schema=INTEGER, required=True),
        ir.Header(wire="X-Until", schema=ir.Text(format="date-time")),
        ir.Header(wire="X-Pages", schema=ir.Array(items=INTEGER)),
        ir.Header(wire="X-Name", schema=apis.TEXT),
        ir.Header(wire="X-Cached", schema=ir.Boolean()),
    )
    answer = ir.Response(
        status="200",
        contents=(ir.Content(media_type="application/json", schema=apis.TEXT),),
        headers=headers,
    )
    bare = ir.Response(status="204")
    found = apis.api(
        apis.operation("GET /pet", answer, bare, tags=("pets",)),
        servers=(ir.Server(url="https://api.example.com"),),
    )
    folder = write(found, tmp_path_factory.mktemp("client"), "headers_demo")
    with imported(folder, "headers_demo") as made:
        yield made


def raw(package: ModuleType, headers: list[tuple[str, str]], status: int = 200) -> Any:
    content = b"" if status == 204 else b'"Rex"'
    served = Served(lambda _: httpx.Response(status, headers=headers, content=content))
    client = package.HeadersDemo(http_client=served.client())
    return client.with_raw_response.pets.get()


def test_headers_are_read_as_the_document_declares_them(package: ModuleType) -> None:
    answer = raw(
        package,
        [
            ("x-left", "12"),
            ("X-Until", "2026-11-25T08:00:00Z"),
            ("X-Pages", "1, 2"),
            ("X-Pages", "3"),
            ("X-Name", "12"),
            ("X-Cached", "true"),
        ],
    )
    found = answer.parse_headers()
    assert (found.x_left, found.x_pages, found.x_name) == (12, [1, 2, 3], "12")
    assert found.x_until == datetime(2026, 11, 25, 8, tzinfo=UTC)
    assert found.x_cached is True
    assert (answer.parse(), answer.headers["X-Left"]) == ("Rex", "12")


def test_a_header_that_does_not_fit_stays_text(package: ModuleType) -> None:
    found = raw(package, [("X-Left", "many")]).parse_headers()
    assert (found.x_left, found.x_until) == ("many", None)


def test_a_status_without_declared_headers_has_none(package: ModuleType) -> None:
    assert raw(package, [("X-Left", "1")], 204).parse_headers() is None
