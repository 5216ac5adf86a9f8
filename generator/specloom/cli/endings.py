"""How a run ended: the last event and the exit code, the first rule that matches."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specloom.cli import exits
from specloom.cli.exits import Exit
from specloom.runtime._errors import (
    ApiError,
    ClientError,
    InvalidPayloadError,
    JobCancelled,
    JobExpired,
    JobFailed,
    JobNotFound,
    JobTimeout,
    NetworkError,
    SubmissionUncertain,
)

ENDED_BADLY = (JobFailed, JobCancelled, JobExpired)


def code(error: ClientError) -> Exit:
    """Return the exit code of an error."""
    match error:
        case JobFailed() | JobCancelled() | JobExpired():
            return Exit.JOB_ENDED_BADLY
        case JobTimeout():
            return Exit.DEADLINE
        case SubmissionUncertain():
            return Exit.UNCERTAIN
        case JobNotFound():
            return Exit.REFUSED
        case ApiError() | InvalidPayloadError() | NetworkError() if _follows(error):
            return Exit.REFUSED
        case ApiError() | NetworkError() | InvalidPayloadError():
            return exits.of_category(error.category)
        case _:
            return Exit.OTHER


def _follows(error: ClientError) -> bool:
    """Whether an error refuses to follow a job that was accepted."""
    if error.job_id is None:
        return False
    if isinstance(error, ApiError) and 300 <= error.status < 500:
        return True
    if isinstance(error, NetworkError):
        return error.phase in ("redirect", "tls")
    return exits.of_category(error.category) is not Exit.TRANSIENT


def event(error: ClientError, waited: float) -> tuple[str, dict[str, Any]]:
    """Return the last event that tells of an error; `waited` are seconds so far."""
    if isinstance(error, JobTimeout):
        return "timeout", {
            "elapsed_seconds": round(waited, 3),
            "last_status": _last_status(error),
            "token": error.token,
        }
    if isinstance(error, ENDED_BADLY) and error.job is not None:
        return "terminal", terminal(error.job, error.outcome)
    return "error", failure(error)


def failure(error: ClientError) -> dict[str, Any]:
    """Return the fields of an `error` event; secrets are masked already."""
    told = error.to_dict()
    fields = {
        "category": error.category,
        "code": error.code,
        "message": error.message,
        "guidance": error.guidance,
        "token": error.token,
        "request_id": error.request_id,
        "trace_id": error.trace_id,
    }
    further = ("job_id", "issues", "status", "retry_after", "state", "provider_code")
    return fields | {key: told[key] for key in further if told.get(key)}


def terminal(job: Any, outcome: Any) -> dict[str, Any]:
    """Return the fields of the `terminal` event of a job."""
    told: Mapping[str, Any] = outcome.to_dict() if outcome is not None else {}
    return {
        "job_id": job.id,
        "ok": bool(told.get("ok")),
        "source": job.source,
        "status": job.status,
        "state": job.state,
        "result": told.get("data") if told.get("ok") else None,
        "outcome": dict(told) or None,
        "guidance": told.get("guidance"),
        "summary": told.get("summary"),
        "response": job.raw,
    }


def answered(value: Any, summary: str | None = None) -> dict[str, Any]:
    """Return the fields of the `terminal` event of a plain operation."""
    return {
        "ok": True,
        "source": "response",
        "status": None,
        "state": None,
        "result": value,
        "outcome": None,
        "guidance": None,
        "summary": summary,
        "response": value,
    }


def text(error: ClientError) -> list[str]:
    """Say an error in words: what, where, what to do next."""
    lines = [f"{error.message}"]
    issues = getattr(error, "issues", ())
    if isinstance(error, InvalidPayloadError):
        lines = [str(issue) for issue in issues] or lines
    if error.guidance:
        lines.append(error.guidance)
    if error.request_id:
        lines.append(f"request id: {error.request_id}")
    return lines


def _last_status(error: ClientError) -> str | None:
    status = getattr(error.job, "status", None)
    return status if status is not None else error.state
