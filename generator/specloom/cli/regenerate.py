"""Generates clients again: nothing when nothing changed, else only what did."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from specloom import lock as locks
from specloom.cli import console, lookup
from specloom.cli.exits import Exit
from specloom.cli.targets import Target
from specloom.config import ClientConfig
from specloom.lock import Lock, Record, Seen
from specloom.suggest import did_you_mean

if TYPE_CHECKING:
    from specloom.cli.diagnose import Placed
    from specloom.diagnostics import Diagnostic
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


@dataclass(slots=True)
class Run:
    """One run over several clients."""

    mode: Mode
    lock: Lock | None
    """None outside a configuration: nothing is remembered there."""
    read: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Client -> everything it was generated from, as far as known."""
    gathered: list[Placed] = field(default_factory=list)
    """Diagnostics of all clients, where they make one document together (SARIF)."""

    def all(self, targets: Iterable[Target]) -> int:
        """Handle every client; the first bad exit code is the run's."""
        try:
            codes = [self.one(target) for target in targets]
        finally:
            if self.mode.writes and self.lock:
                self.lock.save()
        self._gathered()
        return next((code for code in codes if code), Exit.DONE)

    def one(self, target: Target) -> int:
        """Handle one client; nothing is read again when nothing changed."""
        record = self._unchanged(target)
        if record is None:
            return self._generate(target)
        self.read[target.client.name] = tuple(seen.path for seen in record.sources)
        self._say(target, record.summary, f"unchanged, {record.summary}")
        return Exit.PROBLEMS if self.mode.strict and record.problems else Exit.DONE

    def _unchanged(self, target: Target) -> Record | None:
        """Return the last run's record when this one would change nothing."""
        annotated = self.mode.form in ("github", "sarif")
        if self.lock is None or self.mode.force or annotated:
            return None
        record = self.lock.records.get(target.client.name)
        return record if record and record.holds(target.fingerprint()) else None

    def _generate(self, target: Target) -> int:
        from specloom.cli import diagnose

        before = locks.seen(target.named())
        self.read[target.client.name] = target.named()
        try:
            loaded = _select(lookup.load(target.spec), target.client)
        except lookup.DocumentFault as fault:
            self._show(fault.items)
            text = "cannot be read; nothing written"
            self._say(target, text, text)
            return Exit.PROBLEMS
        self.read[target.client.name] = target.read(loaded)
        self._diagnose(loaded)
        problems = diagnose.problems(loaded)
        if loaded.report.errors or (self.mode.strict and problems):
            text = f"{diagnose.summary(loaded)}; nothing written"
            self._say(target, text, text)
            return Exit.PROBLEMS
        files = _files(loaded, target)
        changes = self._finish(files, target)
        summary = diagnose.summary(loaded)
        done = _counted(changes, writes=self.mode.writes)
        self._say(target, summary, f"{done}, {summary}", changes)
        if not self.mode.writes:
            return Exit.PROBLEMS if changes and self.mode.check else Exit.DONE
        self._remember(target, loaded, files, before)
        return Exit.DONE

    def _remember(
        self,
        target: Target,
        loaded: Loaded,
        files: tuple[File, ...],
        before: tuple[Seen, ...],
    ) -> None:
        """Keep what was read as it was before, so that no change is overlooked."""
        from specloom.cli import diagnose

        read = target.read(loaded)
        if self.lock is None or any(map(locks.is_private, read)):
            return
        known = {seen.path for seen in before}
        further = locks.seen(path for path in read if path not in known)
        self.lock.records[target.client.name] = Record(
            options=target.fingerprint(),
            sources=(*before, *further),
            outputs=locks.seen(str(target.directory / file.path) for file in files),
            summary=diagnose.summary(loaded),
            problems=diagnose.problems(loaded),
        )

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
        except OSError as error:
            reason = f"{error.strerror or error} ({error.filename or 'while writing'})"
            raise lookup.ConfigurationFault(f"{target.directory}: {reason}") from error

    def _diagnose(self, loaded: Loaded) -> None:
        from specloom.cli import diagnose

        if self.mode.form == "text" and not self.mode.verbose:
            shown = [item for item in loaded.report if self._matters(item)]
        else:
            shown = list(loaded.report)
        self._show(diagnose.placed(shown, loaded))

    def _matters(self, item: Diagnostic) -> bool:
        """Tell whether a finding is shown unasked: errors, and what was read instead."""
        strict = self.mode.strict or item.subject == "document"
        return item.severity == "error" or (strict and item.severity == "warning")

    def _show(self, items: Sequence[Placed]) -> None:
        from specloom.cli import diagnose

        if self.mode.form == "sarif":
            self.gathered += items
        else:
            diagnose.show(items, self.mode.form)

    def _gathered(self) -> None:
        from specloom.cli import diagnose

        if self.mode.form == "sarif":
            diagnose.show(self.gathered, "sarif")
            self.gathered.clear()

    def _say(
        self,
        target: Target,
        summary: str,
        told: str,
        changes: Changes | None = None,
    ) -> None:
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
            console.note(f"{name}: {told}")


def _select(loaded: Loaded, client: ClientConfig) -> Loaded:
    from specloom.selection import select, unmatched

    if not client.only and not client.exclude:
        return loaded
    operations = loaded.api.operations
    known = {"deprecated", *(tag.name for tag in loaded.api.tags)}
    known |= {item.operation_id for item in operations if item.operation_id}
    for word in unmatched(loaded.api, client.only):
        hint = did_you_mean(word, known)
        raise click.UsageError(f"`{word}` matches no operation and no tag{hint}")
    for word in unmatched(loaded.api, client.exclude):
        hint = did_you_mean(word, known) or "."
        console.note(f"{client.name}: excluding `{word}` leaves nothing out{hint}")
    api = select(loaded.api, client.only, client.exclude)
    if not api.operations:
        raise click.UsageError("--only and --exclude leave no operation")
    return replace(loaded, api=api)


def _files(loaded: Loaded, target: Target) -> tuple[File, ...]:
    from specloom import pipeline

    client = target.client
    make = partial(
        pipeline.generate, loaded, package=client.package, layout=client.layout
    )
    if not client.templates:
        return make()
    from specloom.cli import overrides

    folder = Path(client.templates)
    return overrides.printed(partial(make, templates=folder), folder)


def _only(files: tuple[File, ...], paths: Iterable[str]) -> tuple[File, ...]:
    wanted = set(paths)
    return tuple(file for file in files if file.path in wanted)


def _counts(changes: Changes | None) -> dict[str, Any]:
    if changes is None:
        return {"created": [], "changed_files": [], "removed": [], "edited": []}
    return {
        "created": list(changes.created),
        "changed_files": list(changes.changed),
        "removed": list(changes.removed),
        "edited": list(changes.edited),
    }


def _counted(changes: Changes, *, writes: bool) -> str:
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
