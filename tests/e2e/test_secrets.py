"""A canary sweep: no sink shows the key, whatever goes wrong."""

from __future__ import annotations

import asyncio
import contextlib
import copy
import io
import json
import logging
import pickle
import pprint
import sys
import traceback
import urllib.parse
import warnings
from base64 import b64encode
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from rich.console import Console
from rich.pretty import pretty_repr
from rich.traceback import Traceback
from specloom.runtime._async_client import AsyncCore
from specloom.runtime._client import Core
from specloom.runtime._errors import AuthenticationError, ClientError
from specloom.runtime._hooks import Hooks
from specloom.runtime._lifecycle import Call, Lifecycle, Result, Wait
from specloom.runtime._operation import (
    Body,
    Operation,
    Response,
    Scheme,
    Service,
    in_path,
)
from specloom.runtime._options import CallOptions
from specloom.runtime._policy import Retry

from tests.loopback import Exchange, Loopback, serving

KEY = 'canary/4711+"secret"'
PASSWORD = "canary-pass-0815"
FORMS = (
    KEY,
    urllib.parse.quote(KEY, safe=""),
    urllib.parse.quote_plus(KEY),
    json.dumps(KEY)[1:-1],
    repr(KEY)[1:-1],
    b64encode(KEY.encode()).decode(),
    b64encode(f"user:{PASSWORD}".encode()).decode(),
    PASSWORD,
)
SCHEMES = (
    Scheme(name="header", kind="apiKey", wire="X-API-KEY"),
    Scheme(name="bearer", kind="bearer", prefix="Bearer "),
    Scheme(name="query", kind="apiKey", place="query", wire="api_key"),
    Scheme(name="cookie", kind="apiKey", place="cookie", wire="sid"),
)
BASIC = Scheme(name="basic", kind="basic")
PLAIN: Operation[Any] = Operation(
    key="GET /pets/{id}",
    method="GET",
    path="/pets/{id}",
    parameters=(in_path("id"),),
    responses=(Response(status="200", type=lambda: dict[str, int]),),
)
CREATE: Operation[Any] = Operation(
    key="POST /jobs",
    method="POST",
    path="/jobs",
    bodies=(Body(),),
    lifecycle="job",
)
POLL: Operation[Any] = Operation(
    key="GET /jobs/{id}",
    method="GET",
    path="/jobs/{id}",
    parameters=(in_path("id"),),
)
JOB = Lifecycle(
    name="job",
    id=("$response.body#/id",),
    poll=Call(operation=POLL.key, bind={"id": ("$job.id",)}),
    status=("$response.body#/status",),
    states={"RUN": "running", "DONE": "succeeded", "BAD": "failed"},
    result=Result(location=("$response.body#/data",)),
    capture={"echo": ("$response.body#/echo",)},
    wait=Wait(interval=0.01, ceiling=0.01, deadline=0.2),
)
NAMES = tuple(scheme.name for scheme in SCHEMES)
SERVICE = Service(
    schemes=(*SCHEMES, BASIC),
    security=(NAMES,),
    lifecycles=(JOB,),
)
OPERATIONS = {item.key: item for item in (PLAIN, CREATE, POLL)}
CREDENTIALS: dict[str, Any] = {
    **dict.fromkeys(NAMES, KEY),
    "basic": ("user", PASSWORD),
}


def settings(**more: Any) -> dict[str, Any]:
    found: dict[str, Any] = {
        "credentials": CREDENTIALS,
        "retry": Retry(max_retries=1, first=0.01),
        "headers": {"X-Other-Token": KEY},
    }
    return {**found, **more}


def core(server: Loopback | str, **more: Any) -> Core:
    url = server if isinstance(server, str) else server.url
    found = settings(**more)
    return Core(SERVICE, OPERATIONS.__getitem__, base_url=url, **found)


def shows(text: str | bytes) -> list[str]:
    """Return the forms of the canary that a text shows."""
    found = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return [form for form in FORMS if form in found]


def echo(status: int) -> Callable[[Exchange], None]:
    """Answer with everything that was sent, as careless servers do."""

    def react(exchange: Exchange) -> None:
        seen = exchange.seen
        lines = dict(seen.headers)
        body = {
            "message": f"bad key {KEY} in {seen.target}",
            "code": "E1",
            "headers": lines,
            "target": seen.target,
            "detail": [{"loc": [KEY], "msg": f"Bearer {KEY}"}],
        }
        exchange.json(body, status, **{"X-Request-ID": f"r-{status}"})

    return react


def failure(server: Loopback | str, **more: Any) -> ClientError:
    with core(server, **more) as client:
        try:
            client.call(PLAIN, path={"id": 1})
        except ClientError as error:
            return error
    raise AssertionError("the call was to fail")


def dropped(exchange: Exchange) -> None:
    exchange.reset()


def page(exchange: Exchange) -> None:
    exchange.answer(f"<html>{KEY}</html>".encode(), 200, {"Content-Type": "text/html"})


ERRORS: dict[str, Callable[[Exchange], None]] = {
    **{f"status {status}": echo(status) for status in (400, 401, 402, 403, 404)},
    **{f"status {status}": echo(status) for status in (409, 422, 429, 500, 503)},
    "reset": dropped,
    "page": page,
    "redirect": lambda e: e.answer(
        b"", 302, {"Location": "http://h.invalid/?k=" + KEY}
    ),
    "envelope": lambda e: e.json({"success": False, "message": KEY}),
}


def fully(error: BaseException) -> str:
    """Return an error as debuggers and crash reporters show it: locals and all."""
    captured = traceback.TracebackException.from_exception(error, capture_locals=True)
    console = Console(file=io.StringIO(), width=300)
    if error.__traceback__ is not None:
        console.print(
            Traceback.from_exception(
                type(error),
                error,
                error.__traceback__,
                show_locals=True,
                locals_max_length=1000,
                locals_max_string=10_000,
            ),
        )
    assert isinstance(console.file, io.StringIO)
    return "".join(captured.format()) + console.file.getvalue()


def sinks_of(error: ClientError) -> Iterator[tuple[str, str | bytes]]:
    yield "str", str(error)
    yield "repr", repr(error)
    yield "args", repr(error.args)
    yield "vars", repr(vars(error))
    yield "to_dict", json.dumps(error.to_dict(), default=str)
    yield "pprint", pprint.pformat(vars(error))
    yield "rich", pretty_repr(error) + pretty_repr(vars(error))
    yield "copy", repr(vars(copy.copy(error)))
    yield "cause", repr(error.__cause__) + repr(vars(error.__cause__ or error))
    yield "context", repr(error.__context__)
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        yield f"pickle {protocol}", pickle.dumps(error, protocol)


@pytest.mark.parametrize("name", ERRORS)
def test_no_sink_of_an_error_shows_the_key(name: str) -> None:
    with serving(ERRORS[name]) as server:
        error = failure(server)
    found = [sink for sink, text in sinks_of(error) if shows(text)]
    assert not found


@pytest.mark.parametrize("name", ERRORS)
def test_no_traceback_with_locals_shows_the_key(name: str) -> None:
    with serving(ERRORS[name]) as server:
        error = failure(server)
    inner = error.__traceback__
    while inner is not None and inner.tb_frame.f_code.co_filename == __file__:
        inner = inner.tb_next
    assert inner is not None
    assert not shows(fully(error.with_traceback(inner)))


def test_no_traceback_of_a_constructor_shows_a_key_it_refuses() -> None:
    with serving(echo(200)) as server:
        credentials = {**CREDENTIALS, "header": f"{KEY}\r\nX: 1"}
        with core(server, credentials=credentials) as client:
            try:
                client.call(PLAIN, path={"id": 1})
            except AuthenticationError as error:
                inner = error.__traceback__
                assert inner is not None
                text = fully(error.with_traceback(inner.tb_next))
    assert not shows(text)
    assert server.seen == []


def objects(server: Loopback) -> Iterator[tuple[str, Any]]:
    client = core(server)
    yield "client", client
    yield "credentials", client._credentials
    yield "session", client._session
    yield "transport", client._transport
    yield "tokens", client._session.tokens
    yield "redactor", client._redactor
    yield "setup", client._setup
    yield "engine", client._engine
    yield "raw client", client.with_raw_response
    yield "source", client._credentials._sources["header"]
    yield "secret", client._credentials._sources["header"].secret
    yield "applied", client._credentials.ready(SERVICE.security)
    yield "stream", client.stream(PLAIN, path={"id": 1})
    yield "pager", client.pages(PLAIN, path={"id": 1})
    yield "jobs", client.jobs
    client.close()


def test_no_object_of_a_client_shows_the_key() -> None:
    with serving(echo(200)) as server:
        for name, item in objects(server):
            assert not shows(repr(item)), name
            assert not shows(str(item)), name
            assert not shows(pretty_repr(item, max_depth=8)), name
            assert not shows(pprint.pformat(item)), name
            with contextlib.suppress(Exception):
                assert not shows(pickle.dumps(item)), name
            with contextlib.suppress(Exception):
                assert not shows(repr(copy.deepcopy(item))), name


def header_echo(exchange: Exchange) -> None:
    exchange.json({}, **{"X-Echo": exchange.seen.header("X-API-KEY") or ""})


def test_no_log_record_of_anyone_shows_the_key() -> None:
    records: list[str] = []

    class Handler(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            records.append(record.getMessage() + repr(vars(record)))

    root, handler = logging.getLogger(), Handler()
    guards = list(logging.getLogger("httpx").filters)
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        for more in ({}, {"http_client": httpx.Client(trust_env=False)}):
            for react in (echo(200), echo(503), echo(401), dropped, header_echo):
                with (
                    serving(react) as server,
                    contextlib.suppress(ClientError),
                    core(server, **more) as client,
                ):
                    client.call(PLAIN, path={"id": 1})
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
    assert any("HTTP Request: GET" in text for text in records)
    assert len(records) > 20
    assert not [text for text in records if shows(text)]
    assert logging.getLogger("httpx").filters == guards


def test_no_hook_and_no_warning_is_told_the_key() -> None:
    told: list[Any] = []
    hooks = Hooks(
        on_request=told.append,
        on_response=told.append,
        on_retry=told.append,
        on_update=lambda job, update: told.append(update),
        on_event=lambda job, name, fields: told.append((name, fields)),
        on_degraded=told.append,
    )
    with (
        warnings.catch_warnings(record=True) as caught,
        serving(echo(503), echo(200)) as server,
        core(server, hooks=hooks) as client,
    ):
        warnings.simplefilter("always")
        client.call(PLAIN, path={"id": 1})
    assert len(told) == 5
    assert not shows(repr(told) + pretty_repr(told))
    assert not shows(repr([str(item.message) for item in caught]))


def job_reactions() -> list[Callable[[Exchange], None]]:
    first = {"id": "j1", "status": "RUN", "echo": KEY, "url": f"https://h/?k={KEY}"}
    return [lambda e: e.json(first)]


def test_no_sink_of_a_job_shows_the_key() -> None:
    told: list[str] = []
    hooks = Hooks(on_submitted=lambda job: told.append(job.token + repr(job)))
    with serving(*job_reactions()) as server, core(server, hooks=hooks) as client:
        job = client.submit(CREATE, body={"prompt": "x", "webhook": KEY})
        token = job.token
        with pytest.raises(ClientError) as caught:
            job.wait()
        sinks = [
            *told,
            token,
            repr(job),
            pretty_repr(job, max_depth=3),
            json.dumps(caught.value.to_dict(), default=str),
            str(caught.value),
        ]
        sinks += [repr(text) for _, text in sinks_of(caught.value) if _ != "vars"]
    assert told
    assert not [text for text in sinks if shows(text)]


def test_an_interrupt_shows_no_key_with_all_its_locals() -> None:
    def interrupt(exchange: Exchange) -> None:
        import _thread

        _thread.interrupt_main()
        exchange.hold(1.0)

    with serving(interrupt) as server, core(server) as client:
        try:
            client.call(PLAIN, path={"id": 1})
        except KeyboardInterrupt as error:
            inner = error.__traceback__
            assert inner is not None
            text = fully(error.with_traceback(inner.tb_next))
    assert not shows(text)


def test_a_cancellation_shows_no_key_with_all_its_locals() -> None:
    async def work(server: Loopback) -> str:
        found = settings()
        url = server.url
        async with AsyncCore(
            SERVICE,
            OPERATIONS.__getitem__,
            base_url=url,
            **found,
        ) as client:
            task = asyncio.ensure_future(client.call(PLAIN, path={"id": 1}))
            while not server.seen:
                await asyncio.sleep(0.01)
            task.cancel()
            try:
                await task
            except asyncio.CancelledError as error:
                inner = error.__traceback__
                while inner is not None and inner.tb_frame.f_code.co_name == "work":
                    inner = inner.tb_next
                return fully(error.with_traceback(inner))
            raise AssertionError("the task was to be cancelled")

    with serving(lambda e: e.hold()) as server:
        assert not shows(asyncio.run(work(server)))


def test_a_proxy_is_asked_with_its_password_and_nobody_else_sees_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with serving(echo(407)) as proxy:
        url = proxy.url.replace("http://", f"http://user:{PASSWORD}@")
        monkeypatch.setenv("HTTPS_PROXY", url)
        error = failure("https://api.example")
        with core("https://api.example") as client:
            shown = repr(client) + repr(client._transport) + pretty_repr(client)
    assert isinstance(error, AuthenticationError)
    assert error.scope == "proxy"
    assert shows(proxy.seen[0].text)
    assert not shows(shown)
    assert not [sink for sink, text in sinks_of(error) if shows(text)]


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_no_redirect_carries_the_key_elsewhere(status: int) -> None:
    with (
        serving(echo(200)) as other,
        serving(lambda e: e.answer(b"", status, {"Location": other.url})) as server,
        core(server) as client,
    ):
        client.call(PLAIN, path={"id": 1})
        client.request("GET", f"{other.url}/direct", headers={"X-Mine": "1"})
    assert len(other.seen) == 2
    assert not [seen for seen in other.seen if shows(seen.text)]


def test_a_key_in_the_query_or_options_of_one_call_is_not_shown() -> None:
    options = CallOptions(
        query={"access_token": "canary-query-1234"},
        headers={"Authorization": "Bearer canary-header-1234"},
    )
    with serving(echo(500)) as server, core(server) as client:
        try:
            client.call(PLAIN, path={"id": 1}, options=options)
        except ClientError as error:
            found = str(error) + json.dumps(error.to_dict(), default=str)
    assert "canary-query" not in found
    assert "canary-header" not in found


def test_the_key_reaches_the_server_it_is_for() -> None:
    with serving(lambda e: e.json({})) as server, core(server) as client:
        client.call(PLAIN, path={"id": 1})
    seen = server.seen[0]
    assert seen.header("X-API-KEY") == KEY
    assert seen.header("Authorization") == f"Bearer {KEY}"
    assert seen.header("Cookie") == f"sid={KEY}"
    assert urllib.parse.quote(KEY, safe="") in seen.target


_SHOWN = ("repr", "str", "rich", "pprint", "pickle", "deep copy")
_ELSEWHERE = (
    "traceback with locals",
    "rich traceback with locals",
    "traceback of a constructor",
    "log records of the package",
    "log records of the HTTP library",
    "hooks",
    "warnings",
    "job token",
    "job updates",
    "interrupt with locals",
    "cancellation with locals",
    "proxy",
    "redirect to another host",
    "query of a URL",
    "options of one call",
)


def test_the_sweep_covers_at_least_thirty_sinks() -> None:
    with serving(echo(401)) as server:
        error = failure(server)
        found = [f"error: {sink}" for sink, text in sinks_of(error) if not shows(text)]
        names = [name for name, _ in objects(server)]
    found += [f"{name}: {', '.join(_SHOWN)}" for name in names]
    found += _ELSEWHERE
    print("", f"{len(found)} sinks, none shows the key:", *found, sep="\n  ")
    assert len(found) >= 30
    assert sys.exc_info() == (None, None, None)
