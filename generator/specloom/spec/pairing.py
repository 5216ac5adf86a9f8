"""Create and poll operations that belong together, each with score and evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from specloom import ir
from specloom.spec import evidence
from specloom.spec.evidence import Field, Status, fold, singular

THRESHOLD = 0.6

_ID = ("id", "uid", "uuid", "guid")
_GENERIC = frozenset({"job", "task", "run", "execution", "operation"})
_SUBMITS = ("submit", "execut", "enqueue", "async", "background")
_VIEWS = frozenset({"", "status", "state", "result", "results", "progress", "details"})


@dataclass(frozen=True, slots=True)
class Poll:
    """An operation that tells the state of one job."""

    operation: ir.Operation
    parameter: ir.Parameter
    """The one that names the job."""
    others: tuple[ir.Parameter, ...]
    """Further path parameters, which the create has to know."""
    answer: ir.Schema | None
    fields: tuple[Field, ...]
    status: Status

    @property
    def resource(self) -> str:
        """What it is about: `prediction` of `/predictions/{id}`."""
        before = self.operation.path.partition("{" + self.parameter.wire + "}")[0]
        words = [word for word in evidence.segments(before) if word not in _VIEWS]
        return singular(words[-1]) if words else ""

    @property
    def collection(self) -> str:
        """The path of what the poll reads one of."""
        path = self.operation.path
        return path if self.parameter.place == "query" else _stem(path) or path


@dataclass(frozen=True, slots=True)
class Create:
    """An operation that may start a job."""

    operation: ir.Operation
    answer: ir.Schema | None
    ids: tuple[Field, ...]
    """Fields of its answer that may hold an id."""
    status: Status | None
    wrappers: tuple[str, ...]


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
    polls = tuple(_polls(api))
    own = {_stem(item.path) for item in api.operations if item.method == "GET"}
    found = []
    for operation in api.operations if polls else ():
        if operation.method in ("GET", "HEAD", "OPTIONS") or _acts(operation, polls):
            continue
        best = _best(_create(operation, api), polls, own)
        if best is not None:
            found.append(best)
    return tuple(
        sorted(found, key=lambda pair: (-pair.score, pair.create.operation.key))
    )


def known(
    create: ir.Operation, poll: ir.Operation, api: ir.Api
) -> tuple[Field, dict[str, str]] | None:
    """Return id and bindings of two operations that are known to belong together."""
    named = _names_a_job(poll)
    if named is None:
        return None
    nowhere = Status(Field("", "", ir.Anything(), ()), {})
    found = Poll(poll, named, _others(poll, named), evidence.answer(poll), (), nowhere)
    start = _create(create, api)
    identity, bind = _identity(start, found), _bound(start, found)
    if identity is None or bind is None:
        return None
    return identity[0], bind | {named.wire: "$job.id"}


def _create(operation: ir.Operation, api: ir.Api) -> Create:
    found = evidence.fields(operation, api)
    ids = tuple(
        field
        for field in evidence.outer(found)
        if fold(field.wire).split("_")[-1] in _ID
        and evidence.is_scalar(field.schema)
        and "/0/" not in field.pointer
    )
    wrappers = tuple(field.wire for field in found if not field.owners)
    return Create(
        operation, evidence.answer(operation), ids, evidence.status(found), wrappers
    )


def _polls(api: ir.Api) -> Iterator[Poll]:
    for operation in api.operations:
        named = _names_a_job(operation) if operation.method == "GET" else None
        if named is None:
            continue
        found = evidence.fields(operation, api)
        status = evidence.status(found)
        listed = status is not None and "/0/" in status.field.pointer
        if status is not None and not (listed and _is_a_list(operation, named)):
            others = _others(operation, named)
            answer = evidence.answer(operation)
            yield Poll(operation, named, others, answer, found, status)


def _others(operation: ir.Operation, named: ir.Parameter) -> tuple[ir.Parameter, ...]:
    return tuple(
        item
        for item in operation.parameters
        if item.place == "path" and item.wire != named.wire
    )


def _names_a_job(operation: ir.Operation) -> ir.Parameter | None:
    """Return the parameter an id is given by: the last of the path, or a query's."""
    in_path = [item for item in operation.parameters if item.place == "path"]
    if in_path:
        last = in_path[-1]
        after = operation.path.rpartition("{" + last.wire + "}")[2].strip("/")
        return last if after in _VIEWS else None
    ids = [
        item
        for item in operation.parameters
        if item.place == "query" and fold(item.wire).split("_")[-1] in _ID
    ]
    required = [item for item in ids if item.required]
    one = required if len(required) == 1 else ids
    return one[0] if len(one) == 1 else None


def _is_a_list(operation: ir.Operation, named: ir.Parameter) -> bool:
    paged = any(
        item.wire in ("limit", "offset", "page") for item in operation.parameters
    )
    return paged or named.place == "query"


def _acts(operation: ir.Operation, polls: Iterable[Poll]) -> bool:
    """Say whether an operation acts on a job that exists: cancels it, say."""
    path = operation.path.partition("?")[0]
    for poll in polls:
        base = poll.operation.path.partition("?")[0]
        if poll.parameter.place == "path" and (path + "/").startswith(base + "/"):
            return True
    return False


def _best(create: Create, polls: Iterable[Poll], own: set[str | None]) -> Pair | None:
    scored = (_pair(create, poll, own) for poll in polls)
    good = [pair for pair in scored if pair is not None and pair.score >= THRESHOLD]
    return min(good, key=_order, default=None)


def _order(pair: Pair) -> tuple[float, int, str]:
    path = pair.poll.operation.path
    return (-pair.score, len(path), path)


def _pair(create: Create, poll: Poll, own: set[str | None]) -> Pair | None:
    named, bind = _identity(create, poll), _bound(create, poll)
    if named is None or bind is None:
        return None
    field, weight, why = named
    reasons = [
        (weight, why),
        *_about_poll(poll),
        *_about_both(create, poll),
        *_about_create(create),
        *_against(create, poll, own),
    ]
    total = sum(weight for weight, _ in reasons)
    return Pair(
        create,
        poll,
        field,
        bind | {poll.parameter.wire: "$job.id"},
        round(min(1.0, max(0.0, total)), 2),
        tuple(f"{why} ({weight:+.2f})" for weight, why in reasons),
    )


def _bound(create: Create, poll: Poll) -> dict[str, str] | None:
    """Return where the poll's other parameters come from; None when unknown."""
    sent = {item.wire for item in create.operation.parameters if item.place == "path"}
    told = {field.wire: field.location for field in create.ids}
    found = {}
    for item in poll.others:
        if item.wire in sent:
            found[item.wire] = f"$request.path.{item.wire}"
        elif item.wire in told:
            found[item.wire] = told[item.wire]
        else:
            return None
    return found


def _identity(create: Create, poll: Poll) -> tuple[Field, float, str] | None:
    """Return the field of the answer that holds the id, its weight and the reason."""
    best: tuple[Field, float, str] | None = None
    for field in create.ids:
        weight, why = _names_it(field, create, poll)
        if weight and (best is None or weight > best[1]):
            best = (field, weight, why)
    return best


def _names_it(field: Field, create: Create, poll: Poll) -> tuple[float, str]:
    name, resource = fold(field.wire), poll.resource
    parameter = fold(poll.parameter.wire)
    path = [singular(word) for word in evidence.segments(create.operation.path)]
    last = path[-1] if path else ""
    shown = f"`{field.wire}` of the answer"
    stem = name.rpartition("_")[0]
    if name == parameter and name not in _ID:
        return 0.4, f"{shown} is the parameter `{poll.parameter.wire}` of the poll"
    if stem and stem in (resource, *_owners(poll)):
        return 0.4, f"{shown} is named after `{poll.operation.path}`"
    if name in _ID and last == resource:
        return 0.4, f"{shown} is the id of what both paths are about"
    if name in _ID and resource and resource in path:
        return 0.25, f"{shown} is an id, and the create stands below the same path"
    if stem and name.split("_")[-1] != "id" and _beside_state(field, poll):
        return 0.3, f"{shown} stands beside the state too"
    if name in _ID and _same_schema(create, poll):
        return 0.25, f"{shown} is an id in the same schema"
    if stem and stem == last and resource in _GENERIC:
        return 0.2, f"{shown} is the id of the create, the poll is of any {resource}"
    return 0.0, ""


def _owners(poll: Poll) -> tuple[str, ...]:
    """Return what wraps the state: `user_lora` of `user_loras_by_pk`."""
    words = (fold(owner).removesuffix("_by_pk") for owner in poll.status.field.owners)
    return tuple(singular(word) for word in words)


def _beside_state(field: Field, poll: Poll) -> bool:
    return any(
        other.wire == field.wire and other.owners == poll.status.field.owners
        for other in poll.fields
    )


def _about_poll(poll: Poll) -> Iterator[tuple[float, str]]:
    words = "/".join(poll.status.states)
    yield 0.2, f"`{poll.operation.key}` tells a state: {words}"
    if "failed" in poll.status.states.values():
        yield 0.1, "one of the states is a failure"


def _about_both(create: Create, poll: Poll) -> Iterator[tuple[float, str]]:
    if _same_schema(create, poll):
        yield 0.25, "both answer with the same schema"
    elif _same_words(create, poll):
        yield 0.2, "both answer with the same states"
    if poll.collection == create.operation.path.rstrip("/"):
        yield 0.15, "the poll reads one of what the create's path lists"


def _about_create(create: Create) -> Iterator[tuple[float, str]]:
    operation = create.operation
    if any(response.status == "202" for response in operation.responses):
        yield 0.1, "the create answers 202"
    said = (operation.operation_id or "", operation.summary or "", *create.wrappers)
    text = " ".join(said).lower()
    if "job" in text or "task" in text:
        yield 0.1, "the create speaks of a job"
    if any(word in text for word in _SUBMITS):
        yield 0.15, "the create submits or executes"


def _same_schema(create: Create, poll: Poll) -> bool:
    name = _name(create.answer)
    return name is not None and name == _name(poll.answer)


def _name(schema: ir.Schema | None) -> str | None:
    return schema.name if isinstance(schema, ir.Ref) else None


def _same_words(create: Create, poll: Poll) -> bool:
    return create.status is not None and create.status.states == poll.status.states


def _against(
    create: Create, poll: Poll, own: set[str | None]
) -> Iterator[tuple[float, str]]:
    path = create.operation.path.rstrip("/")
    words = {word for part in evidence.segments(path) for word in part.split("_")}
    if "upload" in words:
        yield -0.2, "the create is an upload"
    for base in (path, path.rpartition("/")[0]):
        if base and base in own and base != poll.collection:
            yield -0.25, f"`{base}/{{id}}` reads what this creates"
            return


def _stem(path: str) -> str | None:
    """Return a path without a last segment that is a parameter; None without one."""
    head, _, last = path.rpartition("/")
    return head if last.startswith("{") and last.endswith("}") else None
