"""Unions of unions: looked into once, however many ways lead to a variant."""

from __future__ import annotations

from typing import Any

import pytest
from specloom import pipeline
from specloom.python import bodies

from tests.lowering import document, lowered

OK = {"200": {"description": "ok"}}


def nest(depth: int, width: int, media_type: str) -> dict[str, Any]:
    """Return a document whose body has `width` variants by `width ** depth` ways."""
    schemas: dict[str, Any] = {
        f"U{level}_{place}": {
            "oneOf": [
                {"$ref": f"#/components/schemas/U{level + 1}_{inner}"}
                for inner in range(width)
            ],
            "discriminator": {"propertyName": "kind"},
        }
        for level in range(depth)
        for place in range(width)
    }
    for place in range(width):
        schemas[f"U{depth}_{place}"] = {
            "type": "object",
            "required": ["kind"],
            "properties": {"kind": {"enum": [f"k{place}"]}},
        }
    body = {"content": {media_type: {"schema": {"$ref": "#/components/schemas/U0_0"}}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "paths": {"/a": {"post": {"requestBody": body, "responses": OK}}},
        "components": {"schemas": schemas},
    }


@pytest.mark.parametrize("media_type", ["application/json", "multipart/form-data"])
def test_a_variant_that_is_reached_in_many_ways_counts_once(media_type: str) -> None:
    found = lowered(nest(12, 12, media_type))
    shape = bodies.shape(found.api, found.api.operations[0])
    assert shape is not None
    assert len(shape.variants) == 12
    assert [item.wire for item in shape.fields or ()] == ["kind"]


def test_a_deep_nest_of_unions_becomes_a_client() -> None:
    found = lowered(nest(12, 12, "application/json"))
    loaded = pipeline.Loaded(document({}), found.api, found.report)
    files = pipeline.generate(loaded, package="nested")
    (text,) = (f.text for f in files if f.path.endswith("params/a.py"))
    assert text.count("class ") == 12
