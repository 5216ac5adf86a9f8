"""Drive the machine, blocking: move bytes and sleep. `_async_driver.py` is its twin.

Both drivers do the same for every command; what is thought is thought in the machine.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias, assert_never

from ._job_state import Steps
from ._limiter import Gates, Lease
from ._wire import (
    Close,
    Command,
    Emit,
    Failed,
    Interrupted,
    Lane,
    Note,
    Open,
    Outcome,
    Read,
    Send,
    Sleep,
    Tell,
    Woke,
)

if TYPE_CHECKING:
    from ._transport import Transport

Observer: TypeAlias = Callable[[str, Mapping[str, Any]], None]

DROPPED = Failed("read", sent=True, cause=ConnectionError("too many open streams"))
"""The stream had to go for another one."""
FULL = Failed("pool", sent=False, timeout=True)
"""No place came free in time."""
_QUEUE = 3600.0
"""Seconds a create may wait for its place; they are not counted as its own."""


@dataclass(frozen=True, slots=True)
class Channel:
    """What a blocking driver moves bytes with."""

    transport: Transport
    gates: Gates
    clock: Callable[[], float]
    sleep: Callable[[float], None]


def patience(lane: Lane, left: float) -> float:
    """Return how long to wait for a place: a poll may be missed, a create not."""
    return _QUEUE if lane == "create" else left


def shifted(lane: Lane, deadline: float, waited: float) -> float:
    """Return a deadline without the time a create waited for its place."""
    return deadline + waited if lane == "create" else deadline


class Driver:
    """Drives one machine, blocking."""

    __slots__ = (
        "_channel",
        "_held",
        "_lease",
        "_machine",
        "_observer",
        "_outcome",
        "_pause",
        "_process",
    )

    def __init__(self, machine: Steps[None], io: Channel, observer: Observer) -> None:
        self._machine = machine
        self._channel = io
        self._observer = observer
        self._outcome: Any = None
        self._lease: Lease | None = None
        self._held = False
        self._pause: Sleep | None = None
        self._process = os.getpid()

    @property
    def is_inherited(self) -> bool:
        """Whether another process made it, before a fork."""
        return self._process != os.getpid()

    def step(self) -> Emit | Note | None:
        """Run until there is news for the caller; None: the job has ended."""
        while True:
            found = self.advance()
            if not isinstance(found, (Sleep, Read)):
                return found
            self.perform(found)

    def advance(self) -> Emit | Note | Sleep | Read | None:
        """Run until there is news, or a pause or read that the caller makes.

        None: the end. A pause that is not over is handed out again.
        """
        if self._pause is not None and self._channel.clock() < self._pause.until:
            return self._pause
        while True:
            try:
                command = self._machine.send(self._outcome)
            except StopIteration:
                self.close()
                return None
            except BaseException:
                self.close()
                raise
            self._pause = command if isinstance(command, Sleep) else None
            if isinstance(command, (Emit, Note, Sleep)):
                self._free()
                self._outcome = Woke(self._channel.clock())
                return command
            if isinstance(command, Read):
                return command
            self._outcome = self._outcome_of(command)

    def perform(self, command: Sleep | Read) -> bool:
        """Pause or read; False where an interrupt ended it, for `advance` to raise."""
        self.wake()
        self._outcome = self._outcome_of(command)
        return not isinstance(self._outcome, Interrupted)

    def wake(self) -> None:
        """The pause is over."""
        self._pause = None

    def _outcome_of(self, command: Command) -> Outcome:
        try:
            return self._do(command)
        except Exception:
            self.close()
            raise
        except BaseException as cause:  # KeyboardInterrupt: the machine cleans up
            return Interrupted(cause)

    def _do(self, command: Command) -> Outcome:
        io = self._channel
        match command:
            case Send(request, deadline, lane):
                asked = io.clock()
                if not io.gates.enter(lane, patience(lane, deadline - asked)):
                    return FULL
                try:
                    return io.transport.send(
                        request,
                        shifted(lane, deadline, io.clock() - asked),
                    )
                finally:
                    io.gates.leave(lane)
            case Open():
                return self._open(command)
            case Read(max_wait):
                return self._read(max_wait)
            case Close():
                self._shut()
            case Sleep(until):
                io.sleep(max(until - io.clock(), 0.0))
            case Tell(event, fields):
                self._observer(event, fields)
            case Emit() | Note():
                raise AssertionError("handed to the caller")
            case _:
                assert_never(command)
        return Woke(io.clock())

    def _open(self, command: Open) -> Outcome:
        """Open a stream; a create keeps its place until its id is known."""
        io, lane, asked = self._channel, command.lane, self._channel.clock()
        if not io.gates.enter(lane, patience(lane, command.deadline - asked)):
            return FULL
        deadline = shifted(lane, command.deadline, io.clock() - asked)
        self._held = lane == "create"
        try:
            reply, stream = io.transport.open(command.request, deadline)
        finally:
            if not self._held:
                io.gates.leave(lane)
        if stream is not None:
            self._lease = Lease(stream)
            for lease in io.gates.streams.admit(self._lease):
                lease.stream.close()
        return reply

    def _read(self, max_wait: float) -> Outcome:
        lease = self._lease
        if lease is None or not self._channel.gates.streams.begin(lease):
            return DROPPED
        try:
            outcome: Outcome = lease.stream.read(max_wait)
        finally:
            self._channel.gates.streams.end(lease)
        return outcome

    def _shut(self) -> None:
        lease, self._lease = self._lease, None
        if lease is not None:
            self._channel.gates.streams.forget(lease)
            lease.stream.close()

    def _free(self) -> None:
        if self._held:
            self._held = False
            self._channel.gates.leave("create")

    def close(self) -> None:
        """Give everything back: the machine, the stream, the place in the queue."""
        self._free()
        self._machine.close()
        self._shut()
