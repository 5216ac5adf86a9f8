"""What `inspect` says about an API and about one operation, as plain values."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from specloom import ir
from specloom.cli import operations, schemas, vocabularies
from specloom.cli.operations import Found
from specloom.runtime._lifecycle import Lifecycle

LIMITS = (
    "format",
    "minimum",
    "maximum",
    "exclusive_minimum",
    "exclusive_maximum",
    "multiple_of",
    "min_length",
    "max_length",
    "pattern",
    "min_items",
    "max_items",
)


def api(
    described: ir.Api,
    source: str,
    *,
    keys: tuple[str, ...] | None = None,
    category: str | None = None,
) -> dict[str, Any]:
    """Describe an API; with `keys`, the creates are those named there."""
    creates = _creates(described, keys)
    streaming = [item.key for item in creates if item.streams]
    plain = [key for item in creates if (key := _plain(item))]
    listed = operations.every(described)
    return {
        "title": described.title,
        "version": described.version,
        "category": category,
        "source": source,
        "default_result_mode": "sse" if streaming else "polling",
        "default_endpoints": [item.key for item in creates],
        "sse_endpoints": streaming,
        "polling_endpoints": plain,
        "poll_endpoint": _poll_path(described, creates),
        "undocumented": dict(described.profile.defaults_note),
        "notes": list(described.profile.notes),
        "operations": [row(found) for found in listed],
    }


def row(found: Found) -> dict[str, Any]:
    """Describe one operation in one line of a list."""
    operation = found.operation
    return {
        "key": operation.key,
        "call": found.call,
        "kind": found.kind,
        "operation_id": operation.operation_id,
        "summary": operation.summary,
        "tags": list(operation.tags),
        "deprecated": operation.deprecated,
    }


def operation(described: ir.Api, found: Found) -> dict[str, Any]:
    """Describe one operation: fields, limits, lifecycle, errors."""
    here = found.operation
    pair = described.operation(here.twin_of) if here.twin_of else here
    streaming = pair.key if pair.streams else None
    polling = _plain(pair) if pair.lifecycle else None
    body = schemas.body_schema(described, here)
    server = (*here.servers, *described.servers)
    return {
        "endpoint": here.key,
        "call": found.call,
        "kind": found.kind,
        "default_result_mode": "sse" if streaming else "polling",
        "default_create_endpoint": streaming or polling or here.key,
        "sse_create_endpoint": streaming,
        "polling_create_endpoint": polling,
        "summary": here.summary,
        "description": here.description,
        "deprecated": here.deprecated,
        "server_url": described.profile.base_url or (server[0].url if server else None),
        "request_schema": body.name if isinstance(body, ir.Ref) else None,
        "media_types": [item.media_type for item in here.body.contents]
        if here.body
        else [],
        "parameters": [_parameter(item, described) for item in here.parameters],
        "fields": list(_body_fields(described, here)),
        "variants": variants(body, described),
        **vocabularies.state_values(described),
        "sse_subscribe_endpoint": _subscribe(described, pair),
        "poll_endpoint": _poll_path(described, (pair,)),
        "error_status_codes": sorted(_error_statuses(here)),
        "errors": [_error(rule) for rule in (*here.errors, *described.errors)],
        "lifecycle": _lifecycle(described, pair),
        "undocumented": dict(described.profile.defaults_note),
        "result_summary": here.result_summary or described.profile.summary,
        "notes": list(here.notes),
    }


def _body_fields(described: ir.Api, here: ir.Operation) -> Iterator[dict[str, Any]]:
    """Describe what a call gives for the body: its fields, or `body` as a whole."""
    from specloom.python import bodies

    shape = bodies.shape(described, here)
    if shape is None:
        return
    if shape.offered is None:
        said = here.body.description if here.body else None
        value = _value(shape.taken, described, said)
        yield {"name": "body", "required": shape.required, **value}
        return
    yield from fields(shape.schema, described)
    for item in shape.offered:
        if item.wire not in shape.wires:
            value = _value(item.schema, described, item.meta.description)
            yield {"name": item.wire, "required": item.required, **value}


def fields(schema: ir.Schema | None, described: ir.Api) -> Iterator[dict[str, Any]]:
    """Describe every field of a request body."""
    needed = schemas.required(schema, described)
    for name, held in schemas.properties(schema, described).items():
        yield {
            "name": name,
            "required": name in needed,
            **_value(held.schema, described, held.meta.description),
        }


def arguments(described: ir.Api, here: ir.Operation) -> Iterator[dict[str, Any]]:
    """Describe every argument of an operation: parameters, then body fields."""
    yield from (_parameter(item, described) for item in here.parameters)
    yield from _body_fields(described, here)


def limits(row: dict[str, Any] | Any) -> str:
    """Say type, default, choices and limits of one argument in one line."""
    notes = [str(row["type"])]
    if "default" in row:
        notes.append(f"default {_json(row['default'])}")
    if values := row.get("allowed_values"):
        listed = (v if isinstance(v, str) else _json(v) for v in values)
        notes.append(f"one of {', '.join(listed)}")
    notes += [f"{name.replace('_', ' ')} {row[name]}" for name in LIMITS if name in row]
    return "; ".join(notes)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def variants(
    schema: ir.Schema | None, described: ir.Api, depth: int = 4
) -> list[dict[str, Any]]:
    """Describe the alternatives of a union of objects: tag and required fields."""
    found = None if schema is None else described.resolve(schema)
    if not isinstance(found, ir.Union):
        return []
    tags = {index: tag for tag, index in _tags(found)}
    default = found.discriminator.default if found.discriminator else None
    rows: list[dict[str, Any]] = []
    for index, arm in enumerate(found.arms):
        match described.resolve(arm):
            case ir.Object():
                name = tags.get(index) or _title(arm, described, index)
                rows.append(_variant(arm, described, name, index == default))
            case ir.Union() if depth:
                rows += variants(arm, described, depth - 1)
            case _:
                pass
    return rows


def _variant(
    arm: ir.Schema, described: ir.Api, name: str, default: bool
) -> dict[str, Any]:
    return {
        "name": name,
        "default": default,
        "required": sorted(schemas.required(arm, described)),
        "fields": list(schemas.properties(arm, described)),
    }


def _creates(
    described: ir.Api, keys: tuple[str, ...] | None
) -> tuple[ir.Operation, ...]:
    creates = tuple(found.operation for found in operations.creates(described))
    if keys is None:
        return creates
    ordered = {key: index for index, key in enumerate(keys)}

    def position(item: ir.Operation) -> int:
        return min(
            ordered.get(key, len(ordered)) for key in (item.key, item.plain or "")
        )

    chosen = [item for item in creates if position(item) < len(ordered)]
    return tuple(sorted(chosen, key=position))


def _plain(item: ir.Operation) -> str | None:
    """Return the key of the form that answers at once."""
    return item.plain if item.streams else item.key


def _poll_path(described: ir.Api, creates: Iterable[ir.Operation]) -> str | None:
    for item in creates:
        life = _life(described, item)
        if life and life.poll:
            return life.poll.operation.partition(" ")[2]
    return None


def _subscribe(described: ir.Api, create: ir.Operation) -> str | None:
    life = _life(described, create)
    call = life.stream.call if life and life.stream else None
    return call.operation if call else None


def _life(described: ir.Api, item: ir.Operation) -> Lifecycle | None:
    return described.lifecycle(item.lifecycle) if item.lifecycle else None


def _lifecycle(described: ir.Api, create: ir.Operation) -> dict[str, Any] | None:
    life = _life(described, create)
    return None if life is None else _filled(asdict(life))


def _filled(value: Any) -> Any:
    """Drop what is not said, so that a lifecycle reads as it was written."""
    if isinstance(value, dict):
        kept = {key: _filled(item) for key, item in value.items()}
        return {
            key: item for key, item in kept.items() if item not in (None, [], {}, "")
        }
    if isinstance(value, (list, tuple)):
        return [_filled(item) for item in value]
    return value


def _error_statuses(here: ir.Operation) -> set[int]:
    digits = (item.status for item in here.responses if item.status.isdigit())
    return {int(status) for status in digits if int(status) >= 400}


def _error(rule: Any) -> dict[str, Any]:
    found: dict[str, Any] = _filled(asdict(rule))
    return found


def _parameter(item: ir.Parameter, described: ir.Api) -> dict[str, Any]:
    return {
        "name": item.wire,
        "in": item.place,
        "required": item.required,
        **_value(item.schema, described, item.description),
    }


def _value(schema: ir.Schema, described: ir.Api, said: str | None) -> dict[str, Any]:
    found = described.resolve(schema)
    metas = [item for item in (schema.meta, found.meta) if item]
    row: dict[str, Any] = {"type": schemas.type_text(schema, described)}
    text = said or next((meta.description for meta in metas if meta.description), None)
    if text:
        row["description"] = text
    for default in _defaults(metas, schema, described):
        row["default"] = default
    values = schemas.allowed(schema, described)
    if values:
        row["allowed_values"] = list(values)
    if any(isinstance(arm, ir.Null) for arm in schemas.arms(schema, described)):
        row["nullable"] = True
    return row | _limits(schema, described)


def _defaults(
    metas: list[ir.Meta], schema: ir.Schema, described: ir.Api
) -> list[ir.Json]:
    """Return the default: its own, or the one on which its alternatives agree."""
    own = [meta.default for meta in metas if meta.has_default]
    inner = [arm.meta for arm in schemas.arms(schema, described)]
    agreed = {repr(meta.default): meta.default for meta in inner if meta.has_default}
    return own[:1] or (list(agreed.values()) if len(agreed) == 1 else [])


def _limits(schema: ir.Schema, described: ir.Api) -> dict[str, Any]:
    """Return the limits on which all alternatives agree that can have them."""
    arms = list(schemas.arms(schema, described))
    found: dict[str, Any] = {}
    for name in LIMITS:
        values = {getattr(arm, name) for arm in arms if hasattr(arm, name)}
        if len(values) == 1 and (value := values.pop()) is not None:
            found[name] = value
    return found


def _tags(union: ir.Union) -> tuple[tuple[str, int], ...]:
    return union.discriminator.mapping if union.discriminator else ()


def _title(arm: ir.Schema, described: ir.Api, index: int) -> str:
    if isinstance(arm, ir.Ref):
        return arm.name
    return arm.meta.title or f"variant {index + 1}"
