"""The clients that generated packages build on: call, submit, stream, pages, invoke."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from ._async_client import AsyncCore as AsyncCore
from ._core import CoreBase
from ._errors import ClientError
from ._given import arguments, invoked, single, undeclared
from ._omit import OMIT
from ._options import CallOptions as CallOptions
from ._plain import Attempt, Steps, exchange
from ._wire import Close, Failed, Open, Read, Reply, Sleep, Tell

if TYPE_CHECKING:
    from os import PathLike
    from pathlib import Path
    from types import TracebackType
    from typing import Self, Unpack

    from ._bodies import Stream
    from ._driver import Channel
    from ._engine import Engine
    from ._fetch import DownloadOptions
    from ._jobs import Job, Jobs
    from ._operation import Operation
    from ._options import Arguments
    from ._pages import Pager
    from ._raw import RawResponse
    from ._stream import EventStream
    from ._transport import Transport

T = TypeVar("T")


class Core(CoreBase):
    """A client, blocking. Safe to use from many threads; a context manager."""

    _transport: Transport

    def _connect(self) -> None:
        from ._transport import Transport

        self._transport = Transport(
            self._session,
            limits=self._limits,
            client=self._http_client,
            proxies=self._proxies,
        )

    @property
    def _engine(self) -> Engine[Channel]:
        """What jobs need of this client; made with the first one."""
        with self._making:
            if self._made is None:
                self._made = self._new_engine(self._channel())
            found: Engine[Channel] = self._made
            return found

    def _channel(self) -> Channel:
        from ._driver import Channel
        from ._limiter import Gates

        gates = Gates(self._limits)
        sleep = time.sleep
        return Channel(self._transport, gates, time.monotonic, sleep)

    def call(
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
        reply = self.exchange(operation, given)
        found: T = self._value(operation, reply)
        return found

    def submit(
        self,
        operation: Operation[T],
        *,
        path: Mapping[str, Any] | None = None,
        query: Mapping[str, Any] | None = None,
        header: Mapping[str, Any] | None = None,
        cookie: Mapping[str, Any] | None = None,
        body: Any = OMIT,
        options: CallOptions | None = None,
    ) -> Job[T]:
        """Create a job; return its handle once the id is known or it has ended."""
        from ._jobs import submit

        given = arguments(path, query, header, cookie, body, options)
        operation, given = self.specific(operation, given)
        self.acquired(operation, given)
        self.checked(operation, given)
        return submit(self._engine, operation, given)

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
    ) -> EventStream[T]:
        """Return the typed events of an answer; it is asked for on first use."""
        given = arguments(path, query, header, cookie, body, options)
        self.checked(operation, given)
        from ._stream import EventStream

        return EventStream(self, operation, given)

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
    ) -> Pager[T]:
        """Return the typed items of all pages; each page is asked for when needed."""
        given = arguments(path, query, header, cookie, body, options)
        self.checked(operation, given)
        from ._pages import Pager

        return Pager(self, operation, given)

    def invoke(
        self,
        name: str,
        params: Mapping[str, Any] | None = None,
        *,
        options: CallOptions | None = None,
    ) -> Any:
        """Call any operation by name; return its decoded body, untyped.

        `params` holds all arguments by wire name, qualified (`path.id`, `query.id`,
        `header.X`, `body.id`) where a name stands in two places. A job's create is
        sent once and not followed.
        """
        operation = single(self.named, name)
        reply = self.exchange(operation, invoked(operation, params, options))
        return self._untyped(reply)

    def request(
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
        reply = self.exchange(operation, given, judge=False)
        return raw_response(reply, lambda: self.decoded(reply))

    def exchange(
        self,
        operation: Operation[Any],
        given: Arguments,
        *,
        judge: bool = True,
        url: str | None = None,
    ) -> Reply:
        """Send with retries and return the good answer; raise the typed error."""
        operation, given = self.specific(operation, given)
        self.acquired(operation, given)

        def attempt() -> Steps:
            request = self.checked(operation, given, url=url)
            patience = self.patience(given.options)
            return exchange(self._setup, operation, request, patience, judge=judge)

        return self._renewing(operation, given, attempt)

    def opened(
        self,
        operation: Operation[Any],
        given: Arguments,
    ) -> tuple[Reply, Stream]:
        """Send with retries; return the head of the good answer and its body."""
        from ._spool import OpenReply

        self.acquired(operation, given)

        def attempt() -> Steps:
            request = self.checked(operation, given)
            patience = self.patience(given.options)
            return exchange(self._setup, operation, request, patience, opens=True)

        reply = self._renewing(operation, given, attempt)
        assert isinstance(reply, OpenReply)
        return reply, reply.stream

    def _renewing(
        self,
        operation: Operation[Any],
        given: Arguments,
        attempt: Callable[[], Steps],
    ) -> Reply:
        """Ask; once more with new acquired values where the old ones are refused."""
        try:
            return self._run(operation, attempt())
        except ClientError as error:
            steps = self._renewal(operation, given, error)
            if steps is None:
                raise
        deadline = self.patience(given.options).deadline
        self._raise_failed(self._transport.fetched(steps, deadline))
        return self._run(operation, attempt())

    def _run(self, operation: Operation[Any], steps: Steps) -> Reply:
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
                    answer = self._sent(operation, step)
                case Sleep():
                    time.sleep(max(step.until - time.monotonic(), 0.0))
                case Tell():
                    self._tell(step)

    def _sent(self, operation: Operation[Any], step: Attempt) -> Reply | Failed:
        if not (step.opens or self._reads_bytes(operation)):
            return self._transport.send(step.request, step.deadline)
        from ._spool import OpenReply, keep

        reply, stream = self._transport.open(step.request, step.deadline)
        if stream is None or isinstance(reply, Failed):
            return reply
        if step.opens and 200 <= reply.status < 300:
            return OpenReply(reply.status, reply.headers, b"", stream)
        return keep(self._binary(operation, reply), stream, step.deadline)

    def acquired(self, operation: Operation[Any], given: Arguments) -> None:
        """Get the declared values that a call needs and its caller did not give."""
        lacking = self._lacking(operation, given)
        if lacking:
            deadline = self.patience(given.options).deadline
            steps = self._fetcher.acquire(lacking)
            self._raise_failed(self._transport.fetched(steps, deadline))

    def download(
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
        stream: Stream | None = None
        answer: Any = None
        try:
            while True:
                step = steps.send(answer)
                match step:
                    case Open():
                        answer, stream = self._transport.open(
                            step.request,
                            step.deadline,
                        )
                    case Read():
                        assert stream is not None
                        answer = stream.read(step.max_wait)
                    case Close():
                        assert stream is not None
                        stream.close()
                    case Sleep():
                        pause = max(step.until - time.monotonic(), 0.0)
                        time.sleep(pause)
        except StopIteration as end:
            path: Path = end.value
            return path
        finally:
            steps.close()
            if stream is not None:
                stream.close()

    @property
    def jobs(self) -> Jobs:
        """Jobs beyond the one at hand: resume, wait for many, list."""
        from ._jobs import Jobs

        return Jobs(self._engine)

    def close(self) -> None:
        """Close the connections; a client that was passed in stays open."""
        self._transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
