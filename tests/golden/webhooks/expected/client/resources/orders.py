"""The `orders` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._operation import Body, Operation, Response, Types

if TYPE_CHECKING:
    from .._runtime._client import AsyncCore, Core
    from .._runtime._options import CallOptions

types = Types(__name__)

CREATE: Operation[None] = Operation(
    key="POST /orders",
    name="createOrder",
    bodies=(Body(types("params.orders", "CreateOrdersBody"), required=True),),
    responses=(Response("204", reads="none"),),
)


class Orders:
    """The `orders` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def create(self, *, notify: str, options: CallOptions | None = None) -> None:
        """Create order."""
        return self._core.call(CREATE, body={"notify": notify}, options=options)


class AsyncOrders:
    """The `orders` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def create(self, *, notify: str, options: CallOptions | None = None) -> None:
        """Create order."""
        return await self._core.call(CREATE, body={"notify": notify}, options=options)
