"""skills.video as its pages describe it: unnamed frames, queue states, error codes."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from itertools import count
from typing import Any

from tests.standins.clock import Job
from tests.standins.serving import Answer, Cut, Frames, Reply, Request

SCENARIOS = frozenset(
    {
        "success",
        "failure",
        "canceled",
        "no-credits",
        "bad-key",
        "rejected",
        "lost-answer",
        "stream-cut",
        "silent-close",
        "failed-by-name",
        "older",
        "rate-limit",
    }
)
BASE = "/api/v1"
_PROVIDERS = frozenset(
    [
        "openai",
        "google",
        "bytedance",
        "xai",
        "kling-ai",
        "runwayml",
        "wan",
        "luma",
        "vidu",
        "minimax",
        "lightricks",
        "pixverse",
        "sync",
        "veed",
        "topaz",
        "qwen",
        "black-forest-labs",
        "ideogram",
        "z-image",
    ]
)
_SINGLE = frozenset({"ltx-2.3"})
_WITHOUT_PROMPT = ("lipsync", "upscale", "motion-control", "omnihuman", "lightricks")
_QUEUE = ("IN_QUEUE", "IN_PROGRESS", "COMPLETED", "FAILED", "CANCELED")
_PREDICTION = ("starting", "processing", "succeeded", "failed", "canceled")
_USAGE = {"total": 12, "subscription": 12, "permanent": 0}


class SkillsVideo:
    """Generations by stream and by poll."""

    def __init__(self, scenario: str, duration: float) -> None:
        self._scenario, self._duration = scenario, duration
        self._numbers = count(1)
        self._refused = 0
        self._jobs: dict[str, Job] = {}

    def state(self) -> dict[str, Any]:
        """Return how many generations were accepted."""
        return {"creates": len(self._jobs), "jobs": sorted(self._jobs)}

    def answer(self, request: Request) -> Answer:
        """Answer below /api/v1; result files have no key."""
        if request.path.startswith("/files/"):
            return Reply(200, b"video " * 100, {"content-type": "video/mp4"})
        key = request.headers.get("authorization", "").removeprefix("Bearer ")
        if not key or "bad" in key or self._scenario == "bad-key":
            return _error(401, "UNAUTHORIZED", "unauthorized: invalid API key")
        match request.method, request.path.removeprefix(BASE).split("/")[1:]:
            case "POST", ["generation", "sse", *model]:
                return self._create(request, model, streamed=True)
            case "POST", ["generation", *model]:
                return self._create(request, model, streamed=False)
            case "GET", ["generation", job_id]:
                return self._result(job_id, request)
            case "GET", ["generations", "running"]:
                return self._running()
            case "GET", ["credits"]:
                empty = self._scenario == "no-credits"
                return Reply(200, {"total": 0 if empty else 120})
        return _error(404, "NOT_FOUND", "no such route")

    def _create(self, request: Request, model: list[str], *, streamed: bool) -> Answer:
        known = model[0] in (_SINGLE if len(model) == 1 else _PROVIDERS)
        if not known or len(model) > 3:
            return _error(404, "NOT_FOUND", f"unknown model {'/'.join(model)}")
        inputs = _inputs(request)
        family = "IMAGE" if "image" in "/".join(model) else "VIDEO"
        refusal = self._refusal(family, "/".join(model), inputs)
        if refusal is not None:
            return refusal
        job = Job(f"gen_{next(self._numbers)}", inputs, self._duration)
        self._jobs[job.id] = job
        if self._scenario == "lost-answer":
            return Cut()
        if streamed:
            return Frames(self._frames(job, request.origin))
        hidden = {"data", "input"} if self._scenario == "older" else {"data"}
        seen = self._seen(job, 0, request.origin)
        return Reply(202, {k: v for k, v in seen.items() if k not in hidden})

    def _refusal(self, family: str, model: str, inputs: Any) -> Answer | None:
        code = f"{family}_GENERATION_"
        if not isinstance(inputs, dict):
            return _error(400, code + "INVALID_INPUT", "the body is no JSON object")
        optional = any(word in model for word in _WITHOUT_PROMPT)
        if not optional and not inputs.get("prompt"):
            return _error(422, "VALIDATION_ERROR", "validation failed: prompt")
        match self._scenario:
            case "no-credits":
                text = "Insufficient credits"
                return _error(402, code + "INSUFFICIENT_CREDITS", text)
            case "rejected":
                return _error(422, code + "CONTENT_REJECTED", "content was rejected")
            case "rate-limit" if not self._refused:
                self._refused += 1
                reply = _error(429, code + "RATE_LIMITED", "too many requests")
                return Reply(429, reply.body, {"retry-after": "1"})
        return None

    async def _frames(self, job: Job, origin: str) -> AsyncIterator[bytes | Cut]:
        for phase in (0, 1, 1, 2):
            frame = self._seen(job, phase, origin)
            data = f"data: {json.dumps(frame)}\n\n".encode()
            if phase == 2 and self._scenario == "stream-cut":
                yield data[: len(data) // 2]
                yield Cut()
                return
            if phase == 2 and self._scenario == "silent-close":
                return
            if phase == 2 and self._scenario == "failed-by-name":
                yield b'event: failed\ndata: {"message": "the model broke"}\n\n'
                return
            yield data
            await asyncio.sleep(self._duration / 4)

    def _result(self, job_id: str, request: Request) -> Answer:
        job = self._jobs.get(job_id)
        if job is None:
            return _error(404, "NOT_FOUND", f"generation {job_id} not found")
        return Reply(200, self._seen(job, job.phase(), request.origin))

    def _running(self) -> Answer:
        kept = ("id", "status", "usage", "input")
        rows = [
            {name: self._seen(job, job.phase(), "")[name] for name in kept}
            for job in self._jobs.values()
            if job.phase() < 2
        ]
        return Reply(200, rows)

    def _seen(self, job: Job, phase: int, origin: str) -> dict[str, Any]:
        """Return a generation object as it is sent in this phase."""
        words = _PREDICTION if self._scenario == "older" else _QUEUE
        seen = {
            "id": job.id,
            "status": words[phase],
            "input": job.inputs,
            "data": None,
            "usage": _USAGE,
        }
        if phase < 2:
            return seen
        if self._scenario in ("failure", "failed-by-name"):
            code = "VIDEO_GENERATION_FAILED"
            return seen | {"status": words[3], "code": code, "message": "it broke"}
        if self._scenario == "canceled":
            return seen | {"status": words[4]}
        return seen | {"data": _made(job, origin)}


def _made(job: Job, origin: str) -> dict[str, Any]:
    made = {
        "url": f"{origin}/files/{job.id}.mp4",
        "file_name": f"{job.id}.mp4",
        "content_type": "video/mp4",
        "width": 1280,
        "height": 720,
    }
    prompt = job.inputs.get("prompt")
    return {
        "type": "video",
        "n": 1,
        "actual_prompt": prompt,
        "videos": [made],
        "video": made,
    }


def _inputs(request: Request) -> Any:
    if request.headers.get("content-type", "").startswith("multipart/form-data"):
        named = b'name="prompt"' in request.body
        return {"prompt": "from a form"} if named else {}
    return request.json()


def _error(status: int, code: str, message: str) -> Reply:
    """The current envelope: `error` repeats the code in a short form."""
    short = code.partition("_GENERATION_")[2] or code
    return Reply(status, {"code": code, "error": short, "message": message})
