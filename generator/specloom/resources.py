"""Finds templates/ and specs/ in a checkout and in an installed wheel."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).resolve().parent


def directory(name: Literal["templates", "specs"]) -> Path:
    """Return the folder beside the package, else two levels up in the checkout."""
    beside = _PACKAGE / name
    return beside if beside.is_dir() else _PACKAGE.parent.parent / name
