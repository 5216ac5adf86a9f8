"""skills.video end to end: streams, polls, codes, forms, webhooks, helpers."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.systems import Bench, System, package, part

NAME = "skills_video"
GOOD = {
    "success": "stream",
    "stream-cut": "poll",
    "silent-close": "poll",
    "older": "stream",
    "rate-limit": "stream",
}
ENDED = {
    "failure": ("JobFailed", "FAILED", "UPSTREAM_ERROR"),
    "canceled": ("JobCancelled", "CANCELED", "UNKNOWN_ERROR"),
    "failed-by-name": ("JobFailed", "failed", "UNKNOWN_ERROR"),
}
REFUSED = {
    "bad-key": ("AuthenticationError", "AUTH_FAILED"),
    "no-credits": ("InsufficientCreditsError", "INSUFFICIENT_CREDITS"),
    "rejected": ("ContentRejectedError", "CONTENT_REJECTED"),
}
SECRET = "whsec_" + base64.b64encode(b"a secret of the endpoint").decode()


def error(name: str) -> Any:
    return getattr(package(NAME), name)


def kling(client: Any) -> Any:
    return client.generation.kling_v2_6(prompt="a neon city")


@pytest.mark.parametrize("scenario", GOOD)
def test_a_generation_that_was_accepted_ends_with_its_video(
    bench: Bench, tmp_path: Path, scenario: str
) -> None:
    system = bench.start(NAME, scenario)
    with system.client() as client:
        job = kling(client)
        made = job.wait()
        paths = job.download(tmp_path)
    assert made.video.url.endswith(f"{job.id}.mp4")
    assert job.source == GOOD[scenario]
    assert job.usage["total"] == 12
    assert paths[0].read_bytes().startswith(b"video ")
    assert system.creates == 1
    asked = system.asked("/generation/sse/kling-ai/kling-v2.6")
    assert len(asked) == (2 if scenario == "rate-limit" else 1)
    assert asked[0]["headers"]["authorization"] == "Bearer test-key"
    assert asked[0]["headers"]["accept"] == "text/event-stream"


@pytest.mark.parametrize("scenario", ENDED)
def test_an_ending_that_is_none_raises_what_it_is(bench: Bench, scenario: str) -> None:
    kind, status, code = ENDED[scenario]
    system = bench.start(NAME, scenario)
    with system.client() as client:
        job = kling(client)
        with pytest.raises(error(kind)) as caught:
            job.wait()
    assert (job.status, caught.value.code) == (status, code)
    assert caught.value.job_id == "gen_1"
    assert system.creates == 1


@pytest.mark.parametrize("scenario", REFUSED)
def test_a_refusal_has_a_class_a_code_and_guidance(bench: Bench, scenario: str) -> None:
    kind, code = REFUSED[scenario]
    system = bench.start(NAME, scenario)
    with (
        system.client() as client,
        pytest.raises(error(kind)) as caught,
    ):
        kling(client)
    assert caught.value.code == code
    assert caught.value.guidance
    assert system.creates == 0
    assert len(system.state["requests"]) == 1


def test_a_start_whose_answer_was_lost_is_never_repeated(bench: Bench) -> None:
    system = bench.start(NAME, "lost-answer")
    with (
        system.client() as client,
        pytest.raises(error("SubmissionUncertain")) as caught,
    ):
        kling(client)
    assert "GET /generations/running" in caught.value.guidance
    assert system.creates == 1
    assert len(system.asked("/generation/")) == 1


def test_an_unknown_generation_is_not_found(bench: Bench) -> None:
    with (
        bench.start(NAME).client() as client,
        pytest.raises(error("NotFoundError")),
    ):
        client.generation.get("gen_none")


def test_everything_works_awaited_and_at_once(bench: Bench) -> None:
    names = (*GOOD, *ENDED, *REFUSED)
    systems = {name: bench.start(NAME, name) for name in names}

    async def one(system: System) -> Any:
        async with system.async_client() as client:
            return await (await kling(client)).wait()

    async def every() -> list[Any]:
        work = (one(system) for system in systems.values())
        return await asyncio.gather(*work, return_exceptions=True)

    ended = dict(zip(systems, asyncio.run(every()), strict=True))
    assert all(ended[name].video for name in GOOD)
    kinds = {name: kind for name, (kind, *_) in (ENDED | REFUSED).items()}
    assert {name: type(ended[name]).__name__ for name in kinds} == kinds


def test_the_plain_form_is_reached_by_its_path(bench: Bench) -> None:
    system = bench.start(NAME)
    with system.client() as client:
        path = "POST /generation/kling-ai/v3/video"
        made = client.invoke(path, {"prompt": "a cat"})
        job = client.jobs.get(made["id"], "generation.kling_v3_video")
        assert job.wait().video.url
    assert system.asked("/sse/") == []


def test_a_file_turns_the_request_into_a_form(bench: Bench) -> None:
    system = bench.start(NAME)
    url = "https://files.example/a.png"
    with system.client() as client:
        banana = client.generation.nano_banana_pro
        banana(prompt="mix", image_urls=[url, ("b.png", b"picture")]).wait()
        banana(prompt="mix", image_urls=[url]).wait()
    form, plain = system.asked("nano-banana-pro")
    assert form["headers"]["content-type"].startswith("multipart/form-data")
    assert plain["body"] == {"prompt": "mix", "image_urls": [url]}


def test_a_form_repeats_its_field_and_mixes_addresses_with_files() -> None:
    operation = part(NAME, "resources.generation").NANO_BANANA_PRO
    body = operation.bodies[1]
    given = {"image_urls": ["https://files.example/a.png", ("b.png", b"picture")]}
    _, _, chunks = part(NAME, "_runtime._multipart").encode(body, given)
    sent = b"".join(chunks())
    assert sent.count(b'name="image_urls"') == 2
    assert sent.count(b"filename=") == 1
    assert b"\r\n\r\nhttps://files.example/a.png\r\n" in sent


# Webhooks.


def delivery(
    kind: str = "task.completed",
    *,
    secret: str = SECRET,
    late: float = 0.0,
    **more: Any,
) -> tuple[bytes, Mapping[str, str]]:
    """Return a delivery as the sender makes it, signed independently of our code."""
    prediction = {"id": "gen_1", "state": "succeeded", **more}
    body = json.dumps({"type": kind, "prediction": prediction}).encode()
    moment = str(int(time.time() + late))
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = b"msg_1." + moment.encode() + b"." + body
    mac = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    headers = {
        "Webhook-Id": "msg_1",
        "Webhook-Timestamp": moment,
        "Webhook-Signature": f"v1a,xyz v1,AAAA v1,{mac}",
    }
    return body, headers


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("task.created", "TaskCreatedEvent"),
        ("task.started", "TaskStartedEvent"),
        ("task.completed", "TaskCompletedEvent"),
        ("task.failed", "TaskFailedEvent"),
        ("task.canceled", "TaskCanceledEvent"),
    ],
)
def test_a_webhook_is_an_event_of_its_type(kind: str, name: str) -> None:
    body, headers = delivery(kind, data={"type": "video", "n": 1})
    event = package(NAME).unwrap_webhook(body, headers, SECRET)
    assert type(event).__name__ == name
    assert event.prediction.id == "gen_1"
    assert event.prediction.data.type == "video"


def test_a_webhook_of_a_type_nobody_knows_is_kept() -> None:
    body, headers = delivery("task.paused")
    event = package(NAME).unwrap_webhook(body, headers, SECRET)
    assert isinstance(event, package(NAME).Unknown)


def test_the_secret_may_be_one_of_several() -> None:
    other = "whsec_" + base64.b64encode(b"the one before").decode()
    body, headers = delivery()
    assert package(NAME).unwrap_webhook(body.decode(), headers, [other, SECRET])


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"secret": "whsec_" + base64.b64encode(b"wrong").decode()}, "signature"),
        ({"late": -400}, "too old"),
        ({"late": 400}, "too new"),
    ],
)
def test_a_delivery_that_is_not_genuine_is_refused(
    changes: dict[str, Any], said: str
) -> None:
    body, headers = delivery(**changes)
    with pytest.raises(package(NAME).WebhookError, match=said) as caught:
        package(NAME).unwrap_webhook(body, headers, SECRET)
    assert caught.value.code == "INVALID_SIGNATURE"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Webhook-Id", "msg_2"),
        ("Webhook-Id", ""),
        ("Webhook-Timestamp", "yesterday"),
        ("Webhook-Signature", "v1"),
        ("Webhook-Signature", "v1,not base64"),
        ("Webhook-Signature", ""),
    ],
)
def test_a_header_that_was_touched_is_noticed(name: str, value: str) -> None:
    body, headers = delivery()
    with pytest.raises(package(NAME).WebhookError):
        package(NAME).unwrap_webhook(body, {**headers, name: value}, SECRET)


def test_a_body_that_was_touched_is_noticed() -> None:
    body, headers = delivery()
    with pytest.raises(package(NAME).WebhookError, match="as they came"):
        package(NAME).unwrap_webhook(body + b" ", headers, SECRET)
    with pytest.raises(package(NAME).WebhookError, match="whsec_"):
        package(NAME).unwrap_webhook(body, headers, "")


# The helpers of the vendor's skills.


def test_one_endpoint_is_described_with_the_keys_of_the_helper(bench: Bench) -> None:
    path = "/generation/kling-ai/kling-v2.6"
    ran = bench.run("inspect", NAME, path, "--template", "--json")
    found = ran.last
    sse = "POST /generation/sse/kling-ai/kling-v2.6"
    wanted = {
        "endpoint": "POST /generation/kling-ai/kling-v2.6",
        "default_result_mode": "sse",
        "default_create_endpoint": sse,
        "sse_create_endpoint": sse,
        "polling_create_endpoint": "POST /generation/kling-ai/kling-v2.6",
        "server_url": "https://open.skills.video/api/v1",
        "request_schema": "KlingV26Request",
        "sse_subscribe_endpoint": None,
        "poll_endpoint": "/generation/{id}",
        "error_status_codes": [400, 401, 402, 403, 404, 422, 429, 500, 502, 503, 504],
    }
    assert {key: found[key] for key in wanted} == wanted
    queue = ["IN_QUEUE", "IN_PROGRESS", "COMPLETED", "FAILED", "CANCELED"]
    assert found["queue_status_values"] == queue
    assert found["prediction_status_values"][0] == "starting"
    fields = {item["name"]: item for item in found["fields"]}
    assert fields["prompt"]["required"]
    assert set(fields["aspect_ratio"]["allowed_values"]) == {"9:16", "16:9", "1:1"}
    assert fields["aspect_ratio"]["default"] == "16:9"
    assert found["request_template"]["prompt"]


def test_a_group_of_the_documentation_picks_the_endpoints(
    bench: Bench, tmp_path: Path
) -> None:
    pages = ["POST /generation/kling-ai/v3/video", "POST /generation/vidu/q3"]
    navigation = {"tabs": [{"group": "Videos", "pages": pages}]}
    docs = tmp_path / "docs.json"
    docs.write_text(json.dumps({"navigation": navigation}), "utf-8")
    more = ("--docs", str(docs), "--category", "videos", "--json")
    found = bench.run("inspect", NAME, *more).last
    assert found["category"] == "videos"
    assert found["default_endpoints"] == [
        "POST /generation/sse/kling-ai/v3/video",
        "POST /generation/sse/vidu/q3",
    ]
    assert found["polling_endpoints"] == pages
    assert found["poll_endpoint"] == "/generation/{id}"


@pytest.mark.parametrize("value", [None, "", "   "])
def test_a_missing_key_is_said_with_the_way_to_get_one(
    bench: Bench, value: str | None
) -> None:
    if value is not None:
        bench.env.setenv("SKILLS_VIDEO_API_KEY", value)
    ran = bench.run("auth", NAME, "--json")
    assert ran.code == 21
    assert ran.last["ok"] is False
    assert ran.last["env_var"] == "SKILLS_VIDEO_API_KEY"
    assert ran.last["dashboard_url"] == "https://skills.video/dashboard/developer"
    assert ran.last["how_to_get_key"]
    assert ran.last["set_env_examples"]
    system = bench.start(NAME)
    with (
        system.client(None) as client,
        pytest.raises(error("AuthenticationError"), match="SKILLS_VIDEO_API_KEY"),
    ):
        kling(client)


def test_a_key_that_is_there_is_said(bench: Bench) -> None:
    bench.env.setenv("SKILLS_VIDEO_API_KEY", "key")
    ran = bench.run("auth", NAME, "--json")
    assert (ran.code, ran.last["ok"]) == (0, True)
    assert "key" not in ran.last.get("value", "")


@pytest.mark.parametrize(
    ("status", "body", "code", "group", "retry"),
    [
        (402, "{}", 20, "insufficient_credits", False),
        (400, '{"message": "Insufficient credit"}', 20, "insufficient_credits", False),
        (400, '{"message": "please top up"}', 20, "insufficient_credits", False),
        (400, '{"error": {"message": "recharge"}}', 20, "insufficient_credits", False),
        (401, "{}", 21, "auth", False),
        (400, '{"message": "Unauthorized"}', 21, "auth", False),
        (422, "{}", 22, "validation", False),
        (404, "{}", 23, "not_found", False),
        (429, "{}", 24, "transient", True),
        (500, "{}", 24, "transient", True),
        (503, "{}", 24, "transient", True),
        (400, "{}", 25, "unknown", False),
        (403, "{}", 25, "unknown", False),
    ],
)
def test_an_answer_is_explained_as_the_helper_does(
    bench: Bench, status: int, body: str, code: int, group: str, retry: bool
) -> None:
    where = ("--status", str(status), "--body", body, "--json")
    ran = bench.run("explain", NAME, *where)
    assert (ran.code, ran.last["group"]) == (code, group)
    assert ran.last["should_retry"] is retry
    assert ran.last["guidance"]
    assert ran.last["recharge"] == {
        "dashboard_url": "https://skills.video/dashboard",
        "pricing_url": "https://skills.video/pricing",
    }
    assert ran.last["credits_check_command"] == f"specloom call {NAME} 'GET /credits'"


@pytest.mark.parametrize(
    ("scenario", "code", "events"),
    [
        ("success", 0, ["start", "sse_open", "terminal"]),
        ("stream-cut", 0, ["sse_stream_ended", "fallback_polling_start", "terminal"]),
        ("silent-close", 0, ["sse_stream_ended", "fallback_polling_start", "terminal"]),
        ("failure", 10, ["sse_event", "terminal"]),
        ("failed-by-name", 10, ["sse_event", "terminal"]),
        ("canceled", 10, ["sse_event", "terminal"]),
        ("no-credits", 20, ["start", "error"]),
        ("bad-key", 21, ["start", "error"]),
        ("rejected", 22, ["start", "error"]),
        ("lost-answer", 3, ["start", "error"]),
    ],
)
def test_create_and_wait_tells_its_way_and_ends_once(
    bench: Bench, scenario: str, code: int, events: list[str]
) -> None:
    system = bench.start(NAME, scenario)
    more = ("--poll-interval", "0.01")
    ran = bench.call(system, "generation.kling_v2_6", {"prompt": "a city"}, *more)
    assert ran.code == code, ran.out
    told = [name for name in ran.events if name in events]
    assert list(dict.fromkeys(told)) == events
    assert ran.events[-1] == events[-1]
    assert len(system.asked("/generation/sse/")) == 1


def test_wait_finds_a_generation_by_its_id(bench: Bench) -> None:
    system = bench.start(NAME)
    bench.env.setenv("SKILLS_VIDEO_API_KEY", "test-key")
    with system.client() as client:
        made = client.invoke("POST /generation/openai/sora-2", {"prompt": "a cat"})
    where = ("--base-url", system.url, "--json")
    ran = bench.run("wait", NAME, made["id"], *where)
    assert ran.code == 0, ran.out
    assert ran.events[-2:] == ["poll", "terminal"]
