"""Operations: nothing is lost, the smallest broken part is dropped, with a row."""

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


def test_methods_of_3_2_are_operations() -> None:
    item = {"query": OPERATION, "additionalOperations": {"PURGE": OPERATION}}
    found = lowered(described({"/a": item}, version="3.2.0"))
    assert [o.key for o in found.api.operations] == ["PURGE /a", "QUERY /a"]


def test_operations_are_ordered_by_path_and_method() -> None:
    item = {"post": OPERATION, "get": OPERATION}
    found = lowered(described({"/b": item, "/a": item}))
    assert [o.key for o in found.api.operations] == [
        "GET /a",
        "POST /a",
        "GET /b",
        "POST /b",
    ]


def test_an_operation_id_used_twice_is_reported_and_both_are_kept() -> None:
    same = OPERATION | {"operationId": "same"}
    found = lowered(described({"/a": {"get": same}, "/b": {"get": same}}))
    assert len(found.api.operations) == 2
    assert found.rows("SPEC072")[0].pointer == "/paths/~1b/get/operationId"


def test_a_path_with_a_fragment_keeps_its_key_and_loses_the_fragment() -> None:
    found = lowered(described({"/a#x": {"get": OPERATION}, "/a": {"get": OPERATION}}))
    assert [(o.key, o.path) for o in found.api.operations] == [
        ("GET /a", "/a"),
        ("GET /a#x", "/a"),
    ]


def test_a_path_cannot_name_another_host() -> None:
    found = lowered(described({"https://evil.test/a": {"get": OPERATION}}))
    assert found.api.operations[0].path == "/a"


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


def test_responses_are_statuses_then_ranges_then_default() -> None:
    answer = {"description": "x"}
    found = of_operation(
        {"responses": {"default": answer, "4XX": answer, "404": answer, "200": answer}}
    )
    assert [r.status for r in found.responses] == ["200", "404", "4XX", "default"]


def test_what_is_no_status_is_dropped_alone() -> None:
    responses = {"200": {"description": "x"}, "2000": {"description": "y"}}
    found = lowered(described({"/a": {"get": {"responses": responses}}}))
    assert [r.status for r in found.api.operations[0].responses] == ["200"]


def test_declared_headers_are_typed() -> None:
    headers = {"x-left": {"schema": {"type": "integer"}, "required": True}}
    found = of_operation(
        {"responses": {"200": {"description": "x", "headers": headers}}}
    )
    header = found.responses[0].headers[0]
    assert (header.wire, header.required) == ("x-left", True)
    assert plain(header.schema) == ir.Numeric(integer=True)


def answer(media_type: str, content: Any, version: str = "3.1.0") -> ir.Content:
    responses = {"200": {"description": "x", "content": {media_type: content}}}
    return (
        of_operation({"responses": responses}, version=version).responses[0].contents[0]
    )


EVENT = {"type": "object", "properties": {"delta": STRING}}


@pytest.mark.parametrize(
    ("media_type", "content", "version", "meant"),
    [
        ("text/event-stream", {"schema": EVENT}, "3.1.0", "Object"),
        ("text/event-stream", {"schema": STRING}, "3.1.0", None),
        ("text/event-stream", {"itemSchema": EVENT}, "3.2.0", "Object"),
        (
            "text/event-stream",
            {
                "itemSchema": {
                    "properties": {
                        "event": {"const": "delta"},
                        "data": {"type": "string", "contentSchema": EVENT},
                    }
                }
            },
            "3.2.0",
            "Object",
        ),
        ("application/jsonl", {"schema": EVENT}, "3.1.0", "Object"),
        (
            "application/x-ndjson",
            {"schema": {"type": "array", "items": EVENT}},
            "3.1.0",
            "Object",
        ),
        ("application/json-seq", {"itemSchema": EVENT}, "3.2.0", "Object"),
        ("application/json", {"schema": EVENT}, "3.1.0", None),
    ],
)
def test_streams_tell_the_schema_of_one_item(
    media_type: str, content: Any, version: str, meant: str | None
) -> None:
    item = answer(media_type, content, version).item_schema
    assert (None if item is None else type(item).__name__) == meant
    if meant:
        assert isinstance(item, ir.Object)
        assert item.properties[0].wire == "delta"


BOTH = {
    "200": {
        "description": "x",
        "content": {"application/json": JSON, "text/event-stream": {"schema": EVENT}},
    }
}


def body(schema: Any) -> dict[str, Any]:
    return {"requestBody": {"content": {"application/json": {"schema": schema}}}}


@pytest.mark.parametrize(
    ("schema", "responses", "switch"),
    [
        ({"properties": {"stream": {"type": "boolean"}}}, BOTH, "stream"),
        ({"properties": {"stream": {"type": ["boolean", "null"]}}}, BOTH, "stream"),
        (
            {
                "oneOf": [
                    {"properties": {"stream": {"const": True}}},
                    {"properties": {"stream": {"const": False}}},
                ]
            },
            BOTH,
            "stream",
        ),
        ({"properties": {"stream": STRING}}, BOTH, None),
        ({"properties": {"stream": {"type": "boolean"}}}, OK, None),
        ({"properties": {"other": {"type": "boolean"}}}, BOTH, None),
    ],
)
def test_a_boolean_that_turns_the_answer_into_a_stream_is_a_switch(
    schema: Any, responses: Any, switch: str | None
) -> None:
    found = of_operation(body(schema | {"type": "object"}) | {"responses": responses})
    assert found.stream_switch == switch


def test_servers_of_a_path_and_of_an_operation_are_its_own() -> None:
    item = {
        "servers": [{"url": "https://path.test"}],
        "get": OPERATION,
        "post": OPERATION | {"servers": [{"url": "https://own.test"}]},
    }
    found = lowered(described({"/a": item}, servers=[{"url": "https://all.test"}]))
    assert [o.servers[0].url for o in found.api.operations] == [
        "https://path.test",
        "https://own.test",
    ]
    assert found.api.servers[0].url == "https://all.test"


def test_server_variables_have_defaults_and_choices() -> None:
    server = {
        "url": "https://{region}.test",
        "variables": {"region": {"default": "eu", "enum": ["eu", "us"]}},
    }
    found = lowered(described({}, servers=[server]))
    variable = found.api.servers[0].variables[0]
    assert (variable.name, variable.default, variable.choices) == (
        "region",
        "eu",
        ("eu", "us"),
    )


def test_tags_have_parents_and_none_is_lost() -> None:
    document = described(
        {"/a": {"get": OPERATION | {"tags": ["used"]}}},
        version="3.2.0",
        tags=[
            {"name": "child", "parent": "top"},
            {"name": "top"},
            {"name": "lost", "parent": "nowhere"},
        ],
    )
    found = lowered(document)
    assert [(tag.name, tag.parent) for tag in found.api.tags] == [
        ("child", "top"),
        ("lost", None),
        ("top", None),
        ("used", None),
    ]


def test_webhooks_and_callbacks_are_requests_the_api_sends() -> None:
    hook = {"post": body({"type": "object"}) | {"responses": OK}}
    operation = OPERATION | {"callbacks": {"done": {"{$request.body#/url}": hook}}}
    found = lowered(described({"/a": {"post": operation}}, webhooks={"news": hook}))
    assert [(w.name, w.callback_of) for w in found.api.webhooks] == [
        ("news", None),
        ("done", "POST /a"),
    ]
    assert all(w.contents for w in found.api.webhooks)


def test_references_to_parameters_bodies_and_responses_are_followed() -> None:
    components = {
        "parameters": {"P": parameter("x", "query")},
        "requestBodies": {"B": {"content": {"application/json": JSON}}},
        "responses": {"R": {"description": "shared"}},
    }
    found = of_operation(
        {
            "parameters": [{"$ref": "#/components/parameters/P"}],
            "requestBody": {"$ref": "#/components/requestBodies/B"},
            "responses": {"200": {"$ref": "#/components/responses/R"}},
        },
        components=components,
    )
    assert [p.wire for p in found.parameters] == ["x"]
    assert found.body is not None
    assert found.responses[0].description == "shared"


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
