"""A client of the scripted server, with one face over both drivers.

The same scenario runs blocking and awaited, and what was commanded is kept, so that the
two can be compared.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeAlias

from specloom.runtime._async_driver import AsyncChannel
from specloom.runtime._driver import Channel
from specloom.runtime._engine import Engine
from specloom.runtime._hooks import Hooks
from specloom.runtime._job_state import Setup
from specloom.runtime._jobs import AsyncJobs, Jobs, submit, submit_async
from specloom.runtime._limiter import AsyncGates, Budget, Gates, Memory
from specloom.runtime._operation import Operation, Service
from specloom.runtime._options import Arguments, CallOptions
from specloom.runtime._origins import origins_of
from specloom.runtime._policy import Limits, Poll, Retry, StreamPolicy
from specloom.runtime._redact import Redactor
from specloom.runtime._request import Site, build

from tests.faults.script import (
    BASE,
    AwaitedTransport,
    Clock,
    Server,
    SyncTransport,
    Wire,
)


class World:
    """A client of a scripted server, in one flavour."""

    def __init__(self, flavour: str) -> None:
        self.flavour = flavour
        self.clock = Clock()
        self.trace: list[tuple[Any, ...]] = []
        self.told: list[tuple[str, dict[str, Any]]] = []
        self.submitted: list[str | None] = []
        self.interrupted: list[str | None] = []
        self.updates: list[Any] = []
        self.memory = Memory()
        self.oversleep: list[float] = []
        """Seconds by which the next sleeps take longer than asked (a paused machine)."""
        self._runner = asyncio.Runner() if flavour == "async" else None

    def close(self) -> None:
        """End the loop, if there is one."""
        if self._runner is not None:
            self._runner.close()

    def run(self, value: Any) -> Any:
        """Return a value, awaited where it has to be."""
        if self._runner is None:
            return value

        async def awaited() -> Any:
            return await value

        return self._runner.run(awaited())

    def call(self, function: Callable[[], None]) -> None:
        """Call a function, inside the loop where there is one."""

        async def inside() -> None:
            function()

        self.run(function() if self._runner is None else inside())

    # Setting up

    def serve(
        self,
        service: Service,
        operations: Mapping[str, Operation[Any]],
        routes: Mapping[str, Any],
        **setup: Any,
    ) -> World:
        """Put a server behind the client."""
        self.server = Server(self.clock, routes)
        self.wire = Wire(self.clock, self.server, self.trace)
        site = Site(
            service=service,
            base_url=BASE,
            origins=origins_of(service, BASE, {}),
        )
        retry = setup.pop("retry", Retry())
        limits = setup.pop("limits", Limits())
        hooks = setup.pop("hooks", None)
        credential = setup.pop("credential", None)
        setup_fetch = setup.pop("fetch", None)
        self.redactor = Redactor()
        self.setup = Setup(
            service=service,
            find=operations.__getitem__,
            build=lambda operation, arguments: build(operation, site, arguments),
            clock=self.clock,
            wall=lambda: self.clock.wall,
            random=setup.pop("random", lambda: 0.0),
            uuid=_uuids().__next__,
            redactor=self.redactor,
            budget=setup.pop("budget", None) or Budget(retry),
            memory=self.memory,
            retry=retry,
            limits=limits,
            poll=setup.pop("poll", Poll()),
            stream=setup.pop("stream", StreamPolicy()),
            credential=credential or (lambda request: None),
            **setup,
        )
        self.engine: Engine[Any] = Engine(
            setup=self.setup,
            channel=self._channel(limits),
            convert=lambda operation, value: value,
            hooks=hooks or self._hooks(),
            origins=site.origins,
            fetch=setup_fetch,
        )
        return self

    def _channel(self, limits: Limits) -> Any:
        if self._runner is None:
            return Channel(
                SyncTransport(self.wire),  # type: ignore[arg-type]  # a stand-in
                Gates(limits),
                self.clock,
                self._sleep,
            )

        async def sleep(seconds: float) -> None:
            self._sleep(seconds)

        return AsyncChannel(
            AwaitedTransport(self.wire),  # type: ignore[arg-type]  # a stand-in
            AsyncGates(limits),
            self.clock,
            sleep,
        )

    def _sleep(self, seconds: float) -> None:
        self.trace.append(("sleep", round(seconds, 6)))
        self.clock.pass_(seconds + (self.oversleep.pop(0) if self.oversleep else 0.0))

    def _hooks(self) -> Hooks:
        return Hooks(
            on_submitted=self._on_submitted,
            on_event=lambda handle, name, facts: self._on_event(name, facts),
            on_interrupt=lambda handle: self.interrupted.append(handle.id),
            on_update=lambda handle, update: self.updates.append(update),
        )

    def _on_submitted(self, handle: Any) -> None:
        self.trace.append(("note", handle.id))
        self.submitted.append(handle.id)

    def _on_event(self, name: str, facts: Mapping[str, Any]) -> None:
        self.trace.append(("tell", name))
        self.told.append((name, dict(facts)))

    # Doing

    def submit(
        self,
        operation: Operation[Any],
        options: CallOptions | None = None,
        **body: Any,
    ) -> Any:
        """Create a job."""
        given = Arguments(body=body or {"prompt": "x"})
        if options is not None:
            given = replace(given, options=options)
        start = submit if self._runner is None else submit_async
        return self.run(start(self.engine, operation, given))

    @property
    def jobs(self) -> Any:
        """`client.jobs`."""
        kind = Jobs if self._runner is None else AsyncJobs
        return kind(self.engine)

    def wait(self, handle: Any, **options: Any) -> Any:
        """Wait for the result."""
        return self.run(handle.wait(**options))

    def news(self, handle: Any, most: int | None = None, **options: Any) -> list[Any]:
        """Return the updates, at most so many; then the loop is left."""
        if self._runner is None:
            return _some(handle.updates(**options), most)
        return list(self.run(_some_awaited(handle.updates(**options), most)))

    # Looking

    def names(self) -> list[str]:
        """Return the names of the facts that were told."""
        return [name for name, _ in self.told]

    def facts(self, name: str) -> list[dict[str, Any]]:
        """Return the facts of one name."""
        return [facts for found, facts in self.told if found == name]


def _uuids() -> Iterator[str]:
    number = 0
    while True:
        number += 1
        yield f"00000000-0000-4000-8000-{number:012d}"


def _some(found: Iterator[Any], most: int | None) -> list[Any]:
    out: list[Any] = []
    for item in found:
        out.append(item)
        if most is not None and len(out) >= most:
            found.close()  # type: ignore[attr-defined]  # updates() is a generator
            break
    return out


async def _some_awaited(found: Any, most: int | None) -> list[Any]:
    out: list[Any] = []
    async for item in found:
        out.append(item)
        if most is not None and len(out) >= most:
            await found.aclose()
            break
    return out


Scenario: TypeAlias = Callable[[World], None]
