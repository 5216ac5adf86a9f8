"""Follow many jobs with few threads: a heap of what is due next."""

from __future__ import annotations

import heapq
import threading
from collections.abc import Callable
from itertools import count
from typing import Any, Final

from ._errors import ClientError
from ._job_handle import Job
from ._omit import Omit
from ._updates import Outcome

_THREADS: Final = 32


def wait_all(
    jobs: list[Job[Any]],
    timeout: float | Omit | None,
    clock: Callable[[], float],
) -> list[Outcome | ClientError]:
    """Bring all jobs to an end, each under its own deadline of `timeout` seconds."""
    if not jobs:
        return []
    heap = _Heap(jobs, timeout, clock)
    threads = [
        threading.Thread(target=heap.work, name=f"wait-{number}", daemon=True)
        for number in range(min(_THREADS, len(jobs)))
    ]
    for thread in threads:
        thread.start()
    try:
        heap.join()
    finally:
        heap.stop()
    return heap.results()


class _Heap:
    """Jobs by the time at which they have something to do."""

    def __init__(
        self,
        jobs: list[Job[Any]],
        timeout: float | Omit | None,
        clock: Callable[[], float],
    ) -> None:
        self._jobs = jobs
        self._moves = [job.pauses(timeout) for job in jobs]
        self._clock = clock
        self._found: dict[int, Outcome | ClientError | BaseException] = {}
        self._order = count()
        self._heap = [(0.0, next(self._order), index) for index in range(len(jobs))]
        self._change = threading.Condition()
        self._stopped = False

    def work(self) -> None:
        """Move due jobs on until there is none left. Runs in every thread."""
        while (index := self._take()) is not None:
            end: Outcome | BaseException | None
            try:
                due = next(self._moves[index], None)
                end = self._jobs[index].outcome if due is None else None
            except BaseException as error:  # handed to the caller of wait_all
                due, end = None, error
            self._put(index, due, end)

    def _take(self) -> int | None:
        """Return the next job that is due; wait for it."""
        with self._change:
            while not self._stopped:
                if not self._heap:
                    self._change.wait(1.0)
                    continue
                due, _, index = self._heap[0]
                left = due - self._clock()
                if left <= 0:
                    heapq.heappop(self._heap)
                    return index
                self._change.wait(min(left, 1.0))
            return None

    def _put(self, index: int, due: float | None, end: Any) -> None:
        with self._change:
            if due is None:
                self._found[index] = end
            else:
                heapq.heappush(self._heap, (due, next(self._order), index))
            self._change.notify_all()

    def join(self) -> None:
        """Wait until every job has ended."""
        with self._change:
            while len(self._found) < len(self._jobs):
                self._change.wait(1.0)

    def stop(self) -> None:
        """Let the threads end after what they are doing."""
        with self._change:
            self._stopped = True
            self._change.notify_all()

    def results(self) -> list[Outcome | ClientError]:
        """Return what became of each job; raise what is no error of a job."""
        found = [self._found[index] for index in range(len(self._jobs))]
        for item in found:
            if isinstance(item, BaseException) and not isinstance(item, ClientError):
                raise item
        return [item for item in found if isinstance(item, Outcome | ClientError)]
