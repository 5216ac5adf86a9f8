"""Answers of tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from .._runtime._model import Model, lazy

if TYPE_CHECKING:
    from .shared import Task, TaskStatus
else:
    Task = lazy(__name__, "shared", "Task")
    TaskStatus = lazy(__name__, "shared", "TaskStatus")


class CancelledTask(Model):
    """A task that was cancelled and refunded."""

    status: TaskStatus
    task_id: str = Field(alias="taskId")
    """Identifier of the task."""


class TaskList(Model):
    """The tasks of the key, newest first."""

    tasks: list[Task]
    """The tasks."""


class TaskState(Model):
    """The state of a task, without its identifier."""

    status: TaskStatus
