"""A document given as a dict, taken through the reading stages to `ir.Api`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from specloom import ir
from specloom.diagnostics import Diagnostic, Report
from specloom.runtime._lifecycle import Lifecycle
from specloom.spec import checks, lower, openapi, overlay, refs, swagger, upgrade
from specloom.spec import document as documents
from specloom.spec.document import Document, Origin
from specloom.spec.lifecycles import lifecycle
from specloom.spec.raw import Node

OK = {"200": {"description": "done"}}


@dataclass(frozen=True)
class Lowered:
    """What came out: the API and everything that was found."""

    api: ir.Api
    report: Report

    def codes(self) -> set[str]:
        """The codes of all findings."""
        return {item.code for item in self.report}

    def rows(self, code: str) -> list[Diagnostic]:
        """The findings with one code."""
        return [item for item in self.report if item.code == code]

    def schema(self, name: str) -> ir.Schema:
        """The schema of a component."""
        return self.api.schemas[name].schema


def document(data: Any) -> Document:
    """A document that was never written to a file."""
    text = json.dumps(data)
    return Document("test.json", text, data, Origin("/test.json", "", "json"))


def lowered(data: Any) -> Lowered:
    """Take a dict through the stages."""
    return _lowered(document(data), Report())


def read(source: Path, *overlays: Path) -> Lowered:
    """Take a file and overlays through the stages."""
    report = Report()
    found = documents.read(source)
    for path in overlays:
        found = overlay.apply(found, documents.read(path), report)
    return _lowered(found, report)


def _lowered(found: Document, report: Report) -> Lowered:
    bundled = refs.bundle(found, report)
    upgraded = upgrade.upgrade(swagger.convert(bundled, report), report)
    api = lower.lower(openapi.parse(upgraded, report), upgraded, report)
    checks.check(api, report)
    return Lowered(api, report)


def described(
    paths: dict[str, Any] | None = None,
    schemas: dict[str, Any] | None = None,
    version: str = "3.1.0",
    **more: Any,
) -> dict[str, Any]:
    """A small document around paths and schemas."""
    components = {"schemas": schemas or {}} | more.pop("components", {})
    return {
        "openapi": version,
        "info": {"title": "Test", "version": "1"},
        "paths": paths or {},
        "components": components,
    } | more


def of_schemas(version: str = "3.1.0", **schemas: Any) -> Lowered:
    """Lower schemas by name."""
    return lowered(described(schemas=schemas, version=version))


def of_schema(
    schema: Any, version: str = "3.1.0", **others: Any
) -> tuple[Any, Lowered]:
    """Lower one schema, which may refer to others by name."""
    found = of_schemas(version, It=schema, **others)
    return found.schema("It"), found


def wires(schema: ir.Schema) -> list[str]:
    """The names of an object's properties, as sent."""
    assert isinstance(schema, ir.Object)
    return [item.wire for item in schema.properties]


def prop(schema: ir.Schema, wire: str) -> ir.Property:
    """One property of an object."""
    assert isinstance(schema, ir.Object)
    return next(item for item in schema.properties if item.wire == wire)


def of_operation(
    operation: dict[str, Any], path: str = "/things", method: str = "post", **more: Any
) -> ir.Operation:
    """Lower one operation."""
    found = lowered(described({path: {method: {"responses": OK} | operation}}, **more))
    return found.api.operations[0]


def of_job(**written: Any) -> tuple[Lifecycle, Report]:
    """Read a lifecycle as it stands under `x-specloom-jobs`."""
    report = Report()
    return lifecycle("it", Node(written, "/jobs/it", report)), report
