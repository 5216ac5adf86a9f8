"""A good answer that looks like an error is one where the document declares it so."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
import yaml
from specloom import output, pipeline

from tests.behaviour.packages import answers, imported

FAILED = {"success": False, "error": "no space left"}
ALONE = {"error": {"message": "no such model"}}


def object_of(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": sorted(properties), "properties": properties}


ANSWERS: dict[str, Any] = {
    "either": {
        "oneOf": [
            object_of(success={"const": True}, version={"type": "string"}),
            object_of(success={"const": False}, error={"type": "string"}),
        ]
    },
    "always": object_of(success={"type": "boolean", "const": True}),
    "flagged": object_of(success={"type": "boolean"}),
    "untold": {"type": "object", "properties": {"id": {"type": "string"}}},
    "detailed": {
        "type": "object",
        "properties": {"error": object_of(message={"type": "string"})},
    },
}


@pytest.fixture(scope="module")
def tasks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    folder = tmp_path_factory.mktemp("client")
    paths = {
        f"/tasks/{name}": {
            "get": {
                "operationId": name,
                "tags": ["tasks"],
                "responses": {
                    "200": {
                        "description": "An answer.",
                        "content": {"application/json": {"schema": schema}},
                    }
                },
            }
        }
        for name, schema in ANSWERS.items()
    }
    source = folder / "tasks.yaml"
    head = {"openapi": "3.1.0", "info": {"title": "Tasks", "version": "1"}}
    servers = [{"url": "https://api.example.com"}]
    source.write_text(yaml.safe_dump({**head, "servers": servers, "paths": paths}))
    loaded = pipeline.read_api(source)
    output.write(pipeline.generate(loaded, package="tasks_demo"), folder / "client")
    with imported(folder / "client", "tasks_demo") as package:
        yield package


def called(package: ModuleType, name: str, body: Any) -> Any:
    client = package.TasksDemo(http_client=answers(body).client())
    return getattr(client.tasks, name)()


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("either", FAILED),
        ("flagged", {"success": False}),
        ("detailed", ALONE),
    ],
)
def test_an_answer_of_its_declared_type_is_returned(
    tasks: ModuleType, name: str, body: Any
) -> None:
    assert called(tasks, name, body).model_dump(mode="json", by_alias=True) == body


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("always", FAILED),
        ("untold", FAILED),
        ("untold", ALONE),
        ("flagged", {**ALONE, "success": None}),
    ],
)
def test_an_answer_that_no_one_declared_is_an_error(
    tasks: ModuleType, name: str, body: Any
) -> None:
    with pytest.raises(tasks.ApiError):
        called(tasks, name, body)
