"""Security: schemes and the alternatives that use them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.lowering import OK, described, lowered

KEY = {"type": "apiKey", "in": "header", "name": "X-Key"}


def api(schemes: dict[str, Any], **more: Any) -> Any:
    document = described(
        {"/a": {"get": {"responses": OK} | more.pop("operation", {})}},
        components={"securitySchemes": schemes},
        **more,
    )
    return lowered(document)


@pytest.mark.parametrize(
    ("scheme", "kind", "place", "wire"),
    [
        (KEY, "apiKey", "header", "X-Key"),
        (KEY | {"in": "query", "name": "k"}, "apiKey", "query", "k"),
        (KEY | {"in": "cookie", "name": "k"}, "apiKey", "cookie", "k"),
        ({"type": "http", "scheme": "Bearer"}, "bearer", "header", "Authorization"),
        ({"type": "http", "scheme": "basic"}, "basic", "header", "Authorization"),
        ({"type": "http", "scheme": "digest"}, "apiKey", "header", "Authorization"),
        ({"type": "mutualTLS"}, "mutualTLS", "header", "Authorization"),
        (
            {"type": "openIdConnect", "openIdConnectUrl": "https://a.test"},
            "openIdConnect",
            "header",
            "Authorization",
        ),
    ],
)
def test_a_scheme_says_where_its_credential_goes(
    scheme: Any, kind: str, place: str, wire: str
) -> None:
    found = api({"s": scheme}).api.security_schemes[0]
    assert (found.kind, found.place, found.wire) == (kind, place, wire)


def test_client_credentials_tell_where_the_token_comes_from() -> None:
    flows = {
        "authorizationCode": {
            "authorizationUrl": "https://a.test/authorize",
            "tokenUrl": "https://a.test/code",
            "scopes": {"read": "r"},
        },
        "clientCredentials": {"tokenUrl": "https://a.test/token", "scopes": {"w": "w"}},
    }
    found = api({"s": {"type": "oauth2", "flows": flows}}).api.security_schemes[0]
    assert found.token_url == "https://a.test/token"
    assert found.flows == ("authorizationCode", "clientCredentials")
    assert found.scopes == ("read", "w")


def test_alternatives_are_or_and_their_names_are_and() -> None:
    found = api({"a": KEY, "b": KEY}, security=[{"b": [], "a": []}, {"a": []}])
    assert found.api.security == (("a", "b"), ("a",))


@pytest.mark.parametrize(
    ("written", "meant"),
    [({}, None), ({"security": []}, ()), ({"security": [{}]}, ((),))],
)
def test_absent_none_and_anonymous_are_three_things(written: Any, meant: Any) -> None:
    found = api({"a": KEY}, operation=written, security=[{"a": []}])
    assert found.api.operations[0].security == meant


def test_a_requirement_of_an_unknown_scheme_is_left_out_with_a_row() -> None:
    found = api({"a": KEY}, security=[{"a": []}, {"nowhere": []}])
    assert found.api.security == (("a",),)
    assert found.rows("SPEC084")[0].pointer == "/security/1"


def test_a_header_name_that_breaks_the_line_is_no_scheme() -> None:
    found = api({"a": KEY | {"name": "X-K\r\nX-Evil: 1"}})
    assert found.api.security_schemes == ()
    assert found.rows("SPEC083")[0].effect == "dropped"
