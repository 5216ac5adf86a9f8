"""Generates clients again: nothing when nothing changed, else only what did."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from specloom import lock as locks
from specloom.cli import console, lookup
from specloom.cli.exits import Exit
from specloom.config import ClientConfig
from specloom.lock import Lock, Record

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


@dataclass(slots=True)
class Run:
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
                sources=locks.seen(
                    (*_sources(loaded, target.spec), *_templates(target))
                ),
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
    from specloom.selection import select

    if not client.only and not client.exclude:
        return loaded
    api = select(loaded.api, client.only, client.exclude)
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
    mapping = found.catalogue if isinstance(found.catalogue, str) else ""
    read = (found.source, *bundled, *found.overlays, mapping)
    return [path for path in dict.fromkeys(read) if path and "://" not in path]


def _templates(target: Target) -> list[Path]:
    folder = target.client.templates
    return sorted(Path(folder).rglob("*.jinja")) if folder else []


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
