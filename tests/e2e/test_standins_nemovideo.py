"""The NemoVideo stand-in speaks the documented wire format: raw calls, no client."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import httpx
import pytest

from tests.standins.catalogue import make
from tests.standins.serving import serving

Start = Callable[[str], httpx.Client]
TOKEN = "/api/auth/anonymous-token"
SESSION = "/api/tasks/me/with-session/nemo_agent"
RENDER = "/api/render/proxy/lambda"
SOURCE = {
    "x-skill-source": "test",
    "x-skill-version": "1",
    "x-skill-platform": "unknown",
}


@pytest.fixture
def start() -> Iterator[Start]:
    with ExitStack() as stack:

        def begin(scenario: str) -> httpx.Client:
            url = stack.enter_context(serving(make("nemovideo", scenario, 0.1)))
            headers = {"authorization": "Bearer mine", **SOURCE}
            return stack.enter_context(httpx.Client(base_url=url, headers=headers))

        yield begin


def session(client: httpx.Client) -> str:
    found = client.post(SESSION, json={"task_name": "project"}).json()
    return str(found["data"]["session_id"])


def chat(session_id: str) -> dict[str, Any]:
    return {
        "app_name": "nemo_agent",
        "user_id": "me",
        "session_id": session_id,
        "new_message": {"parts": [{"text": "make a clip"}]},
    }


def draft(client: httpx.Client, session_id: str) -> Any:
    path = f"/api/state/nemo_agent/me/{session_id}/latest"
    return client.get(path).json()["data"]["state"]["draft"]


def edited(client: httpx.Client) -> tuple[str, str]:
    session_id = session(client)
    text = client.post("/run_sse", json=chat(session_id)).text
    return session_id, text


def test_a_client_gets_one_anonymous_token(start: Start) -> None:
    client, headers = start("success"), {"x-client-id": "c1"}
    first = client.post(TOKEN, headers=headers).json()["data"]
    assert first["token"].startswith("nmv_usr_")
    assert client.post(TOKEN, headers=headers).status_code == 429
    assert client.post(TOKEN).status_code == 400


def test_an_expired_token_is_renewed_under_the_same_client_id(start: Start) -> None:
    client, headers = start("expired-token"), {"x-client-id": "c1"}
    token = client.post(TOKEN, headers=headers).json()["data"]["token"]
    bearer = {"authorization": f"Bearer {token}"}
    assert client.post(SESSION, json={}, headers=bearer).json()["code"] == 1001
    assert client.post(TOKEN, headers=headers).json()["data"]["token"] != token


@pytest.mark.parametrize("scenario", ["success", "adk", "silent-close"])
def test_a_chat_is_closed_without_a_last_word_and_the_state_has_changed(
    start: Start, scenario: str
) -> None:
    client = start(scenario)
    session_id, text = edited(client)
    assert "done" not in text.lower()
    assert ('"content":{' in text) == (scenario == "adk")
    assert draft(client, session_id)["t"][0]["sg"]


def test_an_error_frame_is_not_json(start: Start) -> None:
    client = start("failure")
    session_id, text = edited(client)
    assert '{"error": "tool "edit' in text
    assert draft(client, session_id) is None


def test_a_cut_chat_may_have_gone_on_or_not(start: Start) -> None:
    for scenario, changed in (("stream-cut", True), ("no-change", False)):
        client = start(scenario)
        session_id = session(client)
        with pytest.raises(httpx.RemoteProtocolError):
            client.post("/run_sse", json=chat(session_id))
        for _ in range(100):
            found = draft(client, session_id)
            if found:
                break
        assert bool(found) is changed


def test_a_message_while_one_runs_is_counted(start: Start) -> None:
    client = start("success")
    session_id = session(client)
    with (
        client.stream("POST", "/run_sse", json=chat(session_id)),
        client.stream("POST", "/run_sse", json=chat(session_id)),
    ):
        pass
    assert client.get("/__standin__/state").json()["overlaps"] == 1


@pytest.mark.parametrize(
    ("scenario", "code"),
    [("no-credits", 2001), ("bad-key", 1001), ("session-lost", 1002)],
)
def test_refusals_of_a_chat_are_codes_in_a_body(
    start: Start, scenario: str, code: int
) -> None:
    client = start(scenario)
    session_id = "1" if scenario == "bad-key" else session(client)
    answer = client.post("/run_sse", json=chat(session_id))
    assert (answer.status_code, answer.json()["code"]) == (200, code)


def test_uploads_take_files_and_addresses(start: Start) -> None:
    client = start("success")
    path = f"/api/upload-video/nemo_agent/me/{session(client)}"
    parts = [("files", ("a.mp4", b"1")), ("files", ("b.png", b"2"))]
    sent = client.post(path, files=parts).json()["data"]["files"]
    urls = {"urls": ["https://x.invalid/c.mp3"], "source_type": "url"}
    fetched = client.post(path, json=urls).json()["data"]["files"]
    assert [row["filename"] for row in sent + fetched] == ["a.mp4", "b.png", "c.mp3"]
    odd = client.post(path, files=[("files", ("a.exe", b"1"))])
    assert odd.json()["code"] == 4001


def render(client: httpx.Client, number: int, body: dict[str, Any]) -> dict[str, Any]:
    created = client.post(RENDER, json={"id": f"render_{number}", **body})
    assert created.status_code == 200, created.text
    for _ in range(2000):
        seen: dict[str, Any] = client.get(f"{RENDER}/render_{number}").json()
        word = seen.get("status") or seen["data"]["status"]
        if word in ("completed", "failed"):
            return seen
    raise AssertionError("the render never ended")


def order(client: httpx.Client) -> dict[str, Any]:
    session_id, _ = edited(client)
    return {"sessionId": session_id, "draft": draft(client, session_id)}


def test_an_export_has_an_id_of_the_clients_own_used_once(start: Start) -> None:
    client = start("success")
    body = order(client)
    done = render(client, 1, body)
    assert client.get(done["output"]["url"]).content.startswith(b"video")
    again = client.post(RENDER, json={"id": "render_1", **body})
    assert again.status_code == 409


def test_the_second_shape_of_an_export_is_under_data(start: Start) -> None:
    client = start("shape-b")
    done = render(client, 1, order(client))
    assert done["success"] is True
    assert done["data"]["outputUrl"].endswith("render_1.mp4")


def test_a_failed_export_works_under_a_new_id(start: Start) -> None:
    client = start("export-failure")
    body = order(client)
    words = [render(client, number, body)["status"] for number in (1, 2)]
    assert words == ["failed", "completed"]


def test_a_file_that_is_gone_can_be_downloaded_by_id(start: Start) -> None:
    client = start("download-fallback")
    done = render(client, 1, order(client))
    assert client.get(done["output"]["url"]).status_code == 404
    assert client.get("/api/render/proxy/render_1/download").status_code == 200


def test_an_export_without_attribution_is_402_and_not_about_credits(
    start: Start,
) -> None:
    client = start("success")
    body = order(client)
    del client.headers["x-skill-source"]
    answer = client.post(RENDER, json={"id": "render_1", **body})
    assert answer.status_code == 402
