"""Media types: what a body or an answer is, read from its essence."""

from __future__ import annotations

from typing import Literal, TypeAlias

from specloom.runtime._values import LINES, is_json, is_text
from specloom.runtime._values import essence as essence

Form: TypeAlias = Literal[
    "json", "events", "lines", "urlencoded", "multipart", "text", "bytes"
]
"""How a body of this media type is written or read."""

ANY_BYTES = "application/octet-stream"
"""What says nothing of bytes: the name of a file says more."""
TEXT_OR_FILE = "text or file"
"""The format of what is given for a text as a whole: the text, bytes or a file."""


def is_vendor(media_type: str) -> bool:
    """Tell JSON with a name of its own (`application/vnd.api+json`) from plain JSON."""
    return essence(media_type).endswith("+json")


def form(media_type: str) -> Form:
    """Return how bodies of this media type are written and read."""
    kind = essence(media_type)
    if kind == "text/event-stream":
        return "events"
    if kind in LINES:
        return "lines"
    if is_json(kind) or not kind:
        return "json"
    if kind == "application/x-www-form-urlencoded":
        return "urlencoded"
    if kind.startswith("multipart/"):
        return "multipart"
    return "text" if is_text(kind) else "bytes"


def is_binary(media_type: str | None) -> bool:
    """Tell whether content of this type is bytes, not a text or a value."""
    return media_type is not None and form(media_type) == "bytes"
