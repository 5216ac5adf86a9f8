"""Bodies, responses and headers: media types with their schemas and encodings."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from specloom import ir
from specloom.runtime._lifecycle import BodyRules
from specloom.spec import answers, encodings, events, media, offers
from specloom.spec.meta import examples
from specloom.spec.raw import Node, Tree, shown

Lower: TypeAlias = Callable[[Any, str], ir.Schema]
Resolve: TypeAlias = Callable[[ir.Schema], ir.Schema]

_STATUS = re.compile(r"[1-5](\d\d|XX)")
HEADER = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
"""What the name of a header is made of (RFC 9110, 5.1)."""
_WITHOUT_FIELDS = (
    ir.Array,
    ir.Boolean,
    ir.Enum,
    ir.Null,
    ir.Numeric,
    ir.Text,
)


@dataclass(frozen=True, slots=True)
class Contents:
    """Reads bodies and responses of one document."""

    tree: Tree
    lower: Lower
    resolve: Resolve

    def body(self, raw: Any, pointer: str, rules: BodyRules) -> ir.Body | None:
        """Return a request body; None when it has no content."""
        node = self.tree.node(raw, pointer, what="a request body")
        if node is None:
            return None
        contents = self.of(node)
        if not contents:
            return None
        if not any(media.is_structured(item.media_type) for item in contents):
            contents = tuple(self._as_sent(node, item) for item in contents)
        for content in contents:
            self._check_form(node, content)
        offers.tell(node, contents, self.resolve)
        return ir.Body(
            contents=contents,
            required=node.flag("required"),
            description=node.text("description"),
            rules=rules,
        )

    def _as_sent(self, node: Node, content: ir.Content) -> ir.Content:
        """Return what is neither JSON nor fields as the text or file that is sent."""
        if self._is_flat(content.schema):
            return content
        node.row(
            "SPEC099",
            f"`{content.media_type}` is given as text, bytes or a file.",
            content.pointer,
            severity="note",
            subject="operation",
            hint="Its schema is not used; describe a JSON form where there is one.",
        )
        text = ir.Text(format="binary", meta=content.schema.meta)
        return replace(content, schema=text)

    def _is_flat(self, schema: ir.Schema) -> bool:
        """Tell whether a value can be a text, or a scalar that is written as one."""
        match self.resolve(schema):
            case ir.Object() | ir.Array():
                return False
            case ir.Union(arms=arms):
                return any(map(self._is_flat, arms))
            case _:
                return True

    def _check_form(self, node: Node, content: ir.Content) -> None:
        """Report a form whose schema allows no fields."""
        if not media.is_form(content.media_type):
            return
        if isinstance(self.resolve(content.schema), _WITHOUT_FIELDS):
            message = f"A body in `{content.media_type}` is an object of fields."
            hint = "Describe its fields, or the media type that is meant."
            node.row("SPEC089", message, content.pointer, hint=hint)

    def responses(self, node: Node) -> tuple[ir.Response, ...]:
        """Return the responses of an operation: statuses, ranges, then default."""
        found: dict[str, ir.Response] = {}
        for written, raw, pointer in node.child("responses").members():
            status = _status(written)
            if status is None or status in found:
                _not_a_status(node, written, pointer)
                continue
            target = self.tree.node(raw, pointer, what="a response")
            if target is not None:
                found[status] = self._response(status, target)
        return tuple(found[status] for status in sorted(found, key=_status_order))

    def _response(self, status: str, node: Node) -> ir.Response:
        response = ir.Response(
            status=status,
            description=node.text("description") or "",
            contents=self.of(node),
            headers=tuple(self._headers(node)),
            pointer=node.pointer,
        )
        answers.tell(node, response, self.resolve)
        return response

    def _headers(self, node: Node) -> list[ir.Header]:
        found = []
        for wire, raw, pointer in node.child("headers").entries():
            target = self.tree.node(raw, pointer, what="a header")
            if target is None or wire.lower() == "content-type":
                continue
            if not HEADER.fullmatch(wire):
                node.row(
                    "SPEC082",
                    f"`{shown(wire)}` is not the name of a header.",
                    pointer,
                    effect="dropped",
                    subject="other",
                )
                continue
            found.append(
                ir.Header(
                    wire=wire,
                    schema=self._of_value(target),
                    required=target.flag("required"),
                    description=target.text("description"),
                )
            )
        return found

    def _of_value(self, node: Node) -> ir.Schema:
        if "schema" in node:
            return self.lower(node.get("schema"), node.at("schema"))
        contents = self.of(node)
        return contents[0].schema if contents else ir.Text()

    def of(self, node: Node) -> tuple[ir.Content, ...]:
        """Return the `content` of a node, the preferred media type first."""
        found: dict[str, ir.Content] = {}
        for written, raw, pointer in node.child("content").entries():
            media_type = media.normal(written)
            if media_type is None:
                node.row(
                    "SPEC080",
                    f"`{shown(written)}` is not a media type.",
                    pointer,
                    effect="dropped",
                    subject="other",
                    hint="Write it as type/subtype.",
                )
                continue
            if not media.is_proper(media_type):
                node.row(
                    "SPEC080",
                    f"`{shown(written)}` is not a media type; it is used as written.",
                    pointer,
                    effect="none",
                    subject="other",
                    hint="Write it as type/subtype.",
                )
            target = self.tree.node(
                raw if raw is not None else {}, pointer, what="content"
            )
            if target is not None:
                found[media_type] = self._content(media_type, target)
        return tuple(found[key] for key in sorted(found, key=media.rank))

    def _content(self, media_type: str, node: Node) -> ir.Content:
        for keyword in ("x-oas32-prefixEncoding", "x-oas32-itemEncoding"):
            if keyword in node:
                message = "Encodings by position are not used."
                node.row("SPEC088", message, node.at(keyword))
        schema: ir.Schema = ir.Anything(meta=ir.Meta(pointer=node.pointer))
        if "schema" in node:
            schema = self.lower(node.get("schema"), node.at("schema"))
        item, part = self._item(media_type, schema, node)
        return ir.Content(
            media_type=media_type,
            schema=schema,
            item_schema=item,
            event_part=part,
            encodings=encodings.encodings(node, media_type),
            examples=examples(node),
            pointer=node.pointer,
        )

    def _item(
        self, media_type: str, schema: ir.Schema, node: Node
    ) -> tuple[ir.Schema | None, ir.EventPart]:
        """Return the schema of one event or line, and what of an event it is."""
        streams = media.essence(media_type) == media.EVENTS
        for keyword in ("x-oas32-itemSchema", "itemSchema"):
            if keyword in node:
                return self._event(node, keyword, streams) or (
                    self.lower(node.get(keyword), node.at(keyword)),
                    "data",
                )
        if not media.is_sequence(media_type) or "schema" not in node:
            return None, "data"
        shape = self.resolve(schema)
        if isinstance(shape, ir.Array):
            return shape.items, "data"
        plain = None if streams and isinstance(shape, ir.Text) else schema
        return self._event(node, "schema", streams) or (plain, "data")

    def _event(
        self, node: Node, keyword: str, streams: bool
    ) -> tuple[ir.Schema | None, ir.EventPart] | None:
        """Return what a schema says of events, where it speaks of them."""
        said = keyword != "schema"
        raw, pointer = node.get(keyword), node.at(keyword)
        found = events.item(self.tree, raw, pointer, said=said) if streams else None
        return (
            None
            if found is None
            else (self.lower(found.raw, found.pointer), found.part)
        )


def _status(written: str) -> str | None:
    if written == "default":
        return written
    text = written.strip().upper()
    return text if _STATUS.fullmatch(text) else None


def _status_order(status: str) -> tuple[int, str]:
    return (2 if status == "default" else 1 if status.endswith("XX") else 0, status)


def _not_a_status(node: Node, written: str, pointer: str) -> None:
    node.row(
        "SPEC081",
        f"`{shown(written)}` is no status, range or `default`, or stands twice.",
        pointer,
        effect="dropped",
        subject="other",
        hint="Write 200, 2XX or default.",
    )
