"""Where every key and item of a JSON or YAML text starts, one pass, no tree."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from specloom import location


@dataclass(slots=True)
class _Frame:
    """An open mapping or sequence while offsets are read."""

    pointer: str
    index: int | None
    key: str | None = None

    def member(self) -> str:
        """Return the pointer of the value that starts now."""
        if self.index is None:
            return location.join(self.pointer, self.key or "")
        self.index += 1
        return location.join(self.pointer, self.index - 1)


_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+', re.DOTALL)


def of_json(text: str) -> Iterator[tuple[str, int]]:
    """Read a JSON text by counting brackets: enough for one that parses."""
    frames: list[_Frame] = []
    for found in _TOKEN.finditer(text):
        token, frame = found.group(), frames[-1] if frames else None
        match token[0]:
            case "}" | "]":
                if frames:
                    frames.pop()
                continue
            case "," if frame:
                frame.key = None
                continue
            case ":" | ",":
                continue
        if frame and frame.index is None and frame.key is None:
            frame.key = _text(token)
            yield frame.member(), found.start()
            continue
        pointer = frame.member() if frame else ""
        if frame and frame.index is not None:
            yield pointer, found.start()
        if token in ("{", "["):
            frames.append(_Frame(pointer, None if token == "{" else 0))


def _text(token: str) -> str:
    try:
        return str(json.loads(token, strict=False))
    except ValueError:
        return token


def of_yaml(text: str) -> Iterator[tuple[str, int]]:
    """Read a YAML text; what an alias repeats has no place of its own."""
    frames: list[_Frame] = []
    try:
        for event in yaml_events(printable(join_surrogates(text))):
            yield from _yaml_step(event, frames)
    except yaml.YAMLError:
        return


def _yaml_step(event: Any, frames: list[_Frame]) -> Iterator[tuple[str, int]]:
    if isinstance(event, yaml.CollectionEndEvent):
        frames.pop()
        if frames:
            frames[-1].key = None
    if not isinstance(event, yaml.NodeEvent):
        return
    frame = frames[-1] if frames else None
    offset = event.start_mark.index if event.start_mark else 0
    plain = isinstance(event, yaml.ScalarEvent)
    if frame and frame.index is None and frame.key is None and plain:
        frame.key = str(getattr(event, "value", ""))
        yield frame.member(), offset
        return
    pointer = frame.member() if frame else ""
    if frame and frame.index is not None:
        yield pointer, offset
    if isinstance(event, yaml.CollectionStartEvent):
        index = 0 if isinstance(event, yaml.SequenceStartEvent) else None
        frames.append(_Frame(pointer, index))
    elif frame:
        frame.key = None


def yaml_events(text: str) -> Iterator[Any]:
    """Parse YAML into events, with libyaml where it is built in."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    events: Iterator[Any] = yaml.parse(text, Loader=loader)
    return events


_SURROGATES = re.compile(
    r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"
)
_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)


def printable(text: str) -> str:
    """Replace characters that YAML forbids (section 5.1) by U+FFFD."""
    return _UNPRINTABLE.sub("\ufffd", text)


def join_surrogates(text: str) -> str:
    """Write escaped surrogate pairs, which only JSON knows, as one escape each."""
    return _SURROGATES.sub(_joined, text) if "\\u" in text else text


def _joined(found: re.Match[str]) -> str:
    high, low = (int(part, 16) for part in found.groups())
    return f"\\U{0x10000 + ((high - 0xD800) << 10) + low - 0xDC00:08X}"
