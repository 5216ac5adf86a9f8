"""One plain exchange with its retries: commands out, outcomes in, a reply at the end."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import urlsplit

from ._classify import Refusal, classify, refused, scope_of, telling, to_error
from ._errors import ClientError
from ._failures import network_error, says_unknown_host
from ._redact import summary
from ._retry import pause_before_retry
from ._wire import Failed, Outcome, Reply, Request, Sleep, Tell

if TYPE_CHECKING:
    from ._expressions import Scope
    from ._job_state import Setup
    from ._lifecycle import Envelope
    from ._operation import Operation

IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY"})
"""RFC 9110, 9.2.2, and the QUERY method."""
_NOT_ACCEPTED = frozenset({425, 429})


@dataclass(frozen=True, slots=True)
class Attempt:
    """Send the request, before a monotonic time; answered with Reply or Failed."""

    request: Request
    deadline: float
    opens: bool = False
    """Stop after the head of a good answer; its body is read as a stream."""


Step: TypeAlias = "Attempt | Sleep | Tell"
Answer: TypeAlias = "Outcome | None"
Steps: TypeAlias = "Generator[Step, Answer, Reply]"


@dataclass(frozen=True, slots=True)
class Patience:
    """How long one exchange may take (monotonic seconds, seconds)."""

    deadline: float
    """Over all attempts."""
    attempt: float
    """Of one attempt."""


def exchange(
    setup: Setup,
    operation: Operation[Any],
    request: Request,
    patience: Patience,
    *,
    judge: bool = True,
    opens: bool = False,
) -> Steps:
    """Send until there is a good answer; raise the typed error otherwise.

    Without `judge` any answer that is not transient is a good one. With `opens` the
    body of a good answer is left to be read.
    """
    attempt = 0
    while True:
        attempt += 1
        until = min(setup.clock() + patience.attempt, patience.deadline)
        outcome = yield Attempt(request, until, opens)
        refusal: Refusal | None = None
        if isinstance(outcome, Reply):
            setup.memory.reached(urlsplit(request.url).netloc)
            refusal = refusal_of(setup, operation, request, outcome)
            if refusal is None or not (judge or refusal.transient):
                setup.budget.earn()
                return outcome
            error: ClientError = to_error(refusal, setup.redactor, operation)
        else:
            assert isinstance(outcome, Failed)
            error = network_error(setup, outcome)
        error.about(
            attempts=attempt,
            request=summary(request.method, request.url, setup.redactor),
        )
        pause = _pause(setup, operation, request, outcome, refusal, attempt)
        if pause is None or setup.clock() + pause >= patience.deadline:
            if refusal is not None and not judge and isinstance(outcome, Reply):
                return outcome
            raise error
        yield Tell("retry", _facts(operation, attempt, pause, error))
        yield Sleep(setup.clock() + pause)


def _facts(
    operation: Operation[Any],
    attempt: int,
    pause: float,
    error: ClientError,
) -> dict[str, Any]:
    return {
        "operation": operation.key,
        "attempt": attempt,
        "delay": round(pause, 3),
        "reason": error.message,
    }


def refusal_of(
    setup: Setup,
    operation: Operation[Any],
    request: Request,
    reply: Reply,
) -> Refusal | None:
    """Return what an answer refuses, None for a good one."""
    envelope = setup.envelope(operation)
    if 200 <= reply.status < 300 and not _may_refuse(reply.body, envelope):
        return None
    scope = scope_of(reply.status, reply.headers, reply.body)
    if setup.kept:
        scope = replace(scope, kept=setup.kept)
    redirect = 300 <= reply.status < 400 and not _declares(operation, reply.status)
    if not redirect and not refused(scope, envelope):
        return None
    if 200 <= reply.status < 300 and _is_declared(operation, reply, scope, envelope):
        return None
    return classify(
        scope,
        rules=setup.rules(operation),
        envelope=envelope,
        credential=setup.credential(request),
    )


def _may_refuse(body: bytes, envelope: Any) -> bool:
    """Tell a body worth decoding twice from one that cannot be an error."""
    if envelope is not None and envelope.success is not None:
        return True
    return b'"error"' in body or b'"success"' in body


def _is_declared(
    operation: Operation[Any],
    reply: Reply,
    scope: Scope,
    envelope: Envelope | None,
) -> bool:
    """Tell an answer that only looks like an error: the document declares it so."""
    field = telling(scope.body)
    if field is None or (envelope is not None and envelope.success is not None):
        return False
    from ._decode import fits_with

    return fits_with(operation, reply, field)


def _declares(operation: Operation[Any], status: int) -> bool:
    return any(response.status == str(status) for response in operation.responses)


def _pause(
    setup: Setup,
    operation: Operation[Any],
    request: Request,
    outcome: Answer,
    refusal: Refusal | None,
    attempt: int,
) -> float | None:
    """Return the pause before a repeat; None: the error stands."""
    retry, hint = setup.retry, None
    allowed = retry.max_retries
    if isinstance(outcome, Failed):
        if not _may_resend(setup, operation, request, outcome, attempt):
            return None
    else:
        assert refusal is not None
        if not _may_ask_again(operation, request, refusal):
            return None
        hint = refusal.retry_after
        if refusal.retry_times and refusal.retry_delay is not None:
            allowed, hint = refusal.retry_times, max(refusal.retry_delay, hint or 0.0)
    if attempt > allowed:
        return None
    pause = pause_before_retry(retry, attempt, hint, setup.random)
    throttled = refusal is not None and refusal.category == "rate_limited"
    if pause is None or not setup.budget.spend(throttled=throttled):
        return None
    return pause


def _may_resend(
    setup: Setup,
    operation: Operation[Any],
    request: Request,
    failed: Failed,
    attempt: int,
) -> bool:
    if not failed.retryable:
        return False
    if failed.phase == "dns" and attempt > 1 and says_unknown_host(failed.cause):
        return urlsplit(request.url).netloc in setup.memory.hosts
    return not failed.sent or is_idempotent(operation)


def _may_ask_again(
    operation: Operation[Any],
    request: Request,
    refusal: Refusal,
) -> bool:
    if refusal.retry_times and refusal.retry_delay is not None:
        return True
    if refusal.status in _NOT_ACCEPTED or refusal.category == "rate_limited":
        return refusal.category != "insufficient_credits"
    transient = refusal.transient or refusal.status in (408, 502, 503, 504)
    return transient and is_idempotent(operation)


def is_idempotent(operation: Operation[Any]) -> bool:
    """Tell whether repeating the operation does no harm."""
    return operation.idempotent or operation.method.upper() in IDEMPOTENT
