"""--payload, --set and OPERATION: what the command line makes of what is typed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
import pytest
from specloom import ir
from specloom.cli import arguments, described, operations
from specloom.cli.arguments import assign, assignments

TEXT = ir.Text()
COUNT = ir.Numeric(integer=True)


def prop(wire: str, schema: ir.Schema, *, required: bool = False) -> ir.Property:
    return ir.Property(wire=wire, schema=schema, required=required)


def create(**changes: Any) -> ir.Operation:
    shot = ir.Object(properties=(prop("text", TEXT), prop("seconds", COUNT)))
    body = ir.Object(
        properties=(
            prop("prompt", TEXT, required=True),
            prop("duration", COUNT),
            prop("loop", ir.Boolean()),
            prop("shots", ir.Array(items=shot)),
            prop("id", TEXT),
            prop("a.b", TEXT),
        ),
    )
    values: dict[str, Any] = {
        "key": "POST /v1/things/{id}",
        "method": "POST",
        "path": "/v1/things/{id}",
        "operation_id": "createThing",
        "tags": ("things",),
        "parameters": (
            ir.Parameter(wire="id", place="path", schema=TEXT, required=True),
        ),
        "body": ir.Body(
            contents=(ir.Content(media_type="application/json", schema=body),),
        ),
    }
    return ir.Operation(**{**values, **changes})


def api(*found: ir.Operation, **changes: Any) -> ir.Api:
    return ir.Api(title="Things", operations=found or (create(),), **changes)


def made(*sets: str, payload: Any = None) -> Any:
    operation = create()
    start = {} if payload is None else payload
    return assign(start, assignments(sets), operation, api(operation))


def test_a_value_is_read_by_the_schema_of_its_field() -> None:
    assert made("prompt=12", "duration=12", "loop=true") == {
        "prompt": "12",
        "duration": 12,
        "loop": True,
    }


def test_a_dotted_name_reaches_inside_lists_and_objects() -> None:
    found = made("shots.0.text=7", "shots.0.seconds=7", "shots.1.text=x")
    assert found == {"shots": [{"text": "7", "seconds": 7}, {"text": "x"}]}


def test_a_wire_name_with_a_dot_stays_whole() -> None:
    assert made("a.b=1") == {"a.b": "1"}


def test_a_name_in_two_places_is_known_only_qualified() -> None:
    names = arguments.known(create(), api())
    assert {"path.id", "body.id"} <= set(names)
    assert "id" not in names
    assert made("path.id=1", "body.id=2") == {"path.id": "1", "body.id": "2"}


def test_a_name_in_one_place_may_be_qualified_all_the_same() -> None:
    assert made("body.prompt=12", "body.shots.0.seconds=7") == {
        "body.prompt": "12",
        "body.shots": [{"seconds": 7}],
    }


def test_a_file_becomes_a_data_uri_where_the_body_is_json(tmp_path: Path) -> None:
    picture = tmp_path / "cat.png"
    picture.write_bytes(b"\x89PNG")
    assert made(f"prompt=@{picture}") == {"prompt": "data:image/png;base64,iVBORw=="}


def test_a_file_is_uploaded_where_the_body_is_a_form(tmp_path: Path) -> None:
    picture = tmp_path / "cat.png"
    picture.write_bytes(b"\x89PNG")
    form = ir.Content(media_type="multipart/form-data", schema=ir.Object())
    operation = create(body=ir.Body(contents=(form,)))
    items = assignments([f"image=@{picture}"])
    assert assign({}, items, operation, api(operation)) == {"image": picture}


@pytest.mark.parametrize("media_type", ["image/png", "application/xml", "text/csv"])
def test_a_file_is_the_body_where_it_is_sent_as_it_is(
    media_type: str, tmp_path: Path
) -> None:
    picture = tmp_path / "cat.png"
    picture.write_bytes(b"\x89PNG")
    content = ir.Content(media_type=media_type, schema=ir.Anything())
    operation = create(body=ir.Body(contents=(content,), required=True))
    found = api(operation)
    items = assignments([f"body=@{picture}"])
    assert assign({}, items, operation, found) == {"body": picture}
    (_, row) = described.arguments(found, operation)
    assert (row["name"], row["required"], row["type"]) == ("body", True, "string")


def test_text_that_begins_with_an_at_sign_is_written_with_two() -> None:
    assert made("prompt=@@someone") == {"prompt": "@someone"}


@pytest.mark.parametrize(
    ("sets", "message"),
    [
        (["prompt"], "NAME=VALUE"),
        (["prompt=@nowhere.png"], "no file"),
        (["shots.3.text=x"], "no position"),
        (["prompt=x", "prompt.inner=y"], "a value, not an object"),
    ],
)
def test_a_wrong_assignment_says_what_is_wrong(sets: list[str], message: str) -> None:
    with pytest.raises(click.UsageError, match=message):
        made(*sets)


def test_two_payloads_are_refused() -> None:
    with pytest.raises(click.UsageError, match="not both"):
        arguments.payload("{}", "file.json")


def test_broken_json_is_refused_with_its_place() -> None:
    with pytest.raises(click.UsageError, match="--payload:1:2: not valid JSON"):
        arguments.payload("{x}", None)


@pytest.mark.parametrize(
    "text",
    [
        "createThing",
        "things.create",
        "POST /v1/things/{id}",
        "post /v1/things/{id}",
        "/v1/things/{id}",
        "/things/{id}",
        "/api/v1/things/{id}",
    ],
)
def test_an_operation_is_found_by_every_name_it_has(text: str) -> None:
    described = api(servers=(ir.Server(url="https://example.com/api"),))
    assert operations.find(text, described).operation.key == "POST /v1/things/{id}"


def test_a_path_means_post_unless_get_is_all_there_is() -> None:
    both = (
        create(key="GET /a", method="GET", path="/a", operation_id="g"),
        create(key="POST /a", method="POST", path="/a", operation_id="p"),
        create(key="GET /b", method="GET", path="/b", operation_id="b"),
    )
    described = api(*both)
    assert operations.find("/a", described).operation.method == "POST"
    assert operations.find("/b", described).operation.method == "GET"


def test_an_unknown_operation_names_the_nearest() -> None:
    with pytest.raises(click.UsageError, match="did you mean `createThing`"):
        operations.find("createThnig", api())
