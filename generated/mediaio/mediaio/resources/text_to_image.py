"""The `text_to_image` operations."""

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

types = Types(__name__)

REFUSED = Response("default", types("models.shared", "Failure"))

IMAGEN_4: Operation[list[Artefact] | Artefact | None] = Operation(
    key="POST /generation/imagen/t2i-imagen-4",
    name="imagen_4",
    bodies=(
        Body(
            types("params.text_to_image", "Imagen4Body"),
            required=True,
            rules=BodyRules(wrap="data", empty="{}"),
        ),
    ),
    responses=(Response("200"), REFUSED),
    result=types("models.text_to_image", "Imagen4Result"),
    lifecycle="task",
)

SOUL_CHARACTER: Operation[list[Artefact] | Artefact | None] = Operation(
    key="POST /generation/soul/t2i-soul-character",
    name="soul_character",
    bodies=(
        Body(
            types("params.text_to_image", "SoulCharacterBody"),
            required=True,
            rules=BodyRules(wrap="data", empty="{}"),
        ),
    ),
    responses=(Response("200"), REFUSED),
    result=types("models.text_to_image", "SoulCharacterResult"),
    lifecycle="task",
)


class TextToImage:
    """The `text_to_image` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def imagen_4(
        self,
        *,
        prompt: str,
        counts: Literal["1", "2", "3", "4"] | Omit = OMIT,
        ratio: Literal["9:16", "16:9", "1:1", "4:3", "3:4"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[list[Artefact] | Artefact | None]:
        """Imagen 4.

        Args:
            prompt: What to make, in plain language, at most 1200 characters.
            counts: How many images to make, as text, default "1".
            ratio: Aspect ratio, width to height, default "9:16".

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            ApiError: `body` is `Failure` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            IMAGEN_4,
            body={"prompt": prompt, "counts": counts, "ratio": ratio},
            options=options,
        )

    def soul_character(
        self,
        *,
        prompt: str,
        ratio: Literal["2:3", "1:1", "3:2", "9:16", "16:9"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[list[Artefact] | Artefact | None]:
        """Soul_character.

        Args:
            prompt: What to make, in plain language, at most 2000 characters.
            ratio: Aspect ratio, width to height, default "16:9".

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            ApiError: `body` is `Failure` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            SOUL_CHARACTER,
            body={"prompt": prompt, "ratio": ratio},
            options=options,
        )


class AsyncTextToImage:
    """The `text_to_image` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def imagen_4(
        self,
        *,
        prompt: str,
        counts: Literal["1", "2", "3", "4"] | Omit = OMIT,
        ratio: Literal["9:16", "16:9", "1:1", "4:3", "3:4"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[list[Artefact] | Artefact | None]:
        """Imagen 4."""
        return await self._core.submit(
            IMAGEN_4,
            body={"prompt": prompt, "counts": counts, "ratio": ratio},
            options=options,
        )

    async def soul_character(
        self,
        *,
        prompt: str,
        ratio: Literal["2:3", "1:1", "3:2", "9:16", "16:9"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[list[Artefact] | Artefact | None]:
        """Soul_character."""
        return await self._core.submit(
            SOUL_CHARACTER,
            body={"prompt": prompt, "ratio": ratio},
            options=options,
        )
