"""Values obtained by a request: anonymous tokens and sessions; kept and renewed."""

from __future__ import annotations

import asyncio
import json
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from specloom.runtime._async_client import AsyncCore
from specloom.runtime._client import Core
from specloom.runtime._errors import AuthenticationError, NetworkError
from specloom.runtime._lifecycle import Acquire, BodyRules, Call, Profile
from specloom.runtime._operation import (
    Body,
    Operation,
    Scheme,
    Service,
    in_header,
    in_query,
)
from specloom.runtime._policy import Retry
from specloom.runtime._store import Store, state_directory

from tests.loopback import Exchange, Loopback, routed, serving, targets

GET: Operation[Any] = Operation(key="GET /x", method="GET", path="/x")
ANON: Operation[Any] = Operation(
    key="POST /anon",
    method="POST",
    path="/anon",
    parameters=(in_header("X-Client-Id"),),
    security=(),
)
SESSION: Operation[Any] = Operation(
    key="POST /sessions",
    method="POST",
    path="/sessions",
    security=(),
)
CHAT: Operation[Any] = Operation(
    key="POST /chat",
    method="POST",
    path="/chat",
    parameters=(in_query("session_id", required=True),),
    bodies=(Body(rules=BodyRules(acquire={"sid": "session_id"})),),
    security=(),
)
OPERATIONS = {item.key: item for item in (GET, ANON, SESSION, CHAT)}
ACQUIRE = Acquire(
    call=Call(operation="POST /anon", bind={"X-Client-Id": ("$identity.client_id",)}),
    value=("$response.body#/data/token",),
    expires=("$response.body#/data/expires_at",),
    keep={"user_id": ("$response.body#/data/user_id",)},
    identity="client_id",
    identity_env="EXAMPLE_CLIENT",
    renew_on=("401", "1001"),
)
ANONYMOUS = Service(
    profile=Profile(package="example"),
    schemes=(Scheme(name="anon", kind="bearer", acquire=ACQUIRE),),
    security=(("anon",),),
)
SETTINGS: dict[str, Any] = {"retry": Retry(max_retries=1, first=0.01)}


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    return state_directory("example", os.environ)


def core(server: Loopback, service: Service = ANONYMOUS, **more: Any) -> Core:
    settings = {**SETTINGS, **more}
    return Core(service, OPERATIONS.__getitem__, base_url=server.url, **settings)


def token(exchange: Exchange, number: int) -> None:
    exchange.json({"data": {"token": f"anon-token-{number}", "user_id": "u1"}})


def ok(exchange: Exchange, number: int) -> None:
    exchange.json({"n": number})


def test_a_token_is_got_once_and_used_by_every_request() -> None:
    with serving(routed(anon=token, x=ok)) as server, core(server) as client:
        client.call(GET)
        client.call(GET)
    assert targets(server) == ["/anon", "/x", "/x"]
    assert server.seen[1].header("Authorization") == "Bearer anon-token-1"
    assert server.seen[0].header("Authorization") is None


def test_a_token_is_kept_for_the_next_process_readable_by_its_owner_only(
    state: Path,
) -> None:
    with serving(routed(anon=token, x=ok)) as server:
        for _ in range(2):
            with core(server) as client:
                client.call(GET)
    assert targets(server) == ["/anon", "/x", "/x"]
    if sys.platform != "win32":
        for path in state.iterdir():
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(state.stat().st_mode) == 0o700


def test_a_stored_token_that_others_may_read_is_not_trusted(state: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("no modes there")
    with serving(routed(anon=token, x=ok)) as server:
        for _ in range(2):
            with core(server) as client:
                client.call(GET)
            for path in state.glob("*.json"):
                path.chmod(0o644)
    assert targets(server).count("/anon") == 2


def test_the_identity_is_made_once_and_the_environments_wins(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with serving(routed(anon=token, x=ok)) as server:
        with core(server) as client:
            client.call(GET)
        with serving(routed(anon=token, x=ok)) as other, core(other) as client:
            client.call(GET)
        monkeypatch.setenv("EXAMPLE_CLIENT", "mine")
        with core(server) as client:
            client.call(GET)
    ids = [s.header("X-Client-Id") for s in server.seen if s.target == "/anon"]
    assert ids == [other.seen[0].header("X-Client-Id"), "mine"]


@pytest.mark.parametrize(
    "refusal",
    [(401, {}), (200, {"code": 1001, "message": "expired", "success": False})],
)
def test_a_refused_token_is_renewed_once(refusal: tuple[int, Any]) -> None:
    def x(exchange: Exchange, number: int) -> None:
        if number == 2:
            exchange.json(refusal[1], refusal[0])
        else:
            ok(exchange, number)

    with serving(routed(anon=token, x=x)) as server, core(server) as client:
        client.call(GET)
        assert client.call(GET) == {"n": 3}
    assert targets(server) == ["/anon", "/x", "/x", "/anon", "/x"]
    assert server.seen[-1].header("Authorization") == "Bearer anon-token-2"


def test_a_token_that_stays_refused_is_an_error_not_a_loop() -> None:
    def x(exchange: Exchange, number: int) -> None:
        exchange.json({"message": "no"}, 401)

    with (
        serving(routed(anon=token, x=x)) as server,
        core(server) as client,
        pytest.raises(AuthenticationError),
    ):
        client.call(GET)
    assert len(server.seen) <= 6


def test_an_expired_token_is_not_used() -> None:
    def short(exchange: Exchange, number: int) -> None:
        past = {"token": f"anon-token-{number}", "expires_at": "2020-01-01T00:00:00Z"}
        exchange.json({"data": past})

    with serving(routed(anon=short, x=ok)) as server:
        for _ in range(2):
            with core(server) as client:
                client.call(GET)
    assert targets(server).count("/anon") == 2


def test_a_server_that_refuses_to_give_one_is_an_authentication_error() -> None:
    def no(exchange: Exchange, number: int) -> None:
        exchange.json({"message": "closed"}, 403)

    with (
        serving(routed(anon=no, x=ok)) as server,
        core(server) as client,
        pytest.raises(AuthenticationError, match="closed"),
    ):
        client.call(GET)
    assert "/x" not in targets(server)


def test_a_server_that_fails_to_give_one_means_not_sent() -> None:
    def no(exchange: Exchange, number: int) -> None:
        exchange.json({}, 503)

    with (
        serving(routed(anon=no, x=ok)) as server,
        core(server) as client,
        pytest.raises(NetworkError) as caught,
    ):
        client.call(GET)
    assert caught.value.sent is False
    assert targets(server) == ["/anon", "/anon"]


def test_an_own_key_makes_the_request_for_one_needless() -> None:
    with serving(routed(x=ok)) as server, core(server, api_key="own-key-1") as client:
        client.call(GET)
    assert server.seen[0].header("Authorization") == "Bearer own-key-1"


def test_threads_and_clients_at_once_get_one_token() -> None:
    with serving(routed(anon=token, x=ok)) as server:

        def work() -> None:
            with core(server) as client:
                client.call(GET)

        threads = [threading.Thread(target=work) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)
    assert targets(server).count("/anon") == 1
    assert targets(server).count("/x") == 6


def test_threads_of_one_client_get_one_session() -> None:
    with (
        serving(routed(sessions=session, chat=ok)) as server,
        core(server, SESSIONS) as client,
    ):
        threads = [
            threading.Thread(target=lambda: client.call(CHAT, body={"text": "x"}))
            for _ in range(6)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)
    assert targets(server).count("/sessions") == 1
    assert targets(server).count("/chat") == 6


def test_processes_wait_for_each_others_lock(tmp_path: Path) -> None:
    store = Store(tmp_path / "s")
    path = store.path("a")
    held = store.lock(path)
    assert held is not None
    program = (
        "import sys, pathlib; from specloom.runtime._store import Store;"
        f"s = Store(pathlib.Path({str(tmp_path / 's')!r}));"
        "print(s.lock(s.path('a')) is None)"
    )
    command = [sys.executable, "-c", program]
    assert subprocess.check_output(command, text=True).strip() == "True"
    held.release()
    assert subprocess.check_output(command, text=True).strip() == "False"


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"[" * 100_000, b"\xff"])
def test_a_broken_store_is_an_empty_one(tmp_path: Path, content: bytes) -> None:
    store = Store(tmp_path)
    path = store.path("a")
    path.write_bytes(content)
    path.chmod(0o600)
    assert store.read(path) == {}
    assert store.write(path, {"value": "v"})
    assert store.read(path) == {"value": "v"}


def test_a_store_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    store = Store(file)
    assert store.write(store.path("a"), {}) is False
    assert store.lock(store.path("a")) is not None
    assert store.read(store.path("a")) == {}


SESSIONS = Service(
    profile=Profile(package="example"),
    acquired={
        "session_id": Acquire(
            call=Call(operation="POST /sessions"),
            value=("$response.body#/id",),
            persist=False,
        ),
    },
)


def session(exchange: Exchange, number: int) -> None:
    exchange.json({"id": f"s{number}"})


def test_a_declared_parameter_and_field_are_got_when_the_caller_gives_none() -> None:
    with (
        serving(routed(sessions=session, chat=ok)) as server,
        core(server, SESSIONS) as client,
    ):
        client.call(CHAT, body={"text": "hi"})
        client.call(CHAT, body={"text": "hi"})
        client.call(CHAT, query={"session_id": "own"}, body={"sid": "own"})
    assert targets(server) == ["/sessions", "/chat", "/chat", "/chat"]
    assert server.seen[1].target == "/chat?session_id=s1"
    assert json.loads(server.seen[1].body) == {"text": "hi", "sid": "s1"}
    assert server.seen[3].target == "/chat?session_id=own"
    assert json.loads(server.seen[3].body) == {"sid": "own"}


def test_all_of_it_awaited() -> None:
    async def work(server: Loopback) -> None:
        async with AsyncCore(
            ANONYMOUS,
            OPERATIONS.__getitem__,
            base_url=server.url,
            **SETTINGS,
        ) as client:
            await asyncio.gather(*(client.call(GET) for _ in range(3)))
        async with AsyncCore(
            SESSIONS,
            OPERATIONS.__getitem__,
            base_url=server.url,
        ) as client:
            await client.call(CHAT, body={"text": "x"})

    routes = routed(anon=token, x=ok, sessions=session, chat=ok)
    with serving(routes) as server:
        asyncio.run(work(server))
    assert targets(server).count("/anon") == 1
    assert server.seen[-1].target == "/chat?session_id=s1"
