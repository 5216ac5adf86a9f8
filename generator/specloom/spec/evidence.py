"""What an operation shows about jobs: fields of its answer, state words, ids."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from specloom import ir
from specloom.location import escape
from specloom.runtime._lifecycle import State

_MAX_DEPTH = 2
_MAX_FIELDS = 500
_WRAPPER = 4
"""An outer object with at most so many fields may be a wrapper."""

_WORDS: Mapping[State, str] = {
    "queued": "queued in_queue queueing queuing pending waiting enqueued created "
    "submitted scheduled starting accepted not_started waiting_to_dispatch preparing "
    "initializing initialized initiated init validating received new throttled delayed",
    "running": "running processing in_progress inprogress in_process progress started "
    "working generating executing building training finalizing rendering cancelling "
    "canceling uploading downloading converting analyzing ongoing encoding transcoding "
    "transcribing fetching saving extracting importing exporting indexing crawling "
    "creating provisioning aborting stopping timing_out",
    "succeeded": "succeeded succeed success successful completed complete done finished "
    "finish ended ready processed rendered generated transcribed exported imported "
    "converted encoded transcoded trained analyzed indexed",
    "failed": "failed fail failure error errored rejected invalid nsfw exception crashed",
    "cancelled": "canceled cancelled cancel aborted stopped terminated killed revoked",
    "expired": "expired timeout timed_out timedout",
}
STATE_OF: Mapping[str, State] = {
    word: state for state, words in _WORDS.items() for word in words.split()
}


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an answer, with its place in it."""

    pointer: str
    wire: str
    schema: ir.Schema
    owners: tuple[str, ...]
    """Wire names above it."""

    @property
    def location(self) -> str:
        """The field as a runtime expression."""
        return f"$response.body#{self.pointer}"


@dataclass(frozen=True, slots=True)
class Status:
    """A field that says in which state a job is."""

    field: Field
    states: Mapping[str, State]


def answer(operation: ir.Operation) -> ir.Schema | None:
    """Return the schema of the first JSON success."""
    for response in operation.responses:
        if response.status.startswith("2"):
            for content in response.contents:
                if "json" in content.media_type:
                    return content.schema
    return None


def streams(operation: ir.Operation) -> bool:
    """Say whether a success can be an event stream."""
    return any(
        content.media_type.startswith("text/event-stream")
        for response in operation.responses
        if response.status.startswith("2")
        for content in response.contents
    )


def fields(operation: ir.Operation, api: ir.Api) -> tuple[Field, ...]:
    """Return the fields of an answer, outer ones first; first items of lists too."""
    schema = answer(operation)
    if schema is None:
        return ()
    found: list[Field] = []
    level: list[tuple[str, ir.Schema, tuple[str, ...]]] = [("", schema, ())]
    for _ in range(_MAX_DEPTH + 1):
        below: list[tuple[str, ir.Schema, tuple[str, ...]]] = []
        for pointer, outer, owners in level:
            for item in members(outer, api):
                place = f"{pointer}/{escape(item.wire)}"
                inner = only(item.schema, api)
                found.append(Field(place, item.wire, inner, owners))
                if isinstance(inner, ir.Array):
                    place, inner = f"{place}/0", only(inner.items, api)
                below.append((place, inner, (*owners, item.wire)))
        level = below[:_MAX_FIELDS]
    return tuple(found[:_MAX_FIELDS])


def only(schema: ir.Schema, api: ir.Api) -> ir.Schema:
    """Return what a schema is when it is not null; several enums as one."""
    found = api.resolve(schema)
    if isinstance(found, ir.Union):
        arms = [api.resolve(arm) for arm in found.arms]
        arms = [arm for arm in arms if not isinstance(arm, ir.Null)]
        enums = [arm for arm in arms if isinstance(arm, ir.Enum)]
        if len(enums) == len(arms) > 1:
            return ir.Enum(values=tuple(v for arm in enums for v in arm.values))
        return arms[0] if len(arms) == 1 else found
    return found


def members(schema: ir.Schema, api: ir.Api) -> Iterator[ir.Property]:
    """Yield the properties of an object, or of all the objects of a union."""
    match only(schema, api):
        case ir.Object(properties=properties):
            yield from properties
        case ir.Union() as union:
            found: dict[str, list[ir.Property]] = {}
            for inner in _objects(union, api):
                for item in inner.properties:
                    found.setdefault(item.wire, []).append(item)
            for same in found.values():
                yield _joined(same, api)
        case _:
            return


def _objects(union: ir.Union, api: ir.Api, depth: int = 0) -> Iterator[ir.Object]:
    """Yield the objects of a union, and of the unions in it."""
    for arm in union.arms:
        match api.resolve(arm):
            case ir.Object() as inner:
                yield inner
            case ir.Union() as inner if depth < _MAX_DEPTH:
                yield from _objects(inner, api, depth + 1)
            case _:
                continue


def _joined(same: list[ir.Property], api: ir.Api) -> ir.Property:
    """Return one property for those of several arms: tags are one enum."""
    schemas = [only(item.schema, api) for item in same]
    enums = [item for item in schemas if isinstance(item, ir.Enum)]
    if len(enums) < len(schemas) or len(enums) == 1:
        return same[0]
    values = dict.fromkeys(value for item in enums for value in item.values)
    return replace(same[0], schema=ir.Enum(values=tuple(values)))


def outer(found: tuple[Field, ...]) -> Iterator[Field]:
    """Yield the fields of an answer, or of what a small wrapper holds."""
    top = sum(1 for field in found if not field.owners)
    for field in found:
        if not field.owners or (len(field.owners) == 1 and top <= _WRAPPER):
            yield field


def status(found: tuple[Field, ...]) -> Status | None:
    """Return the field whose words are states of work that begins and ends."""
    for told in (_STATUS_NAMES, _WORK_STATUS_NAMES):
        for field in outer(found):
            if fold(field.wire).replace("_", "") in told:
                states = states_of(field.schema)
                if states is not None:
                    return Status(field, states)
    return None


_WORD = re.compile(r"(?<=[`'\"])[A-Za-z][A-Za-z_-]*(?=[`'\"])")
"""A word in quotes."""

_STATUS_NAMES = frozenset(
    [
        "status",
        "state",
        "taskstatus",
        "jobstatus",
        "taskstate",
        "jobstate",
        "queuestate",
        "queuestatus",
        "predictionstatus",
        "generationstatus",
        "runstatus",
    ]
)


_WORK_STATUS_NAMES = frozenset(
    f"{work}{word}"
    for work in [
        "analysis",
        "build",
        "conversion",
        "crawl",
        "execution",
        "export",
        "extraction",
        "import",
        "operation",
        "process",
        "processing",
        "render",
        "request",
        "scan",
        "training",
        "transcription",
        "workflow",
    ]
    for word in ("status", "state")
)
"""Looked for where nothing is plainly called so."""


def states_of(schema: ir.Schema) -> Mapping[str, State] | None:
    """Return words -> states when an enum has both work and its success.

    A text whose description or examples name such words counts too.
    """
    match schema:
        case ir.Enum(values=values):
            words = [value for value in values if isinstance(value, str)]
        case ir.Text(meta=meta):
            told = " ".join((meta.description or "", *map(str, meta.examples)))
            words = [
                word for word in _WORD.findall(told[:2000]) if fold(word) in STATE_OF
            ]
        case _:
            return None
    states = _read(words)
    kinds = set(states.values())
    known = len(states) * 2 > len(words)
    works = bool(kinds & {"queued", "running"})
    return states if known and works and "succeeded" in kinds else None


def _read(words: list[str]) -> dict[str, State]:
    """Return word -> state; `ready` is one to begin where another says the end."""
    known = {word: STATE_OF[fold(word)] for word in words if fold(word) in STATE_OF}
    ends = {fold(word) for word, state in known.items() if state == "succeeded"}
    for word in words:
        if fold(word) == "ready" and len(ends) > 1:
            known[word] = "queued"
        elif word not in known and fold(word).endswith(("_failed", "_error")):
            known[word] = "failed"
    return known


def fold(word: str) -> str:
    """Return a word in one spelling: `InProgress`, `IN-PROGRESS` -> `in_progress`."""
    apart = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", word)
    return re.sub(r"[^0-9a-z]+", "_", apart.lower()).strip("_")


def segments(path: str) -> tuple[str, ...]:
    """Return the fixed segments of a path, folded."""
    return tuple(fold(part) for part in path.split("/") if part and "{" not in part)


def singular(word: str) -> str:
    """Return a plural in its singular, roughly."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def is_scalar(schema: ir.Schema) -> bool:
    """Say whether a value can be an id."""
    match schema:
        case ir.Text() | ir.Anything():
            return True
        case ir.Numeric(integer=integer):
            return integer
        case _:
            return False
