"""A small HTTP/1.1 server that can end a connection at any byte."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import Any, Protocol, TypeAlias
from urllib.parse import parse_qsl, unquote, urlsplit

import h11

KEPT_BYTES = 16 * 1024 * 1024
"""A longer body is counted and thrown away beyond this."""
STATE_PATH = "/__standin__/state"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request as it came."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes
    size: int
    """Bytes of the body, kept or not."""

    @property
    def origin(self) -> str:
        """The address under which the client reached us."""
        return f"http://{self.headers.get('host', '127.0.0.1')}"

    def json(self) -> Any:
        """Return the body as JSON, None when it is none."""
        try:
            return json.loads(self.body)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole answer; anything but bytes is sent as JSON."""

    status: int
    body: Any
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Frames:
    """An event stream; `Cut` among the chunks ends the connection there."""

    chunks: AsyncIterator[bytes | Cut]


@dataclass(frozen=True, slots=True)
class Cut:
    """End the connection without another byte."""


@dataclass(frozen=True, slots=True)
class Torn:
    """An answer that promises its whole body and sends half of it."""

    reply: Reply


Answer: TypeAlias = "Reply | Frames | Cut | Torn"


class Standin(Protocol):
    """One system: it answers requests and remembers what it did."""

    def answer(self, request: Request) -> Answer:
        """Return the answer to a request."""

    def state(self) -> dict[str, Any]:
        """Return what was done, for tests."""


class Server:
    """Serves one stand-in on 127.0.0.1."""

    def __init__(self, standin: Standin) -> None:
        self._standin = standin
        self.seen: list[dict[str, Any]] = []

    async def listen(self, port: int) -> asyncio.Server:
        """Start to listen; port 0 picks a free one."""
        return await asyncio.start_server(self._serve, "127.0.0.1", port)

    async def _serve(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        protocol = h11.Connection(h11.SERVER)
        with suppress(ConnectionError, h11.ProtocolError, asyncio.CancelledError):
            while request := await _request(protocol, reader):
                if not await self._respond(protocol, writer, request):
                    writer.transport.abort()
                    return
                if protocol.our_state is h11.MUST_CLOSE:
                    break
                protocol.start_next_cycle()
        writer.close()

    async def _respond(
        self, protocol: h11.Connection, writer: asyncio.StreamWriter, request: Request
    ) -> bool:
        """Write the answer; False when the connection is to be cut."""
        match self._answer(request):
            case Reply() as reply:
                for data in _whole(protocol, reply):
                    writer.write(data)
            case Torn(reply):
                data = b"".join(_whole(protocol, reply))
                writer.write(data[: len(data) - len(_payload(reply)) // 2 - 1])
                await writer.drain()
                return False
            case Frames(chunks):
                return await _stream(protocol, writer, chunks)
            case Cut():
                return False
        await writer.drain()
        return True

    def _answer(self, request: Request) -> Answer:
        if request.path == STATE_PATH:
            return Reply(200, {**self._standin.state(), "requests": self.seen})
        answer = self._standin.answer(request)
        self.seen.append(
            {
                "method": request.method,
                "path": request.path,
                "query": dict(request.query),
                "headers": dict(request.headers),
                "body": request.json() if request.size < KEPT_BYTES else None,
                "size": request.size,
            }
        )
        return answer


async def _request(
    protocol: h11.Connection, reader: asyncio.StreamReader
) -> Request | None:
    """Read the next request; None when the client is gone."""
    head: h11.Request | None = None
    body, size = bytearray(), 0
    while True:
        event = protocol.next_event()
        if event is h11.NEED_DATA:
            protocol.receive_data(await reader.read(65536))
        elif isinstance(event, h11.Request):
            head = event
        elif isinstance(event, h11.Data):
            size += len(event.data)
            body += event.data[: max(0, KEPT_BYTES - len(body))]
        elif isinstance(event, h11.EndOfMessage) and head is not None:
            return _built(head, bytes(body), size)
        else:
            return None


def _built(head: h11.Request, body: bytes, size: int) -> Request:
    target = urlsplit(head.target.decode("ascii"))
    return Request(
        method=head.method.decode("ascii"),
        path=unquote(target.path),
        query=dict(parse_qsl(target.query)),
        headers={name.decode(): value.decode() for name, value in head.headers},
        body=body,
        size=size,
    )


def _payload(reply: Reply) -> bytes:
    if isinstance(reply.body, bytes):
        return reply.body
    return json.dumps(reply.body).encode()


def _whole(protocol: h11.Connection, reply: Reply) -> Iterator[bytes]:
    payload = _payload(reply)
    kind = "application/octet-stream" if payload is reply.body else "application/json"
    headers = {"content-type": kind, "content-length": str(len(payload))}
    headers |= {name.lower(): value for name, value in reply.headers.items()}
    head = h11.Response(status_code=reply.status, headers=list(headers.items()))
    for event in (head, h11.Data(data=payload), h11.EndOfMessage()):
        yield protocol.send(event) or b""


async def _stream(
    protocol: h11.Connection,
    writer: asyncio.StreamWriter,
    chunks: AsyncIterator[bytes | Cut],
) -> bool:
    headers = [("content-type", "text/event-stream"), ("cache-control", "no-cache")]
    writer.write(protocol.send(h11.Response(status_code=200, headers=headers)) or b"")
    async for chunk in chunks:
        if isinstance(chunk, Cut):
            await writer.drain()
            return False
        writer.write(protocol.send(h11.Data(data=chunk)) or b"")
        await writer.drain()
    writer.write(protocol.send(h11.EndOfMessage()) or b"")
    await writer.drain()
    return True


def address(server: asyncio.Server) -> str:
    """Return the URL of a listening server."""
    return f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


@contextmanager
def serving(standin: Standin) -> Iterator[str]:
    """Serve a stand-in from a thread of its own; yields its URL."""
    loop, ready, urls = asyncio.new_event_loop(), Event(), list[str]()
    stop = asyncio.Event()

    async def main() -> None:
        server = await Server(standin).listen(0)
        urls.append(address(server))
        ready.set()
        await stop.wait()
        server.close()

    thread = Thread(target=_run, args=(loop, main()), daemon=True)
    thread.start()
    ready.wait(10)
    try:
        yield urls[0]
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(10)


def _run(loop: asyncio.AbstractEventLoop, main: Any) -> None:
    try:
        loop.run_until_complete(main)
        for task in asyncio.all_tasks(loop):
            task.cancel()
        loop.run_until_complete(asyncio.sleep(0))
    finally:
        loop.close()
