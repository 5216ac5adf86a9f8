"""An answer is read in the form it comes in, and each form can be asked for."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Any

import httpx
import pytest

from tests.behaviour.packages import Served, generated, sent

DOCUMENT = """
openapi: 3.1.0
info: {title: Forms, version: "1"}
servers: [{url: "https://api.example.com"}]
paths:
  /orders:
    post:
      operationId: createOrder
      tags: [forms]
      responses: {"200": {description: x, content: {application/json: {schema: &order {$ref: "#/components/schemas/Order"}}}}}
  /picture:
    get:
      operationId: getPicture
      tags: [forms]
      responses: {"200": {description: x, content: {application/json: {schema: *order}, image/png: {}, image/gif: {}}}}
  /framework:
    post:
      operationId: speakFramework
      tags: [forms]
      responses: {"200": {description: x, content: {application/json: {schema: {}}, audio/wav: {schema: {type: string, format: binary}}}}}
  /any:
    get:
      operationId: getAny
      tags: [forms]
      responses: {"200": {description: x, content: {"*/*": {schema: {type: string, format: binary}}}}}
  /vendor:
    get:
      operationId: getVendor
      tags: [forms]
      responses: {"200": {description: x, content: {application/vnd.api+json: {schema: *order}}}}
  /table:
    get:
      operationId: getTable
      tags: [forms]
      responses: {"200": {description: x, content: {text/csv: {schema: {type: string}}, text/plain: {schema: {type: string}}}}}
  /speech:
    post:
      operationId: speak
      tags: [forms]
      responses: {"200": {description: x, content: {audio/mpeg: {}, text/event-stream: {schema: &delta {$ref: "#/components/schemas/Delta"}}}}}
  /transcripts:
    post:
      operationId: transcribe
      tags: [forms]
      requestBody:
        required: true
        content: {multipart/form-data: {schema: {type: object, required: [file], properties: {file: {type: string, format: binary}, stream: {type: boolean}}}}}
      responses: {"200": {description: x, content: {application/json: {schema: *order}, text/event-stream: {schema: *delta}}}}
  /chat:
    post:
      operationId: chat
      tags: [forms]
      requestBody: {content: {application/json: {schema: {type: object, properties: {stream: {type: boolean, enum: [true]}}}}}}
      responses: {"200": {description: x, content: {text/event-stream: {schema: *delta}}}}
  /export:
    get:
      operationId: export
      tags: [forms]
      responses: {"200": {description: x, content: {application/x-jsonl: {schema: *delta}, application/json: {schema: {type: array, items: *delta}}}}}
  /package:
    get:
      operationId: getPackage
      tags: [forms]
      responses: {"200": {description: x, content: {application/zip: {schema: *order}, text/plain: {schema: *order}}}}
  /file:
    get:
      operationId: getFile
      tags: [forms]
      responses: {"200": {description: x, content: {application/jsonl: {schema: {type: string, format: binary}}}}}
  /log:
    get:
      operationId: getLog
      tags: [forms]
      responses: {"200": {description: x, content: {text/plain: {schema: {type: string, format: binary}}}}}
components:
  schemas:
    Order: {type: object, required: [id], properties: {id: {type: integer}}}
    Delta: {type: object, required: [delta], properties: {delta: {type: string}}}
"""

EVENTS = b'data: {"delta":"a"}\n\ndata: {"delta":"b"}\n\n'


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    folder = tmp_path_factory.mktemp("client")
    with generated(DOCUMENT, folder, "forms_demo") as made:
        yield made


def served(
    package: ModuleType, content: bytes, kind: str, status: int = 200
) -> tuple[Any, Served]:
    headers = {"Content-Type": kind}
    found = Served(lambda _: httpx.Response(status, headers=headers, content=content))
    return package.FormsDemo(http_client=found.client()), found


@pytest.mark.parametrize(
    ("method", "accept"),
    [
        ("create_order", "application/json"),
        ("get_picture", "application/json"),
        ("speak_framework", "audio/wav"),
        ("get_any", "*/*"),
        ("get_vendor", "application/vnd.api+json"),
        ("get_table", "text/csv, text/plain"),
        ("speak", "audio/mpeg"),
        ("speak_stream", "text/event-stream"),
        ("export", "application/json"),
        ("export_stream", "application/x-jsonl"),
    ],
)
def test_what_is_read_is_asked_for(
    package: ModuleType, method: str, accept: str
) -> None:
    client, found = served(package, b"[]", "application/json")
    made = getattr(client.forms, method)()
    if method.endswith("_stream"):
        list(made)
    assert found.last.headers["accept"] == accept


def test_a_file_beside_json_is_read_as_a_file(package: ModuleType) -> None:
    client, _ = served(package, b"\x89PNG\0", "image/png")
    picture = client.forms.get_picture()
    assert (picture.content_type, picture.read()) == ("image/png", b"\x89PNG\0")


def test_bytes_beside_a_text_are_not_read_as_one(package: ModuleType) -> None:
    client, _ = served(package, b"PK\xff\0", "application/zip")
    assert client.forms.get_package().read() == b"PK\xff\0"
    client, _ = served(package, b"a list", "text/plain")
    assert client.forms.get_package() == "a list"


@pytest.mark.parametrize(
    ("method", "kind"), [("get_file", "application/jsonl"), ("get_log", "text/plain")]
)
def test_a_file_is_a_file_whatever_it_holds(
    package: ModuleType, method: str, kind: str
) -> None:
    client, found = served(package, b'{"a":1}\n\xff', kind)
    assert getattr(client.forms, method)().read() == b'{"a":1}\n\xff'
    assert found.last.headers["accept"] == kind


def test_a_success_that_is_not_declared_is_read_as_the_one_that_is(
    package: ModuleType,
) -> None:
    client, _ = served(package, b'{"id": 7}', "application/json", 201)
    assert client.forms.create_order().id == 7
    empty, _ = served(package, b"", "application/json", 202)
    assert empty.forms.create_order() is None


def test_a_switch_in_a_form_is_set_by_the_method(package: ModuleType) -> None:
    client, found = served(package, EVENTS, "text/event-stream")
    with client.forms.transcribe_stream(file=b"wav") as events:
        assert [event.delta for event in events] == ["a", "b"]
    assert b'name="stream"\r\n\r\ntrue\r\n' in found.last.content
    whole, found = served(package, b'{"id": 7}', "application/json")
    assert whole.forms.transcribe(file=b"wav").id == 7
    assert b'name="stream"\r\n\r\nfalse\r\n' in found.last.content


def test_a_switch_of_what_only_streams_is_always_on(package: ModuleType) -> None:
    client, found = served(package, EVENTS, "text/event-stream")
    assert [event.delta for event in client.forms.chat()] == ["a", "b"]
    assert sent(found.last) == {"stream": True}


def test_lines_are_typed_whatever_their_media_type_is_called(
    package: ModuleType,
) -> None:
    lines = b'{"delta":"a"}\n{"delta":"b"}\n'
    client, _ = served(package, lines, "application/x-jsonl")
    assert [item.delta for item in client.forms.export_stream()] == ["a", "b"]
