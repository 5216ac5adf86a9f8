"""JSON pointers, and the line and column a pointer has in a text.

Pointers follow RFC 6901. Positions are computed in one pass over the text, and only
when something is shown: reading a document does not pay for them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias
from urllib.parse import quote, unquote

Format: TypeAlias = Literal["json", "yaml"]

_REF_SAFE = "/~!$&'()*+,;=:@-._{}[]|"
_PLAIN = re.compile(r"[^\s\[\]{},\"'#&*!|>%@`][^\[\]{},\n#]*")
_BAD_ESCAPE = re.compile(r"~(?![01])")


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a text; both numbers count from 1."""

    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.line}:{self.column}"


def escape(token: str) -> str:
    """Write one reference token (RFC 6901, section 3)."""
    return token.replace("~", "~0").replace("/", "~1")


def unescape(token: str) -> str:
    """Read one reference token (RFC 6901, section 4)."""
    return token.replace("~1", "/").replace("~0", "~")


def join(pointer: str, *tokens: str | int) -> str:
    """Return the pointer of a member below `pointer`."""
    return pointer + "".join(f"/{escape(str(token))}" for token in tokens)


def split(pointer: str) -> tuple[str, ...]:
    """Return the tokens of a pointer; ValueError when it is not one."""
    if pointer == "":
        return ()
    if not pointer.startswith("/"):
        raise ValueError(f"a JSON pointer starts with '/': {pointer!r}")
    if _BAD_ESCAPE.search(pointer):
        raise ValueError(f"'~' must be followed by 0 or 1: {pointer!r}")
    return tuple(unescape(token) for token in pointer[1:].split("/"))


def parent(pointer: str) -> str:
    """Return the pointer of the value that holds this one; the root's is itself."""
    return pointer.rpartition("/")[0]


def resolve(data: Any, pointer: str) -> Any:
    """Return the value at `pointer`; LookupError or ValueError when there is none."""
    value = data
    for token in split(pointer):
        match value:
            case dict() if token in value:
                value = value[token]
            case list() if _is_index(token) and int(token) < len(value):
                value = value[int(token)]
            case _:
                raise LookupError(f"nothing at {pointer!r}")
    return value


def _is_index(token: str) -> bool:
    plain = token.isascii() and token.isdigit() and len(token) < 10
    return plain and (token == "0" or token[0] != "0")


def exists(data: Any, pointer: str) -> bool:
    """Say whether the pointer leads somewhere."""
    try:
        resolve(data, pointer)
    except (LookupError, ValueError):
        return False
    return True


def from_ref(ref: str) -> str:
    """Return the pointer of a local reference (`#/a/b%20c` gives `/a/b c`)."""
    return unquote(ref.removeprefix("#"))


def to_ref(pointer: str) -> str:
    """Write a pointer as a local reference, percent-encoded where it must be."""
    return "#" + quote(pointer, safe=_REF_SAFE)


def owner(pointer: str, prefixes: Mapping[str, Any]) -> str | None:
    """Return the longest prefix of `pointer`, in whole tokens, that is a key."""
    while pointer not in prefixes:
        if not pointer:
            return None
        pointer = parent(pointer)
    return pointer


def locate(text: str, pointer: str, format: Format = "json") -> Position:
    """Return where `pointer` stands in `text`: its key, or the nearest that exists."""
    return locate_all(text, (pointer,), format)[pointer]


def locate_all(
    text: str, pointers: Iterable[str], format: Format = "json"
) -> dict[str, Position]:
    """Locate many pointers in one pass over the text."""
    asked = set(pointers)
    wanted = {"": 0}
    for pointer in asked:
        while pointer and pointer not in wanted:
            wanted[pointer] = -1
            pointer = parent(pointer)
    found = {"": 0}
    for pointer, offset in offsets(text, format):
        if pointer in wanted:
            found.setdefault(pointer, offset)
            if len(found) == len(wanted):
                break
    lines = _Lines(text)
    return {
        pointer: lines.position(found[owner(pointer, found) or ""]) for pointer in asked
    }


def offsets(text: str, format: Format) -> Iterator[tuple[str, int]]:
    """Yield every pointer with the offset of its key (or item) in document order.

    A key that stands twice is yielded twice. A text that breaks off ends quietly.
    """
    from specloom.spec import offsets as reading

    if format == "json":
        return reading.of_json(text)
    return reading.of_yaml(text)


def scalar(text: str, pointer: str, format: Format = "json") -> str | None:
    """Return a plain list item as it is written (`012`); None when it is quoted."""
    for found, offset in offsets(text, format):
        if found == pointer:
            written = _PLAIN.match(text, offset)
            return written.group().rstrip() if written else None
    return None


def position(text: str, offset: int) -> Position:
    """Return line and column of a character offset."""
    return _Lines(text).position(offset)


class _Lines:
    """Line starts of a text, found once."""

    __slots__ = ("_starts",)

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def position(self, offset: int) -> Position:
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)
