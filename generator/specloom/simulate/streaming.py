"""The event stream of a simulated job, with what its scenario does to it."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import TypeAlias

from specloom.runtime._lifecycle import State

from .app import EventStream, Simulation
from .scenario import DURATION, HEARTBEAT

_STREAM_LIMIT = 3600.0
_BEFORE_FAULT = 2


@dataclass(frozen=True, slots=True)
class Part:
    """Bytes to send."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Cut:
    """Break the connection here."""


Step: TypeAlias = Part | Cut
Sleep: TypeAlias = Callable[[float], Awaitable[None]]


async def steps(
    simulation: Simulation, exchange: EventStream, sleep: Sleep
) -> AsyncIterator[Step]:
    """Yield what is written on the wire, in time; the end is a clean close.

    The create's own stream tells every stage, however late it is: what a job does
    never depends on how busy the machine is.
    """
    job, fault = exchange.job, simulation.scenario.stream
    for index, (at, stage) in enumerate(job.stages()):
        await _until(simulation, job.started + at, sleep)
        if fault in ("stall", "heartbeats", "close") and index == _BEFORE_FAULT:
            async for step in _silence(simulation, fault, sleep):
                yield step
            return
        event = _event(simulation, exchange, stage)
        if fault == "cut" and index == _BEFORE_FAULT:
            yield Part(event[: len(event) // 2])
            yield Cut()
            return
        yield Part(event)
        if job.cancelled_at is not None:
            return


async def _silence(
    simulation: Simulation, fault: str, sleep: Sleep
) -> AsyncIterator[Step]:
    """Keep the socket open, with comments or without; a close ends at once."""
    end = simulation.clock() + _STREAM_LIMIT
    while fault != "close" and simulation.clock() < end:
        await sleep(HEARTBEAT)
        if fault == "heartbeats":
            yield Part(b": still here\n\n")


async def _until(simulation: Simulation, moment: float, sleep: Sleep) -> None:
    left = moment - simulation.clock()
    if left > 0:
        await sleep(min(left, DURATION))


def _event(simulation: Simulation, exchange: EventStream, stage: State) -> bytes:
    job = exchange.job
    state = job.state(simulation.clock())
    if exchange.operation is job.operation and job.cancelled_at is None:
        state = stage
    body = simulation.answers.job(exchange.operation, job, state)
    return f"data: {json.dumps(body, separators=(',', ':'))}\n\n".encode()
