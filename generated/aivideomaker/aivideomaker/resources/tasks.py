"""Tasks that were started."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._operation import TEXT, Operation, Response, Types, in_path

if TYPE_CHECKING:
    from .._runtime._client import AsyncCore, Core
    from .._runtime._options import CallOptions
    from ..models.shared import Task
    from ..models.tasks import CancelledTask, TaskList, TaskState

types = Types(__name__)

REFUSED = Response("404 429", types("models.shared", "Error"))

CANCEL: Operation[CancelledTask] = Operation(
    key="PUT /api/v1/tasks/{taskId}/cancel",
    name="cancelTask",
    parameters=(in_path("taskId", TEXT),),
    responses=(
        Response("200", types("models.tasks", "CancelledTask")),
        Response("404", types("models.shared", "Error")),
    ),
)

GET: Operation[Task] = Operation(
    key="GET /api/v1/tasks/{taskId}",
    name="getTask",
    parameters=(in_path("taskId", TEXT),),
    responses=(Response("200", types("models.shared", "Task")), REFUSED),
)

LIST: Operation[TaskList] = Operation(
    key="GET /api/v1/tasks",
    name="listTasks",
    responses=(
        Response("200", types("models.tasks", "TaskList")),
        Response("429", types("models.shared", "Error")),
    ),
)

STATUS: Operation[TaskState] = Operation(
    key="GET /api/v1/tasks/{taskId}/status",
    name="getStatus",
    parameters=(in_path("taskId", TEXT),),
    responses=(Response("200", types("models.tasks", "TaskState")), REFUSED),
)


class Tasks:
    """Tasks that were started."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def cancel(
        self,
        task_id: str,
        *,
        options: CallOptions | None = None,
    ) -> CancelledTask:
        """Cancel a task.

        Args:
            task_id: Identifier of the task.

        Returns:
            The task is cancelled.

        Raises:
            NotFoundError: `body` is `Error` where it fits.
        """
        return self._core.call(CANCEL, path={"taskId": task_id}, options=options)

    def get(self, task_id: str, *, options: CallOptions | None = None) -> Task:
        """Get a task.

        Args:
            task_id: Identifier of the task.

        Returns:
            The task.

        Raises:
            NotFoundError, RateLimitedError: `body` is `Error` where it fits.
        """
        return self._core.call(GET, path={"taskId": task_id}, options=options)

    def list(self, *, options: CallOptions | None = None) -> TaskList:
        """List tasks.

        Returns:
            The tasks.

        Raises:
            RateLimitedError: `body` is `Error` where it fits.
        """
        return self._core.call(LIST, options=options)

    def status(self, task_id: str, *, options: CallOptions | None = None) -> TaskState:
        """Get the state of a task.

        Args:
            task_id: Identifier of the task.

        Returns:
            The state.

        Raises:
            NotFoundError, RateLimitedError: `body` is `Error` where it fits.
        """
        return self._core.call(STATUS, path={"taskId": task_id}, options=options)


class AsyncTasks:
    """Tasks that were started. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def cancel(
        self,
        task_id: str,
        *,
        options: CallOptions | None = None,
    ) -> CancelledTask:
        """Cancel a task."""
        return await self._core.call(CANCEL, path={"taskId": task_id}, options=options)

    async def get(self, task_id: str, *, options: CallOptions | None = None) -> Task:
        """Get a task."""
        return await self._core.call(GET, path={"taskId": task_id}, options=options)

    async def list(self, *, options: CallOptions | None = None) -> TaskList:
        """List tasks."""
        return await self._core.call(LIST, options=options)

    async def status(
        self,
        task_id: str,
        *,
        options: CallOptions | None = None,
    ) -> TaskState:
        """Get the state of a task."""
        return await self._core.call(STATUS, path={"taskId": task_id}, options=options)
