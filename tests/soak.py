"""Many waits in one process against the simulator, with faults by chance.

    python -m tests.soak [--waits 10000] [--threads 1000]

None may be lost, none doubled, all must end; prints one JSON line per run, exits 1
when a law is broken. The server is a process of its own on loopback.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import resource
import subprocess
import sys
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

from specloom import pipeline
from specloom.python.binding import Bound, bind
from specloom.resources import directory
from specloom.runtime._async_client import AsyncCore
from specloom.runtime._client import Core

SPEC, OPERATION = "skills_video", "generation.kling_v2_6"
_BODY = {"prompt": "neon city rain"}
_DEADLINE = 900.0


@contextmanager
def simulator(scenario: str) -> Iterator[str]:
    """Serve the description in a process of its own; yields its base URL."""
    command = (sys.executable, "-m", "specloom", "simulate", SPEC, "--port", "0")
    with subprocess.Popen(
        [*command, "--scenario", scenario], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield json.loads(process.stdout.readline())["url"]
        finally:
            process.terminate()


def state(url: str) -> dict[str, Any]:
    """Return what the simulator counted."""
    origin = "/".join(url.split("/")[:3])
    with urllib.request.urlopen(f"{origin}/__simulator__/state", timeout=60) as answer:
        found: dict[str, Any] = json.load(answer)
    return found


def bound() -> Bound:
    """Bind the description in memory."""
    folder = directory("specs") / SPEC
    loaded = pipeline.read_api(folder / "openapi.json", [folder / "overlay.yaml"])
    return bind(loaded.api)


async def waits(api: Bound, url: str, count: int) -> list[str]:
    """Create and await `count` jobs at once; the state each ended in."""
    operation = api.find("POST /generation/kling-ai/kling-v2.6")
    async with AsyncCore(api.service, api.find, api_key="k", base_url=url) as client:

        async def one() -> str:
            job = await client.submit(operation, body=_BODY)
            await job.wait(timeout=_DEADLINE)
            return f"{job.id} {job.state}"

        return await asyncio.gather(*(one() for _ in range(count)))


def threads(api: Bound, url: str, count: int) -> list[str]:
    """Create and await `count` jobs, a thread each; the state each ended in."""
    operation = api.find("POST /generation/kling-ai/kling-v2.6")
    with Core(api.service, api.find, api_key="k", base_url=url) as client:

        def one(_: int) -> str:
            job = client.submit(operation, body=_BODY)
            job.wait(timeout=_DEADLINE)
            return f"{job.id} {job.state}"

        with ThreadPoolExecutor(max_workers=count) as pool:
            return list(pool.map(one, range(count)))


def run(kind: str, count: int) -> bool:
    """Run one kind of waits and print what was seen; True when all laws held."""
    api = bound()
    before = _memory()
    with simulator("flaky") as url:
        started = time.monotonic()
        ends = (
            asyncio.run(waits(api, url, count))
            if kind == "async"
            else threads(api, url, count)
        )
        seconds = time.monotonic() - started
        seen = state(url)
    ids = {end.split()[0] for end in ends}
    states = Counter(end.split()[1] for end in ends)
    row = {
        "kind": kind,
        "waits": count,
        "seconds": round(seconds, 1),
        "states": dict(states),
        "creates": seen["creates"],
        "ids": len(ids),
        "polls": seen["polls"],
        "kib_per_wait": round((_memory() - before) / count, 1),
    }
    print(json.dumps(row), flush=True)
    return states == {"succeeded": count} and len(ids) == seen["creates"] == count


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main() -> int:
    """Run both kinds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--waits", type=int, default=10_000)
    parser.add_argument("--threads", type=int, default=1_000)
    given = parser.parse_args()
    good = [run("async", given.waits), run("threads", given.threads)]
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
