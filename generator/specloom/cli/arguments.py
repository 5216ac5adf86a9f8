"""--payload, --payload-file and --set: one mapping of arguments by wire name."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import click

from specloom import ir
from specloom.cli import lookup
from specloom.cli.schemas import body_schema, inside, kind, kinds, properties
from specloom.cli.uploads import data_uri, takes_content, takes_files

PLACES = ("path", "query", "header", "cookie", "body")
MAX_FILE = 64 << 20
"""Largest payload file."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """One `--set name=value`; `file` when the value was written `@path`."""

    name: str
    text: str
    file: Path | None = None


def assignments(items: Iterable[str]) -> tuple[Assignment, ...]:
    """Read every `--set`; `name=@@text` is text that begins with `@`."""
    return tuple(_assignment(item) for item in items)


def payload(text: str | None, file: str | None) -> Any:
    """Return the JSON value of --payload or --payload-file; {} when neither is given."""
    if text is not None and file is not None:
        raise click.UsageError("Give --payload or --payload-file, not both")
    if file is not None:
        return read(file)
    return {} if text is None else parse_json(text, "--payload")


def read(file: str) -> Any:
    """Read a payload: JSON, or YAML as `payload --format yaml` writes it; `-` is stdin."""
    if file == "-":
        return parse_json(sys.stdin.read(MAX_FILE), "stdin")
    path = Path(file)
    try:
        if path.stat().st_size > MAX_FILE:
            raise click.UsageError(f"{file} is larger than {MAX_FILE >> 20} MiB")
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = lookup.reason(error)
        raise click.UsageError(f"{file} cannot be read: {reason}") from error
    yaml = path.suffix in (".yaml", ".yml")
    return parse_yaml(text, file) if yaml else parse_json(text, file)


def parse_yaml(text: str, origin: str) -> Any:
    """Parse YAML as descriptions are parsed; a usage error names the place."""
    from specloom.diagnostics import SpecError
    from specloom.spec import text as texts

    try:
        return texts.parse(text, origin, yaml_name=True).data
    except SpecError as error:
        raise click.UsageError(str(error)) from error


def parse_json(text: str, origin: str) -> Any:
    """Parse JSON; a usage error names the place."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = f"{origin}:{error.lineno}:{error.colno}"
        raise click.UsageError(f"{place}: not valid JSON: {error.msg}") from error
    except RecursionError as error:
        raise click.UsageError(f"{origin} is nested too deeply") from error


def assign(
    arguments: Any,
    items: Iterable[Assignment],
    operation: ir.Operation,
    api: ir.Api,
) -> Any:
    """Return the arguments with every assignment made, texts read by their schemas."""
    for item in items:
        if not isinstance(arguments, dict):
            raise click.UsageError("--set needs a payload that is a JSON object")
        path = _path(item.name, operation, api)
        value = (
            _file(item, path, operation, api)
            if item.file
            else _value(item, path, operation, api)
        )
        _put(arguments, path, value)
    return arguments


def known(operation: ir.Operation, api: ir.Api) -> dict[str, ir.Schema]:
    """Return every argument's wire name and schema, qualified where two share it."""
    places: dict[str, list[tuple[str, ir.Schema]]] = {}
    for parameter in operation.parameters:
        places.setdefault(parameter.wire, []).append(
            (parameter.place, parameter.schema)
        )
    for name, held in properties(body_schema(api, operation), api).items():
        places.setdefault(name, []).append(("body", held.schema))
    names: dict[str, ir.Schema] = {}
    for wire, found in places.items():
        for place, schema in found:
            names[wire if len(found) == 1 else f"{place}.{wire}"] = schema
    return names


def _assignment(item: str) -> Assignment:
    name, separator, text = item.partition("=")
    if not separator or not name:
        raise click.UsageError(f"--set takes NAME=VALUE, found `{item}`")
    if text.startswith("@@") or not text.startswith("@"):
        return Assignment(name, text.removeprefix("@") if text[:2] == "@@" else text)
    path = Path(text[1:])
    if not path.is_file():
        raise click.UsageError(f"--set {name}: there is no file `{path}`")
    return Assignment(name, text, path)


def _path(name: str, operation: ir.Operation, api: ir.Api) -> list[str]:
    """Split `a.b`; a declared wire name that holds dots, and a place, stay whole."""
    names = known(operation, api)
    if name in names:
        return [name]
    declared = [wire for wire in names if "." in wire and name.startswith(f"{wire}.")]
    if declared:
        head = max(declared, key=len)
        return [head, *name[len(head) + 1 :].split(".")]
    head, _, rest = name.partition(".")
    if rest and head in PLACES and head not in names:
        inner = _path(rest, operation, api)
        return [f"{head}.{inner[0]}", *inner[1:]]
    return name.split(".")


def _value(
    item: Assignment,
    path: list[str],
    operation: ir.Operation,
    api: ir.Api,
) -> Any:
    names = known(operation, api)
    schema = names.get(path[0]) or names.get(path[0].partition(".")[2])
    for step in path[1:]:
        schema = inside(schema, step, api)
    accepted = kinds(schema, api)
    try:
        value = json.loads(item.text)
    except (json.JSONDecodeError, RecursionError):
        return item.text
    fits = "any" in accepted or kind(value) in accepted
    return item.text if not fits and "string" in accepted else value


def _put(target: Any, path: list[str], value: Any) -> None:
    for step, following in pairwise(path):
        target = _child(target, step, [] if following.isdigit() else {})
    last = path[-1]
    if isinstance(target, list):
        index = _index(target, last)
        target[index : index + 1] = [value]
    elif isinstance(target, dict):
        target[last] = value
    else:
        raise click.UsageError(
            f"--set {'.'.join(path)}: there is a value, not an object"
        )


def _child(target: Any, step: str, fresh: Any) -> Any:
    if isinstance(target, list):
        index = _index(target, step)
        if index == len(target):
            target.append(fresh)
        return target[index]
    if not isinstance(target, dict):
        raise click.UsageError(f"--set: `{step}` lies inside a value, not an object")
    return target.setdefault(step, fresh)


def _index(target: list[Any], step: str) -> int:
    if not step.isdigit() or int(step) > len(target):
        raise click.UsageError(
            f"--set: `{step}` is no position of a list of {len(target)}"
        )
    return int(step)


def _file(
    item: Assignment, path: list[str], operation: ir.Operation, api: ir.Api
) -> Any:
    """Return an upload where the operation takes files, else a data URI."""
    assert item.file is not None
    whole = path == ["body"] and takes_content(api, operation)
    return item.file if whole or takes_files(operation) else data_uri(item.file)
