"""Running jobs from the command line: events, last lines, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from .conftest import Ran, Simulated, Specloom, counted, validator

CALL = "/generation/sse/kling-ai/kling-v2.6"
PAYLOAD = '{"prompt":"neon city rain"}'
LAST = {"terminal", "timeout", "error", "detached"}


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SKILLS_VIDEO_API_KEY", "k")


def called(specloom: Specloom, url: str, *further: str | Path) -> Ran:
    common = ("--base-url", url, "--payload", PAYLOAD, "--poll-interval", "0.5")
    return specloom("call", "skills_video", CALL, *common, "--json", *further)


def fitting(ran: Ran, command: str = "call") -> Ran:
    """Every line fits the published schema; exactly one last event, at the end."""
    for line in ran.lines:
        validator(command).validate(line)
    assert [event for event in ran.events if event in LAST] == ran.events[-1:]
    return ran


@pytest.mark.parametrize(
    ("scenario", "code", "event"),
    [
        ("lost-answer", 3, "error"),
        ("insufficient-credits", 20, "error"),
        ("drop-stream", 0, "terminal"),
    ],
)
def test_a_scenario_ends_in_its_code_with_one_create_at_most(
    specloom: Specloom, simulated: Simulated, scenario: str, code: int, event: str
) -> None:
    url = simulated(scenario)
    ran = fitting(called(specloom, url))
    assert (ran.code, ran.last["event"]) == (code, event)
    assert counted(url) <= 1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("scenario", "code", "source"),
    [
        ("happy", 0, "stream"),
        ("silent-close", 0, "poll"),
        ("stall", 0, "poll"),
        ("heartbeats-only", 0, "poll"),
        ("fail", 10, "stream"),
        ("cancelled", 10, "stream"),
        ("rate-limit", 0, "poll"),
        ("server-errors", 0, "poll"),
        ("no-stream-endpoint", 0, "poll"),
    ],
)
def test_every_scenario_that_accepts_ends_in_a_terminal_event(
    specloom: Specloom, simulated: Simulated, scenario: str, code: int, source: str
) -> None:
    url = simulated(scenario)
    ran = fitting(called(specloom, url))
    assert (ran.code, ran.last["event"]) == (code, "terminal")
    assert ran.last["source"] == source
    assert ran.last["ok"] is (code == 0)
    assert counted(url) == 1


def test_a_dropped_stream_goes_on_by_polling_and_its_file_is_saved(
    specloom: Specloom, simulated: Simulated, tmp_path: Path
) -> None:
    ran = fitting(called(specloom, simulated("drop-stream"), "--download", tmp_path))
    assert ran.code == 0
    order = ["start", "sse_open", "submitted", "sse_event", "sse_stream_ended"]
    assert [event for event in dict.fromkeys(ran.events) if event in order] == order
    assert ran.events[-2:] == ["download", "terminal"]
    (saved,) = tmp_path.iterdir()
    assert ran.lines[-2]["bytes"] == saved.stat().st_size > 0
    ids = {line["job_id"] for line in ran.lines if "job_id" in line}
    assert len(ids) == 1


def test_a_detached_job_is_waited_for_by_token_and_read_by_id(
    specloom: Specloom, simulated: Simulated
) -> None:
    url = simulated("happy")
    left = fitting(called(specloom, url, "--detach"))
    assert (left.code, left.last["event"]) == (0, "detached")
    job = left.last["job_id"]
    read = specloom("status", "skills_video", job, "--base-url", url, "--json")
    assert read.code == 0
    validator("status").validate(read.last)
    assert read.last["job_id"] == job
    assert not read.last["terminal"]
    common = ("--base-url", url, "--poll-interval", "0.5", "--json")
    ran = fitting(specloom("wait", "skills_video", left.last["token"], *common), "wait")
    assert (ran.code, ran.last["state"]) == (0, "succeeded")
    assert counted(url) == 1


def test_a_short_timeout_leaves_the_job_with_its_token(
    specloom: Specloom, simulated: Simulated
) -> None:
    ran = fitting(called(specloom, simulated("happy"), "--timeout", "0.3"))
    assert (ran.code, ran.last["event"]) == (11, "timeout")
    assert json.loads(ran.last["token"])["id"] == ran.last["job_id"]


def test_without_a_key_nothing_is_sent_and_the_variable_is_named(
    specloom: Specloom, simulated: Simulated, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SKILLS_VIDEO_API_KEY", "  ")
    url = simulated("happy")
    ran = fitting(called(specloom, url))
    assert ran.code == 21
    assert "SKILLS_VIDEO_API_KEY" in ran.last["guidance"]
    assert "https://skills.video/dashboard/developer" in ran.last["guidance"]
    assert counted(url) == 0


@pytest.mark.parametrize(
    ("payload", "field", "expected", "actual"),
    [
        ({"prompt": "x", "duration": 99}, "duration", "at most 15", "99"),
        (
            {"prompt": "x", "quality": "best"},
            "quality",
            "'standard' or 'pro'",
            "'best'",
        ),
        ({"duration": 5}, "prompt", "a value", "nothing"),
        ({"prompt": 3}, "prompt", "text", "3"),
    ],
)
def test_a_wrong_payload_names_field_expected_and_actual_and_sends_nothing(
    specloom: Specloom,
    simulated: Simulated,
    payload: dict[str, object],
    field: str,
    expected: str,
    actual: str,
) -> None:
    url = simulated("happy")
    operation = "generation.kling_v3_video"
    given = ("--payload", json.dumps(payload), "--base-url", url, "--json")
    ran = fitting(specloom("call", "skills_video", operation, *given))
    assert ran.code == 22
    assert {"field": field, "expected": expected, "actual": actual} in ran.last[
        "issues"
    ]
    assert counted(url) == 0


def test_a_field_that_is_not_known_is_refused_unless_allowed(
    specloom: Specloom, simulated: Simulated
) -> None:
    url = simulated("happy")
    given = ("--set", "prompt=x", "--set", "promt=y", "--base-url", url, "--json")
    call = ("call", "skills_video", "generation.kling_v3_video", *given)
    refused = fitting(specloom(*call))
    assert refused.code == 22
    assert "did you mean `prompt`?" in refused.last["guidance"]
    allowed = fitting(specloom(*call, "--allow-unknown", "--detach"))
    assert allowed.last["event"] in ("detached", "error")


def test_an_argument_that_is_not_known_is_named_where_there_is_no_body(
    specloom: Specloom,
) -> None:
    pets = Path(__file__).parents[1] / "data" / "openapi.yaml"
    ran = fitting(specloom("call", pets, "pets.list", "--set", "limt=3", "--json"))
    assert ran.code == 22
    assert ran.last["issues"][0]["field"] == "limt"
    assert "did you mean `limit`?" in ran.last["guidance"]


def test_an_unknown_job_is_refused_and_an_unknown_operation_is_usage(
    specloom: Specloom, simulated: Simulated
) -> None:
    url = simulated("happy")
    read = specloom("status", "skills_video", "nope", "--base-url", url, "--json")
    assert (read.code, read.events) == (12, ["error"])
    assert read.last["category"] == "not_found"
    told = specloom("status", "skills_video", "nope", "--base-url", url).err
    assert told == "error: the server does not know the job (any more)\n"
    ran = specloom("call", "skills_video", "generation.kling_v3_vide", "--json")
    assert ran.code == 2
    assert ran.events == ["error"]
    assert "did you mean `generation.kling_v3_video`" in ran.last["message"]


def test_no_connection_is_transient_for_a_plain_call(specloom: Specloom) -> None:
    where = ("--base-url", "http://127.0.0.1:9", "--request-timeout", "0.2")
    ran = fitting(specloom("call", "skills_video", "GET /credits", *where, "--json"))
    assert (ran.code, ran.last["category"]) == (24, "network")


def test_a_plain_call_prints_its_answer(
    specloom: Specloom, simulated: Simulated
) -> None:
    url = simulated("happy")
    ran = fitting(
        specloom("call", "skills_video", "/credits", "--base-url", url, "--json")
    )
    assert (ran.code, ran.last["source"]) == (0, "response")
    plain = specloom("call", "skills_video", "/credits", "--base-url", url, "-q")
    assert json.loads(plain.out) == ran.last["result"]
    assert plain.err == ""


def test_no_stream_means_the_plain_form(
    specloom: Specloom, simulated: Simulated
) -> None:
    ran = fitting(called(specloom, simulated("happy"), "--no-stream", "--detach"))
    assert ran.lines[0]["mode"] == "poll"
    assert "/sse/" not in ran.lines[0]["url"]
    assert ran.events == ["start", "submitted", "detached"]


@pytest.mark.parametrize("form", [(), ("--no-stream",)])
def test_a_file_among_the_arguments_is_uploaded_as_a_form(
    specloom: Specloom, simulated: Simulated, tmp_path: Path, form: tuple[str, ...]
) -> None:
    picture = tmp_path / "cat.png"
    picture.write_bytes(b"\x89PNG")
    url = simulated("happy")
    given = ("--set", f"image_url=@{picture}", "--base-url", url, "--detach", "--json")
    call = ("call", "skills_video", CALL, "--set", "prompt=x", *given, *form)
    assert fitting(specloom(*call)).code == 0
    assert counted(url) == 1


def test_an_id_needs_its_operation_where_several_lifecycles_are_declared(
    specloom: Specloom,
) -> None:
    ran = specloom("wait", "nemovideo", "some-id", "--json")
    assert (ran.code, ran.events) == (2, ["error"])
    assert "give --operation" in ran.last["message"]


def test_the_schemas_of_all_commands_are_schemas() -> None:
    for path in sorted((Path(__file__).parents[2] / "docs/schemas").glob("*.json")):
        jsonschema.Draft202012Validator.check_schema(
            json.loads(path.read_text("utf-8"))
        )
