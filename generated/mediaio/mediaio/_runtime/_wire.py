"""What passes between the machine and its drivers: commands out, outcomes in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from ._values import empty

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ._updates import JobUpdate

Headers: TypeAlias = tuple[tuple[str, str], ...]

Content: TypeAlias = "bytes | Callable[[], Iterator[bytes]]"
"""Bytes, or for streamed uploads what yields them anew for each try."""

Phase: TypeAlias = Literal[
    "dns",
    "connect",
    "tls",
    "proxy",
    "pool",
    "write",
    "read",
    "protocol",
    "redirect",
    "too_large",
]
"""Where a request failed."""

Lane: TypeAlias = Literal["plain", "create", "poll"]
"""What a request is for; creates and polls are bounded in number by the limiter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request ready to be sent. Credentials are added by the transport adapter."""

    method: str
    url: str
    headers: Headers = ()
    content: Content = b""
    security: tuple[tuple[str, ...], ...] = ()
    operation: str = ""
    """Key of the operation, for messages and limits."""
    fresh: bool = False
    """Use a fresh connection (a create without an idempotency key)."""
    read_timeout: float | None = None
    """Seconds a single read may wait; None: the client's limit."""

    def __repr__(self) -> str:
        """Show no header, body or query: they may hold what the user keeps secret."""
        return f"Request({self.method!r}, {self.url.partition('?')[0]!r})"


# Commands: what the machine asks for.


@dataclass(frozen=True, slots=True)
class Send:
    """Send and read the whole answer before `deadline` (monotonic seconds)."""

    request: Request
    deadline: float
    lane: Lane = "plain"


@dataclass(frozen=True, slots=True)
class Open:
    """Send and stop after the headers: `Reply` with an empty body, then `Read`."""

    request: Request
    deadline: float
    lane: Lane = "plain"


@dataclass(frozen=True, slots=True)
class Read:
    """The next chunk of the open stream, waiting at most `max_wait` seconds."""

    max_wait: float


@dataclass(frozen=True, slots=True)
class Close:
    """Close the open stream; answered with `Woke`."""


@dataclass(frozen=True, slots=True)
class Sleep:
    """Sleep until a monotonic time; answered with `Woke`."""

    until: float


@dataclass(frozen=True, slots=True)
class Emit:
    """Hand an update to the caller; answered with `Woke`."""

    update: JobUpdate


@dataclass(frozen=True, slots=True)
class Note:
    """The id is known: announce it before anything else; answered with `Woke`."""

    job_id: str
    update: JobUpdate | None = None
    """The news that came with the id, told next."""


@dataclass(frozen=True, slots=True)
class Tell:
    """A fact for hooks, logs and the command line (`sse_open`, `poll`, ...)."""

    event: str
    fields: Mapping[str, Any] = field(default_factory=empty)


Command: TypeAlias = "Send | Open | Read | Close | Sleep | Emit | Note | Tell"

# Outcomes: what the driver answers.


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: status, headers (names lower-cased), body."""

    status: int
    headers: Headers = ()
    body: bytes = field(default=b"", repr=False)
    """Not shown: it may echo a secret."""

    def __repr__(self) -> str:
        """Show neither headers nor body: servers echo what they were sent."""
        return f"Reply({self.status}, {len(self.body)} bytes)"


@dataclass(frozen=True, slots=True)
class Chunk:
    """Bytes of the open stream, decompressed."""

    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Eof:
    """The stream ended cleanly."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The exchange failed. `sent`: the request may have been read by the server.

    `timeout` marks a wait that ran out (a `Read` answered so must be followed by
    `Close`).
    """

    phase: Phase
    sent: bool
    cause: BaseException | None = None
    timeout: bool = False
    retryable: bool = True
    head: Reply | None = None
    """What came of the answer before it broke off."""


@dataclass(frozen=True, slots=True)
class Woke:
    """Done; the time is now `now` (monotonic seconds)."""

    now: float


@dataclass(frozen=True, slots=True)
class Interrupted:
    """KeyboardInterrupt or task cancellation reached the driver."""

    cause: BaseException


Outcome: TypeAlias = "Reply | Chunk | Eof | Failed | Woke | Interrupted"
