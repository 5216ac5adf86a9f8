"""Polymorphic parents: schemas that others extend by `allOf` and choose by a tag."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from specloom.spec.targets import Targets

_MAX_FAMILY = 512


@dataclass(frozen=True, slots=True)
class Families:
    """Which named schema is a parent, and what extends it."""

    descendants: Mapping[str, tuple[str, ...]]
    """Parent -> every schema that extends it, directly or not; tagged parents only."""
    order: tuple[str, ...]
    """All names, so that a schema stands after those it is composed of."""


def find(schemas: Mapping[str, Any], targets: Targets) -> Families:
    """Find parents and order the schemas by composition."""
    parents = {
        str(name): tuple(extended(raw, targets)) for name, raw in schemas.items()
    }
    children: dict[str, list[str]] = {}
    for name in sorted(parents):
        for parent in parents[name]:
            children.setdefault(parent, []).append(name)
    descendants = {
        name: _below(name, children)
        for name in sorted(children)
        if _chooses(schemas.get(name), children[name], targets)
    }
    composed = {
        str(name): tuple(_composed(raw, targets)) for name, raw in schemas.items()
    }
    return Families(descendants, _ordered(composed))


def name_of(ref: Any, targets: Targets) -> str | None:
    """Return the key of the schema a `$ref` text means."""
    pointer = targets.pointer(ref) if isinstance(ref, str) else None
    return targets.key(pointer) if pointer is not None else None


def extended(raw: Any, targets: Targets) -> Iterator[str]:
    """Yield the named schemas that a schema extends by `allOf`."""
    for part in _list(raw, "allOf"):
        name = name_of(part.get("$ref"), targets)
        if name is not None:
            yield name


def _composed(raw: Any, targets: Targets) -> Iterator[str]:
    """Yield names whose shape may be needed to compose this schema."""
    stack = [raw]
    for _ in range(10_000):
        if not stack:
            return
        node = stack.pop()
        if not isinstance(node, Mapping):
            continue
        name = name_of(node.get("$ref"), targets)
        if name is not None:
            yield name
        for keyword in ("allOf", "anyOf", "oneOf"):
            stack.extend(_list(node, keyword))
        properties = node.get("properties")
        if isinstance(properties, Mapping):
            stack.extend(
                item
                for item in properties.values()
                if isinstance(item, Mapping) and "$ref" not in item
            )


def _list(raw: Any, keyword: str) -> list[Mapping[str, Any]]:
    found = raw.get(keyword) if isinstance(raw, Mapping) else None
    if not isinstance(found, list):
        return []
    return [item for item in found if isinstance(item, Mapping)]


def _chooses(raw: Any, children: list[str], targets: Targets) -> bool:
    """Say whether a parent stands for one of its children."""
    if not isinstance(raw, Mapping):
        return False
    arms = {
        name_of(arm.get("$ref"), targets)
        for keyword in ("oneOf", "anyOf")
        for arm in _list(raw, keyword)
    }
    if arms - {None}:
        return bool(arms & set(children))
    tag = raw.get("discriminator")
    return isinstance(tag, Mapping) and isinstance(tag.get("propertyName"), str)


def _below(name: str, children: Mapping[str, list[str]]) -> tuple[str, ...]:
    found: set[str] = set()
    stack = list(children.get(name, ()))
    while stack and len(found) < _MAX_FAMILY:
        child = stack.pop()
        if child not in found and child != name:
            found.add(child)
            stack.extend(children.get(child, ()))
    return tuple(sorted(found))


def _ordered(uses: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Order by use, without recursion; a cycle is entered at its first name."""
    done: dict[str, None] = {}
    entered: set[str] = set()
    for start in sorted(uses):
        stack = [(start, False)]
        while stack:
            name, leaving = stack.pop()
            if leaving:
                done[name] = None
            elif name in uses and name not in entered:
                entered.add(name)
                stack.append((name, True))
                stack.extend((used, False) for used in sorted(set(uses[name])))
    return tuple(done)
