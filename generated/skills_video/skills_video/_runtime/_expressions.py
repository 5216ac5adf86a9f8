"""Read OpenAPI runtime expressions (3.1, section 4.8.20.3) over an exchange.

A location is a tuple of expressions, the first that is present wins; null is not
present.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from ._lifecycle import Location
from ._values import Json, empty

_NONE: Final[Mapping[str, Any]] = MappingProxyType({})
_MAX_MATCHES: Final = 10_000
_ENDLESS: Final = float("inf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What expressions see: the request, the answer, the job."""

    body: Any = None
    """The decoded body of the answer."""
    headers: Mapping[str, str] = field(default_factory=empty)
    """Headers of the answer, names lower-cased."""
    status: int | None = None
    method: str = ""
    url: str = ""
    request: Mapping[str, Any] = field(default_factory=empty)
    """Inputs of the create by place: `path`, `query`, `header`, `body`."""
    job_id: str | None = None
    captured: Mapping[str, Any] = field(default_factory=empty)
    kept: Mapping[str, Any] = field(default_factory=empty)
    identity: Mapping[str, Any] = field(default_factory=empty)


def find(location: Location, scope: Scope) -> Any:
    """Return the first value that is present, else None."""
    for expression in location:
        value = evaluate(expression, scope)
        if value is not None:
            return value
    return None


def find_text(location: Location, scope: Scope) -> str | None:
    """Return the first non-empty text or number as text; nothing else is one."""
    for expression in location:
        text = as_text(evaluate(expression, scope))
        if text:
            return text
    return None


def as_text(value: Any) -> str | None:
    """Return text or a number as text; None for anything else."""
    if isinstance(value, str):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value) if -_ENDLESS < value < _ENDLESS else None
    return None


def find_all(location: Location, scope: Scope) -> list[Any]:
    """Return every value that the first present expression names."""
    for expression in location:
        value: Json = evaluate(expression, scope)
        if value is None or value == []:
            continue
        return value if isinstance(value, list) else [value]
    return []


def evaluate(expression: str, scope: Scope) -> Any:
    """Return what one expression names; text without a leading `$` is a constant."""
    if not expression.startswith("$"):
        return expression
    head, _, pointer = expression.partition("#")
    root, _, name = head[1:].partition(".")
    match root:
        case "response" | "message":
            return _message(name, pointer, scope.body, scope.headers)
        case "request":
            return _request(name, pointer, scope.request)
        case "job":
            return scope.job_id if name == "id" else None
        case "captured":
            return resolve(scope.captured.get(name), pointer)
        case "kept":
            return resolve(scope.kept.get(name), pointer)
        case "identity":
            return scope.identity.get(name)
        case "statusCode":
            return scope.status
        case "url":
            return scope.url or None
        case "method":
            return scope.method or None
        case _:
            return None


def _message(name: str, pointer: str, body: Any, headers: Mapping[str, str]) -> Any:
    if name == "body":
        return resolve(body, pointer)
    place, _, key = name.partition(".")
    return headers.get(key.lower()) if place == "header" else None


def _request(name: str, pointer: str, request: Mapping[str, Any]) -> Any:
    place, _, key = name.partition(".")
    if place == "body":
        return resolve(request.get("body"), pointer)
    values: Mapping[str, Any] = request.get(place) or _NONE
    if place != "header":
        return values.get(key)
    return next((v for k, v in values.items() if k.lower() == key.lower()), None)


def resolve(value: Any, pointer: str) -> Any:
    """Follow a JSON pointer; `*` matches every member and makes the answer a list."""
    if not pointer:
        return value
    tokens = [_token(token) for token in pointer.split("/")[1:]]
    if "*" not in tokens:
        return _follow(value, tokens)
    found = [item for item in _spread(value, tokens) if item is not None]
    return found or None


def _token(token: str) -> str:
    return token.replace("~1", "/").replace("~0", "~")


def escaped(name: object) -> str:
    """Return a name as one token of a JSON pointer (RFC 6901, section 3)."""
    return str(name).replace("~", "~0").replace("/", "~1")


def _follow(value: Any, tokens: list[str]) -> Any:
    for token in tokens:
        value = _member(value, token)
        if value is None:
            return None
    return value


def _member(value: Json, token: str) -> Any:
    if isinstance(value, Mapping):
        return value.get(token)
    if isinstance(value, (list, tuple)) and token.isdecimal() and len(token) < 10:
        index = int(token)
        return value[index] if index < len(value) else None
    return None


def _spread(value: Any, tokens: list[str]) -> list[Any]:
    """Follow a pointer with `*`: level by level, never more than a fixed number."""
    level = [value]
    for token in tokens:
        if token != "*":
            level = [_member(item, token) for item in level]
        else:
            level = [member for item in level for member in _members(item)]
        level = level[:_MAX_MATCHES]
    return level


def _members(value: Json) -> list[Any]:
    if isinstance(value, Mapping):
        return list(value.values())
    return list(value) if isinstance(value, (list, tuple)) else []


_PLACE: Final = re.compile(r"\{(\$[^{}]{1,200}?)(?: \| ([^{}]{1,200}))?\}")
_OPTION: Final = re.compile(r"\[\[(.*?)\]\]")
_MARKS: Final = re.compile(r"[{}]| \| |\[\[|\]\]")
_MOST_LINES: Final = 200


def fill(template: str, scope: Scope) -> str:
    """Replace `{$expression}` in a text; what is absent leaves nothing behind.

    `{$expression | 0 = video, 1 = music}` puts words in the place of values.
    """
    return _PLACE.sub(lambda match: _told(match, scope), template)


def _told(match: re.Match[str], scope: Scope) -> str:
    text = _shown(evaluate(match[1], scope))
    words = (pair.partition(" = ") for pair in (match[2] or "").split(", "))
    return next((word for value, _, word in words if value == text and word), text)


def _shown(value: Json) -> str:
    if isinstance(value, list):
        return ", ".join(text for item in value if (text := as_text(item)))
    return as_text(value) or ""


def lines(template: str, scope: Scope) -> str | None:
    """Fill a text in, a line with `*` once for every item; None when nothing is there.

    The first `*` of a line counts through the items, further ones are listed in it. A
    line whose expressions are all absent is left out, and so is a part in `[[ ]]`.
    """
    found: list[str] = []
    present = False
    for line in template.splitlines():
        for single in _repeated(line, scope):
            kept = _OPTION.sub(lambda match: _optional(match, scope), single)
            shown = _present(kept, scope)
            present = present or any(shown)
            if any(shown) or not shown:
                found.append(fill(kept, scope).rstrip())
    return "\n".join(found[:_MOST_LINES]) if present else None


def _present(text: str, scope: Scope) -> list[str]:
    return [_told(match, scope) for match in _PLACE.finditer(text)]


def _optional(match: re.Match[str], scope: Scope) -> str:
    return match[1] if any(_present(match[1], scope)) else ""


def _repeated(line: str, scope: Scope) -> list[str]:
    """Return a line once for every item that its first `*` stands for."""
    starred = next((m[1] for m in _PLACE.finditer(line) if "/*" in m[1]), None)
    if starred is None:
        return [line]
    head = starred.partition("/*")[0]
    items: Json = evaluate(head, scope)
    names: list[Any] = [*map(escaped, items)] if isinstance(items, Mapping) else []
    if isinstance(items, (list, tuple)):
        names = list(range(len(items)))
    return [
        line.replace(f"{head}/*", f"{head}/{name}")
        for name in names[:_MOST_LINES]
        if not _MARKS.search(str(name))  # it would be read as part of the template
    ]
