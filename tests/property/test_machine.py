"""Any sequence of outcomes ends in one terminal or one typed error, and loses nothing.

The machine is driven by hand: whatever it asks for, a drawn outcome comes back. After
every command four laws are checked: no second create where one may have been accepted,
no update after the terminal one, no id lost once seen, and an end in bounded steps.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from specloom.runtime._ending import informed
from specloom.runtime._errors import ClientError
from specloom.runtime._job import run
from specloom.runtime._job_state import JobState
from specloom.runtime._lifecycle import TERMINAL, Lifecycle
from specloom.runtime._options import Arguments
from specloom.runtime._token import read_token
from specloom.runtime._wire import (
    Chunk,
    Close,
    Command,
    Emit,
    Eof,
    Failed,
    Interrupted,
    Note,
    Open,
    Outcome,
    Read,
    Reply,
    Send,
    Sleep,
    Tell,
    Woke,
)

from tests.faults.script import event, job
from tests.faults.service import (
    CHAT,
    CHOSEN,
    FOLLOWED,
    KEYED,
    LIFECYCLE,
    PLAIN,
    POLLED,
    STREAMED,
    serve,
)
from tests.faults.world import World

MOST_STEPS = 20_000
CREATES = ("/jobs", "/sse/jobs")
JSON = (("content-type", "application/json"),)
STREAM = (("content-type", "text/event-stream"),)
NOT_ACCEPTED = (425, 429)
NO_FORM = (404, 405, 406, 410, 415, 501)
"""Answers after which the plain twin of a streaming create may be sent."""

_statuses = st.sampled_from(
    [
        200,
        200,
        201,
        202,
        204,
        302,
        400,
        401,
        402,
        403,
        404,
        408,
        409,
        410,
        415,
        422,
        425,
        429,
        500,
        501,
        502,
        503,
        504,
    ],
)
_words = st.sampled_from(
    ["COMPLETED", "IN_QUEUE", "IN_PROGRESS", "FAILED", "CANCELED", "TIMEOUT", "ODD"],
)
_documents = st.one_of(
    _words.map(job),
    _words.map(lambda word: {"status": word}),
    st.just({"id": "j2", "status": "IN_PROGRESS"}),
    st.just({"error": {"message": "internal"}}),
    st.just({"success": False, "code": "X", "message": "no"}),
    st.just({"videos": ["v"], "content": "hello"}),
    st.just({}),
)
_bodies = st.one_of(
    _documents.map(lambda value: json.dumps(value).encode()),
    st.sampled_from([b"", b"<html>", b"{oops", b"[" * 5000, b"null", b"[]"]),
)
_headers = st.sampled_from(
    [
        JSON,
        (*JSON, ("retry-after", "2")),
        (*JSON, ("location", "/jobs/j9")),
        (),
        STREAM,
    ],
)
_replies = st.builds(Reply, _statuses, _headers, _bodies)
_failures = st.builds(
    Failed,
    st.sampled_from(
        ["dns", "connect", "tls", "proxy", "pool", "write", "read", "protocol"]
    ),
    st.booleans(),
    st.none(),
    st.booleans(),
    st.booleans(),
)
_chunks = st.one_of(
    _documents.map(event),
    st.sampled_from(
        [
            b": ping\n\n",
            b"data: [DONE]\n\n",
            b'data: {"id": "j1"',
            b"\n\n",
            b"event: error\n",
        ],
    ),
).map(Chunk)
_reads = st.one_of(_chunks, _chunks, _chunks, st.just(Eof()), _failures)
_opened = st.one_of(st.just(Reply(200, STREAM)), _replies, _failures)
_setups = st.sampled_from(
    [
        (LIFECYCLE, STREAMED),
        (POLLED, PLAIN),
        (FOLLOWED, PLAIN),
        (KEYED, PLAIN),
        (CHOSEN, PLAIN),
        (CHAT, STREAMED),
        (replace(LIFECYCLE, refused=("503",)), STREAMED),
    ],
)


@dataclass
class Run:
    """One drawn run, and what is held against it."""

    data: st.DataObject
    world: World
    job: JobState
    commands: int = 0
    accepted: bool = False
    """A create may be with the server."""
    ids: list[str] = field(default_factory=list)
    ended: bool = False
    reading_may_go_on: bool = False

    def answer(self, command: Command) -> Outcome:
        """Draw an outcome, let time pass, and check the laws."""
        self.commands += 1
        assert self.commands < MOST_STEPS, "the machine does not come to an end"
        clock = self.world.clock
        match command:
            case Send(request):
                clock.pass_(self.data.draw(st.floats(0.0, 40.0)))
                outcome = self.data.draw(st.one_of(_replies, _failures))
                self._sent(request, outcome)
                return outcome
            case Open(request):
                outcome = self.data.draw(_opened)
                self._sent(request, outcome)
                self.reading_may_go_on = isinstance(outcome, Reply)
                return (
                    replace(outcome, body=b"")
                    if isinstance(outcome, Reply)
                    else outcome
                )
            case Read(max_wait):
                assert self.reading_may_go_on, "a stream that ended was read again"
                clock.pass_(min(max_wait, self.data.draw(st.floats(0.0, 30.0))))
                found = self.data.draw(_reads)
                self.reading_may_go_on = isinstance(found, Chunk)
                return found
            case Sleep(until):
                clock.pass_(max(until - clock.now, 0.0))
            case Note(job_id):
                assert not self.ended
                self.ids.append(job_id)
            case Emit(update):
                assert not self.ended, "an update came after the terminal one"
                self.ended = update.state in TERMINAL and not update.stale
            case Close():
                self.reading_may_go_on = False
            case Tell():
                pass
        return Woke(clock.now)

    def _sent(self, request: Any, outcome: Outcome) -> None:
        path = request.url.removeprefix("https://api.test")
        if request.method != "POST" or path not in CREATES:
            return
        if self.job.key is None:
            assert not self.accepted, (
                "a create that may have been accepted was repeated"
            )
        if isinstance(outcome, Failed):
            self.accepted |= outcome.sent
            return
        assert isinstance(outcome, Reply)
        refused = outcome.status in NOT_ACCEPTED or str(outcome.status) in (
            self.job.lifecycle.refused
        )
        no_form = path == "/sse/jobs" and outcome.status in NO_FORM
        limited = outcome.status < 300 and b"429" in outcome.body
        self.accepted |= not (refused or no_form or limited)


def _state(
    world: World, lifecycle: Lifecycle, operation: Any, deadline: float
) -> JobState:
    serve(world, lifecycle, {})
    state = world.engine.state(operation, Arguments(body={"prompt": "x"}))
    state.deadline = world.clock.now + deadline
    return state


def _drive(found: Run) -> ClientError | None:
    machine = run(found.job)
    outcome: Any = None
    while True:
        try:
            command = machine.send(outcome)
        except StopIteration:
            return None
        except ClientError as error:
            return error
        outcome = found.answer(command)


@settings(max_examples=150, deadline=None)
@given(data=st.data(), setup=_setups, deadline=st.sampled_from([0.0, 20.0, 200.0]))
def test_any_outcomes_end_in_one_terminal_or_one_typed_error(
    data: st.DataObject,
    setup: tuple[Lifecycle, Any],
    deadline: float,
) -> None:
    world = World("sync")
    state = _state(world, *setup, deadline)
    found = Run(data, world, state)
    error = _drive(found)
    if error is None:
        assert state.phase == "done"
        assert state.state in TERMINAL
        assert found.ended
    else:
        assert not found.ended
        informed(error, state, None)
    if found.ids:
        assert state.id == found.ids[-1]
        assert len(set(found.ids)) == 1
    if error is not None and found.ids:
        assert error.job_id == found.ids[-1]
        assert read_token(error.token or "").id == found.ids[-1]


@settings(max_examples=60, deadline=None)
@given(data=st.data(), setup=_setups, after=st.integers(0, 12))
def test_an_interrupt_anywhere_closes_the_stream_and_goes_on(
    data: st.DataObject,
    setup: tuple[Lifecycle, Any],
    after: int,
) -> None:
    world = World("sync")
    found = Run(data, world, _state(world, *setup, 200.0))
    machine, outcome, cause = run(found.job), None, KeyboardInterrupt()
    later: list[type[Command]] = []
    was_open = False
    ended: BaseException | None = None
    while ended is None:
        try:
            command = machine.send(outcome)
        except (StopIteration, ClientError, KeyboardInterrupt) as error:
            ended = error
            break
        if isinstance(outcome, Interrupted) or later:
            later.append(type(command))
        busy = isinstance(command, (Send, Open, Read, Sleep))
        if found.commands >= after and busy and not later:
            was_open, outcome = found.job.streaming, Interrupted(cause)
            found.commands += 1
        else:
            outcome = found.answer(command)
    if later:
        assert ended is cause
        assert later == ([Close, Tell] if was_open else [Tell])


@settings(max_examples=60, deadline=None)
@given(data=st.data(), setup=_setups)
def test_a_wait_taken_up_after_an_error_never_creates_again(
    data: st.DataObject,
    setup: tuple[Lifecycle, Any],
) -> None:
    world = World("sync")
    state = _state(world, *setup, 20.0)
    found = Run(data, world, state)
    error = _drive(found)
    sent = state.attempts
    if error is None or not sent:
        return
    state.deadline = world.clock.now + 20.0
    _drive(found)
    assert state.attempts == sent


def test_the_laws_can_fail() -> None:
    found = Run(None, World("sync"), None, ended=True)  # type: ignore[arg-type]  # unused
    with pytest.raises(AssertionError):
        found.answer(Note("j1"))
