"""What a call is given: drawn from the document, by Python name, and compared later."""

from __future__ import annotations

import random
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import httpx

from tests import reading, reading_bodies
from tests.core_judge import IGNORED
from tests.draws import Drawer, Undrawn
from tests.flat import FILE, marked

CREDENTIAL = "drawn-credential"
_TEXT = {"type": "string"}


@dataclass(frozen=True, slots=True)
class Call:
    """One method of a client, as its manifest tells."""

    key: str
    method: str
    kind: str
    parameters: Mapping[tuple[str, str], str]
    media_type: str | None = None
    argument: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Call:
        """Return the call of a row of the manifest."""
        body = row.get("body") or {}
        return cls(
            key=row["key"],
            method=row["call"],
            kind=row["kind"],
            parameters={
                (item["in"], item["wire"]): item["python"] for item in row["parameters"]
            },
            media_type=body.get("media_type"),
            argument=body.get("argument"),
            fields={item["wire"]: item["python"] for item in body.get("fields", ())},
        )

    @property
    def verb(self) -> str:
        """The HTTP method."""
        return self.key.partition(" ")[0]

    @property
    def path(self) -> str:
        """The path template."""
        return self.key.partition(" ")[2]


@dataclass(frozen=True, slots=True)
class Described:
    """The raw document, by operation."""

    document: Mapping[str, Any]

    def resolve(self, value: Any) -> Any:
        """Follow the references of a parameter, body, response or schema."""
        while isinstance(value, Mapping) and isinstance(value.get("$ref"), str):
            found: Any = self.document
            for part in value["$ref"].removeprefix("#/").split("/"):
                key = part.replace("~1", "/").replace("~0", "~")
                found = found[int(key)] if isinstance(found, list) else found[key]
            value = found
        return value

    def operation(self, call: Call) -> Mapping[str, Any]:
        """Return an operation as written."""
        item = self.resolve(self.document["paths"][call.path])
        extra = item.get("x-oas32-additionalOperations", {})
        lower = call.verb.lower()
        found = item.get(lower) or item.get(f"x-oas32-{lower}")
        operation: Mapping[str, Any] = found or extra.get(call.verb, {})
        return operation

    def parameters(self, call: Call) -> dict[tuple[str, str], Mapping[str, Any]]:
        """Return the parameters of an operation; its own go before the path's."""
        item = self.resolve(self.document["paths"][call.path])
        every = [*item.get("parameters", ())]
        every += self.operation(call).get("parameters", ())
        found = [_placed(self.resolve(parameter)) for parameter in every]
        known = {(item["in"], _folded(item)): item for item in found}
        return {(item["in"], item["name"]): item for item in known.values()}


@dataclass(frozen=True, slots=True)
class Given:
    """Drawn values: by wire name for the judges, by Python name for the method."""

    places: Mapping[str, Mapping[str, Any]]
    python: Mapping[str, Any]
    body: Any = None
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Fields of the body that the method has no argument for."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Draws the arguments of calls and compares requests with them."""

    described: Described
    drawer: Drawer
    parts: Drawer
    """The same for multipart, where files are told from texts."""
    dice: random.Random
    secret: frozenset[str]
    """Query parameters that carry credentials."""

    @classmethod
    def of(cls, document: Mapping[str, Any], dice: random.Random) -> Asking:
        """Return what asks the operations of a document."""
        schemes = document.get("components", {}).get("securitySchemes", {})
        secret = (
            item["name"] for item in schemes.values() if item.get("in") == "query"
        )
        return cls(
            Described(document),
            Drawer(document, dice),
            Drawer(marked(document), dice),
            dice,
            frozenset(secret),
        )

    def arguments(self, call: Call, wealth: float) -> Given:
        """Draw arguments: those that must be there, and others as wealth has it."""
        self.drawer.wealth = self.parts.wealth = wealth
        places: dict[str, dict[str, Any]] = {}
        python: dict[str, Any] = {}
        for (place, name), rule in self.described.parameters(call).items():
            if _ignored(place, name, call) or name in self.secret:
                continue
            if not rule.get("required") and self.dice.random() >= wealth:
                continue
            value = self.drawer.draw(_schema(rule), partial(_sendable, rule))
            if (place, name) not in call.parameters:
                raise Undrawn(f"the client has no {place} parameter `{name}`")
            places.setdefault(place, {})[name] = value
            python[call.parameters[place, name]] = value
        return self._with_body(call, places, python)

    def _with_body(self, call: Call, places: Any, python: dict[str, Any]) -> Given:
        body = self.described.resolve(self.described.operation(call).get("requestBody"))
        if call.media_type is None or not body:
            return Given(places, python)
        content = body["content"].get(call.media_type, {})
        value = self._body(call, content, call.argument is None)
        if call.argument is not None:
            return Given(places, {**python, call.argument: value}, value)
        for name in self._switches(content.get("schema")) - set(call.fields):
            value[name] = call.kind == "stream"
        known = {key: item for key, item in value.items() if key in call.fields}
        extra = {key: item for key, item in value.items() if key not in call.fields}
        fields = {call.fields[key]: item for key, item in known.items()}
        return Given(places, {**python, **fields}, value, extra)

    def _switches(self, schema: Any) -> set[str]:
        """Return the fields of a body that a method may set by itself."""
        schema = self.described.resolve(schema)
        if not isinstance(schema, Mapping):
            return set()
        found = {name for name in schema.get("properties", {}) if name == "stream"}
        for key in ("allOf", "oneOf", "anyOf"):
            for arm in schema.get(key) or ():
                found |= self._switches(arm)
        return found

    def _body(self, call: Call, raw: Mapping[str, Any], flat: bool) -> Any:
        media_type = (call.media_type or "").partition(";")[0].strip().lower()
        schema = raw.get("schema", True)
        if media_type in reading_bodies.LINES:
            return self._lines(raw.get("x-oas32-itemSchema", schema))
        if "json" in media_type or media_type in ("*/*", ""):
            return self.drawer.draw(schema, _has_fields if flat else _any_value)
        if media_type == "application/x-www-form-urlencoded":
            return self.drawer.draw(schema, _is_form)
        if media_type.startswith("multipart/"):
            fields = {"type": "object"} if schema in (True, {}) else schema
            value = self.parts.draw(marked(fields), _is_form)
            return {name: _files(item) for name, item in value.items()}
        if media_type.startswith("text/"):
            return self.drawer.draw(schema if self._is_scalar(schema) else _TEXT)
        content = self.dice.randbytes(12)
        declared = self.described.resolve(schema)
        coded = isinstance(declared, Mapping) and "contentEncoding" in declared
        return b64encode(content) if coded else content

    def _lines(self, schema: Any) -> list[Any]:
        """Draw what goes line by line: the items of a list, or several values."""
        declared = self.described.resolve(schema)
        whole = isinstance(declared, Mapping) and declared.get("type") == "array"
        if whole:
            return list(self.drawer.draw(schema))
        return [self.drawer.draw(schema) for _ in range(2)]

    def _is_scalar(self, schema: Any) -> bool:
        declared = self.described.resolve(schema)
        kind = declared.get("type") if isinstance(declared, Mapping) else None
        return kind not in ("object", "array", None)

    def compare(self, call: Call, given: Given, request: httpx.Request) -> None:
        """Raise Unlike unless a request carries what was given, and nothing else."""
        rules = list(self.described.parameters(call).values())
        shown = _without(request, self.secret)
        reading.compare(shown, call.path, rules, given.places)
        body = self.described.resolve(self.described.operation(call).get("requestBody"))
        if not request.content and (given.body is None or not body.get("required")):
            if given.body:
                raise reading.Unlike("the body was not sent")
        elif given.body is None and not body:
            raise reading.Unlike(f"a body nobody gave: {request.content[:80]!r}")
        else:
            media_type = call.media_type or ""
            content = body["content"].get(media_type, {})
            reading_bodies.compare_body(request, media_type, content, given.body)


def _ignored(place: str, name: str, call: Call) -> bool:
    if place == "header" and name.lower() in IGNORED:
        return True
    return place == "path" and f"{{{name}}}" not in call.path


def _placed(rule: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a parameter with the place that OpenAPI 3.2 gives it."""
    return {**rule, "in": rule.get("x-oas32-in", rule["in"])}


def _folded(rule: Mapping[str, Any]) -> str:
    name: str = rule["name"]
    return name.lower() if rule["in"] == "header" else name


def _schema(rule: Mapping[str, Any]) -> Any:
    if "schema" in rule:
        return rule["schema"]
    contents = rule.get("content") or {"": {}}
    return next(iter(contents.values())).get("schema", True)


def _sendable(rule: Mapping[str, Any], value: Any) -> bool:
    """Tell whether a place can carry a value: nothing and empty have no form there."""
    if all(item is None for item in _scalars(value)):
        return False
    place = rule["in"]
    if place == "querystring":
        return _is_form(value)
    if place == "path":
        return all(str(item) not in ("", ".", "..") for item in _scalars(value))
    return place == "query" or all(_plain(item) for item in _scalars(value))


def _plain(value: Any) -> bool:
    text = str(value)
    return text.isascii() and text.isprintable() and text == text.strip()


def _scalars(value: Any) -> Iterator[Any]:
    match value:
        case dict():
            yield from value
            for item in value.values():
                yield from _scalars(item)
        case list():
            for item in value:
                yield from _scalars(item)
        case _:
            yield value


def _any_value(value: Any) -> bool:
    return True


def _has_fields(value: Any) -> bool:
    return isinstance(value, dict)


def _is_form(value: Any) -> bool:
    """Tell whether a form can say a value: nothing and empty have no pairs."""
    return isinstance(value, dict) and all(map(_has_pairs, value.values()))


def _has_pairs(value: Any) -> bool:
    match value:
        case dict() | list():
            members = value.values() if isinstance(value, dict) else value
            return bool(value) and all(map(_has_pairs, members))
        case _:
            return value is not None


def _files(value: Any) -> Any:
    """Return bytes for the texts that are files."""
    if isinstance(value, list):
        return [_files(item) for item in value]
    drawn = isinstance(value, str) and re.fullmatch(FILE, value)
    return value.encode() if drawn else value


def _without(request: httpx.Request, secret: frozenset[str]) -> httpx.Request:
    """Return the request without the query parameters of credentials."""
    kept = [
        pair
        for pair in request.url.query.decode("ascii").split("&")
        if pair
        and not (reading.split(pair)[0] in secret and pair.endswith(f"={CREDENTIAL}"))
    ]
    url = request.url.copy_with(query="&".join(kept).encode() or None)
    return httpx.Request(request.method, url, headers=request.headers)
