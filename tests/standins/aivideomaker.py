"""AIVideoMaker as its document and live notes describe it, both contracts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import count
from typing import Any

from tests.standins.clock import Job
from tests.standins.serving import Answer, Cut, Reply, Request, Torn

SCENARIOS = frozenset(
    {
        "success",
        "failure",
        "no-credits",
        "no-credits-text",
        "bad-key",
        "lost-answer",
        "stream-cut",
        "rate-limit",
        "error-under-200",
        "upstream-under-200",
        "down",
        "older",
        "waiting",
        "running",
    }
)
_PRICES = {
    "t2v": 3,
    "i2v": 3,
    "t2v_v3": 4,
    "i2v_v3": 4,
    "minimax": 3,
    "seedance20": 9,
    "wan27": 10,
    "happyhorse": 25,
}
_REQUIRED = {
    "t2v": ("prompt", "aspectRatio", "duration"),
    "i2v": ("image", "duration"),
    "lv": ("image", "prompt", "filterMode"),
    "t2v_v3": ("prompt", "aspectRatio", "duration"),
    "i2v_v3": ("image", "duration"),
    "minimax": ("content",),
    "seedance20": ("duration", "resolution", "ratio"),
    "wan27": ("prompt", "duration", "resolution", "ratio"),
    "happyhorse": ("prompt", "duration", "resolution"),
}
_NUMBERS = frozenset({"minimax", "seedance20", "happyhorse"})
"""Models whose duration is a number; that of the others is text."""


class AIVideoMaker:
    """Tasks of one key."""

    def __init__(self, scenario: str, duration: float) -> None:
        self._scenario, self._duration = scenario, duration
        self._balance = 20 if scenario.startswith("no-credits") else 1000
        self._numbers = count(1)
        self._jobs: dict[str, Job] = {}
        self._models: dict[str, str] = {}
        self._keys: dict[str, tuple[str, str]] = {}
        self._once: set[str] = set()

    def state(self) -> dict[str, Any]:
        """Return how many tasks were started and what was charged."""
        return {
            "creates": len(self._jobs),
            "jobs": sorted(self._jobs),
            "keys": sorted(self._keys),
        }

    def answer(self, request: Request) -> Answer:
        """Check the key before anything else, then route."""
        if request.path.startswith("/files/"):
            return Reply(200, b"video " * 100, {"content-type": "video/mp4"})
        key = request.headers.get("key", "")
        if not key or "bad" in key or self._scenario == "bad-key":
            return _error(401, "AUTH_FAILED", "Invalid API key")
        parts = request.path.split("/")[1:]
        if parts[:2] != ["api", "v1"]:
            return _error(404, "NOT_FOUND", "Not found")
        found = self._route(request, parts[2:])
        return found or Reply(405, {"message": "Method not allowed"})

    def _route(self, request: Request, parts: list[str]) -> Answer | None:
        match request.method, parts:
            case "GET", ["account"]:
                return self._account()
            case "POST", ["quote", model]:
                return self._quote(model, request.json())
            case "POST", ["generate", model]:
                return self._create(model, request)
            case "GET", ["tasks"]:
                tasks = [self._task(job, request) for job in self._jobs.values()]
                return Reply(200, {"tasks": tasks[::-1]})
            case "GET", ["tasks", task_id]:
                return self._known(task_id) or Reply(
                    200, self._task(self._jobs[task_id], request)
                )
            case "GET", ["tasks", task_id, "status"]:
                return self._known(task_id) or self._status(self._jobs[task_id])
            case "PUT", ["tasks", task_id, "cancel"]:
                return self._known(task_id) or self._cancel(self._jobs[task_id])
        return None

    def _known(self, task_id: str) -> Answer | None:
        if task_id in self._jobs:
            return None
        return _error(404, "TASK_NOT_FOUND", "Task not found")

    def _account(self) -> Answer:
        body = {
            "ok": True,
            "apiVersion": "v1",
            "skillVersion": "1.0.15",
            "currentBalance": self._balance,
            "supportedModels": list(_PRICES),
            "dailyCreditLimit": 5000,
            "generationRequestsPerMinute": 10,
            "creditWarningAt": -1,
        }
        return Reply(200, body)

    def _quote(self, model: str, payload: Any) -> Answer:
        refusal = _fault(model, payload)
        if refusal is not None:
            return refusal
        price = _price(model, payload)
        body = {
            "model": model,
            "credits": price,
            "listPriceUsd": price / 100,
            "usdPerCredit": 0.01,
            "currentBalance": self._balance,
            "affordable": price <= self._balance,
            "billable": False,
        }
        return Reply(200, body)

    def _create(self, model: str, request: Request) -> Answer:
        if self._scenario == "rate-limit" and self._first("limited"):
            reply = _error(429, "RATE_LIMITED", "Too many requests")
            return Reply(429, reply.body, {"retry-after": "1"})
        if self._scenario == "down":
            return _error(503, "UPSTREAM_ERROR", "Try again later")
        payload = request.json()
        refusal = _fault(model, payload)
        if refusal is not None:
            return refusal
        key = request.headers.get("idempotency-key", "")
        if key and not 8 <= len(key) <= 128:
            return _error(400, "INVALID_PAYLOAD", "Idempotency-Key: 8 to 128")
        text = json.dumps(payload, sort_keys=True)
        if key in self._keys:
            return self._replayed(self._keys[key], text, request)
        return self._unaffordable(model, request) or self._started(
            model, key, text, request
        )

    def _unaffordable(self, model: str, request: Request) -> Answer | None:
        price = _price(model, request.json())
        limit = request.headers.get("x-max-credits")
        if limit is not None and price > int(limit):
            return _error(422, "BUDGET_EXCEEDED", f"Costs {price} credits")
        if self._scenario == "no-credits-text":
            return Reply(400, {"status": "FAILED", "message": "Insufficient credits"})
        if price > self._balance or self._scenario == "no-credits":
            return _error(402, "INSUFFICIENT_CREDITS", "Please top up first")
        if self._scenario == "error-under-200":
            return _error(200, "INVALID_PAYLOAD", "The image cannot be read")
        return None

    def _started(self, model: str, key: str, text: str, request: Request) -> Answer:
        endless = self._scenario in ("waiting", "running")
        duration = 3600.0 if endless else self._duration
        job = Job(f"tv_{next(self._numbers)}", request.json(), duration)
        job.began -= 1800.0 * (self._scenario == "running")
        self._jobs[job.id], self._models[job.id] = job, model
        if key:
            self._keys[key] = (text, job.id)
        self._balance -= _price(model, job.inputs)
        if self._scenario == "lost-answer" and self._first("lost"):
            return Cut()
        return self._submitted(job, replay=False)

    def _replayed(self, known: tuple[str, str], text: str, request: Request) -> Answer:
        if known[0] != text:
            return _error(409, "IDEMPOTENCY_CONFLICT", "The key was used before")
        return self._submitted(self._jobs[known[1]], replay=True)

    def _submitted(self, job: Job, *, replay: bool) -> Answer:
        base = f"https://aivideomaker.ai/api/v1/tasks/{job.id}"
        body: dict[str, Any] = {
            "status": "SUBMITTED",
            "taskId": job.id,
            "responseUrl": base,
            "statusUrl": f"{base}/status",
            "cancelUrl": f"{base}/cancel",
        }
        if self._scenario != "older":
            price = _price(self._models[job.id], job.inputs)
            body |= {"creditsCharged": price, "idempotentReplay": replay}
        return Reply(200, body)

    def _status(self, job: Job) -> Answer:
        if self._scenario == "upstream-under-200" and self._first("failed"):
            return _error(200, "UPSTREAM_ERROR", "Try again later")
        reply = Reply(200, {"status": self._word(job)})
        if self._scenario == "stream-cut" and self._first("torn"):
            return Torn(reply)
        return reply

    def _cancel(self, job: Job) -> Answer:
        if self._word(job) != "SUBMITTED":
            return _error(409, "TASK_NOT_CANCELLABLE", "The task is running")
        job.cancelled = True
        return Reply(200, {"status": "CANCEL", "taskId": job.id})

    def _word(self, job: Job) -> str:
        if job.cancelled:
            return "CANCEL"
        last = "FAILED" if self._scenario == "failure" else "COMPLETED"
        return ("SUBMITTED", "PROGRESS", last)[job.phase()]

    def _task(self, job: Job, request: Request) -> dict[str, Any]:
        word, price = self._word(job), _price(self._models[job.id], job.inputs)
        key = next((k for k, found in self._keys.items() if found[1] == job.id), None)
        over = word in ("COMPLETED", "FAILED", "CANCEL")
        return {
            "id": job.id,
            "createdAt": "2026-09-01T10:00:00Z",
            "model": self._models[job.id],
            "input": job.inputs,
            "output": self._output(job, word, request.origin),
            "status": word,
            "creditsCharged": price,
            "creditsRefunded": price if word in ("FAILED", "CANCEL") else 0,
            "listValueCents": price,
            "idempotencyKey": key,
            "completedAt": "2026-09-01T10:06:00Z" if over else None,
        }

    def _output(self, job: Job, word: str, origin: str) -> dict[str, Any] | None:
        if word == "FAILED":
            return {"url": None, "msg": "", "error": "the model gave no video"}
        if word != "COMPLETED":
            return None
        name = "videoUrl" if self._scenario == "older" else "url"
        return {name: f"{origin}/files/{job.id}.mp4", "msg": "ok", "error": None}

    def _first(self, name: str) -> bool:
        """Return True once for each name."""
        fresh = name not in self._once
        self._once.add(name)
        return fresh


def _price(model: str, payload: Mapping[str, Any]) -> int:
    if model == "lv":
        return 75 * len(payload["prompt"])
    return round(float(payload.get("duration", 5)) * _PRICES[model])


def _fault(model: str, payload: Any) -> Answer | None:
    if model not in _REQUIRED:
        return _error(400, "INVALID_MODEL", f"Unknown model {model}")
    if not isinstance(payload, dict):
        return _error(400, "INVALID_PAYLOAD", "The body is no object")
    missing = [name for name in _REQUIRED[model] if payload.get(name) in (None, "")]
    if missing:
        return _error(400, "INVALID_PAYLOAD", f"Required: {', '.join(missing)}")
    duration = payload.get("duration")
    numeric = isinstance(duration, int | float)
    if duration is not None and numeric != (model in _NUMBERS):
        return _error(400, "INVALID_PAYLOAD", "duration is of another type")
    return None


def _error(status: int, code: str, message: str) -> Reply:
    body = {"status": "FAILED", "errorCode": code, "message": message, "error": message}
    return Reply(status, body)
