"""Inference: what evidence speaks for is proposed, ready to use, and nothing else."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from specloom.spec import infer

from tests.lowering import Lowered, described, lowered, read

ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(os.environ.get("SPECLOOM_CORPUS", ROOT.parent / "shared" / "corpus"))
LABELS = json.loads((ROOT / "tests" / "data" / "infer_labels.json").read_text("utf-8"))
SCHEMA = json.loads((ROOT / "docs" / "x-specloom-job.schema.json").read_text("utf-8"))

STATUS = {"type": "string", "enum": ["queued", "running", "completed", "failed"]}


def answer(**properties: Any) -> dict[str, Any]:
    schema = {"type": "object", "properties": properties}
    content = {"application/json": {"schema": schema}}
    return {"200": {"description": "x", "content": content}}


TEXT = {"type": "string"}


def api(
    create: Any, poll: Any, poll_path: str = "/tasks/{task_id}", path: str = "/images"
) -> Lowered:
    names = [part.strip("{}") for part in poll_path.split("/") if part.startswith("{")]
    parameters = [
        {"name": name, "in": "path", "required": True, "schema": TEXT} for name in names
    ]
    return lowered(
        described(
            {
                path: {"post": {"responses": create, "operationId": "make"}},
                poll_path: {"get": {"responses": poll, "parameters": parameters}},
            }
        )
    )


def pairs(found: Lowered) -> dict[str | None, str]:
    return {
        item.lifecycle.create: item.lifecycle.poll.operation
        for item in infer.infer(found.api)
        if item.lifecycle.poll is not None
    }


def test_an_id_named_like_the_parameter_of_a_poll_is_a_pair() -> None:
    found = api(answer(task_id=TEXT), answer(status=STATUS, output=TEXT))
    assert pairs(found) == {"POST /images": "GET /tasks/{task_id}"}


def test_a_wrapped_answer_is_looked_into() -> None:
    data = {"type": "object", "properties": {"task_id": TEXT}}
    state = {"type": "object", "properties": {"status": STATUS, "result": TEXT}}
    found = api(answer(data=data, code=TEXT), answer(data=state, code=TEXT))
    proposal = infer.infer(found.api)[0].lifecycle
    assert proposal.id == ("$response.body#/data/task_id",)
    assert proposal.status == ("$response.body#/data/status",)
    assert proposal.result.location == ("$response.body#/data/result",)


def test_a_poll_by_query_is_a_pair() -> None:
    parameter = {
        "name": "generation_id",
        "in": "query",
        "required": True,
        "schema": TEXT,
    }
    item = {
        "post": {"responses": answer(generation_id=TEXT)},
        "get": {"responses": answer(status=STATUS), "parameters": [parameter]},
    }
    assert pairs(lowered(described({"/v2/videos": item}))) == {
        "POST /v2/videos": "GET /v2/videos"
    }


@pytest.mark.parametrize(
    "states",
    [
        ["available", "pending", "sold"],
        ["active", "inactive"],
        ["draft", "published", "archived"],
        ["open", "closed"],
    ],
)
def test_a_state_that_is_no_work_is_no_job(states: list[str]) -> None:
    status = {"type": "string", "enum": states}
    assert pairs(api(answer(task_id=TEXT), answer(status=status))) == {}


def test_acting_on_a_job_creates_none() -> None:
    found = api(
        answer(task_id=TEXT, status=STATUS),
        answer(status=STATUS),
        path="/tasks/{task_id}/cancel",
    )
    assert pairs(found) == {}


def test_a_cancel_below_the_poll_is_proposed_with_it() -> None:
    found = lowered(
        described(
            {
                "/tasks": {"post": {"responses": answer(id=TEXT)}},
                "/tasks/{id}": {"get": {"responses": answer(status=STATUS)}},
                "/tasks/{id}/cancel": {"post": {"responses": answer(status=STATUS)}},
            }
        )
    )
    proposal = infer.infer(found.api)[0].lifecycle
    assert proposal.cancel is not None
    assert proposal.cancel.call.operation == "POST /tasks/{id}/cancel"


def test_a_list_of_jobs_tells_no_state_of_one() -> None:
    jobs = {
        "type": "array",
        "items": {"type": "object", "properties": {"status": STATUS}},
    }
    found = api(
        answer(task_id=TEXT), answer(jobs=jobs), poll_path="/users/{task_id}/jobs"
    )
    assert pairs(found) == {}


def test_a_declared_job_is_not_proposed_again() -> None:
    found = api(answer(task_id=TEXT), answer(status=STATUS))
    item = infer.infer(found.api)[0]
    declared = lowered(
        described(
            {
                "/images": {"post": {"responses": answer(task_id=TEXT)}},
                "/tasks/{task_id}": {"get": {"responses": answer(status=STATUS)}},
            },
            components={"x-specloom-jobs": {"mine": dict(item.written)}},
        )
    )
    assert not declared.report.errors
    assert infer.infer(declared.api) == ()


def test_every_proposal_says_why_and_is_ready_to_use() -> None:
    found = api(answer(task_id=TEXT), answer(status=STATUS, error=TEXT, progress=TEXT))
    item = infer.infer(found.api)[0]
    assert 0.6 <= item.score <= 1
    assert len(item.evidence) >= 2
    overlay = yaml.safe_load(item.overlay)
    written = overlay["actions"][0]["update"]["x-specloom-jobs"][item.lifecycle.name]
    assert not list(Draft202012Validator(SCHEMA).iter_errors(written))


@pytest.mark.parametrize("name", sorted(LABELS["documents"]))
def test_nine_in_ten_labelled_pairs_are_found_and_no_false_one(name: str) -> None:
    path = CORPUS / name
    if not path.exists():
        pytest.skip("the corpus is not here")
    labels = LABELS["documents"][name]
    found = pairs(read(path))
    false = {
        create: poll
        for create, poll in found.items()
        if poll not in labels.get(create, ())
    }
    assert false == {}
    assert len(found) >= 0.9 * len(labels)


# Lifecycles that other tools declare.


@pytest.mark.parametrize(
    "target",
    [{"operationId": "getTask"}, {"operationRef": "#/paths/~1t~1%7Btask%7D/get"}],
)
def test_a_link_to_an_operation_with_a_state_is_a_lifecycle(
    target: dict[str, str],
) -> None:
    create = answer(id=TEXT)
    create["200"]["links"] = {
        "state": {**target, "parameters": {"task": "$response.body#/id"}}
    }
    found = lowered(
        described(
            {
                "/renders": {"post": {"operationId": "render", "responses": create}},
                "/t/{task}": {
                    "get": {
                        "operationId": "getTask",
                        "responses": answer(status=STATUS),
                    }
                },
            }
        )
    )
    assert not found.report.errors
    lifecycle = found.api.lifecycle("render")
    assert lifecycle.id == ("$response.body#/id",)
    assert lifecycle.poll is not None
    assert lifecycle.poll.bind == {"task": ("$job.id",)}
    assert found.api.operation("POST /renders").lifecycle == "render"
    assert found.rows("JOB020")


def test_a_long_running_operation_is_polled_at_the_url_it_names() -> None:
    operation = {
        "operationId": "createDisk",
        "responses": answer(id=TEXT),
        "x-ms-long-running-operation": True,
        "x-ms-long-running-operation-options": {"final-state-via": "original-uri"},
    }
    item = {"put": operation, "get": {"responses": answer(id=TEXT)}}
    found = lowered(described({"/disks/{name}": item}))
    assert not found.report.errors
    lifecycle = found.api.lifecycle("createDisk")
    assert "$response.header.Azure-AsyncOperation" in lifecycle.poll_url
    assert lifecycle.status_http == {"202": "running"}
    assert lifecycle.states["Succeeded"] == "succeeded"
    assert lifecycle.result.call is not None
    assert lifecycle.result.call.operation == "GET /disks/{name}"


def test_polling_declared_on_the_reading_operation_is_taken_over() -> None:
    polling = [
        {
            "name": "Done",
            "intervalSeconds": 7,
            "successCriteria": [{"condition": "$response.body#/s == 'ok'"}],
            "failureCriteria": [
                {"condition": "$statusCode == 200"},
                {"condition": "$response.body#/s == 'no'"},
            ],
        }
    ]
    found = lowered(
        described(
            {
                "/runs": {"post": {"operationId": "run", "responses": answer(id=TEXT)}},
                "/runs/{id}": {
                    "get": {"responses": answer(s=TEXT), "x-speakeasy-polling": polling}
                },
            }
        )
    )
    assert not found.report.errors
    lifecycle = found.api.lifecycle("run")
    assert lifecycle.done_when == "($response.body#/s == 'ok')"
    failed = "($statusCode == 200) && ($response.body#/s == 'no')"
    assert lifecycle.failed_when == failed
    assert lifecycle.wait.interval == 7


def test_polling_of_what_nothing_creates_is_told() -> None:
    polling = [{"name": "Done", "successCriteria": [{"condition": "true"}]}]
    reads = {"responses": answer(s=TEXT), "x-speakeasy-polling": polling}
    found = lowered(described({"/runs/{id}": {"get": reads}}))
    assert [row.pointer for row in found.rows("JOB021")] == [
        "/paths/~1runs~1{id}/get/x-speakeasy-polling"
    ]


def test_a_declared_lifecycle_beats_an_imported_one() -> None:
    declared = {
        "id": "$response.body#/id",
        "poll": {"operation": "GET /runs/{id}", "bind": {"id": "$job.id"}},
        "status": "$response.body#/s",
        "states": {"ok": "succeeded"},
    }
    create = {
        "operationId": "run",
        "responses": answer(id=TEXT),
        "x-ms-long-running-operation": True,
        "x-specloom-job": declared,
    }
    found = lowered(
        described(
            {
                "/runs": {"post": create},
                "/runs/{id}": {"get": {"responses": answer(s=TEXT)}},
            }
        )
    )
    assert found.api.lifecycle("run").poll_url == ()
    assert not found.rows("JOB020")


def test_a_streaming_twin_is_the_create_and_the_plain_form_its_twin() -> None:
    stream = {"200": {"description": "x", "content": {"text/event-stream": {}}}}
    found = lowered(
        described(
            {
                "/jobs/a": {"post": {"responses": {"202": answer(id=TEXT)["200"]}}},
                "/jobs/sse/a": {"post": {"responses": stream}},
                "/jobs/{id}": {"get": {"responses": answer(id=TEXT, status=STATUS)}},
            }
        )
    )
    proposal = infer.infer(found.api)[0].lifecycle
    assert (proposal.create, proposal.plain) == ("POST /jobs/sse/a", "POST /jobs/a")
    assert proposal.stream is not None


def test_words_of_several_enums_are_one_vocabulary() -> None:
    status = {"anyOf": [STATUS, {"enum": ["IN_QUEUE", "DONE"]}]}
    found = api(answer(task_id=TEXT), answer(status=status))
    states = infer.infer(found.api)[0].lifecycle.states
    assert (states["IN_QUEUE"], states["completed"]) == ("queued", "succeeded")
