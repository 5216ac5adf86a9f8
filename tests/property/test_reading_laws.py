"""Laws of reading over many inputs: it ends in a document or in a clear refusal."""

from __future__ import annotations

import json
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from specloom import location
from specloom.diagnostics import Report, SpecError
from specloom.spec import (
    catalogue,
    document,
    openapi,
    overlay,
    refs,
    swagger,
    upgrade,
)

FAST = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=8)
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text("ab/~ é", max_size=3), inner, max_size=3)
    ),
    max_leaves=12,
)
WORDS = [
    "$ref",
    "type",
    "items",
    "properties",
    "required",
    "allOf",
    "oneOf",
    "anyOf",
    "nullable",
    "enum",
    "default",
    "format",
    "example",
    "examples",
    "description",
    "in",
    "name",
    "schema",
    "content",
    "parameters",
    "requestBody",
    "responses",
    "get",
    "post",
    "200",
    "default",
    "headers",
    "links",
    "callbacks",
    "discriminator",
    "mapping",
    "additionalProperties",
    "minimum",
    "exclusiveMinimum",
    "components",
    "schemas",
    "security",
    "tags",
    "servers",
    "url",
    "variables",
    "consumes",
    "produces",
    "collectionFormat",
    "definitions",
    "x-a",
    "prefixItems",
    "dependencies",
    "$anchor",
    "$defs",
    "deprecated",
    "explode",
    "style",
    "encoding",
    "host",
    "securitySchemes",
    "flows",
    "scopes",
    "itemSchema",
    "query",
    "propertyName",
    "basePath",
]
REFS = st.sampled_from(
    [
        "#/components/schemas/A",
        "#/definitions/A",
        "#/paths/~1a/get",
        "#",
        "#/",
        "A",
        "../x.json",
        "x.json#/y",
        "#/components/schemas/A/properties/type",
        "http://h.test/x",
        "#/%7e",
    ]
)
NODES = st.recursive(
    SCALARS | REFS | st.sampled_from(["string", "array", "query", "path", "oauth2"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(WORDS), inner, max_size=5)
    ),
    max_leaves=25,
)
ROOTS = st.fixed_dictionaries(
    {},
    optional={
        "info": NODES,
        "paths": st.dictionaries(st.sampled_from(["/a", "/a/{id}", "b"]), NODES),
        "components": NODES
        | st.dictionaries(
            st.sampled_from(["schemas", "parameters", "responses", "securitySchemes"]),
            st.dictionaries(st.sampled_from(["A", "B c"]), NODES),
        ),
        "definitions": st.dictionaries(st.sampled_from(["A", "B"]), NODES),
        "parameters": NODES,
        "responses": NODES,
        "servers": NODES,
        "tags": NODES,
        "security": NODES,
        "securityDefinitions": NODES,
        "webhooks": NODES,
        "host": NODES,
        "schemes": NODES,
        "consumes": NODES,
        "externalDocs": NODES,
    },
)
VERSIONS = st.sampled_from(
    [
        {"openapi": "3.0.3"},
        {"openapi": "3.1.0"},
        {"openapi": "3.2.0"},
        {"swagger": "2.0"},
    ]
)


def dump(value: Any) -> bytes:
    return json.dumps(value).encode()


def read(value: Any) -> document.Document:
    return document.parse(dump(value), "api.json", "/nowhere/api.json")


def outcome(raw: bytes, name: str) -> document.Document | SpecError:
    try:
        return document.parse(raw, name, f"/{name}")
    except SpecError as error:
        return error


def through(value: Any) -> tuple[document.Document, Report]:
    """Run every stage that reads."""
    report = Report()
    bundled = refs.bundle(read(value), report)
    found = upgrade.upgrade(swagger.convert(bundled, report), report)
    openapi.parse(found, report)
    for pointer in {item.pointer for item in report if item.source is None}:
        found.place(pointer)
    return found, report


@FAST
@given(st.binary(max_size=200))
def test_any_bytes_are_a_document_or_a_refusal_with_a_reason(raw: bytes) -> None:
    for name in ("x.json", "x.yaml"):
        found = outcome(raw, name)
        assert isinstance(found, document.Document) or found.diagnostics[0].message


@FAST
@given(st.text("{}[]:,-&*!|>'\"%#?@ \n\tab01.~<", max_size=60))
def test_any_punctuation_is_a_document_or_a_refusal(text: str) -> None:
    for name in ("x.json", "x.yaml"):
        found = outcome(text.encode(), name)
        assert isinstance(found, document.Document) or found.diagnostics[0].line


@FAST
@given(VALUES)
def test_json_and_yaml_mean_the_same(value: Any) -> None:
    as_json = document.parse(b"[" + dump(value) + b"]", "x.json", "/x.json").data
    text = yaml.dump([value])
    as_yaml = document.parse(text.encode(), "x.yaml", "/x.yaml").data
    assert as_json == [value]
    assert as_yaml == json.loads(json.dumps([value]))


@FAST
@given(VALUES, st.integers(0, 40))
def test_every_pointer_has_a_place_in_both_forms(value: Any, seed: int) -> None:
    text = json.dumps([value], indent=seed % 3 or None)
    found = list(location.offsets(text, "json"))
    for pointer, offset in found:
        assert location.exists([value], pointer)
        assert 0 <= offset < len(text)
    as_yaml = [pointer for pointer, _ in location.offsets(text, "yaml")]
    assert as_yaml == [pointer for pointer, _ in found]


@FAST
@given(VERSIONS, ROOTS)
def test_no_document_brings_the_reader_down(
    version: dict[str, str], root: dict[str, Any]
) -> None:
    found, report = through({**version, **root})
    assert found.data["openapi"] == "3.1.0"
    assert all(item.code.startswith("SPEC0") and item.message for item in report)


@FAST
@given(VERSIONS, ROOTS)
def test_every_reference_in_the_result_leads_somewhere(
    version: dict[str, str], root: dict[str, Any]
) -> None:
    from specloom.spec.grammar import walk

    found, _ = through({**version, **root})
    for _, node, _ in walk(found.data, "openapi"):
        ref = node.get("$ref") if isinstance(node, dict) else None
        if ref is not None:
            assert ref.startswith("#")
            assert location.exists(found.data, location.from_ref(ref))


def turned(value: Any) -> Any:
    """Return the value with the keys of all objects in the opposite order."""
    match value:
        case dict():
            return {key: turned(value[key]) for key in reversed(list(value))}
        case list():
            return [turned(item) for item in value]
        case _:
            return value


@FAST
@given(VERSIONS, ROOTS)
def test_the_order_of_keys_changes_neither_result_nor_findings(
    version: dict[str, str], root: dict[str, Any]
) -> None:
    one, first = through({**version, **root})
    two, second = through(turned({**version, **root}))
    assert one.data == two.data
    rows = [sorted((i.code, i.pointer, i.message) for i in r) for r in (first, second)]
    assert rows[0] == rows[1]


@FAST
@given(VERSIONS, ROOTS)
def test_upgrading_is_done_in_one_pass(
    version: dict[str, str], root: dict[str, Any]
) -> None:
    once, _ = through({**version, **root})
    report = Report()
    twice = upgrade.upgrade(once, report)
    assert twice.data == once.data


@FAST
@given(
    ROOTS,
    st.lists(st.tuples(st.sampled_from(["$.paths.*", "$..*", "$"]), NODES), max_size=3),
)
def test_an_overlay_never_touches_the_document_it_is_given(
    root: dict[str, Any], updates: list[tuple[str, Any]]
) -> None:
    main = read({"openapi": "3.1.0", **root})
    before = json.dumps(main.data)
    actions = [{"target": target, "update": value} for target, value in updates]
    actions += [{"target": "$.paths.*.*", "remove": True}]
    over = read({"overlay": "1.0.0", "actions": actions})
    found = overlay.apply(main, over, Report())
    json.dumps(found.data)
    assert json.dumps(main.data) == before


@FAST
@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "name": st.text(min_size=1, max_size=5),
                "endpoint": st.sampled_from(
                    ["https://a.test/x/{id}", "/y", "", "a b", "https://[", "//h/{a}"]
                ),
            },
            optional={
                "method": NODES,
                "api_body": NODES,
                "describe": NODES,
                "z": NODES,
            },
        ),
        min_size=1,
        max_size=4,
    )
)
def test_any_catalogue_is_a_document_or_a_refusal(entries: list[Any]) -> None:
    report = Report()
    try:
        found = catalogue.convert(read(entries), None, report)
    except SpecError:
        return
    done = upgrade.upgrade(refs.bundle(found, report), report)
    openapi.parse(done, report)
