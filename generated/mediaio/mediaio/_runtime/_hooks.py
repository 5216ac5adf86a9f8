"""What a caller may watch: jobs, retries, requests and responses, secrets masked."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from ._updates import JobUpdate

Facts: TypeAlias = "Mapping[str, Any]"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestInfo:
    """A request about to be sent, for showing."""

    operation: str
    method: str
    url: str
    """Query values masked."""
    headers: Mapping[str, str]
    """Values of well-known harmless headers only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseInfo:
    """What came back, for showing."""

    operation: str
    method: str
    url: str
    status: int | None
    """None: no answer; `error` says why."""
    headers: Mapping[str, str]
    elapsed: float
    """Seconds from sending to the end of the headers."""
    error: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hooks:
    """Functions called on events of a client.

    They run where the event happens and should return quickly. An error in one is
    logged and changes nothing, except in `on_submitted`: what it raises is raised.
    """

    on_submitted: Callable[[Any], None] | None = None
    """The job's id is known; called before anything else can fail."""
    on_update: Callable[[Any, JobUpdate], None] | None = None
    on_retry: Callable[[Facts], None] | None = None
    """A request is repeated: operation, attempt, delay, reason."""
    on_degraded: Callable[[Facts], None] | None = None
    """A wait goes on without good answers: job_id, seconds, reason."""
    on_event: Callable[[Any, str, Facts], None] | None = None
    """Every fact of a job, by name: `sse_open`, `poll`, `retry`, ..., with the job."""
    on_interrupt: Callable[[Any], None] | None = None
    """KeyboardInterrupt or cancellation reached a wait; the job runs on."""
    on_request: Callable[[RequestInfo], None] | None = None
    on_response: Callable[[ResponseInfo], None] | None = None


NO_HOOKS = Hooks()


def call(hook: Callable[..., None] | None, *values: Any) -> None:
    """Call a hook, if there is one; log what it raises and go on."""
    if hook is None:
        return
    try:
        hook(*values)
    except Exception:  # a watcher must not change what it watches
        logger().warning("a hook failed", exc_info=True)


def logger() -> logging.Logger:
    """Return the logger of the package that carries this runtime."""
    return logging.getLogger(__name__.rsplit(".", 2)[0])
