"""Plain exchanges: what is repeated, how long, and what is raised in the end."""

from __future__ import annotations

import socket
from dataclasses import dataclass, field
from typing import Any

import pytest
from specloom.runtime._errors import (
    AuthenticationError,
    ClientError,
    ConflictError,
    ContentRejectedError,
    InsufficientCreditsError,
    NetworkError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitedError,
    ResponseTooLarge,
    UnknownApiError,
    UpstreamError,
    ValidationError,
)
from specloom.runtime._job_state import Setup
from specloom.runtime._lifecycle import Envelope, ErrorRule
from specloom.runtime._limiter import Budget, Memory
from specloom.runtime._operation import Operation, Response, Service
from specloom.runtime._plain import Attempt, Patience, exchange
from specloom.runtime._policy import Retry
from specloom.runtime._redact import Redactor
from specloom.runtime._request import Request
from specloom.runtime._wire import Failed, Reply, Sleep, Tell

REFUSED = Failed("connect", sent=False)
CUT = Failed("read", sent=True)
UNKNOWN_HOST = Failed("dns", sent=False, cause=socket.gaierror(socket.EAI_NONAME, "x"))


def reply(status: int, body: bytes = b"{}", **headers: str) -> Reply:
    pairs = tuple((k.replace("_", "-").lower(), v) for k, v in headers.items())
    return Reply(status, pairs, body)


OK = reply(200)


@dataclass
class World:
    """A clock that moves only when it is slept on."""

    outcomes: list[Any]
    service: Service = field(default_factory=Service)
    retry: Retry = field(default_factory=Retry)
    now: float = 1000.0
    sent: int = 0
    pauses: list[float] = field(default_factory=list)
    told: list[dict[str, Any]] = field(default_factory=list)
    memory: Memory = field(default_factory=Memory)
    budget: Budget | None = None

    def setup(self) -> Setup:
        return Setup(
            service=self.service,
            find={}.__getitem__,
            build=lambda operation, arguments: REQUEST,
            clock=lambda: self.now,
            wall=lambda: self.now,
            random=lambda: 0.0,
            uuid=lambda: "u",
            redactor=Redactor(),
            budget=self.budget or Budget(self.retry),
            memory=self.memory,
            retry=self.retry,
        )

    def run(
        self,
        operation: Operation[Any],
        *,
        deadline: float = 600.0,
        judge: bool = True,
    ) -> Reply:
        patience = Patience(self.now + deadline, 60.0)
        steps = exchange(self.setup(), operation, REQUEST, patience, judge=judge)
        answer: Any = None
        while True:
            try:
                step = steps.send(answer)
            except StopIteration as end:
                found: Reply = end.value
                return found
            answer = None
            match step:
                case Attempt():
                    assert step.deadline <= patience.deadline
                    answer = self.outcomes[min(self.sent, len(self.outcomes) - 1)]
                    self.sent += 1
                case Sleep():
                    self.pauses.append(round(step.until - self.now, 3))
                    self.now = step.until
                case Tell():
                    self.told.append(dict(step.fields))


REQUEST = Request(method="GET", url="https://api.example/x?api_key=secret-canary")
GET: Operation[Any] = Operation(key="GET /x", method="GET", path="/x")
POST: Operation[Any] = Operation(key="POST /x", method="POST", path="/x")


def raised(*outcomes: Any, operation: Operation[Any] = GET, **more: Any) -> Any:
    world = World(list(outcomes), **more)
    with pytest.raises(ClientError) as caught:
        world.run(operation)
    caught.value.world = world  # type: ignore[attr-defined]
    return caught.value


@pytest.mark.parametrize("operation", [GET, POST], ids=["GET", "POST"])
def test_row_1_a_request_that_was_not_sent_is_repeated(operation: Any) -> None:
    world = World([REFUSED, REFUSED, OK])
    assert world.run(operation) is OK
    assert world.pauses == [1.0, 2.0]


def test_row_1_in_the_end_the_failure_is_raised_with_its_phase() -> None:
    error = raised(REFUSED)
    assert isinstance(error, NetworkError)
    assert (error.phase, error.sent, error.attempts) == ("connect", False, 3)
    assert error.request == "GET https://api.example/x?api_key=***"


def test_row_2_an_unknown_host_is_given_up_after_two_tries() -> None:
    error = raised(UNKNOWN_HOST)
    assert (error.phase, error.world.sent) == ("dns", 2)


def test_row_2_a_host_that_was_seen_before_is_tried_to_the_end() -> None:
    memory = Memory()
    memory.reached("api.example")
    assert raised(UNKNOWN_HOST, memory=memory).world.sent == 3


def test_row_4_a_proxys_refusal_is_an_authentication_error() -> None:
    error = raised(Failed("proxy", sent=False, retryable=False))
    assert isinstance(error, AuthenticationError)
    assert (error.scope, error.world.sent) == ("proxy", 1)


@pytest.mark.parametrize("outcome", [CUT, reply(408), reply(500), reply(503)])
def test_what_may_have_arrived_is_repeated_only_where_that_does_no_harm(
    outcome: Any,
) -> None:
    assert World([outcome, OK]).run(GET) is OK
    assert raised(outcome, operation=POST).world.sent == 1


def test_a_declared_idempotent_post_is_repeated() -> None:
    operation: Operation[Any] = Operation(
        key="k",
        method="POST",
        path="/",
        idempotent=True,
    )
    assert World([CUT, reply(500), OK]).run(operation) is OK


@pytest.mark.parametrize("status", [425, 429])
@pytest.mark.parametrize("operation", [GET, POST], ids=["GET", "POST"])
def test_rows_47_and_48_what_was_not_accepted_is_repeated(
    operation: Any,
    status: int,
) -> None:
    world = World([reply(status), reply(status), OK])
    assert world.run(operation) is OK
    assert world.pauses == [1.0, 2.0]


@pytest.mark.parametrize(
    ("headers", "pause"),
    [
        ({"retry_after": "7"}, 7.0),
        ({"retry_after": "0"}, 1.0),
        ({"retry_after_ms": "2500"}, 2.5),
        ({"retry_after": "120"}, 120.0),
        (
            {
                "retry_after": "Wed, 21 Oct 2015 07:28:30 GMT",
                "date": "Wed, 21 Oct 2015 07:28:00 GMT",
            },
            30.0,
        ),
        ({"retry_after": "soon"}, 1.0),
        ({"retry_after": "-5"}, 1.0),
    ],
)
def test_row_46_a_hint_is_obeyed_up_to_two_minutes(
    headers: dict[str, str],
    pause: float,
) -> None:
    world = World([reply(429, **headers), OK])
    world.run(GET)
    assert world.pauses == [pause]


def test_row_46_a_longer_hint_is_an_error_that_carries_it() -> None:
    error = raised(reply(429, retry_after="121"))
    assert isinstance(error, RateLimitedError)
    assert (error.retry_after, error.world.sent) == (121.0, 1)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, ValidationError),
        (401, AuthenticationError),
        (402, InsufficientCreditsError),
        (403, PermissionDeniedError),
        (404, NotFoundError),
        (409, ConflictError),
        (410, NotFoundError),
        (413, ValidationError),
        (415, ValidationError),
        (418, UnknownApiError),
        (422, ValidationError),
        (302, UnknownApiError),
    ],
)
def test_row_50_other_refusals_are_raised_at_once(status: int, kind: type) -> None:
    body = b'{"message": "no", "code": "E7", "trace_id": "t1"}'
    error = raised(reply(status, body, x_request_id="r1"))
    assert type(error) is kind
    assert (error.status, error.provider_code, error.message) == (status, "E7", "no")
    assert (error.request_id, error.trace_id) == ("r1", "t1")
    assert error.world.sent == 1


def test_row_51_an_envelope_that_says_no_is_an_error_of_its_category() -> None:
    envelope = Envelope(
        success="$response.body#/code == 0",
        code=("$response.body#/code",),
        message=("$response.body#/msg",),
    )
    rules = (
        ErrorRule(category="insufficient_credits", code=("7",), guidance="top up"),
        ErrorRule(category="rate_limited", code=("8",)),
        ErrorRule(category="content_rejected", message="policy"),
    )
    service = Service(envelope=envelope, errors=rules)
    error = raised(reply(200, b'{"code": 7, "msg": "no"}'), service=service)
    assert isinstance(error, InsufficientCreditsError)
    assert error.guidance == "top up"
    error = raised(reply(200, b'{"code": 9, "msg": "a Policy"}'), service=service)
    assert isinstance(error, ContentRejectedError)
    good = reply(200, b'{"code": 0}')
    world = World([reply(200, b'{"code": 8, "msg": ""}'), good], service=service)
    assert world.run(POST) is good


def test_a_rule_may_ask_for_a_retry_of_its_own() -> None:
    rule = ErrorRule(
        category="upstream",
        status=("400",),
        retry_delay=30.0,
        retry_times=1,
    )
    world = World([reply(400), OK], service=Service(errors=(rule,)))
    assert world.run(POST) is OK
    assert world.pauses == [30.0]
    error = raised(reply(400), operation=POST, service=Service(errors=(rule,)))
    assert error.world.sent == 2


def test_a_status_that_is_declared_is_no_error() -> None:
    operation: Operation[Any] = Operation(
        key="k",
        method="GET",
        path="/",
        responses=(Response(status="304", reads="none"),),
    )
    assert World([reply(304)]).run(operation).status == 304


def test_one_deadline_holds_over_all_attempts() -> None:
    world = World([reply(503)])
    with pytest.raises(UpstreamError):
        world.run(GET, deadline=2.5)
    assert (world.sent, world.pauses) == (2, [1.0])


def test_an_empty_budget_ends_the_repeats() -> None:
    retry = Retry(budget=7.0, max_retries=10)
    error = raised(REFUSED, retry=retry, budget=Budget(retry))
    assert error.world.sent == 2


def test_an_answer_over_the_limit_is_not_asked_for_again() -> None:
    error = raised(Failed("too_large", sent=True, retryable=False))
    assert isinstance(error, ResponseTooLarge)
    assert error.world.sent == 1


def test_every_repeat_is_told_with_its_reason() -> None:
    world = World([REFUSED, OK])
    world.run(GET)
    assert world.told[0]["attempt"] == 1
    assert world.told[0]["delay"] == 1.0
    assert "connect" in world.told[0]["reason"]


def test_without_judging_an_answer_is_an_answer_but_transient_ones_are_repeated() -> (
    None
):
    world = World([reply(503), reply(404)])
    assert world.run(GET, judge=False).status == 404
    assert World([reply(503)]).run(GET, judge=False).status == 503
