"""Rows again, with servers that mean no good: odd ids, hints, dates and cut answers."""

from __future__ import annotations

import json
import pickle
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from specloom.runtime._errors import (
    BadResponseError,
    InvalidPayloadError,
    JobTimeout,
    RateLimitedError,
    SubmissionUncertain,
    UnknownApiError,
)
from specloom.runtime._lifecycle import Call, Envelope, Result
from specloom.runtime._options import CallOptions
from specloom.runtime._wire import Failed, Reply

from tests.faults.script import DONE, Answer, Break, answer, events, job
from tests.faults.service import CANCELLABLE, CHOSEN, FOLLOWED, KEYED, POLLED, start
from tests.faults.world import World

CREATED = answer(200, job("IN_QUEUE"))
RUNNING = answer(200, job("IN_PROGRESS"))
ENDED = answer(200, DONE)
RESULT = DONE["data"]
NOW = "Tue, 14 Nov 2023 22:13:20 GMT"


@pytest.fixture
def far_away(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine whose local time is not that of Greenwich."""
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def _cut(body: bytes, status: int = 200, **headers: str) -> Break:
    """Break off an answer whose head, and some of its body, came."""
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    head = Reply(status, tuple(named.items()), body)
    cause = ConnectionResetError("reset")
    return Break(Failed("read", sent=True, cause=cause, head=head))


def _hinted(text: str, status: int = 200, **headers: str) -> Answer:
    body = b'{"id": "j1", "status": "IN_PROGRESS"}'
    return Answer(status, {"retry-after": text, "date": NOW, **headers}, body)


# Creates


@pytest.mark.parametrize(
    "body",
    [
        b'{"id": "j1", "status": "IN_QUEUE"',
        b'{"user": {"id": "u7"}, "id": "j1", "no',
        b'{"id": "j1", "text": "\xff',
    ],
)
def test_row_43_and_44_an_id_in_a_cut_answer_is_used(world: World, body: bytes) -> None:
    routes = {"POST /jobs": _cut(body), "GET /jobs/j1": ENDED}
    handle = start(world, POLLED, routes)
    assert (handle.id, world.submitted) == ("j1", ["j1"])
    assert world.wait(handle) == RESULT


@pytest.mark.parametrize(
    "body",
    [b"", b'{"id": "j', b'{"id": 12', b'{"user": {"id": "u7"}, "i', b"<html>", b'"j1"'],
)
def test_row_43_and_44_half_an_id_is_none(world: World, body: bytes) -> None:
    act = _cut(body, x_request_id="rq-7")
    with pytest.raises(SubmissionUncertain) as caught:
        start(world, POLLED, {"POST /jobs": act})
    assert caught.value.request_id == "rq-7"
    assert world.server.count("POST /jobs") == 1


def test_row_44_an_id_in_the_headers_of_a_cut_answer_is_used(world: World) -> None:
    act = _cut(b"", location="https://api.test/jobs/j1")
    assert start(world, POLLED, {"POST /jobs": act}).id == "j1"


def test_row_58_a_cut_redirect_of_a_create_tells_no_id(world: World) -> None:
    act = _cut(b'{"id": "j1"}', 302, location="/jobs/j1")
    with pytest.raises(SubmissionUncertain):
        start(world, POLLED, {"POST /jobs": act})


def test_row_43_a_cut_answer_to_a_keyed_create_is_asked_for_again(
    world: World,
) -> None:
    routes = {"POST /jobs": [_cut(b"{"), CREATED], "GET /jobs/j1": ENDED}
    assert world.wait(start(world, KEYED, routes)) == RESULT


def test_row_43_an_id_chosen_by_the_client_outlives_a_cut_answer(world: World) -> None:
    lifecycle = replace(CHOSEN, client_id="j1")
    routes = {"POST /jobs": _cut(b'{"stat'), "GET /jobs/j1": ENDED}
    assert world.wait(start(world, lifecycle, routes)) == RESULT


@pytest.mark.parametrize("text", ["NaN", "1e400", "true", "[]", '["j1"]', "{}", "null"])
def test_row_52_what_is_no_id_is_never_polled(world: World, text: str) -> None:
    body = b'{"id": %s, "status": "IN_QUEUE"}' % text.encode()
    with pytest.raises(SubmissionUncertain):
        start(world, POLLED, {"POST /jobs": answer(200, body)})
    assert len(world.server.requests) == 1


@pytest.mark.parametrize("at", ["http://[", "http://[bad/jobs/j1", "//["])
def test_row_52_a_location_that_is_no_url_is_no_id(world: World, at: str) -> None:
    with pytest.raises(SubmissionUncertain):
        start(world, POLLED, {"POST /jobs": answer(202, {}, location=at)})


def test_row_46_a_number_without_bounds_is_the_error(world: World) -> None:
    with pytest.raises(RateLimitedError) as caught:
        start(world, POLLED, {"POST /jobs": answer(429, retry_after="9" * 40)})
    assert caught.value.retry_after is not None
    assert caught.value.retry_after > 120


@pytest.mark.usefixtures("far_away")
@pytest.mark.parametrize(
    "text",
    [
        "Tue, 14 Nov 2023 22:13:30 GMT",
        "Tuesday, 14-Nov-23 22:13:30 GMT",
        "Tue Nov 14 22:13:30 2023",
        "Tue, 14 Nov 2023 22:13:30 -0000",
    ],
)
def test_row_46_every_form_of_a_date_is_in_greenwich(world: World, text: str) -> None:
    routes = {"POST /jobs": [_hinted(text, 429), CREATED], "GET /jobs/j1": ENDED}
    assert world.wait(start(world, POLLED, routes)) == RESULT
    assert world.server.when("POST /jobs") == [0.0, 10.0]


# Polls


@pytest.mark.parametrize("text", ["9" * 40, "Fri, 31 Dec 9999 23:59:59 GMT"])
def test_row_67_an_absurd_hint_holds_to_the_deadline(world: World, text: str) -> None:
    routes = {"POST /jobs": CREATED, "GET /jobs/j1": [_hinted(text), ENDED]}
    assert world.wait(start(world, POLLED, routes), timeout=50) == RESULT
    assert world.server.when("GET /jobs/j1") == [0.0, 50.0]


@pytest.mark.parametrize("text", ["9" * 40, "Fri, 31 Dec 9999 23:59:59 GMT"])
def test_row_67_no_hint_is_longer_than_a_clock_can_count(
    world: World, text: str
) -> None:
    routes = {"POST /jobs": CREATED, "GET /jobs/j1": [_hinted(text), ENDED]}
    assert world.wait(start(world, POLLED, routes), timeout=None) == RESULT
    assert world.server.when("GET /jobs/j1")[1] <= 1e9


@pytest.mark.parametrize(
    "text", ["-5", "1e2", "5;x=1", "\u0663", "5, 6", "0x10", "+5", "Infinity", "soon"]
)
def test_row_67_what_is_no_hint_changes_no_pace(world: World, text: str) -> None:
    routes = {"POST /jobs": CREATED, "GET /jobs/j1": [_hinted(text), ENDED]}
    assert world.wait(start(world, POLLED, routes)) == RESULT
    assert world.server.when("GET /jobs/j1") == [0.0, 3.0]


@pytest.mark.parametrize(
    "at", ["http://[bad/9", "https://user:pw@api.test/9", "https://api.test:99999/9"]
)
def test_row_58_a_status_url_that_is_none_is_refused(world: World, at: str) -> None:
    lifecycle = replace(POLLED, poll=None, poll_url=("$response.body#/at",))
    handle = start(
        world, lifecycle, {"POST /jobs": answer(200, job("IN_QUEUE", at=at))}
    )
    with pytest.raises(BadResponseError) as caught:
        world.wait(handle)
    assert caught.value.job_id == "j1"


@pytest.mark.parametrize(
    "body",
    [
        json.dumps(DONE).replace("v.mp4", "v\xe9.mp4").encode("latin-1"),
        json.dumps(DONE).encode("utf-16"),
        b"\xef\xbb\xbf" + json.dumps(DONE).encode(),
    ],
)
def test_row_60_a_state_in_another_encoding_is_a_state(
    world: World, body: bytes
) -> None:
    routes = {"POST /jobs": CREATED, "GET /jobs/j1": answer(200, body)}
    assert world.wait(start(world, POLLED, routes))["url"].startswith("https://cdn")
    assert world.server.count("GET /jobs/j1") == 1


DETAILED = replace(
    POLLED,
    result=Result(call=Call(operation="GET /results/{id}", bind={"id": ("$job.id",)})),
)


def test_row_66_a_result_found_by_the_last_poll_is_fetched_too(world: World) -> None:
    routes = {
        "POST /jobs": CREATED,
        "GET /jobs/j1": [RUNNING, RUNNING, ENDED],
        "GET /results/j1": answer(200, {"url": "u"}),
    }
    handle = start(world, DETAILED, routes)
    assert world.wait(handle, timeout=5) == {"url": "u"}
    assert handle.warnings == ()


def test_row_66_a_refresh_after_the_deadline_has_time_of_its_own(world: World) -> None:
    routes = {
        "POST /jobs": CREATED,
        "GET /jobs/j1": [RUNNING, RUNNING, RUNNING, ENDED],
        "GET /results/j1": [answer(503), answer(200, {"url": "u"}, after=20.0)],
    }
    handle = start(world, DETAILED, routes)
    with pytest.raises(JobTimeout):
        world.wait(handle, timeout=5)
    assert world.run(handle.refresh()).state == "succeeded"
    assert world.wait(handle) == {"url": "u"}


# Streams of their own


def _followed(world: World, stream: Any, polls: Any, **more: Any) -> Any:
    routes = {
        "POST /jobs": CREATED,
        "GET /jobs/j1/events": stream,
        "GET /jobs/j1": polls,
    }
    return start(world, FOLLOWED, routes, **more)


def test_row_18_a_stream_put_off_beyond_the_deadline_is_polled(world: World) -> None:
    handle = _followed(
        world, answer(429, retry_after="3600"), [RUNNING, RUNNING, ENDED]
    )
    assert world.wait(handle, timeout=60) == RESULT
    assert world.server.when("GET /jobs/j1") == [0.0, 3.0, 6.0]


def test_row_18_a_stream_put_off_for_ever_leaves_the_deadline_alone(
    world: World,
) -> None:
    handle = _followed(world, answer(429, retry_after="9" * 30), [RUNNING, ...])
    with pytest.raises(JobTimeout):
        world.wait(handle, timeout=10)
    assert world.server.when("GET /jobs/j1") == [0.0, 3.0, 6.0, 9.0, 10.0]


def test_row_22_a_document_whose_envelope_says_no_ends_no_job(world: World) -> None:
    refusal = answer(200, {"code": 7, "id": "j1", "status": "FAILED"})
    good = answer(200, {"code": 0, **DONE})
    envelope = Envelope(
        success="$response.body#/code == 0", code=("$response.body#/code",)
    )
    routes = {
        "POST /jobs": answer(200, {"code": 0, **job("IN_QUEUE")}),
        "GET /jobs/j1/events": refusal,
        "GET /jobs/j1": good,
    }
    handle = start(world, FOLLOWED, routes, envelope=envelope)
    assert world.wait(handle) == RESULT


def test_row_27_an_event_id_that_is_no_header_is_not_sent_again(world: World) -> None:
    for text in ("\u2603", "x" * 2000, " padded "):
        piece = b"id: " + text.encode() + b"\ndata: {}\n\n"
        handle = _followed(
            world, [events(piece), events(b": \n\n"), ...], [RUNNING, ENDED]
        )
        assert world.wait(handle) == RESULT
        asked = world.server.asked("GET /jobs/j1/events")
        assert len(asked) == 2
        assert "Last-Event-ID" not in dict(asked[1].headers)


# Tokens and handles


def _token(world: World, **changes: Any) -> str:
    """Return the token of a job that was created, tampered with."""
    routes = {"POST /jobs": CREATED, "GET /jobs/j1": ENDED}
    found = json.loads(start(world, POLLED, routes).token)
    return json.dumps({**found, **changes})


@pytest.mark.parametrize(
    "changes",
    [
        {"specloom_job": 2},
        {"specloom_job": "1"},
        {"origin": "https://evil.test:443"},
        {"origin": ""},
        {"url": "https://evil.test/jobs"},
        {"url": "https://user:pw@api.test/jobs"},
        {"url": "http://[bad"},
        {"operation": "GET /elsewhere"},
        {"operation": ["POST /jobs"]},
        {"id": 5},
        {"captured": "x"},
        {"kept": None},
        {"inputs": []},
    ],
)
def test_row_83_a_token_that_was_tampered_with_is_refused(
    world: World, changes: dict[str, Any]
) -> None:
    token = _token(world, **changes)
    with pytest.raises(InvalidPayloadError):
        world.jobs.resume(token)
    assert world.server.count("GET /jobs/j1") == 0


@pytest.mark.parametrize(
    "text", ["", "null", "[]", "{", "[" * 100_000, " " * 2_000_000, "\ud800", None, 7]
)
def test_row_83_what_is_no_token_is_refused(world: World, text: Any) -> None:
    _token(world)
    with pytest.raises(InvalidPayloadError):
        world.jobs.resume(text)


@pytest.mark.parametrize(
    "created",
    [float("nan"), float("inf"), -1e300, pytest.param(10**400, id="huge"), "x", None],
)
def test_row_83_a_token_from_no_time_at_all_is_resumed(
    world: World, created: Any
) -> None:
    token = _token(world, created=created)
    resumed = world.jobs.resume(token)
    assert world.wait(resumed) == RESULT
    assert json.loads(resumed.token).get("created", 0.0) >= 0


def test_row_88_a_job_is_not_pickled_and_says_what_is(world: World) -> None:
    routes = {"POST /jobs": CREATED, "GET /jobs/j1": ENDED}
    handle = start(world, POLLED, routes)
    with pytest.raises(TypeError, match="token"):
        pickle.dumps(handle)


def test_row_83_what_a_hook_raises_tells_how_the_job_is_found_again(
    world: World,
) -> None:
    def refuse(handle: Any) -> None:
        raise LookupError("the database is away")

    routes = {"POST /jobs": CREATED, "GET /jobs/j1": ENDED}
    with pytest.raises(LookupError) as caught:
        start(world, POLLED, routes, options=CallOptions(on_submitted=refuse))
    assert "j1" in caught.value.__notes__[0]
    assert world.server.count("POST /jobs") == 1


def _cancelled(world: World, body: Any) -> Any:
    routes = {
        "POST /jobs": CREATED,
        "POST /jobs/j1/cancel": answer(200, body),
        "GET /jobs/j1": ENDED,
    }
    return world.run(start(world, CANCELLABLE, routes).cancel(wait=True))


def test_row_51_and_79_a_cancel_that_is_refused_in_a_200_is_the_error(
    world: World,
) -> None:
    with pytest.raises(UnknownApiError) as caught:
        _cancelled(world, {"success": False, "message": "not allowed"})
    assert (caught.value.message, caught.value.job_id) == ("not allowed", "j1")


def test_row_51_and_79_a_cancel_that_comes_too_late_in_a_200_is_left_to_a_poll(
    world: World,
) -> None:
    refusal = {"success": False, "code": 409, "message": "it has ended"}
    assert _cancelled(world, refusal) == "succeeded"
