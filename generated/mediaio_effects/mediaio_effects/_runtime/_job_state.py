"""What the machine knows of one job, and what the jobs of a client share."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final, Literal, TypeAlias, TypeVar

from ._changes import Change
from ._errors import ClientError
from ._expressions import Scope
from ._lifecycle import Lifecycle, State
from ._operation import Operation
from ._options import DEFAULT_OPTIONS, Arguments
from ._reading import Reading
from ._setup import Setup as Setup
from ._updates import JobUpdate, Source
from ._wire import Command, Interrupted, Outcome, Reply

R = TypeVar("R")
Steps: TypeAlias = Generator[Command, Outcome, R]
"""A part of the machine: commands out, outcomes in, `R` at its end."""


@dataclass(frozen=True, slots=True)
class Looks:
    """What expressions look at once a job is created; all else can be let go."""

    request: bool = True
    headers: bool = True


NO_ARGUMENTS: Final = Arguments()
_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})


def _nothing() -> Mapping[str, Any]:
    return _NOTHING


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class JobState:
    """One job on its way: what was declared, and what is known so far."""

    setup: Setup
    operation: Operation[Any]
    lifecycle: Lifecycle
    arguments: Arguments
    created: float
    """Monotonic time of the create."""
    deadline: float
    """Monotonic time at which the wait ends; infinite when there is none."""
    grace_until: float
    """Monotonic time until which `no such job` means `not yet`."""
    looks: Looks
    """What later expressions look at."""
    phase: Literal["create", "follow", "done"] = "create"
    streams_again: bool = True
    """A stream of its own may still be opened."""

    id: str | None = None
    chosen_id: str | None = None
    """The id this client chose, where the document lets it."""
    state: State = "unknown"
    status: str | None = None
    rank: int = -1
    """How far the job is known to be; see `_reading.RANK`."""
    progress: float | None = None
    message: str | None = None
    raw: Any = None
    source: Source = "create"
    answer: Scope | None = None
    """The last answer or event; what `$response` means."""
    ending: Reading | None = None
    """The terminal news, once there is one."""

    inputs: Mapping[str, Any] = field(default_factory=_nothing)
    """What `$request` means: the create's inputs by place."""
    captured: Mapping[str, Any] = field(default_factory=_nothing)
    kept: Mapping[str, Any] = field(default_factory=_nothing)
    url: str = ""
    """URL of the create, for its origin and for relative URLs."""
    key: str | None = None
    """The idempotency key that was sent."""
    credential: str | None = None
    """Where the last request's credential came from."""
    request_id: str | None = None
    trace_id: str | None = None
    error_code: str | None = None
    """The provider's code of a failure."""
    error_message: str | None = None
    category: str | None = None
    """Category of a failure, where a rule names one."""
    stable_code: str | None = None
    guidance: str | None = None
    details: Any = None
    """What the provider tells about a failure beside code and message."""
    retry_after: float | None = None
    """Seconds the last state asked to wait."""
    usage: Any = None
    result: Any = None
    completed: float | None = None
    """Monotonic time at which the result was read."""
    changes: tuple[Change, ...] = ()
    """What the state differs in from the one kept before the create."""
    warnings: tuple[str, ...] = ()

    attempts: int = 0
    """Creates sent."""
    sent: bool = False
    """A create went out: this job is never created anew, whoever waits for it."""
    refusal: ClientError | None = None
    """Why there is no job."""
    rounds: int = 0
    """New creates after a failed job."""
    polls: int = 0
    polled: float | None = None
    """When the last poll began."""
    missing: int = 0
    """Answers in a row that did not know the job."""
    denied: int = 0
    """Answers in a row that refused the credential."""
    unreadable: int = 0
    """Answers in a row that could not be read."""
    failures: int = 0
    """Polls in a row without a good answer."""
    failing_since: float | None = None
    fault: BaseException | None = None
    """What the last poll failed with; None after a good answer."""
    uncertain: bool = False
    """The create may not have arrived: only a good answer makes the job sure."""
    streaming: bool = False
    """A stream is open."""
    left: str | None = None
    """Why the create's stream was left, see `_stream_reader.Reason`."""
    lost_stream: bool = False
    """A stream was there or was tried, and polling took its place."""
    text: str = ""
    """Text of the stream so far."""
    fragment: bytes = b""
    """What came of an answer or an event that was cut off."""
    told: JobUpdate | None = None
    """The last update that was emitted."""
    foretold: Reading | None = None
    """What was told together with the id."""
    words: tuple[str, ...] = ()
    """Unknown words already warned about."""
    renewed: bool = False
    """Acquired values were replaced once."""

    def release(self) -> None:
        """Let go of what the create alone needed; bodies can be large."""
        if self.looks.request or self.lifecycle.again is not None:
            return
        self.inputs = _NOTHING
        options = self.arguments.options
        usual = options is DEFAULT_OPTIONS
        self.arguments = NO_ARGUMENTS if usual else Arguments(options=options)

    def __repr__(self) -> str:
        return f"<JobState {self.id or '(no id yet)'} {self.state}>"

    @property
    def now(self) -> float:
        """The monotonic time."""
        return self.setup.clock()

    @property
    def elapsed(self) -> float:
        """Seconds since the create."""
        return self.now - self.created


class Stopped(Exception):
    """An interrupt reached the machine; `cause` goes on to the caller."""

    def __init__(self, cause: BaseException) -> None:
        super().__init__()
        self.cause = cause


def ask(command: Command) -> Steps[Outcome]:
    """Hand out a command and return its outcome; an interrupt ends the machine."""
    return checked((yield command))


def checked(outcome: Outcome) -> Outcome:
    """Return an outcome; an interrupt ends the machine."""
    if isinstance(outcome, Interrupted):
        raise Stopped(outcome.cause)
    return outcome


def scope(job: JobState, reply: Reply | None = None, body: Any = None) -> Scope:
    """Return what expressions see now: of this answer, else of the last one."""
    status, headers = None, _NOTHING
    if reply is not None:
        status, headers = reply.status, dict(reply.headers)
    elif (known := job.answer) is not None:
        status, headers, body = known.status, known.headers, known.body
    kept = {**job.setup.kept, **job.kept} if job.setup.kept else job.kept
    return Scope(
        status=status,
        headers=headers,
        body=body,
        method=job.operation.method,
        url=job.url,
        request=job.inputs,
        job_id=job.id,
        captured=job.captured,
        kept=kept,
    )


def snapshot(job: JobState, source: Source, **changes: Any) -> JobUpdate:
    """Return the job as it stands as an update."""
    values: dict[str, Any] = {
        "state": job.state,
        "status": job.status,
        "progress": job.progress,
        "message": job.message,
        "source": source,
        "at": round(job.elapsed, 6),
        "raw": job.raw,
    }
    return JobUpdate(**{**values, **changes})
