"""Rows 69 to 76: too much, too deep, too long; clocks that jump and machines that sleep."""

from __future__ import annotations

from dataclasses import replace

import pytest
from specloom.runtime._errors import (
    BadResponseError,
    JobTimeout,
    ResponseTooLarge,
    SubmissionUncertain,
)
from specloom.runtime._policy import Limits

from tests.faults.script import DONE, STALL, answer, event, events, fails, job
from tests.faults.service import LIFECYCLE, POLLED, start
from tests.faults.world import World

CREATED = answer(200, job("IN_QUEUE"))
RUNNING = answer(200, job("IN_PROGRESS"))
ENDED = answer(200, DONE)
RESULT = DONE["data"]
TOO_LARGE = fails("too_large", sent=True, retryable=False)
SMALL = Limits(event_bytes=1000)


def test_row_69_a_poll_s_answer_over_the_limit_is_the_error_with_the_id(
    world: World,
) -> None:
    handle = start(world, POLLED, {"POST /jobs": CREATED, "GET /jobs/j1": TOO_LARGE})
    with pytest.raises(ResponseTooLarge) as caught:
        world.wait(handle)
    assert caught.value.job_id == "j1"


@pytest.mark.parametrize("row", [69, 70])
def test_row_69_and_70_a_create_s_answer_over_the_limit_is_uncertain(
    world: World,
    row: int,
) -> None:
    with pytest.raises(SubmissionUncertain):
        start(world, POLLED, {"POST /jobs": TOO_LARGE})
    assert world.server.count("POST /jobs") == 1


def test_row_71_an_endless_line_drops_the_stream_and_is_polled(world: World) -> None:
    line = [b"data: "] + [b"x" * 400] * 10
    routes = {
        "POST /sse/jobs": events(event(job("IN_QUEUE")), *line, STALL),
        "GET /jobs/j1": ENDED,
    }
    handle = start(world, LIFECYCLE, routes, limits=SMALL)
    assert world.wait(handle) == RESULT
    assert world.wire.streams[0].reads == 5
    assert world.wire.streams[0].closed


def test_row_71_what_came_before_a_huge_event_is_kept(world: World) -> None:
    huge = event(job("IN_PROGRESS", progress=10)) + b"data: " + b"x" * 2000 + b"\n\n"
    routes = {
        "POST /sse/jobs": events(huge, event(job("IN_PROGRESS")), STALL),
        "GET /jobs/j1": ENDED,
    }
    news = world.news(start(world, LIFECYCLE, routes, limits=SMALL))
    assert [(item.source, item.progress) for item in news] == [
        ("stream", 10.0),
        ("poll", 10.0),
    ]


def test_row_72_nothing_is_read_before_it_is_asked_for(world: World) -> None:
    flood = [event(job("IN_PROGRESS", progress=n)) for n in range(50)]
    handle = start(world, LIFECYCLE, {"POST /sse/jobs": events(*flood, event(DONE))})
    assert world.wire.streams[0].reads == 1
    assert len(world.news(handle, most=5)) == 5
    assert world.wire.streams[0].reads == 5


def test_row_73_a_document_nested_too_deeply_is_a_bad_poll(world: World) -> None:
    deep = answer(200, b"[" * 200_000)
    routes = {"POST /jobs": CREATED, "GET /jobs/j1": [deep, deep, ENDED]}
    assert world.wait(start(world, POLLED, routes)) == RESULT
    routes = {"POST /jobs": CREATED, "GET /jobs/j1": [deep, ...]}
    handle = start(world, POLLED, routes)
    with pytest.raises(BadResponseError):
        world.wait(handle)


def test_row_73_an_event_nested_too_deeply_is_news_with_raw_only(world: World) -> None:
    deep = b"data: " + b'{"a":' * 100_000 + b"\n\n"
    routes = {"POST /sse/jobs": events(event(job("IN_QUEUE")), deep, event(DONE))}
    assert len(world.news(start(world, LIFECYCLE, routes))) == 3


def test_row_74_a_wall_clock_that_jumps_changes_no_wait(world: World) -> None:
    def jump(request: object) -> object:
        world.clock.wall -= 10_000_000.0
        return RUNNING

    routes = {"POST /jobs": CREATED, "GET /jobs/j1": [jump, jump, ENDED]}
    assert world.wait(start(world, POLLED, routes)) == RESULT
    assert world.server.when("GET /jobs/j1") == [0.0, 3.0, 6.0]


def test_row_75_after_a_pause_of_the_machine_the_job_is_asked_for_first(
    world: World,
) -> None:
    routes = {"POST /jobs": CREATED, "GET /jobs/j1": [RUNNING, ENDED]}
    handle = start(world, POLLED, routes)
    world.oversleep = [5000.0]
    assert world.wait(handle, timeout=60.0) == RESULT


def test_row_75_after_a_pause_the_deadline_is_judged_with_a_fresh_state(
    world: World,
) -> None:
    running = answer(200, job("IN_PROGRESS", progress=90))
    routes = {"POST /jobs": CREATED, "GET /jobs/j1": [RUNNING, running]}
    handle = start(world, POLLED, routes)
    world.oversleep = [5000.0]
    with pytest.raises(JobTimeout):
        world.wait(handle, timeout=60.0)
    assert handle.progress == 90.0


@pytest.mark.parametrize("drawn", [0.0, 0.5, 0.999])
def test_row_76_polls_are_spread_by_ten_percent(world: World, drawn: float) -> None:
    lifecycle = replace(POLLED, wait=replace(POLLED.wait, jitter=0.1))
    routes = {"POST /jobs": CREATED, "GET /jobs/j1": [RUNNING, ENDED]}
    handle = start(world, lifecycle, routes, random=lambda: drawn)
    world.wait(handle)
    first, second = world.server.when("GET /jobs/j1")
    assert first == pytest.approx(0.3 * drawn, abs=1e-3)
    assert second - first == pytest.approx(3.0 * (0.9 + 0.2 * drawn), abs=1e-3)


def test_row_06_and_76_at_most_16_polls_are_in_flight(world: World) -> None:
    from specloom.runtime._limiter import AsyncGates, Gates

    gates = Gates(Limits()) if world.flavour == "sync" else AsyncGates(Limits())
    entered = [world.run(gates.enter("poll", 0.0)) for _ in range(17)]
    assert entered == [True] * 16 + [False]
    world.call(lambda: gates.leave("poll"))
    assert world.run(gates.enter("poll", 0.0))
    assert [world.run(gates.enter("create", 0.0)) for _ in range(9)] == [True] * 8 + [
        False
    ]


def test_row_72_the_17th_stream_drops_the_one_read_longest_ago(world: World) -> None:
    stream = events(event(job("IN_QUEUE")), event(DONE))
    routes = {"POST /sse/jobs": [stream, ...], "GET /jobs/j1": [ENDED, ...]}
    first = start(world, LIFECYCLE, routes)
    operation = first._job.operation
    others = [world.submit(operation) for _ in range(16)]
    assert world.wire.streams[0].closed
    assert not world.wire.streams[1].closed
    assert world.wait(first) == RESULT
    assert first.source == "poll"
    assert world.wait(others[0]) == RESULT
    assert others[0].source == "stream"
