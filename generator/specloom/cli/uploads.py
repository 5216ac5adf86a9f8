"""Files among the arguments: sent as a form where the operation takes one."""

from __future__ import annotations

import base64
import mimetypes
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import click

from specloom import ir

MAX_FILE = 64 << 20
"""Largest file that is put into a data URI."""


def takes_files(operation: ir.Operation) -> bool:
    """Tell whether a body of the operation is multipart."""
    return bool(_forms(operation))


def takes_content(api: ir.Api, operation: ir.Operation) -> bool:
    """Tell whether the body may be a text or a file as a whole."""
    from specloom.python import bodies

    shape = bodies.shape(api, operation)
    return shape is not None and any(item.is_raw for item in (shape, *shape.others))


def by_form(api: ir.Api, operation: ir.Operation) -> ir.Api:
    """Return the API with the operation (and its twin) taking the form only."""
    keys = {operation.key, operation.plain, operation.twin_of}
    return replace(
        api,
        operations=tuple(
            _form_only(item) if item.key in keys else item for item in api.operations
        ),
    )


def data_uri(path: Path) -> str:
    """Return a file as a `data:` URI (RFC 2397)."""
    if path.stat().st_size > MAX_FILE:
        raise click.UsageError(f"{path} is larger than {MAX_FILE >> 20} MiB")
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode('ascii')}"


def _forms(operation: ir.Operation) -> tuple[ir.Content, ...]:
    contents: Iterable[ir.Content] = operation.body.contents if operation.body else ()
    return tuple(item for item in contents if item.media_type.startswith("multipart/"))


def _form_only(operation: ir.Operation) -> ir.Operation:
    forms = _forms(operation)
    if operation.body is None or not forms:
        return operation
    return replace(operation, body=replace(operation.body, contents=forms))
