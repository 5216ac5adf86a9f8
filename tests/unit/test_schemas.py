"""Schemas: every keyword has a form, or a row in the ledger."""

from __future__ import annotations

from typing import Any

import pytest
from specloom import ir
from specloom.spec.shapes import plain

from tests.lowering import Lowered, described, lowered, of_schemas

STRING = {"type": "string"}


def one(schema: Any, version: str = "3.1.0", **others: Any) -> tuple[Any, Lowered]:
    found = of_schemas(version, It=schema, **others)
    return found.schema("It"), found


def wires(schema: ir.Schema) -> list[str]:
    assert isinstance(schema, ir.Object)
    return [item.wire for item in schema.properties]


def prop(schema: ir.Schema, wire: str) -> ir.Property:
    assert isinstance(schema, ir.Object)
    return next(item for item in schema.properties if item.wire == wire)


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
    found, report = one(written)
    assert plain(found) == plain(meant)
    assert not report.codes()


def test_nullable_of_3_0_is_a_null_arm() -> None:
    found, _ = one({"type": "string", "nullable": True}, "3.0.3")
    assert plain(found) == NULLABLE_TEXT


def test_nullable_beside_a_reference_keeps_the_reference() -> None:
    written = {"allOf": [{"$ref": "#/components/schemas/A"}], "nullable": True}
    found, _ = one(
        {"type": "object", "properties": {"a": written}}, "3.0.3", A={"type": "object"}
    )
    assert plain(prop(found, "a").schema) == ir.Union(
        arms=(ir.Ref(name="A"), ir.Null())
    )


def test_nothing_said_about_further_keys_is_none() -> None:
    found, _ = one({"properties": {"a": STRING}})
    assert found.extra is None


def test_integers_beyond_2_53_stay_exact() -> None:
    found, _ = one({"type": "integer", "maximum": 2**63 - 1, "minimum": -(2**63)})
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
    found, _ = one(written, A=STRING)
    item = prop(found, "a")
    assert isinstance(item.schema, ir.Ref)
    assert (item.meta.description, item.meta.deprecated) == ("beside", True)


def test_read_only_is_seen_through_a_reference() -> None:
    found, _ = one(
        {"properties": {"a": {"$ref": "#/components/schemas/A"}}},
        A={"type": "string", "readOnly": True},
    )
    assert prop(found, "a").meta.read_only


def test_a_property_of_neither_side_is_one_of_both() -> None:
    both = STRING | {"readOnly": True, "writeOnly": True}
    found, report = one({"properties": {"a": both}})
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
    found, report = one({"type": "array", "prefixItems": kinds} | limits)
    assert len(found.prefix) == 2
    assert report.codes() == ({"SPEC060"} if told else set())


ENTITY = {"properties": {"id": STRING}, "required": ["id"]}
CLOSED = {"properties": {"name": STRING}, "additionalProperties": False}


def test_all_of_is_one_object() -> None:
    written = {
        "allOf": [{"$ref": "#/components/schemas/Entity"}, {"required": ["name"]}],
        "properties": {"name": STRING},
    }
    found, report = one(written, Entity=ENTITY)
    assert wires(found) == ["id", "name"]
    assert all(item.required for item in found.properties)
    assert not report.codes()


def test_all_of_one_reference_stays_a_reference() -> None:
    written = {"allOf": [{"$ref": "#/components/schemas/Entity"}], "type": "object"}
    found, _ = one(written, Entity=ENTITY)
    assert plain(found) == ir.Ref(name="Entity")


@pytest.mark.parametrize(
    "said", [{"readOnly": True}, {"description": "Mine."}, {"default": "a"}]
)
def test_what_a_part_says_of_a_field_of_another_is_kept(said: dict[str, Any]) -> None:
    """The shape is the same, what is said of it is not."""
    parts = [{"$ref": "#/components/schemas/Entity"}, {"properties": {"id": said}}]
    found, _ = one({"allOf": parts}, Entity=ENTITY)
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
    found, report = one({"allOf": parts})
    assert plain(found) == ir.Numeric(integer=False, multiple_of=both)
    assert not report.codes()


def test_of_two_patterns_one_is_checked_and_it_is_told() -> None:
    parts = [{"type": "string", "pattern": "^a"}, {"type": "string", "pattern": "z$"}]
    found, report = one({"allOf": parts})
    assert plain(found) == ir.Text(pattern="z$")
    assert report.codes() == {"SPEC063"}


def test_a_closed_part_closes_the_whole() -> None:
    written = {
        "allOf": [{"$ref": "#/components/schemas/Entity"}],
        "properties": {"name": STRING},
        "unevaluatedProperties": False,
    }
    found, report = one(written, Entity=ENTITY)
    assert wires(found) == ["id", "name"]
    assert found.extra == ir.Nothing(meta=found.extra.meta)
    assert not report.codes()


def test_keywords_without_a_type_bind_only_values_of_their_kind() -> None:
    entity = {"$ref": "#/components/schemas/Entity"}
    for written in (
        {**entity, "minLength": 1, "maxLength": 80},
        {"allOf": [entity], "minimum": 1},
    ):
        found, report = one(written, Entity=ENTITY)
        assert plain(found) == ir.Ref(name="Entity")
        assert not report.codes()
    found, _ = one({"allOf": [STRING], "minLength": 1})
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
    found, report = one(written, Entity=ENTITY, Closed=CLOSED)
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
    _, report = one({"oneOf": arms})
    assert report.codes() == ({"SPEC067"} if told else set())
    assert not one({"anyOf": arms})[1].codes()


def test_a_contradiction_in_all_of_takes_the_later_part() -> None:
    found, report = one({"allOf": [STRING, {"type": "integer"}]})
    assert plain(found) == ir.Numeric(integer=True)
    assert report.codes() == {"SPEC056"}


def test_required_alternatives_are_objects_with_all_properties() -> None:
    written = {
        "properties": {"a": STRING, "b": STRING},
        "anyOf": [{"required": ["a"]}, {"required": ["b"]}],
    }
    found, _ = one(written)
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
    found, _ = one(loop)
    assert wires(found) == ["a"]


def test_a_circle_of_references_is_anything() -> None:
    found = of_schemas(
        A={"$ref": "#/components/schemas/B"}, B={"$ref": "#/components/schemas/A"}
    )
    assert isinstance(found.api.resolve(found.schema("A")), ir.Anything)


def test_recursive_schemas_refer_to_each_other() -> None:
    found, _ = one({"properties": {"child": {"$ref": "#/components/schemas/It"}}})
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
    found, report = one({"allOf": [{"anyOf": arms}, {"anyOf": arms}]})
    assert report.codes() == {"SPEC057"}
    assert len(found.arms) == 40


def test_deep_nesting_ends_in_anything() -> None:
    schema: dict[str, Any] = {"type": "string"}
    for _ in range(90):
        schema = {"type": "array", "items": schema}
    _, report = one(schema)
    assert "SPEC052" in report.codes()


CAT = {"properties": {"kind": STRING, "purr": STRING}, "required": ["kind"]}
DOG = {"properties": {"kind": STRING, "bark": STRING}, "required": ["kind"]}
PETS = [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}]


@pytest.mark.parametrize(
    ("mapping", "meant"),
    [
        ({}, (("Cat", 0), ("Dog", 1))),
        ({"c": "#/components/schemas/Cat", "d": "Dog"}, (("c", 0), ("d", 1))),
        ({"c": "Cat"}, (("Dog", 1), ("c", 0))),
    ],
)
def test_a_discriminator_names_every_arm(
    mapping: dict[str, str], meant: tuple[Any, ...]
) -> None:
    tag = {"propertyName": "kind", "mapping": mapping}
    found, report = one({"oneOf": PETS, "discriminator": tag}, Cat=CAT, Dog=DOG)
    assert found.discriminator == ir.Discriminator(property="kind", mapping=meant)
    assert not report.codes()


def test_a_tag_value_of_a_member_beats_its_name() -> None:
    cat = CAT | {"properties": {"kind": {"const": "cat"}}}
    tag = {"propertyName": "kind"}
    found, _ = one({"oneOf": PETS, "discriminator": tag}, Cat=cat, Dog=DOG)
    assert found.discriminator.mapping == (("Dog", 1), ("cat", 0))


@pytest.mark.parametrize(
    "keyword", ["x-ms-discriminator-value", "x-discriminator-value"]
)
def test_a_tag_other_tools_write_is_read(keyword: str) -> None:
    tag = {"propertyName": "kind"}
    found, _ = one(
        {"oneOf": PETS, "discriminator": tag}, Cat=CAT | {keyword: "c"}, Dog=DOG
    )
    assert ("c", 0) in found.discriminator.mapping


def test_a_tag_inside_all_of_is_found() -> None:
    base = {"properties": {"kind": STRING}, "required": ["kind"]}
    cat = {
        "allOf": [
            {"$ref": "#/components/schemas/Base"},
            {"properties": {"kind": {"enum": ["cat"]}}},
        ]
    }
    dog = {
        "allOf": [
            {"$ref": "#/components/schemas/Base"},
            {"properties": {"kind": {"enum": ["dog", "wolf"]}}},
        ]
    }
    found, _ = one({"oneOf": PETS}, Base=base, Cat=cat, Dog=dog)
    assert found.discriminator.mapping == (("cat", 0), ("dog", 1), ("wolf", 1))


def test_a_tag_no_one_declared_needs_a_constant_in_every_arm() -> None:
    cat = CAT | {"properties": {"kind": {"const": "cat"}}}
    found, _ = one({"oneOf": PETS}, Cat=cat, Dog=DOG)
    assert found.discriminator is None


def test_a_default_mapping_is_the_arm_without_a_tag() -> None:
    tag = {"propertyName": "kind", "defaultMapping": "Dog"}
    found, _ = one({"oneOf": PETS, "discriminator": tag}, "3.2.0", Cat=CAT, Dog=DOG)
    assert found.discriminator.default == 1


def test_a_mapped_schema_that_is_no_variant_becomes_one() -> None:
    tag = {"propertyName": "kind", "mapping": {"dog": "Dog"}}
    found, report = one(
        {"oneOf": [*PETS[:1], STRING | {"type": "object"}], "discriminator": tag},
        Cat=CAT,
        Dog=DOG,
    )
    assert ir.Ref(name="Dog") in found.arms
    assert "SPEC059" in report.codes()


def test_two_arms_with_one_tag_are_a_plain_union() -> None:
    same = {"properties": {"kind": {"const": "x"}}, "required": ["kind"]}
    other = same | {"description": "another", "minProperties": 1}
    tag = {"propertyName": "kind"}
    found, report = one({"oneOf": PETS, "discriminator": tag}, Cat=same, Dog=other)
    assert found.discriminator is None
    assert report.codes() == {"SPEC058"}


def test_a_tag_that_its_variant_does_not_allow_is_not_used() -> None:
    arms = {
        name: {
            "type": "object",
            "required": ["type"],
            "properties": {"type": {"enum": ["passport", "card"]}},
        }
        for name in ("One", "Two")
    }
    mapping = {"one": "One", "two": "Two"}
    found, doc = one(
        {
            "oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in arms],
            "discriminator": {"propertyName": "type", "mapping": mapping},
        },
        **arms,
    )
    assert found.discriminator is None
    assert "SPEC058" in doc.codes()


def test_keywords_without_a_type_bind_only_variants_of_their_kind() -> None:
    arms = [{"type": "object", "properties": {"a": STRING}}, {"type": "null"}]
    found, _ = one({"anyOf": arms, "additionalProperties": True})
    assert isinstance(found, ir.Union)
    assert wires(found.arms[0]) == ["a"]
    assert isinstance(found.arms[1], ir.Null)


def test_a_tagged_parent_is_the_union_of_what_extends_it() -> None:
    parent = {
        "properties": {"kind": STRING},
        "required": ["kind"],
        "discriminator": {"propertyName": "kind", "mapping": {"cat": "Cat"}},
    }
    cat = {
        "allOf": [
            {"$ref": "#/components/schemas/Pet"},
            {"properties": {"purr": STRING}},
        ]
    }
    found = of_schemas(Pet=parent, Cat=cat)
    pet = found.schema("Pet")
    assert isinstance(pet, ir.Union)
    assert pet.arms[0] == ir.Ref(name="Cat")
    assert wires(pet.arms[1]) == ["kind"]
    assert pet.discriminator is not None
    assert pet.discriminator.mapping == (("Pet", 1), ("cat", 0))
    assert wires(found.schema("Cat")) == ["kind", "purr"]


def test_a_parent_that_lists_its_children_composes_without_a_circle() -> None:
    parent = {
        "properties": {"kind": STRING},
        "oneOf": [{"$ref": "#/components/schemas/Cat"}],
        "discriminator": {"propertyName": "kind"},
    }
    cat = {
        "allOf": [
            {"$ref": "#/components/schemas/Pet"},
            {"properties": {"purr": STRING}},
        ]
    }
    found = of_schemas(Pet=parent, Cat=cat)
    assert wires(found.schema("Cat")) == ["kind", "purr"]
    assert "SPEC057" not in found.codes()


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
    _, report = one(written)
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
    found, _ = one(written)
    assert wires(found) == ["a", "b"]
    assert not prop(found, "b").required


def test_a_default_spelled_as_text_is_read_as_meant() -> None:
    found, report = one({"type": "integer", "default": "8"})
    assert found.meta.default == 8
    assert not report.rows("SPEC062")


def test_anchors_and_definitions_are_named_schemas() -> None:
    written = {
        "properties": {"a": {"$ref": "#/components/schemas/It/$defs/Inner"}},
        "$defs": {"Inner": STRING},
    }
    found, report = one(written)
    reference = prop(found, "a").schema
    assert isinstance(reference, ir.Ref)
    assert plain(report.api.resolve(reference)) == ir.Text()


def test_names_of_enums_are_kept_when_there_is_one_a_value() -> None:
    found, _ = one({"enum": [1, 2], "x-enum-varnames": ["One", "Two"]})
    assert found.names == ("One", "Two")
    found, _ = one({"enum": [1, 2], "x-enum-varnames": ["One"]})
    assert found.names == ()


def test_the_order_of_keys_says_nothing() -> None:
    schemas = {"B": CAT, "A": DOG, "It": {"oneOf": PETS}, "Cat": CAT, "Dog": DOG}
    forward = described({"/b": {}, "/a": {}}, schemas)

    def turned(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: turned(value[key]) for key in reversed(value)}
        return [turned(item) for item in value] if isinstance(value, list) else value

    assert lowered(forward).api == lowered(turned(forward)).api
