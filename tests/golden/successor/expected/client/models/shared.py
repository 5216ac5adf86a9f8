"""Answers of shared."""

from __future__ import annotations

from .._runtime._model import Model


class Book(Model):
    title: str
