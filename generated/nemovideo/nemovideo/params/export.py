"""Inputs of export."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NotRequired

from pydantic import ConfigDict, with_config
from typing_extensions import TypedDict


@with_config(ConfigDict(extra="forbid", strict=True))
class RenderRequest(TypedDict):
    """What to render. Without an id one is chosen; without a session or a draft those
    of the current session are taken.
    """

    draft: NotRequired[Mapping[str, Any]]
    """The draft, as the session's state gives it."""
    id: NotRequired[str]
    """Identifier of the render, chosen by you; one that was used is rejected."""
    output: NotRequired[RenderOptions]
    sessionId: NotRequired[str]
    """The session."""


@with_config(ConfigDict(extra="allow", strict=True))
class RenderOptions(TypedDict):
    """How to render."""

    format: NotRequired[str]
    """Container. Default: "mp4"."""
    fps: NotRequired[float]
    """Frames a second."""
    quality: NotRequired[str]
    """Quality. Default: "high"."""
    resolution: NotRequired[Any]
    """Size of the picture."""
