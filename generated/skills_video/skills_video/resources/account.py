"""The account behind the key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._operation import Operation, Response, Types

if TYPE_CHECKING:
    from typing import Any

    from .._runtime._client import AsyncCore, Core
    from .._runtime._options import CallOptions

types = Types(__name__)

CREDITS: Operation[dict[str, Any]] = Operation(
    key="GET /credits",
    name="getCredits",
    responses=(
        Response("200", types("models.account", "CreditsAccountResponse")),
        Response("401 403 429 500 503", types("models.shared", "ErrorResponse")),
    ),
)


class Account:
    """The account behind the key."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def credits(self, *, options: CallOptions | None = None) -> dict[str, Any]:
        """Get the credit balance.

        Returns:
            The balance.

        Raises:
            AuthenticationError, PermissionDeniedError, RateLimitedError, UpstreamError.
            ApiError: `body` is `ErrorResponse` where it fits.
        """
        return self._core.call(CREDITS, options=options)


class AsyncAccount:
    """The account behind the key. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def credits(self, *, options: CallOptions | None = None) -> dict[str, Any]:
        """Get the credit balance."""
        return await self._core.call(CREDITS, options=options)
