"""Inputs of generation 4."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, NotRequired, TypeAlias

from pydantic import ConfigDict, Field, StrictStr, with_config
from typing_extensions import TypedDict

from .._runtime._checks import FileInput, Format


@with_config(ConfigDict(extra="forbid", strict=True))
class Sora2Request(TypedDict):
    """Request for Sora 2."""

    aspect_ratio: NotRequired[Literal["9:16", "16:9"]]
    """Aspect ratio, width to height. Default: "9:16"."""
    duration: NotRequired[int]
    """Length of the clip in seconds. The model takes a fixed set of lengths that its
    page does not list. Default: 4.
    """
    first_frame_url: NotRequired[Annotated[str, Format("uri")]]
    """Image used as the first frame."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: str
    """What to generate, in plain language."""
    resolution: NotRequired[Literal["720p"]]
    """Output resolution."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Sora2Form(TypedDict):
    """Request for Sora 2 with files: a media field takes a URL or a file, a list is a
    repeated field.
    """

    aspect_ratio: NotRequired[Literal["9:16", "16:9"]]
    """Aspect ratio, width to height. Default: "9:16"."""
    duration: NotRequired[int]
    """Length of the clip in seconds. The model takes a fixed set of lengths that its
    page does not list. Default: 4.
    """
    first_frame_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image used as the first frame."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: str
    """What to generate, in plain language."""
    resolution: NotRequired[Literal["720p"]]
    """Output resolution."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Sora2ProRequest(TypedDict):
    """Request for Sora 2 Pro."""

    aspect_ratio: NotRequired[str]
    """Aspect ratio, width to height; the page shows the default only. Default: "9:16"."""
    first_frame_url: NotRequired[Annotated[str, Format("uri")] | None]
    """Image used as the first frame."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: str
    """What to generate, in plain language."""
    resolution: NotRequired[Literal["720p", "1080p"]]
    """Output resolution. Default: "720p"."""
    seconds: NotRequired[int]
    """Length of the clip in seconds. The model takes a fixed set of lengths that its
    page does not list. Default: 4.
    """


@with_config(ConfigDict(extra="forbid", strict=True))
class Sora2ProForm(TypedDict):
    """Request for Sora 2 Pro with files: a media field takes a URL or a file, a list is
    a repeated field.
    """

    aspect_ratio: NotRequired[str]
    """Aspect ratio, width to height; the page shows the default only. Default: "9:16"."""
    first_frame_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image used as the first frame."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: str
    """What to generate, in plain language."""
    resolution: NotRequired[Literal["720p", "1080p"]]
    """Output resolution. Default: "720p"."""
    seconds: NotRequired[int]
    """Length of the clip in seconds. The model takes a fixed set of lengths that its
    page does not list. Default: 4.
    """


@with_config(ConfigDict(extra="forbid", strict=True))
class Veo31Request(TypedDict):
    """Request for Veo 3.1."""

    aspect_ratio: NotRequired[Literal["16:9", "9:16"]]
    """Aspect ratio, width to height. Default: "16:9"."""
    duration: NotRequired[int]
    """Length of the clip in seconds. The model takes a fixed set of lengths that its
    page does not list. Default: 8.
    """
    first_frame_url: NotRequired[Annotated[str, Format("uri")]]
    """Image used as the first frame."""
    generate_audio: NotRequired[bool]
    """Whether a soundtrack is generated. Default: true."""
    last_frame_url: NotRequired[Annotated[str, Format("uri")]]
    """Image used as the last frame."""
    mode: NotRequired[Literal["text-image", "reference", "frames"]]
    """Which inputs lead the generation."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    negative_prompt: NotRequired[str | None]
    """What to keep out of the result."""
    prompt: str
    """What to generate, in plain language."""
    reference_image_urls: NotRequired[Sequence[Annotated[str, Format("uri")]]]
    """Reference images."""
    resolution: NotRequired[Literal["720p", "1080p"]]
    """Output resolution. Default: "1080p"."""
    seed: NotRequired[int | None]
    """Number that makes a result repeatable."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Veo31Form(TypedDict):
    """Request for Veo 3.1 with files: a media field takes a URL or a file, a list is a
    repeated field.
    """

    aspect_ratio: NotRequired[Literal["16:9", "9:16"]]
    """Aspect ratio, width to height. Default: "16:9"."""
    duration: NotRequired[int]
    """Length of the clip in seconds. The model takes a fixed set of lengths that its
    page does not list. Default: 8.
    """
    first_frame_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image used as the first frame."""
    generate_audio: NotRequired[bool]
    """Whether a soundtrack is generated. Default: true."""
    last_frame_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image used as the last frame."""
    mode: NotRequired[Literal["text-image", "reference", "frames"]]
    """Which inputs lead the generation."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    negative_prompt: NotRequired[str | None]
    """What to keep out of the result."""
    prompt: str
    """What to generate, in plain language."""
    reference_image_urls: NotRequired[
        Sequence[Annotated[StrictStr, Format("uri")] | FileInput]
    ]
    """Reference images."""
    resolution: NotRequired[Literal["720p", "1080p"]]
    """Output resolution. Default: "1080p"."""
    seed: NotRequired[int | None]
    """Number that makes a result repeatable."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Veo31FastRequest(TypedDict):
    """Request for Veo 3.1 Fast."""

    aspect_ratio: NotRequired[Literal["16:9", "9:16"]]
    """Aspect ratio, width to height. Default: "16:9"."""
    duration: NotRequired[int]
    """Length of the clip in seconds. The model takes a fixed set of lengths that its
    page does not list. Default: 8.
    """
    first_frame_url: NotRequired[Annotated[str, Format("uri")]]
    """Image used as the first frame."""
    generate_audio: NotRequired[bool]
    """Whether a soundtrack is generated. Default: true."""
    last_frame_url: NotRequired[Annotated[str, Format("uri")]]
    """Image used as the last frame."""
    mode: NotRequired[Literal["text-image", "reference", "frames"]]
    """Which inputs lead the generation."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    negative_prompt: NotRequired[str | None]
    """What to keep out of the result."""
    prompt: str
    """What to generate, in plain language."""
    reference_image_urls: NotRequired[Sequence[Annotated[str, Format("uri")]]]
    """Reference images."""
    resolution: NotRequired[Literal["720p", "1080p"]]
    """Output resolution. Default: "1080p"."""
    seed: NotRequired[int | None]
    """Number that makes a result repeatable."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Veo31FastForm(TypedDict):
    """Request for Veo 3.1 Fast with files: a media field takes a URL or a file, a list
    is a repeated field.
    """

    aspect_ratio: NotRequired[Literal["16:9", "9:16"]]
    """Aspect ratio, width to height. Default: "16:9"."""
    duration: NotRequired[int]
    """Length of the clip in seconds. The model takes a fixed set of lengths that its
    page does not list. Default: 8.
    """
    first_frame_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image used as the first frame."""
    generate_audio: NotRequired[bool]
    """Whether a soundtrack is generated. Default: true."""
    last_frame_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image used as the last frame."""
    mode: NotRequired[Literal["text-image", "reference", "frames"]]
    """Which inputs lead the generation."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    negative_prompt: NotRequired[str | None]
    """What to keep out of the result."""
    prompt: str
    """What to generate, in plain language."""
    reference_image_urls: NotRequired[
        Sequence[Annotated[StrictStr, Format("uri")] | FileInput]
    ]
    """Reference images."""
    resolution: NotRequired[Literal["720p", "1080p"]]
    """Output resolution. Default: "1080p"."""
    seed: NotRequired[int | None]
    """Number that makes a result repeatable."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Veo31LiteRequest(TypedDict):
    """Request for Veo 3.1 Lite."""

    aspect_ratio: NotRequired[str]
    """Aspect ratio, width to height."""
    auto_fix: NotRequired[bool]
    """Whether a rejected prompt is rewritten and tried again. Default: true."""
    first_frame_url: NotRequired[Annotated[str, Format("uri")]]
    """Image used as the first frame."""
    image_url: NotRequired[Annotated[str, Format("uri")]]
    """Image to start from."""
    image_urls: NotRequired[Sequence[Annotated[str, Format("uri")]]]
    """Reference images."""
    last_frame_url: NotRequired[Annotated[str, Format("uri")]]
    """Image used as the last frame."""
    mode: NotRequired[Literal["text-image", "frames"]]
    """Which inputs lead the generation."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    negative_prompt: NotRequired[str | None]
    """What to keep out of the result."""
    prompt: str
    """What to generate, in plain language."""
    resolution: NotRequired[str]
    """Output resolution; the page shows the default only. Default: "720p"."""
    seed: NotRequired[int | None]
    """Number that makes a result repeatable."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Veo31LiteForm(TypedDict):
    """Request for Veo 3.1 Lite with files: a media field takes a URL or a file, a list
    is a repeated field.
    """

    aspect_ratio: NotRequired[str]
    """Aspect ratio, width to height."""
    auto_fix: NotRequired[bool]
    """Whether a rejected prompt is rewritten and tried again. Default: true."""
    first_frame_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image used as the first frame."""
    image_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image to start from."""
    image_urls: NotRequired[Sequence[Annotated[StrictStr, Format("uri")] | FileInput]]
    """Reference images."""
    last_frame_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image used as the last frame."""
    mode: NotRequired[Literal["text-image", "frames"]]
    """Which inputs lead the generation."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    negative_prompt: NotRequired[str | None]
    """What to keep out of the result."""
    prompt: str
    """What to generate, in plain language."""
    resolution: NotRequired[str]
    """Output resolution; the page shows the default only. Default: "720p"."""
    seed: NotRequired[int | None]
    """Number that makes a result repeatable."""


@with_config(ConfigDict(extra="forbid", strict=True))
class ViduQ3Request(TypedDict):
    """Request for Vidu Q3."""

    aspect_ratio: NotRequired[Literal["16:9", "9:16", "1:1"]]
    """Aspect ratio, width to height."""
    audio: NotRequired[bool]
    """Older spelling of `generate_audio`. Default: false."""
    duration: NotRequired[Annotated[int, Field(ge=1, le=16)]]
    """Length of the clip in seconds. Default: 8."""
    first_frame_url: NotRequired[Annotated[str, Format("uri")]]
    """Image used as the first frame."""
    generate_audio: NotRequired[bool]
    """Whether a soundtrack is generated. Default: false."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: Annotated[str, Field(max_length=3000)]
    """What to generate, in plain language."""
    resolution: NotRequired[Literal["360p", "540p", "720p", "1080p"]]
    """Output resolution. Default: "720p"."""
    seed: NotRequired[int | None]
    """Number that makes a result repeatable."""


@with_config(ConfigDict(extra="forbid", strict=True))
class ViduQ3Form(TypedDict):
    """Request for Vidu Q3 with files: a media field takes a URL or a file, a list is a
    repeated field.
    """

    aspect_ratio: NotRequired[Literal["16:9", "9:16", "1:1"]]
    """Aspect ratio, width to height."""
    audio: NotRequired[bool]
    """Older spelling of `generate_audio`. Default: false."""
    duration: NotRequired[Annotated[int, Field(ge=1, le=16)]]
    """Length of the clip in seconds. Default: 8."""
    first_frame_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image used as the first frame."""
    generate_audio: NotRequired[bool]
    """Whether a soundtrack is generated. Default: false."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: Annotated[str, Field(max_length=3000)]
    """What to generate, in plain language."""
    resolution: NotRequired[Literal["360p", "540p", "720p", "1080p"]]
    """Output resolution. Default: "720p"."""
    seed: NotRequired[int | None]
    """Number that makes a result repeatable."""


@with_config(ConfigDict(extra="forbid", strict=True))
class WanV27Request(TypedDict):
    """Request for Wan 2.7 Image."""

    aspect_ratio: NotRequired[Literal["1:1", "3:4", "9:16", "4:3", "16:9"]]
    """Aspect ratio, width to height. Default: "1:1"."""
    image_urls: NotRequired[
        Annotated[Sequence[Annotated[str, Format("uri")]], Field(max_length=4)]
    ]
    """Reference images."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    negative_prompt: NotRequired[Annotated[str, Field(max_length=500)]]
    """What to keep out of the result. Default: ""."""
    num_images: NotRequired[Annotated[int, Field(ge=1, le=5)]]
    """How many images to make. Default: 1."""
    prompt: Annotated[str, Field(min_length=1, max_length=2000)]
    """What to generate, in plain language."""
    seed: NotRequired[Annotated[int, Field(ge=0, le=2147483647)] | None]
    """Number that makes a result repeatable."""


@with_config(ConfigDict(extra="forbid", strict=True))
class WanV27Form(TypedDict):
    """Request for Wan 2.7 Image with files: a media field takes a URL or a file, a list
    is a repeated field.
    """

    aspect_ratio: NotRequired[Literal["1:1", "3:4", "9:16", "4:3", "16:9"]]
    """Aspect ratio, width to height. Default: "1:1"."""
    image_urls: NotRequired[
        Annotated[
            Sequence[Annotated[StrictStr, Format("uri")] | FileInput],
            Field(max_length=4),
        ]
    ]
    """Reference images."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    negative_prompt: NotRequired[Annotated[str, Field(max_length=500)]]
    """What to keep out of the result. Default: ""."""
    num_images: NotRequired[Annotated[int, Field(ge=1, le=5)]]
    """How many images to make. Default: 1."""
    prompt: Annotated[str, Field(min_length=1, max_length=2000)]
    """What to generate, in plain language."""
    seed: NotRequired[Annotated[int, Field(ge=0, le=2147483647)] | None]
    """Number that makes a result repeatable."""


@with_config(ConfigDict(extra="allow", strict=True))
class WanV27VideoTextImage(TypedDict):
    """Request for Wan 2.7 Video with the workflow `text-image`, also taken when
    `feature` is absent.
    """

    audio_url: NotRequired[Annotated[str, Format("uri")]]
    """Audio track to work from."""
    enable_prompt_expansion: NotRequired[bool]
    """Whether the prompt is extended before use. Default: true."""
    end_image_url: NotRequired[Annotated[str, Format("uri")]]
    """Image the clip ends on."""
    feature: NotRequired[Literal["text-image"]]
    """Workflow to run; this one when absent. Default: "text-image"."""
    image_url: NotRequired[Annotated[str, Format("uri")]]
    """Image to start from."""
    multi_shots: NotRequired[bool]
    """Whether the clip may have several shots."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    negative_prompt: NotRequired[str | None]
    """What to keep out of the result."""
    prompt: NotRequired[str]
    """What to generate, in plain language."""
    reference_image_url: NotRequired[Annotated[str, Format("uri")]]
    """One reference image."""
    reference_image_urls: NotRequired[
        Annotated[Sequence[Annotated[str, Format("uri")]], Field(max_length=8)]
    ]
    """Reference images."""
    video_refs: NotRequired[
        Annotated[Sequence[Annotated[str, Format("uri")]], Field(max_length=8)]
    ]
    """Reference videos."""
    video_url: NotRequired[Annotated[str, Format("uri")]]
    """Video to work from."""


@with_config(ConfigDict(extra="allow", strict=True))
class WanV27VideoOtherWorkflow(TypedDict):
    """Request for Wan 2.7 Video with another workflow. Its own required fields are not
    documented.
    """

    audio_url: NotRequired[Annotated[str, Format("uri")]]
    """Audio track to work from."""
    enable_prompt_expansion: NotRequired[bool]
    """Whether the prompt is extended before use. Default: true."""
    end_image_url: NotRequired[Annotated[str, Format("uri")]]
    """Image the clip ends on."""
    feature: str
    """Workflow to run."""
    image_url: NotRequired[Annotated[str, Format("uri")]]
    """Image to start from."""
    multi_shots: NotRequired[bool]
    """Whether the clip may have several shots."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    negative_prompt: NotRequired[str | None]
    """What to keep out of the result."""
    prompt: NotRequired[str]
    """What to generate, in plain language."""
    reference_image_url: NotRequired[Annotated[str, Format("uri")]]
    """One reference image."""
    reference_image_urls: NotRequired[
        Annotated[Sequence[Annotated[str, Format("uri")]], Field(max_length=8)]
    ]
    """Reference images."""
    video_refs: NotRequired[
        Annotated[Sequence[Annotated[str, Format("uri")]], Field(max_length=8)]
    ]
    """Reference videos."""
    video_url: NotRequired[Annotated[str, Format("uri")]]
    """Video to work from."""


@with_config(ConfigDict(extra="allow", strict=True))
class WanV27VideoForm(TypedDict):
    """Request for Wan 2.7 Video with files: a media field takes a URL or a file, a list
    is a repeated field.
    """

    audio_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Audio track to work from."""
    enable_prompt_expansion: NotRequired[bool]
    """Whether the prompt is extended before use. Default: true."""
    end_image_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image the clip ends on."""
    feature: NotRequired[str]
    """Workflow to run."""
    image_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image to start from."""
    multi_shots: NotRequired[bool]
    """Whether the clip may have several shots."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    negative_prompt: NotRequired[str | None]
    """What to keep out of the result."""
    prompt: NotRequired[str]
    """What to generate, in plain language."""
    reference_image_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """One reference image."""
    reference_image_urls: NotRequired[
        Annotated[
            Sequence[Annotated[StrictStr, Format("uri")] | FileInput],
            Field(max_length=8),
        ]
    ]
    """Reference images."""
    video_refs: NotRequired[
        Annotated[
            Sequence[Annotated[StrictStr, Format("uri")] | FileInput],
            Field(max_length=8),
        ]
    ]
    """Reference videos."""
    video_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Video to work from."""


@with_config(ConfigDict(extra="forbid", strict=True))
class ZImageRequest(TypedDict):
    """Request for Z-Image."""

    aspect_ratio: NotRequired[str]
    """Aspect ratio, width to height; one of ten values that the page does not list.
    Older pages also know `match_input_image`. Default: "1:1".
    """
    image_url: NotRequired[Annotated[str, Format("uri")] | None]
    """Image to start from."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    output_format: NotRequired[Literal["jpg", "png"]]
    """File format. Default: "jpg"."""
    prompt: str
    """What to generate, in plain language."""
    resolution: NotRequired[Literal["720p", "1080p"]]
    """Output resolution. Default: "720p"."""


@with_config(ConfigDict(extra="forbid", strict=True))
class ZImageForm(TypedDict):
    """Request for Z-Image with files: a media field takes a URL or a file, a list is a
    repeated field.
    """

    aspect_ratio: NotRequired[str]
    """Aspect ratio, width to height; one of ten values that the page does not list.
    Older pages also know `match_input_image`. Default: "1:1".
    """
    image_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image to start from."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    output_format: NotRequired[Literal["jpg", "png"]]
    """File format. Default: "jpg"."""
    prompt: str
    """What to generate, in plain language."""
    resolution: NotRequired[Literal["720p", "1080p"]]
    """Output resolution. Default: "720p"."""


WanV27VideoRequest: TypeAlias = WanV27VideoTextImage | WanV27VideoOtherWorkflow
"""Request for Wan 2.7 Video; `feature` selects the workflow. The page marks
`audio_url`, `negative_prompt` and `enable_prompt_expansion` as required, without saying
for which workflow; none is demanded here.
"""
