"""Encodings of single parts: a content type, or a style as query parameters have one."""

from __future__ import annotations

from collections.abc import Mapping

from specloom import ir
from specloom.spec import media
from specloom.spec.raw import Node, shown

_STYLES = ("form", "spaceDelimited", "pipeDelimited", "deepObject")
_STYLED = ("style", "explode", "allowReserved")
_NESTED = ("encoding", "prefixEncoding", "itemEncoding")


def encodings(content: Node, media_type: str) -> Mapping[str, ir.Encoding]:
    """Return how the parts of a body are written, by name."""
    declared = content.child("encoding")
    in_parts = media.essence(media_type).startswith("multipart/")
    return {
        name: _encoding(declared.child(name), in_parts=in_parts)
        for name, _, _ in declared.entries()
    }


def _encoding(node: Node, *, in_parts: bool) -> ir.Encoding:
    """Return how one part is written.

    A content type means nothing where one of `style`, `explode` and `allowReserved`
    is written (OpenAPI 3.1, 4.8.15.1.2). A bare `style: form` of a multipart body says
    nothing (3.0, 4.7.15.1): frameworks write it at every part.
    """
    _report(node)
    written = [keyword for keyword in _STYLED if keyword in node]
    if not written or (in_parts and written == ["style"] and _style(node) == "form"):
        return ir.Encoding(content_type=_content_type(node))
    style = _style(node)
    return ir.Encoding(
        content_type=_content_type(node),
        style=style,
        explode=style == "deepObject" or node.flag("explode", style == "form"),
        allow_reserved=node.flag("allowReserved"),
    )


def _style(node: Node) -> str:
    style = node.text("style") or "form"
    if style in _STYLES:
        return style
    node.row("SPEC082", f"`{shown(style)}` is no style of a body; `form` is used.")
    return "form"


def _content_type(node: Node) -> str | None:
    """Return the one type of a part; a choice or a range is made by what is given."""
    written = node.text("contentType")
    listed = [media.normal(item) for item in (written or "").split(",")]
    only = listed[0] if len(listed) == 1 else None
    return only if only is not None and "*" not in only else None


def _report(node: Node) -> None:
    if node.child("headers"):
        message = "Headers of a single part are not sent."
        node.row("SPEC082", message, node.at("headers"))
    for keyword in _NESTED:
        for spelled in (keyword, f"x-oas32-{keyword}"):
            if spelled in node:
                message = "Encodings inside a part are not used; it is one value."
                node.row("SPEC088", message, node.at(spelled))
