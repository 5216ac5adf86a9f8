"""Find references that lead only back to themselves, by `$ref` and `allOf` alone.

Such a schema has no meaning: every value would have to be checked for ever. A cycle
through a property, an item or a `oneOf` is an ordinary recursive type.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from specloom import location
from specloom.spec.addresses import Target

if TYPE_CHECKING:
    from specloom.spec.discover import Site


def find(sites: Mapping[Target, Site], data: Callable[[str], Any]) -> list[Target]:
    """Return the references that close a cycle, in a stable order."""
    closing: list[Target] = []
    done: set[Target] = set()
    for start in sorted(sites):
        closing += _search(start, sites, data, done)
    return closing


def _search(
    start: Target,
    sites: Mapping[Target, Site],
    data: Callable[[str], Any],
    done: set[Target],
) -> Iterator[Target]:
    """Walk depth first; a reference into the open path closes a cycle."""
    if start in done:
        return
    path = {start}
    stack = [(start, _successors(start, sites, data))]
    while stack:
        here, following = stack[-1]
        step = next(following, None)
        if step is None:
            stack.pop()
            path.discard(here)
            done.add(here)
        elif step in path:
            yield next(place for place, _ in reversed(stack) if place in sites)
        elif step not in done:
            path.add(step)
            stack.append((step, _successors(step, sites, data)))


def _successors(
    here: Target, sites: Mapping[Target, Site], data: Callable[[str], Any]
) -> Iterator[Target]:
    site = sites.get(here)
    if site is not None and site.target is not None:
        yield site.target
    value = location.resolve(data(here.uri), here.pointer)
    arms = value.get("allOf") if isinstance(value, dict) else None
    if isinstance(arms, list) and (site is None or site.kind == "schema"):
        for index in range(len(arms)):
            yield Target(here.uri, location.join(here.pointer, "allOf", index))
