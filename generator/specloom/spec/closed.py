"""Whether a part of a composed schema forbids what another part names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

Follow = Callable[[Any], Any]
"""Returns the raw schema that a `$ref` names, None where it names none."""

_DEEPEST = 8
_MANY = 500


def forbids_others(raw: Mapping[str, Any], follow: Follow) -> bool:
    """Tell whether `additionalProperties: false` of one part shuts out another's.

    It sees only the `properties` beside it (JSON Schema 2020-12, core 10.3.2.3).
    """
    parts = list(_parts(raw, follow))
    arms = [arm for key in ("oneOf", "anyOf") for arm in _listed(raw, key, follow)]
    return any(_clash(found, follow) for found in (parts, *([*parts, a] for a in arms)))


def _clash(parts: list[Mapping[str, Any]], follow: Follow) -> bool:
    closed = [set(_beside(part)) for part in parts if _is_closed(part)]
    if len(parts) < 2 or not closed:
        return False
    names = _names(parts, follow)
    return any(not names <= own for own in closed)


def _parts(raw: Mapping[str, Any], follow: Follow) -> Iterator[Mapping[str, Any]]:
    """Yield the schema itself, then what it is composed of."""
    yield raw
    yield from _listed(raw, "allOf", follow)
    found = _target({"$ref": raw["$ref"]}, follow) if "$ref" in raw else None
    if found is not None:
        yield found


def _listed(
    raw: Mapping[str, Any], key: str, follow: Follow
) -> Iterator[Mapping[str, Any]]:
    listed = raw.get(key)
    for part in listed if isinstance(listed, list) else ():
        found = _target(part, follow)
        if found is not None:
            yield found


def _target(part: Any, follow: Follow) -> Mapping[str, Any] | None:
    for _ in range(_DEEPEST):
        if not isinstance(part, Mapping) or "$ref" not in part or len(part) > 1:
            break
        part = follow(part["$ref"])
    return part if isinstance(part, Mapping) else None


def _is_closed(part: Mapping[str, Any]) -> bool:
    return part.get("additionalProperties") is False and "patternProperties" not in part


def _names(parts: list[Mapping[str, Any]], follow: Follow) -> set[str]:
    """Return the properties of all parts, those of their parts included."""
    found: set[str] = set()
    seen: set[int] = set()
    pending = [*parts]
    while pending:
        part = pending.pop()
        if id(part) in seen or len(seen) > _MANY:
            continue
        seen.add(id(part))
        found.update(_beside(part))
        pending += [*_parts(part, follow)][1:]
    return found


def _beside(raw: Mapping[str, Any]) -> Iterator[str]:
    found = raw.get("properties")
    yield from found if isinstance(found, Mapping) else ()
