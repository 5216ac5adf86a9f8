"""What the simulated API says, without sockets and with a clock of its own."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from specloom import pipeline
from specloom.python.binding import bind
from specloom.simulate.app import EventStream, Lost, Reply, Simulation, base_path
from specloom.simulate.requests import Incoming
from specloom.simulate.scenario import DURATION, SCENARIOS

from tests.lowering import OK, described, lowered

SPEC = Path(__file__).resolve().parents[2] / "specs" / "skills_video"
LOADED = pipeline.read_api(SPEC / "openapi.json", [SPEC / "overlay.yaml"])
BOUND = bind(LOADED.api)
STREAMING = "/api/v1/generation/sse/kling-ai/kling-v2.6"
PLAIN = "/api/v1/generation/kling-ai/kling-v2.6"


@dataclass(slots=True)
class Clock:
    now: float = 100.0

    def __call__(self) -> float:
        return self.now


@dataclass(slots=True)
class Api:
    simulation: Simulation
    clock: Clock

    def ask(
        self,
        method: str,
        target: str,
        body: Any = None,
        *,
        key: str | None = "k",
        content_type: str = "application/json",
    ) -> Any:
        headers = {"content-type": content_type}
        if key is not None:
            headers["authorization"] = f"Bearer {key}"
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        incoming = Incoming(method, target, headers, raw if body is not None else b"")
        return self.simulation.answer(incoming)

    def state(self) -> Any:
        return self.ask("GET", "/__simulator__/state").body


def api(scenario: str) -> Api:
    clock = Clock()
    simulation = Simulation(
        api=LOADED.api,
        bound=BOUND,
        scenario=SCENARIOS[scenario],
        origin="http://127.0.0.1:1",
        base=base_path(LOADED.api),
        clock=clock,
    )
    return Api(simulation, clock)


@pytest.mark.parametrize("media_type", ["application/jsonl", "application/json-seq"])
@pytest.mark.parametrize(("value", "taken"), [(1, True), ("x", False)])
def test_json_lines_are_checked_line_by_line(
    media_type: str, value: Any, taken: bool
) -> None:
    row = {"type": "object", "properties": {"a": {"type": "integer"}}}
    content = {media_type: {"schema": {"type": "array", "items": row}}}
    rows = {"requestBody": {"content": content}, "responses": OK}
    found = lowered(described({"/rows": {"post": rows}})).api
    simulation = Simulation(
        api=found,
        bound=bind(found),
        scenario=SCENARIOS["happy"],
        origin="http://127.0.0.1:1",
        base="",
        clock=Clock(),
    )
    lead = "\x1e" if media_type.endswith("seq") else ""
    body = "".join(f"{lead}{json.dumps({'a': item})}\n" for item in (1, value)).encode()
    incoming = Incoming("POST", "/rows", {"content-type": media_type}, body)
    answer = simulation.answer(incoming)
    assert isinstance(answer, Reply)
    assert (answer.status < 400) == taken


def test_a_job_is_the_same_for_its_stream_and_its_polls() -> None:
    served = api("happy")
    stream = served.ask("POST", STREAMING, {"prompt": "rain"})
    assert isinstance(stream, EventStream)
    target = f"/api/v1/generation/{stream.job.id}"
    assert served.ask("GET", target).body["status"] == "IN_QUEUE"
    served.clock.now += DURATION
    done = served.ask("GET", target).body
    assert done["status"] == "COMPLETED"
    assert done["id"] == stream.job.id
    assert served.state()["creates"] == 1


def test_a_request_without_a_key_is_refused() -> None:
    served = api("happy")
    assert served.ask("POST", PLAIN, {"prompt": "rain"}, key=None).status == 401
    assert served.state()["creates"] == 0


@pytest.mark.parametrize(
    ("target", "body"),
    [
        (PLAIN, {}),
        (PLAIN, {"prompt": 7}),
        ("/api/v1/generation/kling-ai/v3/video", {"prompt": "rain", "duration": 99}),
    ],
)
def test_a_request_that_breaks_the_document_is_422(target: str, body: Any) -> None:
    served = api("happy")
    answer = served.ask("POST", target, body)
    assert answer.status == 422
    assert answer.body["message"]
    assert served.state()["creates"] == 0


def test_a_parameter_that_breaks_the_document_is_422() -> None:
    served = api("happy")
    assert served.ask("GET", "/api/v1/generations/running?limit=5").status == 200
    assert served.ask("GET", "/api/v1/generations/running?limit=500").status == 422
    assert served.ask("GET", "/api/v1/generations/running?limit=x").status == 422


def test_a_form_without_a_required_field_is_422() -> None:
    served = api("happy")
    kind = "multipart/form-data; boundary=b"
    part = '--b\r\nContent-Disposition: form-data; name="{}"\r\n\r\nrain\r\n--b--\r\n'
    wrong = part.format("seed").encode()
    right = part.format("prompt").encode()
    target = "/api/v1/generation/runwayml/gen-4.5"
    assert served.ask("POST", target, wrong, content_type=kind).status == 422
    assert served.ask("POST", target, right, content_type=kind).status == 200


def test_an_unknown_job_is_not_found() -> None:
    assert api("happy").ask("GET", "/api/v1/generation/nobody").status == 404


def test_a_lost_answer_is_an_accepted_create() -> None:
    served = api("lost-answer")
    assert isinstance(served.ask("POST", PLAIN, {"prompt": "rain"}), Lost)
    assert served.state()["creates"] == 1


def test_only_the_first_create_and_poll_are_limited() -> None:
    served = api("rate-limit")
    first = served.ask("POST", PLAIN, {"prompt": "rain"})
    assert (first.status, first.headers["Retry-After"]) == (429, "1")
    job = served.ask("POST", PLAIN, {"prompt": "rain"}).body["id"]
    assert served.ask("GET", f"/api/v1/generation/{job}").status == 429
    assert served.ask("GET", f"/api/v1/generation/{job}").status == 200
    assert served.state()["creates"] == 1


def test_a_finished_job_names_files_of_our_own_origin() -> None:
    served = api("happy")
    job = served.ask("POST", PLAIN, {"prompt": "rain"}).body["id"]
    served.clock.now += DURATION
    done = served.ask("GET", f"/api/v1/generation/{job}").body
    urls = [text for text in json.dumps(done["data"]).split('"') if "://" in text]
    assert urls
    assert all(url.startswith("http://127.0.0.1:1/") for url in urls)
    answer = served.ask("GET", urls[0].removeprefix("http://127.0.0.1:1"))
    assert isinstance(answer, Reply)
    assert answer.body


def test_every_scenario_says_what_it_does() -> None:
    assert all(item.summary for item in SCENARIOS.values())


DELTA = {"type": "object", "required": ["d"], "properties": {"d": {"const": "x"}}}
FORMS = {
    "application/json": {"schema": DELTA},
    "text/event-stream": {"schema": DELTA},
    "application/x-ndjson": {"schema": DELTA},
    "audio/mpeg": {},
}


@pytest.mark.parametrize(
    ("accept", "media_type", "content"),
    [
        ("text/event-stream", "text/event-stream", b'data: {"d": "x"}\n\n' * 2),
        ("application/x-ndjson", "application/x-ndjson", b'{"d": "x"}\n' * 2),
        ("audio/mpeg", "audio/mpeg", b"simulated\0"),
        ("application/json", None, {"d": "x"}),
        ("*/*", None, {"d": "x"}),
    ],
)
def test_a_plain_answer_has_the_form_that_is_asked_for(
    accept: str, media_type: str | None, content: Any
) -> None:
    answers = {"200": {"description": "x", "content": FORMS}}
    found = lowered(described({"/chat": {"get": {"responses": answers}}})).api
    simulation = Simulation(
        api=found,
        bound=bind(found),
        scenario=SCENARIOS["happy"],
        origin="http://127.0.0.1:1",
        base=base_path(found),
        clock=Clock(),
    )
    reply = simulation.answer(Incoming("GET", "/chat", {"accept": accept}, b""))
    assert isinstance(reply, Reply)
    assert (reply.headers.get("Content-Type"), reply.body) == (media_type, content)
