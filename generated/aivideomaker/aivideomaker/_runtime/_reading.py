"""Read an answer or an event as news of a job: pure functions over a lifecycle."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from pydantic_core import from_json

from ._conditions import holds
from ._expressions import Scope, as_text, find, find_all, find_text
from ._lifecycle import TERMINAL, Lifecycle, Location, State

RANK: Final[Mapping[State, int]] = {
    "queued": 0,
    "running": 1,
    "succeeded": 2,
    "failed": 2,
    "cancelled": 2,
    "expired": 2,
}
"""How far a state is; a job never goes back. `unknown` says nothing."""

_BEGINNING: Final = 100_000
_NUMBER_AT_END: Final = re.compile(r"[0-9.eE+-]+\Z")
"""It may have had more digits."""
_HEADERS_WITH_IDS: Final = ("location", "operation-location", "content-location")
_TRANSPORT_WORDS: Final = re.compile(
    r"internal|time.?out|timed out|unavailable|overload|connection|gateway|"
    r"try again|temporar",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one answer or event says."""

    state: State | None = None
    """None: it says nothing about the state."""
    status: str | None = None
    progress: float | None = None
    queue_position: int | None = None
    message: str | None = None
    logs: Any = None
    partial: Any = None

    @property
    def terminal(self) -> bool:
        """Whether the job has ended."""
        return self.state in TERMINAL


def read(lifecycle: Lifecycle, scope: Scope, status: Location | None = None) -> Reading:
    """Return what an answer says about the job."""
    word = find_text(lifecycle.status if status is None else status, scope)
    state = state_of(lifecycle, scope, word)
    progress = lifecycle.progress
    return Reading(
        state=state,
        status=word,
        progress=percent(find(progress.percent, scope), progress.scale),
        queue_position=_integer(find(progress.queue_position, scope)),
        message=_message(find(progress.message, scope)),
        logs=find(progress.logs, scope),
        partial=find(progress.partial, scope),
    )


def state_of(lifecycle: Lifecycle, scope: Scope, word: str | None) -> State | None:
    """Return the state: conditions first, then the word, then the HTTP status."""
    if holds(lifecycle.failed_when, scope):
        return "failed"
    if holds(lifecycle.done_when, scope):
        return "succeeded"
    if holds(lifecycle.error.when, scope):
        return "failed"
    if word is not None:
        return named(lifecycle.states, word) or "unknown"
    return lifecycle.status_http.get(str(scope.status))


def named(states: Mapping[str, State], word: str) -> State | None:
    """Return the state of a provider's word, compared case-folded."""
    found = states.get(word)
    if found is not None:
        return found
    folded = word.casefold()
    return next((s for name, s in states.items() if name.casefold() == folded), None)


def percent(value: Any, scale: float) -> float | None:
    """Return a number as percent within 0 and 100."""
    if isinstance(value, str):
        try:
            value = float(value.strip().removesuffix("%")) if len(value) < 20 else None
        except ValueError:
            return None
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    if isinstance(value, int):
        value = max(-1000, min(value, 1_000_000))
    scaled = value * scale if scale == 1.0 or abs(value) <= 1.0 else value
    return None if scaled != scaled else max(0.0, min(float(scaled), 100.0))


def _integer(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _message(value: Any) -> str | None:
    return as_text(value) or None


def job_id(lifecycle: Lifecycle, scope: Scope, path: str | None = None) -> str | None:
    """Return the job's id from an answer; `path` is the poll's path template.

    Declared places first, then the headers that name a resource.
    """
    for expression in lifecycle.id:
        text = find_text((expression,), scope)
        if text and expression.startswith("$response.header"):
            text = id_in_url(text, path)
        if text:
            return text
    if not lifecycle.id and path is None:
        return None
    for name in _HEADERS_WITH_IDS:
        text = id_in_url(scope.headers.get(name, ""), path)
        if text:
            return text
    return None


def id_in_url(text: str, path: str | None) -> str | None:
    """Return the id in a URL that fits a path template, else its last segment."""
    if "/" not in text:
        return text or None
    target = _path_of(text)
    if path is not None and path.count("{") == 1:
        head, _, tail = path.partition("{")
        pattern = re.escape(head) + r"([^/]+)" + re.escape(tail.partition("}")[2]) + "$"
        match = re.search(pattern, target)
        if match:
            return unquote(match[1])
    return unquote(target.rstrip("/").rpartition("/")[2]) or None


def _path_of(url: str) -> str:
    try:
        return urlsplit(url).path if len(url) < 4000 else ""
    except ValueError:
        return ""


def begun(fragment: bytes) -> Any:
    """Return what is complete in the JSON of an answer or event that was cut off."""
    text = fragment[:_BEGINNING].decode("utf-8", "replace")
    text = text[max(text.find("{"), 0) :]
    try:
        return from_json(_NUMBER_AT_END.sub("", text), allow_partial=True)
    except ValueError:
        return None


def captures(lifecycle: Lifecycle, scope: Scope) -> dict[str, Any]:
    """Return the further values that polling needs, those that are present."""
    found = {name: find(place, scope) for name, place in lifecycle.capture.items()}
    return {name: value for name, value in found.items() if value is not None}


def result(lifecycle: Lifecycle, scope: Scope) -> Any:
    """Return the result inside the last answer; without a location all of it."""
    location = lifecycle.result.location
    return find(location, scope) if location else scope.body


def item_warnings(lifecycle: Lifecycle, scope: Scope) -> list[str]:
    """Return a line for every output that did not succeed."""
    words = find_all(lifecycle.result.item_state, scope)
    states = [(named(lifecycle.states, str(word)), word) for word in words]
    return [
        f"output {index} of {len(states)} is {word}"
        for index, (state, word) in enumerate(states, 1)
        if state in TERMINAL and state != "succeeded"
    ][:100]


def transport_like(text: str) -> bool:
    """Whether an error's words tell of the transport rather than of the job."""
    return bool(_TRANSPORT_WORDS.search(text[:2000]))
