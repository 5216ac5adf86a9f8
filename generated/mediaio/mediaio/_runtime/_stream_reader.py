"""Read an open event stream: news out, and the reason why reading stopped."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from ._events import Frame, Replay, frame
from ._job_state import JobState, Steps, ask, scope, snapshot
from ._lifecycle import Stream
from ._news import absorb, foresee, learn, news, note
from ._poll import can_poll, poll_once
from ._reading import Reading, transport_like
from ._sse import Event, EventDecoder, EventTooLarge
from ._uncertain import poll_path
from ._wire import Chunk, Close, Emit, Eof, Failed, Outcome, Read, Tell

Reason: TypeAlias = Literal[
    "ended",
    "eof",
    "sentinel",
    "broken",
    "silent",
    "unreadable",
    "error",
    "late",
    "idle",
]
"""Why reading stopped: the job ended, the stream was closed, said so, broke, went
silent or made no sense, told of an error, ran into a time limit, or had nothing but
keep-alives for too long."""

_LONGEST_TEXT: Final = 1_000_000
_QUIET: Final = 600.0
"""Seconds of nothing but keep-alives that are waited at least, where nothing can be
polled."""


@dataclass(slots=True)
class Reader:
    """One stream while it is read."""

    stream: Stream
    replay: Replay
    decoder: EventDecoder
    opened: float
    last_state: float
    last_notice: float
    first: bool = True
    """No byte has come yet."""
    events: int = 0
    """New events so far."""
    bad: int = 0
    last_id: str = ""


def reader(
    job: JobState,
    replay: Replay | None = None,
    last_id: str = "",
) -> Reader:
    """Return the reader of a stream that was opened now, after event `last_id`."""
    now = job.now
    limit = job.setup.limits.event_bytes
    return Reader(
        stream=job.lifecycle.stream or Stream(),
        replay=replay or Replay(job.setup.stream.replay_window),
        decoder=EventDecoder(None, limit, last_id),
        opened=now,
        last_state=now,
        last_notice=now,
        last_id=last_id,
    )


def read_stream(job: JobState, at: Reader) -> Steps[Reason]:
    """Read until the job ended or the stream did, then close it."""
    reason: Reason | None = None
    while reason is None:
        left = _patience(job, at)
        if left <= 0:
            reason = "late"
            break
        outcome = yield from ask(Read(left))
        reason = yield from _take(job, at, outcome)
        if reason is None:
            reason = yield from _between(job, at)
    job.fragment = at.decoder.partial
    job.streaming = False
    yield from ask(Close())
    yield from _say(job, reason)
    return reason


def _patience(job: JobState, at: Reader) -> float:
    """Return how long one read may wait: a read that runs out ends the stream."""
    silence = at.stream.silence
    if at.first and can_poll(job):
        silence = min(silence, job.setup.stream.buffered)
    total = at.stream.total
    end = job.deadline if total is None else min(job.deadline, at.opened + total)
    return min(silence, end - job.now)


def _take(job: JobState, at: Reader, outcome: Outcome) -> Steps[Reason | None]:
    """Take what one read brought; a reason when nothing more is to be read."""
    match outcome:
        case Chunk(data):
            at.first = False
            return (yield from _events(job, at, data))
        case Eof():
            return "eof"
        case Failed(timeout=True):
            return "silent" if _patience(job, at) > 0 else "late"
        case _:
            return "broken"


def _events(job: JobState, at: Reader, data: bytes) -> Steps[Reason | None]:
    try:
        events = at.decoder.feed(data)
    except EventTooLarge:
        return "unreadable"
    for event in events:
        reason = yield from _event(job, at, event)
        if reason is not None:
            return reason
    return None


def _event(job: JobState, at: Reader, event: Event) -> Steps[Reason | None]:
    own_id = event.last_event_id if event.last_event_id != at.last_id else ""
    at.last_id = event.last_event_id
    if at.replay.is_known(event, own_id):
        return None
    found = frame(job.lifecycle, at.stream.events, event, scope(job))
    if found.kind in ("heartbeat", "noise"):
        return None
    if found.kind == "sentinel":
        return "sentinel"
    at.events += 1
    at.bad = at.bad + 1 if found.kind == "unreadable" else 0
    if at.bad >= job.setup.stream.bad_events:
        return "unreadable"
    if found.kind == "unreadable":
        yield from ask(Emit(snapshot(job, "stream", raw=found.payload)))
        return None
    return (yield from _news(job, at, event, found))


def _news(
    job: JobState, at: Reader, event: Event, found: Frame
) -> Steps[Reason | None]:
    """Take over a frame: id first, then its state, text or error."""
    seen = scope(job)
    reading = _spoken(job, found)
    increment = found.text if found.partial else None
    first = None
    if job.id is None and (found.error is None or reading.terminal):
        first = foresee(job, reading, found.payload, "stream", increment)
    answer = replace(seen, body=found.payload)
    yield from learn(job, answer, poll_path(job), first)
    if reading.state is not None or not can_poll(job):
        at.last_state = job.now
    facts = {
        "name": event.type,
        "status": reading.status,
        "state": reading.state or job.state,
        "terminal": reading.terminal,
        "payload": found.payload,
    }
    yield from ask(Tell("sse_event", facts))
    if found.error is not None and not reading.terminal:
        return _error(job, at, found.error)
    yield from news(job, reading, found.payload, "stream", increment)
    return "ended" if job.ending is not None else None


def _spoken(job: JobState, found: Frame) -> Reading:
    """Return the reading with the text so far; a talking stream is running."""
    if job.state == "unknown" and job.status is None:
        job.state = "running"
    if found.text is None:
        return found.reading
    text = job.text + found.text if found.partial else found.text
    job.text = text[-_LONGEST_TEXT:]
    return replace(found.reading, message=job.text)


def _error(job: JobState, at: Reader, words: str) -> Reason:
    """Judge an error frame: the job's failure, or something others can settle."""
    job.error_message = words
    note(job, f"the stream told of an error: {words}")
    settled_by_poll = can_poll(job) and transport_like(words)
    if settled_by_poll or job.lifecycle.fallback is not None:
        return "error"
    ending = Reading(state="failed", message=words)
    absorb(job, ending, job.answer.body if job.answer else None, "stream")
    job.ending = ending
    return "ended"


def _between(job: JobState, at: Reader) -> Steps[Reason | None]:
    """Between two reads: poll when no state came for long, and tell who waits.

    Where there is nothing to poll, too many keep-alives without news end the stream.
    """
    quiet = job.now - at.last_state
    if can_poll(job) and quiet >= at.stream.idle:
        at.last_state = job.now
        yield from poll_once(job)
    elif job.lifecycle.fallback is not None and quiet >= max(at.stream.idle, _QUIET):
        return "idle"
    notice = at.stream.notice
    if notice is not None and job.now - at.last_notice >= notice:
        at.last_notice = job.now
        yield from ask(Tell("notice", {"seconds": job.elapsed, "state": job.state}))
    return "ended" if job.ending is not None else None


def _say(job: JobState, reason: Reason) -> Steps[None]:
    match reason:
        case "ended":
            return
        case "silent" | "late" | "idle":
            yield from ask(Tell("sse_timeout", {"reason": reason}))
        case _:
            yield from ask(Tell("sse_stream_ended", {"reason": reason}))
