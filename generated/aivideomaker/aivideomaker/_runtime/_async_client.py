"""The awaited client; see `_client.py` for its blocking twin."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from ._core import CoreBase
from ._errors import ClientError
from ._given import arguments, invoked, single, undeclared
from ._loop import pause
from ._omit import OMIT
from ._options import CallOptions as CallOptions
from ._plain import Attempt, Steps, exchange
from ._wire import Close, Failed, Open, Read, Reply, Sleep, Tell

if TYPE_CHECKING:
    from os import PathLike
    from pathlib import Path
    from types import TracebackType
    from typing import Self, Unpack

    from ._async_driver import AsyncChannel
    from ._bodies import AsyncStream
    from ._engine import Engine
    from ._fetch import DownloadOptions
    from ._jobs import AsyncJob, AsyncJobs
    from ._operation import Operation
    from ._options import Arguments
    from ._pages import AsyncPager
    from ._raw import RawResponse
    from ._stream import AsyncEventStream
    from ._transport import AsyncTransport

T = TypeVar("T")


class AsyncCore(CoreBase):
    """A client, awaited; an async context manager."""

    _transport: AsyncTransport

    def _connect(self) -> None:
        from ._transport import AsyncTransport

        self._transport = AsyncTransport(
            self._session,
            limits=self._limits,
            client=self._http_client,
            proxies=self._proxies,
        )

    @property
    def _engine(self) -> Engine[AsyncChannel]:
        """What jobs need of this client; made with the first one."""
        with self._making:
            if self._made is None:
                self._made = self._new_engine(self._channel())
            found: Engine[AsyncChannel] = self._made
            return found

    def _channel(self) -> AsyncChannel:
        from ._async_driver import AsyncChannel
        from ._limiter import AsyncGates

        gates = AsyncGates(self._limits)
        sleep = pause
        return AsyncChannel(self._transport, gates, time.monotonic, sleep)

    async def call(
        self,
        operation: Operation[T],
        *,
        path: Mapping[str, Any] | None = None,
        query: Mapping[str, Any] | None = None,
        header: Mapping[str, Any] | None = None,
        cookie: Mapping[str, Any] | None = None,
        body: Any = OMIT,
        options: CallOptions | None = None,
    ) -> T:
        """Make a plain call and return its typed result."""
        given = arguments(path, query, header, cookie, body, options)
        reply = await self.exchange(operation, given)
        found: T = self._value(operation, reply)
        return found

    async def submit(
        self,
        operation: Operation[T],
        *,
        path: Mapping[str, Any] | None = None,
        query: Mapping[str, Any] | None = None,
        header: Mapping[str, Any] | None = None,
        cookie: Mapping[str, Any] | None = None,
        body: Any = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncJob[T]:
        """Create a job; return its handle once the id is known or it has ended."""
        from ._jobs import submit_async

        given = arguments(path, query, header, cookie, body, options)
        operation, given = self.specific(operation, given)
        await self.acquired(operation, given)
        self.checked(operation, given)
        return await submit_async(self._engine, operation, given)

    def stream(
        self,
        operation: Operation[T],
        *,
        path: Mapping[str, Any] | None = None,
        query: Mapping[str, Any] | None = None,
        header: Mapping[str, Any] | None = None,
        cookie: Mapping[str, Any] | None = None,
        body: Any = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncEventStream[T]:
        """Return the typed events of an answer; it is asked for on first use."""
        given = arguments(path, query, header, cookie, body, options)
        self.checked(operation, given)
        from ._stream import AsyncEventStream

        return AsyncEventStream(self, operation, given)

    def pages(
        self,
        operation: Operation[T],
        *,
        path: Mapping[str, Any] | None = None,
        query: Mapping[str, Any] | None = None,
        header: Mapping[str, Any] | None = None,
        cookie: Mapping[str, Any] | None = None,
        body: Any = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncPager[T]:
        """Return the typed items of all pages; each page is asked for when needed."""
        given = arguments(path, query, header, cookie, body, options)
        self.checked(operation, given)
        from ._pages import AsyncPager

        return AsyncPager(self, operation, given)

    async def invoke(
        self,
        name: str,
        params: Mapping[str, Any] | None = None,
        *,
        options: CallOptions | None = None,
    ) -> Any:
        """Call any operation by name; see `Core.invoke`."""
        operation = single(self.named, name)
        reply = await self.exchange(operation, invoked(operation, params, options))
        return self._untyped(reply)

    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        json: Any = OMIT,
        content: bytes | None = None,
    ) -> RawResponse[Any]:
        """Send a request the document does not know; any status is an answer."""
        from ._raw import raw_response

        operation, given = undeclared(method, path, query, headers, json, content)
        reply = await self.exchange(operation, given, judge=False)
        return raw_response(reply, lambda: self.decoded(reply))

    async def exchange(
        self,
        operation: Operation[Any],
        given: Arguments,
        *,
        judge: bool = True,
        url: str | None = None,
    ) -> Reply:
        """Send with retries and return the good answer; raise the typed error."""
        operation, given = self.specific(operation, given)
        await self.acquired(operation, given)

        def attempt() -> Steps:
            request = self.checked(operation, given, url=url)
            patience = self.patience(given.options)
            return exchange(self._setup, operation, request, patience, judge=judge)

        return await self._renewing(operation, given, attempt)

    async def opened(
        self,
        operation: Operation[Any],
        given: Arguments,
    ) -> tuple[Reply, AsyncStream]:
        """Send with retries; return the head of the good answer and its body."""
        from ._spool import OpenReply

        await self.acquired(operation, given)

        def attempt() -> Steps:
            request = self.checked(operation, given)
            patience = self.patience(given.options)
            return exchange(self._setup, operation, request, patience, opens=True)

        reply = await self._renewing(operation, given, attempt)
        assert isinstance(reply, OpenReply)
        return reply, reply.stream

    async def _renewing(
        self,
        operation: Operation[Any],
        given: Arguments,
        attempt: Callable[[], Steps],
    ) -> Reply:
        """Ask; once more with new acquired values where the old ones are refused."""
        try:
            return await self._run(operation, attempt())
        except ClientError as error:
            steps = self._renewal(operation, given, error)
            if steps is None:
                raise
        deadline = self.patience(given.options).deadline
        self._raise_failed(await self._transport.fetched(steps, deadline))
        return await self._run(operation, attempt())

    async def _run(self, operation: Operation[Any], steps: Steps) -> Reply:
        answer: Any = None
        while True:
            try:
                step = steps.send(answer)
            except StopIteration as end:
                reply: Reply = end.value
                return reply
            except ClientError as error:
                # The frames below hold raw answers, which may echo a secret.
                raise error.with_traceback(None) from None
            match step:
                case Attempt():
                    answer = await self._sent(operation, step)
                case Sleep():
                    await pause(max(step.until - time.monotonic(), 0.0))
                case Tell():
                    self._tell(step)

    async def _sent(self, operation: Operation[Any], step: Attempt) -> Reply | Failed:
        if not (step.opens or self._reads_bytes(operation)):
            return await self._transport.send(step.request, step.deadline)
        from ._spool import OpenReply, keep_async

        reply, stream = await self._transport.open(step.request, step.deadline)
        if stream is None or isinstance(reply, Failed):
            return reply
        if step.opens and 200 <= reply.status < 300:
            return OpenReply(reply.status, reply.headers, b"", stream)
        return await keep_async(self._binary(operation, reply), stream, step.deadline)

    async def acquired(self, operation: Operation[Any], given: Arguments) -> None:
        """Get the declared values that a call needs and its caller did not give."""
        lacking = self._lacking(operation, given)
        if lacking:
            deadline = self.patience(given.options).deadline
            steps = self._fetcher.acquire(lacking)
            self._raise_failed(await self._transport.fetched(steps, deadline))

    async def download(
        self,
        url: str,
        directory: str | PathLike[str],
        **options: Unpack[DownloadOptions],
    ) -> Path:
        """Download a file into a folder and return its path.

        It is there whole or not at all, resumed after a break, and overwrites nothing
        unless `overwrite` is set. Credentials go along on declared origins only.
        """
        from ._fetch import download

        steps = download(self._setup, self._wanted(url, directory, options))
        stream: AsyncStream | None = None
        answer: Any = None
        try:
            while True:
                step = steps.send(answer)
                match step:
                    case Open():
                        answer, stream = await self._transport.open(
                            step.request,
                            step.deadline,
                        )
                    case Read():
                        assert stream is not None
                        answer = await stream.read(step.max_wait)
                    case Close():
                        assert stream is not None
                        await stream.close()
                    case Sleep():
                        await pause(max(step.until - time.monotonic(), 0.0))
        except StopIteration as end:
            path: Path = end.value
            return path
        finally:
            steps.close()
            if stream is not None:
                await stream.close()

    @property
    def jobs(self) -> AsyncJobs:
        """Jobs beyond the one at hand: resume, wait for many, list."""
        from ._jobs import AsyncJobs

        return AsyncJobs(self._engine)

    async def close(self) -> None:
        """Close the connections; a client that was passed in stays open."""
        await self._transport.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()
