"""Check an API as a whole: what lifecycles and extensions name must exist."""

from __future__ import annotations

from specloom import ir
from specloom.diagnostics import Report


def check(api: ir.Api, report: Report) -> None:
    """Report what is named but does not exist, with its place."""
