"""Answers of shape."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from .._runtime._model import Model, Unknown, tagged


class Circle(Model):
    from_: str | None = Field(default=None, alias="from")
    kind: Literal["circle"]
    radius: int | float


class Square(Model):
    id: str | None = None
    kind: Literal["square"]
    side: int | float


Shape: TypeAlias = Annotated[
    Circle | Square | Unknown,
    tagged("kind", "circle", "square"),
]
