"""Edits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._lifecycle import BodyRules
from .._runtime._omit import OMIT
from .._runtime._operation import Body, Operation, Response, Types

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from .._runtime._client import AsyncCore, Core
    from .._runtime._jobs import AsyncJob, Job
    from .._runtime._omit import Omit
    from .._runtime._options import CallOptions
    from ..models.shared import EditorState
    from ..params.chat import Message

types = Types(__name__)

SEND: Operation[EditorState] = Operation(
    key="POST /run_sse",
    name="sendMessage",
    bodies=(
        Body(
            types("params.chat", "ChatRequest"),
            required=True,
            rules=BodyRules(
                defaults={"app_name": "nemo_agent", "user_id": "me"},
                acquire={"session_id": "session_id"},
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        Response("default", types("models.shared", "Failure")),
    ),
    result=types("models.shared", "EditorState"),
    lifecycle="chat",
    streams=True,
)


class Chat:
    """Edits."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def send(
        self,
        *,
        new_message: Message,
        app_name: str | Omit = OMIT,
        session_id: str | Omit = OMIT,
        state_delta: Mapping[str, Any] | Omit = OMIT,
        streaming: bool | Omit = OMIT,
        user_id: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[EditorState]:
        """Tell the editor what to do.

        Args:
            app_name: The application, default "nemo_agent".
            session_id: The session.
            state_delta: Changes of the session's state to make first.
            streaming: Whether text comes in increments.
            user_id: The user; `me` stands for the token's owner, default "me".

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            ApiError: `body` is `Failure` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            SEND,
            body={
                "new_message": new_message,
                "app_name": app_name,
                "session_id": session_id,
                "state_delta": state_delta,
                "streaming": streaming,
                "user_id": user_id,
            },
            options=options,
        )


class AsyncChat:
    """Edits. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def send(
        self,
        *,
        new_message: Message,
        app_name: str | Omit = OMIT,
        session_id: str | Omit = OMIT,
        state_delta: Mapping[str, Any] | Omit = OMIT,
        streaming: bool | Omit = OMIT,
        user_id: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[EditorState]:
        """Tell the editor what to do."""
        return await self._core.submit(
            SEND,
            body={
                "new_message": new_message,
                "app_name": app_name,
                "session_id": session_id,
                "state_delta": state_delta,
                "streaming": streaming,
                "user_id": user_id,
            },
            options=options,
        )
