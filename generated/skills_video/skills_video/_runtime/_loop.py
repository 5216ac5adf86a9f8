"""The event loop, imported only where something is awaited: asyncio is not small."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop, Timeout

T = TypeVar("T")


def limit(seconds: float) -> Timeout:
    """Return a context that ends with TimeoutError after so many seconds."""
    from asyncio import timeout

    return timeout(max(seconds, 0.0))


def pause(seconds: float) -> Awaitable[None]:
    """Return what has to be awaited to sleep."""
    from asyncio import sleep

    return sleep(seconds)


async def in_thread(work: Callable[[], T]) -> T:
    """Run blocking work in a thread."""
    from asyncio import to_thread

    return await to_thread(work)


def running_loop() -> AbstractEventLoop:
    """Return the loop that runs now."""
    from asyncio import get_running_loop

    return get_running_loop()
