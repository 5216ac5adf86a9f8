"""The `files` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._omit import OMIT
from .._runtime._operation import (
    FORM,
    MULTIPART,
    Body,
    Encoding,
    Operation,
    Response,
    Types,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .._runtime._checks import FileInput, TextInput
    from .._runtime._client import AsyncCore, Core
    from .._runtime._omit import Omit
    from .._runtime._options import CallOptions
    from ..params.files import Line

types = Types(__name__)

CHANGE_LINE: Operation[None] = Operation(
    key="PATCH /patch",
    name="changeLine",
    bodies=(
        Body(types("params.files", "Line"), media_type="application/merge-patch+json"),
    ),
    responses=(Response("204", reads="none"),),
)

REPLACE_IMAGE: Operation[None] = Operation(
    key="PUT /image",
    name="replaceImage",
    bodies=(Body(media_type="image/png", required=True, also=("image/webp",)),),
    responses=(Response("204", reads="none"),),
)

REPLACE_NOTE: Operation[None] = Operation(
    key="PUT /note",
    name="replaceNote",
    bodies=(Body(media_type="application/xml", required=True),),
    responses=(Response("204", reads="none"),),
)

SEND_FORM: Operation[None] = Operation(
    key="POST /form",
    name="sendForm",
    bodies=(
        Body(
            types("params.files", "SendFormBody"),
            media_type=FORM,
            required=True,
            encodings={
                "at": Encoding(style="deepObject"),
                "sizes": Encoding(style="form", explode=False),
            },
        ),
    ),
    responses=(Response("204", reads="none"),),
)

SEND_LINE: Operation[None] = Operation(
    key="POST /several",
    name="sendLine",
    bodies=(
        Body(types("params.files", "Line"), required=True, fields=("size", "text")),
        Body(
            types("params.files", "SendLineForm"),
            media_type=MULTIPART,
            required=True,
            encodings={"photo": Encoding(file=True)},
            fields=("photo", "text"),
        ),
        Body(
            types("params.files", "Line"),
            media_type=FORM,
            required=True,
            fields=("size", "text"),
        ),
    ),
    responses=(Response("204", reads="none"),),
)

SEND_PARTS: Operation[None] = Operation(
    key="POST /multipart",
    name="sendParts",
    bodies=(
        Body(
            types("params.files", "SendPartsBody"),
            media_type=MULTIPART,
            required=True,
            encodings={
                "file": Encoding(file=True),
                "lines": Encoding(content_type="application/json"),
                "page": Encoding(content_type="text/html"),
                "photos": Encoding(file=True),
            },
        ),
    ),
    responses=(Response("204", reads="none"),),
)

SEND_ROWS: Operation[None] = Operation(
    key="POST /rows",
    name="sendRows",
    bodies=(Body(types("params.files", "SendRowsBody")), Body(media_type="text/csv")),
    responses=(Response("204", reads="none"),),
)


class Files:
    """The `files` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def change_line(
        self,
        *,
        size: int | Omit = OMIT,
        text: str | None | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """Change line."""
        return self._core.call(
            CHANGE_LINE,
            body={"size": size, "text": text},
            options=options,
        )

    def replace_image(
        self,
        *,
        body: FileInput,
        options: CallOptions | None = None,
    ) -> None:
        """Replace image."""
        return self._core.call(REPLACE_IMAGE, body=body, options=options)

    def replace_note(
        self,
        *,
        body: TextInput,
        options: CallOptions | None = None,
    ) -> None:
        """Replace note."""
        return self._core.call(REPLACE_NOTE, body=body, options=options)

    def send_form(
        self,
        *,
        name: str,
        at: Mapping[str, float] | Omit = OMIT,
        sizes: Sequence[int] | Omit = OMIT,
        tags: Sequence[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """Send form."""
        return self._core.call(
            SEND_FORM,
            body={"name": name, "at": at, "sizes": sizes, "tags": tags},
            options=options,
        )

    def send_line(
        self,
        *,
        size: int | Omit = OMIT,
        text: str | None | Omit = OMIT,
        photo: FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """Send line."""
        return self._core.call(
            SEND_LINE,
            body={"size": size, "text": text, "photo": photo},
            options=options,
        )

    def send_parts(
        self,
        *,
        file: FileInput,
        lines: Sequence[Line] | Omit = OMIT,
        page: str | Omit = OMIT,
        photos: Sequence[FileInput] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """Send parts.

        Args:
            photos: At most 3 items.
        """
        return self._core.call(
            SEND_PARTS,
            body={"file": file, "lines": lines, "page": page, "photos": photos},
            options=options,
        )

    def send_rows(
        self,
        *,
        body: Sequence[Line] | TextInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """Send rows."""
        return self._core.call(SEND_ROWS, body=body, options=options)


class AsyncFiles:
    """The `files` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def change_line(
        self,
        *,
        size: int | Omit = OMIT,
        text: str | None | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """Change line."""
        return await self._core.call(
            CHANGE_LINE,
            body={"size": size, "text": text},
            options=options,
        )

    async def replace_image(
        self,
        *,
        body: FileInput,
        options: CallOptions | None = None,
    ) -> None:
        """Replace image."""
        return await self._core.call(REPLACE_IMAGE, body=body, options=options)

    async def replace_note(
        self,
        *,
        body: TextInput,
        options: CallOptions | None = None,
    ) -> None:
        """Replace note."""
        return await self._core.call(REPLACE_NOTE, body=body, options=options)

    async def send_form(
        self,
        *,
        name: str,
        at: Mapping[str, float] | Omit = OMIT,
        sizes: Sequence[int] | Omit = OMIT,
        tags: Sequence[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """Send form."""
        return await self._core.call(
            SEND_FORM,
            body={"name": name, "at": at, "sizes": sizes, "tags": tags},
            options=options,
        )

    async def send_line(
        self,
        *,
        size: int | Omit = OMIT,
        text: str | None | Omit = OMIT,
        photo: FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """Send line."""
        return await self._core.call(
            SEND_LINE,
            body={"size": size, "text": text, "photo": photo},
            options=options,
        )

    async def send_parts(
        self,
        *,
        file: FileInput,
        lines: Sequence[Line] | Omit = OMIT,
        page: str | Omit = OMIT,
        photos: Sequence[FileInput] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """Send parts."""
        return await self._core.call(
            SEND_PARTS,
            body={"file": file, "lines": lines, "page": page, "photos": photos},
            options=options,
        )

    async def send_rows(
        self,
        *,
        body: Sequence[Line] | TextInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """Send rows."""
        return await self._core.call(SEND_ROWS, body=body, options=options)
