"""References: one document out of many files, and nothing read that must not be."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from specloom import location
from specloom.diagnostics import Report
from specloom.spec import document, refs, swagger, upgrade
from specloom.spec.document import Document


def bundle(at: Path, files: dict[str, Any], **options: Any) -> tuple[Any, Report]:
    """Write the files, bundle `main.json`, and check the law of all bundles."""
    for name, content in files.items():
        path = at / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content if isinstance(content, str) else json.dumps(content))
    found, report = bundled(at / "main.json", **options)
    return found.data, report


def bundled(main: Path, **options: Any) -> tuple[Document, Report]:
    report = Report()
    found = refs.bundle(document.read(main), report, **options)
    for ref in every_ref(found.data):
        assert ref.startswith("#")
        location.resolve(found.data, location.from_ref(ref))
    return found, report


def every_ref(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        for key, item in value.items():
            if key not in ("example", "default", "x-data"):
                yield from every_ref(item)
    elif isinstance(value, list):
        for item in value:
            yield from every_ref(item)


def api(schemas: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
        **more,
    }


def codes(report: Report) -> list[str]:
    return [item.code for item in report]


def test_a_component_that_is_a_file_becomes_that_file(tmp_path: Path) -> None:
    pet = {"type": "object", "properties": {"tag": {"$ref": "tag.json"}}}
    data, report = bundle(
        tmp_path,
        {
            "main.json": api({"Pet": {"$ref": "schemas/pet.json"}}),
            "schemas/pet.json": pet,
            "schemas/tag.json": {"type": "string"},
        },
    )
    schemas = data["components"]["schemas"]
    assert schemas["Pet"]["properties"] == {"tag": {"$ref": "#/components/schemas/tag"}}
    assert schemas["tag"] == {"type": "string"}
    assert not len(report)


def test_fragments_of_equal_name_are_told_apart_by_their_file(tmp_path: Path) -> None:
    data, _ = bundle(
        tmp_path,
        {
            "main.json": api(
                {
                    "A": {"items": {"$ref": "one.json#/Pet"}},
                    "B": {"items": {"$ref": "two.json#/Pet"}},
                    "pet": {"type": "null"},
                }
            ),
            "one.json": {"Pet": {"type": "string"}},
            "two.json": {"Pet": {"type": "integer"}},
        },
    )
    schemas = data["components"]["schemas"]
    assert schemas["one_Pet"] == {"type": "string"}
    assert schemas["two_Pet"] == {"type": "integer"}
    assert schemas["A"]["items"] == {"$ref": "#/components/schemas/one_Pet"}


def test_names_do_not_depend_on_the_order_of_keys(tmp_path: Path) -> None:
    schemas = {
        name: {"items": {"$ref": f"{name}.json#/Pet"}} for name in ("a", "b", "c")
    }
    files = {f"{name}.json": {"Pet": {"title": name}} for name in schemas}
    turned = dict(reversed(schemas.items()))
    (tmp_path / "1").mkdir()
    (tmp_path / "2").mkdir()
    one, _ = bundle(tmp_path / "1", {"main.json": api(schemas), **files})
    two, _ = bundle(tmp_path / "2", {"main.json": api(turned), **files})
    assert one["components"]["schemas"] == two["components"]["schemas"]


def test_files_may_refer_to_each_other_and_back(tmp_path: Path) -> None:
    data, report = bundle(
        tmp_path,
        {
            "main.json": api({"A": {"items": {"$ref": "b.json#/B"}}}),
            "b.json": {
                "B": {
                    "properties": {
                        "a": {"$ref": "main.json#/components/schemas/A"},
                        "b": {"$ref": "#/B"},
                        "c": {"$ref": "./c.yaml"},
                    }
                }
            },
            "c.yaml": "properties: {b: {$ref: 'b.json#/B'}}\n",
        },
    )
    schemas = data["components"]["schemas"]
    assert schemas["B"]["properties"] == {
        "a": {"$ref": "#/components/schemas/A"},
        "b": {"$ref": "#/components/schemas/B"},
        "c": {"$ref": "#/components/schemas/c"},
    }
    assert not len(report)


def test_every_kind_of_object_can_live_in_a_file(tmp_path: Path) -> None:
    operation = {
        "parameters": [{"$ref": "parts.json#/parameter"}],
        "requestBody": {"$ref": "parts.json#/body"},
        "responses": {
            "200": {"$ref": "parts.json#/response"},
            "default": {
                "description": "x",
                "headers": {"X": {"$ref": "parts.json#/h"}},
            },
        },
        "callbacks": {"done": {"$ref": "parts.json#/callback"}},
    }
    parts = {
        "parameter": {"name": "q", "in": "query", "schema": {"$ref": "#/schema"}},
        "body": {"content": {"application/json": {"schema": {"$ref": "#/schema"}}}},
        "response": {
            "description": "ok",
            "content": {"application/json": {"examples": {"e": {"$ref": "e.json"}}}},
            "links": {"next": {"$ref": "#/link"}},
        },
        "h": {"schema": {"$ref": "#/schema"}},
        "link": {"operationId": "x"},
        "callback": {"{$request.body#/url}": {"post": {"responses": {}}}},
        "schema": {"type": "string"},
    }
    data, report = bundle(
        tmp_path,
        {
            "main.json": {**api({}), "paths": {"/a": {"$ref": "paths.json#/~1a"}}},
            "paths.json": {"/a": {"get": operation, "description": "from the file"}},
            "parts.json": parts,
            "e.json": {"plain": "value"},
        },
    )
    assert not len(report)
    assert data["paths"]["/a"]["description"] == "from the file"
    components = data["components"]
    assert (
        components["parameters"]["parameter"]["schema"]
        == {"$ref": "#/components/schemas/parts_schema"}
        or components["schemas"]
    )
    assert components["requestBodies"]["body"]
    assert components["responses"]["response"]["links"]["next"] == {
        "$ref": "#/components/links/link"
    }
    assert components["examples"]["e"] == {"value": {"plain": "value"}}
    assert components["headers"]["h"]
    assert components["callbacks"]["callback"]


def test_a_path_item_keeps_what_stands_beside_its_reference(tmp_path: Path) -> None:
    data, _ = bundle(
        tmp_path,
        {
            "main.json": {
                **api({}),
                "paths": {
                    "/a": {"$ref": "#/x-items/a", "summary": "here"},
                    "/b": {"$ref": "#/paths/~1a"},
                },
                "x-items": {"a": {"get": {"operationId": "a"}, "summary": "there"}},
            },
        },
    )
    assert data["paths"]["/a"] == {"get": {"operationId": "a"}, "summary": "here"}
    assert "get" in data["paths"]["/b"]


def test_a_reference_may_stand_for_a_whole_map_or_list(tmp_path: Path) -> None:
    data, report = bundle(
        tmp_path,
        {
            "main.json": {
                "openapi": "3.1.0",
                "info": {"title": "t", "version": "1"},
                "paths": {"$ref": "paths/index.json"},
                "components": {"$ref": "components.json"},
            },
            "paths/index.json": {"/a b": {"$ref": "a.json"}},
            "paths/a.json": {
                "get": {
                    "parameters": {"$ref": "../components.json#/x-shared"},
                    "responses": {"200": {"$ref": "#/x-ok"}},
                },
                "x-ok": {"description": "ok"},
            },
            "components.json": {
                "schemas": {"$ref": "schemas.json"},
                "x-shared": [{"name": "q", "in": "query", "schema": {}}],
            },
            "schemas.json": {"Pet": {"type": "object"}},
        },
    )
    assert not len(report)
    operation = data["paths"]["/a b"]["get"]
    meant = [
        location.resolve(data, location.from_ref(item["$ref"]))
        for item in operation["parameters"]
    ]
    assert [item["name"] for item in meant] == ["q"]
    assert data["components"]["schemas"]["Pet"] == {"type": "object"}


@pytest.mark.parametrize(
    "ref",
    [
        "/etc/passwd",
        "../outside.json",
        "sub/../../outside.json",
        "..\\outside.json",
        "%2e%2e/outside.json",
        "file:///etc/passwd",
        "link.json",
        "linked/outside.json",
        "//host.test/x.json",
        "c:/x.json",
        "ftp://host.test/x.json",
    ],
)
def test_a_reference_that_leaves_the_folder_is_refused(
    ref: str, tmp_path: Path
) -> None:
    folder = tmp_path / "api"
    folder.mkdir()
    (tmp_path / "outside.json").write_text('{"description": "SECRET"}')
    os.symlink(tmp_path / "outside.json", folder / "link.json")
    os.symlink(tmp_path, folder / "linked")
    data, report = bundle(folder, {"main.json": api({"A": {"$ref": ref}})})
    assert data["components"]["schemas"]["A"] == {}
    (found,) = report
    assert (found.code, found.severity) == ("SPEC011", "error")
    assert found.pointer == "/components/schemas/A"
    assert "SECRET" not in json.dumps(data)


def test_the_folder_that_may_be_read_can_be_widened(tmp_path: Path) -> None:
    folder = tmp_path / "api"
    folder.mkdir()
    (tmp_path / "shared.json").write_text('{"type": "string"}')
    ref = {"main.json": api({"A": {"$ref": "../shared.json"}})}
    data, report = bundle(folder, ref, folder=tmp_path)
    assert data["components"]["schemas"]["A"] == {"type": "string"}
    assert not len(report)


@pytest.mark.parametrize("ref", ["http://127.0.0.1:9/x.json", "https://a.test/x#/A"])
def test_the_network_is_not_asked_unless_allowed(ref: str, tmp_path: Path) -> None:
    data, report = bundle(tmp_path, {"main.json": api({"A": {"$ref": ref}})})
    assert codes(report) == ["SPEC012"]
    assert report.items[0].severity == "error"
    assert "--allow-remote-refs" in (report.items[0].hint or "")
    assert data["components"]["schemas"]["A"] == {}


def test_relative_files_of_standard_input_have_no_folder() -> None:
    text = json.dumps(api({"A": {"$ref": "pet.json"}})).encode()
    report = Report()
    refs.bundle(document.parse(text, "<stdin>", "-"), report)
    assert codes(report) == ["SPEC011"]


def test_example_and_documentation_urls_are_data(tmp_path: Path) -> None:
    example = {"externalValue": "http://127.0.0.1:9/x"}
    data, report = bundle(
        tmp_path,
        {
            "main.json": api(
                {
                    "A": {
                        "example": {"$ref": "http://127.0.0.1:9/x"},
                        "default": {"$ref": 5},
                        "enum": [{"$ref": "/etc/passwd"}],
                        "x-data": {"$ref": "../.."},
                        "properties": {"$ref": {"type": "string"}},
                    }
                },
                externalDocs={"url": "http://127.0.0.1:9/docs"},
            )
            | {"components": {"examples": {"e": example}}},
        },
    )
    assert not len(report)
    assert data["components"]["examples"]["e"] == example


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
