"""Files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._lifecycle import BodyRules, FilePart
from .._runtime._omit import OMIT
from .._runtime._operation import (
    MULTIPART,
    TEXT,
    Body,
    Encoding,
    Operation,
    Response,
    Types,
    in_path,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from .._runtime._checks import FileInput
    from .._runtime._client import AsyncCore, Core
    from .._runtime._omit import Omit
    from .._runtime._options import CallOptions
    from ..models.uploads import UploadAnswer

types = Types(__name__)

ADD: Operation[UploadAnswer] = Operation(
    key="POST /api/upload-video/nemo_agent/me/{session_id}",
    name="uploadFiles",
    parameters=(in_path("session_id", TEXT, required=False),),
    bodies=(
        Body(
            types("params.uploads", "UploadUrls"),
            required=True,
            rules=BodyRules(
                files={
                    "files": FilePart(
                        types=(
                            "mp4",
                            "mov",
                            "avi",
                            "webm",
                            "mkv",
                            "jpg",
                            "jpeg",
                            "png",
                            "gif",
                            "webp",
                            "mp3",
                            "wav",
                            "m4a",
                            "aac",
                        ),
                        max_bytes=209715200,
                    ),
                },
                urls_only=("urls",),
            ),
            fields=("source_type", "urls"),
        ),
        Body(
            types("params.uploads", "UploadFiles"),
            media_type=MULTIPART,
            required=True,
            encodings={"files": Encoding(file=True)},
            rules=BodyRules(
                files={
                    "files": FilePart(
                        types=(
                            "mp4",
                            "mov",
                            "avi",
                            "webm",
                            "mkv",
                            "jpg",
                            "jpeg",
                            "png",
                            "gif",
                            "webp",
                            "mp3",
                            "wav",
                            "m4a",
                            "aac",
                        ),
                        max_bytes=209715200,
                    ),
                },
                urls_only=("urls",),
            ),
            fields=("files",),
        ),
    ),
    responses=(
        Response("200", types("models.uploads", "UploadAnswer")),
        Response("default", types("models.shared", "Failure")),
    ),
)


class Uploads:
    """Files."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def add(
        self,
        *,
        session_id: str | Omit = OMIT,
        source_type: Literal["url"] | Omit = OMIT,
        urls: Sequence[str] | Omit = OMIT,
        files: Sequence[FileInput] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> UploadAnswer:
        """Upload files.

        Args:
            session_id: The session.
            source_type: Always `url`, default "url".
            urls: Public addresses, at least 1 item.
            files: Files: mp4, mov, avi, webm, mkv; jpg, png ..., at least 1 item.

        Returns:
            The files.

        Raises:
            ApiError: `body` is `Failure` where it fits.
        """
        return self._core.call(
            ADD,
            path={"session_id": session_id},
            body={"source_type": source_type, "urls": urls, "files": files},
            options=options,
        )


class AsyncUploads:
    """Files. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def add(
        self,
        *,
        session_id: str | Omit = OMIT,
        source_type: Literal["url"] | Omit = OMIT,
        urls: Sequence[str] | Omit = OMIT,
        files: Sequence[FileInput] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> UploadAnswer:
        """Upload files."""
        return await self._core.call(
            ADD,
            path={"session_id": session_id},
            body={"source_type": source_type, "urls": urls, "files": files},
            options=options,
        )
