"""Ask for the state until it is terminal: pace, hints, grace, refusals, deadline."""

from __future__ import annotations

from typing import Final

from ._calls import LAST, bound
from ._errors import BadResponseError, JobTimeout
from ._expressions import Scope, find, find_text
from ._job_state import JobState, Steps, ask, checked, scope
from ._lifecycle import Wait
from ._news import learn, news
from ._origins import on_origin
from ._poll_answers import recovered, unanswered, understood
from ._reading import read
from ._retry import backoff, interval, paced, retry_after, seconds
from ._wire import Outcome, Request, Send, Sleep, Tell

_DENIED_PAUSE: Final = 2.0
_URL: Final = "_poll_url"
"""Name under which the status URL is captured."""


def can_poll(job: JobState) -> bool:
    """Whether there is something to ask, and an id or URL to ask with."""
    lifecycle = job.lifecycle
    if lifecycle.poll is None and not lifecycle.poll_url:
        return False
    return job.id is not None or not lifecycle.id


def poll(
    job: JobState,
    *,
    due: float | None = None,
    until: float | None = None,
) -> Steps[None]:
    """Poll in the declared pace to an ending: first when `due`, at most to `until`.

    At the deadline there is one last poll, then `JobTimeout`; the job is left alone.
    """
    pace = paced(job.lifecycle.wait, job.setup.poll)
    due = _first(job, pace) if due is None else due
    while job.ending is None:
        if until is not None and until < min(due, job.deadline):
            yield from ask(Sleep(until))
            return
        if due > job.now:
            checked((yield Sleep(min(due, job.deadline))))
        late = job.now >= job.deadline
        started = job.now
        asked = yield from poll_once(job)
        if job.ending is None:
            if late or _spent(job, pace):
                raise timeout(job)
            due = started + _pause(job, pace, asked)


def _first(job: JobState, pace: Wait) -> float:
    """Return when to ask first: spread a little, and in pace with an earlier poll."""
    if job.polled is not None:
        return job.polled + _pause(job, pace, None)
    return job.now + pace.first + job.setup.random() * pace.jitter * pace.interval


def _spent(job: JobState, pace: Wait) -> bool:
    return pace.attempts is not None and job.polls >= pace.attempts


def timeout(job: JobState) -> JobTimeout:
    """Return the error for a deadline that passed."""
    text = f"the job did not end in time; its last state is {job.status or job.state}"
    if job.fault is not None:
        text += f", and the last poll failed: {job.fault}"
    error = JobTimeout(text, guidance="it may still end: resume it with its token")
    error.__cause__ = job.fault
    return error


def _pause(job: JobState, pace: Wait, asked: float | None) -> float:
    """Return the seconds from the start of one poll to the start of the next."""
    setup = job.setup
    if job.denied:
        return 0.0 if job.credential == "provider" else _DENIED_PAUSE
    if job.failures:
        found = max(backoff(setup.retry, job.failures, setup.random), asked or 0.0)
    elif asked is not None:
        found = max(asked, setup.poll.shortest)
    else:
        found = interval(pace, job.polls, setup.random)
    if setup.budget.empty:
        found = max(found, setup.retry.ceiling)
    return found


def poll_once(job: JobState) -> Steps[float | None]:
    """Ask once and take the news; return the server's hint for the next time.

    Raises when the answer ends the wait: the credential or the job is refused, the
    answers cannot be read, or the state operation says no.
    """
    outcome = yield from _sent(job)
    found, refusal = understood(job, outcome)
    if refusal is not None or found is None:
        return (yield from unanswered(job, outcome, found, refusal))
    recovered(job)
    yield from learn(job, found, None)
    reading = read(job.lifecycle, found)
    facts = {
        "attempt": job.polls,
        "http_status": found.status,
        "status": reading.status,
        "state": reading.state or job.state,
        "terminal": reading.terminal,
    }
    yield from ask(Tell("poll", facts))
    yield from news(job, reading, found.body, "poll")
    job.retry_after = _hint(job, found)
    return job.retry_after


def _sent(job: JobState) -> Steps[Outcome]:
    job.polls += 1
    job.polled = job.now
    request = _request(job)
    job.credential = job.setup.credential(request)
    left = max(min(job.setup.poll.request_timeout, job.deadline - job.now), LAST)
    return (yield from ask(Send(request, job.now + left, "poll")))


def state_answer(job: JobState) -> Steps[Scope | None]:
    """Ask once, without judging: a good answer, or None."""
    found, refusal = understood(job, (yield from _sent(job)))
    return found if refusal is None else None


def _hint(job: JobState, found: Scope) -> float | None:
    declared = seconds(find(job.lifecycle.wait.hints, found))
    said = retry_after(found.headers, job.setup.wall())
    return declared if said is None else said


def _request(job: JobState) -> Request:
    """Return the poll's request: a declared operation, or a URL of the same origin."""
    lifecycle = job.lifecycle
    if lifecycle.poll_url:
        text = job.captured.get(_URL) or find_text(lifecycle.poll_url, scope(job))
        target = on_origin(job.url, text) if text else None
        if target is not None:
            job.captured = {**job.captured, _URL: target}
            return _by_url(job, target)
        if lifecycle.poll is None:
            raise BadResponseError("the server named no status URL on its own origin")
    assert lifecycle.poll is not None
    return bound(job, lifecycle.poll)


def _by_url(job: JobState, target: str) -> Request:
    operation = job.operation
    security = operation.security
    return Request(
        method="GET",
        url=target,
        headers=(("Accept", "application/json"),),
        security=job.setup.service.security if security is None else security,
        operation=operation.key,
    )
