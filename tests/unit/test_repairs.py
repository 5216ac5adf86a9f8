"""What an operation or a path says wrongly is read as it is meant, or left out alone."""

from __future__ import annotations

import pytest
from specloom import location

from tests.upgrading import operation, upgraded


def test_a_path_variable_that_nobody_declares_is_a_text() -> None:
    found, codes = operation({"responses": {}}, path="/a/{id}")
    assert found["parameters"] == [
        {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
    ]
    assert codes == ["SPEC035"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("", "application/json"),
        ("text/csv, application/json", "text/csv"),
        ("anything", "anything"),
    ],
)
def test_a_content_under_no_media_type_is_read_as_meant(
    written: str, read: str
) -> None:
    content = {written: {"schema": {"type": "string"}}}
    body = {"requestBody": {"content": content}, "responses": {}}
    found, codes = operation(body, valid=False)
    assert list(found["requestBody"]["content"]) == [read]
    assert ("SPEC033" in codes) == (read != written)
    empty = {"200": {"description": "", "content": {written: {}}}}
    found, _ = operation({"responses": empty}, valid=False)
    assert list(found["responses"]["200"]["content"]) == [written]


@pytest.mark.parametrize(
    ("path", "read"),
    [
        ("/pets?tag={tag}", "/pets"),
        ("/pets?tag={tag}&kind=cat", "/pets?kind=cat"),
        ("/pets?tag={other}&size={size}", "/pets"),
        ("/pets{?tag,size}", "/pets"),
        ("/pets{?tag,more}", "/pets{?tag,more}"),
        ("/pets?more={more}", "/pets?more={more}"),
    ],
)
def test_a_query_parameter_takes_the_place_of_its_variable_in_the_path(
    path: str, read: str
) -> None:
    query = [{"name": name, "in": "query", "schema": {}} for name in ("tag", "size")]
    item = {"get": {"parameters": query[:1]}, "parameters": query[1:]}
    data = {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}}
    found, report = upgraded({**data, "paths": {path: item}}, valid=False)
    assert list(found.data["paths"]) == [read]
    assert ("SPEC033" in [item.code for item in report]) == (read != path)
    place = location.join("/paths", read, "get")
    assert found.source(place).pointer == location.join("/paths", path, "get")


def test_what_a_path_gives_itself_is_no_parameter() -> None:
    query = [{"name": name, "in": "query", "schema": {}} for name in ("comp", "size")]
    item = {"get": {"parameters": query}, "parameters": query[:1]}
    data = {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}}
    found, report = upgraded({**data, "paths": {"/a?comp=list": item}}, valid=False)
    left = found.data["paths"]["/a?comp=list"]
    assert [item["name"] for item in left["get"]["parameters"]] == ["size"]
    assert left["parameters"] == []
    assert [item.code for item in report if item.code == "SPEC042"] == 2 * ["SPEC042"]


def test_a_path_whose_query_is_taken_out_does_not_hide_another() -> None:
    item = {"get": {"parameters": [{"name": "tag", "in": "query", "schema": {}}]}}
    data = {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}}
    paths = {"/pets?tag={tag}": item, "/pets": item}
    found, _ = upgraded({**data, "paths": paths}, valid=False)
    assert sorted(found.data["paths"]) == ["/pets", "/pets?tag={tag}"]


def test_a_path_parameter_without_a_place_in_the_path_is_left_out() -> None:
    parameter = {"name": "id", "in": "path", "required": True, "schema": {}}
    found, codes = operation({"parameters": [parameter]})
    assert found["parameters"] == []
    assert codes == ["SPEC035"]


def test_parameters_are_repaired_one_by_one() -> None:
    query = {"name": "q", "in": "Query", "type": "string", "collectionFormat": "multi"}
    path = {"name": "id", "in": "path", "schema": {}}
    bad = [{"name": "x"}, 5, None, {"in": "query"}]
    found, codes = operation(
        {"parameters": [query, *bad, path, path], "responses": {}}, path="/a/{id}"
    )
    assert found["parameters"] == [
        {
            "name": "q",
            "in": "query",
            "schema": {"type": "string"},
            "style": "form",
            "explode": True,
        },
        {"name": "id", "in": "path", "required": True, "schema": {}},
    ]
    assert codes.count("SPEC042") == 5


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("2xx", "2XX"),
        ("2**", "2XX"),
        ("200 OK", "200"),
        ("DEFAULT", "default"),
        ("ok", None),
        ("999", None),
        ("no", None),
    ],
)
def test_a_status_is_read_as_meant_or_left_out(key: str, meant: str | None) -> None:
    found, codes = operation({"responses": {key: {"description": "d"}, "418": {}}})
    assert set(found["responses"]) == {"418", *([meant] if meant else [])}
    assert ("SPEC036" in codes) == (meant is None)


def test_strange_fields_are_left_out_and_extensions_stay() -> None:
    found, codes = operation({"x-a": 1, "sumary": "typo", "responses": {}})
    assert found == {"x-a": 1}
    assert codes == ["SPEC037"]


def test_a_broken_operation_is_dropped_alone() -> None:
    data = {
        "openapi": "3.0.3",
        "info": {"title": "t", "version": "1"},
        "paths": {"/a": {"get": "soon", "post": {}, "PUT": {}}, "b": {"get": {}}},
    }
    found, report = upgraded(data)
    assert set(found.data["paths"]) == {"/a", "/b"}
    assert set(found.data["paths"]["/a"]) == {"post", "put"}
    assert [item.subject for item in report.dropped("operation")] == ["operation"]


def test_a_reference_into_what_a_repair_takes_away_is_no_obstacle() -> None:
    data = {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "paths": {},
        "components": {
            "schemas": {
                "A": {"$ref": "#/components/schemas/B/discriminator/propertyName"},
                "B": {"oneOf": [{}], "discriminator": {"propertyName": {}}},
            }
        },
    }
    found, report = upgraded(data, valid=False)
    assert found.data["components"]["schemas"]["B"] == {"oneOf": [{}]}
    assert [item.code for item in report] == ["SPEC032"]


def test_a_document_of_rubble_still_becomes_valid() -> None:
    data = {
        "openapi": "3.0.3",
        "info": None,
        "servers": [{}, {"url": "/{v}", "variables": {"v": {"enum": [1, 2]}}}],
        "tags": ["a", {"name": "a"}, 5],
        "security": {"key": []},
        "externalDocs": "https://docs.test",
        "paths": {
            "/a": {
                "parameters": None,
                "get": {
                    "tags": "one",
                    "parameters": {"q": {"name": "q", "in": "query"}},
                    "requestBody": {"schema": {"type": "object"}},
                    "responses": {"200": None, "404": "gone"},
                    "security": [None, {"key": []}],
                },
            }
        },
        "components": {
            "schemas": None,
            "securitySchemes": {
                "key": {"type": "apiKey", "in": "header", "name": "k", "scheme": "x"},
                "oauth": {"type": "oauth2", "flows": {"password": {}}},
            },
            "examples": {"e": {"value": 1, "externalValue": "x"}},
        },
    }
    upgraded(data)
