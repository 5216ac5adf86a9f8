"""`specloom generate`: writes clients, or says what would change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from specloom import lock as locks
from specloom.cli import console, lookup, options
from specloom.cli.exits import Exit
from specloom.config import ClientConfig, Config, Layout
from specloom.lock import Lock, Record
from specloom.suggest import did_you_mean

if TYPE_CHECKING:
    from specloom.output import Changes, File
    from specloom.pipeline import Loaded


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """How a run ends: writing, checking or showing."""

    check: bool = False
    show_diff: bool = False
    strict: bool = False
    force: bool = False
    form: str = "text"
    quiet: bool = False
    verbose: bool = False

    @property
    def writes(self) -> bool:
        """Tell whether files are written."""
        return not (self.check or self.show_diff)


@dataclass(frozen=True, slots=True)
class Target:
    """One client: its source, its options and its folder."""

    client: ClientConfig
    spec: lookup.Spec
    directory: Path

    def fingerprint(self) -> str:
        """Return one hash of everything configured."""
        read = (self.spec.source, *self.spec.overlays)
        places = [str(Path(path).resolve()) for path in read if "://" not in path]
        return locks.fingerprint({**asdict(self.client), "read": places})


@click.command(epilog="Example: specloom generate --spec openapi.yaml --output client")
@click.argument("names", nargs=-1)
@click.option(
    "--spec", type=options.SpecName(), help="A description outside the configuration."
)
@click.option("--output", type=click.Path(path_type=Path), metavar="DIR")
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
    type=click.Choice(["project", "package"]),
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
    type=click.Choice(["text", "json", "github", "sarif"]),
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
    if spec is None:
        if output or package or overlays:
            raise click.UsageError("--output, --package and --overlay need --spec")
        configured = lookup.configuration()
        targets = list(_configured(configured, names))
        lock: Lock | None = locks.read(configured.directory)
    else:
        if names or output is None:
            raise click.UsageError("--spec needs --output DIR, and no names")
        source = lookup.Source(spec, overlays, allow_remote_refs)
        targets = [_given(source, output, package)]
        lock = None
    targets = [_narrowed(target, only, exclude, layout) for target in targets]
    run = _Run(mode, lock)
    code = run.all(targets)
    if watch:
        _watch(run, targets)
    return code


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


@dataclass(slots=True)
class _Run:
    """One run over several clients."""

    mode: Mode
    lock: Lock | None
    """None outside a configuration: nothing is remembered there."""

    def all(self, targets: Iterable[Target]) -> int:
        """Handle every client; the first bad exit code is the run's."""
        codes = [self.one(target) for target in targets]
        if self.mode.writes and self.lock:
            self.lock.save()
        return next((code for code in codes if code), Exit.DONE)

    def one(self, target: Target) -> int:
        """Handle one client; nothing is read again when nothing changed."""
        record = self._unchanged(target)
        if record is None:
            return self._generate(target)
        self._say(target, record.summary, None)
        return Exit.PROBLEMS if self.mode.strict and record.problems else Exit.DONE

    def _unchanged(self, target: Target) -> Record | None:
        """Return the last run's record when this one would change nothing."""
        if self.lock is None or self.mode.force or "://" in target.spec.source:
            return None
        record = self.lock.records.get(target.client.name)
        return record if record and record.holds(target.fingerprint()) else None

    def _generate(self, target: Target) -> int:
        from specloom.cli import diagnose

        loaded = _select(lookup.load(target.spec), target.client)
        self._diagnose(loaded)
        problems = diagnose.problems(loaded)
        if loaded.report.errors or (self.mode.strict and problems):
            self._say(target, f"{diagnose.summary(loaded)}; nothing written", None)
            return Exit.PROBLEMS
        files = _files(loaded, target)
        changes = self._finish(files, target)
        summary = diagnose.summary(loaded)
        self._say(target, summary, changes)
        if not self.mode.writes:
            return Exit.PROBLEMS if changes and self.mode.check else Exit.DONE
        self._remember(
            target,
            Record(
                options=target.fingerprint(),
                sources=locks.seen(_sources(loaded, target.spec)),
                outputs=locks.seen(target.directory / file.path for file in files),
                summary=summary,
                problems=problems,
            ),
        )
        return Exit.DONE

    def _remember(self, target: Target, record: Record) -> None:
        if self.lock is not None:
            self.lock.records[target.client.name] = record

    def _finish(self, files: tuple[File, ...], target: Target) -> Changes:
        from specloom import output

        try:
            if self.mode.show_diff:
                for row in output.diff(files, target.directory):
                    console.result(row)
            if self.mode.writes:
                return output.write(files, target.directory, force=self.mode.force)
            return output.compare(files, target.directory)
        except output.EditedFilesError as error:
            for row in output.diff(
                _only(files, error.changes.edited), target.directory
            ):
                console.note(row)
            raise lookup.ConfigurationFault(
                f"{target.directory}: {error}; --force replaces them"
            ) from error
        except output.OutputError as error:
            raise lookup.ConfigurationFault(f"{target.directory}: {error}") from error

    def _diagnose(self, loaded: Loaded) -> None:
        from specloom.cli import diagnose

        if self.mode.form == "text" and not self.mode.verbose:
            shown = [
                item
                for item in loaded.report
                if item.severity == "error"
                or (self.mode.strict and item.severity != "note")
            ]
        else:
            shown = list(loaded.report)
        diagnose.show(diagnose.placed(shown, loaded), self.mode.form)

    def _say(self, target: Target, summary: str, changes: Changes | None) -> None:
        name = target.client.name
        if self.mode.form == "json":
            console.line(
                {
                    "event": "client",
                    "name": name,
                    "output": str(target.directory),
                    "summary": summary,
                    "changed": bool(changes),
                    **_counts(changes),
                },
            )
        elif not self.mode.quiet:
            done = _counted(changes, writes=self.mode.writes)
            console.note(f"{name}: {done}, {summary}")


def _select(loaded: Loaded, client: ClientConfig) -> Loaded:
    from specloom import pipeline

    if not client.only and not client.exclude:
        return loaded
    api = pipeline.select(loaded.api, client.only, client.exclude)
    if not api.operations:
        raise click.UsageError("--only and --exclude leave no operation")
    return replace(loaded, api=api)


def _files(loaded: Loaded, target: Target) -> tuple[File, ...]:
    from specloom import pipeline

    client = target.client
    return pipeline.generate(
        loaded,
        package=client.package,
        layout=client.layout,
        templates=Path(client.templates) if client.templates else None,
    )


def _only(files: tuple[File, ...], paths: Iterable[str]) -> tuple[File, ...]:
    wanted = set(paths)
    return tuple(file for file in files if file.path in wanted)


def _sources(loaded: Loaded, found: lookup.Spec) -> list[str]:
    """Return every file that was read: document, its fragments, overlays, mapping."""
    document = loaded.document
    bundled = (item.origin.location for item in document.sources.values())
    read = (found.source, *bundled, *found.overlays, found.catalogue or "")
    return [path for path in dict.fromkeys(read) if path and "://" not in path]


def _counts(changes: Changes | None) -> dict[str, Any]:
    if changes is None:
        return {"created": [], "changed_files": [], "removed": [], "edited": []}
    return {
        "created": list(changes.created),
        "changed_files": list(changes.changed),
        "removed": list(changes.removed),
        "edited": list(changes.edited),
    }


def _counted(changes: Changes | None, *, writes: bool) -> str:
    if not changes:
        return "unchanged"
    words = {
        "created": changes.created,
        "changed": changes.changed,
        "removed": changes.removed,
        "edited by hand": changes.edited,
    }
    listed = [f"{len(paths)} {word}" for word, paths in words.items() if paths]
    return ("" if writes else "would change: ") + ", ".join(listed)


def _watch(run: _Run, targets: list[Target]) -> None:
    try:
        from watchfiles import watch
    except ImportError as error:
        raise lookup.ConfigurationFault(
            "--watch needs watchfiles: pip install 'specloom[watch]'"
        ) from error
    paths = {
        path
        for target in targets
        for path in (target.spec.source, *target.spec.overlays)
        if "://" not in path and path != "-"
    }
    console.note(f"watching {len(paths)} files; Ctrl-C ends")
    for _ in watch(*paths):
        try:
            run.all(targets)
        except click.ClickException as error:
            console.note(f"error: {error.format_message()}")
