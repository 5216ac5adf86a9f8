"""Inputs of text to video."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import ConfigDict, Field, with_config
from typing_extensions import TypedDict


@with_config(ConfigDict(extra="forbid", strict=True))
class ViduQ3TextToVideoBody(TypedDict):
    duration: NotRequired[Literal["4s", "8s", "12s", "16s"]]
    """Length of the clip, with its unit. Default: "8s"."""
    generate_audio: NotRequired[Literal["True", "False"]]
    """Whether a soundtrack is made: True or False, as text. Default: "True"."""
    prompt: Annotated[str, Field(max_length=2000)]
    """What to make, in plain language."""
    ratio: NotRequired[Literal["9:16", "16:9", "1:1", "4:3", "3:4"]]
    """Aspect ratio, width to height. Default: "16:9"."""
    resolution: NotRequired[Literal["540P", "720P", "1080P"]]
    """Output resolution. Default: "720P"."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Wan25TextToVideoBody(TypedDict):
    duration: NotRequired[Literal["5s", "10s"]]
    """Length of the clip, with its unit. Default: "5s"."""
    prompt: Annotated[str, Field(min_length=1, max_length=800)]
    """What to make, in plain language."""
    ratio: NotRequired[Literal["16:9", "9:16", "1:1", "4:3", "3:4"]]
    """Aspect ratio, width to height. Default: "16:9"."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Wan26TextToVideoBody(TypedDict):
    duration: NotRequired[Literal["5s", "10s", "15s"]]
    """Length of the clip, with its unit. Default: "5s"."""
    generate_audio: NotRequired[Literal["True", "False"]]
    """Whether a soundtrack is made: True or False, as text. Default: "True"."""
    prompt: Annotated[str, Field(max_length=1500)]
    """What to make, in plain language."""
    shot_type: NotRequired[Literal["Multi", "Single"]]
    """Several shots or a single one. Default: "Multi"."""
    size: NotRequired[Literal["9:16", "16:9", "1:1", "4:3", "3:4"]]
    """Aspect ratio, width to height; this model calls it size. Default: "16:9"."""
