"""Faults by row through `specloom call --json`: one last line, and its exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.loopback import Exchange, serving

from .conftest import Ran, Specloom, validator

CALL = "/sse/jobs"
LAST = {"terminal", "timeout", "error", "detached"}
KEY = "canary-5512-key"
RESULT = {"url": "https://cdn.test/v.mp4"}
QUEUED = {"id": "j1", "status": "IN_QUEUE"}
DONE = {"id": "j1", "status": "COMPLETED", "data": RESULT}
JSON_BODY = {"content": {"application/json": {"schema": {"type": "object"}}}}
GOOD = {"200": {"description": "good", **JSON_BODY}}
EVENTS = {
    "200": {
        "description": "events",
        "content": {"text/event-stream": {"schema": {"type": "object"}}},
    }
}
ID = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
DOCUMENT = {
    "openapi": "3.1.0",
    "info": {
        "title": "Jobs",
        "version": "1",
        "x-specloom-client": {"credentials_env": {"key": ["JOBS_API_KEY"]}},
    },
    "servers": [{"url": "https://api.jobs.test"}],
    "security": [{"key": []}],
    "paths": {
        "/sse/jobs": {"post": {"requestBody": JSON_BODY, "responses": EVENTS}},
        "/jobs": {"post": {"requestBody": JSON_BODY, "responses": GOOD}},
        "/jobs/{id}": {"get": {"parameters": [ID], "responses": GOOD}},
    },
    "components": {"securitySchemes": {"key": {"type": "http", "scheme": "bearer"}}},
    "x-specloom-jobs": {
        "job": {
            "create": {"match": "POST /sse/jobs", "plain": "POST /jobs"},
            "id": "$response.body#/id",
            "poll": {"operation": "GET /jobs/{id}", "bind": {"id": "$job.id"}},
            "status": "$response.body#/status",
            "states": {
                "IN_QUEUE": "queued",
                "COMPLETED": "succeeded",
                "FAILED": "failed",
            },
            "error": {"message": "$response.body#/message"},
            "result": {"location": "$response.body#/data"},
            "stream": {"events": {"names": {"failed": "failed"}}},
        }
    },
}
STREAM = b"HTTP/1.1 200 X\r\nContent-Type: text/event-stream\r\n\r\n"


def says(data: bytes, end: str = "close") -> Callable[[Exchange], None]:
    """Send bytes as they are, then close or reset the connection."""

    def react(exchange: Exchange) -> None:
        exchange.send(data)
        getattr(exchange, end)()

    return react


def json_(value: Any, status: int = 200, **headers: str) -> Callable[[Exchange], None]:
    """Answer with JSON."""
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return lambda exchange: exchange.json(value, status, **named)


def event(value: Any, name: str | None = None) -> bytes:
    """Return one event."""
    head = f"event: {name}\n" if name else ""
    return f"{head}data: {json.dumps(value)}\n\n".encode()


def moved(status: int, target: str) -> Callable[[Exchange], None]:
    """Redirect."""
    return lambda exchange: exchange.answer(b"", status, {"Location": target})


BEGUN = says(STREAM + event(QUEUED))
END = json_(DONE)
NO = {"message": f"no, {KEY}"}
TOLD = {"message": "blurred"}
CUT = json.dumps(QUEUED)[:-1]
CUT_ANSWER = f"HTTP/1.1 200 X\r\nContent-Length: 99\r\n\r\n{CUT}".encode()
PAGE = b"HTTP/1.1 200 X\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>"
HUGE = b"HTTP/1.1 200 X\r\nContent-Length: 99999999999\r\n\r\n"

ROWS: dict[str, tuple[int, str, tuple[Callable[[Exchange], None], ...]]] = {
    "row_09_reset": (3, "error", (says(b"HTTP/1.1 20", "reset"),)),
    "row_12_no_http": (3, "error", (says(b"garbage\r\n\r\n"),)),
    "row_14_no_stream": (0, "terminal", (json_(NO, 404), json_(QUEUED), END)),
    "row_15_refused": (22, "error", (json_(NO, 422),)),
    "row_16_denied": (21, "error", (json_(NO, 401),)),
    "row_17_no_credits": (20, "error", (json_(NO, 402),)),
    "row_19_failing": (3, "error", (json_(NO, 503),)),
    "row_21_page": (3, "error", (says(PAGE),)),
    "row_22_document": (0, "terminal", (json_(QUEUED), END)),
    "row_27_reset": (0, "terminal", (says(STREAM + event(QUEUED) + b"da", "reset"), END)),
    "row_34_done": (0, "terminal", (says(STREAM + event(QUEUED) + b"data: [DONE]\n\n"), END)),
    "row_35_late": (0, "terminal", (says(STREAM + event(DONE) + event({"status": "FAILED"})),)),
    "row_41_failure": (10, "terminal", (says(STREAM + event(QUEUED) + event(TOLD, "failed")),)),
    "row_44_cut_event": (0, "terminal", (says(STREAM + b'data: {"id":"j1","s', "reset"), END)),
    "row_44_cut_answer": (0, "terminal", (says(CUT_ANSWER), END)),
    "row_46_too_long": (24, "error", (json_(NO, 429, Retry_After="500"),)),
    "row_49_conflict": (25, "error", (json_(NO, 409),)),
    "row_50_not_found": (23, "error", (json_(NO, 404), json_(NO, 404))),
    "row_52_no_id": (3, "error", (json_({"ok": True}),)),
    "row_53_at_once": (0, "terminal", (json_(DONE),)),
    "row_56_poll_refused": (12, "error", (BEGUN, json_(NO, 400))),
    "row_58_create_moved": (3, "error", (moved(307, "/x"),)),
    "row_58_poll_moved": (12, "error", (BEGUN, moved(302, "http://h.test/"))),
    "row_59_no_url": (12, "error", (BEGUN, moved(302, "http://[bad"))),
    "row_69_huge": (25, "error", (BEGUN, says(HUGE))),
    "row_90_dots": (12, "error", (says(STREAM + event({**QUEUED, "id": ".."})),)),
    "row_90_half_a_character": (
        12,
        "error",
        (says(STREAM + event({**QUEUED, "id": "\ud800"})),),
    ),
}  # fmt: skip


@pytest.fixture
def called(
    specloom: Specloom, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[..., Ran]:
    """Run one call against a server."""
    monkeypatch.setenv("JOBS_API_KEY", KEY)
    document = tmp_path / "jobs.json"
    document.write_text(json.dumps(DOCUMENT), encoding="utf-8")

    def run(url: str, *further: str) -> Ran:
        common = ("--base-url", url, "--payload", '{"prompt":"x"}', "--timeout", "20")
        return specloom("call", document, CALL, *common, *further)

    return run


@pytest.mark.parametrize("row", ROWS)
def test_a_row_ends_in_one_last_line_and_its_code(
    called: Callable[..., Ran], row: str
) -> None:
    code, last, reactions = ROWS[row]
    with serving(*reactions) as server:
        ran = called(server.url, "--json", "--poll-interval", "0.05")
    assert (ran.code, ran.last["event"]) == (code, last)
    for line in ran.lines:
        validator("call").validate(line)
    assert [event for event in ran.events if event in LAST] == [last]
    creates = sum(seen.method == "POST" for seen in server.seen)
    assert creates == (2 if row in ("row_14_no_stream", "row_50_not_found") else 1)
    if code == 12:
        assert json.loads(ran.last["token"])["id"] == ran.last["job_id"]
    assert KEY not in ran.out + ran.err


def test_row_89_what_a_server_says_does_not_steer_the_terminal(
    called: Callable[..., Ran],
) -> None:
    told = {"message": "\x1b]0;title\x07\x1b[2Jgone\rover \x9b1m"}
    with serving(says(STREAM + event(QUEUED) + event(told, "failed"))) as server:
        ran = called(server.url)
    assert ran.code == 10
    assert "gone" in ran.err
    assert not set(ran.err) & set("\x1b\x07\r\x9b")
