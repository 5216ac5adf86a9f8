"""What a description calls deprecated warns its callers, by PEP 702."""

from __future__ import annotations

import asyncio
import warnings
from collections.abc import Iterator
from types import ModuleType

import httpx
import pytest

from tests.behaviour.packages import imported, write
from tests.lowering import described, lowered

LONG = "/a/way/that/is/so/long/that/no/line/of/a/module/has/the/room/to/say/it/whole"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    found = {
        "/things": {"post": _operation("start"), "put": _operation("store")},
        "/old": {"get": _operation("deprecated")},
        LONG: {"get": _operation("walk")},
    }
    del found["/things"]["put"]["deprecated"]
    folder = tmp_path_factory.mktemp("deprecated")
    servers = [{"url": "https://api.example.com"}]
    write(lowered(described(found, servers=servers)).api, folder, "deprecated_demo")
    with imported(folder, "deprecated_demo") as package:
        yield package


def _operation(name: str) -> dict[str, object]:
    answers = {"204": {"description": "Done."}}
    common = {"tags": ["things"], "responses": answers}
    return {"operationId": name, "deprecated": True, **common}


def _answered(_: httpx.Request) -> httpx.Response:
    return httpx.Response(204)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("start", "POST /things is deprecated."),
        ("deprecated", "GET /old is deprecated."),
        ("walk", "`things.walk` is deprecated."),
    ],
)
def test_a_deprecated_operation_warns_whoever_calls_it(
    package: ModuleType, name: str, told: str
) -> None:
    transport = httpx.MockTransport(_answered)
    client = package.DeprecatedDemo(http_client=httpx.Client(transport=transport))
    with pytest.warns(DeprecationWarning, match="is deprecated") as found:
        getattr(client.things, name)()
    assert [(str(one.message), one.filename) for one in found] == [(told, __file__)]


def test_the_async_twin_warns_too(package: ModuleType) -> None:
    async def run() -> None:
        http = httpx.AsyncClient(transport=httpx.MockTransport(_answered))
        async with package.AsyncDeprecatedDemo(http_client=http) as client:
            await client.things.start()

    with pytest.warns(DeprecationWarning, match="POST /things is deprecated"):
        asyncio.run(run())


def test_what_is_not_deprecated_says_nothing(package: ModuleType) -> None:
    transport = httpx.MockTransport(_answered)
    client = package.DeprecatedDemo(http_client=httpx.Client(transport=transport))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        client.things.store()
