"""Inputs of maps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, NotRequired, TypeAlias

from pydantic import ConfigDict, Field, StrictBool, StrictInt, StrictStr, with_config
from typing_extensions import TypedDict

from .._runtime._checks import DateTimeInput, Format, UuidInput


@with_config(ConfigDict(extra="forbid", strict=True))
class Area(TypedDict):
    x: float
    y: float


@with_config(ConfigDict(extra="forbid", strict=True))
class Filter(TypedDict):
    least: NotRequired[Annotated[int, Field(ge=0)] | None]
    name: NotRequired[str]


@with_config(ConfigDict(extra="forbid", strict=True))
class GetMapsPage(TypedDict):
    after: NotRequired[str]
    limit: NotRequired[Annotated[int, Field(le=100)]]


Tile: TypeAlias = UuidInput

Layers: TypeAlias = Sequence[StrictStr]

GetMapsColor: TypeAlias = Sequence[Literal["red", "green"]]

Size: TypeAlias = Sequence[StrictInt]

Tag_: TypeAlias = Sequence[StrictStr]

Next: TypeAlias = Annotated[StrictStr, Format("uri")]

GetMapsBlank: TypeAlias = StrictBool | Literal[""]

XTrace: TypeAlias = Sequence[StrictStr]

Since: TypeAlias = DateTimeInput

Session: TypeAlias = Annotated[StrictStr, Field(min_length=8)]
