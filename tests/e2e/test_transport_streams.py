"""Streams and uploads: piece by piece, bounded, closed when nobody reads."""

from __future__ import annotations

import socket
import threading
import time
import zlib
from collections.abc import Iterator
from typing import Any

import pytest
from specloom.runtime._policy import Limits
from specloom.runtime._wire import Chunk, Eof, Failed, Reply, Request

from tests.loopback import Exchange, serving
from tests.transports import (
    chunks,
    events,
    get,
    ok,
    post,
    squeezed,
)
from tests.transports import make as make

# Streams


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
