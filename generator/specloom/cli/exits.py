"""Exit codes, and which error ends in which: the first that matches."""

from __future__ import annotations

from enum import IntEnum
from typing import Final


class Exit(IntEnum):
    """What the process ends with."""

    DONE = 0
    PROBLEMS = 1
    """Drift, diagnostics, configuration."""
    USAGE = 2
    UNCERTAIN = 3
    """The submission may or may not have been accepted."""
    JOB_ENDED_BADLY = 10
    DEADLINE = 11
    REFUSED = 12
    """The job was accepted, following it was then refused."""
    INSUFFICIENT_CREDITS = 20
    AUTHENTICATION = 21
    INVALID_PAYLOAD = 22
    NOT_FOUND = 23
    TRANSIENT = 24
    OTHER = 25
    FAULT = 70
    INTERRUPTED = 130


CATEGORIES: Final[dict[str, Exit]] = {
    "insufficient_credits": Exit.INSUFFICIENT_CREDITS,
    "authentication": Exit.AUTHENTICATION,
    "validation": Exit.INVALID_PAYLOAD,
    "content_rejected": Exit.INVALID_PAYLOAD,
    "not_found": Exit.NOT_FOUND,
    "rate_limited": Exit.TRANSIENT,
    "upstream": Exit.TRANSIENT,
    "network": Exit.TRANSIENT,
}
"""Category of an error without a job -> exit code; every other category is OTHER."""


def of_category(category: str) -> Exit:
    """Return the exit code of a category when no job was accepted."""
    return CATEGORIES.get(category, Exit.OTHER)


def group_of(category: str) -> str:
    """Return the short name of what an exit code means: `auth`, `transient`, ..."""
    names = {
        Exit.INSUFFICIENT_CREDITS: "insufficient_credits",
        Exit.AUTHENTICATION: "auth",
        Exit.INVALID_PAYLOAD: "validation",
        Exit.NOT_FOUND: "not_found",
        Exit.TRANSIENT: "transient",
    }
    return names.get(of_category(category), "unknown")
