"""A client's settings out of arguments, the document's profile and the environment."""

from __future__ import annotations

import math
import platform
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult, urljoin, urlsplit
from urllib.request import getproxies

from . import _servers as servers
from ._auth import Secret
from ._choice import chosen_body
from ._errors import ClientError, InvalidPayloadError
from ._omit import OMIT
from ._origins import origins_of
from ._policy import Retry
from ._request import Site, check_header
from ._values import mapping

if TYPE_CHECKING:
    from ._lifecycle import Profile
    from ._operation import Operation, Service
    from ._options import Arguments
    from ._redact import Redactor
    from ._store import Store
    from ._wire import Headers


@dataclass(frozen=True, slots=True)
class Place:
    """Where the user says the API is: a URL, or a declared server with variables."""

    base_url: str | None = None
    server: int | str | None = None
    variables: Mapping[str, str] = field(default_factory=dict[str, str])

    def __post_init__(self) -> None:
        if self.base_url and (self.server is not None or self.variables):
            text = "base_url and a declared server exclude each other"
            raise ClientError(text, guidance="pass one of them")

    @property
    def is_default(self) -> bool:
        """Whether nothing was said."""
        return not self.base_url and self.server is None and not self.variables


SECRET_WORDS = ("auth", "key", "token", "secret", "cookie", "session", "password")
"""A header whose name holds one of these is never shown."""


def problem(
    service: Service,
    credentials: Mapping[str, object] | None,
    headers: Mapping[str, str] | None,
) -> ClientError | None:
    """Return what is wrong with settings that hold secrets; its text holds none."""
    known = {scheme.name for scheme in service.schemes}
    unknown = sorted(set(credentials or ()) - known)
    if unknown:
        names = ", ".join(sorted(known)) or "none"
        text = f"no security scheme {', '.join(unknown)}"
        return ClientError(text, guidance=f"the document has: {names}")
    for name, value in (headers or {}).items():
        try:
            check_header(name, value)
        except InvalidPayloadError as error:
            return InvalidPayloadError(issues=error.issues)
    return None


def opaque(given: dict[str, tuple[str, str]]) -> tuple[tuple[str, Secret], ...]:
    """Take the headers that look secret out of the given ones."""
    found = [name for name in given if any(word in name for word in SECRET_WORDS)]
    pairs = [given.pop(name) for name in found]
    return tuple((name, Secret(value)) for name, value in pairs)


def site(
    service: Service,
    place: Place,
    given: Mapping[str, tuple[str, str]],
    environ: Mapping[str, str],
) -> Site:
    profile = service.profile
    own = place.base_url or (
        environ.get(profile.base_url_env or "", "") if place.is_default else ""
    )
    url = _checked_url(own or _declared_url(service, place), bool(own))
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
        origins=origins_of(service, url, place.variables),
        own=bool(own),
        variables=place.variables,
        plain=plain,
    )


def _declared_url(service: Service, place: Place) -> str:
    """Return the URL of the chosen server, else the profile's or the first one's."""
    servers.check((*service.servers, *service.own_servers), place.variables)
    if place.is_default and service.profile.base_url:
        return service.profile.base_url
    server = servers.chosen(service.servers, place.server)
    return servers.url_of(server, place.variables)


def _checked_url(url: str, own: bool) -> str:
    parts = _web_parts(url)
    if parts is None:
        what = "the base URL is not one" if own else "the document has no base URL"
        raise ClientError(what, guidance="pass base_url='https://...'")
    if parts.username is not None or parts.query or parts.fragment:
        raise ClientError("a base URL has no user, query or fragment")
    return urljoin(url, parts.path or "/").rstrip("/")


def _web_parts(url: str) -> SplitResult | None:
    """Return the parts of an http(s) URL with a host; None for any other text."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    web = parts.scheme in ("http", "https") and bool(parts.hostname) and port != 0
    return parts if web else None


def timeout(profile: Profile, environ: Mapping[str, str]) -> float | None:
    value = environ.get(profile.timeout_env or "", "")
    number = _number(value)
    return None if number is None else number / 1000.0


def retry(profile: Profile, environ: Mapping[str, str]) -> Retry:
    number = _number(environ.get(profile.retries_env or "", ""))
    return Retry() if number is None else Retry(max_retries=min(int(number), 100))


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) and value >= 0 else None


def proxies(redactor: Redactor) -> dict[str, str]:
    found = getproxies()
    for url in found.values():
        parts = urlsplit(url) if "://" in url else None
        if parts is not None and parts.password:
            redactor.learn(parts.password)
    schemes = ("http", "https", "all", "no")
    return {name: url for name, url in found.items() if name in schemes}


def store(service: Service, environ: Mapping[str, str]) -> Store | None:
    """Return where acquired values are kept, when the document declares any."""
    schemes = any(scheme.acquire is not None for scheme in service.schemes)
    if not (service.acquired or schemes):
        return None
    from ._store import Store, state_directory

    return Store(state_directory(service.profile.package, environ))


def acquired(
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
    fields = mapping(arguments.body)
    if body is not None and (fields or arguments.body is OMIT):
        found += [
            ("body", wire, name)
            for wire, name in body.rules.acquire.items()
            if fields.get(wire, OMIT) is OMIT and name in service.acquired
        ]
    return found
