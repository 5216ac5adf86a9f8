"""Connections of a client and the form its requests have on them."""

from __future__ import annotations

import re
import ssl
import time
from collections.abc import Callable, Mapping
from typing import Any, ClassVar
from urllib.parse import urlsplit
from weakref import finalize

from ._bodies import oversized
from ._exchange import SAFE, lowered, spared, wire_headers
from ._lanes import Clock, Key, Lane, Lanes
from ._policy import Limits
from ._redact import Redactor, guard_logs
from ._session import Session
from ._wire import Failed, Reply, Request

_END_OF_AUTHORITY = re.compile(r"[/?#]")


class Wire:
    """What both transports share: settings, connections, the form of a request."""

    library: ClassVar[Any]
    """The HTTP library; `_transport.py` names it."""

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
        self._unused: ssl.SSLContext | None = None
        """For plain connections: the library makes a costly one where it gets none."""
        self._lanes: Lanes[Any] = Lanes(self._make, self.limits.polls_in_flight)
        self._unguard = finalize(self, guard_logs(session.redactor))

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
        """Return a transport of the HTTP library."""
        raise NotImplementedError

    def _make(self, key: Key) -> Lane[Any]:
        scheme, host = key[0], urlsplit(f"//{key[1]}").hostname or ""
        clock = Clock(self.clock)
        transport = self._library_transport(
            verify=self._tls(scheme),
            trust_env=False,
            proxy=self._proxy(scheme, host),
            limits=self.library.Limits(max_connections=1, max_keepalive_connections=1),
        )
        return Lane(key, transport, clock)

    def _lane(self, request: Request, *, fresh: bool) -> Lane[Any] | None:
        """Return a connection for a request, None with an injected client."""
        if self._client is not None:
            return None
        scheme, _, rest = request.url.partition("://")
        key = scheme.lower(), _END_OF_AUTHORITY.split(rest, 1)[0], *self._loop()
        return self._lanes.take(key, fresh=fresh)

    def _loop(self) -> tuple[Any, ...]:
        return ()

    def _tls(self, scheme: str) -> ssl.SSLContext:
        if scheme == "https" or self._proxies:
            context = self._context or self.library.create_ssl_context()
            self._context = context
            return context
        unused = self._unused or ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._unused = unused
        return unused

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
        """Return the library's own request, credentials included; Failed: no URL."""
        session, method = self.session, request.method
        applied = session.applied(request)
        url = session.wire_url(request, applied)
        headers = wire_headers(request, applied, streamed=streamed)
        more = {"timeout": self._timeouts(request, deadline)}
        content = content or None
        make = self._built if self._client is None else self._built_by_client
        try:
            return make(method, url, headers, content, more)
        except Exception as error:
            if type(error).__name__ != "InvalidURL":  # of whichever library
                raise
            return session.unanswered(request, error, 0.0)

    def _built(
        self,
        method: str,
        url: str,
        headers: list[tuple[bytes, bytes]],
        content: Any,
        extensions: dict[str, Any],
    ) -> Any:
        """Return the library's own request, for a connection of ours."""
        return self.library.Request(
            method,
            url,
            headers=headers,
            content=content,
            extensions=extensions,
        )

    def _built_by_client(
        self,
        method: str,
        url: str,
        headers: list[tuple[bytes, bytes]],
        content: Any,
        extensions: dict[str, Any],
    ) -> Any:
        """Return the library's own request, as an injected client makes it."""
        return self._client.build_request(
            method,
            url,
            headers=headers,
            content=content,
            extensions=extensions,
        )

    def _options(self, request: Request) -> dict[str, Any]:
        """Return how an injected client sends: its own login stays on our origins."""
        options: dict[str, Any] = {"stream": True, "follow_redirects": False}
        return options if self.session.is_own(request) else {**options, "auth": None}

    def _timeouts(self, request: Request, deadline: float) -> dict[str, float | None]:
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


def late(now: float, deadline: float) -> Failed | None:
    if now < deadline:
        return None
    cause = TimeoutError("no time left to send it")
    return Failed("connect", sent=False, cause=cause, timeout=True)


def stale(lane: Lane[Any] | None, request: Request, outcome: Reply | Failed) -> bool:
    """Tell a kept connection that the server had closed meanwhile (fault 10)."""
    return (
        isinstance(outcome, Failed)
        and not outcome.timeout
        and lane is not None
        and lane.used
        and request.method in SAFE
    )
