"""A class extends another where its schema does, and has all that the other has."""

from __future__ import annotations

from typing import Any

import pytest
from specloom.python import types

from tests.lowering import described, lowered

A: dict[str, Any] = {"type": "object", "properties": {"a": {"type": "string"}}}
B: dict[str, Any] = {"type": "object", "properties": {"b": {"type": "string"}}}


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def own(name: str, **more: Any) -> dict[str, Any]:
    return {"properties": {name: {"type": "integer", **more}}}


def classes(**schemas: Any) -> dict[str, tuple[tuple[str, ...], list[str]]]:
    """Return the bases and the own fields of each class, in the order of the module."""
    top = {
        "type": "object",
        "properties": {name.lower(): ref(name) for name in schemas},
    }
    found = {"200": {"description": "o", "content": {"application/json": {}}}}
    found["200"]["content"]["application/json"] = {"schema": top}  # type: ignore[index]
    paths = {"/a": {"get": {"operationId": "a", "responses": found}}}
    api = lowered(described(paths, components={"schemas": schemas})).api
    schema = api.operations[0].responses[0].contents[0].schema
    assert schema is not None
    root = types.Root("Top", schema, "things", "output")
    module = types.plan(api, [root], "demo").modules[-1]
    return {
        item.name: (
            item.bases,
            [row.declaration.partition(":")[0] for row in item.fields],
        )
        for item in module.classes
        if item.name != "Top"
    }


def test_a_class_has_only_what_its_bases_have_not_and_stands_after_them() -> None:
    found = classes(
        C={"allOf": [ref("X"), own("c")]}, X={"allOf": [ref("A"), own("x")]}, A=A
    )
    assert list(found.items()) == [
        ("A", ((), ["a"])),
        ("X", (("A",), ["x"])),
        ("C", (("X",), ["c"])),
    ]


def test_a_schema_of_two_others_is_a_class_of_both() -> None:
    found = classes(A=A, B=B, C={"allOf": [ref("A"), ref("B"), own("c")]})
    assert found["C"] == (("A", "B"), ["c"])


def test_of_bases_that_have_bases_only_the_largest_is_extended() -> None:
    found = classes(
        A=A,
        B=B,
        X={"allOf": [ref("A"), own("x"), own("y")]},
        C={"allOf": [ref("B"), ref("X")]},
    )
    assert found["C"] == (("X",), ["b"])


def test_keywords_beside_a_reference_extend_what_it_names() -> None:
    found = classes(A=A, C=ref("A") | own("c"))
    assert found["C"] == (("A",), ["c"])


def test_a_field_that_is_told_otherwise_is_written_again() -> None:
    told = {"properties": {"a": {"description": "Other."}}}
    found = classes(A=A, C={"allOf": [ref("A"), told, own("c")]})
    assert found["C"] == (("A",), ["a", "c"])


@pytest.mark.parametrize(
    "narrowed", [{"required": ["a"]}, {"properties": {"a": {"enum": ["x"]}}}]
)
def test_what_narrows_a_field_extends_nothing(narrowed: dict[str, Any]) -> None:
    found = classes(A=A, C={"allOf": [ref("A"), narrowed, own("c")]})
    assert found["C"] == ((), ["a", "c"])


def test_a_parent_that_is_narrowed_is_passed_over_for_its_own() -> None:
    middle = {"allOf": [ref("A"), own("x")]}
    found = classes(
        A=A, X=middle, C={"allOf": [ref("X"), {"required": ["x"]}, own("c")]}
    )
    assert found["C"] == (("A",), ["c", "x"])


def test_a_parent_that_nothing_answers_is_no_class() -> None:
    hidden = {"C": {"allOf": [ref("A"), own("c")]}}
    found = classes(**hidden)
    assert found["C"] == ((), ["c"])


def test_schemas_that_extend_each_other_are_in_some_order() -> None:
    found = classes(
        X={"allOf": [ref("Y"), own("x")]}, Y={"allOf": [ref("X"), own("y")]}
    )
    assert sorted(found) == ["X", "Y"]


def test_typed_extras_are_had_too() -> None:
    typed = A | {"additionalProperties": {"type": "integer"}}
    found = classes(A=typed, B=B, C={"allOf": [ref("B"), ref("A"), own("c")]})
    assert found["C"] == (("B", "A"), ["c"])
