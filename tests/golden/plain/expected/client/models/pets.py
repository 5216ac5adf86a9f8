"""Answers of pets."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pydantic import Field

from .._runtime._model import Model


class Pet(Model):
    id: int
    name: str
    """What it is called."""
    photo_urls: list[str] | None = Field(default=None, alias="photoUrls")
    status: Status | None = None


class CreatePetsHeaders(Model):
    location: str = Field(alias="Location")
    x_pets_left: int | None = Field(default=None, alias="X-Pets-Left")
    """How many more may be created today."""


class Problem(Model):
    pet: int | None = None
    title: str


Status: TypeAlias = Literal["available", "sold"] | str

ListPetsResponse: TypeAlias = list[Pet]
