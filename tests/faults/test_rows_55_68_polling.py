"""Rows 55 to 68: what polls may answer, and how long they go on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from specloom.runtime._errors import (
    AuthenticationError,
    BadResponseError,
    JobExpired,
    JobNotFound,
    JobTimeout,
    NetworkError,
    PermissionDeniedError,
    UnknownApiError,
)
from specloom.runtime._lifecycle import Call, Result, Wait
from specloom.runtime._limiter import Budget
from specloom.runtime._policy import Poll, Retry

from tests.faults.script import DONE, answer, fails, job
from tests.faults.service import LIFECYCLE, POLLED, start
from tests.faults.world import World

CREATED = answer(200, job("IN_QUEUE"))
RUNNING = answer(200, job("IN_PROGRESS"))
ENDED = answer(200, DONE)
RESULT = DONE["data"]
HTML = answer(200, b"<html>hello</html>")
CUT_BODY = fails("protocol", sent=True, cause=ConnectionError("incomplete body"))


def _job(world: World, *polls: Any, lifecycle: Any = POLLED, **more: Any) -> Any:
    routes = {"POST /jobs": CREATED, "GET /jobs/j1": list(polls)}
    return start(world, lifecycle, routes, **more)


def _polled(world: World, *polls: Any, **more: Any) -> list[float]:
    assert world.wait(_job(world, *polls, **more)) == RESULT
    return world.server.when("GET /jobs/j1")


def _error(world: World, kind: type[Any], *polls: Any, **more: Any) -> Any:
    handle = _job(world, *polls, **more)
    with pytest.raises(kind) as caught:
        world.wait(handle)
    assert caught.value.job_id == "j1"
    assert '"id":"j1"' in caught.value.token
    return caught.value


def test_row_55_not_found_right_after_the_create_is_not_yet(world: World) -> None:
    times = _polled(world, *[answer(404)] * 5, ENDED)
    assert times == [0.0, 3.0, 6.0, 9.0, 12.0, 15.0]


def test_row_55_not_found_after_the_grace_is_a_lost_job(world: World) -> None:
    _error(world, JobNotFound, answer(404), ...)
    assert world.server.when("GET /jobs/j1")[-1] == 30.0


def test_row_55_a_single_404_later_on_is_forgiven(world: World) -> None:
    polls = [RUNNING] * 12 + [answer(404), RUNNING, answer(410), ENDED]
    assert len(_polled(world, *polls)) == 16


def test_row_55_two_404_in_a_row_later_on_are_a_lost_job(world: World) -> None:
    _error(world, JobNotFound, *[RUNNING] * 12, answer(404), answer(404))


def test_row_56_one_denied_poll_is_repeated_after_two_seconds(world: World) -> None:
    assert _polled(world, RUNNING, answer(401), ENDED) == [0.0, 3.0, 5.0]


@pytest.mark.parametrize(
    ("status", "kind"),
    [(401, AuthenticationError), (403, PermissionDeniedError)],
)
def test_row_56_a_second_denial_ends_the_wait_with_the_id(
    world: World,
    status: int,
    kind: type[Exception],
) -> None:
    _error(world, kind, RUNNING, answer(status), answer(status))


def test_row_56_a_credential_that_can_be_renewed_is_asked_for_at_once(
    world: World,
) -> None:
    times = _polled(
        world,
        answer(401),
        ENDED,
        credential=lambda request: "provider",
    )
    assert times == [0.0, 0.0]


def test_row_57_a_storm_of_5xx_is_waited_out(world: World) -> None:
    storm = [answer(status) for status in (503, 500, 502, 504, 503, 503)]
    assert _polled(world, *storm, ENDED) == [0.0, 1.0, 3.0, 7.0, 15.0, 31.0, 47.0]
    assert world.names().count("degraded") == 1


def test_row_57_a_good_answer_resets_the_backoff_only(world: World) -> None:
    times = _polled(world, answer(503), RUNNING, answer(503), ENDED)
    assert times == [0.0, 1.0, 4.0, 5.0]


def test_row_57_a_storm_ends_at_the_deadline_only(world: World) -> None:
    handle = _job(world, answer(503), ...)
    with pytest.raises(JobTimeout):
        world.wait(handle, timeout=1000.0)
    assert world.server.when("GET /jobs/j1")[-1] == 1000.0


def test_row_57_an_empty_budget_slows_polls_but_ends_no_wait(world: World) -> None:
    budget = Budget(Retry(budget=1.0))
    assert _polled(world, RUNNING, ENDED, budget=budget) == [0.0, 16.0]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_row_58_a_redirected_poll_that_is_not_followed_is_a_refusal(
    world: World,
    status: int,
) -> None:
    act = answer(status, None, location="https://elsewhere.test/")
    assert _error(world, UnknownApiError, act).status == status


def test_row_59_a_redirect_that_is_refused_is_the_error(world: World) -> None:
    act = fails("redirect", sent=True, retryable=False)
    assert _error(world, NetworkError, act).phase == "redirect"


def test_row_60_pages_and_broken_json_are_bad_polls(world: World) -> None:
    assert (
        len(_polled(world, HTML, answer(200, b"{oops"), answer(200, b""), ENDED)) == 4
    )


def test_row_60_ten_unreadable_answers_in_a_row_end_the_wait(world: World) -> None:
    error = _error(world, BadResponseError, HTML, ...)
    assert "hello" in error.excerpt
    assert world.server.count("GET /jobs/j1") == 10


def test_row_61_a_cut_body_is_a_bad_poll(world: World) -> None:
    assert len(_polled(world, CUT_BODY, CUT_BODY, ENDED)) == 3
    assert world.server.count("POST /jobs") == 1


def test_row_61_ten_cut_bodies_in_a_row_end_the_wait(world: World) -> None:
    _error(world, BadResponseError, CUT_BODY, ...)


def test_row_62_a_state_that_left_the_end_again_changes_nothing(world: World) -> None:
    handle = _job(world, ENDED, RUNNING)
    assert world.wait(handle) == RESULT
    world.run(handle.refresh())
    assert (handle.state, world.server.count("GET /jobs/j1")) == ("succeeded", 1)
    assert world.wait(handle) == RESULT


def test_row_63_a_success_without_its_result_is_asked_for_again(world: World) -> None:
    lifecycle = replace(POLLED, result=replace(POLLED.result, required=True))
    early = answer(200, job("COMPLETED", data=None))
    assert _polled(world, early, early, ENDED, lifecycle=lifecycle) == [0.0, 2.0, 4.0]


def test_row_63_a_result_that_never_comes_is_delivered_with_a_warning(
    world: World,
) -> None:
    lifecycle = replace(POLLED, result=replace(POLLED.result, required=True))
    handle = _job(world, answer(200, job("COMPLETED")), ..., lifecycle=lifecycle)
    assert world.wait(handle) is None
    assert world.server.when("GET /jobs/j1") == [0.0, 2.0, 4.0, 6.0, 8.0, 10.0]
    assert handle.outcome.warnings == ("the job succeeded without a result",)


def test_row_64_outputs_that_failed_are_warnings_of_a_success(world: World) -> None:
    lifecycle = replace(
        POLLED,
        result=Result(
            location=("$response.body#/data",),
            item_state=("$response.body#/data/*/status",),
        ),
    )
    outputs = [{"status": "COMPLETED"}, {"status": "FAILED"}]
    handle = _job(
        world, answer(200, job("COMPLETED", data=outputs)), lifecycle=lifecycle
    )
    assert world.wait(handle) == outputs
    assert handle.outcome.warnings == ("output 2 of 2 is FAILED",)


def test_row_65_a_job_the_provider_gave_up_is_expired(world: World) -> None:
    error = _error(world, JobExpired, answer(200, job("timeout")))
    assert error.state == "expired"


def test_row_66_at_the_deadline_there_is_one_last_poll(world: World) -> None:
    handle = _job(world, RUNNING, ...)
    with pytest.raises(JobTimeout) as caught:
        world.wait(handle, timeout=10.0)
    assert world.server.when("GET /jobs/j1") == [0.0, 3.0, 6.0, 9.0, 10.0]
    assert (caught.value.state, caught.value.job_id) == ("running", "j1")
    assert world.server.count("POST /jobs/j1/cancel") == 0


def test_row_66_a_job_that_ends_with_the_last_poll_is_a_result(world: World) -> None:
    handle = _job(world, RUNNING, RUNNING, ENDED)
    assert world.wait(handle, timeout=4.0) == RESULT


def test_row_66_a_wait_that_timed_out_can_be_taken_up_again(world: World) -> None:
    handle = _job(world, RUNNING, RUNNING, RUNNING, ENDED)
    with pytest.raises(JobTimeout):
        world.wait(handle, timeout=4.0)
    assert world.wait(handle) == RESULT


def test_row_66_the_default_deadline_is_15_minutes(world: World) -> None:
    handle = _job(world, RUNNING, ...)
    with pytest.raises(JobTimeout):
        world.wait(handle)
    assert world.server.when("GET /jobs/j1")[-1] == 900.0


def test_row_66_no_deadline_has_to_be_said(world: World) -> None:
    assert len(_polled_without_deadline(world)) == 401


def _polled_without_deadline(world: World) -> list[float]:
    handle = _job(world, *[RUNNING] * 400, ENDED)
    assert world.wait(handle, timeout=None) == RESULT
    return world.server.when("GET /jobs/j1")


def test_row_66_declared_attempts_end_a_wait_too(world: World) -> None:
    lifecycle = replace(
        POLLED, wait=Wait(interval=30.0, factor=1.0, jitter=0.0, attempts=3)
    )
    _error(world, JobTimeout, RUNNING, ..., lifecycle=lifecycle)
    assert world.server.count("GET /jobs/j1") == 3


def test_row_67_a_hint_on_a_good_answer_is_obeyed(world: World) -> None:
    hinted = answer(200, job("IN_PROGRESS"), retry_after="7")
    quick = answer(202, job("IN_PROGRESS"), retry_after="0")
    assert _polled(world, hinted, quick, ENDED) == [0.0, 7.0, 7.2]


def test_row_67_a_hint_in_the_body_is_obeyed(world: World) -> None:
    wait = replace(POLLED.wait, hints=("$response.body#/poll_in",))
    hinted = answer(200, job("IN_PROGRESS", poll_in=11))
    lifecycle = replace(POLLED, wait=wait)
    assert _polled(world, hinted, ENDED, lifecycle=lifecycle) == [0.0, 11.0]


def test_row_67_a_hint_beyond_the_deadline_never_fails_a_wait(world: World) -> None:
    hinted = answer(429, retry_after="100000")
    assert _polled(world, hinted, ENDED) == [0.0, 900.0]


def test_row_68_a_slow_poll_is_followed_by_the_next_from_its_start(
    world: World,
) -> None:
    slow = answer(200, job("IN_PROGRESS"), after=2.0)
    slower = answer(200, job("IN_PROGRESS"), after=5.0)
    assert _polled(world, slow, slower, ENDED) == [0.0, 3.0, 8.0]


def test_row_57_the_pace_grows_as_declared(world: World) -> None:
    lifecycle = replace(POLLED, wait=Wait(jitter=0.0))
    polls = [RUNNING] * 7 + [ENDED]
    assert _polled(world, *polls, lifecycle=lifecycle) == [
        0.0,
        1.0,
        2.5,
        4.75,
        8.125,
        13.125,
        18.125,
        23.125,
    ]


def test_row_57_the_caller_s_pace_wins_over_the_declared(world: World) -> None:
    poll = Poll(interval=1.0, jitter=0.0)
    assert _polled(world, RUNNING, RUNNING, ENDED, poll=poll) == [0.0, 1.0, 2.0]


def test_row_58_a_status_url_is_followed_on_its_own_origin_only(world: World) -> None:
    lifecycle = replace(POLLED, poll=None, poll_url=("$response.body#/at",))
    routes = {
        "POST /jobs": answer(200, job("IN_QUEUE", at="/tasks/9")),
        "GET /tasks/9": [RUNNING, ENDED],
    }
    assert world.wait(start(world, lifecycle, routes)) == RESULT


def test_row_58_a_status_url_elsewhere_is_refused(world: World) -> None:
    lifecycle = replace(POLLED, poll=None, poll_url=("$response.body#/at",))
    routes = {"POST /jobs": answer(200, job("IN_QUEUE", at="https://evil.test/9"))}
    handle = start(world, lifecycle, routes)
    with pytest.raises(BadResponseError) as caught:
        world.wait(handle)
    assert caught.value.job_id == "j1"


def test_row_60_an_accepted_answer_without_a_body_is_not_yet(world: World) -> None:
    assert len(_polled(world, *[answer(202)] * 12, answer(204), ENDED)) == 14


def test_row_63_details_are_fetched_after_success(world: World) -> None:
    call = Call(operation="GET /results/{id}", bind={"id": ("$job.id",)})
    lifecycle = replace(POLLED, result=Result(call=call))
    routes = {
        "POST /jobs": CREATED,
        "GET /jobs/j1": answer(200, {"status": "COMPLETED"}),
        "GET /results/j1": [answer(503), answer(200, {"url": "u"})],
    }
    handle = start(world, lifecycle, routes)
    assert world.wait(handle) == {"url": "u"}


def test_row_63_details_that_cannot_be_had_leave_the_last_answer(world: World) -> None:
    call = Call(operation="GET /results/{id}", bind={"id": ("$job.id",)})
    lifecycle = replace(POLLED, result=Result(call=call))
    routes = {
        "POST /jobs": CREATED,
        "GET /jobs/j1": answer(200, DONE),
        "GET /results/j1": answer(400, {"message": "no"}),
    }
    handle = start(world, lifecycle, routes)
    assert world.wait(handle) == DONE
    assert "details" in handle.outcome.warnings[0]


def test_row_62_a_change_of_carrier_neither_repeats_nor_drops(world: World) -> None:
    from tests.faults.script import CUT, event, events

    routes = {
        "POST /sse/jobs": events(event(job("IN_PROGRESS", progress=40)), CUT),
        "GET /jobs/j1": [
            answer(200, job("IN_PROGRESS", progress=40)),
            answer(200, job("IN_PROGRESS", progress=80)),
            ENDED,
        ],
    }
    news = world.news(start(world, LIFECYCLE, routes))
    assert [(item.source, item.progress) for item in news] == [
        ("stream", 40.0),
        ("poll", 80.0),
        ("poll", 80.0),
    ]
