"""Patterns over operations: `POST /jobs/sse/{model+}` and its twin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_PART = re.compile(r"\{([^{}+]+)(\+?)\}")
_MAX_OPEN = 3


def is_pattern(text: str) -> bool:
    """Say whether a name of an operation may be a pattern."""
    return bool(_PART.search(text))


def problem(pattern: str) -> str | None:
    """Return why a pattern cannot be used, None when it can."""
    open_parts = sum(1 for part in _PART.finditer(pattern) if part.group(2))
    if open_parts > _MAX_OPEN:
        return f"a pattern has at most {_MAX_OPEN} parts of many segments"
    return None


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern: `{name}` is one path segment, `{name+}` one or more."""
    if problem(pattern):
        return re.compile(re.escape(pattern))
    text, at = "", 0
    for found in _PART.finditer(pattern):
        text += re.escape(pattern[at : found.start()])
        text += "(.+)" if found.group(2) else "([^/]+)"
        at = found.end()
    return re.compile(text + re.escape(pattern[at:]))


def matches(pattern: str, keys: Iterable[str]) -> Iterator[str]:
    """Yield the keys a pattern matches, sorted."""
    wanted = compiled(pattern)
    return (key for key in sorted(keys) if wanted.fullmatch(key))


def pairs(
    pattern: str, twin: str | None, keys: Iterable[str]
) -> Iterator[tuple[str, str | None]]:
    """Yield each key a pattern matches, with the key its twin would have."""
    wanted = compiled(pattern)
    names = [part.group(1) for part in _PART.finditer(pattern)]
    for key in sorted(keys):
        found = wanted.fullmatch(key)
        if found is not None:
            values = dict(zip(names, found.groups(), strict=True))
            yield key, twin and _filled(twin, values)


def _filled(pattern: str, values: dict[str, str]) -> str:
    return _PART.sub(lambda part: values.get(part.group(1), part.group(0)), pattern)
