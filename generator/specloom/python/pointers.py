"""Follow a location through a schema: from `$response.body#/a/b` to what is there."""

from __future__ import annotations

from collections.abc import Iterable

from specloom import ir

_BODY = "$response.body"
_MAX_STEPS = 64


def body_tokens(expression: str) -> tuple[str, ...] | None:
    """Return the JSON pointer tokens of a body expression, None for any other."""
    head, mark, pointer = expression.partition("#")
    if head != _BODY:
        return None
    if not mark or pointer in ("", "/"):
        return ()
    parts = pointer.removeprefix("/").split("/")
    return tuple(part.replace("~1", "/").replace("~0", "~") for part in parts)


def follow(api: ir.Api, schema: ir.Schema, tokens: tuple[str, ...]) -> ir.Schema | None:
    """Return the schema at a pointer, None where the document does not say."""
    if len(tokens) > _MAX_STEPS:
        return None
    for index, token in enumerate(tokens):
        if token == "*":
            item = _step(api, schema, "0")
            rest = follow(api, item, tokens[index + 1 :]) if item is not None else None
            return None if rest is None else ir.Array(items=rest)
        found = _step(api, schema, token)
        if found is None:
            return None
        schema = found
    return schema


def joined(schemas: Iterable[ir.Schema]) -> ir.Schema | None:
    """Return one schema for several: the only one, or their union without repetition."""
    found: list[ir.Schema] = []
    for schema in schemas:
        if schema not in found:
            found.append(schema)
    if len(found) > 1:
        return ir.Union(arms=tuple(found))
    return found[0] if found else None


def _step(api: ir.Api, schema: ir.Schema, token: str) -> ir.Schema | None:
    match api.resolve(schema):
        case ir.Object() as found:
            for item in found.properties:
                if item.wire == token:
                    return item.schema
            return found.extra if not isinstance(found.extra, ir.Nothing) else None
        case ir.Array() as found if token.isdigit():
            index = int(token) if len(token) < 6 else len(found.prefix)
            return found.prefix[index] if index < len(found.prefix) else found.items
        case ir.Union(arms=arms):
            steps = (_step_arm(api, arm, token) for arm in arms)
            return joined(item for item in steps if item is not None)
        case _:
            return None


def _step_arm(api: ir.Api, arm: ir.Schema, token: str) -> ir.Schema | None:
    """A union inside a union is not followed further: nothing in it can loop."""
    resolved = api.resolve(arm)
    return None if isinstance(resolved, ir.Union) else _step(api, resolved, token)
