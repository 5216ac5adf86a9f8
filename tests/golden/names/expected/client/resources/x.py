"""The `x` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._omit import OMIT
from .._runtime._operation import TEXT, Operation, Response, in_header, in_path

if TYPE_CHECKING:
    from .._runtime._client import AsyncCore, Core
    from .._runtime._omit import Omit
    from .._runtime._options import CallOptions

GET: Operation[None] = Operation(
    key="GET /x/{from}",
    parameters=(in_path("from", TEXT), in_header("X-From", TEXT)),
    responses=(Response("default", reads="none"),),
)


class X:
    """The `x` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def get(
        self,
        from_: str,
        *,
        x_from: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """\""" + evil() + ""\"."""
        return self._core.call(
            GET,
            path={"from": from_},
            header={"X-From": x_from},
            options=options,
        )


class AsyncX:
    """The `x` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def get(
        self,
        from_: str,
        *,
        x_from: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """\""" + evil() + ""\"."""
        return await self._core.call(
            GET,
            path={"from": from_},
            header={"X-From": x_from},
            options=options,
        )
