"""Inputs of generation 3."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, NotRequired, TypeAlias

from pydantic import ConfigDict, Field, StrictInt, StrictStr, with_config
from typing_extensions import TypedDict

from .._runtime._checks import FileInput, Format


@with_config(ConfigDict(extra="allow", strict=True))
class PixverseV6OtherWorkflow(TypedDict):
    """Request for PixVerse 6 with another workflow. Its own required fields are not
    documented.
    """

    aspect_ratio: NotRequired[PixverseV6OtherWorkflowAspectRatio]
    """Aspect ratio, width to height. Default: "16:9"."""
    duration: NotRequired[Annotated[float, Field(ge=1, le=15)]]
    """Length of the clip in seconds."""
    feature: str
    """Workflow to run."""
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
    style: NotRequired[PixverseV6OtherWorkflowStyle]
    """Look of the clip."""
    thinking_type: NotRequired[Literal["enabled", "disabled", "auto"]]
    """Whether the prompt is reasoned over first. Default: "auto"."""


@with_config(ConfigDict(extra="allow", strict=True))
class PixverseV6Form(TypedDict):
    """Request for PixVerse 6 with files: a media field takes a URL or a file, a list is
    a repeated field.
    """

    aspect_ratio: NotRequired[PixverseV6FormAspectRatio]
    """Aspect ratio, width to height. Default: "16:9"."""
    duration: NotRequired[Annotated[float, Field(ge=1, le=15)]]
    """Length of the clip in seconds."""
    feature: NotRequired[str]
    """Workflow to run."""
    generate_audio: NotRequired[bool]
    """Whether a soundtrack is generated. Default: false."""
    generate_multi_clip: NotRequired[bool]
    """Whether the clip may have several shots. Default: false."""
    image_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
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
    style: NotRequired[PixverseV6FormStyle]
    """Look of the clip."""
    thinking_type: NotRequired[Literal["enabled", "disabled", "auto"]]
    """Whether the prompt is reasoned over first. Default: "auto"."""


@with_config(ConfigDict(extra="allow", strict=True))
class RunwayGen4AlephRequest(TypedDict):
    """Request for Runway Gen-4 Aleph. Takes one reference image besides; its field is
    not named on the page.
    """

    aspect_ratio: NotRequired[RunwayGen4AlephRequestAspectRatio]
    """Aspect ratio, width to height."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: str
    """What to generate, in plain language."""
    video_url: Annotated[str, Format("uri")]
    """Video to work from."""


@with_config(ConfigDict(extra="allow", strict=True))
class RunwayGen4AlephForm(TypedDict):
    """Request for Runway Gen-4 Aleph with files: a media field takes a URL or a file, a
    list is a repeated field.
    """

    aspect_ratio: NotRequired[RunwayGen4AlephFormAspectRatio]
    """Aspect ratio, width to height."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: str
    """What to generate, in plain language."""
    video_url: Annotated[StrictStr, Format("uri")] | FileInput
    """Video to work from."""


@with_config(ConfigDict(extra="allow", strict=True))
class RunwayGen4ImageRequest(TypedDict):
    """Request for Runway Gen-4 Image. Takes up to three reference images besides; their
    field is not named on the page.
    """

    aspect_ratio: NotRequired[RunwayGen4ImageRequestAspectRatio]
    """Aspect ratio, width to height."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: str
    """What to generate, in plain language."""
    resolution: NotRequired[Literal["720p", "1080p"]]
    """Output resolution."""


@with_config(ConfigDict(extra="forbid", strict=True))
class RunwayGen45Request(TypedDict):
    """Request for Runway Gen-4.5."""

    aspect_ratio: NotRequired[RunwayGen45RequestAspectRatio]
    """Aspect ratio, width to height. Default: "16:9"."""
    duration: NotRequired[int]
    """Length of the clip in seconds. The model takes a fixed set of lengths that its
    page does not list. Default: 5.
    """
    first_frame_url: NotRequired[Annotated[str, Format("uri")]]
    """Image used as the first frame."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: str
    """What to generate, in plain language."""


@with_config(ConfigDict(extra="forbid", strict=True))
class RunwayGen45Form(TypedDict):
    """Request for Runway Gen-4.5 with files: a media field takes a URL or a file, a
    list is a repeated field.
    """

    aspect_ratio: NotRequired[RunwayGen45FormAspectRatio]
    """Aspect ratio, width to height. Default: "16:9"."""
    duration: NotRequired[int]
    """Length of the clip in seconds. The model takes a fixed set of lengths that its
    page does not list. Default: 5.
    """
    first_frame_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image used as the first frame."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: str
    """What to generate, in plain language."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Seedance15Request(TypedDict):
    """Request for Seedance 1.5."""

    aspect_ratio: NotRequired[Seedance15RequestAspectRatio]
    """Aspect ratio, width to height. Default: "16:9"."""
    camera_fixed: NotRequired[bool]
    """Whether the camera stands still. Default: false."""
    duration: NotRequired[Annotated[int, Field(ge=4, le=12)]]
    """Length of the clip in seconds. Default: 5."""
    enable_safety_checker: NotRequired[bool]
    """Whether inputs and results are screened. Default: true."""
    end_frame_url: NotRequired[Annotated[str, Format("uri")]]
    """Image used as the end frame."""
    first_frame_url: NotRequired[Annotated[str, Format("uri")]]
    """Image used as the first frame."""
    generate_audio: NotRequired[bool]
    """Whether a soundtrack is generated. Default: true."""
    image_url: NotRequired[Annotated[str, Format("uri")]]
    """Image to start from."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: str
    """What to generate, in plain language."""
    resolution: NotRequired[Literal["480p", "720p", "1080p"]]
    """Output resolution. Default: "720p"."""
    seed: NotRequired[int]
    """Number that makes a result repeatable."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Seedance15Form(TypedDict):
    """Request for Seedance 1.5 with files: a media field takes a URL or a file, a list
    is a repeated field.
    """

    aspect_ratio: NotRequired[Seedance15FormAspectRatio]
    """Aspect ratio, width to height. Default: "16:9"."""
    camera_fixed: NotRequired[bool]
    """Whether the camera stands still. Default: false."""
    duration: NotRequired[Annotated[int, Field(ge=4, le=12)]]
    """Length of the clip in seconds. Default: 5."""
    enable_safety_checker: NotRequired[bool]
    """Whether inputs and results are screened. Default: true."""
    end_frame_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image used as the end frame."""
    first_frame_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image used as the first frame."""
    generate_audio: NotRequired[bool]
    """Whether a soundtrack is generated. Default: true."""
    image_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image to start from."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: str
    """What to generate, in plain language."""
    resolution: NotRequired[Literal["480p", "720p", "1080p"]]
    """Output resolution. Default: "720p"."""
    seed: NotRequired[int]
    """Number that makes a result repeatable."""


@with_config(ConfigDict(extra="allow", strict=True))
class Seedance20TextImageToVideo(TypedDict):
    """Request for Seedance 2.0 with the workflow `text-image-to-video`, also taken when
    `feature` is absent.
    """

    aspect_ratio: NotRequired[Seedance20TextImageToVideoAspectRatio]
    """Aspect ratio, width to height. Default: "16:9"."""
    audio_url: NotRequired[Annotated[str, Format("uri")]]
    """Audio track to work from."""
    audio_urls: NotRequired[
        Annotated[Sequence[Annotated[str, Format("uri")]], Field(max_length=3)]
    ]
    """Audio tracks to work from."""
    duration: NotRequired[Annotated[int, Field(ge=4, le=15)]]
    """Length of the clip in seconds. Default: 5."""
    end_user_id: NotRequired[str]
    """Your own identifier of the person this is made for."""
    feature: NotRequired[Literal["text-image-to-video"]]
    """Workflow to run; this one when absent. Default: "text-image-to-video"."""
    first_frame_url: NotRequired[Annotated[str, Format("uri")]]
    """Image used as the first frame."""
    generate_audio: NotRequired[bool]
    """Whether a soundtrack is generated. Default: true."""
    image_url: NotRequired[Annotated[str, Format("uri")]]
    """Image to start from."""
    image_urls: NotRequired[
        Annotated[Sequence[Annotated[str, Format("uri")]], Field(max_length=9)]
    ]
    """Reference images."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: str
    """What to generate, in plain language."""
    reference_image_urls: NotRequired[Sequence[Annotated[str, Format("uri")]]]
    """Reference images."""
    resolution: NotRequired[str]
    """Output resolution; the page shows the default only. Default: "720p"."""
    seed: NotRequired[int]
    """Number that makes a result repeatable."""


@with_config(ConfigDict(extra="allow", strict=True))
class Seedance20OtherWorkflow(TypedDict):
    """Request for Seedance 2.0 with another workflow. Its own required fields are not
    documented.
    """

    aspect_ratio: NotRequired[Seedance20OtherWorkflowAspectRatio]
    """Aspect ratio, width to height. Default: "16:9"."""
    audio_url: NotRequired[Annotated[str, Format("uri")]]
    """Audio track to work from."""
    audio_urls: NotRequired[
        Annotated[Sequence[Annotated[str, Format("uri")]], Field(max_length=3)]
    ]
    """Audio tracks to work from."""
    duration: NotRequired[Annotated[int, Field(ge=4, le=15)]]
    """Length of the clip in seconds. Default: 5."""
    end_user_id: NotRequired[str]
    """Your own identifier of the person this is made for."""
    feature: str
    """Workflow to run."""
    first_frame_url: NotRequired[Annotated[str, Format("uri")]]
    """Image used as the first frame."""
    generate_audio: NotRequired[bool]
    """Whether a soundtrack is generated. Default: true."""
    image_url: NotRequired[Annotated[str, Format("uri")]]
    """Image to start from."""
    image_urls: NotRequired[
        Annotated[Sequence[Annotated[str, Format("uri")]], Field(max_length=9)]
    ]
    """Reference images."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: str
    """What to generate, in plain language."""
    reference_image_urls: NotRequired[Sequence[Annotated[str, Format("uri")]]]
    """Reference images."""
    resolution: NotRequired[str]
    """Output resolution; the page shows the default only. Default: "720p"."""
    seed: NotRequired[int]
    """Number that makes a result repeatable."""


@with_config(ConfigDict(extra="allow", strict=True))
class Seedance20Form(TypedDict):
    """Request for Seedance 2.0 with files: a media field takes a URL or a file, a list
    is a repeated field.
    """

    aspect_ratio: NotRequired[Seedance20FormAspectRatio]
    """Aspect ratio, width to height. Default: "16:9"."""
    audio_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Audio track to work from."""
    audio_urls: NotRequired[
        Annotated[
            Sequence[Annotated[StrictStr, Format("uri")] | FileInput],
            Field(max_length=3),
        ]
    ]
    """Audio tracks to work from."""
    duration: NotRequired[Annotated[int, Field(ge=4, le=15)]]
    """Length of the clip in seconds. Default: 5."""
    end_user_id: NotRequired[str]
    """Your own identifier of the person this is made for."""
    feature: NotRequired[str]
    """Workflow to run."""
    first_frame_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image used as the first frame."""
    generate_audio: NotRequired[bool]
    """Whether a soundtrack is generated. Default: true."""
    image_url: NotRequired[Annotated[StrictStr, Format("uri")] | FileInput]
    """Image to start from."""
    image_urls: NotRequired[
        Annotated[
            Sequence[Annotated[StrictStr, Format("uri")] | FileInput],
            Field(max_length=9),
        ]
    ]
    """Reference images."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: str
    """What to generate, in plain language."""
    reference_image_urls: NotRequired[
        Sequence[Annotated[StrictStr, Format("uri")] | FileInput]
    ]
    """Reference images."""
    resolution: NotRequired[str]
    """Output resolution; the page shows the default only. Default: "720p"."""
    seed: NotRequired[int]
    """Number that makes a result repeatable."""


@with_config(ConfigDict(extra="forbid", strict=True))
class Seedream40Request(TypedDict):
    """Request for Seedream 4.0."""

    aspect_ratio: NotRequired[Seedream40RequestAspectRatio]
    """Aspect ratio, width to height."""
    n: NotRequired[Annotated[int, Field(ge=1, le=4)]]
    """How many results to make. Default: 1."""
    prompt: str
    """What to generate, in plain language."""
    resolution: NotRequired[Literal["1K", "2K", "4K"]]
    """Output resolution."""


PixverseV6OtherWorkflowAspectRatio: TypeAlias = Literal[
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

PixverseV6OtherWorkflowStyle: TypeAlias = Literal[
    "anime",
    "3d_animation",
    "clay",
    "comic",
    "cyberpunk",
]
"""Look of the clip."""

PixverseV6FormAspectRatio: TypeAlias = Literal[
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

PixverseV6FormStyle: TypeAlias = Literal[
    "anime",
    "3d_animation",
    "clay",
    "comic",
    "cyberpunk",
]
"""Look of the clip."""

Limit: TypeAlias = Annotated[StrictInt, Field(ge=1, le=100)]

RunwayGen4AlephRequestAspectRatio: TypeAlias = Literal[
    "16:9",
    "9:16",
    "4:3",
    "3:4",
    "1:1",
    "21:9",
]
"""Aspect ratio, width to height."""

RunwayGen4AlephFormAspectRatio: TypeAlias = Literal[
    "16:9",
    "9:16",
    "4:3",
    "3:4",
    "1:1",
    "21:9",
]
"""Aspect ratio, width to height."""

RunwayGen4ImageRequestAspectRatio: TypeAlias = Literal[
    "16:9",
    "9:16",
    "4:3",
    "3:4",
    "1:1",
    "21:9",
]
"""Aspect ratio, width to height."""

RunwayGen45RequestAspectRatio: TypeAlias = Literal[
    "16:9",
    "9:16",
    "4:3",
    "3:4",
    "1:1",
    "21:9",
]
"""Aspect ratio, width to height."""

RunwayGen45FormAspectRatio: TypeAlias = Literal[
    "16:9",
    "9:16",
    "4:3",
    "3:4",
    "1:1",
    "21:9",
]
"""Aspect ratio, width to height."""

Seedance15RequestAspectRatio: TypeAlias = Literal[
    "21:9",
    "16:9",
    "4:3",
    "1:1",
    "3:4",
    "9:16",
]
"""Aspect ratio, width to height."""

Seedance15FormAspectRatio: TypeAlias = Literal[
    "21:9",
    "16:9",
    "4:3",
    "1:1",
    "3:4",
    "9:16",
]
"""Aspect ratio, width to height."""

Seedance20Request: TypeAlias = Seedance20TextImageToVideo | Seedance20OtherWorkflow
"""Request for Seedance 2.0; `feature` selects the workflow."""

Seedance20TextImageToVideoAspectRatio: TypeAlias = Literal[
    "21:9",
    "16:9",
    "4:3",
    "1:1",
    "3:4",
    "9:16",
]
"""Aspect ratio, width to height."""

Seedance20OtherWorkflowAspectRatio: TypeAlias = Literal[
    "21:9",
    "16:9",
    "4:3",
    "1:1",
    "3:4",
    "9:16",
]
"""Aspect ratio, width to height."""

Seedance20FormAspectRatio: TypeAlias = Literal[
    "21:9",
    "16:9",
    "4:3",
    "1:1",
    "3:4",
    "9:16",
]
"""Aspect ratio, width to height."""

Seedream40RequestAspectRatio: TypeAlias = Literal[
    "1:1",
    "3:4",
    "4:3",
    "16:9",
    "9:16",
    "3:2",
    "2:3",
    "21:9",
]
"""Aspect ratio, width to height."""
