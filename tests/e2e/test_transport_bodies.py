"""Redirects and bodies: what is followed, what is cut off, what is inflated."""

from __future__ import annotations

import gzip
import zlib
from typing import Any

import pytest
from specloom.runtime._wire import Failed, Reply

from tests.loopback import Exchange, serving
from tests.transports import (
    KEY,
    get,
    moved,
    ok,
    post,
    squeezed,
)
from tests.transports import make as make

# Rows 58 and 59: redirects


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
