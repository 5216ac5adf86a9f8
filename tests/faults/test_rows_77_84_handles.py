"""Rows 77 to 84: cancelling, interrupts, left loops, other processes."""

from __future__ import annotations

import ast
import asyncio
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from specloom.runtime import _job
from specloom.runtime._errors import (
    ConflictError,
    InvalidPayloadError,
    JobCancelled,
    NotSupportedError,
)
from specloom.runtime._jobs import submit, submit_async
from specloom.runtime._lifecycle import Cancel
from specloom.runtime._options import Arguments

from tests.faults.script import DONE, STALL, answer, event, events, fails, job
from tests.faults.service import (
    CANCELLABLE,
    CHAT,
    LIFECYCLE,
    LISTED,
    PLAIN,
    POLL,
    POLLED,
    STREAMED,
    serve,
    start,
)
from tests.faults.world import World

CREATED = answer(200, job("IN_QUEUE"))
RUNNING = answer(200, job("IN_PROGRESS"))
CANCELLED = answer(200, job("CANCELED"))
ENDED = answer(200, DONE)
RESULT = DONE["data"]


def _cancelling(
    world: World, *acts: Any, polls: Any = (), lifecycle: Any = CANCELLABLE
) -> Any:
    routes = {
        "POST /jobs": CREATED,
        "POST /jobs/j1/cancel": list(acts),
        "GET /jobs/j1": list(polls),
    }
    return start(world, lifecycle, routes)


def test_row_77_a_cancelled_job_is_followed_to_its_end(world: World) -> None:
    handle = _cancelling(world, answer(200), polls=[RUNNING, CANCELLED])
    assert world.run(handle.cancel(wait=True)) == "cancelled"
    assert handle.outcome.state == "cancelled"
    with pytest.raises(JobCancelled):
        world.wait(handle)


def test_row_77_cancelling_sends_once_more_after_a_failure(world: World) -> None:
    lost = fails("read", sent=True, timeout=True, after=30.0)
    handle = _cancelling(world, lost, answer(200))
    world.run(handle.cancel())
    assert world.server.when("POST /jobs/j1/cancel") == [0.0, 6.0]
    assert world.server.count("GET /jobs/j1") == 0


def test_row_78_a_job_that_ends_before_the_cancel_is_a_result(world: World) -> None:
    handle = _cancelling(world, answer(200), polls=[ENDED])
    assert world.run(handle.cancel(wait=True)) == "succeeded"
    assert world.wait(handle) == RESULT


@pytest.mark.parametrize("status", [404, 409])
def test_row_79_a_cancel_that_comes_too_late_is_left_to_a_poll(
    world: World,
    status: int,
) -> None:
    handle = _cancelling(world, answer(status), polls=[ENDED])
    assert world.run(handle.cancel(wait=True)) == "succeeded"


@pytest.mark.parametrize("status", [405, 501])
def test_row_79_a_server_that_cannot_cancel_leaves_the_job_alone(
    world: World,
    status: int,
) -> None:
    handle = _cancelling(world, answer(status), polls=[ENDED])
    with pytest.raises(NotSupportedError) as caught:
        world.run(handle.cancel())
    assert caught.value.job_id == "j1"
    assert world.wait(handle) == RESULT


def test_row_79_a_document_without_a_cancel_says_so(world: World) -> None:
    handle = _cancelling(world, lifecycle=POLLED, polls=[ENDED])
    with pytest.raises(NotSupportedError):
        world.run(handle.cancel())
    assert world.wait(handle) == RESULT


def test_row_79_a_state_that_cannot_be_cancelled_is_not_tried(world: World) -> None:
    cancel = Cancel(call=CANCELLABLE.cancel.call, when=("IN_QUEUE",))
    lifecycle = replace(CANCELLABLE, cancel=cancel)
    handle = _cancelling(
        world, answer(200), polls=[RUNNING, ENDED], lifecycle=lifecycle
    )
    world.run(handle.refresh())
    world.server.routes["GET /jobs/j1"].insert(0, RUNNING)
    with pytest.raises(NotSupportedError):
        world.run(handle.cancel())
    assert world.server.count("POST /jobs/j1/cancel") == 0


def _interrupt(world: World) -> BaseException:
    return KeyboardInterrupt() if world.flavour == "sync" else asyncio.CancelledError()


def _raise(cause: BaseException) -> Any:
    def act(request: Any) -> Any:
        raise cause

    return act


@pytest.mark.parametrize("row", [80, 81])
def test_row_80_and_81_an_interrupt_in_a_stream_leaves_the_id_and_closes(
    world: World,
    row: int,
) -> None:
    cause = _interrupt(world)
    routes = {
        "POST /sse/jobs": events(event(job("IN_QUEUE")), cause),
        "GET /jobs/j1": ENDED,
    }
    handle = start(world, LIFECYCLE, routes)
    with pytest.raises(type(cause)) as caught:
        world.wait(handle)
    assert any("j1" in note and "resume" in note for note in caught.value.__notes__)
    assert world.interrupted == ["j1"]
    assert world.wire.streams[0].closed
    assert world.wait(handle) == RESULT
    assert world.server.count("POST /sse/jobs") == 1


@pytest.mark.parametrize("row", [80, 81])
def test_row_80_and_81_an_interrupt_in_a_poll_leaves_the_job_running(
    world: World,
    row: int,
) -> None:
    cause = _interrupt(world)
    routes = {"POST /jobs": CREATED, "GET /jobs/j1": [_raise(cause), ENDED]}
    handle = start(world, POLLED, routes)
    with pytest.raises(type(cause)):
        world.wait(handle)
    assert world.wait(handle) == RESULT


def test_row_80_an_interrupted_create_is_never_sent_again(world: World) -> None:
    cause = _interrupt(world)
    handles: list[Any] = []
    serve(world, POLLED, {"POST /jobs": [_raise(cause)]})
    hooks = replace(world.engine.hooks, on_interrupt=handles.append)
    world.engine = replace(world.engine, hooks=hooks)
    with pytest.raises(type(cause)) as caught:
        world.submit(PLAIN)
    assert any("may have been accepted" in note for note in caught.value.__notes__)
    with pytest.raises(Exception, match="may or may not exist"):
        world.wait(handles[0])
    assert world.server.count("POST /jobs") == 1


def test_row_82_a_loop_that_is_left_closes_the_stream_and_can_be_waited_for(
    world: World,
) -> None:
    routes = {
        "POST /sse/jobs": events(
            event(job("IN_QUEUE")), event(job("IN_PROGRESS")), STALL
        ),
        "GET /jobs/j1": [RUNNING, ENDED],
    }
    handle = start(world, LIFECYCLE, routes)
    assert [item.state for item in world.news(handle, most=1)] == ["queued"]
    assert world.wire.streams[0].closed
    assert world.wait(handle) == RESULT
    assert handle.source == "poll"


def test_row_83_a_token_is_plain_json_that_another_client_resumes(world: World) -> None:
    handle = start(world, POLLED, {"POST /jobs": CREATED})
    token = handle.token
    assert json.loads(token)["id"] == "j1"
    other = World(world.flavour)
    serve(other, POLLED, {"GET /jobs/j1": [RUNNING, ENDED]})
    assert other.wait(other.jobs.resume(token)) == RESULT
    assert other.server.count("POST /jobs") == 0
    other.close()


def test_row_83_a_token_keeps_what_later_requests_are_bound_to(world: World) -> None:
    bind = {"id": ("$request.body#/session",)}
    lifecycle = replace(POLLED, poll=replace(POLL, bind=bind))
    serve(world, lifecycle, {"POST /jobs": CREATED, "GET /jobs/s1": ENDED})
    handle = world.submit(PLAIN, session="s1", prompt="private words")
    assert "private words" not in handle.token
    assert world.wait(world.jobs.resume(handle.token)) == RESULT


def test_row_83_a_token_holds_no_header_that_may_be_a_secret(world: World) -> None:
    bind = {
        "id": ("$job.id",),
        "header.X-Api-Key": ("$request.header.X-Api-Key",),
        "header.X-Region": ("$request.header.X-Region",),
    }
    lifecycle = replace(POLLED, poll=replace(POLL, bind=bind))
    serve(world, lifecycle, {"POST /jobs": CREATED})
    headers = {"X-Api-Key": "hidden-value", "X-Region": "north"}
    given = Arguments(body={"prompt": "x"}, header=headers)
    begin = submit if world.flavour == "sync" else submit_async
    handle = world.run(begin(world.engine, PLAIN, given))
    assert "hidden-value" not in handle.token
    assert "north" in handle.token


def test_row_83_a_chat_is_resumed_by_the_state_it_began_with(world: World) -> None:
    routes = {
        "GET /state": [answer(200, {"videos": []}), answer(200, {"videos": ["v1"]})],
        "POST /sse/jobs": events(event({"content": "x"}), STALL),
    }
    handle = start(world, CHAT, routes, operation=STREAMED)
    world.run(handle.close())
    assert world.wait(world.jobs.resume(handle.token)) == ["v1"]


@pytest.mark.parametrize(
    "change",
    [{"origin": "https://evil.test:443"}, {"operation": "POST /other"}, {"id": 5}],
)
def test_row_83_a_token_is_never_trusted_alone(world: World, change: Any) -> None:
    handle = start(world, POLLED, {"POST /jobs": CREATED})
    forged = json.dumps({**json.loads(handle.token), **change})
    with pytest.raises(InvalidPayloadError):
        world.jobs.resume(forged)
    with pytest.raises(InvalidPayloadError):
        world.jobs.resume("[" * 100_000)


def test_row_83_the_id_is_announced_before_the_first_wait(world: World) -> None:
    handle = start(world, POLLED, {"POST /jobs": CREATED, "GET /jobs/j1": ENDED})
    world.wait(handle)
    kinds = [entry[0] for entry in world.trace]
    assert kinds[:2] == ["send", "note"]


def test_row_83_jobs_are_found_again_by_listing(world: World) -> None:
    listed = answer(200, {"jobs": [{"id": "j1"}, {"id": "j2"}]})
    serve(world, LISTED, {"GET /jobs": listed, "GET /jobs/j2": ENDED})
    found = world.run(world.jobs.list("POST /jobs"))
    assert [item.id for item in found] == ["j1", "j2"]
    assert world.wait(found[1]) == RESULT


def test_row_84_the_runtime_does_no_work_in_finalisers(world: World) -> None:
    folder = Path(_job.__file__).parent
    for path in folder.glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = [n.name for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)]
        assert "__del__" not in names, path.name
        assert "atexit" not in path.read_text(encoding="utf-8"), path.name


def test_row_82_refreshing_asks_once_and_completes_what_has_ended(world: World) -> None:
    routes = {"POST /jobs": CREATED, "GET /jobs/j1": [RUNNING, ENDED]}
    handle = start(world, POLLED, routes)
    assert world.run(handle.refresh()).state == "running"
    assert world.run(handle.refresh()).state == "succeeded"
    assert handle.done
    assert [item.state for item in world.news(handle)] == [
        "queued",
        "running",
        "succeeded",
    ]


def test_row_77_messages_of_one_session_are_sent_one_after_another(
    world: World,
) -> None:
    states = [
        {"videos": []},
        {"videos": ["a"]},
        {"videos": ["a"]},
        {"videos": ["a", "b"]},
    ]
    stream = events(event({"content": "x"}))
    routes = {
        "GET /state": [answer(200, state) for state in states],
        "POST /sse/jobs": [stream, stream],
    }
    serve(world, CHAT, routes)
    first = world.submit(STREAMED, session="s1")
    second = world.submit(STREAMED, session="s1")
    assert first.done
    assert world.wait(second) == ["a", "b"]
    order = [request.url.rpartition("/")[2] for request in world.server.requests]
    assert order == ["state", "jobs", "state", "state", "jobs", "state"]


def test_row_79_a_refused_cancel_is_the_typed_error(world: World) -> None:
    handle = _cancelling(world, answer(422, {"message": "no"}), polls=[ENDED])
    with pytest.raises(Exception, match="no") as caught:
        world.run(handle.cancel())
    assert not isinstance(caught.value, ConflictError)
    assert world.wait(handle) == RESULT
