"""Where every operation is called: `pets.update`, from names, tags and paths."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from specloom import ir
from specloom.runtime._operation import Kind

from . import decorations, names, results, verbs

FALLBACK = "api"
"""The resource of operations that have neither a tag nor a telling path."""
CLIENT_NAMES = frozenset(
    {
        "aclose",
        "acquired",
        "broken",
        "call",
        "checked",
        "close",
        "decoded",
        "download",
        "exchange",
        "invoke",
        "jobs",
        "named",
        "opened",
        "pages",
        "paging",
        "patience",
        "reader",
        "request",
        "silence",
        "specific",
        "stream",
        "submit",
        "with_raw_response",
    }
)
"""What the client class itself offers; a resource of that name gets an underscore."""
_MAX_DEPTH = 6
_MANY = 8
_DOTTED = re.compile(r"[A-Za-z]\w*(\.[A-Za-z]\w*)+")
"""A tag that is a path itself: `beta.libraries.documents`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One method of the client."""

    operation: ir.Operation
    path: tuple[str, ...]
    """Resources from the client on, then the method: `("pets", "update")`."""
    kind: Kind
    stream: bool = False
    """The streaming one of two methods over an operation that does both."""
    like: tuple[str, ...] = ()
    """Path of the streaming form, for a plain twin, which has no path of its own."""
    title: str = ""
    """What its types are named after, as words: `list pets`, `draw_2`."""

    @property
    def text(self) -> str:
        """The call path as written: `pets.update`."""
        return ".".join(self.path)

    @property
    def resource(self) -> tuple[str, ...]:
        """The resource that holds the method."""
        return self.path[:-1]


def plan(api: ir.Api) -> tuple[Call, ...]:
    """Return every method of the client, ordered by call path.

    The plain twin of a streaming form has none. No two calls share a path, whatever
    the document says, and the order of its keys has no say in the names.
    """
    groups: dict[tuple[str, ...], list[ir.Operation]] = {}
    tags = {tag.name: tag for tag in api.tags}
    procedures = _procedures(api.operations)
    for op in sorted(api.operations, key=lambda item: item.key):
        if op.twin_of is None:
            resource = (FALLBACK,) if op.key in procedures else _resource(op, tags)
            groups.setdefault(resource, []).append(op)
    found = [
        call
        for resource, operations in groups.items()
        for call in _calls(resource, operations, _children(groups, resource))
    ]
    return tuple(_titled(sorted(found, key=lambda item: item.path)))


def _titled(calls: Sequence[Call]) -> Iterator[Call]:
    """Yield the calls with titles; those that would clash are called by all words."""
    counts = Counter(names.pascal(_title(call)).lower() for call in calls)
    for call in calls:
        short = _title(call)
        clashes = counts[names.pascal(short).lower()] > 1
        yield replace(call, title=_whole(call) if clashes else short)


def _title(call: Call) -> str:
    last = call.path[-1]
    told = len(names.words(last)) > 1 or len(call.path) == 1
    return last if told else f"{last}_{call.path[-2]}"


def _whole(call: Call) -> str:
    return "_".join((call.path[-1], *call.path[:-1]))


def twins(api: ir.Api, planned: Iterable[Call]) -> tuple[Call, ...]:
    """Return the plain twins of streaming forms: reached by their path only."""
    known = {item.operation.key: item for item in planned if not item.stream}
    return tuple(
        _twin(op, known.get(op.twin_of))
        for op in api.operations
        if op.twin_of is not None
    )


def _twin(op: ir.Operation, form: Call | None) -> Call:
    if form is None:
        return Call(operation=op, path=(), kind="job")
    return Call(operation=op, path=(), kind="job", like=form.path, title=form.title)


def _resource(op: ir.Operation, tags: Mapping[str, ir.Tag]) -> tuple[str, ...]:
    declared = (op.name or "").split(".")[:-1]
    parts = declared or _from_tag(op, tags) or _from_path(op.path)
    spelled = [names.snake(part, "call") for part in parts[:_MAX_DEPTH]]
    if spelled[0] in CLIENT_NAMES:
        spelled[0] += "_"
    return tuple(spelled)


def _procedures(operations: Sequence[ir.Operation]) -> frozenset[str]:
    """Return the keys of operations whose paths name what is done, not a thing.

    Where most operations have a path of one word to themselves (`/sendMessage`), a
    resource for each would say the same twice.
    """
    loose = [op for op in operations if not op.tags and not op.name]
    segments = {op.key: tuple(verbs.fixed_segments(op.path)) for op in loose}
    counts = Counter(found[:1] for found in segments.values())
    alone = frozenset(
        key for key, found in segments.items() if len(found) == counts[found[:1]] == 1
    )
    return alone if len(alone) >= _MANY and 2 * len(alone) > len(loose) else frozenset()


def _from_tag(op: ir.Operation, tags: Mapping[str, ir.Tag]) -> list[str]:
    """Return the tag below its parents (OpenAPI 3.2 nests tags)."""
    found: list[str] = []
    name = op.tags[0] if op.tags else None
    seen: set[str] = set()
    while name and name not in seen and len(found) < _MAX_DEPTH:
        seen.add(name)
        tag = tags.get(name)
        said = (tag.python_name if tag else None) or decorations.tag(name)
        found[:0] = said.split(".") if _DOTTED.fullmatch(said) else [said]
        name = tag.parent if tag else None
    return found


def _from_path(path: str) -> list[str]:
    """Return the first telling segment: no version, no parameter, not `api`."""
    for segment in verbs.fixed_segments(path):
        return [segment]
    return [FALLBACK]


def _children(
    groups: Iterable[tuple[str, ...]], resource: tuple[str, ...]
) -> frozenset[str]:
    """Return the names of resources below this one; no method may take them."""
    depth = len(resource)
    return frozenset(
        other[depth]
        for other in groups
        if len(other) > depth and other[:depth] == resource
    )


def _calls(
    resource: tuple[str, ...], operations: Sequence[ir.Operation], taken: frozenset[str]
) -> list[Call]:
    spelled = verbs.method_names(" ".join(resource), operations, taken)
    found: list[Call] = []
    scope = names.Scope.of(*spelled.values(), *taken)
    for op in operations:
        name = spelled[op.key]
        found.append(Call(operation=op, path=(*resource, name), kind=results.kind(op)))
        if op.streams_too and not op.streams:
            twin = scope.claim(f"{name.rstrip('_')}_stream")
            found.append(
                Call(operation=op, path=(*resource, twin), kind="stream", stream=True)
            )
    return found
