"""The body of an answer, read piece by piece: limits, compression, deadlines."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

from ._exchange import Garbled, Inflater, TooLarge, failure, header
from ._loop import limit
from ._wire import Chunk, Eof, Failed, Reply, Request

if TYPE_CHECKING:
    from ._lanes import Lane
    from ._redact import Redactor


_BEGINNING = 1024 * 1024
"""Bytes kept of a body that broke off."""


class Owner(Protocol):
    """What a body needs from the transport that opened it."""

    clock: Callable[[], float]

    @property
    def redactor(self) -> Redactor:
        """What masks secrets in the text of failures."""
        ...

    @property
    def body_limit(self) -> int:
        """Bytes a whole body may have."""
        ...


class Body:
    """What the blocking and the awaited stream share."""

    def __init__(
        self,
        owner: Owner,
        request: Request,
        reply: Reply,
        response: Any,
        lane: Lane[Any] | None,
    ) -> None:
        self.reply = reply
        self.lane = lane
        self._owner = owner
        self._request = request
        self._response = response
        self._pieces: Iterator[bytes] = iter(())
        self._inflater: Inflater | None = None
        self._open = True

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._request.operation or 'an answer'}>"

    def _feed(self, data: bytes | None, limit: int | None) -> None:
        if self._inflater is None:
            self._inflater = Inflater(self.reply.headers, limit)
        if data is None:
            self._inflater.finish()
        else:
            self._pieces = self._inflater.pieces(data)

    def _announced_too_large(self) -> bool:
        declared = header(self.reply.headers, "content-length") or ""
        short = declared.isdecimal() and len(declared) < 20
        return short and int(declared) > self._owner.body_limit

    def _left(self, failed: Failed, parts: list[bytes]) -> bytes | Failed:
        """Return what came before the body broke: of an error, that is enough."""
        begun = b"".join(parts)[:_BEGINNING]
        if self.reply.status >= 400:
            return begun
        return replace(failed, head=replace(self.reply, body=begun))

    def _misread(self, error: Exception) -> Failed:
        if isinstance(error, TooLarge):
            return oversized(self._owner.body_limit)
        if isinstance(error, Garbled):
            return Failed("protocol", sent=True, cause=ConnectionError(str(error)))
        return failure(error, self._request, self._owner.redactor)


def oversized(limit: int) -> Failed:
    """Return the failure of an answer over a limit."""
    cause = ValueError(f"the answer has more than {limit} bytes")
    return Failed("too_large", sent=True, cause=cause, retryable=False)


class Stream(Body):
    """The body of an answer, blocking."""

    def __init__(self, done: Callable[[Lane[Any], bool], None], *args: Any) -> None:
        super().__init__(*args)
        self._done = done
        self._raw: Iterator[bytes] = iter(self._response.stream)

    def read(self, max_wait: float) -> Chunk | Eof | Failed:
        """Return the next bytes, waiting at most `max_wait` seconds."""
        try:
            data = self._next(self._owner.clock() + max_wait, None)
        except Exception as error:  # whatever library raised it, it becomes a value
            self.close()
            return self._misread(error)
        except BaseException as error:
            self.close()
            raise error.with_traceback(None) from None
        return Eof() if data is None else Chunk(data)

    def rest(self, deadline: float) -> bytes | Failed:
        """Return the whole body, within the limit and before the deadline."""
        if self._announced_too_large():
            self.close()
            return self._left(oversized(self._owner.body_limit), [])
        parts: list[bytes] = []
        try:
            while (data := self._next(deadline, self._owner.body_limit)) is not None:
                parts.append(data)
                if self._owner.clock() > deadline:
                    raise TimeoutError("the answer took too long")
        except Exception as error:  # whatever library raised it, it becomes a value
            self.close()
            return self._left(self._misread(error), parts)
        except BaseException as error:
            self.close()
            raise error.with_traceback(None) from None
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def _next(self, until: float, limit: int | None) -> bytes | None:
        if self.lane is not None:
            self.lane.clock.until = until
        while self._open:
            for piece in self._pieces:
                return piece
            data = next(self._raw, None)
            self._feed(data, limit)
            if data is None:
                self._end(well=True)
        return None

    def _end(self, *, well: bool) -> None:
        self._open = False
        try:
            self._response.stream.close()
        finally:
            if self.lane is not None:
                self._done(self.lane, well)

    def close(self) -> None:
        """Close the stream and its connection; again is fine."""
        if self._open:
            self._end(well=False)


class AsyncStream(Body):
    """The body of an answer, awaited."""

    def __init__(self, done: Callable[[Lane[Any], bool], Any], *args: Any) -> None:
        super().__init__(*args)
        self._done = done
        self._raw: AsyncIterator[bytes] = aiter(self._response.stream)

    async def read(self, max_wait: float) -> Chunk | Eof | Failed:
        """Return the next bytes, waiting at most `max_wait` seconds."""
        try:
            async with limit(max_wait):
                data = await self._next(None)
        except Exception as error:  # whatever library raised it, it becomes a value
            await self.close()
            return self._misread(error)
        except BaseException as error:
            await self.close()
            raise error.with_traceback(None) from None
        return Eof() if data is None else Chunk(data)

    async def rest(self, deadline: float) -> bytes | Failed:
        """Return the whole body, within the limit and before the deadline."""
        if self._announced_too_large():
            await self.close()
            return self._left(oversized(self._owner.body_limit), [])
        parts: list[bytes] = []
        try:
            async with limit(deadline - self._owner.clock()):
                while (data := await self._next(self._owner.body_limit)) is not None:
                    parts.append(data)
        except Exception as error:  # whatever library raised it, it becomes a value
            await self.close()
            return self._left(self._misread(error), parts)
        except BaseException as error:
            await self.close()
            raise error.with_traceback(None) from None
        return parts[0] if len(parts) == 1 else b"".join(parts)

    async def _next(self, limit: int | None) -> bytes | None:
        while self._open:
            for piece in self._pieces:
                return piece
            data = await anext(self._raw, None)
            self._feed(data, limit)
            if data is None:
                await self._end(well=True)
        return None

    async def _end(self, *, well: bool) -> None:
        self._open = False
        try:
            await self._response.stream.aclose()
        finally:
            if self.lane is not None:
                await self._done(self.lane, well)

    async def close(self) -> None:
        """Close the stream and its connection; again is fine."""
        if self._open:
            await self._end(well=False)
