"""Answers of orders."""

from __future__ import annotations

from pydantic import Field

from .._runtime._model import Model


class Order(Model):
    id: str


class CreateOrdersResponse201(Model):
    id: str
    queue: int


class CreateOrdersHeaders(Model):
    location: str = Field(alias="Location")
    x_left: int | None = Field(default=None, alias="X-Left")


class CreateOrdersError409(Model):
    other: Order


class Problem(Model):
    title: str | None = None


class HasOrdersHeaders(Model):
    e_tag: str | None = Field(default=None, alias="ETag")
