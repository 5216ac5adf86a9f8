"""Fetch the files of a result: fresh URLs where they expired, no name twice."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias
from urllib.parse import urljoin

from ._calls import bound
from ._errors import ApiError, ClientError, NotSupportedError, ResultExpired
from ._expressions import find_all
from ._finish import complete
from ._job_state import JobState, Steps
from ._poll import can_poll, state_answer

_GONE: Final = frozenset({401, 403, 404, 410})


@dataclass(frozen=True, slots=True)
class Fetch:
    """Download a URL; answered with the path, or with the error."""

    url: str
    taken: tuple[str, ...]
    """Names that other files of this result have."""


@dataclass(frozen=True, slots=True)
class Refreshed:
    """Ask for the job once more, for fresh URLs; answered with None."""


Wishes: TypeAlias = Generator[
    Fetch | Refreshed,
    Path | ClientError | None,
    tuple[Path, ...],
]


def urls(job: JobState) -> tuple[str, ...]:
    """Return the URLs of the result's files, absolute."""
    if job.answer is None:
        return ()
    found = find_all(job.lifecycle.result.assets, job.answer)
    return tuple(_absolute(job, url) for url in found if isinstance(url, str))


def _absolute(job: JobState, url: str) -> str:
    try:
        return urljoin(job.url, url)
    except ValueError:  # no URL at all: refused when it is fetched
        return url


def downloads(job: JobState) -> Wishes:
    """Wish for every file; a URL that expired gets one fresh one, then a fallback."""
    count = len(urls(job)) or (1 if job.lifecycle.result.download else 0)
    if count == 0:
        raise NotSupportedError("the result names no files")
    done: list[Path] = []
    for index in range(count):
        done.append((yield from _one(job, index, tuple(path.name for path in done))))
    return tuple(done)


def _one(
    job: JobState,
    index: int,
    taken: tuple[str, ...],
) -> Generator[Fetch | Refreshed, Path | ClientError | None, Path]:
    error: ClientError | None = None
    for fresh in (True,) if _are_old(job) else (False, True):
        if fresh:
            yield Refreshed()
        found = urls(job)
        if index >= len(found):
            break
        answer = yield Fetch(found[index], taken)
        if isinstance(answer, Path):
            return answer
        error = answer
        if not isinstance(error, ApiError) or error.status not in _GONE:
            break
    fallback = job.lifecycle.result.download
    if fallback is not None and index == 0:
        answer = yield Fetch(bound(job, fallback).url, taken)
        if isinstance(answer, Path):
            return answer
        error = answer
    if isinstance(error, ApiError) and error.status in _GONE:
        raise ResultExpired("the files of the result are gone") from error
    raise error or ResultExpired("the result names no such file any more")


def _are_old(job: JobState) -> bool:
    """Tell URLs that are past the life the document gives them."""
    life, since = job.lifecycle.result.assets_expire, job.completed
    return life is not None and since is not None and job.now - since >= life


def renew(job: JobState) -> Steps[None]:
    """Ask for the state of an ended job, to have its URLs fresh."""
    found = (yield from state_answer(job)) if can_poll(job) else None
    if found is not None:
        job.answer, job.raw = found, found.body
        yield from complete(job)
