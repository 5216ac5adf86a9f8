"""Where two schemas stand, and the changes that are told there."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from specloom import ir

from .change import Change

Side: TypeAlias = Literal["request", "response"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where two schemas stand, and what was compared on the way there."""

    old: ir.Api
    new: ir.Api
    side: Side
    subject: str
    """`request-parameter`, `request-body`, `request-property`, ..."""
    where: str
    operation: str
    depth: int = 0
    seen: set[tuple[int, int]] = field(default_factory=set)

    def change(self, rule: str, text: str, where: str | None = None) -> Change:
        """Return a change here."""
        place = self.where if where is None else where
        return Change(rule=rule, text=text, where=place, operation=self.operation)

    def own(self, what: str, text: str) -> Change:
        """Return a change whose rule begins with the subject."""
        return self.change(f"{self.subject}-{what}", text)

    def below(self, name: str) -> Place:
        """Return the place of a property."""
        where = f"{self.where}.{name}" if self.where else name
        subject = f"{self.side}-property"
        return replace(self, subject=subject, where=where, depth=self.depth + 1)
