"""A payload as text: JSON, commented YAML, a Python call, or a curl command."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator, Mapping
from typing import Any

from specloom import ir
from specloom.cli import described
from specloom.cli.operations import Found

FORMATS = ("json", "yaml", "python", "curl")


def text(payload: Any, form: str, api: ir.Api, found: Found) -> str:
    """Write a payload in one of FORMATS."""
    match form:
        case "yaml":
            return _yaml(payload, api, found.operation)
        case "python":
            return _python(payload, api, found)
        case "curl":
            return _curl(payload, api, found.operation)
        case _:
            return json.dumps(payload, indent=2, ensure_ascii=False)


def _yaml(payload: Any, api: ir.Api, operation: ir.Operation) -> str:
    """Write YAML; each argument's limits and choices stand above it."""
    import yaml

    if not isinstance(payload, dict):
        return yaml.safe_dump(payload, allow_unicode=True, sort_keys=False).rstrip()
    rows = {row["name"]: row for row in described.arguments(api, operation)}
    lines: list[str] = []
    for name, value in payload.items():
        row = rows.get(name) or rows.get(name.partition(".")[2])
        lines += [f"# {line}" for line in _comment(row)] if row else []
        dumped = yaml.safe_dump({name: value}, allow_unicode=True, sort_keys=False)
        lines.append(dumped.rstrip())
    return "\n".join(lines) or "{}"


def _comment(row: Mapping[str, Any]) -> Iterator[str]:
    described_as = str(row.get("description", "")).splitlines()
    if described_as and described_as[0].strip():
        yield described_as[0].strip()
    yield ("required; " if row["required"] else "optional; ") + described.limits(row)


def _python(payload: Any, api: ir.Api, found: Found) -> str:
    from specloom.python import arguments, names, source

    package = api.package or names.snake(api.title)
    name = api.class_name or names.pascal(api.title)
    taken = arguments.of(api, found.operation)
    values = dict(payload) if isinstance(payload, dict) else {"body": payload}
    lines = []
    for item in taken.every:
        for spelled in (f"{item.place}.{item.wire}", item.wire, item.python):
            if spelled in values:
                printed = source.literal(values.pop(spelled), 1)
                lines.append(f"    {item.python}={printed},")
                break
    call = found.call or ""
    head = f"job = client.{call}" if found.kind == "job" else f"result = client.{call}"
    if not call:
        head = f"result = client.invoke({source.literal(found.operation.key)}, "
        printed = source.literal(payload)
        return f"from {package} import {name}\n\nclient = {name}()\n{head}{printed})"
    tail = ["result = job.wait()"] if found.kind == "job" else []
    body = [f"{head}(", *lines, ")"] if lines else [f"{head}()"]
    start = [f"from {package} import {name}", "", f"client = {name}()"]
    return "\n".join([*start, *body, *tail])


def _curl(payload: Any, api: ir.Api, operation: ir.Operation) -> str:
    from specloom.python import operations, service
    from specloom.python.calls import Call
    from specloom.runtime import _request, _servers

    call = Call(operation=operation, path=(operation.key,), kind="plain")
    bound = operations.value(api, call, lambda need: None, "")
    served = service.value(api)
    declared = _servers.url_of(_servers.chosen(served.servers, None), {})
    base = api.profile.base_url or declared or "http://localhost"
    site = _request.Site(service=served, base_url=base.rstrip("/"))
    values = payload if isinstance(payload, dict) else {"body": payload}
    given = _request.arguments_of(bound, values)
    request = _request.build(bound, site, given)
    lines = [f"curl -X {request.method} {shlex.quote(request.url)}"]
    lines += [f"-H {shlex.quote(f'{key}: {value}')}" for key, value in request.headers]
    lines += _keys(api, operation)
    if isinstance(request.content, bytes) and request.content:
        lines.append(f"-d {shlex.quote(request.content.decode('utf-8', 'replace'))}")
    elif request.content:
        lines += [f"-F {shlex.quote(f'{k}={v}')}" for k, v in given.body.items()]
    return " \\\n  ".join(lines)


def _keys(api: ir.Api, operation: ir.Operation) -> Iterator[str]:
    """Yield options with the key as a shell variable; nothing secret is written."""
    security = api.security if operation.security is None else operation.security
    chosen = next(iter(security), ())
    for scheme in api.security_schemes:
        if scheme.name in chosen and scheme.kind != "mutualTLS":
            named = api.profile.credentials_env.get(scheme.name) or ("API_KEY",)
            yield _key(scheme, named[0].split(":"))


def _key(scheme: ir.SecurityScheme, variables: list[str]) -> str:
    value = ":".join(f"${name}" for name in variables)
    if scheme.kind == "basic":
        return f'-u "{value}"'
    if scheme.place == "query":
        return f'--url-query "{scheme.wire}={value}"'
    if scheme.place == "cookie":
        return f'-b "{scheme.wire}={value}"'
    prefix = "" if scheme.kind == "apiKey" else "Bearer "
    return f'-H "{scheme.wire}: {prefix}{value}"'
