"""Read an endpoint catalogue, a JSON list of endpoints, as an OpenAPI document.

A mapping says under which keys a catalogue keeps what an endpoint is; without one,
the usual spellings are tried. Names are kept exactly (`x-specloom-exact-name`) and
must be unique; placeholders in an endpoint become path parameters; what is text in
the catalogue stays text, also `"True"` and `"5"`.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, Final
from urllib.parse import urlsplit

from specloom import location
from specloom.diagnostics import Diagnostic, Effect, Report, SpecError
from specloom.spec import text as texts
from specloom.spec.document import Document, Source
from specloom.spec.grammar import METHODS, clone

MAX_ENTRIES: Final = 20_000

_PLACEHOLDER: Final = re.compile(r"\{([^{}/]+)\}|:([A-Za-z_][A-Za-z0-9_]*)(?=/|$)")
_LIST: Final = re.compile(
    r"(?:array|list)\s*[<\[(]\s*([a-z]+)\s*[>\])]\Z|([a-z]+)\[\]\Z"
)
_TYPES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("string", "str", "text", "enum", "file", "url", "uri"), "string"),
    **dict.fromkeys(("integer", "int", "long"), "integer"),
    **dict.fromkeys(("number", "float", "double", "decimal"), "number"),
    **dict.fromkeys(("boolean", "bool"), "boolean"),
    **dict.fromkeys(("object", "map", "dict", "json"), "object"),
    **dict.fromkeys(("array", "list"), "array"),
}
_FORMATS: Final = {"url": "uri", "uri": "uri"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """Where a catalogue keeps things: for each thing the keys to try, in order."""

    entries: tuple[str, ...] = ()
    """Keys that lead to the list, when the top level is an object."""
    name: tuple[str, ...] = ("name", "title")
    endpoint: tuple[str, ...] = ("endpoint", "url", "path")
    method: tuple[str, ...] = ("method", "http_method")
    describe: tuple[str, ...] = ("describe", "description", "summary")
    category: tuple[str, ...] = ("category", "group", "tag")
    code: tuple[str, ...] = ("model_code", "code", "slug")
    body: tuple[str, ...] = ("api_body", "body", "parameters", "params", "fields")
    deprecated: tuple[str, ...] = ("deprecated",)
    field_name: tuple[str, ...] = ("name", "key", "field")
    field_type: tuple[str, ...] = ("type",)
    field_required: tuple[str, ...] = ("required",)
    field_describe: tuple[str, ...] = ("describe", "description")
    field_enum: tuple[str, ...] = ("enum", "options", "values", "allowed")
    field_default: tuple[str, ...] = ("default",)
    field_format: tuple[str, ...] = ("format", "x_format")
    field_place: tuple[str, ...] = ("in", "x_in")
    field_fields: tuple[str, ...] = ("fields", "properties", "children")
    min_length: tuple[str, ...] = ("min_length", "minLength", "x_min_length")
    max_length: tuple[str, ...] = ("max_length", "maxLength")
    min_items: tuple[str, ...] = ("min_items", "minItems")
    max_items: tuple[str, ...] = ("max_items", "maxItems")
    minimum: tuple[str, ...] = ("minimum", "min")
    maximum: tuple[str, ...] = ("maximum", "max")
    pattern: tuple[str, ...] = ("pattern",)
    title: str = ""
    """Title of the document."""
    base_url: str = ""
    """Base URL for endpoints that are paths."""
    key_header: str = ""
    """Header that carries the key."""


def is_catalogue(data: Any, mapping: Mapping[str, Any] | None = None) -> bool:
    """Say whether data is a list of endpoints: objects with a name and an endpoint."""
    keys = _keys(mapping)
    listed = _listed(data, keys)
    return bool(listed) and all(
        isinstance(entry, dict)
        and isinstance(_first(entry, keys.name), str)
        and isinstance(_first(entry, keys.endpoint), str)
        for entry in listed
    )


def convert(
    document: Document, mapping: Mapping[str, Any] | None, report: Report
) -> Document:
    """Return the catalogue as an OpenAPI 3.1 document.

    SpecError when it is no catalogue, or when names are not unique (all of them are
    listed, sorted).
    """
    keys = _keys(mapping)
    if not is_catalogue(document.data, mapping):
        raise texts.fault("SPEC024", document.name, "not a list of endpoints")
    for finding in document.findings:
        report.add(finding)
    return _Importer(document, keys, report).convert()


def _keys(mapping: Mapping[str, Any] | None) -> Keys:
    keys = Keys()
    known = {item.name: item for item in fields(Keys)}
    for name, value in (mapping or {}).items():
        if name not in known:
            raise _bad_mapping(f"`{name}` is not one of {', '.join(sorted(known))}")
        texts_given = [value] if isinstance(value, str) else value
        if not isinstance(texts_given, list) or not all(
            isinstance(item, str) for item in texts_given
        ):
            raise _bad_mapping(f"`{name}` must be a key or a list of keys")
        single = isinstance(getattr(keys, name), str)
        new: Any = texts_given[0] if single and texts_given else tuple(texts_given)
        keys = replace(keys, **{name: new})
    return keys


def _bad_mapping(reason: str) -> SpecError:
    return texts.fault("SPEC025", "catalogue mapping", reason)


def _listed(data: Any, keys: Keys) -> list[Any]:
    for key in keys.entries:
        data = data.get(key) if isinstance(data, dict) else None
    return data if isinstance(data, list) else []


def _first(entry: Mapping[str, Any], names: Sequence[str]) -> Any:
    return next((entry[name] for name in names if entry.get(name) is not None), None)


def _text(entry: Mapping[str, Any], names: Sequence[str]) -> str:
    found = _first(entry, names)
    return found.strip() if isinstance(found, str) else ""


@dataclass(slots=True)
class _Importer:
    """One catalogue on its way to an OpenAPI document."""

    document: Document
    keys: Keys
    report: Report
    paths: dict[str, Any] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    servers: Counter[str] = field(default_factory=Counter)
    ids: set[str] = field(default_factory=set)

    def convert(self) -> Document:
        base = "".join(f"/{key}" for key in self.keys.entries)
        entries = _listed(self.document.data, self.keys)
        self._check(entries)
        for index, entry in enumerate(entries):
            self._entry(entry, f"{base}/{index}")
        data: dict[str, Any] = {
            "openapi": "3.1.0",
            "info": {"title": self.keys.title or self._title(), "version": ""},
            "servers": [{"url": url} for url, _ in self._by_use()],
            "tags": self._tags(entries),
            "paths": self.paths,
        }
        if self.keys.key_header:
            data |= _api_key(self.keys.key_header)
        self._servers()
        sources = {"": self.document.source(""), **self.sources}
        return replace(self.document, data=data, sources=sources, findings=())

    def _check(self, entries: list[Any]) -> None:
        if len(entries) > MAX_ENTRIES:
            reason = f"more than {MAX_ENTRIES} endpoints"
            raise texts.fault("SPEC003", self.document.name, reason)
        names = Counter(_text(entry, self.keys.name) for entry in entries)
        repeated = sorted(name for name, count in names.items() if count > 1)
        if repeated:
            reason = f"names are not unique: {', '.join(repeated)}"
            raise texts.fault("SPEC026", self.document.name, reason)

    def _title(self) -> str:
        stem = re.split(r"[\\/]", self.document.name)[-1].partition(".")[0]
        return stem.replace("_", " ").strip("<> ") or "catalogue"

    def _by_use(self) -> list[tuple[str, int]]:
        return sorted(self.servers.items(), key=lambda pair: (-pair[1], pair[0]))

    def _tags(self, entries: list[Any]) -> list[dict[str, str]]:
        found = {_text(entry, self.keys.category) for entry in entries}
        return [{"name": name} for name in sorted(found - {""})]

    def _servers(self) -> None:
        """Paths on another origin than the most used one name their own."""
        common = self._by_use()[0][0] if self.servers else ""
        for item in self.paths.values():
            for operation in item.values():
                own = operation.pop("x-origin")
                if own and own != common:
                    operation["servers"] = [{"url": own}]

    def _entry(self, entry: dict[str, Any], pointer: str) -> None:
        origin, path = self._address(_text(entry, self.keys.endpoint))
        method = (_text(entry, self.keys.method) or "post").lower()
        item = self.paths.setdefault(path, {})
        if method not in METHODS or method in item:
            taken = "stands twice" if method in item else "is no HTTP method we know"
            message = (
                f"{method.upper():.20} {path:.120} {taken}; the endpoint is left out"
            )
            self._say("SPEC027", message, pointer, "dropped")
            return
        if origin:
            self.servers[origin] += 1
        at = location.join("/paths", path, method)
        self.sources[at] = self.document.source(pointer)
        item[method] = self._operation(entry, pointer, at, method, path)
        item[method]["x-origin"] = origin

    def _address(self, endpoint: str) -> tuple[str, str]:
        parts = urlsplit(endpoint)
        origin = f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
        path = endpoint.partition("?")[0].partition("#")[0]
        path = path.removeprefix(origin) or "/"
        path = _PLACEHOLDER.sub(lambda m: f"{{{m.group(1) or m.group(2)}}}", path)
        return origin or self.keys.base_url, path if path[0] == "/" else f"/{path}"

    def _operation(
        self, entry: dict[str, Any], pointer: str, at: str, method: str, path: str
    ) -> dict[str, Any]:
        name = _text(entry, self.keys.name)
        found: dict[str, Any] = {
            "operationId": self._identifier(entry, name),
            "x-specloom-exact-name": name,
            "summary": name,
        }
        described, category = (
            _text(entry, self.keys.describe),
            _text(entry, self.keys.category),
        )
        found |= {"description": described} if described else {}
        found |= {"tags": [category]} if category else {}
        found |= (
            {"deprecated": True} if _first(entry, self.keys.deprecated) is True else {}
        )
        code = _text(entry, self.keys.code)
        found |= {"x-catalogue-code": code} if code else {}
        found |= self._inputs(entry, pointer, at, method, path)
        found["responses"] = self._responses(entry)
        return found

    def _identifier(self, entry: dict[str, Any], name: str) -> str:
        stem = _slug(name) or _slug(_text(entry, self.keys.code)) or "endpoint"
        code = _slug(_text(entry, self.keys.code))
        wanted = [stem, *([code] if code else [])]
        wanted += [f"{stem}_{number}" for number in range(2, len(self.ids) + 3)]
        chosen = next(item for item in wanted if item not in self.ids)
        self.ids.add(chosen)
        return chosen

    def _inputs(
        self, entry: dict[str, Any], pointer: str, at: str, method: str, path: str
    ) -> dict[str, Any]:
        """Split the fields into path, query and header parameters and the body."""
        in_path = [one or other for one, other in _PLACEHOLDER.findall(path)]
        parameters: list[dict[str, Any]] = []
        body = _Fields()
        for item, where in self._fields(entry, pointer):
            name = _text(item, self.keys.field_name)
            place = "path" if name in in_path else _text(item, self.keys.field_place)
            if not place and method in ("get", "head", "delete"):
                place = "query"
            schema = self._schema(item, where)
            required = place == "path" or self._required(item, where)
            if place not in ("path", "query", "header", "cookie"):
                home = location.join(
                    at,
                    *("requestBody", "content", "application/json", "schema"),
                    "properties",
                    name,
                )
                self.sources[home] = self.document.source(where)
                body.add(name, schema, required)
                continue
            self.sources[f"{at}/parameters/{len(parameters)}"] = self.document.source(
                where
            )
            parameters.append(_parameter(name, place, schema, required))
        declared = {item["name"] for item in parameters if item["in"] == "path"}
        parameters += [
            _parameter(name, "path", {"type": "string"}, True)
            for name in dict.fromkeys(in_path)
            if name not in declared
        ]
        found: dict[str, Any] = {"parameters": parameters} if parameters else {}
        return found | ({"requestBody": body.content()} if body.properties else {})

    def _fields(
        self, entry: dict[str, Any], pointer: str
    ) -> list[tuple[dict[str, Any], str]]:
        key = next((key for key in self.keys.body if entry.get(key) is not None), None)
        if key is None:
            return []
        at, listed = location.join(pointer, key), entry[key]
        if isinstance(listed, dict):
            return [
                ({self.keys.field_name[0]: name, **value}, location.join(at, name))
                for name, value in listed.items()
                if isinstance(value, dict)
            ]
        found = []
        for index, item in enumerate(listed if isinstance(listed, list) else ()):
            if isinstance(item, dict) and _text(item, self.keys.field_name):
                found.append((item, f"{at}/{index}"))
            else:
                message = "a field without a name; it is left out"
                self._say("SPEC028", message, f"{at}/{index}", "dropped")
        return found

    def _required(self, item: dict[str, Any], pointer: str) -> bool:
        value = _first(item, self.keys.field_required)
        if isinstance(value, str) and value.strip().lower() in ("true", "yes", "1"):
            return True
        if value is not None and not isinstance(value, bool | str | int):
            self._say("SPEC028", "`required` is no boolean; read as false", pointer)
        return value is True or value == 1

    def _schema(self, item: dict[str, Any], pointer: str) -> dict[str, Any]:
        schema = self._typed(_first(item, self.keys.field_type), pointer)
        inner = schema.get("items", schema)
        described = _text(item, self.keys.field_describe)
        schema |= {"description": described} if described else {}
        written = _text(item, self.keys.field_format)
        inner |= {"format": written} if written else {}
        choices = _first(item, self.keys.field_enum)
        if isinstance(choices, list) and choices:
            inner["enum"] = self._values(inner, choices, pointer)
        if (default := _first(item, self.keys.field_default)) is not None:
            listed = schema is not inner and not isinstance(default, list)
            values = self._values(inner, [default], pointer)
            schema["default"] = clone(values) if listed else values[0]
        self._limits(item, schema, inner)
        if schema.get("type") == "object":
            self._nested(item, schema, pointer)
        return schema

    def _typed(self, written: Any, pointer: str) -> dict[str, Any]:
        text = written.strip().lower() if isinstance(written, str) else ""
        if found := _LIST.match(text):
            return {
                "type": "array",
                "items": self._typed(found[1] or found[2], pointer),
            }
        if text in _TYPES:
            schema: dict[str, Any] = {"type": _TYPES[text]}
            return schema | ({"format": _FORMATS[text]} if text in _FORMATS else {})
        if text not in ("", "any"):
            message = f"type {text!r:.40} is not known; any value is taken"
            self._say("SPEC028", message, pointer, "degraded")
        return {}

    def _values(
        self, schema: dict[str, Any], values: list[Any], pointer: str
    ) -> list[Any]:
        """Values of a text field are texts; a number in the catalogue is written out."""
        if schema.get("type") != "string":
            return values
        mended = [
            value if isinstance(value, str | None | list | dict) else json.dumps(value)
            for value in values
        ]
        if mended != values:
            message = "values of a text field are not texts; read as their text"
            self._say("SPEC028", message, pointer, "repaired")
        return mended

    def _limits(
        self, item: dict[str, Any], schema: dict[str, Any], inner: dict[str, Any]
    ) -> None:
        kinds = {
            "min_length": ("minLength", inner, "string"),
            "max_length": ("maxLength", inner, "string"),
            "min_items": ("minItems", schema, "array"),
            "max_items": ("maxItems", schema, "array"),
            "minimum": ("minimum", inner, "number"),
            "maximum": ("maximum", inner, "number"),
        }
        for key, (keyword, target, kind) in kinds.items():
            value = _first(item, getattr(self.keys, key))
            number = isinstance(value, int | float) and not isinstance(value, bool)
            fits = target.get("type") in (
                (kind, "integer") if kind == "number" else (kind,)
            )
            if number and fits:
                target[keyword] = value
        pattern = _text(item, self.keys.pattern)
        if pattern and inner.get("type") == "string":
            inner["pattern"] = pattern

    def _nested(
        self, item: dict[str, Any], schema: dict[str, Any], pointer: str
    ) -> None:
        key = next((k for k in self.keys.field_fields if item.get(k)), None)
        if key is None:
            return
        inner = _Fields()
        for member, where in self._fields({self.keys.body[0]: item[key]}, pointer):
            name = _text(member, self.keys.field_name)
            inner.add(name, self._schema(member, where), self._required(member, where))
        schema |= inner.schema()

    def _responses(self, entry: dict[str, Any]) -> dict[str, Any]:
        """The response table and the samples are known by their shape, not their key."""
        media: dict[str, Any] = {}
        for value in entry.values():
            if not isinstance(value, dict):
                continue
            if isinstance(value.get("list"), list) and value["list"]:
                media["schema"] = self._table(value["list"])
            for sample in value.get("response") or () if _has_samples(value) else ():
                if isinstance(sample, dict) and str(sample.get("type")) == "200":
                    media |= _sample(sample.get("code_example"))
        return {"200": {"description": "OK", "content": {"application/json": media}}}

    def _table(self, rows: list[Any]) -> dict[str, Any]:
        properties: dict[str, Any] = {}
        for row in rows:
            if not isinstance(row, dict) or not _text(row, self.keys.field_name):
                continue
            at = properties
            *parents, last = _text(row, self.keys.field_name).split(".")
            for name in parents:
                inner = at.setdefault(name, {"type": "object"})
                at = inner.setdefault("properties", {})
            at[last] = {
                **self._typed(_first(row, self.keys.field_type), ""),
                **at.get(last, {}),
            }
            described = _text(row, self.keys.field_describe)
            at[last] |= {"description": described} if described else {}
        return {"type": "object", "properties": properties}

    def _say(
        self, code: str, message: str, pointer: str, effect: Effect = "repaired"
    ) -> None:
        place = location.locate(
            self.document.text, pointer, self.document.origin.format
        )
        self.report.add(
            Diagnostic(
                code=code,
                message=message,
                pointer=pointer,
                effect=effect,
                subject="operation" if code == "SPEC027" else "keyword",
                line=place.line,
                column=place.column,
            )
        )


@dataclass(slots=True)
class _Fields:
    """The properties of one object."""

    properties: dict[str, Any] = field(default_factory=dict)
    required: list[str] = field(default_factory=list)

    def add(self, name: str, schema: dict[str, Any], required: bool) -> None:
        self.properties[name] = schema
        self.required += [name] if required else []

    def schema(self) -> dict[str, Any]:
        found: dict[str, Any] = {"type": "object", "properties": self.properties}
        return found | ({"required": self.required} if self.required else {})

    def content(self) -> dict[str, Any]:
        content = {"application/json": {"schema": self.schema()}}
        return {"required": bool(self.required), "content": content}


def _parameter(
    name: str, place: str, schema: dict[str, Any], required: bool
) -> dict[str, Any]:
    described = (
        {"description": schema["description"]} if "description" in schema else {}
    )
    plain = {key: value for key, value in schema.items() if key != "description"}
    needed = {"required": True} if required else {}
    return {"name": name, "in": place, **needed, **described, "schema": plain}


def _slug(text: str) -> str:
    return re.sub(r"[^0-9a-z]+", "_", text.lower()).strip("_")


def _has_samples(value: dict[str, Any]) -> bool:
    return isinstance(value.get("response"), list)


def _sample(text: Any) -> dict[str, Any]:
    """Return a sample answer as an example, when it is JSON."""
    try:
        return {"example": json.loads(text)} if isinstance(text, str) else {}
    except (ValueError, RecursionError):
        return {}


def _api_key(header: str) -> dict[str, Any]:
    scheme = {"type": "apiKey", "in": "header", "name": header}
    return {
        "components": {"securitySchemes": {"apiKey": scheme}},
        "security": [{"apiKey": []}],
    }
