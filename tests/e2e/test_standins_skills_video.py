"""The skills.video stand-in speaks the documented wire format: raw calls, no client."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import httpx
import pytest

from tests.standins.catalogue import make
from tests.standins.serving import serving

Start = Callable[[str], httpx.Client]
SSE = "/api/v1/generation/sse/kling-ai/kling-v2.6"
PLAIN = "/api/v1/generation/kling-ai/kling-v2.6"
PROMPT = {"prompt": "neon city rain"}


@pytest.fixture
def start() -> Iterator[Start]:
    with ExitStack() as stack:

        def begin(scenario: str) -> httpx.Client:
            url = stack.enter_context(serving(make("skills_video", scenario, 0.2)))
            headers = {"authorization": "Bearer k"}
            return stack.enter_context(httpx.Client(base_url=url, headers=headers))

        yield begin


def frames(text: str) -> list[dict[str, Any]]:
    return [json.loads(block[6:]) for block in text.split("\n\n") if block]


def taken(answer: httpx.Response, received: bytearray) -> None:
    for chunk in answer.iter_raw():
        received += chunk


def settled(client: httpx.Client, job_id: str) -> dict[str, Any]:
    for _ in range(2000):
        found = client.get(f"/api/v1/generation/{job_id}").json()
        if found["data"] or "code" in found or found["status"] == "CANCELED":
            return dict(found)
    raise AssertionError("the generation never ended")


def test_a_stream_is_unnamed_frames_up_to_a_finished_generation(start: Start) -> None:
    answer = start("success").post(SSE, json=PROMPT)
    seen = frames(answer.text)
    assert answer.headers["content-type"] == "text/event-stream"
    assert [frame["status"] for frame in seen] == [
        "IN_QUEUE",
        "IN_PROGRESS",
        "IN_PROGRESS",
        "COMPLETED",
    ]
    assert seen[0]["data"] is None
    assert seen[-1]["data"]["videos"][0] == seen[-1]["data"]["video"]


def test_a_plain_create_is_followed_by_its_id(start: Start) -> None:
    client = start("success")
    created = client.post(PLAIN, json=PROMPT)
    assert created.status_code == 202
    assert set(created.json()) == {"id", "status", "input", "usage"}
    running = client.get("/api/v1/generations/running").json()
    assert [row["id"] for row in running] == [created.json()["id"]]
    done = settled(client, created.json()["id"])
    assert client.get(done["data"]["video"]["url"]).content.startswith(b"video")


def test_older_answers_use_the_other_words_and_have_no_input(start: Start) -> None:
    created = start("older").post(PLAIN, json=PROMPT).json()
    assert created["status"] == "starting"
    assert "input" not in created


def test_a_failed_generation_names_a_code(start: Start) -> None:
    last = frames(start("failure").post(SSE, json=PROMPT).text)[-1]
    assert (last["status"], last["code"]) == ("FAILED", "VIDEO_GENERATION_FAILED")


@pytest.mark.parametrize(
    ("scenario", "status", "code"),
    [
        ("no-credits", 402, "VIDEO_GENERATION_INSUFFICIENT_CREDITS"),
        ("bad-key", 401, "UNAUTHORIZED"),
        ("rejected", 422, "VIDEO_GENERATION_CONTENT_REJECTED"),
        ("rate-limit", 429, "VIDEO_GENERATION_RATE_LIMITED"),
    ],
)
def test_a_refusal_comes_before_the_stream_as_json(
    start: Start, scenario: str, status: int, code: str
) -> None:
    answer = start(scenario).post(SSE, json=PROMPT)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.json()["message"]


def test_a_lost_answer_leaves_a_generation_behind(start: Start) -> None:
    client = start("lost-answer")
    with pytest.raises(httpx.RemoteProtocolError):
        client.post(SSE, json=PROMPT)
    assert client.get("/__standin__/state").json()["creates"] == 1


def test_a_cut_stream_breaks_inside_an_event_and_the_job_goes_on(start: Start) -> None:
    client, received = start("stream-cut"), bytearray()
    with (
        client.stream("POST", SSE, json=PROMPT) as answer,
        pytest.raises(httpx.RemoteProtocolError),
    ):
        taken(answer, received)
    assert not received.endswith(b"\n\n")
    first = frames(received.decode().split("\n\n")[0])[0]
    assert settled(client, first["id"])["status"] == "COMPLETED"


def test_unknown_models_and_generations_are_not_found(start: Start) -> None:
    client = start("success")
    assert client.post("/api/v1/generation/nobody/x", json=PROMPT).status_code == 404
    assert client.get("/api/v1/generation/gen_99").status_code == 404


def test_every_documented_shape_of_model_path_is_taken(start: Start) -> None:
    client = start("success")
    for model in ("ltx-2.3", "vidu/q3", "kling-ai/v3/video"):
        answer = client.post(f"/api/v1/generation/{model}", json=PROMPT)
        assert answer.status_code == 202, model
