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
    from .resources.effects import AsyncEffects, Effects
    from .resources.query import AsyncQuery, Query


class MediaIOEffects(Core):
    """Client of Media.io effects."""

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
    def effects(self) -> Effects:
        """The `effects` operations."""
        from .resources.effects import Effects

        return Effects(self)

    @cached_property
    def query(self) -> Query:
        """The `query` operations."""
        from .resources.query import Query

        return Query(self)


class AsyncMediaIOEffects(AsyncCore):
    """Client of Media.io effects. Awaited."""

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
    def effects(self) -> AsyncEffects:
        """The `effects` operations."""
        from .resources.effects import AsyncEffects

        return AsyncEffects(self)

    @cached_property
    def query(self) -> AsyncQuery:
        """The `query` operations."""
        from .resources.query import AsyncQuery

        return AsyncQuery(self)
