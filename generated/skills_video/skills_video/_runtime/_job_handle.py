"""A job in the caller's hands: follow, wait, refresh, cancel, download."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from ._assets import Refreshed, downloads, renew
from ._cancel import cancel, refresh
from ._drivers import Channel, Driver
from ._engine import Engine
from ._errors import ClientError
from ._job import run
from ._job_state import Steps
from ._job_view import JobView
from ._lifecycle import TERMINAL
from ._omit import OMIT, Omit
from ._updates import JobUpdate
from ._wire import Emit, Note, Sleep

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

    Safe between threads; one of them moves the job at a time. As a context manager it
    closes the stream that may be open; the job itself runs on.
    """

    __slots__ = ("_driver", "_lock")

    def __init__(self, engine: Engine[Channel], job: Any) -> None:
        super().__init__(engine, job)
        self._driver: Driver | None = None
        self._lock = threading.RLock()

    def updates(self, timeout: float | Omit | None = OMIT) -> Iterator[JobUpdate]:
        """Yield the job's news in order until it ends, whatever carries them.

        Leaving the loop closes the stream; the job can be waited for later. Raises
        `JobTimeout` after `timeout` seconds (default: as declared; None: never).
        """
        self._until(timeout)
        finished = False
        try:
            while (update := self._next()) is not None:
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
        self._until(timeout)
        while self._next() is not None:
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
            self._until(timeout)
            while self._next() is not None:
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
        """Close the stream that may be open; the job runs on, the handle stays."""
        with self._lock:
            if self._driver is not None:
                self._drop(self._driver)

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
            update = self._next()
            if update is not None:
                kept.append(update)
        self._pending = kept

    def pauses(self, timeout: float | Omit | None) -> Iterator[float]:
        """Return an iterator that brings the job to its end as it is moved.

        Yields when each pause is over instead of sleeping, for `wait_all`, which has
        other jobs to move meanwhile. The time of `timeout` begins with the call.
        """
        self._until(timeout)
        return iter(self._advance, None)

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

    def _next(self) -> JobUpdate | None:
        """Return the next update, moving the job on; None when it has ended."""
        if self._pending:
            return self._pending.pop(0)
        with self._lock:
            while not self.done:
                if self._driver is None:
                    self._driver = self._drive(run(self._job))
                news = self._step(self._driver)
                if news is not None and news.update is not None:
                    self._updated(news.update)
                    return news.update
            if self._driver is not None:
                self._drop(self._driver)
            return None

    def _advance(self) -> float | None:
        """Move the job to its next pause; return when that ends, None at the end."""
        with self._lock:
            while not self.done:
                if self._driver is None:
                    self._driver = self._drive(run(self._job))
                found = self._guarded(self._driver, self._driver.advance)
                if isinstance(found, Sleep):
                    return found.until
                if found is not None and found.update is not None:
                    self._later(found.update)
            return None

    def _aside(self, steps: Steps[None]) -> None:
        """Run other steps on the job; an ending they find ends the following too."""
        with self._lock:
            driver = self._drive(steps)
            while (news := self._step(driver)) is not None:
                if isinstance(news, Emit):
                    self._later(news.update)
            if self.done and self._driver is not None:
                self._drop(self._driver)

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
            if not isinstance(error, Exception):
                self._interrupted(error)
            raise
        return news

    def _drop(self, driver: Driver) -> None:
        driver.close()
        if driver is self._driver:
            self._driver = None
