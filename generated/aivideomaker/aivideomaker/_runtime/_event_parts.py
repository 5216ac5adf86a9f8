"""What is typed of an event, as JSON texts: the likelier one first."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ._decode import json_of
from ._values import is_mapping

if TYPE_CHECKING:
    from ._sse import Event

_FIELDS = frozenset({"data", "event", "id", "retry"})


def inner(data: bytes) -> bytes:
    """Return the data inside an object that looks like an event itself, else all."""
    found = _event_in(data)
    if found is None or "data" not in found:
        return data
    return json.dumps(found["data"], ensure_ascii=False).encode()


def whole(event: Event) -> Iterator[bytes]:
    """Yield an event as objects with `event`, `data` and `id`: JSON, then text."""
    kind, data, last_id = event
    if kind == "message" and _event_in(data) is not None:
        yield data
    head = {"event": kind, **({"id": last_id} if last_id else {})}
    lead = json.dumps(head, ensure_ascii=False).encode()[:-1] + b',"data":'
    yield lead + data + b"}"
    yield lead + json.dumps(event.text, ensure_ascii=False).encode() + b"}"


def _event_in(data: bytes) -> dict[str, object] | None:
    if b'"data"' not in data and b'"event"' not in data:
        return None
    try:
        found = json_of(data)
    except ValueError:
        return None
    return dict(found) if is_mapping(found) and found.keys() <= _FIELDS else None
