"""Settle a stream that ended early by comparing a state before and after."""

from __future__ import annotations

from ._calls import LAST, bound, understood
from ._changes import Change, changes
from ._expressions import Scope, find
from ._job_state import JobState, Steps, ask
from ._lifecycle import Fallback
from ._news import absorb
from ._poll import timeout
from ._reading import Reading
from ._uncertain import uncertain
from ._verdicts import Uncertain
from ._wire import Send, Sleep, Tell


def settle(
    job: JobState,
    fallback: Fallback,
    reason: str | None,
) -> Steps[None]:
    """Ask for the state until it differs from what was kept before the create.

    A clean close is looked at once, a break after `first` seconds and then ever more
    slowly; `attempts` unchanged answers are a failure, unless a clean close is
    declared to mean success. A stream that ran out of time is looked at once.
    """
    clean = reason in ("eof", "sentinel")
    overdue = reason in ("late", "idle")
    pause = 0.0 if clean or overdue or reason in ("error", None) else fallback.first
    looked = 0
    for attempt in range(1, fallback.attempts + 1):
        if pause > 0:
            yield from ask(Sleep(min(job.now + pause, job.deadline)))
        late = job.now >= job.deadline
        found = yield from _look(job, fallback, attempt)
        looked += found is not None
        job.changes = _changes(job, fallback, found)
        if found is not None and job.changes:
            return _end(job, Reading(state="succeeded", message=job.message), found)
        if found is not None and clean and fallback.clean_close is not None:
            return _end(job, Reading(state=fallback.clean_close), found)
        if found is not None and reason == "error":
            return _end(job, Reading(state="failed"), found)
        if late or (found is not None and overdue):
            raise timeout(job)
        pause = _next(fallback, attempt)
    if not looked:
        raise uncertain(
            job, Uncertain("the stream ended and the state is not readable")
        )
    job.error_message = job.error_message or "the stream ended and nothing changed"
    _end(job, Reading(state="failed"), job.answer)


def _next(fallback: Fallback, attempt: int) -> float:
    steps = min(attempt, 30)
    return min(fallback.first * fallback.factor**steps, fallback.ceiling)


def _look(job: JobState, fallback: Fallback, attempt: int) -> Steps[Scope | None]:
    """Ask once for the state; None when it could not be read."""
    request = bound(job, fallback.call)
    left = max(min(job.setup.poll.request_timeout, job.deadline - job.now), LAST)
    outcome = yield from ask(Send(request, job.now + left, "poll"))
    found, error = understood(job, fallback.call, outcome)
    facts = {"attempt": attempt, "http_status": getattr(outcome, "status", None)}
    if found is None:
        said = {**facts, "transient": True, "message": error.message}
        yield from ask(Tell("poll_error", said))
        return None
    job.answer = found
    told = {**facts, "status": None, "state": job.state, "terminal": False}
    yield from ask(Tell("poll", told))
    return found


def _changes(
    job: JobState,
    fallback: Fallback,
    found: Scope | None,
) -> tuple[Change, ...]:
    """Return what differs from the values that were kept before the create."""
    if found is None:
        return ()
    return tuple(
        change
        for name, place in fallback.compare.items()
        for change in changes(job.kept.get(name), find(place, found), f"/{name}")
    )


def _end(job: JobState, reading: Reading, found: Scope | None) -> None:
    absorb(job, reading, found.body if found else None, "poll")
    job.ending = reading
