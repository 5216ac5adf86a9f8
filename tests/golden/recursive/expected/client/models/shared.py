"""Answers of shared."""

from __future__ import annotations

from typing_extensions import TypeAliasType

from .._runtime._model import Model

Json = TypeAliasType(
    "Json",
    "str | int | float | bool | list[Json] | dict[str, Json] | None",
)
"""Any JSON value."""


class Tree(Model):
    children: list[Tree] | None = None
    value: Json
