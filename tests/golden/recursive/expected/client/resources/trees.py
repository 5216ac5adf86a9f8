"""The `trees` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._omit import OMIT
from .._runtime._operation import Body, Operation, Response, Types

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._runtime._client import AsyncCore, Core
    from .._runtime._omit import Omit
    from .._runtime._options import CallOptions
    from ..models.shared import Tree
    from ..params.trees import JsonParam, TreeParam

types = Types(__name__)

PLANT: Operation[Tree] = Operation(
    key="POST /trees",
    name="plantTree",
    bodies=(Body(types("params.trees", "TreeParam"), required=True),),
    responses=(Response("200", types("models.shared", "Tree")),),
)


class Trees:
    """The `trees` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def plant(
        self,
        *,
        value: JsonParam,
        children: Sequence[TreeParam] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Tree:
        """Plant tree.

        Returns:
            Planted.
        """
        return self._core.call(
            PLANT,
            body={"value": value, "children": children},
            options=options,
        )


class AsyncTrees:
    """The `trees` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def plant(
        self,
        *,
        value: JsonParam,
        children: Sequence[TreeParam] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Tree:
        """Plant tree."""
        return await self._core.call(
            PLANT,
            body={"value": value, "children": children},
            options=options,
        )
