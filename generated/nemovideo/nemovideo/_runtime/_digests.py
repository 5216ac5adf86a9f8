"""Compare a file with the digests its server names (RFC 9530, 3230 and 1864)."""

from __future__ import annotations

import binascii
import hashlib
import re
from base64 import b64decode
from collections.abc import Iterator
from typing import IO

from ._exchange import header
from ._wire import Reply

_KNOWN = {"sha-256": "sha256", "sha-512": "sha512", "md5": "md5", "sha": "sha1"}
_PIECE = 1024 * 1024
_ENTRY = re.compile(r"([A-Za-z0-9-]{1,20})=:?([A-Za-z0-9+/]{1,200}={0,2}):?")


def misfit(reply: Reply, file: IO[bytes]) -> str | None:
    """Return the algorithm by which a whole file is not what was announced."""
    if header(reply.headers, "content-encoding") not in (None, "identity"):
        return None  # what is announced is the encoded file
    for name, expected in _announced(reply):
        found = _digest(file, _KNOWN[name])
        if len(found) == len(expected) and found != expected:
            return name
    return None


def _digest(file: IO[bytes], algorithm: str) -> bytes:
    found = hashlib.new(algorithm, usedforsecurity=False)
    file.seek(0)
    while data := file.read(_PIECE):
        found.update(data)
    return found.digest()


def _announced(reply: Reply) -> Iterator[tuple[str, bytes]]:
    """Yield (algorithm, digest) of the whole file; a part has digests of its own."""
    texts = [header(reply.headers, "repr-digest"), header(reply.headers, "digest")]
    if reply.status == 200:
        texts.append(header(reply.headers, "content-digest"))
        texts.append(f"md5={header(reply.headers, 'content-md5') or ''}")
    for text in texts:
        for name, encoded in _ENTRY.findall(text or ""):
            if name.lower() in _KNOWN:
                try:
                    yield name.lower(), b64decode(encoded, validate=True)
                except binascii.Error:
                    continue
