"""Answers of bookings."""

from __future__ import annotations

from .._runtime._model import Day, Model, Timestamp


class Booking(Model):
    at: Timestamp
    """When it begins."""
    code: str | None = None
    count: int | None = None
    day: Day
    guests: list[str] | None = None
    host: str | None = None
    id: str | None = None
    key: str | None = None
    mail: str | None = None
    opens: str | None = None
    page: str | None = None
    place: tuple[int | float, int | float] | None = None
    price: int | float | None = None
    step: int | None = None
    takes: str = "PT1H"
    unknown: str | None = None
