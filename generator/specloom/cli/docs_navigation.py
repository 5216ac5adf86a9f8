"""Reads a docs.json: the endpoints of a navigation group, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_ENDPOINT = re.compile(r"^(GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS) (/\S*)$")
_DEPTH = 64


def endpoints(data: Any, category: str | None) -> tuple[str, ...]:
    """Return `METHOD /path` of every page in the groups of that name, any case."""
    found = (
        page
        for group in _groups(data)
        if category is None
        or str(group.get("group", "")).casefold() == category.casefold()
        for page in _pages(group.get("pages"))
    )
    return tuple(dict.fromkeys(found))


def categories(data: Any) -> tuple[str, ...]:
    """Return the names of all groups."""
    return tuple(dict.fromkeys(str(group["group"]) for group in _groups(data)))


def _groups(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > _DEPTH:
        return
    if isinstance(data, dict):
        if isinstance(data.get("group"), str) and isinstance(data.get("pages"), list):
            yield data
        for value in data.values():
            yield from _groups(value, depth + 1)
    elif isinstance(data, list):
        for value in data:
            yield from _groups(value, depth + 1)


def _pages(pages: Any, depth: int = 0) -> Iterator[str]:
    """Yield endpoints, those of nested groups too; other pages are passed over."""
    if not isinstance(pages, list) or depth > _DEPTH:
        return
    for page in pages:
        if isinstance(page, str) and _ENDPOINT.match(page):
            yield page
        elif isinstance(page, dict):
            yield from _pages(page.get("pages"), depth + 1)
