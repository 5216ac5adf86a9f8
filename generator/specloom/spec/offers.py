"""Request bodies in several media types: what a call cannot send, told in the ledger.

A method takes fields where the preferred body has some, else one value. What is given
says which body is sent, else the Content-Type of the call.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from specloom import ir
from specloom.spec import media
from specloom.spec.raw import Node
from specloom.spec.shapes import plain

Resolve: TypeAlias = Callable[[ir.Schema], ir.Schema]


def tell(node: Node, contents: Sequence[ir.Content], resolve: Resolve) -> None:
    """Report the bodies of an operation that its method does not offer."""
    main = next(
        (item for item in contents if media.is_structured(item.media_type)), None
    )
    if main is None or not _fields(main, resolve):
        return
    for content in contents:
        if not _is_offered(content, main, resolve):
            node.row(
                "SPEC097",
                f"`{main.media_type}` is sent, `{content.media_type}` is not offered.",
                content.pointer,
                severity="note",
                subject="operation",
                hint="`client.request` sends any content.",
            )


def _is_offered(content: ir.Content, main: ir.Content, resolve: Resolve) -> bool:
    if plain(resolve(content.schema)) == plain(resolve(main.schema)):
        return True
    fields = _fields(content, resolve)
    if not media.is_structured(content.media_type) or not fields:
        return False
    return fields == _fields(main, resolve) or _takes_files(content, resolve)


def _takes_files(content: ir.Content, resolve: Resolve) -> bool:
    """Tell whether a form holds files: such a one goes beside any other body."""
    found = resolve(content.schema)
    parts = found.properties if isinstance(found, ir.Object) else ()
    in_parts = media.essence(content.media_type).startswith("multipart/")
    return in_parts and any(_is_file(item.schema, resolve) for item in parts)


def _is_file(schema: ir.Schema, resolve: Resolve) -> bool:
    found = resolve(schema)
    if isinstance(found, ir.Array):
        found = resolve(found.items)
    return isinstance(found, ir.Text) and found.format == "binary"


def _fields(content: ir.Content, resolve: Resolve) -> frozenset[str]:
    """Return the names of the fields of a body; none where it is another value."""
    found = resolve(content.schema)
    arms = found.arms if isinstance(found, ir.Union) else (found,)
    objects = [item for item in map(resolve, arms) if isinstance(item, ir.Object)]
    return frozenset(item.wire for found in objects for item in found.properties)
