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
    from .resources.account import Account, AsyncAccount
    from .resources.generation import AsyncGeneration, Generation
    from .resources.tasks import AsyncTasks, Tasks


class AIVideoMaker(Core):
    """Client of AIVideoMaker."""

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
    def account(self) -> Account:
        """The `account` operations."""
        from .resources.account import Account

        return Account(self)

    @cached_property
    def generation(self) -> Generation:
        """The `generation` operations."""
        from .resources.generation import Generation

        return Generation(self)

    @cached_property
    def tasks(self) -> Tasks:
        """The `tasks` operations."""
        from .resources.tasks import Tasks

        return Tasks(self)


class AsyncAIVideoMaker(AsyncCore):
    """Client of AIVideoMaker. Awaited."""

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
    def account(self) -> AsyncAccount:
        """The `account` operations."""
        from .resources.account import AsyncAccount

        return AsyncAccount(self)

    @cached_property
    def generation(self) -> AsyncGeneration:
        """The `generation` operations."""
        from .resources.generation import AsyncGeneration

        return AsyncGeneration(self)

    @cached_property
    def tasks(self) -> AsyncTasks:
        """The `tasks` operations."""
        from .resources.tasks import AsyncTasks

        return AsyncTasks(self)
