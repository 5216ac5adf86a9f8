"""The `pets` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._omit import OMIT
from .._runtime._operation import (
    INTEGER,
    MULTIPART,
    Body,
    Encoding,
    Operation,
    Response,
    Types,
    in_path,
    in_query,
)

if TYPE_CHECKING:
    import builtins
    from collections.abc import Sequence
    from typing import Literal

    from .._runtime._checks import FileInput
    from .._runtime._client import AsyncCore, Core
    from .._runtime._download import BinaryResponse
    from .._runtime._omit import Omit
    from .._runtime._options import CallOptions
    from ..models.pets import Pet

types = Types(__name__)

CREATE: Operation[None] = Operation(
    key="POST /pets",
    name="addPet",
    bodies=(Body(types("params.pets", "PetParam"), required=True),),
    responses=(Response("201", reads="none"),),
)

CREATE_PHOTO: Operation[BinaryResponse] = Operation(
    key="POST /pets/{id}/photo",
    name="addPhoto",
    parameters=(in_path("id", INTEGER),),
    bodies=(
        Body(
            types("params.pets", "CreatePhotoBody"),
            media_type=MULTIPART,
            required=True,
            encodings={
                "labels": Encoding(style="form", explode=False),
                "photo": Encoding(file=True),
            },
        ),
    ),
    responses=(Response("200", media_type="image/png", reads="bytes"),),
    accept="image/png",
)

LIST: Operation[builtins.list[Pet]] = Operation(
    key="GET /pets",
    name="listPets",
    parameters=(
        in_query("limit", types("params.pets", "Limit")),
        in_query("tags", types("params.pets", "Tags")),
        in_query("sort", types("params.pets", "ListPetsSort"), explode=False),
    ),
    responses=(
        Response("200", types("models.pets", "ListPetsResponse")),
        Response("404", types("models.pets", "Error")),
    ),
)


class Pets:
    """The `pets` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def create(
        self,
        *,
        kind: str,
        lives: int | Omit = OMIT,
        name: str | None | Omit = OMIT,
        bark: bool | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """Add pet."""
        return self._core.call(
            CREATE,
            body={"kind": kind, "lives": lives, "name": name, "bark": bark},
            options=options,
        )

    def create_photo(
        self,
        id: int,
        *,
        photo: FileInput,
        labels: Sequence[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> BinaryResponse:
        """Add photo.

        Returns:
            The photo.
        """
        return self._core.call(
            CREATE_PHOTO,
            path={"id": id},
            body={"photo": photo, "labels": labels},
            options=options,
        )

    def list(
        self,
        *,
        limit: int | Omit = OMIT,
        tags: Sequence[str] | Omit = OMIT,
        sort: Sequence[Literal["name", "age"]] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> builtins.list[Pet]:
        """List pets.

        Args:
            limit: At most 100, default 10.

        Returns:
            The pets.

        Raises:
            NotFoundError: `body` is `Error` where it fits.
        """
        return self._core.call(
            LIST,
            query={"limit": limit, "tags": tags, "sort": sort},
            options=options,
        )


class AsyncPets:
    """The `pets` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def create(
        self,
        *,
        kind: str,
        lives: int | Omit = OMIT,
        name: str | None | Omit = OMIT,
        bark: bool | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """Add pet."""
        return await self._core.call(
            CREATE,
            body={"kind": kind, "lives": lives, "name": name, "bark": bark},
            options=options,
        )

    async def create_photo(
        self,
        id: int,
        *,
        photo: FileInput,
        labels: Sequence[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> BinaryResponse:
        """Add photo."""
        return await self._core.call(
            CREATE_PHOTO,
            path={"id": id},
            body={"photo": photo, "labels": labels},
            options=options,
        )

    async def list(
        self,
        *,
        limit: int | Omit = OMIT,
        tags: Sequence[str] | Omit = OMIT,
        sort: Sequence[Literal["name", "age"]] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> builtins.list[Pet]:
        """List pets."""
        return await self._core.call(
            LIST,
            query={"limit": limit, "tags": tags, "sort": sort},
            options=options,
        )
