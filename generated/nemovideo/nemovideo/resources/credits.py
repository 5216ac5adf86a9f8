"""The balance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._operation import Operation, Response, Types

if TYPE_CHECKING:
    from .._runtime._client import AsyncCore, Core
    from .._runtime._options import CallOptions
    from ..models.credits import BalanceAnswer

types = Types(__name__)

GET: Operation[BalanceAnswer] = Operation(
    key="GET /api/credits/balance/simple",
    name="getCredits",
    responses=(
        Response("200", types("models.credits", "BalanceAnswer")),
        Response("default", types("models.shared", "Failure")),
    ),
)


class Credits:
    """The balance."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def get(self, *, options: CallOptions | None = None) -> BalanceAnswer:
        """Get the balance.

        Returns:
            The balance.

        Raises:
            ApiError: `body` is `Failure` where it fits.
        """
        return self._core.call(GET, options=options)


class AsyncCredits:
    """The balance. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def get(self, *, options: CallOptions | None = None) -> BalanceAnswer:
        """Get the balance."""
        return await self._core.call(GET, options=options)
