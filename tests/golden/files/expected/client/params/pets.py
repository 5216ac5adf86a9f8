"""Inputs of pets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, NotRequired, TypeAlias

from pydantic import ConfigDict, Field, StrictInt, with_config
from typing_extensions import TypedDict


@with_config(ConfigDict(extra="forbid", strict=True))
class PetParam(TypedDict):
    friends: NotRequired[Sequence[PetParam]]
    name: str
    owner: NotRequired[OwnerParam]
    size: NotRequired[SizeParam]


@with_config(ConfigDict(extra="forbid", strict=True))
class OwnerParam(TypedDict):
    pets: NotRequired[Sequence[PetParam]]


CreatePetsLimit: TypeAlias = Annotated[StrictInt, Field(le=100)]

SizeParam: TypeAlias = Literal["small", "large"]

ListPetsLimit: TypeAlias = Annotated[StrictInt, Field(le=100)]
