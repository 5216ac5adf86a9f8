"""The `jobs` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._operation import Operation, Response, Types

if TYPE_CHECKING:
    import builtins

    from .._runtime._client import AsyncCore, Core
    from .._runtime._options import CallOptions

types = Types(__name__)

LIST: Operation[builtins.list[str]] = Operation(
    key="GET /jobs",
    name="list",
    responses=(Response("200", types("models.jobs", "ListJobsResponse")),),
)


class Jobs:
    """The `jobs` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def list(self, *, options: CallOptions | None = None) -> builtins.list[str]:
        """List jobs."""
        return self._core.call(LIST, options=options)


class AsyncJobs:
    """The `jobs` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def list(self, *, options: CallOptions | None = None) -> builtins.list[str]:
        """List jobs."""
        return await self._core.call(LIST, options=options)
