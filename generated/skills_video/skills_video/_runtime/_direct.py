"""Awaited exchanges: the HTTP library's parser over one socket at a time.

The library's own connections serve several loop libraries and HTTP/2, at a price that
ten thousand waits would pay with every poll. What is here stands in for one of them;
requests, TLS settings, proxies and injected clients stay the library's.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
import ssl
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple

from ._sockets import ReadError, Socket, WriteError, connected

_QUOTED: Final = re.compile(
    r"(https?://[a-z0-9.\-]+(?::[0-9]{1,5})?)"
    r"((?:/(?:[A-Za-z0-9._~\-/:@!$&()*+,;=]|%[0-9A-F]{2})*"
    r"(?:\?(?:[A-Za-z0-9._~\-/:@!$&()*+,;=?]|%[0-9A-F]{2})*)?)?)",
)
"""URLs that the library sends as they are."""
_IDLE: Final = 5.0
"""Seconds an unused connection is kept, as long as the library's pool does."""
_PIECE: Final = 64 * 1024
_LONGEST_HEAD: Final = 100 * 1024
"""Bytes of an incomplete head or chunk, as in the library."""
_PORTS: Final = {b"http": 80, b"https": 443}


class Raw(NamedTuple):
    """Headers as they came, or as they go."""

    raw: list[tuple[bytes, bytes]]


class Head(NamedTuple):
    """The head of an answer, and the stream of its body."""

    status_code: int
    headers: Raw
    stream: Any


class Target(NamedTuple):
    """Where a request goes: the parts of a URL as the library names them."""

    raw_scheme: bytes
    raw_host: bytes
    port: int | None
    raw_path: bytes


class Question(NamedTuple):
    """A request without a body: what is used of the library's own, made faster."""

    url: Target
    headers: Raw
    extensions: Mapping[str, Any]
    method: str = "GET"
    stream: bytes = b""


def question(
    library: Any,
    url: str,
    headers: list[tuple[bytes, bytes]],
    extensions: Mapping[str, Any],
) -> Question | None:
    """Return a GET of a URL that needs no more quoting; None: let the library do it."""
    match = _QUOTED.fullmatch(url)
    if match is None or "/." in url or any(n.lower() == b"host" for n, _ in headers):
        return None
    scheme, host, port, authority = _place(library.URL, match[1])
    target = Target(scheme, host, port, (match[2] or "/").encode("ascii"))
    return Question(target, Raw([(b"Host", authority), *headers]), extensions)


@lru_cache(maxsize=64)
def _place(parse: Any, place: str) -> tuple[bytes, bytes, int | None, bytes]:
    """Return scheme, host, port and authority of the beginning of a URL."""
    url = parse(place)
    return url.raw_scheme, url.raw_host, url.port, url.netloc


class Direct:
    """One connection at a time to one origin, made when it is needed."""

    def __init__(self, h11: Any, context: ssl.SSLContext | None) -> None:
        self._h11 = h11
        self._context = context
        self._socket: Socket | None = None
        self._parser: Any = None
        self._until = 0.0
        """Loop time at which the connection has been idle for too long."""

    async def handle_async_request(self, native: Any) -> Head:
        """Send a request of the HTTP library; return when the head is there."""
        url, timeouts = native.url, native.extensions["timeout"]
        if self._is_over():
            await self.aclose()
        if self._socket is None:
            host, port = url.raw_host.decode("ascii"), url.port
            port = port or _PORTS[url.raw_scheme]
            self._socket = await connected(
                host, port, self._context, timeouts["connect"]
            )
            self._parser = self._h11.Connection(
                self._h11.CLIENT,
                max_incomplete_event_size=_LONGEST_HEAD,
            )
        with contextlib.suppress(WriteError):  # a server may answer before it read all
            await self._ask(native, self._socket, timeouts["write"])
        head = await self._head(timeouts["read"])
        raw = Raw(head.headers.raw_items())
        return Head(head.status_code, raw, Answer(self, timeouts["read"]))

    def _is_over(self) -> bool:
        """Whether there is a connection that must not be used again."""
        socket = self._socket
        if socket is None:
            return False
        idle = self._parser.our_state is self._h11.IDLE
        late = asyncio.get_running_loop().time() > self._until
        return late or socket.is_over or not idle

    async def _ask(self, native: Any, socket: Socket, timeout: float | None) -> None:
        h11, send = self._h11, self._parser.send
        method, target = native.method.encode("ascii"), native.url.raw_path
        request = h11.Request(method=method, target=target, headers=native.headers.raw)
        data = send(request)
        if native.stream:
            async for chunk in native.stream:
                await socket.write(data + send(h11.Data(data=chunk)), timeout)
                data = b""
        await socket.write(data + send(h11.EndOfMessage()), timeout)

    async def _head(self, timeout: float | None) -> Any:
        """Return the final answer's head; those before it say only `go on`."""
        while True:
            event = await self.event(timeout)
            if type(event) is self._h11.Response:
                return event

    async def event(self, timeout: float | None) -> Any:
        """Return the next thing that the server has sent completely."""
        h11, parser, socket = self._h11, self._parser, self._socket
        while (event := parser.next_event()) is h11.NEED_DATA:
            if socket is None:
                raise ReadError("the connection was closed")
            data = await socket.read(_PIECE, timeout)
            if not data and parser.their_state is h11.SEND_RESPONSE:
                text = "server disconnected without sending a response"
                raise h11.RemoteProtocolError(text)
            parser.receive_data(data)
        return event

    async def body(self, timeout: float | None) -> bytes | None:
        """Return the next bytes of the body, None at its end."""
        event = await self.event(timeout)
        return bytes(event.data) if type(event) is self._h11.Data else None

    async def finish(self) -> None:
        """Keep the connection when all was said on both sides, else close it.

        What came beyond an answer would be taken for the answer to the next request.
        """
        parser, done = self._parser, self._h11.DONE
        if self._socket is None:
            return
        ended = parser.our_state is done and parser.their_state is done
        if ended and not parser.trailing_data[0]:
            parser.start_next_cycle()
            self._until = asyncio.get_running_loop().time() + _IDLE
        else:
            await self.aclose()

    async def aclose(self) -> None:
        """Close the connection, if there is one."""
        socket, self._socket = self._socket, None
        if socket is not None:
            await socket.aclose()


class Answer:
    """The body of an answer, as the library's own streams give it."""

    __slots__ = ("_direct", "_timeout")

    def __init__(self, direct: Direct, timeout: float | None) -> None:
        self._direct = direct
        self._timeout = timeout

    def __aiter__(self) -> Answer:
        return self

    async def __anext__(self) -> bytes:
        data = await self._direct.body(self._timeout)
        if data is None:
            raise StopAsyncIteration
        return data

    async def aclose(self) -> None:
        """Give the connection back, or close it where something is left of it."""
        await self._direct.finish()
