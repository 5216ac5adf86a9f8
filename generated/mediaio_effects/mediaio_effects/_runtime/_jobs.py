"""The jobs of a client: submit, resume, wait for many, find again."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from ._async_driver import AsyncChannel, AsyncDriver
from ._async_job_handle import AsyncJob as AsyncJob
from ._calls import fetch
from ._driver import Channel, Driver
from ._engine import Engine
from ._errors import ClientError, InvalidPayloadError, NotSupportedError
from ._expressions import find_all, find_text
from ._job_handle import Job as Job
from ._job_state import JobState, Steps
from ._lifecycle import Listing
from ._omit import OMIT, Omit
from ._operation import Operation
from ._options import Arguments
from ._origins import on_origin
from ._token import Token, read_token
from ._updates import JobUpdate as JobUpdate
from ._updates import Outcome as Outcome
from ._wait_all import wait_all

T = TypeVar("T")


def submit(
    engine: Engine[Channel],
    operation: Operation[T],
    arguments: Arguments,
) -> Job[T]:
    """Create a job; return once its id is known or it has ended."""
    return Job[T](engine, engine.state(operation, arguments)).start()


async def submit_async(
    engine: Engine[AsyncChannel],
    operation: Operation[T],
    arguments: Arguments,
) -> AsyncJob[T]:
    """Create a job; return once its id is known or it has ended."""
    return await AsyncJob[T](engine, engine.state(operation, arguments)).start()


class Jobs:
    """`client.jobs`, blocking."""

    def __init__(self, engine: Engine[Channel]) -> None:
        self._engine = engine

    def resume(self, token: str) -> Job[Any]:
        """Return the job of a token, from this process or another."""
        return Job(self._engine, _resumed(self._engine, read_token(token)))

    def get(self, job_id: str, operation: str) -> Job[Any]:
        """Return the job with an id, of the operation that creates such jobs."""
        return Job(self._engine, _by_id(self._engine, job_id, operation))

    def wait_all(
        self,
        jobs: Iterable[Job[Any]],
        timeout: float | Omit | None = OMIT,
    ) -> list[Outcome | ClientError]:
        """Follow many jobs to their ends; return an outcome or error for each."""
        return wait_all(list(jobs), timeout, self._engine.setup.clock)

    def list(self, operation: str, **params: Any) -> list[Job[Any]]:
        """Return the jobs that the provider lists for an operation's lifecycle."""
        job, listing = _listing(self._engine, operation, params)
        found: list[str] = []
        steps = _listed(job, listing, found)
        driver = Driver(steps, self._engine.channel, lambda event, fields: None)
        while driver.step() is not None:
            pass
        return [self.get(job_id, operation) for job_id in found]


class AsyncJobs:
    """`client.jobs`, awaited."""

    def __init__(self, engine: Engine[AsyncChannel]) -> None:
        self._engine = engine

    def resume(self, token: str) -> AsyncJob[Any]:
        """Return the job of a token, from this process or another."""
        return AsyncJob(self._engine, _resumed(self._engine, read_token(token)))

    def get(self, job_id: str, operation: str) -> AsyncJob[Any]:
        """Return the job with an id, of the operation that creates such jobs."""
        return AsyncJob(self._engine, _by_id(self._engine, job_id, operation))

    async def wait_all(
        self,
        jobs: Iterable[AsyncJob[Any]],
        timeout: float | Omit | None = OMIT,
    ) -> list[Outcome | ClientError]:
        """Follow many jobs to their ends; return an outcome or error for each."""
        return list(await asyncio.gather(*(_end(job, timeout) for job in jobs)))

    async def list(self, operation: str, **params: Any) -> list[AsyncJob[Any]]:
        """Return the jobs that the provider lists for an operation's lifecycle."""
        job, listing = _listing(self._engine, operation, params)
        found: list[str] = []
        steps = _listed(job, listing, found)
        driver = AsyncDriver(steps, self._engine.channel, lambda event, fields: None)
        while await driver.step() is not None:
            pass
        return [self.get(job_id, operation) for job_id in found]


async def _end(
    job: AsyncJob[Any],
    timeout: float | Omit | None,
) -> Outcome | ClientError:
    try:
        return await job.ended(timeout)
    except ClientError as error:
        return error


def _resumed(engine: Engine[Any], token: Token) -> JobState:
    """Return the state of a job that was put down, on an origin that is trusted."""
    if token.origin not in engine.origins:
        issue = ("token", "an origin of this client", token.origin or "none")
        raise InvalidPayloadError(issues=(issue,))
    if token.url and on_origin(token.origin, token.url) is None:
        raise InvalidPayloadError(issues=(("token", "a URL of its origin", "another"),))
    setup = engine.setup
    job = engine.state(_named(engine, token.operation), Arguments())
    job.phase = "follow"
    job.created = job.now - max(setup.wall() - token.created, 0.0)
    job.grace_until = job.created + job.lifecycle.wait.grace
    job.id, job.url, job.uncertain = token.id, token.url, token.uncertain
    job.state = "queued"
    job.inputs = token.inputs
    job.captured, job.kept = dict(token.captured), dict(token.kept)
    return job


def _named(engine: Engine[Any], name: str) -> Operation[Any]:
    try:
        return engine.setup.find(name)
    except KeyError:
        issue = ("operation", "an operation of this document", repr(name[:100]))
        raise InvalidPayloadError(issues=(issue,)) from None


def _by_id(engine: Engine[Any], job_id: str, operation: str) -> JobState:
    job = engine.state(_named(engine, operation), Arguments())
    job.phase, job.id, job.state = "follow", job_id, "queued"
    job.created = job.now - engine.setup.wall()  # long ago: JSON has no infinity
    return job


def _listing(
    engine: Engine[Any],
    operation: str,
    params: Mapping[str, Any],
) -> tuple[JobState, Listing]:
    found = _named(engine, operation)
    job = engine.state(found, Arguments(query=params))
    listing = job.lifecycle.listing
    if listing is None:
        raise NotSupportedError("the document has no operation that lists these jobs")
    return job, listing


def _listed(job: JobState, listing: Listing, found: list[str]) -> Steps[None]:
    """Fetch the list and collect the ids in it."""
    answer = yield from fetch(job, listing.call)
    for item in find_all(listing.items or ("$response.body",), answer):
        job_id = find_text(listing.id or job.lifecycle.id, replace(answer, body=item))
        if job_id is not None:
            found.append(job_id)
