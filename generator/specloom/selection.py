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

    A pattern is a tag (those below it belong to it), a glob of a call path, an
    operationId, a path or a key, or the word `deprecated`. What a chosen operation's
    job needs (its twin, its poll, its stream) stays, too.
    """
    words = _words(api)
    chosen = {
        key
        for key, told in words.items()
        if (not only or _matches(told, only)) and not _matches(told, exclude)
    }
    if not chosen:
        return replace(api, operations=())
    needed = chosen | set(_needed(api, chosen))
    kept = tuple(item for item in api.operations if item.key in needed)
    used = {item.lifecycle for item in kept}
    lifecycles = tuple(item for item in api.lifecycles if item.name in used)
    return replace(api, operations=kept, lifecycles=lifecycles)


def unmatched(api: ir.Api, patterns: Sequence[str]) -> tuple[str, ...]:
    """Return the patterns that no operation of the API matches."""
    words = _words(api).values()
    return tuple(
        pattern
        for pattern in patterns
        if not any(_matches(told, (pattern,)) for told in words)
    )


def _matches(words: Sequence[str], patterns: Sequence[str]) -> bool:
    return any(
        word == pattern or fnmatchcase(word, pattern)
        for pattern in patterns
        for word in words
    )


def _words(api: ir.Api) -> Mapping[str, tuple[str, ...]]:
    """Return, by key, what an operation is called by."""
    paths = {call.operation.key: call.text for call in calls.plan(api)}
    parents = {tag.name: tag.parent for tag in api.tags}
    return {
        item.key: tuple(_told(item, paths.get(item.key), parents))
        for item in api.operations
    }


def _told(
    operation: ir.Operation, path: str | None, parents: Mapping[str, str | None]
) -> Iterator[str]:
    names = (path, operation.operation_id, operation.name, operation.exact_name)
    yield from (operation.key, operation.path, *(name for name in names if name))
    if operation.deprecated:
        yield "deprecated"
    for tag in operation.tags:
        above: str | None = tag
        for _ in range(len(parents) + 1):
            if above is None:
                break
            yield above
            above = parents.get(above)


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
