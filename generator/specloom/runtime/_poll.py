"""Ask for the state until it is terminal: pace, hints, grace, refusals, deadline."""

from __future__ import annotations

from typing import Any, Final, Literal, TypeAlias
from urllib.parse import urljoin

from ._calls import bound
from ._classify import Refusal, classify, refused, scope_of, to_error
from ._conditions import holds
from ._errors import (
    BadResponseError,
    ClientError,
    JobNotFound,
    JobTimeout,
)
from ._expressions import Scope, find, find_text
from ._failures import network_error
from ._job_state import JobState, Steps, ask, scope
from ._lifecycle import Wait
from ._news import learn, news
from ._reading import read
from ._request import origin_of
from ._retry import backoff, interval, paced, retry_after, seconds
from ._uncertain import uncertain
from ._verdicts import Uncertain, network_error
from ._wire import Failed, Outcome, Reply, Request, Send, Sleep, Tell

_LAST: Final = 5.0
"""Seconds the last poll at the deadline may take at least."""
_DENIED_PAUSE: Final = 2.0
_FEWEST: Final = 3
"""Polls before a job may be called lost."""

Answer: TypeAlias = Literal["good", "bad"]


def can_poll(job: JobState) -> bool:
    """Whether there is something to ask, and an id or URL to ask with."""
    lifecycle = job.lifecycle
    if lifecycle.poll is None and not lifecycle.poll_url:
        return False
    return job.id is not None or not lifecycle.id


def poll(job: JobState, until: float | None = None) -> Steps[None]:
    """Poll in the declared pace to an ending; with `until`, at most to that time.

    At the deadline there is one last poll, then `JobTimeout`; the job is left alone.
    """
    pace = paced(job.lifecycle.wait, job.setup.poll)
    due = job.now if job.polls else job.now + _first(job, pace)
    while job.ending is None:
        if until is not None and until < min(due, job.deadline):
            yield from ask(Sleep(until))
            return
        if due > job.now:
            yield from ask(Sleep(min(due, job.deadline)))
        late = job.now >= job.deadline
        started = job.now
        hint = yield from poll_once(job)
        if job.ending is None:
            if late or _spent(job, pace):
                raise timeout(job)
            due = started + _pause(job, pace, hint)


def _first(job: JobState, pace: Wait) -> float:
    """Spread the first polls of many jobs a little."""
    return pace.first + job.setup.random() * pace.jitter * pace.interval


def _spent(job: JobState, pace: Wait) -> bool:
    return pace.attempts is not None and job.polls >= pace.attempts


def timeout(job: JobState) -> JobTimeout:
    """Return the error for a deadline that passed."""
    last = job.status or job.state
    return JobTimeout(
        f"the job did not end in time; its last state is {last}",
        guidance="it may still end: resume it with its token or id",
    )


def _pause(job: JobState, pace: Wait, hint: float | None) -> float:
    """Return the seconds from the start of one poll to the start of the next."""
    setup = job.setup
    if job.denied:
        return 0.0 if job.credential == "provider" else _DENIED_PAUSE
    if job.failures:
        found = max(backoff(setup.retry, job.failures, setup.random), hint or 0.0)
    elif hint is not None:
        found = max(hint, setup.poll.shortest)
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
    found, refusal = _understood(job, outcome)
    if refusal is not None or found is None:
        return (yield from _unanswered(job, outcome, found, refusal))
    _recovered(job)
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
    return _hint(job, found)


def _sent(job: JobState) -> Steps[Outcome]:
    job.polls += 1
    request = _request(job)
    job.credential = job.setup.credential(request)
    left = max(min(job.setup.poll.request_timeout, job.deadline - job.now), _LAST)
    return (yield from ask(Send(request, job.now + left, "poll")))


def state_answer(job: JobState) -> Steps[Scope | None]:
    """Ask once, without judging: a good answer, or None."""
    found, refusal = _understood(job, (yield from _sent(job)))
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
        target = urljoin(job.url, text or "")
        if text and origin_of(target) == origin_of(job.url):
            job.captured[_URL] = target
            return _by_url(job, target)
        if lifecycle.poll is None:
            raise BadResponseError("the server named no status URL on its own origin")
    assert lifecycle.poll is not None
    return bound(job, lifecycle.poll)


_URL: Final = "_poll_url"


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


def _understood(
    job: JobState,
    outcome: Outcome,
) -> tuple[Scope | None, Refusal | None]:
    """Return the answer's scope, and the refusal when it is one."""
    if not isinstance(outcome, Reply):
        return None, None
    plain = scope_of(outcome.status, outcome.headers, outcome.body)
    found = scope(job, outcome, plain.body)
    lifecycle = job.lifecycle
    if str(outcome.status) in lifecycle.status_http or holds(
        lifecycle.error.when, found
    ):
        return found, None
    key = lifecycle.poll.operation if lifecycle.poll else job.operation.key
    operation = job.setup.find(key)
    envelope = job.setup.envelope(operation)
    if outcome.status >= 300 or refused(found, envelope):
        rules = job.setup.rules(operation)
        return found, classify(
            found,
            rules=rules,
            envelope=envelope,
            credential=job.credential,
        )
    return (found if _readable(outcome, found.body) else None), None


def _readable(outcome: Reply, body: Any) -> bool:
    """JSON with members, or `nothing yet`; HTML and text are no state."""
    if body is None:
        return outcome.status in (202, 204)
    return isinstance(body, (dict, list))


def _recovered(job: JobState) -> None:
    """A good answer came: nothing counts against the job any more."""
    job.failures = job.missing = job.denied = job.unreadable = 0
    job.failing_since = None
    job.uncertain = False
    job.setup.budget.earn()


def _unanswered(
    job: JobState,
    outcome: Outcome,
    found: Scope | None,
    refusal: Refusal | None,
) -> Steps[float | None]:
    """Count an answer that brought no state; raise when it ends the wait."""
    error = _error(job, outcome, found, refusal)
    fatal = _fatal(job, outcome, refusal, error)
    facts = {
        "attempt": job.polls,
        "http_status": outcome.status if isinstance(outcome, Reply) else None,
        "transient": fatal is None,
        "message": error.message,
    }
    yield from ask(Tell("poll_error", facts))
    if fatal is not None:
        raise fatal
    if not job.denied and not (refusal and refusal.category == "not_found"):
        yield from _degraded(job, error)
    return refusal.retry_after if refusal else None


def _error(
    job: JobState,
    outcome: Outcome,
    found: Scope | None,
    refusal: Refusal | None,
) -> ClientError:
    """Return the error that this answer means by itself."""
    if refusal is not None:
        return to_error(refusal, job.setup.redactor)
    if isinstance(outcome, Reply):
        return BadResponseError(
            "the answer is no JSON document",
            status=outcome.status,
            excerpt=job.setup.redactor.excerpt(outcome.body) or None,
        )
    failed = outcome if isinstance(outcome, Failed) else Failed("protocol", sent=True)
    return network_error(job.setup, failed)


def _fatal(
    job: JobState,
    outcome: Outcome,
    refusal: Refusal | None,
    error: ClientError,
) -> ClientError | None:
    """Return the error that ends the wait, if this answer does."""
    if refusal is None:
        return _fatal_failure(job, outcome, error)
    job.unreadable = 0
    if refusal.status < 400 and refusal.status >= 300:
        return error
    match refusal.category:
        case "authentication" | "permission_denied":
            job.denied += 1
            return error if job.denied > 1 else None
        case "not_found":
            return _lost(job)
        case "insufficient_credits" | "rate_limited" | "upstream":
            return None
        case _:
            return None if refusal.status == 408 or refusal.status >= 500 else error


def _fatal_failure(
    job: JobState,
    outcome: Outcome,
    error: ClientError,
) -> ClientError | None:
    if isinstance(outcome, Failed) and outcome.phase != "protocol":
        final = not outcome.retryable or outcome.phase in ("too_large", "redirect")
        return error if final else None
    job.unreadable += 1
    if job.unreadable < job.setup.poll.bad_answers:
        return None
    if isinstance(error, BadResponseError):
        return error
    return BadResponseError(
        f"{job.unreadable} answers in a row could not be read: {error.message}",
    )


def _lost(job: JobState) -> ClientError | None:
    """Judge an answer that does not know the job: for a while it may be `not yet`."""
    job.missing += 1
    young = job.elapsed < job.lifecycle.wait.grace or job.polls < _FEWEST
    if young or job.missing < 2:
        return None
    if job.uncertain:
        return uncertain(job, Uncertain("the server does not know the job", 404))
    return JobNotFound("the server does not know the job (any more)")


def _degraded(job: JobState, error: ClientError) -> Steps[None]:
    """Count a failed poll; say once that the wait goes on without good answers."""
    job.failures += 1
    job.setup.budget.drain(throttled=True)
    if job.failing_since is None:
        job.failing_since = job.now
        return
    since = job.now - job.failing_since
    if since >= job.setup.poll.degraded_after and job.failing_since >= 0:
        facts = {"job_id": job.id, "seconds": since, "reason": error.message}
        job.failing_since = float("-inf")
        yield from ask(Tell("degraded", facts))
