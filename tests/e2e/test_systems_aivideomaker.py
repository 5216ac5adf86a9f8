"""AIVideoMaker end to end: eight models and an older one, keys, codes, endings."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tests.systems import Bench, System, package, part

NAME = "aivideomaker"
IMAGE = "https://files.example/cat.png"
DATA = "data:image/png;base64,iVBORw0KGgo="
MODELS: dict[str, dict[str, Any]] = {
    "t2v": {"prompt": "a cat", "aspect_ratio": "16:9", "duration": "5"},
    "i2v": {"image": DATA, "prompt": None, "duration": "8"},
    "lv": {"image": IMAGE, "prompt": ["one", "two"], "filter_mode": "strict"},
    "t2v_v3": {"prompt": "a cat", "aspect_ratio": "1:1", "duration": "20"},
    "i2v_v3": {"image": IMAGE, "duration": "15"},
    "minimax": {"content": "a cat", "duration": 6, "image_url": IMAGE},
    "seedance20": {"prompt": "x", "duration": 5, "resolution": 480, "ratio": "1:1"},
    "wan27": {"prompt": "x", "duration": "5", "resolution": "720P", "ratio": "4:3"},
    "happyhorse": {"prompt": "x", "duration": 5, "resolution": "1080P"},
}
REFUSED = {
    "bad-key": ("AuthenticationError", "AUTH_FAILED"),
    "no-credits": ("InsufficientCreditsError", "INSUFFICIENT_CREDITS"),
    "no-credits-text": ("InsufficientCreditsError", "INSUFFICIENT_CREDITS"),
    "error-under-200": ("ValidationError", "INVALID_PAYLOAD"),
}
GOOD = ("success", "older", "lost-answer", "stream-cut", "rate-limit")


def error(name: str) -> Any:
    return getattr(package(NAME), name)


def keys(system: System) -> list[str]:
    asked = system.asked("/api/v1/generate/")
    return [item["headers"]["idempotency-key"] for item in asked]


@pytest.mark.parametrize("model", MODELS)
def test_every_model_runs_to_its_video(bench: Bench, model: str) -> None:
    system = bench.start(NAME)
    with system.client() as client:
        job = getattr(client.generation, model)(**MODELS[model])
        task = job.wait()
    assert task.status == "COMPLETED"
    assert task.model == model
    assert job.assets == (task.output.url,)
    assert task.output.url.endswith(f"{job.id}.mp4")
    (create,) = system.asked("/api/v1/generate/")
    assert create["path"] == f"/api/v1/generate/{model}"
    assert create["headers"]["key"] == "test-key"
    assert [item["path"] for item in system.asked("/tasks/")][-2:] == [
        f"/api/v1/tasks/{job.id}/status",
        f"/api/v1/tasks/{job.id}",
    ]


def test_the_operations_have_the_names_of_the_contract(bench: Bench) -> None:
    system = bench.start(NAME)
    given = {"model": "t2v", "prompt": "x", "aspectRatio": "9:16", "duration": "5"}
    with system.client() as client:
        made = client.invoke("createGeneration", given)
        task = made["taskId"]
        assert client.invoke("getStatus", {"taskId": task})["status"] == "COMPLETED"
        assert client.invoke("getTask", {"taskId": task})["id"] == task
        with pytest.raises(error("ConflictError"), match="running"):
            client.invoke("cancelTask", {"taskId": task})
        assert client.tasks.list().tasks[0].id == task
        assert client.account.get().current_balance == 985


def test_a_quote_costs_nothing(bench: Bench) -> None:
    system = bench.start(NAME)
    body = {"content": "a cat", "duration": 5}
    with system.client() as client:
        quote = client.generation.quote("minimax", body=body)
    assert (quote.credits, quote.billable, quote.affordable) == (15, False, True)
    assert system.creates == 0


def test_a_quote_is_checked_as_a_start_is_and_takes_no_fields_at_all(
    bench: Bench,
) -> None:
    system = bench.start(NAME)
    wrong = {"prompt": "x", "aspectRatio": "16:9", "duration": 5}
    with system.client() as client:
        with pytest.raises(error("InvalidPayloadError"), match="'5' or '8', got 5"):
            client.generation.quote("t2v", body=wrong)
        assert system.state["requests"] == []
        with pytest.raises(error("ValidationError"), match="Required: prompt, aspect"):
            client.generation.quote("t2v", body={})


def test_nothing_is_said_by_null_where_frames_and_references_exclude_each_other(
    bench: Bench,
) -> None:
    system = bench.start(NAME)
    images = [IMAGE]
    with system.client() as client:
        create = client.generation.minimax
        create(content="x", image_url=None, reference_image_urls=images).wait()
        create(content="x", image_url=IMAGE, reference_video_url=None).wait()
    assert system.creates == 2


@pytest.mark.parametrize("scenario", GOOD)
def test_a_task_that_was_accepted_ends_well_under_one_key(
    bench: Bench, scenario: str
) -> None:
    system = bench.start(NAME, scenario)
    with system.client() as client:
        job = client.generation.minimax(content="a cat")
        job.wait()
    assert system.creates == 1
    assert len(set(keys(system))) == 1
    assert 8 <= len(keys(system)[0]) <= 128
    repeated = scenario in ("lost-answer", "rate-limit")
    assert len(keys(system)) == (2 if repeated else 1)


def test_a_key_of_ones_own_is_sent_and_kept(bench: Bench) -> None:
    system = bench.start(NAME, "lost-answer")
    options = package(NAME).CallOptions(idempotency_key="my-own-key-1")
    with system.client() as client:
        client.generation.minimax(content="a cat", options=options).wait()
    assert keys(system) == ["my-own-key-1", "my-own-key-1"]


def test_a_start_that_stays_uncertain_is_to_be_repeated_under_its_key(
    bench: Bench,
) -> None:
    system = bench.start(NAME, "down")
    with (
        system.client() as client,
        pytest.raises(error("SubmissionUncertain"), match="under its key") as caught,
    ):
        client.generation.minimax(content="a cat")
    assert len(keys(system)) == 3
    assert set(keys(system)) == {caught.value.idempotency_key}
    assert "same idempotency key" in caught.value.guidance
    assert "GET /api/v1/tasks" in caught.value.guidance


def test_a_code_under_a_poll_is_no_failed_task(bench: Bench) -> None:
    system = bench.start(NAME, "upstream-under-200")
    with system.client() as client:
        assert client.generation.minimax(content="a cat").wait().status == "COMPLETED"


def test_a_key_that_was_used_for_something_else_is_a_conflict(bench: Bench) -> None:
    system = bench.start(NAME)
    options = package(NAME).CallOptions(idempotency_key="my-own-key-1")
    with system.client() as client:
        client.generation.minimax(content="a cat", options=options).wait()
        with pytest.raises(error("ConflictError")) as caught:
            client.generation.minimax(content="a dog", options=options)
    assert caught.value.provider_code == "IDEMPOTENCY_CONFLICT"
    assert system.creates == 1


def test_a_limit_on_credits_is_an_argument(bench: Bench) -> None:
    system = bench.start(NAME)
    with system.client() as client:
        with pytest.raises(error("ValidationError")) as caught:
            client.generation.minimax(content="a cat", max_credits=3)
        client.generation.minimax(content="a cat", max_credits=15).wait()
    assert caught.value.code == "BUDGET_EXCEEDED"
    limits = [i["headers"]["x-max-credits"] for i in system.asked("/generate/")]
    assert limits == ["3", "15"]


@pytest.mark.parametrize("scenario", REFUSED)
def test_the_code_in_the_body_goes_before_the_http_status(
    bench: Bench, scenario: str
) -> None:
    kind, code = REFUSED[scenario]
    system = bench.start(NAME, scenario)
    with (
        system.client() as client,
        pytest.raises(error(kind)) as caught,
    ):
        client.generation.minimax(content="a cat")
    assert caught.value.code == code
    assert caught.value.guidance
    assert caught.value.job_id is None
    assert system.creates == 0


def test_an_unknown_task_is_not_found(bench: Bench) -> None:
    with (
        bench.start(NAME).client() as client,
        pytest.raises(error("NotFoundError")) as caught,
    ):
        client.tasks.get("tv_none")
    assert caught.value.code == "TASK_NOT_FOUND"


def test_a_failed_task_is_no_failed_request(bench: Bench) -> None:
    system = bench.start(NAME, "failure")
    with system.client() as client:
        job = client.generation.t2v(**MODELS["t2v"])
        with pytest.raises(error("JobFailed"), match="the model gave no video"):
            job.wait()
        assert client.tasks.status(job.id).status == "FAILED"
    assert job.outcome.status == "FAILED"
    assert not isinstance(error("JobFailed")(), error("ApiError"))


@pytest.mark.parametrize("scenario", ["success", "failure"])
def test_the_outcome_has_the_seven_names_of_the_contract(
    bench: Bench, scenario: str
) -> None:
    system = bench.start(NAME, scenario)
    with system.client() as client:
        job = client.generation.t2v(**MODELS["t2v"])
        for _ in job.updates():
            pass
    told = job.outcome.to_dict(style="wire")
    ok = scenario == "success"
    assert told["ok"] is ok
    assert told["status"] == ("COMPLETED" if ok else "FAILED")
    assert told["taskId"] == job.id
    assert told["data"]["id"] == job.id
    assert told["errorMessage"] == (None if ok else "the model gave no video")
    assert (told["errorCode"] is None) is ok
    assert told["retryAfter"] is None


def test_the_older_place_of_the_video_is_read(bench: Bench, tmp_path: Any) -> None:
    with bench.start(NAME, "older").client() as client:
        job = client.generation.t2v(**MODELS["t2v"])
        task = job.wait()
        (path,) = job.download(tmp_path)
    assert job.assets == (task.output.video_url,)
    assert path.read_bytes().startswith(b"video ")


def test_a_submitted_task_can_be_cancelled(bench: Bench) -> None:
    system = bench.start(NAME, "waiting")
    with system.client() as client:
        job = client.generation.minimax(content="a cat")
        job.cancel(wait=True)
    assert (job.state, job.status) == ("cancelled", "CANCEL")
    (asked,) = system.asked("/cancel")
    assert asked["method"] == "PUT"


def test_a_running_task_cannot_be_cancelled(bench: Bench) -> None:
    system = bench.start(NAME, "running")
    with system.client() as client:
        job = client.generation.minimax(content="a cat")
        job.refresh()
        with pytest.raises(error("NotSupportedError"), match="PROGRESS"):
            job.cancel()
    assert system.asked("/cancel") == []


def test_an_unknown_model_has_a_code_of_its_own(bench: Bench) -> None:
    system = bench.start(NAME)
    with (
        system.client() as client,
        pytest.raises(error("InvalidPayloadError")) as caught,
    ):
        client.generation.create("nope", prompt="a cat")
    assert caught.value.code == "INVALID_MODEL"
    issue = caught.value.issues[0]
    assert issue.field == "path.model"
    assert "'minimax'" in issue.expected
    assert issue.actual == "'nope'"
    assert system.state["requests"] == []


@pytest.mark.parametrize(
    ("model", "given", "field"),
    [
        ("t2v", {"prompt": "x", "aspect_ratio": "16:9", "duration": 5}, "duration"),
        ("t2v", {"prompt": "x", "aspect_ratio": "4:3", "duration": "5"}, "aspectRatio"),
        ("minimax", {"content": "x", "duration": "5"}, "duration"),
        ("minimax", {"content": "x", "duration": 30}, "duration"),
        ("minimax", {"prompt": "x"}, "content"),
        (
            "lv",
            {"image": IMAGE, "prompt": ["x"] * 7, "filter_mode": "strict"},
            "prompt",
        ),
        ("i2v", {"image": "cat.png", "prompt": None, "duration": "5"}, "image"),
        (
            "minimax",
            {"content": "x", "image_url": IMAGE, "reference_image_urls": [IMAGE]},
            "imageUrl",
        ),
        (
            "seedance20",
            {"duration": 5, "resolution": 480, "ratio": "1:1", "audio": IMAGE},
            "prompt",
        ),
    ],
)
def test_a_payload_is_checked_by_its_model_before_it_is_sent(
    bench: Bench, model: str, given: dict[str, Any], field: str
) -> None:
    system = bench.start(NAME)
    with (
        system.client() as client,
        pytest.raises(error("InvalidPayloadError")) as caught,
    ):
        client.generation.create(model, **given)
    assert caught.value.code == "INVALID_PAYLOAD"
    found = {issue.field for issue in caught.value.issues}
    assert field in found, found
    assert all(issue.expected and issue.actual for issue in caught.value.issues)
    assert system.state["requests"] == []


def test_fields_of_the_older_contract_are_marked(bench: Bench) -> None:
    found = bench.run("inspect", NAME, "--json").last
    old = {row["call"] for row in found["operations"] if row["deprecated"]}
    assert old == {"generation.lv"}


def test_a_field_of_several_models_is_shown_with_all_that_they_take(
    bench: Bench,
) -> None:
    found = bench.run("inspect", NAME, "createGeneration", "--json").last
    fields = {item["name"]: item for item in found["fields"]}
    assert fields["duration"]["type"] == "string | integer | number"
    assert "allowed_values" not in fields["duration"]
    assert {"480", "720p", "720P"} <= set(
        map(str, fields["resolution"]["allowed_values"])
    )
    names = [item["name"] for item in found["variants"]]
    assert names[5:7] == ["MinimaxFrames", "MinimaxReferences"]


def test_timeout_and_retries_come_from_the_environment(bench: Bench) -> None:
    bench.env.setenv("AIVIDEO_TIMEOUT_MS", "1500")
    bench.env.setenv("AIVIDEO_MAX_RETRIES", "7")
    client = bench.start(NAME).client(retry=None)
    assert client._timeout == 1.5
    assert client._retry.max_retries == 7


def test_states_are_asked_for_ever_more_slowly() -> None:
    (lifecycle,) = part(NAME, "_service").SERVICE.lifecycles
    wait = lifecycle.wait
    assert (wait.first, wait.interval, wait.factor, wait.ceiling) == (0, 2, 1.5, 10)


def test_everything_works_awaited_and_at_once(bench: Bench) -> None:
    systems = {name: bench.start(NAME, name) for name in (*GOOD, *REFUSED, "failure")}

    async def one(system: System) -> Any:
        async with system.async_client() as client:
            job = await client.generation.minimax(content="a cat")
            async for _ in job.updates():
                pass
            return job.outcome

    async def every() -> list[Any]:
        work = (one(system) for system in systems.values())
        return await asyncio.gather(*work, return_exceptions=True)

    ended = dict(zip(systems, asyncio.run(every()), strict=True))
    assert all(ended[name].ok for name in GOOD)
    assert all(ended[name].code == code for name, (_, code) in REFUSED.items())
    assert ended["failure"].error_message == "the model gave no video"


@pytest.mark.parametrize(
    ("scenario", "code", "event"),
    [
        ("success", 0, "terminal"),
        ("lost-answer", 0, "terminal"),
        ("stream-cut", 0, "terminal"),
        ("failure", 10, "terminal"),
        ("no-credits", 20, "error"),
        ("bad-key", 21, "error"),
        ("error-under-200", 22, "error"),
    ],
)
def test_the_command_line_ends_with_one_event_and_its_exit_code(
    bench: Bench, scenario: str, code: int, event: str
) -> None:
    system = bench.start(NAME, scenario)
    payload = {"model": "minimax", "content": "a cat"}
    more = ("--poll-interval", "0.01")
    ran = bench.call(system, "createGeneration", payload, *more)
    assert ran.code == code, ran.out
    assert ran.events[-1] == event


def test_the_command_line_names_an_unknown_model(bench: Bench) -> None:
    system = bench.start(NAME)
    ran = bench.call(system, "createGeneration", {"model": "nope", "content": "x"})
    assert (ran.code, ran.last["code"]) == (22, "INVALID_MODEL")
    assert ran.last["issues"][0]["field"] == "path.model"
