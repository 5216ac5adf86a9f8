"""Rows 43 to 54: creates that are refused, repeated, uncertain, or done at once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from specloom.runtime._errors import (
    ConflictError,
    InsufficientCreditsError,
    InvalidPayloadError,
    JobFailed,
    NotFoundError,
    RateLimitedError,
    SubmissionUncertain,
    UpstreamError,
    ValidationError,
)
from specloom.runtime._lifecycle import (
    Again,
    Before,
    Call,
    Envelope,
    ErrorRule,
    Idempotency,
)
from specloom.runtime._limiter import Budget
from specloom.runtime._options import CallOptions
from specloom.runtime._policy import Retry

from tests.faults.script import CUT, DONE, answer, event, events, fails, job
from tests.faults.service import CHOSEN, KEYED, LIFECYCLE, LISTED, POLLED, start
from tests.faults.world import World

CREATED = answer(200, job("IN_QUEUE"))
RESULT = DONE["data"]
LOST = fails("read", sent=True, cause=ConnectionResetError("reset"))
DATED = {"date": "Tue, 01 Sep 2026 10:00:00 GMT"}
IN_4_SECONDS = "Tue, 01 Sep 2026 10:00:04 GMT"
KEY = "00000000-0000-4000-8000-000000000001"


def _error(
    world: World, kind: type[Any], *acts: Any, lifecycle: Any = POLLED, **more: Any
) -> Any:
    with pytest.raises(kind) as caught:
        start(world, lifecycle, {"POST /jobs": list(acts)}, **more)
    return caught.value


def _ends_well(world: World, *acts: Any, lifecycle: Any = POLLED, **more: Any) -> Any:
    routes = {"POST /jobs": list(acts), "GET /jobs/j1": [answer(200, DONE), ...]}
    handle = start(world, lifecycle, routes, **more)
    assert world.wait(handle) == RESULT
    return handle


def _key(request: Any) -> str | None:
    return dict(request.headers).get("Idempotency-Key")


def test_row_43_a_lost_answer_is_sent_again_under_the_same_key(world: World) -> None:
    _ends_well(world, LOST, answer(500), CREATED, lifecycle=KEYED)
    assert [_key(item) for item in world.server.asked("POST /jobs")] == [KEY] * 3


def test_row_43_a_key_that_never_brings_an_answer_is_uncertain_with_it(
    world: World,
) -> None:
    error = _error(world, SubmissionUncertain, LOST, ..., lifecycle=KEYED)
    assert (error.idempotency_key, world.server.count("POST /jobs")) == (KEY, 3)


def test_row_43_without_a_key_it_is_never_sent_again(world: World) -> None:
    error = _error(world, SubmissionUncertain, LOST)
    assert world.server.count("POST /jobs") == 1
    assert error.guidance


def test_row_43_the_error_says_where_to_look_for_the_job(world: World) -> None:
    error = _error(world, SubmissionUncertain, LOST, lifecycle=LISTED)
    assert "GET /jobs" in error.guidance


def test_row_43_waiting_on_an_uncertain_job_does_not_create_another(
    world: World,
) -> None:
    error = _error(world, SubmissionUncertain, LOST)
    with pytest.raises(SubmissionUncertain):
        world.wait(error.job)
    assert world.server.count("POST /jobs") == 1


def test_row_43_an_id_chosen_by_the_client_is_polled_instead(world: World) -> None:
    routes = {"POST /jobs": LOST, f"GET /jobs/render_{KEY}": answer(200, DONE)}
    handle = start(world, CHOSEN, routes)
    assert handle.id == f"render_{KEY}"
    assert world.wait(handle) == RESULT


def test_row_43_only_a_lasting_404_makes_a_chosen_id_uncertain(world: World) -> None:
    routes = {"POST /jobs": LOST, f"GET /jobs/render_{KEY}": [answer(404), ...]}
    handle = start(world, CHOSEN, routes)
    with pytest.raises(SubmissionUncertain):
        world.wait(handle)
    assert world.server.when(f"GET /jobs/render_{KEY}")[-1] >= 30.0


def test_row_44_an_id_in_the_bytes_of_a_cut_event_is_used(world: World) -> None:
    cut = b'data: {"id": "j1", "status": "IN_QU'
    routes = {"POST /sse/jobs": events(cut, CUT), "GET /jobs/j1": answer(200, DONE)}
    handle = start(world, LIFECYCLE, routes)
    assert world.wait(handle) == RESULT
    assert world.submitted == ["j1"]


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_row_45_a_5xx_leaves_an_unkeyed_create_uncertain(
    world: World,
    status: int,
) -> None:
    act = answer(status, {"message": "oops"}, retry_after="1", x_request_id="r-1")
    error = _error(world, SubmissionUncertain, act)
    assert world.server.count("POST /jobs") == 1
    assert (error.status, error.request_id) == (status, "r-1")


def test_row_45_an_answer_declared_as_a_refusal_is_repeated(world: World) -> None:
    lifecycle = replace(POLLED, refused=("503", "BUSY"))
    busy = answer(500, {"code": "busy", "message": "later"})
    _ends_well(world, answer(503), busy, CREATED, lifecycle=lifecycle)
    assert world.server.count("POST /jobs") == 3


def test_row_45_a_declared_refusal_that_lasts_is_the_error(world: World) -> None:
    lifecycle = replace(POLLED, refused=("503",))
    _error(world, UpstreamError, answer(503), ..., lifecycle=lifecycle)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry_after": "4"}, 4.0),
        ({"retry_after_ms": "2500"}, 2.5),
        ({"retry_after": IN_4_SECONDS, **DATED}, 4.0),
        ({"retry_after": "0"}, 1.0),
        ({"retry_after": "-5"}, 1.0),
        ({"retry_after": "NaN"}, 1.0),
        ({"retry_after": ""}, 1.0),
        ({"retry_after": " 3 "}, 3.0),
    ],
)
def test_row_46_a_limited_create_waits_for_hint_or_backoff(
    world: World,
    headers: dict[str, str],
    seconds: float,
) -> None:
    _ends_well(world, answer(429, **headers), CREATED)
    assert world.server.when("POST /jobs") == [0.0, seconds]


@pytest.mark.parametrize(
    "headers",
    [
        {"retry_after": "121"},
        {"retry_after": "999999999999"},
        {"retry_after": "Fri, 31 Dec 9999 23:59:59 GMT", **DATED},
    ],
)
def test_row_46_a_hint_beyond_120_seconds_is_the_error_at_once(
    world: World,
    headers: dict[str, str],
) -> None:
    error = _error(world, RateLimitedError, answer(429, **headers))
    assert error.retry_after > 120.0


def test_row_47_a_limit_without_a_hint_backs_off_twice(world: World) -> None:
    error = _error(world, RateLimitedError, answer(429), ...)
    assert world.server.when("POST /jobs") == [0.0, 1.0, 3.0]
    assert error.attempts == 3


def test_row_47_a_limit_that_means_no_credits_is_not_repeated(world: World) -> None:
    rule = ErrorRule(category="insufficient_credits", message="credit")
    act = answer(429, {"message": "not enough credits"})
    _error(world, InsufficientCreditsError, act, errors=(rule,))


def test_row_47_a_rule_s_own_pause_is_used(world: World) -> None:
    rule = ErrorRule(
        category="rate_limited",
        status=("429",),
        retry_delay=30.0,
        retry_times=1,
    )
    _error(world, RateLimitedError, answer(429), ..., errors=(rule,))
    assert world.server.when("POST /jobs") == [0.0, 30.0]


def test_row_47_an_empty_budget_fails_creates_at_once(world: World) -> None:
    budget = Budget(Retry(budget=1.0))
    _error(world, RateLimitedError, answer(429), budget=budget)


def test_row_48_a_create_that_came_too_early_is_repeated(world: World) -> None:
    _ends_well(world, answer(425), CREATED)


def test_row_48_a_create_that_timed_out_at_the_server_is_uncertain(
    world: World,
) -> None:
    _error(world, SubmissionUncertain, answer(408))
    assert world.server.count("POST /jobs") == 1


def test_row_49_a_conflict_is_raised(world: World) -> None:
    _error(world, ConflictError, answer(409, {"message": "taken"}), lifecycle=KEYED)


def test_row_49_a_keyed_create_in_progress_is_asked_for_again(world: World) -> None:
    busy = answer(409, {"code": "IDEMPOTENCY_IN_PROGRESS"})
    _ends_well(world, busy, CREATED, lifecycle=KEYED)
    assert len({_key(item) for item in world.server.asked("POST /jobs")}) == 1


@pytest.mark.parametrize("status", [400, 413, 415, 422])
def test_row_50_a_refused_payload_names_its_fields(world: World, status: int) -> None:
    body = {"detail": [{"loc": ["body", "prompt"], "msg": "too long"}]}
    error = _error(world, ValidationError, answer(status, body))
    assert error.issues == (("body.prompt", "too long"),)
    assert world.server.count("POST /jobs") == 1


@pytest.mark.parametrize("status", [404, 410])
def test_row_50_an_unknown_model_is_not_found(world: World, status: int) -> None:
    _error(world, NotFoundError, answer(status, {"message": "no such model"}))


def test_row_51_an_envelope_that_says_no_is_an_error_with_its_trace(
    world: World,
) -> None:
    envelope = Envelope(
        success="$response.body#/code == 0",
        code=("$response.body#/code",),
        message=("$response.body#/msg",),
        request_id=("$response.body#/trace_id",),
    )
    rules = (ErrorRule(category="insufficient_credits", code=("490505",)),)
    act = answer(200, {"code": 490505, "msg": "empty", "trace_id": "t-1"})
    error = _error(
        world,
        InsufficientCreditsError,
        act,
        envelope=envelope,
        errors=rules,
    )
    assert (error.trace_id, error.provider_code) == ("t-1", "490505")


def test_row_51_a_transient_code_is_repeated_like_its_http_twin(world: World) -> None:
    envelope = Envelope(success="$response.body#/id", code=("$response.body#/code",))
    _ends_well(world, answer(200, {"code": 429}), CREATED, envelope=envelope)


def test_row_51_an_error_object_under_200_is_an_error(world: World) -> None:
    body = {"error": {"code": "INSUFFICIENT_CREDITS", "message": "no"}}
    _error(world, InsufficientCreditsError, answer(200, body))


@pytest.mark.parametrize("status", [200, 201, 202])
def test_row_52_an_answer_without_an_id_is_uncertain(world: World, status: int) -> None:
    error = _error(world, SubmissionUncertain, answer(status, {"ok": True}))
    assert "ok" in error.excerpt
    assert len(world.server.requests) == 1


def test_row_52_an_id_in_a_location_is_found_by_the_poll_s_path(world: World) -> None:
    act = answer(202, None, location="/v1/jobs/j1?x=1")
    _ends_well(world, act)


def test_row_53_a_create_that_answers_with_the_end_is_done_at_once(
    world: World,
) -> None:
    handle = start(world, POLLED, {"POST /jobs": answer(200, DONE)})
    assert handle.done
    assert (world.wait(handle), handle.source) == (RESULT, "create")
    assert len(world.server.requests) == 1


def test_row_53_a_create_that_answers_with_a_failure_is_a_failed_job(
    world: World,
) -> None:
    act = answer(200, job("FAILED", code="E7", message="no"))
    handle = start(world, POLLED, {"POST /jobs": act})
    with pytest.raises(JobFailed) as caught:
        world.wait(handle)
    assert (caught.value.provider_code, caught.value.job_id) == ("E7", "j1")


def test_row_54_a_key_of_the_user_is_sent_where_one_is_declared(world: World) -> None:
    options = CallOptions(idempotency_key="mine-1")
    _ends_well(world, CREATED, lifecycle=KEYED, options=options)
    assert _key(world.server.asked("POST /jobs")[0]) == "mine-1"


def test_row_54_a_key_of_the_user_is_not_sent_where_none_is_declared(
    world: World,
) -> None:
    _ends_well(world, CREATED, options=CallOptions(idempotency_key="mine-1"))
    assert _key(world.server.asked("POST /jobs")[0]) is None


def test_row_54_a_key_in_the_body_is_placed_there(world: World) -> None:
    lifecycle = replace(
        POLLED,
        idempotency=Idempotency(place="body.request_id", form="job-{uuid}"),
    )
    _ends_well(world, CREATED, lifecycle=lifecycle)
    assert f"job-{KEY}".encode() in world.server.asked("POST /jobs")[0].content


def test_row_45_before_a_create_a_condition_is_checked(world: World) -> None:
    before = Before(
        call=Call(operation="GET /credits"),
        require="$response.body#/credits > 0",
        message="{$response.body#/credits} credits left",
        category="insufficient_credits",
    )
    routes = {"GET /credits": answer(200, {"credits": 0})}
    with pytest.raises(InsufficientCreditsError, match="0 credits left"):
        start(world, replace(POLLED, before=(before,)), routes)
    assert len(world.server.requests) == 1


def test_row_45_a_failed_job_is_created_anew_where_that_is_free(world: World) -> None:
    lifecycle = replace(CHOSEN, again=Again(states=("failed",), times=1))
    first, second = f"render_{KEY}", f"render_{KEY[:-1]}2"
    routes = {
        "POST /jobs": [answer(200, {"status": "IN_QUEUE"}), ...],
        f"GET /jobs/{first}": answer(200, {"status": "FAILED"}),
        f"GET /jobs/{second}": answer(200, {"status": "FAILED"}),
    }
    handle = start(world, lifecycle, routes)
    with pytest.raises(JobFailed):
        world.wait(handle)
    assert world.submitted == [first, second]
    assert world.server.count("POST /jobs") == 2


def test_row_52_an_id_that_is_a_path_of_dots_is_refused(world: World) -> None:
    handle = start(world, POLLED, {"POST /jobs": answer(200, {"id": ".."})})
    with pytest.raises(InvalidPayloadError) as caught:
        world.wait(handle)
    assert caught.value.job_id == ".."


def test_row_44_an_id_in_an_event_that_never_ended_is_announced(world: World) -> None:
    whole = event(job("IN_QUEUE"))
    routes = {
        "POST /sse/jobs": events(whole[:-1]),
        "GET /jobs/j1": answer(200, DONE),
    }
    assert world.wait(start(world, LIFECYCLE, routes)) == RESULT
