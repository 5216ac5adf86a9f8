"""Lifecycles joined to operations: names become keys, patterns become operations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from specloom import ir
from specloom.runtime._lifecycle import Acquire, Call, Lifecycle
from specloom.spec import patterns


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
                error=replace(value.error, call=with_keys(value.error.call, known)),
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


def calls(lifecycle: Lifecycle) -> Iterator[tuple[str, Call]]:
    """Yield the calls of a lifecycle with their written field."""
    holders = {
        "stream": lifecycle.stream,
        "fallback": lifecycle.fallback,
        "cancel": lifecycle.cancel,
        "list": lifecycle.listing,
    }
    held = {
        "poll": lifecycle.poll,
        "result": lifecycle.result.call,
        "result/download": lifecycle.result.download,
        "error": lifecycle.error.call,
    } | {where: holder.call for where, holder in holders.items() if holder is not None}
    yield from ((where, call) for where, call in held.items() if call is not None)
    for index, before in enumerate(lifecycle.before):
        yield f"before/{index}", before.call


@dataclass(frozen=True, slots=True)
class Start:
    """How an operation starts a job."""

    lifecycle: str
    streams: bool
    twin: str | None = None
    exact: bool = False


def starts(lifecycle: Lifecycle, keys: frozenset[str]) -> dict[str, Start]:
    """Return the operations that start a job of this lifecycle, by key.

    Operations the lifecycle itself calls are none, whatever its patterns match; a
    plain form without a streaming one starts jobs by itself.
    """
    name, create, plain = lifecycle.name, lifecycle.create, lifecycle.plain
    if create is None:
        return {}
    streams = lifecycle.stream is not None and lifecycle.stream.call is None
    if create in keys:
        twin = plain if plain in keys and plain != create else None
        return {create: Start(name, streams, twin, exact=True)}
    own = {call.operation for _, call in calls(lifecycle)}
    found = {
        key: Start(name, streams, twin if twin in keys and twin != key else None)
        for key, twin in patterns.pairs(create, plain, keys)
        if key not in own
    }
    taken = {*own, *found, *(start.twin for start in found.values())}
    return found | {
        key: Start(name, streams=False)
        for key in (patterns.matches(plain, keys) if plain else ())
        if key not in taken
    }


def join(
    operations: tuple[ir.Operation, ...],
    lifecycles: tuple[Lifecycle, ...],
    tell: Callable[[str, str], None],
) -> tuple[ir.Operation, ...]:
    """Return the operations with their lifecycles; an exact name beats a pattern.

    `tell` gets the name of a lifecycle and the key that another one has already.
    """
    keys = frozenset(item.key for item in operations)
    found: dict[str, Start] = {}
    for lifecycle in lifecycles:
        for key, start in starts(lifecycle, keys).items():
            other = found.get(key)
            if other is None or (start.exact and not other.exact):
                found[key] = start
            elif start.exact == other.exact:
                tell(lifecycle.name, key)
    twins = {start.twin: key for key, start in found.items() if start.twin is not None}
    return tuple(_joined(item, found, twins) for item in operations)


def _joined(
    operation: ir.Operation, found: Mapping[str, Start], twins: Mapping[str, str]
) -> ir.Operation:
    key = operation.key
    if key in twins:
        owner = found[twins[key]].lifecycle
        return replace(operation, lifecycle=owner, twin_of=twins[key])
    if key not in found:
        return operation
    start = found[key]
    return replace(
        operation,
        lifecycle=start.lifecycle,
        streams=start.streams,
        plain=start.twin,
    )
