"""Waits: what a core follows at a pace of 3 s, alone and over real connections."""

from __future__ import annotations

import asyncio
import gc
import json
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import httpx
from specloom.runtime._async_client import AsyncCore

from . import clients, virtual
from .document import JOB
from .server import counted, serving
from .timing import Row

_PACE = 3.0
_BODY = {"prompt": "neon city rain"}
_COLLAPSED = 0.1
"""Part of the pace below which the price of a poll says nothing."""
_TARGET = ">= 8,000 a core"


def waiting(quick: bool) -> list[Row]:
    """Measure the machine alone, then real polls, a burst, and memory."""
    found = [_alone(count, quick) for count in (1_000, 10_000)]
    for count in (500,) if quick else (1_000, 4_000, 10_000):
        found.append(_real("specloom", count, _follow, quick))
    for count in (100, 500) if quick else (100, 1_000):
        found.append(_real("httpx, shared pool", count, _naive, quick))
    found.append(_burst(500 if quick else 10_000))
    return found + _memory(1_000 if quick else 4_000)


def _alone(count: int, quick: bool) -> Row:
    """Follow jobs on virtual time: the machine and its driver, no socket."""
    seen = virtual.wait_for(clients.small(), JOB, count, 4 if quick else 6)
    assert seen.ended == count
    return _row(f"{count:,} waits, no sockets", "specloom", seen.seconds / seen.polls)


def _row(measure: str, who: str, each: float, target: str = _TARGET) -> Row:
    figure = f"{_PACE / each:,.0f} a core ({each * 1e6:,.0f} us a poll)"
    return Row(measure, who, figure, "", target if who == "specloom" else "")


@dataclass(frozen=True, slots=True)
class Seen:
    """A stretch of steady polling."""

    cpu: float
    wall: float
    polls: int


def _real(
    who: str,
    count: int,
    follow: Callable[[str, int, float], Any],
    quick: bool,
) -> Row:
    """Follow jobs that do not end, over sockets, and look at a stretch of it."""
    with serving(polls=1_000_000) as url:
        seen: Seen = asyncio.run(follow(url, count, 6.0 if quick else 9.0))
    kept = seen.polls / (count * seen.wall / _PACE)
    row = _row(f"{count:,} waits, loopback", who, seen.cpu / max(seen.polls, 1))
    text = f"{row.figure}; {kept:.0%} of the pace"
    if kept < _COLLAPSED:
        text = f"collapses: {kept:.0%} of the pace"
    return Row(row.measure, row.who, text, "", row.target)


async def _follow(url: str, count: int, seconds: float) -> Seen:
    """Follow with the client."""
    api = clients.small()
    async with AsyncCore(api.service, api.find, api_key="k", base_url=url) as client:

        async def one() -> None:
            job = await client.submit(api.find(JOB), body=_BODY)
            await job.wait()

        return await _stretch([one() for _ in range(count)], url, count, seconds)


async def _naive(url: str, count: int, seconds: float) -> Seen:
    """Follow with a loop around a bare client, as scripts do."""
    async with httpx.AsyncClient(base_url=url, timeout=60) as client:

        async def one() -> None:
            answer = await client.post("/jobs", json=_BODY)
            path = f"/jobs/{answer.json()['id']}"
            while True:
                await asyncio.sleep(_PACE)
                state = (await client.get(path)).json()["status"]
                assert state == "IN_PROGRESS"

        return await _stretch([one() for _ in range(count)], url, count, seconds)


async def _stretch(work: list[Any], url: str, count: int, seconds: float) -> Seen:
    """Start everything, let it become steady, and look at some seconds of it."""
    tasks = [asyncio.create_task(each) for each in work]
    for _ in range(300):
        await asyncio.sleep(0.5)
        if (await asyncio.to_thread(counted, url))["creates"] >= count:
            break
    await asyncio.sleep(_PACE + 1.0)
    gc.collect()
    before = (await asyncio.to_thread(counted, url))["polls"]
    cpu, wall = time.process_time(), time.perf_counter()
    await asyncio.sleep(seconds)
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    polls = (await asyncio.to_thread(counted, url))["polls"] - before
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return Seen(cpu, wall, polls)


def _burst(count: int) -> Row:
    """Create everything at once, poll thrice each, and see that all end once."""
    api = clients.small()

    async def run(url: str) -> tuple[int, int]:
        async with AsyncCore(
            api.service, api.find, api_key="k", base_url=url
        ) as client:

            async def one() -> str:
                job = await client.submit(api.find(JOB), body=_BODY)
                await job.wait()
                return f"{job.id} {job.state}"

            ends = await asyncio.gather(*(one() for _ in range(count)))
            good = [end for end in ends if end.endswith(" succeeded")]
            return len(set(good)), len(ends)

    with serving(polls=3) as url:
        started, cpu = time.perf_counter(), time.process_time()
        good, ended = asyncio.run(run(url))
        cpu, wall = time.process_time() - cpu, time.perf_counter() - started
        creates = counted(url)["creates"]
    kept = good == ended == creates == count
    text = f"{'all ended once' if kept else 'LOST OR DOUBLED'}, "
    text += f"{wall:,.1f} s ({cpu:,.1f} s of processor)"
    return Row(f"a burst of {count:,} jobs", "specloom", text, "", "survives")


def _memory(count: int) -> list[Row]:
    """Ask a process of its own what its resident memory grew by."""
    found = []
    for who, what in (("specloom", "wait"), ("a bare sleeping task", "task")):
        command = (sys.executable, "-m", "tests.bench.waits", what, str(count))
        said = subprocess.run(command, check=True, capture_output=True, timeout=600)
        traced, resident = json.loads(said.stdout)
        text = f"{traced / 1024:.2f} KiB allocated, {resident / 1024:.2f} KiB resident"
        target = "<= 3 KB" if who == "specloom" else ""
        found.append(Row("memory of a wait, awaited", who, text, "", target))
    return found


def _resident() -> int:
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * 4096


def _bare(count: int, measure: Callable[[], int]) -> float:
    async def run() -> float:
        before = measure()
        tasks = [asyncio.create_task(asyncio.sleep(600)) for _ in range(count)]
        await asyncio.sleep(1)
        after = measure()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        return (after - before) / count

    size: float = virtual.on_virtual_time(run)
    return size


def _measured(what: str, count: int) -> tuple[float, float]:
    """Return bytes a wait, as resident and then as allocated."""
    import tracemalloc

    def held(measure: Callable[[], int]) -> float:
        if what == "task":
            return _bare(count, measure)
        return virtual.held(clients.small(), JOB, count, measure)

    resident = held(_resident)
    tracemalloc.start()
    return held(lambda: tracemalloc.get_traced_memory()[0]), resident


if __name__ == "__main__":
    print(json.dumps(_measured(sys.argv[1], int(sys.argv[2]))))
