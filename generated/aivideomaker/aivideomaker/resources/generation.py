"""Prices and starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import deprecated

from .._runtime._omit import OMIT
from .._runtime._operation import Body, Operation, Response, Types, in_header, in_path

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal, TypeAlias

    from .._runtime._client import AsyncCore, Core
    from .._runtime._jobs import AsyncJob, Job
    from .._runtime._omit import Omit
    from .._runtime._options import CallOptions
    from ..models.generation import Quote
    from ..models.shared import Task
    from ..params.generation import (
        MinimaxFramesAspectRatio,
        Model_,
        QuotedInput,
        QuotedModel,
    )

    CreateAspectRatio: TypeAlias = Literal[
        "16:9",
        "9:16",
        "1:1",
        "auto",
        "21:9",
        "4:3",
        "3:4",
    ]

    CreateRatio: TypeAlias = (
        Literal["16:9", "9:16", "1:1", "4:3", "3:4"]
        | Literal["16:9", "9:16", "3:4", "4:3", "1:1"]
        | None
    )

types = Types(__name__)

REFUSED = Response("400 401 402 409 422 429", types("models.shared", "Error"))

CREATE: Operation[Task] = Operation(
    key="POST /api/v1/generate/{model}",
    name="createGeneration",
    parameters=(
        in_path(
            "model",
            types("params.generation", "Model_"),
            invalid_code="INVALID_MODEL",
        ),
        in_header("Idempotency-Key", types("params.generation", "IdempotencyKey")),
        in_header("X-Max-Credits", types("params.generation", "XMaxCredits")),
        in_header("webhookUrl", types("params.generation", "WebhookUrl")),
    ),
    bodies=(Body(types("params.generation", "GenerationInput"), required=True),),
    responses=(Response("200"), REFUSED),
    result=types("models.shared", "Task"),
    lifecycle="task",
    concrete=(
        "POST /api/v1/generate/happyhorse",
        "POST /api/v1/generate/i2v",
        "POST /api/v1/generate/i2v_v3",
        "POST /api/v1/generate/lv",
        "POST /api/v1/generate/minimax",
        "POST /api/v1/generate/seedance20",
        "POST /api/v1/generate/t2v",
        "POST /api/v1/generate/t2v_v3",
        "POST /api/v1/generate/wan27",
    ),
)

HAPPYHORSE: Operation[Task] = Operation(
    key="POST /api/v1/generate/happyhorse",
    name="createGenerationHappyhorse",
    parameters=(
        in_header("Idempotency-Key", types("params.generation", "IdempotencyKey")),
        in_header("X-Max-Credits", types("params.generation", "XMaxCredits")),
        in_header("webhookUrl", types("params.generation", "WebhookUrl")),
    ),
    bodies=(Body(types("params.generation", "HappyhorseInput"), required=True),),
    responses=(Response("200"), REFUSED),
    result=types("models.shared", "Task"),
    lifecycle="task",
)

I2V: Operation[Task] = Operation(
    key="POST /api/v1/generate/i2v",
    name="createGenerationI2v",
    parameters=(
        in_header("Idempotency-Key", types("params.generation", "IdempotencyKey")),
        in_header("X-Max-Credits", types("params.generation", "XMaxCredits")),
        in_header("webhookUrl", types("params.generation", "WebhookUrl")),
    ),
    bodies=(Body(types("params.generation", "I2vInput"), required=True),),
    responses=(Response("200"), REFUSED),
    result=types("models.shared", "Task"),
    lifecycle="task",
)

I2V_V3: Operation[Task] = Operation(
    key="POST /api/v1/generate/i2v_v3",
    name="createGenerationI2vV3",
    parameters=(
        in_header("Idempotency-Key", types("params.generation", "IdempotencyKey")),
        in_header("X-Max-Credits", types("params.generation", "XMaxCredits")),
        in_header("webhookUrl", types("params.generation", "WebhookUrl")),
    ),
    bodies=(Body(types("params.generation", "I2vV3Input"), required=True),),
    responses=(Response("200"), REFUSED),
    result=types("models.shared", "Task"),
    lifecycle="task",
)

LV: Operation[Task] = Operation(
    key="POST /api/v1/generate/lv",
    name="createGenerationLv",
    parameters=(
        in_header("Idempotency-Key", types("params.generation", "IdempotencyKey")),
        in_header("X-Max-Credits", types("params.generation", "XMaxCredits")),
        in_header("webhookUrl", types("params.generation", "WebhookUrl")),
    ),
    bodies=(Body(types("params.generation", "LvInput"), required=True),),
    responses=(Response("200"), REFUSED),
    result=types("models.shared", "Task"),
    lifecycle="task",
)

MINIMAX: Operation[Task] = Operation(
    key="POST /api/v1/generate/minimax",
    name="createGenerationMinimax",
    parameters=(
        in_header("Idempotency-Key", types("params.generation", "IdempotencyKey")),
        in_header("X-Max-Credits", types("params.generation", "XMaxCredits")),
        in_header("webhookUrl", types("params.generation", "WebhookUrl")),
    ),
    bodies=(Body(types("params.generation", "MinimaxInput"), required=True),),
    responses=(Response("200"), REFUSED),
    result=types("models.shared", "Task"),
    lifecycle="task",
)

QUOTE: Operation[Quote] = Operation(
    key="POST /api/v1/quote/{model}",
    name="quoteGeneration",
    parameters=(
        in_path(
            "model",
            types("params.generation", "QuotedModel"),
            invalid_code="INVALID_MODEL",
        ),
    ),
    bodies=(Body(types("params.generation", "QuotedInput"), required=True),),
    responses=(
        Response("200", types("models.generation", "Quote")),
        Response("400 401", types("models.shared", "Error")),
    ),
)

SEEDANCE20: Operation[Task] = Operation(
    key="POST /api/v1/generate/seedance20",
    name="createGenerationSeedance20",
    parameters=(
        in_header("Idempotency-Key", types("params.generation", "IdempotencyKey")),
        in_header("X-Max-Credits", types("params.generation", "XMaxCredits")),
        in_header("webhookUrl", types("params.generation", "WebhookUrl")),
    ),
    bodies=(Body(types("params.generation", "Seedance20Input"), required=True),),
    responses=(Response("200"), REFUSED),
    result=types("models.shared", "Task"),
    lifecycle="task",
)

T2V: Operation[Task] = Operation(
    key="POST /api/v1/generate/t2v",
    name="createGenerationT2v",
    parameters=(
        in_header("Idempotency-Key", types("params.generation", "IdempotencyKey")),
        in_header("X-Max-Credits", types("params.generation", "XMaxCredits")),
        in_header("webhookUrl", types("params.generation", "WebhookUrl")),
    ),
    bodies=(Body(types("params.generation", "T2vInput"), required=True),),
    responses=(Response("200"), REFUSED),
    result=types("models.shared", "Task"),
    lifecycle="task",
)

T2V_V3: Operation[Task] = Operation(
    key="POST /api/v1/generate/t2v_v3",
    name="createGenerationT2vV3",
    parameters=(
        in_header("Idempotency-Key", types("params.generation", "IdempotencyKey")),
        in_header("X-Max-Credits", types("params.generation", "XMaxCredits")),
        in_header("webhookUrl", types("params.generation", "WebhookUrl")),
    ),
    bodies=(Body(types("params.generation", "T2vV3Input"), required=True),),
    responses=(Response("200"), REFUSED),
    result=types("models.shared", "Task"),
    lifecycle="task",
)

WAN27: Operation[Task] = Operation(
    key="POST /api/v1/generate/wan27",
    name="createGenerationWan27",
    parameters=(
        in_header("Idempotency-Key", types("params.generation", "IdempotencyKey")),
        in_header("X-Max-Credits", types("params.generation", "XMaxCredits")),
        in_header("webhookUrl", types("params.generation", "WebhookUrl")),
    ),
    bodies=(Body(types("params.generation", "Wan27Input"), required=True),),
    responses=(Response("200"), REFUSED),
    result=types("models.shared", "Task"),
    lifecycle="task",
)


class Generation:
    """Prices and starts."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def create(
        self,
        model: Model_,
        *,
        idempotency_key: str | Omit = OMIT,
        max_credits: int | Omit = OMIT,
        webhook_url: str | Omit = OMIT,
        aspect_ratio: CreateAspectRatio | Omit = OMIT,
        duration: Literal["5", "8", "10", "15", "20"] | int | float | Omit = OMIT,
        filter_mode: Literal["strict", "custom"] | Omit = OMIT,
        prompt: str | Sequence[str] | None | Omit = OMIT,
        image: str | Sequence[str] | None | Omit = OMIT,
        content: str | Omit = OMIT,
        image_url: str | None | Omit = OMIT,
        last_frame_url: str | None | Omit = OMIT,
        reference_video_url: str | None | Omit = OMIT,
        resolution: Literal["720p", "1080p", 480, 720, "720P", "1080P"] | Omit = OMIT,
        tier: Literal["turbo", "base"] | Omit = OMIT,
        reference_audio_urls: Sequence[str] | Omit = OMIT,
        reference_image_urls: Sequence[str] | Omit = OMIT,
        audio: str | None | Omit = OMIT,
        ratio: CreateRatio | Omit = OMIT,
        video: str | None | Omit = OMIT,
        prompt_extend: bool | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[Task]:
        """Start a generation.

        Args:
            model: The model.
            idempotency_key: Makes the start safe to repeat ..., 8 to 128 characters.
            max_credits: Credits the start may cost at most; above ..., at least 0.
            webhook_url: Address to call when the task ends, a URI.
            aspect_ratio: Aspect ratio, width to height.
            duration: Length of the clip in seconds, as text.
            filter_mode: Content filter; the current contract no ..., deprecated.
            prompt: What to make, in plain language.
            image: Image to start from: an http(s) address or a data URI with ...
            content: What to make, in plain language.
            image_url: Image used as the first frame: an ..., at least 1 character.
            last_frame_url: Image used as the last frame ..., at least 1 character.
            reference_video_url: Reference video, a URI.
            resolution: Output resolution, default "720p".
            tier: Speed against quality; priced differently, default "turbo".
            reference_audio_urls: Reference audio tracks, at most 2 items.
            reference_image_urls: Reference images, at most 4 items.
            audio: Audio to go with it; never alone.
            ratio: Aspect ratio, width to height.
            video: Video to work from.
            prompt_extend: Whether the prompt is extended before use, default false.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, ConflictError, InsufficientCreditsError,
            RateLimitedError, ValidationError.
            ApiError: `body` is `Error` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            CREATE,
            path={"model": model},
            header={
                "Idempotency-Key": idempotency_key,
                "X-Max-Credits": max_credits,
                "webhookUrl": webhook_url,
            },
            body={
                "aspectRatio": aspect_ratio,
                "duration": duration,
                "filterMode": filter_mode,
                "prompt": prompt,
                "image": image,
                "content": content,
                "imageUrl": image_url,
                "lastFrameUrl": last_frame_url,
                "referenceVideoUrl": reference_video_url,
                "resolution": resolution,
                "tier": tier,
                "referenceAudioUrls": reference_audio_urls,
                "referenceImageUrls": reference_image_urls,
                "audio": audio,
                "ratio": ratio,
                "video": video,
                "promptExtend": prompt_extend,
            },
            options=options,
        )

    def happyhorse(
        self,
        *,
        duration: float,
        prompt: str,
        resolution: Literal["720P", "1080P"],
        idempotency_key: str | Omit = OMIT,
        max_credits: int | Omit = OMIT,
        webhook_url: str | Omit = OMIT,
        image: str | Sequence[str] | None | Omit = OMIT,
        ratio: Literal["16:9", "9:16", "3:4", "4:3", "1:1"] | None | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[Task]:
        """Start a generation with happyhorse.

        Args:
            duration: Length of the clip in seconds, 3 to 15.
            prompt: What to make, in plain language, at least 1 character.
            resolution: Output resolution.
            idempotency_key: Makes the start safe to repeat ..., 8 to 128 characters.
            max_credits: Credits the start may cost at most; above ..., at least 0.
            webhook_url: Address to call when the task ends, a URI.
            image: One image to start from, or several as references.
            ratio: Aspect ratio, width to height; of no effect ..., default "16:9".

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, ConflictError, InsufficientCreditsError,
            RateLimitedError, ValidationError.
            ApiError: `body` is `Error` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            HAPPYHORSE,
            header={
                "Idempotency-Key": idempotency_key,
                "X-Max-Credits": max_credits,
                "webhookUrl": webhook_url,
            },
            body={
                "duration": duration,
                "prompt": prompt,
                "resolution": resolution,
                "image": image,
                "ratio": ratio,
            },
            options=options,
        )

    def i2v(
        self,
        *,
        duration: Literal["5", "8"],
        image: str,
        idempotency_key: str | Omit = OMIT,
        max_credits: int | Omit = OMIT,
        webhook_url: str | Omit = OMIT,
        filter_mode: Literal["strict", "custom"] | Omit = OMIT,
        prompt: str | None | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[Task]:
        """Start a generation with i2v.

        Args:
            duration: Length of the clip in seconds, as text.
            image: Image to start from: an http(s) address ..., at least 1 character.
            idempotency_key: Makes the start safe to repeat ..., 8 to 128 characters.
            max_credits: Credits the start may cost at most; above ..., at least 0.
            webhook_url: Address to call when the task ends, a URI.
            filter_mode: Content filter; the current contract no ..., deprecated.
            prompt: What should happen, in plain language.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, ConflictError, InsufficientCreditsError,
            RateLimitedError, ValidationError.
            ApiError: `body` is `Error` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            I2V,
            header={
                "Idempotency-Key": idempotency_key,
                "X-Max-Credits": max_credits,
                "webhookUrl": webhook_url,
            },
            body={
                "duration": duration,
                "image": image,
                "filterMode": filter_mode,
                "prompt": prompt,
            },
            options=options,
        )

    def i2v_v3(
        self,
        *,
        duration: Literal["5", "10", "15", "20"],
        image: str,
        idempotency_key: str | Omit = OMIT,
        max_credits: int | Omit = OMIT,
        webhook_url: str | Omit = OMIT,
        prompt: str | None | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[Task]:
        """Start a generation with i2v_v3.

        Args:
            duration: Length of the clip in seconds, as text.
            image: Image to start from: an http(s) address ..., at least 1 character.
            idempotency_key: Makes the start safe to repeat ..., 8 to 128 characters.
            max_credits: Credits the start may cost at most; above ..., at least 0.
            webhook_url: Address to call when the task ends, a URI.
            prompt: What should happen, in plain language.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, ConflictError, InsufficientCreditsError,
            RateLimitedError, ValidationError.
            ApiError: `body` is `Error` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            I2V_V3,
            header={
                "Idempotency-Key": idempotency_key,
                "X-Max-Credits": max_credits,
                "webhookUrl": webhook_url,
            },
            body={"duration": duration, "image": image, "prompt": prompt},
            options=options,
        )

    @deprecated("POST /api/v1/generate/lv is deprecated.")
    def lv(
        self,
        *,
        filter_mode: Literal["strict", "custom"],
        image: str,
        prompt: Sequence[str],
        idempotency_key: str | Omit = OMIT,
        max_credits: int | Omit = OMIT,
        webhook_url: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[Task]:
        """Start a generation with lv.

        Deprecated.

        Args:
            filter_mode: Content filter.
            image: Image to start from: an http(s) address ..., at least 1 character.
            prompt: One text for each five seconds, 1 to 6 items.
            idempotency_key: Makes the start safe to repeat ..., 8 to 128 characters.
            max_credits: Credits the start may cost at most; above ..., at least 0.
            webhook_url: Address to call when the task ends, a URI.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, ConflictError, InsufficientCreditsError,
            RateLimitedError, ValidationError.
            ApiError: `body` is `Error` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            LV,
            header={
                "Idempotency-Key": idempotency_key,
                "X-Max-Credits": max_credits,
                "webhookUrl": webhook_url,
            },
            body={"filterMode": filter_mode, "image": image, "prompt": prompt},
            options=options,
        )

    def minimax(
        self,
        *,
        content: str,
        idempotency_key: str | Omit = OMIT,
        max_credits: int | Omit = OMIT,
        webhook_url: str | Omit = OMIT,
        aspect_ratio: MinimaxFramesAspectRatio | Omit = OMIT,
        duration: int | Omit = OMIT,
        image_url: str | None | Omit = OMIT,
        last_frame_url: str | None | Omit = OMIT,
        reference_video_url: str | None | Omit = OMIT,
        resolution: Literal["720p", "1080p"] | Omit = OMIT,
        tier: Literal["turbo", "base"] | Omit = OMIT,
        reference_audio_urls: Sequence[str] | Omit = OMIT,
        reference_image_urls: Sequence[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[Task]:
        """Start a generation with minimax.

        Args:
            content: What to make, in plain language.
            idempotency_key: Makes the start safe to repeat ..., 8 to 128 characters.
            max_credits: Credits the start may cost at most; above ..., at least 0.
            webhook_url: Address to call when the task ends, a URI.
            aspect_ratio: Aspect ratio, width to height, default "16:9".
            duration: Length of the clip in seconds.
            image_url: Image used as the first frame: an ..., at least 1 character.
            last_frame_url: Image used as the last frame ..., at least 1 character.
            reference_video_url: Reference video, a URI.
            resolution: Output resolution, default "720p".
            tier: Speed against quality; priced differently, default "turbo".
            reference_audio_urls: Reference audio tracks, at most 2 items.
            reference_image_urls: Reference images, at most 4 items.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, ConflictError, InsufficientCreditsError,
            RateLimitedError, ValidationError.
            ApiError: `body` is `Error` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            MINIMAX,
            header={
                "Idempotency-Key": idempotency_key,
                "X-Max-Credits": max_credits,
                "webhookUrl": webhook_url,
            },
            body={
                "content": content,
                "aspectRatio": aspect_ratio,
                "duration": duration,
                "imageUrl": image_url,
                "lastFrameUrl": last_frame_url,
                "referenceVideoUrl": reference_video_url,
                "resolution": resolution,
                "tier": tier,
                "referenceAudioUrls": reference_audio_urls,
                "referenceImageUrls": reference_image_urls,
            },
            options=options,
        )

    def quote(
        self,
        model: QuotedModel,
        *,
        body: QuotedInput,
        options: CallOptions | None = None,
    ) -> Quote:
        """Quote a generation.

        Args:
            model: The model.
            body: Input of the model, as for a start, or nothing.

        Returns:
            The price.

        Raises:
            AuthenticationError, ValidationError: `body` is `Error` where it fits.
        """
        return self._core.call(QUOTE, path={"model": model}, body=body, options=options)

    def seedance20(
        self,
        *,
        duration: float,
        ratio: Literal["16:9", "9:16", "1:1"],
        resolution: Literal[480, 720],
        idempotency_key: str | Omit = OMIT,
        max_credits: int | Omit = OMIT,
        webhook_url: str | Omit = OMIT,
        audio: str | None | Omit = OMIT,
        image: str | None | Omit = OMIT,
        prompt: str | None | Omit = OMIT,
        video: str | None | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[Task]:
        """Start a generation with seedance20.

        Args:
            duration: Length of the clip in seconds.
            ratio: Aspect ratio, width to height.
            resolution: Lines of the output.
            idempotency_key: Makes the start safe to repeat ..., 8 to 128 characters.
            max_credits: Credits the start may cost at most; above ..., at least 0.
            webhook_url: Address to call when the task ends, a URI.
            audio: Audio to go with it; never alone.
            image: Image to work from: an http(s) address or a data URI with ...
            prompt: What to make, in plain language.
            video: Video to work from.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, ConflictError, InsufficientCreditsError,
            RateLimitedError, ValidationError.
            ApiError: `body` is `Error` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            SEEDANCE20,
            header={
                "Idempotency-Key": idempotency_key,
                "X-Max-Credits": max_credits,
                "webhookUrl": webhook_url,
            },
            body={
                "duration": duration,
                "ratio": ratio,
                "resolution": resolution,
                "audio": audio,
                "image": image,
                "prompt": prompt,
                "video": video,
            },
            options=options,
        )

    def t2v(
        self,
        *,
        aspect_ratio: Literal["16:9", "9:16", "1:1"],
        duration: Literal["5", "8"],
        prompt: str,
        idempotency_key: str | Omit = OMIT,
        max_credits: int | Omit = OMIT,
        webhook_url: str | Omit = OMIT,
        filter_mode: Literal["strict", "custom"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[Task]:
        """Start a generation with t2v.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            duration: Length of the clip in seconds, as text.
            prompt: What to make, in plain language, at least 1 character.
            idempotency_key: Makes the start safe to repeat ..., 8 to 128 characters.
            max_credits: Credits the start may cost at most; above ..., at least 0.
            webhook_url: Address to call when the task ends, a URI.
            filter_mode: Content filter; the current contract no ..., deprecated.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, ConflictError, InsufficientCreditsError,
            RateLimitedError, ValidationError.
            ApiError: `body` is `Error` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            T2V,
            header={
                "Idempotency-Key": idempotency_key,
                "X-Max-Credits": max_credits,
                "webhookUrl": webhook_url,
            },
            body={
                "aspectRatio": aspect_ratio,
                "duration": duration,
                "prompt": prompt,
                "filterMode": filter_mode,
            },
            options=options,
        )

    def t2v_v3(
        self,
        *,
        aspect_ratio: Literal["16:9", "9:16", "1:1"],
        duration: Literal["5", "10", "15", "20"],
        prompt: str,
        idempotency_key: str | Omit = OMIT,
        max_credits: int | Omit = OMIT,
        webhook_url: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[Task]:
        """Start a generation with t2v_v3.

        Args:
            aspect_ratio: Aspect ratio, width to height.
            duration: Length of the clip in seconds, as text.
            prompt: What to make, in plain language, at least 1 character.
            idempotency_key: Makes the start safe to repeat ..., 8 to 128 characters.
            max_credits: Credits the start may cost at most; above ..., at least 0.
            webhook_url: Address to call when the task ends, a URI.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, ConflictError, InsufficientCreditsError,
            RateLimitedError, ValidationError.
            ApiError: `body` is `Error` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            T2V_V3,
            header={
                "Idempotency-Key": idempotency_key,
                "X-Max-Credits": max_credits,
                "webhookUrl": webhook_url,
            },
            body={"aspectRatio": aspect_ratio, "duration": duration, "prompt": prompt},
            options=options,
        )

    def wan27(
        self,
        *,
        duration: Literal["5", "10", "15"],
        prompt: str,
        ratio: Literal["16:9", "9:16", "1:1", "4:3", "3:4"],
        resolution: Literal["720P", "1080P"],
        idempotency_key: str | Omit = OMIT,
        max_credits: int | Omit = OMIT,
        webhook_url: str | Omit = OMIT,
        image: str | None | Omit = OMIT,
        prompt_extend: bool | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[Task]:
        """Start a generation with wan27.

        Args:
            duration: Length of the clip in seconds, as text.
            prompt: What to make, in plain language, at least 1 character.
            ratio: Aspect ratio, width to height.
            resolution: Output resolution.
            idempotency_key: Makes the start safe to repeat ..., 8 to 128 characters.
            max_credits: Credits the start may cost at most; above ..., at least 0.
            webhook_url: Address to call when the task ends, a URI.
            image: Image to work from: an http(s) address ..., at least 1 character.
            prompt_extend: Whether the prompt is extended before use, default false.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            AuthenticationError, ConflictError, InsufficientCreditsError,
            RateLimitedError, ValidationError.
            ApiError: `body` is `Error` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            WAN27,
            header={
                "Idempotency-Key": idempotency_key,
                "X-Max-Credits": max_credits,
                "webhookUrl": webhook_url,
            },
            body={
                "duration": duration,
                "prompt": prompt,
                "ratio": ratio,
                "resolution": resolution,
                "image": image,
                "promptExtend": prompt_extend,
            },
            options=options,
        )


class AsyncGeneration:
    """Prices and starts. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def create(
        self,
        model: Model_,
        *,
        idempotency_key: str | Omit = OMIT,
        max_credits: int | Omit = OMIT,
        webhook_url: str | Omit = OMIT,
        aspect_ratio: CreateAspectRatio | Omit = OMIT,
        duration: Literal["5", "8", "10", "15", "20"] | int | float | Omit = OMIT,
        filter_mode: Literal["strict", "custom"] | Omit = OMIT,
        prompt: str | Sequence[str] | None | Omit = OMIT,
        image: str | Sequence[str] | None | Omit = OMIT,
        content: str | Omit = OMIT,
        image_url: str | None | Omit = OMIT,
        last_frame_url: str | None | Omit = OMIT,
        reference_video_url: str | None | Omit = OMIT,
        resolution: Literal["720p", "1080p", 480, 720, "720P", "1080P"] | Omit = OMIT,
        tier: Literal["turbo", "base"] | Omit = OMIT,
        reference_audio_urls: Sequence[str] | Omit = OMIT,
        reference_image_urls: Sequence[str] | Omit = OMIT,
        audio: str | None | Omit = OMIT,
        ratio: CreateRatio | Omit = OMIT,
        video: str | None | Omit = OMIT,
        prompt_extend: bool | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[Task]:
        """Start a generation."""
        return await self._core.submit(
            CREATE,
            path={"model": model},
            header={
                "Idempotency-Key": idempotency_key,
                "X-Max-Credits": max_credits,
                "webhookUrl": webhook_url,
            },
            body={
                "aspectRatio": aspect_ratio,
                "duration": duration,
                "filterMode": filter_mode,
                "prompt": prompt,
                "image": image,
                "content": content,
                "imageUrl": image_url,
                "lastFrameUrl": last_frame_url,
                "referenceVideoUrl": reference_video_url,
                "resolution": resolution,
                "tier": tier,
                "referenceAudioUrls": reference_audio_urls,
                "referenceImageUrls": reference_image_urls,
                "audio": audio,
                "ratio": ratio,
                "video": video,
                "promptExtend": prompt_extend,
            },
            options=options,
        )

    async def happyhorse(
        self,
        *,
        duration: float,
        prompt: str,
        resolution: Literal["720P", "1080P"],
        idempotency_key: str | Omit = OMIT,
        max_credits: int | Omit = OMIT,
        webhook_url: str | Omit = OMIT,
        image: str | Sequence[str] | None | Omit = OMIT,
        ratio: Literal["16:9", "9:16", "3:4", "4:3", "1:1"] | None | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[Task]:
        """Start a generation with happyhorse."""
        return await self._core.submit(
            HAPPYHORSE,
            header={
                "Idempotency-Key": idempotency_key,
                "X-Max-Credits": max_credits,
                "webhookUrl": webhook_url,
            },
            body={
                "duration": duration,
                "prompt": prompt,
                "resolution": resolution,
                "image": image,
                "ratio": ratio,
            },
            options=options,
        )

    async def i2v(
        self,
        *,
        duration: Literal["5", "8"],
        image: str,
        idempotency_key: str | Omit = OMIT,
        max_credits: int | Omit = OMIT,
        webhook_url: str | Omit = OMIT,
        filter_mode: Literal["strict", "custom"] | Omit = OMIT,
        prompt: str | None | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[Task]:
        """Start a generation with i2v."""
        return await self._core.submit(
            I2V,
            header={
                "Idempotency-Key": idempotency_key,
                "X-Max-Credits": max_credits,
                "webhookUrl": webhook_url,
            },
            body={
                "duration": duration,
                "image": image,
                "filterMode": filter_mode,
                "prompt": prompt,
            },
            options=options,
        )

    async def i2v_v3(
        self,
        *,
        duration: Literal["5", "10", "15", "20"],
        image: str,
        idempotency_key: str | Omit = OMIT,
        max_credits: int | Omit = OMIT,
        webhook_url: str | Omit = OMIT,
        prompt: str | None | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[Task]:
        """Start a generation with i2v_v3."""
        return await self._core.submit(
            I2V_V3,
            header={
                "Idempotency-Key": idempotency_key,
                "X-Max-Credits": max_credits,
                "webhookUrl": webhook_url,
            },
            body={"duration": duration, "image": image, "prompt": prompt},
            options=options,
        )

    @deprecated("POST /api/v1/generate/lv is deprecated.")
    async def lv(
        self,
        *,
        filter_mode: Literal["strict", "custom"],
        image: str,
        prompt: Sequence[str],
        idempotency_key: str | Omit = OMIT,
        max_credits: int | Omit = OMIT,
        webhook_url: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[Task]:
        """Start a generation with lv."""
        return await self._core.submit(
            LV,
            header={
                "Idempotency-Key": idempotency_key,
                "X-Max-Credits": max_credits,
                "webhookUrl": webhook_url,
            },
            body={"filterMode": filter_mode, "image": image, "prompt": prompt},
            options=options,
        )

    async def minimax(
        self,
        *,
        content: str,
        idempotency_key: str | Omit = OMIT,
        max_credits: int | Omit = OMIT,
        webhook_url: str | Omit = OMIT,
        aspect_ratio: MinimaxFramesAspectRatio | Omit = OMIT,
        duration: int | Omit = OMIT,
        image_url: str | None | Omit = OMIT,
        last_frame_url: str | None | Omit = OMIT,
        reference_video_url: str | None | Omit = OMIT,
        resolution: Literal["720p", "1080p"] | Omit = OMIT,
        tier: Literal["turbo", "base"] | Omit = OMIT,
        reference_audio_urls: Sequence[str] | Omit = OMIT,
        reference_image_urls: Sequence[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[Task]:
        """Start a generation with minimax."""
        return await self._core.submit(
            MINIMAX,
            header={
                "Idempotency-Key": idempotency_key,
                "X-Max-Credits": max_credits,
                "webhookUrl": webhook_url,
            },
            body={
                "content": content,
                "aspectRatio": aspect_ratio,
                "duration": duration,
                "imageUrl": image_url,
                "lastFrameUrl": last_frame_url,
                "referenceVideoUrl": reference_video_url,
                "resolution": resolution,
                "tier": tier,
                "referenceAudioUrls": reference_audio_urls,
                "referenceImageUrls": reference_image_urls,
            },
            options=options,
        )

    async def quote(
        self,
        model: QuotedModel,
        *,
        body: QuotedInput,
        options: CallOptions | None = None,
    ) -> Quote:
        """Quote a generation."""
        return await self._core.call(
            QUOTE,
            path={"model": model},
            body=body,
            options=options,
        )

    async def seedance20(
        self,
        *,
        duration: float,
        ratio: Literal["16:9", "9:16", "1:1"],
        resolution: Literal[480, 720],
        idempotency_key: str | Omit = OMIT,
        max_credits: int | Omit = OMIT,
        webhook_url: str | Omit = OMIT,
        audio: str | None | Omit = OMIT,
        image: str | None | Omit = OMIT,
        prompt: str | None | Omit = OMIT,
        video: str | None | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[Task]:
        """Start a generation with seedance20."""
        return await self._core.submit(
            SEEDANCE20,
            header={
                "Idempotency-Key": idempotency_key,
                "X-Max-Credits": max_credits,
                "webhookUrl": webhook_url,
            },
            body={
                "duration": duration,
                "ratio": ratio,
                "resolution": resolution,
                "audio": audio,
                "image": image,
                "prompt": prompt,
                "video": video,
            },
            options=options,
        )

    async def t2v(
        self,
        *,
        aspect_ratio: Literal["16:9", "9:16", "1:1"],
        duration: Literal["5", "8"],
        prompt: str,
        idempotency_key: str | Omit = OMIT,
        max_credits: int | Omit = OMIT,
        webhook_url: str | Omit = OMIT,
        filter_mode: Literal["strict", "custom"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[Task]:
        """Start a generation with t2v."""
        return await self._core.submit(
            T2V,
            header={
                "Idempotency-Key": idempotency_key,
                "X-Max-Credits": max_credits,
                "webhookUrl": webhook_url,
            },
            body={
                "aspectRatio": aspect_ratio,
                "duration": duration,
                "prompt": prompt,
                "filterMode": filter_mode,
            },
            options=options,
        )

    async def t2v_v3(
        self,
        *,
        aspect_ratio: Literal["16:9", "9:16", "1:1"],
        duration: Literal["5", "10", "15", "20"],
        prompt: str,
        idempotency_key: str | Omit = OMIT,
        max_credits: int | Omit = OMIT,
        webhook_url: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[Task]:
        """Start a generation with t2v_v3."""
        return await self._core.submit(
            T2V_V3,
            header={
                "Idempotency-Key": idempotency_key,
                "X-Max-Credits": max_credits,
                "webhookUrl": webhook_url,
            },
            body={"aspectRatio": aspect_ratio, "duration": duration, "prompt": prompt},
            options=options,
        )

    async def wan27(
        self,
        *,
        duration: Literal["5", "10", "15"],
        prompt: str,
        ratio: Literal["16:9", "9:16", "1:1", "4:3", "3:4"],
        resolution: Literal["720P", "1080P"],
        idempotency_key: str | Omit = OMIT,
        max_credits: int | Omit = OMIT,
        webhook_url: str | Omit = OMIT,
        image: str | None | Omit = OMIT,
        prompt_extend: bool | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[Task]:
        """Start a generation with wan27."""
        return await self._core.submit(
            WAN27,
            header={
                "Idempotency-Key": idempotency_key,
                "X-Max-Credits": max_credits,
                "webhookUrl": webhook_url,
            },
            body={
                "duration": duration,
                "prompt": prompt,
                "ratio": ratio,
                "resolution": resolution,
                "image": image,
                "promptExtend": prompt_extend,
            },
            options=options,
        )
