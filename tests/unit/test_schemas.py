"""Schemas: every keyword has a form, or a row in the ledger."""

from __future__ import annotations

from typing import Any

import pytest
from specloom import ir
from specloom.spec.shapes import plain

from tests.lowering import (
    described,
    lowered,
    of_schema,
    prop,
    wires,
)

STRING = {"type": "string"}


NULLABLE_TEXT = ir.Union(arms=(ir.Text(), ir.Null()))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (True, ir.Anything()),
        ({}, ir.Anything()),
        (False, ir.Nothing()),
        ({"not": {}}, ir.Nothing()),
        ({"type": "string", "not": True}, ir.Nothing()),
        ({"type": "null"}, ir.Null()),
        ({"type": ["object", "null"], "enum": [None]}, ir.Null()),
        ({"type": "boolean"}, ir.Boolean()),
        ({"const": "a"}, ir.Enum(values=("a",))),
        ({"const": None}, ir.Null()),
        ({"enum": [1, "a", True]}, ir.Enum(values=(1, "a", True))),
        ({"type": ["string", "null"]}, NULLABLE_TEXT),
        ({"anyOf": [STRING, {"type": "null"}]}, NULLABLE_TEXT),
        (
            {"oneOf": [STRING, {"type": "null"}]},
            ir.Union(arms=(ir.Text(), ir.Null()), exactly_one=True),
        ),
        ({"type": "string", "x-nullable": True}, NULLABLE_TEXT),
        (
            {"type": ["string", "null"], "enum": ["a", None]},
            ir.Union(arms=(ir.Enum(values=("a",)), ir.Null())),
        ),
        ({"anyOf": [STRING, {}]}, ir.Anything()),
        ({"anyOf": [STRING]}, ir.Text()),
        ({"oneOf": [{"const": "a"}, {"const": "b"}]}, ir.Enum(values=("a", "b"))),
        ({"minLength": 2}, ir.Text(min_length=2)),
        ({"type": "integer", "minimum": 0}, ir.Numeric(integer=True, minimum=0)),
        ({"type": "number", "maximum": 1.5}, ir.Numeric(integer=False, maximum=1.5)),
        ({"items": STRING}, ir.Array(items=ir.Text())),
        ({"type": "array", "items": False}, ir.Array(items=ir.Nothing())),
        (
            {"type": "array", "prefixItems": [STRING], "items": False},
            ir.Array(items=ir.Nothing(), prefix=(ir.Text(),)),
        ),
        ({"type": "object"}, ir.Object(extra=ir.Anything())),
        (
            {"type": "object", "additionalProperties": STRING},
            ir.Object(extra=ir.Text()),
        ),
        (
            {"type": "object", "additionalProperties": False},
            ir.Object(extra=ir.Nothing()),
        ),
        (
            {"propertyNames": {"pattern": "^a"}, "additionalProperties": STRING},
            ir.Object(extra=ir.Text(), key_schema=ir.Text(pattern="^a")),
        ),
        (
            {"patternProperties": {"^x": STRING}, "additionalProperties": False},
            ir.Object(patterns=(("^x", ir.Text()),), extra=ir.Nothing()),
        ),
    ],
)
def test_a_schema_has_one_meaning(written: Any, meant: ir.Schema) -> None:
    found, report = of_schema(written)
    assert plain(found) == plain(meant)
    assert not report.codes()


def test_nullable_of_3_0_is_a_null_arm() -> None:
    found, _ = of_schema({"type": "string", "nullable": True}, "3.0.3")
    assert plain(found) == NULLABLE_TEXT


def test_nullable_beside_a_reference_keeps_the_reference() -> None:
    written = {"allOf": [{"$ref": "#/components/schemas/A"}], "nullable": True}
    found, _ = of_schema(
        {"type": "object", "properties": {"a": written}}, "3.0.3", A={"type": "object"}
    )
    assert plain(prop(found, "a").schema) == ir.Union(
        arms=(ir.Ref(name="A"), ir.Null())
    )


def test_nothing_said_about_further_keys_is_none() -> None:
    found, _ = of_schema({"properties": {"a": STRING}})
    assert found.extra is None


def test_integers_beyond_2_53_stay_exact() -> None:
    found, _ = of_schema({"type": "integer", "maximum": 2**63 - 1, "minimum": -(2**63)})
    assert (found.minimum, found.maximum) == (-(2**63), 2**63 - 1)


def test_a_reference_says_more_beside_itself() -> None:
    written = {
        "properties": {
            "a": {
                "$ref": "#/components/schemas/A",
                "description": "beside",
                "deprecated": True,
            }
        }
    }
    found, _ = of_schema(written, A=STRING)
    item = prop(found, "a")
    assert isinstance(item.schema, ir.Ref)
    assert (item.meta.description, item.meta.deprecated) == ("beside", True)


def test_read_only_is_seen_through_a_reference() -> None:
    found, _ = of_schema(
        {"properties": {"a": {"$ref": "#/components/schemas/A"}}},
        A={"type": "string", "readOnly": True},
    )
    assert prop(found, "a").meta.read_only


def test_a_property_of_neither_side_is_one_of_both() -> None:
    both = STRING | {"readOnly": True, "writeOnly": True}
    found, report = of_schema({"properties": {"a": both}})
    meta = prop(found, "a").meta
    assert (meta.read_only, meta.write_only) == (False, False)
    assert [row.effect for row in report.rows("SPEC054")] == ["repaired"]


@pytest.mark.parametrize(
    ("limits", "told"),
    [
        ({}, True),
        ({"minItems": 2}, True),
        ({"items": False}, True),
        ({"minItems": 2, "maxItems": 2}, False),
        ({"minItems": 2, "items": False}, False),
        ({"minItems": 2, "unevaluatedItems": False}, False),
    ],
)
def test_places_in_a_list_of_unknown_length_are_in_the_ledger(
    limits: dict[str, Any], told: bool
) -> None:
    kinds = [STRING, {"type": "integer"}]
    found, report = of_schema({"type": "array", "prefixItems": kinds} | limits)
    assert len(found.prefix) == 2
    assert report.codes() == ({"SPEC060"} if told else set())


A = {"type": "object", "properties": {"a": STRING}}


B = {"type": "object", "properties": {"b": STRING}}


CAT = {"properties": {"kind": STRING, "purr": STRING}, "required": ["kind"]}


DOG = {"properties": {"kind": STRING, "bark": STRING}, "required": ["kind"]}


PETS = [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ({"not": STRING}, "SPEC060"),
        ({"if": {"required": ["a"]}, "then": {"required": ["b"]}}, "SPEC060"),
        ({"type": "array", "contains": STRING}, "SPEC060"),
        ({"$ref": "#/components/schemas/None"}, None),
        ({"type": "string", "default": [5]}, None),
        ({"type": "string", "enum": ["a"], "default": "b"}, "SPEC040"),
        ({"type": "string", "maxLength": 1, "default": "ab"}, "SPEC062"),
        ({"type": "string", "pattern": "(?=a)b"}, "SPEC063"),
        ({"type": "string", "pattern": "("}, "SPEC063"),
        ({"type": "string", "minLength": 5, "maxLength": 2}, "SPEC055"),
        ({"type": "array", "items": STRING, "minItems": 1.5}, None),
    ],
)
def test_what_has_no_form_is_in_the_ledger(written: Any, code: str | None) -> None:
    _, report = of_schema(written)
    assert report.codes() if code is None else report.rows(code)
    assert all(
        item.pointer.startswith("/components/schemas/It")
        for item in report.rows(code or "")
    )


def test_properties_of_rules_that_are_not_checked_are_allowed() -> None:
    written = {
        "properties": {"a": STRING},
        "if": {"properties": {"a": {"const": "x"}}},
        "then": {"properties": {"b": STRING}, "required": ["b"]},
    }
    found, _ = of_schema(written)
    assert wires(found) == ["a", "b"]
    assert not prop(found, "b").required


def test_a_default_spelled_as_text_is_read_as_meant() -> None:
    found, report = of_schema({"type": "integer", "default": "8"})
    assert found.meta.default == 8
    assert not report.rows("SPEC062")


def test_anchors_and_definitions_are_named_schemas() -> None:
    written = {
        "properties": {"a": {"$ref": "#/components/schemas/It/$defs/Inner"}},
        "$defs": {"Inner": STRING},
    }
    found, report = of_schema(written)
    reference = prop(found, "a").schema
    assert isinstance(reference, ir.Ref)
    assert plain(report.api.resolve(reference)) == ir.Text()


def test_names_of_enums_are_kept_when_there_is_one_a_value() -> None:
    found, _ = of_schema({"enum": [1, 2], "x-enum-varnames": ["One", "Two"]})
    assert found.names == ("One", "Two")
    found, _ = of_schema({"enum": [1, 2], "x-enum-varnames": ["One"]})
    assert found.names == ()


def test_the_order_of_keys_says_nothing() -> None:
    schemas = {"B": CAT, "A": DOG, "It": {"oneOf": PETS}, "Cat": CAT, "Dog": DOG}
    forward = described({"/b": {}, "/a": {}}, schemas)

    def turned(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: turned(value[key]) for key in reversed(value)}
        return [turned(item) for item in value] if isinstance(value, list) else value

    assert lowered(forward).api == lowered(turned(forward)).api
