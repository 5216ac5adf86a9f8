"""The event-stream decoder against vectors of the WHATWG rules, under every split."""

from __future__ import annotations

import json
import time
from base64 import b64decode
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from specloom.runtime._create import opens_stream
from specloom.runtime._retry import is_transient
from specloom.runtime._sse import Event, EventDecoder, EventTooLarge, is_event_stream
from specloom.runtime._wire import Reply

DATA = json.loads(
    (Path(__file__).parents[1] / "data" / "sse_vectors.json").read_text(
        encoding="utf-8"
    ),
)
PAIRS_UP_TO = 2000


def _steps(data: bytes, size: int) -> list[bytes]:
    return [data[at : at + size] for at in range(0, len(data), size)]


def _splits(vector: dict[str, Any]) -> Iterator[list[bytes]]:
    data = b64decode(vector["input_b64"])
    yield [data]
    if vector["split"] == "some":
        yield from (_steps(data, size) for size in (1, 7, 64))
        return
    if "chunks_b64" in vector:
        yield [b64decode(chunk) for chunk in vector["chunks_b64"]]
    yield _steps(data, 1)
    if len(data) <= PAIRS_UP_TO:
        yield from ([data[:at], data[at:]] for at in range(1, len(data)))


def _decoded(
    chunks: Iterable[bytes], content_type: str | None = None
) -> dict[str, Any]:
    decoder = EventDecoder(content_type)
    events = [event for chunk in chunks for event in decoder.feed(chunk)]
    decoder.close()
    return {
        "events": [
            {
                "type": event.type,
                "data": event.text,
                "last_event_id": event.last_event_id,
            }
            for event in events
        ],
        "last_event_id": decoder.last_event_id,
        "retry": decoder.retry,
    }


@pytest.mark.parametrize("vector", DATA["vectors"], ids=lambda item: item["name"])
def test_a_vector_decodes_alike_under_every_split(vector: dict[str, Any]) -> None:
    expected = {
        key: vector["expect"][key] for key in ("events", "last_event_id", "retry")
    }
    for chunks in _splits(vector):
        assert _decoded(chunks, vector["content_type"]) == expected, chunks


@pytest.mark.parametrize(
    "vector",
    [item for item in DATA["vectors"] if "events_after_chunk" in item["expect"]],
    ids=lambda item: item["name"],
)
def test_an_event_is_out_once_its_last_byte_is_in(vector: dict[str, Any]) -> None:
    decoder, counts, count = EventDecoder(), [], 0
    for chunk in vector["chunks_b64"]:
        count += len(decoder.feed(b64decode(chunk)))
        counts.append(count)
    assert counts == vector["expect"]["events_after_chunk"]


@pytest.mark.parametrize("row", DATA["handshake"], ids=lambda item: item["name"])
def test_a_stream_is_a_200_of_the_right_type(row: dict[str, Any]) -> None:
    kind = row["content_type"]
    headers = () if kind is None else (("content-type", kind),)
    reply = Reply(row["status"], headers)
    opened = opens_stream(reply)
    assert opened == (row["outcome"] == "stream")
    assert (not opened and is_transient(reply.status)) == (row["outcome"] == "retry")


def test_a_type_that_only_begins_like_an_event_stream_is_none() -> None:
    assert not is_event_stream("text/event-stream2")
    assert not is_event_stream("text/event-stream, text/plain")
    assert is_event_stream("TEXT/EVENT-STREAM;charset=utf-8")


def test_an_event_over_the_limit_is_refused_after_those_before_it() -> None:
    decoder = EventDecoder(max_event_bytes=100)
    fed = b"data: a\n\ndata: " + b"x" * 200 + b"\n\ndata: b\n\n"
    assert [event.data for event in decoder.feed(fed)] == [b"a"]
    with pytest.raises(EventTooLarge):
        decoder.feed(b"")


@pytest.mark.parametrize(
    "piece",
    [b"x" * 40, b"data: x\n" * 5, b"\rdata:y", b": comment without end"],
)
def test_what_never_ends_is_bounded(piece: bytes) -> None:
    decoder = EventDecoder(max_event_bytes=1000)
    with pytest.raises(EventTooLarge):
        _feed_for_ever(decoder, piece)


def _feed_for_ever(decoder: EventDecoder, piece: bytes) -> None:
    for _ in range(1000):
        decoder.feed(piece)


@pytest.mark.parametrize("size", [10, 4095, 4096, 4097, 70_000])
@pytest.mark.parametrize("chunk", [1, 100, 5000, 10_000_000])
def test_events_of_any_size_come_out_whole(size: int, chunk: int) -> None:
    if chunk == 1 and size > 5000:
        chunk = 7
    first = b"event: a\nid: 1\ndata: " + b"x" * size + b"\n\n"
    second = b"data: " + b"y" * size + b"\ndata: z\n\n"
    third = b"data: " + b"w" * size + b"\n\n"
    decoder = EventDecoder()
    pieces = _steps((first + second + third) * 2, chunk)
    found = [event for piece in pieces for event in decoder.feed(piece)]
    assert (
        found
        == [
            Event("a", b"x" * size, "1"),
            Event("message", b"y" * size + b"\nz", "1"),
            Event("message", b"w" * size, "1"),
        ]
        * 2
    )


def test_comments_without_blank_lines_are_no_large_event() -> None:
    decoder = EventDecoder(max_event_bytes=1000)
    for _ in range(1000):
        assert decoder.feed(b": ping\n") == []
    assert decoder.feed(b"data: a\n\n") == [Event("message", b"a", "")]


def test_a_reconnect_starts_with_the_last_id() -> None:
    decoder = EventDecoder(None, 1000, "7")
    assert decoder.feed(b"data: a\n\n")[0].last_event_id == "7"


def test_what_is_incomplete_can_be_looked_at() -> None:
    decoder = EventDecoder()
    decoder.feed(b'data: {"id":\ndata: "j1"')
    assert b'"j1"' in decoder.partial


def test_a_huge_line_in_tiny_chunks_takes_time_linear_in_its_bytes() -> None:
    def seconds(size: int) -> float:
        decoder, chunk = EventDecoder(), b"x" * 64
        began = time.process_time()
        decoder.feed(b"data: ")
        for _ in range(size // 64):
            decoder.feed(chunk)
        decoder.feed(b"\n\n")
        return time.process_time() - began

    small = min(seconds(200_000) for _ in range(3))
    assert min(seconds(1_600_000) for _ in range(3)) < small * 8 * 4


def test_data_is_bytes_and_text_replaces_what_is_no_utf_8() -> None:
    (event,) = EventDecoder().feed(b"data: a\xffb\n\n")
    assert (event.data, event.text) == (b"a\xffb", "a\ufffdb")
