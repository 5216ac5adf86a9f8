"""Swagger 2.0 says the same in 3.1; what cannot be said is told."""

from __future__ import annotations

import json
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from specloom.diagnostics import Report
from specloom.spec import document, openapi, refs, swagger, upgrade
from specloom.spec.document import Document

ANSWER = {"200": {"description": "ok"}}


def converted(**more: Any) -> tuple[Document, Report]:
    data = {
        "swagger": "2.0",
        "info": {"title": "t", "version": "1"},
        "paths": {},
        **more,
    }
    read = document.parse(json.dumps(data).encode(), "api.json", "/api.json")
    report = Report()
    found = upgrade.upgrade(swagger.convert(refs.bundle(read, report), report), report)
    errors = list(OpenAPIV31SpecValidator(found.data).iter_errors())
    assert not errors, errors[0]
    openapi.parse(found, report)
    return found, report


def operation(value: dict[str, Any], **more: Any) -> tuple[dict[str, Any], list[str]]:
    value.setdefault("responses", ANSWER)
    found, report = converted(paths={"/a": {"post": value}}, **more)
    return found.data["paths"]["/a"]["post"], [item.code for item in report]


@pytest.mark.parametrize(
    ("root", "urls"),
    [
        ({}, None),
        ({"basePath": "/v1"}, ["/v1"]),
        ({"host": "a.test"}, ["https://a.test"]),
        ({"host": "a.test", "basePath": "v1/"}, ["https://a.test/v1"]),
        (
            {"host": "a.test", "schemes": ["http", "https"]},
            ["https://a.test", "http://a.test"],
        ),
        ({"host": "http://a.test/x", "schemes": ["ws"]}, ["https://a.test"]),
    ],
)
def test_host_base_path_and_schemes_make_the_servers(
    root: dict[str, Any], urls: list[str] | None
) -> None:
    found, _ = converted(**root)
    servers = found.data.get("servers")
    assert (servers and [item["url"] for item in servers]) == urls


def test_an_operation_may_have_schemes_of_its_own() -> None:
    found, _ = operation({"schemes": ["http"]}, host="a.test", basePath="/v1")
    assert found["servers"] == [{"url": "http://a.test/v1"}]


def test_a_body_parameter_is_the_request_body_in_every_consumed_type() -> None:
    body = {
        "name": "pet",
        "in": "body",
        "required": True,
        "description": "A pet",
        "schema": {"$ref": "#/definitions/Pet"},
    }
    pet = {
        "type": "object",
        "properties": {"n": {"type": "string", "x-nullable": True}},
    }
    found, codes = operation(
        {"parameters": [body], "consumes": ["application/json", "application/xml"]},
        definitions={"Pet": pet},
    )
    schema = {"schema": {"$ref": "#/components/schemas/Pet"}}
    assert found["requestBody"] == {
        "description": "A pet",
        "required": True,
        "content": {"application/json": schema, "application/xml": schema},
    }
    assert "parameters" not in found
    assert not codes


def test_shared_and_path_level_bodies_reach_their_operations() -> None:
    shared = {"name": "b", "in": "body", "schema": {"type": "string"}}
    page = {"name": "page", "in": "query", "type": "integer", "default": 1}
    item = {
        "parameters": [
            {"$ref": "#/parameters/body"},
            {"$ref": "#/parameters/page"},
        ],
        "post": {"responses": ANSWER},
        "get": {"responses": ANSWER, "consumes": ["text/plain"]},
    }
    found, _ = converted(paths={"/a": item}, parameters={"body": shared, "page": page})
    path = found.data["paths"]["/a"]
    assert path["parameters"] == [{"$ref": "#/components/parameters/page"}]
    assert list(path["post"]["requestBody"]["content"]) == ["application/json"]
    assert list(path["get"]["requestBody"]["content"]) == ["text/plain"]
    assert list(found.data["components"]["parameters"]) == ["page"]


def test_form_fields_become_one_object() -> None:
    fields = [
        {"name": "a", "in": "formData", "type": "string", "required": True},
        {
            "name": "b",
            "in": "formData",
            "type": "array",
            "items": {"type": "integer"},
            "collectionFormat": "multi",
            "description": "some",
        },
    ]
    found, codes = operation({"parameters": fields})
    assert found["requestBody"] == {
        "required": True,
        "content": {
            "application/x-www-form-urlencoded": {
                "schema": {
                    "type": "object",
                    "properties": {
                        "a": {"type": "string"},
                        "b": {
                            "type": "array",
                            "items": {"type": "integer"},
                            "description": "some",
                        },
                    },
                    "required": ["a"],
                },
                "encoding": {"b": {"style": "form", "explode": True}},
            }
        },
    }
    assert not codes


def test_a_file_makes_the_form_multipart() -> None:
    field = {"name": "f", "in": "formData", "type": "file", "required": True}
    found, _ = operation(
        {"parameters": [field], "consumes": ["application/x-www-form-urlencoded"]}
    )
    content = found["requestBody"]["content"]
    assert list(content) == ["multipart/form-data"]
    assert content["multipart/form-data"]["schema"]["properties"]["f"] == {
        "type": "string",
        "format": "binary",
        "contentMediaType": "application/octet-stream",
    }


def test_lists_beside_a_file_are_written_as_they_say() -> None:
    listed = {"in": "formData", "type": "array", "items": {"type": "string"}}
    fields = [
        {"name": "f", "in": "formData", "type": "file"},
        listed | {"name": "csv"},
        listed | {"name": "multi", "collectionFormat": "multi"},
    ]
    found, codes = operation({"parameters": fields})
    form = found["requestBody"]["content"]["multipart/form-data"]
    assert form["encoding"] == {
        "csv": {"style": "form", "explode": False},
        "multi": {"style": "form", "explode": True},
    }
    assert not codes


@pytest.mark.parametrize(
    ("written", "style", "explode", "code"),
    [
        (None, "form", False, None),
        ("csv", "form", False, None),
        ("multi", "form", True, None),
        ("ssv", "spaceDelimited", False, None),
        ("pipes", "pipeDelimited", False, None),
        ("tsv", "form", False, "SPEC046"),
        ("x'; y", "form", False, "SPEC046"),
    ],
)
def test_a_collection_format_is_a_style(
    written: str | None, style: str, explode: bool, code: str | None
) -> None:
    parameter: dict[str, Any] = {"name": "q", "in": "query", "type": "array"}
    parameter["items"] = {"type": "string"}
    if written:
        parameter["collectionFormat"] = written
    found, codes = operation({"parameters": [parameter]})
    (result,) = found["parameters"]
    assert (result["style"], result["explode"]) == (style, explode)
    assert codes == ([code] if code else [])


def test_lists_in_paths_and_headers_are_comma_separated() -> None:
    header = {
        "name": "X",
        "in": "header",
        "type": "array",
        "items": {"type": "string", "collectionFormat": "pipes"},
        "collectionFormat": "ssv",
    }
    found, codes = operation({"parameters": [header]})
    assert "style" not in found["parameters"][0]
    assert set(codes) == {"SPEC046"}


def test_a_file_is_not_what_json_holds() -> None:
    file = {"description": "x", "schema": {"type": "file"}}
    found, codes = operation(
        {"produces": ["application/json"], "responses": {"200": file}}
    )
    assert list(found["responses"]["200"]["content"]) == ["*/*"]
    assert codes == ["SPEC033"]
    found, codes = operation(
        {"produces": ["application/json", "image/png"], "responses": {"200": file}}
    )
    assert list(found["responses"]["200"]["content"]) == ["image/png"]
    assert not codes


def test_responses_have_content_in_every_produced_type() -> None:
    response = {
        "description": "ok",
        "schema": {"type": "object"},
        "examples": {"application/json": {"a": 1}},
        "headers": {"X-Rate": {"type": "integer", "description": "left"}},
    }
    found, _ = operation(
        {"responses": {"200": response}}, produces=["application/json", "text/xml"]
    )
    assert found["responses"]["200"] == {
        "description": "ok",
        "content": {
            "application/json": {"schema": {"type": "object"}, "example": {"a": 1}},
            "text/xml": {"schema": {"type": "object"}},
        },
        "headers": {"X-Rate": {"description": "left", "schema": {"type": "integer"}}},
    }


def test_a_shared_response_is_copied_where_the_media_types_differ() -> None:
    shared = {"ok": {"description": "ok", "schema": {"type": "string"}}}
    plain = {"responses": {"200": {"$ref": "#/responses/ok"}}}
    text = {"produces": ["text/plain"], **json.loads(json.dumps(plain))}
    found, _ = converted(paths={"/a": {"get": plain, "put": text}}, responses=shared)
    item = found.data["paths"]["/a"]
    assert item["get"]["responses"]["200"] == {"$ref": "#/components/responses/ok"}
    assert list(item["put"]["responses"]["200"]["content"]) == ["text/plain"]


def test_a_file_response_is_binary() -> None:
    found, _ = operation(
        {"responses": {"200": {"description": "d", "schema": {"type": "file"}}}}
    )
    content = found["responses"]["200"]["content"]
    assert content["application/octet-stream"]["schema"]["format"] == "binary"


def test_security_definitions_become_schemes() -> None:
    found, codes = converted(
        securityDefinitions={
            "basic": {"type": "basic"},
            "key": {"type": "apiKey", "in": "query", "name": "k"},
            "oauth": {
                "type": "oauth2",
                "flow": "accessCode",
                "authorizationUrl": "https://a.test/auth",
                "tokenUrl": "https://a.test/token",
                "scopes": {"read": "Read"},
            },
            "app": {"type": "oauth2", "flow": "application", "tokenUrl": "/t"},
        },
        security=[{"key": []}],
    )
    schemes = found.data["components"]["securitySchemes"]
    assert schemes["basic"] == {"type": "http", "scheme": "basic"}
    assert schemes["oauth"]["flows"] == {
        "authorizationCode": {
            "authorizationUrl": "https://a.test/auth",
            "tokenUrl": "https://a.test/token",
            "scopes": {"read": "Read"},
        }
    }
    assert list(schemes["app"]["flows"]) == ["clientCredentials"]
    assert found.data["security"] == [{"key": []}]
    assert not len(codes)


def test_a_discriminator_that_is_a_text_names_the_property() -> None:
    pet = {"type": "object", "discriminator": "kind", "properties": {"kind": {}}}
    found, _ = converted(definitions={"Pet": pet})
    assert found.data["components"]["schemas"]["Pet"]["discriminator"] == {
        "propertyName": "kind"
    }


def test_moved_values_keep_their_place_in_the_source() -> None:
    body = {"name": "b", "in": "body", "schema": {"properties": {"x": {}}}}
    query = {"name": "q", "in": "query", "type": "string"}
    item = {"post": {"parameters": [body, query], "responses": ANSWER}}
    found, _ = converted(paths={"/a": item}, definitions={"Pet": {"type": "object"}})
    at = "/paths/~1a/post"
    media = f"{at}/requestBody/content/application~1json"
    assert (
        found.source("/components/schemas/Pet/type").pointer == "/definitions/Pet/type"
    )
    assert found.source(f"{media}/schema/properties/x").pointer == (
        f"{at}/parameters/0/schema/properties/x"
    )
    assert found.source(f"{at}/parameters/0/schema/type").pointer == (
        f"{at}/parameters/1/type"
    )


def test_two_bodies_are_told() -> None:
    body = {"in": "body", "schema": {}}
    field = {"name": "f", "in": "formData", "type": "string"}
    _, codes = operation({"parameters": [{**body, "name": "a"}, field]})
    assert "SPEC045" in codes


def test_a_document_of_version_3_passes_through() -> None:
    text = b'{"openapi": "3.0.3", "paths": {}}'
    read = document.parse(text, "a.json", "/a.json")
    assert swagger.convert(read, Report()) is read
