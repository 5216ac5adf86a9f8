"""Both clients as one thing to test, and the operations they are asked for."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from specloom.runtime._async_client import AsyncCore
from specloom.runtime._client import Core
from specloom.runtime._lifecycle import Pages, Profile
from specloom.runtime._model import Model
from specloom.runtime._operation import (
    Body,
    Encoding,
    Operation,
    Response,
    Service,
    in_path,
    in_query,
)
from specloom.runtime._policy import Limits, Retry

from tests.loopback import Exchange, Loopback


class Item(Model):
    id: int


GET: Operation[Any] = Operation(
    key="GET /items/{id}",
    method="GET",
    path="/items/{id}",
    name="getItem",
    parameters=(in_path("id", lambda: int), in_query("verbose")),
    responses=(Response(status="200", type=lambda: Item),),
)
UPLOAD: Operation[Any] = Operation(
    key="POST /files",
    method="POST",
    path="/files",
    bodies=(
        Body(
            media_type="multipart/form-data",
            required=True,
            encodings={"files": Encoding(file=True)},
        ),
    ),
)
EVENTS: Operation[Any] = Operation(
    key="POST /chat",
    method="POST",
    path="/chat",
    kind="stream",
    accept="text/event-stream",
    bodies=(Body(required=True),),
    result=lambda: Item,
)
LINES: Operation[Any] = Operation(
    key="GET /lines",
    method="GET",
    path="/lines",
    kind="stream",
    accept="application/x-ndjson",
    result=lambda: Item,
)
LIST: dict[str, Operation[Any]] = {
    "page": Operation(
        key="GET /list",
        method="GET",
        path="/list",
        parameters=(in_query("page"), in_query("size")),
        pages=Pages(items=("$response.body#/items",), page_parameter="page"),
        result=lambda: Item,
    ),
    "offset": Operation(
        key="GET /list",
        method="GET",
        path="/list",
        parameters=(in_query("offset"),),
        pages=Pages(items=("$response.body#/items",), offset_parameter="query.offset"),
        result=lambda: Item,
    ),
    "cursor": Operation(
        key="POST /list",
        method="POST",
        path="/list",
        bodies=(Body(),),
        pages=Pages(
            items=("$response.body#/items",),
            cursor=("$response.body#/next",),
            cursor_parameter="body.after",
        ),
        result=lambda: Item,
    ),
    "url": Operation(
        key="GET /list",
        method="GET",
        path="/list",
        pages=Pages(
            items=("$response.body#/items",),
            next_url=("$response.body#/next", "$response.header.Link"),
        ),
        result=lambda: Item,
    ),
    "stop": Operation(
        key="GET /list",
        method="GET",
        path="/list",
        parameters=(in_query("page"),),
        pages=Pages(
            items=("$response.body#/items",),
            page_parameter="page",
            stop="$response.body#/more == false",
        ),
        result=lambda: Item,
    ),
}
SERVICE = Service(profile=Profile(package="demo"), version="1.2")
NAMES = {item.key: item for item in (GET, UPLOAD, EVENTS, LINES)} | {"getItem": GET}
SETTINGS: dict[str, Any] = {
    "retry": Retry(max_retries=1, first=0.01),
    "limits": Limits(read_timeout=1.0, event_bytes=10_000),
}


class Blocking:
    """Uses the blocking client."""

    name = "sync"

    def __init__(
        self, server: Loopback, service: Service = SERVICE, **more: Any
    ) -> None:
        settings = {"base_url": server.url, **SETTINGS, **more}
        self.core = Core(service, NAMES.__getitem__, **settings)

    def do(self, name: str, *args: Any, **given: Any) -> Any:
        return getattr(self.core, name)(*args, **given)

    def all(self, name: str, *args: Any, **given: Any) -> list[Any]:
        return list(getattr(self.core, name)(*args, **given))


class Awaited:
    """Uses the awaited client."""

    name = "async"

    def __init__(
        self, server: Loopback, service: Service = SERVICE, **more: Any
    ) -> None:
        settings = {"base_url": server.url, **SETTINGS, **more}
        self.core = AsyncCore(service, NAMES.__getitem__, **settings)

    def do(self, name: str, *args: Any, **given: Any) -> Any:
        async def work() -> Any:
            return await getattr(self.core, name)(*args, **given)

        return asyncio.run(work())

    def all(self, name: str, *args: Any, **given: Any) -> list[Any]:
        async def work() -> list[Any]:
            return [item async for item in getattr(self.core, name)(*args, **given)]

        return asyncio.run(work())


@pytest.fixture(params=[Blocking, Awaited], ids=lambda kind: kind.name)
def client(request: pytest.FixtureRequest) -> Any:
    return request.param


def item(exchange: Exchange) -> None:
    exchange.json({"id": 1})
