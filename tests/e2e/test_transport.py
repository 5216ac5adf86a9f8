"""The transport against a server that breaks anywhere: every exchange ends as a value."""

from __future__ import annotations

import socket
import time
from typing import Any

import pytest
from specloom.runtime._policy import Limits
from specloom.runtime._wire import Reply, Request

from tests.loopback import Exchange, serving, tls_context
from tests.transports import (
    KEY,
    get,
    ok,
    post,
)
from tests.transports import make as make


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
