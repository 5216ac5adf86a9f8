"""The stages in order: from a source to `ir.Api`, from there to files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from specloom import ir
from specloom.diagnostics import Diagnostic, Report, SpecError
from specloom.output import File
from specloom.spec import (
    catalogue,
    checks,
    lower,
    openapi,
    overlay,
    refs,
    swagger,
    upgrade,
)
from specloom.spec import document as documents
from specloom.spec.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How a source is read."""

    mapping: str | Path | Mapping[str, Any] | None = None
    """The names of an endpoint catalogue's keys, or a file that holds them."""
    remote: bool = True
    """The source itself may be a URL (the user wrote it)."""
    remote_refs: bool = False
    """References in the document may lead to the network."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document as bundled, what it says, and everything found on the way."""

    document: Document
    api: ir.Api
    report: Report


def read_api(
    source: str | Path,
    overlays: Sequence[str | Path] = (),
    *,
    options: ReadOptions | None = None,
) -> Loaded:
    """Read a path, a URL or `-` into `ir.Api`; SpecError when nothing can be read."""
    options = options or ReadOptions()
    report = Report()
    document = documents.read(source, allow_remote=options.remote)
    mapping = _mapping(options)
    if mapping is not None or catalogue.is_catalogue(document.data):
        document = catalogue.convert(document, mapping, report)
    for path in overlays:
        actions = documents.read(path, allow_remote=options.remote)
        document = overlay.apply(document, actions, report)
    document = refs.bundle(document, report, allow_remote_refs=options.remote_refs)
    document = upgrade.upgrade(swagger.convert(document, report), report)
    api = _lowered(document, report)
    checks.check(api, report)
    return Loaded(document, api, report)


def generate(
    loaded: Loaded,
    *,
    package: str | None = None,
    layout: str = "project",
    templates: Path | None = None,
) -> tuple[File, ...]:
    """Return every file of the client, nothing written."""
    from specloom.python import layout as layouts
    from specloom.python import render, vendor

    planned = layouts.plan(
        loaded.api,
        package=package,
        layout=layout,
        document=loaded.document.origin.sha256,
    )
    rendered = render.render(planned, templates=templates)
    return (*rendered, *vendor.files(planned))


def _lowered(document: Document, report: Report) -> ir.Api:
    try:
        return lower.lower(openapi.parse(document, report), document, report)
    except RecursionError as cause:
        raise SpecError(
            Diagnostic(
                code="SPEC003",
                severity="error",
                subject="document",
                message="The document is nested too deeply to be read.",
            )
        ) from cause


def _mapping(options: ReadOptions) -> Mapping[str, Any] | None:
    if options.mapping is None or isinstance(options.mapping, Mapping):
        return options.mapping
    found: Mapping[str, Any] = documents.read(options.mapping).data
    return found
