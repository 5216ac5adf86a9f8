"""specloom.json: what a client was made from, and how tools can call it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

import specloom
from specloom import ir
from specloom.output import MANIFEST, File, digest

from . import arguments
from .calls import Call, twins
from .view import Package

FORMAT = 1


def text(api: ir.Api, calls: Sequence[Call], *, document: str | None) -> str:
    """Return the manifest without the hashes of files. `document` is its SHA-256."""
    found: dict[str, Any] = {
        "format": FORMAT,
        "generator": {"name": "specloom", "version": specloom.__version__},
        "document": {"title": api.title, "version": api.version, "sha256": document},
        "operations": [row(api, call) for call in (*calls, *twins(api, calls))],
    }
    return json.dumps(found, ensure_ascii=False, indent=1)


def row(api: ir.Api, call: Call) -> dict[str, Any]:
    """Return one operation with its arguments in call order."""
    op = call.operation
    taken = arguments.of(api, op, switch=op.stream_switch is not None)
    found: dict[str, Any] = {
        "key": op.key,
        "name": op.operation_id or op.key,
        "call": call.text or None,
        "kind": call.kind,
        "parameters": [
            {"wire": item.wire, "in": item.place, "python": item.python}
            for item in taken.every
            if item.place != "body"
        ],
    }
    if op.exact_name is not None:
        found["exact_name"] = op.exact_name
    if taken.body is not None:
        found["body"] = _body(taken)
    return found


def file(package: Package, files: Iterable[File]) -> File:
    """Return the finished manifest, with the hash of every other file."""
    found = json.loads(package.manifest)
    found["files"] = {
        item.path: digest(item.text)
        for item in sorted(files, key=lambda item: item.path)
    }
    body = json.dumps(found, ensure_ascii=False, indent=1)
    return File(f"{package.name}/{MANIFEST}", body + "\n")


def _body(taken: arguments.Arguments) -> dict[str, Any]:
    assert taken.body is not None  # asked for bodies only
    fields = taken.at("body")
    whole = taken.body.fields is None
    return {
        "media_type": taken.body.content.media_type,
        "argument": fields[0].python if whole else None,
        "fields": []
        if whole
        else [{"wire": item.wire, "python": item.python} for item in fields],
    }
