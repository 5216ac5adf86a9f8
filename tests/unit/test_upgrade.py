"""From 3.0 and 3.2 to the 3.1 dialect, and schemas read as they are meant."""

from __future__ import annotations

from typing import Any

import pytest
from specloom.diagnostics import Report
from specloom.spec import document, refs, upgrade

from tests.upgrading import schema, upgraded

REF = {"$ref": "#/components/schemas/Other"}


NULL = {"type": "null"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            {"type": "string", "nullable": True},
            {"type": ["string", "null"]},
        ),
        (
            {"type": "string", "x-nullable": True},
            {"type": ["string", "null"]},
        ),
        (
            {"type": "string", "nullable": True, "enum": ["a"]},
            {"type": ["string", "null"], "enum": ["a", None]},
        ),
        (
            {"type": "string", "nullable": True, "enum": ["a", None]},
            {"type": ["string", "null"], "enum": ["a", None]},
        ),
        ({"type": "string", "nullable": False}, {"type": "string"}),
        ({**REF, "nullable": True}, {"anyOf": [REF, NULL]}),
        (
            {"allOf": [REF], "nullable": True, "description": "d"},
            {"anyOf": [REF, NULL], "description": "d"},
        ),
        (
            {"allOf": [REF, {"required": ["x"]}], "type": "object", "nullable": True},
            {
                "anyOf": [
                    {"allOf": [REF, {"required": ["x"]}], "type": "object"},
                    NULL,
                ]
            },
        ),
        (
            {"oneOf": [REF, {"type": "string"}], "nullable": True},
            {"oneOf": [REF, {"type": "string"}, NULL]},
        ),
        (
            {"anyOf": [REF, {"type": "string", "nullable": True}], "nullable": True},
            {"anyOf": [REF, {"type": ["string", "null"]}]},
        ),
        (
            {"anyOf": [REF], "type": "object", "nullable": True},
            {"anyOf": [REF, NULL], "type": ["object", "null"]},
        ),
        ({"enum": ["a"], "nullable": True}, {"enum": ["a", None]}),
        ({"nullable": True}, {}),
        (
            {"type": "integer", "minimum": 1, "exclusiveMinimum": True},
            {"type": "integer", "exclusiveMinimum": 1},
        ),
        (
            {"type": "integer", "maximum": 9, "exclusiveMaximum": False},
            {"type": "integer", "maximum": 9},
        ),
        ({"type": "string", "example": "x"}, {"type": "string", "examples": ["x"]}),
        (
            {"type": "string", "format": "binary"},
            {
                "type": "string",
                "format": "binary",
                "contentMediaType": "application/octet-stream",
            },
        ),
        (
            {"type": "string", "format": "byte"},
            {"type": "string", "format": "byte", "contentEncoding": "base64"},
        ),
        (
            {"type": "array", "items": [REF, {}], "additionalItems": False},
            {"type": "array", "prefixItems": [REF, {}], "items": False},
        ),
        (
            {"dependencies": {"a": ["b"], "c": REF}},
            {"dependentRequired": {"a": ["b"]}, "dependentSchemas": {"c": REF}},
        ),
    ],
)
def test_what_3_0_says_is_said_in_3_1_and_nothing_is_lost(
    old: dict[str, Any], new: dict[str, Any]
) -> None:
    assert schema(old) == (new, [])


def test_annotations_beside_a_reference_stay_and_the_rest_is_told() -> None:
    found, codes = schema({**REF, "description": "d", "type": "object", "x-a": 1})
    assert found == {**REF, "description": "d", "x-a": 1}
    assert codes == ["SPEC038"]


def test_keywords_beside_a_reference_count_in_3_1() -> None:
    written = {**REF, "description": "d", "minProperties": 1}
    assert schema(written, "3.1.0") == (written, [])


@pytest.mark.parametrize(
    ("broken", "mended", "code"),
    [
        ({"type": "String"}, {"type": "string"}, "SPEC033"),
        ({"type": "int64"}, {"type": "integer", "format": "int64"}, "SPEC033"),
        ({"type": "datetime"}, {"type": "string", "format": "date-time"}, "SPEC033"),
        ({"type": "any"}, {}, "SPEC033"),
        ({"type": "widget"}, {}, "SPEC039"),
        ({"type": ["string", "string"]}, {"type": ["string"]}, None),
        ({"type": None}, {"type": "null"}, None),
        ({"minLength": "5"}, {"minLength": 5}, "SPEC033"),
        ({"minLength": 5.0}, {"minLength": 5}, None),
        ({"minLength": -1}, {}, "SPEC032"),
        ({"maximum": "ten"}, {}, "SPEC032"),
        ({"multipleOf": 0}, {}, "SPEC032"),
        ({"exclusiveMaximum": True}, {}, "SPEC032"),
        ({"additionalProperties": "false"}, {"additionalProperties": False}, "SPEC033"),
        ({"deprecated": "true"}, {"deprecated": True}, "SPEC033"),
        ({"enum": []}, {}, "SPEC032"),
        ({"enum": "a"}, {"enum": ["a"]}, "SPEC033"),
        ({"description": None}, {}, "SPEC032"),
        ({"title": 5}, {"title": "5"}, None),
        ({"pattern": ["x"]}, {}, "SPEC032"),
        ({"properties": ["a"]}, {}, "SPEC032"),
        ({"items": "string"}, {"items": {"type": "string"}}, "SPEC032"),
        ({"items": 5}, {"items": {}}, "SPEC032"),
        ({"allOf": REF}, {"allOf": [REF]}, "SPEC016"),
        ({"oneOf": []}, {}, "SPEC032"),
        ({"required": True}, {}, None),
        ({"required": "a"}, {"required": ["a"]}, None),
        ({"required": ["a", "a", 5]}, {"required": ["a"]}, None),
        (
            {"properties": {"a": {"type": "string", "required": True}}},
            {"properties": {"a": {"type": "string"}}, "required": ["a"]},
            "SPEC033",
        ),
        ({"discriminator": "kind"}, {"discriminator": {"propertyName": "kind"}}, None),
        ({"discriminator": {}}, {}, "SPEC032"),
        (
            {"type": "integer", "default": "5"},
            {"type": "integer", "default": 5},
            "SPEC033",
        ),
        (
            {"type": "boolean", "default": "True"},
            {"type": "boolean", "default": True},
            "SPEC033",
        ),
        (
            {"type": "string", "default": 5},
            {"type": "string", "default": "5"},
            "SPEC033",
        ),
        ({"type": "boolean", "default": "auto"}, {"type": "boolean"}, "SPEC040"),
        ({"type": "string", "default": None}, {"type": "string"}, "SPEC040"),
        ({"enum": ["a"], "default": "A"}, {"enum": ["a"], "default": "a"}, "SPEC033"),
        (
            {"anyOf": [{"enum": ["a"]}, NULL], "default": "b"},
            {"anyOf": [{"enum": ["a"]}, NULL]},
            "SPEC040",
        ),
        (
            {"allOf": [{"const": 1}], "default": "1"},
            {"allOf": [{"const": 1}], "default": 1},
            "SPEC033",
        ),
        (
            {"type": "string", "enum": ["a", 1, True]},
            {"type": "string", "enum": ["a", "1", "true"]},
            "SPEC033",
        ),
        (
            {"type": "integer", "enum": ["1", 2, "16384"]},
            {"type": "integer", "enum": [1, 2, 16384]},
            "SPEC033",
        ),
        ({"type": "integer", "enum": ["1", "x"]}, None, None),
        ({"type": "number", "enum": ["nan"]}, None, None),
        (
            {"type": "boolean", "enum": ["false", "True"]},
            {"type": "boolean", "enum": [False, True]},
            "SPEC033",
        ),
        ({"type": "boolean", "enum": ["true", "maybe"]}, None, None),
        (
            {"type": "array", "items": {"type": "string"}, "enum": ["a", "b"]},
            {"type": "array", "items": {"type": "string", "enum": ["a", "b"]}},
            "SPEC033",
        ),
        ({"type": "array", "enum": [["a"], ["b"]]}, None, None),
        ({"type": "array", "items": {"enum": ["a"]}, "enum": ["a"]}, None, None),
        (
            {"type": "null", "oneOf": [{"type": "string"}, {"type": "array"}]},
            {"oneOf": [{"type": "string"}, {"type": "array"}, NULL]},
            "SPEC033",
        ),
        ({"type": "null", "oneOf": [{"type": "string"}, NULL]}, None, None),
        ({"type": "null", "enum": ["a"]}, {"enum": ["a", None]}, "SPEC033"),
        ({"type": "null", "enum": [None]}, None, None),
    ],
)
def test_a_slip_is_read_as_it_is_meant_and_told(
    broken: dict[str, Any], mended: dict[str, Any] | None, code: str | None
) -> None:
    found, codes = schema(broken)
    assert found == (broken if mended is None else mended)
    assert set(codes) == ({code} if code else set())


@pytest.mark.parametrize(
    "value",
    [
        {"type": ["string", "null"], "default": None},
        {"anyOf": [{"type": "string"}, NULL], "default": None},
        {"type": "string", "nullable": True, "default": None},
        {"default": None},
        {**REF, "default": {}},
        {"type": "number", "default": 1},
        {"anyOf": [{"enum": ["a"]}, {"type": "string"}], "default": "b"},
        {"enum": ["a", "A"], "default": "A"},
        {"type": "integer", "minimum": -9223372036854776000},
    ],
)
def test_a_good_default_and_a_large_bound_stay(value: dict[str, Any]) -> None:
    found, codes = schema(value, "3.1.0" if "$ref" not in value else "3.0.0")
    assert not codes
    for key in ("default", "minimum"):
        assert found.get(key, "absent") == value.get(key, "absent")


def test_a_type_that_is_a_number_says_nothing_of_null() -> None:
    found, _ = schema(
        {"nullable": True, "anyOf": [{"type": 5}, {"type": "string"}]}, valid=False
    )
    assert NULL in found["anyOf"]


def test_a_yaml_enum_of_texts_keeps_the_texts_as_written() -> None:
    text = """
openapi: 3.0.3
info: {title: t, version: 1}
paths: {}
components:
  schemas:
    S: {type: string, enum: [no, 012, 1e3, true, 1:30, null]}
"""
    report = Report()
    read = document.parse(text.encode(), "api.yaml", "/api.yaml")
    data = upgrade.upgrade(refs.bundle(read, report), report).data
    values = data["components"]["schemas"]["S"]["enum"]
    assert values == ["no", "012", "1e3", "true", "1:30", None]
    assert data["info"]["version"] == "1"


def test_boolean_schemas_and_constants_are_left_alone() -> None:
    written = {"properties": {"a": True, "b": False}, "const": None, "not": True}
    assert schema(written, "3.1.0") == (written, [])


def test_the_recursive_anchor_of_2019_becomes_a_reference() -> None:
    written = {
        "$recursiveAnchor": True,
        "properties": {"kids": {"items": {"$recursiveRef": "#"}}},
    }
    found, _ = schema(written, "3.1.0")
    assert found["properties"]["kids"]["items"] == {"$ref": "#/components/schemas/S"}
    assert "$recursiveAnchor" not in found


def test_references_follow_a_value_that_an_upgrade_moved() -> None:
    inner = {"allOf": [REF, {"properties": {"x": {"type": "string"}}}]}
    data = {
        "openapi": "3.0.3",
        "info": {"title": "t", "version": "1"},
        "paths": {},
        "components": {
            "schemas": {
                "Other": {"type": "object"},
                "S": {**inner, "nullable": True},
                "T": {"$ref": "#/components/schemas/S/allOf/1/properties/x"},
            }
        },
    }
    found, _ = upgraded(data)
    moved = "/components/schemas/S/anyOf/0/allOf/1/properties/x"
    assert found.data["components"]["schemas"]["T"] == {"$ref": f"#{moved}"}
    assert found.source(moved).pointer == ("/components/schemas/S/allOf/1/properties/x")


def test_3_2_travels_in_extensions_at_the_same_place() -> None:
    search = {
        "parameters": [
            {
                "name": "q",
                "in": "querystring",
                "content": {"application/json": {"schema": {"type": "object"}}},
            },
            {"name": "c", "in": "cookie", "style": "cookie", "schema": {}},
        ],
        "responses": {
            "200": {
                "summary": "s",
                "content": {"text/event-stream": {"itemSchema": {"type": "object"}}},
            }
        },
    }
    pet = {
        "oneOf": [{"type": "object"}],
        "discriminator": {"propertyName": "k", "defaultMapping": "Pet"},
    }
    data = {
        "openapi": "3.2.0",
        "$self": "https://api.test/openapi",
        "info": {"title": "t", "version": "1"},
        "tags": [{"name": "a", "parent": "b", "kind": "nav", "summary": "A"}],
        "servers": [{"url": "/", "name": "main"}],
        "paths": {
            "/a": {"query": search, "additionalOperations": {"COPY": {"responses": {}}}}
        },
        "components": {"schemas": {"Pet": pet}},
    }
    found, report = upgraded(data)
    assert not len(report)
    data = found.data
    item = data["paths"]["/a"]
    assert data["openapi"] == "3.1.0"
    assert set(item) == {"x-oas32-query", "x-oas32-additionalOperations"}
    first, second = item["x-oas32-query"]["parameters"]
    assert (first["in"], first["x-oas32-in"]) == ("query", "querystring")
    assert (second["style"], second["x-oas32-style"]) == ("form", "cookie")
    response = item["x-oas32-query"]["responses"]["200"]
    assert response["x-oas32-summary"] == "s"
    assert response["content"]["text/event-stream"] == {
        "x-oas32-itemSchema": {"type": "object"}
    }
    assert data["tags"] == [
        {
            "name": "a",
            "x-oas32-parent": "b",
            "x-oas32-kind": "nav",
            "x-oas32-summary": "A",
        }
    ]
    assert data["components"]["schemas"]["Pet"]["discriminator"] == {
        "propertyName": "k",
        "x-oas32-defaultMapping": "Pet",
    }
    assert found.source("/paths/~1a/x-oas32-query/parameters/0").pointer == (
        "/paths/~1a/query/parameters/0"
    )


@pytest.mark.parametrize(
    ("version", "code"),
    [(None, "SPEC030"), (3.0, "SPEC030"), ("3.7.0", "SPEC030"), ("3.1.0", None)],
)
def test_the_version_is_read_generously_and_told(
    version: Any, code: str | None
) -> None:
    data = {"openapi": version, "info": {"title": "t", "version": "1"}, "paths": {}}
    if version is None:
        del data["openapi"]
    _, report = upgraded(data)
    assert [item.code for item in report] == ([code] if code else [])


def test_upgrading_twice_changes_nothing_more() -> None:
    value = {"allOf": [REF], "nullable": True, "example": 1, "minimum": "5"}
    once, _ = schema(value)
    assert schema(once, "3.1.0") == (once, [])
