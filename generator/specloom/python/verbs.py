"""Short method names: operationIds without decoration, verbs spelled one way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from specloom import ir

from . import decorations, names
from .decorations import PARAMETER as _PARAMETER
from .decorations import VERSION as _VERSION

_SYNONYMS: Mapping[str, tuple[str, frozenset[str]]] = {
    "add": ("create", frozenset({"POST"})),
    "insert": ("create", frozenset({"POST"})),
    "new": ("create", frozenset({"POST"})),
    "fetch": ("get", frozenset({"GET"})),
    "read": ("get", frozenset({"GET"})),
    "retrieve": ("get", frozenset({"GET"})),
    "show": ("get", frozenset({"GET"})),
    "index": ("list", frozenset({"GET"})),
    "destroy": ("delete", frozenset({"DELETE"})),
    "remove": ("delete", frozenset({"DELETE"})),
    "edit": ("update", frozenset({"PATCH", "POST", "PUT"})),
    "modify": ("update", frozenset({"PATCH", "POST", "PUT"})),
    "patch": ("update", frozenset({"PATCH"})),
    "put": ("update", frozenset({"PUT"})),
}
"""Verb -> the one we write, and the HTTP methods under which it means that."""
_SAID: Mapping[tuple[str, ...], tuple[str, str]] = {
    ("fetch", "all"): ("list", "GET"),
    ("find", "all"): ("list", "GET"),
    ("find", "one"): ("get", "GET"),
    ("get", "all"): ("list", "GET"),
    ("get", "collection"): ("list", "GET"),
    ("get", "item"): ("get", "GET"),
    ("get", "list"): ("list", "GET"),
    ("get", "one"): ("get", "GET"),
    ("list", "all"): ("list", "GET"),
    ("store",): ("create", "POST"),
}
"""What frameworks call the usual operations, where the path has no such word."""
_NUMBERED = frozenset({"all", "create", "delete", "find", "get", "list", "update"})
_NUMBER = re.compile(r"\d{1,2}")
_HOLLOW = frozenset({"api", "controller", "rest", "route", "routes"})
_MAX_WORDS = 10


def fixed_segments(path: str) -> list[str]:
    """Return the telling segments of a path: no parameter, no version, not `api`."""
    segments = (_PARAMETER.sub("", part).strip(".:-_") for part in path.split("/"))
    return [
        part
        for part in segments
        if part and part.lower() not in ("api", "rest") and not _VERSION.fullmatch(part)
    ]


def method_names(
    resource: str, operations: Sequence[ir.Operation], taken: Collection[str] = ()
) -> Mapping[str, str]:
    """Return a name for every operation of one resource, by its key.

    Shorter names are used where they stay apart; what still clashes is qualified by
    its longer name, its path, then its HTTP method, at last by a number.
    """
    ladders = _ladders(resource, operations)
    chosen = dict.fromkeys(ladders, 0)
    for _ in range(max((len(ladder) for ladder in ladders.values()), default=0)):
        spelled = {key: ladders[key][rung] for key, rung in chosen.items()}
        counts = Counter(spelled.values())
        crowded = [
            key
            for key, name in spelled.items()
            if (counts[name] > 1 or name in taken)
            and chosen[key] + 1 < len(ladders[key])
        ]
        if not crowded:
            break
        for key in crowded:
            chosen[key] += 1
    return _numbered({key: ladders[key][rung] for key, rung in chosen.items()}, taken)


def _numbered(spelled: Mapping[str, str], taken: Collection[str]) -> Mapping[str, str]:
    scope = names.Scope.of(*taken)
    return {key: scope.claim(spelled[key]) for key in sorted(spelled)}


def _ladders(resource: str, operations: Sequence[ir.Operation]) -> dict[str, list[str]]:
    """Return the ladder of every operation; `find_all` is `list` where none else is."""
    found = {op.key: _ladder(resource, op) for op in operations}
    firsts = {ladder[0] for ladder in found.values()}
    for op in operations:
        usual = None if op.name else _usual(found[op.key][0].split("_"), op)
        if usual is not None and usual not in firsts:
            found[op.key].insert(0, usual)
    return found


def _usual(words: list[str], op: ir.Operation) -> str | None:
    """Return the verb for what a framework says in its own words."""
    if words == ["find"] and op.method == "GET" and _ends_in_parameter(op):
        return "get"
    verb, method = _SAID.get(tuple(words), (None, ""))
    fits = op.method == method and words[-1] not in _words(op.path)
    return verb if fits else None


def _ladder(resource: str, op: ir.Operation) -> list[str]:
    """Return the names an operation would take, the shortest first."""
    declared = (op.name or "").rpartition(".")[2]
    if declared:
        return [names.snake(declared, "call")]
    told = bool(_words(decorations.undecorated(op)))
    rungs = _echoed(resource, op) if told and decorations.echoes(op) else []
    rungs += _from_operation_id(resource, op) if told else []
    rungs += _from_path(resource, op)
    return list(dict.fromkeys(names.snake(name, "call") for name in rungs if name))


def _from_operation_id(resource: str, op: ir.Operation) -> list[str]:
    words = _words(decorations.undecorated(op))
    short = _shortened(words, _words(resource))
    bare = _bare(short)
    return [
        "_".join(_normal(bare, op)),
        "_".join(_normal(short, op)),
        "_".join(short),
        "_".join(words),
    ]


def _echoed(resource: str, op: ir.Operation) -> list[str]:
    """Return the first name of an operation that is called by method and path."""
    updates = op.method == "POST" and _ends_in_parameter(op)
    return _from_path(resource, op, "update" if updates else None)[:1]


def _from_path(resource: str, op: ir.Operation, said: str | None = None) -> list[str]:
    segments = [_words(part) for part in fixed_segments(op.path)]
    known = [_singular(word) for word in _words(resource)]
    rest = _beside(segments, known)
    verb = said or _verb(op)
    plural = bool(rest) and _is_plural(rest[-1])
    if plural and verb != "list":
        rest[-1] = _singular(rest[-1])
    action = op.method == "POST" and not said and rest and not plural
    words = [word for segment in segments for word in segment]
    return [
        "_".join((rest if action else [verb, *rest])[:_MAX_WORDS]),
        "_".join([verb, *words][:_MAX_WORDS]),
        "_".join([op.method.lower(), *_words(op.path)][: 2 * _MAX_WORDS]),
    ]


def _beside(segments: list[list[str]], resource: list[str]) -> list[str]:
    """Return the words of a path without the segments that only name the resource."""
    kept = [
        words for words in segments if [_singular(word) for word in words] != resource
    ]
    return [word for words in kept for word in words]


def _verb(op: ir.Operation) -> str:
    match op.method:
        case "GET":
            return "get" if _ends_in_parameter(op) else _reading(op)
        case "POST":
            return "create"
        case "PUT" | "PATCH":
            return "update"
        case other:
            return other.lower()


def _ends_in_parameter(op: ir.Operation) -> bool:
    return op.path.rstrip("/").endswith("}")


def _reading(op: ir.Operation) -> str:
    segments = fixed_segments(op.path)
    words = _words(segments[-1]) if segments else []
    return "list" if words and _is_plural(words[-1]) else "get"


def _normal(words: list[str], op: ir.Operation) -> list[str]:
    """Spell the verb one way where the HTTP method agrees with it."""
    if words[0] == "post" and op.method == "POST":
        return ["update" if _ends_in_parameter(op) else "create", *words[1:]]
    if words == ["get"] and op.method == "GET" and not _ends_in_parameter(op):
        return [_reading(op)]
    known = _SYNONYMS.get(words[0])
    if known is None or op.method not in known[1]:
        return words
    return [known[0], *words[1:]]


def _shortened(words: list[str], resource: list[str]) -> list[str]:
    """Remove what repeats the resource, or the end of its name, as often as it does."""
    for start in range(len(resource)):
        kept = words
        while len(kept) > 1 and (rest := _without(kept, resource[start:])) != kept:
            kept = rest
        if kept and kept != words:
            return kept
    return words


def _without(words: list[str], repeated: list[str]) -> list[str]:
    """Remove one run of words that only repeats the resource, in either number."""
    wanted = [_singular(word) for word in repeated]
    have = [_singular(word) for word in words]
    size = len(wanted)
    for start in range(len(words) - size + 1):
        if have[start : start + size] == wanted:
            return words[:start] + words[start + size :]
    return words


def _bare(words: list[str]) -> list[str]:
    """Remove `by_id`, `api`, `v1` and a counter from what says something without."""
    while len(words) > 1 and (words[0] in _HOLLOW or _VERSION.fullmatch(words[0])):
        words = words[1:]
    match words:
        case [*head, "by", "id"] if head:
            return head
        case [*_, word, number] if word in _NUMBERED and _NUMBER.fullmatch(number):
            return words[:-1]
        case [*head, version] if head and _VERSION.fullmatch(version):
            return head
        case _:
            return words


def _words(text: str) -> list[str]:
    return [word.lower() for word in names.words(text)]


def singulars(words: list[str]) -> list[str]:
    """Return the name of many as the name of one: `order items` -> `order item`."""
    return [*words[:-1], _singular(words[-1])] if words else []


def _is_plural(word: str) -> bool:
    return word != _singular(word)


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
