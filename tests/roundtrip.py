"""Every operation of a document, sent and answered through its generated client.

Arguments are drawn from the document's schemas, the request is judged by openapi-core;
an answer drawn from the response schema is parsed and dumped, and must come back equal.
"""

from __future__ import annotations

import copy
import importlib
import json
import random
import re
import sys
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import httpx
from openapi_core import Config, OpenAPI
from openapi_core.datatypes import RequestParameters
from werkzeug.datastructures import Headers, ImmutableMultiDict

from tests.draws import Drawer, Undrawn

HOST = "https://judge.test"
_PLACES = ("path", "query", "header", "cookie")
_CREDENTIALS = "drawn-credential"


@dataclass(slots=True)
class Result:
    """What came of one document: counts as text, faults as lines."""

    drawn: int = 0
    accepted: int = 0
    answers: int = 0
    equal: int = 0
    undrawn: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def sent(self) -> str:
        """Accepted of drawn requests."""
        return f"{self.accepted}/{self.drawn}"

    @property
    def answered(self) -> str:
        """Equal of drawn answers."""
        return f"{self.equal}/{self.answers}"


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
        return self.request.url.raw_path.decode().partition("?")[0]

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
        return RequestParameters(
            path=path_values(self.template, self.path),
            query=ImmutableMultiDict(parse_qsl(query, keep_blank_values=True)),
            header=Headers(list(self.request.headers.items())),
            cookie=ImmutableMultiDict(pairs),
        )


def path_values(template: str, path: str) -> dict[str, str]:
    """Return the path parameters as they stand in the URL, decoded."""
    parts = re.split(r"\{([^{}]+)\}", template)
    pattern = "".join(
        re.escape(part) if index % 2 == 0 else "(.*?)"
        for index, part in enumerate(parts)
    )
    match = re.fullmatch(pattern, path)
    names = parts[1::2]
    values = map(unquote, match.groups()) if match else ()
    return dict(zip(names, values, strict=False))


@dataclass(slots=True)
class Wire:
    """Takes the request of a client and gives the drawn answer."""

    sent: httpx.Request | None = None
    status: int = 200
    media_type: str = "application/json"
    body: bytes = b""

    def __call__(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.sent = request
        headers = {"content-type": self.media_type} if self.body else {}
        return httpx.Response(self.status, headers=headers, content=self.body)


def judgeable(document: Mapping[str, Any]) -> dict[str, Any]:
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


@dataclass(slots=True)
class Session:
    """One document, its client and its judge."""

    document: Mapping[str, Any]
    package: Any
    judge: OpenAPI
    result: Result = field(default_factory=Result)
    dice: random.Random = field(default_factory=lambda: random.Random(20260101))

    def operation(self, key: str) -> None:
        """Send and answer one operation."""
        method, _, path = key.partition(" ")
        raw = self._raw(path, method)
        found = self.package.find(key)
        try:
            arguments = self._arguments(raw, path, found)
        except Undrawn:
            self.result.undrawn += 1
            return
        self.result.drawn += 1
        wire = Wire()
        try:
            self._send(found, arguments, raw, wire)
        except Exception as fault:  # every fault of a call is a row of the table
            self._fault(key, "call", fault)

    def _send(
        self, found: Any, arguments: Mapping[str, Any], raw: Any, wire: Wire
    ) -> None:
        answer = self._answer(raw, found, wire)
        with self.package.client(wire) as client:
            value = client.call(found, **arguments)
        assert wire.sent is not None
        try:
            self.judge.validate_request(Judged(wire.sent, found.path))
            self.result.accepted += 1
        except Exception as fault:  # openapi-core has many; the text is the finding
            self._fault(found.key, "request", fault, _shown(wire.sent))
        if answer is not None:
            self._compare(found, answer[0], value)

    def _compare(self, found: Any, answer: Any, value: Any) -> None:
        self.result.answers += 1
        response = self.package.response(found, str(found.responses[0].status))
        back = self.package.dump(response, value)
        if back == answer:
            self.result.equal += 1
        else:
            text = f"{json.dumps(answer)[:160]} came back as {json.dumps(back)[:160]}"
            self.result.faults.append(f"{found.key}: answer: {text}")

    def _fault(self, key: str, step: str, fault: Exception, more: str = "") -> None:
        cause = f" <- {fault.__cause__}" if fault.__cause__ else ""
        text = f"{type(fault).__name__}: {fault}{cause}".replace("\n", " ")[:300]
        self.result.faults.append(f"{key}: {step}: {text} {more}")

    def _raw(self, path: str, method: str) -> Mapping[str, Any]:
        item = self.document["paths"][path]
        extra = item.get("x-oas32-additionalOperations", {})
        raw = item.get(method.lower()) or item.get(f"x-oas32-{method.lower()}")
        found = raw or extra.get(method, {})
        shared = item.get("parameters", [])
        return {**found, "parameters": [*shared, *found.get("parameters", [])]}

    def _resolve(self, value: Any) -> Any:
        while isinstance(value, Mapping) and "$ref" in value:
            found: Any = self.document
            for part in value["$ref"].removeprefix("#/").split("/"):
                found = found[part.replace("~1", "/").replace("~0", "~")]
            value = found
        return value

    def _arguments(
        self, raw: Mapping[str, Any], path: str, found: Any
    ) -> dict[str, Any]:
        drawer = Drawer(self.document, self.dice)
        places: dict[str, Any] = {}
        for reference in raw["parameters"]:
            parameter = self._resolve(reference)
            place, name = parameter["in"], parameter["name"]
            if place not in _PLACES or not (
                parameter.get("required") or self.dice.random() < 0.5
            ):
                continue
            if place == "path" and f"{{{name}}}" not in path:
                continue
            schema = parameter.get("schema")
            if schema is None:
                contents = parameter.get("content") or {"": {}}
                schema = next(iter(contents.values())).get("schema", {})
            places.setdefault(place, {})[name] = drawer.draw(schema)
        body = self._resolve(raw.get("requestBody"))
        if body and found.bodies:
            content = body["content"].get(found.bodies[0].media_type, {})
            if "json" in found.bodies[0].media_type and "schema" in content:
                places["body"] = drawer.draw(content["schema"])
            elif body.get("required"):
                raise Undrawn("a body that is not JSON")
        return places

    def _answer(self, raw: Mapping[str, Any], found: Any, wire: Wire) -> Any:
        """Draw the body of the first success; None when it is not JSON."""
        if found.kind != "plain" or not found.responses:
            return None
        first = found.responses[0]
        wire.status = int(first.status.replace("XX", "00").replace("default", "200"))
        response = self._resolve(raw["responses"].get(first.status, {}))
        contents = response.get("content", {})
        names = [name for name in contents if "json" in name or name == "*/*"]
        media_type = first.media_type or next(iter(names), "")
        schema = contents.get(media_type, {}).get("schema")
        if first.reads != "json" or schema is None:
            return None
        try:
            value = Drawer(self.document, self.dice, side="response").draw(schema)
        except Undrawn:
            self.result.undrawn += 1
            return None
        wire.media_type = media_type.replace("*/*", "application/json")
        wire.body = json.dumps(value).encode()
        return (value,)


def _shown(request: httpx.Request) -> str:
    return f"{request.method} {request.url} {request.content[:200]!r}"


@dataclass(slots=True)
class Package:
    """A generated package, imported from its folder."""

    name: str

    def module(self, name: str) -> Any:
        """Return one of its modules."""
        return importlib.import_module(f"{self.name}.{name}")

    def find(self, key: str) -> Any:
        """Return an operation by its key."""
        return self.module("_service").find(key)

    def response(self, operation: Any, status: str) -> Any:
        """Return the declared response of a status."""
        return next(item for item in operation.responses if item.status == status)

    def dump(self, response: Any, value: Any) -> Any:
        """Return the JSON value of a typed answer."""
        if response.type is None:
            return value
        adapter = self.module("_runtime._adapters").adapter(response.type())
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return adapter.dump_python(
                value, mode="json", by_alias=True, exclude_unset=True
            )

    def client(self, wire: Wire) -> Any:
        """Return a client whose transport is the given function."""
        service = self.module("_service")
        core = self.module("_runtime._client").Core
        schemes = {item.name: _CREDENTIALS for item in service.SERVICE.schemes}
        return core(
            service.SERVICE,
            service.find,
            base_url=HOST,
            credentials=schemes,
            http_client=httpx.Client(transport=httpx.MockTransport(wire)),
        )


def keys(package: Package) -> Iterator[str]:
    """Yield the keys of a package's operations, from its manifest."""
    folder = Path(importlib.import_module(package.name).__file__ or "").parent
    manifest = json.loads((folder / "specloom.json").read_text(encoding="utf-8"))
    for row in manifest["operations"]:
        yield row["key"]


def run(document: Mapping[str, Any], package: str, folder: Path) -> Result:
    """Send and answer every operation of a generated package below `folder`."""
    sys.path.insert(0, str(folder))
    try:
        judge = OpenAPI.from_dict(
            judgeable(document), config=Config(spec_validator_cls=None)
        )
        session = Session(document, Package(package), judge)
        for key in keys(session.package):
            session.operation(key)
        return session.result
    finally:
        sys.path.remove(str(folder))
