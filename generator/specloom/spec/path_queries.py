"""Take variables out of the query of a path where a query parameter stands for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from specloom import location
from specloom.spec.grammar import METHODS
from specloom.spec.repair import Node

_VARIABLE: Final = re.compile(r"\{[^{}]+\}")
_FORM: Final = re.compile(r"\{[?&]([^{}]+)\}")
"""A form-style expression of RFC 6570 (3.2.8): `/pets{?limit,offset}`."""


def mend(node: Node) -> None:
    """Rename paths such as `/pets?tag={tag}`, whose `tag` is a query parameter."""
    paths: dict[str, Any] = node.value.get("paths") or {}
    for key in sorted(key for key in paths if "?" in key):
        declared = _declared(node, paths[key])
        short = _shortened(key, declared)
        if short == key or short in paths:
            continue
        old, new = (location.join("/paths", name) for name in (key, short))
        node.draft.move(old, new)
        paths[short] = paths.pop(key)
        message = f"the query of path {key!r:.80} is that of its parameters"
        node.say("SPEC033", message, "paths", short)


def _shortened(path: str, declared: set[str]) -> str:
    """Return a path without the variables that parameters are sent for."""
    path = _FORM.sub(lambda found: _left(found[0], found[1], declared), path)
    head, _, query = path.partition("?")
    if "{" in head.rpartition("}")[2]:
        return path
    pairs = [item for item in query.split("&") if item]
    kept = [item for item in pairs if not _is_sent(item, declared)]
    return f"{head}?{'&'.join(kept)}" if kept else head


def _left(whole: str, names: str, declared: set[str]) -> str:
    listed = [name.strip().removesuffix("*") for name in names.split(",")]
    return "" if declared.issuperset(listed) else whole


def _is_sent(pair: str, declared: set[str]) -> bool:
    name, _, value = pair.partition("=")
    return name in declared and _VARIABLE.fullmatch(value) is not None


def _declared(node: Node, item: Any) -> set[str]:
    """Return the query parameters that every operation of a path has."""
    if not isinstance(item, Mapping):
        return set()
    shared = set(_names(node, item.get("parameters")))
    own = [
        shared | set(_names(node, item[method].get("parameters")))
        for method in METHODS
        if isinstance(item.get(method), Mapping)
    ]
    return set.intersection(*own) if own else set()


def _names(node: Node, parameters: Any) -> Iterator[str]:
    for item in parameters if isinstance(parameters, list) else ():
        found = node.draft.followed(item)
        if isinstance(found, Mapping) and found.get("in") == "query":
            yield str(found.get("name"))
