"""Inputs of effects."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired, TypeAlias

from pydantic import ConfigDict, Field, with_config
from typing_extensions import TypedDict


@with_config(ConfigDict(extra="forbid", strict=True))
class CharacterEffectsBody(TypedDict):
    images: str
    """Public URL of the reference image; one text, no list."""
    prompt: str
    """The character, in plain language."""
    ratio: NotRequired[CharacterEffectsBodyRatio]
    """Aspect ratio, width to height."""


@with_config(ConfigDict(extra="forbid", strict=True))
class DanceEffectsBody(TypedDict):
    image: Annotated[str, Field(min_length=1)]
    """Public URL of the portrait."""
    video: Annotated[str, Field(min_length=1)]
    """Public URL of the dance to follow."""


@with_config(ConfigDict(extra="forbid", strict=True))
class GhibliEffectsBody(TypedDict):
    batch: NotRequired[Literal["1", "2", "3", "4"]]
    """How many variants to make, as text."""
    images: str
    """Public URL of the image; one text, no list."""
    ratio: NotRequired[GhibliEffectsBodyRatio]
    """Aspect ratio, width to height."""


@with_config(ConfigDict(extra="forbid", strict=True))
class HairstyleEffectsBody(TypedDict):
    images: str
    """Public URL of the portrait; one text, no list."""


CharacterEffectsBodyRatio: TypeAlias = Literal[
    "9:16",
    "16:9",
    "1:1",
    "4:3",
    "3:4",
    "3:2",
    "2:3",
    "21:9",
]
"""Aspect ratio, width to height."""

GhibliEffectsBodyRatio: TypeAlias = Literal[
    "9:16",
    "16:9",
    "1:1",
    "4:3",
    "3:4",
    "3:2",
    "2:3",
]
"""Aspect ratio, width to height."""
