"""Tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._operation import Body, Operation, Response, Types, in_header

if TYPE_CHECKING:
    from .._runtime._client import AsyncCore, Core
    from .._runtime._options import CallOptions
    from ..models.auth import AnonymousTokenAnswer, ClaimAnswer

types = Types(__name__)

REFUSED = Response("default", types("models.shared", "Failure"))

ANONYMOUS_TOKEN: Operation[AnonymousTokenAnswer] = Operation(
    key="POST /api/auth/anonymous-token",
    name="createAnonymousToken",
    parameters=(
        in_header("X-Client-Id", types("params.auth", "XClientId"), required=True),
    ),
    responses=(Response("200", types("models.auth", "AnonymousTokenAnswer")), REFUSED),
    security=(),
)

CLAIM: Operation[ClaimAnswer] = Operation(
    key="POST /api/auth/claim-token",
    name="createClaimToken",
    bodies=(Body(types("params.auth", "ClaimRequest"), required=True),),
    responses=(Response("200", types("models.auth", "ClaimAnswer")), REFUSED),
)


class Auth:
    """Tokens."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def anonymous_token(
        self,
        *,
        x_client_id: str,
        options: CallOptions | None = None,
    ) -> AnonymousTokenAnswer:
        """Get an anonymous token.

        Args:
            x_client_id: Stable identifier of this client ..., 1 to 64 characters.

        Returns:
            The token.

        Raises:
            ApiError: `body` is `Failure` where it fits.
        """
        return self._core.call(
            ANONYMOUS_TOKEN,
            header={"X-Client-Id": x_client_id},
            options=options,
        )

    def claim(
        self,
        *,
        session_id: str,
        task_id: str,
        options: CallOptions | None = None,
    ) -> ClaimAnswer:
        """Get a claim ticket.

        Args:
            session_id: The session.
            task_id: Task of the session.

        Returns:
            The ticket.

        Raises:
            ApiError: `body` is `Failure` where it fits.
        """
        return self._core.call(
            CLAIM,
            body={"session_id": session_id, "task_id": task_id},
            options=options,
        )


class AsyncAuth:
    """Tokens. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def anonymous_token(
        self,
        *,
        x_client_id: str,
        options: CallOptions | None = None,
    ) -> AnonymousTokenAnswer:
        """Get an anonymous token."""
        return await self._core.call(
            ANONYMOUS_TOKEN,
            header={"X-Client-Id": x_client_id},
            options=options,
        )

    async def claim(
        self,
        *,
        session_id: str,
        task_id: str,
        options: CallOptions | None = None,
    ) -> ClaimAnswer:
        """Get a claim ticket."""
        return await self._core.call(
            CLAIM,
            body={"session_id": session_id, "task_id": task_id},
            options=options,
        )
