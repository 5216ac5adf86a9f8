"""Answers of drawings."""

from __future__ import annotations

from typing import Literal

from .._runtime._model import Model


class Drawing(Model):
    id: str
    ink: Ink | None = None
    state: Literal["busy", "done"] | str


class Ink(Model):
    colour: str | None = None
