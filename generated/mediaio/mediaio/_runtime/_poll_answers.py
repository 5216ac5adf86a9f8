"""Judge the answers to polls: a state, a refusal that passes, or one that ends all."""

from __future__ import annotations

from typing import Any, Final

from ._classify import Refusal, classify, refused, scope_of, to_error
from ._conditions import holds
from ._errors import BadResponseError, ClientError, JobNotFound
from ._expressions import Scope
from ._failures import network_error
from ._job_state import JobState, Steps, ask, scope
from ._uncertain import uncertain
from ._verdicts import Uncertain, speaks_of_job
from ._wire import Failed, Outcome, Reply, Tell

_FEWEST: Final = 3
"""Polls before a job may be called lost."""


def understood(
    job: JobState,
    outcome: Outcome,
) -> tuple[Scope | None, Refusal | None]:
    """Return the answer's scope, and the refusal when it is one."""
    if not isinstance(outcome, Reply):
        return None, None
    plain = scope_of(outcome.status, outcome.headers, outcome.body)
    found = scope(job, outcome, plain.body)
    lifecycle = job.lifecycle
    listed = str(outcome.status) in lifecycle.status_http
    if listed or holds(lifecycle.error.when, found):
        return found, None
    if outcome.status < 300 and speaks_of_job(job, found):
        return found, None
    key = lifecycle.poll.operation if lifecycle.poll else job.operation.key
    operation = job.setup.find(key)
    envelope = job.setup.envelope(operation)
    if 300 <= outcome.status < 400 or refused(found, envelope):
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


def recovered(job: JobState) -> None:
    """A good answer came: nothing counts against the job any more."""
    job.failures = job.missing = job.denied = job.unreadable = 0
    job.failing_since = job.fault = None
    job.uncertain = False
    job.setup.budget.earn()


def unanswered(
    job: JobState,
    outcome: Outcome,
    found: Scope | None,
    refusal: Refusal | None,
) -> Steps[float | None]:
    """Count an answer that brought no state, and return the server's hint.

    Raises when the answer ends the wait.
    """
    error = _error(job, outcome, found, refusal)
    fatal = _fatal(job, outcome, refusal, error)
    job.fault = error
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
    young = job.now < job.grace_until or job.polls < _FEWEST
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
