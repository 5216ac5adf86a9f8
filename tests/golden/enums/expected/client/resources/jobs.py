"""The `jobs` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._omit import OMIT
from .._runtime._operation import Body, Operation, Response, Types

if TYPE_CHECKING:
    from typing import Literal

    from .._runtime._client import AsyncCore, Core
    from .._runtime._omit import Omit
    from .._runtime._options import CallOptions
    from ..models.jobs import Job as JobModel
    from ..params.jobs import JobPoint, JobRatio, StateParam

types = Types(__name__)

CREATE: Operation[JobModel] = Operation(
    key="POST /jobs",
    name="addJob",
    bodies=(Body(types("params.jobs", "JobParam"), required=True),),
    responses=(Response("200", types("models.jobs", "Job")),),
)


class Jobs:
    """The `jobs` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def create(
        self,
        *,
        state: StateParam,
        version: Literal[2],
        flag: Literal[True] | Omit = OMIT,
        level: Literal[1, 2, 3] | Omit = OMIT,
        mixed: Literal["auto", 0] | None | Omit = OMIT,
        point: JobPoint | Omit = OMIT,
        ratio: JobRatio | Omit = OMIT,
        then: StateParam | Omit = OMIT,
        titled: Literal["a", "b"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> JobModel:
        """Add job.

        Args:
            level: 1: LOW, 2: NORMAL, 3: HIGH.
            then: What comes next, default "done".
            titled: A: First, b: Second.

        Returns:
            The job.
        """
        return self._core.call(
            CREATE,
            body={
                "state": state,
                "version": version,
                "flag": flag,
                "level": level,
                "mixed": mixed,
                "point": point,
                "ratio": ratio,
                "then": then,
                "titled": titled,
            },
            options=options,
        )


class AsyncJobs:
    """The `jobs` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def create(
        self,
        *,
        state: StateParam,
        version: Literal[2],
        flag: Literal[True] | Omit = OMIT,
        level: Literal[1, 2, 3] | Omit = OMIT,
        mixed: Literal["auto", 0] | None | Omit = OMIT,
        point: JobPoint | Omit = OMIT,
        ratio: JobRatio | Omit = OMIT,
        then: StateParam | Omit = OMIT,
        titled: Literal["a", "b"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> JobModel:
        """Add job."""
        return await self._core.call(
            CREATE,
            body={
                "state": state,
                "version": version,
                "flag": flag,
                "level": level,
                "mixed": mixed,
                "point": point,
                "ratio": ratio,
                "then": then,
                "titled": titled,
            },
            options=options,
        )
