"""The account behind the key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._operation import Operation, Response, Types

if TYPE_CHECKING:
    from .._runtime._client import AsyncCore, Core
    from .._runtime._options import CallOptions
    from ..models.account import Account as AccountModel

types = Types(__name__)

GET: Operation[AccountModel] = Operation(
    key="GET /api/v1/account",
    name="getAccount",
    responses=(
        Response("200", types("models.account", "Account")),
        Response("401 429", types("models.shared", "Error")),
    ),
)


class Account:
    """The account behind the key."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def get(self, *, options: CallOptions | None = None) -> AccountModel:
        """Get the account.

        Returns:
            The account.

        Raises:
            AuthenticationError, RateLimitedError: `body` is `Error` where it fits.
        """
        return self._core.call(GET, options=options)


class AsyncAccount:
    """The account behind the key. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def get(self, *, options: CallOptions | None = None) -> AccountModel:
        """Get the account."""
        return await self._core.call(GET, options=options)
