"""Which schema a reference means: its place, and the key it has in `ir.Api.schemas`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from specloom.location import exists, from_ref, join, split

SCHEMAS = "/components/schemas"

_NOISE = frozenset(
    [
        "components",
        "paths",
        "schema",
        "schemas",
        "properties",
        "items",
        "content",
        "responses",
        "requestBody",
        "application~1json",
        "application/json",
        "$defs",
        "definitions",
    ]
)
_NAMED = ("/properties", "/schemas", "/$defs", "/definitions", "/patternProperties")
_LITERAL = frozenset({"example", "examples", "default", "enum", "const"})


@dataclass(frozen=True, slots=True)
class Targets:
    """Every reference target of a document: `$ref` text -> pointer -> key."""

    anchors: Mapping[str, str]
    keys: Mapping[str, str]

    def pointer(self, ref: str) -> str | None:
        """Return the pointer a local `$ref` means, None for any other."""
        if not ref.startswith("#"):
            return None
        if ref == "#" or ref.startswith("#/"):
            return from_ref(ref)
        return self.anchors.get(from_ref(ref))

    def key(self, pointer: str) -> str | None:
        """Return the key of the schema at a pointer, None when nothing is there."""
        return self.keys.get(pointer)


def find(data: Mapping[str, Any]) -> Targets:
    """Collect anchors and the targets of all references, with a stable key each."""
    anchors: dict[str, str] = {}
    refs: set[str] = set()
    for node, pointer in _schemas(data):
        for keyword in ("$anchor", "$dynamicAnchor"):
            name = node.get(keyword)
            if isinstance(name, str):
                anchors[name] = min(pointer, anchors.get(name, pointer))
        for keyword in ("$ref", "$dynamicRef"):
            ref = node.get(keyword)
            if isinstance(ref, str) and ref.startswith("#"):
                refs.add(ref)
    targets = Targets(anchors, {})
    pointers = {found for ref in refs if (found := targets.pointer(ref)) is not None}
    return Targets(anchors, _keys(data, pointers))


def _keys(data: Mapping[str, Any], pointers: set[str]) -> dict[str, str]:
    components = data.get("components")
    schemas = components.get("schemas") if isinstance(components, Mapping) else None
    named = schemas if isinstance(schemas, Mapping) else {}
    keys = {join(SCHEMAS, str(name)): str(name) for name in sorted(named, key=str)}
    used = {key.casefold() for key in keys.values()}
    for pointer in sorted(pointers - keys.keys()):
        if not exists(data, pointer):
            continue
        stem = _stem(pointer)
        key, number = stem, 2
        while key.casefold() in used:
            key, number = f"{stem}_{number}", number + 1
        used.add(key.casefold())
        keys[pointer] = key
    return keys


def _stem(pointer: str) -> str:
    words = [token for token in split(pointer) if token not in _NOISE]
    text = re.sub(r"[^0-9A-Za-z]+", "_", "_".join(words)).strip("_")
    return text[-80:].strip("_") or "Root"


def _schemas(data: Any) -> Iterator[tuple[Mapping[str, Any], str]]:
    """Yield every object inside a schema, with its pointer; values aside."""
    stack: list[tuple[Any, str, bool]] = [(data, "", False)]
    while stack:
        value, pointer, inside = stack.pop()
        if isinstance(value, list):
            stack.extend(
                (item, join(pointer, index), inside)
                for index, item in enumerate(value)
                if isinstance(item, dict | list)
            )
        elif isinstance(value, Mapping):
            if inside:
                yield value, pointer
            names = pointer.endswith(_NAMED)
            stack.extend(
                (item, join(pointer, str(key)), inside or _enters(pointer, str(key)))
                for key, item in value.items()
                if isinstance(item, dict | list) and (names or key not in _LITERAL)
            )


def _enters(pointer: str, key: str) -> bool:
    """Say whether a member of an object that is no schema is one."""
    return pointer == SCHEMAS or (
        key in ("schema", "x-oas32-itemSchema", "itemSchema")
        and not pointer.endswith("/examples")
    )
