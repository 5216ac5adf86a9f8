"""The root of the exception tree: what every error knows, and its plain form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, TypedDict, TypeVar

from ._values import is_array, is_mapping

if TYPE_CHECKING:
    from typing import Self

    from typing_extensions import Unpack

E = TypeVar("E", bound="ClientError")


class Issue(NamedTuple):
    """One place where a payload breaks the document, in plain words."""

    field: str
    """Where: `prompt`, `shots[0].seconds`, `query.limit`."""
    expected: str
    actual: str

    def __str__(self) -> str:
        return f"{self.field}: expected {self.expected}, got {self.actual}"


class Context(TypedDict, total=False):
    """What any error may know beside its message."""

    code: str
    category: str
    guidance: str | None
    request_id: str | None
    trace_id: str | None
    retry_after: float | None
    attempts: int | None
    request: str | None
    job: Any
    job_id: str | None
    token: str | None
    state: str | None
    elapsed: float | None


class ClientError(Exception):
    """Root of every error of the client.

    All errors are picklable and have `to_dict()`; none holds a secret. The handle
    `job` stays behind when an error is pickled; `job_id` and `token` go along.
    """

    code: str = "UNKNOWN_ERROR"
    """Stable code for machines."""
    category: str = "unknown"
    guidance: str | None = None
    """What to do next."""
    request_id: str | None = None
    trace_id: str | None = None
    retry_after: float | None = None
    """Seconds the server asked to wait."""
    attempts: int | None = None
    """How often the request was sent."""
    request: str | None = None
    """Method and URL, secrets masked."""
    job: Any = None
    """The handle, when the error is about a job."""
    job_id: str | None = None
    token: str | None = None
    """Text to resume the job with."""
    state: str | None = None
    """The last known state of the job."""
    elapsed: float | None = None
    """Seconds since the job was created."""

    shown: ClassVar[tuple[str, ...]] = (
        "guidance",
        "request_id",
        "trace_id",
        "retry_after",
        "attempts",
        "request",
        "job_id",
        "token",
        "state",
        "elapsed",
    )
    """Attributes that `to_dict()` adds when they are set."""

    def __init__(self, message: str = "", **context: Unpack[Context]) -> None:
        super().__init__(message)
        self.message = message
        for name, value in context.items():
            if value is not None:
                setattr(self, name, value)

    def __str__(self) -> str:
        return f"{self.message} ({self.guidance})" if self.guidance else self.message

    def about(self, **context: Unpack[Context]) -> Self:
        """Attach a job and what is known about it; return the error itself."""
        for name, value in context.items():
            if value is not None:
                setattr(self, name, value)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Return the error as plain values that JSON can hold."""
        found: dict[str, Any] = {
            "error": type(self).__name__,
            "category": self.category,
            "code": self.code,
            "message": self.message,
        }
        for name in self.shown:
            value = getattr(self, name, None)
            if value is not None:
                found[name] = _plain(value)
        return found

    def __reduce__(self) -> tuple[Any, ...]:
        kept = {name: value for name, value in vars(self).items() if name != "job"}
        return _restore, (type(self), kept)


def _restore(kind: type[E], kept: dict[str, Any]) -> E:
    error = kind.__new__(kind)
    Exception.__init__(error, kept.get("message", ""))
    vars(error).update(kept)
    return error


def _plain(value: Any) -> Any:
    if isinstance(value, Issue):
        return value._asdict()
    if is_array(value):
        return [_plain(item) for item in value]
    if is_mapping(value):
        return {str(key): _plain(item) for key, item in value.items()}
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    return _dumped(value)


def _dumped(value: Any) -> Any:
    for name in ("to_dict", "model_dump"):
        dump = getattr(value, name, None)
        if callable(dump):
            return _plain(dump(mode="json") if name == "model_dump" else dump())
    return str(value)
