"""Inputs of bookings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, NotRequired

from pydantic import ConfigDict, Field, with_config
from typing_extensions import TypedDict

from .._runtime._checks import (
    DateInput,
    DateTimeInput,
    DurationInput,
    Format,
    MultipleOf,
    TimeInput,
    Unique,
    UuidInput,
)


@with_config(ConfigDict(extra="forbid", strict=True))
class BookingParam(TypedDict):
    at: DateTimeInput
    """When it begins."""
    code: NotRequired[
        Annotated[str, Field(min_length=3, max_length=3, pattern="^[A-Z]{3}$")]
    ]
    count: NotRequired[Annotated[int, Field(ge=1, le=10)]]
    day: DateInput
    guests: NotRequired[
        Annotated[
            Sequence[Annotated[str, Field(min_length=1)]],
            Field(min_length=1, max_length=4),
            Unique(),
        ]
    ]
    host: NotRequired[Annotated[str, Format("ipv4")]]
    id: NotRequired[UuidInput]
    key: NotRequired[str]
    mail: NotRequired[Annotated[str, Format("email")]]
    opens: NotRequired[TimeInput]
    page: NotRequired[Annotated[str, Format("uri")]]
    place: NotRequired[
        Annotated[
            tuple[Annotated[float, Field(ge=-90, le=90)], float],
            Field(strict=False),
        ]
    ]
    price: NotRequired[Annotated[float, Field(gt=0), MultipleOf(0.01)]]
    step: NotRequired[Annotated[int, Field(multiple_of=5)]]
    takes: NotRequired[DurationInput]
    """Default: "PT1H"."""
    unknown: NotRequired[str]
