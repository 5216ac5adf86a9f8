"""Finds what OPERATION names: call path, operationId, exact name, path, or key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import click

from specloom import ir
from specloom.suggest import did_you_mean

METHODS = ("GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "QUERY")
_VERSION = re.compile(r"^/v\d+(?=/)")


@dataclass(frozen=True, slots=True)
class Found:
    """An operation and the way it is called."""

    operation: ir.Operation
    call: str | None = None
    """Its call path; None for the plain twin of a streaming form."""
    kind: str = "plain"


def find(text: str, api: ir.Api) -> Found:
    """Return the operation that `text` names; a usage error with the nearest names."""
    listed = every(api)
    for match in (_by_call, _by_key, _by_id, _by_path):
        if found := match(text, listed, api):
            return found
    known = list(_names(listed))
    raise click.UsageError(
        f"No operation `{text}`{did_you_mean(text, known)}"
        + ("" if did_you_mean(text, known) else "; `specloom inspect SPEC` lists them")
    )


def every(api: ir.Api) -> tuple[Found, ...]:
    """Return all operations with their call paths, in the order of the document."""
    from specloom.python import calls

    planned: Mapping[str, tuple[str, str]] = {
        call.operation.key: (call.text, call.kind)
        for call in reversed(calls.plan(api))
        if not call.stream
    }
    return tuple(
        Found(operation, *planned.get(operation.key, (None, _kind(operation))))
        for operation in api.operations
    )


def creates(api: ir.Api) -> tuple[Found, ...]:
    """Return the operations that create jobs, without the plain twins."""
    return tuple(
        found
        for found in every(api)
        if found.operation.lifecycle and found.operation.twin_of is None
    )


def _kind(operation: ir.Operation) -> str:
    return "job" if operation.lifecycle else "plain"


def _names(listed: Iterable[Found]) -> Iterator[str]:
    for found in listed:
        operation = found.operation
        names = (found.call, operation.operation_id, operation.exact_name)
        yield from (name for name in names if name)
        yield operation.path


def _by_call(text: str, listed: Iterable[Found], api: ir.Api) -> Found | None:
    named = [found for found in listed if text == found.call]
    return named[0] if named else None


def _by_key(text: str, listed: Iterable[Found], api: ir.Api) -> Found | None:
    method, separator, path = text.partition(" ")
    if not separator or method.upper() not in METHODS:
        return None
    for spelled in _spellings(path.strip(), api):
        for found in listed:
            if found.operation.key == f"{method.upper()} {spelled}":
                return found
    return None


def _by_id(text: str, listed: Iterable[Found], api: ir.Api) -> Found | None:
    for found in listed:
        operation = found.operation
        if text in (operation.operation_id, operation.exact_name, operation.name):
            return found
    return None


def _by_path(text: str, listed: Iterable[Found], api: ir.Api) -> Found | None:
    if not text.startswith("/"):
        return None
    for spelled in _spellings(text, api):
        there = [found for found in listed if found.operation.path == spelled]
        ranked = sorted(there, key=lambda found: _rank(found.operation.method))
        if ranked:
            return ranked[0]
    return None


def _rank(method: str) -> int:
    """POST is meant, then GET, then whatever there is."""
    order = ("POST", "GET", *METHODS)
    return order.index(method) if method in order else len(order)


def _spellings(path: str, api: ir.Api) -> Iterator[str]:
    """Yield the path as given, then below a server's own path, then its version."""
    yield path
    for server in api.servers:
        base = re.sub(r"^[a-z]+://[^/]*", "", server.url.rstrip("/"))
        if base and path.startswith(f"{base}/"):
            yield path.removeprefix(base)
    yield _VERSION.sub("", path)
    for version in sorted({found.group() for found in _versions(api)}):
        yield version + path


def _versions(api: ir.Api) -> Iterator[re.Match[str]]:
    matches = (_VERSION.match(operation.path) for operation in api.operations)
    return (found for found in matches if found)
