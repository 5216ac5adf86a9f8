"""The `store.orders` operations."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._runtime._operation import Operation, Response

if TYPE_CHECKING:
    from .._runtime._client import AsyncCore, Core
    from .._runtime._options import CallOptions
    from .store_orders_order_items import (
        AsyncStoreOrdersOrderItems,
        StoreOrdersOrderItems,
    )

ORDERS: Operation[None] = Operation(
    key="GET /orders",
    name="orders",
    responses=(Response("204", reads="none"),),
)


class StoreOrders:
    """The `store.orders` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    @cached_property
    def order_items(self) -> StoreOrdersOrderItems:
        """The `order_items` operations."""
        from .store_orders_order_items import StoreOrdersOrderItems

        return StoreOrdersOrderItems(self._core)

    def orders(self, *, options: CallOptions | None = None) -> None:
        """Orders."""
        return self._core.call(ORDERS, options=options)


class AsyncStoreOrders:
    """The `store.orders` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    @cached_property
    def order_items(self) -> AsyncStoreOrdersOrderItems:
        """The `order_items` operations."""
        from .store_orders_order_items import AsyncStoreOrdersOrderItems

        return AsyncStoreOrdersOrderItems(self._core)

    async def orders(self, *, options: CallOptions | None = None) -> None:
        """Orders."""
        return await self._core.call(ORDERS, options=options)
