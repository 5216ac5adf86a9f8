"""One code as `specloom explain-code` and docs/diagnostics.md show it."""

from __future__ import annotations

from dataclasses import dataclass

OVERLAY = "Correct it in the document, or with an overlay where it is not yours."


@dataclass(frozen=True, slots=True)
class Code:
    """A title, and the reason behind it with what to do."""

    title: str
    text: str
