"""What is said about a schema beside its shape: read it, join it, put it on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from specloom import ir
from specloom.spec.raw import Node

S = TypeVar("S", bound=ir.Schema)

_MAX_EXAMPLES = 16


def read(node: Node) -> ir.Meta:
    """Return title, description, default, examples and the flags of a schema."""
    read_only, write_only = node.flag("readOnly"), node.flag("writeOnly")
    if read_only and write_only:
        read_only = write_only = False
        node.row(
            "SPEC054",
            "`readOnly` and `writeOnly` exclude each other; both are ignored.",
            effect="repaired",
        )
    return ir.Meta(
        title=node.text("title"),
        description=node.text("description"),
        default=node.get("default"),
        has_default="default" in node,
        examples=examples(node),
        deprecated=node.flag("deprecated") or node.get("x-deprecated") is True,
        read_only=read_only,
        write_only=write_only,
        pointer=node.pointer,
    )


def examples(node: Node) -> tuple[Any, ...]:
    """Return the examples given in any of their spellings, at most sixteen."""
    found: list[Any] = []
    if "example" in node:
        found.append(node.get("example"))
    match node.get("examples"):
        case list() as listed:
            found += listed
        case Mapping() as named:
            for key in sorted(named, key=str):
                item = named[key]
                if isinstance(item, Mapping) and "value" in item:
                    found.append(item["value"])
        case _:
            pass
    return tuple(found[:_MAX_EXAMPLES])


def fill(meta: ir.Meta, other: ir.Meta) -> ir.Meta:
    """Return `meta`, its gaps filled from `other`."""
    has_default = meta.has_default or other.has_default
    return ir.Meta(
        title=meta.title or other.title,
        description=meta.description or other.description,
        default=meta.default if meta.has_default else other.default,
        has_default=has_default,
        examples=meta.examples or other.examples,
        deprecated=meta.deprecated or other.deprecated,
        read_only=meta.read_only or other.read_only,
        write_only=meta.write_only or other.write_only,
        pointer=meta.pointer or other.pointer,
    )


def with_meta(schema: S, meta: ir.Meta) -> S:
    """Return the schema with this meta."""
    return schema if schema.meta is meta else replace(schema, meta=meta)
