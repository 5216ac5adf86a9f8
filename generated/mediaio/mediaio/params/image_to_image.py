"""Inputs of image to image."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, NotRequired, TypeAlias

from pydantic import ConfigDict, Field, with_config
from typing_extensions import TypedDict


@with_config(ConfigDict(extra="forbid", strict=True))
class NanoBananaBody(TypedDict):
    images: Annotated[Sequence[str], Field(max_length=9)]
    """Public URLs of the images to work from. PNG, JPEG, JPG; at most 20 MB; 300x300 to
    1280x1280 px; aspect ratio 1:2 to 2:1. At most 9.
    """
    prompt: Annotated[str, Field(max_length=1200)]
    """What to make, in plain language."""
    ratio: NotRequired[NanoBananaBodyRatio]
    """Aspect ratio, width to height. Default: "16:9"."""


@with_config(ConfigDict(extra="forbid", strict=True))
class NanoBananaProBody(TypedDict):
    images: Annotated[Sequence[str], Field(max_length=9)]
    """Public URLs of the images to work from. PNG, JPEG, JPG; at most 20 MB; 300x300 to
    1280x1280 px; aspect ratio 1:2 to 2:1. At most 9.
    """
    prompt: Annotated[str, Field(max_length=1200)]
    """What to make, in plain language."""
    ratio: NotRequired[NanoBananaProBodyRatio]
    """Aspect ratio, width to height. Default: "16:9"."""
    resolution: NotRequired[Literal["1K", "2K", "4K"]]
    """Output resolution. Default: "1K"."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Seedream40Body(TypedDict):
    images: Annotated[Sequence[str], Field(max_length=9)]
    """Public URLs of the images to work from. PNG, JPEG, JPG; at most 10 MB; 300x300 to
    1280x1280 px; aspect ratio 3:10 to 3:1. At most 9.
    """
    prompt: Annotated[str, Field(max_length=800)]
    """What to make, in plain language."""
    ratio: NotRequired[Seedream40BodyRatio]
    """Aspect ratio, width to height. Default: "9:16"."""


NanoBananaBodyRatio: TypeAlias = Literal[
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

NanoBananaProBodyRatio: TypeAlias = Literal[
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

Seedream40BodyRatio: TypeAlias = Literal[
    "9:16",
    "16:9",
    "1:1",
    "4:3",
    "3:4",
    "3:2",
    "2:3",
]
"""Aspect ratio, width to height."""
