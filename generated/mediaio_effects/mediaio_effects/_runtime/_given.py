"""What a call was given: arguments by place, or an operation nobody declared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from ._omit import OMIT
from ._operation import Body, Operation
from ._options import DEFAULT_OPTIONS, Arguments, CallOptions
from ._request import arguments_of


def arguments(
    path: Mapping[str, Any] | None,
    query: Mapping[str, Any] | None,
    header: Mapping[str, Any] | None,
    cookie: Mapping[str, Any] | None,
    body: Any,
    options: CallOptions | None,
) -> Arguments:
    """Return what a method was given, by place."""
    return Arguments(
        path=path or {},
        query=query or {},
        header=header or {},
        cookie=cookie or {},
        body=body,
        options=options or DEFAULT_OPTIONS,
    )


def invoked(
    operation: Operation[Any],
    params: Mapping[str, Any] | None,
    options: CallOptions | None,
) -> Arguments:
    """Return the arguments of a call by wire names."""
    return arguments_of(operation, params or {}, options)


def single(named: Callable[[str], Operation[Any]], name: str) -> Operation[Any]:
    """Return the operation to send once: the plain twin of a streaming create."""
    operation = named(name)
    streams = operation.streams and operation.plain is not None
    return named(operation.plain or "") if streams else operation


def undeclared(
    method: str,
    path: str,
    query: Mapping[str, Any] | None,
    headers: Mapping[str, str] | None,
    json: Any,
    content: bytes | None,
) -> tuple[Operation[Any], Arguments]:
    """Return an operation that the document does not know, and its arguments."""
    kind = "application/json" if json is not OMIT else "application/octet-stream"
    body = json if json is not OMIT else OMIT if content is None else content
    parts = urlsplit(path)
    server, below = None, path
    if parts.scheme:
        server, below = f"{parts.scheme}://{parts.netloc}", path
        below = path.removeprefix(server)
    if not below.startswith("/"):
        below = f"/{below}"
    operation: Operation[Any] = Operation(
        key=f"{method.upper()} {parts.path}",
        method=method.upper(),
        path=below.replace("{", "%7B").replace("}", "%7D"),
        bodies=() if body is OMIT else (Body(media_type=kind, required=True),),
        server=server,
        accept="*/*",
    )
    options = CallOptions(headers=headers, query=query)
    return operation, Arguments(body=body, options=options)
