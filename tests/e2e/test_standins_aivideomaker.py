"""The AIVideoMaker stand-in speaks the documented wire format: raw calls, no client."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import httpx
import pytest

from tests.standins.catalogue import make
from tests.standins.serving import serving

Start = Callable[[str], httpx.Client]
CREATE = "/api/v1/generate/t2v"
INPUT = {"prompt": "a fox", "aspectRatio": "16:9", "duration": "5"}


@pytest.fixture
def start() -> Iterator[Start]:
    with ExitStack() as stack:

        def begin(scenario: str) -> httpx.Client:
            url = stack.enter_context(serving(make("aivideomaker", scenario, 0.1)))
            client = httpx.Client(base_url=url, headers={"key": "ak_k"})
            return stack.enter_context(client)

        yield begin


def settled(client: httpx.Client, task_id: str) -> dict[str, Any]:
    for _ in range(2000):
        word = client.get(f"/api/v1/tasks/{task_id}/status").json()
        assert set(word) == {"status"}
        if word["status"] not in ("SUBMITTED", "PROGRESS"):
            found: dict[str, Any] = client.get(f"/api/v1/tasks/{task_id}").json()
            return found
    raise AssertionError("the task never ended")


def test_a_task_has_its_id_in_another_place_than_its_start(start: Start) -> None:
    client = start("success")
    created = client.post(CREATE, json=INPUT).json()
    done = settled(client, created["taskId"])
    assert (done["id"], done["status"]) == (created["taskId"], "COMPLETED")
    assert client.get(done["output"]["url"]).status_code == 200
    assert client.get("/api/v1/tasks").json()["tasks"] == [done]


def test_the_older_contract_has_another_place_for_the_file(start: Start) -> None:
    client = start("older")
    created = client.post(CREATE, json=INPUT).json()
    assert "creditsCharged" not in created
    assert "videoUrl" in settled(client, created["taskId"])["output"]


def test_a_failed_task_is_no_error_of_the_api(start: Start) -> None:
    client = start("failure")
    done = settled(client, client.post(CREATE, json=INPUT).json()["taskId"])
    assert (done["status"], done["creditsRefunded"]) == ("FAILED", 15)
    assert "errorCode" not in done
    assert done["output"]["error"]


@pytest.mark.parametrize(
    ("scenario", "status", "code"),
    [
        ("no-credits", 402, "INSUFFICIENT_CREDITS"),
        ("bad-key", 401, "AUTH_FAILED"),
        ("rate-limit", 429, "RATE_LIMITED"),
        ("error-under-200", 200, "INVALID_PAYLOAD"),
        ("no-credits-text", 400, None),
    ],
)
def test_a_refusal_has_the_word_of_a_failed_task(
    start: Start, scenario: str, status: int, code: str | None
) -> None:
    answer = start(scenario).post(CREATE, json=INPUT)
    assert answer.status_code == status
    assert answer.json().get("errorCode") == code
    assert answer.json()["status"] == "FAILED"


def test_the_key_is_checked_before_the_model(start: Start) -> None:
    client = start("success")
    bad = client.post("/api/v1/generate/nothing", json={}, headers={"key": "bad"})
    good = client.post("/api/v1/generate/nothing", json={})
    assert (bad.json()["errorCode"], good.json()["errorCode"]) == (
        "AUTH_FAILED",
        "INVALID_MODEL",
    )


def test_the_same_idempotency_key_gives_the_same_task(start: Start) -> None:
    client, headers = start("lost-answer"), {"idempotency-key": "k" * 8}
    with pytest.raises(httpx.RemoteProtocolError):
        client.post(CREATE, json=INPUT, headers=headers)
    again = client.post(CREATE, json=INPUT, headers=headers)
    assert again.json()["idempotentReplay"] is True
    other = client.post(CREATE, json={**INPUT, "prompt": "x"}, headers=headers)
    assert other.status_code == 409
    assert client.get("/__standin__/state").json()["creates"] == 1


def test_a_limit_on_credits_is_checked_before_billing(start: Start) -> None:
    client = start("success")
    answer = client.post(CREATE, json=INPUT, headers={"x-max-credits": "3"})
    assert (answer.status_code, answer.json()["errorCode"]) == (422, "BUDGET_EXCEEDED")
    assert client.get("/api/v1/account").json()["currentBalance"] == 1000


def test_text_and_numbers_are_told_apart(start: Start) -> None:
    client = start("success")
    refused = client.post(CREATE, json={**INPUT, "duration": 5})
    assert refused.json()["errorCode"] == "INVALID_PAYLOAD"
    quote = client.post("/api/v1/quote/minimax", json={"content": "x", "duration": 6})
    assert (quote.json()["credits"], quote.json()["billable"]) == (18, False)


def test_only_a_submitted_task_can_be_cancelled_and_only_by_put(start: Start) -> None:
    client = start("waiting")
    task_id = client.post(CREATE, json=INPUT).json()["taskId"]
    assert client.post(f"/api/v1/tasks/{task_id}/cancel").status_code == 405
    cancelled = client.put(f"/api/v1/tasks/{task_id}/cancel").json()
    assert cancelled == {"status": "CANCEL", "taskId": task_id}
    assert client.put(f"/api/v1/tasks/{task_id}/cancel").status_code == 409
