"""The `query` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._lifecycle import BodyRules
from .._runtime._omit import OMIT
from .._runtime._operation import TEXT, Body, Operation, Response, Types, in_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from .._runtime._client import AsyncCore, Core
    from .._runtime._omit import Omit
    from .._runtime._options import CallOptions
    from ..models.query import Balance, TaskResult

types = Types(__name__)

REFUSED = Response("default", types("models.shared", "Failure"))

CREDITS: Operation[Balance] = Operation(
    key="POST /user/credits",
    name="credits",
    bodies=(
        Body(
            types("params.query", "CreditsQueryBody"),
            rules=BodyRules(wrap="data", empty="{}"),
        ),
    ),
    responses=(Response("200", types("models.query", "Balance")), REFUSED),
)

TASK_RESULT: Operation[TaskResult] = Operation(
    key="POST /generation/result/{task_id}",
    name="task_result",
    parameters=(in_path("task_id", TEXT),),
    bodies=(
        Body(
            types("params.query", "TaskResultBody"),
            rules=BodyRules(wrap="data", empty="{}"),
        ),
    ),
    responses=(Response("200", types("models.query", "TaskResult")), REFUSED),
)


class Query:
    """The `query` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def credits(
        self,
        *,
        body: Mapping[str, Any] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Balance:
        """Credits.

        Args:
            body: An empty object.

        Returns:
            The balance.

        Raises:
            ApiError: `body` is `Failure` where it fits.
        """
        return self._core.call(CREDITS, body=body, options=options)

    def task_result(
        self,
        task_id: str,
        *,
        body: Mapping[str, Any] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> TaskResult:
        """Task Result.

        Args:
            task_id: Identifier of the task.
            body: An empty object.

        Returns:
            The task as it stands.

        Raises:
            ApiError: `body` is `Failure` where it fits.
        """
        return self._core.call(
            TASK_RESULT,
            path={"task_id": task_id},
            body=body,
            options=options,
        )


class AsyncQuery:
    """The `query` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def credits(
        self,
        *,
        body: Mapping[str, Any] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Balance:
        """Credits."""
        return await self._core.call(CREDITS, body=body, options=options)

    async def task_result(
        self,
        task_id: str,
        *,
        body: Mapping[str, Any] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> TaskResult:
        """Task Result."""
        return await self._core.call(
            TASK_RESULT,
            path={"task_id": task_id},
            body=body,
            options=options,
        )
