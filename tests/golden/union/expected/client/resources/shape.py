"""The `shape` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._omit import OMIT
from .._runtime._operation import (
    INTEGER,
    TEXT,
    Body,
    Operation,
    Response,
    Types,
    in_path,
    in_query,
)

if TYPE_CHECKING:
    from typing import Literal

    from .._runtime._client import AsyncCore, Core
    from .._runtime._omit import Omit
    from .._runtime._options import CallOptions
    from ..models.shape import Shape as ShapeModel

types = Types(__name__)

DRAW: Operation[ShapeModel | None] = Operation(
    key="PUT /shapes/{id}",
    name="drawShape",
    parameters=(in_path("id", TEXT), in_query("id", INTEGER)),
    bodies=(Body(types("params.shape", "DrawShapeBody"), required=True),),
    responses=(
        Response("200", types("models.shape", "Shape")),
        Response("202", reads="none"),
    ),
)


class Shape:
    """The `shape` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def draw(
        self,
        id: str,
        *,
        kind: Literal["circle", "square"],
        id_query: int | Omit = OMIT,
        from_: str | Omit = OMIT,
        radius: float | Omit = OMIT,
        id_body: str | Omit = OMIT,
        side: float | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> ShapeModel | None:
        """Draw shape.

        Args:
            radius: More than 0.

        Returns:
            Drawn.
        """
        return self._core.call(
            DRAW,
            path={"id": id},
            query={"id": id_query},
            body={
                "kind": kind,
                "from": from_,
                "radius": radius,
                "id": id_body,
                "side": side,
            },
            options=options,
        )


class AsyncShape:
    """The `shape` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def draw(
        self,
        id: str,
        *,
        kind: Literal["circle", "square"],
        id_query: int | Omit = OMIT,
        from_: str | Omit = OMIT,
        radius: float | Omit = OMIT,
        id_body: str | Omit = OMIT,
        side: float | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> ShapeModel | None:
        """Draw shape."""
        return await self._core.call(
            DRAW,
            path={"id": id},
            query={"id": id_query},
            body={
                "kind": kind,
                "from": from_,
                "radius": radius,
                "id": id_body,
                "side": side,
            },
            options=options,
        )
