"""Inputs of orders."""

from __future__ import annotations

from pydantic import ConfigDict, with_config
from typing_extensions import TypedDict


@with_config(ConfigDict(extra="forbid", strict=True))
class CreateOrdersBody(TypedDict):
    notify: str
