"""Homes for the fragments of other files: a component each, under a stable name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, Final
from urllib.parse import urlsplit

from specloom import location
from specloom.spec.addresses import Target
from specloom.spec.discover import Found
from specloom.spec.grammar import Kind

HOMES: Mapping[Kind, str] = {
    "schema": "/components/schemas",
    "parameter": "/components/parameters",
    "header": "/components/headers",
    "body": "/components/requestBodies",
    "response": "/components/responses",
    "example": "/components/examples",
    "link": "/components/links",
    "scheme": "/components/securitySchemes",
    "callback": "/components/callbacks",
}
HOMES_2: Mapping[Kind, str] = {
    "schema": "/definitions",
    "parameter2": "/parameters",
    "response2": "/responses",
    "scheme": "/securityDefinitions",
}
_PLAIN_NAMES: Final = frozenset({"schema", "items", "schemas", "value", "content"})


def homes(found: Found, kind: Kind) -> dict[Target, str]:
    """Give every fragment of another file its pointer in the bundle."""
    homes_of = HOMES if kind == "openapi" else HOMES_2
    root = found.library.root
    homes = _own_homes(found, tuple(homes_of.values()))
    used = {section: _names_in(root.data, section) for section in homes_of.values()}
    for target in sorted(found.fragments.keys() - homes.keys()):
        section = homes_of.get(found.fragments[target])
        if section is None:
            continue
        name = _free(_candidates(target), used[section])
        used[section].add(name.casefold())
        homes[target] = location.join(section, name)
    return homes


def _own_homes(found: Found, sections: tuple[str, ...]) -> dict[Target, str]:
    """Find components that are nothing but a reference: they become the fragment."""
    homes: dict[Target, str] = {}
    root = found.library.root.origin.location
    for site in sorted(found.sites.values(), key=lambda item: item.place):
        here, target = site.place, site.target
        if here.uri != root or target is None or target.uri == root:
            continue
        node = location.resolve(found.library.data(root), here.pointer)
        if len(node) == 1 and location.parent(here.pointer) in sections:
            homes.setdefault(target, here.pointer)
    return homes


def _names_in(data: Any, section: str) -> set[str]:
    try:
        holder = location.resolve(data, section)
    except LookupError:
        return set()
    return {name.casefold() for name in holder} if isinstance(holder, dict) else set()


def _candidates(target: Target) -> Iterator[str]:
    """Yield names for a fragment, the shortest first."""
    stem = PurePosixPath(urlsplit(target.uri).path).name.partition(".")[0]
    words = [
        word
        for token in location.split(target.pointer)
        if (word := re.sub(r"[^A-Za-z0-9._-]+", "_", token).strip("_"))
    ]
    tail = words[-1:] if words else [stem]
    if words and (words[-1] in _PLAIN_NAMES or words[-1].isdigit()):
        tail = words[-3:]
    base = "_".join(tail) or "fragment"
    yield base
    yield f"{stem}_{base}"
    yield from (f"{stem}_{base}_{number}" for number in range(2, 1_000_000))


def _free(candidates: Iterator[str], used: set[str]) -> str:
    return next(name for name in candidates if name.casefold() not in used)


def inlined(kind: Kind, family: Kind) -> bool:
    homes = HOMES if family == "openapi" else HOMES_2
    return kind not in homes
