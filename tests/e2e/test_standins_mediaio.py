"""The Media.io stand-in speaks the documented wire format: raw calls, no client."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import httpx
import pytest

from tests.standins.catalogue import make
from tests.standins.serving import serving

Start = Callable[[str], httpx.Client]
KLING = "/generation/kling/i2v-kling-v3-0"
DANCE = "/generation/effects/effects-video-babydance"
INPUT = {"data": {"image": "https://x.invalid/a.png", "prompt": "wave"}}


@pytest.fixture
def start() -> Iterator[Start]:
    with ExitStack() as stack:

        def begin(scenario: str) -> httpx.Client:
            url = stack.enter_context(serving(make("mediaio", scenario, 0.1)))
            headers = {"x-api-key": "k"}
            return stack.enter_context(httpx.Client(base_url=url, headers=headers))

        yield begin


def settled(client: httpx.Client, task_id: str) -> tuple[list[str], dict[str, Any]]:
    words: list[str] = []
    for _ in range(2000):
        answer = client.post(f"/generation/result/{task_id}", json={}).json()
        data: dict[str, Any] = answer["data"]
        if data["status"] not in words:
            words.append(data["status"])
        if data["status"] not in ("waiting", "pending", "processing"):
            return words, data
    raise AssertionError("the task never ended")


def begun(client: httpx.Client) -> str:
    return str(client.post(KLING, json=INPUT).json()["data"]["task_id"])


def test_a_task_is_created_under_data_and_its_result_is_a_list(start: Start) -> None:
    client = start("success")
    words, data = settled(client, begun(client))
    assert words == ["waiting", "processing", "completed"]
    assert client.get(data["result"][0]["preview"]).status_code == 200


def test_the_other_words_come_with_a_result_that_is_an_object(start: Start) -> None:
    client = start("catalogue-words")
    words, data = settled(client, begun(client))
    assert words == ["pending", "processing", "succeeded"]
    assert data["result"]["preview"].endswith(".png")


@pytest.mark.parametrize("scenario", ["failure", "timeout"])
def test_a_task_that_ends_badly_says_why(start: Start, scenario: str) -> None:
    client = start(scenario)
    words, data = settled(client, begun(client))
    assert words[-1] == ("failed" if scenario == "failure" else "timeout")
    assert data["reason"]


@pytest.mark.parametrize(
    ("scenario", "code"),
    [("no-credits", 490505), ("bad-key", 374004), ("unknown-code", 555123)],
)
def test_a_refusal_has_http_200_and_a_trace(
    start: Start, scenario: str, code: int
) -> None:
    answer = start(scenario).post(KLING, json=INPUT)
    assert (answer.status_code, answer.json()["code"]) == (200, code)
    assert len(answer.json()["trace_id"]) == 32


def test_fields_outside_data_are_refused(start: Start) -> None:
    answer = start("success").post(KLING, json=INPUT["data"]).json()
    assert answer["code"] == 490000


def test_calls_without_fields_want_an_empty_object(start: Start) -> None:
    client = start("success")
    assert client.post("/user/credits", json={}).json()["data"]["credits"] == 250
    assert client.post("/user/credits", json={"data": {}}).json()["code"] == 490000


def test_a_success_may_have_any_http_status(start: Start) -> None:
    answer = start("odd-status").post(KLING, json=INPUT)
    assert (answer.status_code, answer.json()["code"]) == (503, 0)


def test_an_effect_is_a_task_on_the_same_host(start: Start) -> None:
    client = start("success")
    both = {"data": {"image": "https://x.invalid/a", "video": "https://x.invalid/b"}}
    task_id = client.post(DANCE, json=both).json()["data"]["task_id"]
    assert task_id.startswith("effect-")
    assert client.post(DANCE, json=INPUT).json()["code"] == 490000


def test_a_lost_answer_leaves_a_task_behind(start: Start) -> None:
    client = start("lost-answer")
    with pytest.raises(httpx.RemoteProtocolError):
        client.post(KLING, json=INPUT)
    assert client.get("/__standin__/state").json()["creates"] == 1


def test_a_torn_poll_is_followed_by_a_good_one(start: Start) -> None:
    client = start("stream-cut")
    task_id = begun(client)
    with pytest.raises(httpx.RemoteProtocolError):
        client.post(f"/generation/result/{task_id}", json={})
    assert settled(client, task_id)[0][-1] == "completed"
