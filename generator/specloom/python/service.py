"""ir.Api -> the runtime's Service value: what all operations of a document share."""

from __future__ import annotations

from dataclasses import replace

from specloom import ir
from specloom.runtime import _operation as runtime
from specloom.runtime._servers import Server, ServerSource, Variable

_LONGEST_NAME = 60


def value(api: ir.Api, package: str = "") -> runtime.Service:
    """Return profile, servers, schemes, lifecycles and error rules of a document."""
    profile = replace(
        api.profile,
        title=api.profile.title or api.title,
        package=api.profile.package or package,
    )
    return runtime.Service(
        profile=profile,
        version=api.version or "0",
        servers=tuple(dict.fromkeys(server(item) for item in api.servers)),
        own_servers=_own_servers(api),
        schemes=tuple(_scheme(item) for item in api.security_schemes),
        security=security(api),
        envelope=api.envelope,
        errors=api.errors,
        lifecycles=api.lifecycles,
        acquired={
            item.wire: item.acquire
            for op in api.operations
            for item in op.parameters
            if item.acquire is not None
        },
    )


def security(api: ir.Api) -> tuple[tuple[str, ...], ...]:
    """Return what every operation needs that says nothing else.

    Where the document says it at each operation, and at all the same, that is it.
    """
    said = [item.security for item in api.operations]
    if not said or api.security or said[0] is None:
        return api.security
    return said[0] if all(item == said[0] for item in said) else ()


def server(item: ir.Server) -> ServerSource:
    """Return a server as the runtime knows it: only its URL, where that is all."""
    variables = tuple(
        Variable(one.name, one.default, one.choices) for one in item.variables
    )
    name = " ".join((item.name or item.description or "").split())
    name = name if len(name) <= _LONGEST_NAME else ""
    return Server(item.url, name, variables) if name or variables else item.url


def _own_servers(api: ir.Api) -> tuple[ServerSource, ...]:
    """Return the servers of paths and operations that the document has not as such."""
    firsts = (op.servers[0] for op in api.operations if op.servers)
    every = {server(item) for item in firsts if not item.foreign}
    return tuple(sorted(every - {server(item) for item in api.servers}, key=repr))


def _scheme(item: ir.SecurityScheme) -> runtime.Scheme:
    bearer = item.kind in ("bearer", "oauth2", "openIdConnect")
    return runtime.Scheme(
        name=item.name,
        kind=item.kind,
        place=item.place,
        wire=item.wire,
        prefix="Bearer " if bearer else "",
        token_url=item.token_url,
        refresh_url=item.refresh_url,
        scopes=item.scopes,
        acquire=item.acquire,
    )
