"""Operations: nothing is lost, the smallest broken part is dropped, with a row."""

from __future__ import annotations

from typing import Any

import pytest
from specloom import ir
from specloom.spec.shapes import plain

from tests.lowering import OK, described, lowered, of_operation

STRING = {"type": "string"}


OPERATION = {"responses": OK}


def test_methods_of_3_2_are_operations() -> None:
    item = {"query": OPERATION, "additionalOperations": {"PURGE": OPERATION}}
    found = lowered(described({"/a": item}, version="3.2.0"))
    assert [o.key for o in found.api.operations] == ["PURGE /a", "QUERY /a"]


def test_operations_are_ordered_by_path_and_method() -> None:
    item = {"post": OPERATION, "get": OPERATION}
    found = lowered(described({"/b": item, "/a": item}))
    assert [o.key for o in found.api.operations] == [
        "GET /a",
        "POST /a",
        "GET /b",
        "POST /b",
    ]


def test_an_operation_id_used_twice_is_reported_and_both_are_kept() -> None:
    same = OPERATION | {"operationId": "same"}
    found = lowered(described({"/a": {"get": same}, "/b": {"get": same}}))
    assert len(found.api.operations) == 2
    assert found.rows("SPEC072")[0].pointer == "/paths/~1b/get/operationId"


def test_a_path_with_a_fragment_keeps_its_key_and_loses_the_fragment() -> None:
    found = lowered(described({"/a#x": {"get": OPERATION}, "/a": {"get": OPERATION}}))
    assert [(o.key, o.path) for o in found.api.operations] == [
        ("GET /a", "/a"),
        ("GET /a#x", "/a"),
    ]


def test_a_path_cannot_name_another_host() -> None:
    found = lowered(described({"https://evil.test/a": {"get": OPERATION}}))
    assert found.api.operations[0].path == "/a"


JSON = {"schema": {"type": "object"}}


def test_responses_are_statuses_then_ranges_then_default() -> None:
    answer = {"description": "x"}
    found = of_operation(
        {"responses": {"default": answer, "4XX": answer, "404": answer, "200": answer}}
    )
    assert [r.status for r in found.responses] == ["200", "404", "4XX", "default"]


def test_what_is_no_status_is_dropped_alone() -> None:
    responses = {"200": {"description": "x"}, "2000": {"description": "y"}}
    found = lowered(described({"/a": {"get": {"responses": responses}}}))
    assert [r.status for r in found.api.operations[0].responses] == ["200"]


def test_declared_headers_are_typed() -> None:
    headers = {"x-left": {"schema": {"type": "integer"}, "required": True}}
    found = of_operation(
        {"responses": {"200": {"description": "x", "headers": headers}}}
    )
    header = found.responses[0].headers[0]
    assert (header.wire, header.required) == ("x-left", True)
    assert plain(header.schema) == ir.Numeric(integer=True)


def answer(media_type: str, content: Any, version: str = "3.1.0") -> ir.Content:
    responses = {"200": {"description": "x", "content": {media_type: content}}}
    return (
        of_operation({"responses": responses}, version=version).responses[0].contents[0]
    )


EVENT = {"type": "object", "properties": {"delta": STRING}}


@pytest.mark.parametrize(
    ("media_type", "content", "version", "meant"),
    [
        ("text/event-stream", {"schema": EVENT}, "3.1.0", "Object"),
        ("text/event-stream", {"schema": STRING}, "3.1.0", None),
        ("text/event-stream", {"itemSchema": EVENT}, "3.2.0", "Object"),
        (
            "text/event-stream",
            {
                "itemSchema": {
                    "properties": {
                        "event": {"const": "delta"},
                        "data": {"type": "string", "contentSchema": EVENT},
                    }
                }
            },
            "3.2.0",
            "Object",
        ),
        ("application/jsonl", {"schema": EVENT}, "3.1.0", "Object"),
        (
            "application/x-ndjson",
            {"schema": {"type": "array", "items": EVENT}},
            "3.1.0",
            "Object",
        ),
        ("application/json-seq", {"itemSchema": EVENT}, "3.2.0", "Object"),
        ("application/json", {"schema": EVENT}, "3.1.0", None),
    ],
)
def test_streams_tell_the_schema_of_one_item(
    media_type: str, content: Any, version: str, meant: str | None
) -> None:
    item = answer(media_type, content, version).item_schema
    assert (None if item is None else type(item).__name__) == meant
    if meant:
        assert isinstance(item, ir.Object)
        assert item.properties[0].wire == "delta"


BOTH = {
    "200": {
        "description": "x",
        "content": {"application/json": JSON, "text/event-stream": {"schema": EVENT}},
    }
}


def body(schema: Any) -> dict[str, Any]:
    return {"requestBody": {"content": {"application/json": {"schema": schema}}}}


@pytest.mark.parametrize(
    ("schema", "responses", "switch"),
    [
        ({"properties": {"stream": {"type": "boolean"}}}, BOTH, "stream"),
        ({"properties": {"stream": {"type": ["boolean", "null"]}}}, BOTH, "stream"),
        (
            {
                "oneOf": [
                    {"properties": {"stream": {"const": True}}},
                    {"properties": {"stream": {"const": False}}},
                ]
            },
            BOTH,
            "stream",
        ),
        ({"properties": {"stream": STRING}}, BOTH, None),
        ({"properties": {"stream": {"type": "boolean"}}}, OK, None),
        ({"properties": {"other": {"type": "boolean"}}}, BOTH, None),
    ],
)
def test_a_boolean_that_turns_the_answer_into_a_stream_is_a_switch(
    schema: Any, responses: Any, switch: str | None
) -> None:
    found = of_operation(body(schema | {"type": "object"}) | {"responses": responses})
    assert found.stream_switch == switch


def test_servers_of_a_path_and_of_an_operation_are_its_own() -> None:
    item = {
        "servers": [{"url": "https://path.test"}],
        "get": OPERATION,
        "post": OPERATION | {"servers": [{"url": "https://own.test"}]},
    }
    found = lowered(described({"/a": item}, servers=[{"url": "https://all.test"}]))
    assert [o.servers[0].url for o in found.api.operations] == [
        "https://path.test",
        "https://own.test",
    ]
    assert found.api.servers[0].url == "https://all.test"


def test_server_variables_have_defaults_and_choices() -> None:
    server = {
        "url": "https://{region}.test",
        "variables": {"region": {"default": "eu", "enum": ["eu", "us"]}},
    }
    found = lowered(described({}, servers=[server]))
    variable = found.api.servers[0].variables[0]
    assert (variable.name, variable.default, variable.choices) == (
        "region",
        "eu",
        ("eu", "us"),
    )


def test_tags_have_parents_and_none_is_lost() -> None:
    document = described(
        {"/a": {"get": OPERATION | {"tags": ["used"]}}},
        version="3.2.0",
        tags=[
            {"name": "child", "parent": "top"},
            {"name": "top"},
            {"name": "lost", "parent": "nowhere"},
        ],
    )
    found = lowered(document)
    assert [(tag.name, tag.parent) for tag in found.api.tags] == [
        ("child", "top"),
        ("lost", None),
        ("top", None),
        ("used", None),
    ]


def test_webhooks_and_callbacks_are_requests_the_api_sends() -> None:
    hook = {"post": body({"type": "object"}) | {"responses": OK}}
    operation = OPERATION | {"callbacks": {"done": {"{$request.body#/url}": hook}}}
    found = lowered(described({"/a": {"post": operation}}, webhooks={"news": hook}))
    assert [(w.name, w.callback_of) for w in found.api.webhooks] == [
        ("news", None),
        ("done", "POST /a"),
    ]
    assert all(w.contents for w in found.api.webhooks)


def test_references_to_parameters_bodies_and_responses_are_followed() -> None:
    components = {
        "parameters": {"P": {"name": "x", "in": "query", "schema": STRING}},
        "requestBodies": {"B": {"content": {"application/json": JSON}}},
        "responses": {"R": {"description": "shared"}},
    }
    found = of_operation(
        {
            "parameters": [{"$ref": "#/components/parameters/P"}],
            "requestBody": {"$ref": "#/components/requestBodies/B"},
            "responses": {"200": {"$ref": "#/components/responses/R"}},
        },
        components=components,
    )
    assert [p.wire for p in found.parameters] == ["x"]
    assert found.body is not None
    assert found.responses[0].description == "shared"
