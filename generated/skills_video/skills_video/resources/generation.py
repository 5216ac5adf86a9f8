"""The `generation` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._omit import OMIT
from .._runtime._operation import (
    MULTIPART,
    TEXT,
    Body,
    Encoding,
    Operation,
    Response,
    Types,
    alike,
    in_path,
    in_query,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from .._runtime._checks import FileInput
    from .._runtime._client import AsyncCore, Core
    from .._runtime._jobs import AsyncJob, Job
    from .._runtime._omit import Omit
    from .._runtime._options import CallOptions
    from ..models.generation import GenerationResult, RunningGeneration
    from ..models.shared import GenerationData
    from ..params.generation import (
        GptImage2RequestAspectRatio,
        GptImage2RequestImageSize,
        GptImage15RequestImageSize,
    )
    from ..params.generation_2 import (
        LumaRay2RequestAspectRatio,
        PixverseV6TextImageAspectRatio,
        PixverseV6TextImageStyle,
        PixverseV56RequestStyle,
    )
    from ..params.generation_3 import (
        RunwayGen4AlephRequestAspectRatio,
        RunwayGen4ImageRequestAspectRatio,
        RunwayGen45RequestAspectRatio,
        Seedance15RequestAspectRatio,
        Seedance20TextImageToVideoAspectRatio,
        Seedream40RequestAspectRatio,
    )

types = Types(__name__)

REFUSED = Response(
    "400 401 402 403 404 422 429 500 502 503 504",
    types("models.shared", "ErrorResponse"),
)

FLUX_2_PRO: Operation[GenerationData] = Operation(
    key="POST /generation/sse/black-forest-labs/flux-2-pro",
    name="streamFlux2Pro",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/black-forest-labs/flux-2-pro",
    streams=True,
)

FLUX_KONTEXT: Operation[GenerationData] = Operation(
    key="POST /generation/sse/black-forest-labs/kontext",
    name="streamFluxKontext",
    bodies=(
        Body(types("params.generation", "FluxKontextRequest"), required=True),
        Body(
            types("params.generation", "FluxKontextForm"),
            media_type=MULTIPART,
            required=True,
            encodings={"image_urls": Encoding(file=True, text=True)},
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/black-forest-labs/kontext",
    streams=True,
)

GET: Operation[GenerationResult] = Operation(
    key="GET /generation/{id}",
    name="getGeneration",
    parameters=(in_path("id", TEXT),),
    responses=(
        Response("200", types("models.generation", "GenerationResult")),
        Response(
            "401 403 404 429 500 502 503 504",
            types("models.shared", "ErrorResponse"),
        ),
    ),
)

GPT_IMAGE_1: Operation[GenerationData] = Operation(
    key="POST /generation/sse/openai/gpt-image-1",
    name="streamGptImage1",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/openai/gpt-image-1",
    streams=True,
)

GPT_IMAGE_1_5: Operation[GenerationData] = Operation(
    key="POST /generation/sse/openai/gpt-image-1.5",
    name="streamGptImage15",
    bodies=(
        Body(types("params.generation", "GptImage15Request"), required=True),
        Body(
            types("params.generation", "GptImage15Form"),
            media_type=MULTIPART,
            required=True,
            encodings={"image_urls": Encoding(file=True, text=True)},
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/openai/gpt-image-1.5",
    streams=True,
)

GPT_IMAGE_2: Operation[GenerationData] = Operation(
    key="POST /generation/sse/openai/gpt-image-2",
    name="streamGptImage2",
    bodies=(
        Body(types("params.generation", "GptImage2Request"), required=True),
        Body(
            types("params.generation", "GptImage2Form"),
            media_type=MULTIPART,
            required=True,
            encodings={
                "image_urls": Encoding(file=True, text=True),
                "mask_url": Encoding(file=True, text=True),
            },
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/openai/gpt-image-2",
    streams=True,
)

GROK_IMAGINE_IMAGE: Operation[GenerationData] = Operation(
    key="POST /generation/sse/xai/grok-imagine-image",
    name="streamGrokImagineImage",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/xai/grok-imagine-image",
    streams=True,
)

GROK_IMAGINE_VIDEO: Operation[GenerationData] = Operation(
    key="POST /generation/sse/xai/grok-imagine-video",
    name="streamGrokImagineVideo",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/xai/grok-imagine-video",
    streams=True,
)

HAILUO_2_3: Operation[GenerationData] = Operation(
    key="POST /generation/sse/minimax/hailuo-2.3",
    name="streamHailuo23",
    bodies=(
        Body(types("params.generation", "Hailuo23Request"), required=True),
        Body(
            types("params.generation", "Hailuo23Form"),
            media_type=MULTIPART,
            required=True,
            encodings={"first_frame_url": Encoding(file=True, text=True)},
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/minimax/hailuo-2.3",
    streams=True,
)

HAILUO_2_3_FAST: Operation[GenerationData] = Operation(
    key="POST /generation/sse/minimax/hailuo-2.3-fast",
    name="streamHailuo23Fast",
    bodies=(
        Body(types("params.generation", "Hailuo23FastRequest"), required=True),
        Body(
            types("params.generation", "Hailuo23FastForm"),
            media_type=MULTIPART,
            required=True,
            encodings={"first_frame_url": Encoding(file=True, text=True)},
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/minimax/hailuo-2.3-fast",
    streams=True,
)

IDEOGRAM: Operation[GenerationData] = Operation(
    key="POST /generation/sse/ideogram/ideogram",
    name="streamIdeogram",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/ideogram/ideogram",
    streams=True,
)

KLING_MOTION_CONTROL_V2_6: Operation[GenerationData] = Operation(
    key="POST /generation/sse/kling-ai/motion-control-v2.6",
    name="streamKlingMotionControlV26",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/kling-ai/motion-control-v2.6",
    streams=True,
)

KLING_O1_EDIT: Operation[GenerationData] = Operation(
    key="POST /generation/sse/kling-ai/o1/edit",
    name="streamKlingO1Edit",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/kling-ai/o1/edit",
    streams=True,
)

KLING_O1_IMAGE: Operation[GenerationData] = Operation(
    key="POST /generation/sse/kling-ai/o1-image",
    name="streamKlingO1Image",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/kling-ai/o1-image",
    streams=True,
)

KLING_O1_VIDEO: Operation[GenerationData] = Operation(
    key="POST /generation/sse/kling-ai/o1/video",
    name="streamKlingO1Video",
    bodies=(
        Body(types("params.generation", "KlingO1VideoRequest"), required=True),
        Body(
            types("params.generation", "KlingO1VideoForm"),
            media_type=MULTIPART,
            required=True,
            encodings={
                "first_frame_url": Encoding(file=True, text=True),
                "last_frame_url": Encoding(file=True, text=True),
            },
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/kling-ai/o1/video",
    streams=True,
)

KLING_O3_EDIT: Operation[GenerationData] = Operation(
    key="POST /generation/sse/kling-ai/o3/edit",
    name="streamKlingO3Edit",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/kling-ai/o3/edit",
    streams=True,
)

KLING_O3_IMAGE: Operation[GenerationData] = Operation(
    key="POST /generation/sse/kling-ai/o3-image",
    name="streamKlingO3Image",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/kling-ai/o3-image",
    streams=True,
)

KLING_O3_VIDEO: Operation[GenerationData] = Operation(
    key="POST /generation/sse/kling-ai/o3/video",
    name="streamKlingO3Video",
    bodies=(
        Body(types("params.generation_2", "KlingO3VideoRequest"), required=True),
        Body(
            types("params.generation_2", "KlingO3VideoForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "end_image_url first_frame_url image_url image_urls "
                "last_frame_url start_image_url video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/kling-ai/o3/video",
    streams=True,
)

KLING_V2_5_TURBO: Operation[GenerationData] = Operation(
    key="POST /generation/sse/kling-ai/kling-v2.5-turbo",
    name="streamKlingV25Turbo",
    bodies=(Body(types("params.generation_2", "KlingV25TurboRequest"), required=True),),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/kling-ai/kling-v2.5-turbo",
    streams=True,
)

KLING_V2_6: Operation[GenerationData] = Operation(
    key="POST /generation/sse/kling-ai/kling-v2.6",
    name="streamKlingV26",
    bodies=(
        Body(types("params.generation_2", "KlingV26Request"), required=True),
        Body(
            types("params.generation_2", "KlingV26Form"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "end_image_url image_url video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/kling-ai/kling-v2.6",
    streams=True,
)

KLING_V3_IMAGE: Operation[GenerationData] = Operation(
    key="POST /generation/sse/kling-ai/v3/image",
    name="streamKlingV3Image",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/kling-ai/v3/image",
    streams=True,
)

KLING_V3_VIDEO: Operation[GenerationData] = Operation(
    key="POST /generation/sse/kling-ai/v3/video",
    name="streamKlingV3Video",
    bodies=(
        Body(types("params.generation_2", "KlingV3VideoRequest"), required=True),
        Body(
            types("params.generation_2", "KlingV3VideoForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "first_frame_url image_url last_frame_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/kling-ai/v3/video",
    streams=True,
)

LIGHTRICKS_LTX_2_3: Operation[GenerationData] = Operation(
    key="POST /generation/sse/lightricks/ltx-2.3",
    name="streamLightricksLtx23",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/lightricks/ltx-2.3",
    streams=True,
)

LIGHTRICKS_LTX_2_3_AUDIO_TO_VIDEO: Operation[GenerationData] = Operation(
    key="POST /generation/sse/lightricks/ltx-2.3/audio-to-video",
    name="streamLightricksLtx23AudioToVideo",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/lightricks/ltx-2.3/audio-to-video",
    streams=True,
)

LIGHTRICKS_LTX_2_3_EXTEND_VIDEO: Operation[GenerationData] = Operation(
    key="POST /generation/sse/lightricks/ltx-2.3/extend-video",
    name="streamLightricksLtx23ExtendVideo",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/lightricks/ltx-2.3/extend-video",
    streams=True,
)

LIGHTRICKS_LTX_2_3_RETAKE_VIDEO: Operation[GenerationData] = Operation(
    key="POST /generation/sse/lightricks/ltx-2.3/retake-video",
    name="streamLightricksLtx23RetakeVideo",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/lightricks/ltx-2.3/retake-video",
    streams=True,
)

LTX_2_3: Operation[GenerationData] = Operation(
    key="POST /generation/sse/ltx-2.3",
    name="streamLtx23",
    bodies=(Body(types("params.generation_2", "Ltx23Request"), required=True),),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/ltx-2.3",
    streams=True,
)

LUMA_RAY_2: Operation[GenerationData] = Operation(
    key="POST /generation/sse/luma/ray-2",
    name="streamLumaRay2",
    bodies=(
        Body(types("params.generation_2", "LumaRay2Request"), required=True),
        Body(
            types("params.generation_2", "LumaRay2Form"),
            media_type=MULTIPART,
            required=True,
            encodings={
                "end_frame_url": Encoding(file=True, text=True),
                "first_frame_url": Encoding(file=True, text=True),
            },
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/luma/ray-2",
    streams=True,
)

LUMA_RAY_2_FLASH: Operation[GenerationData] = Operation(
    key="POST /generation/sse/luma/ray-2-flash",
    name="streamLumaRay2Flash",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/luma/ray-2-flash",
    streams=True,
)

NANO_BANANA: Operation[GenerationData] = Operation(
    key="POST /generation/sse/google/nano-banana",
    name="streamNanoBanana",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/google/nano-banana",
    streams=True,
)

NANO_BANANA_2: Operation[GenerationData] = Operation(
    key="POST /generation/sse/google/nano-banana-2",
    name="streamNanoBanana2",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/google/nano-banana-2",
    streams=True,
)

NANO_BANANA_PRO: Operation[GenerationData] = Operation(
    key="POST /generation/sse/google/nano-banana-pro",
    name="streamNanoBananaPro",
    bodies=(
        Body(types("params.generation_2", "NanoBananaProRequest"), required=True),
        Body(
            types("params.generation_2", "NanoBananaProForm"),
            media_type=MULTIPART,
            required=True,
            encodings={"image_urls": Encoding(file=True, text=True)},
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/google/nano-banana-pro",
    streams=True,
)

OMNIHUMAN_V1_5: Operation[GenerationData] = Operation(
    key="POST /generation/sse/bytedance/omnihuman-v1.5",
    name="streamOmnihumanV15",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/bytedance/omnihuman-v1.5",
    streams=True,
)

PIXVERSE_LIPSYNC: Operation[GenerationData] = Operation(
    key="POST /generation/sse/pixverse/lipsync",
    name="streamPixverseLipsync",
    bodies=(
        Body(types("params.generation_2", "PixverseLipsyncRequest"), required=True),
        Body(
            types("params.generation_2", "PixverseLipsyncForm"),
            media_type=MULTIPART,
            required=True,
            encodings={
                "audio_url": Encoding(file=True, text=True),
                "video_url": Encoding(file=True, text=True),
            },
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/pixverse/lipsync",
    streams=True,
)

PIXVERSE_V5_6: Operation[GenerationData] = Operation(
    key="POST /generation/sse/pixverse/v5.6",
    name="streamPixverseV56",
    bodies=(
        Body(types("params.generation_2", "PixverseV56Request"), required=True),
        Body(
            types("params.generation_2", "PixverseV56Form"),
            media_type=MULTIPART,
            required=True,
            encodings={
                "end_frame_url": Encoding(file=True, text=True),
                "first_frame_url": Encoding(file=True, text=True),
            },
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/pixverse/v5.6",
    streams=True,
)

PIXVERSE_V6: Operation[GenerationData] = Operation(
    key="POST /generation/sse/pixverse/v6",
    name="streamPixverseV6",
    bodies=(
        Body(types("params.generation_2", "PixverseV6Request"), required=True),
        Body(
            types("params.generation_3", "PixverseV6Form"),
            media_type=MULTIPART,
            required=True,
            encodings={"image_url": Encoding(file=True, text=True)},
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/pixverse/v6",
    streams=True,
)

QWEN_IMAGE: Operation[GenerationData] = Operation(
    key="POST /generation/sse/qwen/qwen-image",
    name="streamQwenImage",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/qwen/qwen-image",
    streams=True,
)

QWEN_IMAGE_2: Operation[GenerationData] = Operation(
    key="POST /generation/sse/qwen/qwen-image-2",
    name="streamQwenImage2",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/qwen/qwen-image-2",
    streams=True,
)

QWEN_IMAGE_2_PRO: Operation[GenerationData] = Operation(
    key="POST /generation/sse/qwen/qwen-image-2-pro",
    name="streamQwenImage2Pro",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/qwen/qwen-image-2-pro",
    streams=True,
)

RUNNING: Operation[list[RunningGeneration]] = Operation(
    key="GET /generations/running",
    name="listRunningGenerations",
    parameters=(
        in_query("workspace", TEXT),
        in_query("limit", types("params.generation_3", "Limit")),
    ),
    responses=(
        Response("200", types("models.generation", "RunningGenerationResponse")),
        Response("401 403 422 429 500 503", types("models.shared", "ErrorResponse")),
    ),
)

RUNWAY_GEN4_ALEPH: Operation[GenerationData] = Operation(
    key="POST /generation/sse/runwayml/gen4-aleph",
    name="streamRunwayGen4Aleph",
    bodies=(
        Body(types("params.generation_3", "RunwayGen4AlephRequest"), required=True),
        Body(
            types("params.generation_3", "RunwayGen4AlephForm"),
            media_type=MULTIPART,
            required=True,
            encodings={"video_url": Encoding(file=True, text=True)},
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/runwayml/gen4-aleph",
    streams=True,
)

RUNWAY_GEN4_IMAGE: Operation[GenerationData] = Operation(
    key="POST /generation/sse/runwayml/gen4-image",
    name="streamRunwayGen4Image",
    bodies=(
        Body(types("params.generation_3", "RunwayGen4ImageRequest"), required=True),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/runwayml/gen4-image",
    streams=True,
)

RUNWAY_GEN4_IMAGE_TURBO: Operation[GenerationData] = Operation(
    key="POST /generation/sse/runwayml/gen4-image-turbo",
    name="streamRunwayGen4ImageTurbo",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/runwayml/gen4-image-turbo",
    streams=True,
)

RUNWAY_GEN4_TURBO: Operation[GenerationData] = Operation(
    key="POST /generation/sse/runwayml/gen4-turbo",
    name="streamRunwayGen4Turbo",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/runwayml/gen4-turbo",
    streams=True,
)

RUNWAY_GEN_4_5: Operation[GenerationData] = Operation(
    key="POST /generation/sse/runwayml/gen-4.5",
    name="streamRunwayGen45",
    bodies=(
        Body(types("params.generation_3", "RunwayGen45Request"), required=True),
        Body(
            types("params.generation_3", "RunwayGen45Form"),
            media_type=MULTIPART,
            required=True,
            encodings={"first_frame_url": Encoding(file=True, text=True)},
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/runwayml/gen-4.5",
    streams=True,
)

RUNWAY_UPSCALE_V1: Operation[GenerationData] = Operation(
    key="POST /generation/sse/runwayml/upscale-v1",
    name="streamRunwayUpscaleV1",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/runwayml/upscale-v1",
    streams=True,
)

SEEDANCE_1_5: Operation[GenerationData] = Operation(
    key="POST /generation/sse/bytedance/seedance-1.5",
    name="streamSeedance15",
    bodies=(
        Body(types("params.generation_3", "Seedance15Request"), required=True),
        Body(
            types("params.generation_3", "Seedance15Form"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "end_frame_url first_frame_url image_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/bytedance/seedance-1.5",
    streams=True,
)

SEEDANCE_1_PRO: Operation[GenerationData] = Operation(
    key="POST /generation/sse/bytedance/seedance-1-pro",
    name="streamSeedance1Pro",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/bytedance/seedance-1-pro",
    streams=True,
)

SEEDANCE_1_PRO_FAST: Operation[GenerationData] = Operation(
    key="POST /generation/sse/bytedance/seedance-1-pro-fast",
    name="streamSeedance1ProFast",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/bytedance/seedance-1-pro-fast",
    streams=True,
)

SEEDANCE_2_0: Operation[GenerationData] = Operation(
    key="POST /generation/sse/bytedance/seedance-2.0",
    name="streamSeedance20",
    bodies=(
        Body(types("params.generation_3", "Seedance20Request"), required=True),
        Body(
            types("params.generation_3", "Seedance20Form"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url audio_urls first_frame_url image_url image_urls "
                "reference_image_urls",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/bytedance/seedance-2.0",
    streams=True,
)

SEEDREAM_4_0: Operation[GenerationData] = Operation(
    key="POST /generation/sse/bytedance/seedream-4.0",
    name="streamSeedream40",
    bodies=(Body(types("params.generation_3", "Seedream40Request"), required=True),),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/bytedance/seedream-4.0",
    streams=True,
)

SEEDREAM_4_5: Operation[GenerationData] = Operation(
    key="POST /generation/sse/bytedance/seedream-4.5",
    name="streamSeedream45",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/bytedance/seedream-4.5",
    streams=True,
)

SEEDREAM_5_LITE: Operation[GenerationData] = Operation(
    key="POST /generation/sse/bytedance/seedream-5-lite",
    name="streamSeedream5Lite",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/bytedance/seedream-5-lite",
    streams=True,
)

SORA_2: Operation[GenerationData] = Operation(
    key="POST /generation/sse/openai/sora-2",
    name="streamSora2",
    bodies=(
        Body(types("params.generation_4", "Sora2Request"), required=True),
        Body(
            types("params.generation_4", "Sora2Form"),
            media_type=MULTIPART,
            required=True,
            encodings={"first_frame_url": Encoding(file=True, text=True)},
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/openai/sora-2",
    streams=True,
)

SORA_2_PRO: Operation[GenerationData] = Operation(
    key="POST /generation/sse/openai/sora-2-pro",
    name="streamSora2Pro",
    bodies=(
        Body(types("params.generation_4", "Sora2ProRequest"), required=True),
        Body(
            types("params.generation_4", "Sora2ProForm"),
            media_type=MULTIPART,
            required=True,
            encodings={"first_frame_url": Encoding(file=True, text=True)},
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/openai/sora-2-pro",
    streams=True,
)

SYNC_LIPSYNC_2: Operation[GenerationData] = Operation(
    key="POST /generation/sse/sync/lipsync-2",
    name="streamSyncLipsync2",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/sync/lipsync-2",
    streams=True,
)

TOPAZ_UPSCALE_IMAGE: Operation[GenerationData] = Operation(
    key="POST /generation/sse/topaz/upscale/image",
    name="streamTopazUpscaleImage",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/topaz/upscale/image",
    streams=True,
)

TOPAZ_UPSCALE_VIDEO: Operation[GenerationData] = Operation(
    key="POST /generation/sse/topaz/upscale/video",
    name="streamTopazUpscaleVideo",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/topaz/upscale/video",
    streams=True,
)

VEED_LIPSYNC: Operation[GenerationData] = Operation(
    key="POST /generation/sse/veed/lipsync",
    name="streamVeedLipsync",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/veed/lipsync",
    streams=True,
)

VEO_2: Operation[GenerationData] = Operation(
    key="POST /generation/sse/google/veo-2",
    name="streamVeo2",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/google/veo-2",
    streams=True,
)

VEO_3_1: Operation[GenerationData] = Operation(
    key="POST /generation/sse/google/veo-3.1",
    name="streamVeo31",
    bodies=(
        Body(types("params.generation_4", "Veo31Request"), required=True),
        Body(
            types("params.generation_4", "Veo31Form"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "first_frame_url last_frame_url reference_image_urls",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/google/veo-3.1",
    streams=True,
)

VEO_3_1_FAST: Operation[GenerationData] = Operation(
    key="POST /generation/sse/google/veo-3.1-fast",
    name="streamVeo31Fast",
    bodies=(
        Body(types("params.generation_4", "Veo31FastRequest"), required=True),
        Body(
            types("params.generation_4", "Veo31FastForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "first_frame_url last_frame_url reference_image_urls",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/google/veo-3.1-fast",
    streams=True,
)

VEO_3_1_LITE: Operation[GenerationData] = Operation(
    key="POST /generation/sse/google/veo-3.1-lite",
    name="streamVeo31Lite",
    bodies=(
        Body(types("params.generation_4", "Veo31LiteRequest"), required=True),
        Body(
            types("params.generation_4", "Veo31LiteForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "first_frame_url image_url image_urls last_frame_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/google/veo-3.1-lite",
    streams=True,
)

VIDU_Q2_TEXT_TO_IMAGE: Operation[GenerationData] = Operation(
    key="POST /generation/sse/vidu/q2/text-to-image",
    name="streamViduQ2TextToImage",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/vidu/q2/text-to-image",
    streams=True,
)

VIDU_Q2_VIDEO_TURBO: Operation[GenerationData] = Operation(
    key="POST /generation/sse/vidu/q2/video-turbo",
    name="streamViduQ2VideoTurbo",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/vidu/q2/video-turbo",
    streams=True,
)

VIDU_Q3: Operation[GenerationData] = Operation(
    key="POST /generation/sse/vidu/q3",
    name="streamViduQ3",
    bodies=(
        Body(types("params.generation_4", "ViduQ3Request"), required=True),
        Body(
            types("params.generation_4", "ViduQ3Form"),
            media_type=MULTIPART,
            required=True,
            encodings={"first_frame_url": Encoding(file=True, text=True)},
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/vidu/q3",
    streams=True,
)

WAN_V2_6: Operation[GenerationData] = Operation(
    key="POST /generation/sse/wan/wan-v2.6",
    name="streamWanV26",
    bodies=(
        Body(types("params.generation", "GenerationRequest"), required=True),
        Body(
            types("params.generation", "GenerationForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url image_url image_urls video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/wan/wan-v2.6",
    streams=True,
)

WAN_V2_7: Operation[GenerationData] = Operation(
    key="POST /generation/sse/wan/wan-v2.7",
    name="streamWanV27",
    bodies=(
        Body(types("params.generation_4", "WanV27Request"), required=True),
        Body(
            types("params.generation_4", "WanV27Form"),
            media_type=MULTIPART,
            required=True,
            encodings={"image_urls": Encoding(file=True, text=True)},
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/wan/wan-v2.7",
    streams=True,
)

WAN_V2_7_VIDEO: Operation[GenerationData] = Operation(
    key="POST /generation/sse/wan/wan-v2.7-video",
    name="streamWanV27Video",
    bodies=(
        Body(types("params.generation_4", "WanV27VideoRequest"), required=True),
        Body(
            types("params.generation_4", "WanV27VideoForm"),
            media_type=MULTIPART,
            required=True,
            encodings=alike(
                Encoding(file=True, text=True),
                "audio_url end_image_url image_url reference_image_url "
                "reference_image_urls video_refs video_url",
            ),
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/wan/wan-v2.7-video",
    streams=True,
)

Z_IMAGE: Operation[GenerationData] = Operation(
    key="POST /generation/sse/z-image/z-image",
    name="streamZImage",
    bodies=(
        Body(types("params.generation_4", "ZImageRequest"), required=True),
        Body(
            types("params.generation_4", "ZImageForm"),
            media_type=MULTIPART,
            required=True,
            encodings={"image_url": Encoding(file=True, text=True)},
        ),
    ),
    responses=(
        Response("200", media_type="text/event-stream", reads="events"),
        REFUSED,
    ),
    result=types("models.shared", "GenerationData"),
    lifecycle="generation",
    plain="POST /generation/z-image/z-image",
    streams=True,
)

FLUX_2_PRO_PLAIN = FLUX_2_PRO.twin(
    name="createFlux2Pro",
    responses=(Response("200"), Response("202"), REFUSED),
)

FLUX_KONTEXT_PLAIN = FLUX_KONTEXT.twin(
    name="createFluxKontext",
    responses=(Response("200"), Response("202"), REFUSED),
)

GPT_IMAGE_1_PLAIN = GPT_IMAGE_1.twin(
    name="createGptImage1",
    responses=(Response("200"), Response("202"), REFUSED),
)

GPT_IMAGE_1_5_PLAIN = GPT_IMAGE_1_5.twin(
    name="createGptImage15",
    responses=(Response("200"), Response("202"), REFUSED),
)

GPT_IMAGE_2_PLAIN = GPT_IMAGE_2.twin(
    name="createGptImage2",
    responses=(Response("200"), Response("202"), REFUSED),
)

GROK_IMAGINE_IMAGE_PLAIN = GROK_IMAGINE_IMAGE.twin(
    name="createGrokImagineImage",
    responses=(Response("200"), Response("202"), REFUSED),
)

GROK_IMAGINE_VIDEO_PLAIN = GROK_IMAGINE_VIDEO.twin(
    name="createGrokImagineVideo",
    responses=(Response("200"), Response("202"), REFUSED),
)

HAILUO_2_3_PLAIN = HAILUO_2_3.twin(
    name="createHailuo23",
    responses=(Response("200"), Response("202"), REFUSED),
)

HAILUO_2_3_FAST_PLAIN = HAILUO_2_3_FAST.twin(
    name="createHailuo23Fast",
    responses=(Response("200"), Response("202"), REFUSED),
)

IDEOGRAM_PLAIN = IDEOGRAM.twin(
    name="createIdeogram",
    responses=(Response("200"), Response("202"), REFUSED),
)

KLING_MOTION_CONTROL_V2_6_PLAIN = KLING_MOTION_CONTROL_V2_6.twin(
    name="createKlingMotionControlV26",
    responses=(Response("200"), Response("202"), REFUSED),
)

KLING_O1_EDIT_PLAIN = KLING_O1_EDIT.twin(
    name="createKlingO1Edit",
    responses=(Response("200"), Response("202"), REFUSED),
)

KLING_O1_IMAGE_PLAIN = KLING_O1_IMAGE.twin(
    name="createKlingO1Image",
    responses=(Response("200"), Response("202"), REFUSED),
)

KLING_O1_VIDEO_PLAIN = KLING_O1_VIDEO.twin(
    name="createKlingO1Video",
    responses=(Response("200"), Response("202"), REFUSED),
)

KLING_O3_EDIT_PLAIN = KLING_O3_EDIT.twin(
    name="createKlingO3Edit",
    responses=(Response("200"), Response("202"), REFUSED),
)

KLING_O3_IMAGE_PLAIN = KLING_O3_IMAGE.twin(
    name="createKlingO3Image",
    responses=(Response("200"), Response("202"), REFUSED),
)

KLING_O3_VIDEO_PLAIN = KLING_O3_VIDEO.twin(
    name="createKlingO3Video",
    responses=(Response("200"), Response("202"), REFUSED),
)

KLING_V2_5_TURBO_PLAIN = KLING_V2_5_TURBO.twin(
    name="createKlingV25Turbo",
    responses=(Response("200"), Response("202"), REFUSED),
)

KLING_V2_6_PLAIN = KLING_V2_6.twin(
    name="createKlingV26",
    responses=(Response("200"), Response("202"), REFUSED),
)

KLING_V3_IMAGE_PLAIN = KLING_V3_IMAGE.twin(
    name="createKlingV3Image",
    responses=(Response("200"), Response("202"), REFUSED),
)

KLING_V3_VIDEO_PLAIN = KLING_V3_VIDEO.twin(
    name="createKlingV3Video",
    responses=(Response("200"), Response("202"), REFUSED),
)

LIGHTRICKS_LTX_2_3_PLAIN = LIGHTRICKS_LTX_2_3.twin(
    name="createLightricksLtx23",
    responses=(Response("200"), Response("202"), REFUSED),
)

LIGHTRICKS_LTX_2_3_AUDIO_TO_VIDEO_PLAIN = LIGHTRICKS_LTX_2_3_AUDIO_TO_VIDEO.twin(
    name="createLightricksLtx23AudioToVideo",
    responses=(Response("200"), Response("202"), REFUSED),
)

LIGHTRICKS_LTX_2_3_EXTEND_VIDEO_PLAIN = LIGHTRICKS_LTX_2_3_EXTEND_VIDEO.twin(
    name="createLightricksLtx23ExtendVideo",
    responses=(Response("200"), Response("202"), REFUSED),
)

LIGHTRICKS_LTX_2_3_RETAKE_VIDEO_PLAIN = LIGHTRICKS_LTX_2_3_RETAKE_VIDEO.twin(
    name="createLightricksLtx23RetakeVideo",
    responses=(Response("200"), Response("202"), REFUSED),
)

LTX_2_3_PLAIN = LTX_2_3.twin(
    name="createLtx23",
    responses=(Response("200"), Response("202"), REFUSED),
)

LUMA_RAY_2_PLAIN = LUMA_RAY_2.twin(
    name="createLumaRay2",
    responses=(Response("200"), Response("202"), REFUSED),
)

LUMA_RAY_2_FLASH_PLAIN = LUMA_RAY_2_FLASH.twin(
    name="createLumaRay2Flash",
    responses=(Response("200"), Response("202"), REFUSED),
)

NANO_BANANA_PLAIN = NANO_BANANA.twin(
    name="createNanoBanana",
    responses=(Response("200"), Response("202"), REFUSED),
)

NANO_BANANA_2_PLAIN = NANO_BANANA_2.twin(
    name="createNanoBanana2",
    responses=(Response("200"), Response("202"), REFUSED),
)

NANO_BANANA_PRO_PLAIN = NANO_BANANA_PRO.twin(
    name="createNanoBananaPro",
    responses=(Response("200"), Response("202"), REFUSED),
)

OMNIHUMAN_V1_5_PLAIN = OMNIHUMAN_V1_5.twin(
    name="createOmnihumanV15",
    responses=(Response("200"), Response("202"), REFUSED),
)

PIXVERSE_LIPSYNC_PLAIN = PIXVERSE_LIPSYNC.twin(
    name="createPixverseLipsync",
    responses=(Response("200"), Response("202"), REFUSED),
)

PIXVERSE_V5_6_PLAIN = PIXVERSE_V5_6.twin(
    name="createPixverseV56",
    responses=(Response("200"), Response("202"), REFUSED),
)

PIXVERSE_V6_PLAIN = PIXVERSE_V6.twin(
    name="createPixverseV6",
    responses=(Response("200"), Response("202"), REFUSED),
)

QWEN_IMAGE_PLAIN = QWEN_IMAGE.twin(
    name="createQwenImage",
    responses=(Response("200"), Response("202"), REFUSED),
)

QWEN_IMAGE_2_PLAIN = QWEN_IMAGE_2.twin(
    name="createQwenImage2",
    responses=(Response("200"), Response("202"), REFUSED),
)

QWEN_IMAGE_2_PRO_PLAIN = QWEN_IMAGE_2_PRO.twin(
    name="createQwenImage2Pro",
    responses=(Response("200"), Response("202"), REFUSED),
)

RUNWAY_GEN4_ALEPH_PLAIN = RUNWAY_GEN4_ALEPH.twin(
    name="createRunwayGen4Aleph",
    responses=(Response("200"), Response("202"), REFUSED),
)

RUNWAY_GEN4_IMAGE_PLAIN = RUNWAY_GEN4_IMAGE.twin(
    name="createRunwayGen4Image",
    responses=(Response("200"), Response("202"), REFUSED),
)

RUNWAY_GEN4_IMAGE_TURBO_PLAIN = RUNWAY_GEN4_IMAGE_TURBO.twin(
    name="createRunwayGen4ImageTurbo",
    responses=(Response("200"), Response("202"), REFUSED),
)

RUNWAY_GEN4_TURBO_PLAIN = RUNWAY_GEN4_TURBO.twin(
    name="createRunwayGen4Turbo",
    responses=(Response("200"), Response("202"), REFUSED),
)

RUNWAY_GEN_4_5_PLAIN = RUNWAY_GEN_4_5.twin(
    name="createRunwayGen45",
    responses=(Response("200"), Response("202"), REFUSED),
)

RUNWAY_UPSCALE_V1_PLAIN = RUNWAY_UPSCALE_V1.twin(
    name="createRunwayUpscaleV1",
    responses=(Response("200"), Response("202"), REFUSED),
)

SEEDANCE_1_5_PLAIN = SEEDANCE_1_5.twin(
    name="createSeedance15",
    responses=(Response("200"), Response("202"), REFUSED),
)

SEEDANCE_1_PRO_PLAIN = SEEDANCE_1_PRO.twin(
    name="createSeedance1Pro",
    responses=(Response("200"), Response("202"), REFUSED),
)

SEEDANCE_1_PRO_FAST_PLAIN = SEEDANCE_1_PRO_FAST.twin(
    name="createSeedance1ProFast",
    responses=(Response("200"), Response("202"), REFUSED),
)

SEEDANCE_2_0_PLAIN = SEEDANCE_2_0.twin(
    name="createSeedance20",
    responses=(Response("200"), Response("202"), REFUSED),
)

SEEDREAM_4_0_PLAIN = SEEDREAM_4_0.twin(
    name="createSeedream40",
    responses=(Response("200"), Response("202"), REFUSED),
)

SEEDREAM_4_5_PLAIN = SEEDREAM_4_5.twin(
    name="createSeedream45",
    responses=(Response("200"), Response("202"), REFUSED),
)

SEEDREAM_5_LITE_PLAIN = SEEDREAM_5_LITE.twin(
    name="createSeedream5Lite",
    responses=(Response("200"), Response("202"), REFUSED),
)

SORA_2_PLAIN = SORA_2.twin(
    name="createSora2",
    responses=(Response("200"), Response("202"), REFUSED),
)

SORA_2_PRO_PLAIN = SORA_2_PRO.twin(
    name="createSora2Pro",
    responses=(Response("200"), Response("202"), REFUSED),
)

SYNC_LIPSYNC_2_PLAIN = SYNC_LIPSYNC_2.twin(
    name="createSyncLipsync2",
    responses=(Response("200"), Response("202"), REFUSED),
)

TOPAZ_UPSCALE_IMAGE_PLAIN = TOPAZ_UPSCALE_IMAGE.twin(
    name="createTopazUpscaleImage",
    responses=(Response("200"), Response("202"), REFUSED),
)

TOPAZ_UPSCALE_VIDEO_PLAIN = TOPAZ_UPSCALE_VIDEO.twin(
    name="createTopazUpscaleVideo",
    responses=(Response("200"), Response("202"), REFUSED),
)

VEED_LIPSYNC_PLAIN = VEED_LIPSYNC.twin(
    name="createVeedLipsync",
    responses=(Response("200"), Response("202"), REFUSED),
)

VEO_2_PLAIN = VEO_2.twin(
    name="createVeo2",
    responses=(Response("200"), Response("202"), REFUSED),
)

VEO_3_1_PLAIN = VEO_3_1.twin(
    name="createVeo31",
    responses=(Response("200"), Response("202"), REFUSED),
)

VEO_3_1_FAST_PLAIN = VEO_3_1_FAST.twin(
    name="createVeo31Fast",
    responses=(Response("200"), Response("202"), REFUSED),
)

VEO_3_1_LITE_PLAIN = VEO_3_1_LITE.twin(
    name="createVeo31Lite",
    responses=(Response("200"), Response("202"), REFUSED),
)

VIDU_Q2_TEXT_TO_IMAGE_PLAIN = VIDU_Q2_TEXT_TO_IMAGE.twin(
    name="createViduQ2TextToImage",
    responses=(Response("200"), Response("202"), REFUSED),
)

VIDU_Q2_VIDEO_TURBO_PLAIN = VIDU_Q2_VIDEO_TURBO.twin(
    name="createViduQ2VideoTurbo",
    responses=(Response("200"), Response("202"), REFUSED),
)

VIDU_Q3_PLAIN = VIDU_Q3.twin(
    name="createViduQ3",
    responses=(Response("200"), Response("202"), REFUSED),
)

WAN_V2_6_PLAIN = WAN_V2_6.twin(
    name="createWanV26",
    responses=(Response("200"), Response("202"), REFUSED),
)

WAN_V2_7_PLAIN = WAN_V2_7.twin(
    name="createWanV27",
    responses=(Response("200"), Response("202"), REFUSED),
)

WAN_V2_7_VIDEO_PLAIN = WAN_V2_7_VIDEO.twin(
    name="createWanV27Video",
    responses=(Response("200"), Response("202"), REFUSED),
)

Z_IMAGE_PLAIN = Z_IMAGE.twin(
    name="createZImage",
    responses=(Response("200"), Response("202"), REFUSED),
)


class Generation:
    """The `generation` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def flux_2_pro(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with FLUX.2 Pro.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            FLUX_2_PRO,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def flux_kontext(
        self,
        *,
        prompt: str,
        aspect_ratio: str | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        resolution: Literal["1K", "2K", "4K"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with FLUX Kontext.

        Args:
            prompt: What to generate, in plain language.
            aspect_ratio: Aspect ratio, width to height; one of nine values ...
            image_urls: Reference images.
            n: How many results to make.
            resolution: Output resolution, default "2K".

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            FLUX_KONTEXT,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "image_urls": image_urls,
                "n": n,
                "resolution": resolution,
            },
            options=options,
        )

    def get(self, id: str, *, options: CallOptions | None = None) -> GenerationResult:
        """Get a generation.

        Args:
            id: Identifier of the generation.

        Returns:
            The generation as it stands.

        Raises:
            AuthenticationError, NotFoundError, PermissionDeniedError, RateLimitedError,
            UpstreamError.
            ApiError: `body` is `ErrorResponse` where it fits.
        """
        return self._core.call(GET, path={"id": id}, options=options)

    def gpt_image_1(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with GPT Image 1.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            GPT_IMAGE_1,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def gpt_image_1_5(
        self,
        *,
        prompt: str,
        aspect_ratio: Literal["1:1", "3:2", "2:3"] | Omit = OMIT,
        background: Literal["auto", "transparent", "opaque"] | Omit = OMIT,
        image_size: GptImage15RequestImageSize | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        num_images: int | Omit = OMIT,
        output_format: Literal["jpeg", "png", "webp"] | Omit = OMIT,
        quality: Literal["default", "low", "medium", "high"] | Omit = OMIT,
        resolution: Literal["1080p"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with GPT Image 1.5.

        Args:
            prompt: What to generate, in plain language.
            aspect_ratio: Aspect ratio, width to height.
            background: Background of the image.
            image_size: Size in pixels.
            image_urls: Reference images.
            n: How many results to make.
            num_images: How many images to make.
            output_format: File format, default "png".
            quality: Quality tier.
            resolution: Output resolution.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            GPT_IMAGE_1_5,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "background": background,
                "image_size": image_size,
                "image_urls": image_urls,
                "n": n,
                "num_images": num_images,
                "output_format": output_format,
                "quality": quality,
                "resolution": resolution,
            },
            options=options,
        )

    def gpt_image_2(
        self,
        *,
        prompt: str,
        aspect_ratio: GptImage2RequestAspectRatio | Omit = OMIT,
        image_size: GptImage2RequestImageSize | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        mask_url: str | FileInput | None | Omit = OMIT,
        n: int | Omit = OMIT,
        num_images: int | Omit = OMIT,
        output_format: str | Omit = OMIT,
        quality: Literal["low", "medium", "high"] | Omit = OMIT,
        resolution: Literal["1K", "2K", "4K"] | Omit = OMIT,
        sync_mode: bool | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with GPT Image 2.

        Args:
            prompt: What to generate, in plain language.
            aspect_ratio: Aspect ratio, width to height, default "4:3".
            image_size: Named size, default "landscape_4_3".
            image_urls: Reference images.
            mask_url: Mask of the area to change.
            n: How many results to make.
            num_images: How many images to make.
            output_format: File format; the page shows the default only.
            quality: Quality tier, default "high".
            resolution: Output resolution, default "1K".
            sync_mode: Whether the file is inlined in the answer.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            GPT_IMAGE_2,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "image_size": image_size,
                "image_urls": image_urls,
                "mask_url": mask_url,
                "n": n,
                "num_images": num_images,
                "output_format": output_format,
                "quality": quality,
                "resolution": resolution,
                "sync_mode": sync_mode,
            },
            options=options,
        )

    def grok_imagine_image(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Grok Imagine Image.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            GROK_IMAGINE_IMAGE,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def grok_imagine_video(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Grok Imagine Video.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            GROK_IMAGINE_VIDEO,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def hailuo_2_3(
        self,
        *,
        first_frame_url: str | FileInput,
        prompt: str,
        duration: int | Omit = OMIT,
        n: int | Omit = OMIT,
        prompt_optimizer: bool | Omit = OMIT,
        resolution: Literal["768p", "1080p"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Hailuo 2.3.

        Args:
            first_frame_url: Image used as the first frame.
            prompt: What to generate, in plain language.
            duration: Length of the clip in seconds; 10 only at 768p.
            n: How many results to make.
            prompt_optimizer: Whether the prompt is improved before use.
            resolution: Output resolution, default "768p".

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            HAILUO_2_3,
            body={
                "first_frame_url": first_frame_url,
                "prompt": prompt,
                "duration": duration,
                "n": n,
                "prompt_optimizer": prompt_optimizer,
                "resolution": resolution,
            },
            options=options,
        )

    def hailuo_2_3_fast(
        self,
        *,
        first_frame_url: str | FileInput,
        prompt: str,
        duration: int | Omit = OMIT,
        n: int | Omit = OMIT,
        prompt_optimizer: bool | Omit = OMIT,
        resolution: Literal["768p", "1080p"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Hailuo 2.3 Fast.

        Args:
            first_frame_url: Image used as the first frame.
            prompt: What to generate, in plain language.
            duration: Length of the clip in seconds; 10 only at 768p.
            n: How many results to make.
            prompt_optimizer: Whether the prompt is improved before use.
            resolution: Output resolution, default "768p".

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            HAILUO_2_3_FAST,
            body={
                "first_frame_url": first_frame_url,
                "prompt": prompt,
                "duration": duration,
                "n": n,
                "prompt_optimizer": prompt_optimizer,
                "resolution": resolution,
            },
            options=options,
        )

    def ideogram(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Ideogram.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            IDEOGRAM,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def kling_motion_control_v2_6(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Kling 2.6 Motion Control.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            KLING_MOTION_CONTROL_V2_6,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def kling_o1_edit(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Kling O1 Edit.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            KLING_O1_EDIT,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def kling_o1_image(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Kling O1 Image.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            KLING_O1_IMAGE,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def kling_o1_video(
        self,
        *,
        prompt: str,
        duration: int | Omit = OMIT,
        feature: Literal["frame-to-video"] | str | Omit = OMIT,
        first_frame_url: str | FileInput | Omit = OMIT,
        last_frame_url: str | FileInput | Omit = OMIT,
        n: int | Omit = OMIT,
        quality: Literal["standard", "pro"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Kling O1 Video.

        Args:
            prompt: What to generate, in plain language.
            duration: Length of the clip in seconds.
            feature: Workflow to run; this one when absent.
            first_frame_url: Image used as the first frame.
            last_frame_url: Image used as the last frame.
            n: How many results to make.
            quality: Quality tier, default "pro".
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            KLING_O1_VIDEO,
            body={
                "prompt": prompt,
                "duration": duration,
                "feature": feature,
                "first_frame_url": first_frame_url,
                "last_frame_url": last_frame_url,
                "n": n,
                "quality": quality,
            },
            options=options,
        )

    def kling_o3_edit(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Kling O3 Edit.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            KLING_O3_EDIT,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def kling_o3_image(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Kling O3 Image.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            KLING_O3_IMAGE,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def kling_o3_video(
        self,
        *,
        prompt: str,
        aspect_ratio: Literal["9:16", "16:9", "1:1"] | Omit = OMIT,
        duration: int | Omit = OMIT,
        end_image_url: str | FileInput | Omit = OMIT,
        feature: str | Omit = OMIT,
        first_frame_url: str | FileInput | Omit = OMIT,
        generate_audio: bool | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | None | Omit = OMIT,
        keep_audio: bool | Omit = OMIT,
        last_frame_url: str | FileInput | Omit = OMIT,
        n: int | Omit = OMIT,
        quality: str | Omit = OMIT,
        start_image_url: str | FileInput | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Kling O3 Video.

        Args:
            prompt: What to generate, in plain language.
            aspect_ratio: Aspect ratio, width to height, default "16:9".
            duration: Length of the clip in seconds.
            end_image_url: Image the clip ends on.
            feature: Workflow to run.
            first_frame_url: Image used as the first frame.
            generate_audio: Whether a soundtrack is generated.
            image_url: Image to start from.
            image_urls: Reference images.
            keep_audio: Whether the sound of the source video is kept.
            last_frame_url: Image used as the last frame.
            n: How many results to make.
            quality: Quality tier.
            start_image_url: Image the clip starts on.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            KLING_O3_VIDEO,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "duration": duration,
                "end_image_url": end_image_url,
                "feature": feature,
                "first_frame_url": first_frame_url,
                "generate_audio": generate_audio,
                "image_url": image_url,
                "image_urls": image_urls,
                "keep_audio": keep_audio,
                "last_frame_url": last_frame_url,
                "n": n,
                "quality": quality,
                "start_image_url": start_image_url,
                "video_url": video_url,
            },
            options=options,
        )

    def kling_v2_5_turbo(
        self,
        *,
        prompt: str,
        aspect_ratio: Literal["9:16", "16:9", "1:1"] | Omit = OMIT,
        duration: int | Omit = OMIT,
        feature: Literal["text-to-video"] | str | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Kling 2.5 Turbo.

        Args:
            prompt: What to generate, in plain language.
            aspect_ratio: Aspect ratio, width to height, default "16:9".
            duration: Length of the clip in seconds.
            feature: Workflow to run; this one when absent.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            KLING_V2_5_TURBO,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "duration": duration,
                "feature": feature,
                "n": n,
                "negative_prompt": negative_prompt,
            },
            options=options,
        )

    def kling_v2_6(
        self,
        *,
        prompt: str,
        aspect_ratio: Literal["9:16", "16:9", "1:1"] | Omit = OMIT,
        character_orientation: Literal["image", "video"] | Omit = OMIT,
        duration: int | Omit = OMIT,
        end_image_url: str | FileInput | Omit = OMIT,
        feature: Literal["text-image-to-video"] | str | Omit = OMIT,
        generate_audio: bool | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        keep_original_sound: bool | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        quality: Literal["standard", "pro"] | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Kling 2.6.

        Args:
            prompt: What to generate, in plain language.
            aspect_ratio: Aspect ratio, width to height, default "16:9".
            character_orientation: Whether the figure follows ..., default "video".
            duration: Length of the clip in seconds.
            end_image_url: Image the clip ends on.
            feature: Workflow to run; this one when absent.
            generate_audio: Whether a soundtrack is generated.
            image_url: Image to start from.
            keep_original_sound: Whether the sound of the source video is kept.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            quality: Quality tier, default "standard".
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            KLING_V2_6,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "character_orientation": character_orientation,
                "duration": duration,
                "end_image_url": end_image_url,
                "feature": feature,
                "generate_audio": generate_audio,
                "image_url": image_url,
                "keep_original_sound": keep_original_sound,
                "n": n,
                "negative_prompt": negative_prompt,
                "quality": quality,
                "video_url": video_url,
            },
            options=options,
        )

    def kling_v3_image(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Kling 3 Image.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            KLING_V3_IMAGE,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def kling_v3_video(
        self,
        *,
        prompt: str,
        aspect_ratio: Literal["9:16", "16:9", "1:1"] | Omit = OMIT,
        duration: int | Omit = OMIT,
        first_frame_url: str | FileInput | Omit = OMIT,
        generate_audio: bool | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        last_frame_url: str | FileInput | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        quality: Literal["standard", "pro"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Kling 3 Video.

        Args:
            prompt: What to generate, in plain language.
            aspect_ratio: Aspect ratio, width to height, default "16:9".
            duration: Length of the clip in seconds.
            first_frame_url: Image used as the first frame.
            generate_audio: Whether a soundtrack is generated.
            image_url: Image to start from.
            last_frame_url: Image used as the last frame.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            quality: Quality tier, default "standard".

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            KLING_V3_VIDEO,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "duration": duration,
                "first_frame_url": first_frame_url,
                "generate_audio": generate_audio,
                "image_url": image_url,
                "last_frame_url": last_frame_url,
                "n": n,
                "negative_prompt": negative_prompt,
                "quality": quality,
            },
            options=options,
        )

    def lightricks_ltx_2_3(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Lightricks LTX 2.3.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            LIGHTRICKS_LTX_2_3,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def lightricks_ltx_2_3_audio_to_video(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Lightricks LTX 2.3 Audio to Video.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            LIGHTRICKS_LTX_2_3_AUDIO_TO_VIDEO,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def lightricks_ltx_2_3_extend_video(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Lightricks LTX 2.3 Extend Video.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            LIGHTRICKS_LTX_2_3_EXTEND_VIDEO,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def lightricks_ltx_2_3_retake_video(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Lightricks LTX 2.3 Retake Video.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            LIGHTRICKS_LTX_2_3_RETAKE_VIDEO,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def ltx_2_3(
        self,
        *,
        feature: Literal["text-image"] | str | Omit = OMIT,
        n: int | Omit = OMIT,
        prompt: str | None | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with LTX 2.3.

        Args:
            feature: Workflow to run; this one when absent.
            n: How many results to make.
            prompt: What to generate, in plain language.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            LTX_2_3,
            body={"feature": feature, "n": n, "prompt": prompt},
            options=options,
        )

    def luma_ray_2(
        self,
        *,
        prompt: str,
        aspect_ratio: LumaRay2RequestAspectRatio | Omit = OMIT,
        duration: int | Omit = OMIT,
        end_frame_url: str | FileInput | Omit = OMIT,
        first_frame_url: str | FileInput | Omit = OMIT,
        loop: bool | Omit = OMIT,
        n: int | Omit = OMIT,
        resolution: Literal["540p", "720p", "1080p"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Luma Ray 2.

        Args:
            prompt: What to generate, in plain language.
            aspect_ratio: Aspect ratio, width to height, default "16:9".
            duration: Length of the clip in seconds.
            end_frame_url: Image used as the end frame.
            first_frame_url: Image used as the first frame.
            loop: Whether the end leads back into the beginning.
            n: How many results to make.
            resolution: Output resolution, default "540p".

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            LUMA_RAY_2,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "duration": duration,
                "end_frame_url": end_frame_url,
                "first_frame_url": first_frame_url,
                "loop": loop,
                "n": n,
                "resolution": resolution,
            },
            options=options,
        )

    def luma_ray_2_flash(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Luma Ray 2 Flash.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            LUMA_RAY_2_FLASH,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def nano_banana(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Nano Banana.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            NANO_BANANA,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def nano_banana_2(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Nano Banana 2.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            NANO_BANANA_2,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def nano_banana_pro(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Nano Banana Pro.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            image_urls: Reference images.
            n: How many results to make.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            NANO_BANANA_PRO,
            body={
                "aspect_ratio": aspect_ratio,
                "image_urls": image_urls,
                "n": n,
                "prompt": prompt,
                "resolution": resolution,
            },
            options=options,
        )

    def omnihuman_v1_5(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with OmniHuman 1.5.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            OMNIHUMAN_V1_5,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def pixverse_lipsync(
        self,
        *,
        audio_url: str | FileInput,
        video_url: str | FileInput,
        n: int | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with PixVerse Lipsync.

        Args:
            audio_url: Audio track to work from.
            video_url: Video to work from.
            n: How many results to make.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            PIXVERSE_LIPSYNC,
            body={"audio_url": audio_url, "video_url": video_url, "n": n},
            options=options,
        )

    def pixverse_v5_6(
        self,
        *,
        prompt: str,
        aspect_ratio: Literal["16:9", "4:3", "1:1", "3:4", "9:16"] | Omit = OMIT,
        duration: int | Omit = OMIT,
        end_frame_url: str | FileInput | Omit = OMIT,
        first_frame_url: str | FileInput | Omit = OMIT,
        generate_audio: bool | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | Omit = OMIT,
        resolution: Literal["540p", "720p", "1080p"] | Omit = OMIT,
        style: PixverseV56RequestStyle | Omit = OMIT,
        thinking_type: Literal["enabled", "disabled", "auto"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with PixVerse 5.6.

        Args:
            prompt: What to generate, in plain language.
            aspect_ratio: Aspect ratio, width to height, default "16:9".
            duration: Length of the clip in seconds.
            end_frame_url: Image used as the end frame.
            first_frame_url: Image used as the first frame.
            generate_audio: Whether a soundtrack is generated.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            resolution: Output resolution, default "720p".
            style: Look of the clip.
            thinking_type: Whether the prompt is reasoned over first, default "auto".

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            PIXVERSE_V5_6,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "duration": duration,
                "end_frame_url": end_frame_url,
                "first_frame_url": first_frame_url,
                "generate_audio": generate_audio,
                "n": n,
                "negative_prompt": negative_prompt,
                "resolution": resolution,
                "style": style,
                "thinking_type": thinking_type,
            },
            options=options,
        )

    def pixverse_v6(
        self,
        *,
        prompt: str,
        aspect_ratio: PixverseV6TextImageAspectRatio | Omit = OMIT,
        duration: float | Omit = OMIT,
        feature: Literal["text-image"] | str | Omit = OMIT,
        generate_audio: bool | Omit = OMIT,
        generate_multi_clip: bool | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | Omit = OMIT,
        resolution: Literal["360p", "540p", "720p", "1080p"] | Omit = OMIT,
        seed: float | Omit = OMIT,
        style: PixverseV6TextImageStyle | Omit = OMIT,
        thinking_type: Literal["enabled", "disabled", "auto"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with PixVerse 6.

        Args:
            prompt: What to generate, in plain language.
            aspect_ratio: Aspect ratio, width to height, default "16:9".
            duration: Length of the clip in seconds.
            feature: Workflow to run; this one when absent.
            generate_audio: Whether a soundtrack is generated.
            generate_multi_clip: Whether the clip may have several shots.
            image_url: Image to start from.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            resolution: Output resolution, default "720p".
            seed: Number that makes a result repeatable.
            style: Look of the clip.
            thinking_type: Whether the prompt is reasoned over first, default "auto".
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            PIXVERSE_V6,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "duration": duration,
                "feature": feature,
                "generate_audio": generate_audio,
                "generate_multi_clip": generate_multi_clip,
                "image_url": image_url,
                "n": n,
                "negative_prompt": negative_prompt,
                "resolution": resolution,
                "seed": seed,
                "style": style,
                "thinking_type": thinking_type,
            },
            options=options,
        )

    def qwen_image(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Qwen Image.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            QWEN_IMAGE,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def qwen_image_2(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Qwen Image 2.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            QWEN_IMAGE_2,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def qwen_image_2_pro(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Qwen Image 2 Pro.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            QWEN_IMAGE_2_PRO,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def running(
        self,
        *,
        workspace: str | Omit = OMIT,
        limit: int | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> list[RunningGeneration]:
        """List running generations.

        Args:
            workspace: Workspace to look into, instead of the key's own.
            limit: How many to return at most, 1 to 100, default 50.

        Returns:
            The running generations.

        Raises:
            AuthenticationError, PermissionDeniedError, RateLimitedError, UpstreamError,
            ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
        """
        return self._core.call(
            RUNNING,
            query={"workspace": workspace, "limit": limit},
            options=options,
        )

    def runway_gen4_aleph(
        self,
        *,
        prompt: str,
        video_url: str | FileInput,
        aspect_ratio: RunwayGen4AlephRequestAspectRatio | Omit = OMIT,
        n: int | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Runway Gen-4 Aleph.

        Args:
            prompt: What to generate, in plain language.
            video_url: Video to work from.
            aspect_ratio: Aspect ratio, width to height.
            n: How many results to make.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            RUNWAY_GEN4_ALEPH,
            body={
                "prompt": prompt,
                "video_url": video_url,
                "aspect_ratio": aspect_ratio,
                "n": n,
            },
            options=options,
        )

    def runway_gen4_image(
        self,
        *,
        prompt: str,
        aspect_ratio: RunwayGen4ImageRequestAspectRatio | Omit = OMIT,
        n: int | Omit = OMIT,
        resolution: Literal["720p", "1080p"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Runway Gen-4 Image.

        Args:
            prompt: What to generate, in plain language.
            aspect_ratio: Aspect ratio, width to height.
            n: How many results to make, 1 to 4, default 1.
            resolution: Output resolution.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            RUNWAY_GEN4_IMAGE,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "n": n,
                "resolution": resolution,
            },
            options=options,
        )

    def runway_gen4_image_turbo(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Runway Gen-4 Image Turbo.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            RUNWAY_GEN4_IMAGE_TURBO,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def runway_gen4_turbo(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Runway Gen-4 Turbo.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            RUNWAY_GEN4_TURBO,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def runway_gen_4_5(
        self,
        *,
        prompt: str,
        aspect_ratio: RunwayGen45RequestAspectRatio | Omit = OMIT,
        duration: int | Omit = OMIT,
        first_frame_url: str | FileInput | Omit = OMIT,
        n: int | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Runway Gen-4.5.

        Args:
            prompt: What to generate, in plain language.
            aspect_ratio: Aspect ratio, width to height, default "16:9".
            duration: Length of the clip in seconds.
            first_frame_url: Image used as the first frame.
            n: How many results to make.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            RUNWAY_GEN_4_5,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "duration": duration,
                "first_frame_url": first_frame_url,
                "n": n,
            },
            options=options,
        )

    def runway_upscale_v1(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Runway Upscale 1.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            RUNWAY_UPSCALE_V1,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def seedance_1_5(
        self,
        *,
        prompt: str,
        aspect_ratio: Seedance15RequestAspectRatio | Omit = OMIT,
        camera_fixed: bool | Omit = OMIT,
        duration: int | Omit = OMIT,
        enable_safety_checker: bool | Omit = OMIT,
        end_frame_url: str | FileInput | Omit = OMIT,
        first_frame_url: str | FileInput | Omit = OMIT,
        generate_audio: bool | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        n: int | Omit = OMIT,
        resolution: Literal["480p", "720p", "1080p"] | Omit = OMIT,
        seed: int | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Seedance 1.5.

        Args:
            prompt: What to generate, in plain language.
            aspect_ratio: Aspect ratio, width to height, default "16:9".
            camera_fixed: Whether the camera stands still.
            duration: Length of the clip in seconds.
            enable_safety_checker: Whether inputs and results are screened.
            end_frame_url: Image used as the end frame.
            first_frame_url: Image used as the first frame.
            generate_audio: Whether a soundtrack is generated.
            image_url: Image to start from.
            n: How many results to make.
            resolution: Output resolution, default "720p".
            seed: Number that makes a result repeatable.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            SEEDANCE_1_5,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "camera_fixed": camera_fixed,
                "duration": duration,
                "enable_safety_checker": enable_safety_checker,
                "end_frame_url": end_frame_url,
                "first_frame_url": first_frame_url,
                "generate_audio": generate_audio,
                "image_url": image_url,
                "n": n,
                "resolution": resolution,
                "seed": seed,
            },
            options=options,
        )

    def seedance_1_pro(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Seedance 1 Pro.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            SEEDANCE_1_PRO,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def seedance_1_pro_fast(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Seedance 1 Pro Fast.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            SEEDANCE_1_PRO_FAST,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def seedance_2_0(
        self,
        *,
        prompt: str,
        aspect_ratio: Seedance20TextImageToVideoAspectRatio | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        audio_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        duration: int | Omit = OMIT,
        end_user_id: str | Omit = OMIT,
        feature: Literal["text-image-to-video"] | str | Omit = OMIT,
        first_frame_url: str | FileInput | Omit = OMIT,
        generate_audio: bool | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        reference_image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Seedance 2.0.

        Args:
            prompt: What to generate, in plain language.
            aspect_ratio: Aspect ratio, width to height, default "16:9".
            audio_url: Audio track to work from.
            audio_urls: Audio tracks to work from.
            duration: Length of the clip in seconds.
            end_user_id: Your own identifier of the person this is made for.
            feature: Workflow to run; this one when absent.
            first_frame_url: Image used as the first frame.
            generate_audio: Whether a soundtrack is generated.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            reference_image_urls: Reference images.
            resolution: Output resolution; the page shows the default only.
            seed: Number that makes a result repeatable.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            SEEDANCE_2_0,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "audio_urls": audio_urls,
                "duration": duration,
                "end_user_id": end_user_id,
                "feature": feature,
                "first_frame_url": first_frame_url,
                "generate_audio": generate_audio,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "reference_image_urls": reference_image_urls,
                "resolution": resolution,
                "seed": seed,
            },
            options=options,
        )

    def seedream_4_0(
        self,
        *,
        prompt: str,
        aspect_ratio: Seedream40RequestAspectRatio | Omit = OMIT,
        n: int | Omit = OMIT,
        resolution: Literal["1K", "2K", "4K"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Seedream 4.0.

        Args:
            prompt: What to generate, in plain language.
            aspect_ratio: Aspect ratio, width to height.
            n: How many results to make, 1 to 4, default 1.
            resolution: Output resolution.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            SEEDREAM_4_0,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "n": n,
                "resolution": resolution,
            },
            options=options,
        )

    def seedream_4_5(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Seedream 4.5.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            SEEDREAM_4_5,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def seedream_5_lite(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Seedream 5 Lite.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            SEEDREAM_5_LITE,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def sora_2(
        self,
        *,
        prompt: str,
        aspect_ratio: Literal["9:16", "16:9"] | Omit = OMIT,
        duration: int | Omit = OMIT,
        first_frame_url: str | FileInput | Omit = OMIT,
        n: int | Omit = OMIT,
        resolution: Literal["720p"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Sora 2.

        Args:
            prompt: What to generate, in plain language.
            aspect_ratio: Aspect ratio, width to height, default "9:16".
            duration: Length of the clip in seconds.
            first_frame_url: Image used as the first frame.
            n: How many results to make.
            resolution: Output resolution.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            SORA_2,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "duration": duration,
                "first_frame_url": first_frame_url,
                "n": n,
                "resolution": resolution,
            },
            options=options,
        )

    def sora_2_pro(
        self,
        *,
        prompt: str,
        aspect_ratio: str | Omit = OMIT,
        first_frame_url: str | FileInput | None | Omit = OMIT,
        n: int | Omit = OMIT,
        resolution: Literal["720p", "1080p"] | Omit = OMIT,
        seconds: int | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Sora 2 Pro.

        Args:
            prompt: What to generate, in plain language.
            aspect_ratio: Aspect ratio, width to height; the page shows the ...
            first_frame_url: Image used as the first frame.
            n: How many results to make.
            resolution: Output resolution, default "720p".
            seconds: Length of the clip in seconds.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            SORA_2_PRO,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "first_frame_url": first_frame_url,
                "n": n,
                "resolution": resolution,
                "seconds": seconds,
            },
            options=options,
        )

    def sync_lipsync_2(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Sync Lipsync 2.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            SYNC_LIPSYNC_2,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def topaz_upscale_image(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Topaz Image Upscale.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            TOPAZ_UPSCALE_IMAGE,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def topaz_upscale_video(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Topaz Video Upscale.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            TOPAZ_UPSCALE_VIDEO,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def veed_lipsync(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with VEED Lipsync.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            VEED_LIPSYNC,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def veo_2(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Veo 2.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            VEO_2,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def veo_3_1(
        self,
        *,
        prompt: str,
        aspect_ratio: Literal["16:9", "9:16"] | Omit = OMIT,
        duration: int | Omit = OMIT,
        first_frame_url: str | FileInput | Omit = OMIT,
        generate_audio: bool | Omit = OMIT,
        last_frame_url: str | FileInput | Omit = OMIT,
        mode: Literal["text-image", "reference", "frames"] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        reference_image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        resolution: Literal["720p", "1080p"] | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Veo 3.1.

        Args:
            prompt: What to generate, in plain language.
            aspect_ratio: Aspect ratio, width to height, default "16:9".
            duration: Length of the clip in seconds.
            first_frame_url: Image used as the first frame.
            generate_audio: Whether a soundtrack is generated.
            last_frame_url: Image used as the last frame.
            mode: Which inputs lead the generation.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            reference_image_urls: Reference images.
            resolution: Output resolution, default "1080p".
            seed: Number that makes a result repeatable.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            VEO_3_1,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "duration": duration,
                "first_frame_url": first_frame_url,
                "generate_audio": generate_audio,
                "last_frame_url": last_frame_url,
                "mode": mode,
                "n": n,
                "negative_prompt": negative_prompt,
                "reference_image_urls": reference_image_urls,
                "resolution": resolution,
                "seed": seed,
            },
            options=options,
        )

    def veo_3_1_fast(
        self,
        *,
        prompt: str,
        aspect_ratio: Literal["16:9", "9:16"] | Omit = OMIT,
        duration: int | Omit = OMIT,
        first_frame_url: str | FileInput | Omit = OMIT,
        generate_audio: bool | Omit = OMIT,
        last_frame_url: str | FileInput | Omit = OMIT,
        mode: Literal["text-image", "reference", "frames"] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        reference_image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        resolution: Literal["720p", "1080p"] | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Veo 3.1 Fast.

        Args:
            prompt: What to generate, in plain language.
            aspect_ratio: Aspect ratio, width to height, default "16:9".
            duration: Length of the clip in seconds.
            first_frame_url: Image used as the first frame.
            generate_audio: Whether a soundtrack is generated.
            last_frame_url: Image used as the last frame.
            mode: Which inputs lead the generation.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            reference_image_urls: Reference images.
            resolution: Output resolution, default "1080p".
            seed: Number that makes a result repeatable.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            VEO_3_1_FAST,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "duration": duration,
                "first_frame_url": first_frame_url,
                "generate_audio": generate_audio,
                "last_frame_url": last_frame_url,
                "mode": mode,
                "n": n,
                "negative_prompt": negative_prompt,
                "reference_image_urls": reference_image_urls,
                "resolution": resolution,
                "seed": seed,
            },
            options=options,
        )

    def veo_3_1_lite(
        self,
        *,
        prompt: str,
        aspect_ratio: str | Omit = OMIT,
        auto_fix: bool | Omit = OMIT,
        first_frame_url: str | FileInput | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        last_frame_url: str | FileInput | Omit = OMIT,
        mode: Literal["text-image", "frames"] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Veo 3.1 Lite.

        Args:
            prompt: What to generate, in plain language.
            aspect_ratio: Aspect ratio, width to height.
            auto_fix: Whether a rejected prompt is rewritten and tried again.
            first_frame_url: Image used as the first frame.
            image_url: Image to start from.
            image_urls: Reference images.
            last_frame_url: Image used as the last frame.
            mode: Which inputs lead the generation.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            resolution: Output resolution; the page shows the default only.
            seed: Number that makes a result repeatable.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            VEO_3_1_LITE,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "auto_fix": auto_fix,
                "first_frame_url": first_frame_url,
                "image_url": image_url,
                "image_urls": image_urls,
                "last_frame_url": last_frame_url,
                "mode": mode,
                "n": n,
                "negative_prompt": negative_prompt,
                "resolution": resolution,
                "seed": seed,
            },
            options=options,
        )

    def vidu_q2_text_to_image(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Vidu Q2 Text to Image.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            VIDU_Q2_TEXT_TO_IMAGE,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def vidu_q2_video_turbo(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Vidu Q2 Video Turbo.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            VIDU_Q2_VIDEO_TURBO,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def vidu_q3(
        self,
        *,
        prompt: str,
        aspect_ratio: Literal["16:9", "9:16", "1:1"] | Omit = OMIT,
        audio: bool | Omit = OMIT,
        duration: int | Omit = OMIT,
        first_frame_url: str | FileInput | Omit = OMIT,
        generate_audio: bool | Omit = OMIT,
        n: int | Omit = OMIT,
        resolution: Literal["360p", "540p", "720p", "1080p"] | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Vidu Q3.

        Args:
            prompt: What to generate, in plain language.
            aspect_ratio: Aspect ratio, width to height.
            audio: Older spelling of `generate_audio`.
            duration: Length of the clip in seconds.
            first_frame_url: Image used as the first frame.
            generate_audio: Whether a soundtrack is generated.
            n: How many results to make.
            resolution: Output resolution, default "720p".
            seed: Number that makes a result repeatable.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            VIDU_Q3,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "audio": audio,
                "duration": duration,
                "first_frame_url": first_frame_url,
                "generate_audio": generate_audio,
                "n": n,
                "resolution": resolution,
                "seed": seed,
            },
            options=options,
        )

    def wan_v2_6(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Wan 2.6.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            audio_url: Audio track to work from.
            duration: Length of the clip in seconds.
            image_url: Image to start from.
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            resolution: Output resolution.
            seed: Number that makes a result repeatable.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            WAN_V2_6,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    def wan_v2_7(
        self,
        *,
        prompt: str,
        aspect_ratio: Literal["1:1", "3:4", "9:16", "4:3", "16:9"] | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | Omit = OMIT,
        num_images: int | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Wan 2.7 Image.

        Args:
            prompt: What to generate, in plain language.
            aspect_ratio: Aspect ratio, width to height, default "1:1".
            image_urls: Reference images.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            num_images: How many images to make.
            seed: Number that makes a result repeatable.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            WAN_V2_7,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "num_images": num_images,
                "seed": seed,
            },
            options=options,
        )

    def wan_v2_7_video(
        self,
        *,
        audio_url: str | FileInput | Omit = OMIT,
        enable_prompt_expansion: bool | Omit = OMIT,
        end_image_url: str | FileInput | Omit = OMIT,
        feature: Literal["text-image"] | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        multi_shots: bool | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        reference_image_url: str | FileInput | Omit = OMIT,
        reference_image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        video_refs: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Wan 2.7 Video.

        Args:
            audio_url: Audio track to work from.
            enable_prompt_expansion: Whether the prompt is extended before use.
            end_image_url: Image the clip ends on.
            feature: Workflow to run; this one when absent.
            image_url: Image to start from.
            multi_shots: Whether the clip may have several shots.
            n: How many results to make.
            negative_prompt: What to keep out of the result.
            prompt: What to generate, in plain language.
            reference_image_url: One reference image.
            reference_image_urls: Reference images.
            video_refs: Reference videos.
            video_url: Video to work from.
            options: Its `extra_body` takes further fields.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            WAN_V2_7_VIDEO,
            body={
                "audio_url": audio_url,
                "enable_prompt_expansion": enable_prompt_expansion,
                "end_image_url": end_image_url,
                "feature": feature,
                "image_url": image_url,
                "multi_shots": multi_shots,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "reference_image_url": reference_image_url,
                "reference_image_urls": reference_image_urls,
                "video_refs": video_refs,
                "video_url": video_url,
            },
            options=options,
        )

    def z_image(
        self,
        *,
        prompt: str,
        aspect_ratio: str | Omit = OMIT,
        image_url: str | FileInput | None | Omit = OMIT,
        n: int | Omit = OMIT,
        output_format: Literal["jpg", "png"] | Omit = OMIT,
        resolution: Literal["720p", "1080p"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[GenerationData]:
        """Generate with Z-Image.

        Args:
            prompt: What to generate, in plain language.
            aspect_ratio: Aspect ratio, width to height; one of ten values that ...
            image_url: Image to start from.
            n: How many results to make.
            output_format: File format, default "jpg".
            resolution: Output resolution, default "720p".

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, InsufficientCreditsError, NotFoundError,
            PermissionDeniedError, RateLimitedError, UpstreamError, ValidationError.
            ApiError: `body` is `ErrorResponse` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            Z_IMAGE,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "image_url": image_url,
                "n": n,
                "output_format": output_format,
                "resolution": resolution,
            },
            options=options,
        )


class AsyncGeneration:
    """The `generation` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def flux_2_pro(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with FLUX.2 Pro."""
        return await self._core.submit(
            FLUX_2_PRO,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def flux_kontext(
        self,
        *,
        prompt: str,
        aspect_ratio: str | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        resolution: Literal["1K", "2K", "4K"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with FLUX Kontext."""
        return await self._core.submit(
            FLUX_KONTEXT,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "image_urls": image_urls,
                "n": n,
                "resolution": resolution,
            },
            options=options,
        )

    async def get(
        self,
        id: str,
        *,
        options: CallOptions | None = None,
    ) -> GenerationResult:
        """Get a generation."""
        return await self._core.call(GET, path={"id": id}, options=options)

    async def gpt_image_1(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with GPT Image 1."""
        return await self._core.submit(
            GPT_IMAGE_1,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def gpt_image_1_5(
        self,
        *,
        prompt: str,
        aspect_ratio: Literal["1:1", "3:2", "2:3"] | Omit = OMIT,
        background: Literal["auto", "transparent", "opaque"] | Omit = OMIT,
        image_size: GptImage15RequestImageSize | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        num_images: int | Omit = OMIT,
        output_format: Literal["jpeg", "png", "webp"] | Omit = OMIT,
        quality: Literal["default", "low", "medium", "high"] | Omit = OMIT,
        resolution: Literal["1080p"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with GPT Image 1.5."""
        return await self._core.submit(
            GPT_IMAGE_1_5,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "background": background,
                "image_size": image_size,
                "image_urls": image_urls,
                "n": n,
                "num_images": num_images,
                "output_format": output_format,
                "quality": quality,
                "resolution": resolution,
            },
            options=options,
        )

    async def gpt_image_2(
        self,
        *,
        prompt: str,
        aspect_ratio: GptImage2RequestAspectRatio | Omit = OMIT,
        image_size: GptImage2RequestImageSize | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        mask_url: str | FileInput | None | Omit = OMIT,
        n: int | Omit = OMIT,
        num_images: int | Omit = OMIT,
        output_format: str | Omit = OMIT,
        quality: Literal["low", "medium", "high"] | Omit = OMIT,
        resolution: Literal["1K", "2K", "4K"] | Omit = OMIT,
        sync_mode: bool | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with GPT Image 2."""
        return await self._core.submit(
            GPT_IMAGE_2,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "image_size": image_size,
                "image_urls": image_urls,
                "mask_url": mask_url,
                "n": n,
                "num_images": num_images,
                "output_format": output_format,
                "quality": quality,
                "resolution": resolution,
                "sync_mode": sync_mode,
            },
            options=options,
        )

    async def grok_imagine_image(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Grok Imagine Image."""
        return await self._core.submit(
            GROK_IMAGINE_IMAGE,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def grok_imagine_video(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Grok Imagine Video."""
        return await self._core.submit(
            GROK_IMAGINE_VIDEO,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def hailuo_2_3(
        self,
        *,
        first_frame_url: str | FileInput,
        prompt: str,
        duration: int | Omit = OMIT,
        n: int | Omit = OMIT,
        prompt_optimizer: bool | Omit = OMIT,
        resolution: Literal["768p", "1080p"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Hailuo 2.3."""
        return await self._core.submit(
            HAILUO_2_3,
            body={
                "first_frame_url": first_frame_url,
                "prompt": prompt,
                "duration": duration,
                "n": n,
                "prompt_optimizer": prompt_optimizer,
                "resolution": resolution,
            },
            options=options,
        )

    async def hailuo_2_3_fast(
        self,
        *,
        first_frame_url: str | FileInput,
        prompt: str,
        duration: int | Omit = OMIT,
        n: int | Omit = OMIT,
        prompt_optimizer: bool | Omit = OMIT,
        resolution: Literal["768p", "1080p"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Hailuo 2.3 Fast."""
        return await self._core.submit(
            HAILUO_2_3_FAST,
            body={
                "first_frame_url": first_frame_url,
                "prompt": prompt,
                "duration": duration,
                "n": n,
                "prompt_optimizer": prompt_optimizer,
                "resolution": resolution,
            },
            options=options,
        )

    async def ideogram(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Ideogram."""
        return await self._core.submit(
            IDEOGRAM,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def kling_motion_control_v2_6(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Kling 2.6 Motion Control."""
        return await self._core.submit(
            KLING_MOTION_CONTROL_V2_6,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def kling_o1_edit(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Kling O1 Edit."""
        return await self._core.submit(
            KLING_O1_EDIT,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def kling_o1_image(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Kling O1 Image."""
        return await self._core.submit(
            KLING_O1_IMAGE,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def kling_o1_video(
        self,
        *,
        prompt: str,
        duration: int | Omit = OMIT,
        feature: Literal["frame-to-video"] | str | Omit = OMIT,
        first_frame_url: str | FileInput | Omit = OMIT,
        last_frame_url: str | FileInput | Omit = OMIT,
        n: int | Omit = OMIT,
        quality: Literal["standard", "pro"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Kling O1 Video."""
        return await self._core.submit(
            KLING_O1_VIDEO,
            body={
                "prompt": prompt,
                "duration": duration,
                "feature": feature,
                "first_frame_url": first_frame_url,
                "last_frame_url": last_frame_url,
                "n": n,
                "quality": quality,
            },
            options=options,
        )

    async def kling_o3_edit(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Kling O3 Edit."""
        return await self._core.submit(
            KLING_O3_EDIT,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def kling_o3_image(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Kling O3 Image."""
        return await self._core.submit(
            KLING_O3_IMAGE,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def kling_o3_video(
        self,
        *,
        prompt: str,
        aspect_ratio: Literal["9:16", "16:9", "1:1"] | Omit = OMIT,
        duration: int | Omit = OMIT,
        end_image_url: str | FileInput | Omit = OMIT,
        feature: str | Omit = OMIT,
        first_frame_url: str | FileInput | Omit = OMIT,
        generate_audio: bool | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | None | Omit = OMIT,
        keep_audio: bool | Omit = OMIT,
        last_frame_url: str | FileInput | Omit = OMIT,
        n: int | Omit = OMIT,
        quality: str | Omit = OMIT,
        start_image_url: str | FileInput | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Kling O3 Video."""
        return await self._core.submit(
            KLING_O3_VIDEO,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "duration": duration,
                "end_image_url": end_image_url,
                "feature": feature,
                "first_frame_url": first_frame_url,
                "generate_audio": generate_audio,
                "image_url": image_url,
                "image_urls": image_urls,
                "keep_audio": keep_audio,
                "last_frame_url": last_frame_url,
                "n": n,
                "quality": quality,
                "start_image_url": start_image_url,
                "video_url": video_url,
            },
            options=options,
        )

    async def kling_v2_5_turbo(
        self,
        *,
        prompt: str,
        aspect_ratio: Literal["9:16", "16:9", "1:1"] | Omit = OMIT,
        duration: int | Omit = OMIT,
        feature: Literal["text-to-video"] | str | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Kling 2.5 Turbo."""
        return await self._core.submit(
            KLING_V2_5_TURBO,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "duration": duration,
                "feature": feature,
                "n": n,
                "negative_prompt": negative_prompt,
            },
            options=options,
        )

    async def kling_v2_6(
        self,
        *,
        prompt: str,
        aspect_ratio: Literal["9:16", "16:9", "1:1"] | Omit = OMIT,
        character_orientation: Literal["image", "video"] | Omit = OMIT,
        duration: int | Omit = OMIT,
        end_image_url: str | FileInput | Omit = OMIT,
        feature: Literal["text-image-to-video"] | str | Omit = OMIT,
        generate_audio: bool | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        keep_original_sound: bool | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        quality: Literal["standard", "pro"] | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Kling 2.6."""
        return await self._core.submit(
            KLING_V2_6,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "character_orientation": character_orientation,
                "duration": duration,
                "end_image_url": end_image_url,
                "feature": feature,
                "generate_audio": generate_audio,
                "image_url": image_url,
                "keep_original_sound": keep_original_sound,
                "n": n,
                "negative_prompt": negative_prompt,
                "quality": quality,
                "video_url": video_url,
            },
            options=options,
        )

    async def kling_v3_image(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Kling 3 Image."""
        return await self._core.submit(
            KLING_V3_IMAGE,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def kling_v3_video(
        self,
        *,
        prompt: str,
        aspect_ratio: Literal["9:16", "16:9", "1:1"] | Omit = OMIT,
        duration: int | Omit = OMIT,
        first_frame_url: str | FileInput | Omit = OMIT,
        generate_audio: bool | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        last_frame_url: str | FileInput | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        quality: Literal["standard", "pro"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Kling 3 Video."""
        return await self._core.submit(
            KLING_V3_VIDEO,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "duration": duration,
                "first_frame_url": first_frame_url,
                "generate_audio": generate_audio,
                "image_url": image_url,
                "last_frame_url": last_frame_url,
                "n": n,
                "negative_prompt": negative_prompt,
                "quality": quality,
            },
            options=options,
        )

    async def lightricks_ltx_2_3(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Lightricks LTX 2.3."""
        return await self._core.submit(
            LIGHTRICKS_LTX_2_3,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def lightricks_ltx_2_3_audio_to_video(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Lightricks LTX 2.3 Audio to Video."""
        return await self._core.submit(
            LIGHTRICKS_LTX_2_3_AUDIO_TO_VIDEO,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def lightricks_ltx_2_3_extend_video(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Lightricks LTX 2.3 Extend Video."""
        return await self._core.submit(
            LIGHTRICKS_LTX_2_3_EXTEND_VIDEO,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def lightricks_ltx_2_3_retake_video(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Lightricks LTX 2.3 Retake Video."""
        return await self._core.submit(
            LIGHTRICKS_LTX_2_3_RETAKE_VIDEO,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def ltx_2_3(
        self,
        *,
        feature: Literal["text-image"] | str | Omit = OMIT,
        n: int | Omit = OMIT,
        prompt: str | None | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with LTX 2.3."""
        return await self._core.submit(
            LTX_2_3,
            body={"feature": feature, "n": n, "prompt": prompt},
            options=options,
        )

    async def luma_ray_2(
        self,
        *,
        prompt: str,
        aspect_ratio: LumaRay2RequestAspectRatio | Omit = OMIT,
        duration: int | Omit = OMIT,
        end_frame_url: str | FileInput | Omit = OMIT,
        first_frame_url: str | FileInput | Omit = OMIT,
        loop: bool | Omit = OMIT,
        n: int | Omit = OMIT,
        resolution: Literal["540p", "720p", "1080p"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Luma Ray 2."""
        return await self._core.submit(
            LUMA_RAY_2,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "duration": duration,
                "end_frame_url": end_frame_url,
                "first_frame_url": first_frame_url,
                "loop": loop,
                "n": n,
                "resolution": resolution,
            },
            options=options,
        )

    async def luma_ray_2_flash(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Luma Ray 2 Flash."""
        return await self._core.submit(
            LUMA_RAY_2_FLASH,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def nano_banana(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Nano Banana."""
        return await self._core.submit(
            NANO_BANANA,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def nano_banana_2(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Nano Banana 2."""
        return await self._core.submit(
            NANO_BANANA_2,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def nano_banana_pro(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Nano Banana Pro."""
        return await self._core.submit(
            NANO_BANANA_PRO,
            body={
                "aspect_ratio": aspect_ratio,
                "image_urls": image_urls,
                "n": n,
                "prompt": prompt,
                "resolution": resolution,
            },
            options=options,
        )

    async def omnihuman_v1_5(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with OmniHuman 1.5."""
        return await self._core.submit(
            OMNIHUMAN_V1_5,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def pixverse_lipsync(
        self,
        *,
        audio_url: str | FileInput,
        video_url: str | FileInput,
        n: int | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with PixVerse Lipsync."""
        return await self._core.submit(
            PIXVERSE_LIPSYNC,
            body={"audio_url": audio_url, "video_url": video_url, "n": n},
            options=options,
        )

    async def pixverse_v5_6(
        self,
        *,
        prompt: str,
        aspect_ratio: Literal["16:9", "4:3", "1:1", "3:4", "9:16"] | Omit = OMIT,
        duration: int | Omit = OMIT,
        end_frame_url: str | FileInput | Omit = OMIT,
        first_frame_url: str | FileInput | Omit = OMIT,
        generate_audio: bool | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | Omit = OMIT,
        resolution: Literal["540p", "720p", "1080p"] | Omit = OMIT,
        style: PixverseV56RequestStyle | Omit = OMIT,
        thinking_type: Literal["enabled", "disabled", "auto"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with PixVerse 5.6."""
        return await self._core.submit(
            PIXVERSE_V5_6,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "duration": duration,
                "end_frame_url": end_frame_url,
                "first_frame_url": first_frame_url,
                "generate_audio": generate_audio,
                "n": n,
                "negative_prompt": negative_prompt,
                "resolution": resolution,
                "style": style,
                "thinking_type": thinking_type,
            },
            options=options,
        )

    async def pixverse_v6(
        self,
        *,
        prompt: str,
        aspect_ratio: PixverseV6TextImageAspectRatio | Omit = OMIT,
        duration: float | Omit = OMIT,
        feature: Literal["text-image"] | str | Omit = OMIT,
        generate_audio: bool | Omit = OMIT,
        generate_multi_clip: bool | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | Omit = OMIT,
        resolution: Literal["360p", "540p", "720p", "1080p"] | Omit = OMIT,
        seed: float | Omit = OMIT,
        style: PixverseV6TextImageStyle | Omit = OMIT,
        thinking_type: Literal["enabled", "disabled", "auto"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with PixVerse 6."""
        return await self._core.submit(
            PIXVERSE_V6,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "duration": duration,
                "feature": feature,
                "generate_audio": generate_audio,
                "generate_multi_clip": generate_multi_clip,
                "image_url": image_url,
                "n": n,
                "negative_prompt": negative_prompt,
                "resolution": resolution,
                "seed": seed,
                "style": style,
                "thinking_type": thinking_type,
            },
            options=options,
        )

    async def qwen_image(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Qwen Image."""
        return await self._core.submit(
            QWEN_IMAGE,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def qwen_image_2(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Qwen Image 2."""
        return await self._core.submit(
            QWEN_IMAGE_2,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def qwen_image_2_pro(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Qwen Image 2 Pro."""
        return await self._core.submit(
            QWEN_IMAGE_2_PRO,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def running(
        self,
        *,
        workspace: str | Omit = OMIT,
        limit: int | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> list[RunningGeneration]:
        """List running generations."""
        return await self._core.call(
            RUNNING,
            query={"workspace": workspace, "limit": limit},
            options=options,
        )

    async def runway_gen4_aleph(
        self,
        *,
        prompt: str,
        video_url: str | FileInput,
        aspect_ratio: RunwayGen4AlephRequestAspectRatio | Omit = OMIT,
        n: int | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Runway Gen-4 Aleph."""
        return await self._core.submit(
            RUNWAY_GEN4_ALEPH,
            body={
                "prompt": prompt,
                "video_url": video_url,
                "aspect_ratio": aspect_ratio,
                "n": n,
            },
            options=options,
        )

    async def runway_gen4_image(
        self,
        *,
        prompt: str,
        aspect_ratio: RunwayGen4ImageRequestAspectRatio | Omit = OMIT,
        n: int | Omit = OMIT,
        resolution: Literal["720p", "1080p"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Runway Gen-4 Image."""
        return await self._core.submit(
            RUNWAY_GEN4_IMAGE,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "n": n,
                "resolution": resolution,
            },
            options=options,
        )

    async def runway_gen4_image_turbo(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Runway Gen-4 Image Turbo."""
        return await self._core.submit(
            RUNWAY_GEN4_IMAGE_TURBO,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def runway_gen4_turbo(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Runway Gen-4 Turbo."""
        return await self._core.submit(
            RUNWAY_GEN4_TURBO,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def runway_gen_4_5(
        self,
        *,
        prompt: str,
        aspect_ratio: RunwayGen45RequestAspectRatio | Omit = OMIT,
        duration: int | Omit = OMIT,
        first_frame_url: str | FileInput | Omit = OMIT,
        n: int | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Runway Gen-4.5."""
        return await self._core.submit(
            RUNWAY_GEN_4_5,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "duration": duration,
                "first_frame_url": first_frame_url,
                "n": n,
            },
            options=options,
        )

    async def runway_upscale_v1(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Runway Upscale 1."""
        return await self._core.submit(
            RUNWAY_UPSCALE_V1,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def seedance_1_5(
        self,
        *,
        prompt: str,
        aspect_ratio: Seedance15RequestAspectRatio | Omit = OMIT,
        camera_fixed: bool | Omit = OMIT,
        duration: int | Omit = OMIT,
        enable_safety_checker: bool | Omit = OMIT,
        end_frame_url: str | FileInput | Omit = OMIT,
        first_frame_url: str | FileInput | Omit = OMIT,
        generate_audio: bool | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        n: int | Omit = OMIT,
        resolution: Literal["480p", "720p", "1080p"] | Omit = OMIT,
        seed: int | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Seedance 1.5."""
        return await self._core.submit(
            SEEDANCE_1_5,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "camera_fixed": camera_fixed,
                "duration": duration,
                "enable_safety_checker": enable_safety_checker,
                "end_frame_url": end_frame_url,
                "first_frame_url": first_frame_url,
                "generate_audio": generate_audio,
                "image_url": image_url,
                "n": n,
                "resolution": resolution,
                "seed": seed,
            },
            options=options,
        )

    async def seedance_1_pro(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Seedance 1 Pro."""
        return await self._core.submit(
            SEEDANCE_1_PRO,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def seedance_1_pro_fast(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Seedance 1 Pro Fast."""
        return await self._core.submit(
            SEEDANCE_1_PRO_FAST,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def seedance_2_0(
        self,
        *,
        prompt: str,
        aspect_ratio: Seedance20TextImageToVideoAspectRatio | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        audio_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        duration: int | Omit = OMIT,
        end_user_id: str | Omit = OMIT,
        feature: Literal["text-image-to-video"] | str | Omit = OMIT,
        first_frame_url: str | FileInput | Omit = OMIT,
        generate_audio: bool | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        reference_image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Seedance 2.0."""
        return await self._core.submit(
            SEEDANCE_2_0,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "audio_urls": audio_urls,
                "duration": duration,
                "end_user_id": end_user_id,
                "feature": feature,
                "first_frame_url": first_frame_url,
                "generate_audio": generate_audio,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "reference_image_urls": reference_image_urls,
                "resolution": resolution,
                "seed": seed,
            },
            options=options,
        )

    async def seedream_4_0(
        self,
        *,
        prompt: str,
        aspect_ratio: Seedream40RequestAspectRatio | Omit = OMIT,
        n: int | Omit = OMIT,
        resolution: Literal["1K", "2K", "4K"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Seedream 4.0."""
        return await self._core.submit(
            SEEDREAM_4_0,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "n": n,
                "resolution": resolution,
            },
            options=options,
        )

    async def seedream_4_5(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Seedream 4.5."""
        return await self._core.submit(
            SEEDREAM_4_5,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def seedream_5_lite(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Seedream 5 Lite."""
        return await self._core.submit(
            SEEDREAM_5_LITE,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def sora_2(
        self,
        *,
        prompt: str,
        aspect_ratio: Literal["9:16", "16:9"] | Omit = OMIT,
        duration: int | Omit = OMIT,
        first_frame_url: str | FileInput | Omit = OMIT,
        n: int | Omit = OMIT,
        resolution: Literal["720p"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Sora 2."""
        return await self._core.submit(
            SORA_2,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "duration": duration,
                "first_frame_url": first_frame_url,
                "n": n,
                "resolution": resolution,
            },
            options=options,
        )

    async def sora_2_pro(
        self,
        *,
        prompt: str,
        aspect_ratio: str | Omit = OMIT,
        first_frame_url: str | FileInput | None | Omit = OMIT,
        n: int | Omit = OMIT,
        resolution: Literal["720p", "1080p"] | Omit = OMIT,
        seconds: int | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Sora 2 Pro."""
        return await self._core.submit(
            SORA_2_PRO,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "first_frame_url": first_frame_url,
                "n": n,
                "resolution": resolution,
                "seconds": seconds,
            },
            options=options,
        )

    async def sync_lipsync_2(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Sync Lipsync 2."""
        return await self._core.submit(
            SYNC_LIPSYNC_2,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def topaz_upscale_image(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Topaz Image Upscale."""
        return await self._core.submit(
            TOPAZ_UPSCALE_IMAGE,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def topaz_upscale_video(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Topaz Video Upscale."""
        return await self._core.submit(
            TOPAZ_UPSCALE_VIDEO,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def veed_lipsync(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with VEED Lipsync."""
        return await self._core.submit(
            VEED_LIPSYNC,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def veo_2(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Veo 2."""
        return await self._core.submit(
            VEO_2,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def veo_3_1(
        self,
        *,
        prompt: str,
        aspect_ratio: Literal["16:9", "9:16"] | Omit = OMIT,
        duration: int | Omit = OMIT,
        first_frame_url: str | FileInput | Omit = OMIT,
        generate_audio: bool | Omit = OMIT,
        last_frame_url: str | FileInput | Omit = OMIT,
        mode: Literal["text-image", "reference", "frames"] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        reference_image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        resolution: Literal["720p", "1080p"] | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Veo 3.1."""
        return await self._core.submit(
            VEO_3_1,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "duration": duration,
                "first_frame_url": first_frame_url,
                "generate_audio": generate_audio,
                "last_frame_url": last_frame_url,
                "mode": mode,
                "n": n,
                "negative_prompt": negative_prompt,
                "reference_image_urls": reference_image_urls,
                "resolution": resolution,
                "seed": seed,
            },
            options=options,
        )

    async def veo_3_1_fast(
        self,
        *,
        prompt: str,
        aspect_ratio: Literal["16:9", "9:16"] | Omit = OMIT,
        duration: int | Omit = OMIT,
        first_frame_url: str | FileInput | Omit = OMIT,
        generate_audio: bool | Omit = OMIT,
        last_frame_url: str | FileInput | Omit = OMIT,
        mode: Literal["text-image", "reference", "frames"] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        reference_image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        resolution: Literal["720p", "1080p"] | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Veo 3.1 Fast."""
        return await self._core.submit(
            VEO_3_1_FAST,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "duration": duration,
                "first_frame_url": first_frame_url,
                "generate_audio": generate_audio,
                "last_frame_url": last_frame_url,
                "mode": mode,
                "n": n,
                "negative_prompt": negative_prompt,
                "reference_image_urls": reference_image_urls,
                "resolution": resolution,
                "seed": seed,
            },
            options=options,
        )

    async def veo_3_1_lite(
        self,
        *,
        prompt: str,
        aspect_ratio: str | Omit = OMIT,
        auto_fix: bool | Omit = OMIT,
        first_frame_url: str | FileInput | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        last_frame_url: str | FileInput | Omit = OMIT,
        mode: Literal["text-image", "frames"] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Veo 3.1 Lite."""
        return await self._core.submit(
            VEO_3_1_LITE,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "auto_fix": auto_fix,
                "first_frame_url": first_frame_url,
                "image_url": image_url,
                "image_urls": image_urls,
                "last_frame_url": last_frame_url,
                "mode": mode,
                "n": n,
                "negative_prompt": negative_prompt,
                "resolution": resolution,
                "seed": seed,
            },
            options=options,
        )

    async def vidu_q2_text_to_image(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Vidu Q2 Text to Image."""
        return await self._core.submit(
            VIDU_Q2_TEXT_TO_IMAGE,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def vidu_q2_video_turbo(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Vidu Q2 Video Turbo."""
        return await self._core.submit(
            VIDU_Q2_VIDEO_TURBO,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def vidu_q3(
        self,
        *,
        prompt: str,
        aspect_ratio: Literal["16:9", "9:16", "1:1"] | Omit = OMIT,
        audio: bool | Omit = OMIT,
        duration: int | Omit = OMIT,
        first_frame_url: str | FileInput | Omit = OMIT,
        generate_audio: bool | Omit = OMIT,
        n: int | Omit = OMIT,
        resolution: Literal["360p", "540p", "720p", "1080p"] | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Vidu Q3."""
        return await self._core.submit(
            VIDU_Q3,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "audio": audio,
                "duration": duration,
                "first_frame_url": first_frame_url,
                "generate_audio": generate_audio,
                "n": n,
                "resolution": resolution,
                "seed": seed,
            },
            options=options,
        )

    async def wan_v2_6(
        self,
        *,
        aspect_ratio: str | Omit = OMIT,
        audio_url: str | FileInput | Omit = OMIT,
        duration: float | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        resolution: str | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Wan 2.6."""
        return await self._core.submit(
            WAN_V2_6,
            body={
                "aspect_ratio": aspect_ratio,
                "audio_url": audio_url,
                "duration": duration,
                "image_url": image_url,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "resolution": resolution,
                "seed": seed,
                "video_url": video_url,
            },
            options=options,
        )

    async def wan_v2_7(
        self,
        *,
        prompt: str,
        aspect_ratio: Literal["1:1", "3:4", "9:16", "4:3", "16:9"] | Omit = OMIT,
        image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | Omit = OMIT,
        num_images: int | Omit = OMIT,
        seed: int | None | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Wan 2.7 Image."""
        return await self._core.submit(
            WAN_V2_7,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "image_urls": image_urls,
                "n": n,
                "negative_prompt": negative_prompt,
                "num_images": num_images,
                "seed": seed,
            },
            options=options,
        )

    async def wan_v2_7_video(
        self,
        *,
        audio_url: str | FileInput | Omit = OMIT,
        enable_prompt_expansion: bool | Omit = OMIT,
        end_image_url: str | FileInput | Omit = OMIT,
        feature: Literal["text-image"] | str | Omit = OMIT,
        image_url: str | FileInput | Omit = OMIT,
        multi_shots: bool | Omit = OMIT,
        n: int | Omit = OMIT,
        negative_prompt: str | None | Omit = OMIT,
        prompt: str | Omit = OMIT,
        reference_image_url: str | FileInput | Omit = OMIT,
        reference_image_urls: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        video_refs: Sequence[str] | Sequence[str | FileInput] | Omit = OMIT,
        video_url: str | FileInput | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Wan 2.7 Video."""
        return await self._core.submit(
            WAN_V2_7_VIDEO,
            body={
                "audio_url": audio_url,
                "enable_prompt_expansion": enable_prompt_expansion,
                "end_image_url": end_image_url,
                "feature": feature,
                "image_url": image_url,
                "multi_shots": multi_shots,
                "n": n,
                "negative_prompt": negative_prompt,
                "prompt": prompt,
                "reference_image_url": reference_image_url,
                "reference_image_urls": reference_image_urls,
                "video_refs": video_refs,
                "video_url": video_url,
            },
            options=options,
        )

    async def z_image(
        self,
        *,
        prompt: str,
        aspect_ratio: str | Omit = OMIT,
        image_url: str | FileInput | None | Omit = OMIT,
        n: int | Omit = OMIT,
        output_format: Literal["jpg", "png"] | Omit = OMIT,
        resolution: Literal["720p", "1080p"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[GenerationData]:
        """Generate with Z-Image."""
        return await self._core.submit(
            Z_IMAGE,
            body={
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "image_url": image_url,
                "n": n,
                "output_format": output_format,
                "resolution": resolution,
            },
            options=options,
        )
