"""A description given as a dict, brought to the 3.1 dialect and judged valid there."""

from __future__ import annotations

import json
from typing import Any

from openapi_spec_validator import OpenAPIV31SpecValidator
from specloom.diagnostics import Report
from specloom.spec import document, refs, upgrade
from specloom.spec.document import Document


def upgraded(data: dict[str, Any], *, valid: bool = True) -> tuple[Document, Report]:
    """Upgrade a description, which then validates unless `valid` is false."""
    read = document.parse(json.dumps(data).encode(), "api.json", "/api.json")
    report = Report()
    found = upgrade.upgrade(refs.bundle(read, report), report)
    if valid:
        errors = list(OpenAPIV31SpecValidator(found.data).iter_errors())
        assert not errors, errors[0]
    return found, report


def schema(
    value: Any, version: str = "3.0.3", *, valid: bool = True
) -> tuple[Any, list[str]]:
    """Upgrade one schema: what it became, and the codes of the findings."""
    data = {
        "openapi": version,
        "info": {"title": "t", "version": "1"},
        "paths": {},
        "components": {"schemas": {"Other": {"type": "object"}, "S": value}},
    }
    found, report = upgraded(data, valid=valid)
    return found.data["components"]["schemas"]["S"], [item.code for item in report]


def operation(
    value: Any, version: str = "3.0.3", path: str = "/a", *, valid: bool = True
) -> tuple[Any, list[str]]:
    """Upgrade one operation: what it became, and the codes of the findings."""
    data = {
        "openapi": version,
        "info": {"title": "t", "version": "1"},
        "paths": {path: {"get": value}},
    }
    found, report = upgraded(data, valid=valid)
    return found.data["paths"][path]["get"], [item.code for item in report]
