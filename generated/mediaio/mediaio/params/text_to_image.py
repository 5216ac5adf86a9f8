"""Inputs of text to image."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import ConfigDict, Field, with_config
from typing_extensions import TypedDict


@with_config(ConfigDict(extra="forbid", strict=True))
class Imagen4Body(TypedDict):
    counts: NotRequired[Literal["1", "2", "3", "4"]]
    """How many images to make, as text. Default: "1"."""
    prompt: Annotated[str, Field(max_length=1200)]
    """What to make, in plain language."""
    ratio: NotRequired[Literal["9:16", "16:9", "1:1", "4:3", "3:4"]]
    """Aspect ratio, width to height. Default: "9:16"."""


@with_config(ConfigDict(extra="forbid", strict=True))
class SoulCharacterBody(TypedDict):
    prompt: Annotated[str, Field(max_length=2000)]
    """What to make, in plain language."""
    ratio: NotRequired[Literal["2:3", "1:1", "3:2", "9:16", "16:9"]]
    """Aspect ratio, width to height. Default: "16:9"."""
