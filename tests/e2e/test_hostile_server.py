"""Whole jobs against a raw server that means no good, in both flavours."""

from __future__ import annotations

import asyncio
import gzip
import json
import socket
import struct
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest
from specloom.runtime._client import AsyncCore, Core
from specloom.runtime._errors import (
    ClientError,
    NetworkError,
    SubmissionUncertain,
    ValidationError,
)
from specloom.runtime._lifecycle import Wait
from specloom.runtime._operation import Service
from specloom.runtime._policy import Limits, Retry

from tests.faults.clients import BEARER, KEY
from tests.faults.service import OPERATIONS, PLAIN, POLLED
from tests.loopback import Exchange, accepting, serving

QUICK = Wait(interval=0.01, factor=1.0, ceiling=0.01, jitter=0.0, grace=0.2)
SERVICE = Service(
    servers=("https://api.test",),
    lifecycles=(replace(POLLED, wait=QUICK),),
    schemes=(BEARER,),
    security=(("bearer",),),
)
SETTINGS: dict[str, Any] = {
    "api_key": KEY,
    "limits": Limits(write_timeout=0.5, read_timeout=2.0, json_bytes=1_000_000),
    "retry": Retry(first=0.01, ceiling=0.02, jitter=0.0),
}
CREATED = json.dumps({"id": "j1", "status": "IN_QUEUE"}).encode()
RUNNING = json.dumps({"id": "j1", "status": "IN_PROGRESS"}).encode()
DONE = json.dumps({"id": "j1", "status": "COMPLETED", "data": {"url": "u"}}).encode()
RESULT = {"url": "u"}


@dataclass(frozen=True)
class End:
    """How a job ended for its caller."""

    value: Any = None
    error: ClientError | None = None


def _blocking(url: str, body: Any) -> Any:
    with Core(SERVICE, OPERATIONS.__getitem__, base_url=url, **SETTINGS) as core:
        return core.submit(PLAIN, body=body).wait(timeout=5)


async def _awaited(url: str, body: Any) -> Any:
    settings = {"base_url": url, **SETTINGS}
    async with AsyncCore(SERVICE, OPERATIONS.__getitem__, **settings) as core:
        return await (await core.submit(PLAIN, body=body)).wait(timeout=5)


Follow = Callable[..., End]


@pytest.fixture(params=["sync", "async"])
def follow(request: pytest.FixtureRequest) -> Follow:
    """Create a job at a server and follow it to its end."""

    def ended(url: str, body: Any = None) -> End:
        body = body or {"prompt": "x"}
        try:
            if request.param == "sync":
                return End(_blocking(url, body))
            return End(asyncio.run(_awaited(url, body)))
        except ClientError as error:
            return End(error=error)

    return ended


def message(body: bytes, status: int = 200, **headers: str) -> bytes:
    """Return a whole answer as bytes."""
    named = {"Content-Type": "application/json", "Content-Length": str(len(body))}
    named |= {name.replace("_", "-"): text for name, text in headers.items()}
    lines = "".join(f"{name}: {text}\r\n" for name, text in named.items())
    return f"HTTP/1.1 {status} X\r\n{lines}\r\n".encode("latin-1") + body


def says(data: bytes, end: str = "close") -> Callable[[Exchange], None]:
    """Send bytes as they are, then close, reset or keep the connection."""

    def react(exchange: Exchange) -> None:
        exchange.send(data)
        if end != "keep":
            getattr(exchange, end)()

    return react


created, done = says(message(CREATED), "keep"), says(message(DONE), "keep")


@pytest.mark.parametrize("end", ["close", "reset"])
def test_row_43_a_create_that_breaks_at_any_byte_is_sent_once_and_its_id_kept(
    follow: Follow, end: str
) -> None:
    whole = message(CREATED, x_request_id="rq-1")
    told = whole.index(b'"j1"') + len(b'"j1"')
    known = whole.index(b"\r\n\r\n") + 4
    edges = {known - 1, known, told - 1, told, told + 1}
    for cut in sorted({*range(0, len(whole), 13), *edges}):
        with serving(says(whole[:cut], end), done) as server:
            found = follow(server.url)
        assert sum(seen.method == "POST" for seen in server.seen) == 1
        if cut >= told:
            assert found.value == RESULT
        else:
            assert isinstance(found.error, SubmissionUncertain)
            assert (found.error.request_id == "rq-1") == (cut >= known)


@pytest.mark.parametrize("status", [400, 429, 402])
def test_row_61_an_error_whose_body_was_cut_is_that_error(
    follow: Follow, status: int
) -> None:
    body = json.dumps({"message": "no", "code": "x"}).encode()
    refusal = message(body, status)[:-4]
    with serving(says(refusal), says(refusal), says(refusal)) as server:
        found = follow(server.url)
    assert getattr(found.error, "status", None) == status


@pytest.mark.parametrize("how", ["close", "reset", "hold"])
def test_row_07_an_answer_before_the_body_was_read_is_the_answer(
    follow: Follow, how: str
) -> None:
    over = threading.Event()

    def early(stream: socket.socket) -> None:
        stream.recv(2000)
        stream.sendall(message(b'{"message": "too long"}', 413))
        if how == "reset":
            linger = struct.pack("ii", 1, 0)
            stream.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        if how == "hold":
            over.wait(10)

    with accepting(early) as url:
        found = follow(url, {"prompt": "x" * 8_000_000})
        over.set()
    assert isinstance(found.error, ValidationError)
    assert found.error.message == "too long"


@pytest.mark.parametrize(
    "before",
    [
        b"HTTP/1.1 100 Continue\r\n\r\n",
        b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" * 500,
    ],
)
def test_row_12_what_only_says_go_on_is_no_answer(
    follow: Follow, before: bytes
) -> None:
    with serving(says(before + message(CREATED)), done) as server:
        assert follow(server.url).value == RESULT


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n", id="upgrade"),
        pytest.param(message(DONE, Content_Length="-5"), id="length-negative"),
        pytest.param(message(DONE, Content_Length="9" * 30), id="length-huge"),
        pytest.param(
            message(DONE, x="1\r\nContent-Length: 3"), id="length-twice-unequal"
        ),
        pytest.param(message(DONE, Transfer_Encoding="gzip"), id="transfer-coding"),
        pytest.param(message(b"zz\r\n", Transfer_Encoding="chunked"), id="chunk-size"),
        pytest.param(
            message(b"f" * 30 + b"\r\n{}", Transfer_Encoding="chunked"),
            id="chunk-size-huge",
        ),
        pytest.param(message(DONE, X="a\0b"), id="header-with-nul"),
        pytest.param(DONE, id="no-head"),
        pytest.param(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", id="http2"),
        pytest.param(
            message(gzip.compress(DONE)[:-4], Content_Encoding="gzip"), id="gzip-cut"
        ),
        pytest.param(message(b"\x8b\0", Content_Encoding="br"), id="brotli"),
    ],
)
def test_row_12_and_61_what_cannot_be_read_is_a_bad_poll(
    follow: Follow, answer: bytes
) -> None:
    with serving(created, says(answer), done) as server:
        assert follow(server.url).value == RESULT
    assert len(server.seen) == 3


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(
            message(
                b"%x;a=b\r\n%s\r\n0\r\nX-T: 1\r\nSet-Cookie: a=b\r\n\r\n"
                % (len(DONE), DONE),
                Transfer_Encoding="chunked",
            ),
            id="trailers",
        ),
        pytest.param(message(DONE, Content_Encoding="none"), id="no-coding"),
        pytest.param(message(DONE, Content_Encoding="utf-8"), id="charset-as-coding"),
        pytest.param(message(DONE, x="1\r\n folded"), id="folded-header"),
        pytest.param(message(DONE, X_Request_Id="\xe9\xff"), id="latin-header"),
    ],
)
def test_row_12_what_is_odd_but_readable_is_read(follow: Follow, answer: bytes) -> None:
    with serving(created, says(answer)) as server:
        assert follow(server.url).value == RESULT
    assert len(server.seen) == 2


@pytest.mark.parametrize(
    "target",
    ["http://[bad", "http://user:pw@127.0.0.1/", "javascript:1", "http://\u2603.test/"],
)
def test_row_58_a_redirect_to_what_is_no_url_of_ours_is_the_error(
    follow: Follow, target: str
) -> None:
    moved = f"HTTP/1.1 302 X\r\nContent-Length: 0\r\nLocation: {target}\r\n\r\n"
    with serving(created, says(moved.encode()), done) as server:
        error = follow(server.url).error
    assert isinstance(error, NetworkError)
    assert (error.phase, error.job_id) == ("redirect", "j1")


def test_row_58_a_redirect_that_cannot_be_asked_for_is_a_bad_poll(
    follow: Follow,
) -> None:
    moved = b"HTTP/1.1 302 X\r\nContent-Length: 0\r\nLocation: /a\x7f\r\n\r\n"
    with serving(created, says(moved), done) as server:
        assert follow(server.url).value == RESULT


@pytest.mark.parametrize("chunked", [False, True])
def test_row_61_an_answer_nobody_asked_for_is_not_the_next_one(
    follow: Follow, chunked: bool
) -> None:
    running = message(RUNNING)
    if chunked:
        body = b"%x\r\n%s\r\n0\r\n\r\n" % (len(RUNNING), RUNNING)
        head = b"HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n"
        running = head + body
    failed = message(b'{"id": "j1", "status": "FAILED"}')
    with serving(created, says(running + failed, "keep"), done) as server:
        assert follow(server.url).value == RESULT
    assert len(server.seen) == 3
