"""The simulated jobs: what was created, and where each job is at a given time."""

from __future__ import annotations

import random
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from specloom import ir
from specloom.runtime._lifecycle import TERMINAL, Lifecycle, State

from .scenario import DURATION, TIMELINE, Scenario


@dataclass(slots=True)
class Job:
    """One accepted create; the only values of the simulator that change."""

    id: Any
    operation: ir.Operation
    lifecycle: Lifecycle
    request: Mapping[str, Any]
    started: float
    ends: State
    fetched: int = 0
    cancelled_at: float | None = None

    def stages(self) -> tuple[tuple[float, State], ...]:
        """Return every stage with its time of begin, the end included."""
        return (*TIMELINE, (DURATION, self.ends))

    def state(self, now: float) -> State:
        """Return the state at this time."""
        if self.cancelled_at is not None and now >= self.cancelled_at:
            return "cancelled"
        age = now - self.started
        return [state for at, state in self.stages() if at <= age][-1]

    def summary(self, now: float) -> dict[str, Any]:
        """Return what `/__simulator__/state` tells about it."""
        return {
            "job_id": self.id,
            "operation": self.operation.key,
            "state": self.state(now),
            "age_seconds": round(now - self.started, 3),
            "polls": self.fetched,
        }


@dataclass(slots=True)
class Store:
    """The jobs of one server, and the counters that scenarios consume."""

    scenario: Scenario
    dice: random.Random
    jobs: dict[str, Job] = field(default_factory=dict)
    keyed: dict[str, Job] = field(default_factory=dict)
    creates: int = 0
    attempts: int = 0
    polls: int = 0

    def accept(self, job: Job, key: str | None) -> Job:
        """Keep a new job and count its create."""
        self.creates += 1
        self.jobs[str(job.id)] = job
        if key is not None:
            self.keyed[key] = job
        return job

    def new_id(self, api: ir.Api, schema: ir.Schema | None) -> Any:
        """Return a fresh id in the form its schema asks for."""
        bits = self.dice.getrandbits(128)
        match api.resolve(schema) if schema is not None else None:
            case ir.Numeric(integer=True):
                return 1_000_000 + len(self.jobs)
            case ir.Text(format="uuid"):
                return str(uuid.UUID(int=bits, version=4))
            case _:
                return f"job_{bits:032x}"

    def cancel(self, job: Job, now: float) -> bool:
        """Cancel a job that has not ended; tell whether it was possible."""
        if job.state(now) in TERMINAL:
            return False
        job.cancelled_at = now
        return True
