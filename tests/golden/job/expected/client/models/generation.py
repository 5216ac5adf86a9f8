"""Answers of generation."""

from __future__ import annotations

from .._runtime._model import Model


class Video(Model):
    url: str


class Task(Model):
    data: Video | None = None
    id: str
    status: str
