"""The `pets` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._omit import OMIT
from .._runtime._operation import Body, Operation, Response, Types, in_query

if TYPE_CHECKING:
    import builtins
    from collections.abc import Sequence

    from .._runtime._client import AsyncCore, Core
    from .._runtime._omit import Omit
    from .._runtime._options import CallOptions
    from ..models.pets import Pet
    from ..params.pets import OwnerParam, PetParam, SizeParam

types = Types(__name__)

CREATE: Operation[None] = Operation(
    key="POST /pets",
    name="addPet",
    parameters=(in_query("limit", types("params.pets", "CreatePetsLimit")),),
    bodies=(Body(types("params.pets", "PetParam"), required=True),),
    responses=(
        Response(
            "201",
            reads="none",
            headers=types("models.pets", "CreatePetsHeaders"),
        ),
    ),
)

LIST: Operation[builtins.list[Pet]] = Operation(
    key="GET /pets",
    name="listPets",
    parameters=(in_query("limit", types("params.pets", "ListPetsLimit")),),
    responses=(Response("200", types("models.pets", "ListPetsResponse")),),
)


class Pets:
    """The `pets` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def create(
        self,
        *,
        name: str,
        limit: int | Omit = OMIT,
        friends: Sequence[PetParam] | Omit = OMIT,
        owner: OwnerParam | Omit = OMIT,
        size: SizeParam | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """Add pet.

        Args:
            limit: At most 100.
        """
        return self._core.call(
            CREATE,
            query={"limit": limit},
            body={"name": name, "friends": friends, "owner": owner, "size": size},
            options=options,
        )

    def list(
        self,
        *,
        limit: int | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> builtins.list[Pet]:
        """List pets.

        Args:
            limit: At most 100.

        Returns:
            The pets.
        """
        return self._core.call(LIST, query={"limit": limit}, options=options)


class AsyncPets:
    """The `pets` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def create(
        self,
        *,
        name: str,
        limit: int | Omit = OMIT,
        friends: Sequence[PetParam] | Omit = OMIT,
        owner: OwnerParam | Omit = OMIT,
        size: SizeParam | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """Add pet."""
        return await self._core.call(
            CREATE,
            query={"limit": limit},
            body={"name": name, "friends": friends, "owner": owner, "size": size},
            options=options,
        )

    async def list(
        self,
        *,
        limit: int | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> builtins.list[Pet]:
        """List pets."""
        return await self._core.call(LIST, query={"limit": limit}, options=options)
