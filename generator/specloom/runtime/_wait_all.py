"""Follow many jobs with few threads: a heap of what is due next."""

from __future__ import annotations

import heapq
import threading
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
) -> list[Outcome | ClientError]:
    """Bring all jobs to an end, each under its own deadline of `timeout` seconds."""
    if not jobs:
        return []
    heap = _Heap(jobs, timeout)
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

    def __init__(self, jobs: list[Job[Any]], timeout: float | Omit | None) -> None:
        self._jobs = jobs
        self._found: dict[int, Outcome | ClientError | BaseException] = {}
        self._order = count()
        self._heap: list[tuple[float, int, int]] = []
        self._change = threading.Condition()
        self._stopped = False
        for index, job in enumerate(jobs):
            job._until(timeout)
            heapq.heappush(self._heap, (0.0, next(self._order), index))

    def work(self) -> None:
        """Move due jobs on until there is none left. Runs in every thread."""
        while (index := self._take()) is not None:
            job = self._jobs[index]
            end: Outcome | BaseException | None
            try:
                due = job._advance()
                end = job.outcome if due is None else None
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
                index = self._heap[0][2]
                left = self._heap[0][0] - self._jobs[index]._clock()
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
