"""Drive the machine, awaited; see `_driver.py` for its blocking twin."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, assert_never

from ._driver import DROPPED, FULL, Observer, patience, shifted
from ._job_state import Steps
from ._limiter import AsyncGates, Lease
from ._wire import (
    Close,
    Command,
    Emit,
    Interrupted,
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
    from ._transport import AsyncTransport

_CLEAN_UP = 5.0
"""Seconds."""


@dataclass(frozen=True, slots=True)
class AsyncChannel:
    """What an awaited driver moves bytes with."""

    transport: AsyncTransport
    gates: AsyncGates
    clock: Callable[[], float]
    sleep: Callable[[float], Awaitable[None]]

    def pause(self, pause: Sleep) -> Awaitable[None]:
        """Return what has to be awaited for a pause."""
        return self.sleep(max(pause.until - self.clock(), 0.0))


class AsyncDriver:
    """Drives one machine, awaited."""

    __slots__ = (
        "_channel",
        "_held",
        "_lease",
        "_machine",
        "_observer",
        "_outcome",
        "_pause",
    )

    def __init__(
        self,
        machine: Steps[None],
        io: AsyncChannel,
        observer: Observer,
    ) -> None:
        self._machine = machine
        self._channel = io
        self._observer = observer
        self._outcome: Any = None
        self._lease: Lease | None = None
        self._held = False
        self._pause: Sleep | None = None

    async def step(self) -> Emit | Note | None:
        """Run until there is news for the caller; None: the job has ended."""
        while True:
            found = await self.advance()
            if not isinstance(found, (Sleep, Read)):
                return found
            await self.perform(found)

    async def advance(self) -> Emit | Note | Sleep | Read | None:
        """Run until there is news, or a pause or read that the caller makes.

        None: the end. A pause that is not over is handed out again.
        """
        if self._pause is not None and self._channel.clock() < self._pause.until:
            return self._pause
        while True:
            try:
                command = self._machine.send(self._outcome)
            except StopIteration:
                await self.close()
                return None
            except BaseException:
                await self.close()
                raise
            self._pause = command if isinstance(command, Sleep) else None
            if isinstance(command, (Emit, Note, Sleep)):
                self._free()
                self._outcome = Woke(self._channel.clock())
                return command
            if isinstance(command, Read):
                return command
            self._outcome = await self._outcome_of(command)

    async def perform(self, command: Sleep | Read) -> bool:
        """Pause or read; False where an interrupt ended it, for `advance` to raise."""
        self.wake()
        self._outcome = await self._outcome_of(command)
        return not isinstance(self._outcome, Interrupted)

    def wake(self, cause: BaseException | None = None) -> None:
        """The pause is over, by an interrupt if a cause is given."""
        self._pause = None
        if cause is not None:
            self._outcome = Interrupted(cause)

    async def _outcome_of(self, command: Command) -> Outcome:
        try:
            return await self._do(command)
        except Exception:
            await self.close()
            raise
        except BaseException as cause:  # cancellation: the machine cleans up
            return Interrupted(cause)

    async def _do(self, command: Command) -> Outcome:
        io = self._channel
        match command:
            case Send(request, deadline, lane):
                asked = io.clock()
                if not await io.gates.enter(lane, patience(lane, deadline - asked)):
                    return FULL
                try:
                    return await io.transport.send(
                        request,
                        shifted(lane, deadline, io.clock() - asked),
                    )
                finally:
                    io.gates.leave(lane)
            case Open():
                return await self._open(command)
            case Read(max_wait):
                return await self._read(max_wait)
            case Close():
                await self._shut()
            case Tell(event, fields):
                self._observer(event, fields)
            case Sleep():
                await io.pause(command)
            case Emit() | Note():
                raise AssertionError("handed to the caller")
            case _:
                assert_never(command)
        return Woke(io.clock())

    async def _open(self, command: Open) -> Outcome:
        """Open a stream; a create keeps its place until its id is known."""
        io, lane, asked = self._channel, command.lane, self._channel.clock()
        if not await io.gates.enter(lane, patience(lane, command.deadline - asked)):
            return FULL
        deadline = shifted(lane, command.deadline, io.clock() - asked)
        self._held = lane == "create"
        try:
            reply, stream = await io.transport.open(command.request, deadline)
        finally:
            if not self._held:
                io.gates.leave(lane)
        if stream is not None:
            self._lease = Lease(stream)
            for lease in io.gates.streams.admit(self._lease):
                await shielded(lease.stream.close())
        return reply

    async def _read(self, max_wait: float) -> Outcome:
        lease = self._lease
        if lease is None or not self._channel.gates.streams.begin(lease):
            return DROPPED
        try:
            outcome: Outcome = await lease.stream.read(max_wait)
        finally:
            self._channel.gates.streams.end(lease)
        return outcome

    async def _shut(self) -> None:
        lease, self._lease = self._lease, None
        if lease is not None:
            self._channel.gates.streams.forget(lease)
            await shielded(lease.stream.close())

    def _free(self) -> None:
        if self._held:
            self._held = False
            self._channel.gates.leave("create")

    async def close(self) -> None:
        """Give everything back: the machine, the stream, the place in the queue."""
        self._free()
        self._machine.close()
        await self._shut()


async def shielded(work: Awaitable[None]) -> None:
    """Finish a clean-up even while the task is cancelled, within a few seconds."""
    task = asyncio.ensure_future(_bounded(work))
    await asyncio.shield(task)


async def _bounded(work: Awaitable[None]) -> None:
    try:
        await asyncio.wait_for(work, _CLEAN_UP)
    except Exception:  # a connection that cannot be closed is given up
        return
