"""The machine that follows one job: commands out, outcomes in, one ending.

It never touches a socket, a clock or a thread; drivers do (`_drivers.py`). Resuming a
job is the same machine started in another phase.
"""

from __future__ import annotations

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


def run(job: JobState) -> Steps[None]:
    """Bring the job to its ending, or raise the error that ended the wait.

    Afterwards `job.phase` is `done` and its state terminal. Every error that is raised
    leaves the job resumable: nothing that is known of it is lost.
    """
    job.streaming = False
    try:
        yield from _rounds(job)
    except Stopped as stopped:
        if job.streaming:
            job.streaming = False
            yield Close()  # whatever comes back: the first interrupt is what counts
        yield Tell("interrupted", {"job_id": job.id})
        raise stopped.cause from None


def _rounds(job: JobState) -> Steps[None]:
    """Create and follow; once more with a new job where the document allows it."""
    while True:
        yield from _until_ended(job)
        if not _again(job):
            return (yield from finish(job))
        yield from ask(Tell("retry", _facts(job)))
        _begin_anew(job)


def _until_ended(job: JobState) -> Steps[None]:
    reason: Reason | None = None
    if job.refusal is not None:
        raise job.refusal
    if job.phase == "create" and job.sent:
        job.phase = "follow"
    if job.phase == "create":
        yield from _created(job)
        job.phase = "follow"
        if job.streaming:
            reason = yield from _read_create(job)
            job.lost_stream = True
    if job.ending is not None:
        return
    stream = job.lifecycle.stream
    if stream is not None and stream.call is not None and _may_stream(job):
        yield from follow(job, stream.call)
        job.lost_stream = True
    if job.ending is None:
        yield from _without_stream(job, reason)


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


def _without_stream(job: JobState, reason: Reason | None) -> Steps[None]:
    """Go on without a stream: compare states where that is declared, else poll."""
    fallback = job.lifecycle.fallback
    if job.lost_stream:
        yield from ask(Tell("fallback_polling_start", {"job_id": job.id}))
    if fallback is not None:
        yield from settle(job, fallback, reason)
    elif can_poll(job):
        yield from poll(job, due=job.now if reason is not None else None)
    else:
        raise uncertain(job, Uncertain("nothing tells how the job ended"))


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
