"""The `woods` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._operation import Operation, Response, Types

if TYPE_CHECKING:
    import builtins

    from .._runtime._client import AsyncCore, Core
    from .._runtime._options import CallOptions
    from ..models.woods import Wood

types = Types(__name__)

LIST: Operation[builtins.list[Wood]] = Operation(
    key="GET /woods",
    name="listWoods",
    responses=(Response("200", types("models.woods", "ListWoodsResponse")),),
)


class Woods:
    """The `woods` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def list(self, *, options: CallOptions | None = None) -> builtins.list[Wood]:
        """List woods.

        Returns:
            Woods.
        """
        return self._core.call(LIST, options=options)


class AsyncWoods:
    """The `woods` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def list(self, *, options: CallOptions | None = None) -> builtins.list[Wood]:
        """List woods."""
        return await self._core.call(LIST, options=options)
