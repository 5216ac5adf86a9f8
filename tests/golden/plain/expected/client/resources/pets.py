"""Everything about pets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import deprecated

from .._runtime._omit import OMIT
from .._runtime._operation import (
    TEXT,
    Body,
    Operation,
    Response,
    Types,
    in_path,
    in_query,
)

if TYPE_CHECKING:
    import builtins
    from collections.abc import Sequence

    from .._runtime._client import AsyncCore, Core
    from .._runtime._download import BinaryResponse
    from .._runtime._omit import Omit
    from .._runtime._options import CallOptions
    from ..models.pets import Pet
    from ..params.pets import StatusParam

types = Types(__name__)

CREATE: Operation[Pet] = Operation(
    key="POST /pets",
    name="createPet",
    bodies=(Body(types("params.pets", "NewPet"), required=True),),
    responses=(
        Response(
            "201",
            types("models.pets", "Pet"),
            headers=types("models.pets", "CreatePetsHeaders"),
        ),
    ),
)

DELETE: Operation[None] = Operation(
    key="DELETE /pets/{petId}",
    name="deletePet",
    parameters=(in_path("petId", TEXT),),
    responses=(Response("204", reads="none"),),
)

GET: Operation[Pet] = Operation(
    key="GET /pets/{petId}",
    name="showPetById",
    parameters=(in_path("petId", TEXT),),
    responses=(
        Response("200", types("models.pets", "Pet")),
        Response("default", types("models.pets", "Problem")),
    ),
)

GET_PHOTO: Operation[BinaryResponse] = Operation(
    key="GET /pets/{petId}/photo",
    name="getPhoto",
    parameters=(in_path("petId", TEXT),),
    responses=(Response("200", media_type="image/png", reads="bytes"),),
    accept="image/png",
)

LIST: Operation[builtins.list[Pet]] = Operation(
    key="GET /pets",
    name="listPets",
    parameters=(
        in_query("limit", types("params.pets", "Limit")),
        in_query("status", types("params.pets", "ListPetsStatus")),
    ),
    responses=(Response("200", types("models.pets", "ListPetsResponse")),),
)


class Pets:
    """Everything about pets."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def create(
        self,
        *,
        name: str,
        photo_urls: Sequence[str] | Omit = OMIT,
        status: StatusParam | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Pet:
        """Create pet.

        Args:
            name: What it is called, 1 to 40 characters.
            photo_urls: At most 9 items.

        Returns:
            The pet.

        Raises:
            ValidationError.
        """
        return self._core.call(
            CREATE,
            body={"name": name, "photoUrls": photo_urls, "status": status},
            options=options,
        )

    @deprecated("DELETE /pets/{petId} is deprecated.")
    def delete(self, pet_id: str, *, options: CallOptions | None = None) -> None:
        """Delete pet.

        Deprecated.
        """
        return self._core.call(DELETE, path={"petId": pet_id}, options=options)

    def get(self, pet_id: str, *, options: CallOptions | None = None) -> Pet:
        """Show pet by id.

        Raises:
            NotFoundError: `body` is `Problem` where it fits.
        """
        return self._core.call(GET, path={"petId": pet_id}, options=options)

    def get_photo(
        self,
        pet_id: str,
        *,
        options: CallOptions | None = None,
    ) -> BinaryResponse:
        """Get photo.

        Returns:
            The photo.
        """
        return self._core.call(GET_PHOTO, path={"petId": pet_id}, options=options)

    def list(
        self,
        *,
        limit: int | Omit = OMIT,
        status: Sequence[StatusParam] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> builtins.list[Pet]:
        """List all pets.

        Args:
            limit: How many items at most, 1 to 100, default 20.

        Returns:
            A page of pets.

        Raises:
            RateLimitedError.
        """
        return self._core.call(
            LIST,
            query={"limit": limit, "status": status},
            options=options,
        )


class AsyncPets:
    """Everything about pets. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def create(
        self,
        *,
        name: str,
        photo_urls: Sequence[str] | Omit = OMIT,
        status: StatusParam | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Pet:
        """Create pet."""
        return await self._core.call(
            CREATE,
            body={"name": name, "photoUrls": photo_urls, "status": status},
            options=options,
        )

    @deprecated("DELETE /pets/{petId} is deprecated.")
    async def delete(self, pet_id: str, *, options: CallOptions | None = None) -> None:
        """Delete pet."""
        return await self._core.call(DELETE, path={"petId": pet_id}, options=options)

    async def get(self, pet_id: str, *, options: CallOptions | None = None) -> Pet:
        """Show pet by id."""
        return await self._core.call(GET, path={"petId": pet_id}, options=options)

    async def get_photo(
        self,
        pet_id: str,
        *,
        options: CallOptions | None = None,
    ) -> BinaryResponse:
        """Get photo."""
        return await self._core.call(GET_PHOTO, path={"petId": pet_id}, options=options)

    async def list(
        self,
        *,
        limit: int | Omit = OMIT,
        status: Sequence[StatusParam] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> builtins.list[Pet]:
        """List all pets."""
        return await self._core.call(
            LIST,
            query={"limit": limit, "status": status},
            options=options,
        )
