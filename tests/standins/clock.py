"""Jobs that go through their states as time passes."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Job:
    """A job of a system: when it began and what was asked for."""

    id: str
    inputs: Any = None
    duration: float = 0.4
    began: float = field(default_factory=time.monotonic)
    cancelled: bool = False

    def phase(self) -> int:
        """Return 0 in the first third, 1 in the rest, 2 once the time is over."""
        passed = time.monotonic() - self.began
        if passed >= self.duration:
            return 2
        return 0 if passed < self.duration / 3 else 1
