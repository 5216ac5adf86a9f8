"""The machine that follows one job: commands out, outcomes in, one ending.

It never touches a socket, a clock or a thread; drivers do (`_driver.py`). Resuming a
job is the same machine started in another phase.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from ._before import renewed
from ._create import create
from ._errors import ClientError
from ._finish import finish
from ._follow import follow
from ._job_state import JobState, Steps, Stopped, ask
from ._poll import can_poll, poll
from ._settle import settle
from ._stream_reader import Reason, read_stream, reader
from ._uncertain import uncertain, unsettled
from ._verdicts import Uncertain
from ._wire import Close, Failed, Tell

Phase: TypeAlias = "Callable[[JobState], Steps[Phase | None]]"
"""A part of a job's life; returns the part that comes next, None: the last one."""


def run(job: JobState) -> Steps[None]:
    """Bring the job to its ending, or raise the error that ended the wait.

    Afterwards `job.phase` is `done` and its state terminal. Every error that is raised
    leaves the job resumable: nothing that is known of it is lost.
    """
    job.streaming = False
    phase = _beginning(job)
    try:
        while job.phase != "done":
            phase = (yield from phase(job)) or _finishing
    except Stopped as stopped:
        if job.streaming:
            job.streaming = False
            yield Close()  # whatever comes back: the first interrupt is what counts
        yield Tell("interrupted", {"job_id": job.id})
        raise stopped.cause from None


def _beginning(job: JobState) -> Phase:
    """Return where to start: a create that went out is never sent again."""
    if job.refusal is not None:
        raise job.refusal
    if job.ending is not None:
        return _finishing
    if job.phase == "create" and not job.sent:
        return _creating
    job.phase = "follow"
    return _following


def _creating(job: JobState) -> Steps[Phase | None]:
    """Create the job, and read the stream that the create may have opened."""
    yield from _created(job)
    job.phase = "follow"
    job.release()
    if job.streaming:
        job.left = yield from _read_create(job)
        job.lost_stream = True
    return _following if job.ending is None else _finishing


def _following(job: JobState) -> Steps[Phase | None]:
    """Read the stream operation the job has of its own; then go on without."""
    stream = job.lifecycle.stream
    if stream is not None and stream.call is not None and _may_stream(job):
        yield from follow(job, stream.call)
        job.lost_stream = True
    if job.ending is not None:
        return _finishing
    if job.lost_stream:
        yield from ask(Tell("fallback_polling_start", {"job_id": job.id}))
    if job.lifecycle.fallback is not None:
        return _settling
    if can_poll(job):
        return _polling
    raise uncertain(job, Uncertain("nothing tells how the job ended"))


def _settling(job: JobState) -> Steps[None]:
    """Compare the state before and after."""
    assert job.lifecycle.fallback is not None
    return settle(job, job.lifecycle.fallback, job.left)


def _polling(job: JobState) -> Steps[None]:
    """Ask until it has ended. Most jobs wait here: it keeps no frame of its own."""
    return poll(job, due=job.now if job.left is not None else None)


def _finishing(job: JobState) -> Steps[Phase | None]:
    """Fetch the result; or begin once more where the document allows it."""
    if not _again(job):
        yield from finish(job)
        return None
    yield from ask(Tell("retry", _facts(job)))
    _begin_anew(job)
    return _creating


def _created(job: JobState) -> Steps[None]:
    """Create; once more with new acquired values when the old ones are refused."""
    try:
        return (yield from create(job))
    except ClientError as error:
        if not (yield from renewed(job, error)):
            raise
    job.refusal, job.sent = None, False
    yield from create(job)


def _may_stream(job: JobState) -> bool:
    return job.setup.streaming and job.streams_again


def _read_create(job: JobState) -> Steps[Reason]:
    """Read the create's own stream; when it ends without an id, look for one."""
    reason = yield from read_stream(job, reader(job))
    if job.ending is None and job.id is None and job.lifecycle.id:
        verdict = Uncertain("the stream ended before it told the job's id")
        yield from unsettled(job, verdict, Failed("read", sent=True))
    return reason


def _again(job: JobState) -> bool:
    """Whether a failed job may be followed by a new one."""
    again = job.lifecycle.again
    if again is None or job.rounds >= again.times or job.state == "succeeded":
        return False
    words = {word.casefold() for word in again.states}
    return job.state in words or (job.status or "").casefold() in words


def _begin_anew(job: JobState) -> None:
    job.rounds += 1
    job.phase = "create"
    job.sent = False
    job.id = job.chosen_id = job.key = job.ending = job.status = job.told = None
    job.left = None
    job.state, job.rank, job.progress = "unknown", -1, None
    job.captured = {}
    job.polled = None
    job.polls = job.failures = job.missing = job.denied = job.unreadable = 0
    job.created = job.now
    job.grace_until = job.now + job.lifecycle.wait.grace


def _facts(job: JobState) -> dict[str, object]:
    return {
        "operation": job.operation.key,
        "attempt": job.rounds + 1,
        "delay": 0.0,
        "reason": f"the job ended {job.status or job.state}",
    }
