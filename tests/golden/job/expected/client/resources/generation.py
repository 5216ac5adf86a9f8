"""The `generation` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._omit import OMIT
from .._runtime._operation import TEXT, Body, Operation, Response, Types, in_path

if TYPE_CHECKING:
    from .._runtime._client import AsyncCore, Core
    from .._runtime._jobs import AsyncJob, Job
    from .._runtime._omit import Omit
    from .._runtime._options import CallOptions
    from ..models.generation import Task, Video

types = Types(__name__)

ALPHA: Operation[Video] = Operation(
    key="POST /generation/sse/alpha",
    name="streamAlpha",
    bodies=(Body(types("params.generation", "Alpha"), required=True),),
    responses=(Response("200", media_type="text/event-stream", reads="events"),),
    result=types("models.generation", "Video"),
    lifecycle="video",
    plain="POST /generation/alpha",
    streams=True,
)

GET: Operation[Task] = Operation(
    key="GET /generation/{id}",
    name="getGeneration",
    parameters=(in_path("id", TEXT),),
    responses=(Response("200", types("models.generation", "Task")),),
)

ALPHA_PLAIN = ALPHA.twin(name="createAlpha", responses=(Response("202"),))


class Generation:
    """The `generation` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def alpha(
        self,
        *,
        prompt: str,
        duration: int | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[Video]:
        """Stream alpha.

        Args:
            prompt: 1 to 2500 characters.
            duration: 3 to 15, default 5.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            InsufficientCreditsError.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            ALPHA,
            body={"prompt": prompt, "duration": duration},
            options=options,
        )

    def get(self, id: str, *, options: CallOptions | None = None) -> Task:
        """Get generation.

        Returns:
            The state.
        """
        return self._core.call(GET, path={"id": id}, options=options)


class AsyncGeneration:
    """The `generation` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def alpha(
        self,
        *,
        prompt: str,
        duration: int | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[Video]:
        """Stream alpha."""
        return await self._core.submit(
            ALPHA,
            body={"prompt": prompt, "duration": duration},
            options=options,
        )

    async def get(self, id: str, *, options: CallOptions | None = None) -> Task:
        """Get generation."""
        return await self._core.call(GET, path={"id": id}, options=options)
