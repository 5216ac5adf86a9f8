"""Waits without sockets: the machine and its driver over answers from memory.

Time is the event loop's own and jumps from timer to timer, so that what is measured is
processor time and memory alone.
"""

from __future__ import annotations

import asyncio
import gc
import json
import selectors
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from specloom.python.binding import Bound
from specloom.runtime._async_client import AsyncCore
from specloom.runtime._async_driver import AsyncChannel
from specloom.runtime._job_state import Setup
from specloom.runtime._limiter import AsyncGates
from specloom.runtime._loop import pause
from specloom.runtime._wire import Reply, Request

HEADERS = (("content-type", "application/json"), ("x-request-id", "r-1"))
START = 1000.0


class Jumping(selectors.DefaultSelector):
    """A selector that lets virtual time pass where others wait."""

    now = START

    def select(self, timeout: float | None = None) -> Any:
        """Return what is ready now; the wait is over at once."""
        self.now += timeout or 0.0
        return super().select(0)


class VirtualLoop(asyncio.SelectorEventLoop):
    """An event loop whose clock is its selector's."""

    def __init__(self) -> None:
        self.jumping = Jumping()
        super().__init__(self.jumping)

    def time(self) -> float:
        """Return the virtual time."""
        return self.jumping.now


class Provider:
    """Answers creates and polls from memory; a job ends after so many polls."""

    def __init__(self, polls: int) -> None:
        self.polls = polls
        self.creates = 0
        self.asked = 0
        self._left: dict[str, int] = {}

    async def send(self, request: Request, deadline: float) -> Reply:
        """Answer one request."""
        if request.method == "POST":
            self.creates += 1
            name = f"job_{self.creates:08d}"
            self._left[name] = self.polls
            return _reply(201, {"id": name, "status": "IN_QUEUE"})
        self.asked += 1
        name = request.url.rpartition("/")[2]
        self._left[name] -= 1
        if self._left[name]:
            return _reply(200, {"id": name, "status": "IN_PROGRESS"})
        url = f"https://cdn.example/{name}.mp4"
        data = {"videos": [{"url": url}]}
        return _reply(200, {"id": name, "status": "COMPLETED", "data": data})

    async def close(self) -> None:
        """Nothing is open."""


def _reply(status: int, body: Any) -> Reply:
    return Reply(status, HEADERS, json.dumps(body).encode())


class Client(AsyncCore):
    """The awaited client over a provider in memory, on the loop's own clock."""

    provider: Provider

    @classmethod
    def of(cls, api: Bound, provider: Provider) -> Client:
        """Return a client of this provider."""
        cls.provider = provider
        return cls(api.service, api.find, api_key="k")

    def _connect(self) -> None:
        self._transport: Any = self.provider

    def _new_setup(self) -> Setup:
        return replace(super()._new_setup(), clock=_now)

    def _channel(self) -> AsyncChannel:
        return AsyncChannel(self._transport, AsyncGates(self._limits), _now, pause)


def _now() -> float:
    return asyncio.get_running_loop().time()


@dataclass(frozen=True, slots=True)
class Waited:
    """What many waits cost (seconds of the processor)."""

    seconds: float
    polls: int
    ended: int


def wait_for(api: Bound, operation: str, count: int, polls: int) -> Waited:
    """Create and await jobs, all at once; what counts are the waits."""
    provider = Provider(polls)

    async def run() -> Waited:
        async with Client.of(api, provider) as client:
            found = api.find(operation)
            body = {"prompt": "neon city rain"}
            jobs = [await client.submit(found, body=body) for _ in range(count)]
            gc.collect()
            started = time.process_time()
            ends = await asyncio.gather(*(job.wait() for job in jobs))
            return Waited(time.process_time() - started, provider.asked, len(ends))

    waited: Waited = on_virtual_time(run)
    return waited


def held(api: Bound, operation: str, count: int, measure: Callable[[], int]) -> float:
    """Return the bytes one wait holds while it sleeps between two polls."""
    provider = Provider(1_000_000)

    async def run() -> float:
        async with Client.of(api, provider) as client:
            found = api.find(operation)

            async def one() -> None:
                body = {"prompt": "neon city rain"}
                job = await client.submit(found, body=body)
                await job.wait()

            tasks = [asyncio.create_task(one()) for _ in range(100)]
            await asyncio.sleep(30)
            gc.collect()
            before = measure()
            tasks += [asyncio.create_task(one()) for _ in range(count)]
            await asyncio.sleep(30)
            gc.collect()
            after = measure()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            return (after - before) / count

    size: float = on_virtual_time(run)
    return size


def on_virtual_time(run: Callable[[], Any]) -> Any:
    """Run a coroutine on a loop of its own whose time jumps."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(run())
