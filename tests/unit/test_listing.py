"""Pagination recognised from a document: both halves, or none."""

from __future__ import annotations

from typing import Any

import pytest
from specloom.runtime._lifecycle import Pages

from tests.lowering import lowered

ITEMS = {"type": "array", "items": {"type": "object"}}
TEXT = {"type": "string"}
NUMBER = {"type": "integer"}
FIRST = {"type": "integer", "default": 1}


def listing(
    asked: dict[str, Any],
    answered: dict[str, Any],
    *,
    headers: tuple[str, ...] = (),
    method: str = "get",
    **more: Any,
) -> Pages | None:
    schema = (
        answered if "type" in answered else {"type": "object", "properties": answered}
    )
    operation = {
        "parameters": [
            {"name": name, "in": "query", "schema": found}
            for name, found in asked.items()
        ],
        "responses": {
            "200": {
                "description": "a page",
                "headers": {name: {"schema": TEXT} for name in headers},
                "content": {"application/json": {"schema": schema}},
            }
        },
        **more,
    }
    found = lowered(
        {
            "openapi": "3.1.0",
            "info": {"title": "t", "version": "1"},
            "paths": {"/things": {method: operation}},
        }
    )
    return found.api.operations[0].pages


@pytest.mark.parametrize(
    ("parameter", "field"),
    [
        ("cursor", "next_cursor"),
        ("pageToken", "nextPageToken"),
        ("page_token", "next_page_token"),
        ("marker", "next_marker"),
        ("NextToken", "NextToken"),
        ("after", "end_cursor"),
        ("start_cursor", "nextCursor"),
    ],
)
def test_a_cursor_is_recognised_by_its_parameter_and_its_field(
    parameter: str, field: str
) -> None:
    assert listing({parameter: TEXT}, {"things": ITEMS, field: TEXT}) == Pages(
        items=("$response.body#/things",),
        cursor=(f"$response.body#/{field}",),
        cursor_parameter=parameter,
    )


def test_a_cursor_may_stand_in_an_object_beside_the_list() -> None:
    beside = {"type": "object", "properties": {"next_cursor": TEXT}}
    found = listing({"cursor": TEXT}, {"data": ITEMS, "paging/info": beside})
    assert found is not None
    assert found.cursor == ("$response.body#/paging~1info/next_cursor",)


@pytest.mark.parametrize(
    ("answered", "location"),
    [
        ({"next_page_url": TEXT}, "/next_page_url"),
        ({"next": {"type": ["string", "null"], "format": "uri"}}, "/next"),
        ({"links": {"type": "object", "properties": {"next": TEXT}}}, "/links/next"),
    ],
)
def test_a_url_of_the_next_page_is_recognised(
    answered: dict[str, Any], location: str
) -> None:
    found = listing({}, {"results": ITEMS, **answered})
    assert found == Pages(
        items=("$response.body#/results",), next_url=(f"$response.body#{location}",)
    )


def test_a_link_header_leads_a_bare_list_on() -> None:
    assert listing({}, ITEMS, headers=("Link",)) == Pages(
        items=("$response.body",), next_url=("$response.header.Link",)
    )


def test_pages_are_counted_where_the_document_says_that_the_first_is_one() -> None:
    asked = {"page": FIRST, "per_page": NUMBER}
    assert listing(asked, ITEMS) == Pages(
        items=("$response.body",), page_parameter="page"
    )
    for unsaid in (NUMBER, {**NUMBER, "default": 0}, {**NUMBER, "minimum": 0}):
        assert listing({**asked, "page": unsaid}, ITEMS) is None


def test_an_offset_needs_a_size_and_a_total() -> None:
    asked = {"offset": {**NUMBER, "default": 0}, "limit": NUMBER}
    assert listing(asked, {"data": ITEMS, "total": NUMBER}) == Pages(
        items=("$response.body#/data",), offset_parameter="offset"
    )
    assert listing(asked, {"data": ITEMS}) is None


CURSOR = {"cursor": TEXT}
PAGE = {"things": ITEMS, "next_cursor": TEXT}


@pytest.mark.parametrize(
    ("asked", "answered", "more"),
    [
        (CURSOR, {"things": ITEMS}, {}),
        ({}, PAGE, {}),
        (CURSOR, {**PAGE, "others": ITEMS}, {}),
        (CURSOR, {"next_cursor": TEXT}, {}),
        ({**CURSOR, "offset": NUMBER}, PAGE, {}),
        (CURSOR, PAGE, {"method": "post"}),
        (CURSOR, PAGE, {"x-specloom-pages": False}),
        ({}, {"things": ITEMS, "next": TEXT}, {}),
    ],
)
def test_half_of_it_is_no_pagination(
    asked: dict[str, Any], answered: dict[str, Any], more: dict[str, Any]
) -> None:
    assert listing(asked, answered, **more) is None
