"""Bodies of a request: the media type that is preferred, and the encodings of parts."""

from __future__ import annotations

from typing import Any

import pytest
from specloom import ir

from tests.lowering import OK, described, lowered, of_operation

OPERATION = {"responses": OK}


def test_a_body_that_is_no_json_and_no_form_is_a_text_or_a_file() -> None:
    fields = {"schema": {"type": "object", "properties": {"a": {"type": "string"}}}}
    written: dict[str, Any] = {"requestBody": {"content": {"application/xml": fields}}}
    found = lowered(described({"/a": {"post": {"responses": OK} | written}}))
    body = found.api.operations[0].body
    assert body is not None
    assert isinstance(body.contents[0].schema, ir.Text)
    assert found.codes() == {"SPEC099"}
    written["requestBody"]["content"]["application/json"] = fields
    both = lowered(described({"/a": {"post": {"responses": OK} | written}}))
    assert not both.codes()


JSON = {"schema": {"type": "object"}}


def test_json_is_the_preferred_body() -> None:
    found = of_operation(
        {
            "requestBody": {
                "content": {
                    "text/plain": {},
                    "multipart/form-data": JSON,
                    "application/x-www-form-urlencoded": JSON,
                    "application/vnd.a+json": JSON,
                    "application/json": JSON,
                }
            }
        }
    )
    assert found.body is not None
    assert [c.media_type for c in found.body.contents] == [
        "application/json",
        "application/vnd.a+json",
        "multipart/form-data",
        "application/x-www-form-urlencoded",
        "text/plain",
    ]


def test_encodings_of_parts_are_kept() -> None:
    found = of_operation(
        {
            "requestBody": {
                "content": {
                    "multipart/form-data": JSON
                    | {
                        "encoding": {
                            "a": {"contentType": "image/png"},
                            "b": {"contentType": "image/*"},
                            "c": {"style": "deepObject", "explode": True},
                        }
                    }
                }
            }
        }
    )
    assert found.body is not None
    assert dict(found.body.contents[0].encodings) == {
        "a": ir.Encoding(content_type="image/png"),
        "b": ir.Encoding(),
        "c": ir.Encoding(style="deepObject"),
    }


def test_a_media_type_of_more_parts_is_used_as_written_and_told() -> None:
    content = {"kind/of/thing": {"schema": {"type": "string"}}, "a b": JSON}
    report = lowered(
        described({"/a": {"post": OPERATION | {"requestBody": {"content": content}}}})
    )
    (found,) = report.api.operations
    assert found.body is not None
    assert [c.media_type for c in found.body.contents] == ["kind/of/thing"]
    assert [row.effect for row in report.rows("SPEC080")] == ["dropped", "none"]


@pytest.mark.parametrize(
    ("media_type", "written", "meant"),
    [
        ("multipart/form-data", {"style": "form"}, ir.Encoding()),
        (
            "multipart/form-data",
            {"style": "form", "explode": True},
            ir.Encoding(style="form"),
        ),
        (
            "application/x-www-form-urlencoded",
            {"style": "form"},
            ir.Encoding(style="form"),
        ),
        (
            "application/x-www-form-urlencoded",
            {"explode": False},
            ir.Encoding(style="form", explode=False),
        ),
        (
            "application/x-www-form-urlencoded",
            {"allowReserved": True},
            ir.Encoding(style="form", allow_reserved=True),
        ),
    ],
)
def test_a_style_counts_where_it_is_written(
    media_type: str, written: dict[str, Any], meant: ir.Encoding
) -> None:
    content = {media_type: JSON | {"encoding": {"a": written}}}
    found = of_operation({"requestBody": {"content": content}})
    assert found.body is not None
    assert dict(found.body.contents[0].encodings) == {"a": meant}


def test_encodings_inside_a_part_are_told() -> None:
    nested = {"contentType": "multipart/mixed", "encoding": {"b": {}}}
    content = {"multipart/form-data": JSON | {"encoding": {"a": nested}}}
    operation = {"requestBody": {"content": content}, "responses": OK}
    found = lowered(described({"/a": {"post": operation}}, version="3.2.0"))
    assert found.rows("SPEC088")


@pytest.mark.parametrize(
    ("media_type", "properties", "told"),
    [
        ("application/x-www-form-urlencoded", ("a",), False),
        ("application/x-www-form-urlencoded", ("b",), True),
        ("application/xml", ("a",), False),
        ("application/xml", ("b",), True),
        ("multipart/form-data", ("a", "file"), False),
    ],
)
def test_a_body_that_no_method_offers_is_told(
    media_type: str, properties: tuple[str, ...], told: bool
) -> None:
    file = {"type": "string", "format": "binary"}
    schema = {
        "type": "object",
        "properties": {
            name: file if name == "file" else {"type": "string"} for name in properties
        },
    }
    fields = {"type": "object", "properties": {"a": {"type": "string"}}}
    content = {"application/json": {"schema": fields}, media_type: {"schema": schema}}
    operation = {"requestBody": {"content": content}, "responses": OK}
    found = lowered(described({"/a": {"post": operation}}))
    assert bool(found.rows("SPEC097")) == told


def body(schema: Any) -> dict[str, Any]:
    return {"requestBody": {"content": {"application/json": {"schema": schema}}}}


def test_a_body_parameter_listed_elsewhere_is_a_body() -> None:
    body = {"in": "body", "name": "b", "schema": {"type": "object"}}
    query = {"in": "query", "name": "q", "type": "string"}

    def refers(index: int) -> dict[str, Any]:
        ref = {"$ref": f"#/paths/~1a/post/parameters/{index}"}
        return {"post": {"parameters": [ref], "responses": OK}}

    paths = {
        "/a": {"post": {"parameters": [body, query], "responses": OK}},
        "/b": refers(0),
        "/c": refers(1),
    }
    info = {"title": "Test", "version": "1"}
    api = lowered({"swagger": "2.0", "info": info, "paths": paths}).api
    assert api.operation("POST /b").body is not None
    assert not api.operation("POST /b").parameters
    assert [item.wire for item in api.operation("POST /c").parameters] == ["q"]
