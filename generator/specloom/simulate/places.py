"""Write values where a lifecycle says they are read: locations, backwards."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, TypeVar, overload

from specloom.runtime._lifecycle import Location

_BODY = "$response.body#/"
_CLAUSE = re.compile(
    r"(?P<at>\$response\.body#/[^\s=!<>]+)\s*(?P<sign>==|!=|>=|<=|>|<)\s*"
    r"(?P<value>'[^']*'|\"[^\"]*\"|[^\s&|)]+)"
)
_MAX_INDEX = 16

T = TypeVar("T")


def tokens(expression: str) -> tuple[str, ...] | None:
    """Return the pointer's tokens of a body expression, None for any other."""
    if not expression.startswith(_BODY):
        return None
    raw = expression.removeprefix(_BODY).split("/")
    return tuple(part.replace("~1", "/").replace("~0", "~") for part in raw)


def body_places(location: Location) -> tuple[tuple[str, ...], ...]:
    """Return the pointers of a location that lie in a body."""
    found = (tokens(expression) for expression in location)
    return tuple(item for item in found if item is not None)


def present(body: Any, place: tuple[str, ...]) -> bool:
    """Tell whether a body has a value at this place (`*` is any member)."""
    if not place:
        return True
    head, rest = place[0], place[1:]
    if isinstance(body, dict):
        members = body.values() if head == "*" else [body[head]] if head in body else []
        return any(present(member, rest) for member in members)
    if isinstance(body, list) and (head == "*" or head.isdigit()):
        return any(present(member, rest) for member in body)
    return False


def write(body: Any, place: tuple[str, ...], value: Any) -> Any:
    """Return the body with `value` at this place; containers are made on the way."""
    if not place:
        return value
    head, rest = place[0], place[1:]
    if head == "*" or (head.isdigit() and not isinstance(body, dict)):
        items = body if isinstance(body, list) else []
        index = 0 if head == "*" else min(int(head), _MAX_INDEX)
        items.extend(None for _ in range(index + 1 - len(items)))
        items[index] = write(items[index], rest, value)
        return items
    mapping = body if isinstance(body, dict) else {}
    mapping[head] = write(mapping.get(head), rest, value)
    return mapping


def put(body: Any, location: Location, value: Any) -> Any:
    """Write at the place of a location that is there already, else at the first."""
    places = body_places(location)
    if not places:
        return body
    known = (place for place in places if present(body, place))
    return write(body, next(known, places[0]), value)


def satisfy(body: Any, condition: str | None, *, hold: bool = True) -> Any:
    """Return the body changed so that a simple condition holds (or does not)."""
    for clause in _CLAUSE.finditer(condition or ""):
        place = tokens(clause["at"])
        if place:
            value = _satisfying(clause["sign"], _literal(clause["value"]), hold=hold)
            body = write(body, place, value)
    return body


def _satisfying(sign: str, value: Any, *, hold: bool) -> Any:
    equal = sign in ("==", ">=", "<=")
    if equal == hold:
        return value
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value - 1 if (sign in (">", ">=")) != hold else value + 1
    return f"not {value}"


def _literal(text: str) -> Any:
    words = {"true": True, "false": False, "null": None}
    if text in words:
        return words[text]
    if text[:1] in "'\"":
        return text[1:-1]
    try:
        return int(text)
    except ValueError:
        return text


@overload
def first(values: Iterable[T]) -> T | None: ...
@overload
def first(values: Iterable[T], default: T) -> T: ...
def first(values: Iterable[T], default: T | None = None) -> T | None:
    """Return the first value, or the default."""
    return next(iter(values), default)
