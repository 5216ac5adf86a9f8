"""`specloom payload`: a request ready to fill in, or a check of a filled-in one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from specloom import ir
from specloom.cli import (
    arguments,
    console,
    lookup,
    operations,
    options,
    payload_formats,
    words,
)
from specloom.cli.exits import Exit
from specloom.cli.operations import Found
from specloom.suggest import did_you_mean


@click.command(
    epilog="Example: specloom payload openapi.yaml pets.create --format curl"
)
@options.spec_argument
@options.operation_argument
@click.option("--all", "every", is_flag=True, help="Every field, not only the needed.")
@click.option(
    "--format",
    "form",
    type=words.Word(payload_formats.FORMATS),
    default="json",
    help="JSON, commented YAML, a Python call or a curl command.",
)
@click.option("--variant", metavar="NAME", help="One alternative of a union.")
@click.option("--variants", is_flag=True, help="One template for every alternative.")
@options.set_option
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write it there; with --variants one file each.",
)
@click.option("--check", metavar="FILE", help="Validate a filled-in payload instead.")
@click.option("--migrate", metavar="FILE", help="Carry an older payload over to SPEC.")
@options.json_option
def command(
    source: lookup.Source,
    operation: str,
    every: bool,
    form: str,
    variant: str | None,
    variants: bool,
    sets: tuple[str, ...],
    output: Path | None,
    check: str | None,
    migrate: str | None,
    as_json: bool,
) -> int:
    """Print a payload for OPERATION of SPEC: required fields and defaults."""
    api = lookup.load(lookup.spec(source)).api
    found = operations.find(operation, api)
    if check is not None:
        return _check(api, found, check, sets, as_json=as_json)
    if migrate is not None:
        return _migrate(api, found, migrate, output, form, as_json=as_json)
    items = arguments.assignments(sets)
    for name in _names(api, found, variant, every_variant=variants):
        payload = _template(api, found, every=every, variant=name)
        payload = arguments.assign(payload, items, found.operation, api)
        _doubt(items, payload, api, found)
        if as_json:
            row = {"operation": found.operation.key, "variant": name}
            console.line({**row, "payload": payload})
        else:
            _write(payload_formats.text(payload, form, api, found), output, name)
    return Exit.DONE


def _names(
    api: ir.Api,
    found: Found,
    variant: str | None,
    *,
    every_variant: bool,
) -> tuple[str | None, ...]:
    from specloom.python import payload

    known = payload.variants(api, found.operation)
    if variant is not None and variant not in known:
        hint = did_you_mean(variant, known)
        listed = ", ".join(known) or "none"
        raise click.UsageError(f"No variant `{variant}`{hint or f'; known: {listed}'}")
    return (known or (None,)) if every_variant else (variant,)


def _template(
    api: ir.Api,
    found: Found,
    *,
    every: bool,
    variant: str | None,
) -> dict[str, Any]:
    from specloom.python import payload

    return payload.template(api, found.operation, all=every, variant=variant)


def _doubt(
    items: tuple[arguments.Assignment, ...],
    payload: Any,
    api: ir.Api,
    found: Found,
) -> None:
    """Warn of a `--set` that the description does not allow."""
    if not items:
        return
    from specloom.cli import checking

    issues = checking.issues(api, found.operation, payload)
    hints = dict(checking.hints(issues, payload, api, found.operation))
    names = tuple(item.name for item in items)
    for issue in issues:
        if issue.field.startswith(names):
            console.note(f"warning: {issue}{hints.get(issue, '')}")


def _write(text: str, output: Path | None, variant: str | None) -> None:
    if output is None:
        console.result(text)
        return
    path = output.with_stem(f"{output.stem}.{variant}") if variant else output
    try:
        path.write_text(text + "\n", "utf-8")
    except OSError as error:
        reason = lookup.reason(error)
        raise lookup.ConfigurationFault(
            f"{path} cannot be written: {reason}"
        ) from error
    console.note(f"wrote {path}")


def _check(
    api: ir.Api,
    found: Found,
    file: str,
    sets: tuple[str, ...],
    *,
    as_json: bool,
) -> int:
    from specloom.cli import checking

    payload = arguments.read(file)
    items = arguments.assignments(sets)
    payload = arguments.assign(payload, items, found.operation, api)
    issues = checking.issues(api, found.operation, payload)
    hints = dict(checking.hints(issues, payload, api, found.operation))
    if as_json:
        rows = [issue._asdict() for issue in issues]
        console.line({"event": "checked", "ok": not issues, "issues": rows})
    else:
        for issue in issues:
            console.result(f"{issue}{hints.get(issue, '')}")
        if not issues:
            console.note(f"{file}: valid for {found.operation.key}")
    return Exit.INVALID_PAYLOAD if issues else Exit.DONE


def _migrate(
    api: ir.Api,
    found: Found,
    file: str,
    output: Path | None,
    form: str,
    *,
    as_json: bool,
) -> int:
    from specloom.cli import migration

    moved = migration.migrate(api, found.operation, arguments.read(file))
    if as_json:
        console.line({"event": "migrated", **moved.to_dict()})
        return Exit.DONE
    for note in moved.notes:
        console.note(note)
    _write(payload_formats.text(moved.payload, form, api, found), output, None)
    return Exit.DONE
