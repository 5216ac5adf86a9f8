"""Credentials: where they come from, what is needed, how they look on the wire."""

from __future__ import annotations

import pickle
from base64 import b64encode
from typing import Any

import pytest
from specloom.runtime._auth import (
    ClientCredentials,
    Credentials,
    Secret,
    keyed,
    sources,
)
from specloom.runtime._errors import AuthenticationError
from specloom.runtime._lifecycle import Acquire, Call, Profile
from specloom.runtime._operation import Scheme, Service
from specloom.runtime._redact import Redactor

KEY = Scheme(name="key", kind="apiKey", wire="X-API-KEY")
TOKEN = Scheme(name="token", kind="bearer", prefix="Bearer ")
LOGIN = Scheme(name="login", kind="basic")
QUERY = Scheme(name="query", kind="apiKey", place="query", wire="api_key")
COOKIE = Scheme(name="cookie", kind="apiKey", place="cookie", wire="sid")
OAUTH = Scheme(name="oauth", kind="oauth2", token_url="https://a.example/token")
MUTUAL = Scheme(name="mutual", kind="mutualTLS")
ACQUIRED = Scheme(
    name="anonymous",
    kind="bearer",
    acquire=Acquire(call=Call(operation="POST /anon"), value=("$response.body#/t",)),
)
PROFILE = Profile(
    title="Example",
    credentials_env={"key": ("EXAMPLE_KEY", "OLD_KEY"), "token": ("EXAMPLE_TOKEN",)},
    key_url="https://example.com/keys",
    key_help=("Sign in", "Press New key"),
)
ALL = (KEY, TOKEN, LOGIN, QUERY, COOKIE, OAUTH, MUTUAL)


def credentials(
    *schemes: Scheme,
    api_key: str | None = None,
    given: Any = None,
    environ: dict[str, str] | None = None,
    redactor: Redactor | None = None,
    certified: bool = False,
) -> Credentials:
    service = Service(profile=PROFILE, schemes=schemes, security=((schemes[0].name,),))
    found = sources(
        service,
        api_key=api_key,
        credentials=given,
        environ=environ or {},
        redactor=redactor or Redactor(),
        certified=certified,
    )
    return Credentials(service, found)


def wire(found: Credentials, *security: tuple[str, ...]) -> dict[str, str]:
    ready = found.ready(security)
    assert ready is not None
    pairs = (*ready.headers, *ready.query, *ready.cookies)
    return {name: secret.reveal() for name, secret in pairs}


def test_every_kind_of_credential_has_its_form_on_the_wire() -> None:
    given = {
        "key": "k1",
        "token": "t1",
        "query": "q1",
        "cookie": "c1",
        "login": ("user", "pass:word"),
        "oauth": "o1",
        "mutual": "unused",
    }
    found = credentials(*ALL, given=given)
    assert wire(found, ("key",)) == {"X-API-KEY": "k1"}
    assert wire(found, ("token",)) == {"Authorization": "Bearer t1"}
    assert wire(found, ("query",)) == {"api_key": "q1"}
    assert wire(found, ("cookie",)) == {"sid": "c1"}
    assert wire(found, ("oauth",)) == {"Authorization": "Bearer o1"}
    login = b64encode(b"user:pass:word").decode()
    assert wire(found, ("login",)) == {"Authorization": f"Basic {login}"}
    assert wire(found, ("mutual", "key")) == {"X-API-KEY": "k1"}


def test_a_prefix_is_not_written_twice() -> None:
    found = credentials(TOKEN, given={"token": "Bearer t1"})
    assert wire(found, ("token",)) == {"Authorization": "Bearer t1"}


def test_an_argument_wins_over_the_environment_and_the_first_variable_wins() -> None:
    environ = {"EXAMPLE_KEY": "", "OLD_KEY": "old", "EXAMPLE_TOKEN": "env"}
    found = credentials(KEY, TOKEN, given={"token": "own"}, environ=environ)
    assert wire(found, ("key",)) == {"X-API-KEY": "old"}
    assert found.origin((("key",),)) == "environment"
    assert wire(found, ("token",)) == {"Authorization": "Bearer own"}
    assert found.origin((("token",),)) == "argument"


@pytest.mark.parametrize(
    ("schemes", "fed"),
    [
        ((KEY, TOKEN), "key"),
        ((LOGIN, TOKEN), "token"),
        ((LOGIN, MUTUAL), None),
        ((OAUTH, QUERY), "query"),
        ((OAUTH,), "oauth"),
    ],
)
def test_api_key_feeds_the_first_key_or_bearer_scheme(
    schemes: tuple[Scheme, ...],
    fed: str | None,
) -> None:
    found = keyed(Service(schemes=schemes))
    assert (found.name if found else None) == fed


def test_the_first_requirement_that_can_be_met_is_taken() -> None:
    found = credentials(*ALL, given={"query": "q", "cookie": "c", "login": "u:p"})
    assert wire(found, ("key",), ("query", "key"), ("query", "cookie")) == {
        "api_key": "q",
        "sid": "c",
    }
    assert wire(found, ("login",), ("query",)).keys() == {"Authorization"}


def test_anonymous_is_allowed_where_the_document_says_so() -> None:
    found = credentials(KEY)
    assert wire(found, ("key",), ()) == {}
    assert wire(found) == {}
    assert found.origin((("key",), ())) is None


def test_a_missing_key_names_the_variable_and_where_to_get_one() -> None:
    with pytest.raises(AuthenticationError) as caught:
        credentials(KEY).choose((("key",),))
    text = str(caught.value)
    for part in (
        "EXAMPLE_KEY or OLD_KEY",
        "api_key=",
        "https://example.com/keys",
        "Press New key",
        "nothing was sent",
    ):
        assert part in text
    assert caught.value.code == "AUTH_FAILED"


def test_an_empty_key_is_no_key() -> None:
    with pytest.raises(AuthenticationError):
        credentials(KEY, api_key="").choose((("key",),))


@pytest.mark.parametrize("value", ["canary\n", "canary\r", "canaré", " canary", "\0"])
def test_a_key_that_cannot_be_a_header_is_refused_without_being_shown(
    value: str,
) -> None:
    with pytest.raises(AuthenticationError) as caught:
        credentials(KEY, api_key=value).ready((("key",),))
    assert value not in str(caught.value)


def test_a_function_is_asked_for_every_request() -> None:
    asked: list[int] = []

    def provider() -> str:
        asked.append(1)
        return f"v{len(asked)}"

    found = credentials(KEY, given={"key": provider})
    assert found.ready((("key",),)) is None
    assert not asked
    assert found.origin((("key",),)) == "provider"


def test_what_is_fetched_is_not_ready() -> None:
    client = ClientCredentials("id", "secret")
    assert credentials(OAUTH, given={"oauth": client}).ready((("oauth",),)) is None
    assert credentials(ACQUIRED).origin((("anonymous",),)) == "acquired"
    assert credentials(ACQUIRED, api_key="own").origin((("anonymous",),)) == "argument"


def test_a_secret_shows_itself_to_nobody() -> None:
    secret = Secret("canary-value")
    client = ClientCredentials("id", "canary-value", refresh_token="canary-value")
    for item in (secret, client, [secret], {"a": secret}):
        assert "canary" not in repr(item)
        assert "canary" not in str(item)
        assert "canary" not in f"{item}"
    with pytest.raises(TypeError):
        pickle.dumps(secret)
    assert secret.reveal() == "canary-value"


def test_every_credential_is_known_to_the_redactor() -> None:
    redactor = Redactor()
    credentials(
        KEY,
        LOGIN,
        TOKEN,
        OAUTH,
        given={
            "key": "key-value",
            "login": ("user", "pass-value"),
            "oauth": ClientCredentials("id", "client-value"),
        },
        environ={"EXAMPLE_TOKEN": "token-value"},
        redactor=redactor,
    )
    text = "key-value pass-value client-value token-value"
    assert redactor.text(text) == "*** *** *** ***"


def test_the_error_says_what_is_needed_together_and_what_instead() -> None:
    found = credentials(KEY, QUERY, TOKEN)
    with pytest.raises(AuthenticationError) as caught:
        found.choose((("key", "query"), ("token",)))
    told = str(caught.value)
    assert "an API key (header X-API-KEY) and an API key (query api_key) or a" in told
    assert "set EXAMPLE_TOKEN or pass credentials={'key': ..., 'query': ...}" in told


def test_a_certificate_is_the_http_clients_and_a_key_is_preferred() -> None:
    either = (("mutual",), ("key",))
    bare = credentials(MUTUAL, KEY)
    with pytest.raises(AuthenticationError, match="http_client= that has the"):
        bare.choose((("mutual",),))
    own = credentials(MUTUAL, KEY, certified=True)
    assert wire(own, ("mutual",)) == {}
    both = credentials(MUTUAL, KEY, certified=True, given={"key": "k1"})
    assert wire(both, *either) == {"X-API-KEY": "k1"}
