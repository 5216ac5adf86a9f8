"""Inputs of sessions."""

from __future__ import annotations

from typing import NotRequired

from pydantic import ConfigDict, with_config
from typing_extensions import TypedDict


@with_config(ConfigDict(extra="forbid", strict=True))
class SessionRequest(TypedDict):
    """How to set up the session."""

    language: NotRequired[str]
    """Language of the answers."""
    task_name: NotRequired[str]
    """Name of the project. Default: "project"."""
