"""The two transports as one thing to test, and requests to send by them."""

from __future__ import annotations

import asyncio
import gzip
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from specloom.runtime._auth import Credentials, sources
from specloom.runtime._operation import Scheme, Service
from specloom.runtime._origins import origin_of
from specloom.runtime._policy import Limits
from specloom.runtime._redact import Redactor
from specloom.runtime._session import Session
from specloom.runtime._transport import AsyncTransport, Transport
from specloom.runtime._wire import Chunk, Failed, Reply, Request

from tests.loopback import Exchange, Loopback

KEY = "canary-4711-secret"
SERVICE = Service(
    schemes=(Scheme(name="key", kind="apiKey", wire="X-API-KEY"),),
    security=(("key",),),
)
LIMITS = Limits(
    connect_timeout=1.0,
    read_timeout=2.0,
    write_timeout=1.0,
    json_bytes=1_000_000,
)


def session(*urls: str) -> Session:
    redactor = Redactor()
    found = sources(
        SERVICE,
        api_key=KEY,
        credentials=None,
        environ={},
        redactor=redactor,
    )
    origins = frozenset(map(origin_of, urls))
    return Session(Credentials(SERVICE, found), origins, redactor, time.monotonic)


class Blocking:
    """The blocking transport."""

    name = "sync"

    def __init__(self, *urls: str, client: Any = None, limits: Limits = LIMITS) -> None:
        self._inner = Transport(session(*urls), limits=limits, client=client)

    def send(self, request: Request, seconds: float = 5.0) -> Reply | Failed:
        return self._inner.send(request, time.monotonic() + seconds)

    def read(self, request: Request, *waits: float) -> list[Any]:
        reply, stream = self._inner.open(request, time.monotonic() + 5.0)
        if stream is None:
            return [reply]
        found: list[Any] = [reply]
        for wait in waits:
            found.append(stream.read(wait))
        stream.close()
        stream.close()
        return found

    def many(self, request: Request, count: int) -> list[Any]:
        return [self.send(request) for _ in range(count)]

    def close(self) -> None:
        self._inner.close()


class Awaited:
    """The awaited transport, on one event loop."""

    name = "async"

    def __init__(self, *urls: str, client: Any = None, limits: Limits = LIMITS) -> None:
        self._inner = AsyncTransport(session(*urls), limits=limits, client=client)
        self._runner = asyncio.Runner()

    def send(self, request: Request, seconds: float = 5.0) -> Reply | Failed:
        work = self._inner.send(request, time.monotonic() + seconds)
        return self._runner.run(work)

    def read(self, request: Request, *waits: float) -> list[Any]:
        async def work() -> list[Any]:
            reply, stream = await self._inner.open(request, time.monotonic() + 5.0)
            if stream is None:
                return [reply]
            found: list[Any] = [reply]
            for wait in waits:
                found.append(await stream.read(wait))
            await stream.close()
            await stream.close()
            return found

        return self._runner.run(work())

    def many(self, request: Request, count: int) -> list[Any]:
        return [self.send(request) for _ in range(count)]

    def close(self) -> None:
        self._runner.run(self._inner.close())
        self._runner.close()


@pytest.fixture(params=[Blocking, Awaited], ids=lambda kind: kind.name)
def make(request: pytest.FixtureRequest) -> Iterator[Callable[..., Any]]:
    made: list[Any] = []

    def build(*urls: str, **settings: Any) -> Any:
        made.append(request.param(*urls, **settings))
        return made[-1]

    yield build
    for item in made:
        item.close()


def get(server: Loopback, target: str = "/x", **more: Any) -> Request:
    more.setdefault("security", (("key",),))
    return Request(method="GET", url=server.url + target, **more)


def post(server: Loopback, **more: Any) -> Request:
    more.setdefault("content", b'{"a":1}')
    return Request(method="POST", url=server.url + "/x", **more)


def ok(exchange: Exchange) -> None:
    exchange.json({"ok": True})


def moved(target: str, status: int = 302) -> Callable[[Exchange], None]:
    return lambda e: e.answer(b"", status, {"Location": target})


def squeezed(size: int) -> bytes:
    return gzip.compress(b"\0" * size, 9)


def events(*pieces: bytes, end: str = "close") -> Callable[[Exchange], None]:
    def react(exchange: Exchange) -> None:
        exchange.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n")
        exchange.send(b"Transfer-Encoding: chunked\r\n\r\n")
        for piece in pieces:
            exchange.send(b"%x\r\n%s\r\n" % (len(piece), piece))
        if end == "end":
            exchange.send(b"0\r\n\r\n")
        elif end == "hold":
            exchange.hold()
        elif end == "reset":
            exchange.reset()
        else:
            exchange.close()

    return react


def chunks(found: list[Any]) -> bytes:
    return b"".join(item.data for item in found if isinstance(item, Chunk))
