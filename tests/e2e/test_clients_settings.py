"""Both clients over a real connection: settings, keys, closing."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from specloom.runtime._errors import (
    AuthenticationError,
    ClientError,
)
from specloom.runtime._lifecycle import Profile
from specloom.runtime._operation import (
    Scheme,
    Service,
)

from tests.callers import (
    GET,
    Blocking,
    item,
)
from tests.callers import client as client
from tests.loopback import serving

# Settings

PROFILE = Profile(
    package="demo",
    base_url_env="DEMO_URL",
    timeout_env="DEMO_TIMEOUT",
    retries_env="DEMO_RETRIES",
    headers={"X-Version": "demo {version}", "X-Source": "default"},
    headers_env={"X-Source": "DEMO_SOURCE"},
    credentials_env={"key": ("DEMO_KEY",)},
)
CONFIGURED = Service(
    profile=PROFILE,
    version="9",
    servers=("https://api.invalid/v1",),
    schemes=(Scheme(name="key", kind="apiKey", wire="X-API-KEY"),),
    security=(("key",),),
)


def test_the_environment_gives_what_arguments_do_not(
    client: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with serving(lambda e: e.json({}, 503), item) as server:
        monkeypatch.setenv("DEMO_URL", f"{server.url}/base/")
        monkeypatch.setenv("DEMO_SOURCE", "mine")
        monkeypatch.setenv("DEMO_RETRIES", "0")
        monkeypatch.setenv("DEMO_TIMEOUT", "1500")
        monkeypatch.setenv("DEMO_KEY", "env-key-1")
        made = client(server, CONFIGURED, base_url=None, retry=None)
        with pytest.raises(ClientError):
            made.do("call", GET, path={"id": 1})
    seen = server.seen[0]
    assert len(server.seen) == 1
    assert seen.target == "/base/items/1"
    assert seen.header("X-Version") == "demo 9"
    assert seen.header("X-Source") == "mine"
    assert seen.header("X-API-KEY") == "env-key-1"
    assert made.core._timeout == 1.5


def test_a_credential_given_as_a_header_counts_as_one(client: Any) -> None:
    with serving(item) as server:
        made = client(server, CONFIGURED, headers={"x-api-key": "header-key"})
        made.do("call", GET, path={"id": 1})
    assert server.seen[0].header("X-API-KEY") == "header-key"
    assert "header-key" not in repr(vars(made.core))


@pytest.mark.parametrize(
    "settings",
    [
        {"base_url": "ftp://h"},
        {"base_url": "https://"},
        {"base_url": "https://user:pw@h/"},
        {"base_url": "https://h/?a=1"},
        {"base_url": "https://h:0x/"},
        {"credentials": {"nobody": "x"}},
        {"headers": {"X": "a\nb"}},
        {"headers": {"a b": "x"}},
    ],
)
def test_settings_that_cannot_be_are_refused_at_once(
    client: Any,
    settings: dict[str, Any],
) -> None:
    with serving(item) as server, pytest.raises(ClientError):
        client(server, CONFIGURED, **settings)


def test_a_document_without_a_server_needs_a_base_url(client: Any) -> None:
    with serving(item) as server, pytest.raises(ClientError, match="base URL"):
        client(server, base_url=None)


def test_an_api_key_without_a_use_is_a_warning(
    client: Any,
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.WARNING), serving(item) as server:
        client(server, api_key="unused")
    assert "api_key is ignored" in caplog.text
    assert "unused" not in caplog.text


def test_a_key_never_goes_out_without_https_but_to_this_machine(client: Any) -> None:
    with serving(item) as server:
        made = client(
            server,
            CONFIGURED,
            base_url="http://api.invalid",
            api_key="key-1234",
        )
        with pytest.raises(AuthenticationError, match="https"):
            made.do("call", GET, path={"id": 1})


def test_a_missing_key_is_said_before_anything_is_sent(client: Any) -> None:
    with serving(item) as server, pytest.raises(AuthenticationError, match="DEMO_KEY"):
        client(server, CONFIGURED).do("call", GET, path={"id": 1})
    assert server.seen == []


def test_closing_closes_the_connections_and_the_client_is_a_context_manager() -> None:
    with serving(item) as server:
        with Blocking(server).core as core:
            core.call(GET, path={"id": 1})
            assert "1 idle" in repr(core._transport._lanes)
        assert "0 idle" in repr(core._transport._lanes)
