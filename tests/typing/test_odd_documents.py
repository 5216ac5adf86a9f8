"""Odd documents become clients that formatters, linters and checkers leave alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from specloom import output, pipeline

from tests import judges
from tests.golden import cases
from tests.lowering import described

LONG = "f" * 120
TEXT = {"type": "string"}


def answering(schema: Any, *more: Any) -> dict[str, Any]:
    """Responses with JSON bodies: 200, 201, ..."""
    return {
        str(200 + index): {
            "description": "d",
            "content": {"application/json": {"schema": found}},
        }
        for index, found in enumerate((schema, *more))
    }


def taking(schema: Any) -> dict[str, Any]:
    """An operation that takes a JSON body and answers with the same."""
    body = {"content": {"application/json": {"schema": schema}}}
    return {"post": {"requestBody": body, "responses": answering(schema)}}


def called(tag: str, name: str, parameter: str) -> dict[str, Any]:
    """An operation with a query parameter, and a named type in its answer."""
    listed = {"$ref": "#/components/schemas/LIST"}
    return {
        "get": {
            "tags": [tag],
            "operationId": name,
            "parameters": [{"name": parameter, "in": "query", "schema": TEXT}],
            "responses": answering(
                {"anyOf": [listed, {"$ref": "#/components/schemas/TEXT"}]}
            ),
        }
    }


def holding(name: str, schema: Any) -> dict[str, Any]:
    return {"type": "object", "properties": {name: schema}}


THING = {"$ref": "#/components/schemas/Thing"}

ODD: dict[str, dict[str, Any]] = {
    "nothing_to_call": described(),
    "values_as_long_as_a_line": described(
        {
            f"/a{length}": {"get": {"responses": answering(holding("a", value))}}
            for length in range(60, 80)
            for value in [{"type": "string", "enum": ["v" * length]}]
        }
    ),
    "a_query_written_as_a_form": described(
        {
            "/a": {
                "get": {
                    "parameters": [
                        {
                            "name": "filter",
                            "in": "query",
                            "content": {
                                "application/x-www-form-urlencoded": {"schema": TEXT}
                            },
                        }
                    ],
                    "responses": answering(TEXT),
                }
            }
        }
    ),
    "a_key_longer_than_a_line": described(
        {"/a": taking(holding("o", holding(LONG, TEXT)))}
    ),
    "an_odd_key_in_a_class_of_a_long_name": described(
        {"/a": taking(holding("a" * 40, holding("b" * 20, holding("odd key", TEXT))))}
    ),
    "a_key_without_a_name": described(
        {"/a": taking(holding("o", {"type": "object", "properties": {"": TEXT}}))}
    ),
    "names_that_look_like_digits": described(
        {
            "/a": taking({"type": "object", "properties": dict.fromkeys("lOI", TEXT)}),
            "/l": called("l", "l", "O"),
            "/i": called("i", "i", "l"),
        }
    ),
    "names_of_our_own": described(
        {
            "/text": called("search", "text", "q"),
            "/number": called("search", "number", "q"),
            "/x": called("x", "x", "X"),
            "/list": called("search", "list", "str"),
        },
        schemas={"LIST": holding("id", TEXT), "TEXT": holding("id", TEXT)},
    ),
    "an_answer_typed_here_and_any_there": described(
        {
            "/a": {
                "get": {"responses": answering(THING, {})},
                "head": {"responses": answering(THING)},
            }
        },
        schemas={"Thing": holding("id", TEXT)},
    ),
}


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("odd")
    for name, data in ODD.items():
        source = root / f"{name}.json"
        source.write_text(json.dumps(data), encoding="utf-8")
        files = pipeline.generate(pipeline.read_api(source), package=name)
        output.write(files, root / name)
    return root


def test_ruff_finds_nothing_to_change(packages: Path) -> None:
    found = judges.packages(packages)
    verdicts = judges.Verdicts()
    judges.style(found, verdicts)
    assert len(found) == len(ODD)
    assert not verdicts.lines


@pytest.mark.slow
def test_strict_checkers_and_imports_find_no_fault(packages: Path) -> None:
    assert not judges.judge([packages]).lines


@pytest.mark.slow
def test_judges_find_no_fault_in_what_golden_documents_give(tmp_path: Path) -> None:
    for case in cases.every():
        source = next((cases.ROOT / case).glob("document.*"))
        overlays = list(source.parent.glob("overlay.yaml"))
        loaded = pipeline.read_api(source, overlays)
        files = pipeline.generate(loaded, package=f"golden_{case}")
        output.write(files, tmp_path / case)
    verdicts = judges.judge([tmp_path])
    assert len(judges.packages(tmp_path)) == len(cases.every())
    assert not verdicts.lines
