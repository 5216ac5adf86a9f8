"""The `bookings` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._omit import OMIT
from .._runtime._operation import Body, Operation, Response, Types

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime, time, timedelta
    from uuid import UUID

    from .._runtime._client import AsyncCore, Core
    from .._runtime._omit import Omit
    from .._runtime._options import CallOptions
    from ..models.bookings import Booking

types = Types(__name__)

CREATE: Operation[Booking] = Operation(
    key="POST /bookings",
    name="addBooking",
    bodies=(Body(types("params.bookings", "BookingParam"), required=True),),
    responses=(Response("200", types("models.bookings", "Booking")),),
)


class Bookings:
    """The `bookings` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def create(
        self,
        *,
        at: datetime | str,
        day: date | str,
        code: str | Omit = OMIT,
        count: int | Omit = OMIT,
        guests: Sequence[str] | Omit = OMIT,
        host: str | Omit = OMIT,
        id: UUID | str | Omit = OMIT,
        key: str | Omit = OMIT,
        mail: str | Omit = OMIT,
        opens: time | str | Omit = OMIT,
        page: str | Omit = OMIT,
        place: tuple[float, float] | Omit = OMIT,
        price: float | Omit = OMIT,
        step: int | Omit = OMIT,
        takes: timedelta | str | Omit = OMIT,
        unknown: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Booking:
        """Add booking.

        Args:
            at: When it begins, a date and time (RFC 3339).
            day: A date, YYYY-MM-DD.
            code: 3 characters.
            count: 1 to 10.
            guests: 1 to 4 items, no item twice.
            host: An IPv4 address.
            id: A UUID.
            key: Base64.
            mail: An email address.
            opens: A time (RFC 3339).
            page: A URI.
            place: 2 items.
            price: More than 0, a multiple of 0.01.
            step: A multiple of 5.
            takes: A duration (ISO 8601), default "PT1H".

        Returns:
            The booking.
        """
        return self._core.call(
            CREATE,
            body={
                "at": at,
                "day": day,
                "code": code,
                "count": count,
                "guests": guests,
                "host": host,
                "id": id,
                "key": key,
                "mail": mail,
                "opens": opens,
                "page": page,
                "place": place,
                "price": price,
                "step": step,
                "takes": takes,
                "unknown": unknown,
            },
            options=options,
        )


class AsyncBookings:
    """The `bookings` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def create(
        self,
        *,
        at: datetime | str,
        day: date | str,
        code: str | Omit = OMIT,
        count: int | Omit = OMIT,
        guests: Sequence[str] | Omit = OMIT,
        host: str | Omit = OMIT,
        id: UUID | str | Omit = OMIT,
        key: str | Omit = OMIT,
        mail: str | Omit = OMIT,
        opens: time | str | Omit = OMIT,
        page: str | Omit = OMIT,
        place: tuple[float, float] | Omit = OMIT,
        price: float | Omit = OMIT,
        step: int | Omit = OMIT,
        takes: timedelta | str | Omit = OMIT,
        unknown: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Booking:
        """Add booking."""
        return await self._core.call(
            CREATE,
            body={
                "at": at,
                "day": day,
                "code": code,
                "count": count,
                "guests": guests,
                "host": host,
                "id": id,
                "key": key,
                "mail": mail,
                "opens": opens,
                "page": page,
                "place": place,
                "price": price,
                "step": step,
                "takes": takes,
                "unknown": unknown,
            },
            options=options,
        )
