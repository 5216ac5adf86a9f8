"""Answers of generation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from .._runtime._model import Model, lazy

if TYPE_CHECKING:
    from .shared import GenerationData, PredictionStatus, Usage
else:
    GenerationData = lazy(__name__, "shared", "GenerationData")
    PredictionStatus = lazy(__name__, "shared", "PredictionStatus")
    Usage = lazy(__name__, "shared", "Usage")


class GenerationResult(Model):
    """A generation and, once it is finished, what was made."""

    code: str | None = None
    """What went wrong, only when it failed."""
    data: GenerationData | None = None
    """What was made; null until the generation is finished."""
    id: str
    """Identifier of the generation."""
    input: dict[str, Any] | None = None
    """The request as understood."""
    message: str | None = None
    """Why it failed, for people."""
    status: GenerationStatus
    usage: Usage | None = None


class RunningGeneration(Model):
    """A generation that has not ended."""

    id: str
    """Identifier of the generation."""
    input: dict[str, Any] | None = None
    """The request as understood."""
    status: GenerationStatus
    usage: Usage | None = None


QueueState: TypeAlias = (
    Literal["IN_QUEUE", "IN_PROGRESS", "COMPLETED", "FAILED", "CANCELED"] | str
)
"""State of a generation as current pages spell it."""

GenerationStatus: TypeAlias = QueueState | PredictionStatus
"""State of a generation, in either vocabulary."""

RunningGenerationResponse: TypeAlias = list[RunningGeneration]
