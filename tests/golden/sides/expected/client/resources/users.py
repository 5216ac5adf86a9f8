"""The `users` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._operation import Body, Operation, Response, Types

if TYPE_CHECKING:
    from .._runtime._client import AsyncCore, Core
    from .._runtime._options import CallOptions
    from ..models.users import User
    from ..params.users import TeamParam

types = Types(__name__)

CREATE: Operation[User] = Operation(
    key="POST /users",
    name="addUser",
    bodies=(Body(types("params.users", "UserParam"), required=True),),
    responses=(Response("201", types("models.users", "User")),),
)


class Users:
    """The `users` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def create(
        self,
        *,
        name: str,
        password: str,
        team: TeamParam,
        options: CallOptions | None = None,
    ) -> User:
        """Add user.

        Returns:
            The user.
        """
        return self._core.call(
            CREATE,
            body={"name": name, "password": password, "team": team},
            options=options,
        )


class AsyncUsers:
    """The `users` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def create(
        self,
        *,
        name: str,
        password: str,
        team: TeamParam,
        options: CallOptions | None = None,
    ) -> User:
        """Add user."""
        return await self._core.call(
            CREATE,
            body={"name": name, "password": password, "team": team},
            options=options,
        )
