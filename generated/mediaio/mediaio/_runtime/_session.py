"""What a client knows while it sends: credentials, origins, hooks and secrets."""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import quote

from ._auth import (
    NO_CREDENTIALS,
    Applied,
    Credentials,
    applied,
    check_secrets,
)
from ._exchange import (
    CROSS_ORIGIN_HEADERS,
    credentials_for,
    failure,
    header,
)
from ._hooks import NO_HOOKS, Hooks, RequestInfo, ResponseInfo, call, logger
from ._origins import may_carry_credentials
from ._redact import Redactor
from ._tokens import TokenCache
from ._wire import Failed, Reply, Request

if TYPE_CHECKING:
    from ._auth import Secret, Source

Fetching: TypeAlias = "Generator[Request | float, Reply | Failed | None, Failed | None]"
"""Requests to send and pauses to make until the credentials are there."""

Fetch: TypeAlias = "Callable[[Source], Fetching]"


MOST_PLACES = 1000


@dataclass(slots=True, eq=False)
class Session:
    """The state that the requests of one client share."""

    credentials: Credentials
    origins: frozenset[str]
    redactor: Redactor
    clock: Callable[[], float]
    hooks: Hooks = NO_HOOKS
    own_headers: tuple[tuple[str, Secret], ...] = ()
    """The user's own headers that look secret: for declared origins only."""
    tokens: TokenCache = field(default_factory=TokenCache)
    fetch: Fetch | None = None
    """Gets the value of a scheme that is obtained by a request."""
    renew_on: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict[str, tuple[str, ...]],
    )
    """Scheme -> statuses and body codes that mean `get a new value`."""
    code_of: Callable[[Reply], str | None] | None = None
    """Finds the code in the body of an answer."""
    log: logging.Logger = field(default_factory=logger)
    _places: dict[str, Applied | None] = field(
        default_factory=dict[str, Applied | None],
    )
    """Scheme and authority -> no credentials, or None: they may go there."""

    def __repr__(self) -> str:
        return "<Session>"

    # Credentials

    def _withheld(self, request: Request) -> Applied | None:
        """Return no credentials where none may go, None where they are to be found."""
        if not request.security:
            return NO_CREDENTIALS
        place = request.url[: request.url.find("/", 8)]
        if place not in self._places:
            found = credentials_for(request, self.origins)
            if len(self._places) >= MOST_PLACES:
                return found
            self._places[place] = found
        return self._places[place]

    def fetching(self, request: Request) -> Fetching | None:
        """Return the steps that get missing credentials; None: all are there."""
        if (
            self._withheld(request) is not None
            or self.credentials.ready(request.security) is not None
        ):
            return None
        now = self.clock()
        wanted = [
            source
            for source in self.credentials.choose(request.security)
            if source.fetched and self.tokens.get(source.scheme.name, now) is None
        ]
        if not wanted or self.fetch is None:
            return None
        return self._fetch_all(wanted, self.fetch)

    def _fetch_all(self, wanted: list[Source], fetch: Fetch) -> Fetching:
        for source in wanted:
            failed = yield from fetch(source)
            if failed is not None:
                return failed
        return None

    def applied(self, request: Request) -> Applied:
        """Return what is added to a request: credentials, secret headers; opaque."""
        found = self._credentials_of(request)
        if self.own_headers and self.is_own(request):
            return replace(found, headers=(*found.headers, *self.own_headers))
        return found

    def _credentials_of(self, request: Request) -> Applied:
        found = self._withheld(request)
        if found is not None:
            return found
        ready = self.credentials.ready(request.security)
        if ready is None:
            ready = self._gathered(request)
            self.redactor.learn(
                *(secret.reveal() for _, secret in ready.headers),
                *(secret.reveal() for _, secret in ready.query),
                *(secret.reveal() for _, secret in ready.cookies),
            )
            check_secrets(ready)
        return ready

    def _gathered(self, request: Request) -> Applied:
        fetched: dict[str, Secret] = {}
        sources = self.credentials.choose(request.security)
        for source in sources:
            token = self.tokens.last(source.scheme.name) if source.fetched else None
            if token is not None:
                fetched[source.scheme.name] = token.secret
        return applied(sources, fetched)

    def renews(self, request: Request, reply: Reply) -> bool:
        """Drop fetched credentials that an answer refuses; whether to ask again."""
        if not request.security or not self.renew_on:
            return False
        if (
            self._withheld(request) is not None
            or self.credentials.ready(request.security) is not None
        ):
            return False
        code = self.code_of(reply) if self.code_of and reply.body else None
        words = {str(reply.status), *([code] if code else [])}
        dropped = False
        for source in self.credentials.choose(request.security):
            name = source.scheme.name
            if source.fetched and words & set(self.renew_on.get(name, ())):
                self.tokens.drop(name)
                dropped = True
        return dropped

    # The wire

    def wire_url(self, request: Request, applied: Applied) -> str:
        """Return the URL with credentials that stand in the query."""
        if not applied.query:
            return request.url
        pairs = "&".join(
            f"{quote(name, safe='')}={quote(secret.reveal(), safe='')}"
            for name, secret in applied.query
        )
        return f"{request.url}{'&' if '?' in request.url else '?'}{pairs}"

    def stripped(self, request: Request, native: Any) -> Any:
        """Take an injected client's own headers off a request that has no security.

        They may hold credentials, and the request may go to a foreign origin.
        """
        if not self.is_own(request):
            names = {name.lower() for name, _ in request.headers}
            kept = CROSS_ORIGIN_HEADERS | names | {"host", "content-length"}
            for name in list(native.headers):
                if name.lower() not in kept:
                    del native.headers[name]
        return native

    def is_own(self, request: Request) -> bool:
        """Tell whether a request goes to a declared origin, or carries a credential."""
        return bool(request.security) or may_carry_credentials(
            request.url,
            self.origins,
        )

    # Watching

    def sending(self, request: Request) -> None:
        """Tell the hooks and the log that a request goes out."""
        if self.hooks.on_request is not None:
            info = RequestInfo(
                operation=request.operation,
                method=request.method,
                url=self.redactor.url(request.url),
                headers=self.redactor.headers(request.headers),
            )
            call(self.hooks.on_request, info)
        if self.log.isEnabledFor(logging.DEBUG):
            url = self.redactor.url(request.url)
            self.log.debug("sending %s %s", request.method, url)

    def answered(self, request: Request, reply: Reply, elapsed: float) -> None:
        """Tell the hooks and the log what came back."""
        if self.hooks.on_response is not None:
            self._tell(request, reply, elapsed, None)
        if self.log.isEnabledFor(logging.DEBUG):
            url = self.redactor.url(request.url)
            request_id = header(reply.headers, "x-request-id")
            self.log.debug(
                "%s %s answered %d in %.3f s (request id %s)",
                request.method,
                url,
                reply.status,
                elapsed,
                self.redactor.text(request_id or "none"),
            )

    def unanswered(
        self,
        request: Request,
        error: Exception,
        elapsed: float,
    ) -> Failed:
        """Return what an exception means, told to the hooks and the log."""
        failed = failure(error, request, self.redactor)
        if self.hooks.on_response is not None:
            self._tell(request, None, elapsed, str(failed.cause))
        url = self.redactor.url(request.url)
        self.log.debug("%s %s failed: %s", request.method, url, failed.cause)
        return failed

    def _tell(
        self,
        request: Request,
        reply: Reply | None,
        elapsed: float,
        error: str | None,
    ) -> None:
        info = ResponseInfo(
            operation=request.operation,
            method=request.method,
            url=self.redactor.url(request.url),
            status=None if reply is None else reply.status,
            headers={} if reply is None else self.redactor.headers(reply.headers),
            elapsed=elapsed,
            error=error,
        )
        call(self.hooks.on_response, info)
