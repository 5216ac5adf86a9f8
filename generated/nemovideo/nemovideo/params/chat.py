"""Inputs of chat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, NotRequired

from pydantic import ConfigDict, Field, with_config
from typing_extensions import TypedDict


@with_config(ConfigDict(extra="forbid", strict=True))
class ChatRequest(TypedDict):
    """A message in a session."""

    app_name: NotRequired[str]
    """The application. Default: "nemo_agent"."""
    new_message: Message
    session_id: NotRequired[str]
    """The session."""
    state_delta: NotRequired[Mapping[str, Any]]
    """Changes of the session's state to make first."""
    streaming: NotRequired[bool]
    """Whether text comes in increments."""
    user_id: NotRequired[str]
    """The user; `me` stands for the token's owner. Default: "me"."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Message(TypedDict):
    """A message to the editor."""

    parts: Annotated[Sequence[MessagePart], Field(min_length=1)]
    """Its parts."""
    role: NotRequired[str]
    """Who speaks."""


@with_config(ConfigDict(extra="forbid", strict=True))
class MessagePart(TypedDict):
    """A part of a message."""

    text: str
    """What to do, in plain language."""
