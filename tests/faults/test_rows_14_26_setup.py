"""Rows 14 to 26: the stream does not open, or what opens is none."""

from __future__ import annotations

from typing import Any

import pytest
from specloom.runtime._errors import (
    AuthenticationError,
    ConflictError,
    InsufficientCreditsError,
    NotFoundError,
    RateLimitedError,
    SubmissionUncertain,
    ValidationError,
)

from tests.faults.script import (
    CUT,
    DONE,
    STALL,
    Answer,
    Events,
    answer,
    event,
    events,
    job,
)
from tests.faults.service import FOLLOWED, LIFECYCLE, ONLY_STREAMED, start
from tests.faults.world import World

CREATED = answer(200, job("IN_QUEUE"))
RESULT = DONE["data"]
HTML = answer(200, b"<html>proxy</html>")


def _followed(world: World, stream: Any, polls: Any, **more: Any) -> Any:
    routes = {
        "POST /jobs": CREATED,
        "GET /jobs/j1/events": stream,
        "GET /jobs/j1": polls,
        **more,
    }
    return start(world, FOLLOWED, routes)


@pytest.mark.parametrize("status", [404, 405, 406, 410, 415, 501])
def test_row_14_a_missing_stream_is_polled_for_good_and_said(
    world: World,
    status: int,
) -> None:
    handle = _followed(world, answer(status), [answer(200, DONE), ...])
    news = world.news(handle)
    said = [item for item in news if item.message and str(status) in item.message]
    assert [item.source for item in said] == ["poll"]
    assert handle.outcome.ok
    world.server.routes["POST /jobs"] = [CREATED]
    second = world.submit(handle._job.operation)
    assert world.wait(second) == RESULT
    assert world.server.count("GET /jobs/j1/events") == 1


def test_row_14_a_missing_stream_is_tried_again_after_ten_minutes(world: World) -> None:
    handle = _followed(world, answer(404), [answer(200, DONE), ...])
    world.wait(handle)
    world.clock.pass_(601.0)
    world.server.routes["POST /jobs"] = [CREATED]
    world.server.routes["GET /jobs/j1/events"] = [events(event(DONE))]
    second = world.submit(handle._job.operation)
    assert world.wait(second) == RESULT
    assert second.source == "stream"


@pytest.mark.parametrize("status", [404, 405, 406, 410, 415, 501])
def test_row_14_a_create_without_a_streaming_form_uses_its_plain_twin(
    world: World,
    status: int,
) -> None:
    routes = {
        "POST /sse/jobs": answer(status, {"message": "no"}),
        "POST /jobs": CREATED,
        "GET /jobs/j1": answer(200, DONE),
    }
    assert world.wait(start(world, LIFECYCLE, routes)) == RESULT
    assert world.server.count("POST /sse/jobs") == 1


def test_row_14_without_a_plain_twin_the_error_is_raised(world: World) -> None:
    routes = {"POST /sse/jobs": answer(404, {"message": "no"})}
    with pytest.raises(NotFoundError):
        start(world, LIFECYCLE, routes, operation=ONLY_STREAMED)


@pytest.mark.parametrize("status", [400, 409, 422])
def test_row_15_a_stream_of_its_own_that_is_refused_is_polled(
    world: World,
    status: int,
) -> None:
    handle = _followed(world, answer(status), answer(200, DONE))
    assert world.wait(handle) == RESULT


@pytest.mark.parametrize(
    ("status", "kind"),
    [(400, ValidationError), (409, ConflictError), (422, ValidationError)],
)
def test_row_15_a_streaming_create_that_is_refused_is_the_error(
    world: World,
    status: int,
    kind: type[Exception],
) -> None:
    with pytest.raises(kind):
        start(world, LIFECYCLE, {"POST /sse/jobs": answer(status, {"message": "no"})})
    assert len(world.server.requests) == 1


@pytest.mark.parametrize("status", [401, 403])
def test_row_16_a_stream_that_denies_is_polled_when_the_poll_does_not(
    world: World,
    status: int,
) -> None:
    handle = _followed(
        world,
        answer(status),
        [answer(200, job("IN_PROGRESS")), answer(200, DONE)],
    )
    assert world.wait(handle) == RESULT


def test_row_16_a_poll_that_denies_too_is_the_error_with_the_id(world: World) -> None:
    handle = _followed(world, answer(401), answer(401, {"message": "who?"}))
    with pytest.raises(AuthenticationError) as caught:
        world.wait(handle)
    assert caught.value.job_id == "j1"
    assert caught.value.token
    assert world.server.count("GET /jobs/j1") == 1


def test_row_17_no_credits_at_the_create_is_not_retried(world: World) -> None:
    routes = {"POST /sse/jobs": answer(402, {"message": "top up"})}
    with pytest.raises(InsufficientCreditsError):
        start(world, LIFECYCLE, routes)
    assert len(world.server.requests) == 1


def test_row_17_no_credits_in_mid_way_goes_on_polling(world: World) -> None:
    handle = _followed(world, answer(402), [answer(402), answer(200, DONE)])
    assert world.wait(handle) == RESULT


def test_row_18_a_limited_stream_is_retried_once_with_polls_meanwhile(
    world: World,
) -> None:
    handle = _followed(
        world,
        [answer(429, retry_after="7"), events(event(DONE))],
        [answer(200, job("IN_PROGRESS")), ...],
    )
    assert world.wait(handle) == RESULT
    assert world.server.when("GET /jobs/j1/events") == [0.0, 7.0]
    assert world.server.when("GET /jobs/j1") == [0.0, 3.0, 6.0]


def test_row_18_a_limited_create_stream_waits_like_any_create(world: World) -> None:
    routes = {
        "POST /sse/jobs": [answer(429, retry_after="5"), events(event(DONE))],
    }
    assert world.wait(start(world, LIFECYCLE, routes)) == RESULT
    assert world.server.when("POST /sse/jobs") == [0.0, 5.0]


def test_row_18_a_hint_beyond_two_minutes_is_the_error(world: World) -> None:
    routes = {"POST /sse/jobs": answer(429, retry_after="500")}
    with pytest.raises(RateLimitedError) as caught:
        start(world, LIFECYCLE, routes)
    assert caught.value.retry_after == 500.0


def test_row_19_a_failing_stream_is_tried_twice_within_3_seconds(world: World) -> None:
    polls = [answer(200, job("IN_PROGRESS"))] * 2 + [answer(200, DONE)]
    handle = _followed(world, [answer(503), answer(500)], polls)
    assert world.wait(handle) == RESULT
    first, second = world.server.when("GET /jobs/j1/events")
    assert second - first <= 3.0


def test_row_19_a_failing_create_stream_is_uncertain(world: World) -> None:
    with pytest.raises(SubmissionUncertain) as caught:
        start(world, LIFECYCLE, {"POST /sse/jobs": answer(503, {"message": "busy"})})
    assert caught.value.status == 503
    assert len(world.server.requests) == 1


def test_row_20_no_content_is_not_opened_again(world: World) -> None:
    handle = _followed(world, answer(204), answer(200, DONE))
    assert world.wait(handle) == RESULT
    assert world.server.count("GET /jobs/j1/events") == 1


def test_row_21_html_for_a_stream_is_polled_when_the_id_is_known(world: World) -> None:
    assert world.wait(_followed(world, HTML, answer(200, DONE))) == RESULT


def test_row_21_html_for_a_create_stream_is_uncertain_with_an_excerpt(
    world: World,
) -> None:
    with pytest.raises(SubmissionUncertain) as caught:
        start(world, LIFECYCLE, {"POST /sse/jobs": HTML})
    assert "proxy" in (caught.value.excerpt or "")


def test_row_22_a_json_document_for_a_create_stream_is_a_plain_answer(
    world: World,
) -> None:
    routes = {"POST /sse/jobs": CREATED, "GET /jobs/j1": answer(200, DONE)}
    handle = start(world, LIFECYCLE, routes)
    assert handle.id == "j1"
    assert world.wait(handle) == RESULT


def test_row_22_a_json_document_for_a_stream_of_its_own_is_a_poll(world: World) -> None:
    handle = _followed(world, answer(200, DONE), [])
    assert world.wait(handle) == RESULT
    assert world.server.count("GET /jobs/j1") == 0


def test_row_22_an_envelope_that_says_no_is_the_error(world: World) -> None:
    body = {"success": False, "code": "INVALID_PAYLOAD", "message": "no"}
    with pytest.raises(ValidationError):
        start(world, LIFECYCLE, {"POST /sse/jobs": answer(200, body)})


@pytest.mark.parametrize(
    "content_type",
    ["text/event-stream; charset=latin-1", " Text/Event-Stream ;x=y"],
)
def test_row_23_the_essence_of_the_type_is_compared_whole_and_case_free(
    world: World,
    content_type: str,
) -> None:
    act = Events((event(DONE),), 200, {"content-type": content_type})
    assert world.wait(start(world, LIFECYCLE, {"POST /sse/jobs": act})) == RESULT


@pytest.mark.parametrize("headers", [{}, {"content-type": "text/event-streams"}])
def test_row_23_an_untyped_answer_is_no_stream_but_searched_for_an_id(
    world: World,
    headers: dict[str, str],
) -> None:
    routes = {
        "POST /sse/jobs": Answer(200, headers, b'{"id": "j1"}'),
        "GET /jobs/j1": answer(200, DONE),
    }
    assert world.wait(start(world, LIFECYCLE, routes)) == RESULT


def test_row_24_streams_are_asked_for_as_event_streams(world: World) -> None:
    world.wait(start(world, LIFECYCLE, {"POST /sse/jobs": events(event(DONE))}))
    (request,) = world.server.asked("POST /sse/jobs")
    assert ("Accept", "text/event-stream") in request.headers


def test_row_25_a_stream_held_up_by_a_proxy_is_given_up_after_10_seconds(
    world: World,
) -> None:
    handle = _followed(
        world,
        [events(STALL), events(STALL), events(STALL)],
        [answer(200, job("IN_PROGRESS")), answer(200, DONE)],
    )
    assert world.wait(handle) == RESULT
    assert world.server.when("GET /jobs/j1")[0] == 10.0


def test_row_26_a_redirected_create_stream_is_not_followed(world: World) -> None:
    act = answer(307, None, location="https://api.test/elsewhere")
    with pytest.raises(SubmissionUncertain):
        start(world, LIFECYCLE, {"POST /sse/jobs": act})
    assert len(world.server.requests) == 1


def test_row_26_a_redirected_stream_of_its_own_is_polled(world: World) -> None:
    act = answer(302, None, location="https://elsewhere.test/")
    assert world.wait(_followed(world, act, answer(200, DONE))) == RESULT


def test_row_20_a_stream_that_never_opens_does_not_stop_polling(world: World) -> None:
    handle = _followed(
        world,
        [events(CUT), events(CUT), events(CUT)],
        [answer(200, job("IN_PROGRESS"))] * 4 + [answer(200, DONE)],
    )
    assert world.wait(handle) == RESULT
