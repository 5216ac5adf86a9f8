"""Errors: a tree, picklable, plain, without secrets."""

from __future__ import annotations

import copy
import inspect
import json
import pickle
from typing import Any

import pytest
from specloom.runtime import _errors
from specloom.runtime._errors import (
    BY_CATEGORY,
    ApiError,
    ClientError,
    InvalidPayloadError,
    Issue,
    JobError,
    JobTimeout,
    NetworkError,
    SubmissionUncertain,
    ValidationError,
)

KINDS = [
    kind
    for _, kind in inspect.getmembers(_errors, inspect.isclass)
    if issubclass(kind, ClientError)
]
CODES = {
    "INVALID_MODEL",
    "INVALID_PAYLOAD",
    "AUTH_FAILED",
    "FORBIDDEN",
    "INSUFFICIENT_CREDITS",
    "TASK_NOT_FOUND",
    "CONFLICT",
    "CONTENT_REJECTED",
    "RATE_LIMITED",
    "UPSTREAM_ERROR",
    "NETWORK_ERROR",
    "POLL_TIMEOUT",
    "SUBMISSION_UNCERTAIN",
    "UNKNOWN_ERROR",
}


class Handle:
    """A job handle holds sockets and credentials; it cannot be pickled."""

    def __reduce__(self) -> Any:
        raise TypeError("not picklable")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_every_error_survives_pickling_without_its_job(
    kind: type[ClientError],
    protocol: int,
) -> None:
    error = kind(
        "what happened",
        job=Handle(),
        job_id="j1",
        token='{"id":"j1"}',
        state="running",
        elapsed=2.5,
        guidance="do this",
        retry_after=3.0,
    )
    found = pickle.loads(pickle.dumps(error, protocol))
    assert type(found) is kind
    assert found.job is None
    assert found.to_dict() == error.to_dict()
    assert str(found) == str(error)
    assert copy.copy(error).to_dict() == error.to_dict()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_error_is_plain_json_with_a_stable_code(kind: type[ClientError]) -> None:
    found = json.loads(json.dumps(kind("m", job_id="j").to_dict()))
    assert found["error"] == kind.__name__
    assert found["code"] in CODES
    assert found["message"] == "m"
    assert found["job_id"] == "j"


def test_the_tree_is_the_documented_one() -> None:
    assert issubclass(ValidationError, ApiError)
    assert issubclass(JobTimeout, JobError)
    assert {error.category for error in BY_CATEGORY.values()} == set(BY_CATEGORY)
    assert issubclass(SubmissionUncertain, JobError)
    assert all(issubclass(kind, ClientError) for kind in KINDS)


def test_an_invalid_payload_names_field_expected_and_actual() -> None:
    error = InvalidPayloadError(issues=(("a", "at most 3", "4"), ("b", "text", "5")))
    assert error.issues == (Issue("a", "at most 3", "4"), Issue("b", "text", "5"))
    assert str(error) == "a: expected at most 3, got 4; b: expected text, got 5"
    assert error.to_dict()["issues"][0] == {
        "field": "a",
        "expected": "at most 3",
        "actual": "4",
    }


def test_a_network_error_tells_whether_the_request_may_have_arrived() -> None:
    found = NetworkError(phase="read", sent=True).to_dict()
    assert (found["phase"], found["sent"]) == ("read", True)


def test_a_job_is_attached_afterwards_and_nothing_is_overwritten_with_none() -> None:
    error = ApiError("m", status=500, request_id="r")
    handle = Handle()
    assert error.about(job=handle, job_id="j", request_id=None) is error
    assert (error.job, error.job_id, error.request_id) == (handle, "j", "r")


def test_guidance_stands_in_the_text_of_an_error() -> None:
    assert str(ApiError("no", guidance="top up")) == "no (top up)"


def test_values_of_any_kind_become_plain() -> None:
    class Model:
        def model_dump(self, mode: str) -> dict[str, Any]:
            return {"mode": mode}

    error = ValidationError("m", issues=(("f", "t"), Model(), object))
    found = error.to_dict()["issues"]
    assert found[0] == ["f", "t"]
    assert found[1] == {"mode": "json"}
    assert isinstance(found[2], str)
