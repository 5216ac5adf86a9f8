"""Binary answers and result files: safe names, whole files, nothing overwritten."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO
from urllib.parse import unquote, urlsplit

from ._raw import ResponseHeaders
from ._spool import FileReply

CHUNK = 64 * 1024
_UNSAFE = re.compile(r"[\x00-\x1f\x7f<>:\"/\\|?*]+")
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
_STAR = re.compile(r"(?i)filename\*\s*=\s*([\w.-]*)'[^']*'([^;\s]+)")
_QUOTED = re.compile(r'(?i)filename\s*=\s*"((?:[^"\\]|\\.)*)"')
_BARE = re.compile(r"(?i)filename\s*=\s*([^;\s]+)")
LONGEST_NAME = 120


class BinaryResponse:
    """A binary answer: small ones are in memory, large ones in a temporary file."""

    def __init__(self, status: int, headers: ResponseHeaders, file: IO[bytes]) -> None:
        self.status = status
        self.headers = headers
        self._file = file

    def __repr__(self) -> str:
        return f"<BinaryResponse {self.content_type} {self.size} bytes>"

    @property
    def content_type(self) -> str:
        """The media type the server names."""
        return self.headers.get("content-type", "application/octet-stream")

    @property
    def size(self) -> int:
        """Bytes of the body."""
        at = self._file.tell()
        end = self._file.seek(0, os.SEEK_END)
        self._file.seek(at)
        return end

    @property
    def filename(self) -> str | None:
        """The file name the server proposes, made safe."""
        disposition = self.headers.get("content-disposition", "")
        return safe_name(proposed_name(disposition)) if disposition else None

    def read(self) -> bytes:
        """Return the whole body."""
        self._file.seek(0)
        return self._file.read()

    def __iter__(self) -> Iterator[bytes]:
        self._file.seek(0)
        while data := self._file.read(CHUNK):
            yield data

    def save(self, target: str | os.PathLike[str], *, overwrite: bool = False) -> Path:
        """Write the body to a file, or into a folder under its proposed name."""
        path = Path(target)
        if path.is_dir():
            path = path / (self.filename or "download")
        self._file.seek(0)
        with Partial(path, overwrite=overwrite) as partial:
            shutil.copyfileobj(self._file, partial.file, CHUNK)
            partial.finish()
        return path

    def close(self) -> None:
        """Drop the body."""
        self._file.close()


def binary_response(reply: FileReply) -> BinaryResponse:
    """Return a spooled answer for the caller."""
    return BinaryResponse(reply.status, ResponseHeaders(reply.headers), reply.file)


class Partial:
    """A file that is complete or not there: written beside its place, then renamed."""

    def __init__(self, path: Path, *, overwrite: bool = False) -> None:
        self.path = path
        self._overwrite = overwrite
        self._done = False
        if path.exists() and not overwrite:
            raise FileExistsError(f"{path} exists; pass overwrite=True to replace it")
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(
            dir=path.parent,
            prefix=f".{path.name[:60]}.",
            suffix=".part",
        )
        self._temporary = Path(name)
        self.file: IO[bytes] = os.fdopen(handle, "w+b")

    def restart(self) -> None:
        """Forget what was written."""
        self.file.seek(0)
        self.file.truncate()

    def finish(self) -> None:
        """Put the file in its place at once."""
        self.file.flush()
        self.file.close()
        if self._overwrite:
            os.replace(self._temporary, self.path)
        else:
            self._place()
        self._done = True

    def _place(self) -> None:
        """Rename without replacing what came meanwhile, where that is possible."""
        try:
            os.link(self._temporary, self.path)
        except FileExistsError:
            raise
        except OSError:  # no hard links here
            if self.path.exists():
                raise FileExistsError(f"{self.path} exists") from None
            os.replace(self._temporary, self.path)
        else:
            self._temporary.unlink()

    def __enter__(self) -> Partial:
        return self

    def __exit__(self, *exception: object) -> None:
        self.file.close()
        if not self._done:
            self._temporary.unlink(missing_ok=True)


def proposed_name(disposition: str) -> str:
    """Return the file name of a Content-Disposition (RFC 6266), as written."""
    with suppress(UnicodeError):  # sent as UTF-8, read as all headers are
        disposition = disposition.encode("latin-1").decode("utf-8")
    if found := _STAR.search(disposition):
        charset = found[1] if found[1].lower() in ("utf-8", "iso-8859-1") else "utf-8"
        return unquote(found[2], encoding=charset, errors="replace")
    if found := _QUOTED.search(disposition):
        return re.sub(r"\\(.)", r"\1", found[1])
    found = _BARE.search(disposition)
    return found[1] if found else ""


def name_of_url(url: str) -> str:
    """Return the last part of a URL's path, decoded."""
    return unquote(urlsplit(url).path.rpartition("/")[2], errors="replace")


def safe_name(name: str, default: str = "download") -> str:
    """Return a plain file name: no folder, no device, no hidden file, not too long."""
    name = name.replace("\\", "/").rpartition("/")[2]
    name = _UNSAFE.sub("_", name).strip(" .")
    name = "".join(char for char in name if char.isprintable())
    if not name or _RESERVED.fullmatch(name):
        return default
    stem, dot, ending = name.rpartition(".")
    if len(name) <= LONGEST_NAME:
        return name
    ending = ending[:20] if dot else ""
    return f"{(stem or name)[: LONGEST_NAME - len(ending) - 1]}{dot}{ending}"
