"""Keys of components that OpenAPI forbids are renamed, and what names them follows."""

from __future__ import annotations

from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from specloom.diagnostics import Report
from specloom.spec import upgrade

from tests import lowering

OBJECT = {"type": "object"}


def document(schemas: dict[str, Any], schema: Any = None) -> dict[str, Any]:
    return {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {},
        "components": {"schemas": {"Use": schema or {}, **schemas}},
    }


def upgraded(data: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Return a document in the 3.1 dialect and the codes of what was found."""
    report = Report()
    found = upgrade.upgrade(lowering.document(data), report)
    return found.data, [item.code for item in report]


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("Page«User»", "Page_User_"),
        ("Result`1[System.String]", "Result_1_System.String_"),
        ("Größe", "Gr_uf6__udf_e"),
        ("a/b c", "a_b_c"),
    ],
)
def test_a_key_is_renamed_to_one_that_is_allowed(key: str, name: str) -> None:
    found, codes = upgraded(document({key: OBJECT}))
    assert found["components"]["schemas"][name] == OBJECT
    assert codes == ["SPEC033"]
    OpenAPIV31SpecValidator(found).validate()


@pytest.mark.parametrize(
    "ref",
    ["#/components/schemas/A~1b «x»", "#/components/schemas/A~1b%20%C2%ABx%C2%BB"],
)
def test_references_follow_into_what_lies_below_too(ref: str) -> None:
    use = {"items": {"$ref": ref}, "not": {"$ref": ref + "/properties/of"}}
    of = {"properties": {"of": OBJECT}}
    found, _ = upgraded(document({"A/b «x»": of}, use))
    new = "#/components/schemas/A_b__x_"
    assert found["components"]["schemas"]["Use"] == {
        "items": {"$ref": new},
        "not": {"$ref": new + "/properties/of"},
    }


def test_a_discriminator_maps_to_the_new_key_by_name_and_by_reference() -> None:
    mapping = {"a": "Cat «x»", "b": "#/components/schemas/Cat «x»", "c": "Dog"}
    use = {"discriminator": {"propertyName": "kind", "mapping": mapping}}
    found, _ = upgraded(document({"Cat «x»": OBJECT, "Dog": OBJECT}, use))
    assert found["components"]["schemas"]["Use"]["discriminator"]["mapping"] == {
        "a": "Cat__x_",
        "b": "#/components/schemas/Cat__x_",
        "c": "Dog",
    }


def test_keys_that_become_alike_stay_two_schemas() -> None:
    both = {"A«x»": {"type": "string"}, "A<x>": {"type": "integer"}, "A_x_": OBJECT}
    found, _ = upgraded(document(both))
    schemas = found["components"]["schemas"]
    assert schemas["A_x_"] == OBJECT
    assert (schemas["A_x__2"], schemas["A_x__3"]) == (both["A<x>"], both["A«x»"])
