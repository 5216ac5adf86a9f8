"""Requests: arguments in their places, and nothing unsafe gets out."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from specloom.runtime._errors import InvalidPayloadError
from specloom.runtime._lifecycle import Profile
from specloom.runtime._omit import OMIT
from specloom.runtime._operation import (
    Body,
    Operation,
    Parameter,
    Service,
    in_header,
    in_path,
    in_query,
)
from specloom.runtime._options import Arguments, CallOptions
from specloom.runtime._origins import (
    is_loopback,
    may_carry_credentials,
    origin_of,
    origins_of,
)
from specloom.runtime._request import Site, arguments_of, build, check_header
from specloom.runtime._wire import Request

SERVICE = Service(security=(("key",),))
SITE = Site(
    service=SERVICE,
    base_url="https://api.example/v1",
    headers=(("User-Agent", "t"),),
    plain=(("User-Agent", "t"), ("Accept", "application/json")),
)
PET: Operation[Any] = Operation(
    key="PUT /pets/{petId}",
    method="PUT",
    path="/pets/{petId}",
    parameters=(
        in_path("petId"),
        in_query("id"),
        in_query("tags"),
        in_header("X-Trace"),
        Parameter(wire="sid", place="cookie", style="form", explode=True),
    ),
    bodies=(Body(required=True),),
)


def request(operation: Operation[Any] = PET, **given: Any) -> Request:
    given.setdefault("path", {"petId": "1"})
    return build(operation, SITE, Arguments(**given))


def names(found: Request) -> dict[str, str]:
    return {name.lower(): text for name, text in found.headers}


def test_every_argument_stands_in_its_place() -> None:
    found = request(
        path={"petId": "a b"},
        query={"tags": ["x", "y"], "id": OMIT},
        header={"X-Trace": "t1"},
        cookie={"sid": "s;1"},
        body={"name": "Rex", "age": OMIT},
    )
    assert found.method == "PUT"
    assert found.url == "https://api.example/v1/pets/a%20b?tags=x&tags=y"
    assert names(found)["x-trace"] == "t1"
    assert names(found)["cookie"] == "sid=s%3B1"
    assert names(found)["content-type"] == "application/json"
    assert found.content == b'{"name":"Rex"}'
    assert found.security == (("key",),)
    assert found.operation == PET.key


def test_null_is_sent_and_what_was_not_given_is_not() -> None:
    assert request(body={"a": None, "b": OMIT}).content == b'{"a":null}'


@pytest.mark.parametrize("value", [".", "..", ""])
def test_a_path_value_that_changes_the_path_is_refused(value: str) -> None:
    with pytest.raises(InvalidPayloadError):
        request(path={"petId": value})


def test_dots_of_two_values_in_one_segment_are_refused_as_well() -> None:
    operation: Operation[Any] = Operation(
        key="GET /a/{x}{y}",
        method="GET",
        path="/a/{x}{y}",
        parameters=(in_path("x"), in_path("y")),
    )
    with pytest.raises(InvalidPayloadError, match="segment"):
        request(operation, path={"x": ".", "y": "."})
    assert request(operation, path={"x": ".", "y": "a"}).url.endswith("/a/.a")


@pytest.mark.parametrize("value", ["a\r\nX: 1", "a\0", "a\tb", "\x7f"])
def test_control_characters_in_a_path_value_are_refused(value: str) -> None:
    with pytest.raises(InvalidPayloadError, match="control"):
        request(path={"petId": value})


def test_a_missing_path_value_is_refused() -> None:
    with pytest.raises(InvalidPayloadError, match=r"path\.petId"):
        request(path={})


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=50))
def test_no_path_value_reaches_another_path_host_or_query(value: str) -> None:
    try:
        found = request(path={"petId": value})
    except InvalidPayloadError:
        return
    parts = urlsplit(found.url)
    assert parts.netloc == "api.example"
    assert parts.path.startswith("/v1/pets/")
    assert parts.path.count("/") == 3
    assert not parts.query
    assert not parts.fragment


def test_an_endless_url_is_refused() -> None:
    with pytest.raises(InvalidPayloadError, match="characters in all"):
        request(path={"petId": "a" * 100_000})


@pytest.mark.parametrize(
    "value",
    ["v\nX: 1", "v\r", "v\0", "é", "trail ", " lead", "a\x7f", "\ud800", "€"],
)
def test_a_header_value_that_could_split_or_change_is_refused(value: str) -> None:
    with pytest.raises(InvalidPayloadError) as caught:
        request(header={"X-Trace": value}, body={})
    assert value not in str(caught.value).replace("X-Trace", "")


@pytest.mark.parametrize("name", ["", "a b", "a:", "a\r\nb", "é"])
def test_a_header_name_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(InvalidPayloadError):
        check_header(name, "v")


@pytest.mark.parametrize("value", ["", "a", "a b", "a\tb", "!~", "a" * 70_000])
def test_a_legal_header_value_is_sent_exactly(value: str) -> None:
    assert names(request(header={"X-Trace": value}, body={}))["x-trace"] == value


def test_options_add_replace_and_remove_headers_and_add_query_and_body() -> None:
    options = CallOptions(
        headers={"user-agent": None, "Accept": "text/plain", "X-New": "1"},
        query={"debug": True, "f": {"a": 1}},
        extra_body={"more": [1]},
    )
    found = request(body={"name": "x"}, options=options)
    assert "user-agent" not in names(found)
    assert names(found)["accept"] == "text/plain"
    assert names(found)["x-new"] == "1"
    assert found.url.endswith("?debug=true&f%5Ba%5D=1")
    assert found.content == b'{"name":"x","more":[1]}'


def test_a_header_parameter_named_like_a_reserved_one_is_ignored() -> None:
    operation: Operation[Any] = Operation(
        key="GET /a",
        method="GET",
        path="/a",
        parameters=(in_header("Authorization"), in_header("Accept")),
    )
    header = {"Authorization": "x", "Accept": "y"}
    found = names(request(operation, header=header))
    assert "authorization" not in found
    assert found["accept"] == "application/json"


def test_the_query_of_a_template_and_of_the_call_are_joined() -> None:
    operation: Operation[Any] = Operation(key="k", method="GET", path="/a?b=1")
    assert request(operation, query={"c": 2}).url.endswith("/a?b=1&c=2")


def test_the_server_of_an_operation_counts_unless_the_user_gave_a_base_url() -> None:
    operation: Operation[Any] = Operation(
        key="k",
        method="GET",
        path="/a",
        server="https://files.example/up",
    )
    assert build(operation, SITE, Arguments()).url == "https://files.example/up/a"
    own = Site(service=SERVICE, base_url="http://127.0.0.1:1", own=True)
    assert build(operation, own, Arguments()).url == "http://127.0.0.1:1/a"


def test_one_mapping_is_sorted_into_places() -> None:
    found = arguments_of(
        PET,
        {
            "petId": 1,
            "id": 2,
            "x-trace": "t",
            "body.id": 3,
            "name": "n",
            "cookie.sid": "s",
            "query.other": 4,
        },
    )
    assert found.path == {"petId": 1}
    assert found.query == {"id": 2, "other": 4}
    assert found.header == {"X-Trace": "t"}
    assert found.cookie == {"sid": "s"}
    assert found.body == {"id": 3, "name": "n"}


def test_a_whole_body_goes_by_its_own_name() -> None:
    assert arguments_of(PET, {"petId": 1, "body": [1, 2]}).body == [1, 2]


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("https://A.Example/x", "https://a.example:443"),
        ("https://a.example:443", "https://a.example:443"),
        ("http://a.example.:80/", "http://a.example:80"),
        ("https://user:pw@a.example/", "https://a.example:443"),
        ("http://[::1]:8080/", "http://::1:8080"),
        ("https://a.example:99999/", "https://a.example:0"),
    ],
)
def test_an_origin_is_scheme_host_and_port(url: str, origin: str) -> None:
    assert origin_of(url) == origin


@pytest.mark.parametrize(
    ("url", "here"),
    [
        ("http://127.0.0.1:8/", True),
        ("http://localhost/", True),
        ("http://[::1]/", True),
        ("http://127.evil.example/", False),
        ("http://127.0.0.1.evil.example/", False),
        ("http://localhost.evil.example/", False),
        ("http://evil.example/127.0.0.1", False),
        ("http://127.0.0.1@evil.example/", False),
    ],
)
def test_loopback_is_an_address_not_a_beginning(url: str, here: bool) -> None:
    assert is_loopback(url) is here


def test_credentials_go_to_declared_origins_by_https_or_on_loopback_only() -> None:
    service = Service(
        servers=("https://api.example", "/relative", "http://plain.example"),
        profile=Profile(allowed_hosts=("cdn.example", "https://b.example:444")),
    )
    origins = origins_of(service, "http://127.0.0.1:9", {})
    for url in (
        "https://api.example/x",
        "http://127.0.0.1:9/y",
        "https://cdn.example/",
        "https://b.example:444/",
    ):
        assert may_carry_credentials(url, origins), url
    for url in (
        "http://plain.example/",
        "http://api.example/x",
        "https://api.example:444/",
        "https://api.example.evil/",
        "https://evil.example/?https://api.example",
        "https://api.example@evil.example/",
        "http://127.0.0.1:10/",
        "https://b.example/",
    ):
        assert not may_carry_credentials(url, origins), url
