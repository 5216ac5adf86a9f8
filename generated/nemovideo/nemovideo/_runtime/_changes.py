"""What differs between two JSON values, place by place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from ._expressions import escaped
from ._values import Json

_MOST: Final = 200
_DEEPEST: Final = 40


class Change(NamedTuple):
    """One place that differs; None stands for nothing at all, too."""

    path: str
    """JSON pointer."""
    before: Any
    after: Any


def changes(before: Any, after: Any, path: str = "") -> tuple[Change, ...]:
    """Return the places where two values differ, at most 200 of them."""
    found: list[Change] = []
    for change in _changes(before, after, path, 0):
        found.append(change)
        if len(found) == _MOST:
            break
    return tuple(found)


def _changes(before: Any, after: Any, path: str, depth: int) -> Iterator[Change]:
    if before == after:
        return
    old, new = _members(before), _members(after)
    alike = isinstance(before, Mapping) is isinstance(after, Mapping)
    if depth >= _DEEPEST or old is None or new is None or not alike:
        yield Change(path, before, after)
        return
    for name in dict.fromkeys((*old, *new)):
        inner = f"{path}/{escaped(name)}"
        yield from _changes(old.get(name), new.get(name), inner, depth + 1)


def _members(value: Json) -> dict[Any, Any] | None:
    """Return the members of an object or a list by name or index."""
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, (list, tuple)):
        return dict(enumerate(value))
    return None
