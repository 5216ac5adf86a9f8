"""Two sides of a diff: documents, folders, URLs, or files of a git revision."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from specloom.cli import lookup
from specloom.cli.lookup import Spec

MAX_ARCHIVE = 256 << 20


@contextmanager
def side(text: str) -> Iterator[dict[str, Spec]]:
    """Return the descriptions that one side names, by name.

    `main:specs/x/openapi.json` is that file in the revision `main`, with the folder
    around it, so that its references and its overlay are those of the revision too.
    """
    revision, separator, path = text.partition(":")
    if not separator or "://" in text or Path(text).exists() or len(revision) == 1:
        yield _specs(text)
        return
    with TemporaryDirectory(prefix="specloom-diff-") as folder:
        _export(revision, path, Path(folder))
        yield _specs(str(Path(folder) / path))


def _specs(text: str) -> dict[str, Spec]:
    path = Path(text)
    if path.is_dir():
        inside = [item for item in sorted(path.iterdir()) if item.is_dir()]
        found = {item.name: spec for item in inside if (spec := lookup.bundle(item))}
        own = lookup.bundle(path)
        if own is None and found:
            return found
    return {"": _with_overlay(lookup.spec(text), path)}


def _with_overlay(found: Spec, path: Path) -> Spec:
    """Read a document that lies in a description's folder with its overlay."""
    if found.overlays or not path.is_file():
        return found
    around = lookup.bundle(path.parent)
    same = around is not None and Path(around.source).name == path.name
    return around if around is not None and same else found


def _export(revision: str, path: str, folder: Path) -> None:
    if revision.startswith("-") or Path(path).is_absolute() or ".." in Path(path).parts:
        raise click.UsageError(
            f"`{revision}:{path}` must lie below this folder; run from one above it"
        )
    try:
        kind = _git("cat-file", "-t", f"{revision}:./{path}").strip()
        parent = Path(path) if kind == b"tree" else Path(path).parent
        archive = _git(
            "archive", "--format=tar", revision, "--", f"./{parent.as_posix()}"
        )
    except _GitError as error:
        raise click.UsageError(f"`{revision}:{path}`: {error}") from error
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(folder, filter="data")


class _GitError(Exception):
    """What git said of a revision or a path."""


def _git(*arguments: str) -> bytes:
    try:
        done = subprocess.run(
            ("git", *arguments), capture_output=True, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise click.UsageError(f"git cannot be run: {error}") from error
    if done.returncode or len(done.stdout) > MAX_ARCHIVE:
        reason = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        raise _GitError(reason or f"larger than {MAX_ARCHIVE >> 20} MiB")
    return done.stdout
