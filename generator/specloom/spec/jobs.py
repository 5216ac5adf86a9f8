"""The lifecycles of a document: declared ones, imported ones for the rest, joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from specloom import ir
from specloom.diagnostics import Diagnostic, Report
from specloom.runtime._lifecycle import Lifecycle
from specloom.spec import importers, linking
from specloom.spec.lifecycles import lifecycle
from specloom.spec.operations import Found
from specloom.spec.raw import Node, Tree, kind_of, shown
from specloom.suggest import did_you_mean


def added(api: ir.Api, tree: Tree, written: tuple[Found, ...]) -> ir.Api:
    """Return the API with its lifecycles, each operation joined to its own.

    Declared beats imported: other tools' extensions are read for creates that have no
    lifecycle of ours.
    """
    names = linking.names(api.operations)
    found: dict[str, Lifecycle] = {}
    places: dict[str, str] = {}
    for value, pointer in _declared(tree, written):
        if value.name in found:
            message = f"Two lifecycles are named `{value.name}`; the first one counts."
            _error(tree.report, "JOB002", message, pointer)
            continue
        found[value.name] = linking.with_keys(value, names)
        places[value.name] = pointer
    declared = linking.join(
        api.operations,
        _sorted(found),
        lambda name, key: _twice(tree.report, name, key, places[name]),
    )
    free = tuple(item for item in declared if item.lifecycle is None)
    rest = replace(api, operations=free)
    for value, pointer in importers.lifecycles(written, rest, tree):
        if value.name not in found:
            found[value.name] = linking.with_keys(value, names)
            places[value.name] = pointer
    return replace(
        api,
        operations=linking.join(api.operations, _sorted(found), lambda *_: None),
        lifecycles=_sorted(found),
        lifecycle_pointers=dict(sorted(places.items())),
    )


def _sorted(found: Mapping[str, Lifecycle]) -> tuple[Lifecycle, ...]:
    return tuple(found[name] for name in sorted(found))


def _declared(tree: Tree, written: Iterable[Found]) -> Iterator[tuple[Lifecycle, str]]:
    for holder in _holders(tree):
        for name in sorted(holder.value, key=str):
            node = _object(holder.value[name], holder.at(str(name)), tree.report)
            if node is not None:
                yield lifecycle(str(name), node), node.pointer
    for item in written:
        raw = item.node.get("x-specloom-job")
        key = f"{item.method} {item.path}"
        node = None if raw is None else _job(tree, raw, item.node.at("x-specloom-job"))
        if node is not None:
            name = item.node.text("operationId") or key
            yield lifecycle(name, node, key), node.pointer


def _holders(tree: Tree) -> tuple[Node, Node]:
    components = tree.root.child("components")
    return (components.child("x-specloom-jobs"), tree.root.child("x-specloom-jobs"))


def _job(tree: Tree, raw: Any, pointer: str) -> Node | None:
    """Return a lifecycle written on an operation: itself, by `$ref`, or by name."""
    if isinstance(raw, str):
        holders = _holders(tree)
        for holder in holders:
            if raw in holder:
                return holder.child(raw)
        known = [str(name) for holder in holders for name in holder.value]
        message = f"There is no lifecycle `{shown(raw)}`"
        _error(
            tree.report, "JOB002", message + (did_you_mean(raw, known) or "."), pointer
        )
        return None
    if isinstance(raw, Mapping) and "$ref" in raw:
        return tree.node(raw, pointer, what="a lifecycle")
    return _object(raw, pointer, tree.report)


def _object(raw: Any, pointer: str, report: Report) -> Node | None:
    if isinstance(raw, Mapping):
        return Node(raw, pointer, report)
    _error(
        report, "JOB002", f"A lifecycle is an object, found {kind_of(raw)}.", pointer
    )
    return None


def _twice(report: Report, name: str, key: str, pointer: str) -> None:
    message = f"`{key}` already has a lifecycle; `{name}` is for it too."
    _error(report, "JOB007", message, pointer)


def _error(report: Report, code: str, message: str, pointer: str) -> None:
    report.add(
        Diagnostic(code=code, message=message, pointer=pointer, severity="error")
    )
