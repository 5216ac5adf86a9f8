"""Chooses operations by tag or glob, with everything their jobs need."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from fnmatch import fnmatchcase
from typing import Any

from specloom import ir
from specloom.python import calls


def select(api: ir.Api, only: Sequence[str], exclude: Sequence[str]) -> ir.Api:
    """Return the API with the chosen operations.

    A pattern is a tag, or a glob of a call path, an operationId, a path or a key. What
    a chosen operation's job needs (its twin, its poll, its stream) stays, too.
    """
    paths = {call.operation.key: call.text for call in calls.plan(api)}

    def matches(operation: ir.Operation, patterns: Sequence[str]) -> bool:
        words = _words(operation, paths.get(operation.key, ""))
        return any(fnmatchcase(word, glob) for glob in patterns for word in words)

    chosen = {
        operation.key
        for operation in api.operations
        if (not only or matches(operation, only)) and not matches(operation, exclude)
    }
    if not chosen:
        return replace(api, operations=())
    needed = chosen | set(_needed(api, chosen))
    kept = tuple(item for item in api.operations if item.key in needed)
    return replace(api, operations=kept)


def _words(operation: ir.Operation, path: str) -> tuple[str, ...]:
    names = (path, operation.operation_id, operation.name, operation.exact_name)
    told = tuple(name for name in names if name)
    return (*operation.tags, operation.key, operation.path, *told)


def _needed(api: ir.Api, chosen: set[str]) -> Iterator[str]:
    """Yield the keys of operations that the chosen ones cannot do without."""
    for operation in api.operations:
        if operation.key in chosen:
            yield from (key for key in (operation.plain, operation.twin_of) if key)
            if operation.lifecycle:
                yield from _called(asdict(api.lifecycle(operation.lifecycle)))
    schemes = (scheme.acquire for scheme in api.security_schemes)
    parameters = (item.acquire for item in _parameters(api, chosen))
    for acquire in (*schemes, *parameters):
        if acquire is not None:
            yield from _called(asdict(acquire))
    if api.profile.credits_operation:
        yield api.profile.credits_operation


def _parameters(api: ir.Api, chosen: set[str]) -> Iterator[ir.Parameter]:
    for operation in api.operations:
        if operation.key in chosen:
            yield from operation.parameters


def _called(value: Any) -> Iterator[str]:
    """Yield every operation named inside a lifecycle."""
    if isinstance(value, Mapping):
        if isinstance(value.get("operation"), str):
            yield value["operation"]
        for item in value.values():
            yield from _called(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _called(item)
