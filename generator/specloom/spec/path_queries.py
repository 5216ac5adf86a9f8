"""Let a path's query and its query parameters not say the same thing twice."""

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
    """Rename paths such as `/pets?tag={tag}`, whose `tag` is a query parameter.

    Where the path gives the value itself (`/pets?kind=cat`), the parameter goes.
    """
    paths: dict[str, Any] = node.value.get("paths") or {}
    _rename(node, paths)
    for key in sorted(key for key in paths if "?" in key):
        if isinstance(paths[key], dict):
            _leave_out_fixed(node, key, paths[key])


def _leave_out_fixed(node: Node, path: str, item: dict[str, Any]) -> None:
    pairs = path.partition("?")[2].partition("#")[0].split("&")
    given = [pair for pair in pairs if "=" in pair and not _VARIABLE.search(pair)]
    fixed = {pair.partition("=")[0] for pair in given}
    bad: list[str] = []
    for method in ("", *METHODS):
        holder = item.get(method) if method else item
        listed = holder.get("parameters") if isinstance(holder, dict) else None
        for index, raw in enumerate(listed if isinstance(listed, list) else ()):
            name = _query_name(node.draft.followed(raw))
            if name not in fixed:
                continue
            own = [method] if method else []
            at: list[str | int] = ["paths", path, *own, "parameters", index]
            _say_given(node, name, at)
            bad.append(location.join("", *at))
    node.draft.remove(bad)


def _say_given(node: Node, name: str | None, at: list[str | int]) -> None:
    node.say(
        "SPEC042",
        f"the path gives `{name!s:.60}` itself; the parameter is left out",
        *at,
        effect="dropped",
        severity="note",
        subject="other",
    )


def _rename(node: Node, paths: dict[str, Any]) -> None:
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
        name = _query_name(node.draft.followed(item))
        if name is not None:
            yield name


def _query_name(meant: Any) -> str | None:
    is_query = isinstance(meant, Mapping) and meant.get("in") == "query"
    return str(meant.get("name")) if is_query else None
