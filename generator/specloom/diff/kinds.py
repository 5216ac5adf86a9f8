"""Two schemas of different kinds: is the new one wider, narrower, or another?"""

from __future__ import annotations

from collections.abc import Iterator

from specloom import ir

from .change import Change
from .place import Place

_CONTAINS = frozenset(
    {
        ("number", "integer"),
        ("string", "values"),
        ("int64", "int32"),
        ("double", "float"),
    }
)
"""The first holds every value of the second; so does `any`, and no format."""


def kinds(old: ir.Schema, new: ir.Schema, place: Place) -> Iterator[Change]:
    """Yield the one change there is when type or format differ."""
    was, now = (kind(old), _format(old)), (kind(new), _format(new))
    if was == now:
        return
    text = f"the type was {_shown(was)}, is {_shown(now)}"
    wider, narrower = _holds(now, was), _holds(was, now)
    if place.side == "request" and now[0] == "values" and was[0] in ("string", "any"):
        yield place.own("became-enum", "only some values are allowed now")
    elif wider:
        yield place.own("type-generalized", text)
    elif narrower and place.side == "response":
        yield place.own("type-specialized", text)
    else:
        yield place.own("type-changed", text)


def kind(schema: ir.Schema) -> str:
    """Return the name of a schema's type."""
    match schema:
        case ir.Numeric(integer=integer):
            return "integer" if integer else "number"
        case ir.Text():
            return "string"
        case ir.Boolean():
            return "boolean"
        case ir.Enum():
            return "values"
        case ir.Array():
            return "array"
        case ir.Object():
            return "object"
        case ir.Null():
            return "null"
        case ir.Union():
            return "union"
        case _:
            return "any"


def _format(schema: ir.Schema) -> str | None:
    return getattr(schema, "format", None)


def _shown(found: tuple[str, str | None]) -> str:
    name, form = found
    return f"{name} ({form})" if form else name


def _holds(one: tuple[str, str | None], other: tuple[str, str | None]) -> bool:
    """Tell whether every value of `other` is one of `one`."""
    if one[0] == "any":
        return True
    types = one[0] == other[0] or (one[0], other[0]) in _CONTAINS
    formats = one[1] in (None, other[1]) or (one[1], other[1]) in _CONTAINS
    return types and formats
