"""Inputs of pets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, NotRequired, TypeAlias

from pydantic import ConfigDict, Field, StrictInt, with_config
from typing_extensions import TypedDict

from .._runtime._checks import Format


@with_config(ConfigDict(extra="forbid", strict=True))
class NewPet(TypedDict):
    name: Annotated[str, Field(min_length=1, max_length=40)]
    """What it is called."""
    photoUrls: NotRequired[
        Annotated[Sequence[Annotated[str, Format("uri")]], Field(max_length=9)]
    ]
    status: NotRequired[StatusParam]


StatusParam: TypeAlias = Literal["available", "sold"]

Limit: TypeAlias = Annotated[StrictInt, Field(ge=1, le=100)]

ListPetsStatus: TypeAlias = Sequence[StatusParam]
