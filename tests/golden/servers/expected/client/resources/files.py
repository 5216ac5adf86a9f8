"""The `files` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._operation import Operation, Response
from .._runtime._servers import Server, Variable

if TYPE_CHECKING:
    from .._runtime._client import AsyncCore, Core
    from .._runtime._options import CallOptions

UPLOAD: Operation[None] = Operation(
    key="POST /files",
    name="uploadFile",
    responses=(Response("204", reads="none"),),
    server=Server(
        "https://{region}.upload.example.com",
        variables=(Variable("region", "eu"),),
    ),
)


class Files:
    """The `files` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def upload(self, *, options: CallOptions | None = None) -> None:
        """Upload file."""
        return self._core.call(UPLOAD, options=options)


class AsyncFiles:
    """The `files` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def upload(self, *, options: CallOptions | None = None) -> None:
        """Upload file."""
        return await self._core.call(UPLOAD, options=options)
