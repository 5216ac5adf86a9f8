"""The `things` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._operation import Operation, Response

if TYPE_CHECKING:
    from .._runtime._client import AsyncCore, Core
    from .._runtime._options import CallOptions

LIST: Operation[None] = Operation(
    key="GET /things",
    name="listThings",
    responses=(Response("204", reads="none"),),
)


class Things:
    """The `things` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def list(self, *, options: CallOptions | None = None) -> None:
        """List things."""
        return self._core.call(LIST, options=options)


class AsyncThings:
    """The `things` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def list(self, *, options: CallOptions | None = None) -> None:
        """List things."""
        return await self._core.call(LIST, options=options)
