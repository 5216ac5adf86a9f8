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
    from .resources.carts import AsyncCarts, Carts
    from .resources.lost import AsyncLost, Lost
    from .resources.store import AsyncStore, Store


class Client(Core):
    """Client of A resource is a tag below its parents."""

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
    def carts(self) -> Carts:
        """The `carts` operations."""
        from .resources.carts import Carts

        return Carts(self)

    @cached_property
    def lost(self) -> Lost:
        """The `lost` operations."""
        from .resources.lost import Lost

        return Lost(self)

    @cached_property
    def store(self) -> Store:
        """The `store` operations."""
        from .resources.store import Store

        return Store(self)


class AsyncClient(AsyncCore):
    """Client of A resource is a tag below its parents. Awaited."""

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
    def carts(self) -> AsyncCarts:
        """The `carts` operations."""
        from .resources.carts import AsyncCarts

        return AsyncCarts(self)

    @cached_property
    def lost(self) -> AsyncLost:
        """The `lost` operations."""
        from .resources.lost import AsyncLost

        return AsyncLost(self)

    @cached_property
    def store(self) -> AsyncStore:
        """The `store` operations."""
        from .resources.store import AsyncStore

        return AsyncStore(self)
