"""A client calls the server that is chosen, with the variables that are given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from specloom import output, pipeline

from tests.behaviour.packages import imported

DOCUMENT = """
openapi: 3.2.0
info: {title: Places, version: "1"}
servers:
  - url: https://{region}.example.com/{base}
    name: live
    variables:
      region: {default: eu, enum: [eu, us]}
      base: {default: v2}
  - {url: "https://sandbox.example.com", description: Sandbox}
  - {url: "https://{tenant}.example.org", variables: {tenant: {default: ""}}}
security: [{key: []}]
paths:
  /things: {get: {operationId: listThings, responses: {"204": {description: None.}}}}
  /files:
    servers:
      - {url: "https://{region}.upload.example.net", variables: {region: {default: eu}}}
    post: {operationId: upload, responses: {"204": {description: None.}}}
components: {securitySchemes: {key: {type: http, scheme: bearer}}}
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Any]]:
    """Return what calls both operations, and returns where the requests went."""
    folder = tmp_path_factory.mktemp("places")
    (folder / "api.yaml").write_text(DOCUMENT, encoding="utf-8")
    loaded = pipeline.read_api(folder / "api.yaml")
    output.write(pipeline.generate(loaded, package="places_demo"), folder / "out")
    with imported(folder / "out", "places_demo") as package:

        def ask(**settings: Any) -> list[str]:
            sent: list[httpx.Request] = []

            def answer(request: httpx.Request) -> httpx.Response:
                sent.append(request)
                return httpx.Response(204)

            http = httpx.Client(transport=httpx.MockTransport(answer))
            with package.PlacesDemo("k", http_client=http, **settings) as client:
                client.invoke("listThings", {})
                client.invoke("upload", {})
            assert {item.headers["authorization"] for item in sent} == {"Bearer k"}
            return [str(item.url) for item in sent]

        yield ask


UPLOAD = "https://eu.upload.example.net/files"


@pytest.mark.parametrize(
    ("settings", "urls"),
    [
        ({}, ["https://eu.example.com/v2/things", UPLOAD]),
        ({"server": "live"}, ["https://eu.example.com/v2/things", UPLOAD]),
        ({"server": "Sandbox"}, ["https://sandbox.example.com/things", UPLOAD]),
        ({"server": 1}, ["https://sandbox.example.com/things", UPLOAD]),
        (
            {"server": "https://sandbox.example.com"},
            ["https://sandbox.example.com/things", UPLOAD],
        ),
        (
            {"server_variables": {"region": "us", "base": "v3"}},
            [
                "https://us.example.com/v3/things",
                "https://us.upload.example.net/files",
            ],
        ),
        (
            {"server": 2, "server_variables": {"tenant": "acme"}},
            ["https://acme.example.org/things", UPLOAD],
        ),
        (
            {"base_url": "https://me.example.org/x"},
            ["https://me.example.org/x/things", "https://me.example.org/x/files"],
        ),
    ],
)
def test_requests_with_their_key_go_to_the_chosen_server(
    asked: Callable[..., Any], settings: dict[str, Any], urls: list[str]
) -> None:
    assert asked(**settings) == urls


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"server": "nope"}, "the document has: 'live', 'Sandbox', 'https://{tenant}"),
        ({"server": 3}, "no server 3"),
        ({"server": ""}, "no server ''"),
        ({"server": 2}, "is no URL without its variables"),
        ({"server_variables": {"region": "mars"}}, "one of: eu, us"),
        ({"server_variables": {"realm": "x"}}, "the document has: base, region"),
        ({"server_variables": {"base": "v3?x"}}, "it is a part of a URL"),
        ({"server_variables": {"base": "a/b"}}, "it is a part of a URL"),
        ({"server": 1, "base_url": "https://a.example.com"}, "exclude each other"),
    ],
)
def test_a_server_that_does_not_exist_is_refused_with_those_that_do(
    asked: Callable[..., Any], settings: dict[str, Any], told: str
) -> None:
    with pytest.raises(Exception, match=r".") as caught:
        asked(**settings)
    assert type(caught.value).__name__ == "ClientError"
    assert told in str(caught.value)
