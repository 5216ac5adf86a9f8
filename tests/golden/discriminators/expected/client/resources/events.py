"""The `events` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._omit import OMIT
from .._runtime._operation import Body, Operation, Response, Types

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._runtime._client import AsyncCore, Core
    from .._runtime._omit import Omit
    from .._runtime._options import CallOptions
    from ..models.events import Events as EventsModel
    from ..params.events import (
        CatParam,
        CircleParam,
        DogParam,
        DownParam,
        OneParam,
        RestParam,
        SquareParam,
        TwoParam,
        UpParam,
    )

types = Types(__name__)

SEND: Operation[EventsModel] = Operation(
    key="POST /events",
    name="sendEvents",
    bodies=(Body(types("params.events", "EventsParam"), required=True),),
    responses=(Response("200", types("models.events", "Events")),),
)


class Events:
    """The `events` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def send(
        self,
        *,
        evident: UpParam | DownParam | Omit = OMIT,
        mapped: CatParam | DogParam | Omit = OMIT,
        mixed: Sequence[UpParam | DownParam | str | None] | Omit = OMIT,
        numbered: OneParam | TwoParam | Omit = OMIT,
        resting: UpParam | RestParam | Omit = OMIT,
        untagged: CircleParam | SquareParam | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> EventsModel:
        """Send events.

        Returns:
            The same.
        """
        return self._core.call(
            SEND,
            body={
                "evident": evident,
                "mapped": mapped,
                "mixed": mixed,
                "numbered": numbered,
                "resting": resting,
                "untagged": untagged,
            },
            options=options,
        )


class AsyncEvents:
    """The `events` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def send(
        self,
        *,
        evident: UpParam | DownParam | Omit = OMIT,
        mapped: CatParam | DogParam | Omit = OMIT,
        mixed: Sequence[UpParam | DownParam | str | None] | Omit = OMIT,
        numbered: OneParam | TwoParam | Omit = OMIT,
        resting: UpParam | RestParam | Omit = OMIT,
        untagged: CircleParam | SquareParam | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> EventsModel:
        """Send events."""
        return await self._core.call(
            SEND,
            body={
                "evident": evident,
                "mapped": mapped,
                "mixed": mixed,
                "numbered": numbered,
                "resting": resting,
                "untagged": untagged,
            },
            options=options,
        )
