"""Answers of class ."""

from __future__ import annotations

from pydantic import Field

from .._runtime._model import Model


class Class(Model):
    copy_: str | None = Field(default=None, alias="copy")
    id: str | None = None
    json_: str | None = Field(default=None, alias="json")
