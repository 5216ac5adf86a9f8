"""Endpoint catalogues: names, placeholders, fields and limits, without a mapping."""

from __future__ import annotations

import json
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from specloom.diagnostics import Report, SpecError
from specloom.spec import catalogue, document, refs, upgrade
from specloom.spec.document import Document

ENTRY = {
    "name": "Draw 2",
    "endpoint": "https://api.example.test/draw",
    "method": "POST",
}


def read(data: Any) -> Document:
    text = json.dumps(data, indent=1)
    return document.parse(text.encode(), "my_catalogue.json", "/my_catalogue.json")


def convert(
    data: Any, mapping: dict[str, Any] | None = None
) -> tuple[Document, Report]:
    report = Report()
    found = catalogue.convert(read(data), mapping, report)
    valid = upgrade.upgrade(refs.bundle(found, report), report)
    assert not list(OpenAPIV31SpecValidator(valid.data).iter_errors())
    return found, report


def operation(entry: dict[str, Any]) -> dict[str, Any]:
    found, report = convert([{**ENTRY, **entry}])
    assert not len(report)
    ((item),) = found.data["paths"].values()
    ((result),) = item.values()
    assert isinstance(result, dict)
    return result


def properties(*fields: dict[str, Any]) -> dict[str, Any]:
    body = operation({"api_body": list(fields)})["requestBody"]
    schema = body["content"]["application/json"]["schema"]
    assert isinstance(schema, dict)
    return schema


@pytest.mark.parametrize(
    ("data", "answer"),
    [
        ([ENTRY], True),
        ([], False),
        ({}, False),
        ([1], False),
        ([ENTRY, {"name": "x"}], True),
        ([ENTRY, {"name": "x"}, {"name": "y"}], False),
        ([{**ENTRY, "endpoint": 5}], False),
        ({"openapi": "3.1.0"}, False),
        ({"servers": [{**ENTRY, "url": "https://a.test"}], "paths": {"/a": {}}}, False),
        (None, False),
    ],
)
def test_a_catalogue_is_a_list_of_named_endpoints(data: Any, answer: bool) -> None:
    assert catalogue.is_catalogue(data) is answer


def test_an_entry_becomes_an_operation_under_its_exact_name() -> None:
    found = operation(
        {"category": "Text To Image", "describe": "Draws.", "model_code": "t2i-draw-2"}
    )
    assert found["x-specloom-exact-name"] == "Draw 2"
    assert found["operationId"] == "draw_2"
    assert found["tags"] == ["Text To Image"]
    assert found["description"] == "Draws."


def test_names_must_be_unique_and_the_error_lists_them_sorted() -> None:
    entries = [{**ENTRY, "name": name} for name in ("b", "a", "c", "b", "a")]
    with pytest.raises(SpecError) as caught:
        convert(entries)
    assert "names are not unique: a, b" in str(caught.value)


def test_names_that_differ_in_spelling_only_get_ids_of_their_own() -> None:
    url = "https://api.example.test"
    names = ("Draw 2", "draw-2", "DRAW_2")
    entries = [
        {**ENTRY, "name": name, "endpoint": f"{url}/{index}", "model_code": "d"}
        for index, name in enumerate(names)
    ]
    found, _ = convert(entries)
    ids = [item["post"]["operationId"] for item in found.data["paths"].values()]
    assert ids == ["draw_2", "d", "draw_2_2"]


def test_placeholders_become_path_parameters_and_leave_the_body() -> None:
    found = operation(
        {
            "endpoint": "https://api.example.test/result/{task_id}/:part",
            "api_body": [
                {"name": "task_id", "type": "string", "describe": "The id"},
                {"name": "deep", "type": "boolean"},
            ],
        }
    )
    assert found["parameters"] == [
        {
            "name": "task_id",
            "in": "path",
            "required": True,
            "description": "The id",
            "schema": {"type": "string"},
        },
        {"name": "part", "in": "path", "required": True, "schema": {"type": "string"}},
    ]
    schema = found["requestBody"]["content"]["application/json"]["schema"]
    assert list(schema["properties"]) == ["deep"]


def test_fields_keep_values_defaults_and_limits_as_written() -> None:
    schema = properties(
        {
            "name": "prompt",
            "type": "string",
            "required": True,
            "describe": "What to draw",
            "max_length": 1200,
            "min_length": 1,
        },
        {
            "name": "audio",
            "type": "string",
            "enum": ["True", "False"],
            "default": "True",
        },
        {"name": "count", "type": "string", "enum": ["1", "2"], "default": "1"},
        {
            "name": "images",
            "type": "array<string>",
            "max_items": 9,
            "format": "uri",
            "x_media": {"kind": "image"},
        },
        {"name": "size", "type": "integer", "min": 1, "max": 8, "default": 2},
        {"name": "tags", "type": "string[]", "default": "a"},
        {"name": "free"},
        {"name": "link", "type": "url"},
    )
    assert schema["required"] == ["prompt"]
    assert schema["properties"] == {
        "prompt": {
            "type": "string",
            "description": "What to draw",
            "minLength": 1,
            "maxLength": 1200,
        },
        "audio": {"type": "string", "enum": ["True", "False"], "default": "True"},
        "count": {"type": "string", "enum": ["1", "2"], "default": "1"},
        "images": {
            "type": "array",
            "items": {"type": "string", "format": "uri"},
            "maxItems": 9,
            "x-media": {"kind": "image"},
        },
        "size": {"type": "integer", "default": 2, "minimum": 1, "maximum": 8},
        "tags": {"type": "array", "items": {"type": "string"}, "default": ["a"]},
        "free": {},
        "link": {"type": "string", "format": "uri"},
    }


def test_values_of_a_text_field_are_texts() -> None:
    field = {"name": "n", "type": "string", "enum": [1, True], "default": 1}
    found, report = convert([{**ENTRY, "api_body": [field]}])
    body = found.data["paths"]["/draw"]["post"]["requestBody"]
    schema = body["content"]["application/json"]["schema"]["properties"]["n"]
    assert schema == {"type": "string", "enum": ["1", "true"], "default": "1"}
    assert {item.code for item in report} == {"SPEC028"}
    assert all(item.line for item in report)


def test_fields_of_a_get_are_query_parameters_and_places_are_obeyed() -> None:
    found = operation(
        {
            "method": "get",
            "api_body": [
                {"name": "q", "type": "string", "required": True},
                {"name": "X-Trace", "in": "header"},
            ],
        }
    )
    assert [(p["name"], p["in"]) for p in found["parameters"]] == [
        ("q", "query"),
        ("X-Trace", "header"),
    ]
    assert "requestBody" not in found


def test_nested_fields_become_objects() -> None:
    schema = properties(
        {
            "name": "style",
            "type": "object",
            "fields": [{"name": "tone", "type": "string", "required": True}],
        }
    )
    assert schema["properties"]["style"] == {
        "type": "object",
        "properties": {"tone": {"type": "string"}},
        "required": ["tone"],
    }


def test_response_tables_and_samples_are_known_by_their_shape() -> None:
    found = operation(
        {
            "anything": {
                "title": "Response",
                "list": [
                    {"name": "code", "type": "integer", "describe": "0 is good"},
                    {"name": "data", "type": "object"},
                    {"name": "data.task_id", "type": "string"},
                ],
            },
            "samples": {
                "request": [{"language": "curl", "code_example": "curl ..."}],
                "response": [
                    {"type": "default", "code_example": '{"code": 1}'},
                    {"type": "200", "code_example": '{"code": 0}'},
                ],
            },
        }
    )
    media = found["responses"]["200"]["content"]["application/json"]
    assert media["example"] == {"code": 0}
    assert media["schema"]["properties"] == {
        "code": {"type": "integer", "description": "0 is good"},
        "data": {"type": "object", "properties": {"task_id": {"type": "string"}}},
    }


def test_the_most_used_origin_is_the_server_and_others_are_named() -> None:
    entries = [
        {**ENTRY, "name": "a", "endpoint": "https://one.test/a"},
        {**ENTRY, "name": "b", "endpoint": "https://two.test/b"},
        {**ENTRY, "name": "c", "endpoint": "https://two.test/c?x=1"},
    ]
    found, _ = convert(entries)
    assert found.data["servers"] == [{"url": "https://two.test"}]
    (server,) = found.data["paths"]["/a"]["post"]["servers"]
    assert server == {"url": "https://one.test", "x-specloom-foreign": True}
    assert "servers" not in found.data["paths"]["/c"]["post"]


def test_an_endpoint_that_stands_twice_is_told_and_the_first_stays() -> None:
    found, report = convert([ENTRY, {**ENTRY, "name": "Other"}])
    assert found.data["paths"]["/draw"]["post"]["operationId"] == "draw_2"
    (lost,) = report
    assert (lost.code, lost.effect, lost.subject) == ("SPEC027", "dropped", "operation")
    assert lost.line == 7


def test_an_entry_without_an_address_is_told_and_the_others_stay() -> None:
    found, report = convert([ENTRY, {"name": "x"}])
    assert list(found.data["paths"]) == ["/draw"]
    (lost,) = report
    assert (lost.code, lost.effect, lost.line) == ("SPEC027", "dropped", 7)


def test_a_mapping_names_the_keys_of_another_catalogue() -> None:
    data = {
        "result": {
            "apis": [
                {
                    "label": "Sing",
                    "uri": "/sing",
                    "verb": "PUT",
                    "args": [{"id": "text", "kind": "string", "must": True}],
                }
            ]
        }
    }
    mapping = {
        "entries": ["result", "apis"],
        "name": "label",
        "endpoint": "uri",
        "method": "verb",
        "body": "args",
        "field_name": "id",
        "field_type": "kind",
        "field_required": "must",
        "title": "Songs",
        "base_url": "https://songs.test",
        "key_header": "X-Key",
    }
    assert catalogue.is_catalogue(data, mapping)
    found, report = convert(data, mapping)
    assert not len(report)
    assert found.data["info"]["title"] == "Songs"
    assert found.data["servers"] == [{"url": "https://songs.test"}]
    body = found.data["paths"]["/sing"]["put"]["requestBody"]
    assert body["required"] is True
    schemes = found.data["components"]["securitySchemes"]
    assert schemes == {"apiKey": {"type": "apiKey", "in": "header", "name": "X-Key"}}


def test_a_mapping_that_leads_to_no_endpoints_says_what_was_looked_for() -> None:
    with pytest.raises(SpecError, match=r"under `apis`.*`nope`.*`endpoint`"):
        convert([ENTRY], {"entries": ["apis"], "name": "nope"})


@pytest.mark.parametrize("mapping", [{"nmae": "x"}, {"name": 5}, {"name": [5]}])
def test_a_mapping_with_a_slip_is_refused(mapping: dict[str, Any]) -> None:
    with pytest.raises(SpecError, match="catalogue mapping"):
        convert([ENTRY], mapping)


def test_a_finding_about_a_field_is_shown_in_the_catalogue() -> None:
    found, _ = convert([{**ENTRY, "api_body": [{"name": "x", "type": "string"}]}])
    pointer = "/requestBody/content/application~1json/schema/properties/x/type"
    place = found.place(f"/paths/~1draw/post{pointer}")
    assert place.line.strip() == '"type": "string"'


def test_broken_rows_are_left_out_and_told() -> None:
    rows = [5, {}, {"name": "ok", "type": "string"}, {"name": "odd", "type": "blob?"}]
    found, report = convert([{**ENTRY, "api_body": rows}])
    body = found.data["paths"]["/draw"]["post"]["requestBody"]
    schema = body["content"]["application/json"]["schema"]
    assert list(schema["properties"]) == ["ok", "odd"]
    assert [item.effect for item in report] == ["dropped", "dropped", "degraded"]
