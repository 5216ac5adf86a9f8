"""Answers of uploads."""

from __future__ import annotations

from .._runtime._model import Model


class UploadAnswer(Model):
    """Uploaded files."""

    code: int
    """0 for success."""
    data: Upload


class Upload(Model):
    """What was taken."""

    files: list[UploadedFile]
    """The files."""
    session_state_applied: bool | None = None
    """Whether the session knows them already."""


class UploadedFile(Model):
    """A file the session can use now."""

    cdn_url: str | None = None
    """Where it is kept."""
    duration: int | float | None = None
    """Seconds."""
    file_type: str | None = None
    """Its kind."""
    filename: str | None = None
    """Its name."""
    fps: int | float | None = None
    """Frames a second."""
    hash: str | None = None
    """Its hash."""
    height: int | float | None = None
    """Pixels."""
    width: int | float | None = None
    """Pixels."""
