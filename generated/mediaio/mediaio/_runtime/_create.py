"""The first phase: send the create until it is accepted, refused or uncertain."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, assert_never
from urllib.parse import urlsplit

from ._before import prepare
from ._classify import decode_body, request_id, said, trace_id
from ._expressions import Scope
from ._job_state import JobState, Steps, ask, scope
from ._news import announce, foresee, learn, news
from ._operation import Operation
from ._reading import read
from ._sse import is_event_stream
from ._uncertain import poll_path, unsettled
from ._verdicts import (
    Accepted,
    Refused,
    Repeat,
    Uncertain,
    UsePlain,
    Verdict,
    judge_answer,
    judge_failure,
)
from ._wire import (
    Chunk,
    Close,
    Eof,
    Failed,
    Open,
    Outcome,
    Read,
    Reply,
    Request,
    Send,
    Sleep,
    Tell,
)


def create(job: JobState) -> Steps[None]:
    """Create the job; then it has an id, an ending, a stream or a way to be settled.

    Raises the typed error when there is no job, or when that is uncertain.
    """
    yield from prepare(job)
    operation, attempt = _first_form(job), 0
    while True:
        attempt += 1
        outcome = yield from _exchange(job, operation)
        if operation.streams and not job.streaming:
            yield from say_closed(job, outcome)
        verdict = _affordable(job, _judge(job, operation, outcome, attempt))
        match verdict:
            case Accepted():
                return (yield from _accept(job, operation, outcome))
            case Repeat(pause, reason):
                yield from pause_until(job, pause, reason, operation.key, attempt)
            case UsePlain():
                operation, attempt = plain_twin(job, operation), 0
            case Refused(error):
                job.refusal = error
                raise error
            case Uncertain():
                return (yield from unsettled(job, verdict, outcome))
            case _:
                assert_never(verdict)


def _first_form(job: JobState) -> Operation[Any]:
    """The streaming form, unless streams are not wanted or known to be missing."""
    operation = job.operation
    if not operation.streams or operation.plain is None:
        return operation
    setup = job.setup
    if setup.streaming and setup.memory.streams(operation.key, job.now):
        return operation
    return setup.find(operation.plain)


def plain_twin(job: JobState, operation: Operation[Any]) -> Operation[Any]:
    """Return the form without a stream, and remember that there is no other."""
    assert operation.plain is not None
    until = job.now + job.setup.stream.unsupported_for
    job.setup.memory.lacks_stream(operation.key, until)
    job.lost_stream = True
    return job.setup.find(operation.plain)


def _request(job: JobState, operation: Operation[Any]) -> Request:
    request = job.setup.build(operation, job.arguments)
    job.url = request.url
    job.attempts += 1
    job.sent = True
    job.credential = job.setup.credential(request)
    return replace(request, fresh=job.key is None)


def _exchange(job: JobState, operation: Operation[Any]) -> Steps[Outcome]:
    """Send the create; a stream is left open, every other answer read to its end."""
    request = _request(job, operation)
    timeout = job.arguments.options.timeout or job.setup.request_timeout
    deadline = job.now + timeout
    if not operation.streams:
        return (yield from ask(Send(request, deadline, "create")))
    outcome = yield from ask(Open(request, deadline, "create"))
    if not isinstance(outcome, Reply):
        return outcome
    job.streaming = True
    if opens_stream(outcome):
        return outcome
    return (yield from read_rest(job, outcome, deadline))


def say_closed(job: JobState, outcome: Outcome) -> Steps[None]:
    """Tell why a stream did not open; an answer that is no stream needs no word."""
    match outcome:
        case Failed(phase, timeout=late):
            event = "sse_timeout" if late else "sse_connect_error"
            yield from ask(Tell(event, {"phase": phase}))
        case Reply(status, _, body) if status >= 300:
            message = said(decode_body(body)) or f"the server answered {status}"
            text = job.setup.redactor.text(message[:2000])
            facts = {"http_status": status, "message": text}
            yield from ask(Tell("sse_http_error", facts))
        case _:
            return


def opens_stream(reply: Reply) -> bool:
    """Whether an answer is an event stream: 200 and the right type."""
    content_type = dict(reply.headers).get("content-type")
    return reply.status == 200 and is_event_stream(content_type)


def read_rest(job: JobState, reply: Reply, deadline: float) -> Steps[Outcome]:
    """Read an opened answer that is no stream to its end, and close it."""
    parts: list[bytes] = []
    size, failed = 0, None
    while failed is None:
        left = min(job.setup.limits.read_timeout, deadline - job.now)
        outcome = yield from ask(Read(max(left, 0.0)))
        match outcome:
            case Chunk(data):
                parts.append(data)
                size += len(data)
                if size > job.setup.limits.json_bytes:
                    failed = Failed("too_large", sent=True)
            case Eof():
                break
            case Failed():
                failed = replace(outcome, sent=True)
            case _:
                failed = Failed("protocol", sent=True)
    yield from close(job)
    whole = replace(reply, body=b"".join(parts))
    if failed is None or reply.status >= 400:
        return whole
    return replace(failed, head=whole)


def close(job: JobState) -> Steps[None]:
    """Close the open stream, if there is one."""
    if job.streaming:
        job.streaming = False
        yield from ask(Close())


def _judge(
    job: JobState,
    operation: Operation[Any],
    outcome: Outcome,
    attempt: int,
) -> Verdict:
    if isinstance(outcome, Failed):
        if outcome.head is not None:
            job.fragment = outcome.head.body
            _seen(job, operation, outcome.head)
        return judge_failure(job, outcome, attempt)
    assert isinstance(outcome, Reply)
    found = _seen(job, operation, outcome)
    return judge_answer(job, operation, found, attempt)


def _seen(job: JobState, operation: Operation[Any], reply: Reply) -> Scope:
    """Return what expressions see of an answer, its request and trace id kept."""
    job.setup.memory.reached(urlsplit(job.url).netloc)
    found = scope(job, reply, decode_body(reply.body))
    envelope = job.setup.envelope(operation)
    job.request_id = request_id(found, envelope)
    job.trace_id = trace_id(found, envelope)
    return found


def _affordable(job: JobState, verdict: Verdict) -> Verdict:
    """A repeat needs time before the deadline and a token of the client's budget."""
    if not isinstance(verdict, Repeat):
        return verdict
    if job.now + verdict.pause > job.deadline:
        return verdict.otherwise
    paid = job.setup.budget.spend(throttled=verdict.throttled)
    return verdict if paid else verdict.otherwise


def pause_until(
    job: JobState,
    pause: float,
    reason: str,
    operation: str,
    attempt: int,
) -> Steps[None]:
    """Tell of a retry and sleep until it is due."""
    facts = {
        "operation": operation,
        "attempt": attempt,
        "delay": pause,
        "reason": reason,
    }
    yield from ask(Tell("retry", facts))
    yield from ask(Sleep(job.now + pause))


def _accept(job: JobState, operation: Operation[Any], outcome: Outcome) -> Steps[None]:
    """Take an accepted create: the id, the news, or the open stream."""
    assert isinstance(outcome, Reply)
    job.setup.budget.earn()
    body = None if job.streaming else decode_body(outcome.body)
    found = scope(job, outcome, body)
    reading = read(job.lifecycle, found)
    first = None if job.streaming else foresee(job, reading, body, "create")
    if job.chosen_id is not None:
        yield from announce(job, job.chosen_id, first)
    if job.streaming:
        yield from ask(Tell("sse_open", {"http_status": outcome.status}))
    yield from learn(job, found, poll_path(job), first)
    if job.streaming:
        return
    if job.id is None and not reading.terminal:
        verdict = Uncertain("the answer holds no job id", outcome.status)
        yield from unsettled(job, verdict, outcome)
    yield from news(job, reading, body, "create")
