"""A large synthetic description: hundreds of models that refer to each other."""

from __future__ import annotations

from typing import Any

JOB = "POST /jobs"


def document(models: int = 500) -> dict[str, Any]:
    """Return an OpenAPI document with so many object schemas, and a job to wait for.

    Each schema is as wide as a payment provider's: texts, numbers, an enum, a map, a
    list, an optional reference to the head of its twenty and one to a model far off.
    """
    names = [f"Resource{number:03d}" for number in range(models)]
    schemas = {name: _schema(number, names) for number, name in enumerate(names)}
    paths: dict[str, Any] = {}
    for number in range(0, models, 5):
        paths[f"/v1/things{number:03d}/{{id}}"] = {"get": _get(names[number], number)}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Bench", "version": "1.0"},
        "servers": [{"url": "https://api.bench.test"}],
        "security": [{"key": []}],
        "paths": paths | _jobs(),
        "components": {
            "schemas": schemas,
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
        },
    }


def value(number: int = 0) -> dict[str, Any]:
    """Return an answer that fits a model."""
    return {
        "id": f"res_{number}",
        "object": f"resource{number:03d}",
        "created": 1_700_000_000,
        "amount": 4200,
        "currency": "eur",
        "livemode": False,
        "status": "active",
        "description": "A thing with a description that is as long as they are.",
        "metadata": {"order": "6735", "shop": "berlin"},
        "tags": ["a", "b", "c"],
        "previous": None,
        "related": None,
    }


def _schema(number: int, names: list[str]) -> dict[str, Any]:
    def to(name: str) -> dict[str, Any]:
        return {"anyOf": [{"$ref": f"#/components/schemas/{name}"}, {"type": "null"}]}

    text: dict[str, Any] = {"type": "string"}
    return {
        "type": "object",
        "required": ["id", "object", "created", "status"],
        "properties": {
            "id": text,
            "object": text,
            "created": {"type": "integer"},
            "amount": {"type": "integer"},
            "currency": text,
            "livemode": {"type": "boolean"},
            "status": {"type": "string", "enum": ["active", "closed", "pending"]},
            "description": {"type": ["string", "null"]},
            "metadata": {"type": "object", "additionalProperties": text},
            "tags": {"type": "array", "items": text},
            "previous": to(names[number - number % 20]),
            "related": to(names[number // 2]),
        },
    }


def _get(name: str, number: int) -> dict[str, Any]:
    schema = {"$ref": f"#/components/schemas/{name}"}
    return {
        "operationId": f"getThing{number:03d}",
        "tags": [f"group{number // 50}"],
        "parameters": [
            {
                "name": "id",
                "in": "path",
                "required": True,
                "schema": {"type": "string"},
            },
        ],
        "responses": {"200": _json(schema)},
    }


def _json(schema: dict[str, Any]) -> dict[str, Any]:
    content = {"application/json": {"schema": schema}}
    return {"description": "It.", "content": content}


def _jobs() -> dict[str, Any]:
    """Return a create and its state, followed at a pace of 3 s."""
    job = {
        "type": "object",
        "required": ["id", "status"],
        "properties": {
            "id": {"type": "string"},
            "status": {"type": "string"},
            "data": {"type": "object"},
        },
    }
    lifecycle = {
        "create": {"operation": JOB},
        "id": ["$response.body#/id"],
        "poll": {"operation": "GET /jobs/{id}", "bind": {"id": "$job.id"}},
        "status": ["$response.body#/status"],
        "states": {
            "IN_QUEUE": "queued",
            "IN_PROGRESS": "running",
            "COMPLETED": "succeeded",
            "FAILED": "failed",
        },
        "result": {"location": "$response.body#/data", "required": True},
        "wait": {
            "first": 3,
            "interval": 3,
            "factor": 1,
            "ceiling": 3,
            "jitter": 0.1,
            "deadline": 900,
        },
    }
    prompt = {"type": "object", "properties": {"prompt": {"type": "string"}}}
    status = _get("", 0) | {"operationId": "getJob", "tags": ["jobs"]}
    return {
        "/jobs": {
            "post": {
                "operationId": "createJob",
                "tags": ["jobs"],
                "x-specloom-job": lifecycle,
                "requestBody": {"content": {"application/json": {"schema": prompt}}},
                "responses": {"201": _json(job)},
            },
        },
        "/jobs/{id}": {"get": status | {"responses": {"200": _json(job)}}},
    }
