"""Inputs of generation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, NotRequired, TypeAlias

from pydantic import ConfigDict, Field, StrictFloat, StrictStr, with_config
from typing_extensions import TypedDict

from .._runtime._checks import FileInput, Format


@with_config(ConfigDict(extra="allow", strict=True))
class GenerationRequest(TypedDict):
    """Request for a model whose fields are not documented here; any further field may
    be sent.
    """

    aspect_ratio: NotRequired[str]
    """Aspect ratio, width to height."""
    audio_url: NotRequired[Annotated[str, Format("uri")]]
    """Audio track to work from."""
    duration: NotRequired[StrictFloat | StrictStr]
    """Length of the clip in seconds."""
    image_url: NotRequired[Annotated[str, Format("uri")]]
    """Image to start from."""
    image_urls: NotRequired[Sequence[Annotated[str, Format("uri")]]]
    """Reference images."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    negative_prompt: NotRequired[str | None]
    """What to keep out of the result."""
    prompt: NotRequired[str]
    """What to generate, in plain language."""
    resolution: NotRequired[str]
    """Output resolution."""
    seed: NotRequired[int | None]
    """Number that makes a result repeatable."""
    video_url: NotRequired[Annotated[str, Format("uri")]]
    """Video to work from."""


@with_config(ConfigDict(extra="allow", strict=True))
class GenerationForm(TypedDict):
    """Request with files for a model whose fields are not documented here."""

    aspect_ratio: NotRequired[str]
    """Aspect ratio, width to height."""
    audio_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Audio track to work from."""
    duration: NotRequired[StrictFloat | StrictStr]
    """Length of the clip in seconds."""
    image_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image to start from."""
    image_urls: NotRequired[Sequence[Annotated[StrictStr, Format("uri")] | FileInput]]
    """Reference images."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    negative_prompt: NotRequired[str | None]
    """What to keep out of the result."""
    prompt: NotRequired[str]
    """What to generate, in plain language."""
    resolution: NotRequired[str]
    """Output resolution."""
    seed: NotRequired[int | None]
    """Number that makes a result repeatable."""
    video_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Video to work from."""


@with_config(ConfigDict(extra="forbid", strict=True))
class FluxKontextRequest(TypedDict):
    """Request for FLUX Kontext."""

    aspect_ratio: NotRequired[str]
    """Aspect ratio, width to height; one of nine values that the page does not list.
    Default: "1:1".
    """
    image_urls: NotRequired[
        Annotated[Sequence[Annotated[str, Format("uri")]], Field(max_length=4)]
    ]
    """Reference images."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: str
    """What to generate, in plain language."""
    resolution: NotRequired[Literal["1K", "2K", "4K"]]
    """Output resolution. Default: "2K"."""


@with_config(ConfigDict(extra="forbid", strict=True))
class FluxKontextForm(TypedDict):
    """Request for FLUX Kontext with files: a media field takes a URL or a file, a list
    is a repeated field.
    """

    aspect_ratio: NotRequired[str]
    """Aspect ratio, width to height; one of nine values that the page does not list.
    Default: "1:1".
    """
    image_urls: NotRequired[
        Annotated[
            Sequence[Annotated[StrictStr, Format("uri")] | FileInput],
            Field(max_length=4),
        ]
    ]
    """Reference images."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: str
    """What to generate, in plain language."""
    resolution: NotRequired[Literal["1K", "2K", "4K"]]
    """Output resolution. Default: "2K"."""


@with_config(ConfigDict(extra="forbid", strict=True))
class GptImage15Request(TypedDict):
    """Request for GPT Image 1.5."""

    aspect_ratio: NotRequired[Literal["1:1", "3:2", "2:3"]]
    """Aspect ratio, width to height."""
    background: NotRequired[Literal["auto", "transparent", "opaque"]]
    """Background of the image."""
    image_size: NotRequired[GptImage15RequestImageSize]
    """Size in pixels."""
    image_urls: NotRequired[Sequence[Annotated[str, Format("uri")]]]
    """Reference images."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    num_images: NotRequired[Annotated[int, Field(ge=1, le=10)]]
    """How many images to make."""
    output_format: NotRequired[Literal["jpeg", "png", "webp"]]
    """File format. Default: "png"."""
    prompt: str
    """What to generate, in plain language."""
    quality: NotRequired[Literal["default", "low", "medium", "high"]]
    """Quality tier."""
    resolution: NotRequired[Literal["1080p"]]
    """Output resolution."""


@with_config(ConfigDict(extra="forbid", strict=True))
class GptImage15Form(TypedDict):
    """Request for GPT Image 1.5 with files: a media field takes a URL or a file, a list
    is a repeated field.
    """

    aspect_ratio: NotRequired[Literal["1:1", "3:2", "2:3"]]
    """Aspect ratio, width to height."""
    background: NotRequired[Literal["auto", "transparent", "opaque"]]
    """Background of the image."""
    image_size: NotRequired[GptImage15FormImageSize]
    """Size in pixels."""
    image_urls: NotRequired[Sequence[Annotated[StrictStr, Format("uri")] | FileInput]]
    """Reference images."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    num_images: NotRequired[Annotated[int, Field(ge=1, le=10)]]
    """How many images to make."""
    output_format: NotRequired[Literal["jpeg", "png", "webp"]]
    """File format. Default: "png"."""
    prompt: str
    """What to generate, in plain language."""
    quality: NotRequired[Literal["default", "low", "medium", "high"]]
    """Quality tier."""
    resolution: NotRequired[Literal["1080p"]]
    """Output resolution."""


@with_config(ConfigDict(extra="forbid", strict=True))
class GptImage2Request(TypedDict):
    """Request for GPT Image 2."""

    aspect_ratio: NotRequired[GptImage2RequestAspectRatio]
    """Aspect ratio, width to height. Default: "4:3"."""
    image_size: NotRequired[GptImage2RequestImageSize]
    """Named size. Default: "landscape_4_3"."""
    image_urls: NotRequired[Sequence[Annotated[str, Format("uri")]]]
    """Reference images."""
    mask_url: NotRequired[Annotated[str, Format("uri")] | None]
    """Mask of the area to change."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    num_images: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many images to make."""
    output_format: NotRequired[str]
    """File format; the page shows the default only. Default: "png"."""
    prompt: str
    """What to generate, in plain language."""
    quality: NotRequired[Literal["low", "medium", "high"]]
    """Quality tier. Default: "high"."""
    resolution: NotRequired[Literal["1K", "2K", "4K"]]
    """Output resolution. Default: "1K"."""
    sync_mode: NotRequired[bool]
    """Whether the file is inlined in the answer. Default: false."""


@with_config(ConfigDict(extra="forbid", strict=True))
class GptImage2Form(TypedDict):
    """Request for GPT Image 2 with files: a media field takes a URL or a file, a list
    is a repeated field.
    """

    aspect_ratio: NotRequired[GptImage2FormAspectRatio]
    """Aspect ratio, width to height. Default: "4:3"."""
    image_size: NotRequired[GptImage2FormImageSize]
    """Named size. Default: "landscape_4_3"."""
    image_urls: NotRequired[Sequence[Annotated[StrictStr, Format("uri")] | FileInput]]
    """Reference images."""
    mask_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Mask of the area to change."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    num_images: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many images to make."""
    output_format: NotRequired[str]
    """File format; the page shows the default only. Default: "png"."""
    prompt: str
    """What to generate, in plain language."""
    quality: NotRequired[Literal["low", "medium", "high"]]
    """Quality tier. Default: "high"."""
    resolution: NotRequired[Literal["1K", "2K", "4K"]]
    """Output resolution. Default: "1K"."""
    sync_mode: NotRequired[bool]
    """Whether the file is inlined in the answer. Default: false."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Hailuo23RequestAt768p(TypedDict):
    """At768p."""

    duration: NotRequired[int]
    """Length of the clip in seconds; 10 only at 768p. Default: 6."""
    first_frame_url: Annotated[str, Format("uri")]
    """Image used as the first frame."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: str
    """What to generate, in plain language."""
    prompt_optimizer: NotRequired[bool]
    """Whether the prompt is improved before use. Default: true."""
    resolution: NotRequired[Literal["768p"]]
    """Output resolution. Default: "768p"."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Hailuo23RequestBelow10Seconds(TypedDict):
    """Below10Seconds."""

    duration: NotRequired[Annotated[int, Field(le=9)]]
    """Length of the clip in seconds; 10 only at 768p. Default: 6."""
    first_frame_url: Annotated[str, Format("uri")]
    """Image used as the first frame."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: str
    """What to generate, in plain language."""
    prompt_optimizer: NotRequired[bool]
    """Whether the prompt is improved before use. Default: true."""
    resolution: NotRequired[Literal["768p", "1080p"]]
    """Output resolution. Default: "768p"."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Hailuo23FormAt768p(TypedDict):
    """At768p."""

    duration: NotRequired[int]
    """Length of the clip in seconds; 10 only at 768p. Default: 6."""
    first_frame_url: Annotated[StrictStr, Format("uri")] | FileInput
    """Image used as the first frame."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: str
    """What to generate, in plain language."""
    prompt_optimizer: NotRequired[bool]
    """Whether the prompt is improved before use. Default: true."""
    resolution: NotRequired[Literal["768p"]]
    """Output resolution. Default: "768p"."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Hailuo23FormBelow10Seconds(TypedDict):
    """Below10Seconds."""

    duration: NotRequired[Annotated[int, Field(le=9)]]
    """Length of the clip in seconds; 10 only at 768p. Default: 6."""
    first_frame_url: Annotated[StrictStr, Format("uri")] | FileInput
    """Image used as the first frame."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: str
    """What to generate, in plain language."""
    prompt_optimizer: NotRequired[bool]
    """Whether the prompt is improved before use. Default: true."""
    resolution: NotRequired[Literal["768p", "1080p"]]
    """Output resolution. Default: "768p"."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Hailuo23FastRequestAt768p(TypedDict):
    """At768p."""

    duration: NotRequired[int]
    """Length of the clip in seconds; 10 only at 768p. Default: 6."""
    first_frame_url: Annotated[str, Format("uri")]
    """Image used as the first frame."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: str
    """What to generate, in plain language."""
    prompt_optimizer: NotRequired[bool]
    """Whether the prompt is improved before use. Default: true."""
    resolution: NotRequired[Literal["768p"]]
    """Output resolution. Default: "768p"."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Hailuo23FastRequestBelow10Seconds(TypedDict):
    """Below10Seconds."""

    duration: NotRequired[Annotated[int, Field(le=9)]]
    """Length of the clip in seconds; 10 only at 768p. Default: 6."""
    first_frame_url: Annotated[str, Format("uri")]
    """Image used as the first frame."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: str
    """What to generate, in plain language."""
    prompt_optimizer: NotRequired[bool]
    """Whether the prompt is improved before use. Default: true."""
    resolution: NotRequired[Literal["768p", "1080p"]]
    """Output resolution. Default: "768p"."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Hailuo23FastFormAt768p(TypedDict):
    """At768p."""

    duration: NotRequired[int]
    """Length of the clip in seconds; 10 only at 768p. Default: 6."""
    first_frame_url: Annotated[StrictStr, Format("uri")] | FileInput
    """Image used as the first frame."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: str
    """What to generate, in plain language."""
    prompt_optimizer: NotRequired[bool]
    """Whether the prompt is improved before use. Default: true."""
    resolution: NotRequired[Literal["768p"]]
    """Output resolution. Default: "768p"."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Hailuo23FastFormBelow10Seconds(TypedDict):
    """Below10Seconds."""

    duration: NotRequired[Annotated[int, Field(le=9)]]
    """Length of the clip in seconds; 10 only at 768p. Default: 6."""
    first_frame_url: Annotated[StrictStr, Format("uri")] | FileInput
    """Image used as the first frame."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: str
    """What to generate, in plain language."""
    prompt_optimizer: NotRequired[bool]
    """Whether the prompt is improved before use. Default: true."""
    resolution: NotRequired[Literal["768p", "1080p"]]
    """Output resolution. Default: "768p"."""


@with_config(ConfigDict(extra="allow", strict=True))
class KlingO1VideoFrameToVideo(TypedDict):
    """Request for Kling O1 Video with the workflow `frame-to-video`, also taken when
    `feature` is absent.
    """

    duration: NotRequired[Annotated[int, Field(ge=3, le=10)]]
    """Length of the clip in seconds. Default: 5."""
    feature: NotRequired[Literal["frame-to-video"]]
    """Workflow to run; this one when absent. Default: "frame-to-video"."""
    first_frame_url: Annotated[str, Format("uri")]
    """Image used as the first frame."""
    last_frame_url: NotRequired[Annotated[str, Format("uri")]]
    """Image used as the last frame."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: str
    """What to generate, in plain language."""
    quality: NotRequired[Literal["standard", "pro"]]
    """Quality tier. Default: "pro"."""


@with_config(ConfigDict(extra="allow", strict=True))
class KlingO1VideoOtherWorkflow(TypedDict):
    """Request for Kling O1 Video with another workflow. Its own required fields are not
    documented.
    """

    duration: NotRequired[Annotated[int, Field(ge=3, le=10)]]
    """Length of the clip in seconds. Default: 5."""
    feature: str
    """Workflow to run."""
    first_frame_url: NotRequired[Annotated[str, Format("uri")]]
    """Image used as the first frame."""
    last_frame_url: NotRequired[Annotated[str, Format("uri")]]
    """Image used as the last frame."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: str
    """What to generate, in plain language."""
    quality: NotRequired[Literal["standard", "pro"]]
    """Quality tier. Default: "pro"."""


@with_config(ConfigDict(extra="allow", strict=True))
class KlingO1VideoForm(TypedDict):
    """Request for Kling O1 Video with files: a media field takes a URL or a file, a
    list is a repeated field.
    """

    duration: NotRequired[Annotated[int, Field(ge=3, le=10)]]
    """Length of the clip in seconds. Default: 5."""
    feature: NotRequired[str]
    """Workflow to run."""
    first_frame_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image used as the first frame."""
    last_frame_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image used as the last frame."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: str
    """What to generate, in plain language."""
    quality: NotRequired[Literal["standard", "pro"]]
    """Quality tier. Default: "pro"."""


GptImage15RequestImageSize: TypeAlias = Literal[
    "default",
    "1024x1024",
    "1536x1024",
    "1024x1536",
]
"""Size in pixels."""

GptImage15FormImageSize: TypeAlias = Literal[
    "default",
    "1024x1024",
    "1536x1024",
    "1024x1536",
]
"""Size in pixels."""

GptImage2RequestAspectRatio: TypeAlias = Literal[
    "1:1",
    "16:9",
    "9:16",
    "4:3",
    "3:4",
    "3:2",
    "2:3",
]
"""Aspect ratio, width to height."""

GptImage2RequestImageSize: TypeAlias = Literal[
    "auto",
    "square_hd",
    "square",
    "portrait_4_3",
    "portrait_16_9",
    "landscape_4_3",
    "landscape_16_9",
]
"""Named size."""

GptImage2FormAspectRatio: TypeAlias = Literal[
    "1:1",
    "16:9",
    "9:16",
    "4:3",
    "3:4",
    "3:2",
    "2:3",
]
"""Aspect ratio, width to height."""

GptImage2FormImageSize: TypeAlias = Literal[
    "auto",
    "square_hd",
    "square",
    "portrait_4_3",
    "portrait_16_9",
    "landscape_4_3",
    "landscape_16_9",
]
"""Named size."""

Hailuo23Request: TypeAlias = Hailuo23RequestAt768p | Hailuo23RequestBelow10Seconds
"""Request for Hailuo 2.3."""

Hailuo23Form: TypeAlias = Hailuo23FormAt768p | Hailuo23FormBelow10Seconds
"""Request for Hailuo 2.3 with files: a media field takes a URL or a file, a list is a
repeated field.
"""

Hailuo23FastRequest: TypeAlias = (
    Hailuo23FastRequestAt768p | Hailuo23FastRequestBelow10Seconds
)
"""Request for Hailuo 2.3 Fast."""

Hailuo23FastForm: TypeAlias = Hailuo23FastFormAt768p | Hailuo23FastFormBelow10Seconds
"""Request for Hailuo 2.3 Fast with files: a media field takes a URL or a file, a list
is a repeated field.
"""

KlingO1VideoRequest: TypeAlias = KlingO1VideoFrameToVideo | KlingO1VideoOtherWorkflow
"""Request for Kling O1 Video; `feature` selects the workflow."""
