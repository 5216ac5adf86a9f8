"""Texts drawn for string schemas: a format's own, or what a pattern matches."""

from __future__ import annotations

import random
import re
import string
from collections.abc import Mapping
from re import _constants as codes  # type: ignore[attr-defined]  # no public parser
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_FORMATS = {
    "date-time": "2026-03-04T05:06:07Z",
    "date": "2026-03-04",
    "time": "05:06:07Z",
    "duration": "P1DT2H",
    "email": "someone@example.com",
    "idn-email": "someone@example.com",
    "hostname": "example.com",
    "ipv4": "192.0.2.7",
    "ipv6": "2001:db8::7",
    "uri": "https://judge.test/a?b=c",
    "url": "https://judge.test/a?b=c",
    "uri-reference": "/a/b",
    "byte": "aGVsbG8=",
}
_LONGEST = 64_000
_TRIES = 40
_LETTERS = string.ascii_letters
_PRINTABLE = [chr(code) for code in range(0x20, 0x7F)]
_CLASSES = {
    codes.CATEGORY_DIGIT: string.digits,
    codes.CATEGORY_WORD: _LETTERS + string.digits + "_",
    codes.CATEGORY_SPACE: " ",
    codes.CATEGORY_NOT_DIGIT: _LETTERS,
    codes.CATEGORY_NOT_WORD: "-.:",
    codes.CATEGORY_NOT_SPACE: _LETTERS,
}


def text(schema: Mapping[str, Any], dice: random.Random) -> str:
    """Return a text for a string schema; whether it is valid is for the judge."""
    name = schema.get("format")
    least, most = _lengths(schema)
    if name == "uuid":
        return _uuid(dice)
    if name == "date-time" and least > len(_FORMATS[name]):
        return _moment(least)
    if name in _FORMATS and len(_FORMATS[name]) <= most:
        pattern = str(schema.get("pattern", ""))
        if re.search(pattern, _FORMATS[name]):
            return _FORMATS[name]
    if "pattern" in schema:
        found = matching(str(schema["pattern"]), dice, least, most)
        return found if found is not None else _written(schema)
    count = max(least, min(most, least + 8, _LONGEST))
    alphabet = string.digits if dice.random() < 0.3 else _LETTERS
    return "".join(dice.choices(alphabet, k=count))


def matching(
    pattern: str, dice: random.Random, least: int = 0, most: int = _LONGEST
) -> str | None:
    """Return a text that a pattern matches, of a length; None where none was found."""
    try:
        tree = parser.parse(pattern)
        wanted = re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        return None
    for attempt in range(_TRIES):
        found = "".join(_piece(tree, dice, 2 ** (attempt % 8)))
        if least > len(found) and wanted.search(found.ljust(least, "a")):
            found = found.ljust(least, "a")
        if least <= len(found) <= most and wanted.search(found):
            return found
    return None


def _lengths(schema: Mapping[str, Any]) -> tuple[int, int]:
    least = int(schema.get("minLength", 1) or 0)
    return least, int(schema.get("maxLength", max(least, 1) + _LONGEST))


def _uuid(dice: random.Random) -> str:
    bits = f"{dice.getrandbits(128):032x}"
    return f"{bits[:8]}-{bits[8:12]}-4{bits[13:16]}-a{bits[17:20]}-{bits[20:]}"


def _moment(length: int) -> str:
    """Return a moment of a length: with an offset, and parts of a second before it."""
    parts = max(0, length - len("2026-03-04T05:06:07+00:00") - 1)
    fraction = f".{'1' * parts}" if parts else ""
    return f"2026-03-04T05:06:07{fraction}+00:00"


def _written(schema: Mapping[str, Any]) -> str:
    """Return an example of the document, for patterns of another dialect."""
    given = [schema.get("default"), schema.get("example")]
    given += schema.get("examples") or ()
    return next((item for item in given if isinstance(item, str)), "a")


def _piece(tree: Any, dice: random.Random, reach: int) -> list[str]:
    """Return the characters for a parsed pattern; look-around is left to chance."""
    found: list[str] = []
    for code, value in tree:
        match code:
            case codes.LITERAL:
                found.append(chr(value))
            case codes.NOT_LITERAL:
                found.append(dice.choice([c for c in _LETTERS if ord(c) != value]))
            case codes.ANY:
                found.append(dice.choice(_LETTERS))
            case codes.IN:
                found.append(_one_of(value, dice))
            case codes.BRANCH:
                found += _piece(dice.choice(value[1]), dice, reach)
            case codes.SUBPATTERN:
                found += _piece(value[-1], dice, reach)
            case codes.MAX_REPEAT | codes.MIN_REPEAT | codes.POSSESSIVE_REPEAT:
                least, most, inner = value
                high = min(int(most), int(least) + reach)
                for _ in range(dice.randint(int(least), high)):
                    found += _piece(inner, dice, reach)
            case codes.ATOMIC_GROUP:
                found += _piece(value, dice, reach)
    return found


def _one_of(members: Any, dice: random.Random) -> str:
    negated = members[0][0] is codes.NEGATE
    listed: list[str] = []
    for code, value in members[1:] if negated else members:
        match code:
            case codes.LITERAL:
                listed.append(chr(value))
            case codes.RANGE:
                low, high = value
                listed += [chr(point) for point in range(low, min(high, low + 200) + 1)]
            case codes.CATEGORY:
                listed += _CLASSES[value]
    if negated:
        left = [char for char in _PRINTABLE if char not in listed]
        plain = [char for char in left if char.isalnum()]
        return dice.choice(plain or left or ["é"])
    return dice.choice(listed)
