"""Read one stream event as news of a job; nothing here moves or waits."""

from __future__ import annotations

import json
import re
from collections import deque
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal, TypeAlias

from ._conditions import holds
from ._expressions import Scope, as_text, find, resolve
from ._lifecycle import Events, Lifecycle
from ._reading import Reading, named, read
from ._sse import Event
from ._values import Json

Kind: TypeAlias = Literal["news", "heartbeat", "noise", "sentinel", "unreadable"]

_IDS_REMEMBERED: Final = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What one event is."""

    kind: Kind
    payload: Any = None
    reading: Reading = field(default_factory=Reading)
    text: str | None = None
    """Text for the reader: an increment when `partial`, else the whole."""
    partial: bool = False
    error: str | None = None
    """Words of an error frame."""


def frame(lifecycle: Lifecycle, events: Events, event: Event, scope: Scope) -> Frame:
    """Return what an event says; `scope` is what expressions see beside its body."""
    by_name = named(events.names, event.type)
    text = event.text.strip()
    if not text and by_name is None:
        return Frame(kind="heartbeat")
    if text in events.sentinels:
        return Frame(kind="sentinel", payload=text)
    try:
        payload = json.loads(text) if text else None
    except (ValueError, RecursionError):
        return _unparsed(events, event, text)
    seen = replace(scope, body=payload, status=200)
    if holds(events.heartbeat, seen):
        return Frame(kind="heartbeat", payload=payload)
    reading = read(lifecycle, seen, events.status or None)
    if by_name is not None and reading.state in (None, "unknown"):
        reading = replace(reading, state=by_name, status=reading.status or event.type)
    words = _words(find(events.text, seen))
    partial = holds(events.partial_when, seen)
    if words is not None and not partial and _is_noise(events, words):
        return Frame(kind="noise", payload=payload)
    return Frame(
        kind="news",
        payload=payload,
        reading=reading,
        text=words,
        partial=partial,
        error=_error(events, event, payload, seen),
    )


def _words(found: Json) -> str | None:
    """Return a text; a list of texts is the parts of one."""
    if isinstance(found, list):
        parts = [part for part in found if isinstance(part, str)]
        return "".join(parts) if parts else None
    return as_text(found)


def _unparsed(events: Events, event: Event, text: str) -> Frame:
    """Data that is no JSON: an error frame that was not escaped, noise, or unknown."""
    state = named(events.names, event.type)
    if _is_noise(events, text):
        return Frame(kind="noise", payload=text)
    failed = event.type == "error" and state is None
    for expression in events.error:
        name = re.escape(expression.rpartition("/")[2])
        failed = failed or re.match(rf'\{{\s*"{name}"\s*:', text) is not None
    if state is None and not failed:
        return Frame(kind="unreadable", payload=text)
    reading = Reading(state=state, status=event.type if state else None)
    error = text[:2000] if failed else None
    return Frame(kind="news", payload=text, reading=reading, error=error)


def _is_noise(events: Events, text: str) -> bool:
    return any(re.search(pattern, text[:4000], re.I) for pattern in events.ignore)


def _error(events: Events, event: Event, payload: Any, scope: Scope) -> str | None:
    """Return the words of an error frame; an event named `error` is one."""
    found = find(events.error, scope)
    if found is None and event.type == "error" and "error" not in events.names:
        found = payload
    if found is None or found is False or found == "":
        return None
    if isinstance(found, (dict, list)):
        said = resolve(found, "/message") or resolve(found, "/error")
        return as_text(said) or json.dumps(found)[:2000]
    return as_text(found) or "error"


class Replay:
    """Tells events that came before a reconnect: by id, else by type and bytes."""

    __slots__ = ("_events", "_ids", "_new_only")

    def __init__(self, window: int) -> None:
        self._ids: deque[str] = deque(maxlen=_IDS_REMEMBERED)
        self._events: deque[tuple[str, int]] = deque(maxlen=window)
        self._new_only = False

    def reconnected(self) -> None:
        """From now on, what is known already is a replay."""
        self._new_only = True

    def is_known(self, event: Event, own_id: str) -> bool:
        """Whether an event was seen before the reconnect; remembers it."""
        key = (event.type, hash(event.data))
        known = own_id in self._ids if own_id else key in self._events
        if own_id and not known:
            self._ids.append(own_id)
        self._events.append(key)
        return known and self._new_only
