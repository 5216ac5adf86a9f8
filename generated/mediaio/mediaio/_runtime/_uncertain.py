"""What is left when a create's outcome is unknown: look for the id, or say so."""

from __future__ import annotations

from dataclasses import replace

from ._classify import decode_body
from ._errors import SubmissionUncertain
from ._expressions import Scope
from ._job_state import JobState, Steps, scope
from ._news import announce, learn
from ._reading import begun, job_id
from ._verdicts import Uncertain
from ._wire import Failed, Outcome, Reply


def unsettled(job: JobState, verdict: Uncertain, outcome: Outcome) -> Steps[None]:
    """Find the id in what came, or a way to settle the job without; else raise.

    The create is never sent again: it may have been accepted.
    """
    found, path = _traces(job, outcome), poll_path(job)
    if found is not None and job_id(job.lifecycle, found, path) is not None:
        yield from learn(job, found, path)
    elif job.chosen_id is not None:
        job.uncertain = True
        yield from announce(job, job.chosen_id)
    elif job.lifecycle.fallback is None:
        raise uncertain(job, verdict, outcome)


def _traces(job: JobState, outcome: Outcome) -> Scope | None:
    """Return where an id may be: headers, body, the bytes of a cut answer."""
    if isinstance(outcome, Reply):
        whole = scope(job, outcome, decode_body(outcome.body))
        return whole if outcome.status < 300 else None
    head = outcome.head if isinstance(outcome, Failed) else None
    if head is None:
        return replace(scope(job), body=begun(job.fragment))
    return scope(job, head, begun(head.body)) if head.status < 300 else None


def poll_path(job: JobState) -> str | None:
    """Return the path template of the status operation, to find ids in URLs."""
    poll = job.lifecycle.poll
    if poll is None:
        return None
    try:
        return job.setup.find(poll.operation).path
    except KeyError:
        return None


def uncertain(
    job: JobState,
    verdict: Uncertain,
    outcome: Outcome | None = None,
) -> SubmissionUncertain:
    """Return the error with all that is known, and how to look for the job."""
    body = outcome.body if isinstance(outcome, Reply) else job.fragment
    sent = "sent again under its key only" if job.key is not None else "not sent again"
    error = SubmissionUncertain(
        f"{verdict.reason}; the job may or may not exist and was {sent}",
        idempotency_key=job.key,
        excerpt=job.setup.redactor.excerpt(body) or None,
        status=verdict.status,
        guidance=_where_to_look(job),
        request_id=job.request_id,
        trace_id=job.trace_id,
        attempts=job.attempts,
        elapsed=job.elapsed,
    )
    error.__cause__ = verdict.cause
    return error


def _where_to_look(job: JobState) -> str:
    listing = job.lifecycle.listing
    place = f"`{listing.call.operation}`" if listing is not None else "the provider"
    if job.key is not None:
        again = "repeat it with the same idempotency key: the same job comes back"
        return f"{again}; or look for it with {place}"
    return f"look for it with {place} before creating another"
