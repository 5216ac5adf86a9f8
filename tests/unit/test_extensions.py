"""Extensions: one parser each, nothing unknown or malformed passes in silence."""

from __future__ import annotations

from typing import Any

import pytest
from specloom.runtime._lifecycle import (
    Acquire,
    BodyRules,
    Call,
    Envelope,
    ErrorRule,
    FilePart,
    Idempotency,
    Pages,
)

from tests.lowering import OK, Lowered, described, lowered, of_job


def api(operation: Any = (), **root: Any) -> Lowered:
    return lowered(
        described(
            {
                "/jobs": {"post": {"responses": OK} | dict(operation)},
                "/jobs/{id}": {"get": {"operationId": "getJob", "responses": OK}},
            },
            **root,
        )
    )


def test_a_lifecycle_is_read_whole() -> None:
    found, report = of_job(
        create={
            "match": "POST /sse/{model+}",
            "plain": "POST /{model+}",
            "idempotency": {"in": "header.Key"},
            "refused": [503, "BUSY"],
            "again": {"states": ["failed"], "times": 2},
        },
        before=[{"operation": "GET /credits", "require": "$response.body#/n > 0"}],
        id=["$response.body#/id", "$response.header.Location"],
        poll={"operation": "GET /jobs/{id}", "bind": {"id": "$job.id"}},
        status={"location": "$response.body#/status", "http": {202: "running"}},
        states={"running": ["BUSY"], "DONE": "succeeded"},
        stream={"events": {"names": {"done": "succeeded"}}, "silence": 5},
        wait={"interval": 3, "attempts": 10},
        outcome={"names": {"job_id": "taskId"}},
    )
    assert not list(report)
    assert (found.create, found.plain) == ("POST /sse/{model+}", "POST /{model+}")
    assert found.idempotency == Idempotency(place="header.Key")
    assert found.refused == ("503", "BUSY")
    assert found.id == ("$response.body#/id", "$response.header.Location")
    assert found.poll == Call(operation="GET /jobs/{id}", bind={"id": ("$job.id",)})
    assert found.status == ("$response.body#/status",)
    assert found.status_http == {"202": "running"}
    assert found.states == {"BUSY": "running", "DONE": "succeeded"}
    assert found.stream is not None
    assert found.stream.silence == 5
    assert (found.wait.interval, found.wait.factor, found.wait.attempts) == (3, 1, 10)
    assert found.outcome_names == {"job_id": "taskId"}


def test_an_id_can_be_chosen_by_the_client() -> None:
    found, _ = of_job(id={"client": "render_{uuid}", "in": "body.id"})
    assert (found.client_id, found.client_id_place) == ("render_{uuid}", "body.id")


def test_no_stream_and_an_empty_stream_are_two_things() -> None:
    assert of_job()[0].stream is None
    assert of_job(stream={})[0].stream is not None


@pytest.mark.parametrize(
    ("written", "code", "place", "words"),
    [
        ({"stats": {}}, "JOB001", "/jobs/it/stats", "or `states`?"),
        (
            {"poll": {"operaton": "x"}},
            "JOB001",
            "/jobs/it/poll/operaton",
            "`operation`",
        ),
        ({"wait": {"interval": "3"}}, "JOB002", "/jobs/it/wait/interval", "number"),
        ({"wait": {"interval": -1}}, "JOB002", "/jobs/it/wait/interval", "number"),
        ({"states": {"X": "done"}}, "JOB002", "/jobs/it/states/X", "no state"),
        ({"cancel": {}}, "JOB002", "/jobs/it/cancel", "operation"),
        ({"fallback": "pole"}, "JOB002", "/jobs/it/fallback", "poll"),
        ({"capture": {"a": {}}}, "JOB002", "/jobs/it/capture", "texts"),
        (
            {"create": {"idempotency": "Key"}},
            "JOB002",
            "/jobs/it/create/idempotency",
            "header.",
        ),
    ],
)
def test_a_wrong_field_is_an_error_with_its_place_and_what_was_meant(
    written: Any, code: str, place: str, words: str
) -> None:
    _, report = of_job(**written)
    first = next(item for item in report if item.code == code)
    assert (first.severity, first.pointer) == ("error", place)
    assert words in first.message


def test_operations_are_named_by_id_or_key_and_become_keys() -> None:
    written = {
        "create": "POST /jobs",
        "id": "$response.body#/id",
        "poll": {"operation": "getJob", "bind": {"id": "$job.id"}},
        "states": {"done": "succeeded"},
        "status": "$response.body#/status",
    }
    found = api(**{"x-specloom-jobs": {"it": written}})
    assert not found.report.errors
    poll = found.api.lifecycle("it").poll
    assert poll is not None
    assert poll.operation == "GET /jobs/{id}"
    assert found.api.operation("POST /jobs").lifecycle == "it"


def test_a_lifecycle_on_an_operation_is_its_own() -> None:
    written = {
        "id": "$response.body#/id",
        "poll": {"operation": "getJob", "bind": {"id": "$job.id"}},
        "status": "$response.body#/status",
        "states": {"done": "succeeded"},
    }
    found = api({"operationId": "start", "x-specloom-job": written})
    assert found.api.operation("POST /jobs").lifecycle == "start"
    assert found.api.lifecycle_pointers == {
        "start": "/paths/~1jobs/post/x-specloom-job"
    }


PATHS = {
    path: {"post": {"responses": OK}}
    for path in (
        "/g/sse/a/one",
        "/g/a/one",
        "/g/sse/b",
        "/g/b",
        "/g/c",
        "/g/result/{id}",
    )
}


def patterned(**more: Any) -> Lowered:
    written = {
        "create": {"match": "POST /g/sse/{model+}", "plain": "POST /g/{model+}"},
        "id": "$response.body#/id",
        "poll": {"operation": "POST /g/result/{id}", "bind": {"id": "$job.id"}},
        "status": "$response.body#/status",
        "states": {"done": "succeeded"},
        "stream": {},
    }
    return lowered(described(PATHS, **{"x-specloom-jobs": {"g": written | more}}))


def test_a_pattern_joins_every_streaming_form_with_its_plain_twin() -> None:
    api = patterned().api
    stream, twin = api.operation("POST /g/sse/a/one"), api.operation("POST /g/a/one")
    assert (stream.lifecycle, stream.streams, stream.plain) == ("g", True, twin.key)
    assert (twin.lifecycle, twin.streams, twin.twin_of) == ("g", False, stream.key)


def test_a_plain_form_without_a_streaming_one_starts_jobs_itself() -> None:
    alone = patterned().api.operation("POST /g/c")
    assert (alone.lifecycle, alone.streams, alone.twin_of) == ("g", False, None)


def test_what_a_lifecycle_calls_starts_no_job_whatever_its_pattern_matches() -> None:
    assert patterned().api.operation("POST /g/result/{id}").lifecycle is None


def test_an_exact_create_beats_a_pattern() -> None:
    exact = {
        "create": "POST /g/b",
        "id": "$response.body#/id",
        "poll": {"operation": "POST /g/result/{id}", "bind": {"id": "$job.id"}},
        "status": "$response.body#/status",
        "states": {"done": "succeeded"},
    }
    wide = exact | {"create": {"match": "POST /g/{model+}"}}
    found = lowered(described(PATHS, **{"x-specloom-jobs": {"a": wide, "b": exact}}))
    assert found.api.operation("POST /g/b").lifecycle == "b"
    assert found.api.operation("POST /g/c").lifecycle == "a"
    assert not found.rows("JOB007")


def test_two_lifecycles_of_one_operation_are_an_error() -> None:
    first = {
        "create": "POST /jobs",
        "id": "$response.body#/id",
        "poll": {"operation": "getJob", "bind": {"id": "$job.id"}},
        "status": "$response.body#/status",
        "states": {"done": "succeeded"},
    }
    found = api(**{"x-specloom-jobs": {"a": first, "b": first}})
    assert found.rows("JOB007")[0].pointer == "/x-specloom-jobs/b"


def test_the_client_is_one_profile() -> None:
    info = {
        "title": "Test",
        "version": "1",
        "x-specloom-client": {
            "package": "tested",
            "class": "Tested",
            "base_url": "https://a.test",
            "credentials_env": {"key": "KEY", "other": ["A", "B"]},
            "headers": {"X-Version": "{version}"},
        },
    }
    keys = {"type": "http", "scheme": "bearer"}
    found = api(
        info=info,
        components={"securitySchemes": {"key": keys, "other": keys}},
        **{"x-specloom-ui": {"credits_operation": "getJob", "notes": "One note."}},
    )
    assert not found.report.errors
    assert (found.api.package, found.api.class_name) == ("tested", "Tested")
    profile = found.api.profile
    assert profile.title == "Test"
    assert profile.credentials_env == {"key": ("KEY",), "other": ("A", "B")}
    assert profile.credits_operation == "GET /jobs/{id}"
    assert profile.notes == ("One note.",)


def test_extensions_of_an_operation_are_read() -> None:
    body = {
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "properties": {"image": {"type": "string"}},
                }
            }
        }
    }
    found = api(
        {
            "requestBody": body,
            "parameters": [
                {"name": "cursor", "in": "query", "schema": {"type": "string"}}
            ],
            "x-specloom-name": "jobs.start",
            "x-specloom-exact-name": "Start 1",
            "x-specloom-envelope": {"success": "$response.body#/code == 0"},
            "x-specloom-errors": [
                {
                    "category": "rate_limited",
                    "status": 429,
                    "retry": {"delay": 30, "times": 1},
                }
            ],
            "x-specloom-pages": {
                "items": "$response.body#/items",
                "cursor_parameter": "cursor",
            },
            "x-specloom-body": {
                "wrap": "data",
                "files": {"image": {"types": [".PNG"], "max_bytes": 10}},
                "urls_only": "image",
            },
            "x-specloom-ui": {
                "notes": ["Costs credits."],
                "summary": "{$response.body#/a}",
            },
        }
    )
    assert not found.report.errors
    operation = found.api.operation("POST /jobs")
    assert (operation.name, operation.exact_name) == ("jobs.start", "Start 1")
    assert operation.envelope == Envelope(success="$response.body#/code == 0")
    assert operation.errors == (
        ErrorRule(
            category="rate_limited", status=("429",), retry_delay=30, retry_times=1
        ),
    )
    assert operation.pages == Pages(
        items=("$response.body#/items",), cursor_parameter="cursor"
    )
    assert operation.body is not None
    assert operation.body.rules == BodyRules(
        wrap="data",
        files={"image": FilePart(types=("png",), max_bytes=10)},
        urls_only=("image",),
    )
    assert operation.notes == ("Costs credits.",)
    assert operation.result_summary == "{$response.body#/a}"


def test_a_credential_can_be_obtained_by_an_operation() -> None:
    scheme = {
        "type": "http",
        "scheme": "bearer",
        "x-specloom-acquire": {
            "operation": "post /jobs",
            "value": "$response.body#/token",
            "renew_on": [1001],
        },
    }
    found = api(components={"securitySchemes": {"key": scheme}})
    assert not found.report.errors
    assert found.api.security_schemes[0].acquire == Acquire(
        call=Call(operation="POST /jobs"),
        value=("$response.body#/token",),
        renew_on=("1001",),
    )


def test_an_extension_that_does_not_exist_is_an_error_with_what_was_meant() -> None:
    found = api({"x-specloom-jop": {}})
    first = found.rows("SPEC090")[0]
    assert first.pointer == "/paths/~1jobs/post/x-specloom-jop"
    assert "`x-specloom-job`" in first.message


def test_a_rule_without_a_category_is_no_rule() -> None:
    found = api(**{"x-specloom-errors": [{"status": 402}]})
    assert found.api.errors == ()
    assert found.rows("SPEC092")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (
            {"x-ms-pageable": {"nextLinkName": "nextLink"}},
            Pages(
                items=("$response.body#/value",), next_url=("$response.body#/nextLink",)
            ),
        ),
        ({"x-ms-pageable": {"nextLinkName": None}}, None),
        (
            {"x-ms-pageable": {"nextLinkName": "@odata.nextLink", "itemName": "v"}},
            Pages(
                items=("$response.body#/v",),
                next_url=("$response.body#/@odata.nextLink",),
            ),
        ),
        (
            {
                "x-fern-pagination": {
                    "offset": "$request.after",
                    "step": "$request.size",
                    "results": "$response.items",
                    "has-next-page": "$response.more",
                }
            },
            Pages(
                items=("$response.body#/items",),
                offset_parameter="after",
                stop="$response.body#/more == false",
            ),
        ),
        (
            {
                "x-speakeasy-pagination": {
                    "type": "cursor",
                    "inputs": [{"name": "after", "in": "parameters", "type": "cursor"}],
                    "outputs": {"results": "$.data", "nextCursor": "$.data[-1].key"},
                }
            },
            Pages(
                items=("$response.body#/data",), last="/key", cursor_parameter="after"
            ),
        ),
        (
            {
                "x-speakeasy-pagination": {
                    "type": "cursor",
                    "inputs": [{"name": "after", "in": "parameters", "type": "cursor"}],
                    "outputs": {"results": "$.data.items", "nextCursor": "$.next"},
                }
            },
            Pages(
                items=("$response.body#/data/items",),
                cursor=("$response.body#/next",),
                cursor_parameter="after",
            ),
        ),
        (
            {
                "x-fern-pagination": {
                    "cursor": "$request.after",
                    "next_cursor": "$response.next",
                    "results": "$response.items",
                }
            },
            Pages(
                items=("$response.body#/items",),
                cursor=("$response.body#/next",),
                cursor_parameter="after",
            ),
        ),
    ],
)
def test_pagination_other_tools_declare_is_taken_over(written: Any, meant: Any) -> None:
    after = {"name": "after", "in": "query", "schema": {"type": "string"}}
    found = api({"parameters": [after], **written})
    assert not found.report.errors
    assert found.api.operation("POST /jobs").pages == meant
