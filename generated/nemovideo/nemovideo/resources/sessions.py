"""Sessions and their state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._lifecycle import BodyRules
from .._runtime._omit import OMIT
from .._runtime._operation import TEXT, Body, Operation, Response, Types, in_path

if TYPE_CHECKING:
    from .._runtime._client import AsyncCore, Core
    from .._runtime._omit import Omit
    from .._runtime._options import CallOptions
    from ..models.sessions import SessionAnswer, StateAnswer

types = Types(__name__)

REFUSED = Response("default", types("models.shared", "Failure"))

CREATE: Operation[SessionAnswer] = Operation(
    key="POST /api/tasks/me/with-session/nemo_agent",
    name="createSession",
    bodies=(
        Body(
            types("params.sessions", "SessionRequest"),
            rules=BodyRules(defaults={"task_name": "project"}),
        ),
    ),
    responses=(Response("200", types("models.sessions", "SessionAnswer")), REFUSED),
)

STATE: Operation[StateAnswer] = Operation(
    key="GET /api/state/nemo_agent/me/{session_id}/latest",
    name="getState",
    parameters=(in_path("session_id", TEXT, required=False),),
    responses=(Response("200", types("models.sessions", "StateAnswer")), REFUSED),
    result_summary="Timeline of {$response.body#/data/task_name}[[, {$response.body#/data/state/draft/d} ms]]:\n- {$response.body#/data/state/draft/t/*/tt | 0 = video, 1 = music, 7 = text}[[: {$response.body#/data/state/draft/t/*/sg/*/m/title}]][[, {$response.body#/data/state/draft/t/*/sg/*/d} ms]]\n",
)


class Sessions:
    """Sessions and their state."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def create(
        self,
        *,
        language: str | Omit = OMIT,
        task_name: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> SessionAnswer:
        """Start a session.

        Args:
            language: Language of the answers.
            task_name: Name of the project, default "project".

        Returns:
            The session.

        Raises:
            ApiError: `body` is `Failure` where it fits.
        """
        return self._core.call(
            CREATE,
            body={"language": language, "task_name": task_name},
            options=options,
        )

    def state(
        self,
        *,
        session_id: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> StateAnswer:
        """Get the state of a session.

        Args:
            session_id: The session.

        Returns:
            The state.

        Raises:
            ApiError: `body` is `Failure` where it fits.
        """
        return self._core.call(STATE, path={"session_id": session_id}, options=options)


class AsyncSessions:
    """Sessions and their state. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def create(
        self,
        *,
        language: str | Omit = OMIT,
        task_name: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> SessionAnswer:
        """Start a session."""
        return await self._core.call(
            CREATE,
            body={"language": language, "task_name": task_name},
            options=options,
        )

    async def state(
        self,
        *,
        session_id: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> StateAnswer:
        """Get the state of a session."""
        return await self._core.call(
            STATE,
            path={"session_id": session_id},
            options=options,
        )
