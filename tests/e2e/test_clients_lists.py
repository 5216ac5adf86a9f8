"""Both clients over a real connection: streams and pages."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from specloom.runtime._errors import (
    AuthenticationError,
    BadResponseError,
    NetworkError,
    RateLimitedError,
)

from tests.callers import (
    EVENTS,
    GET,
    LINES,
    LIST,
    Blocking,
    Item,
    item,
)
from tests.callers import client as client
from tests.loopback import Exchange, serving

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


def test_what_came_before_an_error_event_is_handed_out_first() -> None:
    piece = b'data: {"id": 1}\n\nevent: error\ndata: {"code": "RATE_LIMITED"}\n\n'
    with serving(stream(piece)) as server:
        events = Blocking(server).core.stream(EVENTS, body={})
        assert next(events) == Item(id=1)
        with pytest.raises(RateLimitedError):
            next(events)


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
