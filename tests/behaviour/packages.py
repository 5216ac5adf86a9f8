"""Generated packages to call: written to a folder, imported, served in memory."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
from specloom import ir, output, pipeline
from specloom.python import layout, render, vendor

Answer = Callable[[httpx.Request], httpx.Response]


def write(found: ir.Api, directory: Path, package: str) -> Path:
    """Write the client of an API; return the folder that holds the package."""
    planned = layout.plan(found, package=package)
    output.write((*render.render(planned), *vendor.files(planned)), directory)
    return directory


@contextmanager
def imported(directory: Path, package: str) -> Iterator[ModuleType]:
    """Import a package of a folder, and forget it afterwards."""
    sys.path.insert(0, str(directory))
    try:
        yield importlib.import_module(package)
    finally:
        sys.path.remove(str(directory))
        for name in [name for name in sys.modules if name.split(".")[0] == package]:
            del sys.modules[name]


@contextmanager
def generated(document: str, directory: Path, package: str) -> Iterator[ModuleType]:
    """Import the client of a document (YAML), and forget it afterwards."""
    source = directory / "document.yaml"
    source.write_text(document, encoding="utf-8")
    loaded = pipeline.read_api(source)
    output.write(pipeline.generate(loaded, package=package), directory)
    with imported(directory, package) as made:
        yield made


@dataclass
class Served:
    """Answers in memory; what was asked is kept."""

    answer: Answer
    asked: list[httpx.Request] = field(default_factory=list)

    def _handle(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        return self.answer(request)

    def client(self) -> httpx.Client:
        """Return a client to inject."""
        return httpx.Client(transport=httpx.MockTransport(self._handle))

    def async_client(self) -> httpx.AsyncClient:
        """Return the async twin."""
        return httpx.AsyncClient(transport=httpx.MockTransport(self._handle))

    @property
    def last(self) -> httpx.Request:
        """The last request."""
        return self.asked[-1]


def answers(value: Any, status: int = 200) -> Served:
    """Return a server that always gives one JSON answer."""
    return Served(lambda request: httpx.Response(status, json=value))


def sent(request: httpx.Request) -> Any:
    """Return the JSON body of a request."""
    return json.loads(request.content)
