"""The five systems: their generated packages, and stand-ins to call them against."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from types import ModuleType
from typing import Any
from urllib.request import urlopen

import pytest
from specloom import output, pipeline
from specloom.cli import lookup
from specloom.cli.main import execute

from tests.standins.catalogue import make
from tests.standins.serving import STATE_PATH, serving

DURATION = 0.0
KEYS = {
    "mediaio": "MEDIAIO_API_KEY",
    "mediaio_effects": "MEDIAIO_API_KEY",
    "aivideomaker": "AIVIDEO_API_KEY",
    "nemovideo": "NEMO_TOKEN",
    "skills_video": "SKILLS_VIDEO_API_KEY",
}
BASES = {"skills_video": "/api/v1"}


@cache
def package(name: str) -> ModuleType:
    """Return the client of a bundled description, generated for this run."""
    loaded = lookup.load(lookup.spec(name))
    directory = Path(mkdtemp(prefix=f"specloom-{name}-"))
    output.write(pipeline.generate(loaded), directory)
    sys.path.insert(0, str(directory))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(directory))


def folder(name: str) -> Path:
    """Return the folder of a generated project."""
    return Path(str(package(name).__file__)).parents[1]


def part(name: str, module: str) -> ModuleType:
    """Return a module of a generated package."""
    return importlib.import_module(f"{package(name).__name__}.{module}")


class System:
    """One system in one scenario: its address, its clients, what it was asked."""

    def __init__(self, name: str, url: str) -> None:
        self.name = name
        self.origin = url
        self.url = url + BASES.get(name, "")

    def client(self, api_key: str | None = "test-key", **more: Any) -> Any:
        """Return the blocking client."""
        return self._client("", api_key, more)

    def async_client(self, api_key: str | None = "test-key", **more: Any) -> Any:
        """Return the awaited client."""
        return self._client("Async", api_key, more)

    def _client(self, prefix: str, api_key: str | None, more: dict[str, Any]) -> Any:
        module = package(self.name)
        names = [name for name in module.__all__ if name.startswith("Async")]
        found = next(name for name in names if _is_client(getattr(module, name)))
        kind = getattr(module, prefix + found.removeprefix("Async"))
        retry = part(self.name, "_runtime._policy").Retry(first=0.01, ceiling=0.02)
        settings = {"base_url": self.url, "retry": retry, **more}
        return kind(api_key=api_key, **settings)

    @property
    def state(self) -> dict[str, Any]:
        """What the stand-in did and was asked."""
        with urlopen(self.origin + STATE_PATH, timeout=10) as answer:
            found: dict[str, Any] = json.load(answer)
        return found

    @property
    def creates(self) -> int:
        """How many paid requests were accepted."""
        return int(self.state["creates"])

    def asked(self, path: str = "") -> list[dict[str, Any]]:
        """Return the requests whose path holds a text."""
        return [item for item in self.state["requests"] if path in item["path"]]


def _is_client(value: Any) -> bool:
    return isinstance(value, type) and hasattr(value, "with_raw_response")


@contextmanager
def system(
    name: str, scenario: str = "success", duration: float = DURATION
) -> Iterator[System]:
    """Serve a stand-in for as long as the context lasts."""
    with serving(make(name, scenario, duration)) as url:
        yield System(name, url)


class Ran:
    """A command line that ended: its exit code and its lines of JSON."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Every line, as JSON."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def last(self) -> dict[str, Any]:
        """The last line."""
        return self.lines[-1]

    @property
    def events(self) -> list[str]:
        """The names of the events, in order."""
        return [str(line["event"]) for line in self.lines]


class Bench:
    """What a test of a system works with: stand-ins, environment, command line."""

    def __init__(self, stack: ExitStack, capsys: Any, monkeypatch: Any) -> None:
        self._stack, self._capsys, self.env = stack, capsys, monkeypatch

    def start(
        self, name: str, scenario: str = "success", duration: float = DURATION
    ) -> System:
        """Serve a stand-in until the test ends."""
        return self._stack.enter_context(system(name, scenario, duration))

    def run(self, *arguments: str) -> Ran:
        """Run a command line in this process."""
        self._capsys.readouterr()
        code = execute(list(arguments))
        shown = self._capsys.readouterr()
        return Ran(int(code), shown.out, shown.err)

    def call(self, found: System, operation: str, payload: Any, *more: str) -> Ran:
        """Run `specloom call` against a stand-in."""
        self.env.setenv(KEYS[found.name], "test-key")
        text = json.dumps(payload)
        where = ("--base-url", found.url, "--json")
        return self.run("call", found.name, operation, "--payload", text, *where, *more)


@pytest.fixture
def bench(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Bench]:
    """Return what a test of a system works with; state goes to a folder of its own."""
    for name in ("XDG_STATE_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    for name in ("API_KEY", "NEMO_CLIENT_ID", *KEYS.values()):
        monkeypatch.delenv(name, raising=False)
    with ExitStack() as stack:
        yield Bench(stack, capsys, monkeypatch)
