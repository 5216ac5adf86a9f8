"""Names of methods and resources: readable, none lost, none hidden."""

from __future__ import annotations

import ast
from itertools import permutations

import pytest
from specloom import ir
from specloom.python import calls, layout, render

from tests import apis
from tests.apis import answer, api, operation


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
