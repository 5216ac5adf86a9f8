"""Real clients in both flavours, with a server that is a function."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import httpx
from specloom.runtime._client import AsyncCore, Core
from specloom.runtime._hooks import Hooks
from specloom.runtime._lifecycle import Lifecycle
from specloom.runtime._operation import Operation, Scheme, Service

from tests.faults.service import OPERATIONS, PLAIN

Handler: TypeAlias = Callable[[httpx.Request], httpx.Response]
KEY = "sk-canary-0123456789abcdef"
BEARER = Scheme(name="bearer", kind="bearer")


def service(lifecycle: Lifecycle, *schemes: Scheme, **more: Any) -> Service:
    """Return a service of this lifecycle; with a bearer token unless told otherwise."""
    used = schemes or (BEARER,)
    return Service(
        servers=("https://api.test",),
        lifecycles=(lifecycle,),
        schemes=used,
        security=tuple((scheme.name,) for scheme in used),
        **more,
    )


class Client:
    """A client of one flavour over a function that answers requests."""

    def __init__(
        self,
        flavour: str,
        of: Service,
        handler: Handler,
        **settings: Any,
    ) -> None:
        self.requests: list[httpx.Request] = []
        self.told: list[tuple[str, Mapping[str, Any]]] = []
        self._runner = asyncio.Runner() if flavour == "async" else None
        transport = httpx.MockTransport(self._kept(handler))
        kind: Any = httpx.Client if self._runner is None else httpx.AsyncClient
        core: Any = Core if self._runner is None else AsyncCore
        hooks = Hooks(on_event=lambda job, name, facts: self.told.append((name, facts)))
        self.library = kind(transport=transport)
        settings.setdefault("hooks", hooks)
        settings.setdefault("api_key", KEY)
        self.core = core(
            of,
            OPERATIONS.__getitem__,
            http_client=self.library,
            **settings,
        )

    def _kept(self, handler: Handler) -> Handler:
        def answer(request: httpx.Request) -> httpx.Response:
            self.requests.append(request)
            return handler(request)

        return answer

    def run(self, value: Any) -> Any:
        """Return a value, awaited where it has to be."""
        if self._runner is None:
            return value

        async def awaited() -> Any:
            return await value

        return self._runner.run(awaited())

    def submit(self, operation: Operation[Any] = PLAIN, **more: Any) -> Any:
        """Create a job."""
        more.setdefault("body", {"prompt": "x"})
        return self.run(self.core.submit(operation, **more))

    def close(self) -> None:
        """Close all."""
        self.run(self.core.close())
        if self._runner is not None:
            self._runner.run(self.library.aclose())
            self._runner.close()
        else:
            self.library.close()
