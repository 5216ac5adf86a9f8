"""Shapes of job APIs, in short: what is a pair, and what only looks like one."""

from __future__ import annotations

import re
from typing import Any

import pytest
from specloom.spec import infer

from tests.lowering import Lowered, described, lowered

WORK = ["queued", "running", "completed", "failed"]


def of(shape: Any) -> dict[str, Any]:
    """Return a schema: a list is an enum, a dict an object, a text its type."""
    match shape:
        case list():
            return {"type": "string", "enum": shape}
        case dict() if "$ref" in shape or "oneOf" in shape:
            return shape
        case dict():
            inner = {name: of(value) for name, value in shape.items()}
            return {"type": "object", "properties": inner}
        case _:
            return {"type": shape}


def call(answer: Any, asked: Any = None, **more: Any) -> dict[str, Any]:
    content = {"application/json": {"schema": of(answer)}}
    found: dict[str, Any] = {
        "responses": {"200": {"description": "x", "content": content}},
        **more,
    }
    if asked is not None:
        found["requestBody"] = {"content": {"application/json": {"schema": of(asked)}}}
    return found


def api(shapes: dict[str, dict[str, Any]], **schemas: Any) -> Lowered:
    """Return an API of `METHOD /path` -> operation; path parameters are added."""
    paths: dict[str, Any] = {}
    for key, operation in shapes.items():
        method, path = key.split(" ")
        names = re.findall(r"\{(.*?)\}", path)
        given = [
            {"name": name, "in": "path", "required": True, "schema": of("string")}
            for name in names
        ]
        parameters = [*given, *operation.get("parameters", ())]
        paths.setdefault(path, {})[method.lower()] = {
            **operation,
            "parameters": parameters,
        }
    return lowered(described(paths, {name: of(s) for name, s in schemas.items()}))


def query(name: str, *, required: bool = True) -> dict[str, Any]:
    found = {"name": name, "in": "query", "required": required}
    return {**found, "schema": of("string")}


def found(
    shapes: dict[str, dict[str, Any]], **schemas: Any
) -> dict[str | None, tuple[str, dict[str, tuple[str, ...]]]]:
    proposals = infer.infer(api(shapes, **schemas).api)
    return {
        item.lifecycle.create: (
            item.lifecycle.poll.operation,
            dict(item.lifecycle.poll.bind),
        )
        for item in proposals
        if item.lifecycle.poll is not None
    }


JOB = ("$job.id",)
REF = {"$ref": "#/components/schemas/Job"}
WHOLE = {"id": "string", "status": WORK}

PAIRS: dict[str, tuple[dict[str, Any], str, str, dict[str, tuple[str, ...]]]] = {
    "a status beside what runs": (
        {
            "POST /v2/{endpoint}/run": call({"id": "string", "status": "string"}),
            "GET /v2/{endpoint}/status/{job_id}": call({"id": "string", "status": WORK}),
        },
        "POST /v2/{endpoint}/run",
        "GET /v2/{endpoint}/status/{job_id}",
        {"endpoint": ("$request.path.endpoint",), "job_id": JOB},
    ),
    "a request below a model": (
        {
            "POST /{model}": call({"request_id": "string", "position": "integer"}),
            "GET /{name}/requests/{request_id}/status": call(
                {"status": ["IN_QUEUE", "IN_PROGRESS", "COMPLETED"]}
            ),
        },
        "POST /{model}",
        "GET /{name}/requests/{request_id}/status",
        {"name": ("$request.path.model",), "request_id": JOB},
    ),
    "one list of tasks for many creates": (
        {
            "POST /v1/image_to_video": call(
                {"id": "string"}, summary="Generate a video from an image"
            ),
            "GET /v1/tasks/{id}": call(
                {
                    "oneOf": [
                        of({"id": "string", "status": [state]})
                        for state in ("PENDING", "RUNNING", "SUCCEEDED", "FAILED")
                    ]
                }
            ),
        },
        "POST /v1/image_to_video",
        "GET /v1/tasks/{id}",
        {"id": JOB},
    ),
    "words in another tense": (
        {
            "POST /v1/videos": call({"data": {"task_id": "string"}, "code": "integer"}),
            "GET /v1/videos/{task_id}": call(
                {
                    "data": {"task_status": ["submitted", "processing", "succeed", "fail"]},
                    "code": "integer",
                }
            ),
        },
        "POST /v1/videos",
        "GET /v1/videos/{task_id}",
        {"task_id": JOB},
    ),
    "a query and a name with a dot": (
        {
            "POST /v2/video/generate": call({"data": {"video_id": "string"}}),
            "GET /v1/video_status.get": call(
                {"data": {"status": WORK}}, parameters=[query("video_id")]
            ),
        },
        "POST /v2/video/generate",
        "GET /v1/video_status.get",
        {"video_id": JOB},
    ),
    "a poll that is a post": (
        {
            "POST /v1/task/create": call({"task_id": "string"}),
            "POST /v1/task/query": call({"status": WORK}, {"task_id": "string"}),
        },
        "POST /v1/task/create",
        "POST /v1/task/query",
        {"body.task_id": JOB},
    ),
    "runs that are read elsewhere": (
        {
            "POST /acts/{actId}/runs": call({"data": REF}),
            "GET /actor-runs/{runId}": call({"data": REF}),
        },
        "POST /acts/{actId}/runs",
        "GET /actor-runs/{runId}",
        {"runId": JOB},
    ),
    "an id of another name": (
        {
            "POST /evaluation": call({"workflow_id": "string", "status": "string"}),
            "GET /evaluation/{id}": call({"status": WORK, "results": "object"}),
        },
        "POST /evaluation",
        "GET /evaluation/{id}",
        {"id": JOB},
    ),
    "a status below what was made": (
        {
            "POST /campaigns": call({"id": "string", "name": "string"}),
            "GET /campaigns/{id}": call({"id": "string", "name": "string"}),
            "GET /campaigns/{id}/status": call({"status": WORK}),
        },
        "POST /campaigns",
        "GET /campaigns/{id}/status",
        {"id": JOB},
    ),
    "jobs of a job": (
        {
            "POST /stores": call({"id": "string", "status": WORK}),
            "GET /stores/{store_id}": call({"id": "string", "status": WORK}),
            "POST /stores/{store_id}/files": call(REF),
            "GET /stores/{store_id}/files/{file_id}": call(REF),
        },
        "POST /stores/{store_id}/files",
        "GET /stores/{store_id}/files/{file_id}",
        {"store_id": ("$request.path.store_id",), "file_id": JOB},
    ),
    "a body that is the whole resource": (
        {
            "POST /exports": call(REF, REF),
            "GET /exports/{export}": call(REF),
        },
        "POST /exports",
        "GET /exports/{export}",
        {"export": JOB},
    ),
    "runs that may be overridden": (
        {
            "POST /runs": call(REF),
            "GET /runs/{run_id}": call(REF),
            "PATCH /runs/{run_id}": call(REF, {"status": ["completed", "failed"]}),
        },
        "POST /runs",
        "GET /runs/{run_id}",
        {"run_id": JOB},
    ),
    "tasks that workers change": (
        {
            "POST /offers/{id}/order": call({"task_id": "string"}),
            "GET /tasks/{id}": call({"state": WORK}),
            "PATCH /tasks/{id}": call({"state": WORK}, {"state": WORK}),
        },
        "POST /offers/{id}/order",
        "GET /tasks/{id}",
        {"id": JOB},
    ),
    "a state of the processing": (
        {
            "POST /sarifs": call({"id": "string", "url": "string"}),
            "GET /sarifs/{sarif_id}": call(
                {"processing_status": ["pending", "complete", "failed"]}
            ),
        },
        "POST /sarifs",
        "GET /sarifs/{sarif_id}",
        {"sarif_id": JOB},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PAIRS)
def test_a_pair_is_found_with_what_binds_it(name: str) -> None:
    shapes, create, poll, bind = PAIRS[name]
    assert found(shapes, Job=WHOLE).get(create) == (poll, bind)


NONE: dict[str, dict[str, Any]] = {
    "the caller says the state": {
        "POST /checks": call(REF, WHOLE),
        "GET /checks/{check_id}": call(REF),
    },
    "the caller says it later": {
        "POST /todos": call({"$ref": "#/components/schemas/Todo"}),
        "GET /todos/{todo_id}": call({"$ref": "#/components/schemas/Todo"}),
        "PATCH /todos/{id}": call("object", {"status": WORK[:3]}),
    },
    "a payment": {
        "POST /charges": call({"id": "string", "status": ["pending", "succeeded", "failed"], "amount": "integer", "currency": "string"}),
        "GET /charges/{charge}": call({"id": "string", "status": ["pending", "succeeded", "failed"], "amount": "integer", "currency": "string"}),
    },
    "a thing that lives on": {
        "POST /schedules": call({"$ref": "#/components/schemas/Thing"}),
        "GET /schedules/{schedule}": call({"$ref": "#/components/schemas/Thing"}),
    },
    "another thing's id": {
        "POST /reviews": call({"id": "string", "commit_id": "string"}),
        "GET /commits/{ref}/status": call({"status": WORK}),
    },
    "an account that both name": {
        "POST /settings/default": call({"account_sid": "string", "title": "string"}),
        "GET /rooms/{Sid}": call({"sid": "string", "account_sid": "string", "status": WORK}),
    },
    "another service's job": {
        "POST /matrix/calculate": call({"job_id": "string"}),
        "GET /matrix/solution/{jobId}": call({"times": "array"}),
        "GET /routes/solution/{jobId}": call({"status": ["waiting", "processing", "finished"]}),
    },
    "pages of events": {
        "POST /policies": call({"policy_id": "string"}),
        "GET /events/{policy_id}": call({"events": {"type": "array", "items": of({"status": WORK})}, "next": "string"}, parameters=[query("maxResults", required=False)]),
    },
    "a job of something else": {
        "POST /models/{model}/archive": call({"id": "string", "archived": "boolean"}, summary="Archive a job's model"),
        "GET /flows/runs/{run_id}": call({"status": WORK}),
    },
}  # fmt: skip


@pytest.mark.parametrize("name", NONE)
def test_what_only_looks_like_a_pair_is_none(name: str) -> None:
    thing = {
        "id": "string",
        "status": ["not_started", "active", "completed", "released"],
    }
    todo = {"id": "string", "status": WORK[:3]}
    assert found(NONE[name], Job=WHOLE, Thing=thing, Todo=todo) == {}


def test_ready_is_a_beginning_where_another_word_is_the_end() -> None:
    states = ["READY", "RUNNING", "SUCCEEDED", "FAILED", "TIMED-OUT"]
    shapes = {
        "POST /runs": call({"id": "string"}),
        "GET /runs/{id}": call({"status": states}),
    }
    life = infer.infer(api(shapes).api)[0].lifecycle
    assert life.states["READY"] == "queued"
    assert life.states["TIMED-OUT"] == "expired"
    ended = {
        **shapes,
        "GET /runs/{id}": call({"status": ["preparing", "ready", "errored"]}),
    }
    assert infer.infer(api(ended).api)[0].lifecycle.states["ready"] == "succeeded"
