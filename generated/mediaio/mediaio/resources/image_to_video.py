"""The `image_to_video` operations."""

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

GOOGLE_VEO_3_1: Operation[list[Artefact] | Artefact | None] = Operation(
    key="POST /generation/veo/i2v-veo-v3-1",
    name="google_veo_3_1",
    bodies=(
        Body(
            types("params.image_to_video", "GoogleVeo31Body"),
            required=True,
            rules=BodyRules(wrap="data", empty="{}", urls_only=("image",)),
        ),
    ),
    responses=(Response("200"), REFUSED),
    result=types("models.image_to_video", "GoogleVeo31Result"),
    lifecycle="task",
)

GOOGLE_VEO_3_1_FAST: Operation[list[Artefact] | Artefact | None] = Operation(
    key="POST /generation/veo/i2v-veo-v3-1-fast",
    name="google_veo_3_1_fast",
    bodies=(
        Body(
            types("params.image_to_video", "GoogleVeo31FastBody"),
            required=True,
            rules=BodyRules(wrap="data", empty="{}", urls_only=("image",)),
        ),
    ),
    responses=(Response("200"), REFUSED),
    result=types("models.image_to_video", "GoogleVeo31FastResult"),
    lifecycle="task",
)

HAILUO_02: Operation[list[Artefact] | Artefact | None] = Operation(
    key="POST /generation/minimax/i2v-minimax-02",
    name="hailuo_02",
    bodies=(
        Body(
            types("params.image_to_video", "Hailuo02Body"),
            required=True,
            rules=BodyRules(wrap="data", empty="{}", urls_only=("image",)),
        ),
    ),
    responses=(Response("200"), REFUSED),
    result=types("models.image_to_video", "Hailuo02Result"),
    lifecycle="task",
)

HAILUO_2_3: Operation[list[Artefact] | Artefact | None] = Operation(
    key="POST /generation/minimax/i2v-minimax-v2-3",
    name="hailuo_2_3",
    bodies=(
        Body(
            types("params.image_to_video", "Hailuo23Body"),
            required=True,
            rules=BodyRules(wrap="data", empty="{}", urls_only=("image",)),
        ),
    ),
    responses=(Response("200"), REFUSED),
    result=types("models.image_to_video", "Hailuo23Result"),
    lifecycle="task",
)

KLING_2_1: Operation[list[Artefact] | Artefact | None] = Operation(
    key="POST /generation/kling/i2v-kling-v2-1",
    name="kling_2_1",
    bodies=(
        Body(
            types("params.image_to_video", "Kling21Body"),
            required=True,
            rules=BodyRules(wrap="data", empty="{}", urls_only=("image",)),
        ),
    ),
    responses=(Response("200"), REFUSED),
    result=types("models.image_to_video", "Kling21Result"),
    lifecycle="task",
)

KLING_2_5_TURBO: Operation[list[Artefact] | Artefact | None] = Operation(
    key="POST /generation/kling/i2v-kling-v2-5-turbo",
    name="kling_2_5_turbo",
    bodies=(
        Body(
            types("params.image_to_video", "Kling25TurboBody"),
            required=True,
            rules=BodyRules(wrap="data", empty="{}", urls_only=("image",)),
        ),
    ),
    responses=(Response("200"), REFUSED),
    result=types("models.image_to_video", "Kling25TurboResult"),
    lifecycle="task",
)

KLING_2_6: Operation[list[Artefact] | Artefact | None] = Operation(
    key="POST /generation/kling/i2v-kling-v2-6",
    name="kling_2_6",
    bodies=(
        Body(
            types("params.image_to_video", "Kling26Body"),
            required=True,
            rules=BodyRules(wrap="data", empty="{}", urls_only=("image",)),
        ),
    ),
    responses=(Response("200"), REFUSED),
    result=types("models.image_to_video", "Kling26Result"),
    lifecycle="task",
)

KLING_3_0: Operation[list[Artefact] | Artefact | None] = Operation(
    key="POST /generation/kling/i2v-kling-v3-0",
    name="kling_3_0",
    bodies=(
        Body(
            types("params.image_to_video", "Kling30Body"),
            required=True,
            rules=BodyRules(wrap="data", empty="{}", urls_only=("image",)),
        ),
    ),
    responses=(Response("200"), REFUSED),
    result=types("models.image_to_video", "Kling30Result"),
    lifecycle="task",
)

MOTION_CONTROL_KLING_2_6: Operation[list[Artefact] | Artefact | None] = Operation(
    key="POST /generation/kling/i2v-motion-control-kling-v2-6",
    name="motion_control_kling_2_6",
    bodies=(
        Body(
            types("params.image_to_video", "MotionControlKling26Body"),
            required=True,
            rules=BodyRules(wrap="data", empty="{}", urls_only=("video", "image")),
        ),
    ),
    responses=(Response("200"), REFUSED),
    result=types("models.image_to_video", "MotionControlKling26Result"),
    lifecycle="task",
)

VIDU_Q2: Operation[list[Artefact] | Artefact | None] = Operation(
    key="POST /generation/vidu/i2v-vidu-q2",
    name="vidu_q2",
    bodies=(
        Body(
            types("params.image_to_video", "ViduQ2Body"),
            required=True,
            rules=BodyRules(wrap="data", empty="{}", urls_only=("image",)),
        ),
    ),
    responses=(Response("200"), REFUSED),
    result=types("models.image_to_video", "ViduQ2Result"),
    lifecycle="task",
)

VIDU_Q3: Operation[list[Artefact] | Artefact | None] = Operation(
    key="POST /generation/vidu/i2v-vidu-q3",
    name="vidu_q3",
    bodies=(
        Body(
            types("params.image_to_video", "ViduQ3ImageToVideoBody"),
            required=True,
            rules=BodyRules(wrap="data", empty="{}", urls_only=("image",)),
        ),
    ),
    responses=(Response("200"), REFUSED),
    result=types("models.image_to_video", "ViduQ3ImageToVideoResult"),
    lifecycle="task",
)

WAN_2_2: Operation[list[Artefact] | Artefact | None] = Operation(
    key="POST /generation/wan/i2v-wan-v2-2",
    name="wan_2_2",
    bodies=(
        Body(
            types("params.image_to_video", "Wan22Body"),
            required=True,
            rules=BodyRules(wrap="data", empty="{}", urls_only=("image",)),
        ),
    ),
    responses=(Response("200"), REFUSED),
    result=types("models.image_to_video", "Wan22Result"),
    lifecycle="task",
)

WAN_2_5: Operation[list[Artefact] | Artefact | None] = Operation(
    key="POST /generation/wan/i2v-wan-v2-5",
    name="wan_2_5",
    bodies=(
        Body(
            types("params.image_to_video", "Wan25ImageToVideoBody"),
            required=True,
            rules=BodyRules(wrap="data", empty="{}", urls_only=("image",)),
        ),
    ),
    responses=(Response("200"), REFUSED),
    result=types("models.image_to_video", "Wan25ImageToVideoResult"),
    lifecycle="task",
)

WAN_2_6: Operation[list[Artefact] | Artefact | None] = Operation(
    key="POST /generation/wan/i2v-wan-v2-6",
    name="wan_2_6",
    bodies=(
        Body(
            types("params.image_to_video", "Wan26ImageToVideoBody"),
            required=True,
            rules=BodyRules(wrap="data", empty="{}", urls_only=("image",)),
        ),
    ),
    responses=(Response("200"), REFUSED),
    result=types("models.image_to_video", "Wan26ImageToVideoResult"),
    lifecycle="task",
)


class ImageToVideo:
    """The `image_to_video` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def google_veo_3_1(
        self,
        *,
        image: str,
        prompt: str,
        aspect_ratio: Literal["9:16", "16:9"] | Omit = OMIT,
        duration: Literal["4s", "6s", "8s"] | Omit = OMIT,
        generate_audio: Literal["True", "False"] | Omit = OMIT,
        resolution: Literal["720P", "1080P"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[list[Artefact] | Artefact | None]:
        """Google Veo 3.1.

        Args:
            image: Public URL of the image to work from.
            prompt: What to make, in plain language, at most 1000 characters.
            aspect_ratio: Aspect ratio, width to height, default "9:16".
            duration: Length of the clip, with its unit, default "4s".
            generate_audio: Whether a soundtrack is made: True or ..., default "True".
            resolution: Output resolution, default "720P".

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            ApiError: `body` is `Failure` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            GOOGLE_VEO_3_1,
            body={
                "image": image,
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "duration": duration,
                "generate_audio": generate_audio,
                "resolution": resolution,
            },
            options=options,
        )

    def google_veo_3_1_fast(
        self,
        *,
        image: str,
        prompt: str,
        aspect_ratio: Literal["9:16", "16:9"] | Omit = OMIT,
        duration: Literal["4s", "6s", "8s"] | Omit = OMIT,
        generate_audio: Literal["True", "False"] | Omit = OMIT,
        resolution: Literal["720P", "1080P"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[list[Artefact] | Artefact | None]:
        """Google Veo 3.1 Fast.

        Args:
            image: Public URL of the image to work from.
            prompt: What to make, in plain language, at most 1000 characters.
            aspect_ratio: Aspect ratio, width to height, default "9:16".
            duration: Length of the clip, with its unit, default "4s".
            generate_audio: Whether a soundtrack is made: True or ..., default "True".
            resolution: Output resolution, default "720P".

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            ApiError: `body` is `Failure` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            GOOGLE_VEO_3_1_FAST,
            body={
                "image": image,
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "duration": duration,
                "generate_audio": generate_audio,
                "resolution": resolution,
            },
            options=options,
        )

    def hailuo_02(
        self,
        *,
        image: str,
        prompt: str,
        duration: Literal["6s"] | Omit = OMIT,
        resolution: Literal["768P", "1080P"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[list[Artefact] | Artefact | None]:
        """Hailuo 02.

        Args:
            image: Public URL of the image to work from.
            prompt: What to make, in plain language, at most 2000 characters.
            duration: Length of the clip, with its unit, default "6s".
            resolution: Output resolution, default "768P".

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            ApiError: `body` is `Failure` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            HAILUO_02,
            body={
                "image": image,
                "prompt": prompt,
                "duration": duration,
                "resolution": resolution,
            },
            options=options,
        )

    def hailuo_2_3(
        self,
        *,
        image: str,
        prompt: str,
        duration: Literal["6s", "10s"] | Omit = OMIT,
        resolution: Literal["768P", "1080P"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[list[Artefact] | Artefact | None]:
        """Hailuo 2.3.

        Args:
            image: Public URL of the image to work from.
            prompt: What to make, in plain language, at most 2000 characters.
            duration: Length of the clip, with its unit, default "6s".
            resolution: Output resolution, default "768P".

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            ApiError: `body` is `Failure` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            HAILUO_2_3,
            body={
                "image": image,
                "prompt": prompt,
                "duration": duration,
                "resolution": resolution,
            },
            options=options,
        )

    def kling_2_1(
        self,
        *,
        image: str,
        prompt: str,
        duration: Literal["5s", "10s"] | Omit = OMIT,
        resolution: Literal["720P", "1080P"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[list[Artefact] | Artefact | None]:
        """Kling 2.1.

        Args:
            image: Public URL of the image to work from.
            prompt: What to make, in plain language, at most 2000 characters.
            duration: Length of the clip, with its unit, default "5s".
            resolution: Output resolution, default "720P".

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            ApiError: `body` is `Failure` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            KLING_2_1,
            body={
                "image": image,
                "prompt": prompt,
                "duration": duration,
                "resolution": resolution,
            },
            options=options,
        )

    def kling_2_5_turbo(
        self,
        *,
        image: str,
        prompt: str,
        duration: Literal["5s", "10s"] | Omit = OMIT,
        resolution: Literal["720P", "1080P"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[list[Artefact] | Artefact | None]:
        """Kling 2.5 Turbo.

        Args:
            image: Public URL of the image to work from.
            prompt: What to make, in plain language, at most 2500 characters.
            duration: Length of the clip, with its unit, default "5s".
            resolution: Output resolution, default "1080P".

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            ApiError: `body` is `Failure` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            KLING_2_5_TURBO,
            body={
                "image": image,
                "prompt": prompt,
                "duration": duration,
                "resolution": resolution,
            },
            options=options,
        )

    def kling_2_6(
        self,
        *,
        image: str,
        prompt: str,
        duration: Literal["5s", "10s"] | Omit = OMIT,
        generate_audio: Literal["True", "False"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[list[Artefact] | Artefact | None]:
        """Kling 2.6.

        Args:
            image: Public URL of the image to work from.
            prompt: What to make, in plain language, at most 2500 characters.
            duration: Length of the clip, with its unit, default "5s".
            generate_audio: Whether a soundtrack is made: True or ..., default "True".

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            ApiError: `body` is `Failure` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            KLING_2_6,
            body={
                "image": image,
                "prompt": prompt,
                "duration": duration,
                "generate_audio": generate_audio,
            },
            options=options,
        )

    def kling_3_0(
        self,
        *,
        image: str,
        prompt: str,
        duration: Literal["5s", "8s", "10s", "15s"] | Omit = OMIT,
        generate_audio: Literal["True", "False"] | Omit = OMIT,
        multi_shots: Literal["True", "False"] | Omit = OMIT,
        resolution: Literal["720P", "1080P"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[list[Artefact] | Artefact | None]:
        """Kling 3.0.

        Args:
            image: Public URL of the image to work from.
            prompt: What to make, in plain language, at most 2500 characters.
            duration: Length of the clip, with its unit, default "5s".
            generate_audio: Whether a soundtrack is made: True or ..., default "True".
            multi_shots: Whether the clip has several shots: True ..., default "True".
            resolution: Output resolution, default "1080P".

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            ApiError: `body` is `Failure` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            KLING_3_0,
            body={
                "image": image,
                "prompt": prompt,
                "duration": duration,
                "generate_audio": generate_audio,
                "multi_shots": multi_shots,
                "resolution": resolution,
            },
            options=options,
        )

    def motion_control_kling_2_6(
        self,
        *,
        image: str,
        video: str,
        prompt: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[list[Artefact] | Artefact | None]:
        """Motion Control Kling 2.6.

        Args:
            image: Public URL of the image to work from.
            video: Public URL of the video whose motion is taken.
            prompt: What to make, in plain language, at most 2500 characters.

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            ApiError: `body` is `Failure` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            MOTION_CONTROL_KLING_2_6,
            body={"image": image, "video": video, "prompt": prompt},
            options=options,
        )

    def vidu_q2(
        self,
        *,
        image: str,
        prompt: str,
        duration: Literal["4s", "6s", "8s"] | Omit = OMIT,
        resolution: Literal["720P", "1080P"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[list[Artefact] | Artefact | None]:
        """Vidu Q2.

        Args:
            image: Public URL of the image to work from.
            prompt: What to make, in plain language, at most 2000 characters.
            duration: Length of the clip, with its unit, default "4s".
            resolution: Output resolution, default "720P".

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            ApiError: `body` is `Failure` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            VIDU_Q2,
            body={
                "image": image,
                "prompt": prompt,
                "duration": duration,
                "resolution": resolution,
            },
            options=options,
        )

    def vidu_q3(
        self,
        *,
        image: str,
        prompt: str,
        duration: Literal["4s", "8s", "12s", "16s"] | Omit = OMIT,
        generate_audio: Literal["True", "False"] | Omit = OMIT,
        resolution: Literal["540P", "720P", "1080P"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[list[Artefact] | Artefact | None]:
        """Vidu Q3.

        Args:
            image: Public URL of the image to work from.
            prompt: What to make, in plain language, at most 2000 characters.
            duration: Length of the clip, with its unit, default "4s".
            generate_audio: Whether a soundtrack is made: True or ..., default "True".
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
                "image": image,
                "prompt": prompt,
                "duration": duration,
                "generate_audio": generate_audio,
                "resolution": resolution,
            },
            options=options,
        )

    def wan_2_2(
        self,
        *,
        image: str,
        prompt: str,
        duration: Literal["5s"] | Omit = OMIT,
        resolution: Literal["1080P"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[list[Artefact] | Artefact | None]:
        """Wan 2.2.

        Args:
            image: Public URL of the image to work from.
            prompt: What to make, in plain language, at most 800 characters.
            duration: Length of the clip, with its unit, default "5s".
            resolution: Output resolution, default "1080P".

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            ApiError: `body` is `Failure` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            WAN_2_2,
            body={
                "image": image,
                "prompt": prompt,
                "duration": duration,
                "resolution": resolution,
            },
            options=options,
        )

    def wan_2_5(
        self,
        *,
        image: str,
        prompt: str,
        duration: Literal["5s", "10s"] | Omit = OMIT,
        resolution: Literal["480P", "720P", "1080P"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[list[Artefact] | Artefact | None]:
        """Wan 2.5.

        Args:
            image: Public URL of the image to work from.
            prompt: What to make, in plain language, at most 800 characters.
            duration: Length of the clip, with its unit, default "5s".
            resolution: Output resolution, default "480P".

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            ApiError: `body` is `Failure` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            WAN_2_5,
            body={
                "image": image,
                "prompt": prompt,
                "duration": duration,
                "resolution": resolution,
            },
            options=options,
        )

    def wan_2_6(
        self,
        *,
        image: str,
        prompt: str,
        duration: Literal["5s", "10s", "15s"] | Omit = OMIT,
        generate_audio: Literal["True", "False"] | Omit = OMIT,
        resolution: Literal["720P", "1080P"] | Omit = OMIT,
        shot_type: Literal["Multi", "Single"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Job[list[Artefact] | Artefact | None]:
        """Wan 2.6.

        Args:
            image: Public URL of the image to work from.
            prompt: What to make, in plain language, at most 1500 characters.
            duration: Length of the clip, with its unit, default "5s".
            generate_audio: Whether a soundtrack is made: True or ..., default "True".
            resolution: Output resolution, default "720P".
            shot_type: Several shots or a single one, default "Multi".

        Returns:
            The job, once its id is known; `wait()` gives the result.

        Raises:
            ApiError: `body` is `Failure` where it fits.
            JobError: From `wait()`, by how the job ends.
        """
        return self._core.submit(
            WAN_2_6,
            body={
                "image": image,
                "prompt": prompt,
                "duration": duration,
                "generate_audio": generate_audio,
                "resolution": resolution,
                "shot_type": shot_type,
            },
            options=options,
        )


class AsyncImageToVideo:
    """The `image_to_video` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def google_veo_3_1(
        self,
        *,
        image: str,
        prompt: str,
        aspect_ratio: Literal["9:16", "16:9"] | Omit = OMIT,
        duration: Literal["4s", "6s", "8s"] | Omit = OMIT,
        generate_audio: Literal["True", "False"] | Omit = OMIT,
        resolution: Literal["720P", "1080P"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[list[Artefact] | Artefact | None]:
        """Google Veo 3.1."""
        return await self._core.submit(
            GOOGLE_VEO_3_1,
            body={
                "image": image,
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "duration": duration,
                "generate_audio": generate_audio,
                "resolution": resolution,
            },
            options=options,
        )

    async def google_veo_3_1_fast(
        self,
        *,
        image: str,
        prompt: str,
        aspect_ratio: Literal["9:16", "16:9"] | Omit = OMIT,
        duration: Literal["4s", "6s", "8s"] | Omit = OMIT,
        generate_audio: Literal["True", "False"] | Omit = OMIT,
        resolution: Literal["720P", "1080P"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[list[Artefact] | Artefact | None]:
        """Google Veo 3.1 Fast."""
        return await self._core.submit(
            GOOGLE_VEO_3_1_FAST,
            body={
                "image": image,
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "duration": duration,
                "generate_audio": generate_audio,
                "resolution": resolution,
            },
            options=options,
        )

    async def hailuo_02(
        self,
        *,
        image: str,
        prompt: str,
        duration: Literal["6s"] | Omit = OMIT,
        resolution: Literal["768P", "1080P"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[list[Artefact] | Artefact | None]:
        """Hailuo 02."""
        return await self._core.submit(
            HAILUO_02,
            body={
                "image": image,
                "prompt": prompt,
                "duration": duration,
                "resolution": resolution,
            },
            options=options,
        )

    async def hailuo_2_3(
        self,
        *,
        image: str,
        prompt: str,
        duration: Literal["6s", "10s"] | Omit = OMIT,
        resolution: Literal["768P", "1080P"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[list[Artefact] | Artefact | None]:
        """Hailuo 2.3."""
        return await self._core.submit(
            HAILUO_2_3,
            body={
                "image": image,
                "prompt": prompt,
                "duration": duration,
                "resolution": resolution,
            },
            options=options,
        )

    async def kling_2_1(
        self,
        *,
        image: str,
        prompt: str,
        duration: Literal["5s", "10s"] | Omit = OMIT,
        resolution: Literal["720P", "1080P"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[list[Artefact] | Artefact | None]:
        """Kling 2.1."""
        return await self._core.submit(
            KLING_2_1,
            body={
                "image": image,
                "prompt": prompt,
                "duration": duration,
                "resolution": resolution,
            },
            options=options,
        )

    async def kling_2_5_turbo(
        self,
        *,
        image: str,
        prompt: str,
        duration: Literal["5s", "10s"] | Omit = OMIT,
        resolution: Literal["720P", "1080P"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[list[Artefact] | Artefact | None]:
        """Kling 2.5 Turbo."""
        return await self._core.submit(
            KLING_2_5_TURBO,
            body={
                "image": image,
                "prompt": prompt,
                "duration": duration,
                "resolution": resolution,
            },
            options=options,
        )

    async def kling_2_6(
        self,
        *,
        image: str,
        prompt: str,
        duration: Literal["5s", "10s"] | Omit = OMIT,
        generate_audio: Literal["True", "False"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[list[Artefact] | Artefact | None]:
        """Kling 2.6."""
        return await self._core.submit(
            KLING_2_6,
            body={
                "image": image,
                "prompt": prompt,
                "duration": duration,
                "generate_audio": generate_audio,
            },
            options=options,
        )

    async def kling_3_0(
        self,
        *,
        image: str,
        prompt: str,
        duration: Literal["5s", "8s", "10s", "15s"] | Omit = OMIT,
        generate_audio: Literal["True", "False"] | Omit = OMIT,
        multi_shots: Literal["True", "False"] | Omit = OMIT,
        resolution: Literal["720P", "1080P"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[list[Artefact] | Artefact | None]:
        """Kling 3.0."""
        return await self._core.submit(
            KLING_3_0,
            body={
                "image": image,
                "prompt": prompt,
                "duration": duration,
                "generate_audio": generate_audio,
                "multi_shots": multi_shots,
                "resolution": resolution,
            },
            options=options,
        )

    async def motion_control_kling_2_6(
        self,
        *,
        image: str,
        video: str,
        prompt: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[list[Artefact] | Artefact | None]:
        """Motion Control Kling 2.6."""
        return await self._core.submit(
            MOTION_CONTROL_KLING_2_6,
            body={"image": image, "video": video, "prompt": prompt},
            options=options,
        )

    async def vidu_q2(
        self,
        *,
        image: str,
        prompt: str,
        duration: Literal["4s", "6s", "8s"] | Omit = OMIT,
        resolution: Literal["720P", "1080P"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[list[Artefact] | Artefact | None]:
        """Vidu Q2."""
        return await self._core.submit(
            VIDU_Q2,
            body={
                "image": image,
                "prompt": prompt,
                "duration": duration,
                "resolution": resolution,
            },
            options=options,
        )

    async def vidu_q3(
        self,
        *,
        image: str,
        prompt: str,
        duration: Literal["4s", "8s", "12s", "16s"] | Omit = OMIT,
        generate_audio: Literal["True", "False"] | Omit = OMIT,
        resolution: Literal["540P", "720P", "1080P"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[list[Artefact] | Artefact | None]:
        """Vidu Q3."""
        return await self._core.submit(
            VIDU_Q3,
            body={
                "image": image,
                "prompt": prompt,
                "duration": duration,
                "generate_audio": generate_audio,
                "resolution": resolution,
            },
            options=options,
        )

    async def wan_2_2(
        self,
        *,
        image: str,
        prompt: str,
        duration: Literal["5s"] | Omit = OMIT,
        resolution: Literal["1080P"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[list[Artefact] | Artefact | None]:
        """Wan 2.2."""
        return await self._core.submit(
            WAN_2_2,
            body={
                "image": image,
                "prompt": prompt,
                "duration": duration,
                "resolution": resolution,
            },
            options=options,
        )

    async def wan_2_5(
        self,
        *,
        image: str,
        prompt: str,
        duration: Literal["5s", "10s"] | Omit = OMIT,
        resolution: Literal["480P", "720P", "1080P"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[list[Artefact] | Artefact | None]:
        """Wan 2.5."""
        return await self._core.submit(
            WAN_2_5,
            body={
                "image": image,
                "prompt": prompt,
                "duration": duration,
                "resolution": resolution,
            },
            options=options,
        )

    async def wan_2_6(
        self,
        *,
        image: str,
        prompt: str,
        duration: Literal["5s", "10s", "15s"] | Omit = OMIT,
        generate_audio: Literal["True", "False"] | Omit = OMIT,
        resolution: Literal["720P", "1080P"] | Omit = OMIT,
        shot_type: Literal["Multi", "Single"] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[list[Artefact] | Artefact | None]:
        """Wan 2.6."""
        return await self._core.submit(
            WAN_2_6,
            body={
                "image": image,
                "prompt": prompt,
                "duration": duration,
                "generate_audio": generate_audio,
                "resolution": resolution,
                "shot_type": shot_type,
            },
            options=options,
        )
