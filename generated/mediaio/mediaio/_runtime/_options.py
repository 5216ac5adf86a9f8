"""What one call may say beside its arguments, and the arguments by place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ._omit import OMIT
from ._values import empty, is_mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class CallOptions:
    """Options of one call; every method takes them as `options=`."""

    timeout: float | None = None
    """Seconds the request may take in all, retries included."""
    headers: Mapping[str, str | None] | None = None
    """Added to the request; None removes a default header."""
    query: Mapping[str, Any] | None = None
    """Added to the query string."""
    extra_body: Mapping[str, Any] | None = None
    """Fields added to the body without being checked."""
    idempotency_key: str | None = None
    """Sent where the document declares an idempotency key."""
    on_submitted: Callable[[Any], None] | None = None
    """Called with the job as soon as its id is known."""


DEFAULT_OPTIONS = CallOptions()


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """The values of one call by place, under their wire names."""

    path: Mapping[str, Any] = field(default_factory=empty)
    query: Mapping[str, Any] = field(default_factory=empty)
    header: Mapping[str, Any] = field(default_factory=empty)
    cookie: Mapping[str, Any] = field(default_factory=empty)
    body: Any = OMIT
    """A mapping of wire names (flattened), or the whole body."""
    options: CallOptions = DEFAULT_OPTIONS


def placed(arguments: Arguments, place: str, value: Any) -> Arguments:
    """Return the arguments with a value at `header.X`, `query.x` or `body.x`."""
    where, _, name = place.partition(".")
    if where == "body":
        body: Any = {} if arguments.body is OMIT else arguments.body
        if not is_mapping(body):
            return arguments
        return replace(arguments, body={**body, name: value})
    known: Mapping[str, Any] = getattr(arguments, where)
    changed: Any = {where: {**known, name: value}}
    return replace(arguments, **changed)
