"""The page about OpenAPI names every field that the standards know."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema_specifications
import pytest

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "openapi.md"
NAMED = set(re.findall(r"`([^`]+)`", PAGE.read_text(encoding="utf-8")))


def properties(schema: Any) -> Iterator[str]:
    """Yield the names of the fields that a meta-schema allows anywhere."""
    if isinstance(schema, list):
        for item in schema:
            yield from properties(item)
    elif isinstance(schema, dict):
        own = schema.get("properties")
        yield from own if isinstance(own, dict) else ()
        for value in schema.values():
            yield from properties(value)


@pytest.mark.parametrize("version", ["v3.0", "v3.1", "v3.2"])
def test_every_field_of_openapi_is_named(version: str) -> None:
    folder = resources.files("openapi_spec_validator") / "resources/schemas" / version
    schema = json.loads((folder / "schema.json").read_text(encoding="utf-8"))
    assert set(properties(schema)) <= NAMED


def test_every_keyword_of_json_schema_is_named() -> None:
    old = {"$recursiveRef", "$recursiveAnchor", "dependencies"}
    dialect = "https://json-schema.org/draft/2020-12/"
    schemas = [
        jsonschema_specifications.REGISTRY.contents(uri)
        for uri in jsonschema_specifications.REGISTRY
        if uri.startswith(dialect)
    ]
    assert schemas
    assert set(properties(schemas)) - old <= NAMED
