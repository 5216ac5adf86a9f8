"""Answers of webhooks."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime._model import Model, Unknown, tagged


class Created(Model):
    id: str
    type: Literal["order.created"]


class WebhookEventOrderDeleted(Model):
    id: str
    type: Literal["order.deleted"]


class CreateOrderOnShipped(Model):
    parcel: str


WebhookEvent: TypeAlias = Annotated[
    Created | WebhookEventOrderDeleted | Unknown,
    tagged("type", "order.created", "order.deleted"),
]
