"""Acquired values on disk: readable by their owner only, locked between processes."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from ._values import Json

LARGEST = 64 * 1024
"""Bytes of a file that is read back; ours are far smaller."""


def state_directory(package: str, environ: Mapping[str, str]) -> Path:
    """Return the folder for state of a user, as each platform has it."""
    name = "".join(c if c.isalnum() or c in "-_." else "_" for c in package) or "client"
    if sys.platform == "win32":
        root = Path(environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        root = Path.home() / "Library" / "Application Support"
    else:
        root = Path(environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
    return root / "specloom" / name.lstrip(".")


@dataclass(frozen=True, slots=True)
class Store:
    """One folder of small JSON files, named by hashes of what they are for."""

    directory: Path

    def path(self, *names: str) -> Path:
        """Return the file for a purpose."""
        text = "\0".join(names)
        return self.directory / f"{hashlib.sha256(text.encode()).hexdigest()[:32]}.json"

    def read(self, path: Path) -> dict[str, Any]:
        """Return what a file holds; empty when it is absent, foreign or broken."""
        try:
            with path.open("rb") as file:
                if not _is_ours(file):
                    return {}
                found: Json = json.loads(file.read(LARGEST))
        except (OSError, ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}

    def write(self, path: Path, value: Mapping[str, Any]) -> bool:
        """Replace a file at once, for its owner only; False when that cannot be."""
        try:
            self.directory.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.directory, suffix=".tmp")
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    json.dump(value, file)
                os.replace(name, path)
            except BaseException:
                os.unlink(name)
                raise
        except OSError:
            return False
        return True

    def lock(self, path: Path) -> Lock | None:
        """Return a lock that is held, None while another process holds it.

        Where there is no way to lock, the lock is a formality.
        """
        try:
            self.directory.mkdir(mode=0o700, parents=True, exist_ok=True)
            flags = os.O_RDWR | os.O_CREAT
            file = os.fdopen(os.open(path.with_suffix(".lock"), flags, 0o600), "r+b")
        except OSError:
            return Lock(None)
        if _try_lock(file):
            return Lock(file)
        file.close()
        return None


@dataclass(frozen=True, slots=True)
class Lock:
    """A held lock; closing it lets the next process in."""

    file: IO[bytes] | None

    def release(self) -> None:
        """Give the lock up."""
        if self.file is not None:
            self.file.close()


def _is_ours(file: IO[bytes]) -> bool:
    """Tell whether nobody else could have written or read the file."""
    if sys.platform == "win32":
        return True
    state = os.fstat(file.fileno())
    return state.st_uid == os.getuid() and not state.st_mode & 0o077


def _try_lock(file: IO[bytes]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
