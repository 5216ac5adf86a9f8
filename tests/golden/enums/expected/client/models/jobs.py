"""Answers of jobs."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from .._runtime._model import Model


class Job(Model):
    flag: Literal[True] | None = None
    level: Literal[1, 2, 3] | int | None = None
    """1: LOW, 2: NORMAL, 3: HIGH."""
    mixed: Literal["auto", 0] | str | int | None = None
    point: dict[str, Any] | None = None
    ratio: int | float | None = None
    state: State
    then: State = "done"
    """What comes next."""
    titled: Literal["a", "b"] | str | None = None
    """a: First, b: Second."""
    version: Literal[2] | int


State: TypeAlias = Literal["queued", "done"] | str
"""How far it is."""
