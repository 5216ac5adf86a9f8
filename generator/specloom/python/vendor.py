"""The runtime of a client: our own runtime's files, byte for byte."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import specloom.runtime
from specloom.output import File

from .view import Package

FOLDER = "_runtime"


def files(package: Package) -> tuple[File, ...]:
    """Return the runtime as `<package>/_runtime/`."""
    return tuple(
        File(f"{package.name}/{FOLDER}/{name}", text) for name, text in _sources()
    )


@cache
def _sources() -> tuple[tuple[str, str], ...]:
    folder = Path(specloom.runtime.__path__[0])
    return tuple(
        (path.name, path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("*.py"))
    )
