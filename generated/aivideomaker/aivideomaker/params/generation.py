"""Inputs of generation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, NotRequired, TypeAlias

from pydantic import ConfigDict, Field, StrictInt, StrictStr, with_config
from typing_extensions import TypedDict

from .._runtime._checks import Exact, Format


@with_config(ConfigDict(extra="forbid", strict=True))
class T2vInput(TypedDict):
    """A clip from text."""

    aspectRatio: Literal["16:9", "9:16", "1:1"]
    """Aspect ratio, width to height."""
    duration: Literal["5", "8"]
    """Length of the clip in seconds, as text."""
    filterMode: NotRequired[Literal["strict", "custom"]]
    """Content filter; the current contract no longer knows it. Deprecated."""
    prompt: Annotated[str, Field(min_length=1, pattern="\\S")]
    """What to make, in plain language."""


@with_config(ConfigDict(extra="forbid", strict=True))
class I2vInput(TypedDict):
    """A clip from an image."""

    duration: Literal["5", "8"]
    """Length of the clip in seconds, as text."""
    filterMode: NotRequired[Literal["strict", "custom"]]
    """Content filter; the current contract no longer knows it. Deprecated."""
    image: Annotated[
        str,
        Field(
            min_length=1,
            pattern="^([Hh][Tt][Tt][Pp][Ss]?://\\S+|data:image/[^;,\\s]+;base64,\\S+)$",
        ),
    ]
    """Image to start from: an http(s) address or a data URI with base64 data."""
    prompt: NotRequired[str | None]
    """What should happen, in plain language."""


@with_config(ConfigDict(extra="forbid", strict=True))
class LvInput(TypedDict):
    """A long clip from an image and up to six prompts of five seconds each. Only the
    older contract has this model.

    Deprecated.
    """

    filterMode: Literal["strict", "custom"]
    """Content filter."""
    image: Annotated[
        str,
        Field(
            min_length=1,
            pattern="^([Hh][Tt][Tt][Pp][Ss]?://\\S+|data:image/[^;,\\s]+;base64,\\S+)$",
        ),
    ]
    """Image to start from: an http(s) address or a data URI with base64 data."""
    prompt: Annotated[
        Sequence[Annotated[str, Field(min_length=1, pattern="\\S")]],
        Field(min_length=1, max_length=6),
    ]
    """One text for each five seconds."""


@with_config(ConfigDict(extra="forbid", strict=True))
class T2vV3Input(TypedDict):
    """A longer clip from text."""

    aspectRatio: Literal["16:9", "9:16", "1:1"]
    """Aspect ratio, width to height."""
    duration: Literal["5", "10", "15", "20"]
    """Length of the clip in seconds, as text."""
    prompt: Annotated[str, Field(min_length=1, pattern="\\S")]
    """What to make, in plain language."""


@with_config(ConfigDict(extra="forbid", strict=True))
class I2vV3Input(TypedDict):
    """A longer clip from an image."""

    duration: Literal["5", "10", "15", "20"]
    """Length of the clip in seconds, as text."""
    image: Annotated[
        str,
        Field(
            min_length=1,
            pattern="^([Hh][Tt][Tt][Pp][Ss]?://\\S+|data:image/[^;,\\s]+;base64,\\S+)$",
        ),
    ]
    """Image to start from: an http(s) address or a data URI with base64 data."""
    prompt: NotRequired[str | None]
    """What should happen, in plain language."""


@with_config(ConfigDict(extra="forbid", strict=True))
class MinimaxFrames(TypedDict):
    """A clip from text, with first and last frame if given."""

    aspectRatio: NotRequired[MinimaxFramesAspectRatio]
    """Aspect ratio, width to height. Default: "16:9"."""
    content: Annotated[str, Field(min_length=1, pattern="\\S")]
    """What to make, in plain language."""
    duration: NotRequired[Annotated[int, Field(ge=5, le=20)]]
    """Length of the clip in seconds. Default: 5."""
    imageUrl: NotRequired[
        Annotated[
            str,
            Field(
                min_length=1,
                pattern="^([Hh][Tt][Tt][Pp][Ss]?://\\S+|data:image/[^;,\\s]+;base64,\\S+)$",
            ),
        ]
        | None
    ]
    """Image used as the first frame: an http(s) address or a data URI."""
    lastFrameUrl: NotRequired[
        Annotated[
            str,
            Field(
                min_length=1,
                pattern="^([Hh][Tt][Tt][Pp][Ss]?://\\S+|data:image/[^;,\\s]+;base64,\\S+)$",
            ),
        ]
        | None
    ]
    """Image used as the last frame: an http(s) address or a data URI."""
    referenceVideoUrl: NotRequired[None]
    resolution: NotRequired[Literal["720p", "1080p"]]
    """Output resolution. Default: "720p"."""
    tier: NotRequired[Literal["turbo", "base"]]
    """Speed against quality; priced differently. Default: "turbo"."""


@with_config(ConfigDict(extra="forbid", strict=True))
class MinimaxReferences(TypedDict):
    """A clip from text and references. References and frames exclude each other."""

    aspectRatio: NotRequired[MinimaxReferencesAspectRatio]
    """Aspect ratio, width to height. Default: "16:9"."""
    content: Annotated[str, Field(min_length=1, pattern="\\S")]
    """What to make, in plain language."""
    duration: NotRequired[Annotated[int, Field(ge=5, le=20)]]
    """Length of the clip in seconds. Default: 5."""
    imageUrl: NotRequired[None]
    lastFrameUrl: NotRequired[None]
    referenceAudioUrls: NotRequired[
        Annotated[
            Sequence[
                Annotated[
                    str,
                    Field(pattern="^[Hh][Tt][Tt][Pp][Ss]?://\\S+$"),
                    Format("uri"),
                ]
            ],
            Field(max_length=2),
        ]
    ]
    """Reference audio tracks."""
    referenceImageUrls: NotRequired[
        Annotated[
            Sequence[
                Annotated[
                    str,
                    Field(
                        min_length=1,
                        pattern="^([Hh][Tt][Tt][Pp][Ss]?://\\S+|data:image/[^;,\\s]+;base64,\\S+)$",
                    ),
                ]
            ],
            Field(max_length=4),
        ]
    ]
    """Reference images."""
    referenceVideoUrl: NotRequired[
        Annotated[str, Field(pattern="^[Hh][Tt][Tt][Pp][Ss]?://\\S+$"), Format("uri")]
        | None
    ]
    """Reference video."""
    resolution: NotRequired[Literal["720p", "1080p"]]
    """Output resolution. Default: "720p"."""
    tier: NotRequired[Literal["turbo", "base"]]
    """Speed against quality; priced differently. Default: "turbo"."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Seedance20FromPrompt(TypedDict):
    """A clip led by a text."""

    audio: NotRequired[
        Annotated[str, Field(pattern="^[Hh][Tt][Tt][Pp][Ss]?://\\S+$"), Format("uri")]
        | None
    ]
    """Audio to go with it; never alone."""
    duration: Annotated[float, Field(ge=4, le=15)]
    """Length of the clip in seconds."""
    image: NotRequired[
        Annotated[
            str,
            Field(
                min_length=1,
                pattern="^([Hh][Tt][Tt][Pp][Ss]?://\\S+|data:image/[^;,\\s]+;base64,\\S+)$",
            ),
        ]
        | None
    ]
    """Image to work from: an http(s) address or a data URI with base64 data."""
    prompt: Annotated[str, Field(min_length=1, pattern="\\S")]
    """What to make, in plain language."""
    ratio: Literal["16:9", "9:16", "1:1"]
    """Aspect ratio, width to height."""
    resolution: Annotated[Literal[480, 720], Exact()]
    """Lines of the output."""
    video: NotRequired[
        Annotated[str, Field(pattern="^[Hh][Tt][Tt][Pp][Ss]?://\\S+$"), Format("uri")]
        | None
    ]
    """Video to work from."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Seedance20FromImage(TypedDict):
    """A clip led by an image."""

    audio: NotRequired[
        Annotated[str, Field(pattern="^[Hh][Tt][Tt][Pp][Ss]?://\\S+$"), Format("uri")]
        | None
    ]
    """Audio to go with it; never alone."""
    duration: Annotated[float, Field(ge=4, le=15)]
    """Length of the clip in seconds."""
    image: Annotated[
        str,
        Field(
            min_length=1,
            pattern="^([Hh][Tt][Tt][Pp][Ss]?://\\S+|data:image/[^;,\\s]+;base64,\\S+)$",
        ),
    ]
    """Image to start from: an http(s) address or a data URI with base64 data."""
    prompt: NotRequired[str | None]
    """What should happen, in plain language."""
    ratio: Literal["16:9", "9:16", "1:1"]
    """Aspect ratio, width to height."""
    resolution: Annotated[Literal[480, 720], Exact()]
    """Lines of the output."""
    video: NotRequired[
        Annotated[str, Field(pattern="^[Hh][Tt][Tt][Pp][Ss]?://\\S+$"), Format("uri")]
        | None
    ]
    """Video to work from."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Seedance20FromVideo(TypedDict):
    """A clip led by a video."""

    audio: NotRequired[
        Annotated[str, Field(pattern="^[Hh][Tt][Tt][Pp][Ss]?://\\S+$"), Format("uri")]
        | None
    ]
    """Audio to go with it; never alone."""
    duration: Annotated[float, Field(ge=4, le=15)]
    """Length of the clip in seconds."""
    image: NotRequired[
        Annotated[
            str,
            Field(
                min_length=1,
                pattern="^([Hh][Tt][Tt][Pp][Ss]?://\\S+|data:image/[^;,\\s]+;base64,\\S+)$",
            ),
        ]
        | None
    ]
    """Image to work from: an http(s) address or a data URI with base64 data."""
    prompt: NotRequired[str | None]
    """What should happen, in plain language."""
    ratio: Literal["16:9", "9:16", "1:1"]
    """Aspect ratio, width to height."""
    resolution: Annotated[Literal[480, 720], Exact()]
    """Lines of the output."""
    video: Annotated[
        str,
        Field(pattern="^[Hh][Tt][Tt][Pp][Ss]?://\\S+$"),
        Format("uri"),
    ]
    """Video to work from."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Wan27Input(TypedDict):
    """A clip from text, with an image if given."""

    duration: Literal["5", "10", "15"]
    """Length of the clip in seconds, as text."""
    image: NotRequired[
        Annotated[
            str,
            Field(
                min_length=1,
                pattern="^([Hh][Tt][Tt][Pp][Ss]?://\\S+|data:image/[^;,\\s]+;base64,\\S+)$",
            ),
        ]
        | None
    ]
    """Image to work from: an http(s) address or a data URI with base64 data."""
    prompt: Annotated[str, Field(min_length=1, pattern="\\S")]
    """What to make, in plain language."""
    promptExtend: NotRequired[bool]
    """Whether the prompt is extended before use. Default: false."""
    ratio: Literal["16:9", "9:16", "1:1", "4:3", "3:4"]
    """Aspect ratio, width to height."""
    resolution: Literal["720P", "1080P"]
    """Output resolution."""


@with_config(ConfigDict(extra="forbid", strict=True))
class HappyhorseInput(TypedDict):
    """A clip from text, with one image or several references if given."""

    duration: Annotated[float, Field(ge=3, le=15)]
    """Length of the clip in seconds."""
    image: NotRequired[HappyhorseInputImage | None]
    """One image to start from, or several as references."""
    prompt: Annotated[str, Field(min_length=1, pattern="\\S")]
    """What to make, in plain language."""
    ratio: NotRequired[Literal["16:9", "9:16", "3:4", "4:3", "1:1"] | None]
    """Aspect ratio, width to height; of no effect with one image. Default: "16:9"."""
    resolution: Literal["720P", "1080P"]
    """Output resolution."""


@with_config(ConfigDict(extra="forbid", strict=True))
class QuotedInputNothing(TypedDict):
    """No fields."""


Model_: TypeAlias = Literal[
    "t2v",
    "i2v",
    "lv",
    "t2v_v3",
    "i2v_v3",
    "minimax",
    "seedance20",
    "wan27",
    "happyhorse",
]
"""A model. `lv` is known to the older contract only."""

IdempotencyKey: TypeAlias = Annotated[StrictStr, Field(min_length=8, max_length=128)]

XMaxCredits: TypeAlias = Annotated[StrictInt, Field(ge=0)]

WebhookUrl: TypeAlias = Annotated[StrictStr, Format("uri")]

GenerationInput: TypeAlias = (
    T2vInput
    | I2vInput
    | LvInput
    | T2vV3Input
    | I2vV3Input
    | MinimaxFrames
    | MinimaxReferences
    | Seedance20FromPrompt
    | Seedance20FromImage
    | Seedance20FromVideo
    | Wan27Input
    | HappyhorseInput
)
"""Input of a model; which one applies is decided by the model in the path."""

MinimaxFramesAspectRatio: TypeAlias = Literal[
    "auto",
    "21:9",
    "16:9",
    "4:3",
    "1:1",
    "3:4",
    "9:16",
]
"""Aspect ratio, width to height."""

MinimaxReferencesAspectRatio: TypeAlias = Literal[
    "auto",
    "21:9",
    "16:9",
    "4:3",
    "1:1",
    "3:4",
    "9:16",
]
"""Aspect ratio, width to height."""

HappyhorseInputImage: TypeAlias = (
    Annotated[
        StrictStr,
        Field(
            min_length=1,
            pattern="^([Hh][Tt][Tt][Pp][Ss]?://\\S+|data:image/[^;,\\s]+;base64,\\S+)$",
        ),
    ]
    | Sequence[
        Annotated[
            StrictStr,
            Field(
                min_length=1,
                pattern="^([Hh][Tt][Tt][Pp][Ss]?://\\S+|data:image/[^;,\\s]+;base64,\\S+)$",
            ),
        ]
    ]
)
"""One image to start from, or several as references."""

MinimaxInput: TypeAlias = MinimaxFrames | MinimaxReferences
"""A clip from text with frames, or with references, not both."""

QuotedModel: TypeAlias = Literal[
    "t2v",
    "i2v",
    "t2v_v3",
    "i2v_v3",
    "minimax",
    "seedance20",
    "wan27",
    "happyhorse",
]
"""A model."""

QuotedInput: TypeAlias = (
    T2vInput
    | I2vInput
    | T2vV3Input
    | I2vV3Input
    | MinimaxFrames
    | MinimaxReferences
    | Seedance20FromPrompt
    | Seedance20FromImage
    | Seedance20FromVideo
    | Wan27Input
    | HappyhorseInput
    | QuotedInputNothing
)
"""Input of a model, as for a start. Without fields the answer lists those that are
required.
"""

Seedance20Input: TypeAlias = (
    Seedance20FromPrompt | Seedance20FromImage | Seedance20FromVideo
)
"""A clip from at least one of text, image and video; audio goes with them, never alone."""
