"""The `orders` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._operation import TEXT, Operation, Response, Types, in_path

if TYPE_CHECKING:
    from .._runtime._client import AsyncCore, Core
    from .._runtime._download import BinaryResponse
    from .._runtime._options import CallOptions
    from ..models.orders import CreateOrdersResponse201, Order

types = Types(__name__)

CREATE: Operation[Order | CreateOrdersResponse201 | None] = Operation(
    key="POST /orders",
    name="createOrder",
    responses=(
        Response("200", types("models.orders", "Order")),
        Response(
            "201",
            types("models.orders", "CreateOrdersResponse201"),
            headers=types("models.orders", "CreateOrdersHeaders"),
        ),
        Response("202", reads="none"),
        Response("409", types("models.orders", "CreateOrdersError409")),
        Response("4XX default", types("models.orders", "Problem")),
    ),
)

DELETE: Operation[None] = Operation(
    key="DELETE /orders/{id}",
    name="deleteOrder",
    parameters=(in_path("id", TEXT),),
    responses=(Response("204", reads="none"),),
)

GET: Operation[Order] = Operation(
    key="GET /orders/{id}",
    name="getOrder",
    parameters=(in_path("id", TEXT),),
    responses=(
        Response("2XX", types("models.orders", "Order")),
        Response("default", types("models.orders", "Problem")),
    ),
)

GET_INVOICE: Operation[BinaryResponse] = Operation(
    key="GET /orders/{id}/invoice",
    name="getInvoice",
    parameters=(in_path("id", TEXT),),
    responses=(Response("200", media_type="application/pdf", reads="bytes"),),
    accept="application/pdf",
)

GET_LABEL: Operation[Order | BinaryResponse] = Operation(
    key="GET /orders/{id}/label",
    name="getLabel",
    parameters=(in_path("id", TEXT),),
    responses=(
        Response("200", media_type="image/gif", reads="bytes"),
        Response("200", media_type="image/png", reads="bytes"),
        Response("200", types("models.orders", "Order")),
    ),
)

HAS: Operation[None] = Operation(
    key="HEAD /orders/{id}",
    name="hasOrder",
    parameters=(in_path("id", TEXT),),
    responses=(
        Response(
            "200",
            reads="none",
            headers=types("models.orders", "HasOrdersHeaders"),
        ),
    ),
)


class Orders:
    """The `orders` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def create(
        self,
        *,
        options: CallOptions | None = None,
    ) -> Order | CreateOrdersResponse201 | None:
        """Create order.

        Returns:
            The order there was.

        Raises:
            ConflictError: `body` is `CreateOrdersError409` where it fits.
            ApiError: `body` is `Problem` where it fits.
        """
        return self._core.call(CREATE, options=options)

    def delete(self, id: str, *, options: CallOptions | None = None) -> None:
        """Delete order."""
        return self._core.call(DELETE, path={"id": id}, options=options)

    def get(self, id: str, *, options: CallOptions | None = None) -> Order:
        """Get order.

        Returns:
            The order.

        Raises:
            ApiError: `body` is `Problem` where it fits.
        """
        return self._core.call(GET, path={"id": id}, options=options)

    def get_invoice(
        self,
        id: str,
        *,
        options: CallOptions | None = None,
    ) -> BinaryResponse:
        """Get invoice.

        Returns:
            A file.
        """
        return self._core.call(GET_INVOICE, path={"id": id}, options=options)

    def get_label(
        self,
        id: str,
        *,
        options: CallOptions | None = None,
    ) -> Order | BinaryResponse:
        """Get label.

        Returns:
            A label or its data.
        """
        return self._core.call(GET_LABEL, path={"id": id}, options=options)

    def has(self, id: str, *, options: CallOptions | None = None) -> None:
        """Has order."""
        return self._core.call(HAS, path={"id": id}, options=options)


class AsyncOrders:
    """The `orders` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def create(
        self,
        *,
        options: CallOptions | None = None,
    ) -> Order | CreateOrdersResponse201 | None:
        """Create order."""
        return await self._core.call(CREATE, options=options)

    async def delete(self, id: str, *, options: CallOptions | None = None) -> None:
        """Delete order."""
        return await self._core.call(DELETE, path={"id": id}, options=options)

    async def get(self, id: str, *, options: CallOptions | None = None) -> Order:
        """Get order."""
        return await self._core.call(GET, path={"id": id}, options=options)

    async def get_invoice(
        self,
        id: str,
        *,
        options: CallOptions | None = None,
    ) -> BinaryResponse:
        """Get invoice."""
        return await self._core.call(GET_INVOICE, path={"id": id}, options=options)

    async def get_label(
        self,
        id: str,
        *,
        options: CallOptions | None = None,
    ) -> Order | BinaryResponse:
        """Get label."""
        return await self._core.call(GET_LABEL, path={"id": id}, options=options)

    async def has(self, id: str, *, options: CallOptions | None = None) -> None:
        """Has order."""
        return await self._core.call(HAS, path={"id": id}, options=options)
