"""Rows 27 to 35: a running stream breaks, stalls, ends, or goes on too long."""

from __future__ import annotations

import pytest
from specloom.runtime._errors import SubmissionUncertain

from tests.faults.script import CUT, DONE, STALL, After, answer, event, events, job
from tests.faults.service import FOLLOWED, LIFECYCLE, start
from tests.faults.world import World

QUEUED = event(job("IN_QUEUE"))
RUNNING = event(job("IN_PROGRESS", progress=40))
ENDED = event(DONE)
RESULT = {"url": "https://cdn.test/v.mp4"}


def test_row_00_a_happy_stream_ends_the_job_without_a_poll(world: World) -> None:
    handle = start(world, LIFECYCLE, {"POST /sse/jobs": events(QUEUED, RUNNING, ENDED)})
    news = world.news(handle)
    assert [item.state for item in news] == ["queued", "running", "succeeded"]
    assert {item.source for item in news} == {"stream"}
    assert world.wait(handle) == RESULT
    assert world.submitted == ["j1"]


def test_row_27_a_reset_in_mid_event_is_settled_by_polling(world: World) -> None:
    torn = RUNNING[: len(RUNNING) // 2]
    handle = start(
        world,
        LIFECYCLE,
        {
            "POST /sse/jobs": events(QUEUED, torn, CUT),
            "GET /jobs/j1": [
                answer(200, job("IN_PROGRESS", progress=50)),
                answer(200, DONE),
            ],
        },
    )
    assert world.wait(handle) == RESULT
    assert world.server.count("POST /sse/jobs") == 1
    assert world.server.when("GET /jobs/j1") == [0.0, 3.0]
    assert handle.source == "poll"


def test_row_27_a_stream_of_its_own_is_reopened_after_the_last_event(
    world: World,
) -> None:
    first = events(
        event(job("IN_QUEUE"), id="1"), event(job("IN_PROGRESS"), id="2"), CUT
    )
    handle = start(
        world,
        FOLLOWED,
        {
            "POST /jobs": answer(200, job("IN_QUEUE")),
            "GET /jobs/j1/events": [first, events(event(DONE, id="3"))],
            "GET /jobs/j1": answer(200, job("IN_PROGRESS")),
        },
    )
    assert world.wait(handle) == RESULT
    again = world.server.asked("GET /jobs/j1/events")[1]
    assert ("Last-Event-ID", "2") in again.headers


def test_row_27_after_three_connects_without_news_only_polls_follow(
    world: World,
) -> None:
    handle = start(
        world,
        FOLLOWED,
        {
            "POST /jobs": answer(200, job("IN_QUEUE")),
            "GET /jobs/j1/events": [events(CUT), events(CUT), events(CUT)],
            "GET /jobs/j1": [answer(200, job("IN_PROGRESS"))] * 4 + [answer(200, DONE)],
        },
    )
    assert world.wait(handle) == RESULT
    assert world.server.when("GET /jobs/j1/events") == [0.0, 1.0, 3.0]


def test_row_28_a_code_point_torn_across_chunks_is_joined(world: World) -> None:
    data = event(job("IN_PROGRESS", message="né 漢"))
    pieces = [data[at : at + 1] for at in range(len(data))]
    handle = start(world, LIFECYCLE, {"POST /sse/jobs": events(*pieces, ENDED)})
    assert world.news(handle)[0].raw["message"] == "né 漢"


@pytest.mark.parametrize("keep", [8, -3, -1])
def test_row_29_what_a_stream_ends_inside_of_is_dropped(
    world: World, keep: int
) -> None:
    data = event(job("COMPLETED", data={"url": "漢"}))
    handle = start(
        world,
        LIFECYCLE,
        {
            "POST /sse/jobs": events(QUEUED, data[:keep]),
            "GET /jobs/j1": [answer(200, job("IN_PROGRESS")), answer(200, DONE)],
        },
    )
    assert world.wait(handle) == RESULT
    assert handle.source == "poll"


def test_row_30_a_body_without_its_last_chunk_is_no_protocol_error(
    world: World,
) -> None:
    from tests.faults.script import Cut

    handle = start(
        world,
        LIFECYCLE,
        {
            "POST /sse/jobs": events(QUEUED, Cut("protocol")),
            "GET /jobs/j1": answer(200, DONE),
        },
    )
    assert world.wait(handle) == RESULT


def test_row_31_a_silent_stall_is_given_up_after_20_seconds(world: World) -> None:
    handle = start(
        world,
        LIFECYCLE,
        {
            "POST /sse/jobs": events(QUEUED, RUNNING, STALL),
            "GET /jobs/j1": answer(200, DONE),
        },
    )
    assert world.wait(handle) == RESULT
    assert world.server.when("GET /jobs/j1") == [20.0]
    assert "sse_timeout" in world.names()
    assert world.wire.streams[0].closed


def test_row_32_heartbeats_alone_lead_to_a_poll_every_30_seconds(world: World) -> None:
    beats = [After(15.0, b": ping\n\n") for _ in range(6)]
    handle = start(
        world,
        LIFECYCLE,
        {
            "POST /sse/jobs": events(QUEUED, *beats, STALL),
            "GET /jobs/j1": [answer(200, job("IN_PROGRESS")), ...],
        },
    )
    with pytest.raises(Exception, match="did not end in time"):
        world.wait(handle, timeout=95.0)
    assert world.server.when("GET /jobs/j1") == [30.0, 60.0, 90.0, 95.0]


def test_row_33_a_clean_end_without_a_terminal_event_is_no_success(
    world: World,
) -> None:
    handle = start(
        world,
        LIFECYCLE,
        {
            "POST /sse/jobs": events(QUEUED, RUNNING),
            "GET /jobs/j1": answer(200, job("FAILED", code="E1", message="no luck")),
        },
    )
    with pytest.raises(Exception, match="no luck") as caught:
        world.wait(handle)
    assert type(caught.value).__name__ == "JobFailed"
    assert world.names().count("sse_stream_ended") == 1


def test_row_34_done_without_a_terminal_event_is_asked_for(world: World) -> None:
    handle = start(
        world,
        FOLLOWED,
        {
            "POST /jobs": answer(200, job("IN_QUEUE")),
            "GET /jobs/j1/events": events(RUNNING, b"data: [DONE]\n\n", STALL),
            "GET /jobs/j1": answer(200, DONE),
        },
    )
    assert world.wait(handle) == RESULT
    assert world.server.count("GET /jobs/j1/events") == 1
    assert world.server.when("GET /jobs/j1") == [0.0]


def test_row_35_events_after_the_terminal_one_are_ignored(world: World) -> None:
    late = event(job("IN_PROGRESS"))
    handle = start(
        world,
        LIFECYCLE,
        {"POST /sse/jobs": events(QUEUED, ENDED + late, late, STALL)},
    )
    news = world.news(handle)
    assert [item.state for item in news] == ["queued", "succeeded"]
    assert world.wire.streams[0].reads == 2
    assert world.wire.streams[0].closed


def test_row_44_a_stream_that_breaks_before_any_id_is_uncertain(world: World) -> None:
    with pytest.raises(SubmissionUncertain) as caught:
        start(world, LIFECYCLE, {"POST /sse/jobs": events(b": hello\n\n", CUT)})
    assert world.server.count("POST /sse/jobs") == 1
    assert caught.value.job is not None
