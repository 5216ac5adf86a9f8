"""allOf, oneOf and anyOf: parts that are merged, variants, and where composition ends."""

from __future__ import annotations

from typing import Any

import pytest
from specloom import ir
from specloom.spec.shapes import plain

from tests.lowering import (
    of_schema,
    of_schemas,
    prop,
    wires,
)

STRING = {"type": "string"}


ENTITY = {"properties": {"id": STRING}, "required": ["id"]}


CLOSED = {"properties": {"name": STRING}, "additionalProperties": False}


def test_all_of_is_one_object() -> None:
    written = {
        "allOf": [{"$ref": "#/components/schemas/Entity"}, {"required": ["name"]}],
        "properties": {"name": STRING},
    }
    found, report = of_schema(written, Entity=ENTITY)
    assert wires(found) == ["id", "name"]
    assert all(item.required for item in found.properties)
    assert not report.codes()


def test_all_of_one_reference_stays_a_reference() -> None:
    written = {"allOf": [{"$ref": "#/components/schemas/Entity"}], "type": "object"}
    found, _ = of_schema(written, Entity=ENTITY)
    assert plain(found) == ir.Ref(name="Entity")


@pytest.mark.parametrize(
    "said", [{"readOnly": True}, {"description": "Mine."}, {"default": "a"}]
)
def test_what_a_part_says_of_a_field_of_another_is_kept(said: dict[str, Any]) -> None:
    """The shape is the same, what is said of it is not."""
    parts = [{"$ref": "#/components/schemas/Entity"}, {"properties": {"id": said}}]
    found, _ = of_schema({"allOf": parts}, Entity=ENTITY)
    assert isinstance(found, ir.Object)
    (field,) = found.properties
    metas = (field.meta, field.schema.meta)
    assert any(
        (meta.read_only, meta.description, meta.default) != (False, None, None)
        for meta in metas
    )


@pytest.mark.parametrize(
    ("left", "right", "both"), [(4, 6, 12), (0.2, 0.3, 0.6), (0.5, 2, 2), (3, 3, 3)]
)
def test_a_multiple_of_two_steps_is_one_of_both(
    left: float, right: float, both: float
) -> None:
    parts = [{"type": "number", "multipleOf": left}, {"multipleOf": right}]
    found, report = of_schema({"allOf": parts})
    assert plain(found) == ir.Numeric(integer=False, multiple_of=both)
    assert not report.codes()


def test_of_two_patterns_one_is_checked_and_it_is_told() -> None:
    parts = [{"type": "string", "pattern": "^a"}, {"type": "string", "pattern": "z$"}]
    found, report = of_schema({"allOf": parts})
    assert plain(found) == ir.Text(pattern="z$")
    assert report.codes() == {"SPEC063"}


def test_a_closed_part_closes_the_whole() -> None:
    written = {
        "allOf": [{"$ref": "#/components/schemas/Entity"}],
        "properties": {"name": STRING},
        "unevaluatedProperties": False,
    }
    found, report = of_schema(written, Entity=ENTITY)
    assert wires(found) == ["id", "name"]
    assert found.extra == ir.Nothing(meta=found.extra.meta)
    assert not report.codes()


def test_keywords_without_a_type_bind_only_values_of_their_kind() -> None:
    entity = {"$ref": "#/components/schemas/Entity"}
    for written in (
        {**entity, "minLength": 1, "maxLength": 80},
        {"allOf": [entity], "minimum": 1},
    ):
        found, report = of_schema(written, Entity=ENTITY)
        assert plain(found) == ir.Ref(name="Entity")
        assert not report.codes()
    found, _ = of_schema({"allOf": [STRING], "minLength": 1})
    assert plain(found) == ir.Text(min_length=1)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ({"allOf": [{"$ref": "#/components/schemas/Closed"}, ENTITY]}, True),
        ({"$ref": "#/components/schemas/Entity", "additionalProperties": False}, True),
        ({"allOf": [{"$ref": "#/components/schemas/Closed"}]}, False),
        ({"anyOf": [{"$ref": "#/components/schemas/Closed"}, CLOSED]}, False),
        ({"anyOf": [CLOSED], **ENTITY}, True),
        ({"anyOf": [ENTITY], **CLOSED}, True),
        (
            {
                "allOf": [{"$ref": "#/components/schemas/Entity"}],
                "unevaluatedProperties": False,
            },
            False,
        ),
    ],
)
def test_a_part_that_forbids_the_fields_of_another_is_told(
    written: dict[str, Any], told: bool
) -> None:
    found, report = of_schema(written, Entity=ENTITY, Closed=CLOSED)
    assert report.codes() == ({"SPEC068"} if told else set())
    assert not told or found.extra == ir.Nothing(meta=found.extra.meta)


A = {"type": "object", "properties": {"a": STRING}}


B = {"type": "object", "properties": {"b": STRING}}


@pytest.mark.parametrize(
    ("arms", "told"),
    [
        ([A, B], True),
        ([A, B, {"type": "null"}], True),
        ([A, {**B, "required": ["b"]}], False),
        ([A, {**B, "additionalProperties": False}], False),
        ([A, {"type": "object", "properties": {"a": {"type": "integer"}}}], False),
        ([A, STRING], False),
    ],
)
def test_variants_of_which_no_value_is_exactly_one_are_told(
    arms: list[Any], told: bool
) -> None:
    _, report = of_schema({"oneOf": arms})
    assert report.codes() == ({"SPEC067"} if told else set())
    assert not of_schema({"anyOf": arms})[1].codes()


def test_a_contradiction_in_all_of_takes_the_later_part() -> None:
    found, report = of_schema({"allOf": [STRING, {"type": "integer"}]})
    assert plain(found) == ir.Numeric(integer=True)
    assert report.codes() == {"SPEC056"}


def test_required_alternatives_are_objects_with_all_properties() -> None:
    written = {
        "properties": {"a": STRING, "b": STRING},
        "anyOf": [{"required": ["a"]}, {"required": ["b"]}],
    }
    found, _ = of_schema(written)
    assert [wires(arm) for arm in found.arms] == [["a", "b"], ["a", "b"]]
    assert [[p.required for p in arm.properties] for arm in found.arms] == [
        [True, False],
        [False, True],
    ]


def test_variants_that_lead_back_to_the_schema_say_nothing() -> None:
    found = of_schemas(
        A={"anyOf": [{"$ref": "#/components/schemas/B"}, {"type": "integer"}]},
        B={"anyOf": [{"$ref": "#/components/schemas/A"}, STRING]},
        Loop={"anyOf": [{"$ref": "#/components/schemas/Back"}]},
        Back={"anyOf": [{"$ref": "#/components/schemas/Loop"}]},
    )
    integer = ir.Numeric(integer=True)
    assert plain(found.schema("A")) == ir.Union(arms=(integer, ir.Text()))
    assert plain(found.schema("B")) == ir.Union(arms=(ir.Text(), integer))
    assert plain(found.schema("Loop")) == plain(found.schema("Back")) == ir.Anything()
    assert len(found.rows("SPEC066")) == 4


def test_a_child_that_adds_nothing_is_what_its_parent_says_itself() -> None:
    parent = {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": STRING},
        "discriminator": {"propertyName": "kind"},
    }
    extending = [{"$ref": "#/components/schemas/Problem"}]
    found = of_schemas(
        Problem=parent,
        Bare={"allOf": extending, "description": "bare"},
        Full={"allOf": [*extending, {"properties": {"reason": STRING}}]},
    )
    assert wires(found.schema("Bare")) == ["kind"]
    problem = found.schema("Problem")
    assert isinstance(problem, ir.Union)
    assert problem.discriminator is not None
    assert [tag for tag, _ in problem.discriminator.mapping] == [
        *("Bare", "Full", "Problem")
    ]


def test_a_schema_of_itself_is_cut_off() -> None:
    loop = {"allOf": [{"$ref": "#/components/schemas/It"}], "properties": {"a": STRING}}
    found, _ = of_schema(loop)
    assert wires(found) == ["a"]


def test_a_circle_of_references_is_anything() -> None:
    found = of_schemas(
        A={"$ref": "#/components/schemas/B"}, B={"$ref": "#/components/schemas/A"}
    )
    assert isinstance(found.api.resolve(found.schema("A")), ir.Anything)


def test_recursive_schemas_refer_to_each_other() -> None:
    found, _ = of_schema({"properties": {"child": {"$ref": "#/components/schemas/It"}}})
    assert plain(prop(found, "child").schema) == ir.Ref(name="It")


def test_composition_that_grows_without_end_is_bounded() -> None:
    parts = {
        f"S{n}": {
            "allOf": [
                {"properties": {"next": {"$ref": f"#/components/schemas/S{n + 1}"}}},
                {"properties": {"next": {"$ref": f"#/components/schemas/S{n + 2}"}}},
            ]
        }
        for n in range(60)
    }
    found = of_schemas(**parts, S60=ENTITY, S61=ENTITY)
    assert len(found.api.schemas) == 62


def test_too_many_combinations_of_variants_are_bounded() -> None:
    arms = [{"properties": {f"p{n}": STRING}, "required": [f"p{n}"]} for n in range(40)]
    found, report = of_schema({"allOf": [{"anyOf": arms}, {"anyOf": arms}]})
    assert report.codes() == {"SPEC057"}
    assert len(found.arms) == 40


def test_deep_nesting_ends_in_anything() -> None:
    schema: dict[str, Any] = {"type": "string"}
    for _ in range(90):
        schema = {"type": "array", "items": schema}
    _, report = of_schema(schema)
    assert "SPEC052" in report.codes()


def test_keywords_without_a_type_bind_only_variants_of_their_kind() -> None:
    arms = [{"type": "object", "properties": {"a": STRING}}, {"type": "null"}]
    found, _ = of_schema({"anyOf": arms, "additionalProperties": True})
    assert isinstance(found, ir.Union)
    assert wires(found.arms[0]) == ["a"]
    assert isinstance(found.arms[1], ir.Null)
