"""What a call takes: its arguments in call order, by wire name, place and schema."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from specloom import ir

from . import bodies, names, results

Place: TypeAlias = Literal["path", "query", "header", "cookie", "querystring", "body"]

_PLACES: tuple[Place, ...] = (
    "path",
    "query",
    "querystring",
    "header",
    "cookie",
    "body",
)
_IGNORED_HEADERS = frozenset({"accept", "content-type", "authorization"})
"""Header parameters that OpenAPI says are ignored (3.1, 4.8.12.1)."""
RESERVED = frozenset({"self", "options"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """One argument of a call."""

    python: str
    wire: str
    place: Place
    schema: ir.Schema
    required: bool
    whole: bool = False
    """The body as one value, not one of its fields."""
    parameter: ir.Parameter | None = None
    """The parameter it is, when it is not a part of the body."""
    description: str | None = None
    deprecated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """The arguments of one call: positional ones, then those by keyword."""

    positional: tuple[Argument, ...] = ()
    keyword: tuple[Argument, ...] = ()
    body: bodies.Shape | None = None

    @property
    def every(self) -> tuple[Argument, ...]:
        """All arguments in call order."""
        return self.positional + self.keyword

    def at(self, place: Place) -> tuple[Argument, ...]:
        """The arguments that go to one place."""
        return tuple(item for item in self.every if item.place == place)


def of(api: ir.Api, op: ir.Operation, *, switch: bool = False) -> Arguments:
    """Return what a method over this operation takes, in call order.

    `switch`: the operation's stream switch is set by the method, not by the caller.
    """
    shape = bodies.shape(api, op)
    filled = filled_by_runtime(api, op)
    taken = [_from_parameter(item, filled) for item in parameters(op)]
    taken += _body_arguments(op, shape, filled, switch)
    named = _distinct(taken)
    in_path = [item for item in named if item.place == "path" and item.required]
    rest = [item for item in named if item not in in_path]
    return Arguments(
        positional=tuple(sorted(in_path, key=lambda item: _path_rank(op, item))),
        keyword=tuple(sorted(rest, key=lambda item: not item.required)),
        body=shape,
    )


def parameters(op: ir.Operation) -> tuple[ir.Parameter, ...]:
    """Return the parameters a caller can give, path first."""
    given = (
        item
        for item in op.parameters
        if not (item.place == "header" and item.wire.lower() in _IGNORED_HEADERS)
    )
    return tuple(sorted(given, key=lambda item: _PLACES.index(item.place)))


def filled_by_runtime(api: ir.Api, op: ir.Operation) -> frozenset[str]:
    """Return the qualified wire names that the runtime fills when absent."""
    name = results.lifecycle_name(api, op)
    if name is None:
        return frozenset()
    lifecycle = api.lifecycle(name)
    filled = set()
    if lifecycle.idempotency is not None:
        filled.add(lifecycle.idempotency.place)
    if lifecycle.client_id is not None:
        filled.add(lifecycle.client_id_place)
    return frozenset(item.lower() for item in filled)


def _from_parameter(parameter: ir.Parameter, filled: frozenset[str]) -> Argument:
    by_runtime = f"{parameter.place}.{parameter.wire}".lower() in filled
    return Argument(
        python=names.snake(parameter.name or parameter.wire),
        wire=parameter.wire,
        place=parameter.place,
        schema=parameter.schema,
        required=parameter.required and parameter.acquire is None and not by_runtime,
        parameter=parameter,
        description=parameter.description,
        deprecated=parameter.deprecated,
    )


def _body_arguments(
    op: ir.Operation, shape: bodies.Shape | None, filled: frozenset[str], switch: bool
) -> list[Argument]:
    if shape is None:
        return []
    if shape.offered is None:
        return [_whole_body(op, shape)]
    hidden = op.stream_switch if switch else None
    return [
        Argument(
            python=names.snake(item.name or item.wire),
            wire=item.wire,
            place="body",
            schema=item.schema,
            required=item.required and f"body.{item.wire}".lower() not in filled,
            description=item.meta.description,
            deprecated=item.meta.deprecated,
        )
        for item in shape.offered
        if item.wire != hidden
    ]


def _whole_body(op: ir.Operation, shape: bodies.Shape) -> Argument:
    return Argument(
        python="body",
        wire="body",
        place="body",
        schema=shape.taken,
        required=shape.required,
        whole=True,
        description=op.body.description if op.body else None,
    )


def _distinct(taken: Sequence[Argument]) -> list[Argument]:
    """Give every argument its own name: a clash gets its place as a suffix.

    Of two that clash in one place, the one whose wire name is the name keeps it.
    """
    spelled: dict[int, str] = {}
    used: dict[str, Place | None] = dict.fromkeys(RESERVED)
    places = sorted(enumerate(taken), key=lambda pair: _claim_rank(pair[1]))
    for index, item in places:
        name = item.python
        if name in used and used[name] != item.place:
            name = f"{item.python.rstrip('_')}_{item.place}"
        spelled[index] = _numbered(name, used)
        used[spelled[index]] = item.place
    return [replace(item, python=spelled[index]) for index, item in enumerate(taken)]


def _claim_rank(item: Argument) -> tuple[int, bool]:
    return (_PLACES.index(item.place), item.wire != item.python)


def _numbered(name: str, used: Container[str]) -> str:
    found, number = name, 2
    while found in used:
        found = f"{name.rstrip('_')}_{number}"
        number += 1
    return found


def _path_rank(op: ir.Operation, item: Argument) -> int:
    found = op.path.find("{" + item.wire)
    return found if found >= 0 else len(op.path)
