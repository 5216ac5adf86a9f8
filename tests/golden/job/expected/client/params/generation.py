"""Inputs of generation."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import ConfigDict, Field, with_config
from typing_extensions import TypedDict


@with_config(ConfigDict(extra="forbid", strict=True))
class Alpha(TypedDict):
    duration: NotRequired[Annotated[int, Field(ge=3, le=15)]]
    """Default: 5."""
    prompt: Annotated[str, Field(min_length=1, max_length=2500)]
