"""A lifecycle for a pair of operations, as it would be written in an overlay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from specloom import ir
from specloom.spec import evidence
from specloom.spec.evidence import Field, Status, fold
from specloom.spec.pairing import Pair

_RESULTS = [
    "output",
    "outputs",
    "result",
    "results",
    "video",
    "videos",
    "image",
    "images",
    "audio",
    "data",
    "file",
    "files",
    "generated_images",
    "assets",
]
_MESSAGES = [
    "error_message",
    "failure_reason",
    "status_reason",
    "reason",
    "message",
    "detail",
    "error",
]
_CODES = ("error_code", "code")
_PERCENT = ("progress", "percent", "percentage")
_STREAMS = ("sse", "stream", "streaming")
_CANCELS = ("cancel", "abort", "stop", "terminate")


def written(pair: Pair, api: ir.Api) -> dict[str, Any]:
    """Return the lifecycle of a pair in the form of `x-specloom-job`."""
    streaming = _streaming(pair.create.operation, api)
    found: dict[str, Any] = {
        "create": _create(pair.create.operation, streaming),
        "id": pair.id.location,
        "poll": {"operation": pair.poll.operation.key, "bind": dict(pair.bind)},
        **described(pair.poll.fields, pair.poll.status),
    }
    found["status"] = _status(pair)
    if streaming is not None:
        found["stream"] = {}
    cancel = _cancel(pair, api)
    return found if cancel is None else found | {"cancel": cancel}


def _streaming(plain: ir.Operation, api: ir.Api) -> ir.Operation | None:
    """Return the streaming twin of a create: `/jobs/sse/x` of `/jobs/x`."""
    for operation in api.operations:
        parts = operation.path.split("/")
        if operation.method != plain.method or not set(parts) & set(_STREAMS):
            continue
        paths = ("/".join(parts[:at] + parts[at + 1 :]) for at in _streams_at(parts))
        if plain.path in paths and evidence.streams(operation):
            return operation
    return None


def _streams_at(parts: list[str]) -> list[int]:
    return [at for at, part in enumerate(parts) if part in _STREAMS]


def _create(plain: ir.Operation, streaming: ir.Operation | None) -> dict[str, str]:
    if streaming is None:
        return {"operation": plain.key}
    return {"operation": streaming.key, "plain": plain.key}


def described(fields: tuple[Field, ...], status: Status) -> dict[str, Any]:
    """Return state, result, error and progress as the answer of a poll has them."""
    near = _near(fields, status.field)
    result, percent = _first(near, _RESULTS), _first(near, _PERCENT)
    problem = {"code": _first(near, _CODES), "message": _message(fields, near)}
    told = {
        name: field.location for name, field in problem.items() if field is not None
    }
    found: dict[str, Any] = {
        "status": status.field.location,
        "states": _states(status.states),
    }
    if result is not None:
        found["result"] = {"location": result.location}
    if told:
        found["error"] = told
    if percent is not None:
        found["progress"] = {"percent": percent.location}
    return found


def _status(pair: Pair) -> str | list[str]:
    """Return where the state is; in the create's answer it may stand elsewhere."""
    poll = pair.poll.status.field.location
    created = pair.create.status
    if created is None or created.field.location == poll:
        return poll
    return [poll, created.field.location]


def _states(states: Mapping[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for state in ("queued", "running", "succeeded", "failed", "cancelled", "expired"):
        words = [word for word, meant in states.items() if meant == state]
        if words:
            found[state] = words
    return found


def _near(fields: Iterable[Field], status: Field) -> dict[str, Field]:
    """Return the fields beside the state, by folded name."""
    near: dict[str, Field] = {}
    for field in fields:
        if field.owners == status.owners:
            near.setdefault(fold(field.wire), field)
    return near


def _first(near: Mapping[str, Field], names: Iterable[str]) -> Field | None:
    return next((near[name] for name in names if name in near), None)


def _message(fields: Iterable[Field], near: Mapping[str, Field]) -> Field | None:
    found = _first(near, _MESSAGES)
    if found is None or not isinstance(found.schema, ir.Object):
        return found
    inner = {
        fold(field.wire): field
        for field in fields
        if field.owners and field.pointer.rpartition("/")[0] == found.pointer
    }
    return _first(inner, _MESSAGES) or found


def _cancel(pair: Pair, api: ir.Api) -> dict[str, Any] | None:
    path = pair.poll.operation.path
    for operation in api.operations:
        if operation.method == "GET" or not operation.path.startswith(path + "/"):
            continue
        if operation.path.removeprefix(path + "/") in _CANCELS:
            return {
                "operation": operation.key,
                "bind": dict(pair.bind),
            }
    return None


def overlay(lifecycles: Mapping[str, Mapping[str, Any]], title: str) -> str:
    """Return a whole overlay (YAML) that declares these lifecycles."""
    document = {
        "overlay": "1.0.0",
        "info": {"title": f"Jobs of {title}", "version": "1"},
        "actions": [
            {
                "target": "$",
                "update": {
                    "x-specloom-jobs": {
                        name: dict(found) for name, found in lifecycles.items()
                    }
                },
            }
        ],
    }
    text = yaml.dump(
        document, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=100
    )
    return str(text)


class _Plain(yaml.SafeDumper):
    """Writes every value in full: no anchors and aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True
