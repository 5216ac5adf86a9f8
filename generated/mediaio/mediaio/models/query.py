"""Answers of query."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._runtime._model import Model, lazy

if TYPE_CHECKING:
    from .shared import Artefact
else:
    Artefact = lazy(__name__, "shared", "Artefact")


class Balance(Model):
    """The credits that are left."""

    code: int
    """0 for success."""
    data: BalanceData
    msg: str | None = None
    """Empty for success."""
    trace_id: str | None = None
    """Names this exchange to the vendor."""


class BalanceData(Model):
    credits: int
    """Credits left."""


class TaskResult(Model):
    """A task and, once it is finished, what it made."""

    code: int
    """0 for success."""
    data: TaskResultData
    msg: str | None = None
    """Empty for success."""
    trace_id: str | None = None
    """Names this exchange to the vendor."""


class TaskResultData(Model):
    reason: str | None = None
    """Why the task ended as it did."""
    result: list[Artefact] | Artefact | None = None
    """What was made; a list as seen live, an object in the catalogue's own table."""
    status: TaskState
    task_id: str | None = None
    """Identifier of the task."""


TaskState: TypeAlias = (
    Literal[
        "waiting",
        "pending",
        "processing",
        "completed",
        "succeeded",
        "failed",
        "timeout",
    ]
    | str
)
"""State of a task. Two vocabularies are documented: waiting, processing, completed,
failed, timeout, and pending, processing, succeeded, failed.
"""
