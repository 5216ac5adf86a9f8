"""What a caller sees of a job, whatever drives it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, Generic, NoReturn, TypeVar

from ._assets import Fetch, urls
from ._ending import error_of, informed, outcome_of
from ._engine import Engine
from ._errors import ClientError, NotSupportedError
from ._hooks import call
from ._job_state import JobState, snapshot
from ._lifecycle import State
from ._omit import OMIT, Omit
from ._token import write_token
from ._updates import JobUpdate, Outcome, Source

T = TypeVar("T")
C = TypeVar("C")

_PENDING: Final = 1000
"""Updates kept when something else than `updates()` moved the job on."""


class JobView(Generic[T, C]):
    """A job's face: what is known, the outcome, the token."""

    __slots__ = ("_engine", "_job", "_pending", "_value")

    def __init__(self, engine: Engine[C], job: JobState) -> None:
        self._engine = engine
        self._job = job
        self._pending: list[JobUpdate] = []
        self._value: Any = OMIT

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id or '(no id yet)'} {self.state}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a job is not pickled: keep its token, and resume that")

    @property
    def id(self) -> str | None:
        """The job's id; None where the provider gives none."""
        return self._job.id

    @property
    def state(self) -> State:
        """The normalised state."""
        return self._job.state

    @property
    def status(self) -> str | None:
        """The provider's own word for the state."""
        return self._job.status

    @property
    def progress(self) -> float | None:
        """Percent, where the provider tells it."""
        return self._job.progress

    @property
    def message(self) -> str | None:
        """The last message or the text so far."""
        return self._job.message

    @property
    def source(self) -> Source:
        """What brought the last news: create, stream or poll."""
        return self._job.source

    @property
    def raw(self) -> Any:
        """The last answer or event, decoded."""
        return self._job.raw

    @property
    def usage(self) -> Any:
        """What the job costs or used, where the provider tells it."""
        return self._job.usage

    @property
    def warnings(self) -> tuple[str, ...]:
        """What is odd about the job so far."""
        return tuple(self._job.warnings)

    @property
    def request_id(self) -> str | None:
        """The id the server gave to the create's exchange."""
        return self._job.request_id

    @property
    def trace_id(self) -> str | None:
        """The id under which the server traced the create."""
        return self._job.trace_id

    @property
    def done(self) -> bool:
        """Whether the job has ended and everything about it is known."""
        return self._job.phase == "done"

    @property
    def outcome(self) -> Outcome | None:
        """The normalised end; None while the job runs."""
        return outcome_of(self._job)

    @property
    def token(self) -> str:
        """Text to resume the job with, in another process too; holds no secret."""
        return write_token(self._job)

    @property
    def assets(self) -> tuple[str, ...]:
        """URLs of the result's files."""
        return urls(self._job)

    def _until(self, timeout: float | Omit | None) -> float:
        """Return the deadline of a wait: given, declared, or none at all."""
        job = self._job
        declared = job.lifecycle.wait.deadline
        seconds = declared if isinstance(timeout, Omit) else timeout
        return float("inf") if seconds is None else job.now + seconds

    def _fetch(
        self,
        directory: Any,
        overwrite: bool,
        timeout: float | None,
        progress: Any,
    ) -> Callable[[Fetch], Any]:
        """Return what downloads one file into the folder."""
        fetch = self._engine.fetch
        if fetch is None:
            raise NotSupportedError("this client downloads no files")
        given = {"overwrite": overwrite, "timeout": timeout, "progress": progress}
        return lambda wish: fetch(wish.url, directory, taken=wish.taken, **given)

    def _result(self) -> T:
        """Return the typed result, or raise what the outcome means."""
        outcome = self.outcome
        assert outcome is not None
        if not outcome.ok:
            raise informed(error_of(self._job, outcome), self._job, self)
        if self._value is OMIT:
            self._value = self._engine.convert(self._job.operation, outcome.data)
        value: T = self._value
        return value

    def _informed(self, error: ClientError) -> ClientError:
        """Attach the job; leave behind the frames, which hold bodies as they came."""
        return informed(error, self._job, self).with_traceback(None)

    def _submitted(self) -> None:
        """The id is known: tell who asked to know; what they raise is raised."""
        options = self._job.arguments.options
        for hook in (options.on_submitted, self._engine.hooks.on_submitted):
            if hook is not None:
                hook(self)

    def _later(self, update: JobUpdate) -> None:
        """Keep an update for who follows the job; the oldest go when nobody does."""
        self._updated(update)
        self._keep(update)

    def _keep(self, update: JobUpdate) -> None:
        self._pending.append(update)
        if len(self._pending) > _PENDING:
            del self._pending[0]

    def _observe(self, event: str, fields: Mapping[str, Any]) -> None:
        self._engine.observe(self, event, fields)

    def _updated(self, update: JobUpdate) -> None:
        call(self._engine.hooks.on_update, self, update)

    def _interrupted(self, cause: BaseException) -> None:
        """Leave in an interrupt how the job is found again, and tell the hook."""
        self._noted(cause)
        call(self._engine.hooks.on_interrupt, self)

    def _noted(self, cause: BaseException) -> None:
        """Leave in what is no error of ours how the job is found again."""
        if self._job.phase == "create" and self._job.id is None:
            if self._job.sent:
                text = "the job's create was interrupted; it may have been accepted"
                cause.add_note(text)
        else:
            cause.add_note(
                f"job {self.id} is still running; go on with "
                f"client.jobs.resume({self.token!r})",
            )

    def _now(self) -> JobUpdate:
        return snapshot(self._job, self._job.source)
