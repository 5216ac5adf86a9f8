"""Inputs of orders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, NotRequired, TypeAlias

from pydantic import ConfigDict, Field, StrictInt, with_config
from typing_extensions import TypedDict

from .._runtime._checks import DateTimeInput, Exact, Format, MultipleOf
from .._runtime._model import tagged
from .._runtime._shapes import shaped


@with_config(ConfigDict(extra="forbid", strict=True))
class OrderParam(TypedDict):
    due: NotRequired[DateTimeInput]
    item: Annotated[str, Field(min_length=1, max_length=40, pattern="^[A-Z][a-z]+$")]
    lines: Annotated[Sequence[LineParam], Field(min_length=1, max_length=9)]
    mail: NotRequired[Annotated[str, Format("email")]]
    note: NotRequired[str]
    """A pattern that is not enforced."""
    odd: NotRequired[OrderOddParam]
    pay: NotRequired[OrderPayParam]
    step: NotRequired[Annotated[float, Field(ge=0), MultipleOf(0.05)]]
    tags: NotRequired[Annotated[Mapping[str, str], Field(min_length=1, max_length=3)]]


@with_config(ConfigDict(extra="forbid", strict=True))
class LineParam(TypedDict):
    Order: str
    """Hides a class."""
    count: Annotated[Literal[1, 10, 100], Exact()]


OrderOddParam = TypedDict(
    "OrderOddParam",
    {
        "class": "str",
        "x-y": "NotRequired[Annotated[int, Field(le=5)]]",
    },
)
with_config(ConfigDict(extra="forbid", strict=True))(OrderOddParam)

CardParam = TypedDict(
    "CardParam",
    {
        "cvc": "NotRequired[str]",
        "number": "str",
        "with": 'Literal["Card"]',
    },
)
with_config(ConfigDict(extra="forbid", strict=True))(CardParam)
shaped(
    needs={
        "cvc": ("number",),
    },
)(CardParam)

CashParam = TypedDict(
    "CashParam",
    {
        "with": 'Literal["Cash"]',
    },
)
with_config(ConfigDict(extra="allow", strict=True))(CashParam)
shaped(extra=lambda: StrictInt)(CashParam)

OrderPayParam: TypeAlias = Annotated[
    CardParam | CashParam,
    tagged("with", "Card", "Cash"),
]
