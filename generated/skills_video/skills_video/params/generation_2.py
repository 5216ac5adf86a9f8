"""Inputs of generation 2."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal, NotRequired, TypeAlias

from pydantic import ConfigDict, Field, StrictStr, with_config
from typing_extensions import TypedDict

from .._runtime._checks import FileInput, Format
from .._runtime._model import lazy

if TYPE_CHECKING:
    from .generation_3 import PixverseV6OtherWorkflow
else:
    PixverseV6OtherWorkflow = lazy(__name__, "generation_3", "PixverseV6OtherWorkflow")


@with_config(ConfigDict(extra="allow", strict=True))
class KlingO3VideoRequest(TypedDict):
    """Request for Kling O3 Video. Five workflows share this endpoint; `feature` selects
    one, and without it the first applies. Fields beyond these may be sent.
    """

    aspect_ratio: NotRequired[Literal["9:16", "16:9", "1:1"]]
    """Aspect ratio, width to height. Default: "16:9"."""
    duration: NotRequired[Annotated[int, Field(ge=3, le=15)]]
    """Length of the clip in seconds. Default: 5."""
    end_image_url: NotRequired[Annotated[str, Format("uri")]]
    """Image the clip ends on."""
    feature: NotRequired[str]
    """Workflow to run."""
    first_frame_url: NotRequired[Annotated[str, Format("uri")]]
    """Image used as the first frame."""
    generate_audio: NotRequired[bool]
    """Whether a soundtrack is generated. Default: true."""
    image_url: NotRequired[Annotated[str, Format("uri")]]
    """Image to start from."""
    image_urls: NotRequired[Sequence[Annotated[str, Format("uri")]] | None]
    """Reference images."""
    keep_audio: NotRequired[bool]
    """Whether the sound of the source video is kept. Default: true."""
    last_frame_url: NotRequired[Annotated[str, Format("uri")]]
    """Image used as the last frame."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: str
    """What to generate, in plain language."""
    quality: NotRequired[str]
    """Quality tier. Default: "pro"."""
    start_image_url: NotRequired[Annotated[str, Format("uri")]]
    """Image the clip starts on."""
    video_url: NotRequired[Annotated[str, Format("uri")]]
    """Video to work from."""


@with_config(ConfigDict(extra="allow", strict=True))
class KlingO3VideoForm(TypedDict):
    """Request for Kling O3 Video with files: a media field takes a URL or a file, a
    list is a repeated field.
    """

    aspect_ratio: NotRequired[Literal["9:16", "16:9", "1:1"]]
    """Aspect ratio, width to height. Default: "16:9"."""
    duration: NotRequired[Annotated[int, Field(ge=3, le=15)]]
    """Length of the clip in seconds. Default: 5."""
    end_image_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image the clip ends on."""
    feature: NotRequired[str]
    """Workflow to run."""
    first_frame_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image used as the first frame."""
    generate_audio: NotRequired[bool]
    """Whether a soundtrack is generated. Default: true."""
    image_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image to start from."""
    image_urls: NotRequired[Sequence[Annotated[StrictStr, Format("uri")] | FileInput]]
    """Reference images."""
    keep_audio: NotRequired[bool]
    """Whether the sound of the source video is kept. Default: true."""
    last_frame_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image used as the last frame."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: str
    """What to generate, in plain language."""
    quality: NotRequired[str]
    """Quality tier. Default: "pro"."""
    start_image_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image the clip starts on."""
    video_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Video to work from."""


@with_config(ConfigDict(extra="allow", strict=True))
class KlingV25TurboTextToVideo(TypedDict):
    """Request for Kling 2.5 Turbo with the workflow `text-to-video`, also taken when
    `feature` is absent.
    """

    aspect_ratio: NotRequired[Literal["9:16", "16:9", "1:1"]]
    """Aspect ratio, width to height. Default: "16:9"."""
    duration: NotRequired[int]
    """Length of the clip in seconds. The model takes a fixed set of lengths that its
    page does not list. Default: 5.
    """
    feature: NotRequired[Literal["text-to-video"]]
    """Workflow to run; this one when absent. Default: "text-to-video"."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    negative_prompt: NotRequired[str | None]
    """What to keep out of the result."""
    prompt: str
    """What to generate, in plain language."""


@with_config(ConfigDict(extra="allow", strict=True))
class KlingV25TurboOtherWorkflow(TypedDict):
    """Request for Kling 2.5 Turbo with another workflow. Its own required fields are
    not documented.
    """

    aspect_ratio: NotRequired[Literal["9:16", "16:9", "1:1"]]
    """Aspect ratio, width to height. Default: "16:9"."""
    duration: NotRequired[int]
    """Length of the clip in seconds. The model takes a fixed set of lengths that its
    page does not list. Default: 5.
    """
    feature: str
    """Workflow to run."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    negative_prompt: NotRequired[str | None]
    """What to keep out of the result."""
    prompt: str
    """What to generate, in plain language."""


@with_config(ConfigDict(extra="allow", strict=True))
class KlingV26TextImageToVideo(TypedDict):
    """Request for Kling 2.6 with the workflow `text-image-to-video`, also taken when
    `feature` is absent.
    """

    aspect_ratio: NotRequired[Literal["9:16", "16:9", "1:1"]]
    """Aspect ratio, width to height. Default: "16:9"."""
    character_orientation: NotRequired[Literal["image", "video"]]
    """Whether the figure follows the image or the video. Default: "video"."""
    duration: NotRequired[int]
    """Length of the clip in seconds. The model takes a fixed set of lengths that its
    page does not list. Default: 5.
    """
    end_image_url: NotRequired[Annotated[str, Format("uri")]]
    """Image the clip ends on."""
    feature: NotRequired[Literal["text-image-to-video"]]
    """Workflow to run; this one when absent. Default: "text-image-to-video"."""
    generate_audio: NotRequired[bool]
    """Whether a soundtrack is generated. Default: true."""
    image_url: NotRequired[Annotated[str, Format("uri")]]
    """Image to start from."""
    keep_original_sound: NotRequired[bool]
    """Whether the sound of the source video is kept. Default: true."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    negative_prompt: NotRequired[str | None]
    """What to keep out of the result."""
    prompt: str
    """What to generate, in plain language."""
    quality: NotRequired[Literal["standard", "pro"]]
    """Quality tier. Default: "standard"."""
    video_url: NotRequired[Annotated[str, Format("uri")]]
    """Video to work from."""


@with_config(ConfigDict(extra="allow", strict=True))
class KlingV26OtherWorkflow(TypedDict):
    """Request for Kling 2.6 with another workflow. Motion transfer and any later
    workflow.
    """

    aspect_ratio: NotRequired[Literal["9:16", "16:9", "1:1"]]
    """Aspect ratio, width to height. Default: "16:9"."""
    character_orientation: NotRequired[Literal["image", "video"]]
    """Whether the figure follows the image or the video. Default: "video"."""
    duration: NotRequired[int]
    """Length of the clip in seconds. The model takes a fixed set of lengths that its
    page does not list. Default: 5.
    """
    end_image_url: NotRequired[Annotated[str, Format("uri")]]
    """Image the clip ends on."""
    feature: str
    """Workflow to run."""
    generate_audio: NotRequired[bool]
    """Whether a soundtrack is generated. Default: true."""
    image_url: NotRequired[Annotated[str, Format("uri")]]
    """Image to start from."""
    keep_original_sound: NotRequired[bool]
    """Whether the sound of the source video is kept. Default: true."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    negative_prompt: NotRequired[str | None]
    """What to keep out of the result."""
    prompt: str
    """What to generate, in plain language."""
    quality: NotRequired[Literal["standard", "pro"]]
    """Quality tier. Default: "standard"."""
    video_url: NotRequired[Annotated[str, Format("uri")]]
    """Video to work from."""


@with_config(ConfigDict(extra="allow", strict=True))
class KlingV26Form(TypedDict):
    """Request for Kling 2.6 with files: a media field takes a URL or a file, a list is
    a repeated field.
    """

    aspect_ratio: NotRequired[Literal["9:16", "16:9", "1:1"]]
    """Aspect ratio, width to height. Default: "16:9"."""
    character_orientation: NotRequired[Literal["image", "video"]]
    """Whether the figure follows the image or the video. Default: "video"."""
    duration: NotRequired[int]
    """Length of the clip in seconds. The model takes a fixed set of lengths that its
    page does not list. Default: 5.
    """
    end_image_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image the clip ends on."""
    feature: NotRequired[str]
    """Workflow to run."""
    generate_audio: NotRequired[bool]
    """Whether a soundtrack is generated. Default: true."""
    image_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image to start from."""
    keep_original_sound: NotRequired[bool]
    """Whether the sound of the source video is kept. Default: true."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    negative_prompt: NotRequired[str | None]
    """What to keep out of the result."""
    prompt: str
    """What to generate, in plain language."""
    quality: NotRequired[Literal["standard", "pro"]]
    """Quality tier. Default: "standard"."""
    video_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Video to work from."""


@with_config(ConfigDict(extra="forbid", strict=True))
class KlingV3VideoRequest(TypedDict):
    """Request for Kling 3 Video."""

    aspect_ratio: NotRequired[Literal["9:16", "16:9", "1:1"]]
    """Aspect ratio, width to height. Default: "16:9"."""
    duration: NotRequired[Annotated[int, Field(ge=3, le=15)]]
    """Length of the clip in seconds. Default: 5."""
    first_frame_url: NotRequired[Annotated[str, Format("uri")]]
    """Image used as the first frame."""
    generate_audio: NotRequired[bool]
    """Whether a soundtrack is generated. Default: true."""
    image_url: NotRequired[Annotated[str, Format("uri")]]
    """Image to start from."""
    last_frame_url: NotRequired[Annotated[str, Format("uri")]]
    """Image used as the last frame."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    negative_prompt: NotRequired[str | None]
    """What to keep out of the result."""
    prompt: str
    """What to generate, in plain language."""
    quality: NotRequired[Literal["standard", "pro"]]
    """Quality tier. Default: "standard"."""


@with_config(ConfigDict(extra="forbid", strict=True))
class KlingV3VideoForm(TypedDict):
    """Request for Kling 3 Video with files: a media field takes a URL or a file, a list
    is a repeated field.
    """

    aspect_ratio: NotRequired[Literal["9:16", "16:9", "1:1"]]
    """Aspect ratio, width to height. Default: "16:9"."""
    duration: NotRequired[Annotated[int, Field(ge=3, le=15)]]
    """Length of the clip in seconds. Default: 5."""
    first_frame_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image used as the first frame."""
    generate_audio: NotRequired[bool]
    """Whether a soundtrack is generated. Default: true."""
    image_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image to start from."""
    last_frame_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image used as the last frame."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    negative_prompt: NotRequired[str | None]
    """What to keep out of the result."""
    prompt: str
    """What to generate, in plain language."""
    quality: NotRequired[Literal["standard", "pro"]]
    """Quality tier. Default: "standard"."""


@with_config(ConfigDict(extra="allow", strict=True))
class Ltx23TextImage(TypedDict):
    """Request for LTX 2.3 with the workflow `text-image`, also taken when `feature` is
    absent.
    """

    feature: NotRequired[Literal["text-image"]]
    """Workflow to run; this one when absent. Default: "text-image"."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: str
    """What to generate, in plain language."""


@with_config(ConfigDict(extra="allow", strict=True))
class Ltx23OtherWorkflow(TypedDict):
    """Request for LTX 2.3 with another workflow. Its own required fields are not
    documented.
    """

    feature: str
    """Workflow to run."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: NotRequired[str | None]
    """What to generate, in plain language."""


@with_config(ConfigDict(extra="forbid", strict=True))
class LumaRay2Request(TypedDict):
    """Request for Luma Ray 2."""

    aspect_ratio: NotRequired[LumaRay2RequestAspectRatio]
    """Aspect ratio, width to height. Default: "16:9"."""
    duration: NotRequired[int]
    """Length of the clip in seconds. The model takes a fixed set of lengths that its
    page does not list. Default: 5.
    """
    end_frame_url: NotRequired[Annotated[str, Format("uri")]]
    """Image used as the end frame."""
    first_frame_url: NotRequired[Annotated[str, Format("uri")]]
    """Image used as the first frame."""
    loop: NotRequired[bool]
    """Whether the end leads back into the beginning."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: str
    """What to generate, in plain language."""
    resolution: NotRequired[Literal["540p", "720p", "1080p"]]
    """Output resolution. Default: "540p"."""


@with_config(ConfigDict(extra="forbid", strict=True))
class LumaRay2Form(TypedDict):
    """Request for Luma Ray 2 with files: a media field takes a URL or a file, a list is
    a repeated field.
    """

    aspect_ratio: NotRequired[LumaRay2FormAspectRatio]
    """Aspect ratio, width to height. Default: "16:9"."""
    duration: NotRequired[int]
    """Length of the clip in seconds. The model takes a fixed set of lengths that its
    page does not list. Default: 5.
    """
    end_frame_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image used as the end frame."""
    first_frame_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image used as the first frame."""
    loop: NotRequired[bool]
    """Whether the end leads back into the beginning."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: str
    """What to generate, in plain language."""
    resolution: NotRequired[Literal["540p", "720p", "1080p"]]
    """Output resolution. Default: "540p"."""


@with_config(ConfigDict(extra="allow", strict=True))
class NanoBananaProRequest(TypedDict):
    """Request for Nano Banana Pro."""

    aspect_ratio: NotRequired[str]
    """Aspect ratio, width to height."""
    image_urls: NotRequired[Sequence[Annotated[str, Format("uri")]]]
    """Reference images."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: NotRequired[str]
    """What to generate, in plain language."""
    resolution: NotRequired[str]
    """Output resolution."""


@with_config(ConfigDict(extra="allow", strict=True))
class NanoBananaProForm(TypedDict):
    """Request for Nano Banana Pro with files: a media field takes a URL or a file, a
    list is a repeated field.
    """

    aspect_ratio: NotRequired[str]
    """Aspect ratio, width to height."""
    image_urls: NotRequired[Sequence[Annotated[StrictStr, Format("uri")] | FileInput]]
    """Reference images."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: NotRequired[str]
    """What to generate, in plain language."""
    resolution: NotRequired[str]
    """Output resolution."""


@with_config(ConfigDict(extra="forbid", strict=True))
class PixverseLipsyncRequest(TypedDict):
    """Request for PixVerse Lipsync."""

    audio_url: Annotated[str, Format("uri")]
    """Audio track to work from."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    video_url: Annotated[str, Format("uri")]
    """Video to work from."""


@with_config(ConfigDict(extra="forbid", strict=True))
class PixverseLipsyncForm(TypedDict):
    """Request for PixVerse Lipsync with files: a media field takes a URL or a file, a
    list is a repeated field.
    """

    audio_url: Annotated[StrictStr, Format("uri")] | FileInput
    """Audio track to work from."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    video_url: Annotated[StrictStr, Format("uri")] | FileInput
    """Video to work from."""


@with_config(ConfigDict(extra="forbid", strict=True))
class PixverseV56Request(TypedDict):
    """Request for PixVerse 5.6."""

    aspect_ratio: NotRequired[Literal["16:9", "4:3", "1:1", "3:4", "9:16"]]
    """Aspect ratio, width to height. Default: "16:9"."""
    duration: NotRequired[int]
    """Length of the clip in seconds. The model takes a fixed set of lengths that its
    page does not list. Default: 5.
    """
    end_frame_url: NotRequired[Annotated[str, Format("uri")]]
    """Image used as the end frame."""
    first_frame_url: NotRequired[Annotated[str, Format("uri")]]
    """Image used as the first frame."""
    generate_audio: NotRequired[bool]
    """Whether a soundtrack is generated. Default: false."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    negative_prompt: NotRequired[str]
    """What to keep out of the result. Default: ""."""
    prompt: str
    """What to generate, in plain language."""
    resolution: NotRequired[Literal["540p", "720p", "1080p"]]
    """Output resolution. Default: "720p"."""
    style: NotRequired[PixverseV56RequestStyle]
    """Look of the clip."""
    thinking_type: NotRequired[Literal["enabled", "disabled", "auto"]]
    """Whether the prompt is reasoned over first. Default: "auto"."""


@with_config(ConfigDict(extra="forbid", strict=True))
class PixverseV56Form(TypedDict):
    """Request for PixVerse 5.6 with files: a media field takes a URL or a file, a list
    is a repeated field.
    """

    aspect_ratio: NotRequired[Literal["16:9", "4:3", "1:1", "3:4", "9:16"]]
    """Aspect ratio, width to height. Default: "16:9"."""
    duration: NotRequired[int]
    """Length of the clip in seconds. The model takes a fixed set of lengths that its
    page does not list. Default: 5.
    """
    end_frame_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image used as the end frame."""
    first_frame_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image used as the first frame."""
    generate_audio: NotRequired[bool]
    """Whether a soundtrack is generated. Default: false."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    negative_prompt: NotRequired[str]
    """What to keep out of the result. Default: ""."""
    prompt: str
    """What to generate, in plain language."""
    resolution: NotRequired[Literal["540p", "720p", "1080p"]]
    """Output resolution. Default: "720p"."""
    style: NotRequired[PixverseV56FormStyle]
    """Look of the clip."""
    thinking_type: NotRequired[Literal["enabled", "disabled", "auto"]]
    """Whether the prompt is reasoned over first. Default: "auto"."""


@with_config(ConfigDict(extra="allow", strict=True))
class PixverseV6TextImage(TypedDict):
    """Request for PixVerse 6 with the workflow `text-image`, also taken when `feature`
    is absent.
    """

    aspect_ratio: NotRequired[PixverseV6TextImageAspectRatio]
    """Aspect ratio, width to height. Default: "16:9"."""
    duration: NotRequired[Annotated[float, Field(ge=1, le=15)]]
    """Length of the clip in seconds."""
    feature: NotRequired[Literal["text-image"]]
    """Workflow to run; this one when absent. Default: "text-image"."""
    generate_audio: NotRequired[bool]
    """Whether a soundtrack is generated. Default: false."""
    generate_multi_clip: NotRequired[bool]
    """Whether the clip may have several shots. Default: false."""
    image_url: NotRequired[Annotated[str, Format("uri")]]
    """Image to start from."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    negative_prompt: NotRequired[str]
    """What to keep out of the result. Default: ""."""
    prompt: str
    """What to generate, in plain language."""
    resolution: NotRequired[Literal["360p", "540p", "720p", "1080p"]]
    """Output resolution. Default: "720p"."""
    seed: NotRequired[float]
    """Number that makes a result repeatable."""
    style: NotRequired[PixverseV6TextImageStyle]
    """Look of the clip."""
    thinking_type: NotRequired[Literal["enabled", "disabled", "auto"]]
    """Whether the prompt is reasoned over first. Default: "auto"."""


KlingV25TurboRequest: TypeAlias = KlingV25TurboTextToVideo | KlingV25TurboOtherWorkflow
"""Request for Kling 2.5 Turbo; `feature` selects the workflow."""

KlingV26Request: TypeAlias = KlingV26TextImageToVideo | KlingV26OtherWorkflow
"""Request for Kling 2.6; `feature` selects the workflow."""

Ltx23Request: TypeAlias = Ltx23TextImage | Ltx23OtherWorkflow
"""Request for LTX 2.3; `feature` selects the workflow."""

LumaRay2RequestAspectRatio: TypeAlias = Literal[
    "16:9",
    "9:16",
    "4:3",
    "3:4",
    "21:9",
    "9:21",
]
"""Aspect ratio, width to height."""

LumaRay2FormAspectRatio: TypeAlias = Literal[
    "16:9",
    "9:16",
    "4:3",
    "3:4",
    "21:9",
    "9:21",
]
"""Aspect ratio, width to height."""

PixverseV56RequestStyle: TypeAlias = Literal[
    "anime",
    "3d_animation",
    "clay",
    "comic",
    "cyberpunk",
]
"""Look of the clip."""

PixverseV56FormStyle: TypeAlias = Literal[
    "anime",
    "3d_animation",
    "clay",
    "comic",
    "cyberpunk",
]
"""Look of the clip."""

PixverseV6Request: TypeAlias = PixverseV6TextImage | PixverseV6OtherWorkflow
"""Request for PixVerse 6; `feature` selects the workflow."""

PixverseV6TextImageAspectRatio: TypeAlias = Literal[
    "16:9",
    "4:3",
    "1:1",
    "3:4",
    "9:16",
    "2:3",
    "3:2",
    "21:9",
]
"""Aspect ratio, width to height."""

PixverseV6TextImageStyle: TypeAlias = Literal[
    "anime",
    "3d_animation",
    "clay",
    "comic",
    "cyberpunk",
]
"""Look of the clip."""
