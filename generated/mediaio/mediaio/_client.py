"""The clients: resources are attributes, imported on first use."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from ._runtime._client import AsyncCore, Core
from ._service import SERVICE, find

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._runtime._auth import Credential
    from ._runtime._hooks import Hooks
    from ._runtime._policy import Limits, Retry
    from .resources.image_to_image import AsyncImageToImage, ImageToImage
    from .resources.image_to_video import AsyncImageToVideo, ImageToVideo
    from .resources.query import AsyncQuery, Query
    from .resources.text_to_image import AsyncTextToImage, TextToImage
    from .resources.text_to_video import AsyncTextToVideo, TextToVideo


class MediaIO(Core):
    """Client of Media.io."""

    def __init__(
        self,
        api_key: str | None = None,
        *,
        base_url: str | None = None,
        credentials: Mapping[str, Credential | None] | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: float | None = None,
        http_client: Any = None,
        retry: Retry | None = None,
        limits: Limits | None = None,
        strict_responses: bool = False,
        hooks: Hooks | None = None,
    ) -> None:
        super().__init__(
            SERVICE,
            find,
            api_key=api_key,
            base_url=base_url,
            credentials=credentials,
            headers=headers,
            timeout=timeout,
            http_client=http_client,
            retry=retry,
            limits=limits,
            strict_responses=strict_responses,
            hooks=hooks,
        )

    @cached_property
    def image_to_image(self) -> ImageToImage:
        """The `image_to_image` operations."""
        from .resources.image_to_image import ImageToImage

        return ImageToImage(self)

    @cached_property
    def image_to_video(self) -> ImageToVideo:
        """The `image_to_video` operations."""
        from .resources.image_to_video import ImageToVideo

        return ImageToVideo(self)

    @cached_property
    def query(self) -> Query:
        """The `query` operations."""
        from .resources.query import Query

        return Query(self)

    @cached_property
    def text_to_image(self) -> TextToImage:
        """The `text_to_image` operations."""
        from .resources.text_to_image import TextToImage

        return TextToImage(self)

    @cached_property
    def text_to_video(self) -> TextToVideo:
        """The `text_to_video` operations."""
        from .resources.text_to_video import TextToVideo

        return TextToVideo(self)


class AsyncMediaIO(AsyncCore):
    """Client of Media.io. Awaited."""

    def __init__(
        self,
        api_key: str | None = None,
        *,
        base_url: str | None = None,
        credentials: Mapping[str, Credential | None] | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: float | None = None,
        http_client: Any = None,
        retry: Retry | None = None,
        limits: Limits | None = None,
        strict_responses: bool = False,
        hooks: Hooks | None = None,
    ) -> None:
        super().__init__(
            SERVICE,
            find,
            api_key=api_key,
            base_url=base_url,
            credentials=credentials,
            headers=headers,
            timeout=timeout,
            http_client=http_client,
            retry=retry,
            limits=limits,
            strict_responses=strict_responses,
            hooks=hooks,
        )

    @cached_property
    def image_to_image(self) -> AsyncImageToImage:
        """The `image_to_image` operations."""
        from .resources.image_to_image import AsyncImageToImage

        return AsyncImageToImage(self)

    @cached_property
    def image_to_video(self) -> AsyncImageToVideo:
        """The `image_to_video` operations."""
        from .resources.image_to_video import AsyncImageToVideo

        return AsyncImageToVideo(self)

    @cached_property
    def query(self) -> AsyncQuery:
        """The `query` operations."""
        from .resources.query import AsyncQuery

        return AsyncQuery(self)

    @cached_property
    def text_to_image(self) -> AsyncTextToImage:
        """The `text_to_image` operations."""
        from .resources.text_to_image import AsyncTextToImage

        return AsyncTextToImage(self)

    @cached_property
    def text_to_video(self) -> AsyncTextToVideo:
        """The `text_to_video` operations."""
        from .resources.text_to_video import AsyncTextToVideo

        return AsyncTextToVideo(self)
