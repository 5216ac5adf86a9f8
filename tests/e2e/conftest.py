"""Simulators in this process, and the command line as a function of its arguments."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias
from urllib.request import urlopen

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from specloom.cli import lookup
from specloom.cli.main import execute
from specloom.python import binding
from specloom.simulate.scenario import SCENARIOS
from specloom.simulate.server import Settings, serve

from tests.systems import bench as bench

ROOT = Path(__file__).resolve().parents[2]
SPEC = ROOT / "specs" / "skills_video"


@dataclass(frozen=True, slots=True)
class Ran:
    """One command line: its exit code and what reached the two streams."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The JSON lines of stdout; anything else on it is a failure."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def last(self) -> dict[str, Any]:
        """The last line."""
        return self.lines[-1]

    @property
    def events(self) -> list[str]:
        """The names of all events, in order."""
        return [line["event"] for line in self.lines]


Specloom: TypeAlias = Callable[..., Ran]
Simulated: TypeAlias = Callable[..., str]


@pytest.fixture
def specloom(capsys: pytest.CaptureFixture[str]) -> Specloom:
    """Run a command line in this process."""

    def run(*arguments: str | Path) -> Ran:
        capsys.readouterr()
        code = execute([str(argument) for argument in arguments])
        shown = capsys.readouterr()
        return Ran(int(code), shown.out, shown.err)

    return run


@pytest.fixture
def simulated() -> Iterator[Simulated]:
    """Start simulators of the bundled description; each ends with the test."""
    running: list[Any] = []

    def start(scenario: str, path: Path = SPEC) -> str:
        context = serving(scenario, path)
        url = context.__enter__()
        running.append(context)
        return url

    yield start
    for context in running:
        context.__exit__(None, None, None)


@cache
def _described(path: Path) -> Any:
    found = lookup.spec(str(path))
    api = lookup.load(found).api
    return api, binding.bind(api)


@contextmanager
def serving(scenario: str, path: Path, speed: float = 1.0) -> Iterator[str]:
    """Serve a description in a thread; yield the base URL."""
    loop = asyncio.new_event_loop()
    told: list[str] = []
    ready = threading.Event()

    def announce(url: str) -> None:
        told.append(url)
        ready.set()

    api, bound = _described(path)
    work = serve(api, bound, SCENARIOS[scenario], Settings(speed=speed), announce)
    task = loop.create_task(work)

    def run() -> None:
        try:
            loop.run_until_complete(task)
        except asyncio.CancelledError:
            loop.run_until_complete(_left(asyncio.all_tasks(loop)))
        finally:
            loop.close()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    assert ready.wait(10)
    yield told[0]
    loop.call_soon_threadsafe(task.cancel)
    thread.join(10)


async def _left(tasks: set[asyncio.Task[Any]]) -> None:
    """End the connections that are still open."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def counted(url: str) -> int:
    """Return how many creates a simulator accepted."""
    origin = "/".join(url.split("/")[:3])
    with urlopen(f"{origin}/__simulator__/state", timeout=5) as answer:
        return int(json.load(answer)["creates"])


@cache
def validator(name: str) -> Draft202012Validator:
    """Return the published schema of a command's output."""
    folder = ROOT / "docs" / "schemas"
    schemas = [json.loads(path.read_text("utf-8")) for path in folder.glob("*.json")]
    registry: Any = Registry().with_resources(
        (schema["$id"], Resource.from_contents(schema)) for schema in schemas
    )
    wanted = json.loads((folder / f"{name}.schema.json").read_text("utf-8"))
    return Draft202012Validator(wanted, registry=registry)
