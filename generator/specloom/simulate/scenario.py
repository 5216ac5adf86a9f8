"""Scenarios: what goes wrong, and when, in one simulated job.

A scenario is plain data. Times are seconds after the create was accepted; a job ends
at `DURATION` unless its scenario says otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, TypeAlias

from specloom.runtime._lifecycle import State

DURATION = 3.0
TIMELINE: tuple[tuple[float, State], ...] = (
    (0.0, "queued"),
    (0.7, "running"),
    (1.5, "running"),
)
"""The stages before the end: when each begins, and the state it is in."""

HEARTBEAT = 1.0
"""Seconds between two comments of a stream that says nothing else."""

StreamFault: TypeAlias = Literal["cut", "close", "stall", "heartbeats"]


@dataclass(frozen=True, slots=True)
class Answer:
    """An error answer in place of the real one."""

    status: int
    category: str
    retry_after: int | None = None


@dataclass(frozen=True, slots=True)
class Lose:
    """The request is accepted, the connection is cut before the first byte."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """What happens to creates, streams and polls, in order of arrival."""

    name: str
    summary: str
    ends: State = "succeeded"
    creates: tuple[Answer | Lose, ...] = ()
    """Faults of the first creates."""
    always: Answer | None = None
    """Fault of every create."""
    stream: StreamFault | None = None
    """What happens to a stream after two whole events."""
    streaming_form: Answer | None = None
    """Answer of the streaming form, which does not exist then."""
    polls: tuple[Answer, ...] = ()
    """Faults of the first polls."""
    flaky: float = 0.0
    """Share of polls that fail by chance: an error answer or a cut connection."""


_LIMITED = Answer(429, "rate_limited", retry_after=1)


def _upstream(status: int) -> Answer:
    return Answer(status, "upstream")


CHANCES: tuple[Answer | Lose, ...] = (
    _upstream(503),
    _upstream(500),
    _LIMITED,
    Lose(),
)
"""What a flaky poll ends in."""

_ALL = (
    Scenario(name="happy", summary="streams to the end"),
    Scenario(
        name="drop-stream",
        summary="cuts the connection inside the third event",
        stream="cut",
    ),
    Scenario(
        name="silent-close",
        summary="closes the stream cleanly after two events",
        stream="close",
    ),
    Scenario(
        name="stall",
        summary="sends nothing after two events, the socket stays open",
        stream="stall",
    ),
    Scenario(
        name="heartbeats-only",
        summary="sends comments only after two events",
        stream="heartbeats",
    ),
    Scenario(
        name="fail",
        summary="ends failed, with a code and a message",
        ends="failed",
    ),
    Scenario(name="cancelled", summary="ends cancelled", ends="cancelled"),
    Scenario(
        name="rate-limit",
        summary="answers the first create and the first poll 429, drops the stream",
        creates=(_LIMITED,),
        polls=(_LIMITED,),
        stream="cut",
    ),
    Scenario(
        name="server-errors",
        summary="drops the stream and answers three polls 503, 500, 502",
        polls=(_upstream(503), _upstream(500), _upstream(502)),
        stream="cut",
    ),
    Scenario(
        name="lost-answer",
        summary="accepts the create and cuts before the first byte",
        creates=(Lose(),),
    ),
    Scenario(
        name="insufficient-credits",
        summary="refuses every create for want of credits",
        always=Answer(402, "insufficient_credits"),
    ),
    Scenario(name="flaky", summary="fails one poll in twenty by chance", flaky=0.05),
    Scenario(
        name="no-stream-endpoint",
        summary="answers 404 on the streaming form",
        streaming_form=Answer(404, "not_found"),
    ),
)

SCENARIOS: Mapping[str, Scenario] = MappingProxyType({item.name: item for item in _ALL})
