"""Saves what a run brought: the files of a job's result, or a binary answer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from specloom.cli.events import Teller


def save(job: Any, folder: Path, teller: Teller) -> tuple[Path, ...]:
    """Download the files of a job into a folder, telling each."""
    folder.mkdir(parents=True, exist_ok=True)
    saved = tuple(Path(path) for path in job.download(folder))
    for path in saved:
        _told(path, teller)
    return saved


def keep(answer: Any, folder: Path, teller: Teller) -> Path:
    """Write a binary answer into a folder under the name it proposes."""
    folder.mkdir(parents=True, exist_ok=True)
    path = Path(answer.save(folder))
    _told(path, teller)
    return path


def _told(path: Path, teller: Teller) -> None:
    size = path.stat().st_size
    teller.tell("download", {"path": str(path), "bytes": size, "total": size})
