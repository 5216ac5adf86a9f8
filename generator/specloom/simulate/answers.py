"""Bodies of answers: sampled from the schema, then told what the job is."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from specloom import ir
from specloom.runtime._lifecycle import Lifecycle, Location, State

from .jobs import Job
from .places import body_places, first, put, satisfy
from .samples import sample

_DEFAULT_STATUS = {
    "authentication": 401,
    "insufficient_credits": 402,
    "not_found": 404,
    "conflict": 409,
    "validation": 422,
    "rate_limited": 429,
    "upstream": 500,
}
_MESSAGES = {
    "authentication": "no valid credential in the request",
    "insufficient_credits": "insufficient credits for this request",
    "not_found": "there is nothing at this address",
    "conflict": "the job is not in a state that allows this",
    "rate_limited": "too many requests, try again later",
    "upstream": "the simulated upstream failed",
}
_FAILURE_CODE, _FAILURE_MESSAGE = "SIMULATED_FAILURE", "the simulated job failed"


@dataclass(frozen=True, slots=True)
class Answers:
    """Builds bodies for one document. `origin` is where result files are served."""

    api: ir.Api
    origin: str

    def plain(self, operation: ir.Operation, request: Mapping[str, Any]) -> Any:
        """Return a success body of an operation that is about no job."""
        body = self._sampled(operation, "plain", request)
        for rule in self._acquirers(operation.key):
            body = put(body, rule.value, f"simulated-{operation.key.split('/')[-1]}")
        for lifecycle in self.api.lifecycles:
            for before in lifecycle.before:
                if before.call.operation == operation.key:
                    body = satisfy(body, before.require)
        return body

    def value(self, schema: ir.Schema, number: int) -> Any:
        """Return a value of a schema, another for each number."""
        return sample(self.api, schema, random.Random(number))

    def job(self, operation: ir.Operation, job: Job, state: State) -> Any:
        """Return what `operation` says about a job in this state."""
        life = job.lifecycle
        body = self._sampled(operation, str(job.id), job.request)
        body = put(body, life.id, job.id)
        details = life.result.call is not None
        asks_details = details and life.result.call.operation == operation.key  # type: ignore[union-attr]
        if not asks_details or state != "succeeded":
            body = put(body, self._status_places(life, operation), word(life, state))
        if life.poll is None and life.poll_url:
            url = f"{self.origin}/__simulator__/jobs/{job.id}"
            body = put(body, life.poll_url, url)
        body = satisfy(body, life.done_when, hold=state == "succeeded")
        body = satisfy(body, life.failed_when, hold=state == "failed")
        if state == "succeeded" and (asks_details or not details):
            body = self._with_result(body, operation, job)
        if state == "failed":
            body = put(body, life.error.code, _FAILURE_CODE)
            body = put(body, life.error.message, _FAILURE_MESSAGE)
        return body

    def error(
        self, operation: ir.Operation | None, category: str, message: str | None = None
    ) -> tuple[int, Any]:
        """Return status and body by which the document says no."""
        rules = (*(operation.errors if operation else ()), *self.api.errors)
        rule = first(
            rule for rule in rules if rule.category == category and rule.message is None
        )
        status = _DEFAULT_STATUS.get(category, 400)
        if rule is not None and rule.status and rule.status[0].isdigit():
            status = int(rule.status[0])
        code = rule.code[0] if rule is not None and rule.code else category.upper()
        text = message or _MESSAGES.get(category, "the request was refused")
        return status, self._error_body(operation, status, code, text)

    def _error_body(
        self, operation: ir.Operation | None, status: int, code: str, text: str
    ) -> Any:
        envelope = (operation.envelope if operation else None) or self.api.envelope
        schema = _error_schema(operation, status)
        body = sample(self.api, schema, random.Random(status)) if schema else None
        body = body if isinstance(body, dict) else {}
        if envelope is None:
            return {**body, "code": code, "message": text}
        body = satisfy(body, envelope.success, hold=False)
        body = put(body, envelope.message, text)
        number = int(code) if code.lstrip("-").isdigit() else None
        return put(body, envelope.code, number) if number is not None else body

    def _sampled(
        self, operation: ir.Operation, seed: str, request: Mapping[str, Any]
    ) -> Any:
        schema = success_schema(self.api, operation)
        dice = random.Random(f"{operation.key} {seed}")
        body = sample(self.api, schema, dice) if schema is not None else None
        envelope = operation.envelope or self.api.envelope
        if envelope is not None:
            body = satisfy(body, envelope.success)
        if isinstance(body, dict) and isinstance(body.get("input"), dict):
            body["input"] = dict(request)
        return body

    def _with_result(self, body: Any, operation: ir.Operation, job: Job) -> Any:
        result = job.lifecycle.result
        schema = success_schema(self.api, operation)
        for place in body_places(result.location)[:1]:
            found = schema_at(self.api, schema, place) if schema else None
            value = sample(self.api, found, random.Random(str(job.id))) if found else {}
            body = put(body, result.location, {} if value is None else value)
        ending = _file_ending(operation, job)
        url = f"{self.origin}/__simulator__/files/{job.id}{ending}"
        return put(body, _fitting(result.assets, ending), url)

    def _status_places(self, life: Lifecycle, operation: ir.Operation) -> Location:
        events = life.stream.events.status if life.stream else ()
        return events if operation.streams and events else life.status

    def _acquirers(self, key: str) -> list[Any]:
        schemes = [scheme.acquire for scheme in self.api.security_schemes]
        parameters = [
            parameter.acquire
            for operation in self.api.operations
            for parameter in operation.parameters
        ]
        found = [rule for rule in (*schemes, *parameters) if rule is not None]
        return [rule for rule in found if rule.call.operation == key]


def word(life: Lifecycle, state: State) -> str:
    """Return the provider's first word for a state, else the state itself."""
    return first((text for text, means in life.states.items() if means == state), state)


def success_schema(api: ir.Api, operation: ir.Operation) -> ir.Schema | None:
    """Return the schema of the first success body, of one event for streams."""
    for response in operation.responses:
        if response.status.startswith("2") or response.status == "default":
            for content in response.contents:
                known = content.item_schema or content.schema
                if not isinstance(api.resolve(known), ir.Anything | ir.Text):
                    return known
    return None


def schema_at(
    api: ir.Api, schema: ir.Schema, place: tuple[str, ...]
) -> ir.Schema | None:
    """Return the schema at a place of a body, null left out; None when unknown."""
    resolved = _solid(api, schema)
    if not place:
        return resolved
    match resolved:
        case ir.Object():
            for item in resolved.properties:
                if item.wire == place[0]:
                    return schema_at(api, item.schema, place[1:])
            return None
        case ir.Array():
            return schema_at(api, resolved.items, place[1:])
        case _:
            return None


def _solid(api: ir.Api, schema: ir.Schema) -> ir.Schema:
    """Return the schema behind references, without its null arm."""
    for _ in range(16):
        schema = api.resolve(schema)
        if not isinstance(schema, ir.Union):
            return schema
        arms = [arm for arm in schema.arms if not isinstance(arm, ir.Null)]
        if not arms:
            return schema
        schema = arms[0]
    return schema


def _error_schema(operation: ir.Operation | None, status: int) -> ir.Schema | None:
    if operation is None:
        return None
    by_status = {response.status: response for response in operation.responses}
    for name in (str(status), f"{status // 100}XX", "default"):
        if name in by_status and by_status[name].contents:
            return by_status[name].contents[0].schema
    return None


def _file_ending(operation: ir.Operation, job: Job) -> str:
    words = " ".join((job.operation.path, *job.operation.tags, operation.path)).lower()
    if "image" in words and "video" not in words:
        return ".png"
    return ".mp3" if "audio" in words and "video" not in words else ".mp4"


def _fitting(assets: Location, ending: str) -> Location:
    """Return the asset places, those that name the kind of file first."""
    kind = {".png": "image", ".mp3": "audio", ".mp4": "video"}[ending]
    return tuple(sorted(assets, key=lambda expression: kind not in expression.lower()))
