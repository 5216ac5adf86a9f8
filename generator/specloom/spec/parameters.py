"""Parameters of operations: merged, completed from the path, with a usable style."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from specloom import ir
from specloom.location import join
from specloom.spec import unions
from specloom.spec.contents import HEADER, Contents
from specloom.spec.extensions import acquire
from specloom.spec.meta import examples
from specloom.spec.raw import Node, shown

Key = tuple[str, str]
_Content: TypeAlias = tuple[str | None, Mapping[str, ir.Encoding], ir.Schema]
"""Media type, encodings and schema of a parameter."""

_STYLES: Mapping[ir.Place, tuple[str, ...]] = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form", "cookie"),
    "querystring": ("form",),
}
"""Styles by place, the default first (OpenAPI 3.2, 4.12.6)."""

_TEMPLATE = re.compile(r"\{([^{}]+)\}")
_RESERVED = frozenset({"accept", "content-type", "authorization"})
_CARRIED = ("parameters", "x-oas32-parameters")


@dataclass(frozen=True, slots=True)
class Parameters:
    """Reads the parameters of one document's operations."""

    contents: Contents

    def of(
        self, path: str, item: Node, operation: Node, *, secured: bool
    ) -> tuple[ir.Parameter, ...]:
        """Return what an operation takes: in path order first, then as listed.

        `secured`: a credential is sent by the client, so that a declared
        `Authorization` header means nothing (OpenAPI 3.1, 4.8.12.2.1).
        """
        found = dict(self._listed(item, secured=secured))
        found |= dict(self._listed(operation, secured=secured))
        names = tuple(dict.fromkeys(_TEMPLATE.findall(path)))
        in_path = self._in_path(names, found, operation)
        rest = [found[key] for key in found if found[key].place != "path"]
        return (*in_path, *rest)

    def _listed(
        self, node: Node, *, secured: bool
    ) -> Iterator[tuple[Key, ir.Parameter]]:
        seen: set[Key] = set()
        for keyword in _CARRIED:
            for raw, pointer in node.items(keyword):
                target = self.contents.tree.node(raw, pointer, what="a parameter")
                found = None if target is None else self._one(target, secured=secured)
                if found is None:
                    continue
                key = _key(found)
                if key in seen:
                    node.row(
                        "SPEC073",
                        f"`{shown(found.wire)}` stands twice in {found.place}.",
                        pointer,
                        effect="repaired",
                        subject="other",
                    )
                    continue
                seen.add(key)
                yield key, found

    def _one(self, node: Node, *, secured: bool) -> ir.Parameter | None:
        wire, place = node.text("name"), _place(node)
        if not wire or place is None:
            _lost(
                node,
                "A parameter needs `name`, and `in` path, query, header or cookie.",
            )
            return None
        if place == "header" and not HEADER.fullmatch(wire):
            _lost(node, f"`{shown(wire)}` is not the name of a header.")
            return None
        if place == "header" and not _sendable(wire, secured=secured):
            _reserved(node, wire)
            return None
        style = _style(node, place)
        media_type, encodings, schema = self._schema(node)
        if place == "query" and media_type is None and node.flag("allowEmptyValue"):
            schema = self._or_empty(schema)
        if media_type is None and self._is_nothing(schema, place):
            _unsendable(node, wire)
        return ir.Parameter(
            wire=wire,
            place=place,
            schema=schema,
            required=place == "path" or node.flag("required"),
            style=style,
            explode=node.flag("explode", style in ("form", "cookie")),
            allow_reserved=node.flag("allowReserved"),
            media_type=media_type,
            encodings=encodings,
            description=node.text("description"),
            deprecated=node.flag("deprecated"),
            name=node.text("x-specloom-name"),
            invalid_code=node.text("x-specloom-invalid-code"),
            acquire=acquire(node),
            examples=examples(node),
            pointer=node.pointer,
        )

    def _schema(self, node: Node) -> _Content:
        if "content" in node:
            contents = self.contents.of(node)
            if contents:
                first = contents[0]
                return first.media_type, first.encodings, first.schema
        if "schema" in node:
            schema = self.contents.lower(node.get("schema"), node.at("schema"))
            return None, {}, schema
        node.row("SPEC079", "The parameter has no schema; any value fits.")
        return None, {}, ir.Anything(meta=ir.Meta(pointer=node.pointer))

    def _is_nothing(self, schema: ir.Schema, place: ir.Place) -> bool:
        """Tell whether null, or in a path the empty text, is all a schema takes."""
        match self.contents.resolve(schema):
            case ir.Array(items=items, prefix=()):
                return isinstance(self.contents.resolve(items), ir.Null)
            case ir.Enum(values=values):
                return place == "path" and all(value == "" for value in values)
            case found:
                return isinstance(found, ir.Null)

    def _or_empty(self, schema: ir.Schema) -> ir.Schema:
        """Let a parameter be empty whatever its type (`allowEmptyValue`)."""
        found = self.contents.resolve(schema)
        if isinstance(found, ir.Anything | ir.Array | ir.Object):
            return schema
        if isinstance(found, ir.Text) and not found.min_length and not found.format:
            return schema
        meta = schema.meta
        return unions.union(
            (schema, ir.Enum(values=("",))), exactly_one=False, meta=meta
        )

    def _in_path(
        self, names: tuple[str, ...], found: dict[Key, ir.Parameter], node: Node
    ) -> list[ir.Parameter]:
        """Return one parameter for each name of the template, in its order."""
        declared = {item.wire: item for item in found.values() if item.place == "path"}
        spare = {name: item for name, item in declared.items() if name not in names}
        result = []
        for name in names:
            item = declared.get(name)
            if item is None:
                node.row(
                    "SPEC074",
                    f"`{{{shown(name)}}}` of the path is not declared; added as text.",
                    effect="repaired",
                    subject="other",
                )
                item = _undeclared(name, node)
            result.append(item)
        for item in spare.values():
            node.row(
                "SPEC075",
                f"The path has no `{{{shown(item.wire)}}}`; the parameter is left out.",
                item.pointer,
                effect="dropped",
                subject="other",
                hint="Name it in the path, or give it another place.",
            )
        return result


def _place(node: Node) -> ir.Place | None:
    written = node.text("x-oas32-in") or node.text("in")
    return next((place for place in _STYLES if place == written), None)


def _key(item: ir.Parameter) -> Key:
    folded = item.wire.lower() if item.place == "header" else item.wire
    return (item.place, folded)


def _undeclared(name: str, node: Node) -> ir.Parameter:
    return ir.Parameter(
        wire=name,
        place="path",
        schema=ir.Text(meta=ir.Meta(pointer=node.pointer)),
        required=True,
        pointer=node.pointer,
    )


def _style(node: Node, place: ir.Place) -> str:
    allowed = _STYLES[place]
    written = node.text("x-oas32-style") or node.text("style")
    if written is None or written in allowed:
        return written or allowed[0]
    node.row(
        "SPEC076",
        f"The style `{shown(written)}` does not exist in {place}; `{allowed[0]}` is used.",
        join(node.pointer, "style"),
        hint=f"Write one of {', '.join(allowed)}.",
    )
    return allowed[0]


def _sendable(wire: str, *, secured: bool) -> bool:
    folded = wire.lower()
    return folded not in _RESERVED or (folded == "authorization" and not secured)


def _reserved(node: Node, wire: str) -> None:
    node.row(
        "SPEC078",
        f"The header `{wire}` is set by the client itself.",
        effect="dropped",
        subject="other",
        severity="note",
    )


def _unsendable(node: Node, wire: str) -> None:
    node.row(
        "SPEC069",
        f"`{shown(wire)}` can only be null or empty; nothing can be sent for it.",
        subject="other",
    )


def _lost(node: Node, message: str) -> None:
    node.row("SPEC077", message, effect="dropped", subject="other")
