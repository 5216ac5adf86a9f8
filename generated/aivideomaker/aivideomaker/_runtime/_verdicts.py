"""Judge what came back from a create: accepted, repeat, refused or uncertain.

A create without idempotency key is repeated only where nothing can have been
accepted: no connection, 425, 429, or an answer the document lists as a refusal.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, TypeAlias
from urllib.parse import urlsplit

from ._classify import Refusal, classify, refused, to_error
from ._errors import ClientError
from ._expressions import Scope, find_text
from ._failures import network_error, says_unknown_host
from ._job_state import JobState
from ._operation import Operation
from ._reading import named
from ._retry import pause_before_retry
from ._wire import Failed

_NO_STREAM: Final = frozenset({404, 405, 406, 410, 415, 501})
_IN_PROGRESS: Final = re.compile(r"in[ _-]?progress|still[ _-]processing", re.I)


@dataclass(frozen=True, slots=True)
class Accepted:
    """The answer is a success; it may or may not hold an id."""


@dataclass(frozen=True, slots=True)
class UsePlain:
    """The streaming form does not exist; nothing was accepted."""

    status: int


@dataclass(frozen=True, slots=True)
class Refused:
    """The server or the network said no; there is no job."""

    error: ClientError


@dataclass(frozen=True, slots=True)
class Uncertain:
    """The request may have been accepted; it is not sent again."""

    reason: str
    status: int | None = None
    cause: BaseException | None = None


@dataclass(frozen=True, slots=True)
class Repeat:
    """Send again after a pause; where that is not possible, `otherwise`."""

    pause: float
    reason: str
    otherwise: Refused | Uncertain
    throttled: bool = False


Verdict: TypeAlias = Accepted | Repeat | UsePlain | Refused | Uncertain


def judge_failure(job: JobState, failed: Failed, attempt: int) -> Verdict:
    """Judge a create whose answer did not come."""
    setup = job.setup
    end = _lost(failed) if failed.sent else Refused(network_error(job.setup, failed))
    if failed.sent:
        final = job.key is None or failed.phase in ("redirect", "too_large")
    else:
        final = not failed.retryable or _unknown_host(job, failed, attempt)
    pause = pause_before_retry(setup.retry, attempt, None, setup.random)
    if final or pause is None or attempt > setup.retry.max_retries:
        return end
    return Repeat(pause, f"{failed.phase} failure", end)


def _lost(failed: Failed) -> Uncertain:
    reason = "took too long" if failed.timeout else "failed"
    return Uncertain(
        reason=f"the connection {reason} ({failed.phase}) after the request was sent",
        cause=failed.cause,
    )


def _unknown_host(job: JobState, failed: Failed, attempt: int) -> bool:
    """NXDOMAIN twice in a row on a host that never answered."""
    if failed.phase != "dns" or attempt < 2 or not says_unknown_host(failed.cause):
        return False
    return urlsplit(job.url).netloc not in job.setup.memory.hosts


def judge_answer(
    job: JobState,
    operation: Operation[object],
    scope: Scope,
    attempt: int,
) -> Verdict:
    """Judge the answer to a create, its body decoded."""
    status = scope.status or 0
    if 300 <= status < 400:
        return Uncertain(f"the server redirected the create ({status})", status)
    envelope = job.setup.envelope(operation)
    told = status < 300 and speaks_of_job(job, scope)
    if told or not refused(scope, envelope):
        return Accepted()
    refusal = classify(
        scope,
        rules=job.setup.rules(operation),
        envelope=envelope,
        credential=job.credential,
    )
    return _judge_refusal(job, operation, refusal, attempt)


def speaks_of_job(job: JobState, scope: Scope) -> bool:
    """Whether a success tells a state of the job, and no envelope says otherwise."""
    operation = job.operation
    if job.setup.envelope(operation) is not None:
        return False
    word = find_text(job.lifecycle.status, scope)
    return word is not None and named(job.lifecycle.states, word) is not None


def _judge_refusal(
    job: JobState,
    operation: Operation[object],
    refusal: Refusal,
    attempt: int,
) -> Verdict:
    error = to_error(refusal, job.setup.redactor, operation)
    status = refusal.status
    if operation.streams and operation.plain is not None and status in _NO_STREAM:
        return UsePlain(status)
    end: Refused | Uncertain = Refused(error)
    repeatable = _not_accepted(job, refusal)
    if not repeatable and _lost_work(refusal):
        end = Uncertain(f"the server answered {status}: {error.message}", status, error)
        repeatable = job.key is not None
    if job.key is not None and status == 409:
        repeatable = bool(_IN_PROGRESS.search(f"{refusal.code} {refusal.message}"))
    pause = _pause(job, refusal, attempt) if repeatable else None
    if pause is None:
        return end
    return Repeat(pause, f"the server answered {status}", end, throttled=True)


def _not_accepted(job: JobState, refusal: Refusal) -> bool:
    """Whether the provider says that nothing was accepted, and to come again."""
    listed = {item.casefold() for item in job.lifecycle.refused}
    if str(refusal.status) in listed or (refusal.code or "").casefold() in listed:
        return True
    if refusal.category == "insufficient_credits":
        return False
    limited = refusal.category == "rate_limited" and refusal.status < 500
    return refusal.status in (425, 429) or (limited and refusal.status != 408)


def _lost_work(refusal: Refusal) -> bool:
    """Whether the server may have accepted the job before it failed."""
    return (
        refusal.status in (408, 425)
        or (refusal.status >= 500 and not refusal.told)
        or refusal.category == "upstream"
    )


def _pause(job: JobState, refusal: Refusal, attempt: int) -> float | None:
    """Return the pause before another try, while policy or rule allow one."""
    retry = job.setup.retry
    own = refusal.retry_delay if refusal.retry_times else None
    allowed = refusal.retry_times if own is not None else retry.max_retries
    hint = refusal.retry_after if own is None else max(own, refusal.retry_after or 0.0)
    if attempt > allowed:
        return None
    return pause_before_retry(retry, attempt, hint, job.setup.random)
