"""Validators by type, each built on first use and kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import ConfigDict, PydanticUserError, TypeAdapter

_adapters: dict[Any, TypeAdapter[Any]] = {}
_exact: dict[Any, TypeAdapter[Any]] = {}


def adapter(of: Any) -> TypeAdapter[Any]:
    """Return the validator of a type."""
    try:
        found = _adapters.get(of)
    except TypeError:  # metadata that cannot be hashed
        return TypeAdapter(of)
    if found is None:
        found = _adapters[of] = TypeAdapter(of)
    return found


def exact_adapter(of: Any) -> TypeAdapter[Any]:
    """Return the validator of an answer's type: nothing is converted on the way.

    Models say so themselves; a bare type (`int`, `list[str]`) is told here.
    """
    try:
        found = _exact.get(of)
    except TypeError:  # metadata that cannot be hashed
        return _built(of)
    if found is None:
        found = _exact[of] = _built(of)
    return found


def exact_validator(of: Any) -> Callable[[bytes], Any]:
    """Return what reads a JSON text as a type, for texts that come in great number."""
    found = exact_adapter(of)
    found.rebuild()
    validate: Callable[[bytes], Any] = found.validator.validate_json
    return validate


def _built(of: Any) -> TypeAdapter[Any]:
    try:
        return TypeAdapter(of, config=ConfigDict(strict=True))
    except PydanticUserError:  # a model or a TypedDict has a configuration of its own
        return TypeAdapter(of)
