"""The typed document: one broken node never stops it."""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest
from openapi_pydantic.v3.v3_1 import Schema
from specloom.diagnostics import Report, SpecError
from specloom.spec import document, openapi
from specloom.spec.document import Document


def read(data: Any) -> Document:
    return document.parse(json.dumps(data).encode(), "api.json", "/api.json")


def api(**more: Any) -> Document:
    return read({"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, **more})


def test_a_good_document_is_typed_without_a_word() -> None:
    report = Report()
    operation = {"operationId": "a", "responses": {"200": {"description": "d"}}}
    found = openapi.parse(api(paths={"/a": {"get": operation}}), report)
    assert found.paths
    assert found.paths["/a"].get
    assert found.paths["/a"].get.operationId == "a"
    assert not len(report)


def test_the_smallest_broken_part_is_cut_out_and_told() -> None:
    report = Report()
    broken = {"name": "x", "in": "nowhere", "schema": {}}
    good = {"name": "q", "in": "query", "schema": {"type": "string", "format": []}}
    item = {"get": {"parameters": [broken, good]}, "put": {"operationId": ["x"]}}
    document_ = api(paths={"/a": item, "/b": {"get": {}}})
    before = json.dumps(document_.data)
    found = openapi.parse(document_, report)
    assert found.paths
    assert found.paths["/a"].get
    assert len(found.paths["/a"].get.parameters or ()) == 1
    assert found.paths["/b"].get
    assert {item.code for item in report} == {"SPEC049"}
    assert "/paths/~1a/put/operationId" in {item.pointer for item in report}
    assert json.dumps(document_.data) == before


def test_boolean_schemas_have_a_form_that_the_model_takes() -> None:
    schemas = {
        "A": True,
        "B": {"properties": {"x": False}, "items": True, "not": False},
    }
    report = Report()
    found = openapi.parse(api(components={"schemas": schemas}), report)
    assert found.components
    assert found.components.schemas
    b = found.components.schemas["B"]
    assert isinstance(b, Schema)
    assert isinstance((b.properties or {})["x"], Schema)
    assert not len(report)


@pytest.mark.parametrize("levels", [50, 110])
def test_depth_never_stops_the_model(levels: int) -> None:
    nested: Any = {"type": "string"}
    for _ in range(levels):
        nested = {"type": "object", "properties": {"x": nested}}
    report = Report()
    openapi.parse(api(components={"schemas": {"A": nested}}), report)
    assert not len(report)


def test_a_document_that_is_all_wrong_is_refused_not_crashed() -> None:
    with pytest.raises(SpecError):
        openapi.parse(read([1, 2]), Report())


@pytest.mark.parametrize("value", [5, "x", None, [], [5], {"a": 5}, True])
@pytest.mark.parametrize(
    "key",
    [
        "info",
        "paths",
        "components",
        "servers",
        "tags",
        "security",
        "webhooks",
        "openapi",
    ],
)
def test_any_rubbish_at_the_root_leaves_a_document(key: str, value: Any) -> None:
    assert sys.getrecursionlimit() >= 1000
    found = openapi.parse(api(**{"paths": {"/a": {"get": {}}}, key: value}), Report())
    if key != "paths":
        assert found.paths
        assert found.paths["/a"].get
