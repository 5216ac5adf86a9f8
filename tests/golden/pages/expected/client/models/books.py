"""Answers of books."""

from __future__ import annotations

from .._runtime._model import Model


class Book(Model):
    id: str


class ListUnclearResponse(Model):
    data: list[Book] | None = None
