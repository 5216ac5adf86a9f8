"""The transport against a server that breaks anywhere: every exchange ends as a value."""

from __future__ import annotations

import asyncio
import gzip
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import httpx2
import pytest
from specloom.runtime._auth import Credentials, sources
from specloom.runtime._operation import Scheme, Service
from specloom.runtime._policy import Limits
from specloom.runtime._redact import Redactor
from specloom.runtime._request import origin_of
from specloom.runtime._session import Session
from specloom.runtime._transport import AsyncTransport, Transport
from specloom.runtime._wire import Chunk, Eof, Failed, Reply, Request

from tests.loopback import Exchange, Loopback, serving, tls_context

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


def test_an_answer_comes_whole_with_lower_cased_names(make: Any) -> None:
    with serving(lambda e: e.json([1], **{"X-Request-ID": "r1"})) as server:
        reply = make(server.url).send(get(server))
    assert isinstance(reply, Reply)
    assert (reply.status, reply.body) == (200, b"[1]")
    assert ("x-request-id", "r1") in reply.headers
    assert server.seen[0].header("X-API-KEY") == KEY
    assert server.seen[0].header("Accept-Encoding") == "gzip, deflate"


def test_a_connection_is_kept_and_used_again(make: Any) -> None:
    with serving(ok) as server:
        make(server.url).many(get(server), 3)
    assert server.connections == 1


def test_a_fresh_request_gets_a_connection_of_its_own(make: Any) -> None:
    with serving(ok) as server:
        transport = make(server.url)
        transport.send(get(server))
        transport.send(get(server, fresh=True))
    assert [seen.connection for seen in server.seen] == [0, 1]


# Rows 1 to 3 and 5: connecting


def test_row_1_a_refused_connection_was_never_sent(make: Any) -> None:
    with serving(ok) as server:
        pass
    failed = make(server.url).send(get(server))
    assert (failed.phase, failed.sent, failed.retryable) == ("connect", False, True)


def test_row_2_a_name_that_does_not_exist_is_a_dns_failure(make: Any) -> None:
    request = Request(method="GET", url="http://no-such-host.invalid/")
    failed = make().send(request)
    assert (failed.phase, failed.sent) == ("dns", False)
    assert isinstance(failed.cause, socket.gaierror)


def test_row_3_a_certificate_nobody_signed_is_final(make: Any) -> None:
    with serving(ok, context=tls_context()) as server:
        failed = make(server.url).send(get(server))
    assert (failed.phase, failed.sent, failed.retryable) == ("tls", False, False)
    assert server.seen == []


def test_row_3_a_broken_handshake_may_be_tried_again(make: Any) -> None:
    with serving(ok) as server:
        url = server.url.replace("http:", "https:")
        failed = make(url).send(Request(method="GET", url=url))
    assert failed.sent is False
    assert failed.retryable is True


def test_row_5_a_connection_that_takes_too_long_was_never_sent(make: Any) -> None:
    full = socket.create_server(("127.0.0.1", 0), backlog=0)
    waiting = [socket.socket() for _ in range(8)]
    for item in waiting:
        item.setblocking(False)
        item.connect_ex(full.getsockname())
    try:
        url = f"http://127.0.0.1:{full.getsockname()[1]}/"
        limits = Limits(connect_timeout=0.3)
        failed = make(limits=limits).send(Request(method="GET", url=url))
    finally:
        full.close()
        for item in waiting:
            item.close()
    assert (failed.phase, failed.sent, failed.timeout) == ("connect", False, True)


# Rows 7 to 12: after the request may have been read


def test_row_8_silence_before_the_headers_leaves_it_open(make: Any) -> None:
    with serving(lambda e: e.hold()) as server:
        transport = make(server.url, limits=Limits(read_timeout=0.2))
        failed = transport.send(post(server))
    assert (failed.phase, failed.sent, failed.timeout) == ("read", True, True)


@pytest.mark.parametrize("part", [b"", b"HTTP/1.1 20", b"HTTP/1.1 200 OK\r\nA: b"])
def test_row_9_a_reset_in_the_headers_leaves_it_open(make: Any, part: bytes) -> None:
    def cut(exchange: Exchange) -> None:
        exchange.send(part)
        exchange.reset()

    with serving(cut) as server:
        failed = make(server.url).send(post(server))
    assert (failed.phase, failed.sent) == ("read", True)


def test_row_10_a_stale_connection_costs_a_get_nothing(make: Any) -> None:
    def last(exchange: Exchange) -> None:
        exchange.json({})
        exchange.close()

    def cut(exchange: Exchange) -> None:
        exchange.reset()

    with serving(ok, cut, ok) as server:
        transport = make(server.url)
        found = transport.many(get(server), 2)
    assert [item.status for item in found] == [200, 200]
    assert len(server.seen) == 3


def test_row_10_a_stale_connection_does_not_repeat_a_post(make: Any) -> None:
    with serving(ok, lambda e: e.reset(), ok) as server:
        transport = make(server.url)
        transport.send(post(server))
        failed = transport.send(post(server))
    assert failed.sent is True
    assert len(server.seen) == 2


def test_row_11_drops_of_a_header_do_not_pass_the_deadline(make: Any) -> None:
    def drip(exchange: Exchange) -> None:
        exchange.send(b"HTTP/1.1 200 OK\r\n")
        while not exchange.server.stopping.wait(0.05):
            exchange.send(b"X")

    with serving(drip) as server:
        started = time.monotonic()
        failed = make(server.url).send(get(server), 0.5)
        spent = time.monotonic() - started
    assert (failed.phase, failed.timeout) == ("read", True)
    assert spent < 2.0


def test_row_11_drops_of_a_body_do_not_pass_the_deadline(make: Any) -> None:
    def drip(exchange: Exchange) -> None:
        exchange.send(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        while not exchange.server.stopping.wait(0.05):
            exchange.send(b"X")

    with serving(drip) as server:
        started = time.monotonic()
        failed = make(server.url).send(get(server), 0.5)
        spent = time.monotonic() - started
    assert (failed.phase, failed.timeout) == ("read", True)
    assert spent < 2.0


@pytest.mark.parametrize(
    "junk",
    [
        b"SSH-2.0-x\r\n\r\n",
        b"HTTP/1.1 abc OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nA b\r\n\r\n",
    ],
)
def test_row_12_what_is_not_http_is_a_protocol_failure(make: Any, junk: bytes) -> None:
    def garbage(exchange: Exchange) -> None:
        exchange.send(junk)
        exchange.close()

    with serving(garbage) as server:
        failed = make(server.url).send(post(server))
    assert (failed.phase, failed.sent) == ("protocol", True)


def test_no_time_left_means_not_sent(make: Any) -> None:
    with serving(ok) as server:
        failed = make(server.url).send(get(server), -1.0)
    assert (failed.sent, failed.timeout) == (False, True)
    assert server.seen == []


# Rows 58 and 59: redirects


def moved(target: str, status: int = 302) -> Callable[[Exchange], None]:
    return lambda e: e.answer(b"", status, {"Location": target})


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_row_58_a_get_follows_on_its_own_origin(make: Any, status: int) -> None:
    with serving(moved("/y?z=1", status), ok) as server:
        reply = make(server.url).send(get(server))
    assert isinstance(reply, Reply)
    assert reply.status == 200
    assert server.seen[1].target == "/y?z=1"
    assert server.seen[1].header("X-API-KEY") == KEY


def test_row_58_another_origin_gets_no_credential_and_no_header_of_ours(
    make: Any,
) -> None:
    headers = (("X-Custom", "1"), ("Cookie", "a=b"), ("Accept", "application/json"))
    with serving(ok) as other, serving(moved(other.url + "/y")) as server:
        transport = make(server.url, other.url)
        reply = transport.send(get(server, headers=headers))
    assert isinstance(reply, Reply)
    assert reply.status == 200
    assert KEY in server.seen[0].text
    assert KEY not in other.seen[0].text
    names = {name.lower() for name, _ in other.seen[0].headers}
    assert names <= {"host", "accept", "accept-encoding", "user-agent", "connection"}


def test_row_58_a_chain_ends_after_five(make: Any) -> None:
    with serving(moved("/x")) as server:
        failed = make(server.url).send(get(server))
    assert (failed.phase, failed.retryable) == ("redirect", False)
    assert len(server.seen) == 6


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_row_58_a_post_is_never_redirected(make: Any, status: int) -> None:
    with serving(moved("/y", status), ok) as server:
        reply = make(server.url).send(post(server))
    assert isinstance(reply, Reply)
    assert reply.status == status
    assert len(server.seen) == 1


@pytest.mark.parametrize(
    "target",
    [
        "http://example.com/",
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "//user:pw@127.0.0.1/",
        "http://",
    ],
)
def test_row_59_an_unsafe_target_is_refused(make: Any, target: str) -> None:
    with serving(moved(target)) as server:
        failed = make(server.url).send(get(server))
    assert isinstance(failed, Failed)
    assert (failed.phase, failed.retryable) == ("redirect", False)


# Rows 61, 69, 70, 30, 24: bodies


@pytest.mark.parametrize(
    "head",
    [b"Content-Length: 100\r\n\r\nabc", b"Transfer-Encoding: chunked\r\n\r\n5\r\nabc"],
)
def test_row_61_a_body_that_was_cut_is_a_failure(make: Any, head: bytes) -> None:
    def cut(exchange: Exchange) -> None:
        exchange.send(b"HTTP/1.1 200 OK\r\n" + head)
        exchange.close()

    with serving(cut) as server:
        failed = make(server.url).send(get(server))
    assert (failed.phase, failed.sent) == ("read", True)


def test_row_61_bytes_beyond_the_length_do_not_reach_the_next_answer(make: Any) -> None:
    def more(exchange: Exchange) -> None:
        exchange.answer(b"{}EXTRA", headers={"Content-Length": "2"})

    with serving(more, ok) as server:
        first, second = make(server.url).many(get(server), 2)
    assert first.body == b"{}"
    assert second.body == b'{"ok": true}'


@pytest.mark.parametrize("announced", [True, False])
def test_row_69_a_huge_body_is_cut_off(make: Any, announced: bool) -> None:
    def huge(exchange: Exchange) -> None:
        length = b"Content-Length: 2000000\r\n\r\n" if announced else b"\r\n"
        exchange.send(b"HTTP/1.1 200 OK\r\n" + length)
        exchange.send(b"x" * 2_000_000)
        exchange.close()

    with serving(huge) as server:
        failed = make(server.url).send(get(server))
    assert (failed.phase, failed.retryable) == ("too_large", False)


def squeezed(size: int) -> bytes:
    return gzip.compress(b"\0" * size, 9)


def test_row_70_a_decompression_bomb_is_counted_while_it_inflates(make: Any) -> None:
    bomb = squeezed(40_000_000)
    headers = {"Content-Encoding": "gzip"}
    with serving(lambda e: e.answer(bomb, headers=headers)) as server:
        failed = make(server.url).send(get(server))
    assert failed.phase == "too_large"


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("gzip", gzip.compress(b"[1]")),
        ("gzip", gzip.compress(b"[") + gzip.compress(b"1]")),
        ("x-gzip", gzip.compress(b"[1]")),
        ("deflate", zlib.compress(b"[1]")),
        ("deflate", zlib.compress(b"[1]")[2:-4]),
        ("identity", b"[1]"),
    ],
)
def test_compressed_bodies_are_inflated(make: Any, kind: str, data: bytes) -> None:
    headers = {"Content-Encoding": kind}
    with serving(lambda e: e.answer(data, headers=headers)) as server:
        reply = make(server.url).send(get(server))
    assert isinstance(reply, Reply)
    assert reply.body == b"[1]"


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("gzip", b"not gzip"),
        ("gzip", gzip.compress(b"x" * 1000)[:-8]),
        ("br", b"\x0b\x01\x80[1]\x03"),
        ("zstd", b"x"),
    ],
)
def test_a_body_that_cannot_be_inflated_is_a_failure(
    make: Any,
    kind: str,
    data: bytes,
) -> None:
    headers = {"Content-Encoding": kind}
    with serving(lambda e: e.answer(data, headers=headers)) as server:
        failed = make(server.url).send(get(server))
    assert (failed.phase, failed.sent) == ("protocol", True)


def test_a_header_block_over_the_limit_is_a_failure(make: Any) -> None:
    headers = {f"X-{index}": "v" * 1000 for index in range(90)}
    with serving(lambda e: e.answer(headers=headers)) as server:
        failed = make(server.url).send(get(server))
    assert failed.phase in ("too_large", "protocol")


# Streams


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


def test_a_stream_comes_piece_by_piece_and_asks_for_no_compression(make: Any) -> None:
    with serving(events(b"data: 1\n\n", end="end")) as server:
        found = make(server.url).read(get(server), 1.0, 1.0, 1.0)
    assert found[0].status == 200
    assert found[0].body == b""
    assert chunks(found) == b"data: 1\n\n"
    assert isinstance(found[-1], Eof)
    assert server.seen[0].header("Accept-Encoding") == "identity"


@pytest.mark.parametrize("end", ["close", "reset"])
def test_row_30_a_stream_without_its_end_is_a_failure_not_an_end(
    make: Any,
    end: str,
) -> None:
    with serving(events(b"data: 1\n\n", end=end)) as server:
        found = make(server.url).read(get(server), 1.0, 1.0, 1.0)
    failed = next(item for item in found if isinstance(item, Failed))
    assert (failed.phase, failed.sent, failed.timeout) == ("read", True, False)


def test_row_31_a_silent_stream_runs_out_and_is_closed(make: Any) -> None:
    with serving(events(b"data: 1\n\n", end="hold")) as server:
        started = time.monotonic()
        found = make(server.url).read(get(server), 1.0, 0.2)
        spent = time.monotonic() - started
    assert isinstance(found[-1], Failed)
    assert found[-1].timeout
    assert spent < 1.5


def test_a_read_waits_no_longer_than_it_was_told_whatever_the_read_timeout(
    make: Any,
) -> None:
    with serving(events(end="hold")) as server:
        transport = make(server.url, limits=Limits(read_timeout=30.0))
        started = time.monotonic()
        found = transport.read(get(server), 0.2)
        spent = time.monotonic() - started
    assert found[-1].timeout
    assert spent < 1.5


def test_row_24_a_compressed_stream_is_inflated_as_it_comes(make: Any) -> None:
    packer = zlib.compressobj(wbits=31)
    first = packer.compress(b"data: 1\n\n") + packer.flush(zlib.Z_SYNC_FLUSH)
    second = packer.compress(b"data: 2\n\n") + packer.flush()

    def react(exchange: Exchange) -> None:
        exchange.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n")
        exchange.send(b"Content-Encoding: gzip\r\n\r\n")
        exchange.send(first)
        exchange.send(second)
        exchange.close()

    with serving(react) as server:
        found = make(server.url).read(get(server), 1.0, 1.0, 1.0, 1.0)
    assert chunks(found) == b"data: 1\n\ndata: 2\n\n"


def test_a_bomb_in_a_stream_comes_in_bounded_pieces(make: Any) -> None:
    bomb = squeezed(30_000_000)

    def react(exchange: Exchange) -> None:
        exchange.answer(bomb, headers={"Content-Encoding": "gzip"})

    with serving(react) as server:
        found = make(server.url).read(get(server), *[1.0] * 20)
    sizes = [len(item.data) for item in found if isinstance(item, Chunk)]
    assert len(sizes) == 20
    assert max(sizes) <= 1024 * 1024


def test_an_abandoned_stream_gives_its_connection_up(make: Any) -> None:
    with serving(events(b"data: 1\n\n", end="hold"), ok) as server:
        transport = make(server.url)
        transport.read(get(server), 1.0)
        reply = transport.send(get(server))
    assert isinstance(reply, Reply)
    assert [seen.connection for seen in server.seen] == [0, 1]


# Uploads


def test_an_upload_streams_and_is_repeated_from_its_beginning(make: Any) -> None:
    opened: list[int] = []

    def chunks() -> Iterator[bytes]:
        opened.append(1)
        yield b"a" * 70_000
        yield b"b"

    headers = (("Content-Length", "70001"),)
    with serving(ok) as server:
        transport = make(server.url)
        transport.send(post(server, content=chunks, headers=headers))
        transport.send(post(server, content=chunks))
    assert [len(seen.body) for seen in server.seen] == [70_001, 70_001]
    assert server.seen[0].header("Content-Length") == "70001"
    assert server.seen[1].header("Transfer-Encoding") == "chunked"
    assert len(opened) == 2


def test_row_7_a_reset_while_the_body_is_sent_leaves_it_open(make: Any) -> None:
    def chunks() -> Iterator[bytes]:
        for _ in range(2000):
            yield b"x" * 65_536

    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        stream, _ = listener.accept()
        stream.recv(1000)
        stream.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        stream.close()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
    failed = make().send(Request(method="POST", url=url, content=chunks))
    thread.join(5)
    listener.close()
    assert isinstance(failed, Failed)
    assert failed.sent is True


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
