"""The event loop, imported only where something is awaited: asyncio is not small."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop, Future, Timeout

T = TypeVar("T")


def limit(seconds: float) -> Timeout:
    """Return a context that ends with TimeoutError after so many seconds."""
    from asyncio import timeout

    return timeout(max(seconds, 0.0))


def pause(seconds: float) -> Awaitable[None]:
    """Return what has to be awaited to sleep.

    A bare future: a coroutine to sleep in would be a tenth of what a wait keeps. One
    that is cancelled leaves its timer to run out.
    """
    loop = running_loop()
    done = loop.create_future()
    loop.call_later(seconds, _end, done)
    return done


def _end(pause: Future[None]) -> None:
    if not pause.done():
        pause.set_result(None)


async def in_thread(work: Callable[[], T]) -> T:
    """Run blocking work in a thread."""
    from asyncio import to_thread

    return await to_thread(work)


def running_loop() -> AbstractEventLoop:
    """Return the loop that runs now."""
    from asyncio import get_running_loop

    return get_running_loop()
