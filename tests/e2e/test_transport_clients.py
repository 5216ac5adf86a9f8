"""Proxies, injected clients, interrupts: the transport among others."""

from __future__ import annotations

import asyncio
import threading
import time
from typing import Any

import httpx
import httpx2
import pytest
from specloom.runtime._transport import AsyncTransport, Transport
from specloom.runtime._wire import Eof, Reply, Request

from tests.loopback import Exchange, Loopback, serving
from tests.transports import (
    KEY,
    LIMITS,
    Awaited,
    Blocking,
    chunks,
    events,
    get,
    moved,
    ok,
    post,
    session,
)
from tests.transports import make as make

# Proxies


def proxied(server: Loopback, kind: type[Any], **proxies: str) -> Any:
    class Through(kind):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__("https://api.example", "http://api.example")
            self._inner._proxies = {"https": server.url, "http": server.url, **proxies}

    return Through()


@pytest.mark.parametrize("kind", [Blocking, Awaited], ids=lambda kind: kind.name)
@pytest.mark.parametrize(("status", "retryable"), [(407, False), (502, True)])
def test_row_4_a_proxy_that_refuses_was_never_passed(
    kind: type[Any],
    status: int,
    retryable: bool,
) -> None:
    with serving(lambda e: e.answer(b"", status)) as server:
        transport = proxied(server, kind)
        request = Request(method="GET", url="https://api.example/x")
        failed = transport.send(request)
        transport.close()
    assert server.seen[0].method == "CONNECT"
    assert (failed.phase, failed.sent, failed.retryable) == ("proxy", False, retryable)


@pytest.mark.parametrize("kind", [Blocking, Awaited], ids=lambda kind: kind.name)
def test_a_host_outside_the_proxy_is_asked_directly(kind: type[Any]) -> None:
    with serving(ok) as server, serving(ok) as proxy:
        transport = proxied(proxy, kind, no="127.0.0.1,.example")
        reply = transport.send(Request(method="GET", url=server.url))
        transport.close()
    assert isinstance(reply, Reply)
    assert proxy.seen == []


# Injected clients


@pytest.fixture(params=[httpx, httpx2], ids=lambda library: library.__name__)
def library(request: pytest.FixtureRequest) -> Any:
    return request.param


@pytest.mark.parametrize("kind", [Blocking, Awaited], ids=lambda kind: kind.name)
def test_an_injected_client_of_either_library_works(
    kind: type[Any],
    library: Any,
) -> None:
    def cut(exchange: Exchange) -> None:
        exchange.reset()

    reactions = (ok, moved("/y"), ok, cut, events(b"data: 1\n\n", end="end"))
    with serving(*reactions) as server:
        name = "Client" if kind is Blocking else "AsyncClient"
        client = getattr(library, name)(headers={"X-Own": "1"}, trust_env=False)
        transport = kind(server.url, client=client)
        first = transport.send(get(server))
        second = transport.send(get(server))
        third = transport.send(post(server))
        stream = transport.read(get(server), 1.0, 1.0)
        transport.close()
        refused = Request(method="GET", url="http://127.0.0.1:1/")
        fourth = kind(server.url, client=client).send(refused)
    assert first.body == second.body == b'{"ok": true}'
    assert server.seen[0].header("X-Own") == "1"
    assert server.seen[0].header("X-API-KEY") == KEY
    assert (third.phase, third.sent) == ("read", True)
    assert chunks(stream) == b"data: 1\n\n"
    assert (fourth.phase, fourth.sent) == ("connect", False)
    assert not client.is_closed


@pytest.mark.parametrize("kind", [Blocking, Awaited], ids=lambda kind: kind.name)
def test_an_injected_clients_own_secrets_do_not_follow_to_another_origin(
    kind: type[Any],
    library: Any,
) -> None:
    with serving(ok) as other, serving(moved(other.url)) as server:
        name = "Client" if kind is Blocking else "AsyncClient"
        client = getattr(library, name)(
            headers={"Authorization": f"Bearer {KEY}", "X-Own": KEY},
            cookies={"c": KEY},
            auth=("user", KEY),
            trust_env=False,
        )
        transport = kind(server.url, client=client)
        reply = transport.send(get(server))
        transport.close()
    assert isinstance(reply, Reply)
    assert KEY in server.seen[0].text
    assert KEY not in other.seen[0].text
    assert "Authorization" not in other.seen[0].text


# Interrupts


def exhaust(stream: Any) -> None:
    for _ in range(60):
        stream.read(1.0)


def test_an_interrupt_closes_the_connection_and_goes_on() -> None:
    class Interrupting:
        def __init__(self) -> None:
            self.count = 0

        def __call__(self) -> float:
            self.count += 1
            if self.count == 12:
                raise KeyboardInterrupt
            return time.monotonic()

    with serving(events(*[b"x"] * 50, end="hold")) as server:
        transport = Transport(session(server.url), limits=LIMITS)
        _, stream = transport.open(get(server), time.monotonic() + 5)
        assert stream is not None
        transport.clock = Interrupting()
        with pytest.raises(KeyboardInterrupt):
            exhaust(stream)
        assert isinstance(stream.read(1.0), Eof)
        transport.close()


def test_a_cancelled_task_closes_its_connection_and_stays_cancelled() -> None:
    async def work(server: Loopback) -> None:
        transport = AsyncTransport(session(server.url), limits=LIMITS)
        task = asyncio.ensure_future(
            transport.send(get(server), time.monotonic() + 20),
        )
        while not server.seen:
            await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await transport.close()

    with serving(lambda e: e.hold()) as server:
        asyncio.run(asyncio.wait_for(work(server), 5))


def test_a_transport_lives_through_several_event_loops() -> None:
    with serving(ok) as server:
        transport = AsyncTransport(session(server.url), limits=LIMITS)
        for _ in range(3):
            reply = asyncio.run(transport.send(get(server), time.monotonic() + 5))
            assert isinstance(reply, Reply)


def test_many_threads_share_a_transport() -> None:
    with serving(ok) as server:
        transport = Transport(session(server.url), limits=LIMITS)
        found: list[Any] = []

        def work() -> None:
            for _ in range(5):
                found.append(transport.send(get(server), time.monotonic() + 10))

        threads = [threading.Thread(target=work) for _ in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)
        transport.close()
    assert len(found) == 80
    assert all(isinstance(item, Reply) for item in found)
