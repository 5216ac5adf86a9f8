"""Decode Server-Sent Events: bytes in, events out (WHATWG HTML, section 9.2.6)."""

from __future__ import annotations

from typing import Final

_BOM: Final = b"\xef\xbb\xbf"
_DEFAULT_LIMIT: Final = 32 * 1024 * 1024
_RETRY_DIGITS: Final = 15
_SHOWN: Final = 1000
"""Pieces of an incomplete event that `partial` looks at."""


class Event:
    """One event: its type, its data as bytes, and the last event id it came with."""

    __slots__ = ("data", "last_event_id", "type")

    def __init__(self, type: str, data: bytes, last_event_id: str) -> None:
        self.type = type
        self.data = data
        self.last_event_id = last_event_id

    @property
    def text(self) -> str:
        """The data as text; bytes that are no UTF-8 become U+FFFD."""
        return self.data.decode("utf-8", "replace")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Event):
            return NotImplemented
        return (self.type, self.data, self.last_event_id) == (
            other.type,
            other.data,
            other.last_event_id,
        )

    def __hash__(self) -> int:
        return hash((self.type, self.data, self.last_event_id))

    def __repr__(self) -> str:
        shown = self.data if len(self.data) <= 80 else self.data[:77] + b"..."
        return f"Event({self.type!r}, {shown!r}, {self.last_event_id!r})"


class EventTooLarge(ValueError):
    """An event or a line is over the limit; nothing more is decoded."""


def is_event_stream(content_type: str | None) -> bool:
    """Whether a Content-Type says event stream: the whole essence, in any case."""
    essence = (content_type or "").partition(";")[0]
    return essence.strip(" \t\r\n").lower() == "text/event-stream"


class EventDecoder:
    """Decode a stream fed in chunks of any size, in time linear in its bytes.

    The text is UTF-8 whatever `content_type` says. An event is out once the byte that
    ends it is in; one whose blank line never came is never out.
    """

    def __init__(
        self,
        content_type: str | None = None,
        max_event_bytes: int = _DEFAULT_LIMIT,
        last_event_id: str = "",
    ) -> None:
        self.content_type = content_type
        self.max_event_bytes = max_event_bytes
        self.last_event_id = last_event_id
        """Of the last complete event; a reconnect starts with the one before it."""
        self.retry: int | None = None
        """The reconnection time the server asked for, in milliseconds."""
        self._line: list[bytes] = []
        self._held = 0
        self._data: list[bytes] = []
        self._size = 0
        self._type = ""
        self._id = last_event_id
        self._head: bytes | None = b""
        self._after_cr = False
        self._too_large = False

    def feed(self, chunk: bytes) -> list[Event]:
        """Take the next bytes and return the events they complete.

        Raises `EventTooLarge` once the events before the large one are out.
        """
        if self._head is not None or self._after_cr or self._too_large:
            chunk = self._trim(chunk)
        if b"\r" in chunk:
            self._after_cr = chunk.endswith(b"\r")
            chunk = chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        if b"\n" in chunk:
            return self._checked(self._blocks(chunk))
        self._line.append(chunk)
        self._held += len(chunk)
        if self._size + self._held > self.max_event_bytes:
            return self._checked([])
        return []

    @property
    def partial(self) -> bytes:
        """The beginning of the event that is not complete yet."""
        return b"\n".join([*self._data[:_SHOWN], b"".join(self._line[:_SHOWN])])

    def close(self) -> None:
        """End the stream: an event without its blank line is dropped."""
        self._drop()
        self._head = b""
        self._after_cr = False

    def _trim(self, chunk: bytes) -> bytes:
        """Drop the byte order mark, and the LF of a CRLF cut in two."""
        if self._too_large:
            raise self._refusal()
        if self._head is not None:
            chunk = self._head + chunk
            if len(chunk) < len(_BOM) and _BOM.startswith(chunk):
                self._head = chunk
                return b""
            self._head = None
            chunk = chunk.removeprefix(_BOM)
        if self._after_cr and chunk:
            self._after_cr = False
            chunk = chunk.removeprefix(b"\n")
        return chunk

    def _blocks(self, chunk: bytes) -> list[Event]:
        """Take a chunk with line ends (all LF): blocks end at an empty line."""
        if self._line:
            self._line.append(chunk)
            chunk = b"".join(self._line)
            self._line.clear()
            self._held = 0
        *blocks, rest = chunk.split(b"\n\n")
        events: list[Event] = []
        limit = self.max_event_bytes
        for block in blocks:
            simple = block.startswith(b"data: ") and b"\n" not in block
            if simple and not self._data and not self._type and len(block) <= limit:
                self.last_event_id = self._id
                events.append(Event("message", block[6:], self._id))
                continue
            for line in block.split(b"\n"):
                self._take(line, events)
            self._dispatch(events)
            if self._too_large:
                return events
        *lines, partial = rest.split(b"\n")
        for line in lines:
            self._take(line, events)
        self._line.append(partial)
        self._held = len(partial)
        return events

    def _take(self, line: bytes, events: list[Event]) -> None:
        """Interpret one line."""
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if name == b"data":
            self._size += len(line) + 1
            if self._size > self.max_event_bytes:
                self._too_large = True
            elif not self._too_large:
                self._data.append(value)
        elif not line:
            self._dispatch(events)
        elif name == b"event":
            self._type = value.decode("utf-8", "replace")
        elif name == b"id":
            if b"\0" not in value:
                self._id = value.decode("utf-8", "replace")
        elif name == b"retry" and value.isdigit() and len(value) <= _RETRY_DIGITS:
            self.retry = int(value)

    def _dispatch(self, events: list[Event]) -> None:
        """End an event at its empty line; without data there is none."""
        self.last_event_id = self._id
        if self._data and not self._too_large:
            data = b"\n".join(self._data) if len(self._data) > 1 else self._data[0]
            events.append(Event(self._type or "message", data, self._id))
        self._data.clear()
        self._size = 0
        self._type = ""

    def _checked(self, events: list[Event]) -> list[Event]:
        """Hand out what came before an oversize; without such, raise."""
        if self._size + self._held > self.max_event_bytes:
            self._too_large = True
        if not self._too_large:
            return events
        self._drop()
        if events:
            return events
        raise self._refusal()

    def _refusal(self) -> EventTooLarge:
        return EventTooLarge(f"an event has more than {self.max_event_bytes} bytes")

    def _drop(self) -> None:
        self._line.clear()
        self._data.clear()
        self._held = self._size = 0
        self._type = ""
