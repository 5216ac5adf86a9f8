"""Files of a client: written only where changed, whole or not at all, never over edits.

The manifest among the files (`<package>/specloom.json`) holds the hash of every file.
The one that lies on disk says what is ours: a file whose hash is another one was
edited, a file it does not name belongs to the user.
"""

from __future__ import annotations

import ast
import difflib
import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

MANIFEST = "specloom.json"
STAGE = ".specloom-stage"
_COMMIT = "commit.json"
_MAX_PATH = 240


@dataclass(frozen=True, slots=True)
class File:
    """A text file below the output folder; `path` is relative, with `/`."""

    path: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a run does to a folder; every entry is a relative path."""

    created: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    """Files we would overwrite that are not as we left them."""
    kept: tuple[str, ...] = ()
    """Files of ours that are no longer needed, and stay because they were edited."""

    def __bool__(self) -> bool:
        """Tell whether anything would change."""
        return bool(self.created or self.changed or self.removed or self.edited)


class OutputError(Exception):
    """A folder that cannot be written to as asked."""


class UnsafePathError(OutputError):
    """A path that leaves the output folder, or leads through a symbolic link."""


class EditedFilesError(OutputError):
    """Files the user edited or added stand where ours would go; nothing was written."""

    def __init__(self, changes: Changes) -> None:
        listed = ", ".join(changes.edited[:5])
        more = f" and {len(changes.edited) - 5} more" if len(changes.edited) > 5 else ""
        super().__init__(f"edited since they were generated: {listed}{more}")
        self.changes = changes


def compare(files: Sequence[File], directory: Path) -> Changes:
    """Return what `write` would do, without doing it."""
    _check(files, directory)
    known = _known(files, directory)
    found: dict[str, list[str]] = {}
    for file in files:
        found.setdefault(_state(file, directory, known), []).append(file.path)
    wanted = {file.path for file in files}
    for path in sorted(known.keys() - wanted):
        if (state := _orphan_state(path, known[path], directory)) is not None:
            found.setdefault(state, []).append(path)
    return Changes(**{state: tuple(sorted(paths)) for state, paths in found.items()})


def write(files: Sequence[File], directory: Path, *, force: bool = False) -> Changes:
    """Write what changed, remove what is no longer ours to keep, and say so.

    All new text is staged first and then moved into place; a run that is interrupted
    while staging leaves everything as it was, one interrupted while moving is finished
    by the next. EditedFilesError, with nothing written, when edits would be lost and
    `force` is not given.
    """
    _check(files, directory)
    for file in files:
        if file.path.endswith(".py"):
            ast.parse(file.text, filename=file.path)
    recover(directory)
    changes = compare(files, directory)
    if changes.edited and not force:
        raise EditedFilesError(changes)
    moved = {*changes.created, *changes.changed, *changes.edited}
    if moved or changes.removed:
        directory.mkdir(parents=True, exist_ok=True)
        _stage([file for file in files if file.path in moved], changes, directory)
        recover(directory)
    return changes


def recover(directory: Path) -> None:
    """Finish a run that was interrupted while moving; forget one that only staged."""
    stage = directory / STAGE
    if stage.is_symlink():
        raise UnsafePathError(f"{stage} is a symbolic link")
    if not stage.is_dir():
        return
    plan = _read_json(stage / _COMMIT)
    if plan is not None:
        _move(_texts(plan.get("write")), stage, directory)
        _remove(_texts(plan.get("remove")), directory)
    shutil.rmtree(stage)


def diff(files: Sequence[File], directory: Path) -> Iterator[str]:
    """Yield the unified diff that `write` would make, line by line."""
    changes = compare(files, directory)
    texts = {file.path: file.text for file in files}
    removed = dict.fromkeys(changes.removed, "")
    touched = {*changes.created, *changes.changed, *changes.edited}
    for path in sorted({*touched, *removed}):
        old = _read(directory / path) or b""
        yield from difflib.unified_diff(
            old.decode("utf-8", "replace").splitlines(),
            texts.get(path, "").splitlines(),
            fromfile=f"a/{path}",
            tofile=f"b/{path}",
            lineterm="",
        )


def digest(text: str | bytes) -> str:
    """Return the SHA-256 of a text, whatever its line ends."""
    raw = text.encode("utf-8") if isinstance(text, str) else text
    return hashlib.sha256(raw.replace(b"\r\n", b"\n")).hexdigest()


def _check(files: Sequence[File], directory: Path) -> None:
    seen: set[str] = set()
    for file in files:
        _check_path(file.path)
        if file.path.casefold() in seen:
            raise UnsafePathError(f"two files share the path {file.path}")
        seen.add(file.path.casefold())
        _check_links(file.path, directory)


def _check_path(path: str) -> None:
    pure = PurePosixPath(path)
    odd = any(char in path for char in '\\:*?"<>|') or not path.isprintable()
    dotted = any(part in ("", ".", "..") for part in path.split("/"))
    if pure.is_absolute() or odd or dotted or len(path) > _MAX_PATH:
        raise UnsafePathError(f"not a path inside the output folder: {path!r}")
    if pure.parts[0] == STAGE:
        raise UnsafePathError(f"{STAGE} is reserved")


def _check_links(path: str, directory: Path) -> None:
    here = directory
    for part in path.split("/"):
        here = here / part
        if here.is_symlink():
            raise UnsafePathError(f"{here} is a symbolic link")


def _known(files: Iterable[File], directory: Path) -> Mapping[str, str]:
    """Return path -> hash of what the last run wrote."""
    known: dict[str, str] = {}
    for file in files:
        if PurePosixPath(file.path).name != MANIFEST:
            continue
        manifest = _read_json(directory / file.path)
        hashes = manifest.get("files") if manifest is not None else None
        if isinstance(hashes, dict):
            known.update(_safe(hashes, directory))
            known[file.path] = digest(_read(directory / file.path) or b"")
    return known


def _safe(hashes: Mapping[Any, Any], directory: Path) -> Iterator[tuple[str, str]]:
    """Yield the entries that can be ours: a manifest on disk is not to be trusted."""
    for path, value in hashes.items():
        try:
            _check_path(str(path))
            _check_links(str(path), directory)
        except UnsafePathError:
            continue
        yield str(path), str(value)


def _state(file: File, directory: Path, known: Mapping[str, str]) -> str:
    old = _read(directory / file.path)
    if old is None:
        return "created"
    if digest(old) == digest(file.text):
        return "unchanged"
    return "changed" if known.get(file.path) == digest(old) else "edited"


def _orphan_state(path: str, expected: str, directory: Path) -> str | None:
    old = _read(directory / path)
    if old is None:
        return None
    return "removed" if digest(old) == expected else "kept"


def _stage(files: Sequence[File], changes: Changes, directory: Path) -> None:
    stage = directory / STAGE
    stage.mkdir()
    for index, file in enumerate(files):
        _write_through(stage / str(index), file.text)
    plan = {
        "write": [file.path for file in files],
        "remove": list(changes.removed),
    }
    _write_through(stage / "plan", json.dumps(plan))
    (stage / "plan").replace(stage / _COMMIT)


def _write_through(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _move(paths: Sequence[str], stage: Path, directory: Path) -> None:
    for index, path in enumerate(paths):
        _check_path(path)
        _check_links(path, directory)
        staged = stage / str(index)
        if staged.is_file():
            target = directory / path
            target.parent.mkdir(parents=True, exist_ok=True)
            staged.replace(target)


def _remove(paths: Sequence[str], directory: Path) -> None:
    for path in paths:
        _check_path(path)
        _check_links(path, directory)
        target = directory / path
        target.unlink(missing_ok=True)
        for folder in target.parents:
            if folder == directory or any(folder.iterdir()):
                break
            folder.rmdir()


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except IsADirectoryError as error:
        raise OutputError(
            f"{path} is a folder, a file is to be written there"
        ) from error


def _read_json(path: Path) -> dict[str, Any] | None:
    raw = _read(path)
    try:
        found = json.loads(raw) if raw is not None else None
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _texts(value: Any) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []
