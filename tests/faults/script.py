"""A scripted server on a virtual clock: nothing sleeps and no socket is opened.

A scenario says what every route answers, in order; both transports play it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from specloom.runtime._wire import Chunk, Eof, Failed, Reply, Request

BASE = "https://api.test"
MOST_EXCHANGES = 2000

# What a server may do.


@dataclass(frozen=True)
class Answer:
    """A whole answer, after some seconds."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    after: float = 0.0


@dataclass(frozen=True)
class Break:
    """No answer: the connection fails so, after some seconds."""

    failed: Failed
    after: float = 0.0


@dataclass(frozen=True)
class Events:
    """An open answer whose body comes piece by piece."""

    pieces: tuple[Any, ...]
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class After:
    """Bytes that come after a pause."""

    seconds: float
    data: bytes


@dataclass(frozen=True)
class Cut:
    """The connection breaks in mid stream."""

    phase: Any = "read"


class Stall:
    """Nothing more comes, the socket stays open."""


EOF = object()
CUT = Cut()
STALL = Stall()
Act: TypeAlias = "Answer | Break | Events"


def answer(
    status: int, body: Any = None, /, after: float = 0.0, **headers: str
) -> Answer:
    """Answer with JSON (or bytes as they are); header names use underscores."""
    raw = body if isinstance(body, bytes) else b""
    if body is not None and not isinstance(body, bytes):
        raw = json.dumps(body).encode()
    kind = "text/html" if raw.startswith(b"<") else "application/json"
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return Answer(status, {"content-type": kind, **named}, raw, after)


def fails(
    phase: Any,
    *,
    sent: bool,
    cause: BaseException | None = None,
    timeout: bool = False,
    retryable: bool = True,
    after: float = 0.0,
) -> Break:
    """Fail without an answer."""
    return Break(Failed(phase, sent, cause, timeout, retryable), after)


def events(*pieces: Any, **headers: str) -> Events:
    """Open an event stream with these pieces; it ends cleanly unless told otherwise."""
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return Events(pieces, 200, {"content-type": "text/event-stream", **named})


def event(data: Any, name: str | None = None, id: str | None = None) -> bytes:
    """Return the bytes of one event."""
    lines = [f"event: {name}"] if name else []
    lines += [f"id: {id}"] if id else []
    text = data if isinstance(data, str) else json.dumps(data)
    lines += [f"data: {line}" for line in text.split("\n")]
    return ("\n".join(lines) + "\n\n").encode()


def job(status: str, **more: Any) -> dict[str, Any]:
    """Return the job document most scenarios use."""
    return {"id": "j1", "status": status, **more}


DONE = job("COMPLETED", data={"url": "https://cdn.test/v.mp4"})
LIMIT = 128


class Clock:
    """Virtual time."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.wall = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now

    def pass_(self, seconds: float) -> None:
        """Let time pass."""
        self.now += seconds
        self.wall += seconds


class Server:
    """Answers every route in its order; `...` repeats the answer before it."""

    def __init__(self, clock: Clock, routes: Mapping[str, Any]) -> None:
        self.clock = clock
        self.routes: dict[str, list[Any]] = {
            route: list(acts) if isinstance(acts, (list, tuple)) else [acts]
            for route, acts in routes.items()
        }
        self.requests: list[Request] = []
        self.times: list[float] = []

    def act(self, request: Request) -> Act:
        """Return what happens to a request."""
        self.requests.append(request)
        self.times.append(self.clock.now)
        assert len(self.requests) < MOST_EXCHANGES, (
            "the machine does not come to an end"
        )
        parts = urlsplit(request.url)
        route = f"{request.method} {parts.path}"
        acts = self.routes.get(route)
        assert acts, f"{route} was not expected (now)"
        found = acts[0] if len(acts) > 1 and acts[1] is ... else acts.pop(0)
        act: Act = found(request) if callable(found) else found
        return act

    def count(self, route: str) -> int:
        """Return how often a route was asked."""
        return len(self.asked(route))

    def asked(self, route: str) -> list[Request]:
        """Return the requests of a route."""
        return [
            request
            for request in self.requests
            if f"{request.method} {urlsplit(request.url).path}" == route
        ]

    def when(self, route: str) -> list[float]:
        """Return the seconds after the start at which a route was asked."""
        return [
            round(at - 1000.0, 3)
            for request, at in zip(self.requests, self.times, strict=True)
            if f"{request.method} {urlsplit(request.url).path}" == route
        ]


class ScriptedStream:
    """The open body of an answer."""

    def __init__(self, wire: Wire, pieces: Sequence[Any]) -> None:
        self.wire = wire
        self.pieces = list(pieces)
        self.dead = False
        self.closed = False
        self.reads = 0

    def read(self, max_wait: float) -> Chunk | Eof | Failed:
        """Return the next piece, in virtual time."""
        assert not self.dead, "a stream that timed out or ended was read again"
        assert not self.closed, "a closed stream was read"
        self.reads += 1
        self.wire.trace.append(("read", round(max_wait, 6)))
        piece = self.pieces.pop(0) if self.pieces else EOF
        match piece:
            case bytes():
                return Chunk(piece)
            case After(seconds, data) if seconds <= max_wait:
                self.wire.clock.pass_(seconds)
                return Chunk(data)
            case After() | Stall():
                self.wire.clock.pass_(max_wait)
                self.dead = True
                return Failed("read", sent=True, cause=TimeoutError(), timeout=True)
            case Cut(phase):
                self.dead = True
                return Failed(phase, sent=True, cause=ConnectionResetError("reset"))
            case BaseException():
                raise piece
            case _:
                self.dead = True
                return Eof()

    def close(self) -> None:
        """Close it; twice is fine."""
        if not self.closed:
            self.closed = True
            self.wire.trace.append(("close",))


class AsyncScriptedStream:
    """The same, awaited."""

    def __init__(self, inner: ScriptedStream) -> None:
        self.inner = inner

    async def read(self, max_wait: float) -> Chunk | Eof | Failed:
        return self.inner.read(max_wait)

    async def close(self) -> None:
        self.inner.close()


@dataclass
class Wire:
    """What goes over the scripted wire, and a trace of it."""

    clock: Clock
    server: Server
    trace: list[tuple[Any, ...]] = field(default_factory=list)
    streams: list[ScriptedStream] = field(default_factory=list)

    def exchange(self, kind: str, request: Request, deadline: float) -> Reply | Failed:
        """Play one exchange without its body's pieces."""
        left = deadline - self.clock.now
        path = urlsplit(request.url).path
        self.trace.append((kind, request.method, path, round(left, 6)))
        act = self.server.act(request)
        match act:
            case Break(failed, after):
                self.clock.pass_(min(after, left))
                return failed
            case Answer(status, headers, body, after):
                if after > left:
                    self.clock.pass_(left)
                    return Failed("read", sent=True, timeout=True)
                self.clock.pass_(after)
                pairs = tuple((k.lower(), v) for k, v in headers.items())
                return Reply(status, pairs, body)
            case Events(pieces, status, headers):
                pairs = tuple((k.lower(), v) for k, v in headers.items())
                self.streams.append(ScriptedStream(self, pieces))
                return Reply(status, pairs)

    def open(self, request: Request, deadline: float) -> tuple[Any, Any]:
        """Open an answer: a stream, or a plain body as one piece."""
        reply = self.exchange("open", request, deadline)
        if isinstance(reply, Failed):
            return reply, None
        if reply.body:
            self.streams.append(ScriptedStream(self, [reply.body]))
        elif not self.streams or self.streams[-1].reads or self.streams[-1].closed:
            self.streams.append(ScriptedStream(self, []))
        return replace(reply, body=b""), self.streams[-1]


class SyncTransport:
    """The scripted wire, blocking."""

    def __init__(self, wire: Wire) -> None:
        self.wire = wire

    def send(self, request: Request, deadline: float) -> Reply | Failed:
        return self.wire.exchange("send", request, deadline)

    def open(self, request: Request, deadline: float) -> tuple[Any, Any]:
        return self.wire.open(request, deadline)


class AwaitedTransport:
    """The scripted wire, awaited."""

    def __init__(self, wire: Wire) -> None:
        self.wire = wire

    async def send(self, request: Request, deadline: float) -> Reply | Failed:
        return self.wire.exchange("send", request, deadline)

    async def open(self, request: Request, deadline: float) -> tuple[Any, Any]:
        reply, stream = self.wire.open(request, deadline)
        return reply, None if stream is None else AsyncScriptedStream(stream)
