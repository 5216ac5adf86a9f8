"""Turn readings into the job's state and into updates, each told once, in order."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import Any, Final

from ._expressions import Scope, find
from ._job_state import JobState, Steps, ask, snapshot
from ._reading import RANK, Reading, captures, job_id
from ._updates import JobUpdate, Source
from ._wire import Emit, Note, Tell

_MAX_WARNINGS: Final = 50
_NONE: Final[dict[str, str]] = {}
_told: Final = attrgetter(
    "state",
    "status",
    "progress",
    "message",
    "partial",
    "stale",
    "queue_position",
    "logs",
)
"""What an update says, whatever brought it and when."""


def learn(
    job: JobState,
    scope: Scope,
    path: str | None,
    update: JobUpdate | None = None,
) -> Steps[None]:
    """Take id and captured values from an answer; a new id is announced first.

    `update` is the news that comes with it, as `foresee` gives it.
    """
    job.answer = scope if job.looks.headers else replace(scope, headers=_NONE)
    found = captures(job.lifecycle, scope)
    if found:
        job.captured = {**job.captured, **found}
    if job.id is None:
        own_id = job_id(job.lifecycle, scope, path)
        if own_id is not None:
            return (yield from announce(job, own_id, update))
        job.foretold = None


def announce(
    job: JobState,
    job_id: str,
    update: JobUpdate | None = None,
) -> Steps[None]:
    """The id is known: nothing may come before its announcement."""
    job.id = job_id
    if job.state == "unknown" and job.status is None:
        job.state = "queued"
    if update is not None:
        job.told = replace(update, raw=None)
    yield from ask(Note(job_id, update))


def foresee(
    job: JobState,
    reading: Reading,
    raw: Any,
    source: Source,
    partial: Any = None,
) -> JobUpdate | None:
    """Take over what a reading says before its id is announced; return the news."""
    if _is_stale(job, reading):
        return None
    absorb(job, reading, raw, source)
    if reading.terminal:
        return None
    if job.state == "unknown" and job.status is None:
        job.state = "queued"
    job.foretold = reading
    return _update(job, reading, source, partial)


def news(
    job: JobState,
    reading: Reading,
    raw: Any,
    source: Source,
    partial: Any = None,
) -> Steps[None]:
    """Take over what a reading says and tell it, unless it was told before.

    A terminal reading is kept as the job's ending and told when its result is there.
    """
    if job.ending is not None:
        return
    if job.foretold is reading:
        job.foretold = None
        return (yield from _warn(job, reading))
    if _is_stale(job, reading):
        changes = {"state": reading.state, "status": reading.status}
        yield from ask(Emit(snapshot(job, source, stale=True, raw=raw, **changes)))
        return
    absorb(job, reading, raw, source)
    if reading.terminal:
        job.ending = reading
        return
    yield from _warn(job, reading)
    yield from tell(job, _update(job, reading, source, partial))


def _update(
    job: JobState,
    reading: Reading,
    source: Source,
    partial: Any,
) -> JobUpdate:
    return snapshot(
        job,
        source,
        partial=reading.partial if partial is None else partial,
        queue_position=reading.queue_position,
        logs=reading.logs,
    )


def tell(job: JobState, update: JobUpdate) -> Steps[None]:
    """Emit an update; news that another carrier already brought is not repeated."""
    told = job.told
    if told is not None and _same(told, update):
        streamed = told.source == "stream" == update.source
        if not streamed:
            return
    job.told = replace(update, raw=None)
    yield from ask(Emit(update))


def _same(one: JobUpdate, other: JobUpdate) -> bool:
    return bool(_told(one) == _told(other))


def absorb(job: JobState, reading: Reading, raw: Any, source: Source) -> None:
    """Make a reading the job's present state; progress never goes back."""
    if reading.state is not None:
        job.state = reading.state
        job.status = reading.status
        job.rank = max(job.rank, RANK.get(reading.state, -1))
    if reading.progress is not None:
        job.progress = max(job.progress or 0.0, reading.progress)
    if reading.message is not None:
        job.message = reading.message
    job.raw, job.source = raw, source
    if job.answer is not None and job.lifecycle.usage:
        usage = find(job.lifecycle.usage, job.answer)
        job.usage = job.usage if usage is None else usage


def _is_stale(job: JobState, reading: Reading) -> bool:
    return reading.state is not None and RANK.get(reading.state, 9) < job.rank


def _warn(job: JobState, reading: Reading) -> Steps[None]:
    """Warn once for every word that the document does not know."""
    word = reading.status
    if reading.state != "unknown" or word is None or word in job.words:
        return
    job.words = (*job.words[-_MAX_WARNINGS:], word)
    note(job, f"unknown status {word[:80]!r}; the job is followed on")
    yield from ask(Tell("unknown_status", {"status": word}))


def note(job: JobState, warning: str) -> None:
    """Keep a warning for the outcome."""
    if len(job.warnings) < _MAX_WARNINGS and warning not in job.warnings:
        job.warnings = (*job.warnings, warning)
