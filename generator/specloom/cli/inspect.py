"""`specloom inspect`: the operations of an API, or one with everything about it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from specloom import ir
from specloom.cli import (
    arguments,
    console,
    described,
    docs_navigation,
    lookup,
    options,
    words,
)
from specloom.cli import operations as finding
from specloom.suggest import did_you_mean


@click.command(epilog="Example: specloom inspect openapi.yaml pets.create --template")
@options.spec_argument
@click.argument("operation", type=words.OperationName(), required=False)
@click.option("--template", is_flag=True, help="Add the payload template.")
@click.option(
    "--docs",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="A docs.json whose navigation picks the endpoints.",
)
@click.option("--category", metavar="NAME", help="A navigation group of --docs.")
@options.json_option
def command(
    source: lookup.Source,
    operation: str | None,
    template: bool,
    docs: Path | None,
    category: str | None,
    as_json: bool,
) -> None:
    """Show the operations of SPEC, or OPERATION with fields, limits and errors."""
    if category and docs is None:
        raise click.UsageError("--category needs --docs FILE")
    found = lookup.spec(source)
    loaded = lookup.load(found)
    if operation is not None:
        row = _operation(loaded.api, operation, template=template)
        _show(row, as_json=as_json, text=_operation_text)
        return
    keys = _picked(docs, category) if docs else None
    row = described.api(loaded.api, found.source, keys=keys, category=category)
    _show(row, as_json=as_json, text=_api_text)


def _operation(api: ir.Api, text: str, *, template: bool) -> dict[str, Any]:
    found = finding.find(text, api)
    row = described.operation(api, found)
    if template:
        from specloom.python import payload

        row["request_template"] = payload.template(api, found.operation)
    return row


def _picked(docs: Path, category: str | None) -> tuple[str, ...]:
    data = arguments.read(str(docs))
    keys = docs_navigation.endpoints(data, category)
    if not keys:
        known = docs_navigation.categories(data)
        hint = did_you_mean(category or "", known)
        listed = ", ".join(known) or "none"
        raise click.UsageError(
            f"No endpoints in group `{category}` of {docs}{hint or f'; groups: {listed}'}"
        )
    return keys


def _show(row: dict[str, Any], *, as_json: bool, text: Any) -> None:
    if as_json:
        console.line(row)
    else:
        console.result(text(row))


def _api_text(row: dict[str, Any]) -> str:
    listed = row["operations"]
    jobs = sum(item["kind"] == "job" for item in listed)
    lines = [
        f"{row['title']} {row['version']}: {len(listed)} operations, {_counted(jobs)}"
    ]
    groups: dict[str, list[dict[str, Any]]] = {}
    for item in listed:
        if item["call"]:
            groups.setdefault(item["call"].rpartition(".")[0], []).append(item)
    for name, items in sorted(groups.items()):
        lines += ["", name]
        width = max(len(item["call"].rpartition(".")[2]) for item in items)
        lines += [_row_text(item, width) for item in items]
    twins = sum(item["call"] is None for item in listed)
    if twins:
        lines += ["", f"{twins} plain twins of streaming forms are reached by path"]
    return "\n".join([*lines, *_said(row)])


def _counted(jobs: int) -> str:
    return "1 job" if jobs == 1 else f"{jobs} jobs"


def _row_text(item: dict[str, Any], width: int) -> str:
    mark = {"job": "job", "stream": "stream", "pages": "pages"}.get(item["kind"], "")
    name = item["call"].rpartition(".")[2]
    summary = f"  {item['summary']}" if item["summary"] else ""
    old = " (deprecated)" if item["deprecated"] else ""
    return f"  {name:<{width}}  {mark:<6}  {item['key']}{old}{summary}"


def _operation_text(row: dict[str, Any]) -> str:
    lines = [row["endpoint"]]
    if row["call"]:
        lines[0] += f"  ({row['call']}, {row['kind']})"
    for text in (row["summary"], row["description"]):
        if text and text not in lines:
            lines.append(text)
    if row["deprecated"]:
        lines.append("deprecated")
    for title in ("parameters", "fields"):
        if row[title]:
            lines += ["", f"{title}:", *(_field_text(item) for item in row[title])]
    for item in row["variants"]:
        needs = ", ".join(item["required"]) or "nothing"
        lines.append(f"  variant {item['name']}: requires {needs}")
    lines += _job_text(row) + _error_text(row) + _said(row)
    if "request_template" in row:
        import json

        shown = json.dumps(row["request_template"], indent=2, ensure_ascii=False)
        lines += ["", "template:", shown]
    return "\n".join(lines)


def _field_text(item: dict[str, Any]) -> str:
    star = "*" if item["required"] else " "
    place = f" in {item['in']}" if "in" in item else ""
    text = item.get("description", "").split("\n")[0]
    return f"  {star} {item['name']}{place}: {described.limits(item)}" + (
        f"  {text}" if text else ""
    )


def _job_text(row: dict[str, Any]) -> list[str]:
    if not row["lifecycle"]:
        return []
    lines = ["", "job:"]
    for title, key in (
        ("create, streaming", "sse_create_endpoint"),
        ("create, plain", "polling_create_endpoint"),
        ("subscribe", "sse_subscribe_endpoint"),
        ("poll", "poll_endpoint"),
    ):
        if row[key]:
            lines.append(f"  {title}: {row[key]}")
    states = row["lifecycle"].get("states", {})
    if states:
        words = ", ".join(f"{word} = {state}" for word, state in states.items())
        lines.append(f"  states: {words}")
    return lines


def _error_text(row: dict[str, Any]) -> list[str]:
    statuses = ", ".join(str(status) for status in row["error_status_codes"])
    return ["", f"errors: {statuses}"] if statuses else []


def _said(row: dict[str, Any]) -> list[str]:
    lines = [f"  {what}: {default}" for what, default in row["undocumented"].items()]
    head = ["", "not documented; these defaults stand in:"] if lines else []
    return [*head, *lines, *(f"note: {text}" for text in row["notes"])]
