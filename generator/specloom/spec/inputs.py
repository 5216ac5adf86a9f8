"""What an operation takes, by the names a lifecycle may bind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from specloom import ir


def inputs(operation: ir.Operation, api: ir.Api) -> dict[str, str]:
    """Return every name an input may be bound by -> its qualified name."""
    found = {
        f"{item.place}.{item.wire}": f"{item.place}.{item.wire}"
        for item in operation.parameters
    }
    if operation.body is not None:
        found |= {
            f"body.{name}": f"body.{name}" for name in body_fields(operation.body, api)
        }
        found.setdefault("body", "body")
    short: dict[str, str] = {}
    for qualified in found:
        short.setdefault(qualified.partition(".")[2], qualified)
    return {name: qualified for name, qualified in (short | found).items() if name}


def meant(name: str, known: Mapping[str, str]) -> str | None:
    """Return the input a name means; header names in any case, deep body fields."""
    if name in known:
        return known[name]
    folded = {key.lower(): value for key, value in known.items() if "header." in value}
    if name.lower() in folded:
        return folded[name.lower()]
    head, _, rest = name.partition(".")
    open_body = head == "body" and rest and "body" in known
    return f"body.{rest.partition('.')[0]}" if open_body else None


def required(operation: ir.Operation) -> set[str]:
    """Return the parameters a call has to bind, qualified."""
    return {
        f"{item.place}.{item.wire}"
        for item in operation.parameters
        if item.required and item.acquire is None
    }


def body_fields(body: ir.Body, api: ir.Api) -> Iterator[str]:
    """Yield the fields of a body that is an object, in any of its forms."""
    for content in body.contents:
        yield from _fields(content.schema, api.resolve)


def _fields(
    schema: ir.Schema, resolve: Callable[[ir.Schema], ir.Schema], depth: int = 0
) -> Iterator[str]:
    match resolve(schema):
        case ir.Object(properties=properties):
            yield from (item.wire for item in properties)
        case ir.Union(arms=arms) if depth < 4:
            for arm in arms:
                yield from _fields(arm, resolve, depth + 1)
        case _:
            return
