"""Answers of chat."""

from __future__ import annotations

from .._runtime._model import Model


class Answer(Model):
    text: str


class Delta(Model):
    delta: str
