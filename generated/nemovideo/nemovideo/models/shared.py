"""Answers of shared."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from .._runtime._model import Model


class Failure(Model):
    """An answer that is no success. Where its text stands is not documented."""

    code: int | str | None = None
    """What went wrong."""
    error: str | None = None
    """Why, for people."""
    message: str | None = None
    """Why, for people."""
    msg: str | None = None
    """Why, for people."""


class EditorState(Model):
    """What a session holds."""

    canvas_config: Canvas | None = None
    draft: Draft | None = None
    """The timeline; null before the first edit."""
    generated_media: Any = None
    """Media that were generated."""
    video_analyses: Any = None
    """What is known about the clips."""
    video_infos: list[dict[str, Any]] | None = None
    """Clips that were made or uploaded."""


class Canvas(Model):
    """The picture's frame."""

    ratio: Any = None
    """Its aspect ratio."""
    size: Any = None
    """Its size."""


class Draft(Model):
    """The timeline. It can be exported when a track has a segment."""

    duration_ms: int | float | None = Field(default=None, alias="d")
    """Duration in milliseconds."""
    metadata: dict[str, Any] | None = Field(default=None, alias="m")
    """Metadata, such as title, width and height."""
    tracks: list[DraftTrack] | None = Field(default=None, alias="t")
    """The tracks."""


class DraftTrack(Model):
    """A track of the timeline."""

    duration_ms: int | float | None = Field(default=None, alias="d")
    """Duration in milliseconds."""
    metadata: dict[str, Any] | None = Field(default=None, alias="m")
    """Metadata, such as title, width and height."""
    segments: list[DraftSegment] | None = Field(default=None, alias="sg")
    """Its segments, in order."""
    track_type: int | None = Field(default=None, alias="tt")
    """Kind of track: 0 video, 1 audio or music, 7 text or title."""


class DraftSegment(Model):
    """A piece of a track. Its fields are not documented beyond these."""

    duration_ms: int | float | None = Field(default=None, alias="d")
    """Duration in milliseconds."""
    metadata: dict[str, Any] | None = Field(default=None, alias="m")
    """Metadata, such as title, width and height."""
