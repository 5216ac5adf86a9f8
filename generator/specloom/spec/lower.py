"""Lower a bundled document in the 3.1 dialect to `ir.Api`, in canonical order."""

from __future__ import annotations

from dataclasses import replace

from openapi_pydantic.v3.v3_1 import OpenAPI

from specloom import ir
from specloom.diagnostics import Report
from specloom.spec import circles, extensions, jobs, linking, security, servers
from specloom.spec.contents import Contents
from specloom.spec.document import Document
from specloom.spec.finish import Finish
from specloom.spec.operations import Operations
from specloom.spec.raw import Tree
from specloom.spec.schemas import Schemas


def lower(openapi: OpenAPI, document: Document, report: Report) -> ir.Api:
    """Return what the document says; what cannot be said is in the report.

    Names and texts of the document as a whole come from its typed form, the rest from
    the raw values, which that form may have rounded or cut out.
    """
    tree = Tree(document.data, report)
    extensions.report_unknown(tree)
    schemas = Schemas(tree)
    finish = Finish(circles.broken(schemas.named(), report), report)
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
    operations, webhooks = reader.all(), reader.webhooks()
    client = extensions.client(tree.root, openapi.info.title)
    described = ir.Api(
        title=openapi.info.title,
        version=str(openapi.info.version),
        description=openapi.info.description,
        summary=openapi.info.summary,
        servers=servers.servers(tree.root, base),
        tags=servers.tags(tree, (tag for item in operations for tag in item.tags)),
        operations=operations,
        schemas=finish.all(),
        security_schemes=schemes,
        security=required,
        profile=client.profile,
        package=client.package,
        class_name=client.class_name,
        envelope=extensions.envelope(tree.root),
        errors=extensions.errors(tree.root),
        webhooks=webhooks,
    )
    return jobs.added(_with_keys(described), tree, tuple(reader.written()))


def _base(document: Document) -> str | None:
    """Return the URL a document was read from, None for a file."""
    where = document.origin.location
    return where if where.startswith(("http://", "https://")) else None


def _with_keys(api: ir.Api) -> ir.Api:
    """Return the API with operations named by key in all its extensions."""
    names = linking.names(api.operations)
    credits = api.profile.credits_operation
    return replace(
        api,
        operations=tuple(_operation(item, names) for item in api.operations),
        security_schemes=tuple(
            replace(item, acquire=linking.acquired(item.acquire, names))
            for item in api.security_schemes
        ),
        profile=replace(
            api.profile,
            credits_operation=None if credits is None else names.key(credits),
        ),
    )


def _operation(operation: ir.Operation, names: linking.Names) -> ir.Operation:
    if all(item.acquire is None for item in operation.parameters):
        return operation
    parameters = tuple(
        replace(item, acquire=linking.acquired(item.acquire, names))
        for item in operation.parameters
    )
    return replace(operation, parameters=parameters)
