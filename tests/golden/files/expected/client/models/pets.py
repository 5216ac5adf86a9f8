"""Answers of pets."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pydantic import Field

from .._runtime._model import Model


class CreatePetsHeaders(Model):
    x_id: int | None = Field(default=None, alias="X-Id")


class Pet(Model):
    friends: list[Pet] | None = None
    name: str
    owner: Owner | None = None
    size: Size | None = None


class Owner(Model):
    pets: list[Pet] | None = None


ListPetsResponse: TypeAlias = list[Pet]

Size: TypeAlias = Literal["small", "large"] | str
