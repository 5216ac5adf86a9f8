"""Answers of shared."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from pydantic import Field

from .._runtime._model import Model


class Error(Model):
    """An error of the API. A failed task has the same `status`, but no `errorCode`."""

    error: str | None = None
    """What went wrong, in short."""
    error_code: str | None = Field(default=None, alias="errorCode")
    """Stable code."""
    message: str | None = None
    """What went wrong, for people."""
    status: Literal["FAILED"] | str
    """Always FAILED."""


class Task(Model):
    """A task in full."""

    completed_at: str | None = Field(default=None, alias="completedAt")
    """When it ended."""
    created_at: str | None = Field(default=None, alias="createdAt")
    """When it was accepted."""
    credits_charged: int | None = Field(default=None, alias="creditsCharged")
    """Credits taken."""
    credits_refunded: int | None = Field(default=None, alias="creditsRefunded")
    """Credits given back."""
    id: str
    """Identifier of the task."""
    idempotency_key: str | None = Field(default=None, alias="idempotencyKey")
    """The key it was started under."""
    input: dict[str, Any]
    """The request; inlined images are replaced by a stored address."""
    list_value_cents: int | float | None = Field(default=None, alias="listValueCents")
    """List price in US cents."""
    model: str
    """The model."""
    output: TaskOutput | None = None
    """What it made; null until then."""
    status: TaskStatus


class TaskOutput(Model):
    """What a task made."""

    error: str | None = None
    """Why the task failed."""
    msg: str | None = None
    """A remark."""
    url: str | None = None
    """Address of the file, kept for 24 hours."""
    video_url: str | None = Field(default=None, alias="videoUrl")
    """Older place of the address. Deprecated."""


TaskStatus: TypeAlias = (
    Literal["SUBMITTED", "PROGRESS", "COMPLETED", "FAILED", "CANCEL"] | str
)
"""State of a task. SUBMITTED can be cancelled; FAILED and CANCEL are refunded."""
