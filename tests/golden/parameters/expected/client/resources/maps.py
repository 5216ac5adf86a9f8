"""The `maps` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._omit import OMIT
from .._runtime._operation import (
    Operation,
    Response,
    Types,
    in_cookie,
    in_header,
    in_path,
    in_query,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from typing import Literal
    from uuid import UUID

    from .._runtime._client import AsyncCore, Core
    from .._runtime._omit import Omit
    from .._runtime._options import CallOptions
    from ..params.maps import Area, Filter, GetMapsPage

types = Types(__name__)

GET: Operation[None] = Operation(
    key="GET /maps/{tile}/{layers}/{area}",
    name="getMap",
    parameters=(
        in_path("tile", types("params.maps", "Tile")),
        in_path("layers", types("params.maps", "Layers"), style="label", explode=True),
        in_path("area", types("params.maps", "Area"), style="matrix"),
        in_query("color", types("params.maps", "GetMapsColor")),
        in_query("size", types("params.maps", "Size"), explode=False),
        in_query(
            "tag",
            types("params.maps", "Tag_"),
            style="pipeDelimited",
            explode=False,
        ),
        in_query("filter", types("params.maps", "Filter"), style="deepObject"),
        in_query("page", types("params.maps", "GetMapsPage")),
        in_query("next", types("params.maps", "Next"), allow_reserved=True),
        in_query(
            "where",
            types("params.maps", "Filter"),
            media_type="application/json",
        ),
        in_query("blank", types("params.maps", "GetMapsBlank")),
        in_header("X-Trace", types("params.maps", "XTrace")),
        in_header("since", types("params.maps", "Since")),
        in_cookie("session", types("params.maps", "Session")),
    ),
    responses=(Response("204", reads="none"),),
)


class Maps:
    """The `maps` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def get(
        self,
        tile: UUID | str,
        layers: Sequence[str],
        area: Area,
        *,
        color: Sequence[Literal["red", "green"]] | Omit = OMIT,
        size: Sequence[int] | Omit = OMIT,
        tag: Sequence[str] | Omit = OMIT,
        filter: Filter | Omit = OMIT,
        page: GetMapsPage | Omit = OMIT,
        next: str | Omit = OMIT,
        where: Filter | Omit = OMIT,
        blank: bool | Literal[""] | Omit = OMIT,
        x_trace: Sequence[str] | Omit = OMIT,
        since: datetime | str | Omit = OMIT,
        session: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """Get map.

        Args:
            tile: A UUID.
            color: One pair for each.
            next: A URI.
            since: Deprecated, a date and time (RFC 3339).
            session: At least 8 characters.
        """
        return self._core.call(
            GET,
            path={"tile": tile, "layers": layers, "area": area},
            query={
                "color": color,
                "size": size,
                "tag": tag,
                "filter": filter,
                "page": page,
                "next": next,
                "where": where,
                "blank": blank,
            },
            header={"X-Trace": x_trace, "since": since},
            cookie={"session": session},
            options=options,
        )


class AsyncMaps:
    """The `maps` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def get(
        self,
        tile: UUID | str,
        layers: Sequence[str],
        area: Area,
        *,
        color: Sequence[Literal["red", "green"]] | Omit = OMIT,
        size: Sequence[int] | Omit = OMIT,
        tag: Sequence[str] | Omit = OMIT,
        filter: Filter | Omit = OMIT,
        page: GetMapsPage | Omit = OMIT,
        next: str | Omit = OMIT,
        where: Filter | Omit = OMIT,
        blank: bool | Literal[""] | Omit = OMIT,
        x_trace: Sequence[str] | Omit = OMIT,
        since: datetime | str | Omit = OMIT,
        session: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """Get map."""
        return await self._core.call(
            GET,
            path={"tile": tile, "layers": layers, "area": area},
            query={
                "color": color,
                "size": size,
                "tag": tag,
                "filter": filter,
                "page": page,
                "next": next,
                "where": where,
                "blank": blank,
            },
            header={"X-Trace": x_trace, "since": since},
            cookie={"session": session},
            options=options,
        )
