"""Servers with their variables, and tags with their parents."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urljoin, urlsplit

from specloom import ir
from specloom.spec.raw import Node, Tree, shown

_VARIABLE = re.compile(r"\{([^{}]*)\}")


def servers(node: Node, base: str | None) -> tuple[ir.Server, ...]:
    """Return the usable servers of a node; relative ones joined to the origin."""
    found = []
    for raw, pointer in node.items("servers"):
        if isinstance(raw, dict):
            server = _server(Node(raw, pointer, node.report), base)
            if server is not None:
                found.append(server)
        else:
            _unusable(Node({}, pointer, node.report), "It is no object.")
    return tuple(found)


def _server(node: Node, base: str | None) -> ir.Server | None:
    url = (node.text("url") or "").strip()
    if not url or not url.isprintable() or " " in url:
        _unusable(node, "It has no usable `url`.")
        return None
    if base and not urlsplit(url).scheme and not url.startswith("{"):
        url = urljoin(base, url)
    names = tuple(dict.fromkeys(_VARIABLE.findall(url)))
    variables = [_variable(name, node) for name in names]
    return ir.Server(
        url=url,
        name=node.text("x-oas32-name"),
        description=node.text("description"),
        foreign=node.flag("x-specloom-foreign"),
        variables=tuple(item for item in variables if item is not None),
    )


def _variable(name: str, node: Node) -> ir.ServerVariable | None:
    declared = node.child("variables").child(name)
    choices = tuple(str(item) for item, _ in declared.items("enum"))
    default = declared.text("default")
    if default is None:
        node.row(
            "SPEC085",
            f"The variable `{shown(name)}` of a server has no default.",
            subject="other",
            hint="Give it one, or pass the base URL to the client.",
        )
        default = choices[0] if choices else ""
    return ir.ServerVariable(
        name=name,
        default=default,
        choices=choices,
        description=declared.text("description"),
    )


def _unusable(node: Node, reason: str) -> None:
    node.row(
        "SPEC085",
        f"The server is left out. {reason}",
        effect="dropped",
        subject="other",
    )


def tags(tree: Tree, used: Iterable[str]) -> tuple[ir.Tag, ...]:
    """Return all tags, declared or only used, by name; parents that exist."""
    declared: dict[str, Node] = {}
    for raw, pointer in tree.root.items("tags"):
        node = Node(raw if isinstance(raw, dict) else {}, pointer, tree.report)
        name = node.text("name")
        if name:
            declared.setdefault(name, node)
    names = sorted({*declared, *used})
    parents = {name: _parent(declared[name], declared) for name in declared}
    return tuple(_tag(name, declared.get(name), parents) for name in names)


def _tag(name: str, node: Node | None, parents: dict[str, str | None]) -> ir.Tag:
    if node is None:
        return ir.Tag(name=name)
    return ir.Tag(
        name=name,
        description=node.text("description") or node.text("x-oas32-summary"),
        parent=_without_circle(name, node, parents),
        python_name=node.text("x-specloom-name"),
    )


def _parent(node: Node, declared: dict[str, Node]) -> str | None:
    parent = node.text("x-oas32-parent") or node.text("parent")
    if parent is None or parent in declared:
        return parent
    node.row(
        "SPEC086", f"The parent tag `{shown(parent)}` does not exist.", subject="other"
    )
    return None


def _without_circle(
    name: str, node: Node, parents: dict[str, str | None]
) -> str | None:
    seen = {name}
    above = parents[name]
    while above is not None:
        if above in seen:
            node.row("SPEC086", "The tag is its own ancestor.", subject="other")
            return None
        seen.add(above)
        above = parents.get(above)
    return parents[name]
