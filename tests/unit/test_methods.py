"""Methods: their names, signatures, docstrings and the values behind them."""

from __future__ import annotations

import ast
from dataclasses import replace
from itertools import permutations

import pytest
from specloom import ir
from specloom.python import arguments, calls, layout, render
from specloom.runtime._lifecycle import BodyRules, Idempotency

from tests import apis
from tests.apis import answer, api, body, operation, path, query


def names(*operations: ir.Operation, **more: object) -> list[str]:
    """Return the call paths of some operations, in the order of the operations."""
    planned = calls.plan(api(*operations, **more))
    by_key = {call.operation.key: call.text for call in planned if not call.stream}
    return [by_key[item.key] for item in operations]


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


@pytest.mark.parametrize(
    ("operation_id", "key", "tag", "expected"),
    [
        ("createPet", "POST /pets", "pets", "pets.create"),
        ("addPet", "POST /pets", "pet", "pet.create"),
        ("getPetById", "GET /pets/{id}", "pet", "pet.get"),
        ("get-bookings", "GET /bookings", "bookings", "bookings.list"),
        ("PetsController_findAll", "GET /pets", "pets", "pets.list"),
        ("listUsingGET_1", "GET /pets", "pets", "pets.list"),
        ("read_item_items__item_id__get", "GET /items/{item_id}", "items", "items.get"),
        ("pets/list", "GET /pets", "pets", "pets.list"),
        ("removePet", "DELETE /pets/{id}", "pets", "pets.delete"),
        ("remove", "POST /pets/{id}/remove", "pets", "pets.remove"),
        ("import", "POST /pets/import", "pets", "pets.import_"),
        ("admin_users_setRegular", "POST /x", "admin.users", "admin.users.set_regular"),
        ("获取", "GET /pets", "pets", "pets.u83b7_u53d6"),
        ("PostPetsIdFeed", "POST /v1/pets/{id}/feed", "pets", "pets.feed"),
        ("PostPetsPet", "POST /pets/{pet}", "pets", "pets.update"),
        ("get_pets_id_toys", "GET /pets/{id}/toys", "pets", "pets.list_toys"),
        ("get_pets_id_toys_id", "GET /pets/{id}/toys/{toy}", "pets", "pets.get_toy"),
        ("post_pets_id_toys", "POST /pets/{id}/toys", "pets", "pets.create_toy"),
        ("PostPetToyBoxes", "POST /pet/toy_boxes", "pet", "pet.create_toy_box"),
        ("get3DPets", "GET /3d", "pets", "pets.get3d"),
        (None, "GET /pets", "pets", "pets.list"),
        (None, "GET /pets/{id}", "pets", "pets.get"),
        (None, "POST /v1/pets/{id}/feed", None, "pets.feed"),
        (None, "GET /", None, "api.get"),
    ],
)
def test_a_name_says_what_the_resource_does_not(
    operation_id: str | None, key: str, tag: str | None, expected: str
) -> None:
    tags = (tag,) if tag else ()
    assert names(operation(key, operation_id=operation_id, tags=tags)) == [expected]


def test_two_operations_that_would_share_a_short_name_get_longer_ones() -> None:
    first = operation("PUT /pets/{id}", operation_id="putPet", tags=("pets",))
    second = operation("PATCH /pets/{id}", operation_id="patchPet", tags=("pets",))
    assert names(first, second) == ["pets.put", "pets.patch"]


def test_types_that_would_share_a_name_are_named_by_their_whole_path() -> None:
    first = operation("GET /a", operation_id="list", tags=("admin.users",))
    second = operation("GET /b", operation_id="list", tags=("users",))
    third = operation("GET /c", operation_id="list", tags=("pets",))
    found = {call.text: call.title for call in calls.plan(api(first, second, third))}
    assert found == {
        "admin.users.list": "list_admin_users",
        "users.list": "list_users",
        "pets.list": "list_pets",
    }


def test_no_operation_is_lost_when_all_names_are_the_same() -> None:
    same = [
        operation(f"POST /{letter}", operation_id="run", tags=("jobs",), name="x.run")
        for letter in "abcd"
    ]
    found = names(*same)
    assert len(set(found)) == len(same)
    assert found == ["x.run", "x.run_2", "x.run_3", "x.run_4"]


def test_names_do_not_depend_on_the_order_of_the_document() -> None:
    operations = (
        operation("POST /a", operation_id="add", tags=("t",)),
        operation("PUT /a", operation_id="insert", tags=("T",)),
        operation("POST /b", operation_id="create", tags=("t",)),
    )
    planned = [
        [(call.text, call.operation.key) for call in calls.plan(api(*order))]
        for order in permutations(operations)
    ]
    assert all(found == planned[0] for found in planned)


def test_a_resource_never_hides_what_the_client_offers() -> None:
    found = names(operation("GET /jobs", operation_id="listJobs", tags=("jobs",)))
    assert found == ["jobs_.list"]


def test_the_clients_own_names_are_those_of_the_runtime() -> None:
    client = pytest.importorskip("specloom.runtime._client")
    public = {
        name
        for core in (client.Core, client.AsyncCore)
        for name in dir(core)
        if not name.startswith("_")
    }
    assert public <= calls.CLIENT_NAMES


def test_nested_tags_nest_resources_and_a_method_never_hides_one() -> None:
    tags = (ir.Tag(name="admin"), ir.Tag(name="users", parent="admin"))
    found = names(
        operation("GET /a", operation_id="users", tags=("admin",)),
        operation("GET /u", operation_id="listUsers", tags=("users",)),
        tags=tags,
    )
    assert found == ["admin.get_a", "admin.users.list"]


@pytest.mark.parametrize("name", ["list", "deprecated"])
def test_a_nested_resource_hides_no_name_that_its_parent_needs(name: str) -> None:
    tags = (ir.Tag(name="admin"), ir.Tag(name=name, parent="admin"))
    rows = answer(ir.Array(items=ir.Text()))
    found = api(
        operation("PUT /a", rows, tags=("admin",), deprecated=True),
        operation("GET /u", tags=(name,)),
        tags=tags,
    )
    hidden = {"list": "-> builtins.list[str]:", "deprecated": "    @_deprecated("}
    assert hidden[name] in resource(found, "admin")


def test_tags_that_are_their_own_parents_end() -> None:
    tags = (ir.Tag(name="a", parent="b"), ir.Tag(name="b", parent="a"))
    assert names(operation("GET /a", tags=("a",)), tags=tags) == ["b.a.get_a"]


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


def test_a_method_named_like_a_builtin_does_not_hide_it_from_annotations() -> None:
    op = operation(
        "GET /pets",
        answer(ir.Array(items=apis.TEXT)),
        operation_id="list",
        tags=("pets",),
    )
    source = resource(api(op), "pets")
    assert "-> builtins.list[str]:" in method(source, "Pets", "list")


def test_a_resource_and_a_model_of_one_name_stay_apart() -> None:
    pet = ir.Ref(name="Pet")
    op = operation("GET /pet", answer(pet), operation_id="getPet", tags=("pet",))
    source = resource(api(op, schemas=apis.schemas(Pet=apis.PET)), "pet")
    assert "import Pet as PetModel" in source
    assert "-> PetModel:" in method(source, "Pet", "get")


@pytest.mark.parametrize("tag", ["types", "Operation", "core", "omit", "job", "any"])
def test_a_resource_never_takes_a_name_that_its_module_needs(tag: str) -> None:
    op = operation("GET /a", answer(apis.PET), operation_id="read", tags=(tag,))
    files = render.render(layout.plan(api(op), package="demo"))
    for file in files:
        if "/resources/" in file.path:
            tree = ast.parse(file.text)
            defined = [
                node.name for node in tree.body if isinstance(node, ast.ClassDef)
            ]
            imported = [
                alias.asname or alias.name
                for node in ast.walk(tree)
                if isinstance(node, ast.ImportFrom)
                for alias in node.names
            ]
            assert not set(defined) & set(imported)


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
