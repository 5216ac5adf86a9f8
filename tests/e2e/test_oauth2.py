"""OAuth2: a client gets its token, renews it, and never shows its secret."""

from __future__ import annotations

from base64 import b64decode
from typing import Any
from urllib.parse import parse_qs

import pytest
from specloom.runtime._auth import ClientCredentials
from specloom.runtime._client import Core
from specloom.runtime._errors import AuthenticationError
from specloom.runtime._operation import Operation, Scheme, Service
from specloom.runtime._policy import Retry

from tests.loopback import Exchange, Loopback, routed, serving, targets

GET: Operation[Any] = Operation(key="GET /x", method="GET", path="/x")


def core(server: Loopback, service: Service, **more: Any) -> Core:
    return Core(
        service,
        {GET.key: GET}.__getitem__,
        base_url=server.url,
        retry=Retry(max_retries=1, first=0.01),
        **more,
    )


def ok(exchange: Exchange, number: int) -> None:
    exchange.json({"n": number})


def oauth(server: Loopback) -> Service:
    scheme = Scheme(
        name="oauth",
        kind="oauth2",
        token_url=f"{server.url}/token",
        scopes=("read",),
    )
    return Service(schemes=(scheme,), security=(("oauth",),))


def granted(exchange: Exchange, number: int) -> None:
    answer = {"access_token": f"at-value-{number}", "expires_in": 3600}
    exchange.json({**answer, "refresh_token": f"rt-value-{number}"})


def test_an_oauth2_client_gets_uses_and_refreshes_its_token() -> None:
    def x(exchange: Exchange, number: int) -> None:
        if number == 2:
            exchange.json({}, 401)
        else:
            ok(exchange, number)

    with serving(routed(token=granted, x=x)) as server:
        given = {"oauth": ClientCredentials("id 1", "s&cret")}
        with core(server, oauth(server), credentials=given) as client:
            client.call(GET)
            client.call(GET)
    assert targets(server) == ["/token", "/x", "/x", "/token", "/x"]
    first, second = (parse_qs(server.seen[i].body.decode()) for i in (0, 3))
    assert first == {
        "grant_type": ["client_credentials"],
        "scope": ["read"],
        "client_id": ["id 1"],
        "client_secret": ["s&cret"],
    }
    assert second["grant_type"] == ["refresh_token"]
    assert second["refresh_token"] == ["rt-value-1"]
    assert server.seen[-1].header("Authorization") == "Bearer at-value-2"


def test_a_refused_refresh_token_falls_back_to_the_client_credentials() -> None:
    def tokens(exchange: Exchange, number: int) -> None:
        if number == 1:
            exchange.json({"error": "invalid_grant"}, 400)
        else:
            granted(exchange, number)

    with serving(routed(token=tokens, x=ok)) as server:
        client_credentials = ClientCredentials("id", "secret1", refresh_token="old-rt")
        given = {"oauth": client_credentials}
        with core(server, oauth(server), credentials=given) as client:
            client.call(GET)
    grants = [parse_qs(s.body.decode()).get("grant_type") for s in server.seen[:2]]
    assert grants == [["refresh_token"], ["client_credentials"]]


def test_a_client_secret_never_goes_out_without_https() -> None:
    scheme = Scheme(name="oauth", kind="oauth2", token_url="http://a.invalid/token")
    service = Service(schemes=(scheme,), security=(("oauth",),))
    given = {"oauth": ClientCredentials("id", "secret1")}
    with (
        serving(routed(x=ok)) as server,
        core(server, service, credentials=given) as client,
        pytest.raises(AuthenticationError, match="https"),
    ):
        client.call(GET)
    assert server.seen == []


@pytest.mark.parametrize("status", [400, 401])
def test_a_client_that_is_not_known_by_its_body_is_named_in_a_header(
    status: int,
) -> None:
    def tokens(exchange: Exchange, number: int) -> None:
        if exchange.seen.header("Authorization") is None:
            exchange.json({"error": "invalid_client"}, status)
        else:
            granted(exchange, number)

    def x(exchange: Exchange, number: int) -> None:
        exchange.json({}, 401 if number == 2 else 200)

    with serving(routed(token=tokens, x=x)) as server:
        given = {"oauth": ClientCredentials("id 1", "s&cret")}
        with core(server, oauth(server), credentials=given) as client:
            client.call(GET)
            client.call(GET)
    assert targets(server) == ["/token", "/token", "/x", "/x", "/token", "/x"]
    told = server.seen[1].header("Authorization") or ""
    named = b64decode(told.removeprefix("Basic "))
    assert named == b"id+1:s%26cret"
    assert b"secret" not in server.seen[1].body
    refresh = parse_qs(server.seen[4].body.decode())
    assert refresh == {"grant_type": ["refresh_token"], "refresh_token": ["rt-value-2"]}


def test_a_client_that_is_refused_both_ways_is_told_so() -> None:
    def tokens(exchange: Exchange, number: int) -> None:
        exchange.json({"error": "invalid_client"}, 401)

    with serving(routed(token=tokens, x=ok)) as server:
        given = {"oauth": ClientCredentials("id", "secret1")}
        with (
            core(server, oauth(server), credentials=given) as client,
            pytest.raises(AuthenticationError, match="invalid_client"),
        ):
            client.call(GET)
    assert targets(server) == ["/token", "/token"]
