"""Read JSON or YAML text into plain values, bounded, with faults that have a place.

YAML has the meaning of YAML 1.2's core schema (section 10.3): `no`, `on` and `1:30` are
text, `012` is twelve. Numbers that JSON cannot hold become null, and a key that stands
twice keeps its last value; both are findings.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, NoReturn

from specloom import location
from specloom.diagnostics import Diagnostic, SpecError
from specloom.location import Format, Position
from specloom.spec.yaml_tree import YamlFault, build

MAX_BYTES: Final = 64 * 1024 * 1024
MAX_DEPTH: Final = 256
"""Levels of nesting; the deepest published descriptions stay below 60."""
_MAX_DIGITS: Final = 4000
_SURROGATE = re.compile("[\ud800-\udfff]")
_JSON_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[^\s\[\]{}:,"]+', re.DOTALL)
_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a text holds."""

    data: Any
    format: Format
    findings: tuple[Diagnostic, ...] = ()


def decode(raw: bytes, name: str) -> str:
    """Decode UTF-8, UTF-16 or UTF-32, with or without a byte order mark."""
    if len(raw) > MAX_BYTES:
        fail("SPEC003", name, f"larger than {MAX_BYTES >> 20} MiB")
    encoding = json.detect_encoding(raw)
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        good = raw[: error.start].decode(encoding, "replace")
        place = location.position(good, len(good))
        fail("SPEC002", name, f"not {encoding.upper()} text", place)
    return text.removeprefix("\ufeff")


def parse(text: str, name: str, *, yaml_name: bool = False) -> Parsed:
    """Read JSON when it looks like JSON, else YAML; SpecError with line and column."""
    if not text.strip():
        fail("SPEC001", name, "the document is empty", Position(1, 1))
    if not yaml_name and text.lstrip()[:1] in "{[":
        return _json_or_yaml(text, name)
    return _yaml(text, name)


_NEXT: Final[Mapping[str, str]] = {
    "SPEC001": "Check the path, and what wrote the file; `-` reads standard input.",
    "SPEC002": "Correct the text there, or export the description anew.",
    "SPEC003": "Split the document into files, or write it without aliases.",
    "SPEC010": "Name a file or URL that holds OpenAPI 3.x, Swagger 2.0 or a catalogue "
    "of endpoints.",
}
"""What to do about a text that cannot be read, by code."""


def fault(code: str, name: str, what: str, place: Position | None = None) -> SpecError:
    """Return the SpecError of a text that cannot be read."""
    return SpecError(
        Diagnostic(
            code=code,
            message=what,
            severity="error",
            subject="document",
            source=name,
            line=place.line if place else None,
            column=place.column if place else None,
            hint=_NEXT.get(code),
        )
    )


def fail(code: str, name: str, what: str, place: Position | None = None) -> NoReturn:
    """Raise the SpecError of a text that cannot be read."""
    raise fault(code, name, what, place) from None


def _json_or_yaml(text: str, name: str) -> Parsed:
    try:
        return _json(text, name)
    except json.JSONDecodeError as error:
        place = Position(error.lineno, error.colno)
        try:
            parsed = _yaml(text, name)
        except SpecError:
            fail("SPEC002", name, _json_reason(error, text), place)
        lax = Diagnostic(
            code="SPEC004",
            message=f"not valid JSON ({error.msg} at {place}); read as YAML",
            effect="repaired",
            subject="document",
            source=name,
        )
        return Parsed(parsed.data, "yaml", (lax, *parsed.findings))


def _json_reason(error: json.JSONDecodeError, text: str) -> str:
    if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated"):
        return f"the document breaks off ({error.msg})"
    return f"not valid JSON: {error.msg}"


def _json(text: str, name: str) -> Parsed:
    reader = _JsonReader()
    try:
        data = reader.read(text)
    except RecursionError:
        fail("SPEC003", name, f"nested deeper than {MAX_DEPTH} levels")
    if depth(data) > MAX_DEPTH:
        fail("SPEC003", name, f"nested deeper than {MAX_DEPTH} levels")
    findings: list[Diagnostic] = []
    if _ESCAPED_SURROGATE.search(text):
        data = _mend(data)
    if reader.repeated:
        findings += _repeated_keys(text, "json", name)
    if reader.odd_numbers:
        findings += _not_numbers(_found(reader.odd_numbers, text), text, name)
    return Parsed(data, "json", tuple(findings))


class _JsonReader:
    """The standard decoder, watching for repeated keys and numbers out of range."""

    def __init__(self) -> None:
        self.repeated = False
        self.odd_numbers: list[str] = []

    def read(self, text: str) -> Any:
        return json.loads(
            text,
            strict=False,
            object_pairs_hook=self._object,
            parse_int=self._integer,
            parse_float=self._float,
            parse_constant=self._constant,
        )

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        self.repeated |= len(found) != len(pairs)
        return found

    def _integer(self, written: str) -> int | None:
        if len(written) <= _MAX_DIGITS:
            return int(written)
        self._constant(written)
        return None

    def _float(self, written: str) -> float | None:
        number = float(written)
        if number - number == 0:
            return number
        self._constant(written)
        return None

    def _constant(self, written: str) -> None:
        self.odd_numbers.append(written)


def _yaml(text: str, name: str) -> Parsed:
    try:
        tree = build(text, max_depth=MAX_DEPTH, max_digits=_MAX_DIGITS)
    except YamlFault as fault:
        fail(fault.code, name, fault.reason, location.position(text, fault.offset))
    findings: list[Diagnostic] = []
    if tree.repeated:
        findings += _repeated_keys(text, "yaml", name)
    findings += _not_numbers(tree.odd_numbers, text, name)
    return Parsed(tree.data, "yaml", tuple(findings))


def depth(data: Any) -> int:
    """Return how many containers the deepest value stands in."""
    level, now = 0, [data]
    while now := [item for item in now if isinstance(item, dict | list) and item]:
        level += 1
        if level > MAX_DEPTH:
            break
        now = list(_children(now))
    return level


def _children(values: list[Any]) -> Iterator[Any]:
    for value in values:
        yield from value.values() if isinstance(value, dict) else value


def _mend(value: Any) -> Any:
    """Replace lone surrogates, which no file can hold, by U+FFFD."""
    match value:
        case str():
            return _SURROGATE.sub("\ufffd", value)
        case list():
            return [_mend(item) for item in value]
        case dict():
            return {_mend(key): _mend(item) for key, item in value.items()}
        case _:
            return value


def _repeated_keys(text: str, format: Format, name: str) -> Iterator[Diagnostic]:
    """Yield keys that stand twice in one object; what a second one holds is new."""
    inside: list[tuple[str, dict[str, int]]] = [("", {})]
    for pointer, offset in location.offsets(text, format):
        while not pointer.startswith(f"{inside[-1][0]}/") and len(inside) > 1:
            inside.pop()
        first = inside[-1][1]
        if pointer not in first:
            first[pointer] = offset
            continue
        inside.append((pointer, {}))
        place = location.position(text, offset)
        key = location.split(pointer)[-1]
        yield Diagnostic(
            code="SPEC005",
            message=(
                f"key {key!r} at {place} stands a second time (first at "
                f"{location.position(text, first[pointer])}); the last value is used"
            ),
            pointer=pointer,
            effect="repaired",
            subject="other",
            hint="Keep one of the two.",
            line=place.line,
            column=place.column,
        )


def _found(numbers: list[str], text: str) -> Iterator[tuple[str, int]]:
    """Yield numbers with their offsets in a JSON text, in order."""
    wanted = iter(numbers)
    written = next(wanted, None)
    for match in _JSON_TOKEN.finditer(text):
        if match[0] == written:
            yield written, match.start()
            written = next(wanted, None)


def _not_numbers(
    found: Iterable[tuple[str, int]], text: str, name: str
) -> Iterator[Diagnostic]:
    """Yield the numbers that became null, each with its place."""
    for written, offset in found:
        yield _not_a_number(written, name, location.position(text, offset))


def _not_a_number(written: str, name: str, place: Position) -> Diagnostic:
    short = (
        written if len(written) <= 24 else f"{written[:20]}... ({len(written)} digits)"
    )
    return Diagnostic(
        code="SPEC006",
        message=f"{short} is a number that JSON cannot hold; read as null",
        effect="degraded",
        subject="keyword",
        source=name,
        line=place.line,
        column=place.column,
    )
