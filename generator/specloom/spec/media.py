"""Media types: which is preferred, and which carry events or lines."""

from __future__ import annotations

import re

from specloom.runtime import _values
from specloom.runtime._values import LINES
from specloom.runtime._values import essence as essence

_TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_TYPE = re.compile(rf"({_TOKEN}(/{_TOKEN})+|\*/\*|\*)(\s*;.*)?", re.DOTALL)
_SPELLED = {"json": "application/json", "xml": "application/xml", "text": "text/plain"}

EVENTS = "text/event-stream"


def normal(written: str) -> str | None:
    """Return a media type fit for a header; None when it is none."""
    text = _SPELLED.get(written.strip().lower(), written.strip())
    if not _TYPE.fullmatch(text) or not text.isprintable() or not text.isascii():
        return None
    return "*/*" if text == "*" else text


def is_proper(media_type: str) -> bool:
    """Say whether a name has two parts, as a media type has (RFC 9110, 8.3.1)."""
    return essence(media_type).count("/") == 1


def meant(written: str) -> str | None:
    """Return what is plainly meant by a name: JSON by none, the first of a list."""
    if not written.strip():
        return "application/json"
    return next(filter(None, map(normal, written.split(","))), None)


def is_json(media_type: str) -> bool:
    """Say whether a body of this very type is one JSON value."""
    return "*" not in essence(media_type) and _values.is_json(media_type)


def is_form(media_type: str) -> bool:
    """Say whether a body of this type is a set of named fields."""
    form = "application/x-www-form-urlencoded"
    return essence(media_type) in (form, "multipart/form-data")


def is_structured(media_type: str) -> bool:
    """Say whether a body of this type is written from a value: JSON, fields, lines."""
    found = essence(media_type)
    generic = found in ("*/*", "application/*") or found.startswith("multipart/")
    return generic or is_json(found) or is_form(found) or is_sequence(found)


def is_lines(media_type: str) -> bool:
    """Say whether a body of this type is a sequence of JSON values."""
    return essence(media_type) in LINES


def is_sequence(media_type: str) -> bool:
    """Say whether a body of this type comes item by item."""
    return essence(media_type) == EVENTS or is_lines(media_type)


def rank(media_type: str) -> tuple[int, str]:
    """Order media types: JSON first, then forms, then the rest by name."""
    found = essence(media_type)
    order = (
        found == "application/json",
        is_json(found),
        found == "multipart/form-data",
        found == "application/x-www-form-urlencoded",
        found == "application/octet-stream",
        found.startswith("text/") and not is_sequence(found),
        not found.endswith("xml"),
    )
    return (order.index(True) if True in order else len(order), media_type)
