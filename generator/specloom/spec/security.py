"""Security schemes and requirements; what cannot be applied is reported."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, TypeAlias

from specloom import ir
from specloom.runtime._lifecycle import Acquire
from specloom.spec.raw import Node, Tree, shown

Requirement: TypeAlias = tuple[tuple[str, ...], ...]

_PLACES: Mapping[str, Literal["header", "query", "cookie"]] = {
    "header": "header",
    "query": "query",
    "cookie": "cookie",
}


def schemes(
    tree: Tree, acquire: Callable[[Node], Acquire | None]
) -> tuple[ir.SecurityScheme, ...]:
    """Return the schemes of the document, by name."""
    found = []
    declared = tree.root.child("components").child("securitySchemes")
    for name, raw, pointer in declared.entries():
        node = tree.node(raw, pointer, what="a security scheme")
        scheme = None if node is None else _scheme(name, node, acquire(node))
        if scheme is not None:
            found.append(scheme)
    return tuple(found)


def _scheme(name: str, node: Node, acquire: Acquire | None) -> ir.SecurityScheme | None:
    said: dict[str, Any] = {
        "name": name,
        "description": node.text("description"),
        "acquire": acquire,
    }
    match node.text("type"):
        case "apiKey":
            return _api_key(node, said)
        case "http":
            return _http(node, said)
        case "basic":
            return ir.SecurityScheme(kind="basic", **said)
        case "oauth2":
            return _oauth2(node, said)
        case "openIdConnect":
            return ir.SecurityScheme(kind="openIdConnect", **said)
        case "mutualTLS":
            return ir.SecurityScheme(kind="mutualTLS", **said)
        case other:
            _unusable(node, f"Its type `{shown(str(other))}` is not known.")
            return None


def _api_key(node: Node, said: dict[str, Any]) -> ir.SecurityScheme | None:
    wire, place = node.text("name"), _PLACES.get(node.text("in") or "")
    if not wire or place is None:
        _unusable(node, "An API key needs `name`, and `in` header, query or cookie.")
        return None
    if any(ord(char) < 33 or ord(char) == 127 for char in wire) and place != "query":
        _unusable(node, "The name of its header or cookie is none.")
        return None
    return ir.SecurityScheme(kind="apiKey", place=place, wire=wire, **said)


def _http(node: Node, said: dict[str, Any]) -> ir.SecurityScheme:
    match (node.text("scheme") or "").lower():
        case "bearer":
            return ir.SecurityScheme(kind="bearer", **said)
        case "basic":
            return ir.SecurityScheme(kind="basic", **said)
        case other:
            node.row(
                "SPEC083",
                f"The HTTP scheme `{shown(other)}` is not applied by itself: the whole "
                "value of the Authorization header has to be given.",
                subject="other",
            )
            return ir.SecurityScheme(kind="apiKey", **said)


def _oauth2(node: Node, said: dict[str, Any]) -> ir.SecurityScheme:
    flows = node.child("flows")
    found = [(name, flows.child(name)) for name, _, _ in flows.members()]
    preferred = sorted(
        found, key=lambda item: (item[0] != "clientCredentials", item[0])
    )
    scopes = {str(scope) for _, flow in found for scope in flow.child("scopes").value}
    return ir.SecurityScheme(
        kind="oauth2",
        flows=tuple(name for name, _ in found),
        token_url=_first(preferred, "tokenUrl"),
        refresh_url=_first(preferred, "refreshUrl"),
        scopes=tuple(sorted(scopes)),
        **said,
    )


def _first(flows: list[tuple[str, Node]], key: str) -> str | None:
    return next((url for _, flow in flows if (url := flow.text(key))), None)


def _unusable(node: Node, reason: str) -> None:
    node.row(
        "SPEC083",
        f"The security scheme cannot be used. {reason}",
        effect="dropped",
        subject="other",
    )


def requirements(
    node: Node, known: frozenset[str], *, key: str = "security"
) -> Requirement | None:
    """Return the alternatives of `security`, each all of some schemes; None: absent."""
    if not isinstance(node.get(key), list):
        return None
    found = []
    for item, pointer in node.items(key):
        names = tuple(sorted(map(str, item))) if isinstance(item, Mapping) else None
        unknown = [name for name in names or () if name not in known]
        if names is None or unknown:
            what = f"names `{shown(unknown[0])}`" if unknown else "is no object"
            node.row(
                "SPEC084",
                f"A security requirement {what}, which no usable scheme defines.",
                pointer,
                effect="dropped",
                subject="other",
            )
        elif names not in found:
            found.append(names)
    return tuple(found)
