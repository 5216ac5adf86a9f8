"""The `effects` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._lifecycle import BodyRules
from .._runtime._omit import OMIT
from .._runtime._operation import Body, Operation, Response, Types

if TYPE_CHECKING:
    from typing import Literal

    from .._runtime._client import AsyncCore, Core
    from .._runtime._jobs import AsyncJob, Job
    from .._runtime._omit import Omit
    from .._runtime._options import CallOptions
    from ..models.shared import Artefact
    from ..params.effects import CharacterEffectsBodyRatio, GhibliEffectsBodyRatio

types = Types(__name__)

REFUSED = Response("default", types("models.shared", "Failure"))

CHARACTER: Operation[list[Artefact] | Artefact | None] = Operation(
    key="POST /generation/effects/character-generator-media-2.0",
    name="ai_character_generator",
    bodies=(
        Body(
            types("params.effects", "CharacterEffectsBody"),
            required=True,
            rules=BodyRules(wrap="data", empty="{}", urls_only=("images",)),
        ),
    ),
    responses=(Response("200"), REFUSED),
    result=types("models.effects", "CharacterEffectsResult"),
    lifecycle="task",
)

DANCE: Operation[list[Artefact] | Artefact | None] = Operation(
    key="POST /generation/effects/effects-video-babydance",
    name="ai_dance_video",
    bodies=(
        Body(
            types("params.effects", "DanceEffectsBody"),
            required=True,
            rules=BodyRules(wrap="data", empty="{}", urls_only=("image", "video")),
        ),
    ),
    responses=(Response("200"), REFUSED),
    result=types("models.effects", "DanceEffectsResult"),
    lifecycle="task",
)

GHIBLI: Operation[list[Artefact] | Artefact | None] = Operation(
    key="POST /generation/effects/effects-ghibli",
    name="ghibli_filter",
    bodies=(
        Body(
            types("params.effects", "GhibliEffectsBody"),
            required=True,
            rules=BodyRules(wrap="data", empty="{}", urls_only=("images",)),
        ),
    ),
    responses=(Response("200"), REFUSED),
    result=types("models.effects", "GhibliEffectsResult"),
    lifecycle="task",
)

HAIRSTYLE: Operation[list[Artefact] | Artefact | None] = Operation(
    key="POST /generation/effects/effects-image-hairstyle-studio",
    name="ai_hairstyle_studio",
    bodies=(
        Body(
            types("params.effects", "HairstyleEffectsBody"),
            required=True,
            rules=BodyRules(wrap="data", empty="{}", urls_only=("images",)),
        ),
    ),
    responses=(Response("200"), REFUSED),
    result=types("models.effects", "HairstyleEffectsResult"),
    lifecycle="task",
)


class Effects:
    """The `effects` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def character(
        self,
        *,
        images: str,
        prompt: str,
        ratio: CharacterEffectsBodyRatio | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[list[Artefact] | Artefact | None]:
        """AI Character Generator.

        Args:
            images: Public URL of the reference image; one text, no list.
            prompt: The character, in plain language.
            ratio: Aspect ratio, width to height.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            ApiError: `body` is `Failure` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            CHARACTER,
            body={"images": images, "prompt": prompt, "ratio": ratio},
            options=options,
        )

    def dance(
        self,
        *,
        image: str,
        video: str,
        options: CallOptions | None = None,
    ) -> Job[list[Artefact] | Artefact | None]:
        """AI Dance Video.

        Args:
            image: Public URL of the portrait, at least 1 character.
            video: Public URL of the dance to follow, at least 1 character.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            ApiError: `body` is `Failure` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            DANCE,
            body={"image": image, "video": video},
            options=options,
        )

    def ghibli(
        self,
        *,
        images: str,
        batch: Literal["1", "2", "3", "4"] | Omit = OMIT,
        ratio: GhibliEffectsBodyRatio | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[list[Artefact] | Artefact | None]:
        """Ghibli Filter.

        Args:
            images: Public URL of the image; one text, no list.
            batch: How many variants to make, as text.
            ratio: Aspect ratio, width to height.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            ApiError: `body` is `Failure` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            GHIBLI,
            body={"images": images, "batch": batch, "ratio": ratio},
            options=options,
        )

    def hairstyle(
        self,
        *,
        images: str,
        options: CallOptions | None = None,
    ) -> Job[list[Artefact] | Artefact | None]:
        """AI Hairstyle Studio.

        Args:
            images: Public URL of the portrait; one text, no list.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            ApiError: `body` is `Failure` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(HAIRSTYLE, body={"images": images}, options=options)


class AsyncEffects:
    """The `effects` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def character(
        self,
        *,
        images: str,
        prompt: str,
        ratio: CharacterEffectsBodyRatio | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[list[Artefact] | Artefact | None]:
        """AI Character Generator."""
        return await self._core.submit(
            CHARACTER,
            body={"images": images, "prompt": prompt, "ratio": ratio},
            options=options,
        )

    async def dance(
        self,
        *,
        image: str,
        video: str,
        options: CallOptions | None = None,
    ) -> AsyncJob[list[Artefact] | Artefact | None]:
        """AI Dance Video."""
        return await self._core.submit(
            DANCE,
            body={"image": image, "video": video},
            options=options,
        )

    async def ghibli(
        self,
        *,
        images: str,
        batch: Literal["1", "2", "3", "4"] | Omit = OMIT,
        ratio: GhibliEffectsBodyRatio | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[list[Artefact] | Artefact | None]:
        """Ghibli Filter."""
        return await self._core.submit(
            GHIBLI,
            body={"images": images, "batch": batch, "ratio": ratio},
            options=options,
        )

    async def hairstyle(
        self,
        *,
        images: str,
        options: CallOptions | None = None,
    ) -> AsyncJob[list[Artefact] | Artefact | None]:
        """AI Hairstyle Studio."""
        return await self._core.submit(
            HAIRSTYLE,
            body={"images": images},
            options=options,
        )
