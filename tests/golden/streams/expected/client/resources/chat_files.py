"""The `chat.files` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._omit import OMIT
from .._runtime._operation import MULTIPART, Body, Encoding, Operation, Response, Types

if TYPE_CHECKING:
    from typing import Literal

    from .._runtime._checks import FileInput
    from .._runtime._client import AsyncCore, Core
    from .._runtime._omit import Omit
    from .._runtime._options import CallOptions
    from ..models.chat_files import UploadFilesResponse

types = Types(__name__)

UPLOAD: Operation[UploadFilesResponse] = Operation(
    key="POST /files",
    name="uploadFile",
    bodies=(
        Body(
            types("params.chat_files", "UploadFilesBody"),
            media_type=MULTIPART,
            required=True,
            encodings={"file": Encoding(file=True)},
        ),
    ),
    responses=(Response("201", types("models.chat_files", "UploadFilesResponse")),),
)


class ChatFiles:
    """The `chat.files` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def upload(
        self,
        *,
        file: FileInput,
        purpose: Literal["chat", "other"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> UploadFilesResponse:
        """Upload file.

        Returns:
            The file.
        """
        return self._core.call(
            UPLOAD,
            body={"file": file, "purpose": purpose},
            options=options,
        )


class AsyncChatFiles:
    """The `chat.files` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def upload(
        self,
        *,
        file: FileInput,
        purpose: Literal["chat", "other"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> UploadFilesResponse:
        """Upload file."""
        return await self._core.call(
            UPLOAD,
            body={"file": file, "purpose": purpose},
            options=options,
        )
