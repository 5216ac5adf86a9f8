"""Answers of webhooks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

from .._runtime._model import Model, Unknown, lazy, tagged

if TYPE_CHECKING:
    from .shared import GenerationData, PredictionStatus, Usage
else:
    GenerationData = lazy(__name__, "shared", "GenerationData")
    PredictionStatus = lazy(__name__, "shared", "PredictionStatus")
    Usage = lazy(__name__, "shared", "Usage")


class TaskCanceledEvent(Model):
    """A generation was cancelled."""

    prediction: WebhookPrediction | None = None
    timestamp: str | None = None
    """When it happened."""
    type: Literal["task.canceled"]


class WebhookPrediction(Model):
    """The generation a webhook is about."""

    code: str | None = None
    data: GenerationData | None = None
    """What was made; null until the generation is finished."""
    id: str | None = None
    """Identifier of the generation."""
    message: str | None = None
    state: WebhookState | None = None
    status: PredictionStatus | None = None
    usage: Usage | None = None


class TaskCompletedEvent(Model):
    """A generation ended with a result."""

    prediction: WebhookPrediction | None = None
    timestamp: str | None = None
    """When it happened."""
    type: Literal["task.completed"]


class TaskCreatedEvent(Model):
    """A generation was accepted."""

    prediction: WebhookPrediction | None = None
    timestamp: str | None = None
    """When it happened."""
    type: Literal["task.created"]


class TaskFailedEvent(Model):
    """A generation ended without a result."""

    prediction: WebhookPrediction | None = None
    timestamp: str | None = None
    """When it happened."""
    type: Literal["task.failed"]


class TaskStartedEvent(Model):
    """A generation began."""

    prediction: WebhookPrediction | None = None
    timestamp: str | None = None
    """When it happened."""
    type: Literal["task.started"]


WebhookEvent: TypeAlias = Annotated[
    TaskCanceledEvent
    | TaskCompletedEvent
    | TaskCreatedEvent
    | TaskFailedEvent
    | TaskStartedEvent
    | Unknown,
    tagged(
        "type",
        "task.canceled",
        "task.completed",
        "task.created",
        "task.failed",
        "task.started",
    ),
]

WebhookState: TypeAlias = (
    Literal["queued", "running", "succeeded", "failed", "canceled"] | str
)
"""State of a generation as webhooks normalise it."""
