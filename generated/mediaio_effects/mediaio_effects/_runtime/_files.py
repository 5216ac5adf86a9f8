"""Files on their way up: a path, bytes, a file object, or (name, content, type)."""

from __future__ import annotations

import io
import mimetypes
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeAlias

from ._errors import InvalidPayloadError
from ._values import Json, is_array

if TYPE_CHECKING:
    from ._lifecycle import FilePart

Content: TypeAlias = "bytes | bytearray | str | os.PathLike[str] | IO[bytes]"
FileInput: TypeAlias = (
    "Content | tuple[str | None, Content] | tuple[str | None, Content, str]"
)
"""What the caller may give for a file; a `str` is a path."""
TextInput: TypeAlias = FileInput
"""What the caller may give for a text as a whole; a `str` is the text."""

CHUNK = 64 * 1024


@dataclass(frozen=True, slots=True)
class Upload:
    """A file to send: its name and type, its length when known, and its bytes."""

    name: str | None
    content_type: str | None
    length: int | None
    chunks: Callable[[], Iterator[bytes]]
    """Opens the file anew and yields its bytes; the repeat of a request calls it
    again."""


def is_file(value: FileInput | Upload | Json) -> bool:
    """Tell whether a value can only be meant as a file."""
    if isinstance(value, (bytes, bytearray, os.PathLike, Upload)):
        return True
    if isinstance(value, tuple):
        named = len(value) in (2, 3) and isinstance(value[0], str | None)
        return named and is_file(value[1])
    return callable(getattr(value, "read", None))


def holds_files(value: Any) -> bool:
    """Tell whether a value is a file, or a list with one."""
    return is_file(value) or (is_array(value) and any(map(is_file, value)))


def upload_of(where: str, value: Any, part: FilePart | None = None) -> Upload:
    """Return the upload of a value; InvalidPayloadError when it cannot be read."""
    upload = value if isinstance(value, Upload) else _upload(where, value)
    if part is not None:
        _check(where, upload, part)
    return upload


def _upload(where: str, value: FileInput) -> Upload:
    name: str | None = None
    content_type: str | None = None
    if isinstance(value, tuple):
        name, value, content_type = (*value, None) if len(value) == 2 else value
    match value:
        case bytes() | bytearray():
            found = Upload(name, content_type, len(value), _of_bytes(bytes(value)))
        case str() | os.PathLike():
            found = _of_path(where, Path(value), name, content_type)
        case _ if callable(getattr(value, "read", None)):
            found = _of_object(where, value, name, content_type)
        case _:
            expected = "a path, bytes, a file object or (name, content, type)"
            actual = type(value).__name__
            raise InvalidPayloadError(issues=((where, expected, actual),))
    return found


def guessed_type(name: str | None) -> str:
    """Return the media type of a file name, `application/octet-stream` at worst."""
    found = mimetypes.guess_type(name or "", strict=False)[0]
    return found or "application/octet-stream"


def _of_bytes(content: bytes) -> Callable[[], Iterator[bytes]]:
    def chunks() -> Iterator[bytes]:
        view = memoryview(content)
        for start in range(0, len(content), CHUNK):
            yield bytes(view[start : start + CHUNK])

    return chunks


def _of_path(
    where: str,
    path: Path,
    name: str | None,
    content_type: str | None,
) -> Upload:
    try:
        length = path.stat().st_size
        readable = path.is_file() and os.access(path, os.R_OK)
    except (OSError, ValueError):
        length, readable = 0, False
    if not readable:
        issue = (where, "a readable file", f"no such file: {path}")
        raise InvalidPayloadError(issues=(issue,))

    def chunks() -> Iterator[bytes]:
        with path.open("rb") as file:
            while data := file.read(CHUNK):
                yield data

    return Upload(name or path.name, content_type, length, chunks)


def _of_object(
    where: str,
    file: Any,
    name: str | None,
    content_type: str | None,
) -> Upload:
    start, length = _extent(file)
    used = False

    def chunks() -> Iterator[bytes]:
        nonlocal used
        if start is not None:
            file.seek(start)
        elif used:
            issue = (where, "a file that can be read again", "a one-way stream")
            raise InvalidPayloadError(issues=(issue,))
        used = True
        while data := file.read(CHUNK):
            if isinstance(data, str):
                issue = (where, "a file opened in binary mode", "a text file")
                raise InvalidPayloadError(issues=(issue,))
            yield data

    if isinstance(file, io.TextIOBase):
        issue = (where, "a file opened in binary mode", "a text file")
        raise InvalidPayloadError(issues=(issue,))
    own = getattr(file, "name", None)
    own_name = os.path.basename(own) if isinstance(own, str) else None
    return Upload(name or own_name, content_type, length, chunks)


def _extent(file: Any) -> tuple[int | None, int | None]:
    """Return where a file object stands and how much follows; None: one-way."""
    try:
        start = file.tell()
        end = file.seek(0, os.SEEK_END)
        file.seek(start)
    except (AttributeError, OSError, ValueError):
        return None, None
    return start, end - start


def _check(where: str, upload: Upload, part: FilePart) -> None:
    ending = os.path.splitext(upload.name or "")[1].lstrip(".").lower()
    allowed = [item.lower().lstrip(".") for item in part.types]
    if allowed and ending not in allowed:
        issue = (where, f"a file of type {', '.join(allowed)}", ending or "no ending")
        raise InvalidPayloadError(issues=(issue,))
    if part.max_bytes is not None and (upload.length or 0) > part.max_bytes:
        issue = (where, f"at most {part.max_bytes} bytes", f"{upload.length} bytes")
        raise InvalidPayloadError(issues=(issue,))
