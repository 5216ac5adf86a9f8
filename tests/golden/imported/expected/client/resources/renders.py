"""The `renders` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._operation import TEXT, Operation, Response, Types, in_path

if TYPE_CHECKING:
    from .._runtime._client import AsyncCore, Core
    from .._runtime._jobs import AsyncJob, Job
    from .._runtime._options import CallOptions
    from ..models.renders import GetRendersResponse

types = Types(__name__)

GET: Operation[GetRendersResponse] = Operation(
    key="GET /renders/{id}",
    name="getRender",
    parameters=(in_path("id", TEXT),),
    responses=(Response("200", types("models.renders", "GetRendersResponse")),),
)

START: Operation[GetRendersResponse] = Operation(
    key="POST /renders",
    name="startRender",
    responses=(Response("202"),),
    result=types("models.renders", "GetRendersResponse"),
    lifecycle="startRender",
)


class Renders:
    """The `renders` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def get(self, id: str, *, options: CallOptions | None = None) -> GetRendersResponse:
        """Get render.

        Returns:
            The render.
        """
        return self._core.call(GET, path={"id": id}, options=options)

    def start(self, *, options: CallOptions | None = None) -> Job[GetRendersResponse]:
        """Start render.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(START, options=options)


class AsyncRenders:
    """The `renders` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def get(
        self,
        id: str,
        *,
        options: CallOptions | None = None,
    ) -> GetRendersResponse:
        """Get render."""
        return await self._core.call(GET, path={"id": id}, options=options)

    async def start(
        self,
        *,
        options: CallOptions | None = None,
    ) -> AsyncJob[GetRendersResponse]:
        """Start render."""
        return await self._core.submit(START, options=options)
