"""Cancel a job, and ask for its state outside the order of a wait."""

from __future__ import annotations

from ._calls import bound, understood
from ._errors import ClientError, NotSupportedError
from ._finish import finish
from ._job_state import JobState, Steps, ask
from ._lifecycle import Call
from ._poll import can_poll, poll_once
from ._retry import backoff, is_transient
from ._wire import Failed, Outcome, Reply, Send, Sleep

_DECIDED_BY_POLL = (404, 409, 410)
_UNSUPPORTED = (405, 501)


def refresh(job: JobState) -> Steps[None]:
    """Ask once for the state, and complete the job when it has ended."""
    if not can_poll(job):
        raise NotSupportedError("the document has no operation that tells the state")
    yield from poll_once(job)
    if job.ending is not None:
        yield from finish(job)


def cancel(job: JobState) -> Steps[None]:
    """Send the cancel request, with one retry; the state is left to later polls.

    `NotSupportedError` when the document or the server cannot, or not in this state;
    a job that is unknown or already at its end is for the next poll to judge.
    """
    declared = job.lifecycle.cancel
    if declared is None:
        raise NotSupportedError("the document has no operation that cancels this job")
    yield from _check(job, declared.when)
    for attempt in (1, 2):
        if job.ending is not None:
            return
        request = bound(job, declared.call)
        deadline = job.now + job.setup.limits.clean_up
        outcome = yield from ask(Send(request, deadline))
        if _is_settled(job, declared.call, outcome):
            return
        if attempt == 2 or not _may_repeat(outcome):
            raise _refusal(job, outcome)
        yield from ask(Sleep(job.now + backoff(job.setup.retry, 1, job.setup.random)))


def _check(job: JobState, when: tuple[str, ...]) -> Steps[None]:
    """Where only some states can be cancelled, look at the present one first."""
    words = {word.casefold() for word in when}
    if not words or (job.status or "").casefold() in words:
        return
    if can_poll(job):
        yield from poll_once(job)
    if job.ending is not None:
        return (yield from finish(job))
    if job.status is not None and job.status.casefold() not in words:
        raise NotSupportedError(f"a job that is {job.status} cannot be cancelled")


def _is_settled(job: JobState, call: Call, outcome: Outcome) -> bool:
    """Whether the request was taken, or came too late: the next poll tells."""
    if not isinstance(outcome, Reply):
        return False
    if outcome.status in _DECIDED_BY_POLL:
        return True
    found, error = understood(job, call, outcome)
    late = error.category in ("conflict", "not_found")
    return outcome.status < 300 and (found is not None or late)


def _may_repeat(outcome: Outcome) -> bool:
    if isinstance(outcome, Reply):
        return is_transient(outcome.status) and outcome.status != 501
    return isinstance(outcome, Failed) and outcome.retryable


def _refusal(job: JobState, outcome: Outcome) -> ClientError:
    if isinstance(outcome, Reply) and outcome.status in _UNSUPPORTED:
        return NotSupportedError(f"the server cannot cancel jobs ({outcome.status})")
    declared = job.lifecycle.cancel
    assert declared is not None
    return understood(job, declared.call, outcome)[1]
