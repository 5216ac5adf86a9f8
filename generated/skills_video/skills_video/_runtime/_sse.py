"""Decode Server-Sent Events: bytes in, events out (WHATWG HTML, section 9.2.6)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, Final, NamedTuple

_BOM: Final = b"\xef\xbb\xbf"
_DEFAULT_LIMIT: Final = 32 * 1024 * 1024
_NUL: Final = 0
_LF: Final = 10
_CR: Final = 13
_RETRY_DIGITS: Final = 4000
"""More cannot be read as a number."""
_MARKS: Final = 8
"""Bytes around the data of a line that count into its size: `data: ` and the end."""
_FEW: Final = 512
"""Bytes of an event up to which it may be one of many, and of lines that are few."""
_LONG: Final = 1024
"""Bytes of a line from which its end is searched rather than split at."""
_SHOWN: Final = 1000
"""Pieces of an incomplete event that `partial` looks at."""
_NAMES: Final = 64
_FIELDS: Final = frozenset({b"data", b"event", b"id", b"retry"})
_USUAL: Final = re.compile(
    rb"(?:event: (.*+)\n|id: ([^\n\0]*+)\n|:.*+\n)*+data: (.{0,4096}+)\n\n",
)
"""A small event, its one line of data last; `.` is any byte but LF."""
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
        self._in_data = False
        """The incomplete line is data, its name already taken off."""
        self._data: list[bytes] = []
        self._type = ""
        self._id = last_event_id
        self._begun = False
        """There is something of the next event."""
        self._held = 0
        """Bytes of it: its data and the incomplete line."""
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
        if _LF not in chunk:
            return self._go_on(chunk)
        match = None if self._begun else _USUAL.match(chunk)
        if match and match.end() == len(chunk) <= self.max_event_bytes:
            return [self._usual(match)]
        large = self._held + 2 * len(chunk) > self.max_event_bytes
        events = self._lines(chunk, chunk.rfind(b"\n") + 1, match)
        return self._judged(events) if large else events

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

    def _go_on(self, piece: bytes) -> list[Event]:
        """Take bytes without the end of a line."""
        if self._line:
            self._line.append(piece)
            self._held += len(piece)
        else:
            self._begin(piece)
        return [] if self._held <= self.max_event_bytes else self._judged([])

    def _begin(self, piece: bytes) -> None:
        """Keep the beginning of a line."""
        self._begun = True
        self._in_data = piece.startswith(b"data: ")
        self._line.append(piece[6:] if self._in_data else piece)
        self._held += len(piece)

    def _lines(
        self,
        chunk: bytes,
        end: int,
        match: re.Match[bytes] | None,
    ) -> list[Event]:
        """Take the complete lines of a chunk, and keep what is left."""
        events: list[Event] = []
        at = 0
        if self._begun:
            at = self._finish(chunk, end, events)
            match = None if self._begun else _USUAL.match(chunk, at)
        if match and match.end() - at <= _FEW:
            at = self._row(chunk, end, match, events)
        if at < end:
            self._parse(_split(chunk, at, end), events)
        if end < len(chunk):
            self._begin(chunk[end:])
        return events

    def _finish(self, chunk: bytes, end: int, events: list[Event]) -> int:
        """Take what belongs to the event that is begun; return where that ends."""
        at, lines = 0, list[bytes]()
        if self._line:
            at = chunk.find(b"\n") + 1
            line = b"".join([*self._line, chunk[: at - 1]])
            self._line.clear()
            target = self._data if self._in_data else lines
            target.append(line)
            self._in_data = False
        blank = chunk.find(b"\n\n", max(at - 1, 0), end)
        stop = blank + 2 if blank >= 0 and end > _FEW else end
        self._parse(lines + _split(chunk, at, stop), events)
        return stop

    def _row(
        self,
        chunk: bytes,
        end: int,
        first: re.Match[bytes],
        events: list[Event],
    ) -> int:
        """Take usual events as long as they come; return where the last one ends."""
        at = first.start()
        if chunk.startswith(b"data: ", at):
            stop = chunk.rfind(b"\n\n", at, end)
            pieces = chunk[at + 6 : stop].split(b"\n\ndata: ")
            if chunk.count(b"\n", at, stop) == 2 * (len(pieces) - 1):
                self.last_event_id = last_id = self._id
                events += [_new(Event, ("message", item, last_id)) for item in pieces]
                return stop + 2
        match: re.Match[bytes] | None = first
        while match:
            events.append(self._usual(match))
            at = match.end()
            match = _USUAL.match(chunk, at)
        return at

    def _usual(self, match: re.Match[bytes]) -> Event:
        name, new_id, data = match.groups()
        if new_id is not None:
            self._id = new_id.decode("utf-8", "replace")
        self.last_event_id = last_id = self._id
        kind = (self._names.get(name) or self._name(name)) if name else "message"
        return _new(Event, (kind, data, last_id))

    def _parse(self, lines: Iterable[bytes], events: list[Event]) -> None:
        """Interpret complete lines, whatever they are."""
        data, kind, last_id = self._data, self._type, self._id
        for line in lines:
            if not line:
                self.last_event_id = last_id
                if data:
                    whole = data[0] if len(data) == 1 else b"\n".join(data)
                    events.append(_new(Event, (kind or "message", whole, last_id)))
                    data.clear()
                kind = ""
                continue
            name, _, value = line.partition(b": ")
            if name not in _FIELDS:
                name, _, value = line.partition(b":")
            if name == b"data":
                data.append(value)
            elif name == b"event":
                kind = self._names.get(value) or self._name(value)
            elif name == b"id":
                if _NUL not in value:
                    last_id = value.decode("utf-8", "replace")
            elif name == b"retry" and value.isdigit() and len(value) <= _RETRY_DIGITS:
                self.retry = int(value)
        self._type, self._id = kind, last_id
        self._begun = bool(data or kind)
        self._held = sum(map(len, data)) + _MARKS * len(data) if data else 0

    def _name(self, name: bytes) -> str:
        """Decode an event name; there are few in a stream."""
        found = name.decode("utf-8", "replace")
        if len(self._names) < _NAMES:
            self._names[name] = found
        return found

    def _judged(self, events: list[Event]) -> list[Event]:
        """Hand out what came before an oversize; without such, raise."""
        limit = self.max_event_bytes
        sizes = [len(data) + (_MARKS - 1) * data.count(b"\n") for _, data, _ in events]
        fine = next((at for at, size in enumerate(sizes) if size > limit), len(events))
        if fine == len(events) and self._held <= limit + _MARKS:
            return events
        self._drop()
        self._too_large = self._odd = True
        if fine:
            return events[:fine]
        raise self._refusal()

    def _refusal(self) -> EventTooLarge:
        return EventTooLarge(f"an event has more than {self.max_event_bytes} bytes")

    def _drop(self) -> None:
        self._line.clear()
        self._data.clear()
        self._held = 0
        self._type = ""
        self._begun = self._in_data = False


def _split(chunk: bytes, at: int, end: int) -> list[bytes]:
    """Return the lines between two places, without the LF that ends each."""
    if chunk.find(b"\n", at + _FEW, end) < at + _LONG:
        return chunk[at:end].split(b"\n")[:-1]
    lines: list[bytes] = []
    while at < end:
        stop = chunk.index(b"\n", at)
        lines.append(chunk[at:stop])
        at = stop + 1
    return lines
