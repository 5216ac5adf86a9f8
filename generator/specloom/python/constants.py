"""Values as Python expressions: on one line where they fit, else one item a line.

Both forms are what formatters leave alone: a flat call has no trailing comma, an
exploded one always has.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from typing import Any, Literal, TypeAlias

from specloom.runtime._operation import (
    BOOLEAN,
    FORM,
    INTEGER,
    MULTIPART,
    NUMBER,
    TEXT,
    Body,
    Encoding,
    Operation,
    Parameter,
    Response,
    TypeName,
    alike,
    in_cookie,
    in_header,
    in_path,
    in_query,
    wires,
)
from specloom.runtime._servers import Server, Variable

from . import source
from .imports import Import


@dataclass(frozen=True, slots=True)
class Group:
    """Brackets around items, each behind a prefix such as `key=`."""

    open: str
    items: tuple[tuple[str, Node], ...]
    close: str
    kind: Literal["call", "tuple", "subscript"] = "call"
    """A tuple of one keeps its comma on one line, a subscript of one never has it."""


@dataclass(frozen=True, slots=True)
class Arms:
    """A union: its arms on one line, or one a line behind `|`."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """A text: one literal, or several that Python joins, one a line."""

    texts: tuple[str, ...]


Node: TypeAlias = "str | Group | Arms | Lines"


@dataclass(frozen=True, slots=True)
class Known:
    """A value that has a name where it is used."""

    name: str


def expression(value: Any, indent: int = 0, before: int = 0, after: int = 0) -> str:
    """Return a value as an expression; `before` and `after` are columns taken."""
    return printed(node(value), indent, before, after)


def printed(found: Node, indent: int = 0, before: int = 0, after: int = 0) -> str:
    """Return a node as text; lines after the first are indented by `indent`."""
    line = flat(found)
    if source.fits(line, indent + before, after):
        return line
    match found:
        case Group(items=items) if items:
            return _exploded(found, indent)
        case Arms(items=items):
            lead = f"\n{source.pad(indent)}| "
            return lead.join(printed(item, indent, 2) for item in items)
        case Lines(texts=texts):
            return f"\n{source.pad(indent)}".join(map(source.quote, texts))
        case _:
            return line


def _exploded(group: Group, indent: int) -> str:
    bare = group.kind == "subscript" and len(group.items) == 1
    comma = "" if bare else ","
    inner = indent + 4
    rows = (
        f"{source.pad(inner)}{prefix}{printed(item, inner, len(prefix), 1)}{comma}\n"
        for prefix, item in group.items
    )
    return f"{group.open}\n{''.join(rows)}{source.pad(indent)}{group.close}"


def flat(found: Node) -> str:
    """Return a node on one line."""
    match found:
        case Arms(items=items):
            return " | ".join(map(flat, items))
        case Lines(texts=texts):
            return source.quote("".join(texts))
        case Group(items=items):
            inner = ", ".join(f"{prefix}{flat(item)}" for prefix, item in items)
            comma = "," if found.kind == "tuple" and len(items) == 1 else ""
            return f"{found.open}{inner}{comma}{found.close}"
        case _:
            return found


def node(value: Any) -> Node:
    """Return a value as a node: dataclasses by the fields that differ from default."""
    match value:
        case Known(name=name):
            return name
        case TypeName() | str() if value in SHARED:
            return SHARED[value]
        case TypeName(module=module, name=name):
            return call("types", ("", module), ("", name))
        case Parameter(place="path" | "query" | "header" | "cookie") if _short(value):
            return _parameter(value)
        case _ if is_dataclass(value) and not isinstance(value, type):
            bare = _BARE.get(type(value), frozenset())
            given = (
                ("" if name in bare else f"{name}=", _part(value, name, item))
                for name, item in _given(value)
            )
            return Group(f"{type(value).__name__}(", tuple(given), ")")
        case Mapping() if _alike(value):
            return _together(value)
        case Mapping():
            pairs = sorted(value.items(), key=lambda pair: str(pair[0]))
            found = ((f"{source.literal(key)}: ", node(item)) for key, item in pairs)
            return Group("{", tuple(found), "}")
        case tuple():
            return Group("(", tuple(("", node(item)) for item in value), ")", "tuple")
        case list():
            return Group("[", tuple(("", node(item)) for item in value), "]")
        case _:
            return source.literal(value)


def _part(owner: Any, name: str, value: Any) -> Node:
    if isinstance(owner, Body) and name == "fields" and _as_text(value):
        return Group(f"{wires.__name__}(", (("", _lines(value)),), ")")
    return node(value)


def call(name: str, *items: tuple[str, Any]) -> Group:
    """Return a call; each item is a prefix (`key=`, or nothing) and a value."""
    return Group(f"{name}(", tuple((prefix, node(item)) for prefix, item in items), ")")


def needs(value: Any) -> frozenset[Import]:
    """Return the imports that a printed value needs."""
    return frozenset(_needs(value))


def _needs(value: Any) -> Iterator[Import]:
    match value:
        case TypeName() | str() if value in SHARED:
            yield _import(SHARED[value])
        case TypeName():
            yield _import("Types")
        case Known():
            return
        case Mapping() if _alike(value):
            yield _import(alike.__name__)
            yield _import("Encoding")
        case Parameter(place="path" | "query" | "header" | "cookie") if _short(value):
            yield _import(f"in_{value.place}")
            for _, item in _said(value):
                yield from _needs(item)
        case _ if is_dataclass(value) and not isinstance(value, type):
            kind = type(value)
            if isinstance(value, Body) and _as_text(value.fields):
                yield _import(wires.__name__)
            yield Import(
                f"._runtime.{kind.__module__.rpartition('.')[2]}", kind.__name__
            )
            for _, item in _given(value):
                yield from _needs(item)
        case Mapping():
            for item in value.values():
                yield from _needs(item)
        case tuple() | list():
            for item in value:
                yield from _needs(item)
        case _:
            return


def _import(name: str) -> Import:
    return Import("._runtime._operation", name)


SHARED: Mapping[Any, str] = {
    BOOLEAN: "BOOLEAN",
    FORM: "FORM",
    INTEGER: "INTEGER",
    MULTIPART: "MULTIPART",
    NUMBER: "NUMBER",
    TEXT: "TEXT",
}
"""Values that have a name in the runtime."""
_BARE = {
    Response: frozenset({"status", "type"}),
    Body: frozenset({"type"}),
    Server: frozenset({"url"}),
    Variable: frozenset({"name", "default"}),
}
"""Fields that are said by their position."""
_FEW = 3
_WRAPPED = 60


def _alike(value: Mapping[Any, Any]) -> bool:
    """Tell whether many parts are written in the same way, so that it is said once."""
    found = list(value.values())
    return (
        len(found) >= _FEW
        and isinstance(found[0], Encoding)
        and all(item == found[0] for item in found)
        and _as_text([str(wire) for wire in value])
    )


def _together(value: Mapping[Any, Any]) -> Group:
    """Return the call that names the parts in one text."""
    encoding = node(next(iter(value.values())))
    items = (("", encoding), ("", _lines(sorted(value))))
    return Group(f"{alike.__name__}(", items, ")")


def _as_text(found: Sequence[str]) -> bool:
    return len(found) >= _FEW and all(wire.isidentifier() for wire in found)


def _lines(found: Sequence[str]) -> Lines:
    """Return names in one text, a few on each line."""
    lines = textwrap.wrap(" ".join(found), _WRAPPED, break_long_words=False)
    return Lines((*(f"{line} " for line in lines[:-1]), *lines[-1:]))


_PLACES = {
    "path": in_path,
    "query": in_query,
    "header": in_header,
    "cookie": in_cookie,
}


def _short(value: Parameter) -> bool:
    return value.place != "header" or (
        value.style == "simple" and not value.allow_reserved
    )


def _parameter(value: Parameter) -> Group:
    """Return a parameter as the short call that has the defaults of its place."""
    items: list[tuple[str, Node]] = [("", node(value.wire))]
    items += [
        ("" if name == "type" else f"{name}=", node(found))
        for name, found in _said(value)
    ]
    return Group(f"in_{value.place}(", tuple(items), ")")


def _said(value: Parameter) -> Iterator[tuple[str, Any]]:
    """Yield what a short call says beside the name: the type, and what is unusual."""
    usual = _PLACES[value.place](value.wire)
    if value.type is not None:
        yield "type", value.type
    for item in fields(value):
        found = getattr(value, item.name)
        if item.name not in ("wire", "place", "type") and found != getattr(
            usual, item.name
        ):
            yield item.name, found


def _given(value: Any) -> Iterator[tuple[str, Any]]:
    said = _said_by_key(value) if isinstance(value, Operation) else {}
    for item in fields(value):
        found = getattr(value, item.name)
        if not _is_default(item, found) and said.get(item.name) != found:
            yield item.name, found


def _said_by_key(value: Operation[Any]) -> Mapping[str, Any]:
    """Return what an operation says of itself when only its key is given."""
    bare: Operation[Any] = Operation(key=value.key)
    said = {
        name: getattr(bare, name) for name in ("method", "path", "name", "idempotent")
    }
    if value.lifecycle is not None:
        said["kind"] = "job"
    if value.streams:
        said["accept"] = "text/event-stream"
    return said


def _is_default(item: Field[Any], found: Any) -> bool:
    if item.default is not MISSING:
        return type(found) is type(item.default) and bool(found == item.default)
    if item.default_factory is not MISSING:
        return bool(found == item.default_factory())
    return False
