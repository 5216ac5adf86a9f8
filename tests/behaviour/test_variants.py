"""Variants of a union are told apart by their tag, however it is declared."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

from tests.behaviour.packages import answers, imported, sent, write
from tests.lowering import described, lowered


def variant(tag: Any, field: str, **more: Any) -> dict[str, Any]:
    """Return an object with a tag of this schema and one field."""
    properties = {field: {"type": "integer"}} | ({} if tag is None else {"kind": tag})
    required = {} if tag is None else {"required": ["kind"]}
    return {"type": "object", "properties": properties} | required | more


def union(*names: str, arms: Any = (), **tag: Any) -> dict[str, Any]:
    listed = [{"$ref": f"#/components/schemas/{name}"} for name in names]
    found: dict[str, Any] = {"oneOf": [*listed, *arms]}
    return found | ({"discriminator": {"propertyName": "kind"} | tag} if tag else {})


SCHEMAS = {
    "One": variant({"type": "integer", "enum": [1]}, "a"),
    "Two": variant({"type": "integer", "enum": [2]}, "b"),
    "Numbered": union("One", "Two", mapping={"1": "One", "2": "Two"}),
    "Plain": variant({"enum": ["p", "q"]}, "a"),
    "Nullable": variant({"enum": ["r", None]}, "b"),
    "Null": union("Plain", "Nullable", mapping={}),
    "Bare": variant(None, "a"),
    "Naked": variant(None, "b"),
    "Untagged": union("Bare", "Naked", mapping={"x": "Bare", "y": "Naked"}),
    "Cat": variant({"const": "cat"}, "a"),
    "Dog": variant({"const": "dog"}, "b"),
    "Mixed": union("Cat", "Dog", arms=[{"type": "string"}]),
    "Other": variant({"type": "string"}, "c"),
    "Rest": union("Cat", "Dog", "Other", mapping={}, defaultMapping="Other"),
}
ASKED = ("Numbered", "Null", "Untagged", "Mixed", "Rest")


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    paths = {f"/{name.lower()}": {"post": _operation(name)} for name in ASKED}
    servers = [{"url": "https://api.example.com"}]
    document = described(paths, SCHEMAS, "3.2.0", servers=servers)
    folder = tmp_path_factory.mktemp("variants")
    write(lowered(document).api, folder, "variants_demo")
    with imported(folder, "variants_demo") as found:
        yield found


def _operation(name: str) -> dict[str, Any]:
    item = {"$ref": f"#/components/schemas/{name}"}
    content = {"application/json": {"schema": {"type": "array", "items": item}}}
    return {
        "operationId": f"send{name}",
        "tags": ["things"],
        "requestBody": {"required": True, "content": content},
        "responses": {"200": {"description": "Same.", "content": content}},
    }


def call(package: ModuleType, name: str, *values: Any, answer: Any = None) -> Any:
    """Send some values of a union; return what the answer is read as."""
    server = answers([*values] if answer is None else answer)
    client = package.VariantsDemo(http_client=server.client())
    found = getattr(client.things, f"send_{name}")(body=[*values])
    assert sent(server.last) == [*values]
    return found


def kinds(found: Any) -> list[str]:
    return [type(item).__name__ for item in found]


@pytest.mark.parametrize(
    ("name", "values", "meant"),
    [
        ("numbered", [{"kind": 2, "b": 1}, {"kind": 1}], ["Two", "One"]),
        ("null", [{"kind": "r"}, {"kind": None}, {"kind": "q"}], None),
        ("untagged", [{"kind": "y"}, {"kind": "x", "a": 1}], ["Naked", "Bare"]),
        ("untagged", [{"b": 1}, {"a": 1}], ["Naked", "Bare"]),
        ("mixed", [{"kind": "dog", "b": 1}, "text"], ["Dog", "str"]),
        ("rest", [{"kind": "dog"}, {"kind": "fish"}, {"kind": "Other"}], None),
    ],
)
def test_a_tag_leads_to_its_variant_in_requests_and_answers(
    package: ModuleType, name: str, values: list[Any], meant: list[str] | None
) -> None:
    expected = {
        "null": ["Nullable", "Nullable", "Plain"],
        "rest": ["Dog", "Other", "Other"],
    }
    assert kinds(call(package, name, *values)) == (meant or expected[name])


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("numbered", {"kind": 3}, "[0]: expected one of 1, 2 as 'kind', got 3"),
        ("numbered", {"kind": 1, "b": 1}, "[0].b: expected no such field"),
        ("untagged", {"kind": "z"}, "[0].kind: expected 'x' or 'y', got 'z'"),
        ("untagged", {"kind": "x", "b": 1}, "[0].b: expected no such field beside"),
        ("mixed", {"kind": "cat", "b": 1}, "[0].b: expected no such field"),
        ("mixed", 5, "[0]: expected an object or text, got 5"),
        ("rest", {"kind": "dog", "c": 1}, "[0].c: expected no such field"),
        ("rest", {"kind": "fish", "b": 1}, "[0].b: expected no such field"),
    ],
)
def test_a_value_outside_every_variant_is_refused_in_words_of_the_one_meant(
    package: ModuleType, name: str, value: Any, told: str
) -> None:
    with pytest.raises(package.InvalidPayloadError) as caught:
        call(package, name, value)
    assert str(caught.value).startswith(told)


def test_a_variant_nobody_described_is_kept_beside_texts_too(
    package: ModuleType,
) -> None:
    new = {"kind": "bird", "wings": 2}
    found = call(package, "mixed", "text", answer=[new, "text", {"kind": "cat"}])
    assert kinds(found) == ["Unknown", "str", "Cat"]
    assert found[0].raw == new
