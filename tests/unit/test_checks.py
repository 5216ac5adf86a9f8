"""Checks: what a lifecycle names must exist, and a job must have an end."""

from __future__ import annotations

from typing import Any

import pytest

from tests.lowering import OK, Lowered, described, lowered

AT = "/components/x-specloom-jobs/it"
GOOD: dict[str, Any] = {
    "create": {"operation": "startJob"},
    "id": "$response.body#/id",
    "poll": {"operation": "GET /jobs/{id}", "bind": {"id": "$job.id"}},
    "status": "$response.body#/status",
    "states": {"done": "succeeded", "failed": "failed"},
}


def checked(**changes: Any) -> Lowered:
    written = {
        key: value for key, value in (GOOD | changes).items() if value is not None
    }
    identifier = {
        "name": "id",
        "in": "path",
        "required": True,
        "schema": {"type": "string"},
    }
    return lowered(
        described(
            {
                "/jobs": {"post": {"operationId": "startJob", "responses": OK}},
                "/jobs/{id}": {
                    "get": {"parameters": [identifier], "responses": OK},
                    "delete": {"parameters": [identifier], "responses": OK},
                },
            },
            components={"x-specloom-jobs": {"it": written}},
        )
    )


def test_a_good_lifecycle_has_no_finding() -> None:
    assert not checked().codes()


@pytest.mark.parametrize(
    ("changes", "code", "place", "words"),
    [
        ({"create": {"operation": "startJobs"}}, "JOB003", "create", "`startJob`"),
        ({"create": None}, "JOB003", "create", "no create"),
        ({"create": {"match": "POST /none/{x+}"}}, "JOB006", "create/match", "matches"),
        (
            {"poll": {"operation": "GET /job/{id}"}},
            "JOB003",
            "poll/operation",
            "`GET /jobs/{id}`",
        ),
        (
            {"poll": {"operation": "GET /jobs/{id}", "bind": {"ident": "$job.id"}}},
            "JOB004",
            "poll/bind/ident",
            "takes no `ident`",
        ),
        ({"poll": {"operation": "GET /jobs/{id}"}}, "JOB011", "poll/bind", "`path.id`"),
        (
            {"cancel": {"operation": "DELETE /jobs"}},
            "JOB003",
            "cancel/operation",
            "DELETE",
        ),
        ({"poll": None}, "JOB005", "", "poll"),
        ({"status": "$response.body/status"}, "JOB008", "status", "expression"),
        ({"id": "$response.body#id"}, "JOB008", "id", "begins with"),
        ({"usage": "$respons.body#/x"}, "JOB008", "usage", "expected"),
        ({"done_when": "$response.body#/a =="}, "JOB008", "done_when", "condition"),
        ({"states": {"bad": "failed"}}, "JOB009", "states", "succeeded"),
        ({"status": None}, "JOB010", "states", "status"),
        ({"id": None}, "JOB012", "id", "$job.id"),
    ],
)
def test_what_is_wrong_is_found_where_it_is_written(
    changes: Any, code: str, place: str, words: str
) -> None:
    found = checked(**changes).rows(code)
    assert [item.pointer for item in found] == [f"{AT}/{place}".rstrip("/")]
    assert words in found[0].message


@pytest.mark.parametrize("name", ["id", "path.id"])
def test_inputs_are_bound_by_their_plain_or_qualified_name(name: str) -> None:
    poll = {"operation": "GET /jobs/{id}", "bind": {name: "$job.id"}}
    assert not checked(poll=poll).codes()


def test_a_body_field_is_an_input() -> None:
    body = {
        "content": {
            "application/json": {"schema": {"properties": {"task": {"type": "string"}}}}
        }
    }
    poll = {"operation": "POST /query", "bind": {"body.task": "$job.id"}}
    document = described(
        {
            "/jobs": {"post": {"operationId": "startJob", "responses": OK}},
            "/query": {"post": {"requestBody": body, "responses": OK}},
        },
        components={"x-specloom-jobs": {"it": GOOD | {"poll": poll}}},
    )
    assert not lowered(document).codes()


def test_a_pattern_that_would_take_forever_is_refused() -> None:
    pattern = "POST /" + "/".join("{" + f"p{n}+" + "}" for n in range(8))
    assert checked(create={"match": pattern}).rows("JOB002")


def test_a_credential_of_no_scheme_is_found() -> None:
    info = {
        "title": "T",
        "version": "1",
        "x-specloom-client": {"credentials_env": {"kee": ["K"]}},
    }
    keys = {"key": {"type": "http", "scheme": "bearer"}}
    found = lowered(described({}, info=info, components={"securitySchemes": keys}))
    assert "`key`" in found.rows("SPEC094")[0].message


def test_a_page_parameter_that_does_not_exist_is_found() -> None:
    operation = {
        "responses": OK,
        "parameters": [{"name": "cursor", "in": "query", "schema": {"type": "string"}}],
        "x-specloom-pages": {
            "items": "$response.body#/x",
            "cursor_parameter": "curser",
        },
    }
    found = lowered(described({"/a": {"get": operation}}))
    row = found.rows("SPEC093")[0]
    assert row.pointer == "/paths/~1a/get/x-specloom-pages/cursor_parameter"
    assert "`cursor`" in row.message
