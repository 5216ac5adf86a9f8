"""The exit codes of docs/cli.md, each from an answer of a server."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

import pytest
from specloom.cli.exits import Exit

from tests import loopback

from .conftest import ROOT, Specloom, validator

PETS = str(ROOT / "tests" / "data" / "openapi.yaml")
Reaction: TypeAlias = Callable[[loopback.Exchange], None]
QUICK = ("--request-timeout", "2", "--poll-interval", "0.05")


def answer(status: int, body: bytes = b'{"message": "no"}') -> Reaction:
    return lambda exchange: exchange.answer(body, status)


def told(state: str, status: int = 200) -> Reaction:
    return answer(status, f'{{"id": "p1", "status": "{state}"}}'.encode())


def lost(exchange: loopback.Exchange) -> None:
    exchange.reset()


PLAIN = ("call", PETS, "pets.list")
CREATE = ("call", PETS, "portraits.create", "--set", "pet=Rex", *QUICK)
ACCEPTED = told("waiting", 202)


@pytest.mark.parametrize(
    ("words", "reactions", "code", "event"),
    [
        (PLAIN, [answer(200, b"[]")], 0, "terminal"),
        (PLAIN, [answer(402)], 20, "error"),
        (PLAIN, [answer(401)], 21, "error"),
        (PLAIN, [answer(422)], 22, "error"),
        (PLAIN, [answer(404)], 23, "error"),
        (PLAIN, [answer(403)], 25, "error"),
        (CREATE, [answer(500)], 3, "error"),
        (CREATE, [lost], 3, "error"),
        (CREATE, [answer(402)], 20, "error"),
        (CREATE, [ACCEPTED, told("done")], 0, "terminal"),
        (CREATE, [ACCEPTED, told("spoilt")], 10, "terminal"),
        (CREATE, [ACCEPTED, told("stopped")], 10, "terminal"),
        ((*CREATE, "--timeout", "0.3"), [ACCEPTED, told("painting")], 11, "timeout"),
        (CREATE, [ACCEPTED, answer(403)], 12, "error"),
        (("status", PETS, "p1"), [told("painting")], 0, "status"),
        (("status", PETS, "p1"), [answer(404)], 12, "error"),
        (("status", PETS, "p1", "--timeout", "2"), [lost], 24, "error"),
        (("cancel", PETS, "p1"), [answer(204, b""), told("stopped")], 0, "cancelled"),
    ],
)
def test_an_answer_ends_in_its_exit_code(
    specloom: Specloom,
    words: tuple[str, ...],
    reactions: list[Reaction],
    code: int,
    event: str,
) -> None:
    with loopback.serving(*reactions) as server:
        ran = specloom(*words, "--base-url", server.url, "--json")
    assert (ran.code, ran.last["event"]) == (code, event), ran.out
    validator(words[0]).validate(ran.last)
    posts = [seen for seen in server.seen if seen.method == "POST"]
    assert len(posts) <= 1


@pytest.mark.slow
@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_stays_busy_is_transient(specloom: Specloom, status: int) -> None:
    with loopback.serving(answer(status)) as server:
        ran = specloom(*PLAIN, "--base-url", server.url, "--json")
    assert (ran.code, ran.last["event"]) == (24, "error")


def test_a_fault_of_ours_keeps_its_traceback(
    specloom: Specloom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(text: str) -> None:
        raise ZeroDivisionError("made for this test")

    monkeypatch.setattr("tomllib.loads", fault)
    ran = specloom("demo")
    assert ran.code == 70
    assert "ZeroDivisionError: made for this test" in ran.err
    assert "a fault of specloom, not yours; please report it" in ran.err


def test_the_page_lists_every_exit_code() -> None:
    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    table = page.split("## Exit codes")[1].split("\n## ")[0]
    rows = {int(code) for code in re.findall(r"^\| (\d+) \|", table, re.MULTILINE)}
    assert rows == {int(code) for code in Exit}
