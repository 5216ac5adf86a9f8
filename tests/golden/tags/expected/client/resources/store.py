"""What is sold."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._runtime._operation import Operation, Response

if TYPE_CHECKING:
    from .._runtime._client import AsyncCore, Core
    from .._runtime._options import CallOptions
    from .store_orders import AsyncStoreOrders, StoreOrders

GET: Operation[None] = Operation(
    key="GET /store",
    name="getStore",
    responses=(Response("204", reads="none"),),
)


class Store:
    """What is sold."""

    def __init__(self, core: Core) -> None:
        self._core = core

    @cached_property
    def orders(self) -> StoreOrders:
        """The `orders` operations."""
        from .store_orders import StoreOrders

        return StoreOrders(self._core)

    def get(self, *, options: CallOptions | None = None) -> None:
        """Get store."""
        return self._core.call(GET, options=options)


class AsyncStore:
    """What is sold. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    @cached_property
    def orders(self) -> AsyncStoreOrders:
        """The `orders` operations."""
        from .store_orders import AsyncStoreOrders

        return AsyncStoreOrders(self._core)

    async def get(self, *, options: CallOptions | None = None) -> None:
        """Get store."""
        return await self._core.call(GET, options=options)
