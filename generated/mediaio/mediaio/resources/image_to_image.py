"""The `image_to_image` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._lifecycle import BodyRules
from .._runtime._omit import OMIT
from .._runtime._operation import Body, Operation, Response, Types

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from .._runtime._client import AsyncCore, Core
    from .._runtime._jobs import AsyncJob, Job
    from .._runtime._omit import Omit
    from .._runtime._options import CallOptions
    from ..models.shared import Artefact
    from ..params.image_to_image import (
        NanoBananaBodyRatio,
        NanoBananaProBodyRatio,
        Seedream40BodyRatio,
    )

types = Types(__name__)

REFUSED = Response("default", types("models.shared", "Failure"))

NANO_BANANA: Operation[list[Artefact] | Artefact | None] = Operation(
    key="POST /generation/banana/i2i-banana",
    name="nano_banana",
    bodies=(
        Body(
            types("params.image_to_image", "NanoBananaBody"),
            required=True,
            rules=BodyRules(wrap="data", empty="{}", urls_only=("images",)),
        ),
    ),
    responses=(Response("200"), REFUSED),
    result=types("models.image_to_image", "NanoBananaResult"),
    lifecycle="task",
)

NANO_BANANA_PRO: Operation[list[Artefact] | Artefact | None] = Operation(
    key="POST /generation/banana/i2i-banana-2",
    name="nano_banana_pro",
    bodies=(
        Body(
            types("params.image_to_image", "NanoBananaProBody"),
            required=True,
            rules=BodyRules(wrap="data", empty="{}", urls_only=("images",)),
        ),
    ),
    responses=(Response("200"), REFUSED),
    result=types("models.image_to_image", "NanoBananaProResult"),
    lifecycle="task",
)

SEEDREAM_4_0: Operation[list[Artefact] | Artefact | None] = Operation(
    key="POST /generation/seedream/i2i-seedream-v4-0",
    name="seedream_4_0",
    bodies=(
        Body(
            types("params.image_to_image", "Seedream40Body"),
            required=True,
            rules=BodyRules(wrap="data", empty="{}", urls_only=("images",)),
        ),
    ),
    responses=(Response("200"), REFUSED),
    result=types("models.image_to_image", "Seedream40Result"),
    lifecycle="task",
)


class ImageToImage:
    """The `image_to_image` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def nano_banana(
        self,
        *,
        images: Sequence[str],
        prompt: str,
        ratio: NanoBananaBodyRatio | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[list[Artefact] | Artefact | None]:
        """Nano Banana.

        Args:
            images: Public URLs of the images to work from, at most 9 items.
            prompt: What to make, in plain language, at most 1200 characters.
            ratio: Aspect ratio, width to height, default "16:9".

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            ApiError: `body` is `Failure` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            NANO_BANANA,
            body={"images": images, "prompt": prompt, "ratio": ratio},
            options=options,
        )

    def nano_banana_pro(
        self,
        *,
        images: Sequence[str],
        prompt: str,
        ratio: NanoBananaProBodyRatio | Omit = OMIT,
        resolution: Literal["1K", "2K", "4K"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[list[Artefact] | Artefact | None]:
        """Nano Banana Pro.

        Args:
            images: Public URLs of the images to work from, at most 9 items.
            prompt: What to make, in plain language, at most 1200 characters.
            ratio: Aspect ratio, width to height, default "16:9".
            resolution: Output resolution, default "1K".

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            ApiError: `body` is `Failure` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            NANO_BANANA_PRO,
            body={
                "images": images,
                "prompt": prompt,
                "ratio": ratio,
                "resolution": resolution,
            },
            options=options,
        )

    def seedream_4_0(
        self,
        *,
        images: Sequence[str],
        prompt: str,
        ratio: Seedream40BodyRatio | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[list[Artefact] | Artefact | None]:
        """Seedream 4.0.

        Args:
            images: Public URLs of the images to work from, at most 9 items.
            prompt: What to make, in plain language, at most 800 characters.
            ratio: Aspect ratio, width to height, default "9:16".

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            ApiError: `body` is `Failure` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            SEEDREAM_4_0,
            body={"images": images, "prompt": prompt, "ratio": ratio},
            options=options,
        )


class AsyncImageToImage:
    """The `image_to_image` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def nano_banana(
        self,
        *,
        images: Sequence[str],
        prompt: str,
        ratio: NanoBananaBodyRatio | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[list[Artefact] | Artefact | None]:
        """Nano Banana."""
        return await self._core.submit(
            NANO_BANANA,
            body={"images": images, "prompt": prompt, "ratio": ratio},
            options=options,
        )

    async def nano_banana_pro(
        self,
        *,
        images: Sequence[str],
        prompt: str,
        ratio: NanoBananaProBodyRatio | Omit = OMIT,
        resolution: Literal["1K", "2K", "4K"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[list[Artefact] | Artefact | None]:
        """Nano Banana Pro."""
        return await self._core.submit(
            NANO_BANANA_PRO,
            body={
                "images": images,
                "prompt": prompt,
                "ratio": ratio,
                "resolution": resolution,
            },
            options=options,
        )

    async def seedream_4_0(
        self,
        *,
        images: Sequence[str],
        prompt: str,
        ratio: Seedream40BodyRatio | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[list[Artefact] | Artefact | None]:
        """Seedream 4.0."""
        return await self._core.submit(
            SEEDREAM_4_0,
            body={"images": images, "prompt": prompt, "ratio": ratio},
            options=options,
        )
