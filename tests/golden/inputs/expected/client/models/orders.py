"""Answers of orders."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

from pydantic import Field

from .._runtime._model import Model, Timestamp, Unknown, tagged


class Order(Model):
    due: Timestamp | None = None
    id: str | None = None
    item: str
    lines: list[Line]
    mail: str | None = None
    note: str | None = None
    """A pattern that is not enforced."""
    odd: OrderOdd | None = None
    pay: OrderPay | None = None
    step: int | float | None = None
    tags: dict[str, str] | None = None


class Line(Model):
    order: str = Field(alias="Order")
    """Hides a class."""
    count: Literal[1, 10, 100] | int


class OrderOdd(Model):
    class_: str = Field(alias="class")
    x_y: int | None = Field(default=None, alias="x-y")


class Card(Model):
    cvc: str | None = None
    with_: Literal["Card"] = Field(alias="with")


class Cash(Model):
    with_: Literal["Cash"] = Field(alias="with")

    if TYPE_CHECKING:

        @property
        def extras(self) -> Mapping[str, int]: ...
    else:
        __pydantic_extra__: dict[str, int]


OrderPay: TypeAlias = Annotated[Card | Cash | Unknown, tagged("with", "Card", "Cash")]
