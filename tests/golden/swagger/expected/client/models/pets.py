"""Answers of pets."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from .._runtime._model import Model, Unknown, tagged


class PetBase(Model):
    """Pet."""

    kind: str
    name: str | None = None


class Cat(PetBase):
    lives: int | None = None


class Dog(PetBase):
    bark: bool | None = None


class Error(Model):
    message: str | None = None


Pet: TypeAlias = Annotated[
    Cat | Dog | PetBase | Unknown,
    tagged("kind", "Cat", "Dog", "Pet"),
]

ListPetsResponse: TypeAlias = list[Pet]
