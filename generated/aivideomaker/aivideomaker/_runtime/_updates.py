"""What a caller is told about a job: updates on the way, the outcome at its end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Literal, TypeAlias

from ._changes import Change
from ._lifecycle import State

Source: TypeAlias = Literal["create", "stream", "poll"]
"""What carried a piece of news: the create's answer, the stream, or a poll."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobUpdate:
    """One piece of news about a job, whatever carried it."""

    state: State
    """The normalised state."""
    status: str | None = None
    """The provider's own word for the state."""
    progress: float | None = None
    """Percent, 0 to 100."""
    message: str | None = None
    partial: Any = None
    """Results so far, or the newest increment of a text."""
    source: Source = "poll"
    stale: bool = False
    """It came out of order: the job is already further."""
    at: float = 0.0
    """Seconds since the job was submitted."""
    raw: Any = None
    """The decoded event or answer, or its text when it is no JSON."""
    queue_position: int | None = None
    logs: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The normalised end of a job."""

    ok: bool
    state: State
    status: str | None = None
    job_id: str | None = None
    data: Any = None
    """The result as decoded JSON, or the whole last answer of a job that failed."""
    error_code: str | None = None
    """A stable code where one is known, else the provider's."""
    error_message: str | None = None
    guidance: str | None = None
    retry_after: float | None = None
    trace_id: str | None = None
    warnings: tuple[str, ...] = ()
    provider_code: str | None = None
    summary: str | None = None
    """The result in words, where the document has a template for it."""
    changes: tuple[Change, ...] = ()
    """What a state differs in from the one before, where states are compared."""
    names: Mapping[str, str] = field(
        default_factory=dict[str, str],
        repr=False,
        compare=False,
    )
    """Renamed keys for `to_dict(style="wire")`."""

    def to_dict(self, style: Literal["python", "wire"] = "python") -> dict[str, Any]:
        """Return plain values; `style="wire"` uses the names the document declares."""
        found = {
            item.name: getattr(self, item.name)
            for item in fields(self)
            if item.name != "names"
        }
        found["warnings"] = list(self.warnings)
        found["changes"] = [change._asdict() for change in self.changes]
        if style == "python":
            return found
        return {self.names.get(key, key): value for key, value in found.items()}
