"""Answers of shared."""

from __future__ import annotations

from typing import Any

from .._runtime._model import Model


class Failure(Model):
    """An answer whose code is not 0."""

    code: int
    """What went wrong; never 0 here."""
    data: Any = None
    """Nothing of use."""
    msg: str | None = None
    """Why it failed."""
    trace_id: str | None = None
    """Names this exchange to the vendor."""


class Artefact(Model):
    """One thing a task made."""

    preview: str | None = None
    """Public address of the file."""
    status: str | None = None
    """State of this one thing."""
    val: str | None = None
    """Path in the vendor's storage; cannot be fetched."""
