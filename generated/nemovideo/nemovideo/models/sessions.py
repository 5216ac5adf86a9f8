"""Answers of sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._model import Model, lazy

if TYPE_CHECKING:
    from .shared import EditorState
else:
    EditorState = lazy(__name__, "shared", "EditorState")


class SessionAnswer(Model):
    """A new session."""

    code: int
    """0 for success."""
    data: Session


class Session(Model):
    """A session: where the drafts live."""

    session_id: str
    """The session: digits, as text."""
    task_id: str | None = None
    """Task of the session."""
    user_id: str | None = None
    """Whom it belongs to."""


class StateAnswer(Model):
    """The state of a session."""

    code: int
    """0 for success."""
    data: SessionState


class SessionState(Model):
    """A session as it stands."""

    session_id: str | None = None
    """The session."""
    state: EditorState
    task_id: str | None = None
    """Task of the session."""
    task_name: str | None = None
    """Name of the project."""
