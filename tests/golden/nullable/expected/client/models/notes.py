"""Answers of notes."""

from __future__ import annotations

from typing import Literal

from .._runtime._model import Model


class Note(Model):
    absent: str | None = None
    always: str
    beside: Author | None = None
    both: str | None = None
    fixed: None = None
    items: list[int | None] | None = None
    known: int | None = None
    """Default: null."""
    listed: Literal["draft", "final"] | str | None
    maybe: str | None
    nothing: None
    other: Author | None = None
    within: Editor | None = None


class Author(Model):
    name: str | None = None


class Editor(Model):
    name: str | None = None
