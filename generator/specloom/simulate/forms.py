"""Answers in the form that is asked for: JSON, events, lines, a text or a file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from specloom import ir
from specloom.runtime._values import LINES, essence, is_json

_EVENTS = "text/event-stream"
_TWICE = 2
"""Events and lines of a simulated stream."""

Sampled = Callable[[ir.Schema, int], Any]
"""Returns a value of a schema; the number tells one value from the next."""


@dataclass(frozen=True, slots=True)
class Formed:
    """A body that is no single JSON value."""

    media_type: str
    content: bytes


def formed(operation: ir.Operation, accept: str, sampled: Sampled) -> Formed | None:
    """Return the body of a success in the form that is asked for; None: JSON is."""
    contents = [
        content
        for response in operation.responses
        if response.status[0] in "2d"
        for content in response.contents
    ]
    wanted = _wanted(contents, accept)
    if wanted is None or _is_json(wanted.media_type):
        return None
    return Formed(wanted.media_type, _body(wanted, sampled))


def _wanted(contents: list[ir.Content], accept: str) -> ir.Content | None:
    """Return the first content that is asked for, else JSON, else any."""
    for kind in filter(None, map(essence, accept.split(","))):
        for content in contents:
            if essence(content.media_type) == kind:
                return content
    plain = (item for item in contents if _is_json(item.media_type))
    return next(plain, contents[0] if contents else None)


def _body(content: ir.Content, sampled: Sampled) -> bytes:
    kind = essence(content.media_type)
    item = content.item_schema or content.schema
    if kind == _EVENTS:
        whole = content.event_part == "whole"
        return b"".join(_events((sampled(item, n) for n in range(_TWICE)), whole))
    if kind in LINES:
        lead = b"\x1e" if kind.endswith("-seq") else b""
        values = (sampled(item, number) for number in range(_TWICE))
        return b"".join(lead + json.dumps(value).encode() + b"\n" for value in values)
    if kind.startswith("text/") or kind.endswith("xml"):
        return b"<simulated/>" if kind.endswith("xml") else b"simulated"
    return b"simulated\0"


def _events(values: Iterator[Any], whole: bool) -> Iterator[bytes]:
    for value in values:
        named = whole and isinstance(value, dict)
        name = f"event: {value['event']}\n" if named and "event" in value else ""
        data = value.get("data", "") if named else value
        text = data if isinstance(data, str) and whole else json.dumps(data)
        yield f"{name}data: {text or '-'}\n\n".encode()


def _is_json(media_type: str) -> bool:
    return is_json(media_type) or not essence(media_type)
