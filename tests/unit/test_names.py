"""How wire names are spelled in Python."""

from __future__ import annotations

import pydantic
import pytest
from specloom.python import names
from specloom.runtime import _model


@pytest.mark.parametrize(
    ("wire", "snake", "pascal"),
    [
        ("createdAt", "created_at", "CreatedAt"),
        ("HTTPStatus-code2", "http_status_code2", "HTTPStatusCode2"),
        ("userIDs", "user_ids", "UserIDs"),
        ("Query APIs", "query_apis", "QueryAPIs"),
        ("kling-ai/kling-v2.6", "kling_ai_kling_v2_6", "KlingAiKlingV26"),
        ("+1", "plus_1", "Plus1"),
        ("-1", "minus_1", "Minus1"),
        ("class", "class_", "Class"),
        ("none", "none", "None_"),
        ("3d", "field_3d", "Model3d"),
        ("", "field", "Model"),
        ("_id", "id", "Id"),
        ("größe", "grosse", "Grosse"),
        ("日本", "u65e5_u672c", "U65e5U672c"),
    ],
)
def test_a_wire_name_has_one_spelling_of_each_kind(
    wire: str, snake: str, pascal: str
) -> None:
    assert names.snake(wire) == snake
    assert names.pascal(wire) == pascal


def test_every_attribute_of_a_model_is_reserved() -> None:
    every = {*dir(_model.Model), *dir(type(_model.Model))}
    public = {name for name in every if not name.startswith("_")}
    assert public <= names.MODEL_ATTRIBUTES
    assert issubclass(_model.Model, pydantic.BaseModel)


def test_a_good_wire_name_keeps_itself_before_others_are_spelled() -> None:
    found = names.fields({"createdAt": None, "created_at": None})
    assert found == {"createdAt": "created_at_", "created_at": "created_at"}


def test_names_that_differ_in_case_only_are_kept_apart() -> None:
    scope = names.Scope()
    assert [scope.claim("Pet"), scope.claim("PET", "ShopPET")] == ["Pet", "ShopPET"]
    assert scope.claim("pet") == "pet_2"


def test_an_owner_chosen_name_is_used() -> None:
    assert names.fields({"x": "horizontal"}) == {"x": "horizontal"}


def test_the_name_of_an_imported_type_gets_an_underscore() -> None:
    assert names.type_name("any") == "Any_"
    assert names.type_name("Field") == "Field_"


def test_a_call_path_is_made_of_python_names() -> None:
    assert names.call_path("Generation.Kling v2.6") == (
        "generation",
        "kling_v2",
        "call_6",
    )
