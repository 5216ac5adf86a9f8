"""What may start a job, and what may tell its state: the two halves of a pair."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from specloom import ir
from specloom.spec import evidence
from specloom.spec.evidence import Field, Status, fold, singular

IDS = ("id", "uid", "uuid", "guid", "gid", "sid")
VIEWS = frozenset({"", "status", "state", "result", "results", "progress", "details"})
_ASKS = VIEWS | {"fetch", "info", "detail", "query", "get"}
_PAGING = frozenset(
    [
        "limit",
        "offset",
        "page",
        "cursor",
        "pagetoken",
        "nexttoken",
        "maxresults",
        "perpage",
        "pagesize",
    ]
)
_PARAMETER = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Poll:
    """An operation that tells the state of one job."""

    operation: ir.Operation
    parameter: ir.Parameter
    """The one that names the job; of a body, where the operation has no other."""
    others: tuple[ir.Parameter, ...]
    """Further path parameters, which the create has to know."""
    answer: ir.Schema | None
    fields: tuple[Field, ...]
    status: Status

    @property
    def resource(self) -> str:
        """What it is about: `prediction` of `/predictions/{id}`."""
        before = self.operation.path.partition("{" + self.parameter.wire + "}")[0]
        words = [word for word in evidence.segments(before) if not _is_hollow(word)]
        return singular(words[-1]) if words else ""

    @property
    def collection(self) -> str:
        """The path of what the poll reads one of, without names of parameters."""
        path = template(self.operation.path)
        if self.parameter.place != "path":
            return path
        head, _, last = path.rpartition("/")
        path = head if _is_view(last) else path
        return stem(path) or path

    @property
    def base(self) -> str:
        """The path below which it stands: `/v2/{}` of `/v2/{}/status/{id}`."""
        head = self.collection
        while _is_view(head.rpartition("/")[2]):
            head = head.rpartition("/")[0]
        return head

    @property
    def named(self) -> str:
        """Its parameter, as a call is bound: fields of a body are qualified."""
        inside = self.parameter not in self.operation.parameters
        return f"body.{self.parameter.wire}" if inside else self.parameter.wire


@dataclass(frozen=True, slots=True)
class Create:
    """An operation that may start a job."""

    operation: ir.Operation
    answer: ir.Schema | None
    ids: tuple[Field, ...]
    """Fields of its answer that may hold an id."""
    fields: tuple[Field, ...]
    status: Status | None

    @property
    def path(self) -> str:
        """Its path, without names of parameters."""
        return template(self.operation.path)


def create(operation: ir.Operation, api: ir.Api) -> Create:
    """Return what an operation shows of a job it may start."""
    found = evidence.fields(operation, api)
    ids = tuple(
        field
        for field in evidence.outer(found)
        if fold(field.wire).split("_")[-1] in IDS
        and evidence.is_scalar(field.schema)
        and "/0/" not in field.pointer
    )
    answer = evidence.answer(operation)
    return Create(operation, answer, ids, found, evidence.status(found))


def polls(api: ir.Api) -> Iterator[Poll]:
    """Yield what tells the state of one thing that an id names."""
    for operation in api.operations:
        named = names_a_job(operation, api)
        if named is None:
            continue
        found = evidence.fields(operation, api)
        status = evidence.status(found)
        listed = status is not None and "/0/" in status.field.pointer
        if status is not None and not (listed and _is_a_list(operation, named)):
            answer = evidence.answer(operation)
            others = others_of(operation, named)
            yield Poll(operation, named, others, answer, found, status)


def names_a_job(operation: ir.Operation, api: ir.Api) -> ir.Parameter | None:
    """Return the parameter an id is given by: of the path, a query, or a body."""
    if operation.method == "POST":
        return _in_body(operation, api)
    if operation.method != "GET":
        return None
    in_path = [item for item in operation.parameters if item.place == "path"]
    if in_path:
        last = in_path[-1]
        after = operation.path.rpartition("{" + last.wire + "}")[2].strip("/")
        return last if fold(after) in VIEWS else None
    return _one(item for item in operation.parameters if item.place == "query")


def _in_body(operation: ir.Operation, api: ir.Api) -> ir.Parameter | None:
    """Return the one field of a body, where the path says that something is asked."""
    words = evidence.segments(operation.path)
    asks = bool(words) and not _ASKS.isdisjoint(words[-1].split("_"))
    contents = operation.body.contents if operation.body else ()
    if not asks or not contents or "{" in operation.path:
        return None
    shape = api.resolve(contents[0].schema)
    fields = shape.properties if isinstance(shape, ir.Object) else ()
    return _one(
        ir.Parameter(wire=f.wire, place="query", schema=f.schema, required=f.required)
        for f in fields
    )


def _one(found: Iterable[ir.Parameter]) -> ir.Parameter | None:
    """Return the one that is an id; where there are several, the required one."""
    ids = [item for item in found if fold(item.wire).split("_")[-1] in IDS]
    required = [item for item in ids if item.required]
    one = required if len(required) == 1 else ids
    return one[0] if len(one) == 1 else None


def others_of(operation: ir.Operation, named: ir.Parameter) -> tuple[ir.Parameter, ...]:
    """Return the further path parameters of a poll."""
    return tuple(
        item
        for item in operation.parameters
        if item.place == "path" and item.wire != named.wire
    )


def _is_a_list(operation: ir.Operation, named: ir.Parameter) -> bool:
    asked = {re.sub(r"[^a-z]", "", item.wire.lower()) for item in operation.parameters}
    paged = operation.pages is not None or not asked.isdisjoint(_PAGING)
    return paged or named.place == "query"


def acts(operation: ir.Operation, found: Iterable[Poll]) -> bool:
    """Say whether an operation acts on a job that exists: cancels it, say.

    What stands below a job and is a collection of others creates one of those.
    """
    path = template(operation.path)
    known = [poll for poll in found if poll.parameter.place == "path"]
    if any(poll.collection == path for poll in known):
        return False
    return any(
        (path + "/").startswith(template(poll.operation.path) + "/") for poll in known
    )


def _is_view(segment: str) -> bool:
    return bool(segment) and segment != "{}" and fold(segment) in VIEWS


def _is_hollow(word: str) -> bool:
    """Tell a word of a path that names no resource: a view, a version."""
    return word in VIEWS or re.fullmatch(r"v\d+|api", word) is not None


def template(path: str) -> str:
    """Return a path without the names of its parameters, a query, an end slash."""
    return _PARAMETER.sub("{}", path.partition("?")[0].partition("#")[0]).rstrip("/")


def stem(path: str) -> str | None:
    """Return a path without a last segment that is a parameter; None without one."""
    head, _, last = path.rpartition("/")
    return head if last.startswith("{") and last.endswith("}") else None
