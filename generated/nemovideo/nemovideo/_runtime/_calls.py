"""Operations beside the create: their inputs, and the sending of plain ones."""

from __future__ import annotations

from typing import Final

from ._classify import classify, decode_body, refused, to_error
from ._errors import ClientError
from ._expressions import Scope, find
from ._failures import network_error
from ._job_state import JobState, Steps, ask, scope
from ._lifecycle import Call
from ._options import CallOptions
from ._request import arguments_of
from ._retry import pause_before_retry
from ._wire import Failed, Outcome, Reply, Request, Send, Sleep, Tell

LAST: Final = 5.0
"""Seconds that what is asked for at the deadline may take at least."""


def bound(job: JobState, call: Call, options: CallOptions | None = None) -> Request:
    """Return the request of a call, its inputs taken from where they are bound."""
    operation = job.setup.find(call.operation)
    seen = scope(job)
    values = {name: find(place, seen) for name, place in call.bind.items()}
    given = {name: value for name, value in values.items() if value is not None}
    return job.setup.build(operation, arguments_of(operation, given, options))


def fetch(job: JobState, call: Call) -> Steps[Scope]:
    """Make a plain call with its retries; return its answer or raise."""
    attempt = 0
    while True:
        attempt += 1
        request = bound(job, call)
        job.credential = job.setup.credential(request)
        left = max(min(job.setup.request_timeout, job.deadline - job.now), LAST)
        outcome = yield from ask(Send(request, job.now + left))
        answer, error = understood(job, call, outcome)
        if answer is not None:
            return answer
        pause = _pause(job, outcome, error, attempt)
        if pause is None:
            raise error
        facts = {"operation": call.operation, "attempt": attempt, "delay": pause}
        yield from ask(Tell("retry", facts))
        yield from ask(Sleep(job.now + pause))


def understood(
    job: JobState,
    call: Call,
    outcome: Outcome,
) -> tuple[Scope | None, ClientError]:
    """Return the answer when it is a good one, else the error it means."""
    if not isinstance(outcome, Reply):
        failed = outcome if isinstance(outcome, Failed) else Failed("protocol", True)
        return None, network_error(job.setup, failed)
    operation = job.setup.find(call.operation)
    envelope = job.setup.envelope(operation)
    found = scope(job, outcome, decode_body(outcome.body))
    if refused(found, envelope) or 300 <= outcome.status < 400:
        rules = job.setup.rules(operation)
        refusal = classify(
            found,
            rules=rules,
            envelope=envelope,
            credential=job.credential,
        )
        return None, to_error(refusal, job.setup.redactor, operation)
    return found, ClientError("no error")


def _pause(
    job: JobState,
    outcome: Outcome,
    error: ClientError,
    attempt: int,
) -> float | None:
    """Return the pause before a repeat; None: the error stands."""
    retry = job.setup.retry
    transient = error.category in ("rate_limited", "upstream")
    if isinstance(outcome, Failed):
        transient = outcome.retryable
    if not transient or attempt > retry.max_retries:
        return None
    if not job.setup.budget.spend(throttled=isinstance(outcome, Reply)):
        return None
    return pause_before_retry(retry, attempt, error.retry_after, job.setup.random)
