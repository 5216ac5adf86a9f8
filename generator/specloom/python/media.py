"""Media types: what a body or an answer is, read from its essence."""

from __future__ import annotations

from typing import Literal, TypeAlias

from specloom.runtime._values import LINES

Form: TypeAlias = Literal[
    "json", "events", "lines", "urlencoded", "multipart", "text", "bytes"
]
"""How a body of this media type is written or read."""

_TEXT = frozenset(
    {
        "application/xml",
        "application/javascript",
        "application/yaml",
        "application/x-yaml",
    }
)


def essence(media_type: str) -> str:
    """Return the media type without parameters, lower-cased (RFC 9110, 8.3.1)."""
    return media_type.partition(";")[0].strip().lower()


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
    if kind in (
        "application/json",
        "text/json",
        "*/*",
        "application/*",
        "",
    ) or kind.endswith("+json"):
        return "json"
    if kind == "application/x-www-form-urlencoded":
        return "urlencoded"
    if kind.startswith("multipart/"):
        return "multipart"
    if kind.startswith("text/") or kind in _TEXT or kind.endswith("+xml"):
        return "text"
    return "bytes"
