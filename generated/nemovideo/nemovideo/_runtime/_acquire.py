"""Values obtained by a request: OAuth2 tokens, and what `x-specloom-acquire` names."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from ._auth import Secret, Source
from ._classify import Refusal, classify, refused, scope_of, to_error
from ._errors import AuthenticationError, ClientError
from ._expressions import Scope, as_text, find, find_text
from ._lifecycle import Acquire
from ._oauth import token_request
from ._request import arguments_of
from ._tokens import Token
from ._values import mapping
from ._wire import Failed, Reply, Request

if TYPE_CHECKING:
    from pathlib import Path

    from ._job_state import Setup
    from ._operation import Operation
    from ._session import Fetching, Session
    from ._store import Lock, Store

    Asking: TypeAlias = Generator[
        Request | float,
        Reply | Failed | None,
        Reply | Failed | None,
    ]

EARLY = 30.0
"""Seconds before its end at which a value counts as gone."""
PATIENCE = 60.0
"""Seconds to wait for another process that gets the same value."""
PAUSE = 0.02


@dataclass(slots=True, eq=False)
class Fetcher:
    """Gets values for one client, keeps them in memory and, if declared, on disk."""

    setup: Setup
    base_url: str
    environ: Mapping[str, str] = field(default_factory=dict[str, str])
    store: Store | None = None
    kept: dict[str, Any] = field(default_factory=dict[str, Any])
    """Further values that came with an acquired one (`keep`)."""
    _session: Session | None = None
    _by_header: set[str] = field(default_factory=set[str])
    """OAuth2 schemes whose server wants the client named in a header."""

    def attach(self, session: Session) -> None:
        """Serve a session."""
        self._session = session
        session.fetch = self.fetch
        session.code_of = self._code
        acquired = self.setup.service.acquired
        session.renew_on = {
            **{name: acquire.renew_on for name, acquire in acquired.items()},
            **{
                scheme.name: scheme.acquire.renew_on if scheme.acquire else ("401",)
                for scheme in self.setup.service.schemes
            },
        }

    @property
    def session(self) -> Session:
        """The session this fetcher serves."""
        assert self._session is not None
        return self._session

    def fetch(self, source: Source) -> Fetching:
        """Get the value of a security scheme."""
        name = source.scheme.name
        if source.client is not None:
            return self._alone(name, self._token(source))
        return self._alone(name, self._acquired(name, source.scheme.acquire))

    def _alone(self, name: str, steps: Fetching) -> Fetching:
        """Run the steps for one caller of this client; the others wait for its value."""
        tokens, waited = self.session.tokens, 0.0
        while not tokens.claim(name):
            if waited >= PATIENCE:
                return _failed("another thread did not get the credential in time")
            yield PAUSE
            waited += PAUSE
        try:
            if tokens.get(name, self.setup.clock()) is not None:
                return None
            return (yield from steps)
        finally:
            tokens.release(name)

    def missing(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return which acquired values are not there, or no longer good."""
        now = self.setup.clock()
        wanted = dict.fromkeys(names)
        return tuple(n for n in wanted if self.session.tokens.get(n, now) is None)

    def value(self, name: str) -> str | None:
        """Return an acquired value that was got before."""
        token = self.session.tokens.last(name)
        return None if token is None else token.secret.reveal()

    def renewal(self, names: Iterable[str]) -> Fetching:
        """Replace acquired values that were refused."""
        wanted = tuple(dict.fromkeys(names))
        for name in wanted:
            self.session.tokens.drop(name)
        return (yield from self.acquire(wanted))

    def acquire(self, names: Iterable[str]) -> Fetching:
        """Get declared values that are no credentials (a session)."""
        for name in names:
            steps = self._acquired(name, self.setup.service.acquired[name])
            failed = yield from self._alone(name, steps)
            if failed is not None:
                return failed
        return None

    # OAuth2 (RFC 6749)

    def _token(self, source: Source) -> Fetching:
        assert source.client is not None
        last = self.session.tokens.last(source.scheme.name)
        refresh = (last.refresh if last else None) or source.client.refresh_token
        reply = yield from self._granted(source, refresh)
        if refresh is not None and _refused(reply):
            reply = yield from self._granted(source, None)
        failed = _unusable(reply)
        if failed is not None:
            return failed
        assert isinstance(reply, Reply)
        scope = scope_of(reply.status, reply.headers, reply.body)
        body = mapping(scope.body)
        secret = body.get("access_token")
        if reply.status >= 300 or not isinstance(secret, str):
            raise self._denied(scope)
        lifetime = body.get("expires_in")
        seconds = lifetime if isinstance(lifetime, (int, float)) else 3600.0
        refresh = body.get("refresh_token")
        self._keep(
            source.scheme.name,
            secret,
            self.setup.clock() + max(float(seconds) - EARLY, 1.0),
            refresh if isinstance(refresh, str) else None,
        )
        return None

    def _granted(self, source: Source, refresh: Secret | None) -> Asking:
        """Ask for a token; the other way to name the client when one is unknown."""
        name = source.scheme.name
        in_header = name in self._by_header
        reply = yield token_request(self.base_url, source, refresh, in_header)
        if not _is_unknown_client(reply):
            return reply
        other = yield token_request(self.base_url, source, refresh, not in_header)
        if not isinstance(other, Reply) or other.status >= 300:
            return reply
        self._by_header ^= {name}
        return other

    def _denied(self, scope: Scope) -> ClientError:
        refusal = classify(scope, rules=self.setup.service.errors)
        error = to_error(refusal, self.setup.redactor)
        if isinstance(error, AuthenticationError):
            return error
        return AuthenticationError(
            f"no credential could be obtained: {error.message}",
            status=scope.status or 0,
            provider_code=error.provider_code,
            guidance=error.guidance,
        )

    # Declared operations

    def _acquired(self, name: str, acquire: Acquire) -> Fetching:
        store = self.store if acquire.persist else None
        identity = yield from self._identity(acquire, store)
        if store is None:
            return (yield from self._ask(name, acquire, identity))
        path = store.path(self.base_url, name, identity.get(acquire.identity or "", ""))
        last = self.session.tokens.last(name)
        if self._found(name, store.read(path), last):
            return None
        lock = yield from _locked(store, path)
        try:
            if self._found(name, store.read(path), last):
                return None
            failed = yield from self._ask(name, acquire, identity)
            if failed is None and self._lasts(name):
                store.write(path, self._record(name))
            return failed
        finally:
            if lock is not None:
                lock.release()

    def _ask(
        self,
        name: str,
        acquire: Acquire,
        identity: Mapping[str, str],
    ) -> Fetching:
        operation = self.setup.find(acquire.call.operation)
        seen = Scope(identity=identity)
        values = {key: find(place, seen) for key, place in acquire.call.bind.items()}
        given = {key: value for key, value in values.items() if value is not None}
        request = self.setup.build(operation, arguments_of(operation, given))
        reply = yield from self._patient(operation, request)
        failed = _unusable(reply)
        if failed is not None:
            return failed
        assert isinstance(reply, Reply)
        scope = scope_of(reply.status, reply.headers, reply.body)
        value = find_text(acquire.value, scope)
        if refused(scope, self.setup.envelope(operation)) or value is None:
            raise self._denied(scope)
        self._keep(name, value, self._until(acquire, scope), None)
        for key, place in acquire.keep.items():
            self.kept[key] = find(place, scope)
        return None

    def _patient(self, operation: Operation[Any], request: Request) -> Asking:
        """Ask; again as often as the rule for a refusal says, then raise its error."""
        attempt = 0
        while True:
            reply = yield request
            refusal = self._refusal(operation, reply)
            if refusal is None or refusal.retry_delay is None:
                return reply
            attempt += 1
            if attempt > refusal.retry_times:
                raise to_error(refusal, self.setup.redactor)
            yield refusal.retry_delay

    def _refusal(
        self,
        operation: Operation[Any],
        reply: Reply | Failed | None,
    ) -> Refusal | None:
        if not isinstance(reply, Reply):
            return None
        scope = scope_of(reply.status, reply.headers, reply.body)
        envelope = self.setup.envelope(operation)
        if not refused(scope, envelope):
            return None
        rules = self.setup.rules(operation)
        return classify(scope, rules=rules, envelope=envelope, credential="acquired")

    def _until(self, acquire: Acquire, scope: Scope) -> float:
        """Return the monotonic time until which a value is good."""
        now, wall = self.setup.clock(), self.setup.wall()
        moment = _moment(find(acquire.expires, scope))
        if moment is not None:
            return now + max(moment - wall - EARLY, 1.0)
        if acquire.lifetime is not None:
            return now + max(acquire.lifetime - EARLY, 1.0)
        return float("inf")

    def _keep(self, name: str, value: str, until: float, refresh: str | None) -> None:
        self.setup.redactor.learn(value, *([refresh] if refresh else []))
        again = Secret(refresh) if refresh else None
        self.session.tokens.put(name, Token(Secret(value), until, again))

    def _lasts(self, name: str) -> bool:
        """Tell whether a value is good for longer than the request it was got for."""
        token = self.session.tokens.last(name)
        return token is not None and token.until - self.setup.clock() > EARLY

    def _record(self, name: str) -> dict[str, Any]:
        token = self.session.tokens.last(name)
        assert token is not None
        left = token.until - self.setup.clock()
        endless = left == float("inf")
        return {
            "value": token.secret.reveal(),
            "expires": None if endless else self.setup.wall() + left,
            "kept": dict(self.kept),
        }

    def _found(self, name: str, record: Mapping[str, Any], last: Token | None) -> bool:
        """Take a stored value over, unless it is the one that was refused."""
        value, expires = record.get("value"), record.get("expires")
        if not isinstance(value, str) or not value:
            return False
        if last is not None and last.secret.reveal() == value:
            return False
        left = float("inf")
        if isinstance(expires, (int, float)):
            left = expires - self.setup.wall()
        if left <= 0:
            return False
        self._keep(name, value, self.setup.clock() + left, None)
        self.kept.update(mapping(record.get("kept")))
        return True

    def _identity(
        self,
        acquire: Acquire,
        store: Store | None,
    ) -> Generator[float, Any, dict[str, str]]:
        """Return the stored identity, made once; or the environment's."""
        name = acquire.identity
        if name is None:
            return {}
        own = self.environ.get(acquire.identity_env or "", "")
        if own:
            return {name: own}
        if store is None:
            made = self.kept.setdefault(f"identity {name}", self.setup.uuid())
            return {name: str(made)}
        path = store.path("identity", name)
        known = as_text(store.read(path).get("value"))
        if known:
            return {name: known}
        lock = yield from _locked(store, path)
        try:
            known = as_text(store.read(path).get("value"))
            if not known:
                known = self.setup.uuid()
                store.write(path, {"value": known})
        finally:
            if lock is not None:
                lock.release()
        return {name: known}

    def _code(self, reply: Reply) -> str | None:
        scope = scope_of(reply.status, reply.headers, reply.body)
        return classify(scope, envelope=self.setup.service.envelope).code


def _locked(store: Store, path: Path) -> Generator[float, Any, Lock | None]:
    """Wait for the lock of a file; None when another process holds it for too long."""
    waited, lock = 0.0, store.lock(path)
    while lock is None and waited < PATIENCE:
        yield PAUSE
        waited += PAUSE
        lock = store.lock(path)
    return lock


def _failed(text: str) -> Failed:
    return Failed("connect", sent=False, cause=ConnectionError(text))


def _refused(reply: Reply | Failed | None) -> bool:
    return isinstance(reply, Reply) and 400 <= reply.status < 500


def _is_unknown_client(reply: Reply | Failed | None) -> bool:
    """Tell a refusal of the client itself (RFC 6749, 5.2)."""
    if not isinstance(reply, Reply) or reply.status not in (400, 401):
        return False
    return reply.status == 401 or b"invalid_client" in reply.body


def _unusable(reply: Reply | Failed | None) -> Failed | None:
    """Return the failure of the request that needed the value: it was not sent."""
    if isinstance(reply, Failed):
        return Failed(
            reply.phase,
            sent=False,
            cause=reply.cause,
            timeout=reply.timeout,
            retryable=reply.retryable,
        )
    assert reply is not None
    if reply.status in (408, 425, 429) or reply.status >= 500:
        text = f"the server that hands out credentials answered {reply.status}"
        return _failed(text)
    return None


def _moment(value: Any) -> float | None:
    """Return seconds since the epoch of a number or an RFC 3339 text."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value / 1000.0 if value > 1e11 else float(value)
    if not isinstance(value, str):
        return None
    try:
        found = datetime.fromisoformat(value.replace("Z", "+00:00"))
    except ValueError:
        return None
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()
