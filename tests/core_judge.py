"""openapi-core as a judge of sent requests, with readers for the styles it lacks."""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import httpx
from openapi_core import Config, OpenAPI
from openapi_core.datatypes import RequestParameters
from openapi_core.templating.datatypes import TemplateResult
from openapi_core.templating.paths.datatypes import PathOperationServer
from werkzeug.datastructures import Headers

from tests import flat
from tests.core_readers import FORMATS, Bodies, Parameters, Sent

_WITH_VALUES = re.compile(r"[/+]json$|x-www-form-urlencoded$|^multipart/|^\*/\*$")
_KEPT = "%/:@!$&'()*+,;=~"
HOST = "https://judge.test"
_OWN = ("accept-encoding", httpx.Client().headers["accept-encoding"])
"""What httpx asks for by itself."""
IGNORED = ("accept", "content-type", "authorization")
"""Header parameters that OpenAPI says are ignored (3.1, 4.8.12.1)."""


@dataclass(slots=True)
class Judged:
    """A sent request in the form openapi-core reads."""

    request: httpx.Request
    template: str

    @property
    def host_url(self) -> str:
        return HOST

    @property
    def path(self) -> str:
        return self.template

    @property
    def method(self) -> str:
        return self.request.method.lower()

    @property
    def content_type(self) -> str:
        return self.request.headers.get("content-type", "")

    @property
    def body(self) -> bytes | None:
        """The content; of a form without fields, a mark that it is there."""
        return self.request.content or (
            b"&" if "urlencoded" in self.content_type else None
        )

    @property
    def parameters(self) -> RequestParameters:
        target = self.request.url.raw_path.decode("ascii")
        path, _, query = target.partition("?")
        cookies = self.request.headers.get("cookie", "").split("; ")
        return RequestParameters(
            path=Sent(path_pairs(self.template, path)),
            query=Sent([pair(text) for text in query.split("&") if text]),
            header=Headers(
                [pair for pair in self.request.headers.items() if pair != _OWN]
            ),
            cookie=Sent([pair(text) for text in cookies if text]),
        )


def pair(text: str) -> tuple[str, str]:
    """Return the name and the text of a part of a query, as written."""
    name, _, value = text.partition("=")
    return name, value


def path_pairs(template: str, path: str) -> list[tuple[str, str]]:
    """Return the path parameters as they stand in the URL."""
    parts = re.split(r"\{([^{}]+)\}", re.split("[?#]", template)[0])
    pattern = "".join(
        re.escape(quote(part, safe=_KEPT)) if index % 2 == 0 else "(.*?)"
        for index, part in enumerate(parts)
    )
    match = re.fullmatch(pattern, path)
    texts = [text.replace("+", "%2B") for text in match.groups()] if match else []
    return list(dict(zip(map(quote, parts[1::2]), texts, strict=False)).items())


class Named:
    """Finds the operation that was called, whatever its path looks like."""

    def __init__(self, spec: Any, base_url: str | None = None) -> None:
        self.spec = spec

    def find(self, method: str, name: str) -> PathOperationServer:
        """Return the operation of a method and of the template behind the host."""
        template = name.removeprefix(HOST)
        path = self.spec / "paths" / template
        found = TemplateResult(template, {})
        host = TemplateResult(HOST, {})
        return PathOperationServer(path, path / method, self.spec, found, host)


@dataclass(slots=True)
class Judge:
    """One document, as openapi-core reads it."""

    api: OpenAPI
    parts: OpenAPI
    """The same for multipart, where files are told from texts."""

    def refusal(self, request: httpx.Request, template: str) -> str:
        """Return why a request is refused; empty where it is not."""
        judged = Judged(request, template)
        several = judged.content_type.startswith("multipart/")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            try:
                (self.parts if several else self.api).validate_request(judged)
            except Exception as fault:  # openapi-core has many; the text is the finding
                return _told(fault)
        return ""


def _told(fault: Exception) -> str:
    reasons = getattr(fault.__cause__, "schema_errors", None) or [fault.__cause__ or ""]
    said = "; ".join(str(getattr(item, "message", item))[:200] for item in reasons)
    return f"{type(fault).__name__}: {str(fault)[:200]} <- {said}".replace("\n", " ")


def judge(document: Mapping[str, Any]) -> Judge:
    """Return the judge of a document in the 3.1 dialect."""
    config = Config(
        spec_validator_cls=None,
        extra_media_type_deserializers=_json_types(document),
        extra_format_validators=FORMATS,
        style_deserializers_factory=Parameters(),
        media_type_deserializers_factory=Bodies(),
        path_finder_cls=Named,
    )
    plain = _judgeable(document)
    return Judge(
        OpenAPI.from_dict(plain, config=config),
        OpenAPI.from_dict(flat.marked(plain), config=config),
    )


def _json_types(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return a reader for every media type of JSON with another name."""
    text = json.dumps(document)
    names = set(re.findall(r'"([\w.+-]+/[\w.+-]*json[\w.+-]*)"', text))
    return dict.fromkeys(names - {"application/json"}, json.loads)


def _judgeable(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return a copy of a document for our host, with nothing about credentials.

    What OpenAPI says beside JSON Schema stands in it as plain schemas: a readOnly
    property is not asked for, a discriminator is the value of its property, and the
    header parameters that are ignored (3.1, 4.8.12.1) are not there. A text in a query may be empty.
    """
    shown = flat.tagged(flat.without(document, "readOnly"), document)
    found: dict[str, Any] = _plain(shown)
    found["servers"] = [{"url": HOST}]
    found["security"] = []
    found.pop("jsonSchemaDialect", None)
    for item in found.get("paths", {}).values():
        if isinstance(item, dict):
            item.pop("servers", None)
            for operation in item.values():
                if isinstance(operation, dict):
                    operation.pop("servers", None)
                    operation.pop("security", None)
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if not isinstance(value, Mapping):
        return value
    found = {key: _plain(item) for key, item in value.items()}
    if isinstance(value.get("$schema"), str):
        del found["$schema"]
    if _is_ignored(value):
        return {**found, "required": False, "schema": {}}
    if isinstance(value.get("content"), Mapping):
        found["content"] = {
            name: _readable(name, item) for name, item in found["content"].items()
        }
    if "in" in value and isinstance(found.get("schema"), dict):
        found["schema"].pop("default", None)
    if isinstance(value.get("discriminator"), Mapping):
        del found["discriminator"]
    if value.get("in") == "query" and "name" in value:
        found["allowEmptyValue"] = True
    return found


def _readable(media_type: str, content: Any) -> Any:
    """Return a content without the schema of what is no value: bytes, XML, lines."""
    essence = media_type.partition(";")[0].strip().lower()
    if not isinstance(content, dict) or _WITH_VALUES.search(essence):
        return content
    schema = content.get("schema")
    kind = schema.get("type") if isinstance(schema, dict) else None
    scalar = kind in ("string", "integer", "number", "boolean")
    kept = scalar and essence.startswith("text/")
    return content if kept else {**content, "schema": {}}


def _is_ignored(value: Mapping[str, Any]) -> bool:
    if value.get("in") != "header":
        return False
    return str(value.get("name")).lower() in IGNORED
