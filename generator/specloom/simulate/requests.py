"""Requests as the document sees them: routed, read, checked."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from pydantic import ValidationError

from specloom import ir
from specloom.python.binding import Bound
from specloom.runtime._adapters import adapter
from specloom.runtime._lifecycle import Call
from specloom.runtime._values import LINES, is_json

_BRACES = re.compile(r"\{([^{}]+)\}")
_MISSING = object()


@dataclass(frozen=True, slots=True)
class Incoming:
    """One request: method, target below the server's root, headers, body."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def path(self) -> str:
        """The path, still percent-encoded."""
        return urlsplit(self.target).path

    @property
    def query(self) -> dict[str, list[str]]:
        """The query parameters."""
        return parse_qs(urlsplit(self.target).query, keep_blank_values=True)

    def json(self) -> Any:
        """Return the decoded body; None when there is none or it is not JSON."""
        try:
            return json.loads(self.body) if self.body.strip() else None
        except ValueError:
            return None

    def lines(self) -> list[Any]:
        """Return the values of a body of JSON lines, or of a JSON sequence."""
        found = self.body.decode("utf-8", "replace").replace("\x1e", "\n")
        return [_scalar(line) for line in found.splitlines() if line.strip()]


@dataclass(frozen=True, slots=True)
class Route:
    """An operation and the pattern of its path."""

    operation: ir.Operation
    pattern: re.Pattern[str]

    def arguments(self, incoming: Incoming, base: str) -> dict[str, str] | None:
        """Return the path parameters when the request is for this operation."""
        if incoming.method != self.operation.method:
            return None
        below = incoming.path.removeprefix(base)
        match = self.pattern.fullmatch(below)
        names = _BRACES.findall(self.operation.path)
        if match is None:
            return None
        return dict(zip(names, map(unquote, match.groups()), strict=True))


def routes(api: ir.Api) -> tuple[Route, ...]:
    """Return all routes, the ones with fewer parameters first."""
    ordered = sorted(api.operations, key=lambda item: item.path.count("{"))
    return tuple(Route(item, _pattern(item.path)) for item in ordered)


def _pattern(path: str) -> re.Pattern[str]:
    parts = _BRACES.split(path.split("?")[0])
    fixed = [
        re.escape(part) if index % 2 == 0 else "([^/]+)"
        for index, part in enumerate(parts)
    ]
    return re.compile("".join(fixed))


def unwrapped(operation: ir.Operation, body: Any) -> Any:
    """Return the caller's fields of a body that the document wraps in a key."""
    wrap = operation.body.rules.wrap if operation.body else None
    if wrap and isinstance(body, dict):
        return body.get(wrap, {})
    return body


def authorised(api: ir.Api, operation: ir.Operation, incoming: Incoming) -> bool:
    """Tell whether the request carries a credential the document asks for."""
    wanted = api.security if operation.security is None else operation.security
    schemes = {scheme.name: scheme for scheme in api.security_schemes}
    if not wanted:
        return True
    return any(
        all(_carries(schemes[name], incoming) for name in group if name in schemes)
        for group in wanted
    )


def _carries(scheme: ir.SecurityScheme, incoming: Incoming) -> bool:
    if scheme.kind == "mutualTLS":
        return True
    if scheme.place == "query":
        return bool(incoming.query.get(scheme.wire, [""])[0])
    if scheme.place == "cookie":
        return f"{scheme.wire}=" in incoming.headers.get("cookie", "")
    return bool(incoming.headers.get(scheme.wire.lower(), "").strip())


def problem(
    api: ir.Api,
    bound: Bound,
    operation: ir.Operation,
    incoming: Incoming,
    path: Mapping[str, str],
) -> str | None:
    """Return what in the request breaks the document, None when nothing does."""
    types = {
        (item.place, item.wire): item for item in bound.find(operation.key).parameters
    }
    for parameter in operation.parameters:
        found = _value(parameter, incoming, path)
        where = f"{parameter.place}.{parameter.wire}"
        if found is _MISSING and parameter.required and parameter.acquire is None:
            return f"{where} is required"
        known = types.get((parameter.place, parameter.wire))
        if isinstance(found, str) and known is not None and known.type is not None:
            wrong = _text_mismatch(api.resolve(parameter.schema), known.type, found)
            if wrong is not None:
                return f"{where}: {wrong}"
    return _body_problem(api, bound, operation, incoming)


def _value(parameter: ir.Parameter, incoming: Incoming, path: Mapping[str, str]) -> Any:
    match parameter.place:
        case "path":
            return path.get(parameter.wire, _MISSING)
        case "query":
            start = parameter.wire
            keys = [
                key
                for key in incoming.query
                if key == start or key.startswith(f"{start}[")
            ]
            exploded = parameter.style == "form" and parameter.explode
            if keys == [start] and len(incoming.query[start]) == 1:
                return incoming.query[start][0]
            return keys or (None if exploded and incoming.query else _MISSING)
        case "header":
            return incoming.headers.get(parameter.wire.lower(), _MISSING)
        case "cookie":
            return incoming.headers.get("cookie", _MISSING)
        case _:
            return None


def _text_mismatch(schema: ir.Schema, source: Any, text: str) -> str | None:
    """Return what is wrong with a scalar parameter; lists and objects are let in."""
    match schema:
        case ir.Text():
            return _mismatch(source, text)
        case ir.Numeric() | ir.Boolean():
            return _mismatch(source, _scalar(text))
        case ir.Enum():
            values = [_scalar(text), text]
            found = any(value in schema.values for value in values)
            return None if found else f"{text!r} is none of the allowed values"
        case _:
            return None


def _scalar(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _body_problem(
    api: ir.Api, bound: Bound, operation: ir.Operation, incoming: Incoming
) -> str | None:
    if operation.body is None:
        return None
    if not incoming.body:
        return "a body is required" if operation.body.required else None
    header = incoming.headers.get("content-type", "")
    given = header.split(";")[0].strip().lower()
    for body in bound.find(operation.key).bodies:
        if body.media_type.lower() == given and given in LINES:
            return _mismatch(body.type, incoming.lines())
        if body.media_type.lower() == given and is_json(given):
            return _mismatch(body.type, unwrapped(operation, incoming.json()))
    known = {content.media_type.lower(): content for content in operation.body.contents}
    if given in known:
        return _missing_part(api, known[given], header, incoming.body)
    if any("*" in media_type for media_type in known):
        return None
    return f"content type {given or 'missing'}, expected {' or '.join(sorted(known))}"


def _missing_part(
    api: ir.Api, content: ir.Content, header: str, body: bytes
) -> str | None:
    """Return the first required field that a form does not have."""
    schema = api.resolve(content.schema)
    if not isinstance(schema, ir.Object) or "form" not in content.media_type:
        return None
    names = form_names(header, body)
    missing = [
        item.wire
        for item in schema.properties
        if item.required and item.wire not in names
    ]
    return f"{missing[0]}: Field required" if missing else None


def form_names(header: str, body: bytes) -> set[str]:
    """Return the names of the fields in a form or multipart body."""
    if "urlencoded" in header:
        text = body.decode("utf-8", "replace")
        return {name.split("[")[0] for name in parse_qs(text, keep_blank_values=True)}
    head = f"Content-Type: {header}\r\n\r\n".encode("latin-1", "replace")
    message = BytesParser().parsebytes(head + body)
    parts = message.get_payload() if message.is_multipart() else []
    found = (
        part.get_param("name", header="content-disposition")
        for part in parts
        if isinstance(part, Message)
    )
    return {name for name in found if isinstance(name, str)}


def _mismatch(source: Any, value: Any) -> str | None:
    if source is None:
        return None
    try:
        adapter(source()).validate_python(value)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        place = ".".join(str(part) for part in first["loc"]) or "body"
        return f"{place}: {first['msg']}"
    return None


def asked_id(
    call: Call, incoming: Incoming, operation: ir.Operation, path: Mapping[str, str]
) -> str | None:
    """Return the job id in a request of a follow-up call, None when it has none."""
    for name, location in call.bind.items():
        if "$job.id" not in location and not any(
            expression.startswith("$response.body#/") for expression in location
        ):
            continue
        place, _, wire = name.rpartition(".")
        body = unwrapped(operation, incoming.json())
        in_body = body.get(wire) if isinstance(body, dict) else None
        in_query = incoming.query.get(wire, [None])[0]
        found = path.get(wire) or in_query or in_body
        if found is not None and place in ("", "path", "query", "body"):
            return str(found)
    return None
