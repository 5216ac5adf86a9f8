"""The blocking transport: requests out, replies or failures back."""

from __future__ import annotations

import time
from typing import Any, TypeAlias

from ._bodies import Stream
from ._connection import Wire, late, stale
from ._exchange import redirected
from ._lanes import Key, Lane, has_rest, obey
from ._session import Fetching
from ._wire import Failed, Reply, Request

Opened: TypeAlias = "tuple[Reply | Failed, Stream | None]"


class BlockingTransport(Wire):
    """Sends requests, blocking. Safe to use from many threads."""

    def _library_transport(self, **settings: Any) -> Any:
        return self.library.HTTPTransport(**settings)

    def _broken_write(self) -> type[Exception]:
        """Return what the HTTP library raises when a write breaks."""
        raise NotImplementedError

    def _make(self, key: Key) -> Lane[Any]:
        lane = super()._make(key)
        obey(lane.transport, lane.clock, self._broken_write())
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
                outcome = self.send(step, deadline)
            else:
                time.sleep(step)
                outcome = None

    def _attempt(self, request: Request, deadline: float, streamed: bool) -> Opened:
        """Open once; a safe request gets a second try on a new connection."""
        lane = self._lane(request, fresh=request.fresh)
        outcome, stream = self._once(request, deadline, streamed, lane)
        if stale(lane, request, outcome):
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
        if too_late := late(started, deadline):
            return too_late, None
        content = request.content() if callable(request.content) else request.content
        native = self._native(request, content, deadline, streamed)
        if isinstance(native, Failed):
            self._done(lane, True)
            return native, None
        if lane is not None:
            lane.clock.until = deadline
        self.session.sending(request)
        try:
            response = self._exchange(request, native, lane)
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

    def _exchange(
        self,
        request: Request,
        native: Any,
        lane: Lane[Any] | None,
    ) -> Any:
        if lane is not None:
            return lane.transport.handle_request(native)
        return self._client.send(
            self.session.stripped(request, native),
            **self._options(request),
        )

    def _done(self, lane: Lane[Any] | None, well: bool) -> None:
        if lane is None:
            return
        kept = well and not has_rest(lane.transport) and self._lanes.give(lane)
        if not kept:
            lane.transport.close()

    def close(self) -> None:
        """Close the idle connections; an injected client stays open."""
        for transport in self._lanes.drain():
            transport.close()
        self._unguard()
