"""One job in the hands of many: threads and tasks that wait, cancel and refresh."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from specloom.runtime._client import AsyncCore, Core
from specloom.runtime._errors import ClientError, JobTimeout
from specloom.runtime._lifecycle import Lifecycle, Wait
from specloom.runtime._operation import Operation, Service
from specloom.runtime._policy import Limits

from tests.faults.clients import BEARER, KEY
from tests.faults.service import (
    CANCELLABLE,
    LIFECYCLE,
    OPERATIONS,
    PLAIN,
    STREAMED,
)
from tests.loopback import Exchange, serving

ROOT = Path(__file__).resolve().parents[2]
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


def test_row_84_a_client_lives_through_event_loops_that_were_full() -> None:
    async def scenario() -> list[Any]:
        jobs = [await core.submit(PLAIN, body={"prompt": "x"}) for _ in range(4)]
        return list(await asyncio.gather(*(job.wait(CUT_OFF) for job in jobs)))

    provider = Provider(end="COMPLETED")
    with serving(provider) as server:
        limits = Limits(polls_in_flight=1, creates_in_flight=1)
        core = AsyncCore(**_settings(server.url, JOBS), limits=limits)
        assert asyncio.run(scenario()) == asyncio.run(scenario())


_FORKED = """
import os, sys
from specloom.runtime._client import Core
from tests.e2e.test_shared_jobs import JOBS, PLAIN, STREAM, STREAMED, _settings

def in_a_child(work):
    child = os.fork()
    if child == 0:
        try:
            os._exit(0 if work() else 1)
        finally:
            os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0

with Core(**_settings(sys.argv[1], JOBS)) as core:
    job = core.submit(PLAIN, body={"prompt": "x"})
    assert job.refresh().state == "running"
    gates = core._engine.channel.gates
    assert all(gates.enter("poll", 0.0) for _ in range(16))
    in_a_child(lambda: job.refresh().state == "running")
with Core(**_settings(sys.argv[1], STREAM)) as core:
    job = core.submit(STREAMED, body={"prompt": "x"})
    in_a_child(lambda: [u.source for _, u in zip("12", job.updates())][1] == "poll")
    assert [u.progress for u in job.updates()] == [None, *range(50), 49]
    assert job.source == "stream"
"""


def test_row_84_after_a_fork_the_child_leaves_the_parent_its_connections() -> None:
    asked = threading.Event()

    def provider(exchange: Exchange) -> None:
        status = b'{"id": "j1", "status": "%s", "progress": %d}'
        if exchange.seen.target == "/sse/jobs":
            asked.clear()
            head = b"HTTP/1.1 200 X\r\nContent-Type: text/event-stream\r\n\r\n"
            exchange.send(head + b'data: {"id": "j1", "status": "IN_QUEUE"}\n\n')
            assert asked.wait(CUT_OFF)
            for progress in range(50):
                told = status % (b"IN_PROGRESS", progress)
                exchange.send(b"data: " + told + b"\n\n")
            exchange.send(b"data: " + status % (b"COMPLETED", 49) + b"\n\n")
            exchange.close()
        elif exchange.seen.method == "POST":
            exchange.json({"id": "j1", "status": "IN_QUEUE"})
        else:
            exchange.answer(status % (b"IN_PROGRESS", 0))
            asked.set()

    with serving(provider) as server:
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", _FORKED, server.url],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    polls = [seen.connection for seen in server.seen if seen.target == "/jobs/j1"]
    assert polls[0] != polls[1]
