"""openapi-core as a judge of sent requests, and what is known not to be in it.

Where a refusal is one of `LIMITS`, the request is judged by `reading` alone, and counted
so; any other refusal is a fault.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit

import httpx
from openapi_core import Config, OpenAPI
from openapi_core.datatypes import RequestParameters
from openapi_core.templating.datatypes import TemplateResult
from openapi_core.templating.paths.datatypes import PathOperationServer
from werkzeug.datastructures import Headers, ImmutableMultiDict

_KEPT = "/:@!$&'()*+,;=~"
HOST = "https://judge.test"


LIMITS: tuple[tuple[str, str], ...] = (
    (r"got <class 'list'>", "a parameter of several types"),
    (r"\('deepObject', ", "a deepObject it does not take apart"),
    (r"\('(space|pipe)Delimited', ", "a delimited style in a body"),
    (r"\('form', ", "a list or object as one part"),
    (r"b[\"'].*(is not of type|any of the given)", "a file as the text of its schema"),
    (r"Failed to cast value to (object|array) type", "a union of text and object"),
    (r"InvalidParameter.*schema of type any", "a union of list and null"),
    (r"reference .* could not be resolved", "a discriminator that names no schema"),
    (r"does not contain discriminating", "a discriminator that may be left out"),
    (r"header parameter: Content-type", "a header that OpenAPI says to ignore"),
    (r"^[^{]*'(true|false|[0-9.]+)' is not of type", "a text that is one scalar"),
    (r"'(true|false|[0-9.]+)' is not of type", "a scalar in a union of a part"),
    (r"Value {[^[]*} not valid.*is a required p", "a field without a schema in a form"),
    (r"Body.*not valid under any of the given", "readOnly in a variant"),
    (r"parameter cannot be empty", "an empty text that an enum allows"),
    (
        r"^InvalidParameter.*query.*of type object",
        "a deepObject it does not take apart",
    ),
    (r"^MissingRequiredParameter.*query", "an exploded object in a query"),
)
"""(pattern of a refusal, what openapi-core lacks)."""


def limit(refusal: str) -> str | None:
    """Return which known limit of openapi-core a refusal is; None: it is a fault."""
    found = (name for pattern, name in LIMITS if re.search(pattern, refusal))
    return next(found, None)


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
        return self.request.content or None

    @property
    def parameters(self) -> RequestParameters:
        query = urlsplit(str(self.request.url)).query
        cookies = self.request.headers.get("cookie", "")
        pairs = [
            part.strip().partition("=")[::2] for part in cookies.split(";") if part
        ]
        path = self.request.url.raw_path.decode().partition("?")[0]
        return RequestParameters(
            path=path_values(self.template, path),
            query=ImmutableMultiDict(parse_qsl(query, keep_blank_values=True)),
            header=Headers(list(self.request.headers.items())),
            cookie=ImmutableMultiDict(pairs),
        )


def path_values(template: str, path: str) -> dict[str, str]:
    """Return the path parameters as they stand in the URL, decoded.

    openapi-core looks for those of the label and matrix styles under other names.
    """
    parts = re.split(r"\{([^{}]+)\}", re.split("[?#]", template)[0])
    pattern = "".join(
        re.escape(quote(part, safe=_KEPT)) if index % 2 == 0 else "(.*?)"
        for index, part in enumerate(parts)
    )
    match = re.fullmatch(pattern, path)
    values = map(unquote, match.groups()) if match else ()
    found = dict(zip(parts[1::2], values, strict=False))
    forms = ("{}", ".{}", ".{}*", ";{}", ";{}*")
    return {form.format(name): text for name, text in found.items() for form in forms}


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

    def refusal(self, request: httpx.Request, template: str) -> str:
        """Return why a request is refused; empty where it is not."""
        try:
            self.api.validate_request(Judged(request, template))
        except Exception as fault:  # openapi-core has many; the text is the finding
            cause = f" <- {fault.__cause__}" if fault.__cause__ else ""
            return f"{type(fault).__name__}: {fault}{cause}".replace("\n", " ")
        return ""


def judge(document: Mapping[str, Any]) -> Judge:
    """Return the judge of a document in the 3.1 dialect."""
    config = Config(
        spec_validator_cls=None,
        extra_media_type_deserializers=_json_types(document),
        path_finder_cls=Named,
    )
    return Judge(OpenAPI.from_dict(_judgeable(document), config=config))


def _json_types(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return a reader for every media type of JSON with another name."""
    text = json.dumps(document)
    names = set(re.findall(r'"([\w.+-]+/[\w.+-]*json[\w.+-]*)"', text))
    return dict.fromkeys(names - {"application/json"}, json.loads)


def _judgeable(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return a copy of a document for our host, with nothing about credentials."""
    found = copy.deepcopy(dict(document))
    found["servers"] = [{"url": HOST}]
    found["security"] = []
    for item in found.get("paths", {}).values():
        if isinstance(item, dict):
            item.pop("servers", None)
            for operation in item.values():
                if isinstance(operation, dict):
                    operation.pop("servers", None)
                    operation.pop("security", None)
    return found
