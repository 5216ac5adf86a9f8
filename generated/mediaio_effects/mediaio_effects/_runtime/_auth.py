"""Credentials: where they come from, which are needed, how they reach the wire."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from ._errors import AuthenticationError, InvalidPayloadError
from ._request import check_header
from ._values import is_array

if TYPE_CHECKING:
    from ._lifecycle import Profile
    from ._operation import Scheme, Service
    from ._redact import Redactor

Security: TypeAlias = tuple[tuple[str, ...], ...]


class Secret:
    """A value that shows itself to nobody: repr, str, pickle and copies fail to."""

    __slots__ = ("_reveal",)
    _reveal: Callable[[], str]

    def __init__(self, value: str) -> None:
        self._reveal = lambda: value

    def __repr__(self) -> str:
        return "***"

    __str__ = __repr__

    def __reduce__(self) -> tuple[Any, ...]:
        raise TypeError("a secret cannot be pickled")

    def reveal(self) -> str:
        """Return the value, for the wire only."""
        return self._reveal()


@dataclass(frozen=True, slots=True, init=False)
class ClientCredentials:
    """An OAuth2 client that gets its own tokens (RFC 6749, 4.4)."""

    client_id: str
    client_secret: Secret
    scopes: tuple[str, ...]
    refresh_token: Secret | None

    def __init__(
        self,
        client_id: str,
        client_secret: str,
        *,
        scopes: tuple[str, ...] = (),
        refresh_token: str | None = None,
    ) -> None:
        set_ = object.__setattr__
        set_(self, "client_id", client_id)
        set_(self, "client_secret", Secret(client_secret))
        set_(self, "scopes", scopes)
        set_(self, "refresh_token", Secret(refresh_token) if refresh_token else None)


Credential: TypeAlias = (
    "str | tuple[str, str] | ClientCredentials | Callable[[], str | tuple[str, str]]"
)
"""A key or token, (user, password), an OAuth2 client, or a function that returns one."""


@dataclass(frozen=True, slots=True)
class Source:
    """One scheme's credential and where it came from."""

    scheme: Scheme
    origin: str
    """`argument`, `environment`, `provider`, `oauth2` or `acquired`."""
    secret: Secret | None = None
    provider: Callable[[], Any] | None = None
    client: ClientCredentials | None = None

    @property
    def fetched(self) -> bool:
        """Whether requests are needed to get the value."""
        return self.origin in ("oauth2", "acquired")


@dataclass(frozen=True, slots=True)
class Applied:
    """What credentials add to a request. Opaque until the wire."""

    headers: tuple[tuple[str, Secret], ...] = ()
    query: tuple[tuple[str, Secret], ...] = ()
    cookies: tuple[tuple[str, Secret], ...] = ()
    origin: str | None = None
    """Where the first credential came from."""
    fetched: tuple[str, ...] = ()
    """Names of the schemes whose value was fetched and may be renewed."""


NO_CREDENTIALS = Applied()


class Credentials:
    """The credentials of one client, by security scheme."""

    def __init__(self, service: Service, sources: Mapping[str, Source]) -> None:
        self._service = service
        self._schemes = {scheme.name: scheme for scheme in service.schemes}
        self._sources = dict(sources)
        self._static: dict[Security, Applied] = {}

    def __repr__(self) -> str:
        return f"<Credentials for {', '.join(sorted(self._sources)) or 'nothing'}>"

    def origin(self, security: Security) -> str | None:
        """Return where the credential for a requirement comes from, if anywhere."""
        chosen = self.choose(security)
        return chosen[0].origin if chosen else None

    def choose(self, security: Security) -> tuple[Source, ...]:
        """Return the sources of the first requirement that can be met.

        Raises AuthenticationError that names the variables to set when none can.
        """
        for names in sorted(security, key=self._by_certificate):
            if names and all(name in self._sources for name in names):
                return tuple(self._sources[name] for name in names)
        if not security or () in security:
            return ()
        from ._unmet import missing

        raise missing(self._service, security)

    def _by_certificate(self, names: tuple[str, ...]) -> bool:
        """Tell whether a requirement needs what cannot be seen: a certificate."""
        found = (self._schemes.get(name) for name in names)
        return any(scheme and scheme.kind == "mutualTLS" for scheme in found)

    def ready(self, security: Security) -> Applied | None:
        """Return what to add when nothing has to be fetched or asked; else None."""
        found = self._static.get(security)
        if found is None:
            sources = self.choose(security)
            if any(source.secret is None for source in sources):
                return None
            found = applied(sources, {})
            check_secrets(found)
            self._static[security] = found
        return found


def applied(sources: tuple[Source, ...], fetched: Mapping[str, Secret]) -> Applied:
    """Return what these sources add to a request."""
    headers: list[tuple[str, Secret]] = []
    query: list[tuple[str, Secret]] = []
    cookies: list[tuple[str, Secret]] = []
    places = {"header": headers, "query": query, "cookie": cookies}
    for source in sources:
        secret = fetched.get(source.scheme.name) or _current(source)
        if source.scheme.kind == "mutualTLS":
            continue
        places[source.scheme.place].append(
            (source.scheme.wire, _wire(source.scheme, secret)),
        )
    return Applied(
        tuple(headers),
        tuple(query),
        tuple(cookies),
        sources[0].origin if sources else None,
        tuple(s.scheme.name for s in sources if s.fetched),
    )


def check_secrets(applied: Applied) -> None:
    """Refuse a credential that cannot be a header value; its text stays hidden."""
    for name, secret in (*applied.headers, *applied.cookies):
        if not _fits(name, secret):
            raise AuthenticationError(
                f"the credential for {name} holds characters that cannot be sent",
                guidance="look for a line break, a space or a quotation mark in it",
            )


def _fits(name: str, secret: Any) -> bool:
    try:
        check_header(name, secret.reveal())
    except InvalidPayloadError:
        return False
    return True


def _current(source: Source) -> Secret:
    if source.secret is not None:
        return source.secret
    assert source.provider is not None
    return _secret(source.provider())


def _secret(value: Any) -> Secret:
    if isinstance(value, Secret):
        return value
    return Secret(":".join(value) if is_array(value) else str(value))


def _wire(scheme: Scheme, secret: Secret) -> Secret:
    """Return the text that stands on the wire."""
    if scheme.kind == "basic":
        raw = secret.reveal().encode()
        return Secret(f"Basic {b64encode(raw).decode('ascii')}")
    prefix = scheme.prefix
    if not prefix and scheme.kind in ("bearer", "oauth2", "openIdConnect"):
        prefix = "Bearer "
    if not prefix or secret.reveal().startswith(prefix):
        return secret
    return Secret(prefix + secret.reveal())


# Where credentials come from


def sources(
    service: Service,
    *,
    api_key: str | None,
    credentials: Mapping[str, Credential | None] | None,
    environ: Mapping[str, str],
    redactor: Redactor,
    certified: bool = False,
) -> dict[str, Source]:
    """Return the credential of every scheme that has one.

    An argument wins over the environment, the environment over an operation that
    hands one out. `api_key` feeds the first key or bearer scheme. `certified`: the
    HTTP client is the caller's own, and may have a certificate.
    """
    found: dict[str, Source] = {}
    given = dict(credentials or {})
    if api_key is not None:
        target = keyed(service)
        if target is not None:
            given.setdefault(target.name, api_key)
    for scheme in service.schemes:
        value = given.get(scheme.name)
        source = None
        if value is not None:
            source = _given(scheme, value, redactor)
        if source is None:
            source = _from_environment(scheme, service.profile, environ, redactor)
        if source is None and scheme.acquire is not None:
            source = Source(scheme, "acquired")
        if source is None and scheme.kind == "mutualTLS" and certified:
            source = Source(scheme, "argument", secret=Secret(""))
        if source is not None:
            found[scheme.name] = source
    return found


def keyed(service: Service) -> Scheme | None:
    """Return the scheme that `api_key` feeds: the first key or bearer scheme."""
    used = {name for names in service.security for name in names}
    kinds = ("apiKey", "bearer", "oauth2", "openIdConnect")
    schemes = [scheme for scheme in service.schemes if scheme.kind in kinds]
    return min(
        schemes,
        key=lambda s: (s.name not in used, s.kind not in ("apiKey", "bearer")),
        default=None,
    )


def _given(scheme: Scheme, value: Any, redactor: Redactor) -> Source | None:
    if isinstance(value, ClientCredentials):
        redactor.learn(value.client_secret.reveal())
        return Source(scheme, "oauth2", client=value)
    if isinstance(value, (str, Secret)) or is_array(value):
        secret = _secret(value)
        if not secret.reveal():
            return None
        learn(redactor, secret)
        return Source(scheme, "argument", secret=secret)
    return Source(scheme, "provider", provider=value)


def _from_environment(
    scheme: Scheme,
    profile: Profile,
    environ: Mapping[str, str],
    redactor: Redactor,
) -> Source | None:
    for name in profile.credentials_env.get(scheme.name, ()):
        values = [environ.get(part, "") for part in name.split(":")]
        if not all(value.strip() for value in values):
            continue
        if scheme.kind == "oauth2" and len(values) == 2:
            return _given(scheme, ClientCredentials(*values), redactor)
        secret = _secret(values)
        learn(redactor, secret)
        return Source(scheme, "environment", secret=secret)
    return None


def learn(redactor: Redactor, secret: Secret) -> None:
    """Tell the redactor a secret: as a whole, and a password by itself."""
    value = secret.reveal()
    redactor.learn(value, *(part for part in value.split(":")[1:] if len(part) > 5))
