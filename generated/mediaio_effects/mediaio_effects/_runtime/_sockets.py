"""Awaited connections with little between the HTTP library's core and the loop.

The library's own pool and sockets serve several loop libraries at a price that ten
thousand waits would pay with every poll. Here its HTTP/1.1 connection, its parser and
its exceptions stand on the transports of asyncio.
"""

from __future__ import annotations

import asyncio
import re
import ssl
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple

_QUOTED: Final = re.compile(
    r"(https?://[a-z0-9.\-]+(?::[0-9]{1,5})?)"
    r"((?:/(?:[A-Za-z0-9._~\-/:@!$&()*+,;=]|%[0-9A-F]{2})*"
    r"(?:\?(?:[A-Za-z0-9._~\-/:@!$&()*+,;=?]|%[0-9A-F]{2})*)?)?)",
)
"""URLs that the library sends as they are."""
_IDLE = 5.0
"""Seconds an unused connection is kept, as long as the library's pool does."""
_EYEBALLS = 0.25
"""Seconds until the next address of a host is tried as well (RFC 8305, section 5)."""
_MOST = 256 * 1024
"""Bytes that may wait to be read."""


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

    __slots__ = ("_connection", "_context", "_core")

    def __init__(self, core: Any, context: ssl.SSLContext | None) -> None:
        self._core = core
        self._context = context
        self._connection: Any = None

    async def handle_async_request(self, native: Any) -> Head:
        """Send a request of the HTTP library; return when the head is there."""
        core, url = self._core, native.url
        target = core.URL(
            scheme=url.raw_scheme,
            host=url.raw_host,
            port=url.port,
            target=url.raw_path,
        )
        connection = self._connection
        if connection is not None and _is_over(connection):
            await self.aclose()
            connection = None
        if connection is None:
            limit = native.extensions["timeout"]["connect"]
            connection = self._connection = core.AsyncHTTP11Connection(
                target.origin,
                await _connected(core, target.origin, self._context, limit),
                keepalive_expiry=_IDLE,
            )
        request = core.Request(
            native.method.encode("ascii"),
            target,
            headers=native.headers.raw,
            content=native.stream,
            extensions=native.extensions,
        )
        found = await connection.handle_async_request(request)
        return Head(found.status, Raw(found.headers), found.stream)

    async def aclose(self) -> None:
        """Close the connection, if there is one."""
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.aclose()


def _is_over(connection: Any) -> bool:
    return bool(connection.is_closed() or connection.has_expired())


async def _connected(
    core: Any,
    origin: Any,
    context: ssl.SSLContext | None,
    timeout: float,
) -> Socket:
    """Connect to the first address of a host that answers, with TLS where it is used."""
    host = origin.host.decode("ascii")
    loop = asyncio.get_running_loop()
    socket: Socket | None = None
    try:
        async with asyncio.timeout(timeout):
            _, socket = await loop.create_connection(
                lambda: Socket(core),
                host,
                origin.port,
                happy_eyeballs_delay=None if _is_address(host) else _EYEBALLS,
            )
            if context is not None:
                await socket.start_tls(context, host)
    except BaseException as error:
        if socket is not None:
            socket.transport.abort()
        if isinstance(error, TimeoutError):
            raise core.ConnectTimeout(str(error)) from error
        if isinstance(error, OSError):  # `ssl.SSLError` is one
            raise core.ConnectError(str(error)) from error
        raise
    return socket


def _is_address(host: str) -> bool:
    return ":" in host or host[-1:].isdigit()


class Socket(asyncio.Protocol):
    """A connection: what came and was not read yet, and who waits for it."""

    def __init__(self, core: Any) -> None:
        self._core = core
        self.transport: Any = None
        self._held = bytearray()
        self._paused = False
        self._ended = False
        self._broken: Exception | None = None
        self._reader: asyncio.Future[None] | None = None
        self._writer: asyncio.Future[None] | None = None
        self._full = False

    # What the loop calls

    def connection_made(self, transport: Any) -> None:
        """Take the transport, plain first and then with TLS on it."""
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        """Keep bytes until they are read; not more than fit."""
        self._held += data
        if len(self._held) > _MOST and not self._paused:
            self._paused = True
            self.transport.pause_reading()
        _wake(self._reader)

    def eof_received(self) -> bool:
        """The server has said all; what is open here is closed by its owner."""
        self._ended = True
        _wake(self._reader)
        return False

    def connection_lost(self, exc: Exception | None) -> None:
        """There is no connection any more."""
        self._ended, self._broken = True, exc
        _wake(self._reader)
        _wake(self._writer)

    def pause_writing(self) -> None:
        """The server takes no more for now."""
        self._full = True

    def resume_writing(self) -> None:
        """The server takes more."""
        self._full = False
        _wake(self._writer)

    # What the library's core calls

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return what has come, waiting for it; nothing when the server ended."""
        if not self._held and not self._ended:
            self._reader = asyncio.get_running_loop().create_future()
            await self._within(self._reader, timeout, self._core.ReadTimeout)
        if not self._held and self._broken is not None:
            raise self._core.ReadError(str(self._broken)) from self._broken
        data = bytes(self._held[:max_bytes])
        del self._held[:max_bytes]
        if self._paused and len(self._held) <= _MOST // 2:
            self._paused = False
            self.transport.resume_reading()
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write, waiting while the server takes no more."""
        if not buffer:
            return
        if self.transport.is_closing():
            text = str(self._broken or "the connection was closed")
            raise self._core.WriteError(text) from self._broken
        self.transport.write(buffer)
        if self._full:
            self._writer = asyncio.get_running_loop().create_future()
            await self._within(self._writer, timeout, self._core.WriteTimeout)
            if self._broken is not None:
                raise self._core.WriteError(str(self._broken)) from self._broken

    async def aclose(self) -> None:
        """Close the connection, without waiting for the server to agree."""
        self.transport.close()
        await asyncio.sleep(0)
        self.transport.abort()

    async def start_tls(self, context: ssl.SSLContext, host: str) -> None:
        """Shake hands; the same socket goes on with TLS on it."""
        context.set_alpn_protocols(["http/1.1"])
        loop = asyncio.get_running_loop()
        self.transport = await loop.start_tls(
            self.transport,
            self,
            context,
            server_hostname=host,
        )

    def get_extra_info(self, info: str) -> Any:
        """Return what the connection knows about itself."""
        if info == "is_readable":  # between two exchanges: there is nothing to come
            return bool(self._held) or self._ended
        return self.transport.get_extra_info(info)

    async def _within(
        self,
        waiter: asyncio.Future[None],
        timeout: float | None,
        late: type[Exception],
    ) -> None:
        """Wait at most so many seconds, with no task and no scope for it."""
        if timeout is None:
            return await waiter
        loop = asyncio.get_running_loop()
        timer = loop.call_later(timeout, _expire, waiter, late)
        try:
            return await waiter
        finally:
            timer.cancel()


def _wake(waiter: asyncio.Future[None] | None) -> None:
    if waiter is not None and not waiter.done():
        waiter.set_result(None)


def _expire(waiter: asyncio.Future[None], late: type[Exception]) -> None:
    if not waiter.done():
        waiter.set_exception(late("nothing came in time"))
