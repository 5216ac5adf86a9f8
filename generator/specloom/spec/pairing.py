"""Create and poll operations that belong together, each with score and evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from specloom import ir
from specloom.spec import candidates, evidence, weighing
from specloom.spec.candidates import Create, Poll
from specloom.spec.evidence import Field, Status

THRESHOLD = 0.6


@dataclass(frozen=True, slots=True)
class Pair:
    """A create, its poll, where the id is, and why."""

    create: Create
    poll: Poll
    id: Field
    bind: Mapping[str, str]
    """Parameter of the poll -> runtime expression."""
    score: float
    evidence: tuple[str, ...]


def pairs(api: ir.Api) -> tuple[Pair, ...]:
    """Return the best pair of every create that has one, best evidence first."""
    polls = tuple(candidates.polls(api))
    asked = {poll.operation.key for poll in polls}
    known = weighing.context(api)
    found = []
    for operation in api.operations if polls else ():
        reads = operation.method in ("GET", "HEAD", "OPTIONS") or operation.key in asked
        if reads or candidates.acts(operation, polls):
            continue
        best = _best(candidates.create(operation, api), polls, known)
        if best is not None:
            found.append(best)
    return tuple(
        sorted(found, key=lambda pair: (-pair.score, pair.create.operation.key))
    )


def known(
    create: ir.Operation, poll: ir.Operation, api: ir.Api
) -> tuple[Field, dict[str, str]] | None:
    """Return id and bindings of two operations that are known to belong together."""
    named = candidates.names_a_job(poll, api)
    if named is None:
        return None
    nowhere = Status(Field("", "", ir.Anything(), ()), {})
    others = candidates.others_of(poll, named)
    found = Poll(poll, named, others, evidence.answer(poll), (), nowhere)
    start = candidates.create(create, api)
    identity, bind = weighing.identity(start, found), _bound(start, found)
    if identity is None or bind is None:
        return None
    return identity[0], bind | {found.named: "$job.id"}


def _best(
    create: Create, polls: Iterable[Poll], known: weighing.Context
) -> Pair | None:
    scored = (_pair(create, poll, known) for poll in polls)
    good = [pair for pair in scored if pair is not None and pair.score >= THRESHOLD]
    return min(good, key=_order, default=None)


def _order(pair: Pair) -> tuple[float, int, str]:
    path = pair.poll.operation.path
    return (-pair.score, len(path), path)


def _pair(create: Create, poll: Poll, known: weighing.Context) -> Pair | None:
    named, bind = weighing.identity(create, poll), _bound(create, poll)
    if named is None or bind is None:
        return None
    field, weight, why = named
    reasons = [(weight, why), *weighing.reasons(create, poll, field, known)]
    total = sum(weight for weight, _ in reasons)
    return Pair(
        create,
        poll,
        field,
        bind | {poll.named: "$job.id"},
        round(min(1.0, max(0.0, total)), 2),
        tuple(f"{why} ({weight:+.2f})" for weight, why in reasons),
    )


def _bound(create: Create, poll: Poll) -> dict[str, str] | None:
    """Return where the poll's other parameters come from; None when unknown."""
    sent = {item.wire for item in create.operation.parameters if item.place == "path"}
    told = {field.wire: field.location for field in create.ids}
    placed = _by_place(create.operation.path, poll.operation.path)
    found = {}
    for item in poll.others:
        if item.wire in sent:
            found[item.wire] = f"$request.path.{item.wire}"
        elif item.wire in placed:
            found[item.wire] = f"$request.path.{placed[item.wire]}"
        elif item.wire in told:
            found[item.wire] = told[item.wire]
        else:
            return None
    return found


def _by_place(create: str, poll: str) -> dict[str, str]:
    """Map parameters of a poll to those that stand at the same place of the create."""
    found: dict[str, str] = {}
    for mine, other in zip(create.split("/"), poll.split("/"), strict=False):
        both = mine[:1] == other[:1] == "{"
        if both and mine[-1:] == other[-1:] == "}":
            found[other[1:-1]] = mine[1:-1]
        elif mine != other:
            break
    return found
