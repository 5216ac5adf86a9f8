"""Bundled documents: files written to a folder, and what came of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from specloom import location
from specloom.diagnostics import Report
from specloom.spec import document, refs
from specloom.spec.document import Document


def bundle(at: Path, files: dict[str, Any], **options: Any) -> tuple[Any, Report]:
    """Write the files, bundle `main.json`, and check the law of all bundles."""
    for name, content in files.items():
        path = at / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content if isinstance(content, str) else json.dumps(content))
    found, report = bundled(at / "main.json", **options)
    return found.data, report


def bundled(main: Path, **options: Any) -> tuple[Document, Report]:
    report = Report()
    found = refs.bundle(document.read(main), report, **options)
    for ref in every_ref(found.data):
        assert ref.startswith("#")
        location.resolve(found.data, location.from_ref(ref))
    return found, report


def every_ref(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        for key, item in value.items():
            if key not in ("example", "default", "x-data"):
                yield from every_ref(item)
    elif isinstance(value, list):
        for item in value:
            yield from every_ref(item)


def api(schemas: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
        **more,
    }


def codes(report: Report) -> list[str]:
    return [item.code for item in report]
