"""Which module a type stands in: with its resource, else with what is shared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from specloom.python.annotations import Side
from specloom.python.declarations import Declaration
from specloom.python.names import Scope, snake

MOST = 30
"""The number of types a module holds: more are built than a call needs."""

FOLDERS: Mapping[Side, str] = {"input": "params", "output": "models"}


def modules(
    found: Mapping[int, Declaration],
    roots: Sequence[tuple[int, str]],
    side: Side,
) -> dict[int, str]:
    """Return the module of each declaration that the roots of one side reach.

    `roots` are declarations and the resources that need them.
    """
    homes: dict[int, set[str]] = {}
    for resource in dict.fromkeys(resource for _, resource in roots):
        starts = [key for key, needed in roots if needed == resource]
        for key in _reached(found, starts):
            homes.setdefault(key, set()).add(resource)
    resources = sorted({resource for _, resource in roots})
    scope = Scope.of("__init__")
    names = {resource: scope.claim(snake(resource, "module")) for resource in resources}
    shared = scope.claim("shared", "shared_types")
    groups: dict[str, list[int]] = {}
    for key in _reached(found, [key for key, _ in roots]):
        group = shared if len(homes[key]) > 1 else names[min(homes[key])]
        groups.setdefault(group, []).append(key)
    placed: dict[int, str] = {}
    for group, keys in sorted(groups.items()):
        for start in range(0, len(keys), MOST):
            name = group if start == 0 else scope.claim(f"{group}_{start // MOST + 1}")
            placed.update(dict.fromkeys(keys[start : start + MOST], name))
    return {key: f"{FOLDERS[side]}.{name}" for key, name in placed.items()}


def _reached(found: Mapping[int, Declaration], starts: Sequence[int]) -> Iterator[int]:
    """Yield what some declarations lead to, each once, deeper ones next to users."""
    seen: set[int] = set()
    pending = list(reversed(starts))
    while pending:
        key = pending.pop()
        if key in seen:
            continue
        seen.add(key)
        yield key
        pending.extend(
            reversed([used for used in found[key].uses() if used not in seen])
        )


def ordered(keys: Sequence[int], found: Mapping[int, Declaration]) -> list[int]:
    """Return aliases so that each stands after those it is made of."""
    wanted = set(keys)
    done: dict[int, None] = {}
    for start in keys:
        pending = [start]
        while pending:
            key = pending[-1]
            waiting = [
                used
                for used in found[key].uses()
                if used in wanted and used not in done and used not in pending
            ]
            if waiting and found[key].kind == "alias":
                pending.append(waiting[0])
            else:
                done[pending.pop()] = None
    return list(done)
