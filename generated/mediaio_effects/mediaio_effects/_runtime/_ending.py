"""How a job ended: the normalised outcome, and the error it means."""

from __future__ import annotations

from ._classify import trace_id
from ._errors import (
    BY_CATEGORY,
    ClientError,
    JobCancelled,
    JobError,
    JobExpired,
    JobFailed,
)
from ._expressions import lines
from ._job_state import JobState, scope
from ._token import write_token
from ._updates import Outcome


def outcome_of(job: JobState) -> Outcome | None:
    """Return the outcome of a job that has ended, else None."""
    if job.phase != "done":
        return None
    ok = job.state == "succeeded"
    known = trace_id(job.answer) if job.answer is not None else None
    return Outcome(
        ok=ok,
        state=job.state,
        status=job.status,
        job_id=job.id,
        data=job.result if ok else job.raw,
        error_code=None if ok else _code(job),
        error_message=None if ok else _message(job),
        guidance=None if ok else job.guidance,
        retry_after=None if ok else job.retry_after,
        trace_id=known or job.trace_id,
        warnings=tuple(job.warnings),
        provider_code=None if ok else job.error_code,
        summary=_summary(job) if ok else None,
        changes=job.changes,
        names=job.lifecycle.outcome_names,
    )


def _summary(job: JobState) -> str | None:
    """Return the result in words: by the template of what started or told it."""
    lifecycle = job.lifecycle
    fallback = lifecycle.fallback.call if lifecycle.fallback else None
    told = lifecycle.result.call or lifecycle.poll or fallback
    template = job.operation.result_summary
    if template is None and told is not None:
        template = job.setup.find(told.operation).result_summary
    template = template or job.setup.service.profile.summary
    return lines(template, scope(job)) if template else None


def _code(job: JobState) -> str:
    if job.stable_code is not None:
        return job.stable_code
    kind = BY_CATEGORY.get(job.category or "unknown")
    if kind is not None and job.category not in (None, "unknown"):
        return kind.code
    return job.error_code or "UNKNOWN_ERROR"


def _message(job: JobState) -> str:
    text = job.error_message or f"the job ended {job.status or job.state}"
    return job.setup.redactor.text(text)


def error_of(job: JobState, outcome: Outcome) -> JobError:
    """Return the error that a job which did not succeed means."""
    kinds = {"cancelled": JobCancelled, "expired": JobExpired}
    kind = kinds.get(outcome.state, JobFailed)
    return kind(
        outcome.error_message or "",
        provider_code=outcome.provider_code,
        outcome=outcome,
        code=outcome.error_code or "UNKNOWN_ERROR",
        category=job.category or kind.category,
        guidance=outcome.guidance,
        retry_after=outcome.retry_after,
        details=job.details,
    )


def informed(error: ClientError, job: JobState, handle: object) -> ClientError:
    """Attach to an error what is known of its job, so that the id is never lost."""
    known = job.id is not None or job.phase != "create" or job.kept
    error.about(
        job=handle,
        job_id=job.id,
        token=write_token(job) if known else None,
        state=job.state if job.phase != "create" or job.id else None,
        elapsed=round(job.elapsed, 3) if job.attempts or known else None,
        request_id=error.request_id or job.request_id,
        trace_id=error.trace_id or job.trace_id,
        attempts=error.attempts or job.attempts or None,
    )
    return error
