"""Plain calls: a typed GET beside a bare one, against a server in another process."""

from __future__ import annotations

import asyncio
import importlib
import sys
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, ExitStack
from functools import partial
from typing import Any

import httpx

from . import clients
from .server import serving
from .timing import Row, Work, contest, rows

_PATH = "/v1/things000/res_0"
_KEY = "sk-bench"
_ROUNDS = 25
"""Many and short: what else runs on the machine disturbs some of them."""


def calling(quick: bool) -> list[Row]:
    """Measure blocking and awaited calls."""
    count = 50 if quick else 100
    sys.path.insert(0, str(clients.folder()))
    with serving() as url:
        return _blocking(url, count) + asyncio.run(_awaited(url, count))


def _headers() -> dict[str, str]:
    return {"Authorization": f"Bearer {_KEY}", "Accept": "application/json"}


def _blocking(url: str, count: int) -> list[Row]:
    ours = importlib.import_module(clients.OURS)
    their = _theirs()
    with ExitStack() as stack:
        bare = stack.enter_context(httpx.Client(base_url=url, headers=_headers()))
        client = stack.enter_context(ours.BenchOurs(api_key=_KEY, base_url=url))
        other = stack.enter_context(their.client(base_url=url, token=_KEY))
        model = importlib.import_module(f"{clients.OURS}.models.shared").Resource000

        def typed() -> Any:
            return model.model_validate_json(bare.get(_PATH).content)

        calls: dict[str, Callable[[], Any]] = {
            "httpx": lambda: bare.get(_PATH),
            "specloom": lambda: client.group0.get_thing000("res_0"),
            "httpx + validate_json": typed,
            "openapi-python-client": lambda: their.call.sync("res_0", client=other),
        }
        _check(calls["specloom"](), calls["openapi-python-client"]())
        works = {name: _many(call, count) for name, call in calls.items()}
        times = contest(works, rounds=_ROUNDS)
    return rows("a GET, blocking", times, _each(count), target="<= 1.05")


async def _awaited(url: str, count: int) -> list[Row]:
    ours = importlib.import_module(clients.OURS)
    their = _theirs()
    async with AsyncExitStack() as stack:
        bare = await stack.enter_async_context(
            httpx.AsyncClient(base_url=url, headers=_headers()),
        )
        client = await stack.enter_async_context(
            ours.AsyncBenchOurs(api_key=_KEY, base_url=url),
        )
        other = await stack.enter_async_context(their.client(base_url=url, token=_KEY))
        calls: dict[str, Callable[[], Awaitable[Any]]] = {
            "httpx": lambda: bare.get(_PATH),
            "specloom": lambda: client.group0.get_thing000("res_0"),
            "openapi-python-client": lambda: their.call.asyncio("res_0", client=other),
        }
        times = await _contest(calls, count)
    return rows("a GET, awaited", times, _each(count), target="<= 1.05")


async def _contest(calls: dict[str, Callable[[], Awaitable[Any]]], count: int) -> Any:
    """Run a contest of coroutines on the loop that is running."""
    loop = asyncio.get_running_loop()

    def run(call: Callable[[], Awaitable[Any]]) -> None:
        async def many() -> None:
            for _ in range(count):
                await call()

        asyncio.run_coroutine_threadsafe(many(), loop).result()

    works: dict[str, Work] = {name: partial(run, call) for name, call in calls.items()}
    return await asyncio.to_thread(contest, works, rounds=_ROUNDS)


def _many(call: Callable[[], Any], count: int) -> Work:
    def work() -> None:
        for _ in range(count):
            call()

    return work


def _each(count: int) -> Callable[[float], str]:
    return lambda cpu: f"{cpu / count * 1e6:,.0f} us"


class _theirs:
    """The other generator's client and its function for the same call."""

    def __init__(self) -> None:
        package = clients.THEIRS
        self.client = importlib.import_module(f"{package}.client").AuthenticatedClient
        self.call = importlib.import_module(f"{package}.api.group0.get_thing_000")


def _check(ours: Any, theirs: Any) -> None:
    assert ours.id == theirs.id == "res_0", (ours, theirs)
    assert ours.metadata["shop"] == theirs.metadata["shop"] == "berlin"
