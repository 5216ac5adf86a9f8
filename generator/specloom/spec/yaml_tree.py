"""Build plain values from YAML events: fast, bounded, YAML 1.2 core schema.

libyaml's events with a builder of our own are about three times as fast as PyYAML's
own loaders, give places for faults, and need no fallback for big integers.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from specloom.spec.offsets import join_surrogates, printable, yaml_events

MAX_COPIED: Final = 1_000_000
"""Values that aliases may add in all; a 3 MB description has about 150 000."""

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOL = {
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_INTEGER = re.compile(r"[-+]?[0-9]+\Z")
_BASED = re.compile(r"0o[0-7]+\Z|0x[0-9a-fA-F]+\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_ENDLESS = re.compile(r"[-+]?\.(?:inf|Inf|INF)\Z|\.(?:nan|NaN|NAN)\Z")
_NUMERIC_START = frozenset("+-.0123456789")
_CORE = "tag:yaml.org,2002:"


class YamlFault(Exception):
    """A text that is not one YAML document within the limits."""

    def __init__(self, code: str, reason: str, offset: int) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason
        self.offset = offset


@dataclass(slots=True)
class Tree:
    """What was built, and what was odd."""

    data: Any = None
    repeated: bool = False
    odd_numbers: list[tuple[str, int]] = field(default_factory=list)
    """Numbers that became null, with their offsets."""


@dataclass(slots=True)
class _Open:
    """A mapping or sequence that is being filled."""

    value: Any
    anchor: str | None
    nodes: int
    deep: int = 1
    key: Any = None
    has_key: bool = False
    merge: list[Any] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Anchor:
    value: Any
    nodes: int
    depth: int


_OPEN: Final = object()
_MERGE: Final = object()


def build(text: str, *, max_depth: int, max_digits: int) -> Tree:
    """Read one YAML document; YamlFault when it is none or breaks a limit."""
    try:
        return _built(printable(text), max_depth, max_digits)
    except YamlFault:
        joined = join_surrogates(text)
        if joined == text:
            raise
    return _built(printable(joined), max_depth, max_digits)


def _built(text: str, max_depth: int, max_digits: int) -> Tree:
    builder = _Builder(max_depth, max_digits)
    try:
        for event in yaml_events(text):
            builder.step(event)
    except yaml.MarkedYAMLError as error:
        raise _syntax_fault(error, max_depth) from None
    except yaml.YAMLError as error:
        raise YamlFault("SPEC002", f"not valid YAML: {error}", 0) from None
    if builder.documents == 0:
        raise YamlFault("SPEC001", "the document is empty", 0)
    return builder.tree


def _syntax_fault(error: yaml.MarkedYAMLError, max_depth: int) -> YamlFault:
    mark = error.problem_mark or error.context_mark
    if "nesting depth" in (error.problem or ""):
        reason = f"nested deeper than {max_depth} levels"
        return YamlFault("SPEC003", reason, mark.index if mark else 0)
    context = f" {error.context}" if error.context else ""
    reason = f"not valid YAML: {error.problem or 'broken'}{context}"
    return YamlFault("SPEC002", reason, mark.index if mark else 0)


TOO_BIG: Final = object()
"""What a number that JSON cannot hold is read as."""


def parse_scalar(text: str, max_digits: int = 4000) -> Any:
    """Return the meaning of a plain scalar (YAML 1.2, section 10.3.2)."""
    if text in _NULL:
        return None
    if text[0] not in _NUMERIC_START:
        return _BOOL.get(text, text)
    if _INTEGER.match(text):
        return int(text) if len(text) <= max_digits else TOO_BIG
    if _BASED.match(text):
        return int(text, 0)
    if _FLOAT.match(text):
        number = float(text)
        return number if number - number == 0 else TOO_BIG
    return TOO_BIG if _ENDLESS.match(text) else text


class _Builder:
    """Events in, one tree out."""

    def __init__(self, max_depth: int, max_digits: int) -> None:
        self.tree = Tree()
        self.documents = 0
        self._max_depth = max_depth
        self._max_digits = max_digits
        self._stack: list[_Open] = []
        self._anchors: dict[str, Any] = {}
        self._nodes = 0
        self._copied = 0
        self._steps: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._start,
            yaml.SequenceStartEvent: self._start,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }

    def step(self, event: Any) -> None:
        """Take one event."""
        handle = self._steps.get(type(event))
        if handle is not None:
            handle(event)

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            reason = (
                "a second YAML document starts here; one file holds one description"
            )
            raise YamlFault("SPEC007", reason, event.start_mark.index)

    def _scalar(self, event: Any) -> None:
        value = self._value(event)
        if value is TOO_BIG:
            self.tree.odd_numbers.append((event.value, event.start_mark.index))
            value = None
        if event.anchor:
            self._anchors[event.anchor] = _Anchor(value, 1, 0)
        self._nodes += 1
        self._put(value, event)

    def _value(self, event: Any) -> Any:
        text = event.value
        if event.tag is not None and event.tag.startswith(_CORE):
            return self._tagged(event.tag.removeprefix(_CORE), text)
        if not event.implicit[0]:
            return text
        if text == "<<":
            return _MERGE
        return self._plain(text)

    def _tagged(self, tag: str, text: str) -> Any:
        match tag:
            case "int" | "bool" | "null":
                return self._plain(text)
            case "float":
                number = self._plain(text)
                return float(number) if type(number) is int else number
            case _:
                return text

    def _plain(self, text: str) -> Any:
        return parse_scalar(text, self._max_digits)

    def _start(self, event: Any) -> None:
        if len(self._stack) >= self._max_depth:
            reason = f"nested deeper than {self._max_depth} levels"
            raise YamlFault("SPEC003", reason, event.start_mark.index)
        value: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
        if event.anchor:
            self._anchors[event.anchor] = _OPEN
        self._nodes += 1
        self._stack.append(_Open(value, event.anchor, self._nodes))

    def _end(self, event: Any) -> None:
        done = self._stack.pop()
        for source in done.merge:
            done.value = {**source, **done.value}
        if done.anchor:
            nodes = self._nodes - done.nodes + 1
            self._anchors[done.anchor] = _Anchor(done.value, nodes, done.deep)
        self._put(done.value, event, done.deep)

    def _alias(self, event: Any) -> None:
        found = self._anchors.get(event.anchor)
        if found is None or found is _OPEN:
            what = "is not defined" if found is None else "contains itself"
            reason = f"the alias *{event.anchor} {what}"
            raise YamlFault("SPEC002", reason, event.start_mark.index)
        if len(self._stack) + found.depth > self._max_depth:
            reason = f"nested deeper than {self._max_depth} levels"
            raise YamlFault("SPEC003", reason, event.start_mark.index)
        self._nodes += found.nodes
        self._copied += found.nodes
        if self._copied > MAX_COPIED:
            reason = f"aliases expand to more than {MAX_COPIED} values"
            raise YamlFault("SPEC003", reason, event.start_mark.index)
        self._put(_copy(found.value), event, found.depth)

    def _put(self, value: Any, event: Any, depth: int = 0) -> None:
        if not self._stack:
            self.tree.data = None if value is _MERGE else value
            return
        top = self._stack[-1]
        top.deep = max(top.deep, depth + 1)
        if isinstance(top.value, list):
            top.value.append("<<" if value is _MERGE else value)
        elif not top.has_key:
            top.key, top.has_key = self._key(value, event), True
        else:
            top.has_key = False
            self._member(top, "<<" if value is _MERGE else value)

    def _member(self, top: _Open, value: Any) -> None:
        if top.key is _MERGE:
            top.merge += _mergeable(value)
            if not _mergeable(value):
                top.value["<<"] = value
            return
        self.tree.repeated |= top.key in top.value
        top.value[top.key] = value

    def _key(self, value: Any, event: Any) -> Any:
        if value is _MERGE or isinstance(value, str):
            return value
        if isinstance(value, dict | list):
            reason = "a mapping or list cannot be a key in an API description"
            raise YamlFault("SPEC002", reason, event.start_mark.index)
        written = getattr(event, "value", None)
        return written if isinstance(written, str) else _written(value)


def _mergeable(value: Any) -> list[dict[str, Any]]:
    """Return the mappings of a merge key, the strongest first."""
    if isinstance(value, dict):
        return [value]
    if isinstance(value, list) and all(isinstance(item, dict) for item in value):
        return value
    return []


def _written(value: Any) -> str:
    """Write a scalar as a key: keys of a JSON object are text."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case _:
            return str(value)


def _copy(value: Any) -> Any:
    match value:
        case dict():
            return {key: _copy(item) for key, item in value.items()}
        case list():
            return [_copy(item) for item in value]
        case _:
            return value
