"""Inputs of vehicles."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired, TypeAlias

from pydantic import ConfigDict, Field, with_config
from typing_extensions import TypedDict

from .._runtime._checks import Exact


@with_config(ConfigDict(extra="forbid", strict=True))
class Order(TypedDict):
    """Both parts together."""

    count: NotRequired[Annotated[int, Field(ge=1, le=9)]]
    note: Annotated[str, Field(max_length=20)]
    wheels: NotRequired[Wheels]


Wheels: TypeAlias = Annotated[Literal[3, 4], Exact()]
