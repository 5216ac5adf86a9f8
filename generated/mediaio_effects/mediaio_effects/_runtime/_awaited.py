"""The awaited transport: requests out, replies or failures back."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from functools import partial
from typing import Any, TypeAlias

from ._bodies import AsyncStream
from ._connection import Wire, late, stale
from ._exchange import redirected
from ._lanes import Clock, Key, Lane
from ._loop import in_thread, limit, pause, running_loop
from ._session import Fetching
from ._wire import Failed, Reply, Request

AsyncOpened: TypeAlias = "tuple[Reply | Failed, AsyncStream | None]"


class AwaitedTransport(Wire):
    """Sends requests, awaited."""

    def _library_transport(self, **settings: Any) -> Any:
        return self.library.AsyncHTTPTransport(**settings)

    def _parser(self) -> Any:
        """Return what the HTTP library reads and writes HTTP/1.1 with."""
        raise NotImplementedError

    def _make(self, key: Key) -> Lane[Any]:
        if self._proxies:
            return super()._make(key)
        from ._direct import Direct

        context = self._tls("https") if key[0] == "https" else None
        return Lane(key, Direct(self._parser(), context), Clock(self.clock))

    def _loop(self) -> tuple[Any, ...]:
        return (running_loop(),)

    def _built(
        self,
        method: str,
        url: str,
        headers: list[tuple[bytes, bytes]],
        content: Any,
        extensions: dict[str, Any],
    ) -> Any:
        if method == "GET" and content is None and not self._proxies:
            from ._direct import question

            found = question(self.library, url, headers, extensions)
            if found is not None:
                return found
        return super()._built(method, url, headers, content, extensions)

    def _timeouts(self, request: Request, deadline: float) -> dict[str, float | None]:
        """Leave out what the deadline of the exchange says as well: timers cost."""
        found = super()._timeouts(request, deadline)
        if self._client is None and found["read"] == found["pool"]:
            found["read"] = None
        return found

    async def send(self, request: Request, deadline: float) -> Reply | Failed:
        """Return the whole answer, or why there is none."""
        reply = await self._whole(request, deadline)
        if isinstance(reply, Reply) and self.session.renews(request, reply):
            return await self._whole(request, deadline)
        return reply

    async def _whole(self, request: Request, deadline: float) -> Reply | Failed:
        outcome, stream = await self._followed(request, deadline, streamed=False)
        if stream is None or isinstance(outcome, Failed):
            return outcome
        body = await stream.rest(deadline)
        if isinstance(body, Failed):
            return body
        return Reply(outcome.status, outcome.headers, body)

    async def open(self, request: Request, deadline: float) -> AsyncOpened:
        """Return the head of an answer and the stream of its body."""
        reply, stream = await self._followed(request, deadline, streamed=True)
        if isinstance(reply, Reply) and self.session.renews(request, reply):
            if stream is not None:
                await stream.close()
            return await self._followed(request, deadline, streamed=True)
        return reply, stream

    async def _followed(
        self,
        request: Request,
        deadline: float,
        *,
        streamed: bool,
    ) -> AsyncOpened:
        """Open, following the redirects that may be followed."""
        hops = 0
        while True:
            failed = await self._fetched(request, deadline)
            if failed is not None:
                return failed, None
            outcome, stream = await self._attempt(request, deadline, streamed)
            if isinstance(outcome, Failed) or stream is None:
                return outcome, None
            target = redirected(request, outcome, hops, self.session.origins)
            if target is None:
                return outcome, stream
            await stream.close()
            if isinstance(target, Failed):
                return target, None
            request, hops = target, hops + 1

    async def _fetched(self, request: Request, deadline: float) -> Failed | None:
        """Get the credentials that requests have to be made for."""
        steps = self.session.fetching(request)
        return None if steps is None else await self.fetched(steps, deadline)

    async def fetched(self, steps: Fetching, deadline: float) -> Failed | None:
        """Run the steps that get a value."""
        outcome: Reply | Failed | None = None
        while True:
            try:
                step = steps.send(outcome)
            except StopIteration as end:
                found: Failed | None = end.value
                return found
            if isinstance(step, Request):
                outcome = await self.send(step, deadline)
            else:
                await pause(step)
                outcome = None

    async def _attempt(
        self,
        request: Request,
        deadline: float,
        streamed: bool,
    ) -> AsyncOpened:
        """Open once; a safe request gets a second try on a new connection."""
        lane = self._lane(request, fresh=request.fresh)
        outcome, stream = await self._once(request, deadline, streamed, lane)
        if stale(lane, request, outcome):
            lane = self._lane(request, fresh=True)
            outcome, stream = await self._once(request, deadline, streamed, lane)
        return outcome, stream

    async def _once(
        self,
        request: Request,
        deadline: float,
        streamed: bool,
        lane: Lane[Any] | None,
    ) -> AsyncOpened:
        started = self.clock()
        if too_late := late(started, deadline):
            return too_late, None
        content = request.content
        sent = _awaited(content) if callable(content) else content
        native = self._native(request, sent, deadline, streamed)
        if isinstance(native, Failed):
            await self._done(lane, True)
            return native, None
        self.session.sending(request)
        try:
            async with limit(deadline - started):
                response = await self._exchange(request, native, lane)
        except Exception as error:  # whatever library raised it, it becomes a value
            await self._done(lane, False)
            spent = self.clock() - started
            return self.session.unanswered(request, error, spent), None
        except BaseException as error:
            await self._done(lane, False)
            del native
            raise error.with_traceback(None) from None
        reply = self._reply(request, response, started)
        stream = AsyncStream(self._done, self, request, reply, response, lane)
        failed = self._too_long(reply)
        if failed is not None:
            await stream.close()
            return failed, None
        return reply, stream

    async def _exchange(
        self,
        request: Request,
        native: Any,
        lane: Lane[Any] | None,
    ) -> Any:
        if lane is not None:
            return await lane.transport.handle_async_request(native)
        return await self._client.send(
            self.session.stripped(request, native),
            **self._options(request),
        )

    async def _done(self, lane: Lane[Any] | None, well: bool) -> None:
        if lane is not None and not (well and self._lanes.give(lane)):
            await lane.transport.aclose()

    async def close(self) -> None:
        """Close the idle connections; an injected client stays open."""
        for transport in self._lanes.drain():
            await transport.aclose()
        self._unguard()


async def _awaited(factory: Callable[[], Iterator[bytes]]) -> AsyncIterator[bytes]:
    """Yield the chunks of an upload, read in a thread."""
    chunks = factory()
    step = partial(next, chunks, None)
    while (data := await in_thread(step)) is not None:
        yield data
