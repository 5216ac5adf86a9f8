"""Fetch descriptions over HTTP, conditionally, bounded, with a small cache.

The cache holds one file per URL in the user's cache folder, mode 0600: the validators
(RFC 9110, section 8.8) and the body. A kept copy is used when the network fails.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urljoin, urlsplit, urlunsplit

from specloom.spec import text as texts

if TYPE_CHECKING:
    import httpx

_TIMEOUT: Final = 30.0
_REDIRECTS: Final = 5
_ACCEPT: Final = "application/json, application/yaml, application/vnd.oai.openapi, */*"


@dataclass(frozen=True, slots=True)
class Fetched:
    """The bytes at a URL; `stale` says why a kept copy stands in."""

    body: bytes
    stale: str | None = None


@dataclass(frozen=True, slots=True)
class _Kept:
    body: bytes
    validators: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Unchanged:
    """304: what is kept is current."""


@dataclass(frozen=True, slots=True)
class _Fresh:
    kept: _Kept


def shown(url: str) -> str:
    """Return a URL as it may be printed: without user name and password."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=host))


def get(
    url: str, *, client: httpx.Client | None = None, cache: Path | None = None
) -> Fetched:
    """Fetch one URL; SpecError when neither the network nor the cache has it."""
    import httpx

    file = _cache_file(url, cache)
    kept = _load(file)
    owned = client or httpx.Client(timeout=_TIMEOUT, follow_redirects=False)
    try:
        answer = _ask(owned, url, kept)
    except (httpx.HTTPError, httpx.InvalidURL, _RefusedError) as error:
        reason = str(error) or type(error).__name__
        if kept is None:
            texts.fail("SPEC001", shown(url), f"cannot be fetched: {reason}")
        return Fetched(kept.body, stale=reason)
    finally:
        if client is None:
            owned.close()
    if isinstance(answer, _Fresh):
        _store(file, answer.kept)
        return Fetched(answer.kept.body)
    return Fetched(kept.body if kept else b"")


class _RefusedError(Exception):
    """An answer that is not a document."""


def _ask(client: httpx.Client, url: str, kept: _Kept | None) -> _Fresh | _Unchanged:
    headers = {"Accept": _ACCEPT, **(_conditions(kept) if kept else {})}
    for _ in range(_REDIRECTS + 1):
        with client.stream("GET", url, headers=headers) as response:
            if response.status_code == 304 and kept:
                return _Unchanged()
            if response.is_redirect:
                url = _next_url(url, response.headers.get("location", ""))
                continue
            if response.status_code != 200:
                raise _RefusedError(f"the server answered {response.status_code}")
            return _Fresh(_Kept(_body(response), _validators(response)))
    raise _RefusedError(f"more than {_REDIRECTS} redirects")


def _next_url(url: str, target: str) -> str:
    following = urljoin(url, target)
    secure = url.startswith("https://")
    if not following.startswith("https://" if secure else ("http://", "https://")):
        raise _RefusedError(f"a redirect leads to {shown(following)}")
    return following


def _body(response: httpx.Response) -> bytes:
    received = bytearray()
    for chunk in response.iter_bytes():
        received += chunk
        if len(received) > texts.MAX_BYTES:
            raise _RefusedError(f"larger than {texts.MAX_BYTES >> 20} MiB")
    return bytes(received)


def _validators(response: httpx.Response) -> dict[str, str]:
    names = ("etag", "last-modified")
    return {name: response.headers[name] for name in names if name in response.headers}


def _conditions(kept: _Kept) -> dict[str, str]:
    pairs = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
    return {pairs[name]: value for name, value in kept.validators.items()}


def _cache_file(url: str, cache: Path | None) -> Path:
    if cache is None:
        import platformdirs

        cache = Path(platformdirs.user_cache_dir("specloom")) / "documents"
    return cache / f"{hashlib.sha256(url.encode()).hexdigest()}.json"


def _load(file: Path) -> _Kept | None:
    try:
        found: Any = json.loads(file.read_bytes())
        validators = {str(k): str(v) for k, v in found["validators"].items()}
        return _Kept(base64.b64decode(found["body"], validate=True), validators)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def _store(file: Path, kept: _Kept) -> None:
    """Write the cache; a cache that cannot be written is no fault."""
    body = base64.b64encode(kept.body).decode("ascii")
    content = json.dumps({"validators": dict(kept.validators), "body": body})
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=file.parent)
        with os.fdopen(handle, "w", encoding="ascii") as opened:
            opened.write(content)
        os.replace(name, file)
    except OSError:
        return
