"""Unions whose variants a tag tells apart, however the tag is declared."""

from __future__ import annotations

from typing import Any

import pytest
from specloom import ir

from tests.lowering import (
    of_schema,
    of_schemas,
    wires,
)

STRING = {"type": "string"}


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
    found, report = of_schema({"oneOf": PETS, "discriminator": tag}, Cat=CAT, Dog=DOG)
    assert found.discriminator == ir.Discriminator(property="kind", mapping=meant)
    assert not report.codes()


def test_a_tag_value_of_a_member_beats_its_name() -> None:
    cat = CAT | {"properties": {"kind": {"const": "cat"}}}
    tag = {"propertyName": "kind"}
    found, _ = of_schema({"oneOf": PETS, "discriminator": tag}, Cat=cat, Dog=DOG)
    assert found.discriminator.mapping == (("Dog", 1), ("cat", 0))


@pytest.mark.parametrize(
    "keyword", ["x-ms-discriminator-value", "x-discriminator-value"]
)
def test_a_tag_other_tools_write_is_read(keyword: str) -> None:
    tag = {"propertyName": "kind"}
    found, _ = of_schema(
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
    found, _ = of_schema({"oneOf": PETS}, Base=base, Cat=cat, Dog=dog)
    assert found.discriminator.mapping == (("cat", 0), ("dog", 1), ("wolf", 1))


def test_a_tag_no_one_declared_needs_a_constant_in_every_arm() -> None:
    cat = CAT | {"properties": {"kind": {"const": "cat"}}}
    found, _ = of_schema({"oneOf": PETS}, Cat=cat, Dog=DOG)
    assert found.discriminator is None


def test_a_default_mapping_is_the_arm_without_a_tag() -> None:
    tag = {"propertyName": "kind", "defaultMapping": "Dog"}
    found, _ = of_schema(
        {"oneOf": PETS, "discriminator": tag}, "3.2.0", Cat=CAT, Dog=DOG
    )
    assert found.discriminator.default == 1


def test_a_mapped_schema_that_is_no_variant_becomes_one() -> None:
    tag = {"propertyName": "kind", "mapping": {"dog": "Dog"}}
    found, report = of_schema(
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
    found, report = of_schema(
        {"oneOf": PETS, "discriminator": tag}, Cat=same, Dog=other
    )
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
    found, doc = of_schema(
        {
            "oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in arms],
            "discriminator": {"propertyName": "type", "mapping": mapping},
        },
        **arms,
    )
    assert found.discriminator is None
    assert "SPEC058" in doc.codes()


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
