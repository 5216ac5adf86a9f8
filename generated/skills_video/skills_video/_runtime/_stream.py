"""Streaming answers as typed events: Server-Sent Events and JSON lines."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ._adapters import exact_adapter, exact_validator
from ._bodies import AsyncStream, Stream
from ._classify import classify, scope_of, to_error
from ._decode import decode, json_of
from ._errors import BadResponseError, ClientError
from ._event_parts import inner, whole
from ._sse import Event, EventDecoder, EventTooLarge, is_event_stream
from ._wire import Chunk, Eof, Reply

if TYPE_CHECKING:
    from ._client import AsyncCore, Core
    from ._operation import EventPart, Operation
    from ._options import Arguments
    from ._redact import Redactor

T = TypeVar("T")

SENTINELS = (b"[DONE]",)
"""Compared and not hashed: an event can have megabytes."""


class Reader(Generic[T]):
    """Bytes in, typed values out, without any I/O."""

    def __init__(
        self,
        operation: Operation[T],
        reply: Reply,
        *,
        limit: int,
        strict: bool,
        redactor: Redactor,
    ) -> None:
        self._operation = operation
        self._redactor = redactor
        self._events = is_event_stream(dict(reply.headers).get("content-type"))
        self._decoder = EventDecoder(None, limit)
        self._limit = limit
        self._line: list[bytes] = []
        self._held = 0
        self._part: EventPart = _part(operation)
        self._fast: Callable[[bytes], Any] | None = None
        self.strict = strict
        self.done = False

    @property
    def last_event_id(self) -> str:
        """The id of the last event."""
        return self._decoder.last_event_id

    def feed(self, data: bytes) -> Iterator[T]:
        """Return the values that these bytes complete, each made when it is taken."""
        try:
            if self._events:
                return self._typed(self._decoder.feed(data))
            return self._read(self._lines(data))
        except EventTooLarge:
            text = f"an event has more than {self._limit} bytes"
            raise BadResponseError(text) from None

    def end(self) -> Iterator[T]:
        """Return what is complete now that the bytes have ended."""
        rest, self._line = b"".join(self._line), []
        return self._read([rest] if rest.strip() and not self._events else [])

    def _typed(self, events: list[Event]) -> Iterator[T]:
        for event in events:
            kind, data, _ = event
            if data in SENTINELS:
                self.done = True
                return
            if kind == "error":
                raise _error(event, self._redactor)
            if data and not data.isspace():
                yield self._of_event(event)

    def _of_event(self, event: Event) -> Any:
        match self._part:
            case "data":
                return self._value(event.data)
            case "inner":
                return self._value(inner(event.data))
            case "whole":
                return self._whole(event)

    def _whole(self, event: Event) -> Any:
        """Return an event with its name; data that fits as JSON is no text."""
        source, where = self._operation.result, self._operation.key
        texts = [text for text in whole(event) if _is_json(text)]
        if source is None:
            return json_of(texts[0])
        for text in texts:
            try:
                return exact_adapter(source()).validate_json(text)
            except ValueError:
                continue
        return decode(source, texts[0], strict=self.strict, where=where)

    def _lines(self, data: bytes) -> list[bytes]:
        """Return the lines that are complete now; keep the beginning of one."""
        first, *others = data.split(b"\n")
        self._line.append(first)
        self._held += len(first)
        found: list[bytes] = []
        for piece in others:
            found.append(b"".join(self._line))
            self._line, self._held = [piece], len(piece)
        if self._held > self._limit:
            raise EventTooLarge
        return found

    def _read(self, lines: list[bytes]) -> Iterator[T]:
        for line in lines:
            text = line.strip(b"\r\x1e ")
            if text in SENTINELS:
                self.done = True
                return
            if text:
                yield self._value(text)

    def _value(self, data: bytes) -> Any:
        """Return the value of one event or line; the usual one fits its type."""
        if self._fast is None:
            source = self._operation.result
            if source is None:
                self._fast = json_of
            elif self._events and source() is str:
                self._fast = _text
            else:
                self._fast = exact_validator(source())
        try:
            return self._fast(data)
        except ValueError:
            return self._slow_value(data)

    def _slow_value(self, data: bytes) -> Any:
        where = self._operation.key
        try:
            return decode(self._operation.result, data, strict=self.strict, where=where)
        except ValueError:
            text = data.decode("utf-8", "replace")
            if self._operation.result is None and not self.strict:
                return text
            raise BadResponseError(f"{where}: an event is no JSON") from None


def _part(operation: Operation[Any]) -> EventPart:
    """Return what the type of an operation's events describes."""
    for response in operation.responses:
        if response.reads == "events":
            return response.event
    return "data"


def _is_json(text: bytes) -> bool:
    try:
        json_of(text)
    except ValueError:
        return False
    return True


def _text(data: bytes) -> str:
    """Return an event whose data is declared as text: as it came, no JSON."""
    return data.decode("utf-8", "replace")


def _error(event: Event, redactor: Redactor) -> ClientError:
    """Return the error that an `error` event of a plain stream tells."""
    return to_error(classify(scope_of(0, (), event.data)), redactor)


class EventStream(Generic[T]):
    """The typed events of one answer; iterate once, or use it as a context manager."""

    def __init__(self, core: Core, operation: Operation[T], given: Arguments) -> None:
        self._core = core
        self._operation = operation
        self._given = given
        self._stream: Stream | None = None
        self._reader: Reader[T] | None = None
        self._values = self._run()
        self.status: int | None = None
        """Of the answer, once it came."""
        self.headers: tuple[tuple[str, str], ...] = ()

    def __repr__(self) -> str:
        return f"<EventStream of {self._operation.key}>"

    def __iter__(self) -> Iterator[T]:
        return self._values

    def __next__(self) -> T:
        return next(self._values)

    @property
    def last_event_id(self) -> str:
        """The id of the last event that came."""
        return self._reader.last_event_id if self._reader else ""

    def _run(self) -> Iterator[T]:
        reply, self._stream = self._core.opened(self._operation, self._given)
        self.status, self.headers = reply.status, reply.headers
        reader = self._core.reader(self._operation, reply)
        self._reader = reader
        wait = self._core.silence(self._given.options)
        try:
            while not reader.done:
                step = self._stream.read(wait)
                if isinstance(step, Chunk):
                    yield from reader.feed(step.data)
                elif isinstance(step, Eof):
                    yield from reader.end()
                    return
                else:
                    raise self._core.broken(step)
        finally:
            self._stream.close()

    def close(self) -> None:
        """Stop; the connection is closed."""
        if self._stream is not None:
            self._stream.close()

    def __enter__(self) -> EventStream[T]:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


class AsyncEventStream(Generic[T]):
    """The typed events of one answer, awaited; iterate once."""

    def __init__(
        self,
        core: AsyncCore,
        operation: Operation[T],
        given: Arguments,
    ) -> None:
        self._core = core
        self._operation = operation
        self._given = given
        self._stream: AsyncStream | None = None
        self._reader: Reader[T] | None = None
        self._values = self._run()
        self.status: int | None = None
        """Of the answer, once it came."""
        self.headers: tuple[tuple[str, str], ...] = ()

    def __repr__(self) -> str:
        return f"<AsyncEventStream of {self._operation.key}>"

    def __aiter__(self) -> AsyncIterator[T]:
        return self._values

    async def __anext__(self) -> T:
        return await anext(self._values)

    @property
    def last_event_id(self) -> str:
        """The id of the last event that came."""
        return self._reader.last_event_id if self._reader else ""

    async def _run(self) -> AsyncIterator[T]:
        reply, self._stream = await self._core.opened(self._operation, self._given)
        self.status, self.headers = reply.status, reply.headers
        reader = self._core.reader(self._operation, reply)
        self._reader = reader
        wait = self._core.silence(self._given.options)
        try:
            while not reader.done:
                step = await self._stream.read(wait)
                if isinstance(step, Chunk):
                    for value in reader.feed(step.data):
                        yield value
                elif isinstance(step, Eof):
                    for value in reader.end():
                        yield value
                    return
                else:
                    raise self._core.broken(step)
        finally:
            await self._stream.close()

    async def close(self) -> None:
        """Stop; the connection is closed."""
        if self._stream is not None:
            await self._stream.close()

    async def __aenter__(self) -> AsyncEventStream[T]:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()
