"""Secrets out of everything that is shown: URLs, headers, bodies, messages, logs."""

from __future__ import annotations

import logging
import re
import threading
from base64 import b64encode
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any
from urllib.parse import quote, quote_plus, urlsplit, urlunsplit

from ._values import Json

MASK = "***"

SHOWN_HEADERS = frozenset(
    {
        "accept",
        "accept-encoding",
        "age",
        "cache-control",
        "content-encoding",
        "content-length",
        "content-type",
        "date",
        "etag",
        "last-modified",
        "retry-after",
        "retry-after-ms",
        "server",
        "transfer-encoding",
        "user-agent",
        "vary",
        "via",
        "x-request-id",
        "x-trace-id",
    },
)
"""The only headers whose values are ever printed."""

_TOKENS = re.compile(
    r"(?i)\b(bearer|basic|token)(\s{1,8})[A-Za-z0-9._~+/=-]{6,4096}",
)
_USERINFO = re.compile(r"(?i)\b([a-z][a-z0-9+.-]{0,20}://)[^/\s@\"'<>]{0,400}@")
_FIELDS = re.compile(
    r"(?i)((?:api[-_]?key|access[-_]?key|secret|token|password|passwd|signature"
    r"|authorization|credential|(?<![a-z])sig|(?<![a-z])key)[\w.-]{0,40})"
    r"(=|%3D|\"?\s{0,8}:\s{0,8}\")([^&\s\"'<>]{1,4096})",
)
"""All bounded: hostile text costs linear time."""
_SHORTEST = 4
"""A value shorter than this cannot be told from ordinary text."""


class Redactor:
    """Masks known secret values, and what looks like one, in any text."""

    __slots__ = ("_lock", "_pattern", "_values")

    def __init__(self) -> None:
        self._values: frozenset[str] = frozenset()
        self._pattern: re.Pattern[str] | None = None
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        return "<Redactor>"

    def learn(self, *values: str) -> None:
        """Remember secret values; they are masked in all forms they travel in."""
        new = {form for value in values for form in _forms(value)} - self._values
        if not new:
            return
        with self._lock:
            self._values |= new
            longest_first = sorted(self._values, key=lambda form: (-len(form), form))
            self._pattern = re.compile("|".join(map(re.escape, longest_first)))

    def text(self, text: str) -> str:
        """Return the text with every secret masked."""
        if self._pattern is not None:
            text = self._pattern.sub(MASK, text)
        text = _TOKENS.sub(rf"\1\2{MASK}", text)
        text = _USERINFO.sub(rf"\1{MASK}@", text)
        return _FIELDS.sub(rf"\1\2{MASK}", text)

    def known(self, text: str) -> str:
        """Return the text with known values masked, all else as it is."""
        return text if self._pattern is None else self._pattern.sub(MASK, text)

    def excerpt(self, body: bytes, size: int = 400) -> str:
        """Return the beginning of a body as one masked line."""
        text = body[: size * 4 + 4096].decode("utf-8", "replace")
        return " ".join(self.text(text).split())[:size]

    def value(self, value: Json) -> Any:
        """Return a decoded body with known values masked in every text."""
        if isinstance(value, str):
            return self.known(value)
        if isinstance(value, list):
            return [self.value(item) for item in value]
        if isinstance(value, dict):
            return {self.known(str(key)): self.value(v) for key, v in value.items()}
        return value

    def url(self, url: str) -> str:
        """Return a URL without userinfo, fragment and values of its query."""
        return self.known(masked_url(url))

    def headers(self, headers: Iterable[tuple[str, str]]) -> dict[str, str]:
        """Return headers for showing: values of the allow-listed ones only."""
        return {
            name: self.text(value) if name.lower() in SHOWN_HEADERS else MASK
            for name, value in headers
        }


def masked_url(url: str) -> str:
    """Return a URL whose query values and userinfo are masked."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return MASK
    host = parts.netloc.rpartition("@")[2]
    names = (pair.partition("=")[0] for pair in parts.query.split("&") if pair)
    query = "&".join(f"{name}={MASK}" for name in names)
    return urlunsplit((parts.scheme, host, parts.path, query, ""))


def _forms(value: str) -> Iterable[str]:
    if len(value) < _SHORTEST:
        return
    raw = value.encode("utf-8", "surrogatepass")
    yield value
    yield quote(value, safe="", errors="replace")
    yield quote_plus(value, errors="replace")
    yield repr(value)[1:-1]
    yield value.replace("\\", "\\\\").replace('"', '\\"')
    yield b64encode(raw).decode("ascii")
    yield b64encode(raw).decode("ascii").rstrip("=")


class RedactingFilter(logging.Filter):
    """Masks secrets in log records, whoever wrote them."""

    def __init__(self, redactor: Redactor) -> None:
        super().__init__()
        self._redactor = redactor

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record; always let it through."""
        message = record.getMessage()
        masked = self._redactor.text(message)
        if masked != message:
            record.msg, record.args = masked, ()
        return True


LOGGERS = tuple(
    name
    for version in ("", "2")
    for name in (
        f"httpx{version}",
        f"httpcore{version}.connection",
        f"httpcore{version}.http11",
        f"httpcore{version}.http2",
        f"httpcore{version}.proxy",
        f"httpcore{version}.socks",
    )
)
"""Loggers of the HTTP library that write URLs or headers."""


def guard_logs(redactor: Redactor) -> Callable[[], None]:
    """Mask secrets in what the HTTP library logs; return what ends that."""
    found = RedactingFilter(redactor)
    for name in LOGGERS:
        logging.getLogger(name).addFilter(found)
    return partial(_unguard, found)


def _unguard(found: RedactingFilter) -> None:
    for name in LOGGERS:
        logging.getLogger(name).removeFilter(found)


def summary(method: str, url: str, redactor: Redactor) -> str:
    """Return `METHOD url` for errors and logs, masked."""
    return f"{method} {redactor.url(url)}"
