"""The `runs` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._operation import TEXT, Operation, Response, Types, in_path

if TYPE_CHECKING:
    from .._runtime._client import AsyncCore, Core
    from .._runtime._jobs import AsyncJob, Job
    from .._runtime._options import CallOptions
    from ..models.runs import Run

types = Types(__name__)

CREATE: Operation[Run] = Operation(
    key="POST /runs",
    name="createRun",
    responses=(Response("200"),),
    result=types("models.runs", "Run"),
    lifecycle="createRun",
)

GET: Operation[Run] = Operation(
    key="GET /runs/{id}",
    name="getRun",
    parameters=(in_path("id", TEXT),),
    responses=(Response("200", types("models.runs", "Run")),),
)


class Runs:
    """The `runs` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def create(self, *, options: CallOptions | None = None) -> Job[Run]:
        """Create run.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(CREATE, options=options)

    def get(self, id: str, *, options: CallOptions | None = None) -> Run:
        """Get run.

        Returns:
            The run.
        """
        return self._core.call(GET, path={"id": id}, options=options)


class AsyncRuns:
    """The `runs` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def create(self, *, options: CallOptions | None = None) -> AsyncJob[Run]:
        """Create run."""
        return await self._core.submit(CREATE, options=options)

    async def get(self, id: str, *, options: CallOptions | None = None) -> Run:
        """Get run."""
        return await self._core.call(GET, path={"id": id}, options=options)
