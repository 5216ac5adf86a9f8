"""NemoVideo end to end: tokens, sessions, chats without an id, uploads, exports."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from specloom.cli import lookup
from specloom.python import binding

from tests.faults.script import CUT, EOF, STALL, After, answer, event, events
from tests.faults.world import World
from tests.systems import Bench, System, folder, package, part

NAME = "nemovideo"
SAID = {"parts": [{"text": "make a clip"}]}
STATE = "GET /api/state/nemo_agent/me/s1/latest"
CHATS = ("success", "adk", "silent-close")
ATTRIBUTION = ("x-skill-source", "x-skill-version", "x-skill-platform")


def error(name: str) -> Any:
    return getattr(package(NAME), name)


def chat(client: Any) -> Any:
    return client.chat.send(new_message=SAID)


# Tokens and sessions.


def test_a_token_in_the_environment_is_used(bench: Bench) -> None:
    bench.env.setenv("NEMO_TOKEN", "mine")
    system = bench.start(NAME)
    with system.client(None) as client:
        assert client.credits.get().data.total == 100
    (asked,) = system.state["requests"]
    assert asked["headers"]["authorization"] == "Bearer mine"
    assert all(asked["headers"][name] for name in ATTRIBUTION)


def test_without_a_token_an_anonymous_one_is_fetched_and_found_again(
    bench: Bench, tmp_path: Path
) -> None:
    system = bench.start(NAME)
    with system.client(None) as client:
        client.credits.get()
    with system.client(None) as client:
        client.credits.get()
    code = (
        f"import nemovideo\nc = nemovideo.NemoVideo(base_url={system.url!r})\n"
        "print(c.credits.get().data.total)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder(NAME),
        env={"XDG_STATE_HOME": str(tmp_path), "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stdout.strip() == "100", ran.stderr
    (token,) = system.asked("/anonymous-token")
    assert 0 < len(token["headers"]["x-client-id"]) <= 64
    assert "authorization" not in token["headers"]
    assert system.state["tokens"] == 1
    used = {i["headers"]["authorization"] for i in system.asked("/credits/")}
    assert used == {"Bearer nmv_usr_1"}
    every = system.state["requests"]
    assert all(item["headers"][name] for item in every for name in ATTRIBUTION)


def test_without_a_token_auth_says_that_one_is_fetched_and_how_to_get_ones_own(
    bench: Bench,
) -> None:
    ran = bench.run("auth", NAME, "--json")
    assert (ran.code, ran.last["ok"], ran.last["source"]) == (0, True, "acquired")
    assert ran.last["env_var"] == "NEMO_TOKEN"
    assert "an anonymous one is fetched" in ran.last["how_to_get_key"][0]


def test_an_expired_token_is_renewed_under_the_same_client_id(bench: Bench) -> None:
    system = bench.start(NAME, "expired-token")
    with system.client(None) as client:
        chat(client).wait()
    first, second = system.asked("/anonymous-token")
    assert first["headers"]["x-client-id"] == second["headers"]["x-client-id"]
    assert system.state["messages"] == 1


def test_a_client_id_may_come_from_the_environment(bench: Bench) -> None:
    bench.env.setenv("NEMO_CLIENT_ID", "my-own-id")
    system = bench.start(NAME)
    with system.client(None) as client:
        client.credits.get()
    (token,) = system.asked("/anonymous-token")
    assert token["headers"]["x-client-id"] == "my-own-id"


def test_a_token_of_ones_own_that_is_bad_is_not_replaced(bench: Bench) -> None:
    system = bench.start(NAME, "bad-key")
    with (
        system.client("bad") as client,
        pytest.raises(error("AuthenticationError"), match="NEMO_TOKEN") as caught,
    ):
        client.credits.get()
    assert caught.value.provider_code == "1001"
    assert system.state["tokens"] == 0


def test_a_limit_on_tokens_is_waited_for_once(bench: Bench) -> None:
    client = bench.start(NAME).client(None)
    wire = part(NAME, "_runtime._wire")
    body = json.dumps({"code": 429, "message": "later"}).encode()
    steps = client._fetcher._acquired("bearerAuth", client._service.schemes[0].acquire)
    first = steps.send(None)
    limited = wire.Reply(429, (("content-type", "application/json"),), body)
    assert steps.send(limited) == 30
    assert steps.send(None) == first
    with pytest.raises(error("RateLimitedError"), match="ten in seven days"):
        steps.send(limited)


@pytest.mark.parametrize("key", [None, "mine"])
def test_a_lost_session_is_started_anew_in_the_middle_of_a_job(
    bench: Bench, key: str | None
) -> None:
    system = bench.start(NAME, "session-lost")
    with system.client(key) as client:
        chat(client).wait()
    (message,) = system.asked("/run_sse")
    assert len(system.asked("/with-session/")) == 2
    assert message["body"]["session_id"] in system.state["sessions"]
    assert system.state["messages"] == 1


def test_a_lost_session_is_started_anew_by_a_plain_call(bench: Bench) -> None:
    system = bench.start(NAME, "session-lost")
    with system.client() as client:
        state = client.sessions.state().data
    assert state.session_id in system.state["sessions"]
    assert len(system.asked("/with-session/")) == 2


# Chats.


@pytest.mark.parametrize("scenario", CHATS)
def test_a_chat_ends_with_the_new_state_and_what_changed(
    bench: Bench, scenario: str
) -> None:
    system = bench.start(NAME, scenario)
    with system.client() as client:
        job = chat(client)
        state = job.wait()
    assert job.id is None
    (track, music) = state.draft.tracks
    assert (track.track_type, music.track_type) == (0, 1)
    assert track.segments[0].duration_ms == 5000
    assert state.draft.duration_ms == 5000
    changed = {change.path for change in job.outcome.changes}
    assert changed == {"/state/draft", "/state/video_infos/0"}
    timeline = ["Timeline of project, 5000 ms:", "- video: clip, 5000 ms", "- music"]
    assert job.outcome.summary.splitlines() == timeline
    silent = scenario == "silent-close"
    assert job.message == (None if silent else "Your clip is ready.")
    assert system.state["messages"] == 1
    (message,) = system.asked("/run_sse")
    assert message["body"]["app_name"] == "nemo_agent"
    assert message["body"]["user_id"] == "me"
    assert message["headers"]["accept"] == "text/event-stream"


def test_tool_calls_are_told_as_they_came(bench: Bench) -> None:
    with bench.start(NAME).client() as client:
        raw = [update.raw for update in chat(client).updates()]
    kinds = [item.get("type") for item in raw if isinstance(item, dict)]
    assert kinds[:3] == ["tool_call", "tool_result", "text"]


def test_an_error_frame_is_reported_even_when_it_is_no_json(bench: Bench) -> None:
    system = bench.start(NAME, "failure")
    with system.client() as client:
        job = chat(client)
        with pytest.raises(error("JobFailed"), match="no clip"):
            job.wait()
    assert "no clip" in job.outcome.error_message
    assert any("no clip" in warning for warning in job.outcome.warnings)
    assert system.state["messages"] == 1


@pytest.mark.parametrize("key", [None, "mine"])
def test_the_way_out_of_no_credits_depends_on_who_asks(
    bench: Bench, key: str | None
) -> None:
    wanted = "/register?bind=anon_1" if key is None else "Top up"
    with (
        bench.start(NAME, "no-credits").client(key) as client,
        pytest.raises(error("InsufficientCreditsError")) as caught,
    ):
        chat(client)
    assert wanted in caught.value.guidance
    assert caught.value.provider_code == "2001"


def test_a_message_whose_answer_was_lost_is_settled_by_the_state(bench: Bench) -> None:
    system = bench.start(NAME, "lost-answer")
    with system.client() as client:
        job = chat(client)
        job.wait()
    assert job.outcome.changes
    assert system.state["messages"] == 1


def test_messages_of_one_session_run_one_after_another(bench: Bench) -> None:
    system = bench.start(NAME, duration=0.1)
    with system.client() as client:
        client.sessions.state()
        jobs: list[Any] = []
        threads = [
            threading.Thread(target=lambda: jobs.append(chat(client))) for _ in range(3)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for job in jobs:
            job.wait()
    assert system.state["messages"] == 3
    assert system.state["overlaps"] == 0
    assert len(system.asked("/with-session/")) == 1


def test_everything_works_awaited_and_at_once(bench: Bench) -> None:
    systems = {name: bench.start(NAME, name) for name in (*CHATS, "failure")}

    async def one(system: System) -> Any:
        async with system.async_client() as client:
            job = await chat(client)
            async for _ in job.updates():
                pass
            if not job.outcome.ok:
                return job.outcome.error_message
            export = await client.export.create()
            return (await export.wait()).url

    async def every() -> list[Any]:
        return await asyncio.gather(*(one(system) for system in systems.values()))

    *urls, failed = asyncio.run(every())
    assert all(url.endswith(".mp4") for url in urls)
    assert "no clip" in failed


@pytest.fixture(params=["sync", "async"])
def world(request: pytest.FixtureRequest) -> Any:
    """A client of a scripted server in virtual time, in one flavour."""
    found = World(request.param)
    yield found
    found.close()


class Named:
    """Operations of the description by key."""

    def __init__(self) -> None:
        self.bound = binding.bind(lookup.load(lookup.spec(NAME)).api)

    def __getitem__(self, key: str) -> Any:
        return self.bound.find(key)


def scripted(world: World, states: list[Any], *pieces: Any) -> Any:
    named = Named()
    first = answer(200, {"code": 0, "data": {"state": {"draft": None}}})
    routes = {STATE: [first, *states], "POST /run_sse": events(*pieces)}
    world.serve(named.bound.service, named, routes)
    return world.submit(named["chat.send"], session_id="s1", new_message=SAID)


SAME = answer(200, {"code": 0, "data": {"state": {"draft": None}}})
NEW = answer(200, {"code": 0, "data": {"state": {"draft": {"d": 5}}}})
BEAT = event({"type": "heartbeat"})


def test_a_chat_that_broke_is_settled_after_thirty_seconds_and_never_sent_again(
    world: World,
) -> None:
    job = scripted(world, [SAME, SAME, NEW], event({"type": "tool_call"}), CUT)
    world.wait(job)
    assert world.server.when(STATE) == [0, 30, 90, 150]
    assert world.server.count("POST /run_sse") == 1
    assert [change.path for change in job.outcome.changes] == ["/state/draft"]


def test_a_chat_that_broke_and_changed_nothing_has_failed_after_five_looks(
    world: World,
) -> None:
    job = scripted(world, [SAME, ...], event({"type": "tool_call"}), CUT)
    with pytest.raises(Exception, match="nothing changed") as caught:
        world.wait(job)
    assert type(caught.value).__name__ == "JobFailed"
    assert world.server.when(STATE) == [0, 30, 90, 150, 210, 270]
    assert world.server.count("POST /run_sse") == 1


def test_ten_minutes_of_keep_alives_are_a_timeout(world: World) -> None:
    beats = [After(20.0, BEAT if n % 2 else b"data: \n\n") for n in range(60)]
    with pytest.raises(Exception, match="did not end in time") as caught:
        world.wait(scripted(world, [SAME, ...], *beats))
    assert type(caught.value).__name__ == "JobTimeout"
    assert '"session_id":"s1"' in caught.value.token
    assert world.server.when(STATE) == [0, 600]
    seconds = [facts["seconds"] for facts in world.facts("notice")]
    assert seconds == [120, 240, 360, 480]
    assert world.server.count("POST /run_sse") == 1


def test_keep_alives_after_which_the_state_has_changed_are_a_success(
    world: World,
) -> None:
    job = scripted(world, [NEW], *[After(20.0, BEAT) for _ in range(60)])
    world.wait(job)
    assert job.outcome.ok


def test_a_talking_chat_lasts_fifteen_minutes_in_all(world: World) -> None:
    words = [After(100.0, event({"type": "text", "content": "x"})) for _ in range(20)]
    job = scripted(world, [SAME, ...], *words)
    with pytest.raises(Exception, match="did not end in time"):
        world.wait(job)
    assert world.server.when(STATE) == [0, 900]


def test_a_silent_start_is_no_reason_to_give_a_chat_up(world: World) -> None:
    text = event({"type": "text", "content": "done"})
    job = scripted(world, [NEW], After(150.0, text), EOF)
    world.wait(job)
    assert job.message == "done"
    assert world.server.when(STATE) == [0, 150]


def test_a_chat_that_falls_silent_is_settled_by_the_state(world: World) -> None:
    job = scripted(world, [NEW], event({"type": "tool_call"}), STALL)
    world.wait(job)
    assert world.server.when(STATE) == [0, 210]


# Uploads.


def test_files_are_sent_as_a_form(bench: Bench, tmp_path: Path) -> None:
    system = bench.start(NAME)
    clip = tmp_path / "clip.mp4"
    clip.write_bytes(b"x" * 1000)
    with system.client() as client:
        data = client.uploads.add(files=[clip, ("b.png", b"png")]).data
    assert [item.filename for item in data.files] == ["clip.mp4", "b.png"]
    assert data.session_state_applied
    (asked,) = system.asked("/upload-video/")
    assert asked["headers"]["content-type"].startswith("multipart/form-data")
    assert all(asked["headers"][name] for name in ATTRIBUTION)


def test_addresses_are_sent_as_json(bench: Bench) -> None:
    system = bench.start(NAME)
    urls = ["https://files.example/a.mp4"]
    with system.client() as client:
        client.uploads.add(urls=urls, source_type="url")
        with pytest.raises(error("InvalidPayloadError"), match="public http"):
            client.uploads.add(urls=["/tmp/a.mp4"], source_type="url")
    (asked,) = system.asked("/upload-video/")
    assert asked["body"] == {"urls": urls, "source_type": "url"}


@pytest.mark.parametrize(
    ("name", "size", "expected"),
    [
        ("notes.txt", 10, "a file of type"),
        ("big.mp4", 201 * 2**20, "at most 209715200"),
    ],
)
def test_a_file_that_is_not_taken_is_refused_before_it_is_sent(
    bench: Bench, tmp_path: Path, name: str, size: int, expected: str
) -> None:
    system = bench.start(NAME)
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(size)
    with (
        system.client() as client,
        pytest.raises(error("InvalidPayloadError"), match=expected),
    ):
        client.uploads.add(files=[path])
    assert system.asked("/upload-video/") == []


@pytest.mark.slow
def test_the_largest_file_is_streamed(bench: Bench, tmp_path: Path) -> None:
    system = bench.start(NAME)
    path = tmp_path / "big.mp4"
    with path.open("wb") as file:
        file.truncate(199 * 2**20)
    code = (
        f"import resource, nemovideo\nc = nemovideo.NemoVideo(base_url={system.url!r})\n"
        "c.sessions.state()\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        f"c.uploads.add(files=[{str(path)!r}])\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder(NAME),
        env={"XDG_STATE_HOME": str(tmp_path), "HOME": str(tmp_path), "NEMO_TOKEN": "x"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert int(ran.stdout) < 20 * 1024, ran.stderr
    assert system.asked("/upload-video/")[0]["size"] > 199 * 2**20


# Exports.


@pytest.mark.parametrize("scenario", ["success", "shape-b"])
def test_an_export_ends_with_its_file_in_both_shapes(
    bench: Bench, tmp_path: Path, scenario: str
) -> None:
    system = bench.start(NAME, scenario)
    with system.client() as client:
        with pytest.raises(error("ValidationError"), match="nothing to export"):
            client.export.create()
        assert system.state["renders"] == []
        chat(client).wait()
        job = client.export.create()
        job.wait()
        (path,) = job.download(tmp_path)
    assert path.read_bytes().startswith(b"video ")
    assert job.id.startswith("render_")
    (create,) = system.asked("/api/render/proxy/lambda")
    assert create["body"]["id"] == job.id
    assert create["body"]["draft"]["t"][0]["sg"]
    assert create["body"]["output"] == {"format": "mp4", "quality": "high"}
    assert create["body"]["sessionId"] == system.state["sessions"][0]
    assert all(create["headers"][name] for name in ATTRIBUTION)


def test_a_failed_export_is_tried_once_more_under_a_new_id(bench: Bench) -> None:
    well = bench.start(NAME, "export-failure")
    badly = bench.start(NAME, "export-fails")
    with well.client() as client:
        chat(client).wait()
        client.export.create().wait()
    with badly.client() as client:
        chat(client).wait()
        job = client.export.create()
        with pytest.raises(error("JobFailed")):
            job.wait()
    assert len(set(well.state["renders"])) == len(set(badly.state["renders"])) == 2


def test_a_file_that_is_gone_comes_by_the_other_route(
    bench: Bench, tmp_path: Path
) -> None:
    system = bench.start(NAME, "download-fallback")
    with system.client() as client:
        chat(client).wait()
        (path,) = client.export.create().download(tmp_path)
    assert path.read_bytes().startswith(b"video ")
    fallback = system.asked("/download")[-1]
    assert fallback["headers"]["authorization"] == "Bearer test-key"


def test_a_blocked_export_is_not_about_credits(bench: Bench) -> None:
    system = bench.start(NAME)
    with system.client() as client:
        chat(client).wait()
    with (
        system.client(headers={"X-Skill-Source": ""}) as client,
        pytest.raises(error("PermissionDeniedError")) as caught,
    ):
        client.export.create()
    assert "not about credits" in caught.value.guidance
    assert system.state["renders"] == []


def test_an_export_is_asked_for_every_thirty_seconds_ten_times() -> None:
    cycles = {item.name: item for item in part(NAME, "_service").SERVICE.lifecycles}
    wait = cycles["export"].wait
    assert (wait.interval, wait.factor, wait.attempts) == (30, 1, 10)


# The command line.


@pytest.mark.parametrize(
    ("scenario", "code", "event_name"),
    [
        ("success", 0, "terminal"),
        ("adk", 0, "terminal"),
        ("silent-close", 0, "terminal"),
        ("lost-answer", 0, "terminal"),
        ("failure", 10, "terminal"),
        ("no-credits", 20, "error"),
        ("bad-key", 21, "error"),
    ],
)
def test_the_command_line_talks(
    bench: Bench, scenario: str, code: int, event_name: str
) -> None:
    system = bench.start(NAME, scenario)
    ran = bench.call(system, "chat.send", {"new_message": SAID})
    assert ran.code == code, ran.out
    assert ran.events[-1] == event_name
    if scenario == "success":
        assert "Timeline of project" in ran.last["summary"]
        assert ran.last["outcome"]["changes"]


def test_the_command_line_uploads_and_shows_the_timeline(
    bench: Bench, tmp_path: Path
) -> None:
    system = bench.start(NAME)
    clip = tmp_path / "clip.mp4"
    clip.write_bytes(b"x" * 1000)
    bench.call(system, "chat.send", {"new_message": SAID})
    ran = bench.call(system, "uploads.add", {}, "--set", f"files.0=@{clip}")
    assert ran.code == 0, ran.out
    assert ran.last["result"]["data"]["files"][0]["filename"] == "clip.mp4"
    shown = bench.call(system, "sessions.state", {})
    assert "\n- video: clip, 5000 ms" in shown.last["summary"]
