"""Bytes on the wire: the only module that imports the HTTP library.

`Transport` and `AsyncTransport` turn a `Request` into a `Reply`, and every exception
into a `Failed`. Credentials are added here and nowhere else.
"""

from __future__ import annotations

import asyncio
import ssl
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from functools import partial
from typing import Any, TypeAlias
from urllib.parse import urlsplit

import httpx

from ._bodies import AsyncStream, Stream, oversized
from ._exchange import SAFE, lowered, redirected, spared, wire_headers
from ._lanes import Clock, Key, Lane, Lanes, obey
from ._policy import Limits
from ._redact import Redactor
from ._session import Fetching, Session
from ._wire import Failed, Reply, Request

Opened: TypeAlias = "tuple[Reply | Failed, Stream | None]"
AsyncOpened: TypeAlias = "tuple[Reply | Failed, AsyncStream | None]"


class Wire:
    """What both transports share: settings, connections, the form of a request."""

    def __init__(
        self,
        session: Session,
        *,
        limits: Limits | None = None,
        client: Any = None,
        proxies: Mapping[str, str] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.session = session
        self.limits = limits or Limits()
        self.clock = clock
        self._client = client
        self._proxies = dict(proxies or {})
        self._context: ssl.SSLContext | None = None
        self._lanes: Lanes[Any] = Lanes(self._make, self.limits.polls_in_flight)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    @property
    def redactor(self) -> Redactor:
        """What masks the secrets of this client."""
        return self.session.redactor

    @property
    def body_limit(self) -> int:
        """Bytes a whole body may have."""
        return self.limits.json_bytes

    def _library_transport(self, **settings: Any) -> Any:
        raise NotImplementedError

    def _make(self, key: Key) -> Lane[Any]:
        scheme, host = key[0], urlsplit(f"//{key[1]}").hostname or ""
        clock = Clock(self.clock)
        transport = self._library_transport(
            verify=self._tls(scheme),
            trust_env=False,
            proxy=self._proxy(scheme, host),
            limits=httpx.Limits(max_connections=1, max_keepalive_connections=1),
        )
        return Lane(key, transport, clock)

    def _lane(self, request: Request, *, fresh: bool) -> Lane[Any] | None:
        """Return a connection for a request, None with an injected client."""
        if self._client is not None:
            return None
        parts = urlsplit(request.url)
        key = parts.scheme, parts.netloc, *self._loop()
        return self._lanes.take(key, fresh=fresh)

    def _loop(self) -> tuple[Any, ...]:
        return ()

    def _tls(self, scheme: str) -> ssl.SSLContext:
        if self._context is None and (scheme == "https" or self._proxies):
            self._context = httpx.create_ssl_context()
        return self._context or ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

    def _proxy(self, scheme: str, host: str) -> str | None:
        if not self._proxies or spared(host, self._proxies.get("no", "")):
            return None
        return self._proxies.get(scheme) or self._proxies.get("all")

    def _native(
        self,
        request: Request,
        content: Any,
        deadline: float,
        streamed: bool,
    ) -> Any:
        """Return the library's own request, credentials included."""
        session = self.session
        applied = session.applied(request)
        build = httpx.Request if self._client is None else self._client.build_request
        native = build(
            request.method,
            session.wire_url(request, applied),
            headers=wire_headers(request, applied, streamed=streamed),
            content=content or None,
            extensions={"timeout": self._timeouts(request, deadline)},
        )
        return native if self._client is None else session.stripped(request, native)

    def _timeouts(self, request: Request, deadline: float) -> dict[str, float]:
        left = max(deadline - self.clock(), 0.001)
        limits = self.limits
        return {
            "connect": min(limits.connect_timeout, left),
            "read": min(request.read_timeout or limits.read_timeout, left),
            "write": min(limits.write_timeout, left),
            "pool": left,
        }

    def _reply(self, request: Request, response: Any, started: float) -> Reply:
        reply = Reply(response.status_code, lowered(response.headers.raw))
        self.session.answered(request, reply, self.clock() - started)
        return reply

    def _too_long(self, reply: Reply) -> Failed | None:
        size = sum(len(name) + len(value) + 4 for name, value in reply.headers)
        limit = self.limits.header_bytes
        return oversized(limit) if size > limit else None


def _late(now: float, deadline: float) -> Failed | None:
    if now < deadline:
        return None
    cause = TimeoutError("no time left to send it")
    return Failed("connect", sent=False, cause=cause, timeout=True)


def _stale(lane: Lane[Any] | None, request: Request, outcome: Reply | Failed) -> bool:
    """Tell a kept connection that the server had closed meanwhile (fault 10)."""
    return (
        isinstance(outcome, Failed)
        and not outcome.timeout
        and lane is not None
        and lane.used
        and request.method in SAFE
    )


class Transport(Wire):
    """Sends requests, blocking. Safe to use from many threads."""

    def _library_transport(self, **settings: Any) -> Any:
        return httpx.HTTPTransport(**settings)

    def _make(self, key: Key) -> Lane[Any]:
        lane = super()._make(key)
        obey(lane.transport, lane.clock)
        return lane

    def send(self, request: Request, deadline: float) -> Reply | Failed:
        """Return the whole answer, or why there is none."""
        reply = self._whole(request, deadline)
        if isinstance(reply, Reply) and self.session.renews(request, reply):
            return self._whole(request, deadline)
        return reply

    def _whole(self, request: Request, deadline: float) -> Reply | Failed:
        outcome, stream = self._followed(request, deadline, streamed=False)
        if stream is None or isinstance(outcome, Failed):
            return outcome
        body = stream.rest(deadline)
        if isinstance(body, Failed):
            return body
        return Reply(outcome.status, outcome.headers, body)

    def open(self, request: Request, deadline: float) -> Opened:
        """Return the head of an answer and the stream of its body."""
        reply, stream = self._followed(request, deadline, streamed=True)
        if isinstance(reply, Reply) and self.session.renews(request, reply):
            if stream is not None:
                stream.close()
            return self._followed(request, deadline, streamed=True)
        return reply, stream

    def _followed(self, request: Request, deadline: float, *, streamed: bool) -> Opened:
        """Open, following the redirects that may be followed."""
        hops = 0
        while True:
            failed = self._fetched(request, deadline)
            if failed is not None:
                return failed, None
            outcome, stream = self._attempt(request, deadline, streamed)
            if isinstance(outcome, Failed) or stream is None:
                return outcome, None
            target = redirected(request, outcome, hops, self.session.origins)
            if target is None:
                return outcome, stream
            stream.close()
            if isinstance(target, Failed):
                return target, None
            request, hops = target, hops + 1

    def _fetched(self, request: Request, deadline: float) -> Failed | None:
        """Get the credentials that requests have to be made for."""
        steps = self.session.fetching(request)
        return None if steps is None else self.fetched(steps, deadline)

    def fetched(self, steps: Fetching, deadline: float) -> Failed | None:
        """Run the steps that get a value."""
        outcome: Reply | Failed | None = None
        while True:
            try:
                step = steps.send(outcome)
            except StopIteration as end:
                found: Failed | None = end.value
                return found
            if isinstance(step, Request):
                outcome = self._whole(step, deadline)
            else:
                time.sleep(step)
                outcome = None

    def _attempt(self, request: Request, deadline: float, streamed: bool) -> Opened:
        """Open once; a safe request gets a second try on a new connection."""
        lane = self._lane(request, fresh=request.fresh)
        outcome, stream = self._once(request, deadline, streamed, lane)
        if _stale(lane, request, outcome):
            lane = self._lane(request, fresh=True)
            outcome, stream = self._once(request, deadline, streamed, lane)
        return outcome, stream

    def _once(
        self,
        request: Request,
        deadline: float,
        streamed: bool,
        lane: Lane[Any] | None,
    ) -> Opened:
        started = self.clock()
        if late := _late(started, deadline):
            return late, None
        content = request.content() if callable(request.content) else request.content
        native = self._native(request, content, deadline, streamed)
        if lane is not None:
            lane.clock.until = deadline
        self.session.sending(request)
        try:
            response = self._exchange(native, lane)
        except Exception as error:  # whatever library raised it, it becomes a value
            self._done(lane, False)
            spent = self.clock() - started
            return self.session.unanswered(request, error, spent), None
        except BaseException as error:
            self._done(lane, False)
            del native
            raise error.with_traceback(None) from None
        reply = self._reply(request, response, started)
        stream = Stream(self._done, self, request, reply, response, lane)
        failed = self._too_long(reply)
        if failed is not None:
            stream.close()
            return failed, None
        return reply, stream

    def _exchange(self, native: Any, lane: Lane[Any] | None) -> Any:
        if lane is not None:
            return lane.transport.handle_request(native)
        return self._client.send(native, stream=True, follow_redirects=False)

    def _done(self, lane: Lane[Any] | None, well: bool) -> None:
        if lane is not None and not (well and self._lanes.give(lane)):
            lane.transport.close()

    def close(self) -> None:
        """Close the idle connections; an injected client stays open."""
        for transport in self._lanes.drain():
            transport.close()


class AsyncTransport(Wire):
    """Sends requests, awaited."""

    def _library_transport(self, **settings: Any) -> Any:
        return httpx.AsyncHTTPTransport(**settings)

    def _loop(self) -> tuple[Any, ...]:
        return (asyncio.get_running_loop(),)

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
                outcome = await self._whole(step, deadline)
            else:
                await asyncio.sleep(step)
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
        if _stale(lane, request, outcome):
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
        if late := _late(started, deadline):
            return late, None
        content = request.content
        if callable(content):
            content = _awaited(content)
        native = self._native(request, content, deadline, streamed)
        self.session.sending(request)
        try:
            async with asyncio.timeout(deadline - started):
                response = await self._exchange(native, lane)
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

    async def _exchange(self, native: Any, lane: Lane[Any] | None) -> Any:
        if lane is not None:
            return await lane.transport.handle_async_request(native)
        return await self._client.send(native, stream=True, follow_redirects=False)

    async def _done(self, lane: Lane[Any] | None, well: bool) -> None:
        if lane is not None and not (well and self._lanes.give(lane)):
            await lane.transport.aclose()

    async def close(self) -> None:
        """Close the idle connections; an injected client stays open."""
        for transport in self._lanes.drain():
            await transport.aclose()


async def _awaited(factory: Callable[[], Iterator[bytes]]) -> AsyncIterator[bytes]:
    """Yield the chunks of an upload, read in a thread."""
    chunks = factory()
    step = partial(next, chunks, None)
    while (data := await asyncio.to_thread(step)) is not None:
        yield data
