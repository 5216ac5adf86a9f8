"""What the options of a run say, as one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the options of a run say."""

    base_url: str | None = None
    timeout: float | None = None
    """Of the wait, in seconds; None: as the lifecycle declares."""
    request_timeout: float | None = None
    poll_interval: float | None = None
    stream: bool = True
    allow_unknown: bool = False
    detach: bool = False
    download: Path | None = None
    credentials: Mapping[str, str] = field(default_factory=dict)
    """Scheme -> value, where it does not come from the environment."""
