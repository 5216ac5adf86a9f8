"""Inputs of events."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, NotRequired, TypeAlias

from pydantic import ConfigDict, StrictStr, with_config
from typing_extensions import TypedDict

from .._runtime._checks import Exact
from .._runtime._model import tagged


@with_config(ConfigDict(extra="forbid", strict=True))
class EventsParam(TypedDict):
    evident: NotRequired[EventsEvidentParam]
    mapped: NotRequired[EventsMappedParam]
    mixed: NotRequired[Sequence[EventsMixedItemParam | None]]
    numbered: NotRequired[EventsNumberedParam]
    resting: NotRequired[EventsRestingParam]
    untagged: NotRequired[CircleParam | SquareParam]


@with_config(ConfigDict(extra="forbid", strict=True))
class UpParam(TypedDict):
    height: NotRequired[float]
    way: Literal["up"]


@with_config(ConfigDict(extra="forbid", strict=True))
class DownParam(TypedDict):
    depth: NotRequired[float]
    way: Literal["down", "fall"]


@with_config(ConfigDict(extra="forbid", strict=True))
class CatParam(TypedDict):
    kind: str
    lives: NotRequired[int]


@with_config(ConfigDict(extra="forbid", strict=True))
class DogParam(TypedDict):
    kind: str
    tricks: NotRequired[Sequence[str]]


@with_config(ConfigDict(extra="forbid", strict=True))
class OneParam(TypedDict):
    a: NotRequired[str]
    version: Annotated[Literal[1], Exact()]


@with_config(ConfigDict(extra="forbid", strict=True))
class TwoParam(TypedDict):
    b: NotRequired[str]
    version: Annotated[Literal[2], Exact()]


@with_config(ConfigDict(extra="forbid", strict=True))
class RestParam(TypedDict):
    way: NotRequired[str]
    why: NotRequired[str]


@with_config(ConfigDict(extra="forbid", strict=True))
class CircleParam(TypedDict):
    radius: float
    shape: NotRequired[Literal["circle"]]


@with_config(ConfigDict(extra="forbid", strict=True))
class SquareParam(TypedDict):
    shape: NotRequired[Literal["square"]]
    side: float


EventsEvidentParam: TypeAlias = Annotated[
    UpParam | DownParam,
    tagged("way", "up", ("down", "fall")),
]

EventsMappedParam: TypeAlias = Annotated[
    CatParam | DogParam,
    tagged("kind", ("cat", "kitten"), "Dog"),
]

EventsMixedItemParam: TypeAlias = (
    Annotated[UpParam | DownParam, tagged("way", "up", ("down", "fall"))] | StrictStr
)

EventsNumberedParam: TypeAlias = Annotated[OneParam | TwoParam, tagged("version", 1, 2)]

EventsRestingParam: TypeAlias = Annotated[
    UpParam | RestParam,
    tagged("way", "up", "Rest", rest=1),
]
