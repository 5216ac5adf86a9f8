"""Decode Server-Sent Events: bytes in, events out (WHATWG HTML, section 9.2.6)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, Final, NamedTuple

_BOM: Final = b"\xef\xbb\xbf"
_DEFAULT_LIMIT: Final = 32 * 1024 * 1024
_LF: Final = 10
_CR: Final = 13
_RETRY_DIGITS: Final = 4000
"""More cannot be read as a number."""
_MARKS: Final = 8
"""Bytes around the data of a line that count into its size: `data: ` and the end."""
_SHOWN: Final = 1000
"""Pieces of an incomplete event that `partial` looks at."""
_NAMES: Final = 64
_SMALL_BYTES: Final = 4096
_SMALL: Final = re.compile(
    rb"(?:event: (.*)\n)?(?:id: ([^\n\0]*)\n)?data: (.*)",
)
"""A small event in the order servers write it; `.` is any byte but LF."""
_MANY: Final = re.compile(rb"(?m)^" + _SMALL.pattern + rb"\n\n")
"""One of many in a row; it starts at a line's start only, so that time stays linear."""
_new: Final[Callable[[type[Event], Iterable[Any]], Event]] = tuple[Any, ...].__new__


class Event(NamedTuple):
    """One event: its type, its data as bytes, and the last event id it came with."""

    type: str
    data: bytes
    last_event_id: str

    @property
    def text(self) -> str:
        """The data as text; bytes that are no UTF-8 become U+FFFD."""
        return self.data.decode("utf-8", "replace")


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
        """Pieces of the line that is not complete yet."""
        self._held = 0
        self._room = max_event_bytes
        """Bytes the incomplete line may have."""
        self._in_data = False
        """The incomplete line is data, its name already taken off."""
        self._data: list[bytes] = []
        self._size = 0
        self._type = ""
        self._id = last_event_id
        self._names: dict[bytes, str] = {}
        self._head: bytes | None = b""
        self._after_cr = False
        self._too_large = False
        self._odd = True
        """Something is to be done before the next chunk is looked at."""

    def feed(self, chunk: bytes) -> list[Event]:
        """Take the next bytes and return the events they complete.

        Raises `EventTooLarge` once the events before the large one are out.
        """
        if self._odd:
            chunk = self._trim(chunk)
        if _CR in chunk:
            self._after_cr = self._odd = chunk.endswith(b"\r")
            chunk = chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        if _LF in chunk:
            return self._checked(self._lines(chunk))
        self._line.append(chunk)
        self._held += len(chunk)
        return [] if self._held <= self._room else self._checked([])

    @property
    def partial(self) -> bytes:
        """The beginning of the event that is not complete yet."""
        return b"\n".join([*self._data[:_SHOWN], b"".join(self._line[:_SHOWN])])

    def close(self) -> None:
        """End the stream: an event without its blank line is dropped."""
        self._drop()
        self._head, self._after_cr, self._odd = b"", False, True

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
        self._odd = self._after_cr
        return chunk

    def _lines(self, chunk: bytes) -> list[Event]:
        """Take a chunk with line ends, all LF: what is begun, events, a beginning."""
        events: list[Event] = []
        at = 0
        if self._line:
            at = chunk.find(b"\n") + 1
            self._complete(chunk[: at - 1], events)
        if self._data or self._type:
            at = self._rest(chunk, at, events)
        if (
            at == 0
            and _is_single(chunk)
            and len(chunk) - _MARKS <= self.max_event_bytes
        ):
            self.last_event_id = self._id
            events.append(_new(Event, ("message", chunk[6:-2], self._id)))
            return events
        end = chunk.rfind(b"\n\n", at)
        if end >= 0:
            self._blocks(chunk, at, end, events)
            at = end + 2
        if at < len(chunk) and not self._too_large:
            self._begin(chunk[at:], events)
        return events

    def _complete(self, head: bytes, events: list[Event]) -> None:
        """Take the line that began in an earlier chunk."""
        self._line.append(head)
        line = b"".join(self._line)
        self._line.clear()
        self._held = 0
        self._room = self.max_event_bytes + _MARKS
        if self._in_data:
            self._in_data = False
            self._add(line)
        else:
            self._take(line, events)

    def _rest(self, chunk: bytes, at: int, events: list[Event]) -> int:
        """Take the lines of the event that is begun; return where it ends."""
        if chunk.startswith(b"\n", at):
            self._dispatch(events)
            return at + 1
        end = chunk.find(b"\n\n", at)
        if end < 0:
            self._begin(chunk[at:], events)
            return len(chunk)
        for line in chunk[at:end].split(b"\n"):
            self._take(line, events)
        self._dispatch(events)
        return end + 2

    def _begin(self, rest: bytes, events: list[Event]) -> None:
        """Take the lines of an event that is not complete, and keep the last piece."""
        *lines, piece = rest.split(b"\n")
        for line in lines:
            self._take(line, events)
        self._in_data = piece.startswith(b"data: ")
        self._line.append(piece[6:] if self._in_data else piece)
        self._held = len(piece)
        self._room = self.max_event_bytes + _MARKS - self._size

    def _blocks(self, chunk: bytes, at: int, end: int, events: list[Event]) -> None:
        """Take complete events, as a whole where they are all one line of data."""
        limit = self.max_event_bytes
        if chunk.startswith(b"data: ", at) and end - at <= limit:
            pieces = chunk[at + 6 : end].split(b"\n\ndata: ")
            if chunk.count(b"\n", at, end) == 2 * (len(pieces) - 1):
                self.last_event_id = last_id = self._id
                events += [_new(Event, ("message", item, last_id)) for item in pieces]
                return
        several = chunk.find(b"\n\n", at, min(end, at + _SMALL_BYTES)) >= 0
        if several and end - at <= limit and self._row(chunk, at, end + 2, events):
            return
        for block in chunk[at:end].split(b"\n\n"):
            small = len(block) <= min(limit, _SMALL_BYTES)
            match = _SMALL.fullmatch(block) if small else None
            if match is None:
                for line in block.split(b"\n"):
                    self._take(line, events)
                self._dispatch(events)
                if self._too_large:
                    return
            else:
                self._whole(match, events)

    def _row(self, chunk: bytes, at: int, end: int, events: list[Event]) -> bool:
        """Take small events in one go; False, and none taken, if others are there."""
        found = _MANY.findall(chunk, at, end)
        size = 8 * len(found)  # `data: ` and two line ends
        for name, new_id, data in found:
            size += len(data)
            if name:
                size += len(name) + 8
            if new_id:
                size += len(new_id) + 5
        if size != end - at:
            return False
        last_id, named = self._id, self._name
        for name, new_id, data in found:
            if new_id:
                last_id = new_id.decode("utf-8", "replace")
            kind = named(name) if name else "message"
            events.append(_new(Event, (kind, data, last_id)))
        self._id = self.last_event_id = last_id
        return True

    def _whole(self, match: re.Match[bytes], events: list[Event]) -> None:
        """Take a small event that one pattern matched."""
        name, new_id, data = match.groups()
        if new_id is not None:
            self._id = new_id.decode("utf-8", "replace")
        self.last_event_id = self._id
        kind = self._name(name) if name else "message"
        events.append(_new(Event, (kind, data, self._id)))

    def _name(self, name: bytes) -> str:
        """Decode an event name; there are few in a stream."""
        found = self._names.get(name)
        if found is None:
            found = name.decode("utf-8", "replace")
            if len(self._names) < _NAMES:
                self._names[name] = found
        return found

    def _take(self, line: bytes, events: list[Event]) -> None:
        """Interpret one line."""
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if name == b"data":
            self._add(value)
        elif not line:
            self._dispatch(events)
        elif name == b"event":
            self._type = self._name(value)
        elif name == b"id":
            if b"\0" not in value:
                self._id = value.decode("utf-8", "replace")
        elif name == b"retry" and value.isdigit() and len(value) <= _RETRY_DIGITS:
            self.retry = int(value)

    def _add(self, value: bytes) -> None:
        self._size += len(value) + _MARKS
        if self._size - _MARKS > self.max_event_bytes:
            self._too_large = True
        if not self._too_large:
            self._data.append(value)

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
        if self._held > self._room:
            self._too_large = True
        if not self._too_large:
            return events
        self._drop()
        self._odd = True
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
        self._in_data = False


def _is_single(chunk: bytes) -> bool:
    """Whether a chunk is exactly one event of one line of data."""
    return (
        chunk.find(b"\n") == len(chunk) - 2
        and chunk.endswith(b"\n\n")
        and chunk.startswith(b"data: ")
    )
