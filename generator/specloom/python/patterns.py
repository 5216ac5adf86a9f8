"""Draw a short text that a regular expression accepts, for the usual expressions."""

from __future__ import annotations

import re
import string
from dataclasses import dataclass

_LONGEST = 200
_MAX_DEPTH = 20
_MAX_COUNT = 100
_CLASSES = {
    "d": string.digits,
    "w": string.ascii_lowercase + string.digits + "_",
    "s": " ",
    "D": string.ascii_lowercase,
    "W": "-",
    "S": string.ascii_lowercase,
}
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r"}
_PRINTABLE = string.ascii_lowercase + string.digits + string.ascii_uppercase + "-_ ."


def draw(pattern: str, *, at_least: int = 0, variant: int = 0) -> str | None:
    """Return a text for a pattern, None where the pattern is beyond this.

    `at_least` is the length that open repetitions aim at; `variant` picks other
    characters, so that several texts differ.
    """
    if len(pattern) > _LONGEST:
        return None
    for length in dict.fromkeys((0, at_least)):
        reader = _Reader(pattern, length, variant)
        try:
            text = reader.alternatives(0)
            if reader.at == len(pattern) and len(text) >= at_least:
                return text
        except (_Beyond, ValueError):
            return None
    return None


class _Beyond(Exception):
    """A construct that is not drawn: lookarounds, references."""


@dataclass(slots=True)
class _Reader:
    """Reads a pattern and writes the text, in one pass."""

    pattern: str
    length: int
    variant: int
    at: int = 0

    def alternatives(self, depth: int) -> str:
        """Return the text of the first alternative; the others are read over."""
        if depth > _MAX_DEPTH:
            raise _Beyond
        text = self._sequence(depth)
        while self._take("|"):
            self._sequence(depth)
        return text

    def _sequence(self, depth: int) -> str:
        text = ""
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            if (self._take("^") and not text) or self._ends():
                continue
            text += self._repeated(self._atom(depth))
            if len(text) > 4 * _LONGEST:
                raise _Beyond
        return text

    def _ends(self) -> bool:
        """Tell whether `$` stands here; anywhere but at an end it is beyond this."""
        found = self._take("$")
        if found and self._peek() not in ("", ")", "|"):
            raise _Beyond
        return found

    def _atom(self, depth: int) -> str:
        char = self._next()
        if char == "(":
            return self._group(depth)
        if char == "[":
            return self._pick(self._set())
        if char == ".":
            return self._pick(_PRINTABLE)
        if char == "\\":
            return self._pick(self._escaped())
        if char in "*+?{":
            raise _Beyond
        return char

    def _group(self, depth: int) -> str:
        if self._take("?"):
            if self._take("P<") or (self._take("<") and self._peek() not in "=!"):
                self.at = self.pattern.index(">", self.at) + 1
            elif not self._take(":"):
                raise _Beyond
        text = self.alternatives(depth + 1)
        if not self._take(")"):
            raise _Beyond
        return text

    def _set(self) -> str:
        negated = self._take("^")
        chars = ""
        while not self._take("]") or not chars:
            low = self._member()
            if self._peek() == "-" and self.pattern[self.at + 1 : self.at + 2] != "]":
                self.at += 1
                high = self._member()
                chars += "".join(
                    map(chr, range(ord(low[0]), min(ord(high[0]) + 1, 0x250)))
                )
            else:
                chars += low
        if negated:
            return "".join(char for char in _PRINTABLE if char not in chars)
        return chars

    def _member(self) -> str:
        char = self._next()
        return self._escaped() if char == "\\" else char

    def _escaped(self) -> str:
        char = self._next()
        if char in "bBAZ" or char.isdigit():
            raise _Beyond
        if char in "xu":
            size = 2 if char == "x" else 4
            code = self.pattern[self.at : self.at + size]
            self.at += size
            return chr(int(code, 16))
        return _CLASSES.get(char) or _CONTROLS.get(char) or char

    def _repeated(self, text: str) -> str:
        low, high = self._count()
        self._take("?")
        wanted = low if text == "" else max(low, -(-self.length // len(text)))
        return text * min(wanted if high is None else min(wanted, high), _MAX_COUNT)

    def _count(self) -> tuple[int, int | None]:
        if self._take("*"):
            return 0, None
        if self._take("+"):
            return 1, None
        if self._take("?"):
            return 0, 1
        found = re.compile(r"\{(\d{1,4})(?:(,)(\d{1,4})?)?\}").match(
            self.pattern, self.at
        )
        if found is None:
            return 1, 1
        self.at = found.end()
        low = int(found[1])
        return low, (int(found[3]) if found[3] else None) if found[2] else low

    def _pick(self, chars: str) -> str:
        if not chars:
            raise _Beyond
        return chars[self.variant % len(chars)]

    def _next(self) -> str:
        if self.at >= len(self.pattern):
            raise _Beyond
        self.at += 1
        return self.pattern[self.at - 1]

    def _peek(self) -> str:
        return self.pattern[self.at : self.at + 1]

    def _take(self, text: str) -> bool:
        found = self.pattern.startswith(text, self.at)
        self.at += len(text) * found
        return found
