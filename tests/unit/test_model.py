"""Response models keep what came and give it back."""

from __future__ import annotations

import pickle
import sys
from datetime import UTC, date, datetime
from types import ModuleType
from typing import Annotated, Any, Literal

import pytest
from pydantic import TypeAdapter, ValidationError
from specloom.runtime._model import (
    Day,
    Edge,
    Model,
    Timestamp,
    Unknown,
    lazy,
    tagged,
)


class Text(Model):
    type: Literal["text"]
    body: str = ""


class Tool(Model):
    type: Literal["tool", "function"]
    at: Timestamp | None = None


Part = Annotated[Text | Tool | Unknown, tagged("type", "text", ("tool", "function"))]


class Message(Model):
    id: int
    parts: list[Part] | None = None
    born: Day | None = None
    price: int | float | None = None


ANSWERS: list[dict[str, Any]] = [
    {"id": 1},
    {"id": 1, "parts": None, "new field": [1, {"a": None}]},
    {"id": 1, "parts": [{"type": "text", "body": "é", "more": 1}]},
    {"id": 1, "parts": [{"type": "function", "at": "2024-02-29T12:00:00+00:00"}]},
    {"id": 1, "parts": [{"type": "tool", "at": "2024-02-29t12:00:00.1234567Z"}]},
    {"id": 1, "parts": [{"type": "image", "at": 5}, {"no": "tag"}]},
    {"id": 1, "born": "2024-02-29", "price": 9007199254740993},
    {"id": 1, "price": 2.5},
]


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_dumps_back_equal_to_what_came(answer: dict[str, Any]) -> None:
    adapter = TypeAdapter(Message)
    found = adapter.validate_python(answer)
    assert found.to_dict() == answer
    dumped = adapter.dump_python(found, mode="json", exclude_unset=True)
    assert dumped == answer
    again = adapter.validate_json(adapter.dump_json(found, exclude_unset=True))
    assert again.to_dict() == answer


def test_values_are_typed_on_the_way() -> None:
    found = TypeAdapter(Message).validate_json(
        '{"id": 1, "born": "2024-02-29", "parts":'
        '[{"type": "tool", "at": "2024-02-29T12:00:00Z"}, {"type": "x"}], "odd": 1}'
    )
    assert found.born == date(2024, 2, 29)
    assert found.parts is not None
    tool, other = found.parts
    assert isinstance(tool, Tool)
    assert tool.at == datetime(2024, 2, 29, 12, tzinfo=UTC)
    assert other == Unknown({"type": "x"})
    assert found.extras == {"odd": 1}


@pytest.mark.parametrize(
    "answer",
    [
        {"id": "1"},
        {"id": True},
        {"id": 1, "price": "2"},
        {"id": 1, "born": "2024-02-29T00:00:00"},
        {"id": 1, "born": 1709164800},
        {"id": 1, "parts": [{"type": "text", "body": 5}]},
        {"id": 1, "parts": [{"type": "tool", "at": 1709164800}]},
        {"id": 1, "parts": ["text"]},
    ],
)
def test_a_value_that_would_not_come_back_is_not_forced(answer: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Message).validate_python(answer)


def test_a_known_tag_never_leads_to_the_unknown_arm() -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Part).validate_python({"type": "tool", "at": "no time"})


def test_a_moment_keeps_its_text_through_pickle_and_loses_it_when_it_changes() -> None:
    text = "2024-02-29T12:00:00+00:00"
    found = TypeAdapter(Timestamp).validate_python(text)
    copy = pickle.loads(pickle.dumps(found))
    assert copy == found
    adapter = TypeAdapter(Timestamp)
    assert adapter.dump_python(copy, mode="json") == text
    later = found.replace(year=2028, microsecond=5)
    dumped = adapter.dump_python(later, mode="json")
    assert dumped == "2028-02-29T12:00:00.000005+00:00"


def test_an_edge_is_followed_when_the_first_value_comes() -> None:
    module = ModuleType("_specloom_edges.other")
    module.Message = Message  # type: ignore[attr-defined]  # a module made by hand
    module.Parts = list[Part]  # type: ignore[attr-defined]  # a module made by hand
    adapter: TypeAdapter[Any] = TypeAdapter(
        lazy("_specloom_edges.mine", "other", "Message")
    )
    parts: TypeAdapter[Any] = TypeAdapter(
        lazy("_specloom_edges.mine", "other", "Parts")
    )
    sys.modules["_specloom_edges"] = ModuleType("_specloom_edges")
    sys.modules[module.__name__] = module
    try:
        found = adapter.validate_python({"id": 1})
        assert isinstance(found, Message)
        assert adapter.dump_python(found, mode="json", exclude_unset=True) == {"id": 1}
        raw = [{"type": "tool", "at": "2024-02-29T12:00:00+00:00"}, {"type": "zz"}]
        listed = parts.validate_python(raw)
        assert parts.dump_python(listed, mode="json", exclude_unset=True) == raw
        with pytest.raises(ValidationError) as caught:
            adapter.validate_python({"id": "x"})
        assert caught.value.errors()[0]["loc"] == ("id",)
        assert Edge(module.__name__, "Message").target() is Message
    finally:
        del sys.modules["_specloom_edges"], sys.modules[module.__name__]
