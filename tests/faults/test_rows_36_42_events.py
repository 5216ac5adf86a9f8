"""Rows 36 to 42: what events say, twice, late, wrongly, or in other words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from specloom.runtime._errors import JobFailed
from specloom.runtime._lifecycle import Call, Events, Stream

from tests.faults.script import CUT, DONE, STALL, After, answer, event, events, job
from tests.faults.service import CHAT, FOLLOWED, LIFECYCLE, STREAMED, start
from tests.faults.world import World

QUEUED = event(job("IN_QUEUE"))
RUNNING = event(job("IN_PROGRESS", progress=40))
RESULT = DONE["data"]
STATE = {"videos": []}


def _streamed(world: World, *pieces: Any, polls: Any = (), **more: Any) -> Any:
    routes = {"POST /sse/jobs": events(*pieces), "GET /jobs/j1": list(polls)}
    return start(world, more.pop("lifecycle", LIFECYCLE), routes, **more)


def _named(names: Events) -> Any:
    return replace(LIFECYCLE, stream=Stream(events=names))


def _twice(world: World, first: bytes, second: bytes) -> list[Any]:
    handle = start(
        world,
        FOLLOWED,
        {
            "POST /jobs": answer(200, {"id": "j1"}),
            "GET /jobs/j1/events": [events(first, CUT), events(second)],
            "GET /jobs/j1": [answer(200, job("IN_PROGRESS", progress=60)), ...],
        },
    )
    return [item for item in world.news(handle) if item.source == "stream"]


def test_row_36_a_replay_after_a_reconnect_is_dropped_by_id(world: World) -> None:
    one = event(job("IN_QUEUE"), id="1") + event(
        job("IN_PROGRESS", progress=50), id="2"
    )
    two = event(job("IN_PROGRESS", progress=50), id="2") + event(DONE, id="3")
    states = [item.state for item in _twice(world, one, one + two)]
    assert states == ["queued", "running", "succeeded"]


def test_row_36_without_ids_a_replay_is_dropped_by_its_bytes(world: World) -> None:
    one = event(job("IN_QUEUE")) + event(job("IN_PROGRESS", progress=50))
    states = [item.state for item in _twice(world, one, one + event(DONE))]
    assert states == ["queued", "running", "succeeded"]


def test_row_36_progress_never_goes_back(world: World) -> None:
    one = event(job("IN_PROGRESS", progress=50), id="1")
    two = event(job("IN_PROGRESS", progress=20), id="2") + event(DONE, id="3")
    progress = [item.progress for item in _twice(world, one, two)]
    assert progress == [50.0, 60.0]


def test_row_36_an_equal_event_in_one_connection_is_news(world: World) -> None:
    handle = _streamed(world, RUNNING, RUNNING, event(DONE))
    assert len(world.news(handle)) == 3


def test_row_37_a_lower_state_is_told_as_stale_and_changes_nothing(
    world: World,
) -> None:
    handle = _streamed(world, RUNNING, QUEUED, event(DONE))
    seen: list[tuple[str, bool, str]] = []
    for item in world.news(handle, most=2):
        seen.append((item.state, item.stale, handle.state))
    assert seen == [("running", False, "running"), ("queued", True, "running")]


def test_row_38_an_unknown_word_is_told_once_and_polled_on(world: World) -> None:
    odd = event(job("PONDERING"))
    handle = _streamed(world, odd, odd, polls=[answer(200, DONE)])
    news = world.news(handle)
    assert [(item.state, item.status) for item in news[:2]] == [
        ("unknown", "PONDERING"),
        ("unknown", "PONDERING"),
    ]
    assert world.names().count("unknown_status") == 1
    assert handle.outcome.ok
    assert any("PONDERING" in warning for warning in handle.outcome.warnings)


def test_row_38_words_are_compared_in_any_case(world: World) -> None:
    handle = _streamed(
        world, event(job("in_progress")), event({**DONE, "status": "completed"})
    )
    assert [item.state for item in world.news(handle)] == ["running", "succeeded"]


def test_row_39_an_unknown_event_name_is_news_with_raw_only(world: World) -> None:
    odd = event({"credits": 5}, name="billing")
    handle = _streamed(world, QUEUED, odd, event(DONE))
    second = world.news(handle)[1]
    assert (second.state, second.raw) == ("queued", {"credits": 5})


def test_row_40_data_that_is_no_json_is_news_with_raw_only(world: World) -> None:
    handle = _streamed(world, QUEUED, b"data: hello\n\n", event(DONE))
    second = world.news(handle)[1]
    assert (second.state, second.raw) == ("queued", "hello")


def test_row_40_empty_data_is_a_heartbeat(world: World) -> None:
    handle = _streamed(world, QUEUED, b"data:\n\n", event(DONE))
    assert len(world.news(handle)) == 2


def test_row_40_twenty_bad_events_in_a_row_lead_to_polling(world: World) -> None:
    handle = _streamed(
        world,
        QUEUED,
        b"data: {oops\n\n" * 20,
        STALL,
        polls=[answer(200, DONE)],
    )
    assert world.wait(handle) == RESULT
    assert world.server.when("GET /jobs/j1") == [0.0]


def test_row_41_an_error_frame_that_names_the_job_s_failure_fails_it(
    world: World,
) -> None:
    handle = _streamed(
        world, QUEUED, event({"message": "prompt refused"}, name="error")
    )
    with pytest.raises(JobFailed, match="prompt refused"):
        world.wait(handle)


@pytest.mark.parametrize("words", ["Internal error", "upstream timeout"])
def test_row_41_an_error_frame_of_the_transport_is_left_to_a_poll(
    world: World,
    words: str,
) -> None:
    frame = event({"message": words}, name="error")
    handle = _streamed(world, QUEUED, frame, polls=[answer(200, DONE)])
    assert world.wait(handle) == RESULT


def test_row_41_failed_as_a_name_without_a_status_is_a_failure(world: World) -> None:
    lifecycle = _named(Events(names={"completed": "succeeded", "failed": "failed"}))
    frame = event({"id": "j1"}, name="failed")
    handle = _streamed(world, QUEUED, frame, lifecycle=lifecycle)
    with pytest.raises(JobFailed):
        world.wait(handle)


def test_row_41_an_error_frame_in_a_stream_without_states_is_settled(
    world: World,
) -> None:
    routes = {
        "GET /state": [answer(200, STATE), answer(200, {"videos": ["v1"]})],
        "POST /sse/jobs": events(event({"error": "it broke"})),
    }
    handle = start(world, CHAT, routes, operation=STREAMED)
    assert world.wait(handle) == ["v1"]


def test_row_41_an_error_frame_that_nothing_settles_fails_the_job(
    world: World,
) -> None:
    routes = {
        "GET /state": [answer(200, STATE), ...],
        "POST /sse/jobs": events(b'data: {"error": "it "broke""}\n\n'),
    }
    handle = start(world, CHAT, routes, operation=STREAMED)
    with pytest.raises(JobFailed, match="broke"):
        world.wait(handle)


def test_row_42_an_id_in_a_header_is_announced_before_any_event(world: World) -> None:
    act = events(STALL, location="https://api.test/jobs/j1")
    routes = {"POST /sse/jobs": act, "GET /jobs/j1": answer(200, DONE)}
    handle = start(world, LIFECYCLE, routes)
    assert (handle.id, world.clock.now) == ("j1", 1000.0)
    assert world.wait(handle) == RESULT


def test_row_42_an_id_in_a_later_event_is_announced_when_it_comes(world: World) -> None:
    handle = _streamed(
        world,
        event({"note": "hello"}),
        After(2.0, QUEUED),
        event(DONE),
    )
    assert world.submitted == ["j1"]
    assert [item.raw.get("note") for item in world.news(handle)] == [
        "hello",
        None,
        None,
    ]


def test_row_42_the_first_place_that_holds_an_id_wins(world: World) -> None:
    lifecycle = replace(
        LIFECYCLE,
        id=("$response.body#/task/id", "$response.body#/id", "$response.header.X-Job"),
    )
    body = {"id": "j1", "task": {}}
    routes = {
        "POST /sse/jobs": answer(202, body, x_job="other"),
        "GET /jobs/j1": answer(200, DONE),
    }
    assert world.wait(start(world, lifecycle, routes)) == RESULT


def test_row_33_a_chat_that_closes_cleanly_and_changed_something_is_done(
    world: World,
) -> None:
    routes = {
        "GET /state": [answer(200, STATE), answer(200, {"videos": ["v1"]})],
        "POST /sse/jobs": events(
            event({"type": "text", "content": "working"}),
            event({"type": "text", "content": "a temporary issue"}),
        ),
    }
    handle = start(world, CHAT, routes, operation=STREAMED)
    news = world.news(handle)
    assert [item.message for item in news] == ["working", "working"]
    assert world.wait(handle) == ["v1"]


def test_row_33_a_chat_that_breaks_is_looked_at_ever_more_slowly(world: World) -> None:
    routes = {
        "GET /state": [answer(200, STATE)] * 3 + [answer(200, {"videos": ["v1"]})],
        "POST /sse/jobs": events(event({"type": "text", "content": "working"}), CUT),
    }
    handle = start(world, CHAT, routes, operation=STREAMED)
    assert world.wait(handle) == ["v1"]
    assert world.server.when("GET /state") == [0.0, 30.0, 90.0, 150.0]


def test_row_33_a_chat_that_broke_and_changed_nothing_has_failed(world: World) -> None:
    routes = {
        "GET /state": [answer(200, STATE), ...],
        "POST /sse/jobs": events(event({"type": "text", "content": "x"}), CUT),
    }
    handle = start(world, CHAT, routes, operation=STREAMED)
    with pytest.raises(JobFailed, match="nothing changed"):
        world.wait(handle)
    assert world.server.count("POST /sse/jobs") == 1


def test_row_32_keep_alives_of_a_chat_are_told_but_are_no_end(world: World) -> None:
    beats = [After(60.0, event({"type": "heartbeat"})) for _ in range(5)]
    routes = {
        "GET /state": [answer(200, STATE), answer(200, {"videos": ["v1"]})],
        "POST /sse/jobs": events(event({"content": "x"}), *beats),
    }
    handle = start(world, CHAT, routes, operation=STREAMED)
    assert world.wait(handle) == ["v1"]
    assert [facts["seconds"] for facts in world.facts("notice")] == [120.0, 240.0]


def test_row_42_captured_values_come_with_the_id(world: World) -> None:
    lifecycle = replace(
        LIFECYCLE,
        capture={"session": ("$response.body#/session",)},
        poll=Call(operation="GET /jobs/{id}", bind={"id": ("$captured.session",)}),
    )
    routes = {
        "POST /sse/jobs": events(event({**job("IN_QUEUE"), "session": "s9"})),
        "GET /jobs/s9": answer(200, DONE),
    }
    assert world.wait(start(world, lifecycle, routes)) == RESULT
