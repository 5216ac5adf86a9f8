"""What frameworks add to the names of operations and tags, taken off again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from specloom import ir

from . import names

VERSION = re.compile(r"v\d+(\.\d+)*((alpha|beta)\d*)?", re.IGNORECASE)
PARAMETER = re.compile(r"\{[^{}]*\}")
_DIGEST = re.compile(r"[0-9a-f]{32,64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_MODULES = frozenset(
    {
        "api",
        "app",
        "controllers",
        "endpoints",
        "handlers",
        "resources",
        "routers",
        "routes",
        "src",
        "views",
    }
)
_ADDED = (
    re.compile(r"\[\d+\]$"),
    re.compile(r"_?[Uu]sing_?(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)(_\d+)?$"),
    re.compile(r"^[\w.\\/-]*?Controller([_.@#]|::)(?=.)"),
    re.compile(r"^[A-Za-z0-9]+?Service_(?=[A-Za-z])"),
    re.compile(r"^[\w.-]+/[\w./-]*\.(?=\w+$)"),
)
_CONTROLLER = re.compile(r"[-_ ]?(rest)?[-_ ]?controller$", re.IGNORECASE)


def tag(name: str) -> str:
    """Return the name of a tag without the class it comes from: `owner-controller`."""
    return _CONTROLLER.sub("", name) or name


def undecorated(op: ir.Operation) -> str:
    """Return the operationId without what its framework added; empty for a digest."""
    text = op.operation_id or ""
    if _DIGEST.fullmatch(text.lower()):
        return ""
    generated = re.sub(r"\W", "_", f"{op.path}_{op.method.lower()}")
    text = text.removesuffix(generated) or text
    for pattern in _ADDED:
        text = pattern.sub("", text) or text
    if op.method in ("GET", "PUT", "PATCH", "DELETE"):
        text = re.sub(r"(?<=[a-z])Async$", "", text) or text
    return _inside(text)


def _inside(text: str) -> str:
    """Remove the modules before the name of a function."""
    *before, last = text.split(".")
    known = len(before) > 1 and _MODULES.intersection(before)
    return last if known and len(names.words(last)) > 1 else text


def echoes(op: ir.Operation) -> bool:
    """Tell an operationId that only spells method and path, in either order."""
    words = _words(undecorated(op))
    return any(_spells(op.path, left) for left in _beside_method(words, op))


def _beside_method(words: list[str], op: ir.Operation) -> Iterator[list[str]]:
    method = op.method.lower()
    if words[:1] == [method]:
        yield words[1:]
    if len(words) > 1 and words[-1] == method:
        yield words[:-1]
    if words[-2:] == [method, "collection"]:
        yield words[:-2]


def _spells(path: str, left: list[str]) -> bool:
    for segment in path.split("/"):
        fixed = _words(PARAMETER.sub(" ", segment))
        if left[: len(fixed)] == fixed:
            left = left[len(fixed) :]
        elif not VERSION.fullmatch(segment):
            return False
        for parameter in PARAMETER.findall(segment):
            left = _after(left, _words(parameter))
    return not left


def _after(words: list[str], parameter: list[str]) -> list[str]:
    """Return what follows the name of a parameter, or `id` in its place."""
    rest = words[1:] if words[:1] == ["by"] else words
    for spelled in (parameter, ["id"]):
        if rest[: len(spelled)] == spelled:
            return rest[len(spelled) :]
    return words


def _words(text: str) -> list[str]:
    return [word.lower() for word in names.words(text)]
