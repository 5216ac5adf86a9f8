"""The `notes` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._omit import OMIT
from .._runtime._operation import Body, Operation, Response, Types

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from .._runtime._client import AsyncCore, Core
    from .._runtime._omit import Omit
    from .._runtime._options import CallOptions
    from ..models.notes import Note
    from ..params.notes import AuthorParam, EditorParam

types = Types(__name__)

REPLACE: Operation[Note] = Operation(
    key="PUT /notes",
    name="replaceNote",
    bodies=(Body(types("params.notes", "NoteParam"), required=True),),
    responses=(Response("200", types("models.notes", "Note")),),
)


class Notes:
    """The `notes` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def replace(
        self,
        *,
        always: str,
        listed: Literal["draft", "final"] | None,
        maybe: str | None,
        nothing: None,
        absent: str | Omit = OMIT,
        beside: AuthorParam | None | Omit = OMIT,
        both: str | None | Omit = OMIT,
        fixed: None | Omit = OMIT,
        items: Sequence[int | None] | Omit = OMIT,
        known: int | None | Omit = OMIT,
        other: AuthorParam | None | Omit = OMIT,
        within: EditorParam | None | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Note:
        """Replace note.

        Returns:
            The note.
        """
        return self._core.call(
            REPLACE,
            body={
                "always": always,
                "listed": listed,
                "maybe": maybe,
                "nothing": nothing,
                "absent": absent,
                "beside": beside,
                "both": both,
                "fixed": fixed,
                "items": items,
                "known": known,
                "other": other,
                "within": within,
            },
            options=options,
        )


class AsyncNotes:
    """The `notes` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def replace(
        self,
        *,
        always: str,
        listed: Literal["draft", "final"] | None,
        maybe: str | None,
        nothing: None,
        absent: str | Omit = OMIT,
        beside: AuthorParam | None | Omit = OMIT,
        both: str | None | Omit = OMIT,
        fixed: None | Omit = OMIT,
        items: Sequence[int | None] | Omit = OMIT,
        known: int | None | Omit = OMIT,
        other: AuthorParam | None | Omit = OMIT,
        within: EditorParam | None | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Note:
        """Replace note."""
        return await self._core.call(
            REPLACE,
            body={
                "always": always,
                "listed": listed,
                "maybe": maybe,
                "nothing": nothing,
                "absent": absent,
                "beside": beside,
                "both": both,
                "fixed": fixed,
                "items": items,
                "known": known,
                "other": other,
                "within": within,
            },
            options=options,
        )
