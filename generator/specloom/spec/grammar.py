"""Which objects stand where in a description, for OpenAPI 3.x and Swagger 2.0.

Everything the grammar does not name (examples, defaults, extensions) is opaque data:
a `$ref` in it is a text like any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, Literal, TypeAlias

from specloom.location import escape

Kind: TypeAlias = Literal[
    "openapi",
    "components",
    "path",
    "operation",
    "callback",
    "parameter",
    "header",
    "body",
    "media",
    "encoding",
    "response",
    "schema",
    "example",
    "link",
    "scheme",
    "server",
    "tag",
    "discriminator",
    "swagger",
    "path2",
    "operation2",
    "parameter2",
    "response2",
    "header2",
    "items2",
]
Shape: TypeAlias = Literal["one", "list", "map"]
Rule: TypeAlias = tuple[Shape, Kind]

METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

_SCHEMA: Mapping[str, Rule] = {
    **dict.fromkeys(
        (
            "properties",
            "patternProperties",
            "$defs",
            "definitions",
            "dependentSchemas",
        ),
        ("map", "schema"),
    ),
    **dict.fromkeys(
        ("allOf", "anyOf", "oneOf", "prefixItems"),
        ("list", "schema"),
    ),
    **dict.fromkeys(
        (
            "items",
            "additionalItems",
            "additionalProperties",
            "propertyNames",
            "contains",
            "unevaluatedItems",
            "unevaluatedProperties",
            "contentSchema",
            "not",
            "if",
            "then",
            "else",
        ),
        ("one", "schema"),
    ),
    "discriminator": ("one", "discriminator"),
}
_VALUE: Mapping[str, Rule] = {
    "schema": ("one", "schema"),
    "content": ("map", "media"),
    "examples": ("map", "example"),
}
_PATHS: Rule = ("map", "path")

GRAMMAR: Mapping[Kind, Mapping[str, Rule]] = {
    "openapi": {
        "paths": _PATHS,
        "webhooks": _PATHS,
        "x-webhooks": _PATHS,
        "components": ("one", "components"),
        "servers": ("list", "server"),
        "tags": ("list", "tag"),
    },
    "components": {
        "schemas": ("map", "schema"),
        "responses": ("map", "response"),
        "parameters": ("map", "parameter"),
        "examples": ("map", "example"),
        "requestBodies": ("map", "body"),
        "headers": ("map", "header"),
        "securitySchemes": ("map", "scheme"),
        "links": ("map", "link"),
        "callbacks": ("map", "callback"),
        "pathItems": _PATHS,
        "mediaTypes": ("map", "media"),
    },
    "path": {
        **dict.fromkeys((*METHODS, "query"), ("one", "operation")),
        "additionalOperations": ("map", "operation"),
        "x-oas32-query": ("one", "operation"),
        "x-oas32-additionalOperations": ("map", "operation"),
        "parameters": ("list", "parameter"),
        "servers": ("list", "server"),
    },
    "operation": {
        "parameters": ("list", "parameter"),
        "requestBody": ("one", "body"),
        "responses": ("map", "response"),
        "callbacks": ("map", "callback"),
        "servers": ("list", "server"),
    },
    "parameter": _VALUE,
    "header": _VALUE,
    "body": {"content": ("map", "media")},
    "media": {
        "schema": ("one", "schema"),
        "itemSchema": ("one", "schema"),
        "x-oas32-itemSchema": ("one", "schema"),
        "encoding": ("map", "encoding"),
        "prefixEncoding": ("list", "encoding"),
        "itemEncoding": ("one", "encoding"),
        "examples": ("map", "example"),
    },
    "encoding": {"headers": ("map", "header"), "encoding": ("map", "encoding")},
    "response": {
        "headers": ("map", "header"),
        "content": ("map", "media"),
        "links": ("map", "link"),
    },
    "schema": _SCHEMA,
    "swagger": {
        "paths": ("map", "path2"),
        "definitions": ("map", "schema"),
        "parameters": ("map", "parameter2"),
        "responses": ("map", "response2"),
        "securityDefinitions": ("map", "scheme"),
        "tags": ("list", "tag"),
    },
    "path2": {
        **dict.fromkeys(METHODS, ("one", "operation2")),
        "parameters": ("list", "parameter2"),
    },
    "operation2": {
        "parameters": ("list", "parameter2"),
        "responses": ("map", "response2"),
    },
    "parameter2": {"schema": ("one", "schema"), "items": ("one", "items2")},
    "items2": {"items": ("one", "items2")},
    "response2": {"schema": ("one", "schema"), "headers": ("map", "header2")},
    "header2": {"items": ("one", "items2")},
}

_EXTENDED: Final = frozenset({"path", "path2", "response", "response2"})
"""Kinds whose maps may also hold extensions."""

Node: TypeAlias = tuple[str, Any, Kind]
"""Pointer, value and what the value is meant to be."""


def walk(value: Any, kind: Kind, pointer: str = "") -> Iterator[Node]:
    """Yield the value and everything below it that the grammar names, parents first.

    Children are read after their parent was handed out: a caller may replace members
    of a node it holds, and the walk goes on in what stands there then.
    """
    stack: list[Node] = [(pointer, value, kind)]
    while stack:
        node = stack.pop()
        yield node
        stack += reversed(list(children(*node)))


def children(pointer: str, value: Any, kind: Kind) -> Iterator[Node]:
    """Yield the direct members of a value that the grammar names."""
    if not isinstance(value, dict):
        return
    if kind == "callback":
        for key, member in value.items():
            if not key.startswith("x-") and key != "$ref":
                yield f"{pointer}/{escape(key)}", member, "path"
        return
    for key, (shape, inner) in GRAMMAR.get(kind, {}).items():
        if key in value:
            yield from members(f"{pointer}/{key}", value[key], shape, inner)


def members(pointer: str, value: Any, shape: Shape, kind: Kind) -> Iterator[Node]:
    """Yield what one key holds: a value, or the members of a list or a map."""
    match value:
        case list() if shape == "list" or kind == "schema":
            for index, member in enumerate(value):
                yield f"{pointer}/{index}", member, kind
        case dict() if shape == "map":
            for key, member in value.items():
                if kind not in _EXTENDED or not key.startswith("x-"):
                    yield f"{pointer}/{escape(key)}", member, kind
        case _ if shape == "one":
            yield pointer, value, kind


def clone(value: Any) -> Any:
    """Copy a JSON value deeply; scalars are shared."""
    match value:
        case dict():
            return {key: clone(member) for key, member in value.items()}
        case list():
            return [clone(member) for member in value]
        case _:
            return value
