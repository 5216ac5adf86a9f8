"""Inputs of shape."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired, TypeAlias

from pydantic import ConfigDict, Field, with_config
from typing_extensions import TypedDict

from .._runtime._model import tagged


@with_config(ConfigDict(extra="forbid", strict=True))
class SquareParam(TypedDict):
    id: NotRequired[str]
    kind: Literal["square"]
    side: float


CircleParam = TypedDict(
    "CircleParam",
    {
        "from": "NotRequired[str]",
        "kind": 'Literal["circle"]',
        "radius": "Annotated[float, Field(gt=0)]",
    },
)
with_config(ConfigDict(extra="forbid", strict=True))(CircleParam)

DrawShapeBody: TypeAlias = Annotated[
    CircleParam | SquareParam,
    tagged("kind", "circle", "square"),
]
