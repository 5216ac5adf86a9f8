"""The decoder against an independent one that reads character by character."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st
from specloom.runtime._sse import EventDecoder


@dataclass
class Reference:
    """WHATWG HTML 9.2.6 as its prose says it: decode, split into lines, interpret."""

    events: list[tuple[str, str, str]] = field(default_factory=list)
    data: str = ""
    kind: str = ""
    id_buffer: str = ""
    last_id: str = ""
    retry: int | None = None

    def decode(self, stream: bytes) -> Reference:
        """Read a whole stream."""
        text = stream.decode("utf-8", "replace")
        if text.startswith("\ufeff"):
            text = text[1:]
        line = ""
        at = 0
        while at < len(text):
            char = text[at]
            at += 1
            if char == "\r":
                if at < len(text) and text[at] == "\n":
                    at += 1
                self._line(line)
                line = ""
            elif char == "\n":
                self._line(line)
                line = ""
            else:
                line += char
        return self

    def _line(self, line: str) -> None:
        if line == "":
            self._dispatch()
        elif line[0] == ":":
            return
        elif ":" in line:
            at = line.index(":")
            value = line[at + 1 :]
            self._field(line[:at], value[1:] if value[:1] == " " else value)
        else:
            self._field(line, "")

    def _field(self, name: str, value: str) -> None:
        if name == "event":
            self.kind = value
        elif name == "data":
            self.data += value + "\n"
        elif name == "id":
            if "\0" not in value:
                self.id_buffer = value
        elif name == "retry" and value and all(char in "0123456789" for char in value):
            self.retry = int(value)

    def _dispatch(self) -> None:
        self.last_id = self.id_buffer
        if self.data == "":
            self.kind = ""
            return
        self.events.append((self.kind or "message", self.data[:-1], self.last_id))
        self.data, self.kind = "", ""


_PIECES = st.sampled_from(
    [
        b"\n",
        b"\r",
        b"\r\n",
        b":",
        b" ",
        b"data",
        b"data:",
        b"data: ",
        b"event: status",
        b"event",
        b"id: 7",
        b"id:",
        b"id: a\0b",
        b"retry: 10",
        b"retry: 1x",
        b"retry: " + b"9" * 30,
        b"retry: " + b"0" * 30 + b"7",
        b"\xef\xbb\xbf",
        "é漢😀".encode(),
        b"\xff",
        b"\xf0\x9f\x98",
        b"\xe6\xbc",
        b'{"status": "DONE"}',
        b"\0",
        b"\x0b\x0c\x1c",
        b"x" * 4090,
    ],
)
_STREAMS = st.one_of(
    st.lists(_PIECES, max_size=60).map(b"".join),
    st.binary(max_size=200),
)


@settings(max_examples=600, deadline=None)
@given(stream=_STREAMS, cuts=st.lists(st.integers(0, 400), max_size=12))
def test_any_bytes_in_any_chunks_decode_as_the_rules_say(
    stream: bytes,
    cuts: list[int],
) -> None:
    expected = Reference().decode(stream)
    decoder = EventDecoder()
    bounds = [0, *sorted(min(cut, len(stream)) for cut in cuts), len(stream)]
    found = [
        (event.type, event.text, event.last_event_id)
        for start, end in itertools.pairwise(bounds)
        for event in decoder.feed(stream[start:end])
    ]
    decoder.close()
    assert found == expected.events
    assert decoder.last_event_id == expected.last_id
    assert decoder.retry == expected.retry


@settings(max_examples=200, deadline=None)
@given(stream=_STREAMS)
def test_one_byte_at_a_time_is_the_same_as_all_at_once(stream: bytes) -> None:
    whole, single = EventDecoder(), EventDecoder()
    expected = whole.feed(stream)
    found = [
        event for at in range(len(stream)) for event in single.feed(stream[at : at + 1])
    ]
    assert found == expected
    assert (single.last_event_id, single.retry) == (whole.last_event_id, whole.retry)


@settings(max_examples=200, deadline=None)
@given(stream=_STREAMS, limit=st.integers(1, 40))
def test_a_limit_never_lets_a_larger_event_out(stream: bytes, limit: int) -> None:
    decoder = EventDecoder(max_event_bytes=limit)
    try:
        for at in range(0, len(stream), 5):
            for event in decoder.feed(stream[at : at + 5]):
                assert len(event.data) <= limit
    except ValueError:
        return
