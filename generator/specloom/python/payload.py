"""Payload templates: every argument of a call by wire name, ready to fill in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from specloom import ir

from . import arguments, bodies, samples


def template(
    api: ir.Api, op: ir.Operation, *, all: bool = False, variant: str | None = None
) -> dict[str, Any]:
    """Return required arguments and defaults; `all`: every argument.

    `variant` names one arm of a body that is a union, see `variants`. Two arguments
    of one wire name are qualified by their place (`path.id`, `body.id`).
    """
    narrowed = _narrowed(api, op, variant)
    taken = arguments.of(api, narrowed)
    wires = [item.wire for item in taken.every]
    sampler = samples.Sampler(api, all)
    needed = _needed(taken)
    urls = op.body.rules.urls_only if op.body else ()
    found: dict[str, Any] = {}
    for item in taken.every:
        told = item.required or _default(api, item) is not samples.MISSING
        if not (told or all or (item.place == "body" and item.wire in needed)):
            continue
        name = item.wire if wires.count(item.wire) == 1 else f"{item.place}.{item.wire}"
        if item.whole:
            name = "body"
        found[name] = _value(api, item, sampler)
        if item.place == "body" and item.wire in urls:
            found[name] = _address(found[name])
    return found


def _address(value: Any) -> Any:
    """Return the address of a file for every text that is none."""
    if isinstance(value, list):
        return [_address(item) for item in value]
    text = isinstance(value, str) and "://" not in value
    return _ADDRESS if text else value


_ADDRESS = "https://example.com/file"


def _needed(taken: arguments.Arguments) -> frozenset[str]:
    """Return the fields without which a body is none, also where it may be absent."""
    if taken.body is None or not taken.body.variants:
        return frozenset()
    first = taken.body.variants[0]
    required = [item.wire for item in first.properties if item.required]
    filling = [item.wire for item in taken.body.fields or ()]
    missing = (first.min_properties or 0) - len(required)
    return frozenset([*required, *(filling[:missing] if missing > 0 else ())])


def sample(api: ir.Api, schema: ir.Schema, *, all: bool = False) -> Any:
    """Return one value that a schema accepts; `all`: with every optional field."""
    return samples.Sampler(api, all).sample(schema)


def variants(api: ir.Api, op: ir.Operation) -> tuple[str, ...]:
    """Return the names of the variants of a body, empty where it has one shape."""
    shape = bodies.shape(api, op)
    return tuple(samples.arms(api, shape.schema)) if shape is not None else ()


class UnknownVariant(KeyError):
    """No variant of the body has this name; `known` are those that exist."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.known = known


def _value(api: ir.Api, item: arguments.Argument, sampler: samples.Sampler) -> Any:
    default = _default(api, item)
    if default is not samples.MISSING:
        return default
    examples = item.parameter.examples if item.parameter is not None else ()
    return examples[0] if examples else sampler.sample(item.schema)


def _default(api: ir.Api, item: arguments.Argument) -> Any:
    for meta in (item.schema.meta, api.resolve(item.schema).meta):
        if meta.has_default:
            return meta.default
    return samples.MISSING


def _narrowed(api: ir.Api, op: ir.Operation, variant: str | None) -> ir.Operation:
    """Return the operation with its body narrowed to one variant."""
    shape = bodies.shape(api, op)
    arms = samples.arms(api, shape.schema) if shape is not None else {}
    if shape is None or op.body is None or not arms:
        return op
    if variant is not None and variant not in arms:
        raise UnknownVariant(variant, tuple(arms))
    chosen = arms[variant] if variant is not None else next(iter(arms.values()))
    content = replace(shape.content, schema=chosen)
    return replace(op, body=replace(op.body, contents=(content,)))
