"""Carries a filled-in payload from an older description to the present one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import click

from specloom import ir
from specloom.cli import schemas
from specloom.cli.arguments import known
from specloom.suggest import nearest


@dataclass(frozen=True, slots=True)
class Moved:
    """A payload that fits the present description, and what was done to it."""

    payload: dict[str, Any]
    dropped: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    required: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    """Fields whose value is not allowed any more."""

    @property
    def notes(self) -> tuple[str, ...]:
        """Say in words what was done."""
        return (
            *(f"renamed: {old} is {new} now" for old, new in self.renamed),
            *(f"dropped: {name} is no longer a field" for name in self.dropped),
            *(f"newly required: {name}" for name in self.required),
            *(f"value no longer allowed: {name}" for name in self.changed),
        )

    def to_dict(self) -> dict[str, Any]:
        """Return plain values."""
        return {
            "payload": self.payload,
            "dropped": list(self.dropped),
            "renamed": [{"from": old, "to": new} for old, new in self.renamed],
            "required": list(self.required),
            "changed": list(self.changed),
        }


def migrate(api: ir.Api, operation: ir.Operation, payload: Any) -> Moved:
    """Return the payload as the present description wants it.

    A field that is gone goes over to a new one of much the same name and kind, if
    that is free; else it is dropped. What is newly required comes from the template.
    """
    if not isinstance(payload, dict):
        raise click.UsageError("a payload to migrate must be a JSON object")
    fields = known(operation, api)
    kept = {name: value for name, value in payload.items() if _place(name, fields)}
    gone = [name for name in payload if name not in kept]
    renamed = tuple(_renamed(gone, payload, fields, kept, api))
    kept |= {new: payload[old] for old, new in renamed}
    needed = _required(api, operation, kept)
    moved = {old for old, _ in renamed}
    return Moved(
        payload={**kept, **needed},
        dropped=tuple(name for name in gone if name not in moved),
        renamed=renamed,
        required=tuple(needed),
        changed=tuple(_changed(kept, fields, api)),
    )


def _place(name: str, fields: dict[str, ir.Schema]) -> bool:
    return name in fields or name.partition(".")[2] in fields


def _renamed(
    gone: list[str],
    payload: dict[str, Any],
    fields: dict[str, ir.Schema],
    kept: dict[str, Any],
    api: ir.Api,
) -> Iterator[tuple[str, str]]:
    free = [name for name in fields if name not in kept]
    for name in gone:
        for candidate in nearest(name, free):
            accepted = schemas.kinds(fields[candidate], api)
            if accepted & {"any", schemas.kind(payload[name])}:
                free.remove(candidate)
                yield name, candidate
                break


def _required(
    api: ir.Api,
    operation: ir.Operation,
    kept: dict[str, Any],
) -> dict[str, Any]:
    from specloom.python import arguments
    from specloom.python import payload as payloads

    template = payloads.template(api, operation)
    needed = {item.wire for item in arguments.of(api, operation).every if item.required}
    return {
        name: value
        for name, value in template.items()
        if name not in kept and (name in needed or name.partition(".")[2] in needed)
    }


def _changed(
    kept: dict[str, Any],
    fields: dict[str, ir.Schema],
    api: ir.Api,
) -> Iterator[str]:
    for name, value in kept.items():
        schema = fields.get(name)
        allowed = schemas.allowed(schema, api)
        kinds = schemas.kinds(schema, api)
        wrong_kind = not kinds & {"any", schemas.kind(value)}
        if wrong_kind or (allowed and value is not None and value not in allowed):
            yield name
