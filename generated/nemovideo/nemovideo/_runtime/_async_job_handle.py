"""A job in the caller's hands, awaited; the same as `_job_handle.py`."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from ._assets import Refreshed, downloads, renew
from ._async_driver import AsyncChannel, AsyncDriver
from ._cancel import cancel, refresh
from ._engine import Engine
from ._errors import ClientError
from ._job import run
from ._job_state import Steps
from ._job_view import JobView
from ._lifecycle import TERMINAL
from ._loop import limit
from ._omit import OMIT, Omit
from ._poll import timeout as overdue
from ._updates import JobUpdate, Outcome
from ._wire import Emit, Note, Read, Sleep

if TYPE_CHECKING:
    from os import PathLike
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from ._lifecycle import State

T = TypeVar("T")
N = TypeVar("N")


class AsyncJob(JobView[T, AsyncChannel]):
    """A job that was accepted, followed by awaiting.

    Safe between tasks of one loop; one of them moves the job at a time, while others
    may cancel or refresh it. As a context manager it closes the stream that may be
    open; the job itself runs on.
    """

    __slots__ = ("_driver", "_follower", "_lock")

    def __init__(self, engine: Engine[AsyncChannel], job: Any) -> None:
        super().__init__(engine, job)
        self._driver: AsyncDriver | None = None
        self._follower = asyncio.Lock()
        """Held by who follows the job."""
        self._lock = asyncio.Lock()
        """Held while the job is moved; not in the pauses and reads between."""

    async def updates(
        self,
        timeout: float | Omit | None = OMIT,
    ) -> AsyncIterator[JobUpdate]:
        """Yield the job's news in order until it ends, whatever carries them.

        Leaving the loop closes the stream; the job can be waited for later. Raises
        `JobTimeout` after `timeout` seconds (default: as declared; None: never).
        """
        until = self._until(timeout)
        finished = False
        try:
            while (update := await self._next(until)) is not None:
                yield update
            finished = True
        finally:
            if not finished:
                await self.close()

    async def wait(self, timeout: float | Omit | None = OMIT) -> T:
        """Return the typed result when the job has ended.

        Raises `JobFailed`, `JobCancelled` or `JobExpired` by its outcome, `JobTimeout`
        after `timeout` seconds (default: as declared; None: never).
        """
        until = self._until(timeout)
        while await self._next(until) is not None:
            pass
        return self._result()

    async def refresh(self) -> JobUpdate:
        """Ask once for the state, and return it."""
        if not self.done:
            await self._aside(refresh(self._job))
        return self._now()

    async def cancel(
        self,
        *,
        wait: bool = False,
        timeout: float | Omit | None = OMIT,
    ) -> State:
        """Ask the provider to cancel the job; return its state.

        With `wait`, follow it to its end: whatever the server decides is the state,
        success included. Raises `NotSupportedError` where that cannot be done.
        """
        if not self.done:
            await self._aside(cancel(self._job))
        if wait:
            until = self._until(timeout)
            while await self._next(until) is not None:
                pass
        return self.state

    async def download(
        self,
        directory: str | PathLike[str],
        *,
        overwrite: bool = False,
        timeout: float | None = None,
        progress: Callable[[int, int | None], None] | None = None,
    ) -> tuple[Path, ...]:
        """Download the files of the result into a folder; return their paths.

        Waits for the job first. Each file is there whole or not at all; none replaces
        another without `overwrite`. `timeout` is for each file. Raises `ResultExpired`
        when the files are gone.
        """
        await self.wait()
        fetch = self._fetch(directory, overwrite, timeout, progress)
        wishes, answer = downloads(self._job), None
        try:
            while True:
                wish = wishes.send(answer)
                if isinstance(wish, Refreshed):
                    await self._aside(renew(self._job))
                    answer = None
                    continue
                try:
                    answer = await fetch(wish)
                except ClientError as error:
                    answer = error
        except StopIteration as end:
            paths: tuple[Path, ...] = end.value
            return paths
        except ClientError as error:
            raise self._informed(error) from error.__cause__

    async def close(self) -> None:
        """Close the stream that may be open; the job runs on, the handle stays.

        A stream that another task reads stays open: it is that task's.
        """
        if not self._follower.locked():
            async with self._follower:
                await self._end()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()

    # Moving

    async def _give_way(self, earlier: AsyncJob[Any]) -> None:
        """Let the job before this one end; what it ends in is its own caller's news."""
        with suppress(ClientError):
            await earlier.settle()

    async def settle(self) -> None:
        """Bring the job to its end; its updates stay for who follows it."""
        kept: list[JobUpdate] = []
        while not self.done:
            update = await self._next(self._job.deadline)
            if update is not None:
                kept.append(update)
        self._pending = kept

    async def ended(self, timeout: float | Omit | None) -> Outcome:
        """Follow the job to its end, whatever that is; return the outcome."""
        until = self._until(timeout)
        while await self._next(until) is not None:
            pass
        outcome = self.outcome
        assert outcome is not None
        return outcome

    async def start(self) -> Self:
        """Create the job; return when its id is known or it has ended.

        For the client; a handle in the caller's hands was started already.
        """
        async with self._lock:
            earlier = self._engine.turn(self._job, self)
            if earlier is not None:
                await self._give_way(earlier)
            self._driver = self._drive(run(self._job))
            while not self.done:
                news = await self._step(self._driver)
                if news is None:
                    break
                if news.update is not None:
                    self._later(news.update)
                if isinstance(news, Note):
                    if self.state not in TERMINAL:
                        break
                    continue
                if not self._job.lifecycle.id:
                    break
        return self

    async def _next(self, until: float) -> JobUpdate | None:
        """Return the next update, moving the job on; None when it has ended.

        Pauses are awaited here and not further down: ten thousand waits that sleep
        keep ten thousand times what stands below them.
        """
        await self._follow(until)
        try:
            while True:
                async with self._lock:
                    pending = self._pending
                    found = pending.pop(0) if pending else await self._moved(until)
                if isinstance(found, Sleep):
                    driver = self._driver
                    assert driver is not None
                    try:
                        pause = found if found.until <= until else Sleep(until)
                        await self._engine.channel.pause(pause)
                        driver.wake()
                    except BaseException as cause:  # the machine cleans up
                        driver.wake(cause)
                        await self._guarded(driver, driver.advance)
                elif isinstance(found, Read):
                    await self._read(found)
                else:
                    return found
        finally:
            self._follower.release()

    async def _follow(self, until: float) -> None:
        """Be the one who follows the job; JobTimeout where another is for too long."""
        try:
            if self._follower.locked():
                async with limit(until - self._job.now):
                    await self._follower.acquire()
            else:
                await self._follower.acquire()
        except TimeoutError:
            raise self._informed(overdue(self._job)) from None
        except BaseException as error:  # goes on, with the job's id in it
            self._interrupted(error)
            raise

    async def _moved(self, until: float) -> JobUpdate | Sleep | Read | None:
        """Move the job to its next news, pause or read; None when it has ended."""
        self._job.deadline = until
        while not self.done:
            driver = self._driver or self._drive(run(self._job))
            self._driver = driver
            found = await self._guarded(driver, driver.advance)
            if isinstance(found, (Sleep, Read)):
                return found
            if found is not None and found.update is not None:
                self._updated(found.update)
                return found.update
        await self._end()
        return None

    async def _read(self, read: Read) -> None:
        """Read, while others may run steps of their own on the job."""
        driver = self._driver
        assert driver is not None
        if not await self._guarded(driver, partial(driver.perform, read)):
            await self._guarded(driver, driver.advance)

    async def _aside(self, steps: Steps[None]) -> None:
        """Run other steps on the job; an ending they find ends the following too."""
        async with self._lock:
            self._job.deadline = self._until(None)
            driver = self._drive(steps)
            while (news := await self._step(driver)) is not None:
                if isinstance(news, Emit):
                    self._later(news.update)
        if self.done:
            await self.close()

    def _drive(self, steps: Steps[None]) -> AsyncDriver:
        return AsyncDriver(steps, self._engine.channel, self._observe)

    async def _step(self, driver: AsyncDriver) -> Emit | Note | None:
        return await self._guarded(driver, driver.step)

    async def _guarded(
        self,
        driver: AsyncDriver,
        move: Callable[[], Awaitable[N]],
    ) -> N:
        try:
            news = await move()
            if isinstance(news, Note):
                self._submitted()
        except BaseException as error:  # goes on, with the job's id in it
            await self._drop(driver)
            if isinstance(error, ClientError):
                raise self._informed(error) from error.__cause__
            told = self._noted if isinstance(error, Exception) else self._interrupted
            told(error)
            raise
        return news

    async def _end(self) -> None:
        if self._driver is not None:
            await self._drop(self._driver)

    async def _drop(self, driver: AsyncDriver) -> None:
        await driver.close()
        if driver is self._driver:
            self._driver = None
