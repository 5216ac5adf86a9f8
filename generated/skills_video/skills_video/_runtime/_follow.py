"""Follow a job by the stream operation it has of its own: open, read, reopen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from ._calls import bound
from ._classify import scope_of
from ._create import opens_stream, read_rest, say_closed
from ._events import Replay
from ._job_state import JobState, Steps, ask, snapshot
from ._lifecycle import Call
from ._news import learn, news, tell
from ._options import CallOptions
from ._poll import can_poll, poll, poll_once
from ._poll_answers import understood
from ._reading import read
from ._retry import backoff, retry_after
from ._stream_reader import Reason, read_stream, reader
from ._values import is_mapping
from ._wire import Open, Outcome, Reply, Sleep, Tell

_NO_STREAM: Final = frozenset({404, 405, 406, 410, 415, 501})
_MANY: Final = 4
"""Connects after which another one is never made at once."""

Opening: TypeAlias = Literal["open", "broken", "never", "busy", "later"]
"""Open; no answer came; there will be none; the server fails; it says `later`."""


@dataclass(slots=True)
class Tries:
    """How the connects of one stream went."""

    replay: Replay
    last_id: str = ""
    connects: int = 0
    barren: int = 0
    """Connects in a row without a new event."""
    put_off: int = 0
    """Answers that asked to come again."""


def follow(job: JobState, call: Call) -> Steps[None]:
    """Read the stream until the job ended or the stream is given up for good.

    The state is asked for after every break. A stream is opened again while new
    events come, and at most three times in a row without one.
    """
    tries = Tries(Replay(job.setup.stream.replay_window))
    while job.ending is None and job.now < job.deadline:
        opening, hint = yield from _open(job, call, tries)
        tries.connects += 1
        if opening in ("busy", "later"):
            tries.put_off += 1
            if tries.put_off > 1:
                return
            yield from _put_off(job, hint)
        elif opening == "never":
            return
        else:
            reason = (yield from _read(job, tries)) if opening == "open" else "broken"
            if reason in ("ended", "sentinel", "unreadable", "late"):
                return
            yield from _between(job, tries)
            if tries.barren >= job.setup.stream.reconnects:
                return


def _read(job: JobState, tries: Tries) -> Steps[Reason]:
    at = reader(job, tries.replay, tries.last_id)
    reason = yield from read_stream(job, at)
    tries.replay.reconnected()
    tries.last_id = at.last_id
    tries.barren = -1 if at.events else tries.barren
    return reason


def _between(job: JobState, tries: Tries) -> Steps[None]:
    """After a break: ask for the state at once, then pause before the next connect."""
    tries.barren += 1
    if can_poll(job):
        yield from poll_once(job)
    pauses = job.setup.stream.pauses
    pause = pauses[min(tries.barren, len(pauses) - 1)]
    if tries.connects >= _MANY:
        pause = max(pause, job.setup.retry.first)
    ends = tries.barren >= job.setup.stream.reconnects
    if job.ending is None and not ends and pause > 0:
        yield from ask(Sleep(min(job.now + pause, job.deadline)))


def _put_off(job: JobState, hint: float) -> Steps[None]:
    """Wait before the one further try; poll meanwhile when there is time for it."""
    until = job.now + hint
    if can_poll(job):
        yield from poll(job, until=until)
    elif job.ending is None:
        yield from ask(Sleep(min(until, job.deadline)))


def _open(job: JobState, call: Call, tries: Tries) -> Steps[tuple[Opening, float]]:
    """Open the stream; the answer that it is none is taken for what it says."""
    operation = job.setup.find(call.operation)
    if not job.setup.memory.streams(operation.key, job.now):
        return "never", 0.0
    headers = {"Last-Event-ID": tries.last_id} if _is_sendable(tries.last_id) else None
    request = bound(job, call, CallOptions(headers=headers))
    deadline = min(job.now + job.setup.request_timeout, job.deadline)
    outcome: Outcome = yield from ask(Open(request, deadline))
    if isinstance(outcome, Reply):
        job.streaming = True
        if opens_stream(outcome):
            yield from ask(Tell("sse_open", {"http_status": outcome.status}))
            return "open", 0.0
        outcome = yield from read_rest(job, outcome, deadline)
    yield from say_closed(job, outcome)
    if isinstance(outcome, Reply):
        return (yield from _no_stream(job, operation.key, outcome))
    return "broken", 0.0


def _is_sendable(last_id: str) -> bool:
    return (
        bool(last_id)
        and len(last_id) <= 500
        and last_id.isascii()
        and (last_id.isprintable() and last_id == last_id.strip())
    )


def _no_stream(
    job: JobState,
    key: str,
    reply: Reply,
) -> Steps[tuple[Opening, float]]:
    """Take an answer that is no stream: a document, a refusal, or `come again`."""
    status = reply.status
    if status < 300:
        yield from _document(job, reply)
        return "never", 0.0
    found = scope_of(status, reply.headers, reply.body)
    hint = retry_after(found.headers, job.setup.wall())
    pause = backoff(job.setup.retry, 1, job.setup.random)
    if status == 429:
        return "later", max(hint or 0.0, pause)
    if status in _NO_STREAM:
        yield from _unsupported(job, key, status)
    elif status >= 500:
        return "busy", pause
    elif status in (401, 403):
        job.denied = 1
    return "never", 0.0


def _unsupported(job: JobState, key: str, status: int) -> Steps[None]:
    """Remember that there is no stream, and say why the carrier changes."""
    until = job.now + job.setup.stream.unsupported_for
    job.setup.memory.lacks_stream(key, until)
    message = f"the stream is not available ({status}); polling"
    yield from tell(job, snapshot(job, "poll", message=message))


def _document(job: JobState, reply: Reply) -> Steps[None]:
    """A JSON document in place of a stream is an answer like a poll's."""
    found, refusal = understood(job, reply)
    if found is None or refusal is not None or not is_mapping(found.body):
        return
    yield from learn(job, found, None)
    yield from news(job, read(job.lifecycle, found), found.body, "poll")
