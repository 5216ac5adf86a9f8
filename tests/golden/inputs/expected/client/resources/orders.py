"""The `orders` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._omit import OMIT
from .._runtime._operation import Body, Operation, Response, Types

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from .._runtime._client import AsyncCore, Core
    from .._runtime._omit import Omit
    from .._runtime._options import CallOptions
    from ..models.orders import Order
    from ..params.orders import CardParam, CashParam, LineParam, OrderOddParam

types = Types(__name__)

PLACE: Operation[Order] = Operation(
    key="POST /orders",
    name="placeOrder",
    bodies=(Body(types("params.orders", "OrderParam"), required=True),),
    responses=(Response("200", types("models.orders", "Order")),),
)


class Orders:
    """The `orders` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def place(
        self,
        *,
        item: str,
        lines: Sequence[LineParam],
        due: datetime | str | Omit = OMIT,
        mail: str | Omit = OMIT,
        note: str | Omit = OMIT,
        odd: OrderOddParam | Omit = OMIT,
        pay: CardParam | CashParam | Omit = OMIT,
        step: float | Omit = OMIT,
        tags: Mapping[str, str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Order:
        """Place order.

        Args:
            item: 1 to 40 characters.
            lines: 1 to 9 items.
            due: A date and time (RFC 3339).
            mail: An email address.
            note: A pattern that is not enforced.
            step: At least 0, a multiple of 0.05.

        Returns:
            Placed.
        """
        return self._core.call(
            PLACE,
            body={
                "item": item,
                "lines": lines,
                "due": due,
                "mail": mail,
                "note": note,
                "odd": odd,
                "pay": pay,
                "step": step,
                "tags": tags,
            },
            options=options,
        )


class AsyncOrders:
    """The `orders` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def place(
        self,
        *,
        item: str,
        lines: Sequence[LineParam],
        due: datetime | str | Omit = OMIT,
        mail: str | Omit = OMIT,
        note: str | Omit = OMIT,
        odd: OrderOddParam | Omit = OMIT,
        pay: CardParam | CashParam | Omit = OMIT,
        step: float | Omit = OMIT,
        tags: Mapping[str, str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Order:
        """Place order."""
        return await self._core.call(
            PLACE,
            body={
                "item": item,
                "lines": lines,
                "due": due,
                "mail": mail,
                "note": note,
                "odd": odd,
                "pay": pay,
                "step": step,
                "tags": tags,
            },
            options=options,
        )
