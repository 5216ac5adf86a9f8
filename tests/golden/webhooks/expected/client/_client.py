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
    from .resources.orders import AsyncOrders, Orders


class Client(Core):
    """Client of What an API sends is a model."""

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
    def orders(self) -> Orders:
        """The `orders` operations."""
        from .resources.orders import Orders

        return Orders(self)


class AsyncClient(AsyncCore):
    """Client of What an API sends is a model. Awaited."""

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
    def orders(self) -> AsyncOrders:
        """The `orders` operations."""
        from .resources.orders import AsyncOrders

        return AsyncOrders(self)
