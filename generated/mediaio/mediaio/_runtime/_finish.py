"""The last phase: fetch the result of a success, name the fault of a failure."""

from __future__ import annotations

from typing import Final

from ._calls import fetch
from ._classify import matching, said
from ._errors import ClientError, InvalidPayloadError
from ._expressions import Scope, fill, find, find_text
from ._job_state import JobState, Steps, ask, scope, snapshot
from ._lifecycle import Call
from ._news import note
from ._poll import can_poll, state_answer
from ._reading import item_warnings, result
from ._retry import backoff
from ._wire import Emit, Sleep

_ASKS: Final = 5
_ASK_PAUSE: Final = 2.0


def finish(job: JobState) -> Steps[None]:
    """Complete an ended job and tell its terminal update, the last one."""
    if job.state == "succeeded":
        yield from _await_result(job)
        yield from complete(job)
    else:
        if job.state == "failed" and job.lifecycle.error.call is not None:
            yield from _details(job, job.lifecycle.error.call)
        _keep_fault(job)
    job.phase = "done"
    yield from ask(Emit(snapshot(job, job.source)))


def complete(job: JobState) -> Steps[None]:
    """Fetch what the details are, and keep the result."""
    if job.lifecycle.result.call is not None:
        yield from _details(job, job.lifecycle.result.call)
    _keep_result(job)


def _await_result(job: JobState) -> Steps[None]:
    """Ask again for a short while when a success comes before its result."""
    if not job.lifecycle.result.required:
        return
    for _ in range(_ASKS):
        if result(job.lifecycle, _seen(job)) is not None or not can_poll(job):
            break
        yield from ask(Sleep(job.now + _ASK_PAUSE))
        found = yield from state_answer(job)
        if found is not None:
            job.answer, job.raw = found, found.body
    if result(job.lifecycle, _seen(job)) is None:
        note(job, "the job succeeded without a result")


def _seen(job: JobState) -> Scope:
    return job.answer or scope(job)


def _details(job: JobState, call: Call) -> Steps[None]:
    """Fetch the details of a success; without them the last answer is delivered."""
    for attempt in range(1, _ASKS + 1):
        try:
            found = yield from fetch(job, call)
        except ClientError as error:
            final = isinstance(error, InvalidPayloadError) or job.now >= job.deadline
            lasting = error.category not in ("network", "upstream", "rate_limited")
            if final or lasting or attempt == _ASKS:
                note(job, f"the details could not be fetched: {error.message}")
                return
            pause = backoff(job.setup.retry, attempt, job.setup.random)
            yield from ask(Sleep(min(job.now + pause, job.deadline)))
        else:
            job.answer, job.raw = found, found.body
            return


def _keep_result(job: JobState) -> None:
    lifecycle, seen = job.lifecycle, _seen(job)
    job.result, job.completed = result(lifecycle, seen), job.now
    usage = find(lifecycle.usage, seen)
    job.usage = job.usage if usage is None else usage
    for warning in item_warnings(lifecycle, seen):
        note(job, warning)


def _keep_fault(job: JobState) -> None:
    """Take code and message of a failure, and what the rules say about them."""
    problem, seen = job.lifecycle.error, _seen(job)
    job.error_code = find_text(problem.code, seen)
    job.details = job.setup.redactor.value(find(problem.details, seen))
    message = find_text(problem.message, seen) or job.error_message
    job.error_message = message or said(seen.body) or job.message
    rules = job.setup.rules(job.operation)
    told = job.error_message or ""
    rule = matching(rules, 0, job.error_code, told, job.credential)
    if rule is not None:
        job.category, job.stable_code = rule.category, rule.stable_code
        job.guidance = fill(rule.guidance, seen) if rule.guidance else None
