"""Quote, print and wrap: the only way text of a document enters Python source.

One function per context. Everything printed here is in the form that the formatter
leaves alone, and reads back (`ast.literal_eval`) as the value that went in.
"""

from __future__ import annotations

import inspect
import math
import re
import textwrap
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from typing import Any

from specloom.python.imports import Import as Import
from specloom.python.imports import Imports as Imports

WIDTH = 88
"""The one line width."""

_DEEPEST = 60
_HUGE = 10**4000
_PRAGMA = re.compile(
    r"(?i)^\s*(type|noqa|fmt|yapf|isort|ruff|pyright|mypy|pragma|region|endregion)\b|^!|coding\s*[:=]"
)


@dataclass(frozen=True, slots=True)
class Code:
    """Finished source text inside a value that is printed: a name, an expression."""

    text: str


def fits(text: str, column: int = 0, tail: int = 0) -> bool:
    """Say whether one line of text ends within the width, `tail` characters to come."""
    return "\n" not in text and column + columns(text) + tail <= WIDTH


def columns(text: str) -> int:
    """Return how many columns a text takes: two for each wide character."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def pad(indent: int) -> str:
    """Return the spaces of an indent."""
    return " " * indent


def quote(text: str) -> str:
    """Return text as a string literal on one line."""
    mark = "'" if text.count('"') > text.count("'") else '"'
    return mark + "".join(_escaped(char, mark) for char in text) + mark


_NAMED = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def _escaped(char: str, mark: str) -> str:
    if char == mark:
        return "\\" + char
    if char in _NAMED:
        return _NAMED[char]
    return char if char.isprintable() else _code(char)


def _code(char: str) -> str:
    number = ord(char)
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def docstring(text: str, indent: int = 0) -> str:
    """Return text as a docstring, wrapped, without the first line's indent."""
    lines = _wrapped(plain(text), indent)
    escaped = _docstring_escaped("\n".join(lines))
    if "\n" not in escaped:
        return f'"""{escaped}"""'
    first, *rest = escaped.split("\n")
    body = [f'"""{first}', *(pad(indent) + line if line else "" for line in rest)]
    return "\n".join([*body, f'{pad(indent)}"""'])


def plain(text: str) -> str:
    """Return prose with even line ends and indents, no outer blank lines."""
    even = re.sub(r"\r\n?", "\n", text).replace("\f", " ").replace("\v", " ")
    tidy = inspect.cleandoc(even.strip())
    return "\n".join(line.rstrip() for line in tidy.split("\n")).strip()


def _wrapped(text: str, indent: int) -> list[str]:
    if fits(text, indent, 6):
        return [text or "."]
    width = max(WIDTH - indent, 40)
    lines: list[str] = []
    for line in text.split("\n"):
        lines += _wrapped_line(line, width, "" if lines else "   ")
    return lines


def _wrapped_line(line: str, width: int, first: str) -> list[str]:
    margin = line[: len(line) - len(line.lstrip(" "))]
    if len(line) + len(first) <= width or len(margin) > width // 2:
        return [line]
    marker = re.match(r"([-*+]|\d+[.)]) +", line[len(margin) :])
    hanging = margin + pad(min(marker.end(), 6) if marker else 0)
    parts = textwrap.wrap(
        line.strip(" "),
        width,
        initial_indent=first + margin,
        subsequent_indent=hanging,
        break_long_words=False,
        break_on_hyphens=False,
        expand_tabs=False,
        replace_whitespace=False,
    )
    return [parts[0][len(first) :], *parts[1:]]


def _docstring_escaped(text: str) -> str:
    """Escape what would end or change a docstring: backslashes, quotes, controls."""
    out: list[str] = []
    run = 0
    for at, char in enumerate(text):
        run = run + 1 if char == '"' else 0
        risky = char == '"' and (run == 3 or at in (0, len(text) - 1))
        run = 0 if risky else run
        keep = char == "\n" or (char.isprintable() and char != "\\")
        out.append('\\"' if risky else char if keep else _escaped(char, ""))
    return "".join(out)


def comment(text: str) -> str:
    """Return text as one comment line that no tool takes for a directive."""
    line = " ".join(text.split()).replace("#", "\\x23")
    line = "".join(char if char.isprintable() else _code(char) for char in line)
    return f"# ({line})" if _PRAGMA.search(line) else f"# {line}".rstrip()


def literal(value: object, indent: int = 0, *, column: int = 0, tail: int = 1) -> str:
    """Return a JSON-like value or a frozen dataclass as source, one member a line.

    `column` is where the value starts on its line and `tail` what follows it there;
    they decide only how a tuple of one is written.
    """
    return _printed(value, indent, column or indent, tail, 0)


def value(instance: object, indent: int = 0, *, column: int = 0, tail: int = 1) -> str:
    """Return a frozen dataclass as a constructor call of its non-default fields."""
    return literal(instance, indent, column=column, tail=tail)


def _printed(value: object, indent: int, column: int, tail: int, depth: int) -> str:
    if depth > _DEEPEST:
        raise ValueError(f"a value nested deeper than {_DEEPEST} cannot be printed")
    match value:
        case Code(text):
            return text
        case str():
            return quote(value)
        case bool() | None:
            return repr(value)
        case int():
            return str(value) if abs(value) < _HUGE else f"0x{value:X}"
        case float():
            return _number(value)
        case Mapping():
            pairs = [
                (f"{quote(key) if isinstance(key, str) else repr(key)}: ", item)
                for key, item in value.items()
            ]
            return _block("{", pairs, "}", indent, depth)
        case list():
            return _block("[", [("", item) for item in value], "]", indent, depth)
        case frozenset() | set():
            inner = _printed(sorted(value), indent, 0, 1, depth)
            return f"frozenset({inner})" if value else "frozenset()"
        case tuple():
            return _tuple(value, indent, column, tail, depth)
    if is_dataclass(value) and not isinstance(value, type):
        return _call(value, indent, depth)
    raise TypeError(f"no source form for {type(value).__name__}")


def _block(
    opening: str,
    members: Iterable[tuple[str, object]],
    closing: str,
    indent: int,
    depth: int,
) -> str:
    inner = indent + 4
    lines = [
        f"{pad(inner)}{head}{_printed(item, inner, inner + columns(head), 1, depth + 1)},"
        for head, item in members
    ]
    if not lines:
        return opening + closing
    return "\n".join([opening, *lines, pad(indent) + closing])


def _tuple(
    value: tuple[Any, ...], indent: int, column: int, tail: int, depth: int
) -> str:
    if len(value) == 1:
        only = _printed(value[0], indent, column + 1, tail + 2, depth + 1)
        if fits(f"({only},)", column, tail):
            return f"({only},)"
    return _block("(", [("", item) for item in value], ")", indent, depth)


def _call(value: Any, indent: int, depth: int) -> str:
    given = [
        (f"{field.name}=", found)
        for field in fields(value)
        if field.init and not _is_default(field, found := getattr(value, field.name))
    ]
    return _block(f"{type(value).__name__}(", given, ")", indent, depth)


def _is_default(field: Any, found: object) -> bool:
    if field.default is not MISSING:
        return type(found) is type(field.default) and bool(found == field.default)
    if field.default_factory is not MISSING:
        return bool(found == field.default_factory())
    return False


def _number(value: float) -> str:
    if math.isnan(value) or math.isinf(value):
        return f'float("{value}")'
    return repr(value).replace("e+", "e")
