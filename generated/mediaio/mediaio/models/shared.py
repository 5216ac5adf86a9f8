"""Answers of shared."""

from __future__ import annotations

from .._runtime._model import Model


class Artefact(Model):
    """One thing a task made."""

    preview: str | None = None
    """Public address of the file."""
    status: str | None = None
    """State of this one thing."""
    val: str | None = None
    """Path in the vendor's storage; cannot be fetched."""
