"""Methods: their names, signatures, docstrings and the values behind them."""

from __future__ import annotations

import ast
from dataclasses import replace

import pytest
from specloom import ir
from specloom.python import arguments, layout, render
from specloom.runtime._lifecycle import BodyRules, Idempotency

from tests import apis
from tests.apis import answer, api, body, operation, path, query


def resource(found: ir.Api, module: str) -> str:
    """Return the printed module of a resource."""
    files = render.render(layout.plan(found, package="demo"))
    wanted = f"demo/resources/{module}.py"
    return next(file.text for file in files if file.path == wanted)


def method(source: str, class_name: str, name: str) -> str:
    """Return the source of one method."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.ClassDef) and node.name == class_name:
            for item in node.body:
                defined = isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef)
                if defined and item.name == name:
                    return ast.get_source_segment(source, item) or ""
    raise AssertionError(f"no method {class_name}.{name}")


def test_path_parameters_come_first_in_the_order_of_the_path() -> None:
    op = operation(
        "GET /o/{owner}/r/{repo}",
        parameters=(
            query("limit"),
            path("repo"),
            path("owner"),
            query("q", required=True),
        ),
    )
    taken = arguments.of(api(op), op)
    assert [item.python for item in taken.positional] == ["owner", "repo"]
    assert [item.python for item in taken.keyword] == ["q", "limit"]


def test_a_clash_between_places_is_resolved_by_a_suffix() -> None:
    fields = ir.Object(
        properties=(
            ir.Property(wire="id", schema=apis.TEXT, required=True),
            ir.Property(wire="options", schema=apis.TEXT),
        )
    )
    op = operation(
        "PUT /a/{id}", parameters=(path("id"), query("id")), body=body(fields)
    )
    taken = arguments.of(api(op), op)
    assert {(item.place, item.wire): item.python for item in taken.every} == {
        ("path", "id"): "id",
        ("query", "id"): "id_query",
        ("body", "id"): "id_body",
        ("body", "options"): "options_body",
    }


def test_a_union_of_objects_takes_the_fields_of_all_variants() -> None:
    def variant(kind: str, *more: str) -> ir.Object:
        tag = ir.Property(wire="kind", schema=ir.Enum(values=(kind,)), required=True)
        rest = (
            ir.Property(wire=name, schema=apis.TEXT, required=True) for name in more
        )
        return ir.Object(properties=(tag, *rest))

    union = ir.Union(arms=(variant("a", "x", "both"), variant("b", "y", "both")))
    op = operation("POST /a", body=body(union))
    taken = arguments.of(api(op), op)
    assert {item.wire: item.required for item in taken.every} == {
        "kind": True,
        "both": True,
        "x": False,
        "y": False,
    }
    kind = next(item for item in taken.every if item.wire == "kind")
    assert isinstance(kind.schema, ir.Enum)
    assert kind.schema.values == ("a", "b")


@pytest.mark.parametrize(
    ("schema", "media_type"),
    [
        (ir.Array(items=apis.TEXT), "application/json"),
        (ir.Object(extra=ir.Anything()), "application/json"),
        (ir.Union(arms=(apis.PET, apis.TEXT)), "application/json"),
        (ir.Text(format="binary"), "application/octet-stream"),
        (ir.Object(), "application/json"),
    ],
)
def test_a_body_that_is_not_an_object_of_fields_is_one_argument(
    schema: ir.Schema, media_type: str
) -> None:
    op = operation("POST /a", body=body(schema, media_type))
    taken = arguments.of(api(op), op)
    assert [(item.python, item.whole, item.required) for item in taken.every] == [
        ("body", True, True)
    ]


def test_read_only_fields_and_forbidden_ones_are_no_arguments() -> None:
    fields = ir.Object(
        properties=(
            ir.Property(wire="id", schema=apis.TEXT, meta=ir.Meta(read_only=True)),
            ir.Property(wire="never", schema=ir.Nothing()),
            ir.Property(wire="name", schema=apis.TEXT),
        )
    )
    op = operation("POST /a", body=body(fields))
    assert [item.wire for item in arguments.of(api(op), op).every] == ["name"]


def test_the_wrap_key_of_a_document_is_not_the_callers() -> None:
    wrapped = ir.Object(properties=(ir.Property(wire="data", schema=apis.PET),))
    content = ir.Content(media_type="application/json", schema=wrapped)
    found = ir.Body(contents=(content,), required=True, rules=BodyRules(wrap="data"))
    op = operation("POST /a", body=found)
    assert [item.wire for item in arguments.of(api(op), op).every] == ["id", "name"]


def test_what_the_runtime_fills_in_is_not_required() -> None:
    found = apis.video()
    key = ir.Parameter(
        wire="Idempotency-Key", place="header", schema=apis.TEXT, required=True
    )
    life = replace(
        found.lifecycles[0], idempotency=Idempotency(place="header.Idempotency-Key")
    )
    op = replace(found.operations[2], parameters=(key,))
    taken = arguments.of(replace(found, lifecycles=(life,)), op)
    assert [item.required for item in taken.at("header")] == [False]


def test_an_argument_is_optional_by_omit_and_options_come_last() -> None:
    text = method(resource(apis.pets(), "pets"), "Pets", "get")
    assert "pet_id: str" in text
    assert "verbose: bool | Omit = OMIT" in text
    assert text.index("options: CallOptions | None = None") > text.index("verbose")
    assert '"petId": pet_id' in text


def test_a_summary_is_an_instruction() -> None:
    text = method(resource(apis.pets(), "pets"), "Pets", "get")
    assert '"""Return a pet.' in text


def test_a_docstring_says_limits_defaults_and_errors() -> None:
    text = method(resource(apis.video(), "generation"), "Generation", "kling_v2_6")
    assert "prompt: What to show, 1 to 2500 characters." in text
    assert "duration: 3 to 15, default 5." in text
    assert "JobError" in text


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({}, False),
        ({"extra": ir.Nothing()}, False),
        ({"extra": ir.Text()}, True),
        ({"extra": ir.Nothing(), "patterns": (("^x-", ir.Text()),)}, True),
    ],
)
def test_a_docstring_says_where_further_fields_go(
    more: dict[str, object], told: bool
) -> None:
    fields = replace(apis.PET, **more)
    op = operation("POST /a", body=body(fields), operation_id="run", tags=("things",))
    text = method(resource(api(op), "things"), "Things", "run")
    assert ("options: Its `extra_body` takes further fields." in text) == told


@pytest.mark.parametrize(
    ("found", "module", "name", "sync", "awaited"),
    [
        (apis.pets, "pets", "get", "-> Pet:", "-> Pet:"),
        (apis.video, "generation", "kling_v2_6", "-> Job[Video", "-> AsyncJob[Video"),
        (apis.paged, "pets", "list", "-> Pager[Pet", "-> AsyncPager[Pet"),
        (apis.paged, "pets", "watch", "-> EventStream[Pet", "-> AsyncEventStream[Pet"),
        (apis.paged, "pets", "photo", "-> BinaryResponse:", "-> BinaryResponse:"),
    ],
)
def test_the_return_type_says_what_the_caller_holds(
    found: object, module: str, name: str, sync: str, awaited: str
) -> None:
    source = resource(found(), module)  # type: ignore[operator]
    title = module.capitalize()
    assert sync in method(source, title, name).replace("PetModel", "Pet")
    assert awaited in method(source, f"Async{title}", name).replace("PetModel", "Pet")


def test_a_result_that_nobody_describes_is_any() -> None:
    found = apis.video()
    life = found.lifecycles[0]
    lost = replace(life, result=replace(life.result, location=("$response.body#/x/y",)))
    source = resource(replace(found, lifecycles=(lost,)), "generation")
    assert "-> Job[Any]:" in method(source, "Generation", "kling_v2_6")


def test_several_successes_are_a_union_and_no_content_is_none() -> None:
    op = operation(
        "POST /a",
        answer(apis.PET, "200"),
        answer(apis.TEXT, "202"),
        answer(None, "204"),
        operation_id="run",
        tags=("things",),
    )
    source = resource(api(op), "things")
    text = method(source, "Things", "run")
    assert "| str | None:" in text


def test_a_stream_switch_gives_two_methods_over_one_operation() -> None:
    event = ir.Content(media_type="text/event-stream", schema=apis.TEXT)
    switch = ir.Object(
        properties=(
            ir.Property(wire="prompt", schema=apis.TEXT, required=True),
            ir.Property(wire="stream", schema=ir.Boolean()),
        )
    )
    plain = answer(apis.PET)
    both = replace(plain, contents=(*plain.contents, event))
    op = operation(
        "POST /chat",
        both,
        operation_id="chat",
        tags=("chats",),
        body=body(switch),
        stream_switch="stream",
        streams_too=True,
    )
    source = resource(api(op), "chats")
    assert "stream:" not in method(source, "Chats", "chat")
    assert "-> EventStream[" in method(source, "Chats", "chat_stream")
    assert 'defaults={"stream": True}' in source
    assert 'defaults={"stream": False}' in source


def test_a_plain_twin_has_a_constant_but_no_method() -> None:
    source = resource(apis.video(), "generation")
    assert "KLING_V2_6_PLAIN = KLING_V2_6.twin(" in source
    assert source.count("def kling_v2_6(") == 2


def test_text_of_a_document_never_becomes_code() -> None:
    evil = '"""\nimport os; os.system("x")\n"""\\'
    op = operation(
        "GET /a/{x}",
        answer(apis.PET),
        operation_id=evil,
        summary=evil,
        description=evil,
        tags=(evil,),
        parameters=(path("x", description=evil), query(evil, description=evil)),
    )
    files = render.render(
        layout.plan(api(op, title=evil, version=evil), package="demo")
    )
    for file in files:
        if file.path.endswith(".py"):
            calls_found = [
                node.func.attr
                for node in ast.walk(ast.parse(file.text))
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
            ]
            assert "system" not in calls_found


def test_the_same_api_gives_the_same_bytes_whatever_the_order() -> None:
    found = apis.pets()
    turned = replace(found, operations=found.operations[::-1])
    first, second = (
        {
            file.path: file.text
            for file in render.render(layout.plan(item, package="demo"))
        }
        for item in (found, turned)
    )
    assert first == second
