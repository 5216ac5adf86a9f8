"""Decide pauses: backoff, the server's hints and the pace of polling, as numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Final, TypeAlias

from ._lifecycle import Wait
from ._policy import Poll, Retry

Random: TypeAlias = Callable[[], float]
"""Returns a number from 0 up to 1."""

_NUMBER: Final = re.compile(r"[0-9]{1,300}(?:\.[0-9]{1,9})?")
_LONGEST: Final = 1e9
"""Seconds, some thirty years; the clocks of an operating system end soon after."""
_TRANSIENT: Final = frozenset({408, 425, 429})


def is_transient(status: int) -> bool:
    """Whether an answer with this status may be followed by a better one."""
    return status in _TRANSIENT or status >= 500


def backoff(retry: Retry, attempt: int, random: Random) -> float:
    """Return the pause after the given failed attempt (1 is the first)."""
    steps = min(max(attempt, 1) - 1, 64)
    pause = min(retry.first * retry.factor**steps, retry.ceiling)
    return pause * (1.0 - retry.jitter * random())


def pause_before_retry(
    retry: Retry,
    attempt: int,
    hint: float | None,
    random: Random,
) -> float | None:
    """Return the pause of a create or plain call; None: the hint is too long."""
    if hint is not None and hint > retry.hint_ceiling:
        return None
    return max(hint or 0.0, backoff(retry, attempt, random))


def retry_after(headers: Mapping[str, str], wall: float | None = None) -> float | None:
    """Return the seconds a server asks to wait, from `Retry-After` or its ms form.

    A date is read against the answer's own `Date`, so that a wrong local clock does
    no harm; without one against `wall` (seconds since the epoch), if given.
    """
    millis = seconds(headers.get("retry-after-ms"))
    if millis is not None:
        return millis / 1000.0
    text = headers.get("retry-after")
    found = seconds(text)
    if found is not None or text is None:
        return found
    then = _moment(text)
    now = _moment(headers.get("date")) or wall
    if then is None or now is None:
        return None
    return min(max(then - now, 0.0), _LONGEST)


def seconds(value: object) -> float | None:
    """Read a non-negative number of seconds; anything else is None."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return min(float(value), _LONGEST) if 0 <= value < 1e300 else None
    text = value.strip() if isinstance(value, str) else ""
    return min(float(text), _LONGEST) if _NUMBER.fullmatch(text) else None


def _moment(text: str | None) -> float | None:
    if not text or len(text) > 64:
        return None
    try:
        found = parsedate_to_datetime(text)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError, TypeError, IndexError):
        return None


def paced(wait: Wait, poll: Poll) -> Wait:
    """Return the declared pace with what the caller's policy overrides."""
    own = (poll.first, poll.interval, poll.factor, poll.ceiling, poll.jitter)
    if own == (None,) * len(own):
        return wait
    interval = wait.interval if poll.interval is None else poll.interval
    factor = 1.0 if poll.interval is not None else wait.factor
    ceiling = interval if poll.interval is not None else wait.ceiling
    return Wait(
        first=wait.first if poll.first is None else poll.first,
        interval=interval,
        factor=factor if poll.factor is None else poll.factor,
        ceiling=ceiling if poll.ceiling is None else poll.ceiling,
        jitter=wait.jitter if poll.jitter is None else poll.jitter,
        deadline=wait.deadline,
        attempts=wait.attempts,
        hints=wait.hints,
        grace=wait.grace,
    )


def interval(wait: Wait, polls: int, random: Random) -> float:
    """Return the pause after the given number of polls, with jitter to both sides."""
    steps = min(max(polls, 1) - 1, 64)
    pause = min(wait.interval * wait.factor**steps, max(wait.ceiling, wait.interval))
    return pause * (1.0 + wait.jitter * (2.0 * random() - 1.0))
