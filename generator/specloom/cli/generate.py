"""`specloom generate`: writes clients, or says what would change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from specloom import lock as locks
from specloom.cli import lookup, options, words
from specloom.cli.regenerate import Mode, Run
from specloom.cli.targets import Target
from specloom.config import ClientConfig, Config, Layout
from specloom.suggest import did_you_mean


@click.command(epilog="Example: specloom generate --spec openapi.yaml --output client")
@click.argument("names", type=words.ClientName(), nargs=-1)
@click.option(
    "--spec", type=words.SpecName(), help="A description outside the configuration."
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where the client of --spec is written.",
)
@click.option("--package", metavar="NAME", help="Name of the Python package.")
@options.overlay_option
@options.remote_refs_option
@click.option(
    "--only", multiple=True, metavar="TAG|GLOB", help="Only these operations."
)
@click.option(
    "--exclude", multiple=True, metavar="TAG|GLOB", help="Not these operations."
)
@click.option(
    "--layout",
    type=words.Word(["project", "package"]),
    help="A whole project, or the package alone, to embed.",
)
@click.option(
    "--check", is_flag=True, help="Write nothing; exit 1 when something would change."
)
@click.option(
    "--diff", "show_diff", is_flag=True, help="Write nothing; show what would change."
)
@click.option("--watch", is_flag=True, help="Generate again whenever a source changes.")
@click.option("--strict", is_flag=True, help="Warnings stop the run.")
@click.option("--force", is_flag=True, help="Replace files that were edited by hand.")
@click.option(
    "--format",
    "form",
    type=words.Word(["text", "json", "github", "sarif"]),
    default="text",
    help="How diagnostics are written.",
)
@options.json_option
@options.verbosity
def command(
    names: tuple[str, ...],
    spec: str | None,
    output: Path | None,
    package: str | None,
    overlays: tuple[str, ...],
    allow_remote_refs: bool,
    only: tuple[str, ...],
    exclude: tuple[str, ...],
    layout: Layout | None,
    watch: bool,
    as_json: bool,
    **flags: Any,
) -> int:
    """Write the clients of specloom.toml (all, or NAMES), or the one of --spec."""
    mode = Mode(**{**flags, "form": "json" if as_json else flags["form"]})
    source = lookup.Source(spec, overlays, allow_remote_refs) if spec else None
    if source is None and (output or package or overlays):
        raise click.UsageError("--output, --package and --overlay need --spec")
    if source is not None and (names or output is None):
        raise click.UsageError("--spec needs --output DIR, and no names")

    def targets() -> list[Target]:
        found = _targets(names, source, output, package)
        return [_narrowed(target, only, exclude, layout) for target in found]

    lock = None if source else locks.read(lookup.configuration().directory)
    run = Run(mode, lock)
    code = run.all(targets())
    if watch:
        from specloom.cli import watching

        watching.watch(run, targets)
    return code


def _targets(
    names: tuple[str, ...],
    source: lookup.Source | None,
    output: Path | None,
    package: str | None,
) -> Iterator[Target]:
    if source is None or output is None:
        return _configured(lookup.configuration(), names)
    return iter((_given(source, output, package),))


def _configured(configured: Config, names: Iterable[str]) -> Iterator[Target]:
    if not configured.clients:
        raise lookup.ConfigurationFault(
            "no specloom.toml with clients here or above; `specloom init SPEC` writes one"
        )
    for name in names or configured.clients:
        client = configured.clients.get(name)
        if client is None:
            hint = did_you_mean(name, configured.clients)
            raise click.UsageError(f"No client `{name}` in {configured.path}{hint}")
        directory = configured.directory / client.output
        found = lookup.of_client(client, configured.directory)
        if client.templates:
            templates = str(configured.directory / client.templates)
            client = replace(client, templates=templates)
        yield Target(client, found, directory)


def _given(source: lookup.Source, output: Path, package: str | None) -> Target:
    found = lookup.spec(source)
    base = found.client or ClientConfig(name=found.name, spec=(found.source,))
    client = replace(base, package=package or base.package, output=str(output))
    return Target(client, found, output)


def _narrowed(
    target: Target,
    only: tuple[str, ...],
    exclude: tuple[str, ...],
    layout: Layout | None,
) -> Target:
    client = replace(
        target.client,
        only=only or target.client.only,
        exclude=(*target.client.exclude, *exclude),
        layout=layout or target.client.layout,
    )
    return replace(target, client=client)
