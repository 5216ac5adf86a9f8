"""Multipart bodies: one encoding per part, arrays of files, streamed (RFC 7578)."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from ._errors import InvalidPayloadError
from ._files import guessed_type, holds_files, is_file, upload_of
from ._forms import parted, styled
from ._params import plain
from ._values import Json, is_array

if TYPE_CHECKING:
    from ._operation import Body, Encoding

_JSON = "application/json"
_ESCAPES = {'"': "%22", "\r": "%0D", "\n": "%0A"}


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its header block, its length when known, and its bytes."""

    head: bytes
    length: int | None
    chunks: Callable[[], Iterator[bytes]]


def encode(body: Body, fields: Mapping[str, Any]) -> tuple[str, int | None, Any]:
    """Return content type, length when known, and a factory of the chunks."""
    boundary = f"specloom-{secrets.token_hex(16)}"
    parts = tuple(
        part
        for name, value in fields.items()
        for part in _parts(body, boundary, name, value)
    )
    tail = f"--{boundary}--\r\n".encode("ascii")

    def chunks() -> Iterator[bytes]:
        for part in parts:
            yield part.head
            yield from part.chunks()
            yield b"\r\n"
        yield tail

    kind = body.media_type.partition(";")[0].strip()
    return f"{kind}; boundary={boundary}", _length(parts, tail), chunks


def _length(parts: Sequence[Part], tail: bytes) -> int | None:
    """Return the length of the whole body; None when a part's is not known."""
    length = len(tail)
    for part in parts:
        if part.length is None:
            return None
        length += len(part.head) + part.length + 2
    return length


def _parts(body: Body, boundary: str, name: str, value: Any) -> Iterator[Part]:
    encoding = body.encodings.get(name)
    wants_file = encoding is not None and encoding.file
    if wants_file and value is None:
        return
    if wants_file or holds_files(value):
        for item in value if is_array(value) and not is_file(value) else [value]:
            if encoding is not None and encoding.text and _is_url(item):
                yield _text_part(boundary, name, str(item), None)
            else:
                yield _file_part(body, boundary, name, item)
        return
    found: Json = plain(name, value)
    if encoding is not None and encoding.style is not None:
        for key, text in styled(name, found, encoding, escaped=False):
            yield _text_part(boundary, key, text, None)
        return
    kind = encoding.content_type if encoding else None
    for item in found if isinstance(found, list) else [found]:
        for text in parted([item], kind):
            nested = isinstance(item, (dict, list))
            yield _text_part(boundary, name, text, kind or (_JSON if nested else None))


def _is_url(value: Any) -> bool:
    return isinstance(value, str) and value[:8].lower().startswith(_URLS)


_URLS: Final = ("https://", "http://", "data:")


def _file_part(body: Body, boundary: str, name: str, value: Any) -> Part:
    upload = upload_of(name, value, body.rules.files.get(name))
    encoding = body.encodings.get(name)
    declared = _single_type(encoding)
    kind = upload.content_type or declared or guessed_type(upload.name)
    head = _head(boundary, name, kind, upload.name or name)
    return Part(head, upload.length, upload.chunks)


def _single_type(encoding: Encoding | None) -> str | None:
    """Return the declared type of a part when it is one type, not a choice."""
    kind = encoding.content_type if encoding else None
    return None if kind is None or "," in kind or "*" in kind else kind


def _text_part(boundary: str, name: str, text: str, kind: str | None) -> Part:
    content = text.encode()
    head = _head(boundary, name, kind, None)
    return Part(head, len(content), lambda: iter((content,)))


def _head(boundary: str, name: str, kind: str | None, file: str | None) -> bytes:
    text = f'--{boundary}\r\nContent-Disposition: form-data; name="{_quoted(name)}"'
    if file is not None:
        text += f'; filename="{_quoted(file)}"'
    if kind is not None:
        if any(char in kind for char in "\r\n\0"):
            issue = (name, "a media type", "a text with a line break")
            raise InvalidPayloadError(issues=(issue,))
        text += f"\r\nContent-Type: {kind}"
    return f"{text}\r\n\r\n".encode()


def _quoted(text: str) -> str:
    """Escape a name as browsers do (WHATWG HTML, multipart/form-data)."""
    for char, escape in _ESCAPES.items():
        text = text.replace(char, escape)
    return text.replace("\0", "%00")
