"""Awaited sockets on the transports of asyncio, with errors named as the library's."""

from __future__ import annotations

import asyncio
import ssl
from typing import Any, Final

_EYEBALLS: Final = 0.25
"""Seconds until the next address of a host is tried as well (RFC 8305, section 5)."""
_MOST: Final = 256 * 1024
"""Bytes that may wait to be read."""


class ConnectError(Exception):
    """There is no connection. Named as in the library, like those that follow."""


class ConnectTimeout(TimeoutError):
    """There is no connection yet."""


class ReadError(Exception):
    """The connection broke while an answer was awaited."""


class ReadTimeout(TimeoutError):
    """The server says nothing."""


class WriteError(Exception):
    """The connection broke while the request was sent."""


class WriteTimeout(TimeoutError):
    """The server takes nothing."""


async def connected(
    host: str,
    port: int,
    context: ssl.SSLContext | None,
    timeout: float,
) -> Socket:
    """Connect to the first address of a host that answers, with TLS where it is used."""
    loop = asyncio.get_running_loop()
    socket: Socket | None = None
    try:
        async with asyncio.timeout(timeout):
            _, socket = await loop.create_connection(
                Socket,
                host,
                port,
                happy_eyeballs_delay=None if _is_address(host) else _EYEBALLS,
            )
            if context is not None:
                await socket.start_tls(context, host)
    except BaseException as error:
        if socket is not None:
            socket.transport.abort()
        if isinstance(error, TimeoutError):
            raise ConnectTimeout("no connection in time") from error
        if isinstance(error, OSError):  # `ssl.SSLError` is one
            raise ConnectError(str(error)) from error
        raise
    return socket


def _is_address(host: str) -> bool:
    return ":" in host or host[-1:].isdigit()


class Socket(asyncio.Protocol):
    """A connection: what came and was not read yet, and who waits for it."""

    def __init__(self) -> None:
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

    # What its owner calls

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return what has come, waiting for it; nothing when the server ended."""
        if not self._held and not self._ended:
            self._reader = asyncio.get_running_loop().create_future()
            await self._within(self._reader, timeout, ReadTimeout)
        if not self._held and self._broken is not None:
            raise ReadError(str(self._broken)) from self._broken
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
            raise WriteError(text) from self._broken
        self.transport.write(buffer)
        if self._full:
            self._writer = asyncio.get_running_loop().create_future()
            try:
                await self._within(self._writer, timeout, WriteTimeout)
            except WriteTimeout:
                if self._held:
                    raise WriteError("the server answered and reads no more") from None
                raise
            if self._broken is not None:
                raise WriteError(str(self._broken)) from self._broken

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

    @property
    def is_over(self) -> bool:
        """Whether an idle connection is none any more: there is nothing to come."""
        return bool(self._held) or self._ended

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
