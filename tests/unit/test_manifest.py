"""specloom.json: every operation as tools can call it, every file by its hash."""

from __future__ import annotations

import json
from typing import Any

from specloom import ir
from specloom.output import File, digest
from specloom.python import calls, layout, manifest, render, vendor

from tests import apis
from tests.apis import answer, api, body, operation, path, query


def rows(found: ir.Api) -> dict[str | None, dict[str, Any]]:
    """Return the operations of a manifest by call path."""
    listed = json.loads(manifest.text(found, calls.plan(found), document="00"))
    return {row["call"]: row for row in listed["operations"]}


def test_an_operation_stands_as_the_architecture_page_shows_it() -> None:
    pet = ir.Object(properties=(ir.Property(wire="name", schema=apis.TEXT),))
    op = operation(
        "PUT /pets/{petId}",
        answer(apis.PET),
        operation_id="updatePet",
        tags=("pets",),
        parameters=(path("petId"),),
        body=body(pet),
    )
    assert rows(api(op)) == {
        "pets.update": {
            "key": "PUT /pets/{petId}",
            "name": "updatePet",
            "call": "pets.update",
            "kind": "plain",
            "parameters": [{"wire": "petId", "in": "path", "python": "pet_id"}],
            "body": {
                "media_type": "application/json",
                "argument": None,
                "fields": [{"wire": "name", "python": "name"}],
            },
        }
    }


def test_a_body_that_is_not_flattened_names_its_argument() -> None:
    op = operation("POST /a", body=body(ir.Array(items=apis.TEXT)), tags=("a",))
    found = rows(api(op))["a.create"]["body"]
    assert (found["argument"], found["fields"]) == ("body", [])


def test_parameters_stand_in_call_order() -> None:
    op = operation(
        "GET /a/{x}/{y}",
        parameters=(query("q"), path("y"), query("r", required=True), path("x")),
        operation_id="read",
        tags=("a",),
    )
    found = rows(api(op))["a.get"]["parameters"]
    assert [item["wire"] for item in found] == ["x", "y", "r", "q"]


def test_kinds_are_those_of_the_methods() -> None:
    kinds = {name: row["kind"] for name, row in rows(apis.paged()).items()}
    assert kinds == {
        "pets.list": "pages",
        "pets.watch": "stream",
        "pets.photo": "plain",
    }
    assert rows(apis.video())["generation.kling_v2_6"]["kind"] == "job"
    assert rows(apis.video())["generation.kling_v2_6"]["exact_name"] == "Kling 2.6"


def test_a_plain_twin_stands_there_without_a_call_path() -> None:
    assert rows(apis.video())[None]["key"] == "POST /kling-v2.6"


def package_files(found: ir.Api) -> tuple[File, ...]:
    """Return every file of a client."""
    planned = layout.plan(found, package="demo", document="ab" * 32)
    return (*render.render(planned), *vendor.files(planned))


def test_every_file_has_its_hash_and_the_document_too() -> None:
    files = {file.path: file.text for file in package_files(apis.pets())}
    listed = json.loads(files.pop("demo/specloom.json"))
    assert listed["files"] == {path: digest(text) for path, text in files.items()}
    assert listed["document"] == {
        "title": "Pet store",
        "version": "1.2",
        "sha256": "ab" * 32,
    }
    assert listed["generator"]["name"] == "specloom"


def test_the_runtime_is_emitted_byte_for_byte() -> None:
    from pathlib import Path

    import specloom.runtime

    source = Path(specloom.runtime.__path__[0])
    emitted = {
        file.path.removeprefix("demo/_runtime/"): file.text
        for file in package_files(apis.pets())
        if file.path.startswith("demo/_runtime/")
    }
    assert emitted == {
        found.name: found.read_text("utf-8") for found in source.glob("*.py")
    }


def test_a_package_to_embed_has_no_project_around_it() -> None:
    planned = layout.plan(apis.pets(), package="demo", layout="package")
    paths = [file.path for file in render.render(planned)]
    assert all(path.startswith("demo/") for path in paths)


def test_every_create_has_a_payload_template() -> None:
    files = {file.path: file.text for file in package_files(apis.video())}
    text = files["payloads/generation.kling_v2_6.json"]
    assert json.loads(text) == {"prompt": "string", "duration": 5}
