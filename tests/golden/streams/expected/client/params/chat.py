"""Inputs of chat."""

from __future__ import annotations

from typing import NotRequired

from pydantic import ConfigDict, with_config
from typing_extensions import TypedDict


@with_config(ConfigDict(extra="forbid", strict=True))
class AnswerChatBody(TypedDict):
    prompt: str
    stream: NotRequired[bool]
    """Default: false."""
