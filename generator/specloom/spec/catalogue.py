"""Read an endpoint catalogue, a JSON list of endpoints, as an OpenAPI document.

A mapping says under which keys a catalogue keeps what an endpoint is; without one,
the keys are recognised. Names are kept exactly (`x-specloom-exact-name`) and
must be unique; placeholders in an endpoint become path parameters; what is text in
the catalogue stays text, also `"True"` and `"5"`.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from specloom import location
from specloom.diagnostics import Diagnostic, Report
from specloom.spec import text as texts
from specloom.spec.catalogue_fields import Fields, Properties
from specloom.spec.catalogue_keys import Keys, extras, first, listed, read_keys, text_of
from specloom.spec.catalogue_shape import guessed, is_endpoint, recognise
from specloom.spec.document import Document, Source
from specloom.spec.grammar import METHODS

MAX_ENTRIES: Final = 20_000

_BODY: Final = "/requestBody/content/application~1json/schema"

_ORIGIN: Final = re.compile(r"https?://[^/?#\s]+", re.IGNORECASE)
_PLACEHOLDER: Final = re.compile(r"\{([^{}/]+)\}|:([A-Za-z_][A-Za-z0-9_]*)(?=/|$)")


def is_catalogue(data: Any, mapping: Mapping[str, Any] | None = None) -> bool:
    """Say whether data holds a list of endpoints: objects with a name and an address."""
    return recognise(data, mapping) is not None


def convert(
    document: Document, mapping: Mapping[str, Any] | None, report: Report
) -> Document:
    """Return the catalogue as an OpenAPI 3.1 document.

    SpecError when it is no catalogue, or when names are not unique (all of them are
    listed, sorted).
    """
    keys = recognise(document.data, mapping)
    if keys is None:
        raise texts.fault("SPEC024", document.name, _no_endpoints(mapping))
    for finding in document.findings:
        report.add(finding)
    if found := guessed(keys, mapping):
        report.add(_told(found))
    return _Importer(document, keys, Fields(document, keys, report)).convert()


def _no_endpoints(mapping: Mapping[str, Any] | None) -> str:
    keys = read_keys(mapping)
    at = f" under `{'.'.join(keys.entries)}`" if keys.entries else ""
    return (
        f"no list of endpoints{at}; expected objects with a name "
        f"(`{'`, `'.join(keys.name)}`) and an address (`{'`, `'.join(keys.endpoint)}`)"
    )


def _told(found: Mapping[str, str]) -> Diagnostic:
    """Say what was recognised, in the words of a mapping."""
    pairs = ", ".join(f'{name} = "{key}"' for name, key in found.items())
    return Diagnostic(
        code="SPEC029",
        message=f"the keys of this catalogue were recognised: {pairs}",
        severity="note",
        subject="document",
        hint="Where one is wrong, name it in `[clients.NAME.catalogue]`.",
    )


@dataclass(slots=True)
class _Importer:
    """One catalogue on its way to an OpenAPI document."""

    document: Document
    keys: Keys
    fields: Fields
    paths: dict[str, Any] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    servers: Counter[str] = field(default_factory=Counter)
    ids: set[str] = field(default_factory=set)

    def convert(self) -> Document:
        base = "".join(f"/{key}" for key in self.keys.entries)
        entries = listed(self.document.data, self.keys)
        self._check(entries)
        for index, entry in enumerate(entries):
            if is_endpoint(entry, self.keys):
                self._entry(entry, f"{base}/{index}")
            else:
                message = "an entry without a name or an address; it is left out"
                self.fields.say("SPEC027", message, f"{base}/{index}", "dropped")
        data: dict[str, Any] = {
            "openapi": "3.1.0",
            "info": {"title": self.keys.title or self._title(), "version": ""},
            "servers": [{"url": url} for url, _ in self._by_use()[:1]],
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
        good = (entry for entry in entries if is_endpoint(entry, self.keys))
        names = Counter(text_of(entry, self.keys.name) for entry in good)
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
        good = (entry for entry in entries if is_endpoint(entry, self.keys))
        found = {text_of(entry, self.keys.category) for entry in good}
        return [{"name": name} for name in sorted(found - {""})]

    def _servers(self) -> None:
        """Paths on another origin than the most used one name their own."""
        common = self._by_use()[0][0] if self.servers else ""
        for item in self.paths.values():
            for operation in item.values():
                own = operation.pop("x-origin")
                if own and own != common:
                    operation["servers"] = [{"url": own, "x-specloom-foreign": True}]

    def _entry(self, entry: dict[str, Any], pointer: str) -> None:
        origin, path = self._address(text_of(entry, self.keys.endpoint))
        method = (text_of(entry, self.keys.method) or "post").lower()
        item = self.paths.setdefault(path, {})
        if method not in METHODS or method in item:
            taken = "stands twice" if method in item else "is no HTTP method we know"
            message = (
                f"{method.upper():.20} {path:.120} {taken}; the endpoint is left out"
            )
            self.fields.say("SPEC027", message, pointer, "dropped")
            return
        if origin:
            self.servers[origin] += 1
        at = location.join("/paths", path, method)
        self.sources[at] = self.document.source(pointer)
        item[method] = self._operation(entry, pointer, at, method, path)
        item[method]["x-origin"] = origin

    def _address(self, endpoint: str) -> tuple[str, str]:
        found = _ORIGIN.match(endpoint)
        origin = found.group() if found else ""
        path = endpoint.partition("?")[0].partition("#")[0]
        path = path.removeprefix(origin) or "/"
        path = _PLACEHOLDER.sub(lambda m: f"{{{m.group(1) or m.group(2)}}}", path)
        return origin or self.keys.base_url, path if path[0] == "/" else f"/{path}"

    def _operation(
        self, entry: dict[str, Any], pointer: str, at: str, method: str, path: str
    ) -> dict[str, Any]:
        name = text_of(entry, self.keys.name)
        category = text_of(entry, self.keys.category)
        given = {
            "description": text_of(entry, self.keys.describe),
            "tags": [category] if category else [],
            "deprecated": first(entry, self.keys.deprecated) is True,
            "x-catalogue-code": text_of(entry, self.keys.code),
        }
        return {
            "operationId": self._identifier(entry, name),
            "x-specloom-exact-name": name,
            "summary": name,
            **{key: value for key, value in given.items() if value},
            **extras(entry, self.keys),
            **self._inputs(entry, pointer, at, method, path),
            "responses": self._responses(entry),
        }

    def _identifier(self, entry: dict[str, Any], name: str) -> str:
        stem = _slug(name) or _slug(text_of(entry, self.keys.code)) or "endpoint"
        code = _slug(text_of(entry, self.keys.code))
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
        body = Properties()
        for item, where in self.fields.fields(entry, pointer):
            name = text_of(item, self.keys.field_name)
            place = "path" if name in in_path else text_of(item, self.keys.field_place)
            if not place and method in ("get", "head", "delete"):
                place = "query"
            schema = self.fields.schema(item, where)
            required = place == "path" or self.fields.required(item, where)
            if place in ("path", "query", "header", "cookie"):
                home = f"{at}/parameters/{len(parameters)}"
                parameters.append(_parameter(name, place, schema, required))
            else:
                home = location.join(f"{at}{_BODY}/properties", name)
                body.add(name, schema, required)
            self.sources[home] = self.document.source(where)
        declared = {item["name"] for item in parameters if item["in"] == "path"}
        missing = [name for name in dict.fromkeys(in_path) if name not in declared]
        parameters += [_parameter(n, "path", {"type": "string"}, True) for n in missing]
        found: dict[str, Any] = {"parameters": parameters} if parameters else {}
        return found | ({"requestBody": body.content()} if body.properties else {})

    def _responses(self, entry: dict[str, Any]) -> dict[str, Any]:
        """The response table and the samples are known by their shape, not their key."""
        media: dict[str, Any] = {}
        for value in entry.values():
            if not isinstance(value, dict):
                continue
            if isinstance(value.get("list"), list) and value["list"]:
                media["schema"] = self.fields.table(value["list"])
            for sample in value.get("response") or () if _has_samples(value) else ():
                if isinstance(sample, dict) and str(sample.get("type")) == "200":
                    media |= _sample(sample.get("code_example"))
        return {"200": {"description": "OK", "content": {"application/json": media}}}


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
