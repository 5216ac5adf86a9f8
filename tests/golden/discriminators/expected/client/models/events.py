"""Answers of events."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime._model import Model, Unknown, tagged


class Events(Model):
    evident: EventsEvident | None = None
    mapped: EventsMapped | None = None
    mixed: list[EventsMixedItem | None] | None = None
    numbered: EventsNumbered | None = None
    resting: EventsResting | None = None
    untagged: Circle | Square | None = None


class Up(Model):
    height: int | float | None = None
    way: Literal["up"]


class Down(Model):
    depth: int | float | None = None
    way: Literal["down", "fall"]


class Cat(Model):
    kind: str
    lives: int | None = None


class Dog(Model):
    kind: str
    tricks: list[str] | None = None


class One(Model):
    a: str | None = None
    version: Literal[1]


class Two(Model):
    b: str | None = None
    version: Literal[2]


class Rest(Model):
    way: str | None = None
    why: str | None = None


class Circle(Model):
    radius: int | float
    shape: Literal["circle"] | None = None


class Square(Model):
    shape: Literal["square"] | None = None
    side: int | float


EventsEvident: TypeAlias = Annotated[
    Up | Down | Unknown,
    tagged("way", "up", ("down", "fall")),
]

EventsMapped: TypeAlias = Annotated[
    Cat | Dog | Unknown,
    tagged("kind", ("cat", "kitten"), "Dog"),
]

EventsMixedItem: TypeAlias = (
    Annotated[Up | Down | Unknown, tagged("way", "up", ("down", "fall"))] | str
)

EventsNumbered: TypeAlias = Annotated[One | Two | Unknown, tagged("version", 1, 2)]

EventsResting: TypeAlias = Annotated[Up | Rest, tagged("way", "up", "Rest", rest=1)]
