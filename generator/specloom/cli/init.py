"""`specloom init`: writes specloom.toml for a description."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click

from specloom import config
from specloom.cli import console, lookup, options


@click.command(epilog="Example: specloom init openapi.yaml --name pets")
@options.spec_argument
@click.option("--name", metavar="NAME", help="Name of the client and its package.")
@click.option("--output", metavar="DIR", help="Folder of the client.")
@click.option("--force", is_flag=True, help="Replace a specloom.toml that is there.")
@options.json_option
def command(
    source: lookup.Source,
    name: str | None,
    output: str | None,
    force: bool,
    as_json: bool,
) -> int:
    """Write specloom.toml for SPEC into the current folder."""
    found = lookup.spec(source)
    loaded = lookup.load(found)
    chosen = _package(name or loaded.api.package or found.name)
    path = Path(config.FILE)
    if path.exists() and not force:
        raise lookup.ConfigurationFault(f"{path} is there already; --force replaces it")
    path.write_text(_toml(found, chosen, output or f"generated/{chosen}"), "utf-8")
    config.read(path)
    if as_json:
        console.line({"event": "written", "path": str(path), "client": chosen})
    else:
        console.note(f"wrote {path}; next: specloom generate")
    return 0


def _toml(found: lookup.Spec, name: str, output: str) -> str:
    lines = [f"[clients.{name}]", f"spec = {_text(_relative(found.source))}"]
    if found.overlays:
        listed = ", ".join(_text(_relative(item)) for item in found.overlays)
        lines.append(f"overlays = [{listed}]")
    if isinstance(found.catalogue, str):
        lines.append(f"catalogue = {_text(_relative(found.catalogue))}")
    return "\n".join((*lines, f"output = {_text(output)}", ""))


def _text(value: str) -> str:
    """Write a TOML basic string; its escapes are those of JSON."""
    return json.dumps(value)


def _relative(source: str) -> str:
    if "://" in source:
        return source
    path = Path(source).resolve()
    here = Path.cwd().resolve()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path)


def _package(text: str) -> str:
    spelled = re.sub(r"\W+", "_", text, flags=re.ASCII).strip("_").lower() or "client"
    return f"api_{spelled}" if spelled[0].isdigit() else spelled
