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
    from .resources.auth import AsyncAuth, Auth
    from .resources.chat import AsyncChat, Chat
    from .resources.credits import AsyncCredits, Credits
    from .resources.export import AsyncExport, Export
    from .resources.sessions import AsyncSessions, Sessions
    from .resources.uploads import AsyncUploads, Uploads


class NemoVideo(Core):
    """Client of NemoVideo."""

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
    def auth(self) -> Auth:
        """The `auth` operations."""
        from .resources.auth import Auth

        return Auth(self)

    @cached_property
    def chat(self) -> Chat:
        """The `chat` operations."""
        from .resources.chat import Chat

        return Chat(self)

    @cached_property
    def credits(self) -> Credits:
        """The `credits` operations."""
        from .resources.credits import Credits

        return Credits(self)

    @cached_property
    def export(self) -> Export:
        """The `export` operations."""
        from .resources.export import Export

        return Export(self)

    @cached_property
    def sessions(self) -> Sessions:
        """The `sessions` operations."""
        from .resources.sessions import Sessions

        return Sessions(self)

    @cached_property
    def uploads(self) -> Uploads:
        """The `uploads` operations."""
        from .resources.uploads import Uploads

        return Uploads(self)


class AsyncNemoVideo(AsyncCore):
    """Client of NemoVideo. Awaited."""

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
    def auth(self) -> AsyncAuth:
        """The `auth` operations."""
        from .resources.auth import AsyncAuth

        return AsyncAuth(self)

    @cached_property
    def chat(self) -> AsyncChat:
        """The `chat` operations."""
        from .resources.chat import AsyncChat

        return AsyncChat(self)

    @cached_property
    def credits(self) -> AsyncCredits:
        """The `credits` operations."""
        from .resources.credits import AsyncCredits

        return AsyncCredits(self)

    @cached_property
    def export(self) -> AsyncExport:
        """The `export` operations."""
        from .resources.export import AsyncExport

        return AsyncExport(self)

    @cached_property
    def sessions(self) -> AsyncSessions:
        """The `sessions` operations."""
        from .resources.sessions import AsyncSessions

        return AsyncSessions(self)

    @cached_property
    def uploads(self) -> AsyncUploads:
        """The `uploads` operations."""
        from .resources.uploads import AsyncUploads

        return AsyncUploads(self)
