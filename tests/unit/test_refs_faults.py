"""References that are wrong, endless or odd: what is lost and what is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from specloom import location
from specloom.diagnostics import Report
from specloom.spec import document, refs, swagger, upgrade

from tests.bundling import api, bundle, bundled, codes


def test_a_reference_that_leads_nowhere_degrades_its_schema_only(
    tmp_path: Path,
) -> None:
    schema = {"$ref": "#/components/schemas/Missing", "description": "kept"}
    data, report = bundle(
        tmp_path,
        {"main.json": api({"A": {"properties": {"x": schema, "y": {"type": "null"}}}})},
    )
    properties = data["components"]["schemas"]["A"]["properties"]
    assert properties == {"x": {"description": "kept"}, "y": {"type": "null"}}
    (found,) = report
    assert (found.code, found.severity, found.effect) == (
        "SPEC013",
        "warning",
        "degraded",
    )


def test_a_missing_parameter_is_left_out_and_the_others_stay(tmp_path: Path) -> None:
    keep = {"name": "q", "in": "query", "schema": {}}
    operation = {"parameters": [{"$ref": "#/components/parameters/No"}, keep]}
    data, report = bundle(
        tmp_path, {"main.json": {**api({}), "paths": {"/a": {"get": operation}}}}
    )
    assert data["paths"]["/a"]["get"]["parameters"] == [keep]
    assert [item.effect for item in report] == ["dropped"]
    found, _ = bundled(tmp_path / "main.json")
    assert found.source("/paths/~1a/get/parameters/0/name").pointer == (
        "/paths/~1a/get/parameters/1/name"
    )


@pytest.mark.parametrize("ref", [5, None, ["x"], {}, "#/components/schemas/~2", True])
def test_a_malformed_reference_is_an_error_with_its_place(
    ref: Any, tmp_path: Path
) -> None:
    data, report = bundle(tmp_path, {"main.json": api({"A": {"$ref": ref}})})
    assert codes(report) == ["SPEC014"]
    assert report.items[0].severity == "error"
    assert data["components"]["schemas"]["A"] == {}


@pytest.mark.parametrize(
    "schemas",
    [
        {"A": {"$ref": "#/components/schemas/A"}},
        {
            "A": {"$ref": "#/components/schemas/B"},
            "B": {"$ref": "#/components/schemas/A"},
        },
        {
            "A": {"allOf": [{"$ref": "#/components/schemas/B"}, {"type": "object"}]},
            "B": {"allOf": [{"allOf": [{"$ref": "#/components/schemas/A"}]}]},
        },
    ],
)
def test_a_schema_that_is_only_itself_is_an_error(
    schemas: dict[str, Any], tmp_path: Path
) -> None:
    _, report = bundle(tmp_path, {"main.json": api(schemas)})
    assert codes(report) == ["SPEC015"]
    assert report.items[0].severity == "error"


@pytest.mark.parametrize(
    "schemas",
    [
        {"$ref": "#/components/schemas"},
        {"$ref": "#/components/schemas/A"},
    ],
)
def test_a_way_that_leads_back_to_itself_is_walked_once(
    schemas: dict[str, Any], tmp_path: Path
) -> None:
    answer = {"content": {"a/b": {"schema": {"$ref": "#/components/schemas/No"}}}}
    paths = {"/a": {"get": {"responses": {"200": answer}}}}
    data, report = bundle(tmp_path, {"main.json": {**api(schemas), "paths": paths}})
    assert codes(report)
    found = data["paths"]["/a"]["get"]["responses"]["200"]["content"]["a/b"]
    assert found == {"schema": {}}


def test_paths_that_are_the_document_itself_are_walked_once(tmp_path: Path) -> None:
    servers = [{"url": "https://a.test"}]
    written = api({}, servers=servers, paths={"$ref": "#"})
    data, _ = bundle(tmp_path, {"main.json": written})
    assert data["servers"] == servers


def test_recursive_types_and_discriminated_parents_are_no_fault(tmp_path: Path) -> None:
    schemas = {
        "Tree": {
            "properties": {"kids": {"items": {"$ref": "#/components/schemas/Tree"}}}
        },
        "Pet": {"oneOf": [{"$ref": "#/components/schemas/Cat"}]},
        "Cat": {"allOf": [{"$ref": "#/components/schemas/Pet"}]},
    }
    data, report = bundle(tmp_path, {"main.json": api(schemas)})
    assert not len(report)
    assert data["components"]["schemas"] == schemas


def test_a_long_chain_of_references_takes_no_stack(tmp_path: Path) -> None:
    schemas: dict[str, Any] = {
        f"S{n}": {"allOf": [{"$ref": f"#/components/schemas/S{n + 1}"}]}
        for n in range(5000)
    }
    schemas["S5000"] = {"type": "object"}
    _, report = bundle(tmp_path, {"main.json": api(schemas)})
    assert not len(report)


@pytest.mark.parametrize(
    ("ref", "meant"),
    [
        ("#/components/schemas/A%20B", "/components/schemas/A B"),
        ("#/components/schemas/A B", "/components/schemas/A B"),
        (" #/components/schemas/C ", "/components/schemas/C"),
        ("#/components/schemas/C/", "/components/schemas/C"),
        ("#components/schemas/C", "/components/schemas/C"),
        ("#/components/responses/C", "/components/schemas/C"),
        ("#/definitions/C", "/components/schemas/C"),
        ("C", "/components/schemas/C"),
        ("#named", "/components/schemas/D"),
        ("https://ids.test/d", "/components/schemas/D"),
        ("https://ids.test/d#/properties/x", "/components/schemas/D/properties/x"),
        ("#/components/schemas/E/properties/x", "/components/schemas/D/properties/x"),
        ("main.json#/components/schemas/C", "/components/schemas/C"),
    ],
)
def test_a_reference_is_read_as_it_is_meant(
    ref: str, meant: str, tmp_path: Path
) -> None:
    schemas = {
        "X": {"items": {"$ref": ref}},
        "A B": {"type": "null"},
        "C": {"type": "string"},
        "D": {
            "$anchor": "named",
            "$id": "https://ids.test/d",
            "properties": {"x": {}},
        },
        "E": {"$ref": "#/components/schemas/D"},
    }
    data, report = bundle(tmp_path, {"main.json": api(schemas)})
    found = data["components"]["schemas"]["X"]["items"]["$ref"]
    assert location.from_ref(found) == meant
    assert all(item.severity != "error" for item in report)


@pytest.mark.parametrize("claims", [True, False])
def test_a_pointer_into_the_schema_it_stands_in_is_followed(
    claims: bool, tmp_path: Path
) -> None:
    inner = {"properties": {"x": {"$ref": "#/$defs/Leaf"}}}
    whole = {
        "$ref": "#/$defs/Node",
        "$defs": {"Node": inner, "Leaf": {"type": "string"}},
    } | ({"$id": "https://ids.test/whole"} if claims else {})
    data, report = bundle(tmp_path, {"main.json": api({"Whole": whole})})
    found = data["components"]["schemas"]["Whole"]
    defs = "#/components/schemas/Whole/$defs"
    assert found["$ref"] == f"{defs}/Node"
    assert found["$defs"]["Node"]["properties"]["x"]["$ref"] == f"{defs}/Leaf"
    assert codes(report) == ([] if claims else ["SPEC016", "SPEC016"])


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    ref = {"$ref": "parts/pet.json#/Pet"}
    _, report = bundle(tmp_path, {"main.json": api({"A": ref})})
    (found,) = report
    assert (found.code, found.message) == ("SPEC013", "`parts/pet.json`: no such file")


def test_mapping_values_are_references_too(tmp_path: Path) -> None:
    mapping = {
        "a": "../../etc/passwd",
        "b": "http://127.0.0.1:9/x.json",
        "c": "cat.json",
        "d": "Dog",
        "e": "#/components/schemas/Dog",
    }
    pet = {"oneOf": [], "discriminator": {"propertyName": "k", "mapping": mapping}}
    data, report = bundle(
        tmp_path,
        {
            "main.json": api({"Pet": pet, "Dog": {}}),
            "cat.json": {"type": "object"},
        },
    )
    assert data["components"]["schemas"]["Pet"]["discriminator"]["mapping"] == {
        "c": "#/components/schemas/cat",
        "d": "Dog",
        "e": "#/components/schemas/Dog",
    }
    assert codes(report) == ["SPEC011", "SPEC012"]


def test_a_fault_in_another_file_is_shown_there(tmp_path: Path) -> None:
    _, report = bundle(
        tmp_path,
        {
            "main.json": api({"A": {"$ref": "b.yaml#/B"}}),
            "b.yaml": "B:\n  properties:\n    x:\n      $ref: '#/Missing'\n",
        },
    )
    (found,) = report
    assert (found.source, found.line, found.column) == ("b.yaml", 3, 5)


def test_a_bundled_value_knows_the_file_it_came_from(tmp_path: Path) -> None:
    bundle(
        tmp_path,
        {
            "main.json": api({"A": {"$ref": "b.yaml#/B"}}),
            "b.yaml": "B:\n  properties:\n    x: {type: string}\n",
        },
    )
    found, _ = bundled(tmp_path / "main.json")
    place = found.place("/components/schemas/A/properties/x")
    assert str(place) == "b.yaml:3:5"


def test_each_file_is_read_by_the_rules_of_its_own_version(tmp_path: Path) -> None:
    old = {
        "openapi": "3.0.3",
        "S": {"type": "string", "format": "byte", "nullable": True},
    }
    new = {"openapi": "3.1.0", "S": {"type": "string", "format": "byte"}}
    bundle(
        tmp_path,
        {
            "main.json": api(
                {"Old": {"$ref": "old.json#/S"}, "New": {"$ref": "new.json#/S"}}
            ),
            "old.json": old,
            "new.json": new,
        },
    )
    found, report = bundled(tmp_path / "main.json")
    data = upgrade.upgrade(found, report).data
    assert data["components"]["schemas"] == {
        "Old": {
            "type": ["string", "null"],
            "format": "byte",
            "contentEncoding": "base64",
        },
        "New": {"type": "string", "format": "byte"},
    }


def test_swagger_definitions_may_live_in_files(tmp_path: Path) -> None:
    bundle(
        tmp_path,
        {
            "main.json": {
                "swagger": "2.0",
                "info": {"title": "t", "version": "1"},
                "paths": {"/a": {"$ref": "a.json"}},
            },
            "a.json": {
                "get": {
                    "parameters": [{"$ref": "shared.json#/page"}],
                    "responses": {"200": {"$ref": "shared.json#/ok"}},
                }
            },
            "shared.json": {
                "page": {"name": "page", "in": "query", "type": "integer"},
                "ok": {"description": "ok", "schema": {"$ref": "#/Pet"}},
                "Pet": {"type": "object"},
            },
        },
    )
    found, report = bundled(tmp_path / "main.json")
    data = upgrade.upgrade(swagger.convert(found, report), report).data
    assert not len(report)
    assert data["components"]["schemas"]["Pet"] == {"type": "object"}
    assert data["components"]["parameters"]["page"]["schema"] == {"type": "integer"}
    media = data["components"]["responses"]["ok"]["content"]["application/json"]
    assert media["schema"] == {"$ref": "#/components/schemas/Pet"}


def test_bundling_leaves_the_document_it_was_given_alone(tmp_path: Path) -> None:
    (tmp_path / "main.json").write_text(
        json.dumps({**api({}), "paths": {"$ref": "p.json"}})
    )
    (tmp_path / "p.json").write_text('{"/a": {"get": {}}}')
    read = document.read(tmp_path / "main.json")
    before = json.dumps(read.data)
    found = refs.bundle(read, Report())
    assert found.data["paths"] == {"/a": {"get": {}}}
    assert json.dumps(read.data) == before
