"""Lower a bundled document in the 3.1 dialect to `ir.Api`, in canonical order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from openapi_pydantic.v3.v3_1 import OpenAPI

from specloom import ir
from specloom.diagnostics import Diagnostic, Report
from specloom.runtime._lifecycle import Lifecycle
from specloom.spec import extensions, importers, linking, security, servers
from specloom.spec.contents import Contents
from specloom.spec.finish import Finish
from specloom.spec.lifecycles import lifecycle
from specloom.spec.operations import Operations
from specloom.spec.raw import Node, Tree, kind
from specloom.spec.schemas import Schemas


def lower(openapi: OpenAPI, document: Any, report: Report) -> ir.Api:
    """Return what the document says; what cannot be said is in the report."""
    tree = Tree(document.data, report)
    extensions.report_unknown(tree)
    schemas = Schemas(tree)
    finish = Finish(schemas.named(), report)
    contents = Contents(
        tree,
        lambda raw, place: finish.schema(schemas.lower(raw, place)),
        finish.resolve,
    )
    schemes = security.schemes(tree, extensions.acquire)
    known = frozenset(item.name for item in schemes)
    required = security.requirements(tree.root, known) or ()
    base = _base(document)
    reader = Operations(contents, known, any(required), base)
    operations = reader.all()
    names = linking.names(operations)
    jobs, places = _lifecycles(tree, reader, operations, names)
    client = extensions.client(tree.root, openapi.info.title)
    return ir.Api(
        title=openapi.info.title,
        version=str(openapi.info.version),
        description=openapi.info.description,
        summary=openapi.info.summary,
        servers=servers.servers(tree.root, base),
        tags=servers.tags(tree, (tag for item in operations for tag in item.tags)),
        operations=linking.join(
            tuple(_with_keys(item, names) for item in operations),
            jobs,
            lambda name, key: _twice(report, name, key, places),
        ),
        schemas=finish.all(),
        security_schemes=tuple(
            replace(item, acquire=linking.acquired(item.acquire, names))
            for item in schemes
        ),
        security=required,
        lifecycles=jobs,
        lifecycle_pointers=places,
        profile=replace(
            client.profile,
            credits_operation=_key(client.profile.credits_operation, names),
        ),
        package=client.package,
        class_name=client.class_name,
        envelope=extensions.envelope(tree.root),
        errors=extensions.errors(tree.root),
        webhooks=reader.webhooks(),
    )


def _base(document: Any) -> str | None:
    """Return the URL a document was read from, None for a file."""
    where = str(getattr(document.origin, "location", "") or document.name)
    return where if where.startswith(("http://", "https://")) else None


def _key(name: str | None, names: linking.Names) -> str | None:
    return None if name is None else names.key(name)


def _with_keys(operation: ir.Operation, names: linking.Names) -> ir.Operation:
    if all(item.acquire is None for item in operation.parameters):
        return operation
    parameters = tuple(
        replace(item, acquire=linking.acquired(item.acquire, names))
        for item in operation.parameters
    )
    return replace(operation, parameters=parameters)


def _lifecycles(
    tree: Tree,
    reader: Operations,
    operations: tuple[ir.Operation, ...],
    names: linking.Names,
) -> tuple[tuple[Lifecycle, ...], dict[str, str]]:
    """Return declared lifecycles, then imported ones for creates without any."""
    found: dict[str, Lifecycle] = {}
    places: dict[str, str] = {}
    for value, pointer in _declared(tree, reader):
        if value.name in found:
            message = f"Two lifecycles are named `{value.name}`; the first one counts."
            _error(tree.report, "JOB002", message, pointer)
            continue
        found[value.name] = linking.with_keys(value, names)
        places[value.name] = pointer
    declared = tuple(found[name] for name in sorted(found))
    taken = linking.join(operations, declared, lambda *_: None)
    free = tuple(item for item in taken if item.lifecycle is None)
    for value, pointer in importers.lifecycles(reader, free, names):
        if value.name not in found:
            found[value.name] = linking.with_keys(value, names)
            places[value.name] = pointer
    return tuple(found[name] for name in sorted(found)), places


def _declared(tree: Tree, reader: Operations) -> Iterator[tuple[Lifecycle, str]]:
    for holder in (tree.root.child("components"), tree.root):
        jobs = holder.child("x-specloom-jobs")
        for name in sorted(jobs.value, key=str):
            node = _object(jobs.value[name], jobs.at(str(name)), tree.report)
            if node is not None:
                yield lifecycle(str(name), node), node.pointer
    for written in reader.written():
        raw = written.node.get("x-specloom-job")
        if raw is None:
            continue
        key = f"{written.method} {written.path}"
        node = _job(tree, raw, written.node.at("x-specloom-job"))
        if node is not None:
            name = written.node.text("operationId") or key
            yield lifecycle(name, node, key), node.pointer


def _job(tree: Tree, raw: Any, pointer: str) -> Node | None:
    """Return a lifecycle written on an operation: itself, by `$ref`, or by name."""
    if isinstance(raw, str):
        for holder in (tree.root.child("components"), tree.root):
            jobs = holder.child("x-specloom-jobs")
            if raw in jobs:
                return jobs.child(raw)
        message = f"There is no lifecycle `{raw}` under components.x-specloom-jobs."
        _error(tree.report, "JOB002", message, pointer)
        return None
    if isinstance(raw, Mapping) and "$ref" in raw:
        return tree.node(raw, pointer, what="a lifecycle")
    return _object(raw, pointer, tree.report)


def _object(raw: Any, pointer: str, report: Report) -> Node | None:
    if isinstance(raw, Mapping):
        return Node(raw, pointer, report)
    _error(report, "JOB002", f"A lifecycle is an object, found {kind(raw)}.", pointer)
    return None


def _twice(report: Report, name: str, key: str, places: Mapping[str, str]) -> None:
    message = f"`{key}` already has a lifecycle; `{name}` is for it too."
    _error(report, "JOB007", message, places.get(name, ""))


def _error(report: Report, code: str, message: str, pointer: str) -> None:
    report.add(
        Diagnostic(code=code, message=message, pointer=pointer, severity="error")
    )
