"""Codes of diagnostics, each from the smallest document that earns it, with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Specloom, validator

WHOLE = """openapi: 3.2.0
info: {title: T, version: "1"}
servers: [{url: "https://t.example.com"}]
paths:
  /things/{id}:
    get:
      operationId: getThing
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
      responses:
        "200": {description: It., content: {application/json: {schema: {type: object}}}}
"""
SCHEMA = "schema: {type: object}"
ID = "operationId: getThing"
PARAMETERS = "      parameters:\n"
MANY = ", ".join(map(str, range(5000)))
ENCODED = "schema: {type: array}, prefixEncoding: [{contentType: text/plain}]"
HEADERS = "schema: {}, encoding: {a: {headers: {X: {schema: {}}}}}"
LISTED = "schema: {type: array}"
AGAIN = "{$ref: '#/paths/~1things~1%7Bid%7D/get/parameters/0/schema'}"

TEXTS = {
    "SPEC001": ("", 1),
    "SPEC003": (f"x: {'[' * 300}{']' * 300}", 1),
    "SPEC007": ("a: 1\n---\nb: 2\n", 2),
    "SPEC010": ("a: 1\n", 1),
    "SPEC047": (
        'swagger: "2.0"\ninfo: {title: T, version: "1"}\nhost: t.example.com\n'
        "schemes: [ws, https]\npaths: {}\n",
        4,
    ),
}
CHANGES = {
    "SPEC034": (ID, f"{ID}\n      requestBody: {{required: true}}", 8),
    "SPEC041": ("    get:\n", "    post: 3\n    get:\n", 6),
    "SPEC051": (SCHEMA, "schema: {$dynamicRef: '#nope'}", 11),
    "SPEC061": (
        "paths:",
        "components: {schemas: {A: {}, B: {$dynamicRef: '#/components/schemas/A'}}}\n"
        "paths:",
        4,
    ),
    "SPEC064": (SCHEMA, f"schema: {{enum: [{MANY}]}}", 11),
    "SPEC065": (SCHEMA, f"schema: {{oneOf: [{AGAIN}, {AGAIN}]}}", 11),
    "SPEC070": (
        "    get:\n",
        '    additionalOperations: {"G T": {responses: {}}}\n    get:\n',
        5,
    ),
    "SPEC071": ("  /things/{id}:", '  "/things/{id}#x":', 6),
    "SPEC077": (PARAMETERS, f"{PARAMETERS}        - {{name: '', in: query}}\n", 9),
    "SPEC078": (PARAMETERS, f"{PARAMETERS}        - {{name: Accept, in: header}}\n", 9),
    "SPEC080": ("application/json:", "'a b':", 11),
    "SPEC082": (
        ID,
        f"{ID}\n      requestBody: {{content: {{multipart/form-data: {{{HEADERS}}}}}}}",
        8,
    ),
    "SPEC085": ("https://t.", "https://{host}.", 3),
    "SPEC086": ("paths:", "tags: [{name: a, parent: b}]\npaths:", 4),
    "SPEC088": (
        ID,
        f"{ID}\n      requestBody: {{content: {{multipart/mixed: {{{ENCODED}}}}}}}",
        8,
    ),
    "SPEC089": (
        ID,
        f"{ID}\n      requestBody: {{content: {{multipart/form-data: {{{LISTED}}}}}}}",
        8,
    ),
    "SPEC091": ("paths:", "x-specloom-client: {pakage: x}\npaths:", 4),
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def told(specloom: Specloom, *words: str) -> dict[str, int | None]:
    """Return the codes that lint tells, with their lines."""
    lines = specloom("lint", *words, "--json").lines
    found = [row for row in lines if row["event"] == "diagnostic"]
    return {row["code"]: row.get("line") for row in found}


@pytest.mark.parametrize("code", TEXTS)
def test_a_text_that_is_no_description_has_its_code(
    specloom: Specloom, code: str
) -> None:
    text, line = TEXTS[code]
    Path("doc.yaml").write_text(text, "utf-8")
    assert told(specloom, "doc.yaml").get(code) == line


@pytest.mark.parametrize("code", CHANGES)
def test_a_construct_that_is_not_expressed_has_its_code_and_place(
    specloom: Specloom, code: str
) -> None:
    old, new, line = CHANGES[code]
    assert old in WHOLE
    Path("doc.yaml").write_text(WHOLE.replace(old, new), "utf-8")
    assert told(specloom, "doc.yaml").get(code, "not told") in (line, line + 1)


def test_the_ledger_counts_what_is_whole(specloom: Specloom) -> None:
    broken = """openapi: 3.1.0
info: {title: Shop, version: "1"}
paths:
  /a: {get: {responses: {"200": {description: ok}}}}
  /b: {get: 7}
  /c: {get: {parameters: [{in: nowhere, name: x}], responses: {}}}
components:
  schemas:
    Whole: {type: string}
    Part: {type: object, properties: {a: {$ref: "#/nowhere"}}}
    Other: {type: integer}
"""
    Path("doc.yaml").write_text(broken, "utf-8")
    row = specloom("lint", "doc.yaml", "--json").last
    validator("lint").validate(row)
    assert row["operations"] == {"kept": 2, "total": 3, "whole": 1, "percent": 33.3}
    assert row["schemas"] == {"total": 3, "whole": 2, "percent": 66.7}
    assert row["effects"]["dropped"] == 2
    said = specloom("lint", "doc.yaml").err.splitlines()[-1]
    assert said.endswith("whole: 33.3 % of operations, 66.7 % of schemas")


def test_an_overlay_of_another_version_is_refused_in_the_overlay(
    specloom: Specloom,
) -> None:
    Path("doc.yaml").write_text(WHOLE, "utf-8")
    Path("o.yaml").write_text("overlay: 9.0.0\ninfo: {}\nactions: []\n", "utf-8")
    ran = specloom("lint", "doc.yaml", "--overlay", "o.yaml", "--json")
    assert (ran.code, ran.last["code"], ran.last["file"]) == (1, "SPEC020", "o.yaml")


CATALOGUE = '[{"name": "a", "path": "/a"}, {"name": "a", "path": "/b"}]'


@pytest.mark.parametrize(
    ("mapping", "text", "code"),
    [
        ("", CATALOGUE, "SPEC026"),
        ('catalogue = {nonsense = "x"}\n', CATALOGUE, "SPEC025"),
        ('catalogue = {endpoint = "url"}\n', '{"a": 1}', "SPEC024"),
    ],
)
def test_a_catalogue_that_cannot_be_read_has_its_code(
    specloom: Specloom, mapping: str, text: str, code: str
) -> None:
    Path("list.json").write_text(text, "utf-8")
    config = f'[clients.list]\nspec = "list.json"\n{mapping}'
    Path("specloom.toml").write_text(config, "utf-8")
    assert code in told(specloom, "list")
