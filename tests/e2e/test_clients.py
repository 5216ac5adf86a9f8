"""Both clients over a real connection: calls, streams, pages, uploads, settings."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from specloom.runtime._async_client import AsyncCore
from specloom.runtime._client import Core
from specloom.runtime._errors import (
    AuthenticationError,
    BadResponseError,
    ClientError,
    InvalidPayloadError,
    NetworkError,
    RateLimitedError,
)
from specloom.runtime._hooks import Hooks, RequestInfo, ResponseInfo
from specloom.runtime._lifecycle import Pages, Profile
from specloom.runtime._model import Model
from specloom.runtime._operation import (
    Body,
    Encoding,
    Operation,
    Response,
    Scheme,
    Service,
    in_path,
    in_query,
)
from specloom.runtime._options import CallOptions
from specloom.runtime._policy import Limits, Retry
from specloom.runtime._raw import RawResponse

from tests.loopback import Exchange, Loopback, serving


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


# Calls


def test_a_call_is_checked_sent_and_typed(client: Any) -> None:
    with serving(item) as server:
        found = client(server).do("call", GET, path={"id": 7}, query={"verbose": True})
    assert found == Item(id=1)
    assert server.seen[0].target == "/items/7?verbose=true"
    agent = server.seen[0].header("User-Agent") or ""
    assert agent.startswith("demo/1.2 python/")


def test_nothing_is_sent_when_an_argument_is_wrong(client: Any) -> None:
    with serving(item) as server:
        for name in ("call", "stream", "pages"):
            operation = GET
            with pytest.raises(InvalidPayloadError, match=r"path\.id"):
                client(server).do(name, operation, path={"id": "x"})
    assert server.seen == []


def test_invoke_takes_wire_names_and_gives_the_decoded_body(client: Any) -> None:
    with serving(lambda e: e.json({"id": "as it came"})) as server:
        found = client(server).do("invoke", "getItem", {"id": 3, "query.x": [1, 2]})
    assert found == {"id": "as it came"}
    assert server.seen[0].target == "/items/3?x=1&x=2"


def test_invoke_of_an_unknown_name_is_an_invalid_model(client: Any) -> None:
    with serving(item) as server, pytest.raises(InvalidPayloadError) as caught:
        client(server).do("invoke", "no-such-operation")
    assert caught.value.code == "INVALID_MODEL"


@pytest.mark.parametrize(
    ("headers", "body", "found"),
    [
        ({"Content-Type": "text/plain"}, b"hi", "hi"),
        ({"Content-Type": "application/pdf"}, b"\0\1", b"\0\1"),
        ({"Content-Type": "application/json"}, b"[1]", [1]),
        ({}, b"", None),
    ],
)
def test_invoke_gives_what_came(
    client: Any,
    headers: dict[str, str],
    body: bytes,
    found: Any,
) -> None:
    with serving(lambda e: e.answer(body, headers=headers)) as server:
        assert client(server).do("invoke", "getItem", {"id": 1}) == found


def test_a_raw_response_has_status_headers_and_the_typed_value(client: Any) -> None:
    def react(exchange: Exchange) -> None:
        exchange.json({"id": 1}, **{"X-Request-ID": "r1", "X-Left": "5"})

    with serving(react) as server:
        made = client(server)
        made.core = made.core.with_raw_response
        found = made.do("call", GET, path={"id": 1})
    assert isinstance(found, RawResponse)
    assert (found.status, found.ok, found.request_id) == (200, True, "r1")
    assert found.headers["x-LEFT"] == "5"
    assert found.json() == {"id": 1}
    assert found.parse() == Item(id=1)


def test_a_request_nobody_declared_can_be_sent(client: Any) -> None:
    with serving(lambda e: e.json({"a": 1}, 404)) as server:
        found = client(server).do(
            "request",
            "patch",
            "/new/{id}",
            query={"q": "ä"},
            headers={"X-Mine": "1"},
            json={"b": None},
        )
    seen = server.seen[0]
    assert (found.status, found.json()) == (404, {"a": 1})
    assert (seen.method, seen.target) == ("PATCH", "/new/%7Bid%7D?q=%C3%A4")
    assert (seen.header("X-Mine"), seen.body) == ("1", b'{"b":null}')


def test_options_of_one_call_reach_the_wire(client: Any) -> None:
    options = CallOptions(headers={"X-A": "1"}, query={"q": 1}, timeout=2.0)
    with serving(item) as server:
        client(server).do("call", GET, path={"id": 1}, options=options)
    assert server.seen[0].header("X-A") == "1"
    assert server.seen[0].target.endswith("?q=1")


def test_a_timeout_of_a_call_ends_it(client: Any) -> None:
    options = CallOptions(timeout=0.2)
    with serving(lambda e: e.hold()) as server, pytest.raises(NetworkError) as caught:
        client(server).do("call", GET, path={"id": 1}, options=options)
    assert caught.value.phase == "read"


def test_a_failing_server_is_asked_again_and_hooks_are_told(client: Any) -> None:
    told: list[Any] = []
    hooks = Hooks(
        on_request=told.append,
        on_response=told.append,
        on_retry=told.append,
    )
    with serving(lambda e: e.json({}, 503), item) as server:
        made = client(server, hooks=hooks)
        assert made.do("call", GET, path={"id": 1}) == Item(id=1)
    kinds = [type(fact).__name__ for fact in told]
    assert kinds == [
        "RequestInfo",
        "ResponseInfo",
        "dict",
        "RequestInfo",
        "ResponseInfo",
    ]
    assert isinstance(told[0], RequestInfo)
    assert isinstance(told[1], ResponseInfo)
    assert (told[1].status, told[1].operation) == (503, GET.key)


def test_a_hook_that_fails_changes_nothing(
    client: Any,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(info: Any) -> None:
        raise RuntimeError("mine")

    with serving(item) as server:
        made = client(server, hooks=Hooks(on_request=broken))
        assert made.do("call", GET, path={"id": 1}) == Item(id=1)
    assert "a hook failed" in caplog.text


def test_uploads_stream_from_disk(client: Any, tmp_path: Path) -> None:
    path = tmp_path / "cat.png"
    path.write_bytes(b"\x89PNG" * 50_000)
    with serving(lambda e: e.json({"ok": 1})) as server:
        body = {"files": [path, ("b.txt", b"text")], "name": "x"}
        assert client(server).do("call", UPLOAD, body=body) == {"ok": 1}
    seen = server.seen[0]
    assert seen.header("Content-Length") == str(len(seen.body))
    assert seen.body.count(b"\x89PNG") == 50_000
    assert b'filename="b.txt"' in seen.body


# Streams


def stream(
    *pieces: bytes, kind: str = "text/event-stream"
) -> Callable[[Exchange], None]:
    def react(exchange: Exchange) -> None:
        exchange.send(f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n".encode())
        exchange.send(b"Transfer-Encoding: chunked\r\n\r\n")
        for piece in pieces:
            exchange.send(b"%x\r\n%s\r\n" % (len(piece), piece))
        exchange.send(b"0\r\n\r\n")

    return react


def test_events_are_typed_and_end_at_the_sentinel(client: Any) -> None:
    pieces = (b'data: {"id"', b': 1}\n\n: ping\n\ndata: {"id": 2}\n\ndata: [DONE]\n\n')
    with serving(stream(*pieces, b'data: {"id": 3}\n\n')) as server:
        found = client(server).all("stream", EVENTS, body={"q": 1})
    assert found == [Item(id=1), Item(id=2)]
    assert server.seen[0].header("Accept") == "text/event-stream"


def test_lines_are_typed_whatever_the_chunks(client: Any) -> None:
    data = b'{"id": 1}\r\n\n{"id": 2}\n{"id": 3}'
    pieces = [data[at : at + 5] for at in range(0, len(data), 5)]
    with serving(stream(*pieces, kind="application/x-ndjson")) as server:
        assert client(server).all("stream", LINES) == [Item(id=n) for n in (1, 2, 3)]


def test_a_stream_that_breaks_is_a_network_error(client: Any) -> None:
    def react(exchange: Exchange) -> None:
        exchange.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n")
        exchange.send(
            b'Transfer-Encoding: chunked\r\n\r\n11\r\ndata: {"id": 1}\n\n\r\n'
        )
        exchange.close()

    with serving(react) as server, pytest.raises(NetworkError) as caught:
        client(server).all("stream", EVENTS, body={})
    assert caught.value.sent is True


def test_an_error_event_is_the_error_it_tells(client: Any) -> None:
    error = b'event: error\ndata: {"code": "RATE_LIMITED", "message": "slow"}\n\n'
    with (
        serving(stream(b'data: {"id": 1}\n\n', error)) as server,
        pytest.raises(RateLimitedError, match="slow"),
    ):
        client(server).all("stream", EVENTS, body={})


def test_an_event_without_json_is_an_error(client: Any) -> None:
    with (
        serving(stream(b"data: <html>\n\n")) as server,
        pytest.raises(BadResponseError, match="no JSON"),
    ):
        client(server).all("stream", EVENTS, body={})


@pytest.mark.parametrize(
    ("operation", "kind"),
    [(EVENTS, "text/event-stream"), (LINES, "application/x-ndjson")],
)
def test_an_endless_event_or_line_is_an_error(
    client: Any,
    operation: Any,
    kind: str,
) -> None:
    endless = stream(b"data: ", *[b"x" * 1000] * 50, kind=kind)
    given = {"body": {}} if operation is EVENTS else {}
    with serving(endless) as server, pytest.raises(BadResponseError, match="10000"):
        client(server).all("stream", operation, **given)


def test_a_refused_stream_is_the_error_of_its_status(client: Any) -> None:
    with (
        serving(lambda e: e.json({"message": "no"}, 401)) as server,
        pytest.raises(AuthenticationError, match="no"),
    ):
        client(server).all("stream", EVENTS, body={})


def test_an_abandoned_stream_is_closed() -> None:
    def react(exchange: Exchange) -> None:
        stream(*[b'data: {"id": 1}\n\n'] * 3)(exchange)

    with serving(react, item) as server:
        core = Blocking(server).core
        with core.stream(EVENTS, body={}) as events:
            assert next(events) == Item(id=1)
            assert events.status == 200
        assert list(events) == []
        core.call(GET, path={"id": 1})
        core.close()
    assert server.connections == 2


# Pages


def numbered(exchange: Exchange) -> None:
    page = int(exchange.seen.target.partition("page=")[2] or 1)
    items = [{"id": page}] if page < 4 else []
    exchange.json({"items": items, "more": page < 2})


def test_pages_are_asked_for_until_one_is_empty(client: Any) -> None:
    with serving(numbered) as server:
        found = client(server).all("pages", LIST["page"])
    assert [one.id for one in found] == [1, 2, 3]
    assert len(server.seen) == 4


def test_pages_go_on_from_where_the_caller_begins(client: Any) -> None:
    with serving(numbered) as server:
        found = client(server).all("pages", LIST["page"], query={"page": 2})
    assert [one.id for one in found] == [2, 3]


def test_pages_end_where_a_condition_says_so(client: Any) -> None:
    with serving(numbered) as server:
        found = client(server).all("pages", LIST["stop"])
    assert [one.id for one in found] == [1, 2]


def test_offsets_grow_by_what_came(client: Any) -> None:
    def react(exchange: Exchange) -> None:
        start = int(exchange.seen.target.partition("offset=")[2] or 0)
        exchange.json({"items": [{"id": n} for n in range(start, min(start + 2, 5))]})

    with serving(react) as server:
        found = client(server).all("pages", LIST["offset"])
    assert [one.id for one in found] == [0, 1, 2, 3, 4]


def test_cursors_are_followed_and_a_circle_ends(client: Any) -> None:
    def react(exchange: Exchange) -> None:
        after = json.loads(exchange.seen.body or b"{}").get("after")
        following = {None: "a", "a": "b", "b": "a"}[after]
        exchange.json({"items": [{"id": len(after or "")}], "next": following})

    with serving(react) as server:
        found = client(server).all("pages", LIST["cursor"], body={"q": 1})
    assert len(found) == 3
    assert json.loads(server.seen[1].body) == {"q": 1, "after": "a"}


@pytest.mark.parametrize("form", ["{}", '<{}>; rel="next", </x>; rel="last"'])
def test_urls_of_next_pages_are_followed_on_the_same_origin(
    client: Any,
    form: str,
) -> None:
    def react(exchange: Exchange) -> None:
        if "after" in exchange.seen.target:
            exchange.json({"items": [{"id": 2}]})
        elif form == "{}":
            exchange.json({"items": [{"id": 1}], "next": "/list?after=1"})
        else:
            link = form.format("/list?after=1")
            exchange.json({"items": [{"id": 1}]}, Link=link)

    with serving(react) as server:
        found = client(server).all("pages", LIST["url"])
    assert [one.id for one in found] == [1, 2]


def test_a_next_page_on_another_origin_is_refused(client: Any) -> None:
    def react(exchange: Exchange) -> None:
        exchange.json({"items": [{"id": 1}], "next": "https://evil.invalid/list"})

    with serving(react) as server, pytest.raises(BadResponseError, match="origin"):
        client(server).all("pages", LIST["url"])


# Settings

PROFILE = Profile(
    package="demo",
    base_url_env="DEMO_URL",
    timeout_env="DEMO_TIMEOUT",
    retries_env="DEMO_RETRIES",
    headers={"X-Version": "demo {version}", "X-Source": "default"},
    headers_env={"X-Source": "DEMO_SOURCE"},
    credentials_env={"key": ("DEMO_KEY",)},
)
CONFIGURED = Service(
    profile=PROFILE,
    version="9",
    servers=("https://api.invalid/v1",),
    schemes=(Scheme(name="key", kind="apiKey", wire="X-API-KEY"),),
    security=(("key",),),
)


def test_the_environment_gives_what_arguments_do_not(
    client: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with serving(lambda e: e.json({}, 503), item) as server:
        monkeypatch.setenv("DEMO_URL", f"{server.url}/base/")
        monkeypatch.setenv("DEMO_SOURCE", "mine")
        monkeypatch.setenv("DEMO_RETRIES", "0")
        monkeypatch.setenv("DEMO_TIMEOUT", "1500")
        monkeypatch.setenv("DEMO_KEY", "env-key-1")
        made = client(server, CONFIGURED, base_url=None, retry=None)
        with pytest.raises(ClientError):
            made.do("call", GET, path={"id": 1})
    seen = server.seen[0]
    assert len(server.seen) == 1
    assert seen.target == "/base/items/1"
    assert seen.header("X-Version") == "demo 9"
    assert seen.header("X-Source") == "mine"
    assert seen.header("X-API-KEY") == "env-key-1"
    assert made.core._timeout == 1.5


def test_a_credential_given_as_a_header_counts_as_one(client: Any) -> None:
    with serving(item) as server:
        made = client(server, CONFIGURED, headers={"x-api-key": "header-key"})
        made.do("call", GET, path={"id": 1})
    assert server.seen[0].header("X-API-KEY") == "header-key"
    assert "header-key" not in repr(vars(made.core))


@pytest.mark.parametrize(
    "settings",
    [
        {"base_url": "ftp://h"},
        {"base_url": "https://"},
        {"base_url": "https://user:pw@h/"},
        {"base_url": "https://h/?a=1"},
        {"base_url": "https://h:0x/"},
        {"credentials": {"nobody": "x"}},
        {"headers": {"X": "a\nb"}},
        {"headers": {"a b": "x"}},
    ],
)
def test_settings_that_cannot_be_are_refused_at_once(
    client: Any,
    settings: dict[str, Any],
) -> None:
    with serving(item) as server, pytest.raises(ClientError):
        client(server, CONFIGURED, **settings)


def test_a_document_without_a_server_needs_a_base_url(client: Any) -> None:
    with serving(item) as server, pytest.raises(ClientError, match="base URL"):
        client(server, base_url=None)


def test_an_api_key_without_a_use_is_a_warning(
    client: Any,
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.WARNING), serving(item) as server:
        client(server, api_key="unused")
    assert "api_key is ignored" in caplog.text
    assert "unused" not in caplog.text


def test_a_key_never_goes_out_without_https_but_to_this_machine(client: Any) -> None:
    with serving(item) as server:
        made = client(
            server,
            CONFIGURED,
            base_url="http://api.invalid",
            api_key="key-1234",
        )
        with pytest.raises(AuthenticationError, match="https"):
            made.do("call", GET, path={"id": 1})


def test_a_missing_key_is_said_before_anything_is_sent(client: Any) -> None:
    with serving(item) as server, pytest.raises(AuthenticationError, match="DEMO_KEY"):
        client(server, CONFIGURED).do("call", GET, path={"id": 1})
    assert server.seen == []


def test_closing_closes_the_connections_and_the_client_is_a_context_manager() -> None:
    with serving(item) as server:
        with Blocking(server).core as core:
            core.call(GET, path={"id": 1})
            assert "1 idle" in repr(core._transport._lanes)
        assert "0 idle" in repr(core._transport._lanes)
