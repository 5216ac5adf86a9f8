"""Answers of vehicles."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from .._runtime._model import Model, Unknown, tagged


class VehicleBase(Model):
    """Vehicle."""

    kind: str
    speed: int | float | None = None


class Bike(VehicleBase):
    electric: bool | None = None


class Car(VehicleBase):
    doors: int


class Van(Car):
    load: int | float | None = None


Vehicle: TypeAlias = Annotated[
    Bike | Car | Van | VehicleBase | Unknown,
    tagged("kind", "bike", "car", "Van", "Vehicle"),
]
