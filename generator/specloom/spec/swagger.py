"""Write a Swagger 2.0 document as OpenAPI 3.0; `upgrade` takes it from there.

Schemas only move; their keywords (`x-nullable`, `file`, a discriminator that is a
text) are read by the upgrade. A document of version 3 passes through untouched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any, Final

from specloom import location
from specloom.diagnostics import Report
from specloom.spec import document as documents
from specloom.spec import media, parameter_refs
from specloom.spec.document import Document, Source
from specloom.spec.draft import Draft
from specloom.spec.grammar import METHODS, clone
from specloom.spec.repair import Node
from specloom.spec.values import LIST_STYLES

_JSON: Final = ("application/json",)
_FORM: Final = "application/x-www-form-urlencoded"
_MULTIPART: Final = "multipart/form-data"
_FORMS: Final = (_FORM, _MULTIPART)
_KEPT: Final = ("info", "tags", "externalDocs", "security")
_SECTIONS: Final = (
    ("definitions", "schemas"),
    ("responses", "responses"),
    ("securityDefinitions", "securitySchemes"),
)
_SCHEMA_KEYS: Final = (
    *("type", "format", "items", "default", "enum", "maximum", "exclusiveMaximum"),
    *("minimum", "exclusiveMinimum", "maxLength", "minLength", "pattern", "maxItems"),
    *("minItems", "uniqueItems", "multipleOf", "x-nullable", "nullable", "x-example"),
)
_FLOWS: Final = {
    "accessCode": "authorizationCode",
    "application": "clientCredentials",
    "implicit": "implicit",
    "password": "password",
}


@dataclass(frozen=True, slots=True)
class _Part:
    """A parameter that is (a part of) the body, and where it was written."""

    value: dict[str, Any]
    source: Source

    @property
    def name(self) -> str:
        return str(self.value.get("name", ""))


def convert(document: Document, report: Report) -> Document:
    """Return a 2.0 document in the form of 3.0; any other as it is."""
    if documents.identify(document) != "swagger":
        return document
    return _Converter(Draft(document), report).convert()


class _Converter:
    """One document on its way from 2.0 to 3.0; all edits go through the draft."""

    def __init__(self, draft: Draft, report: Report) -> None:
        self._draft = draft
        self._report = report
        self._root: dict[str, Any] = draft.data
        self._consumes = _texts(self._root.get("consumes"))
        self._produces = _texts(self._root.get("produces"))

    def convert(self) -> Document:
        parameter_refs.inline(self._draft)
        root = self._root
        new: dict[str, Any] = {"openapi": "3.0.3", "info": root.get("info", {})}
        servers = self._servers()
        if servers:
            new["servers"] = servers
        new |= {key: root[key] for key in _KEPT if key in root}
        new |= {key: value for key, value in root.items() if key.startswith("x-")}
        new["paths"] = _object(root, "paths")
        for path, item in new["paths"].items():
            if isinstance(item, dict) and not path.startswith("x-"):
                self._path(item, location.join("/paths", path))
        components = self._components()
        if components:
            new["components"] = components
        self._draft.data = new
        self._draft.retarget("openapi")
        return self._draft.finish()

    def _node(self, value: dict[str, Any], pointer: str) -> Node:
        return Node(value, pointer, "3.0", self._draft, self._report)

    def _servers(self) -> list[dict[str, Any]]:
        """`schemes`, `host` and `basePath` make the base URLs."""
        root = self._root
        base = str(root.get("basePath") or "").rstrip("/")
        base = base if base.startswith("/") or not base else f"/{base}"
        host = root.get("host")
        if not isinstance(host, str) or not host:
            return [{"url": base}] if base else []
        if "://" in host:
            message = "`host` holds a scheme; only host and port are used"
            self._node(root, "").say("SPEC033", message, "host")
            host = re.split(r"[/?#]", host.partition("://")[2])[0]
        schemes = self._schemes(root, "")
        self._draft.move("/host", "/servers/0/url")
        return [{"url": f"{scheme}://{host.rstrip('/')}{base}"} for scheme in schemes]

    def _schemes(self, holder: dict[str, Any], pointer: str) -> list[str]:
        found = _texts(holder.get("schemes"))
        known = sorted({s for s in found if s in ("https", "http")}, reverse=True)
        strange = [scheme for scheme in found if scheme not in ("https", "http")]
        if strange:
            message = f"scheme {strange[0]!r:.40} cannot be used; http and https can"
            node = self._node(holder, pointer)
            node.say("SPEC047", message, "schemes", effect="dropped")
        if known:
            return known
        place = self._draft.source("").origin.location
        return ["http" if place.startswith("http://") else "https"]

    def _path(self, item: dict[str, Any], pointer: str) -> None:
        shared = self._split(item, pointer)
        for method in METHODS:
            operation = item.get(method)
            if isinstance(operation, dict):
                self._operation(operation, f"{pointer}/{method}", shared)

    def _operation(
        self, value: dict[str, Any], pointer: str, shared: list[_Part]
    ) -> None:
        own = self._split(value, pointer)
        names = {part.name for part in own}
        parts = [*own, *(part for part in shared if part.name not in names)]
        node = self._node(value, pointer)
        consumes = _texts(value.pop("consumes", None)) or self._consumes
        produces = value.pop("produces", None)
        if parts:
            self._body(node, parts, consumes)
        for status, response in _object(value, "responses").items():
            if isinstance(response, dict) and not status.startswith("x-"):
                at = location.join(pointer, "responses", status)
                self._operation_response(response, at, _texts(produces))
        if "schemes" in value and isinstance(self._root.get("host"), str):
            self._operation_servers(node)
        value.pop("schemes", None)

    def _operation_servers(self, node: Node) -> None:
        base = str(self._root.get("basePath") or "").rstrip("/")
        host = str(self._root["host"]).rpartition("://")[2].rstrip("/")
        schemes = self._schemes(node.value, node.pointer)
        node.value["servers"] = [
            {"url": f"{scheme}://{host}{base}"} for scheme in schemes
        ]

    def _split(self, holder: dict[str, Any], pointer: str) -> list[_Part]:
        """Convert the parameters of a holder; return those that make the body."""
        listed = holder.get("parameters")
        if not isinstance(listed, list):
            return []
        parts: list[_Part] = []
        kept: list[int] = []
        for index, item in enumerate(listed):
            at = location.join(pointer, "parameters", index)
            meant, place = self._meant(item, at)
            if meant is not None and meant.get("in") in ("body", "formData"):
                parts.append(_Part(clone(meant), self._draft.source(place)))
                continue
            kept.append(index)
            if isinstance(item, dict) and "$ref" not in item:
                self._parameter(self._node(item, at))
        self._draft.reorder(location.join(pointer, "parameters"), kept)
        if not kept:
            del holder["parameters"]
        return parts

    def _meant(self, value: Any, pointer: str) -> tuple[dict[str, Any] | None, str]:
        """Follow a reference to a shared parameter."""
        for _ in range(32):
            if not isinstance(value, dict):
                return None, pointer
            ref = value.get("$ref")
            if not isinstance(ref, str):
                return value, pointer
            pointer = location.from_ref(ref)
            try:
                value = location.resolve(self._root, pointer)
            except (LookupError, ValueError):
                return None, pointer
        return None, pointer

    def _parameter(self, node: Node) -> None:
        value = node.value
        style = self._style(node)
        if "schema" not in value:
            value["schema"] = self._schema(node, "schema")
        schema = value["schema"]
        if isinstance(schema, dict) and schema.get("type") == "array":
            value |= style
        if "x-example" in value:
            value["example"] = value.pop("x-example")

    def _schema(self, node: Node, *home: str) -> dict[str, Any]:
        """Move the schema keywords of a parameter, header or part into a schema."""
        schema: dict[str, Any] = {}
        for key in [key for key in node.value if key in _SCHEMA_KEYS]:
            schema[key] = node.value.pop(key)
            old = location.join(node.pointer, key)
            self._draft.move(old, location.join(node.pointer, *home, key))
        self._items(schema, node)
        return schema

    def _items(self, schema: dict[str, Any], node: Node) -> None:
        """Inner lists have a `collectionFormat` that 3.x cannot say."""
        inner = schema.get("items")
        while isinstance(inner, dict):
            written = inner.pop("collectionFormat", "csv")
            if written != "csv":
                message = f"inner lists cannot be written as {written!r:.40} in 3.x"
                node.say("SPEC046", message, effect="degraded")
            inner = inner.get("items")

    def _style(self, node: Node) -> dict[str, Any]:
        """`collectionFormat` says how a list is written (2.0, Parameter Object)."""
        written = node.value.pop("collectionFormat", "csv")
        place = node.value.get("in")
        if place in ("path", "header"):
            if written != "csv":
                message = (
                    f"a list in {place} cannot be {written!r:.40} in 3.x; it is csv"
                )
                node.say("SPEC046", message, effect="degraded")
            return {}
        if str(written) not in LIST_STYLES:
            message = (
                f"`collectionFormat: {written!r:.40}` has no form in 3.x; it is csv"
            )
            node.say("SPEC046", message, effect="degraded")
        style, explode = LIST_STYLES.get(str(written), LIST_STYLES["csv"])
        return {"style": style, "explode": explode}

    def _body(self, node: Node, parts: list[_Part], consumes: list[str]) -> None:
        bodies = [part for part in parts if part.value["in"] == "body"]
        home = location.join(node.pointer, "requestBody")
        if len(bodies) > 1 or (bodies and len(parts) > len(bodies)):
            message = "more than one body is declared; the first body parameter is used"
            node.say("SPEC045", message, effect="dropped", subject="other")
        if not bodies:
            node.value["requestBody"] = self._form(node, parts, consumes)
            return
        body = bodies[0]
        self._draft.written(home, body.source)
        found: dict[str, Any] = {
            key: body.value[key]
            for key in ("description", "required")
            if key in body.value
        }
        found |= {key: body.value[key] for key in body.value if key[:2] == "x-"}
        schema = body.value.get("schema", {})
        content: dict[str, Any] = {}
        for media_type in consumes or _JSON:
            content[media_type] = {"schema": clone(schema)}
            at = location.join(home, "content", media_type, "schema")
            self._draft.written(at, _inside(body.source, "schema"))
        node.value["requestBody"] = {**found, "content": content}

    def _form(
        self, node: Node, parts: list[_Part], consumes: list[str]
    ) -> dict[str, Any]:
        """Form fields become the properties of one object."""
        has_file = any(_is_file(part.value) for part in parts)
        types = [name for name in consumes if name in _FORMS]
        if has_file and _MULTIPART not in types:
            types = [_MULTIPART]
        types = types or [_FORM]
        home = location.join(node.pointer, "requestBody")
        content: dict[str, Any] = {}
        for media_type in types:
            at = location.join(home, "content", media_type)
            content[media_type] = self._fields(at, parts, media_type)
        required = any(part.value.get("required") is True for part in parts)
        return {"content": content, **({"required": True} if required else {})}

    def _fields(
        self, pointer: str, parts: list[_Part], media_type: str
    ) -> dict[str, Any]:
        properties: dict[str, Any] = {}
        encoding: dict[str, Any] = {}
        for part in parts:
            at = location.join(pointer, "schema", "properties", part.name)
            self._draft.written(at, part.source)
            node = self._node(clone(part.value), at)
            style = self._style(node)
            schema = self._schema(node)
            if isinstance(node.value.get("description"), str):
                schema["description"] = node.value["description"]
            schema |= {key: node.value[key] for key in node.value if key[:2] == "x-"}
            properties[part.name] = schema
            if schema.get("type") == "array" and not _is_file(part.value):
                encoding[part.name] = style
        schema = {"type": "object", "properties": properties}
        required = [part.name for part in parts if part.value.get("required") is True]
        if required:
            schema["required"] = required
        return {"schema": schema, **({"encoding": encoding} if encoding else {})}

    def _operation_response(
        self, value: dict[str, Any], pointer: str, produces: list[str]
    ) -> None:
        """A shared response is copied where the operation has its own media types."""
        if "$ref" in value:
            meant, place = self._meant(value, pointer)
            if meant is None or not produces or produces == self._produces:
                return
            source = self._draft.source(place)
            value.clear()
            value.update(clone(meant))
            self._draft.written(pointer, source)
        self._response(self._node(value, pointer), produces or self._produces)

    def _response(self, node: Node, produces: list[str]) -> None:
        value = node.value
        examples = value.pop("examples", None)
        given = examples if isinstance(examples, dict) else {}
        schema = value.pop("schema", None)
        types = self._produced(node, produces, schema)
        content: dict[str, Any] = {}
        for media_type in types if schema is not None else given:
            content[media_type] = {}
            if schema is not None:
                content[media_type]["schema"] = clone(schema)
                at = location.join(node.pointer, "content", media_type, "schema")
                self._draft.written(at, self._draft.source(f"{node.pointer}/schema"))
            if media_type in given:
                content[media_type]["example"] = given[media_type]
        if content:
            value["content"] = content
        for name, header in _object(value, "headers").items():
            if isinstance(header, dict):
                at = location.join(node.pointer, "headers", name)
                self._parameter_of_header(self._node(header, at))

    def _produced(self, node: Node, produces: list[str], schema: Any) -> list[str]:
        """Return the media types of a response; a file is not what JSON holds."""
        if not _is_file(schema):
            return produces or [*_JSON]
        types = [name for name in produces if not media.is_json(name)]
        if types:
            return types
        if not produces:
            return ["application/octet-stream"]
        message = f"a file is no `{produces[0]:.60}`; read as one of any type"
        node.say("SPEC033", message, "schema")
        return ["*/*"]

    def _parameter_of_header(self, node: Node) -> None:
        node.value.setdefault("in", "header")
        self._parameter(node)
        del node.value["in"]

    def _components(self) -> dict[str, Any]:
        root, found = self._root, {}
        for name, response in _object(root, "responses").items():
            if isinstance(response, dict) and "$ref" not in response:
                at = location.join("/responses", name)
                self._response(self._node(response, at), self._produces)
        schemes = _object(root, "securityDefinitions")
        for name, scheme in schemes.items():
            if isinstance(scheme, dict):
                self._scheme(
                    self._node(scheme, location.join("/securityDefinitions", name))
                )
        shared = self._shared_parameters()
        if shared:
            found["parameters"] = shared
            self._draft.move("/parameters", "/components/parameters")
        for old, new in _SECTIONS:
            if _object(root, old):
                found[new] = root[old]
                self._draft.move(f"/{old}", f"/components/{new}")
        return found

    def _shared_parameters(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, value in _object(self._root, "parameters").items():
            at = location.join("/parameters", name)
            meant, _ = self._meant(value, at)
            if meant is None or meant.get("in") in ("body", "formData"):
                continue
            if "$ref" not in value:
                self._parameter(self._node(value, at))
            found[name] = value
        return found

    def _scheme(self, node: Node) -> None:
        value = node.value
        if value.get("type") == "basic":
            value |= {"type": "http", "scheme": "basic"}
        if value.get("type") != "oauth2" or "flows" in value:
            return
        written = value.pop("flow", None)
        name = _FLOWS.get(written) if isinstance(written, str) else None
        if name is None:
            message = f"OAuth2 flow {written!r:.40} is not known; read as implicit"
            node.say("SPEC033", message, "flow")
            name = "implicit"
        flow: dict[str, Any] = {"scopes": value.pop("scopes", {})}
        for key in ("authorizationUrl", "tokenUrl"):
            if key in value:
                flow[key] = value.pop(key)
        value["flows"] = {name: flow}


def _object(holder: dict[str, Any], key: str) -> dict[str, Any]:
    found = holder.get(key)
    return found if isinstance(found, dict) else {}


def _texts(value: Any) -> list[str]:
    listed = value if isinstance(value, list) else [value]
    return list(dict.fromkeys(item for item in listed if isinstance(item, str)))


def _is_file(value: Any) -> bool:
    if not isinstance(value, dict):
        return False
    return value.get("type") == "file" or _is_file(value.get("items"))


def _inside(source: Source, *tokens: str) -> Source:
    return replace(source, pointer=location.join(source.pointer, *tokens))
