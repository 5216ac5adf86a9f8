"""The `things` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._operation import TEXT, Operation, Response, Types, in_path

if TYPE_CHECKING:
    from .._runtime._client import AsyncCore, Core
    from .._runtime._options import CallOptions
    from ..models.things import Thing

types = Types(__name__)

GET: Operation[Thing] = Operation(
    key="GET /things/{id}",
    name="getThing",
    parameters=(in_path("id", TEXT),),
    responses=(Response("200", types("models.things", "Thing")),),
)


class Things:
    """The `things` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def get(self, id: str, *, options: CallOptions | None = None) -> Thing:
        """Get thing.

        Returns:
            A thing.
        """
        return self._core.call(GET, path={"id": id}, options=options)


class AsyncThings:
    """The `things` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def get(self, id: str, *, options: CallOptions | None = None) -> Thing:
        """Get thing."""
        return await self._core.call(GET, path={"id": id}, options=options)
