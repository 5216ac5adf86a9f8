"""Validators by type, each built on first use and kept."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

_adapters: dict[Any, TypeAdapter[Any]] = {}


def adapter(of: Any) -> TypeAdapter[Any]:
    """Return the validator of a type."""
    try:
        found = _adapters.get(of)
    except TypeError:  # metadata that cannot be hashed
        return TypeAdapter(of)
    if found is None:
        found = _adapters[of] = TypeAdapter(of)
    return found
