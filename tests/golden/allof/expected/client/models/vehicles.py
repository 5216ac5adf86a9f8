"""Answers of vehicles."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from .._runtime._model import Model, Unknown, tagged


class Bike(Model):
    electric: bool | None = None
    kind: str
    speed: int | float | None = None


class Car(Model):
    doors: int
    kind: str
    speed: int | float | None = None


class Van(Model):
    doors: int
    kind: str
    load: int | float | None = None
    speed: int | float | None = None


class VehicleBase(Model):
    """Vehicle."""

    kind: str
    speed: int | float | None = None


Vehicle: TypeAlias = Annotated[
    Bike | Car | Van | VehicleBase | Unknown,
    tagged("kind", "bike", "car", "Van", "Vehicle"),
]
