"""Answers that come whole or as a stream, and the field of the body that says which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from specloom import ir
from specloom.spec import media
from specloom.spec.contents import Resolve
from specloom.spec.raw import Node

_USUAL = "stream"
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Switch:
    """How an operation streams."""

    field: str | None = None
    """The boolean field of the body that turns the answer into a stream."""
    both: bool = False
    """The answer comes whole, too: two methods."""


def switch(
    node: Node,
    body: ir.Body | None,
    responses: Iterable[ir.Response],
    resolve: Resolve,
) -> Switch:
    """Return how an operation streams; without a field, Accept says what is wanted."""
    good = [item for item in responses if item.status[0] in "2d"]
    streamed = [item for item in good if _streams(item)]
    if not streamed:
        return Switch()
    field = _field(_named(node), body, resolve)
    whole = good if field is not None else streamed
    known = field is not None
    both = any(_whole(content, known) for item in whole for content in item.contents)
    return Switch(field, both)


def _streams(response: ir.Response) -> bool:
    return any(_comes_in_items(item) for item in response.contents)


def _comes_in_items(content: ir.Content) -> bool:
    """Tell events and lines from a file of lines, which is given as a whole."""
    found = content.item_schema or content.schema
    file = isinstance(found, ir.Text) and found.format == "binary"
    lines = media.is_lines(content.media_type)
    return media.is_sequence(content.media_type) and not (file and lines)


def _whole(content: ir.Content, known: bool) -> bool:
    """Tell an answer that is no stream; frameworks declare JSON that says nothing."""
    if _comes_in_items(content):
        return False
    empty = isinstance(content.schema, ir.Anything)
    return known or not (empty and media.is_json(content.media_type))


def _named(node: Node) -> str:
    """Return the name of the field, as another tool's extension has it."""
    declared = node.child("x-fern-streaming").text("stream-condition") or ""
    return declared.removeprefix("$request.").removeprefix("body#/") or _USUAL


def _field(wire: str, body: ir.Body | None, resolve: Resolve) -> str | None:
    schemas = [] if body is None else [c.schema for c in body.contents if _flat(c)]
    found = (
        item
        for schema in schemas
        for item in _properties(schema, resolve)
        if item.wire == wire and _is_boolean(item.schema, resolve)
    )
    return wire if next(found, None) is not None else None


def _flat(content: ir.Content) -> bool:
    return media.is_json(content.media_type) or media.is_form(content.media_type)


def _properties(
    schema: ir.Schema, resolve: Resolve, depth: int = 0
) -> Iterator[ir.Property]:
    match resolve(schema):
        case ir.Object(properties=properties):
            yield from properties
        case ir.Union(arms=arms) if depth < _DEEPEST:
            for arm in arms:
                yield from _properties(arm, resolve, depth + 1)
        case _:
            return


def _is_boolean(schema: ir.Schema, resolve: Resolve, depth: int = 0) -> bool:
    match resolve(schema):
        case ir.Boolean():
            return True
        case ir.Enum(values=values):
            return all(isinstance(value, bool) for value in values)
        case ir.Union(arms=arms) if depth < _DEEPEST:
            return all(
                isinstance(arm, ir.Null) or _is_boolean(arm, resolve, depth + 1)
                for arm in arms
            )
        case _:
            return False
