"""Answers of pets."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from .._runtime._model import Model, Unknown, tagged


class Cat(Model):
    kind: str
    lives: int | None = None
    name: str | None = None


class Dog(Model):
    bark: bool | None = None
    kind: str
    name: str | None = None


class PetBase(Model):
    """Pet."""

    kind: str
    name: str | None = None


class Error(Model):
    message: str | None = None


Pet: TypeAlias = Annotated[
    Cat | Dog | PetBase | Unknown,
    tagged("kind", "Cat", "Dog", "Pet"),
]

ListPetsResponse: TypeAlias = list[Pet]
