"""A job as text: what another process needs to go on, and no secret."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from ._errors import InvalidPayloadError
from ._expressions import Scope, evaluate
from ._job_state import JobState
from ._lifecycle import Call, Lifecycle, Location
from ._origins import origin_of
from ._values import Json, is_mapping

_VERSION: Final = 1
_LONGEST: Final = 1_000_000
_LATEST: Final = 1e12
_SECRET: Final = re.compile(r"auth|cookie|key|secret|token|password|session", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A job at rest."""

    operation: str
    """Key of the create."""
    id: str | None
    origin: str
    """Where the job lives; checked against the client's own origins."""
    url: str = ""
    created: float = 0.0
    """Seconds since the epoch."""
    inputs: Mapping[str, Any] = field(default_factory=dict[str, Any])
    captured: Mapping[str, Any] = field(default_factory=dict[str, Any])
    kept: Mapping[str, Any] = field(default_factory=dict[str, Any])
    uncertain: bool = False


def write_token(job: JobState) -> str:
    """Return the token of a job: JSON text, no pickle, no secrets."""
    setup = job.setup
    url = job.url.partition("?")[0].partition("#")[0]
    found = {
        "specloom_job": _VERSION,
        "operation": job.operation.key,
        "id": job.id,
        "origin": origin_of(job.url) if job.url else "",
        "url": setup.redactor.url(url),
        "created": round(setup.wall() - job.elapsed, 3),
        "inputs": _needed(job),
        "captured": job.captured,
        "kept": job.kept,
        "uncertain": job.uncertain,
    }
    plain = {name: value for name, value in found.items() if value not in ({}, False)}
    return json.dumps(setup.redactor.value(plain), separators=(",", ":"), default=str)


def read_token(text: str) -> Token:
    """Return what a token says; InvalidPayloadError when it is none."""
    found: Json
    try:
        found = json.loads(text) if len(text) <= _LONGEST else None
    except (ValueError, TypeError, RecursionError):
        found = None
    if not isinstance(found, dict) or found.get("specloom_job") != _VERSION:
        raise _no_token("a token as `job.token` gives it", "something else")
    mappings = {
        name: value
        for name in ("inputs", "captured", "kept")
        if is_mapping(value := found.get(name, {}))
    }
    operation, job_id = found.get("operation"), found.get("id")
    url, origin = found.get("url", ""), found.get("origin", "")
    texts = isinstance(operation, str) and isinstance(url, str)
    if not texts or not isinstance(origin, str) or len(mappings) < 3:
        raise _no_token("operation, origin and mappings", "other members")
    if not isinstance(job_id, str | None):
        raise _no_token("an id that is text", type(job_id).__name__)
    return Token(
        operation=str(operation),
        id=job_id,
        origin=origin,
        url=url,
        created=_moment(found.get("created")),
        uncertain=found.get("uncertain") is True,
        **mappings,
    )


def _moment(value: Json) -> float:
    """Return seconds since the epoch; anything else is long ago."""
    if isinstance(value, (int, float)) and 0 <= value < _LATEST:
        return float(value)
    return 0.0


def _no_token(expected: str, actual: str) -> InvalidPayloadError:
    return InvalidPayloadError(issues=(("token", expected, actual),))


def _needed(job: JobState) -> dict[str, Any]:
    """Return the create's inputs that later requests are bound to, no others."""
    needed: dict[str, Any] = {}
    scope = Scope(request=job.inputs)
    for expression in _expressions(job.lifecycle):
        if not expression.startswith("$request."):
            continue
        value = evaluate(expression, scope)
        place, _, rest = expression.removeprefix("$request.").partition(".")
        if place.partition("#")[0] == "body":
            _plant(needed, ["body", *expression.partition("#/")[2].split("/")], value)
        elif not (place == "header" and _SECRET.search(rest)):
            _plant(needed, [place, rest], value)
    return needed


def _plant(tree: dict[str, Any], path: list[str], value: Any) -> None:
    if value is None or "*" in path:
        return
    names = [name.replace("~1", "/").replace("~0", "~") for name in path]
    for name in names[:-1]:
        tree = tree.setdefault(name, {})
    tree[names[-1]] = value


def _expressions(lifecycle: Lifecycle) -> Iterator[str]:
    """Yield every expression that a request after the create may look at."""
    places: list[Location] = [lifecycle.poll_url]
    for call in calls(lifecycle):
        places.extend(call.bind.values())
    for place in places:
        yield from place


def calls(lifecycle: Lifecycle) -> tuple[Call, ...]:
    """Return the calls that may be made after the create."""
    found: tuple[Call | None, ...] = (
        lifecycle.poll,
        lifecycle.stream.call if lifecycle.stream else None,
        lifecycle.result.call,
        lifecycle.result.download,
        lifecycle.cancel.call if lifecycle.cancel else None,
        lifecycle.fallback.call if lifecycle.fallback else None,
    )
    return tuple(call for call in found if call is not None)
