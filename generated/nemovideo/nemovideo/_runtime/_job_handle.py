"""A job in the caller's hands: follow, wait, refresh, cancel, download."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from ._assets import Refreshed, downloads, renew
from ._cancel import cancel, refresh
from ._driver import Channel, Driver
from ._engine import Engine
from ._errors import ClientError
from ._job import run
from ._job_state import Steps
from ._job_view import JobView
from ._lifecycle import TERMINAL
from ._omit import OMIT, Omit
from ._poll import timeout as overdue
from ._updates import JobUpdate
from ._wire import Emit, Note, Read, Sleep

if TYPE_CHECKING:
    from os import PathLike
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from ._lifecycle import State

T = TypeVar("T")
N = TypeVar("N")


class Job(JobView[T, Channel]):
    """A job that was accepted, followed by blocking calls.

    Safe between threads; one of them moves the job at a time, while others may cancel
    or refresh it. As a context manager it closes the stream that may be open; the job
    itself runs on.
    """

    __slots__ = ("_driver", "_follower", "_lock")

    def __init__(self, engine: Engine[Channel], job: Any) -> None:
        super().__init__(engine, job)
        self._driver: Driver | None = None
        self._follower = threading.RLock()
        """Held by who follows the job."""
        self._lock = threading.RLock()
        """Held while the job is moved; not in the pauses and reads between."""

    def updates(self, timeout: float | Omit | None = OMIT) -> Iterator[JobUpdate]:
        """Yield the job's news in order until it ends, whatever carries them.

        Leaving the loop closes the stream; the job can be waited for later. Raises
        `JobTimeout` after `timeout` seconds (default: as declared; None: never).
        """
        until = self._until(timeout)
        finished = False
        try:
            while (update := self._next(until)) is not None:
                yield update
            finished = True
        finally:
            if not finished:
                self.close()

    def wait(self, timeout: float | Omit | None = OMIT) -> T:
        """Return the typed result when the job has ended.

        Raises `JobFailed`, `JobCancelled` or `JobExpired` by its outcome, `JobTimeout`
        after `timeout` seconds (default: as declared; None: never).
        """
        until = self._until(timeout)
        while self._next(until) is not None:
            pass
        return self._result()

    def refresh(self) -> JobUpdate:
        """Ask once for the state, and return it."""
        if not self.done:
            self._aside(refresh(self._job))
        return self._now()

    def cancel(
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
            self._aside(cancel(self._job))
        if wait:
            until = self._until(timeout)
            while self._next(until) is not None:
                pass
        return self.state

    def download(
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
        self.wait()
        fetch = self._fetch(directory, overwrite, timeout, progress)
        wishes, answer = downloads(self._job), None
        try:
            while True:
                wish = wishes.send(answer)
                if isinstance(wish, Refreshed):
                    self._aside(renew(self._job))
                    answer = None
                    continue
                try:
                    answer = fetch(wish)
                except ClientError as error:
                    answer = error
        except StopIteration as end:
            paths: tuple[Path, ...] = end.value
            return paths
        except ClientError as error:
            raise self._informed(error) from error.__cause__

    def close(self) -> None:
        """Close the stream that may be open; the job runs on, the handle stays.

        A stream that another thread reads stays open: it is that thread's.
        """
        if self._follower.acquire(blocking=False):
            try:
                self._end()
            finally:
                self._follower.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    # Moving

    def _give_way(self, earlier: Job[Any]) -> None:
        """Let the job before this one end; what it ends in is its own caller's news."""
        with suppress(ClientError):
            earlier.settle()

    def settle(self) -> None:
        """Bring the job to its end; its updates stay for who follows it."""
        kept: list[JobUpdate] = []
        while not self.done:
            update = self._next(self._job.deadline)
            if update is not None:
                kept.append(update)
        self._pending = kept

    def pauses(self, timeout: float | Omit | None) -> Iterator[float]:
        """Return an iterator that brings the job to its end as it is moved.

        Yields when each pause is over instead of sleeping, for `wait_all`, which has
        other jobs to move meanwhile. The time of `timeout` begins with the call.
        """
        return iter(partial(self._advance, self._until(timeout)), None)

    def start(self) -> Self:
        """Create the job; return when its id is known or it has ended.

        For the client; a handle in the caller's hands was started already.
        """
        with self._lock:
            earlier = self._engine.turn(self._job, self)
            if earlier is not None:
                self._give_way(earlier)
            self._driver = self._drive(run(self._job))
            while not self.done:
                news = self._step(self._driver)
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

    def _next(self, until: float) -> JobUpdate | None:
        """Return the next update, moving the job on; None when it has ended."""
        with self._followed(until):
            while True:
                with self._lock:
                    pending = self._pending
                    found = pending.pop(0) if pending else self._moved(until)
                if not isinstance(found, (Sleep, Read)):
                    return found
                self._pass(found, until)

    def _advance(self, until: float) -> float | None:
        """Move the job to its next pause; return when that ends, None at the end."""
        with self._followed(until):
            while True:
                with self._lock:
                    found = self._moved(until)
                match found:
                    case None:
                        return None
                    case Sleep() if self._job.now < until:
                        return min(found.until, until)
                    case Sleep() | Read():
                        self._pass(found, until)
                    case _:
                        self._keep(found)

    def _moved(self, until: float) -> JobUpdate | Sleep | Read | None:
        """Move the job to its next news, pause or read; None when it has ended."""
        self._job.deadline = until
        if self._driver is not None and self._driver.is_inherited:
            self._end()  # after a fork its stream is the parent's
        while not self.done:
            if self._driver is None:
                self._driver = self._drive(run(self._job))
            found = self._guarded(self._driver, self._driver.advance)
            if isinstance(found, (Sleep, Read)):
                return found
            if found is not None and found.update is not None:
                self._updated(found.update)
                return found.update
        self._end()
        return None

    def _pass(self, found: Sleep | Read, until: float) -> None:
        """Pause or read, while others may run steps of their own on the job."""
        driver = self._driver
        assert driver is not None
        step = found if isinstance(found, Read) else Sleep(min(found.until, until))
        if not self._guarded(driver, partial(driver.perform, step)):
            self._guarded(driver, driver.advance)

    @contextmanager
    def _followed(self, until: float) -> Generator[None, None, None]:
        """Be the one who follows the job; JobTimeout where another is for too long."""
        left = min(max(until - self._job.now, 0.0), threading.TIMEOUT_MAX)
        try:
            mine = self._follower.acquire(timeout=left)
        except BaseException as error:  # an interrupt: goes on, with the job's id in it
            self._interrupted(error)
            raise
        if not mine:
            raise self._informed(overdue(self._job))
        try:
            yield
        finally:
            self._follower.release()

    def _aside(self, steps: Steps[None]) -> None:
        """Run other steps on the job; an ending they find ends the following too."""
        with self._lock:
            self._job.deadline = self._until(None)
            driver = self._drive(steps)
            while (news := self._step(driver)) is not None:
                if isinstance(news, Emit):
                    self._later(news.update)
        if self.done:
            self.close()

    def _drive(self, steps: Steps[None]) -> Driver:
        return Driver(steps, self._engine.channel, self._observe)

    def _step(self, driver: Driver) -> Emit | Note | None:
        return self._guarded(driver, driver.step)

    def _guarded(self, driver: Driver, move: Callable[[], N]) -> N:
        try:
            news = move()
            if isinstance(news, Note):
                self._submitted()
        except BaseException as error:  # goes on, with the job's id in it
            self._drop(driver)
            if isinstance(error, ClientError):
                raise self._informed(error) from error.__cause__
            told = self._noted if isinstance(error, Exception) else self._interrupted
            told(error)
            raise
        return news

    def _end(self) -> None:
        if self._driver is not None:
            self._drop(self._driver)

    def _drop(self, driver: Driver) -> None:
        driver.close()
        if driver is self._driver:
            self._driver = None
