"""The `disks` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._operation import TEXT, Operation, Response, Types, in_path

if TYPE_CHECKING:
    from .._runtime._client import AsyncCore, Core
    from .._runtime._jobs import AsyncJob, Job
    from .._runtime._options import CallOptions
    from ..models.disks import Disk

types = Types(__name__)

CREATE: Operation[Disk] = Operation(
    key="PUT /disks/{name}",
    name="createDisk",
    parameters=(in_path("name", TEXT),),
    responses=(Response("201"),),
    result=types("models.disks", "Disk"),
    lifecycle="createDisk",
)

GET: Operation[Disk] = Operation(
    key="GET /disks/{name}",
    name="getDisk",
    parameters=(in_path("name", TEXT),),
    responses=(Response("201", types("models.disks", "Disk")),),
)


class Disks:
    """The `disks` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def create(self, name: str, *, options: CallOptions | None = None) -> Job[Disk]:
        """Create disk.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(CREATE, path={"name": name}, options=options)

    def get(self, name: str, *, options: CallOptions | None = None) -> Disk:
        """Get disk.

        Returns:
            Accepted.
        """
        return self._core.call(GET, path={"name": name}, options=options)


class AsyncDisks:
    """The `disks` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def create(
        self,
        name: str,
        *,
        options: CallOptions | None = None,
    ) -> AsyncJob[Disk]:
        """Create disk."""
        return await self._core.submit(CREATE, path={"name": name}, options=options)

    async def get(self, name: str, *, options: CallOptions | None = None) -> Disk:
        """Get disk."""
        return await self._core.call(GET, path={"name": name}, options=options)
