"""The committed client against the simulator: every scenario, in both flavours.

All scenarios of a flavour run at the same time, so that the waits are shared.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.conftest import SPEC, counted, serving

ROOT = Path(__file__).resolve().parents[2]
CLIENT = ROOT / "generated" / "skills_video"
PROMPT = "neon city rain"
QUICK = {
    "happy": ("succeeded", "stream", 1),
    "drop-stream": ("succeeded", "poll", 1),
    "silent-close": ("succeeded", "poll", 1),
    "fail": ("JobFailed", "stream", 1),
    "cancelled": ("JobCancelled", "stream", 1),
    "rate-limit": ("succeeded", "poll", 1),
    "server-errors": ("succeeded", "poll", 1),
    "lost-answer": ("SubmissionUncertain", None, 1),
    "insufficient-credits": ("InsufficientCreditsError", None, 0),
    "no-stream-endpoint": ("succeeded", "poll", 1),
}
PATIENT = {
    "stall": ("succeeded", "poll", 1),
    "heartbeats-only": ("succeeded", "poll", 1),
}


@dataclass(frozen=True, slots=True)
class End:
    """How one job ended for its caller."""

    state: str
    source: str | None


@pytest.fixture(scope="module")
def client_module() -> Iterator[Any]:
    sys.path.insert(0, str(CLIENT))
    import skills_video

    yield skills_video
    sys.path.remove(str(CLIENT))


def _blocking(module: Any, url: str) -> End:
    with module.SkillsVideo(api_key="k", base_url=url) as client:
        try:
            job = client.generation.kling_v2_6(prompt=PROMPT)
            job.wait(timeout=120)
        except module.ClientError as error:
            return _failed(error)
        return End(job.state, job.source)


async def _awaited(module: Any, url: str) -> End:
    async with module.AsyncSkillsVideo(api_key="k", base_url=url) as client:
        try:
            job = await client.generation.kling_v2_6(prompt=PROMPT)
            await job.wait(timeout=120)
        except module.ClientError as error:
            return _failed(error)
        return End(job.state, job.source)


def _failed(error: Any) -> End:
    job = getattr(error, "job", None)
    return End(type(error).__name__, job.source if job is not None else None)


def _all_blocking(module: Any, urls: list[str]) -> list[End]:
    with ThreadPoolExecutor(len(urls)) as pool:
        return list(pool.map(lambda url: _blocking(module, url), urls))


def _all_awaited(module: Any, urls: list[str]) -> list[End]:
    async def together() -> list[End]:
        return await asyncio.gather(*(_awaited(module, url) for url in urls))

    return asyncio.run(together())


Run = Callable[[Any, list[str]], list[End]]
FLAVOURS = [
    pytest.param(_all_blocking, id="sync"),
    pytest.param(_all_awaited, id="async"),
]


def _check(expected: dict[str, Any], run: Run, module: Any) -> None:
    with ExitStack() as stack:
        urls = [stack.enter_context(serving(name, SPEC)) for name in expected]
        ends = run(module, urls)
        creates = [counted(url) for url in urls]
    seen = {
        name: (end.state, end.source if wanted[1] else None, count)
        for (name, wanted), end, count in zip(
            expected.items(), ends, creates, strict=True
        )
    }
    assert seen == expected


@pytest.mark.parametrize("run", FLAVOURS)
def test_every_scenario_ends_as_it_must_with_one_create_at_most(
    run: Run, client_module: Any
) -> None:
    _check(QUICK, run, client_module)


@pytest.mark.slow
@pytest.mark.parametrize("run", FLAVOURS)
def test_a_stream_that_says_nothing_more_gives_way_to_polling(
    run: Run, client_module: Any
) -> None:
    _check(PATIENT, run, client_module)


_SUBMIT = """
import sys, time
from skills_video import CallOptions, SkillsVideo

def store(job):
    print(job.token, flush=True)
    time.sleep(60)

client = SkillsVideo(api_key="canary-7f3", base_url=sys.argv[1])
options = CallOptions(on_submitted=store)
client.generation.kling_v2_6(prompt="neon city rain", options=options)
"""


def test_a_token_outlives_the_process_that_was_killed(client_module: Any) -> None:
    environment = {**os.environ, "PYTHONPATH": str(CLIENT)}
    with serving("happy", SPEC) as url:
        with subprocess.Popen(
            [sys.executable, "-c", _SUBMIT, url],
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stdout is not None
            token = process.stdout.readline().strip()
            process.send_signal(signal.SIGKILL)
        assert json.loads(token)
        assert "canary-7f3" not in token
        with client_module.SkillsVideo(api_key="k", base_url=url) as client:
            job = client.jobs.resume(token)
            job.wait(timeout=60)
            assert (job.state, job.source) == ("succeeded", "poll")
        assert counted(url) == 1
