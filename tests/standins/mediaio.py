"""Media.io as its pages describe it: POST only, an envelope that decides, odd states.

The effects are served on the same host under the same rules.
"""

from __future__ import annotations

import uuid
from typing import Any

from tests.standins.clock import Job
from tests.standins.serving import Answer, Cut, Reply, Request, Torn

SCENARIOS = frozenset(
    {
        "success",
        "failure",
        "timeout",
        "no-credits",
        "bad-key",
        "lost-answer",
        "stream-cut",
        "catalogue-words",
        "no-result",
        "no-task-id",
        "odd-status",
        "unknown-code",
        "unknown-code-503",
    }
)
_PROSE = ("waiting", "processing", "completed")
_TABLE = ("pending", "processing", "succeeded")
_TEXT = ("prompt",)
_IMAGE = ("image", "prompt")
_IMAGES = ("images", "prompt")
_REQUIRED = {
    "imagen/t2i-imagen-4": _TEXT,
    "soul/t2i-soul-character": _TEXT,
    "banana/i2i-banana": _IMAGES,
    "seedream/i2i-seedream-v4-0": _IMAGES,
    "banana/i2i-banana-2": _IMAGES,
    "wan/i2v-wan-v2-6": _IMAGE,
    "wan/i2v-wan-v2-2": _IMAGE,
    "minimax/i2v-minimax-02": _IMAGE,
    "kling/i2v-kling-v2-1": _IMAGE,
    "vidu/i2v-vidu-q3": _IMAGE,
    "kling/i2v-kling-v2-5-turbo": _IMAGE,
    "veo/i2v-veo-v3-1": _IMAGE,
    "kling/i2v-kling-v3-0": _IMAGE,
    "minimax/i2v-minimax-v2-3": _IMAGE,
    "vidu/i2v-vidu-q2": _IMAGE,
    "wan/i2v-wan-v2-5": _IMAGE,
    "kling/i2v-kling-v2-6": _IMAGE,
    "kling/i2v-motion-control-kling-v2-6": ("video", "image"),
    "veo/i2v-veo-v3-1-fast": _IMAGE,
    "wan/t2v-wan-v2-6": _TEXT,
    "vidu/t2v-vidu-q3": _TEXT,
    "wan/t2v-wan-v2-5": _TEXT,
    "effects/effects-video-babydance": ("image", "video"),
    "effects/character-generator-media-2.0": _IMAGES,
    "effects/effects-image-hairstyle-studio": ("images",),
    "effects/effects-ghibli": ("images",),
}
_LISTED = frozenset(
    {"banana/i2i-banana", "seedream/i2i-seedream-v4-0", "banana/i2i-banana-2"}
)


class MediaIO:
    """Tasks that are asked for by POST."""

    def __init__(self, scenario: str, duration: float) -> None:
        self._scenario, self._duration = scenario, duration
        self._jobs: dict[str, Job] = {}
        self._torn = False

    def state(self) -> dict[str, Any]:
        """Return how many tasks were accepted."""
        return {"creates": len(self._jobs), "jobs": sorted(self._jobs)}

    def answer(self, request: Request) -> Answer:
        """Answer a POST; the code in the body says whether it went well."""
        if request.path.startswith("/files/"):
            return Reply(200, b"image " * 100, {"content-type": "image/png"})
        if request.method != "POST":
            return Reply(405, b"POST only")
        key = request.headers.get("x-api-key", "").strip()
        if not key or "bad" in key or self._scenario == "bad-key":
            return self._failed(374004, "not authenticated")
        match request.path.split("/")[1:]:
            case ["user", "credits"]:
                return self._credits(request)
            case ["generation", "result", task_id]:
                return self._task(task_id, request)
            case ["generation", family, model]:
                return self._create(f"{family}/{model}", request)
        return Reply(404, b"<html>not here</html>", {"content-type": "text/html"})

    def _credits(self, request: Request) -> Answer:
        if request.json() != {}:
            return self._failed(490000, "the body of this call is an empty object")
        left = 0 if self._scenario == "no-credits" else 250
        return self._good({"credits": left})

    def _create(self, model: str, request: Request) -> Answer:
        fault = _fault(model, request.json())
        if fault is not None:
            return self._failed(490000, fault)
        if self._scenario == "no-credits":
            return self._failed(490505, "credits exhausted")
        if self._scenario.startswith("unknown-code"):
            status = 503 if self._scenario.endswith("503") else 200
            return self._failed(555123, "something else", status)
        prefix = "effect-" if model.startswith("effects/") else ""
        job = Job(f"{prefix}{uuid.uuid4()}", request.json()["data"], self._duration)
        self._jobs[job.id] = job
        if self._scenario == "lost-answer":
            return Cut()
        if self._scenario == "no-task-id":
            return self._good({})
        return self._good({"task_id": job.id})

    def _task(self, task_id: str, request: Request) -> Answer:
        if request.json() != {}:
            return self._failed(490000, "the body of this call is an empty object")
        job = self._jobs.get(task_id)
        if job is None:
            return self._failed(490000, f"no task {task_id}")
        reply = self._good(self._seen(job, request.origin))
        if self._scenario == "stream-cut" and not self._torn:
            self._torn = True
            return Torn(reply)
        return reply

    def _seen(self, job: Job, origin: str) -> dict[str, Any]:
        table = self._scenario == "catalogue-words"
        phase = job.phase()
        word = (_TABLE if table else _PROSE)[phase]
        seen: dict[str, Any] = {"task_id": job.id, "status": word, "reason": ""}
        if phase < 2:
            return seen
        match self._scenario:
            case "failure":
                return seen | {"status": "failed", "reason": "face not found"}
            case "timeout":
                return seen | {"status": "timeout", "reason": "took too long"}
            case "no-result":
                return seen | {"reason": "success"}
        made = _made(job, origin)
        return seen | {"reason": "success", "result": made[0] if table else made}

    def _good(self, data: dict[str, Any]) -> Reply:
        status = 503 if self._scenario == "odd-status" else 200
        body = {"code": 0, "msg": "", "data": data, "trace_id": uuid.uuid4().hex}
        return Reply(status, body)

    def _failed(self, code: int, message: str, status: int = 200) -> Reply:
        trace = uuid.uuid4().hex
        body = {"code": code, "msg": message, "data": {}, "trace_id": trace}
        return Reply(status, body)


def _fault(model: str, body: Any) -> str | None:
    """Return what is wrong with a create, None when nothing is."""
    if model not in _REQUIRED:
        return f"unknown endpoint {model}"
    if not isinstance(body, dict) or set(body) != {"data"}:
        return "all fields belong under data"
    data = body["data"]
    for name in _REQUIRED[model]:
        value = data.get(name)
        listed = name == "images" and model in _LISTED
        if not value or not isinstance(value, list if listed else str):
            return f"{name} is missing or of another type"
    other = [name for name, value in data.items() if not isinstance(value, str | list)]
    return f"{other[0]} is no text" if other else None


def _made(job: Job, origin: str) -> list[dict[str, Any]]:
    wanted = str(job.inputs.get("counts") or job.inputs.get("batch") or "1")
    return [
        {
            "val": f"store/{job.id}/{number}",
            "preview": f"{origin}/files/{job.id}-{number}.png",
            "status": "completed",
        }
        for number in range(int(wanted))
    ]
