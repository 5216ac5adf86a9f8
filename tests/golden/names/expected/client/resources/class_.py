"""The `class` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._omit import OMIT
from .._runtime._operation import Body, Operation, Response, Types

if TYPE_CHECKING:
    from .._runtime._client import AsyncCore, Core
    from .._runtime._omit import Omit
    from .._runtime._options import CallOptions
    from ..models.class_ import Class as ClassModel

types = Types(__name__)

POST_IMPORT: Operation[None] = Operation(
    key="POST /Import",
    name="Import",
    responses=(Response("204", reads="none"),),
)

POST_IMPORT_2: Operation[ClassModel] = Operation(
    key="POST /import",
    name="import",
    bodies=(Body(types("params.class_", "PostImport2Body"), required=True),),
    responses=(Response("200", types("models.class_", "Class")),),
)


class Class:
    """The `class` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def post_import(self, *, options: CallOptions | None = None) -> None:
        """Import."""
        return self._core.call(POST_IMPORT, options=options)

    def post_import_2(
        self,
        *,
        a_b_2: str | Omit = OMIT,
        a_b: str | Omit = OMIT,
        class_: str | Omit = OMIT,
        options_body: str | Omit = OMIT,
        self_body: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> ClassModel:
        """Import."""
        return self._core.call(
            POST_IMPORT_2,
            body={
                "a-b": a_b_2,
                "a_b": a_b,
                "class": class_,
                "options": options_body,
                "self": self_body,
            },
            options=options,
        )


class AsyncClass:
    """The `class` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def post_import(self, *, options: CallOptions | None = None) -> None:
        """Import."""
        return await self._core.call(POST_IMPORT, options=options)

    async def post_import_2(
        self,
        *,
        a_b_2: str | Omit = OMIT,
        a_b: str | Omit = OMIT,
        class_: str | Omit = OMIT,
        options_body: str | Omit = OMIT,
        self_body: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> ClassModel:
        """Import."""
        return await self._core.call(
            POST_IMPORT_2,
            body={
                "a-b": a_b_2,
                "a_b": a_b,
                "class": class_,
                "options": options_body,
                "self": self_body,
            },
            options=options,
        )
