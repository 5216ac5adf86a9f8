"""What of the answers is passed through or left out, told in the ledger."""

from __future__ import annotations

from collections.abc import Callable

from specloom import ir
from specloom.spec import media
from specloom.spec.raw import Node

_FOLLOWED = ("301", "302", "303", "307", "308")


def tell(
    node: Node,
    response: ir.Response,
    resolve: Callable[[ir.Schema], ir.Schema],
) -> None:
    """Report what an answer declares and a method does not give as it is declared."""
    if response.status in _FOLLOWED and (response.headers or response.contents):
        message = f"`{response.status}` is followed; what it declares is not given."
        _note(node, message, response.pointer)
    if not response.status.startswith("2"):
        return
    types = [content.media_type for content in response.contents]
    known = next(filter(media.is_json, types), None)
    for content in response.contents:
        if _is_read(content.media_type) or not _is_structured(content, resolve):
            continue
        if known is not None:
            message = f"`{known}` is asked for, `{content.media_type}` is not."
            _note(node, message, content.pointer)
        else:
            message = f"`{content.media_type}` is passed through; its schema is unused."
            _note(node, message, content.pointer, degrades=True)


def _note(node: Node, message: str, pointer: str, *, degrades: bool = False) -> None:
    node.row(
        "SPEC098",
        message,
        pointer,
        severity="note",
        effect="degraded" if degrades else "none",
        subject="operation",
        hint="`with_raw_response` gives every answer as it came.",
    )


def _is_read(media_type: str) -> bool:
    generic = media.essence(media_type) in ("*/*", "application/*")
    return generic or media.is_json(media_type) or media.is_sequence(media_type)


def _is_structured(
    content: ir.Content, resolve: Callable[[ir.Schema], ir.Schema]
) -> bool:
    if content.item_schema is not None:
        return True
    found = resolve(content.schema)
    return not isinstance(found, ir.Text | ir.Anything | ir.Nothing | ir.Null)
