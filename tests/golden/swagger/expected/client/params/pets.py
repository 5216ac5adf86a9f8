"""Inputs of pets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, NotRequired, TypeAlias

from pydantic import ConfigDict, Field, StrictInt, StrictStr, with_config
from typing_extensions import TypedDict

from .._runtime._checks import FileInput
from .._runtime._model import tagged


@with_config(ConfigDict(extra="forbid", strict=True))
class CatParam(TypedDict):
    kind: str
    lives: NotRequired[int]
    name: NotRequired[str | None]


@with_config(ConfigDict(extra="forbid", strict=True))
class DogParam(TypedDict):
    bark: NotRequired[bool]
    kind: str
    name: NotRequired[str | None]


@with_config(ConfigDict(extra="forbid", strict=True))
class PetBaseParam(TypedDict):
    """Pet."""

    kind: str
    name: NotRequired[str | None]


@with_config(ConfigDict(extra="forbid", strict=True))
class CreatePhotoBody(TypedDict):
    labels: NotRequired[Sequence[str]]
    photo: FileInput


PetParam: TypeAlias = Annotated[
    CatParam | DogParam | PetBaseParam,
    tagged("kind", "Cat", "Dog", "Pet"),
]

Limit: TypeAlias = Annotated[StrictInt, Field(le=100)]

Tags: TypeAlias = Sequence[StrictStr]

ListPetsSort: TypeAlias = Sequence[Literal["name", "age"]]
