"""The `reports` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._operation import Operation, Response

if TYPE_CHECKING:
    from .._runtime._client import AsyncCore, Core
    from .._runtime._options import CallOptions

BE_OPEN: Operation[None] = Operation(
    key="GET /reports/public",
    name="beOpen",
    responses=(Response("204", reads="none"),),
    security=(),
)

LIST: Operation[None] = Operation(
    key="GET /reports",
    name="listReports",
    responses=(Response("204", reads="none"),),
)

NEED_BOTH: Operation[None] = Operation(
    key="GET /reports/both",
    name="needBoth",
    responses=(Response("204", reads="none"),),
    security=(("key", "team"),),
)

NEED_EITHER: Operation[None] = Operation(
    key="GET /reports/either",
    name="needEither",
    responses=(Response("204", reads="none"),),
    security=(("key", "team"), ("login",), ("app",)),
)

NEED_NOTHING: Operation[None] = Operation(
    key="GET /reports/optional",
    name="needNothing",
    responses=(Response("204", reads="none"),),
    security=((), ("session",)),
)


class Reports:
    """The `reports` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def be_open(self, *, options: CallOptions | None = None) -> None:
        """Be open."""
        return self._core.call(BE_OPEN, options=options)

    def list(self, *, options: CallOptions | None = None) -> None:
        """List reports."""
        return self._core.call(LIST, options=options)

    def need_both(self, *, options: CallOptions | None = None) -> None:
        """Need both."""
        return self._core.call(NEED_BOTH, options=options)

    def need_either(self, *, options: CallOptions | None = None) -> None:
        """Need either."""
        return self._core.call(NEED_EITHER, options=options)

    def need_nothing(self, *, options: CallOptions | None = None) -> None:
        """Need nothing."""
        return self._core.call(NEED_NOTHING, options=options)


class AsyncReports:
    """The `reports` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def be_open(self, *, options: CallOptions | None = None) -> None:
        """Be open."""
        return await self._core.call(BE_OPEN, options=options)

    async def list(self, *, options: CallOptions | None = None) -> None:
        """List reports."""
        return await self._core.call(LIST, options=options)

    async def need_both(self, *, options: CallOptions | None = None) -> None:
        """Need both."""
        return await self._core.call(NEED_BOTH, options=options)

    async def need_either(self, *, options: CallOptions | None = None) -> None:
        """Need either."""
        return await self._core.call(NEED_EITHER, options=options)

    async def need_nothing(self, *, options: CallOptions | None = None) -> None:
        """Need nothing."""
        return await self._core.call(NEED_NOTHING, options=options)
