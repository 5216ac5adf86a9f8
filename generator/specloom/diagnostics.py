"""Faults of a document: codes, places, reasons and next steps, collected.

A stage takes a `Report` and adds to it; nothing is printed here. The ledger is the
same list read as "kept, degraded, dropped".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Severity: TypeAlias = Literal["error", "warning", "note"]
Effect: TypeAlias = Literal["none", "repaired", "degraded", "dropped"]
Subject: TypeAlias = Literal["document", "operation", "schema", "keyword", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding. `code` is stable (`SPEC031`), see `docs/diagnostics.md`."""

    code: str
    message: str
    """What was found and what was expected, one sentence."""
    pointer: str = ""
    """JSON pointer in the bundled document."""
    severity: Severity = "warning"
    effect: Effect = "none"
    subject: Subject = "other"
    hint: str | None = None
    """What to do next."""
    overlay: str | None = None
    """A ready-to-paste overlay action (YAML), where possible."""
    source: str | None = None
    """Name of the file when it is not the document (an overlay)."""
    line: int | None = None
    """Line, where known already: a text that could not be parsed has no pointers."""
    column: int | None = None


class SpecError(Exception):
    """A document that cannot be read at all. Carries diagnostics, shown by the CLI."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__("; ".join(map(_told, diagnostics)))
        self.diagnostics = diagnostics


def _told(item: Diagnostic) -> str:
    """Say a diagnostic in one line; its place first, where it is known."""
    place = (item.source, item.line, item.column)
    parts = (str(part) for part in (*place, f" {item.message}") if part is not None)
    return ":".join(parts).strip()


@dataclass(slots=True)
class Report:
    """The findings of one run, in order, without repetition."""

    items: list[Diagnostic] = field(default_factory=list)
    _seen: set[Diagnostic] = field(default_factory=set, repr=False)

    def add(self, diagnostic: Diagnostic) -> None:
        """Add one finding, once."""
        if diagnostic not in self._seen:
            self._seen.add(diagnostic)
            self.items.append(diagnostic)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The findings that stop a run."""
        return tuple(item for item in self.items if item.severity == "error")

    def dropped(self, subject: Subject) -> tuple[Diagnostic, ...]:
        """The findings by which something of this kind was lost."""
        return tuple(
            item
            for item in self.items
            if item.effect == "dropped" and item.subject == subject
        )
