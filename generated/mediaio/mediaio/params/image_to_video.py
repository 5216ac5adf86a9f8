"""Inputs of image to video."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired, TypeAlias

from pydantic import ConfigDict, Field, with_config
from typing_extensions import TypedDict


@with_config(ConfigDict(extra="forbid", strict=True))
class GoogleVeo31Body(TypedDict):
    aspect_ratio: NotRequired[Literal["9:16", "16:9"]]
    """Aspect ratio, width to height. Default: "9:16"."""
    duration: NotRequired[Literal["4s", "6s", "8s"]]
    """Length of the clip, with its unit. Default: "4s"."""
    generate_audio: NotRequired[Literal["True", "False"]]
    """Whether a soundtrack is made: True or False, as text. Default: "True"."""
    image: str
    """Public URL of the image to work from. JPG, JPEG, PNG, WEBP, GIF, HEIC; at most 50
    MB; 300x300 to 4000x4000 px; aspect ratio 0.4:1 to 2:1.
    """
    prompt: Annotated[str, Field(max_length=1000)]
    """What to make, in plain language."""
    resolution: NotRequired[Literal["720P", "1080P"]]
    """Output resolution. Default: "720P"."""


@with_config(ConfigDict(extra="forbid", strict=True))
class GoogleVeo31FastBody(TypedDict):
    aspect_ratio: NotRequired[Literal["9:16", "16:9"]]
    """Aspect ratio, width to height. Default: "9:16"."""
    duration: NotRequired[Literal["4s", "6s", "8s"]]
    """Length of the clip, with its unit. Default: "4s"."""
    generate_audio: NotRequired[Literal["True", "False"]]
    """Whether a soundtrack is made: True or False, as text. Default: "True"."""
    image: str
    """Public URL of the image to work from. JPG, JPEG, PNG, WEBP, GIF, HEIC; at most 50
    MB; 300x300 to 4000x4000 px; aspect ratio 0.4:1 to 2:1.
    """
    prompt: Annotated[str, Field(max_length=1000)]
    """What to make, in plain language."""
    resolution: NotRequired[Literal["720P", "1080P"]]
    """Output resolution. Default: "720P"."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Hailuo02Body(TypedDict):
    duration: NotRequired[Literal["6s"]]
    """Length of the clip, with its unit. Default: "6s"."""
    image: str
    """Public URL of the image to work from. PNG, JPEG, JPG, WEBP, GIF, HEIC; at most 20
    MB; 300x300 to 4000x4000 px; aspect ratio 0.4:1 to 2.5:1.
    """
    prompt: Annotated[str, Field(max_length=2000)]
    """What to make, in plain language."""
    resolution: NotRequired[Literal["768P", "1080P"]]
    """Output resolution. Default: "768P"."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Hailuo23BodyAt768P(TypedDict):
    """At768P."""

    duration: NotRequired[Literal["6s", "10s"]]
    """Length of the clip, with its unit. 1080P goes with 6s only. Default: "6s"."""
    image: str
    """Public URL of the image to work from. PNG, JPEG, JPG, WEBP, GIF, HEIC; at most 20
    MB; 300x300 to 4000x4000 px; aspect ratio 0.4:1 to 2.5:1.
    """
    prompt: Annotated[str, Field(max_length=2000)]
    """What to make, in plain language."""
    resolution: NotRequired[Literal["768P"]]
    """Output resolution. 1080P goes with 6s only. Default: "768P"."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Hailuo23BodyOf6Seconds(TypedDict):
    """Of6Seconds."""

    duration: NotRequired[Literal["6s"]]
    """Length of the clip, with its unit. 1080P goes with 6s only. Default: "6s"."""
    image: str
    """Public URL of the image to work from. PNG, JPEG, JPG, WEBP, GIF, HEIC; at most 20
    MB; 300x300 to 4000x4000 px; aspect ratio 0.4:1 to 2.5:1.
    """
    prompt: Annotated[str, Field(max_length=2000)]
    """What to make, in plain language."""
    resolution: NotRequired[Literal["768P", "1080P"]]
    """Output resolution. 1080P goes with 6s only. Default: "768P"."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Kling21Body(TypedDict):
    duration: NotRequired[Literal["5s", "10s"]]
    """Length of the clip, with its unit. Default: "5s"."""
    image: str
    """Public URL of the image to work from. PNG, JPEG, JPG, WEBP, GIF, HEIC; at most 20
    MB; 300x300 to 4000x4000 px; aspect ratio 0.4:1 to 2.5:1.
    """
    prompt: Annotated[str, Field(max_length=2000)]
    """What to make, in plain language."""
    resolution: NotRequired[Literal["720P", "1080P"]]
    """Output resolution. Default: "720P"."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Kling25TurboBody(TypedDict):
    duration: NotRequired[Literal["5s", "10s"]]
    """Length of the clip, with its unit. Default: "5s"."""
    image: str
    """Public URL of the image to work from. PNG, JPEG, JPG, WEBP, GIF, HEIC; at most 20
    MB; 300x300 to 4000x4000 px; aspect ratio 0.4:1 to 2.5:1.
    """
    prompt: Annotated[str, Field(max_length=2500)]
    """What to make, in plain language."""
    resolution: NotRequired[Literal["720P", "1080P"]]
    """Output resolution. Default: "1080P"."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Kling26Body(TypedDict):
    duration: NotRequired[Literal["5s", "10s"]]
    """Length of the clip, with its unit. Default: "5s"."""
    generate_audio: NotRequired[Literal["True", "False"]]
    """Whether a soundtrack is made: True or False, as text. Default: "True"."""
    image: str
    """Public URL of the image to work from. PNG, JPEG, JPG, WEBP, GIF, HEIC; at most 20
    MB; 300x300 to 4000x4000 px; aspect ratio 0.4:1 to 2.5:1.
    """
    prompt: Annotated[str, Field(max_length=2500)]
    """What to make, in plain language."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Kling30Body(TypedDict):
    duration: NotRequired[Literal["5s", "8s", "10s", "15s"]]
    """Length of the clip, with its unit. Default: "5s"."""
    generate_audio: NotRequired[Literal["True", "False"]]
    """Whether a soundtrack is made: True or False, as text. Default: "True"."""
    image: str
    """Public URL of the image to work from. PNG, JPEG, JPG, WEBP, GIF, HEIC; at most 20
    MB; 300x300 to 4000x4000 px; aspect ratio 0.4:1 to 2.5:1.
    """
    multi_shots: NotRequired[Literal["True", "False"]]
    """Whether the clip has several shots: True or False, as text. Default: "True"."""
    prompt: Annotated[str, Field(max_length=2500)]
    """What to make, in plain language."""
    resolution: NotRequired[Literal["720P", "1080P"]]
    """Output resolution. Default: "1080P"."""


@with_config(ConfigDict(extra="forbid", strict=True))
class MotionControlKling26Body(TypedDict):
    image: str
    """Public URL of the image to work from. PNG, JPEG, JPG; at most 10 MB; 300x300 to
    4000x4000 px; aspect ratio 1:2 to 2:1.
    """
    prompt: NotRequired[Annotated[str, Field(max_length=2500)]]
    """What to make, in plain language."""
    video: str
    """Public URL of the video whose motion is taken. MP4, MOV; at most 100 MB; 720x720
    to 2160x2160 px; 24 to 60 fps; 3 to 30 s.
    """


@with_config(ConfigDict(extra="forbid", strict=True))
class ViduQ2Body(TypedDict):
    duration: NotRequired[Literal["4s", "6s", "8s"]]
    """Length of the clip, with its unit. Default: "4s"."""
    image: str
    """Public URL of the image to work from. PNG, JPEG, JPG, WEBP, GIF, HEIC; at most 10
    MB; 150x150 to 4000x4000 px; aspect ratio 1:4 to 4:1.
    """
    prompt: Annotated[str, Field(max_length=2000)]
    """What to make, in plain language."""
    resolution: NotRequired[Literal["720P", "1080P"]]
    """Output resolution. Default: "720P"."""


@with_config(ConfigDict(extra="forbid", strict=True))
class ViduQ3ImageToVideoBody(TypedDict):
    duration: NotRequired[Literal["4s", "8s", "12s", "16s"]]
    """Length of the clip, with its unit. Default: "4s"."""
    generate_audio: NotRequired[Literal["True", "False"]]
    """Whether a soundtrack is made: True or False, as text. Default: "True"."""
    image: str
    """Public URL of the image to work from. PNG, JPEG, JPG; at most 10 MB; 150x150 to
    4000x4000 px; aspect ratio 1:4 to 4:1.
    """
    prompt: Annotated[str, Field(max_length=2000)]
    """What to make, in plain language."""
    resolution: NotRequired[Literal["540P", "720P", "1080P"]]
    """Output resolution. Default: "720P"."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Wan22Body(TypedDict):
    duration: NotRequired[Literal["5s"]]
    """Length of the clip, with its unit. Default: "5s"."""
    image: str
    """Public URL of the image to work from. PNG, JPEG, JPG, WEBP, BMP; at most 10 MB;
    300x300 to 2000x2000 px; aspect ratio 0.4:1 to 2.5:1.
    """
    prompt: Annotated[str, Field(max_length=800)]
    """What to make, in plain language."""
    resolution: NotRequired[Literal["1080P"]]
    """Output resolution. Default: "1080P"."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Wan25ImageToVideoBody(TypedDict):
    duration: NotRequired[Literal["5s", "10s"]]
    """Length of the clip, with its unit. Default: "5s"."""
    image: str
    """Public URL of the image to work from. PNG, JPEG, JPG, WEBP, BMP; at most 10 MB;
    300x300 to 2000x2000 px; aspect ratio 0.4:1 to 2.5:1.
    """
    prompt: Annotated[str, Field(max_length=800)]
    """What to make, in plain language."""
    resolution: NotRequired[Literal["480P", "720P", "1080P"]]
    """Output resolution. Default: "480P"."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Wan26ImageToVideoBody(TypedDict):
    duration: NotRequired[Literal["5s", "10s", "15s"]]
    """Length of the clip, with its unit. Default: "5s"."""
    generate_audio: NotRequired[Literal["True", "False"]]
    """Whether a soundtrack is made: True or False, as text. Default: "True"."""
    image: str
    """Public URL of the image to work from. PNG, JPEG, JPG, WEBP, BMP; at most 10 MB;
    300x300 to 2000x2000 px; aspect ratio 0.4:1 to 2.5:1.
    """
    prompt: Annotated[str, Field(max_length=1500)]
    """What to make, in plain language."""
    resolution: NotRequired[Literal["720P", "1080P"]]
    """Output resolution. Default: "720P"."""
    shot_type: NotRequired[Literal["Multi", "Single"]]
    """Several shots or a single one. Default: "Multi"."""


Hailuo23Body: TypeAlias = Hailuo23BodyAt768P | Hailuo23BodyOf6Seconds
