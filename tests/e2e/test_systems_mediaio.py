"""Media.io end to end: its catalogue as a client and on the command line."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from specloom import pipeline
from specloom.python import binding
from specloom.runtime._client import Core
from specloom.runtime._errors import AuthenticationError

from tests.systems import Bench, System, package, part

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "specs" / "mediaio" / "c_api_doc_detail.json"
PICTURE = "https://files.example/cat.png"
ENDED = {
    "success": (True, "succeeded", "completed"),
    "catalogue-words": (True, "succeeded", "succeeded"),
    "no-result": (True, "succeeded", "completed"),
    "odd-status": (True, "succeeded", "completed"),
    "stream-cut": (True, "succeeded", "completed"),
    "failure": (False, "failed", "failed"),
    "timeout": (False, "expired", "timeout"),
}
REFUSED = {
    "bad-key": ("AuthenticationError", "AUTH_FAILED", "374004"),
    "no-credits": ("InsufficientCreditsError", "INSUFFICIENT_CREDITS", "490505"),
    "unknown-code": ("UnknownApiError", "UNKNOWN_ERROR", "555123"),
    "unknown-code-503": ("UnknownApiError", "UNKNOWN_ERROR", "555123"),
}


def kling(client: Any) -> Any:
    return client.image_to_video.kling_3_0(image=PICTURE, prompt="a cat dances")


@pytest.mark.parametrize("scenario", ENDED)
def test_a_task_ends_as_the_envelope_says_whatever_the_http_status(
    bench: Bench, scenario: str
) -> None:
    ok, state, status = ENDED[scenario]
    system = bench.start("mediaio", scenario)
    with system.client() as client:
        job = kling(client)
        for _ in job.updates():
            pass
    outcome = job.outcome
    assert (outcome.ok, outcome.state, outcome.status) == (ok, state, status)
    assert (outcome.summary is not None) is (ok and scenario != "no-result")
    assert system.creates == 1
    assert len(outcome.trace_id) == 32
    polls = system.asked("/generation/result/")
    assert polls
    assert all((p["method"], p["body"]) == ("POST", {}) for p in polls)
    (create,) = system.asked("i2v-kling-v3-0")
    assert create["body"] == {"data": {"image": PICTURE, "prompt": "a cat dances"}}
    assert create["headers"]["x-api-key"] == "test-key"


@pytest.mark.parametrize("scenario", ["failure", "timeout"])
def test_the_reason_of_a_task_is_the_message_of_the_error(
    bench: Bench, scenario: str
) -> None:
    errors = package("mediaio")
    kind = errors.JobFailed if scenario == "failure" else errors.JobExpired
    reason = "face not found" if scenario == "failure" else "took too long"
    with (
        bench.start("mediaio", scenario).client() as client,
        pytest.raises(kind, match=reason) as caught,
    ):
        kling(client).wait()
    assert caught.value.trace_id
    assert caught.value.job_id
    assert caught.value.outcome.error_message == reason


@pytest.mark.parametrize("scenario", REFUSED)
def test_every_code_is_an_error_of_its_own_with_the_trace_id(
    bench: Bench, scenario: str
) -> None:
    kind, code, own = REFUSED[scenario]
    system = bench.start("mediaio", scenario)
    with (
        system.client() as client,
        pytest.raises(getattr(package("mediaio"), kind)) as caught,
    ):
        kling(client)
    error = caught.value
    assert (error.code, error.provider_code) == (code, own)
    assert len(error.trace_id) == 32
    assert error.guidance
    assert system.creates == 0
    assert len(system.asked("i2v-kling")) == 1


def test_rejected_parameters_are_a_validation_error(bench: Bench) -> None:
    system = bench.start("mediaio")
    options = package("mediaio").CallOptions(extra_body={"prompt": ""})
    with system.client() as client:
        with pytest.raises(package("mediaio").ValidationError) as caught:
            client.query.task_result("unknown")
        assert caught.value.provider_code == "490000"
        assert caught.value.trace_id
        with pytest.raises(package("mediaio").ValidationError):
            client.text_to_image.imagen_4(prompt="x", options=options)


@pytest.mark.parametrize("scenario", ["lost-answer", "no-task-id"])
def test_a_task_whose_id_never_came_is_uncertain_and_never_started_again(
    bench: Bench, scenario: str
) -> None:
    system = bench.start("mediaio", scenario)
    with (
        system.client() as client,
        pytest.raises(package("mediaio").SubmissionUncertain),
    ):
        kling(client)
    assert system.creates == 1
    assert len(system.asked("i2v-kling")) == 1


def test_everything_works_awaited_and_at_once(bench: Bench) -> None:
    systems = {name: bench.start("mediaio", name) for name in (*ENDED, *REFUSED)}

    async def one(name: str, system: System) -> Any:
        async with system.async_client() as client:
            job = await kling(client)
            async for _ in job.updates():
                pass
            return job.outcome

    async def all_of_them() -> list[Any]:
        work = (one(name, system) for name, system in systems.items())
        return await asyncio.gather(*work, return_exceptions=True)

    ended = dict(zip(systems, asyncio.run(all_of_them()), strict=True))
    for name, (ok, state, _) in ENDED.items():
        assert (ended[name].ok, ended[name].state) == (ok, state), name
    for name, (_, code, _) in REFUSED.items():
        assert ended[name].code == code, name


def test_invoke_takes_the_exact_name_and_returns_the_whole_answer(bench: Bench) -> None:
    system = bench.start("mediaio")
    with system.client() as client:
        made = client.invoke("Imagen 4", {"prompt": "a cat", "counts": "2"})
        assert made["code"] == 0
        assert made["data"]["task_id"]
        found = client.invoke("Task Result", {"task_id": made["data"]["task_id"]})
        assert found["data"]["task_id"] == made["data"]["task_id"]
        assert client.invoke("Credits")["data"] == {"credits": 250}
        label = client.invoke("Wan 2.6 (Text To Video)", {"prompt": "x"})
        assert label["code"] == 0
        with pytest.raises(package("mediaio").InvalidPayloadError) as caught:
            client.invoke("Imagen 5", {"prompt": "x"})
    assert caught.value.code == "INVALID_MODEL"
    bodies = [item["body"] for item in system.state["requests"]]
    wrapped = {"data": {"prompt": "a cat", "counts": "2"}}
    assert bodies == [wrapped, {}, {}, {"data": {"prompt": "x"}}]


@pytest.mark.parametrize(
    ("arguments", "field", "expected"),
    [
        ({"image": "/tmp/cat.png", "prompt": "x"}, "image", "public http(s) URL"),
        (
            {"image": PICTURE, "generate_audio": True, "prompt": "x"},
            "generate_audio",
            "'True'",
        ),
        ({"image": PICTURE, "duration": 5, "prompt": "x"}, "duration", "'5s'"),
        ({"image": PICTURE, "prompt": "x" * 5000}, "prompt", "at most"),
        ({"image": PICTURE, "resolution": "8K", "prompt": "x"}, "resolution", "or"),
    ],
)
def test_a_wrong_value_is_refused_before_anything_is_sent(
    bench: Bench, arguments: dict[str, Any], field: str, expected: str
) -> None:
    system = bench.start("mediaio")
    with system.client() as client:
        call = client.image_to_video.kling_3_0
        if "resolution" in arguments:
            call = client.image_to_video.google_veo_3_1
        with pytest.raises(package("mediaio").InvalidPayloadError) as caught:
            call(**arguments)
    assert caught.value.code == "INVALID_PAYLOAD"
    assert caught.value.issues[0].field == field
    assert expected in caught.value.issues[0].expected
    assert system.state["requests"] == []


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        ({"resolution": "1080P"}, True),
        ({"resolution": "1080P", "duration": "6s"}, True),
        ({"resolution": "768P", "duration": "10s"}, True),
        ({"duration": "10s"}, True),
        ({"resolution": "1080P", "duration": "10s"}, False),
    ],
)
def test_a_resolution_that_goes_with_one_length_only_is_checked(
    bench: Bench, given: dict[str, str], taken: bool
) -> None:
    system = bench.start("mediaio")
    with system.client() as client:
        create = client.image_to_video.hailuo_2_3
        if taken:
            assert create(image=PICTURE, prompt="x", **given).wait()
        else:
            with pytest.raises(package("mediaio").InvalidPayloadError) as caught:
                create(image=PICTURE, prompt="x", **given)
            fields = {issue.field for issue in caught.value.issues}
            assert fields == {"resolution", "duration"}
    assert system.creates == taken


def test_one_image_where_a_list_is_wanted_is_told_in_plain_words(bench: Bench) -> None:
    with (
        bench.start("mediaio").client() as client,
        pytest.raises(package("mediaio").InvalidPayloadError, match="expected a list"),
    ):
        client.image_to_image.nano_banana(images=PICTURE, prompt="x")


def test_the_key_comes_from_its_own_variable_before_the_general_one(
    bench: Bench,
) -> None:
    system = bench.start("mediaio")
    with pytest.raises(
        package("mediaio").AuthenticationError, match="MEDIAIO_API_KEY or"
    ):
        system.client(None).query.credits()
    bench.env.setenv("API_KEY", "general")
    system.client(None).query.credits()
    bench.env.setenv("MEDIAIO_API_KEY", "own")
    system.client(None).query.credits()
    keys = [item["headers"]["x-api-key"] for item in system.state["requests"]]
    assert keys == ["general", "own"]


def test_the_key_leaves_for_the_declared_host_by_https_only() -> None:
    client = package("mediaio").MediaIO(api_key="test-key")
    site = client._site
    assert site.base_url == "https://openapi.media.io"
    assert site.origins == frozenset({"https://openapi.media.io:443"})
    plain = package("mediaio").MediaIO("test-key", base_url="http://openapi.media.io")
    with pytest.raises(package("mediaio").ClientError, match="https"):
        plain.query.credits()


def test_an_entry_that_leads_to_another_host_is_never_called(tmp_path: Path) -> None:
    entries = json.loads(CATALOGUE.read_text("utf-8"))
    address = entries[3]["endpoint"]
    entries[3]["endpoint"] = address.replace("openapi.media.io", "elsewhere.example")
    path = tmp_path / "led-away.json"
    path.write_text(json.dumps(entries), "utf-8")
    overlay = CATALOGUE.with_name("overlay.yaml")
    bound = binding.bind(pipeline.read_api(path, [overlay]).api)
    client = Core(bound.service, bound.find, api_key="test-key")
    with pytest.raises(AuthenticationError, match=r"elsewhere\.example"):
        client.invoke(entries[3]["name"], {"prompt": "a cat"})


def test_polling_has_a_pace_attempts_and_a_deadline() -> None:
    (lifecycle,) = part("mediaio", "_service").SERVICE.lifecycles
    wait = lifecycle.wait
    assert (wait.interval, wait.factor, wait.ceiling) == (5, 1, 5)
    assert (wait.attempts, wait.deadline) == (180, 900)


def test_the_catalogue_is_read_as_it_is(bench: Bench) -> None:
    entries = json.loads(CATALOGUE.read_text("utf-8"))
    assert len(entries) == 24
    found = bench.run("inspect", str(CATALOGUE), "--json").last
    assert len(found["operations"]) == 24
    one = bench.run("inspect", "mediaio", "Imagen 4", "--json").last
    fields = {item["name"]: item for item in one["fields"]}
    assert fields["counts"]["allowed_values"] == ["1", "2", "3", "4"]
    assert fields["counts"]["default"] == "1"
    assert fields["prompt"]["max_length"] == 1200
    assert one["result_summary"]


def test_repeated_names_are_listed_sorted(bench: Bench, tmp_path: Path) -> None:
    entries = json.loads(CATALOGUE.read_text("utf-8"))
    path = tmp_path / "twice.json"
    path.write_text(json.dumps([*entries, entries[5], entries[2]]), "utf-8")
    ran = bench.run("inspect", str(path))
    listed = ", ".join(sorted([entries[5]["name"], entries[2]["name"]]))
    assert ran.code == 1
    assert f"names are not unique: {listed}" in ran.err


def test_another_catalogue_is_read_by_a_table_of_its_keys(
    bench: Bench, tmp_path: Path
) -> None:
    entry = {
        "api": "Draw",
        "uri": "https://api.example.com/draw/{style}",
        "verb": "POST",
        "args": [
            {"id": "style", "type": "string", "must": True},
            {"id": "text", "type": "string", "must": True, "choices": ["a", "b"]},
        ],
    }
    (tmp_path / "cat.json").write_text(json.dumps([entry]), "utf-8")
    (tmp_path / "specloom.toml").write_text(
        '[clients.draw]\nspec = "cat.json"\n[clients.draw.catalogue]\nname = "api"\n'
        'endpoint = "uri"\nmethod = "verb"\nbody = "args"\nfield_name = "id"\n'
        'field_required = "must"\nfield_enum = ["choices"]\n',
        "utf-8",
    )
    bench.env.chdir(tmp_path)
    found = bench.run("inspect", "draw", "Draw", "--json").last
    assert found["endpoint"] == "POST /draw/{style}"
    assert found["parameters"][0]["name"] == "style"
    assert found["fields"][0]["allowed_values"] == ["a", "b"]


@pytest.mark.parametrize(
    ("scenario", "code", "event"),
    [
        ("success", 0, "terminal"),
        ("stream-cut", 0, "terminal"),
        ("odd-status", 0, "terminal"),
        ("failure", 10, "terminal"),
        ("timeout", 10, "terminal"),
        ("no-credits", 20, "error"),
        ("bad-key", 21, "error"),
        ("lost-answer", 3, "error"),
        ("unknown-code", 25, "error"),
        ("unknown-code-503", 25, "error"),
    ],
)
def test_the_command_line_ends_with_one_event_and_its_exit_code(
    bench: Bench, scenario: str, code: int, event: str
) -> None:
    system = bench.start("mediaio", scenario)
    payload = {"image": PICTURE, "prompt": "a cat"}
    ran = bench.call(system, "Kling 3.0", payload, "--poll-interval", "0.01")
    assert ran.code == code, ran.out
    assert ran.events[-1] == event
    assert ran.events[0] == "start"
    if event == "error" and scenario != "lost-answer":
        assert len(ran.last["trace_id"]) == 32
    if scenario == "success":
        assert ran.last["summary"].endswith("-0.png")


def test_the_files_of_a_task_are_downloaded(bench: Bench, tmp_path: Path) -> None:
    with bench.start("mediaio").client() as client:
        job = kling(client)
        (path,) = job.download(tmp_path)
    assert path.read_bytes().startswith(b"image ")
