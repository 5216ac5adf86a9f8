"""Classes that extend others read and give back what the others would, too."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

from tests.behaviour.packages import answers, imported, write
from tests.lowering import described, lowered


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


SCHEMAS: dict[str, Any] = {
    "Entity": {
        "type": "object",
        "required": ["id"],
        "properties": {
            "id": {"type": "string"},
            "made-at": {"type": "string", "format": "date-time"},
            "last": ref("User"),
        },
    },
    "Counted": {
        "type": "object",
        "properties": {"count": {"type": "integer", "default": 1}},
        "additionalProperties": {"type": "integer"},
    },
    "User": {
        "allOf": [ref("Entity"), {"properties": {"friends": {"items": ref("User")}}}]
    },
    "Box": {"allOf": [ref("Entity"), ref("Counted")]},
    "Answer": {
        "type": "object",
        "properties": {name.lower(): ref(name) for name in ("Entity", "User", "Box")}
        | {"counted": ref("Counted")},
    },
}
ANSWER = {
    "entity": {"id": "e", "more": 1},
    "user": {"id": "u", "friends": [{"id": "f", "last": {"id": "l"}}]},
    "box": {"id": "b", "made-at": "2024-02-29T12:00:00Z", "left": 3},
}


@pytest.fixture(scope="module")
def answer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    content = {"application/json": {"schema": ref("Answer")}}
    operation = {
        "operationId": "look",
        "tags": ["things"],
        "responses": {"200": {"description": "All.", "content": content}},
    }
    servers = [{"url": "https://api.example.com"}]
    document = described({"/all": {"get": operation}}, SCHEMAS, servers=servers)
    folder = tmp_path_factory.mktemp("extended")
    write(lowered(document).api, folder, "extended_demo")
    with imported(folder, "extended_demo") as package:
        client = package.ExtendedDemo(http_client=answers(ANSWER).client())
        yield client.things.look()


def test_an_answer_comes_back_as_it_came(answer: Any) -> None:
    assert answer.to_dict() == ANSWER


def test_a_class_is_a_kind_of_what_its_schema_extends(answer: Any) -> None:
    models = import_module("extended_demo.models.things")
    assert isinstance(answer.user, models.Entity)
    assert isinstance(answer.user.friends[0].last, models.User)
    assert isinstance(answer.box, models.Entity)
    assert isinstance(answer.box, models.Counted)
    assert not isinstance(answer.entity, models.User)


def test_aliases_defaults_and_typed_extras_are_had_too(answer: Any) -> None:
    assert answer.box.made_at.year == 2024
    assert answer.box.count == 1
    assert dict(answer.box.extras) == {"left": 3}
