"""The servers of a description: which one is used, and what its URL becomes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import urlsplit

from ._errors import ClientError

_UNFIT = re.compile(r"[\s?#@\\{}]")


@dataclass(frozen=True, slots=True)
class Variable:
    """A part of a URL that differs (OpenAPI 3.1, 4.8.6)."""

    name: str
    default: str
    choices: tuple[str, ...] = ()
    """The only values it may have; empty: any."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server with variables or a name (OpenAPI 3.1, 4.8.5)."""

    url: str
    name: str = ""
    variables: tuple[Variable, ...] = ()


ServerSource: TypeAlias = "str | Server"
"""A server; one that is only a URL is its text."""


def chosen(servers: Sequence[ServerSource], wanted: int | str | None) -> ServerSource:
    """Return the server of a place, a name or a URL, else the first one, or `""`."""
    if wanted is None:
        return servers[0] if servers else ""
    for place, server in enumerate(servers):
        if wanted == place or (wanted and wanted in (_template(server), _name(server))):
            return server
    known = ", ".join(repr(_name(item) or _template(item)) for item in servers)
    raise ClientError(
        f"no server {wanted!r}", guidance=f"the document has: {known or 'none'}"
    )


def url_of(server: ServerSource, values: Mapping[str, str]) -> str:
    """Return the URL of a server, its variables as given, else by default."""
    url = _template(server)
    for variable in _variables(server):
        value = values.get(variable.name, variable.default)
        url = url.replace(f"{{{variable.name}}}", _checked(variable, value))
    host = urlsplit(url).netloc.partition(":")[0]
    if host and "" in host.split("."):
        raise ClientError(
            f"{_template(server)} is no URL without its variables",
            guidance="pass server_variables={...}",
        )
    return url


def urls_of(
    servers: Iterable[ServerSource], values: Mapping[str, str]
) -> Iterator[str]:
    """Yield the URLs of all servers whose variables are known."""
    for server in servers:
        with suppress(ClientError):
            yield url_of(server, values)


def check(servers: Iterable[ServerSource], values: Mapping[str, str]) -> None:
    """Raise ClientError for a variable that no server has."""
    known = {item.name for server in servers for item in _variables(server)}
    unknown = sorted(set(values) - known)
    if unknown:
        raise ClientError(
            f"no server variable {', '.join(unknown)}",
            guidance=f"the document has: {', '.join(sorted(known)) or 'none'}",
        )


def _checked(variable: Variable, value: str) -> str:
    if variable.choices and value not in (variable.default, *variable.choices):
        raise ClientError(
            f"the server variable {variable.name} may not be {value!r}",
            guidance=f"one of: {', '.join(variable.choices)}",
        )
    if _UNFIT.search(value) or ("/" in value and "/" not in variable.default):
        raise ClientError(
            f"the server variable {variable.name} may not be {value!r}",
            guidance="it is a part of a URL; pass base_url for another host",
        )
    return value


def _template(server: ServerSource) -> str:
    return server if isinstance(server, str) else server.url


def _name(server: ServerSource) -> str:
    return "" if isinstance(server, str) else server.name


def _variables(server: ServerSource) -> tuple[Variable, ...]:
    return () if isinstance(server, str) else server.variables
