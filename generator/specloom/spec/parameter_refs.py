"""Give an operation its own copy of a parameter that another operation lists.

Bundlers write `#/paths/~1a/get/parameters/2` for what two operations share. Lists of
parameters lose items on their way (a body, one that stands twice), and places in them
change; a copy stays what it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from specloom import location
from specloom.spec.draft import Draft
from specloom.spec.grammar import METHODS, clone

_MANY = 20_000
_HOPS = 32


def inline(draft: Draft) -> None:
    """Put copies of parameters where references into the paths stand."""
    found = [
        (at, target)
        for at, item in _listed(draft.data)
        if (target := _target(draft, item)) is not None
    ]
    copies = [
        (at, clone(draft.get(target)), draft.source(target))
        for at, target in found[:_MANY]
    ]
    for at, value, source in copies:
        draft.put(at, value, source)


def _listed(data: Any) -> Iterator[tuple[str, Any]]:
    """Yield place and value of every parameter below the paths."""
    paths = data.get("paths")
    for path, item in paths.items() if isinstance(paths, dict) else ():
        for method in ("", *METHODS):
            holder = item.get(method) if method and isinstance(item, dict) else item
            listed = holder.get("parameters") if isinstance(holder, dict) else None
            at = location.join("/paths", path, *([method] if method else []))
            for index, value in enumerate(listed if isinstance(listed, list) else ()):
                yield location.join(at, "parameters", index), value


def _target(draft: Draft, item: Any) -> str | None:
    """Return where the parameter stands that an item means, when below the paths."""
    pointer = None
    for _ in range(_HOPS):
        ref = item.get("$ref") if isinstance(item, dict) else None
        if ref is None:
            return pointer if isinstance(item, dict) else None
        if not isinstance(ref, str) or not ref.startswith("#/paths/"):
            return None
        pointer = location.from_ref(ref)
        try:
            item = draft.get(pointer)
        except (LookupError, ValueError):
            return None
    return None
