"""ir.Operation -> the runtime's Operation value, one builder for printing and running."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias, cast

from specloom import ir
from specloom.runtime import _operation as runtime

from . import arguments, bodies, constraints, media, names, results, service
from .calls import Call

Side: TypeAlias = Literal["input", "output"]


@dataclass(frozen=True, slots=True)
class Need:
    """A type that a call needs: its name, schema and side."""

    name: str
    schema: ir.Schema
    side: Side
    module: str
    """The resource it is grouped with."""
    own: str = ""
    """Its name where the other one is taken."""


TypeFor: TypeAlias = Callable[[Need], runtime.TypeSource | None]
"""Says where the type of a need is; None where any value will do."""


def value(
    api: ir.Api, call: Call, types: TypeFor, module: str
) -> runtime.Operation[Any]:
    """Return what the runtime needs to know about one call.

    `types` names each type: the printed package does it by module and name, the
    command line by an annotation compiled on first use.
    """
    op = call.operation
    title = names.pascal(call.title or op.operation_id or op.path)
    ask = _Asker(types, module, title)
    found = results.answers(op, stream=call.stream)
    refused = results.refusals(op)
    shape = bodies.shape(api, op)
    return runtime.Operation(
        key=op.key,
        method=op.method,
        path=op.path,
        name=op.operation_id or op.key,
        kind=call.kind,
        parameters=tuple(
            _parameter(api, op, item, ask) for item in arguments.parameters(op)
        ),
        bodies=() if shape is None else _bodies(api, call, shape, ask),
        responses=(
            *(_response(call, item, ask, found) for item in found),
            *(_refusal(item, ask, _told(item, refused)) for item in refused),
        ),
        accept=_accept(call, found),
        security=None if op.security == service.security(api) else op.security,
        server=service.server(op.servers[0]) if op.servers else None,
        result=_result(api, call, ask),
        lifecycle=results.lifecycle_name(api, op),
        plain=op.plain,
        concrete=concrete(api, op),
        streams=op.streams or call.stream,
        pages=op.pages,
        envelope=op.envelope,
        errors=op.errors,
        result_summary=op.result_summary,
    )


def concrete(api: ir.Api, op: ir.Operation) -> tuple[str, ...]:
    """Return the operations whose concrete paths the template of this one fits."""
    if "{" not in op.path:
        return ()
    parts = re.split(r"\{[^{}]*\}", op.path)
    pattern = re.compile("[^/]+".join(map(re.escape, parts)))
    return tuple(
        other.key
        for other in api.operations
        if other.method == op.method
        and "{" not in other.path
        and pattern.fullmatch(other.path)
    )


@dataclass(frozen=True, slots=True)
class _Asker:
    """Asks for the types of one call under names of their own."""

    types: TypeFor
    module: str
    title: str

    def __call__(
        self, suffix: str, schema: ir.Schema | None, side: Side
    ) -> runtime.TypeSource | None:
        if schema is None:
            return None
        shared = _shared(schema) if side == "input" else None
        if shared is not None:
            return shared
        plain = side == "input" and _is_plain(schema)
        own = f"{self.title}{suffix}"
        name = suffix if plain else own
        return self.types(Need(name, schema, side, self.module, own))


def _is_plain(schema: ir.Schema) -> bool:
    """Tell a text, a number or a list of them: many operations take the same."""
    found = schema.items if isinstance(schema, ir.Array) else schema
    return isinstance(found, ir.Text | ir.Numeric)


def _shared(schema: ir.Schema) -> runtime.TypeSource | None:
    """Return the one type of all inputs without limits, where it is that."""
    match schema:
        case ir.Text() if schema.format not in _READ:
            return None if constraints.of_text(schema) else runtime.TEXT
        case ir.Numeric():
            whole = runtime.INTEGER if schema.integer else runtime.NUMBER
            return None if constraints.of_number(schema) else whole
        case ir.Boolean():
            return runtime.BOOLEAN
        case _:
            return None


_READ = frozenset({"binary", "date", "date-time"})
"""Formats that take more than a text."""


def _parameter(
    api: ir.Api, op: ir.Operation, item: ir.Parameter, ask: _Asker
) -> runtime.Parameter:
    filled = arguments.filled_by_runtime(api, op)
    by_runtime = f"{item.place}.{item.wire}".lower() in filled
    return runtime.Parameter(
        wire=item.wire,
        place=item.place,
        style=cast("runtime.Style", item.style),
        explode=item.explode,
        required=item.required and item.acquire is None and not by_runtime,
        allow_reserved=item.allow_reserved,
        media_type=item.media_type,
        encodings=_encodings(api, _shape_of(api, item)),
        type=ask(names.pascal(item.wire), item.schema, "input"),
        invalid_code=item.invalid_code,
    )


def _bodies(
    api: ir.Api, call: Call, shape: bodies.Shape, ask: _Asker
) -> tuple[runtime.Body, ...]:
    """Return the default body, and the forms with files that go beside it."""
    main = _body(api, call, shape, ask)
    forms = [(_body(api, call, item, ask, "Form"), item) for item in shape.others]
    bodies = ((main, shape), *forms)
    if len({item.wires for _, item in bodies}) == 1:
        return tuple(body for body, _ in bodies)
    return tuple(replace(body, fields=item.wires) for body, item in bodies)


def _body(
    api: ir.Api, call: Call, shape: bodies.Shape, ask: _Asker, suffix: str = "Body"
) -> runtime.Body:
    op = call.operation
    assert op.body is not None  # a shape is the shape of a body
    switch = op.stream_switch
    return runtime.Body(
        media_type=shape.content.media_type,
        required=shape.required,
        also=shape.also,
        type=None if shape.is_raw else ask(suffix, shape.schema, "input"),
        encodings=_encodings(api, shape),
        rules=op.body.rules,
        defaults={}
        if switch is None
        else {switch: op.streams or call.kind == "stream"},
    )


def _shape_of(api: ir.Api, item: ir.Parameter) -> bodies.Shape | None:
    """Return the shape of a whole query string (OpenAPI 3.2, `querystring`)."""
    if item.place != "querystring" or item.media_type is None:
        return None
    content = ir.Content(
        media_type=item.media_type, schema=item.schema, encodings=item.encodings
    )
    return bodies.shape_of(api, content)


def _encodings(
    api: ir.Api, shape: bodies.Shape | None
) -> Mapping[str, runtime.Encoding]:
    """Return how parts are written, where it differs from the default."""
    if shape is None or shape.form not in ("multipart", "urlencoded"):
        return {}
    found: dict[str, runtime.Encoding] = {}
    for item in shape.fields or ():
        given = shape.content.encodings.get(item.wire, ir.Encoding())
        encoding = runtime.Encoding(
            content_type=given.content_type or _content_type(api, item.schema),
            style=cast("runtime.Style | None", given.style),
            explode=given.explode,
            allow_reserved=given.allow_reserved,
            file=(
                file := shape.form == "multipart" and bodies.is_file(api, item.schema)
            ),
            text=file and bodies.is_text(api, item.schema),
        )
        if encoding != runtime.Encoding():
            found[item.wire] = encoding
    return found


def _content_type(api: ir.Api, schema: ir.Schema) -> str | None:
    """Return what a file says of itself (`contentMediaType`); JSON where null is one."""
    found = api.resolve(schema)
    if isinstance(found, ir.Array):
        found = api.resolve(found.items)
    if bodies.is_object_or_null(api, found):
        return "application/json"
    written = found.content_media_type if isinstance(found, ir.Text) else None
    says = written is not None and "*" not in written and written != media.ANY_BYTES
    return written if says else None


def _told(answer: results.Answer, among: Sequence[results.Answer]) -> str:
    """Return what tells the types of one status from those of the others."""
    first = answer.status.split()[0]
    return first if len(among) > 1 and first != "default" else ""


def _response(
    call: Call,
    answer: results.Answer,
    ask: _Asker,
    among: Sequence[results.Answer],
) -> runtime.Response:
    suffix = "Event" if answer.reads in results.STREAMED else "Response"
    typed = [item for item in among if item.schema is not None]
    headed = [item for item in among if item.headers is not None]
    plain = call.kind == "plain"
    return runtime.Response(
        status=answer.status,
        media_type=answer.media_type if answer.reads not in ("json", "none") else None,
        reads=answer.reads,
        event=answer.event if answer.reads == "events" else "data",
        type=ask(f"{suffix}{_told(answer, typed)}", answer.schema, "output")
        if plain or call.kind == "stream"
        else None,
        headers=ask(f"Headers{_told(answer, headed)}", answer.headers, "output")
        if plain
        else None,
    )


def _refusal(answer: results.Answer, ask: _Asker, told: str) -> runtime.Response:
    kind = ask(f"Error{told}", answer.schema, "output")
    return runtime.Response(answer.status, kind)


def _result(api: ir.Api, call: Call, ask: _Asker) -> runtime.TypeSource | None:
    op = call.operation
    schema = results.value_schema(api, op, stream=call.stream)
    match call.kind:
        case "job":
            return ask("Result", schema, "output")
        case "pages":
            return ask("Item", schema, "output")
        case "stream":
            return ask("Event", schema, "output")
        case _:
            return None


def _accept(call: Call, found: tuple[results.Answer, ...]) -> str | None:
    """Return the Accept header where it is not the runtime's own choice (JSON)."""
    if call.operation.streams or call.kind == "stream":
        streamed = (item for item in found if item.reads in results.STREAMED)
        return next((item.media_type for item in streamed), "text/event-stream")
    wanted = ", ".join(results.accepted(call.operation))
    return None if wanted in ("", "application/json") else wanted
