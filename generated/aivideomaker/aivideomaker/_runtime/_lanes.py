"""Connections kept for reuse, one request at a time each, with a total deadline."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeAlias, TypeVar

T = TypeVar("T")

Key: TypeAlias = tuple[Any, ...]
"""Scheme and authority; of an async lane also its event loop."""

SHORTEST = 0.001
"""Seconds; a socket timeout of zero would mean `do not wait` instead of `too late`."""


@dataclass(slots=True, eq=False)
class Clock:
    """The moment until which reads of one connection may wait."""

    now: Callable[[], float]
    until: float | None = None

    def cap(self, timeout: float | None) -> float | None:
        """Return a timeout that does not pass the moment."""
        if self.until is None:
            return timeout
        left = max(self.until - self.now(), SHORTEST)
        return left if timeout is None else min(timeout, left)


@dataclass(slots=True, eq=False)
class Lane(Generic[T]):
    """One connection: the HTTP library's transport and its clock."""

    key: Key
    transport: T
    clock: Clock
    used: bool = False


@dataclass(slots=True, eq=False)
class Lanes(Generic[T]):
    """Idle connections by origin; the one used last is taken first."""

    make: Callable[[Key], Lane[T]]
    most: int = 16
    """Idle connections kept for one origin."""
    _idle: dict[Key, list[Lane[T]]] = field(default_factory=dict[Key, list[Lane[T]]])
    _process: int = field(default_factory=os.getpid)

    def __repr__(self) -> str:
        return f"<Lanes: {sum(map(len, self._idle.values()))} idle>"

    def take(self, key: Key, *, fresh: bool = False) -> Lane[T]:
        """Return an idle lane, or a new one."""
        if self._process != os.getpid():
            self._forget()
        if not fresh:
            try:
                return self._idle[key].pop()
            except (KeyError, IndexError):
                pass
        return self.make(key)

    def give(self, lane: Lane[T]) -> bool:
        """Keep a lane whose exchange ended well; False: close it."""
        idle = self._idle.setdefault(lane.key, [])
        if len(idle) >= self.most:
            return False
        lane.used = True
        lane.clock.until = None
        idle.append(lane)
        return True

    def drain(self) -> list[T]:
        """Give up all idle lanes and return their transports, to be closed."""
        found = [lane.transport for lanes in self._idle.values() for lane in lanes]
        self._idle = {}
        return found

    def _forget(self) -> None:
        """After a fork the sockets belong to the parent as well: leave them alone."""
        self._idle = {}
        self._process = os.getpid()


class ClockedBackend:
    """A network backend whose sockets obey a clock."""

    def __init__(self, inner: Any, clock: Clock, broken: type[Exception]) -> None:
        self._inner = inner
        self._clock = clock
        self._broken = broken

    def connect_tcp(self, *args: Any, **kwargs: Any) -> Any:
        """Connect, no longer than the clock allows."""
        kwargs["timeout"] = self._clock.cap(kwargs.get("timeout"))
        inner = self._inner.connect_tcp(*args, **kwargs)
        return ClockedSocket(inner, self._clock, self._broken)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)


class ClockedSocket:
    """A connection whose reads and writes obey a clock."""

    __slots__ = ("_broken", "_clock", "_inner")

    def __init__(self, inner: Any, clock: Clock, broken: type[Exception]) -> None:
        self._inner = inner
        self._clock = clock
        self._broken = broken
        """What the library raises, and forgives, when nothing more can be written."""

    def read(self, max_bytes: int, timeout: float | None = None) -> Any:
        """Read, no longer than the clock allows."""
        return self._inner.read(max_bytes, self._clock.cap(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> Any:
        """Write, no longer than the clock allows, and not past an early answer."""
        try:
            return self._inner.write(buffer, self._clock.cap(timeout))
        except Exception as error:
            late = "Timeout" in type(error).__name__
            if not (late and self._inner.get_extra_info("is_readable")):
                raise
        raise self._broken("the server answered and reads no more")

    def start_tls(self, *args: Any, **kwargs: Any) -> Any:
        """Shake hands, no longer than the clock allows."""
        kwargs["timeout"] = self._clock.cap(kwargs.get("timeout"))
        inner = self._inner.start_tls(*args, **kwargs)
        return ClockedSocket(inner, self._clock, self._broken)

    def close(self) -> None:
        """Close the connection."""
        self._inner.close()

    def get_extra_info(self, info: str) -> Any:
        """Return what the connection knows about itself."""
        return self._inner.get_extra_info(info)


def obey(transport: Any, clock: Clock, broken: type[Exception]) -> None:
    """Put the sockets of a transport under a clock, where the library lets us.

    Without it the total deadline still holds between the pieces of a body.
    """
    pool = getattr(transport, "_pool", None)
    inner = getattr(pool, "_network_backend", None)
    if pool is not None and inner is not None:
        pool._network_backend = ClockedBackend(inner, clock, broken)


def has_rest(transport: Any) -> bool:
    """Tell whether bytes came beyond an answer, where the library lets us look.

    They would be taken for the answer to the next request.
    """
    pool = getattr(transport, "_pool", None)
    for connection in getattr(pool, "connections", ()):
        inner = getattr(connection, "_connection", None)
        parser = getattr(inner, "_h11_state", None)
        if parser is not None and parser.trailing_data[0]:
            return True
    return False
