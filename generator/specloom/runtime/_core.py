"""What both clients are made of: settings, credentials, the site, checked requests."""

from __future__ import annotations

import math
import os
import platform
import random
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies

from . import _auth
from ._acquire import Fetcher
from ._before import placed
from ._checking import check
from ._decode import convert, json_of, read_answer, response_for, text_of
from ._download import binary_response
from ._engine import Engine
from ._errors import ClientError, InvalidPayloadError
from ._failures import network_error
from ._hooks import NO_HOOKS, Hooks, call, logger
from ._job_state import Setup
from ._limiter import Budget, Memory
from ._omit import OMIT
from ._options import DEFAULT_OPTIONS, Arguments, CallOptions
from ._pages import Paging
from ._plain import Patience
from ._policy import Limits, Retry
from ._raw import raw_response
from ._redact import Redactor
from ._request import (
    Site,
    arguments_of,
    build,
    check_header,
    chosen_body,
    origins_of,
)
from ._session import Session
from ._spool import FileReply, Plan
from ._store import Store, state_directory
from ._stream import Reader
from ._wire import Failed, Request, Tell

if TYPE_CHECKING:
    from ._auth import Credential
    from ._lifecycle import Profile
    from ._operation import Find, Operation, Service
    from ._wire import Headers, Reply

T = TypeVar("T")
C = TypeVar("C")

REQUEST_TIMEOUT = 60.0
"""Seconds of one attempt, when the caller does not say."""
CALL_TIMEOUT = 600.0
"""Seconds of a plain call with its retries, when the caller does not say."""
_SECRET_HEADERS = ("auth", "key", "token", "secret", "cookie", "session")


class CoreBase:
    """The part of a client that does no I/O."""

    def __init__(
        self,
        service: Service,
        find: Find,
        *,
        api_key: str | None = None,
        base_url: str | None = None,
        credentials: Mapping[str, Credential | None] | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: float | None = None,
        http_client: Any = None,
        retry: Retry | None = None,
        limits: Limits | None = None,
        strict_responses: bool = False,
        hooks: Hooks | None = None,
    ) -> None:
        environ, profile = os.environ, service.profile
        self._service = service
        self._find = find
        self._redactor = Redactor()
        self._hooks = hooks or NO_HOOKS
        self._limits = limits or Limits()
        self._retry = retry or _retry(profile, environ)
        self._timeout = timeout if timeout is not None else _timeout(profile, environ)
        self._strict = strict_responses
        self._raw = False
        self._http_client = http_client
        given = {name.lower(): (name, value) for name, value in (headers or {}).items()}
        sources = self._sources(api_key, credentials, given, environ)
        self._credentials = _auth.Credentials(service, sources)
        self._site = _site(service, base_url, given, environ)
        self._learn_headers()
        self._proxies = _proxies(self._redactor)
        self._setup = self._new_setup()
        self._session = self._new_session()
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
        known = {scheme.name for scheme in self._service.schemes}
        unknown = sorted(set(given) - known)
        if unknown:
            text = f"no security scheme {', '.join(unknown)}"
            names = ", ".join(sorted(known)) or "none"
            raise ClientError(text, guidance=f"the document has: {names}")
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
        )

    def _learn_headers(self) -> None:
        for name, value in self._site.headers:
            if any(word in name.lower() for word in _SECRET_HEADERS):
                self._redactor.learn(value)

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
        )

    def _new_session(self) -> Session:
        fetcher = Fetcher(
            self._setup,
            self._site.base_url,
            environ=dict(os.environ),
            store=_store(self._service),
        )
        session = Session(
            self._credentials,
            self._site.origins,
            self._redactor,
            time.monotonic,
            self._hooks,
        )
        fetcher.attach(session)
        self._fetcher = fetcher
        return session

    def _credential_origin(self, request: Request) -> str | None:
        return self._credentials.origin(request.security)

    # One call

    def _build(self, operation: Operation[Any], arguments: Arguments) -> Request:
        if self._service.acquired:
            arguments = self._filled(operation, arguments)
        request = build(operation, self._site, arguments)
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
        for place, wire, name in _acquired(self._service, operation, arguments):
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
        wanted = _acquired(self._service, operation, arguments)
        return self._fetcher.missing(name for _, _, name in wanted)

    def _supplied(self, operation: Operation[Any]) -> frozenset[str]:
        """Return the fields of a create that its lifecycle fills in, and acquired ones."""
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

    def _converted(self, operation: Operation[Any], value: Any) -> Any:
        return convert(
            operation.result,
            value,
            strict=self._strict,
            where=operation.key,
        )

    def _new_engine(self, channel: C) -> Engine[C]:
        return Engine(
            setup=self._setup,
            channel=channel,
            convert=self._converted,
            hooks=self._hooks,
            origins=self._site.origins,
            fetch=getattr(self, "download", None),
        )

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

    def _value(self, operation: Operation[T], reply: Reply) -> Any:
        """Return the typed result, or the raw answer where that is asked for."""

        def read() -> Any:
            if isinstance(reply, FileReply):
                return binary_response(reply)
            return read_answer(
                operation,
                reply,
                strict=self._strict,
                redactor=self._redactor,
            )

        return raw_response(reply, read) if self._raw else read()

    def _untyped(self, reply: Reply) -> Any:
        def read() -> Any:
            if isinstance(reply, FileReply):
                return binary_response(reply)
            return self.decoded(reply)

        return raw_response(reply, read) if self._raw else read()

    def _reads_bytes(self, operation: Operation[Any]) -> bool:
        return any(response.reads == "bytes" for response in operation.responses)

    def _binary(self, operation: Operation[Any], reply: Reply) -> Plan:
        """Say whether the body of an answer is kept as a file."""
        content_type = dict(reply.headers).get("content-type", "")
        response = response_for(operation, reply.status, content_type)
        good = 200 <= reply.status < 300
        binary = good and response is not None and response.reads == "bytes"
        return Plan(reply, binary, self._limits)

    def _raise_failed(self, failed: Failed | None) -> None:
        if failed is not None:
            raise network_error(self._setup, failed)

    def broken(self, failed: Failed) -> ClientError:
        """Return the error for a stream that broke."""
        return network_error(self._setup, failed)

    def reader(self, operation: Operation[T], reply: Reply) -> Reader[T]:
        """Return what reads the events of an answer."""
        return Reader(
            operation,
            reply,
            limit=self._limits.event_bytes,
            strict=self._strict,
            redactor=self._redactor,
        )

    def silence(self, options: CallOptions) -> float:
        """Return how long a plain stream may say nothing."""
        return options.timeout or self._timeout or self._limits.read_timeout

    def paging(self, operation: Operation[T], given: Arguments) -> Paging[T]:
        """Return a listing at its beginning."""
        return Paging(operation, given, self._strict, self._site.base_url)

    def decoded(self, reply: Reply) -> Any:
        """Return a body decoded but not typed."""
        if not reply.body:
            return None
        content_type = dict(reply.headers).get("content-type", "")
        try:
            return json_of(reply.body, content_type)
        except ValueError:
            binary = not content_type.startswith("text/") and b"\0" in reply.body
            return reply.body if binary else text_of(reply.body, content_type)

    def _loose(
        self,
        method: str,
        path: str,
        query: Mapping[str, Any] | None,
        headers: Mapping[str, str] | None,
        json: Any,
        content: bytes | None,
    ) -> tuple[Operation[Any], Arguments]:
        """Return an operation that the document does not know, and its arguments."""
        from ._operation import Body, Operation

        kind = "application/json" if json is not OMIT else "application/octet-stream"
        body = json if json is not OMIT else OMIT if content is None else content
        parts = urlsplit(path)
        server, below = None, path
        if parts.scheme:
            server, below = f"{parts.scheme}://{parts.netloc}", path
            below = path.removeprefix(server)
        if not below.startswith("/"):
            below = f"/{below}"
        operation: Operation[Any] = Operation(
            key=f"{method.upper()} {parts.path}",
            method=method.upper(),
            path=below.replace("{", "%7B").replace("}", "%7D"),
            bodies=() if body is OMIT else (Body(media_type=kind, required=True),),
            server=server,
            accept="*/*",
        )
        options = CallOptions(headers=headers, query=query)
        return operation, Arguments(body=body, options=options)

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


def arguments(
    path: Mapping[str, Any] | None,
    query: Mapping[str, Any] | None,
    header: Mapping[str, Any] | None,
    cookie: Mapping[str, Any] | None,
    body: Any,
    options: CallOptions | None,
) -> Arguments:
    """Return what a method was given, by place."""
    return Arguments(
        path=path or {},
        query=query or {},
        header=header or {},
        cookie=cookie or {},
        body=body,
        options=options or DEFAULT_OPTIONS,
    )


def invoked(
    operation: Operation[Any],
    params: Mapping[str, Any] | None,
    options: CallOptions | None,
) -> Arguments:
    """Return the arguments of a call by wire names."""
    return arguments_of(operation, params or {}, options)


def _acquired(
    service: Service,
    operation: Operation[Any],
    arguments: Arguments,
) -> list[tuple[str, str, str]]:
    """Return (place, wire name, acquired value) of what the caller did not give."""
    found = [
        (str(item.place), item.wire, item.wire)
        for item in operation.parameters
        if item.wire in service.acquired
        and getattr(arguments, item.place, {}).get(item.wire, OMIT) is OMIT
    ]
    body = chosen_body(operation, arguments)
    fields = arguments.body if isinstance(arguments.body, Mapping) else {}
    if body is not None and (fields or arguments.body is OMIT):
        found += [
            ("body", wire, name)
            for wire, name in body.rules.acquire.items()
            if fields.get(wire, OMIT) is OMIT and name in service.acquired
        ]
    return found


def _store(service: Service) -> Store | None:
    """Return where acquired values are kept, when the document declares any."""
    schemes = any(scheme.acquire is not None for scheme in service.schemes)
    if not (service.acquired or schemes):
        return None
    return Store(state_directory(service.profile.package, os.environ))


def single(named: Callable[[str], Operation[Any]], name: str) -> Operation[Any]:
    """Return the operation to send once: the plain twin of a streaming create."""
    operation = named(name)
    streams = operation.streams and operation.plain is not None
    return named(operation.plain or "") if streams else operation


# The site


def _site(
    service: Service,
    base_url: str | None,
    given: Mapping[str, tuple[str, str]],
    environ: Mapping[str, str],
) -> Site:
    profile = service.profile
    own = base_url or (
        environ.get(profile.base_url_env) if profile.base_url_env else ""
    )
    url = own or profile.base_url or next(iter(service.servers), "")
    url = _checked_url(url, bool(own))
    agent = f"{profile.package or 'specloom-client'}/{service.version}"
    found = {
        "user-agent": ("User-Agent", f"{agent} python/{platform.python_version()}")
    }
    for name, value in profile.headers.items():
        found[name.lower()] = (name, value.replace("{version}", service.version))
    for name, variable in profile.headers_env.items():
        if environ.get(variable):
            found[name.lower()] = (name, environ[variable])
    found.update(given)
    for name, value in found.values():
        check_header(name, value)
    headers: Headers = tuple(found.values())
    plain = headers
    if "accept" not in found:
        plain = (*headers, ("Accept", "application/json"))
    return Site(
        service=service,
        base_url=url,
        headers=headers,
        origins=origins_of(service, url),
        own=bool(own),
        plain=plain,
    )


def _checked_url(url: str, own: bool) -> str:
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and bool(parts.hostname)
        good = good and (parts.port is None or parts.port > 0)
    except ValueError:
        good = False
    if not good:
        what = "the base URL is not one" if own else "the document has no base URL"
        raise ClientError(what, guidance="pass base_url='https://...'")
    if parts.username is not None or parts.query or parts.fragment:
        raise ClientError("a base URL has no user, query or fragment")
    return urljoin(url, parts.path or "/").rstrip("/")


def _timeout(profile: Profile, environ: Mapping[str, str]) -> float | None:
    value = environ.get(profile.timeout_env or "", "")
    number = _number(value)
    return None if number is None else number / 1000.0


def _retry(profile: Profile, environ: Mapping[str, str]) -> Retry:
    number = _number(environ.get(profile.retries_env or "", ""))
    return Retry() if number is None else Retry(max_retries=min(int(number), 100))


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) and value >= 0 else None


def _proxies(redactor: Redactor) -> dict[str, str]:
    found = getproxies()
    for url in found.values():
        parts = urlsplit(url) if "://" in url else None
        if parts is not None and parts.password:
            redactor.learn(parts.password)
    schemes = ("http", "https", "all", "no")
    return {name: url for name, url in found.items() if name in schemes}
