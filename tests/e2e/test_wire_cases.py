"""The hostile wire cases, by their ids: each is driven through a client."""

from __future__ import annotations

import asyncio
import gzip
import json
import logging
import pickle
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from specloom.runtime._async_client import AsyncCore
from specloom.runtime._client import Core
from specloom.runtime._errors import (
    BadResponseError,
    ClientError,
    InvalidPayloadError,
    NetworkError,
    RateLimitedError,
    ResponseTooLarge,
    UpstreamError,
)
from specloom.runtime._lifecycle import Call, Events, Lifecycle, Result, Stream, Wait
from specloom.runtime._model import Model
from specloom.runtime._operation import (
    Body,
    Operation,
    Response,
    Scheme,
    Service,
    in_header,
    in_path,
)
from specloom.runtime._policy import Limits, Retry

from tests.loopback import Exchange, Loopback, serving, tls_context

KEY = "canary-4711-secret"
SCHEMES = (
    Scheme(name="bearer", kind="bearer", prefix="Bearer "),
    Scheme(name="x", kind="apiKey", wire="X-API-KEY"),
    Scheme(name="api", kind="apiKey", wire="api-key"),
    Scheme(name="cookie", kind="apiKey", place="cookie", wire="sid"),
    Scheme(name="query", kind="apiKey", place="query", wire="api_key"),
)
NAMES = tuple(scheme.name for scheme in SCHEMES)


class Pet(Model):
    id: int
    name: str | None = None


GET: Operation[Any] = Operation(
    key="GET /pets/{id}",
    method="GET",
    path="/pets/{id}",
    parameters=(in_path("id"), in_header("X-Trace")),
    responses=(Response(status="200", type=lambda: Pet),),
)
CREATE: Operation[Any] = Operation(
    key="POST /jobs",
    method="POST",
    path="/jobs",
    bodies=(Body(),),
    accept="text/event-stream",
    lifecycle="job",
    streams=True,
)
STATUS: Operation[Any] = Operation(key="GET /j/{id}", method="GET", path="/j/{id}")
JOB = Lifecycle(
    name="job",
    id=("$response.body#/id",),
    poll=Call(operation="GET /j/{id}", bind={"id": ("$job.id",)}),
    status=("$response.body#/status",),
    states={"RUNNING": "running", "DONE": "succeeded"},
    result=Result(location=("$response.body#/data",)),
    stream=Stream(events=Events(), silence=0.4, idle=5.0),
    wait=Wait(interval=0.01, ceiling=0.01, deadline=10.0),
)
SERVICE = Service(schemes=SCHEMES, security=(NAMES,), lifecycles=(JOB,))
OPERATIONS = {item.key: item for item in (GET, CREATE, STATUS)}
SETTINGS: dict[str, Any] = {
    "credentials": dict.fromkeys(NAMES, KEY),
    "retry": Retry(max_retries=1, first=0.01),
    "limits": Limits(json_bytes=1_000_000, event_bytes=100_000, read_timeout=1.0),
}


def client(server: Loopback, **settings: Any) -> Core:
    return Core(
        SERVICE,
        OPERATIONS.__getitem__,
        base_url=server.url,
        **{**SETTINGS, **settings},
    )


def pet(server: Loopback, identifier: Any = 1, **more: Any) -> Any:
    with client(server, **more.pop("settings", {})) as core:
        return core.call(GET, path={"id": identifier}, **more)


def ok(exchange: Exchange) -> None:
    exchange.json({"id": 1})


# redirect-*


def moved(status: int, target: Callable[[], str]) -> Callable[[Exchange], None]:
    return lambda e: e.answer(b"", status, {"Location": target()})


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirect_none_follows_with_everything(status: int) -> None:
    with serving(moved(status, lambda: "/y"), ok) as server:
        assert pet(server).id == 1
    assert server.seen[1].target.startswith("/y")
    assert server.seen[1].text.count(KEY) == len(NAMES)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirect_port_follows_without_any_credential(status: int) -> None:
    with (
        serving(ok) as other,
        serving(moved(status, lambda: f"{other.url}/y")) as server,
    ):
        assert pet(server).id == 1
    assert KEY not in other.seen[0].text
    assert other.seen[0].header("Cookie") is None
    assert other.seen[0].body == b""


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("host", ["sub.127.0.0.1.invalid", "example.invalid"])
def test_redirect_subdomain_and_host_stop_without_https(status: int, host: str) -> None:
    with (
        serving(moved(status, lambda: f"http://{host}/y")) as server,
        pytest.raises(NetworkError) as caught,
    ):
        pet(server)
    assert caught.value.phase == "redirect"
    assert KEY not in str(caught.value.to_dict())


@pytest.mark.parametrize("status", [302, 307])
def test_redirect_scheme_down_is_refused(status: int) -> None:
    library = httpx.Client(verify=False)
    with (
        serving(ok) as plain,
        serving(moved(status, lambda: plain.url), context=tls_context()) as server,
        pytest.raises(NetworkError) as caught,
    ):
        pet(server, settings={"http_client": library})
    assert caught.value.phase == "redirect"
    assert plain.seen == []


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirected_create_is_never_followed(status: int) -> None:
    with (
        serving(ok) as other,
        serving(moved(status, lambda: other.url)) as server,
        client(server) as core,
        pytest.raises(ClientError),
    ):
        core.submit(CREATE, body={"a": 1})
    assert other.seen == []
    assert len(server.seen) == 1


# path-arg-*


@pytest.mark.parametrize("value", ["..", "", "a\r\nX: 1"])
def test_path_arguments_that_change_the_request_are_refused(value: str) -> None:
    with serving(ok) as server, pytest.raises(InvalidPayloadError):
        pet(server, value)
    assert server.seen == []


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        ("%2e%2e", "%252e%252e"),
        ("a/b", "a%2Fb"),
        ("a#b", "a%23b"),
        ("a;v=1", "a%3Bv%3D1"),
        ("@evil.test", "%40evil.test"),
        ("é", "%C3%A9"),
        ("a" * 9000, "a" * 9000),
    ],
)
def test_path_arguments_are_one_segment(value: str, sent: str) -> None:
    with serving(ok) as server:
        pet(server, value)
    assert server.seen[0].target.partition("?")[0] == f"/pets/{sent}"


# header-value-*


@pytest.mark.parametrize("value", ["v\nX: 1", "v\0", "é", "trail "])
def test_header_values_that_could_split_are_refused(value: str) -> None:
    with serving(ok) as server, pytest.raises(InvalidPayloadError):
        pet(server, header={"X-Trace": value})
    assert server.seen == []


def test_a_long_header_value_is_sent_exactly() -> None:
    with serving(ok) as server:
        pet(server, header={"X-Trace": "a" * 100_000})
    assert server.seen[0].header("X-Trace") == "a" * 100_000


# retry-after-*


def limited(value: str) -> Callable[[Exchange], None]:
    return lambda e: e.json({}, 429, **{"Retry-After": value})


@pytest.mark.parametrize("value", ["-5", "NaN", "", " 0.05 "])
def test_a_retry_after_is_ignored_or_short(value: str) -> None:
    with serving(limited(value), ok) as server:
        started = time.monotonic()
        assert pet(server).id == 1
    assert time.monotonic() - started < 1.0


@pytest.mark.parametrize("value", ["999999999999", "Fri, 31 Dec 9999 23:59:59 GMT"])
def test_a_retry_after_without_bounds_is_an_error_at_once(value: str) -> None:
    def far(exchange: Exchange) -> None:
        date = "Fri, 01 Jan 2100 00:00:00 GMT"
        exchange.json({}, 429, **{"Retry-After": value, "Date": date})

    with serving(far) as server, pytest.raises(RateLimitedError) as caught:
        pet(server)
    assert (caught.value.retry_after or 0) > 120
    assert len(server.seen) == 1


@pytest.mark.parametrize("value", ["1", " 3 "])
def test_a_retry_after_ends_at_the_deadline(value: str) -> None:
    from specloom.runtime._options import CallOptions

    with serving(limited(value)) as server, pytest.raises(RateLimitedError):
        pet(server, options=CallOptions(timeout=0.5))
    assert len(server.seen) == 1


# sse-*

FIRST = b'data: {"id": "j1", "status": "RUNNING"}\n\n'
LAST = b'data: {"id": "j1", "status": "DONE", "data": {"x": "\xc3\xa9"}}\n\n'
DONE = {"id": "j1", "status": "DONE", "data": {"x": "é"}}


def streamed(
    *pieces: bytes,
    kind: str = "text/event-stream",
    hold: bool = False,
    headers: bytes = b"",
) -> Callable[[Exchange], None]:
    def react(exchange: Exchange) -> None:
        exchange.send(f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n".encode())
        exchange.send(headers + b"Connection: close\r\n\r\n")
        try:
            for piece in pieces:
                exchange.send(piece)
        except OSError:
            exchange.close()
            return
        if hold:
            exchange.hold(5)
        exchange.close()

    return react


def polled(exchange: Exchange) -> None:
    exchange.json(DONE)


@pytest.mark.parametrize(
    "create",
    [
        pytest.param(
            streamed(FIRST, *[b"data: " + b"x" * 1000 + b"\n"] * 300),
            id="sse-endless-event",
        ),
        pytest.param(
            streamed(*[bytes([byte]) for byte in FIRST + LAST]),
            id="sse-split-everywhere",
        ),
        pytest.param(
            streamed((FIRST + LAST).replace(b"\n", b"\r")),
            id="sse-cr-only",
        ),
        pytest.param(
            streamed(FIRST, b"data: \xff\xff\n\n", LAST),
            id="sse-invalid-utf8",
        ),
        pytest.param(
            streamed(b"id: a\0b\n" + FIRST, LAST),
            id="sse-nul-id",
        ),
        pytest.param(
            streamed(FIRST, LAST, hold=True),
            id="sse-terminal-then-open",
        ),
        pytest.param(
            streamed(
                FIRST[6:].strip().replace(b"}", b', "page": "<html>"}'),
                kind="text/html",
            ),
            id="sse-wrong-type",
        ),
        pytest.param(
            streamed(
                gzip.compress(FIRST + b"data: " + b"x" * 20_000_000, 9),
                headers=b"Content-Encoding: gzip\r\n",
            ),
            id="sse-gzip-bomb",
        ),
        pytest.param(
            streamed(FIRST, b"data: " + b"[" * 10_000 + b"]" * 10_000 + b"\n\n"),
            id="sse-json-deep",
        ),
    ],
)
def test_a_hostile_stream_ends_in_the_same_result(create: Any) -> None:
    with serving(create, polled) as server, client(server) as core:
        started = time.monotonic()
        assert core.submit(CREATE, body={}).wait() == {"x": "é"}
        assert time.monotonic() - started < 4.0
    assert [seen.method for seen in server.seen].count("POST") == 1


def test_a_hostile_stream_ends_in_the_same_result_when_awaited() -> None:
    async def work(server: Loopback) -> Any:
        async with AsyncCore(
            SERVICE,
            OPERATIONS.__getitem__,
            base_url=server.url,
            **SETTINGS,
        ) as core:
            job = await core.submit(CREATE, body={})
            return await job.wait()

    with serving(streamed(FIRST, hold=True), polled) as server:
        assert asyncio.run(work(server)) == {"x": "é"}


# body-*


def failing(server: Loopback) -> ClientError:
    with pytest.raises(ClientError) as caught:
        pet(server)
    return caught.value


def test_body_gzip_bomb_is_bounded() -> None:
    bomb = gzip.compress(b"\0" * 30_000_000, 9)
    headers = {"Content-Encoding": "gzip", "X-Request-ID": "r1"}
    with serving(lambda e: e.answer(bomb, headers=headers)) as server:
        error = failing(server)
    assert isinstance(error, ResponseTooLarge)
    assert error.limit == 1_000_000


@pytest.mark.parametrize("length", ["100", "1"])
def test_body_length_mismatch_is_an_error_or_cut(length: str) -> None:
    def react(exchange: Exchange) -> None:
        exchange.answer(b'{"id": 1}', headers={"Content-Length": length})
        exchange.close()

    with serving(react) as server:
        error = failing(server)
    assert isinstance(error, (NetworkError, BadResponseError))


def test_body_json_wrong_shape_is_kept_or_a_typed_error(
    caplog: pytest.LogCaptureFixture,
) -> None:
    headers = {"X-Request-ID": "r1"}
    with serving(lambda e: e.answer(b"[1]", headers=headers)) as server:
        with caplog.at_level(logging.WARNING):
            assert pet(server) == [1]
        assert "does not match" in caplog.text
        with pytest.raises(BadResponseError):
            pet(server, settings={"strict_responses": True})


def test_body_empty_200_is_a_typed_error() -> None:
    headers = {"X-Request-ID": "r1"}
    with serving(lambda e: e.answer(b"", headers=headers)) as server:
        error = failing(server)
    assert isinstance(error, BadResponseError)
    assert error.request_id == "r1"


def test_body_500_html_is_a_typed_error_without_the_page() -> None:
    page = f"<html>{KEY}{'x' * 100_000}</html>".encode()
    headers = {"Content-Type": "text/html", "X-Request-ID": "r1"}
    with serving(lambda e: e.answer(page, 500, headers)) as server:
        error = failing(server)
    assert isinstance(error, UpstreamError)
    assert (error.status, error.request_id) == (500, "r1")
    assert KEY not in repr(vars(error))
    assert "<html>" not in str(error)


def test_body_slow_loris_ends_at_the_deadline() -> None:
    from specloom.runtime._options import CallOptions

    def drip(exchange: Exchange) -> None:
        exchange.send(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n")
        while not exchange.server.stopping.wait(0.1):
            exchange.send(b" ")

    with serving(drip) as server, pytest.raises(NetworkError):
        pet(server, options=CallOptions(timeout=0.4))


def test_body_bad_charset_is_read() -> None:
    headers = {"Content-Type": "application/json; charset=evil"}
    with serving(lambda e: e.answer(b'{"id": 1}', headers=headers)) as server:
        assert pet(server).id == 1


def test_body_big_int_keeps_every_digit() -> None:
    body = b'{"id": 12345678901234567890}'
    with serving(lambda e: e.answer(body)) as server:
        assert pet(server).id == 12345678901234567890


# download-*


def test_download_file_is_refused(tmp_path: Path) -> None:
    with serving(ok) as server, client(server) as core:
        for url in ("file:///etc/hosts", "http://example.invalid/x", "ftp://h/x", "x"):
            with pytest.raises(BadResponseError):
                core.download(url, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name",
    ["../../x", "..\\..\\x", "/etc/x", "....//x", ".x", "con/x", "C:\\x"],
)
def test_download_name_climb_stays_in_the_folder(tmp_path: Path, name: str) -> None:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    folder = tmp_path / "a" / "b"
    with (
        serving(lambda e: e.answer(b"data", headers=headers)) as server,
        client(server) as core,
    ):
        path = core.download(f"{server.url}/f", folder)
    assert path.parent == folder
    assert path.read_bytes() == b"data"
    assert [item for item in tmp_path.rglob("*") if item.is_file()] == [path]


def test_download_size_is_capped(tmp_path: Path) -> None:
    limits = Limits(download_bytes=10)
    with (
        serving(lambda e: e.answer(b"x" * 100)) as server,
        client(server, limits=limits) as core,
        pytest.raises(ResponseTooLarge),
    ):
        core.download(f"{server.url}/f", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_download_key_not_sent_to_the_host_of_a_result(tmp_path: Path) -> None:
    with (
        serving(lambda e: e.answer(b"x")) as other,
        serving(ok) as server,
        client(server) as core,
    ):
        core.download(f"{other.url}/f.bin", tmp_path)
    assert KEY not in other.seen[0].text
    assert (tmp_path / "f.bin").read_bytes() == b"x"


# leak-*


def test_leak_log_debug(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG), serving(ok) as server:
        pet(server)
    assert caplog.records
    assert KEY not in caplog.text
    assert KEY not in repr([vars(record) for record in caplog.records])


def test_leak_pickle_and_url_query() -> None:
    page = json.dumps({"message": f"key {KEY} at /x?api_key={KEY}"}).encode()
    with serving(lambda e: e.answer(page, 401)) as server:
        error = failing(server)
    assert KEY.encode() not in pickle.dumps(error)
    assert KEY not in json.dumps(error.to_dict())


def test_leak_journal() -> None:
    def create(exchange: Exchange) -> None:
        exchange.json({"id": "j1", "status": "RUNNING", "token": KEY, "echo": [KEY]})

    with serving(create) as server, client(server) as core:
        job = core.submit(CREATE, body={"prompt": "x"})
        assert KEY not in job.token
        assert KEY not in repr(job)
