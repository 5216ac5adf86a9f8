"""Parameters of an operation: styles, places, and which are left out."""

from __future__ import annotations

from typing import Any

import pytest
from specloom import ir
from specloom.spec.shapes import plain

from tests.lowering import OK, Lowered, described, lowered, of_operation

STRING = {"type": "string"}


OPERATION = {"responses": OK}


def parameters(path: str, *written: Any, item: Any = ()) -> tuple[Any, Lowered]:
    operation = OPERATION | {"parameters": list(written)}
    found = lowered(described({path: {"parameters": list(item), "get": operation}}))
    return found.api.operations[0].parameters, found


def parameter(name: str, place: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "in": place, "schema": STRING} | more


@pytest.mark.parametrize(
    ("place", "written", "style", "explode"),
    [
        ("path", {}, "simple", False),
        ("path", {"style": "label"}, "label", False),
        ("path", {"style": "matrix", "explode": True}, "matrix", True),
        ("query", {}, "form", True),
        ("query", {"explode": False}, "form", False),
        ("query", {"style": "pipeDelimited"}, "pipeDelimited", False),
        ("query", {"style": "deepObject", "explode": True}, "deepObject", True),
        ("header", {}, "simple", False),
        ("cookie", {}, "form", True),
    ],
)
def test_styles_have_the_defaults_of_their_place(
    place: str, written: Any, style: str, explode: bool
) -> None:
    found, _ = parameters("/a/{x}", parameter("x", place, required=True, **written))
    item = next(item for item in found if item.place == place)
    assert (item.style, item.explode) == (style, explode)


def test_a_style_of_another_place_is_replaced_with_a_row() -> None:
    found, report = parameters("/a", parameter("x", "header", style="matrix"))
    assert found[0].style == "simple"
    assert report.rows("SPEC076")


def test_path_parameters_come_first_in_the_order_of_the_path() -> None:
    found, _ = parameters(
        "/{b}/{a}",
        parameter("q", "query"),
        parameter("a", "path", required=True),
        parameter("b", "path", required=True),
    )
    assert [item.wire for item in found] == ["b", "a", "q"]


def test_an_operation_overrides_the_parameters_of_its_path() -> None:
    found, _ = parameters(
        "/a",
        parameter("x", "query", description="mine"),
        item=[parameter("x", "query", description="shared"), parameter("y", "query")],
    )
    assert [(item.wire, item.description) for item in found] == [
        ("x", "mine"),
        ("y", None),
    ]


def test_a_name_of_the_path_without_a_declaration_is_a_required_text() -> None:
    found, report = parameters("/a/{id}")
    assert (found[0].wire, found[0].required) == ("id", True)
    assert report.codes()


def test_a_path_parameter_the_path_does_not_name_is_dropped_with_a_row() -> None:
    found, report = parameters("/a", parameter("id", "path", required=True))
    assert found == ()
    assert [item.effect for item in report.report] == ["dropped"]


def test_a_parameter_that_stands_twice_is_kept_once() -> None:
    found, report = parameters("/a", parameter("x", "query"), parameter("x", "query"))
    assert len(found) == 1
    assert report.codes()


def test_a_content_parameter_has_its_media_type() -> None:
    written = {
        "name": "x",
        "in": "query",
        "content": {"application/json": {"schema": {"type": "object"}}},
    }
    found, _ = parameters("/a", written)
    assert found[0].media_type == "application/json"
    assert isinstance(found[0].schema, ir.Object)


@pytest.mark.parametrize("order", [1, -1])
def test_a_content_parameter_prefers_json_whatever_comes_first(order: int) -> None:
    kinds = ["application/xml", "application/json", "text/plain"][::order]
    content = {kind: {"schema": {"type": "string"}} for kind in kinds}
    (filters,), found = parameters(
        "/things", {"name": "filter", "in": "query", "content": content}
    )
    assert filters.media_type == "application/json"
    assert len(found.rows("SPEC043")) == 1


def test_a_header_whose_name_cannot_be_sent_is_dropped_with_a_row() -> None:
    found, report = parameters("/a", parameter("header param", "header"))
    assert found == ()
    assert report.rows("SPEC077")


@pytest.mark.parametrize(
    ("schema", "told"),
    [
        ({"type": "null"}, True),
        ({"type": "array", "items": {"enum": [None]}}, True),
        ({"type": ["string", "null"]}, False),
        ({"type": "array", "items": {"type": "string"}}, False),
    ],
)
def test_a_parameter_that_can_only_be_null_is_told(schema: Any, told: bool) -> None:
    written = {"name": "q", "in": "query", "schema": schema}
    (found,), report = parameters("/a", written)
    assert found.wire == "q"
    assert bool(report.rows("SPEC069")) == told
    empty = {"name": "q", "in": "path", "required": True, "schema": {"enum": [""]}}
    assert parameters("/a/{q}", empty)[1].rows("SPEC069")


def test_headers_the_client_sets_are_not_parameters() -> None:
    found, _ = parameters(
        "/a", parameter("Accept", "header"), parameter("X-Id", "header")
    )
    assert [item.wire for item in found] == ["X-Id"]


def test_an_authorization_header_counts_where_nothing_else_authenticates() -> None:
    header = parameter("Authorization", "header")
    assert [p.wire for p in parameters("/a", header)[0]] == ["Authorization"]
    secured = of_operation(
        {"parameters": [header], "security": [{"key": []}]},
        components={"securitySchemes": {"key": {"type": "http", "scheme": "bearer"}}},
    )
    assert secured.parameters == ()


def test_the_whole_query_string_can_be_one_parameter() -> None:
    written = {
        "name": "q",
        "in": "querystring",
        "content": {"application/json": {"schema": {"type": "object"}}},
    }
    document = described(
        {"/a": {"get": OPERATION | {"parameters": [written]}}}, version="3.2.0"
    )
    assert lowered(document).api.operations[0].parameters[0].place == "querystring"


@pytest.mark.parametrize(
    ("schema", "meant"),
    [
        ({"type": "string"}, ir.Text()),
        ({"type": "boolean"}, ir.Union(arms=(ir.Boolean(), ir.Enum(values=("",))))),
        ({"enum": ["a"]}, ir.Enum(values=("a", ""))),
    ],
)
def test_a_parameter_may_be_empty_where_it_says_so(
    schema: dict[str, Any], meant: ir.Schema
) -> None:
    written = {"name": "q", "in": "query", "allowEmptyValue": True, "schema": schema}
    found = of_operation({"parameters": [written]}).parameters[0].schema
    assert plain(found) == plain(meant)


def test_a_whole_query_string_keeps_its_encodings() -> None:
    form = "application/x-www-form-urlencoded"
    schema = {"type": "object", "properties": {"a": {"type": "array"}}}
    encoding = {"a": {"style": "pipeDelimited"}}
    content = {form: {"schema": schema, "encoding": encoding}}
    written = {"name": "q", "in": "querystring", "content": content}
    found = of_operation({"parameters": [written]}, version="3.2.0").parameters[0]
    assert (found.place, found.media_type) == ("querystring", form)
    meant = ir.Encoding(style="pipeDelimited", explode=False)
    assert dict(found.encodings) == {"a": meant}


def test_a_parameter_listed_elsewhere_is_the_one_that_was_meant() -> None:
    def query(name: str) -> dict[str, Any]:
        return {"name": name, "in": "query", "schema": {"type": "string"}}

    def to(index: int, rest: str = "") -> dict[str, Any]:
        return {"$ref": f"#/paths/~1a/parameters/{index}{rest}"}

    listed = [query("x"), query("x"), query("y"), query("z")]
    listed[3]["schema"] = {"type": "integer"}
    schema = {"name": "s", "in": "query", "schema": to(3, "/schema")}
    found = lowered(
        described(
            {
                "/a": {"parameters": listed, "get": {"responses": OK}},
                "/b": {"get": {"parameters": [to(2), to(3), schema], "responses": OK}},
            }
        )
    )
    parameters = found.api.operation("GET /b").parameters
    assert [item.wire for item in parameters] == ["y", "z", "s"]
    assert isinstance(found.api.resolve(parameters[2].schema), ir.Numeric)
