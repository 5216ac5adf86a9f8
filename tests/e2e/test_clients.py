"""Both clients over a real connection: calls, raw answers, hooks, uploads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from specloom.runtime._errors import (
    InvalidPayloadError,
    NetworkError,
)
from specloom.runtime._hooks import Hooks, RequestInfo, ResponseInfo
from specloom.runtime._options import CallOptions
from specloom.runtime._raw import RawResponse

from tests.callers import (
    GET,
    UPLOAD,
    Item,
    item,
)
from tests.callers import client as client
from tests.loopback import Exchange, serving

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
