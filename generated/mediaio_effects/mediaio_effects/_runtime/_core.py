"""What both clients are made of: settings, credentials, the site, checked requests."""

from __future__ import annotations

import os
import random
import threading
import time
import uuid
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from . import _auth
from . import _settings as settings
from ._answers import Answers
from ._checking import check
from ._errors import ApiError, ClientError, InvalidPayloadError
from ._hooks import NO_HOOKS, Hooks, call, logger
from ._limiter import Budget, Memory
from ._options import Arguments, CallOptions, placed
from ._origins import may_carry_credentials
from ._plain import Patience
from ._policy import Limits, Retry
from ._redact import Redactor
from ._request import build, check_host
from ._session import Session
from ._setup import Setup
from ._wire import Request, Tell

if TYPE_CHECKING:
    from ._acquire import Fetcher
    from ._auth import Credential
    from ._engine import Engine
    from ._fetch import DownloadOptions, Wanted
    from ._operation import Find, Operation, Service
    from ._session import Fetching

T = TypeVar("T")
C = TypeVar("C")

REQUEST_TIMEOUT = 60.0
"""Seconds of one attempt, when the caller does not say."""
CALL_TIMEOUT = 600.0
"""Seconds of a plain call with its retries, when the caller does not say."""


class CoreBase(Answers):
    """The part of a client that does no I/O."""

    def __init__(
        self,
        service: Service,
        find: Find,
        *,
        api_key: str | None = None,
        base_url: str | None = None,
        server: int | str | None = None,
        server_variables: Mapping[str, str] | None = None,
        credentials: Mapping[str, Credential | None] | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: float | None = None,
        http_client: Any = None,
        retry: Retry | None = None,
        limits: Limits | None = None,
        strict_responses: bool = False,
        hooks: Hooks | None = None,
    ) -> None:
        problem = settings.problem(service, credentials, headers)
        if problem is not None:
            del api_key, credentials, headers
            raise problem
        environ, profile = os.environ, service.profile
        self._service = service
        self._find = find
        self._redactor = Redactor()
        self._hooks = hooks or NO_HOOKS
        self._limits = limits or Limits()
        self._retry = retry or settings.retry(profile, environ)
        self._timeout = (
            timeout if timeout is not None else settings.timeout(profile, environ)
        )
        self._strict = strict_responses
        self._raw = False
        self._making = threading.Lock()
        self._made: Any = None
        self._http_client = http_client
        given = {name.lower(): (name, value) for name, value in (headers or {}).items()}
        sources = self._sources(api_key, credentials, given, environ)
        self._own_headers = settings.opaque(given)
        for _, secret in self._own_headers:
            _auth.learn(self._redactor, secret)
        del api_key, credentials, headers
        self._credentials = _auth.Credentials(service, sources)
        place = settings.Place(base_url, server, server_variables or {})
        self._site = settings.site(service, place, given, environ)
        self._proxies = settings.proxies(self._redactor)
        self._setup = self._new_setup()
        self._session = self._new_session()
        if service.acquired or any(source.fetched for source in sources.values()):
            self._environ = dict(environ)
            self._fetcher.attach(self._session)
        self._connect()

    def _connect(self) -> None:
        """Make the transport of this flavour."""
        raise NotImplementedError

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._redactor.url(self._site.base_url)}>"

    # Settings

    def _sources(
        self,
        api_key: str | None,
        credentials: Mapping[str, Credential | None] | None,
        headers: dict[str, tuple[str, str]],
        environ: Mapping[str, str],
    ) -> dict[str, _auth.Source]:
        """Return the credentials; one that was given as a header is taken out."""
        given: dict[str, Credential | None] = dict(credentials or {})
        for scheme in self._service.schemes:
            if scheme.place == "header" and scheme.wire.lower() in headers:
                given.setdefault(scheme.name, headers.pop(scheme.wire.lower())[1])
        if api_key is not None and _auth.keyed(self._service) is None:
            logger().warning("api_key is ignored: the document has no key or token")
        return _auth.sources(
            self._service,
            api_key=api_key,
            credentials=given,
            environ=environ,
            redactor=self._redactor,
            certified=self._http_client is not None,
        )

    def _new_setup(self) -> Setup:
        return Setup(
            service=self._service,
            find=self._find,
            build=self._build,
            clock=time.monotonic,
            wall=time.time,
            random=random.random,
            uuid=lambda: str(uuid.uuid4()),
            redactor=self._redactor,
            budget=Budget(self._retry),
            memory=Memory(),
            retry=self._retry,
            limits=self._limits,
            request_timeout=self._timeout or REQUEST_TIMEOUT,
            credential=self._credential_origin,
            fill=self._filled,
            renewal=self._renewal,
        )

    def _new_session(self) -> Session:
        return Session(
            self._credentials,
            self._site.origins,
            self._redactor,
            time.monotonic,
            self._hooks,
            self._own_headers,
        )

    @cached_property
    def _fetcher(self) -> Fetcher:
        """What gets values by requests; made when there are such values."""
        from ._acquire import Fetcher

        return Fetcher(
            self._setup,
            self._site.base_url,
            environ=self._environ,
            store=settings.store(self._service, self._environ),
            kept=self._setup.kept,
        )

    def _credential_origin(self, request: Request) -> str | None:
        return self._credentials.origin(request.security)

    # One call

    def _build(self, operation: Operation[Any], arguments: Arguments) -> Request:
        arguments = self._filled(operation, arguments)
        request = build(operation, self._site, arguments)
        if operation.server and not self._site.own:
            check_host(request, self._site)
        if request.headers is self._site.plain:
            return request
        names = {name.lower() for name, _ in request.headers}
        own = {s.wire.lower() for s in self._service.schemes if s.place == "header"}
        return replace(request, security=()) if names & own else request

    def checked(
        self,
        operation: Operation[Any],
        arguments: Arguments,
        *,
        url: str | None = None,
    ) -> Request:
        """Return the checked request; raise before anything is sent."""
        check(operation, arguments, supplied=self._supplied(operation))
        request = self._build(operation, arguments)
        self._credentials.choose(request.security)
        return request if url is None else replace(request, url=url)

    def _filled(self, operation: Operation[Any], arguments: Arguments) -> Arguments:
        """Return the arguments with the acquired values that are known by now."""
        if not self._service.acquired:
            return arguments
        for place, wire, name in settings.acquired(self._service, operation, arguments):
            value = self._fetcher.value(name)
            if value is not None:
                arguments = placed(arguments, f"{place}.{wire}", value)
        return arguments

    def _lacking(
        self,
        operation: Operation[Any],
        arguments: Arguments,
    ) -> tuple[str, ...]:
        """Return the acquired values that have to be got before the call."""
        if not self._service.acquired:
            return ()
        wanted = settings.acquired(self._service, operation, arguments)
        return self._fetcher.missing(name for _, _, name in wanted)

    def _renewal(
        self,
        operation: Operation[Any],
        arguments: Arguments,
        error: ClientError,
    ) -> Fetching | None:
        """Return the steps that replace acquired values which an error refuses."""
        if not self._service.acquired or not isinstance(error, ApiError):
            return None
        words = {str(error.status), error.provider_code}
        known = self._service.acquired
        names = [
            name
            for _, _, name in settings.acquired(self._service, operation, arguments)
            if words & set(known[name].renew_on)
        ]
        return self._fetcher.renewal(names) if names else None

    def _supplied(self, operation: Operation[Any]) -> frozenset[str]:
        """Return the fields of a create that its lifecycle fills in, and acquired ones."""
        if operation.lifecycle is None and not self._service.acquired:
            return frozenset()
        found = {
            f"{item.place}.{item.wire}"
            for item in operation.parameters
            if item.wire in self._service.acquired
        }
        for lifecycle in self._service.lifecycles:
            if (
                operation.lifecycle is not None
                and lifecycle.name == operation.lifecycle
            ):
                if lifecycle.idempotency is not None:
                    found.add(lifecycle.idempotency.place)
                if lifecycle.client_id is not None:
                    found.add(lifecycle.client_id_place)
        return frozenset(found)

    def _wanted(
        self,
        url: str,
        directory: str | os.PathLike[str],
        options: DownloadOptions,
    ) -> Wanted:
        """Return what to download; credentials only for a declared origin."""
        from ._fetch import TIMEOUT, Wanted

        security = self._service.security
        if not may_carry_credentials(url, self._site.origins):
            security = ()
        timeout = options.get("timeout") or TIMEOUT
        agent = [pair for pair in self._site.headers if pair[0].lower() == "user-agent"]
        return Wanted(
            url=url,
            directory=Path(directory),
            name=options.get("name"),
            overwrite=options.get("overwrite", False),
            deadline=time.monotonic() + timeout,
            security=security,
            headers=tuple(agent),
            taken=frozenset(name.lower() for name in options.get("taken", ())),
            progress=options.get("progress"),
        )

    def _new_engine(self, channel: C) -> Engine[C]:
        from ._engine import Engine

        return Engine(
            setup=self._setup,
            channel=channel,
            convert=self._converted,
            hooks=self._hooks,
            origins=self._site.origins,
            fetch=getattr(self, "download", None),
        )

    def specific(
        self,
        operation: Operation[T],
        given: Arguments,
    ) -> tuple[Operation[T], Arguments]:
        """Return the operation whose concrete path the arguments spell out, if any.

        It goes before a template that fits as well (OpenAPI 3.1, 4.8.8.2).
        """
        if not operation.concrete:
            return operation, given
        path = operation.path
        for name, value in given.path.items():
            path = path.replace(f"{{{name}}}", str(value))
        key = f"{operation.method} {path}"
        if key not in operation.concrete:
            return operation, given
        return self._find(key), replace(given, path={})

    def named(self, name: str) -> Operation[Any]:
        try:
            return self._find(name)
        except KeyError:
            issue = ("operation", "the name of an operation", repr(name[:100]))
            raise InvalidPayloadError(issues=(issue,), code="INVALID_MODEL") from None

    def patience(self, options: CallOptions) -> Patience:
        timeout = options.timeout if options.timeout is not None else self._timeout
        now = time.monotonic()
        if timeout is None:
            return Patience(now + CALL_TIMEOUT, REQUEST_TIMEOUT)
        return Patience(now + timeout, timeout)

    def _tell(self, fact: Tell) -> None:
        if fact.event == "retry":
            call(self._hooks.on_retry, fact.fields)
            logger().debug("retry %s", dict(fact.fields))

    def _copy(self, **changes: Any) -> Any:
        """Return this client with other settings; connections are shared."""
        found = object.__new__(type(self))
        kept = {k: v for k, v in vars(self).items() if k.startswith("_")}
        vars(found).update({**kept, **changes})
        return found

    @property
    def with_raw_response(self) -> Any:
        """This client with plain calls that return a `RawResponse`.

        Its `parse()` gives what the call itself would have returned. The value is
        untyped, since the signatures of the methods stay as they are.
        """
        return self._copy(_raw=True)
