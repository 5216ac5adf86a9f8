"""One job in the hands of many: threads and tasks that wait, cancel and refresh."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from specloom.runtime._client import AsyncCore, Core
from specloom.runtime._errors import ClientError, JobTimeout
from specloom.runtime._lifecycle import Lifecycle, Wait
from specloom.runtime._operation import Operation, Service

from tests.faults.clients import BEARER, KEY
from tests.faults.service import (
    CANCELLABLE,
    LIFECYCLE,
    OPERATIONS,
    PLAIN,
    STREAMED,
)
from tests.loopback import Exchange, serving

QUICK = Wait(interval=0.01, factor=1.0, ceiling=0.01, jitter=0.0)
JOBS = replace(CANCELLABLE, wait=QUICK)
STREAM = replace(LIFECYCLE, wait=QUICK, cancel=CANCELLABLE.cancel)
CUT_OFF = 20.0
"""Seconds after which a test that hangs fails."""


@dataclass
class Provider:
    """A job that ends when it is told to, and says when it was first asked for."""

    asked: threading.Event = field(default_factory=threading.Event)
    end: str | None = None

    def __call__(self, exchange: Exchange) -> None:
        target = exchange.seen.target
        if target == "/sse/jobs":
            head = b"HTTP/1.1 200 X\r\nContent-Type: text/event-stream\r\n\r\n"
            exchange.send(head + b"data: " + self.told("IN_QUEUE") + b"\n\n")
            self.asked.set()
            exchange.hold()
        elif target.endswith("/cancel"):
            self.end = "CANCELED"
            exchange.json({})
        elif exchange.seen.method == "POST":
            exchange.answer(self.told("IN_QUEUE"))
        else:
            exchange.answer(self.told(self.end or "IN_PROGRESS"))
            self.asked.set()

    def told(self, status: str) -> bytes:
        """Return the job document."""
        found = {"id": "j1", "status": status, "data": {"url": "u"}}
        return json.dumps(found).encode()


def _settings(url: str, lifecycle: Lifecycle) -> dict[str, Any]:
    service = Service(
        servers=("https://api.test",),
        lifecycles=(lifecycle,),
        schemes=(BEARER,),
        security=(("bearer",),),
    )
    return {
        "service": service,
        "find": OPERATIONS.__getitem__,
        "api_key": KEY,
        "base_url": url,
    }


def _ended(work: Callable[[], Any]) -> str:
    try:
        work()
    except ClientError as error:
        return type(error).__name__
    return "result"


async def _ended_awaited(work: Any) -> str:
    try:
        await work
    except ClientError as error:
        return type(error).__name__
    return "result"


FORMS = [pytest.param(JOBS, PLAIN, id="poll"), pytest.param(STREAM, STREAMED, id="sse")]


@pytest.mark.parametrize(("lifecycle", "operation"), FORMS)
def test_row_77_a_job_can_be_cancelled_while_a_thread_waits_for_it(
    lifecycle: Lifecycle, operation: Operation[Any]
) -> None:
    provider = Provider()
    with serving(provider) as server, Core(**_settings(server.url, lifecycle)) as core:
        job = core.submit(operation, body={"prompt": "x"})
        with ThreadPoolExecutor(1) as pool:
            waiting = pool.submit(_ended, lambda: job.wait(timeout=CUT_OFF))
            assert provider.asked.wait(CUT_OFF)
            assert job.cancel() in ("queued", "running")
            assert job.refresh().state == "cancelled"
            server.stopping.set()
            assert waiting.result(CUT_OFF) == "JobCancelled"


@pytest.mark.parametrize(("lifecycle", "operation"), FORMS)
def test_row_77_a_job_can_be_cancelled_while_a_task_waits_for_it(
    lifecycle: Lifecycle, operation: Operation[Any]
) -> None:
    async def scenario(url: str) -> str:
        async with AsyncCore(**_settings(url, lifecycle)) as core:
            job = await core.submit(operation, body={"prompt": "x"})
            waiting = asyncio.create_task(_ended_awaited(job.wait(timeout=CUT_OFF)))
            await asyncio.to_thread(provider.asked.wait, CUT_OFF)
            assert await job.cancel() in ("queued", "running")
            assert (await job.refresh()).state == "cancelled"
            server.stopping.set()
            return await asyncio.wait_for(waiting, CUT_OFF)

    provider = Provider()
    with serving(provider) as server:
        assert asyncio.run(scenario(server.url)) == "JobCancelled"


def test_row_66_every_thread_has_a_deadline_of_its_own() -> None:
    provider = Provider()
    with serving(provider) as server, Core(**_settings(server.url, JOBS)) as core:
        job = core.submit(PLAIN, body={"prompt": "x"})
        with ThreadPoolExecutor(1) as pool:
            patient = pool.submit(_ended, lambda: job.wait(timeout=CUT_OFF))
            assert provider.asked.wait(CUT_OFF)
            with pytest.raises(JobTimeout) as caught:
                job.wait(timeout=0.1)
            assert caught.value.job_id == "j1"
            provider.end = "COMPLETED"
            assert patient.result(CUT_OFF) == "result"
        assert job.wait() == {"url": "u"}


def test_row_66_every_task_has_a_deadline_of_its_own() -> None:
    async def scenario(url: str) -> str:
        async with AsyncCore(**_settings(url, JOBS)) as core:
            job = await core.submit(PLAIN, body={"prompt": "x"})
            patient = asyncio.create_task(_ended_awaited(job.wait(timeout=CUT_OFF)))
            await asyncio.to_thread(provider.asked.wait, CUT_OFF)
            with pytest.raises(JobTimeout):
                await job.wait(timeout=0.1)
            provider.end = "COMPLETED"
            return await asyncio.wait_for(patient, CUT_OFF)

    provider = Provider()
    with serving(provider) as server:
        assert asyncio.run(scenario(server.url)) == "result"


def test_row_76_a_job_named_twice_is_polled_in_its_own_pace() -> None:
    pace = replace(QUICK, interval=0.1, ceiling=0.1)
    provider = Provider()
    with serving(provider) as server:
        settings = _settings(server.url, replace(JOBS, wait=pace))
        with Core(**settings) as core:
            job = core.submit(PLAIN, body={"prompt": "x"})
            found = core.jobs.wait_all([job, job, job], timeout=0.45)
    assert [type(end) for end in found] == [JobTimeout] * 3
    polls = sum(seen.method == "GET" for seen in server.seen)
    assert polls <= 6 + 3


def test_row_82_a_loop_that_is_left_leaves_another_thread_alone() -> None:
    provider = Provider()
    with serving(provider) as server, Core(**_settings(server.url, JOBS)) as core:
        job = core.submit(PLAIN, body={"prompt": "x"})
        news = job.updates(timeout=CUT_OFF)
        assert next(news).state == "queued"
        with ThreadPoolExecutor(1) as pool:
            waiting = pool.submit(_ended, lambda: job.wait(timeout=CUT_OFF))
            assert provider.asked.wait(CUT_OFF)
            news.close()  # type: ignore[attr-defined]  # updates() is a generator
            provider.end = "COMPLETED"
            assert waiting.result(CUT_OFF) == "result"


def test_row_80_many_threads_get_the_one_result() -> None:
    provider = Provider(end="COMPLETED")
    with serving(provider) as server, Core(**_settings(server.url, JOBS)) as core:
        job = core.submit(PLAIN, body={"prompt": "x"})
        with ThreadPoolExecutor(16) as pool:
            found = list(pool.map(lambda _: job.wait(timeout=CUT_OFF), range(64)))
    assert found == [{"url": "u"}] * 64
    assert len(server.seen) == 2
