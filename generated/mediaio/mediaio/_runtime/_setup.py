"""What the exchanges and jobs of one client share: settings, budgets, time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from ._policy import Limits, Poll, Retry, StreamPolicy

if TYPE_CHECKING:
    from ._errors import ClientError
    from ._lifecycle import Envelope, ErrorRule
    from ._limiter import Budget, Memory
    from ._operation import Find, Operation, Service
    from ._options import Arguments
    from ._redact import Redactor
    from ._retry import Random
    from ._session import Fetching
    from ._wire import Request

Build: TypeAlias = "Callable[[Operation[Any], Arguments], Request]"
Fill: TypeAlias = "Callable[[Operation[Any], Arguments], Arguments]"
Renewal: TypeAlias = (
    "Callable[[Operation[Any], Arguments, ClientError], Fetching | None]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """What the jobs of one client share. Clock and randomness come from outside."""

    service: Service
    find: Find
    build: Build
    clock: Callable[[], float]
    """Monotonic seconds."""
    wall: Callable[[], float]
    """Seconds since the epoch; only told and compared with dates of servers."""
    random: Random
    uuid: Callable[[], str]
    redactor: Redactor
    budget: Budget
    memory: Memory
    retry: Retry = field(default_factory=Retry)
    poll: Poll = field(default_factory=Poll)
    stream: StreamPolicy = field(default_factory=StreamPolicy)
    limits: Limits = field(default_factory=Limits)
    streaming: bool = True
    """False: the plain twin of a create is used, and no stream is opened."""
    request_timeout: float = 60.0
    """What one request may take in all."""
    credential: Callable[[Request], str | None] = lambda request: None
    """Where a request's credential comes from, for the error rules."""
    kept: dict[str, Any] = field(default_factory=dict[str, Any])
    """What came with acquired values; `$kept` of every expression."""
    fill: Fill = lambda operation, arguments: arguments
    """Adds the acquired values that the caller did not give."""
    renewal: Renewal = lambda operation, arguments, error: None
    """Returns the steps that replace the acquired values which an error refuses."""

    def rules(self, operation: Operation[Any]) -> tuple[ErrorRule, ...]:
        """Return the error rules of an operation, its own first."""
        return (*operation.errors, *self.service.errors)

    def envelope(self, operation: Operation[Any]) -> Envelope | None:
        """Return the envelope of an operation's answers."""
        return operation.envelope or self.service.envelope
