"""What the last run read and wrote, so that an unchanged client costs nothing.

The lock lies in `.specloom/` beside the configuration and is never committed: without
it everything is generated again, with it a run compares sizes, times and hashes only.
A URL is asked whether it changed; nothing is read anew when it did not.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from specloom import resources

FORMAT = 1
LOCK = Path(".specloom/lock.json")


@dataclass(frozen=True, slots=True)
class Seen:
    """A file as it was: its size, its time and its hash; a URL has no time."""

    path: str
    size: int
    time: int
    sha256: str

    @classmethod
    def of(cls, path: str) -> Seen:
        """Look at a file now."""
        if is_url(path):
            body = _fetched(path) or b""
            return cls(path, len(body), 0, hashlib.sha256(body).hexdigest())
        found = Path(path).stat()
        return cls(path, found.st_size, found.st_mtime_ns, digest(Path(path)))

    def unchanged(self) -> bool:
        """Tell whether the file is still the same, reading it only when in doubt."""
        if is_url(self.path):
            body = _fetched(self.path)
            return body is not None and hashlib.sha256(body).hexdigest() == self.sha256
        path = Path(self.path)
        try:
            now = path.stat()
            if (now.st_size, now.st_mtime_ns) == (self.size, self.time):
                return True
            return now.st_size == self.size and digest(path) == self.sha256
        except OSError:
            return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One client's last run."""

    options: str
    """Fingerprint of the generator and of everything configured."""
    sources: tuple[Seen, ...] = ()
    outputs: tuple[Seen, ...] = ()
    summary: str = ""
    """The ledger in one line."""
    problems: int = 0
    """Warnings and errors, for --strict."""

    def holds(self, options: str) -> bool:
        """Tell whether a run with these options would change nothing."""
        return (
            self.options == options
            and bool(self.outputs)
            and all(item.unchanged() for item in (*self.sources, *self.outputs))
        )


@dataclass(slots=True)
class Lock:
    """The records of all clients of one configuration."""

    path: Path
    records: dict[str, Record] = field(default_factory=dict)

    def save(self) -> None:
        """Write the lock in one step; a folder that cannot be written is no fault."""
        rows = {name: asdict(record) for name, record in self.records.items()}
        text = json.dumps({"format": FORMAT, "clients": rows}, indent=1)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            (self.path.parent / ".gitignore").write_text("*\n", "utf-8")
            handle, name = tempfile.mkstemp(dir=self.path.parent, suffix=".tmp")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
            Path(name).replace(self.path)
        except OSError:
            return


def read(directory: Path) -> Lock:
    """Read the lock of a configuration's folder; an empty one when it says nothing."""
    path = directory / LOCK
    try:
        data = json.loads(path.read_text("utf-8"))
        if data["format"] != FORMAT:
            return Lock(path)
        records = {name: _record(row) for name, row in data["clients"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Lock(path)
    return Lock(path, records)


def fingerprint(options: Mapping[str, Any]) -> str:
    """Return one hash of the options and of the generator's own files."""
    hashed = hashlib.sha256(json.dumps(options, sort_keys=True, default=str).encode())
    for path, found in sorted(_generator()):
        hashed.update(f"{path}\0{found.st_size}\0{found.st_mtime_ns}\n".encode())
    return hashed.hexdigest()


def seen(paths: Iterable[str]) -> tuple[Seen, ...]:
    """Look at files; those that are not there are left out."""
    places = (path if is_url(path) else str(Path(path).resolve()) for path in paths)
    return tuple(
        Seen.of(place) for place in places if is_url(place) or Path(place).is_file()
    )


def is_url(path: str) -> bool:
    """Tell whether a source is fetched."""
    return "://" in path


def is_private(path: str) -> bool:
    """Tell whether a URL may hold a secret, and so is not written down."""
    parts = urlsplit(path)
    return is_url(path) and ("@" in parts.netloc or bool(parts.query))


def _fetched(url: str) -> bytes | None:
    """Ask a URL, conditionally; None when the network does not answer."""
    from specloom.diagnostics import SpecError
    from specloom.spec import fetch

    try:
        found = fetch.get(url)
    except SpecError:
        return None
    return None if found.stale else found.body


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _record(row: Mapping[str, Any]) -> Record:
    return Record(
        options=row["options"],
        sources=tuple(Seen(**item) for item in row["sources"]),
        outputs=tuple(Seen(**item) for item in row["outputs"]),
        summary=row["summary"],
        problems=row["problems"],
    )


def _generator() -> Iterator[tuple[str, os.stat_result]]:
    waiting = [str(Path(__file__).parent), str(resources.directory("templates"))]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if entry.name not in ("__pycache__", "cli", "simulate"):
                        waiting.append(entry.path)
                else:
                    yield entry.path, entry.stat()
