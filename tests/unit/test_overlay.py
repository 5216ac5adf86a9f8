"""Overlays: what each action does, and that none fails in silence."""

from __future__ import annotations

import json
from typing import Any

import pytest
from specloom.diagnostics import Report, SpecError
from specloom.spec import overlay
from specloom.spec.document import Document, parse

API = {
    "openapi": "3.1.0",
    "info": {"title": "t", "version": "1"},
    "tags": [{"name": "a"}, {"name": "b"}, {"name": "c"}],
    "paths": {
        "/pets": {
            "get": {"operationId": "list", "tags": ["a"], "x-internal": True},
            "post": {"operationId": "create"},
        },
        "/pets/{id}": {"get": {"operationId": "get", "deprecated": True}},
    },
}


def apply(*actions: dict[str, Any], version: str = "1.0.0") -> tuple[Document, Report]:
    main = parse(json.dumps(API).encode(), "api.json", "/api.json")
    text = json.dumps({"overlay": version, "info": {}, "actions": actions}, indent=1)
    report = Report()
    found = overlay.apply(main, parse(text.encode(), "over.json", "/over.json"), report)
    assert main.data == API
    return found, report


def test_an_update_merges_objects_and_replaces_plain_values() -> None:
    found, report = apply(
        {
            "target": "$.paths['/pets'].get",
            "update": {"summary": "List", "operationId": "listPets", "x-a": {"b": 1}},
        },
        {"target": "$.paths['/pets'].get", "update": {"x-a": {"c": 2}}},
    )
    assert not len(report)
    assert found.data["paths"]["/pets"]["get"] == {
        "operationId": "listPets",
        "tags": ["a"],
        "x-internal": True,
        "summary": "List",
        "x-a": {"b": 1, "c": 2},
    }


def test_an_update_of_a_list_appends() -> None:
    found, _ = apply(
        {"target": "$.tags", "update": {"name": "d"}},
        {"target": "$.paths['/pets'].get", "update": {"tags": ["z"]}},
    )
    assert [tag["name"] for tag in found.data["tags"]] == ["a", "b", "c", "d"]
    assert found.data["paths"]["/pets"]["get"]["tags"] == ["a", "z"]


def test_a_filter_selects_by_what_an_object_says() -> None:
    found, _ = apply(
        {"target": "$.paths.*[?@['x-internal'] == true]", "remove": True},
        {"target": "$..[?@.deprecated == true]", "update": {"x-old": True}},
    )
    assert list(found.data["paths"]["/pets"]) == ["post"]
    assert found.data["paths"]["/pets/{id}"]["get"]["x-old"] is True


def test_removing_items_keeps_the_others_and_their_places() -> None:
    found, report = apply({"target": "$.tags[?@.name != 'c']", "remove": True})
    assert found.data["tags"] == [{"name": "c"}]
    assert found.source("/tags/0/name").pointer == "/tags/2/name"
    assert not len(report)


def test_removing_a_value_and_what_is_inside_it_is_one_removal() -> None:
    found, report = apply({"target": "$..*", "remove": True})
    assert found.data == {}
    assert not len(report)


def test_copy_takes_one_value_to_every_target() -> None:
    found, report = apply(
        {"target": "$.paths.*.get", "copy": "$.paths['/pets'].post"},
        {"target": "$.paths['/pets'].get", "copy": "$.tags[*]"},
        version="1.1.0",
    )
    assert found.data["paths"]["/pets/{id}"]["get"]["operationId"] == "create"
    assert [(item.code, item.pointer) for item in report] == [
        ("SPEC021", "/actions/1/copy")
    ]


def test_a_target_that_matches_nothing_points_into_the_overlay() -> None:
    found, report = apply(
        {"target": "$.paths['/pet'].get", "update": {"x": 1}},
        {"target": "$.info", "update": {"title": "still applied"}},
    )
    (missing,) = report
    assert (missing.code, missing.severity) == ("SPEC021", "error")
    assert (missing.source, missing.line) == ("over.json", 6)
    assert missing.pointer == "/actions/0/target"
    assert found.data["info"]["title"] == "still applied"


@pytest.mark.parametrize(
    "target", ["paths", "$.paths[", "$.paths[?foo(@)]", "$['a', ]", "", "$..[?@.a ==]"]
)
def test_a_broken_path_is_an_error_in_the_overlay(target: str) -> None:
    _, report = apply({"target": target, "update": {}})
    assert [(item.code, item.pointer) for item in report] == [
        ("SPEC022", "/actions/0/target")
    ]


def test_plain_values_cannot_be_updated() -> None:
    _, report = apply({"target": "$.info.title", "update": "x"})
    assert [item.code for item in report] == ["SPEC023"]


def test_the_document_itself_cannot_be_removed() -> None:
    found, report = apply({"target": "$", "remove": True})
    assert [item.code for item in report] == ["SPEC023"]
    assert found.data == API


def test_the_root_can_be_updated() -> None:
    found, _ = apply({"target": "$", "update": {"x-specloom-ui": {"notes": ["n"]}}})
    assert found.data["x-specloom-ui"] == {"notes": ["n"]}


def test_a_value_from_an_overlay_is_shown_in_the_overlay() -> None:
    found, _ = apply(
        {"target": "$.paths['/pets'].get", "update": {"x-a": {"b": [1, {"c": 2}]}}},
        {"target": "$.tags", "update": {"name": "d"}},
    )
    place = found.place("/paths/~1pets/get/x-a/b/1/c")
    assert (place.name, place.line.strip()) == ("over.json", '"c": 2')
    assert found.place("/tags/3/name").name == "over.json"
    assert found.place("/tags/2/name").name == "api.json"


def test_targets_share_nothing_after_an_update() -> None:
    found, _ = apply(
        {"target": "$.paths.*.get", "update": {"x-a": {"b": []}}},
        {"target": "$.paths['/pets'].get", "update": {"x-a": {"b": [1]}}},
    )
    assert found.data["paths"]["/pets/{id}"]["get"]["x-a"] == {"b": []}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[]", "not an overlay"),
        ("{}", "not an overlay"),
        ('{"overlay": "2.0.0", "actions": []}', "expected 1.0 or 1.1"),
        ('{"overlay": "1.0.0"}', "`actions` must be a list"),
        ('{"overlay": "1.0.0", "actions": [1]}', "needs a `target`"),
        ('{"overlay": "1.0.0", "actions": [{"target": "$"}]}', "needs `update`"),
    ],
)
def test_a_broken_overlay_is_refused_with_its_place(text: str, reason: str) -> None:
    main = parse(json.dumps(API).encode(), "api.json", "/api.json")
    broken = parse(text.encode(), "over.json", "/over.json")
    with pytest.raises(SpecError) as caught:
        overlay.apply(main, broken, Report())
    assert reason in str(caught.value)
    assert str(caught.value).startswith("over.json:1:")


def test_overlays_see_documents_as_deep_as_they_are_read() -> None:
    nested: Any = {"leaf": True}
    for _ in range(200):
        nested = {"x": nested}
    deep = {"openapi": "3.1.0", "paths": {}, "x-deep": nested}
    main = parse(json.dumps(deep).encode(), "api.json", "/api.json")
    action = {"target": "$..[?@.leaf]", "update": {"found": True}}
    text = json.dumps({"overlay": "1.0.0", "actions": [action]})
    report = Report()
    overlay.apply(main, parse(text.encode(), "o.json", "/o.json"), report)
    assert not len(report)
