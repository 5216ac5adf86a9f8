"""The `vehicles` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._omit import OMIT
from .._runtime._operation import Body, Operation, Response, Types

if TYPE_CHECKING:
    from .._runtime._client import AsyncCore, Core
    from .._runtime._omit import Omit
    from .._runtime._options import CallOptions
    from ..models.vehicles import Vehicle
    from ..params.vehicles import Wheels

types = Types(__name__)

CREATE: Operation[Vehicle] = Operation(
    key="POST /vehicles",
    name="addVehicle",
    bodies=(Body(types("params.vehicles", "Order"), required=True),),
    responses=(Response("201", types("models.vehicles", "Vehicle")),),
)


class Vehicles:
    """The `vehicles` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def create(
        self,
        *,
        note: str,
        count: int | Omit = OMIT,
        wheels: Wheels | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Vehicle:
        """Add vehicle.

        Args:
            note: At most 20 characters.
            count: 1 to 9.

        Returns:
            The vehicle.
        """
        return self._core.call(
            CREATE,
            body={"note": note, "count": count, "wheels": wheels},
            options=options,
        )


class AsyncVehicles:
    """The `vehicles` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def create(
        self,
        *,
        note: str,
        count: int | Omit = OMIT,
        wheels: Wheels | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Vehicle:
        """Add vehicle."""
        return await self._core.call(
            CREATE,
            body={"note": note, "count": count, "wheels": wheels},
            options=options,
        )
