"""Rendering."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._lifecycle import BodyRules
from .._runtime._omit import OMIT
from .._runtime._operation import TEXT, Body, Operation, Response, Types, in_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from .._runtime._client import AsyncCore, Core
    from .._runtime._download import BinaryResponse
    from .._runtime._jobs import AsyncJob, Job
    from .._runtime._omit import Omit
    from .._runtime._options import CallOptions
    from ..models.export import CancelledRender, Render, RenderData, RenderOutput
    from ..params.export import RenderOptions

types = Types(__name__)

REFUSED = Response("default", types("models.shared", "Failure"))

CANCEL: Operation[CancelledRender] = Operation(
    key="POST /api/render/proxy/lambda/{id}/cancel",
    name="cancelRender",
    parameters=(in_path("id", TEXT),),
    responses=(Response("200", types("models.export", "CancelledRender")), REFUSED),
)

CREATE: Operation[RenderOutput | RenderData] = Operation(
    key="POST /api/render/proxy/lambda",
    name="createRender",
    bodies=(
        Body(
            types("params.export", "RenderRequest"),
            required=True,
            rules=BodyRules(
                defaults={
                    "draft": "$kept.draft",
                    "output": {"format": "mp4", "quality": "high"},
                },
                acquire={"sessionId": "session_id"},
            ),
        ),
    ),
    responses=(Response("200"), REFUSED),
    result=types("models.export", "CreateExportResult"),
    lifecycle="export",
)

DOWNLOAD: Operation[BinaryResponse] = Operation(
    key="GET /api/render/proxy/{id}/download",
    name="downloadRender",
    parameters=(in_path("id", TEXT),),
    responses=(Response("200", media_type="video/mp4", reads="bytes"), REFUSED),
    accept="video/mp4",
)

GET: Operation[Render] = Operation(
    key="GET /api/render/proxy/lambda/{id}",
    name="getRender",
    parameters=(in_path("id", TEXT),),
    responses=(Response("200", types("models.export", "Render")), REFUSED),
)


class Export:
    """Rendering."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def cancel(self, id: str, *, options: CallOptions | None = None) -> CancelledRender:
        """Cancel a render.

        Args:
            id: Identifier of the render.

        Returns:
            It was stopped.

        Raises:
            ApiError: `body` is `Failure` where it fits.
        """
        return self._core.call(CANCEL, path={"id": id}, options=options)

    def create(
        self,
        *,
        draft: Mapping[str, Any] | Omit = OMIT,
        id: str | Omit = OMIT,
        output: RenderOptions | Omit = OMIT,
        session_id: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[RenderOutput | RenderData]:
        """Export a timeline.

        Args:
            draft: The draft, as the session's state gives it.
            id: Identifier of the render, chosen by you; one that was used is ...
            session_id: The session.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            ApiError: `body` is `Failure` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            CREATE,
            body={"draft": draft, "id": id, "output": output, "sessionId": session_id},
            options=options,
        )

    def download(
        self,
        id: str,
        *,
        options: CallOptions | None = None,
    ) -> BinaryResponse:
        """Download a render.

        Args:
            id: Identifier of the render.

        Returns:
            The file.

        Raises:
            ApiError: `body` is `Failure` where it fits.
        """
        return self._core.call(DOWNLOAD, path={"id": id}, options=options)

    def get(self, id: str, *, options: CallOptions | None = None) -> Render:
        """Get a render.

        Args:
            id: Identifier of the render.

        Returns:
            The render.

        Raises:
            ApiError: `body` is `Failure` where it fits.
        """
        return self._core.call(GET, path={"id": id}, options=options)


class AsyncExport:
    """Rendering. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def cancel(
        self,
        id: str,
        *,
        options: CallOptions | None = None,
    ) -> CancelledRender:
        """Cancel a render."""
        return await self._core.call(CANCEL, path={"id": id}, options=options)

    async def create(
        self,
        *,
        draft: Mapping[str, Any] | Omit = OMIT,
        id: str | Omit = OMIT,
        output: RenderOptions | Omit = OMIT,
        session_id: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[RenderOutput | RenderData]:
        """Export a timeline."""
        return await self._core.submit(
            CREATE,
            body={"draft": draft, "id": id, "output": output, "sessionId": session_id},
            options=options,
        )

    async def download(
        self,
        id: str,
        *,
        options: CallOptions | None = None,
    ) -> BinaryResponse:
        """Download a render."""
        return await self._core.call(DOWNLOAD, path={"id": id}, options=options)

    async def get(self, id: str, *, options: CallOptions | None = None) -> Render:
        """Get a render."""
        return await self._core.call(GET, path={"id": id}, options=options)
