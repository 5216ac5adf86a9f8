"""Event streams: bytes to events, and events to typed values."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import anthropic
import httpx
import httpx2
import httpx_sse
import openai
import pydantic
from anthropic._streaming import SSEDecoder as AnthropicDecoder
from openai._streaming import SSEDecoder as OpenAIDecoder
from specloom.runtime._model import Model
from specloom.runtime._operation import Operation
from specloom.runtime._redact import Redactor
from specloom.runtime._sse import EventDecoder
from specloom.runtime._stream import Reader
from specloom.runtime._wire import Reply

from .timing import Row, Work, contest, rows

_HEADERS = {"content-type": "text/event-stream"}
_LIMIT = 64 * 1024 * 1024


class Pieces(httpx.SyncByteStream, httpx2.SyncByteStream):
    """The body of an answer, cut as a network would."""

    def __init__(self, pieces: list[bytes]) -> None:
        self._pieces = pieces

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._pieces)


def _answer(pieces: list[bytes]) -> httpx.Response:
    request = httpx.Request("GET", "http://bench.test/")
    stream = Pieces(pieces)
    return httpx.Response(200, headers=_HEADERS, stream=stream, request=request)


def _answer2(pieces: list[bytes]) -> httpx2.Response:
    request = httpx2.Request("GET", "http://bench.test/")
    stream = Pieces(pieces)
    return httpx2.Response(200, headers=_HEADERS, stream=stream, request=request)


def _count(found: Iterator[Any]) -> int:
    return sum(1 for _ in found)


def decoders(pieces: list[bytes]) -> dict[str, Callable[[], int]]:
    """Return what turns these bytes into events, by who does it.

    Ours keeps data as bytes, which is what JSON is read from; the others make text of
    it, and so does ours where it says so.
    """

    def ours() -> int:
        decoder = EventDecoder(max_event_bytes=_LIMIT)
        raw = _answer(pieces).iter_raw()
        return sum(len(decoder.feed(chunk)) for chunk in raw)

    def as_text() -> int:
        decoder = EventDecoder(max_event_bytes=_LIMIT)
        raw = _answer(pieces).iter_raw()
        return _count(event.text for chunk in raw for event in decoder.feed(chunk))

    def theirs(decoder: Any) -> int:
        return _count(decoder().iter_bytes(_answer2(pieces).iter_bytes()))

    return {
        "httpx-sse": lambda: _count(httpx_sse.EventSource(_answer(pieces)).iter_sse()),
        "specloom": ours,
        "specloom, data as text": as_text,
        "httpx2": lambda: _count(iter(httpx2.EventSource(_answer2(pieces), _LIMIT))),
        "openai": lambda: theirs(OpenAIDecoder),
        "anthropic": lambda: theirs(AnthropicDecoder),
    }


def cut(data: bytes, size: int) -> list[bytes]:
    """Cut bytes into chunks of one size."""
    return [data[at : at + size] for at in range(0, len(data), size)]


def decoding(quick: bool) -> list[Row]:
    """Measure events of 100 bytes, 2 KB and 1 MB, and one endless line."""
    many, large = (2_000, 3) if quick else (10_000, 20)
    small = b"event: status\nid: 7\ndata: " + b"x" * 100 + b"\n\n"
    plain = b"data: " + b"x" * 94 + b"\n\n"
    found: list[Row] = []
    medium = b"event: status\ndata: " + b"x" * 2000 + b"\n\n"
    kinds = (("100 B", plain), ("100 B, named", small), ("2 KB, named", medium))
    for title, event in kinds:
        for size, how in ((65536, "64 KiB chunks"), (len(event), "a chunk each")):
            times = contest(_checked(cut(event * many, size), many))
            measure = f"events/s at {title}, {how}"
            found += rows(
                measure,
                times,
                lambda cpu: f"{many / cpu:,.0f}/s",
                target="<= 0.50" if event is not medium else "",
            )
    body = b"data: " + b"x" * 1_000_000 + b"\n\n"
    times = contest(_checked(cut(body * large, 65536), large))
    found += rows(
        "1 MB events, 64 KiB chunks",
        times,
        lambda cpu: f"{large / cpu:,.0f} MB/s",
        target="<= 0.50",
    )
    return found + _endless(quick)


def _endless(quick: bool) -> list[Row]:
    """One line in small chunks; twice the line must not cost more than twice."""
    found: list[Row] = []
    for megabytes in (4, 8):
        pieces = cut(b"data: " + b"x" * (megabytes * 1_000_000) + b"\n\n", 256)
        makers = _checked(pieces, 1)
        fast = {name: makers[name] for name in ("httpx-sse", "specloom", "httpx2")}
        times = contest(fast, rounds=3 if quick else 5)
        found += rows(
            f"a line of {megabytes} MB in 256 B chunks",
            times,
            lambda cpu: f"{cpu * 1e3:,.1f} ms",
            target="<= 0.50, linear",
        )
    pieces = cut(b"data: " + b"x" * 500_000 + b"\n\n", 256)
    times = contest(_checked(pieces, 1), rounds=3)
    return found + rows(
        "a line of 0.5 MB in 256 B chunks",
        times,
        lambda cpu: f"{cpu * 1e3:,.1f} ms",
        target="<= 0.50, linear",
    )


def _checked(pieces: list[bytes], events: int) -> dict[str, Work]:
    """Return the decoders, after making sure that all of them find all events."""
    makers = decoders(pieces)
    for name, work in makers.items():
        seen = work()
        assert seen == events, f"{name} found {seen} of {events} events"
    return dict(makers)


# Typed values


class Choice(Model):
    """A model of ours, as a generated client holds it."""

    index: int
    text: str


class Update(Model):
    """One event of ours."""

    id: str
    status: str
    progress: float | None = None
    choices: list[Choice]


class PlainChoice(pydantic.BaseModel):
    """The same for who writes models by hand."""

    index: int
    text: str


class PlainUpdate(pydantic.BaseModel):
    """The same for who writes models by hand."""

    id: str
    status: str
    progress: float | None = None
    choices: list[PlainChoice]


class OpenAIChoice(openai.BaseModel):
    """The same as that library builds it."""

    index: int
    text: str


class OpenAIUpdate(openai.BaseModel):
    """The same as that library builds it."""

    id: str
    status: str
    progress: float | None = None
    choices: list[OpenAIChoice]


class AnthropicChoice(anthropic.BaseModel):
    """The same as that library builds it."""

    index: int
    text: str


class AnthropicUpdate(anthropic.BaseModel):
    """The same as that library builds it."""

    id: str
    status: str
    progress: float | None = None
    choices: list[AnthropicChoice]


_OPERATION: Operation[Update] = Operation(
    key="GET /updates",
    method="GET",
    path="/updates",
    result=lambda: Update,
)
_REPLY = Reply(200, tuple(_HEADERS.items()))


def typed(quick: bool) -> list[Row]:
    """Measure what one event of a size costs until it is a typed value."""
    found: list[Row] = []
    kinds = (
        (100, 1, "100 B"),
        (2_000, 1, "2 KB"),
        (1_000_000, 1, "1 MB"),
        (1_000_000, 5_000, "1 MB of 5,000 objects"),
    )
    for size, objects, title in kinds:
        count = 5 if objects > 1 else min(2_000, 20_000_000 // size)
        count = max(2, count // 10) if quick else count
        times = contest(_readers(_update(size, objects), count))
        found += rows(
            f"event to typed value, {title}",
            times,
            _microseconds(count),
            target="<= 0.50" if objects == 1 else "",
        )
    return found


def _microseconds(count: int) -> Callable[[float], str]:
    return lambda cpu: f"{cpu / count * 1e6:,.1f} us"


def _update(size: int, objects: int) -> bytes:
    """Return an event whose data has about so many bytes, in so many objects."""
    value: dict[str, Any] = {"id": "job_1", "status": "IN_PROGRESS", "progress": 4.5}
    each = max((size - 70) // objects - 22, 5)
    value["choices"] = [{"index": n, "text": "x" * each} for n in range(objects)]
    text = json.dumps(value, separators=(",", ":"))
    return f"data: {text}\n\n".encode()


def _readers(event: bytes, count: int) -> dict[str, Work]:
    """Return the readers; one of them passes over events that have no name."""
    pieces = cut(event * count, 65536)
    named = cut((b"event: completion\n" + event) * count, 65536)
    redactor = Redactor()
    cloud = openai.OpenAI(api_key="none")
    other = anthropic.Anthropic(api_key="none")

    def ours() -> Iterator[Update]:
        reader = Reader(
            _OPERATION, _REPLY, limit=_LIMIT, strict=False, redactor=redactor
        )
        for chunk in _answer(pieces).iter_raw():
            yield from reader.feed(chunk)

    def by_hand() -> Iterator[Any]:
        for event in httpx_sse.EventSource(_answer(pieces)).iter_sse():
            yield PlainUpdate.model_validate_json(event.data)

    def usual() -> Iterator[Any]:
        for event in httpx_sse.EventSource(_answer(pieces)).iter_sse():
            yield PlainUpdate.model_validate(event.json())

    def sdk(library: Any, client: Any, model: Any, sent: list[bytes]) -> Iterator[Any]:
        answer = _answer2(sent)
        return iter(library.Stream(cast_to=model, response=answer, client=client))

    makers: dict[str, Callable[[], Iterator[Any]]] = {
        "httpx-sse + json + pydantic": usual,
        "httpx-sse + validate_json": by_hand,
        "specloom": ours,
        "openai": lambda: sdk(openai, cloud, OpenAIUpdate, pieces),
        "anthropic": lambda: sdk(anthropic, other, AnthropicUpdate, named),
    }
    for name, make in makers.items():
        values = list(make())
        assert len(values) == count, f"{name} found {len(values)} of {count} values"
        assert values[0].choices[0].index == 0, name
    return {name: _consumed(make) for name, make in makers.items()}


def _consumed(make: Callable[[], Iterator[Any]]) -> Work:
    """Look at one value after the other, as who follows a stream does."""
    return lambda: _count(make())
