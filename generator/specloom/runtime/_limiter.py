"""Bound what is in flight: polls, creates, open streams and spent retries."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import Final

from ._policy import Retry

_REMEMBERED: Final = 1000


class Budget:
    """Tokens that retries spend and good answers give back; one per client."""

    def __init__(self, retry: Retry) -> None:
        self._retry = retry
        self._tokens = retry.budget
        self._lock = threading.Lock()

    @property
    def empty(self) -> bool:
        """Whether not even a throttled retry could be paid."""
        return self._tokens < self._retry.throttle_cost

    def spend(self, *, throttled: bool = False) -> bool:
        """Pay for one retry; False when there are not enough tokens."""
        cost = self._retry.throttle_cost if throttled else self._retry.retry_cost
        with self._lock:
            if self._tokens < cost:
                return False
            self._tokens -= cost
            return True

    def drain(self, *, throttled: bool = False) -> None:
        """Take the cost of a retry that is made in any case (a poll's)."""
        cost = self._retry.throttle_cost if throttled else self._retry.retry_cost
        with self._lock:
            self._tokens = max(0.0, self._tokens - cost)

    def earn(self) -> None:
        """A good answer came."""
        if self._tokens < self._retry.budget:
            with self._lock:
                self._tokens = min(self._retry.budget, self._tokens + 1.0)


@dataclass(slots=True)
class Memory:
    """What a client remembers between jobs: hosts it reached, streams it lacks."""

    hosts: set[str] = field(default_factory=set)
    no_stream: dict[str, float] = field(default_factory=dict)
    """Operation -> monotonic time until which its stream is not tried."""

    def reached(self, host: str) -> None:
        """A host answered."""
        if host not in self.hosts and len(self.hosts) < _REMEMBERED:
            self.hosts.add(host)

    def lacks_stream(self, operation: str, until: float) -> None:
        """An operation said that it does not stream."""
        if len(self.no_stream) < _REMEMBERED:
            self.no_stream[operation] = until

    def streams(self, operation: str, now: float) -> bool:
        """Whether an operation's stream is worth a try."""
        return self.no_stream.get(operation, 0.0) <= now
