"""Catalogues whose keys nobody named: they are recognised by what stands under them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from specloom.diagnostics import Report, SpecError
from specloom.spec import catalogue, document

FIELDS = [
    {"id": "style", "sort": "string", "must": True, "about": "One of the known styles"},
    {"id": "text", "sort": "string", "must": False, "choices": ["a", "b"]},
    {"id": "count", "sort": "integer", "must": False, "default_value": 1},
]
ENTRIES = [
    {
        "api": "Draw",
        "uri": "https://api.example.test/draw/{style}",
        "verb": "PUT",
        "args": FIELDS,
        "answer_fields": [{"id": "job", "sort": "string"}],
        "notes": "Draws what was asked for.",
        "area": "Images",
    },
    {
        "api": "Sing",
        "uri": "https://api.example.test/sing",
        "verb": "POST",
        "args": [],
        "area": "Images",
    },
    {"api": "Look", "uri": "https://api.example.test/look", "verb": "GET", "area": "X"},
]


def convert(data: Any) -> tuple[dict[str, Any], Report]:
    report = Report()
    text = json.dumps(data)
    read = document.parse(text.encode(), "odd.json", "/odd.json")
    return catalogue.convert(read, None, report).data, report


@pytest.mark.parametrize(
    "data", [ENTRIES, {"apis": ENTRIES}, {"code": 0, "data": {"list": ENTRIES}}]
)
def test_keys_are_recognised_by_what_stands_under_them(data: Any) -> None:
    found, _ = convert(data)
    assert list(found["paths"]) == ["/draw/{style}", "/sing", "/look"]
    draw = found["paths"]["/draw/{style}"]["put"]
    assert draw["x-specloom-exact-name"] == "Draw"
    assert draw["description"] == "Draws what was asked for."
    assert draw["tags"] == ["Images"]
    (style,) = draw["parameters"]
    assert (style["name"], style["in"]) == ("style", "path")
    assert style["description"] == "One of the known styles"
    body = draw["requestBody"]["content"]["application/json"]["schema"]
    assert body["properties"] == {
        "text": {"type": "string", "enum": ["a", "b"]},
        "count": {"type": "integer", "default": 1},
    }
    assert "required" not in body


def test_what_was_recognised_is_told_in_the_words_of_a_mapping() -> None:
    _, report = convert({"apis": ENTRIES})
    (told,) = report
    assert (told.code, told.severity) == ("SPEC029", "note")
    assert told.hint is not None
    assert "[clients.NAME.catalogue]" in told.hint
    for pair in ('entries = "apis"', 'endpoint = "uri"', 'field_required = "must"'):
        assert pair in told.message


def test_usual_keys_are_taken_before_any_that_look_the_part() -> None:
    entry = {"label": "other", "name": "Draw", "see": "/docs", "path": "/draw"}
    found, report = convert([entry])
    assert found["paths"]["/draw"]["post"]["x-specloom-exact-name"] == "Draw"
    assert not len(report)


def test_repeated_names_are_listed_sorted_whatever_their_key() -> None:
    rows = [{"api": name, "uri": f"/{n}"} for n, name in enumerate("bacba")]
    with pytest.raises(SpecError, match="names are not unique: a, b"):
        convert(rows)


@pytest.mark.parametrize(
    "data",
    [
        {"openapi": "3.1.0", "paths": {}, "x": ENTRIES},
        {"people": [{"called": "Ann", "age": 5}]},
        [{"uri": "/a"}, {"uri": "/b"}],
        [[ENTRIES]],
    ],
)
def test_what_has_no_names_and_addresses_is_no_catalogue(data: Any) -> None:
    assert not catalogue.is_catalogue(data)
