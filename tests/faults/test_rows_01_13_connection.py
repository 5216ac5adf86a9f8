"""Rows 1 to 13: no connection, or one that breaks before the answer."""

from __future__ import annotations

import socket
from dataclasses import replace
from typing import Any

import pytest
from specloom.runtime._errors import (
    AuthenticationError,
    JobTimeout,
    NetworkError,
    SubmissionUncertain,
)

from tests.faults.script import DONE, answer, fails, job
from tests.faults.service import KEYED, POLLED, start
from tests.faults.world import World

CREATED = answer(200, job("IN_QUEUE"))
RESULT = DONE["data"]
REFUSED = fails("connect", sent=False, cause=ConnectionRefusedError("refused"))
NO_HOST = socket.gaierror(socket.EAI_NONAME, "unknown")
TRY_AGAIN = socket.gaierror(socket.EAI_AGAIN, "try again")


def _create_error(world: World, kind: type[Any], *acts: Any, **setup: Any) -> Any:
    with pytest.raises(kind) as caught:
        start(world, POLLED, {"POST /jobs": list(acts)}, **setup)
    return caught.value


def _after_poll(world: World, *acts: Any) -> Any:
    routes = {"POST /jobs": CREATED, "GET /jobs/j1": [*acts, answer(200, DONE)]}
    return world.wait(start(world, POLLED, routes))


def test_row_01_a_refused_create_is_retried_twice_then_a_network_error(
    world: World,
) -> None:
    error = _create_error(world, NetworkError, REFUSED, ...)
    assert (error.phase, error.sent, error.attempts) == ("connect", False, 3)
    assert world.server.when("POST /jobs") == [0.0, 1.0, 3.0]


def test_row_01_a_create_that_connects_at_last_is_a_job(world: World) -> None:
    routes = {
        "POST /jobs": [REFUSED, REFUSED, CREATED],
        "GET /jobs/j1": answer(200, DONE),
    }
    assert world.wait(start(world, POLLED, routes)) == RESULT


def test_row_01_refused_polls_go_on_until_the_deadline(world: World) -> None:
    routes = {"POST /jobs": CREATED, "GET /jobs/j1": [REFUSED, ...]}
    handle = start(world, POLLED, routes)
    with pytest.raises(JobTimeout) as caught:
        world.wait(handle, timeout=60.0)
    assert world.server.when("GET /jobs/j1") == [
        0.0,
        1.0,
        3.0,
        7.0,
        15.0,
        31.0,
        47.0,
        60.0,
    ]
    assert isinstance(caught.value.__cause__, NetworkError)
    assert caught.value.job_id == "j1"


def test_row_02_dns_that_may_pass_is_retried(world: World) -> None:
    act = fails("dns", sent=False, cause=TRY_AGAIN)
    error = _create_error(world, NetworkError, act, ...)
    assert (error.phase, world.server.count("POST /jobs")) == ("dns", 3)


def test_row_02_an_unknown_host_twice_in_a_row_fails_at_once(world: World) -> None:
    act = fails("dns", sent=False, cause=NO_HOST)
    error = _create_error(world, NetworkError, act, ...)
    assert (error.phase, world.server.count("POST /jobs")) == ("dns", 2)


def test_row_03_a_bad_certificate_is_not_retried(world: World) -> None:
    act = fails("tls", sent=False, retryable=False)
    error = _create_error(world, NetworkError, act)
    assert (error.phase, error.sent) == ("tls", False)


def test_row_03_a_handshake_that_was_reset_is_retried(world: World) -> None:
    error = _create_error(world, NetworkError, fails("tls", sent=False), ...)
    assert (error.phase, world.server.count("POST /jobs")) == ("tls", 3)


def test_row_03_a_bad_certificate_ends_polling_with_the_id(world: World) -> None:
    act = fails("tls", sent=False, retryable=False)
    routes = {"POST /jobs": CREATED, "GET /jobs/j1": act}
    handle = start(world, POLLED, routes)
    with pytest.raises(NetworkError) as caught:
        world.wait(handle)
    assert (caught.value.phase, caught.value.job_id) == ("tls", "j1")


def test_row_04_a_proxy_that_wants_credentials_is_not_retried(world: World) -> None:
    act = fails("proxy", sent=False, retryable=False)
    error = _create_error(world, AuthenticationError, act)
    assert (error.scope, error.status) == ("proxy", 407)


def test_row_04_a_proxy_that_fails_otherwise_is_retried(world: World) -> None:
    error = _create_error(world, NetworkError, fails("proxy", sent=False), ...)
    assert (error.phase, world.server.count("POST /jobs")) == ("proxy", 3)


def test_row_05_a_connect_timeout_is_retried(world: World) -> None:
    act = fails("connect", sent=False, timeout=True, after=5.0)
    error = _create_error(world, NetworkError, act, ...)
    assert error.phase == "connect"
    assert world.server.when("POST /jobs") == [0.0, 6.0, 13.0]


def test_row_06_no_free_connection_counts_as_never_sent(world: World) -> None:
    error = _create_error(world, NetworkError, fails("pool", sent=False), ...)
    assert (error.sent, world.server.count("POST /jobs")) == (False, 3)


@pytest.mark.parametrize("phase", ["write", "read", "protocol"])
def test_row_07_to_12_a_create_that_may_have_arrived_is_sent_once(
    world: World,
    phase: str,
) -> None:
    act = fails(phase, sent=True, cause=ConnectionResetError("reset"))
    error = _create_error(world, SubmissionUncertain, act)
    assert world.server.count("POST /jobs") == 1
    assert error.attempts == 1


def test_row_07_a_write_that_breaks_does_not_end_polling(world: World) -> None:
    act = fails("write", sent=True)
    assert _after_poll(world, act, act) == RESULT


def test_row_08_a_poll_without_an_answer_is_repeated(world: World) -> None:
    act = fails("read", sent=True, timeout=True, after=30.0)
    assert _after_poll(world, act) == RESULT
    assert world.server.when("GET /jobs/j1") == [0.0, 30.0]


def test_row_09_a_reset_in_mid_headers_is_repeated(world: World) -> None:
    act = fails("read", sent=True, cause=ConnectionResetError("reset"))
    assert _after_poll(world, act) == RESULT


def test_row_10_an_unkeyed_create_goes_out_on_a_fresh_connection(world: World) -> None:
    _after_poll(world)
    assert [item.fresh for item in world.server.asked("POST /jobs")] == [True]
    assert [item.fresh for item in world.server.asked("GET /jobs/j1")] == [False]


def test_row_10_a_keyed_create_may_use_a_kept_connection(world: World) -> None:
    routes = {"POST /jobs": CREATED, "GET /jobs/j1": answer(200, DONE)}
    world.wait(start(world, KEYED, routes))
    assert [item.fresh for item in world.server.asked("POST /jobs")] == [False]


def test_row_11_a_poll_that_takes_too_long_is_followed_by_the_next(
    world: World,
) -> None:
    slow = answer(200, job("IN_PROGRESS"), after=400.0)
    assert _after_poll(world, slow) == RESULT
    assert world.server.when("GET /jobs/j1") == [0.0, 30.0]


def test_row_12_malformed_http_does_not_end_polling(world: World) -> None:
    assert _after_poll(world, fails("protocol", sent=True)) == RESULT


def test_row_12_malformed_http_leaves_a_create_uncertain(world: World) -> None:
    error = _create_error(world, SubmissionUncertain, fails("protocol", sent=True))
    assert "protocol" in error.message


def test_row_13_a_goaway_of_an_injected_client_is_malformed_http(world: World) -> None:
    cause = ConnectionError("GOAWAY received")
    keyed = [fails("protocol", sent=True, cause=cause), CREATED]
    routes = {"POST /jobs": keyed, "GET /jobs/j1": answer(200, DONE)}
    assert world.wait(start(world, replace(KEYED), routes)) == RESULT
    assert world.server.count("POST /jobs") == 2
