"""The `store.orders.order_items` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._operation import Operation, Response

if TYPE_CHECKING:
    from .._runtime._client import AsyncCore, Core
    from .._runtime._options import CallOptions

LIST: Operation[None] = Operation(
    key="GET /orders/items",
    name="OrderItemsController_findAll",
    responses=(Response("204", reads="none"),),
)


class StoreOrdersOrderItems:
    """The `store.orders.order_items` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def list(self, *, options: CallOptions | None = None) -> None:
        """List order items."""
        return self._core.call(LIST, options=options)


class AsyncStoreOrdersOrderItems:
    """The `store.orders.order_items` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def list(self, *, options: CallOptions | None = None) -> None:
        """List order items."""
        return await self._core.call(LIST, options=options)
