"""How patient a client is: retries, polling pace, streams and limits, as values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Retry:
    """When a request is repeated, and how long the pauses are (seconds)."""

    max_retries: int = 2
    """For creates and plain calls; polls have no count, only their deadline."""
    first: float = 1.0
    factor: float = 2.0
    ceiling: float = 16.0
    jitter: float = 0.25
    """Each pause is shortened by up to this share; it never grows."""
    hint_ceiling: float = 120.0
    """A longer Retry-After is an error that carries the hint."""
    budget: float = 100.0
    """Tokens a client may spend on retries; a success gives one back."""
    retry_cost: float = 5.0
    throttle_cost: float = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """The pace of polling where neither server nor document says one (seconds)."""

    first: float | None = None
    """None: as the lifecycle declares, like every other None here."""
    interval: float | None = None
    factor: float | None = None
    ceiling: float | None = None
    jitter: float | None = None
    shortest: float = 0.2
    """The server's hint is obeyed, but never below this."""
    request_timeout: float = 30.0
    """What one poll may take in all."""
    bad_answers: int = 10
    """Unreadable answers in a row after which the wait ends."""
    degraded_after: float = 30.0
    """Seconds without a good answer after which `on_degraded` is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamPolicy:
    """How a stream is read before polling takes over (seconds)."""

    buffered: float = 10.0
    """Without a byte so soon after the headers, the stream is held up on its way."""
    reconnects: int = 3
    """Connects without a new event, for a stream operation of its own."""
    pauses: tuple[float, ...] = (0.0, 1.0, 2.0)
    reopen_after: float = 30.0
    """Pause before a silent stream operation is opened again."""
    bad_events: int = 20
    """Unreadable events in a row after which polling takes over."""
    replay_window: int = 32
    """Events remembered, to drop a replay after a reconnect."""
    unsupported_for: float = 600.0
    """How long an answer such as 404 or 405 to a stream is remembered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What is bounded: sizes in bytes, numbers in flight, times in seconds."""

    json_bytes: int = 64 * 1024 * 1024
    event_bytes: int = 32 * 1024 * 1024
    header_bytes: int = 64 * 1024
    download_bytes: int | None = None
    """None: as much as the server sends."""
    polls_in_flight: int = 16
    creates_in_flight: int = 8
    open_streams: int = 16
    connect_timeout: float = 5.0
    write_timeout: float = 30.0
    read_timeout: float = 30.0
    json_depth: int = 512
    clean_up: float = 5.0
    """How long a cancel request or a shielded clean-up may take."""
