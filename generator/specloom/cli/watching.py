"""Generates again whenever something that was read changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from specloom.cli import console, lookup
from specloom.cli.main import show
from specloom.cli.regenerate import Run
from specloom.cli.targets import Target

DEBOUNCE = 300
"""Milliseconds in which changes count as one."""

TURN = 250
"""Milliseconds until the watcher is known to be there, and between two turns."""


def watch(run: Run, targets: Callable[[], Iterable[Target]]) -> None:
    """Wait for changes of descriptions, overlays, templates and configuration.

    Folders are watched, not files: editors replace a file when they save it.
    """
    try:
        from watchfiles import watch as changes
    except ImportError as error:
        raise lookup.ConfigurationFault(
            "--watch needs watchfiles: pip install 'specloom[watch]'"
        ) from error
    while True:
        files = frozenset(_files(run))
        folders = sorted({path.parent for path in files})
        if not folders:
            raise lookup.ConfigurationFault("--watch watches files, and none was read")
        announced = False
        for found in changes(
            *folders,
            watch_filter=_among(files),
            debounce=DEBOUNCE,
            recursive=False,
            rust_timeout=TURN,
            yield_on_timeout=True,
        ):
            if not announced:
                console.note(f"watching {len(files)} files; Ctrl-C ends")
                announced = True
            if found:
                _again(run, targets)
            if frozenset(_files(run)) != files:
                break


def _among(files: frozenset[Path]) -> Callable[[Any, str], bool]:
    return lambda _, path: Path(path) in files


def _files(run: Run) -> Iterator[Path]:
    configured = lookup.configuration().path
    if configured is not None and run.lock is not None:
        yield configured
    for path in (path for read in run.read.values() for path in read):
        if "://" not in path and path != "-" and Path(path).parent.is_dir():
            yield Path(path)


def _again(run: Run, targets: Callable[[], Iterable[Target]]) -> None:
    """Run once more; what is wrong is shown, and the next change is waited for."""
    try:
        run.all(targets())
    except click.ClickException as error:
        show(error)
