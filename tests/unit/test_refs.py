"""References into files: what they name becomes part of one document."""

from __future__ import annotations

from pathlib import Path

from specloom import location

from tests.bundling import api, bundle


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
