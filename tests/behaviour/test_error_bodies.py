"""Bodies of errors: of the type that the document declares, and never lost."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
from specloom import ir

from tests import apis
from tests.behaviour.packages import answers, imported, write

PROBLEM = ir.Object(
    properties=(
        ir.Property(wire="title", schema=apis.TEXT, required=True),
        ir.Property(wire="pet", schema=ir.Numeric(integer=True)),
    )
)
MINE = {"title": "no such pet", "pet": 7, "hint": "look again"}


@pytest.fixture(scope="module")
def pets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    problem = ir.Ref(name="Problem")
    found = apis.api(
        apis.operation(
            "GET /pet",
            apis.answer(apis.TEXT),
            apis.answer(problem, "404", "application/problem+json"),
            apis.answer(problem, "5XX"),
            tags=("pets",),
        ),
        servers=(ir.Server(url="https://api.example.com"),),
        schemas=apis.schemas(Problem=PROBLEM),
    )
    folder = write(found, tmp_path_factory.mktemp("client"), "refused_demo")
    with imported(folder, "refused_demo") as package:
        yield package


def refused(pets: ModuleType, body: Any, status: int) -> Any:
    client = pets.RefusedDemo(http_client=answers(body, status).client())
    with pytest.raises(pets.ApiError) as caught:
        client.pets.get()
    return caught.value


def test_the_body_of_an_error_is_of_its_declared_type(pets: ModuleType) -> None:
    error = refused(pets, MINE, 404)
    assert type(error).__name__ == "NotFoundError"
    assert type(error.body).__name__ == "Problem"
    assert (error.body.title, error.body.pet) == ("no such pet", 7)
    assert error.body.model_dump(mode="json") == MINE


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"error": "not as declared"}, 404),
        (["a list"], 404),
        ("text", 404),
        (MINE, 409),
    ],
)
def test_a_body_that_does_not_fit_stays_as_it_came(
    pets: ModuleType, body: Any, status: int
) -> None:
    assert refused(pets, body, status).body == body


def test_a_typed_body_travels_with_the_error(pets: ModuleType) -> None:
    again = pickle.loads(pickle.dumps(refused(pets, MINE, 404)))
    assert again.body.title == "no such pet"
