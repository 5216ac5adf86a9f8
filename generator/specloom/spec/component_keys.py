"""Give components keys that OpenAPI 3.1 allows (section 4.8.7.1), and follow them.

Swagger 2.0 allows any key, and generators of descriptions write `Page«User»`. Names of
types do not change by it: what is replaced only parts words. The keys of security
schemes stay, because users know credentials by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from specloom import location
from specloom.diagnostics import Report
from specloom.spec.draft import Draft
from specloom.spec.repair import Node

_KINDS: Final = (
    *("schemas", "responses", "parameters", "examples", "requestBodies"),
    *("headers", "links", "callbacks", "pathItems"),
)
_FORBIDDEN: Final = re.compile(r"[^A-Za-z0-9._-]")
_LEVELS: Final = 3
"""Tokens of a component's pointer: `components`, the kind, the key."""


def mend(draft: Draft, report: Report) -> None:
    """Rename the keys that are not allowed, and everything that refers to them."""
    renamed = dict(_renamed(draft, report))
    if renamed:
        _follow(draft.data, renamed)


def _renamed(draft: Draft, report: Report) -> Iterator[tuple[str, str]]:
    """Rename keys, and yield the old and the new pointer of each."""
    components = draft.data.get("components")
    for kind in _KINDS if isinstance(components, dict) else ():
        members = components.get(kind)
        for key in sorted(members) if isinstance(members, dict) else ():
            if not _FORBIDDEN.search(key):
                continue
            place = location.join("", "components", kind)
            node = Node(members, place, "3.1", draft, report)
            new = _free(_FORBIDDEN.sub(_replaced, key), members)
            message = f"`{key}` is no key OpenAPI allows; read as `{new}`"
            node.say("SPEC033", message, key, severity="note", subject="other")
            node.rename(key, new)
            yield location.join(place, key), location.join(place, new)


def _replaced(match: re.Match[str]) -> str:
    char = match.group()
    return f"_u{ord(char):x}_" if char.isalnum() else "_"


def _free(key: str, taken: Mapping[str, Any]) -> str:
    found, number = key, 2
    while found in taken:
        found, number = f"{key}_{number}", number + 1
    return found


def _follow(data: Any, renamed: Mapping[str, str]) -> None:
    """Let references and the mappings of discriminators name the new keys."""
    pending = [data]
    while pending:
        value = pending.pop()
        if isinstance(value, list):
            pending += value
        elif isinstance(value, dict):
            pending += value.values()
            if isinstance(value.get("$ref"), str):
                value["$ref"] = _moved(value["$ref"], renamed)
            rule = value.get("discriminator")
            if isinstance(rule, dict) and isinstance(rule.get("mapping"), dict):
                mapping = rule["mapping"]
                rule["mapping"] = {
                    tag: _moved(to, renamed) if isinstance(to, str) else to
                    for tag, to in mapping.items()
                }


def _moved(reference: str, renamed: Mapping[str, str]) -> str:
    if not reference.startswith("#/"):
        named = renamed.get(location.join("", "components", "schemas", reference))
        return location.split(named)[-1] if named else reference
    tokens = location.split(location.from_ref(reference))
    old = location.join("", *tokens[:_LEVELS])
    if old not in renamed:
        return reference
    return location.to_ref(renamed[old] + location.join("", *tokens[_LEVELS:]))
