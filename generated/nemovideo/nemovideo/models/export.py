"""Answers of export."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pydantic import Field

from .._runtime._model import Model


class CancelledRender(Model):
    """The answer to a cancellation; its layout is not documented."""

    success: bool | None = None


class RenderOutput(Model):
    """The file that was made."""

    duration: int | float | None = None
    """Seconds."""
    size: int | float | None = None
    """Bytes."""
    url: str | None = None
    """Where to download it."""


class RenderData(Model):
    """A render, in the second shape."""

    completed_at: int | float | None = Field(default=None, alias="completedAt")
    """When it ended, in milliseconds since the epoch."""
    created_at: int | float | None = Field(default=None, alias="createdAt")
    """When it was accepted, in milliseconds since the epoch."""
    id: str | None = None
    """Identifier of the render."""
    output_url: str | None = Field(default=None, alias="outputUrl")
    """Where to download the file."""
    progress: int | float | None = None
    """How far it is."""
    status: RenderState | None = None


class Render(Model):
    """A render as it stands. Two shapes are documented: fields at the top with
    `output`, or all under `data`.
    """

    data: RenderData | None = None
    output: RenderOutput | None = None
    progress: int | float | None = None
    """How far it is."""
    status: RenderState | None = None
    success: bool | None = None
    """Second shape: whether the call was understood."""
    task_id: str | None = Field(default=None, alias="taskId")
    """Identifier of the render."""


CreateExportResult: TypeAlias = RenderOutput | RenderData

RenderState: TypeAlias = Literal["pending", "processing", "completed", "failed"] | str
"""State of a render."""
