"""Row 81 with a real event loop: cancelled tasks close what they hold."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import anyio
import pytest

from tests.faults.script import DONE, answer, event, events, job
from tests.faults.service import LIFECYCLE, STREAMED, serve
from tests.faults.world import World

QUEUED = event(job("IN_QUEUE"))


class Hanging:
    """A stream that never brings another byte, and is slow to close."""

    def __init__(self, inner: Any) -> None:
        self.inner = inner
        self.reads = 0
        self.closed = asyncio.Event()

    async def read(self, max_wait: float) -> Any:
        self.reads += 1
        if self.reads > 1:
            await asyncio.Event().wait()
        return await self.inner.read(max_wait)

    async def close(self) -> None:
        await asyncio.sleep(0)
        await self.inner.close()
        self.closed.set()


@pytest.fixture
def hanging() -> Iterator[World]:
    """An awaited client whose streams hang."""
    found = World("async")
    routes = {"POST /sse/jobs": events(QUEUED), "GET /jobs/j1": answer(200, DONE)}
    serve(found, LIFECYCLE, routes)
    transport = found.engine.channel.transport
    opened = transport.open

    async def hanging(request: Any, deadline: float) -> Any:
        reply, stream = await opened(request, deadline)
        found.hanging = Hanging(stream)  # type: ignore[attr-defined]  # for the test
        return reply, found.hanging  # type: ignore[attr-defined]  # for the test

    transport.open = hanging
    yield found
    found.close()


async def _submitted(world: World) -> Any:
    from specloom.runtime._jobs import submit_async
    from specloom.runtime._options import Arguments

    given = Arguments(body={"prompt": "x"})
    return await submit_async(world.engine, STREAMED, given)


def test_row_81_a_cancelled_task_closes_the_stream_and_is_cancelled(
    hanging: World,
) -> None:
    async def scenario() -> None:
        handle = await _submitted(hanging)
        task = asyncio.ensure_future(handle.wait())
        await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError) as caught:
            await task
        assert any("j1" in note for note in caught.value.__notes__)
        await asyncio.wait_for(hanging.hanging.closed.wait(), 1.0)  # type: ignore[attr-defined]
        assert await handle.wait() == DONE["data"]

    hanging._runner.run(scenario())  # type: ignore[union-attr]  # the world is async
    assert hanging.interrupted == ["j1"]


def test_row_81_a_cancel_scope_that_times_out_closes_the_stream(hanging: World) -> None:
    async def scenario() -> None:
        handle = await _submitted(hanging)
        with anyio.move_on_after(0.01) as scope:
            await handle.wait()
        assert scope.cancelled_caught
        await asyncio.wait_for(hanging.hanging.closed.wait(), 1.0)  # type: ignore[attr-defined]
        assert len(asyncio.all_tasks()) == 1

    hanging._runner.run(scenario())  # type: ignore[union-attr]  # the world is async


def test_row_81_a_timeout_around_a_wait_leaves_the_job_followable(
    hanging: World,
) -> None:
    async def scenario() -> Any:
        handle = await _submitted(hanging)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01):
                await handle.wait()
        return await handle.wait()

    assert hanging._runner.run(scenario()) == DONE["data"]  # type: ignore[union-attr]
