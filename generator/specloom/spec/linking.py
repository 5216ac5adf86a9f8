"""Lifecycles joined to operations: names become keys, patterns become operations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from specloom import ir
from specloom.runtime._lifecycle import Acquire, Call, Lifecycle

L = TypeVar("L")

_PART = re.compile(r"\{([^{}+]+)(\+?)\}")


@dataclass(frozen=True, slots=True)
class Names:
    """Operations by key and by operationId."""

    keys: frozenset[str]
    by_id: Mapping[str, str]

    def key(self, name: str) -> str:
        """Return the key of the operation meant; the name itself when there is none."""
        if name in self.keys:
            return name
        if name in self.by_id:
            return self.by_id[name]
        method, _, path = name.strip().partition(" ")
        respelled = f"{method.upper()} {path.strip()}"
        return respelled if respelled in self.keys else name


def names(operations: Iterable[ir.Operation]) -> Names:
    """Return the names operations go by; an operationId used twice names none."""
    listed = tuple(operations)
    ids: dict[str, str | None] = {}
    for operation in listed:
        if operation.operation_id is not None:
            twice = operation.operation_id in ids
            ids[operation.operation_id] = None if twice else operation.key
    known = {name: key for name, key in ids.items() if key is not None}
    return Names(frozenset(item.key for item in listed), known)


def with_keys(value: Any, known: Names) -> Any:
    """Return a lifecycle (or a part of one) whose calls name operations by key."""
    match value:
        case None:
            return None
        case Call():
            return replace(value, operation=known.key(value.operation))
        case Lifecycle():
            return replace(
                value,
                create=_create(value.create, known),
                plain=_create(value.plain, known),
                before=tuple(with_keys(item, known) for item in value.before),
                poll=with_keys(value.poll, known),
                result=replace(
                    value.result,
                    call=with_keys(value.result.call, known),
                    download=with_keys(value.result.download, known),
                ),
                stream=with_keys(value.stream, known),
                fallback=with_keys(value.fallback, known),
                cancel=with_keys(value.cancel, known),
                listing=with_keys(value.listing, known),
            )
        case _:
            return replace(value, call=with_keys(value.call, known))


def acquired(value: Acquire | None, known: Names) -> Acquire | None:
    """Return the same for a value obtained by an operation."""
    found: Acquire | None = with_keys(value, known)
    return found


def _create(name: str | None, known: Names) -> str | None:
    return None if name is None else known.key(name)


def is_pattern(name: str | None, keys: frozenset[str]) -> bool:
    """Say whether a create is a pattern rather than one operation."""
    return name is not None and name not in keys and "{" in name


def matcher(pattern: str) -> re.Pattern[str]:
    """Compile a pattern: `{name}` is one path segment, `{name+}` one or more."""
    text, at = "", 0
    for found in _PART.finditer(pattern):
        text += re.escape(pattern[at : found.start()])
        text += "(.+)" if found.group(2) else "([^/]+)"
        at = found.end()
    return re.compile(text + re.escape(pattern[at:]))


def fill(pattern: str, names_from: str, found: re.Match[str]) -> str:
    """Return `pattern` with what another pattern matched put in, by name."""
    names_in_order = [part.group(1) for part in _PART.finditer(names_from)]
    values = dict(zip(names_in_order, found.groups(), strict=True))
    return _PART.sub(lambda part: values.get(part.group(1), part.group(0)), pattern)


@dataclass(frozen=True, slots=True)
class Start:
    """An operation that starts a job: which, whether it streams, and its twin."""

    lifecycle: str
    streams: bool
    twin: str | None = None


def starts(
    lifecycle: Lifecycle, keys: frozenset[str]
) -> tuple[dict[str, Start], dict[str, str]]:
    """Return the creates of a lifecycle, and its plain twins with their creates."""
    streams = lifecycle.stream is not None and lifecycle.stream.call is None
    creates: dict[str, Start] = {}
    twins: dict[str, str] = {}
    if lifecycle.create is None:
        return creates, twins
    pattern = matcher(lifecycle.create)
    plain = lifecycle.plain
    for key in sorted(keys):
        found = pattern.fullmatch(key)
        exact = key == lifecycle.create
        if not exact and not (found and is_pattern(lifecycle.create, keys)):
            continue
        twin = plain
        if plain is not None and found is not None and not exact:
            twin = fill(plain, lifecycle.create, found)
        if twin in keys and twin is not None and twin != key:
            twins[twin] = key
        else:
            twin = None
        creates[key] = Start(lifecycle.name, streams, twin)
    return creates, twins


def lone_twins(
    lifecycle: Lifecycle, keys: frozenset[str], taken: Iterable[str]
) -> dict[str, Start]:
    """Return plain forms that have no streaming one: they start jobs by themselves."""
    if not is_pattern(lifecycle.plain, keys):
        return {}
    pattern, own = matcher(lifecycle.plain or ""), set(taken)
    create = matcher(lifecycle.create or "")
    return {
        key: Start(lifecycle.name, streams=False)
        for key in sorted(keys)
        if key not in own and pattern.fullmatch(key) and not create.fullmatch(key)
    }


def join(
    operations: tuple[ir.Operation, ...],
    lifecycles: tuple[Lifecycle, ...],
    tell: Callable[[str, str, str], None],
) -> tuple[ir.Operation, ...]:
    """Return the operations with their lifecycles; an exact name beats a pattern."""
    keys = frozenset(item.key for item in operations)
    exact_last = sorted(
        lifecycles, key=lambda item: (not is_pattern(item.create, keys), item.name)
    )
    creates: dict[str, Start] = {}
    twins: dict[str, str] = {}
    exact: dict[str, str] = {}
    for lifecycle in exact_last:
        found, found_twins = starts(lifecycle, keys)
        pattern = is_pattern(lifecycle.create, keys)
        for key in found:
            if key in (creates if pattern else exact):
                tell("JOB007", lifecycle.name, key)
        creates |= {k: v for k, v in found.items() if not (pattern and k in creates)}
        if not pattern:
            exact |= dict.fromkeys(found, lifecycle.name)
        twins |= {twin: key for twin, key in found_twins.items() if key in found}
    for lifecycle in exact_last:
        for key, start in lone_twins(lifecycle, keys, {*creates, *twins}).items():
            creates.setdefault(key, start)
    return tuple(_joined(item, creates, twins) for item in operations)


def _joined(
    operation: ir.Operation, creates: Mapping[str, Start], twins: Mapping[str, str]
) -> ir.Operation:
    key = operation.key
    if key in creates:
        start = creates[key]
        return replace(
            operation,
            lifecycle=start.lifecycle,
            streams=start.streams,
            plain=start.twin,
        )
    if key in twins and twins[key] in creates:
        owner = creates[twins[key]]
        return replace(operation, lifecycle=owner.lifecycle, twin_of=twins[key])
    return operation
