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
    assert listing({**asked, "page": {**NUMBER, "default": 0}}, ITEMS) == Pages(
        items=("$response.body",), page_parameter="page", first_page=0
    )
    for unsaid in (NUMBER, {**NUMBER, "default": 3}, {**NUMBER, "minimum": 0}):
        assert listing({**asked, "page": unsaid}, ITEMS) is None


def test_an_offset_needs_a_size_and_a_total() -> None:
    asked = {"offset": {**NUMBER, "default": 0}, "limit": NUMBER}
    assert listing(asked, {"data": ITEMS, "total": NUMBER}) == Pages(
        items=("$response.body#/data",), offset_parameter="offset"
    )
    assert listing(asked, {"data": ITEMS}) is None


WITH_ID = {"type": "object", "properties": {"id": TEXT}, "required": ["id"]}
MORE = {"has_more": {"type": "boolean"}}


def test_a_list_may_go_on_after_its_last_item() -> None:
    answered = {"data": {"type": "array", "items": WITH_ID}, **MORE}
    stop = "$response.body#/has_more == false"
    assert listing({"starting_after": TEXT}, answered) == Pages(
        items=("$response.body#/data",),
        cursor_parameter="starting_after",
        last="/id",
        stop=stop,
    )
    assert listing({"after": TEXT}, {**answered, "last_id": TEXT}) == Pages(
        items=("$response.body#/data",),
        cursor_parameter="after",
        cursor=("$response.body#/last_id",),
        stop=stop,
    )
    assert listing({"after": TEXT}, {"data": answered["data"]}) is None
    assert listing({"after": TEXT}, {"data": ITEMS, **MORE}) is None


URL = {"type": "string", "description": "The URL of the next page."}


@pytest.mark.parametrize(
    ("asked", "answered", "where"),
    [
        ({"page_token": TEXT}, {"next_page": TEXT}, "cursor #/next_page"),
        ({"page": TEXT}, {"next_page": TEXT}, "cursor #/next_page"),
        ({"cursor": TEXT}, {"next_page": URL}, "next_url #/next_page"),
        (
            {"cursor": TEXT},
            {"cursor": {"type": "string", "description": "For the next page."}},
            "cursor #/cursor",
        ),
        (
            {"cursor": TEXT},
            {"cursor": {"type": "object", "properties": {"next": TEXT}}},
            "cursor #/cursor/next",
        ),
        (
            {},
            {
                "_links": {
                    "type": "object",
                    "properties": {
                        "next": {"type": "object", "properties": {"href": TEXT}}
                    },
                }
            },
            "next_url #/_links/next/href",
        ),
        ({"cursor": TEXT}, {"cursor": TEXT}, None),
        ({"page": NUMBER}, {"next_page": TEXT}, None),
        (
            {"after": TEXT, "before": TEXT},
            {"cursors": {"type": "object", "properties": {"after": TEXT}}},
            None,
        ),
        (
            {"cursor": TEXT},
            {
                "related": {
                    "type": "object",
                    "properties": {"next_cursor": TEXT, "others": ITEMS},
                }
            },
            None,
        ),
    ],
)
def test_what_leads_on_may_have_many_names_and_no_doubtful_one(
    asked: dict[str, Any], answered: dict[str, Any], where: str | None
) -> None:
    found = listing(asked, {"things": ITEMS, **answered})
    way = {} if found is None else {"cursor": found.cursor, "next_url": found.next_url}
    told = [f"{name} {place[0][14:]}" for name, place in way.items() if place]
    assert told == ([] if where is None else [where])


def test_a_search_is_paged_by_its_body_and_a_create_never() -> None:
    body = {"type": "object", "properties": {"cursor": TEXT}}
    asked = {"requestBody": {"content": {"application/json": {"schema": body}}}}
    answered = {"things": ITEMS, "next_cursor": TEXT}
    found = listing({}, answered, method="post", operationId="searchThings", **asked)
    assert found is not None
    assert found.cursor_parameter == "body.cursor"
    for told in ("createPlaylist", "things"):
        asked["operationId"] = told
        assert listing({}, answered, method="post", **asked) is None


def test_another_form_of_the_same_answer_is_no_obstacle() -> None:
    content = {"schema": {"type": "object", "properties": PAGE}}
    both = {"application/json": content, "text/plain": content}
    answers = {
        "200": {"description": "x", "content": both},
        "304": {"description": "x"},
    }
    found = listing(CURSOR, PAGE, responses=answers)
    assert found is not None
    assert found.cursor_parameter == "cursor"


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
