"""Bound what is in flight: polls, creates, open streams and spent retries."""

from __future__ import annotations

import os
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any, Final

from ._loop import limit
from ._policy import Limits, Retry
from ._wire import Lane

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

    hosts: set[str] = field(default_factory=set[str])
    no_stream: dict[str, float] = field(default_factory=dict[str, float])
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


@dataclass(slots=True, eq=False)
class Lease:
    """The right of one job to keep its stream open."""

    stream: Any
    """A `Stream` or an `AsyncStream`."""
    busy: bool = False
    """It is being read right now."""
    dropped: bool = False


class OpenStreams:
    """Keeps at most so many streams open: the one read longest ago has to go."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._leases: OrderedDict[Lease, None] = OrderedDict()
        self._lock = threading.Lock()

    def admit(self, lease: Lease) -> list[Lease]:
        """Take in a new stream; return those that have to be closed for it."""
        with self._lock:
            self._leases[lease] = None
            surplus = len(self._leases) - self._limit
            idle = [
                item for item in self._leases if not item.busy and item is not lease
            ]
            dropped = idle[: max(surplus, 0)]
            for item in dropped:
                item.dropped = True
                del self._leases[item]
            return dropped

    def begin(self, lease: Lease) -> bool:
        """Start reading; False when the stream was dropped meanwhile."""
        with self._lock:
            if lease.dropped:
                return False
            lease.busy = True
            if lease in self._leases:
                self._leases.move_to_end(lease)
            return True

    def end(self, lease: Lease) -> None:
        """Reading is over for now."""
        lease.busy = False

    def forget(self, lease: Lease) -> None:
        """The stream is closed."""
        with self._lock:
            self._leases.pop(lease, None)


class Gates:
    """At most so many polls and creates of a client at a time, between threads."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._begin()

    def _begin(self) -> None:
        self._process = os.getpid()
        self.streams = OpenStreams(self._limits.open_streams)
        self._gates = {
            "poll": threading.BoundedSemaphore(self._limits.polls_in_flight),
            "create": threading.BoundedSemaphore(self._limits.creates_in_flight),
        }

    def enter(self, lane: Lane, max_wait: float) -> bool:
        """Wait for a place, at most so many seconds; whether there is one."""
        if self._process != os.getpid():
            self._begin()  # after a fork all places are free: their holders stayed behind
        gate = self._gates.get(lane)
        return gate is None or gate.acquire(timeout=max(max_wait, 0.0))

    def leave(self, lane: Lane) -> None:
        """Give the place back."""
        gate = self._gates.get(lane)
        if gate is not None:
            gate.release()


class AsyncGates:
    """At most so many polls and creates of a client at a time, between tasks."""

    def __init__(self, limits: Limits) -> None:
        from asyncio import get_running_loop

        self.streams = OpenStreams(limits.open_streams)
        self._limits = limits
        self._running = get_running_loop
        self._loops: dict[Any, dict[str, Any]] = {}
        """Event loop -> its gates: what waits in one loop cannot wake up in another."""

    def _gate(self, lane: Lane) -> Any:
        loop = self._running()
        gates = self._loops.get(loop)
        if gates is None:
            gates = self._new_gates()
            alive = {old: at for old, at in self._loops.items() if not old.is_closed()}
            self._loops = {**alive, loop: gates}
        return gates.get(lane)

    def _new_gates(self) -> dict[str, Any]:
        from asyncio import BoundedSemaphore

        return {
            "poll": BoundedSemaphore(self._limits.polls_in_flight),
            "create": BoundedSemaphore(self._limits.creates_in_flight),
        }

    async def enter(self, lane: Lane, max_wait: float) -> bool:
        """Wait for a place, at most so many seconds; whether there is one."""
        gate = self._gate(lane)
        if gate is None:
            return True
        try:
            if not gate.locked():
                await gate.acquire()
            else:
                async with limit(max_wait):
                    await gate.acquire()
        except TimeoutError:
            return False
        return True

    def leave(self, lane: Lane) -> None:
        """Give the place back."""
        gate = self._gate(lane)
        if gate is not None:
            gate.release()
