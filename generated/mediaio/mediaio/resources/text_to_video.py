"""The `text_to_video` operations."""

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

VIDU_Q3: Operation[list[Artefact] | Artefact | None] = Operation(
    key="POST /generation/vidu/t2v-vidu-q3",
    name="vidu_q3_text_to_video",
    bodies=(
        Body(
            types("params.text_to_video", "ViduQ3TextToVideoBody"),
            required=True,
            rules=BodyRules(wrap="data", empty="{}"),
        ),
    ),
    responses=(Response("200"), REFUSED),
    result=types("models.text_to_video", "ViduQ3TextToVideoResult"),
    lifecycle="task",
)

WAN_2_5: Operation[list[Artefact] | Artefact | None] = Operation(
    key="POST /generation/wan/t2v-wan-v2-5",
    name="wan_2_5_text_to_video",
    bodies=(
        Body(
            types("params.text_to_video", "Wan25TextToVideoBody"),
            required=True,
            rules=BodyRules(wrap="data", empty="{}"),
        ),
    ),
    responses=(Response("200"), REFUSED),
    result=types("models.text_to_video", "Wan25TextToVideoResult"),
    lifecycle="task",
)

WAN_2_6: Operation[list[Artefact] | Artefact | None] = Operation(
    key="POST /generation/wan/t2v-wan-v2-6",
    name="wan_2_6_text_to_video",
    bodies=(
        Body(
            types("params.text_to_video", "Wan26TextToVideoBody"),
            required=True,
            rules=BodyRules(wrap="data", empty="{}"),
        ),
    ),
    responses=(Response("200"), REFUSED),
    result=types("models.text_to_video", "Wan26TextToVideoResult"),
    lifecycle="task",
)


class TextToVideo:
    """The `text_to_video` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def vidu_q3(
        self,
        *,
        prompt: str,
        duration: Literal["4s", "8s", "12s", "16s"] | Omit = OMIT,
        generate_audio: Literal["True", "False"] | Omit = OMIT,
        ratio: Literal["9:16", "16:9", "1:1", "4:3", "3:4"] | Omit = OMIT,
        resolution: Literal["540P", "720P", "1080P"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[list[Artefact] | Artefact | None]:
        """Vidu Q3 (Text To Video).

        Args:
            prompt: What to make, in plain language, at most 2000 characters.
            duration: Length of the clip, with its unit, default "8s".
            generate_audio: Whether a soundtrack is made: True or ..., default "True".
            ratio: Aspect ratio, width to height, default "16:9".
            resolution: Output resolution, default "720P".

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            ApiError: `body` is `Failure` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            VIDU_Q3,
            body={
                "prompt": prompt,
                "duration": duration,
                "generate_audio": generate_audio,
                "ratio": ratio,
                "resolution": resolution,
            },
            options=options,
        )

    def wan_2_5(
        self,
        *,
        prompt: str,
        duration: Literal["5s", "10s"] | Omit = OMIT,
        ratio: Literal["16:9", "9:16", "1:1", "4:3", "3:4"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[list[Artefact] | Artefact | None]:
        """Wan 2.5 (Text To Video).

        Args:
            prompt: What to make, in plain language, 1 to 800 characters.
            duration: Length of the clip, with its unit, default "5s".
            ratio: Aspect ratio, width to height, default "16:9".

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            ApiError: `body` is `Failure` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            WAN_2_5,
            body={"prompt": prompt, "duration": duration, "ratio": ratio},
            options=options,
        )

    def wan_2_6(
        self,
        *,
        prompt: str,
        duration: Literal["5s", "10s", "15s"] | Omit = OMIT,
        generate_audio: Literal["True", "False"] | Omit = OMIT,
        shot_type: Literal["Multi", "Single"] | Omit = OMIT,
        size: Literal["9:16", "16:9", "1:1", "4:3", "3:4"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[list[Artefact] | Artefact | None]:
        """Wan 2.6 (Text To Video).

        Args:
            prompt: What to make, in plain language, at most 1500 characters.
            duration: Length of the clip, with its unit, default "5s".
            generate_audio: Whether a soundtrack is made: True or ..., default "True".
            shot_type: Several shots or a single one, default "Multi".
            size: Aspect ratio, width to height; this model calls ..., default "16:9".

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            ApiError: `body` is `Failure` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            WAN_2_6,
            body={
                "prompt": prompt,
                "duration": duration,
                "generate_audio": generate_audio,
                "shot_type": shot_type,
                "size": size,
            },
            options=options,
        )


class AsyncTextToVideo:
    """The `text_to_video` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def vidu_q3(
        self,
        *,
        prompt: str,
        duration: Literal["4s", "8s", "12s", "16s"] | Omit = OMIT,
        generate_audio: Literal["True", "False"] | Omit = OMIT,
        ratio: Literal["9:16", "16:9", "1:1", "4:3", "3:4"] | Omit = OMIT,
        resolution: Literal["540P", "720P", "1080P"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[list[Artefact] | Artefact | None]:
        """Vidu Q3 (Text To Video)."""
        return await self._core.submit(
            VIDU_Q3,
            body={
                "prompt": prompt,
                "duration": duration,
                "generate_audio": generate_audio,
                "ratio": ratio,
                "resolution": resolution,
            },
            options=options,
        )

    async def wan_2_5(
        self,
        *,
        prompt: str,
        duration: Literal["5s", "10s"] | Omit = OMIT,
        ratio: Literal["16:9", "9:16", "1:1", "4:3", "3:4"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[list[Artefact] | Artefact | None]:
        """Wan 2.5 (Text To Video)."""
        return await self._core.submit(
            WAN_2_5,
            body={"prompt": prompt, "duration": duration, "ratio": ratio},
            options=options,
        )

    async def wan_2_6(
        self,
        *,
        prompt: str,
        duration: Literal["5s", "10s", "15s"] | Omit = OMIT,
        generate_audio: Literal["True", "False"] | Omit = OMIT,
        shot_type: Literal["Multi", "Single"] | Omit = OMIT,
        size: Literal["9:16", "16:9", "1:1", "4:3", "3:4"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[list[Artefact] | Artefact | None]:
        """Wan 2.6 (Text To Video)."""
        return await self._core.submit(
            WAN_2_6,
            body={
                "prompt": prompt,
                "duration": duration,
                "generate_audio": generate_audio,
                "shot_type": shot_type,
                "size": size,
            },
            options=options,
        )
