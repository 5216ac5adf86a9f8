"""Limits of a schema: finite numbers, exact integers, ranges that are not empty."""

from __future__ import annotations

import math

from specloom.spec.raw import Node

_NO_LIMIT = 2**31


def limit(node: Node, key: str) -> int | float | None:
    """Return a finite number; whole ones exactly, as integers."""
    match node.get(key):
        case None:
            return None
        case bool() as found:
            node.malformed(key, found, "a number")
            return None
        case int() as found:
            return found
        case float() as found if math.isfinite(found):
            return int(found) if found.is_integer() and abs(found) < 2**53 else found
        case str() as found:
            return _spelled(node, key, found)
        case found:
            node.malformed(key, found, "a finite number")
            return None


def _spelled(node: Node, key: str, text: str) -> int | float | None:
    try:
        found: int | float = int(text) if text.lstrip("-").isdigit() else float(text)
    except ValueError:
        found = math.nan
    if not math.isfinite(found) or len(text) > 40:
        node.malformed(key, text, "a finite number")
        return None
    node.row(
        "SPEC054",
        f"`{key}` is a text; read as a number.",
        node.at(key),
        effect="repaired",
    )
    return found


def size_range(
    node: Node, low_key: str, high_key: str
) -> tuple[int | None, int | None]:
    low, high = _count(node, low_key), _count(node, high_key)
    if high is not None and high >= _NO_LIMIT:
        high = None
    if low is not None and (low >= _NO_LIMIT or (high is not None and low > high)):
        contradiction(node, low_key, high_key)
        return None, None
    return low or None, high


def _count(node: Node, key: str) -> int | None:
    found = limit(node, key)
    if found is None:
        return None
    if isinstance(found, int) and found >= 0:
        return found
    node.malformed(key, found, "a whole number from 0")
    return None


def contradiction(node: Node, low: str, high: str) -> None:
    node.row(
        "SPEC055",
        f"No value lies between `{low}` and `{high}`; both are ignored.",
        node.at(low if low in node else high),
    )
