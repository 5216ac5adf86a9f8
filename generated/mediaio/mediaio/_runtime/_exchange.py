"""What an exchange means, without any I/O: failures, redirects, compression, wire."""

from __future__ import annotations

import socket
import ssl
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from ._auth import NO_CREDENTIALS
from ._errors import AuthenticationError
from ._origins import is_loopback, may_carry_credentials, origin_of
from ._wire import Failed, Headers, Reply, Request

if TYPE_CHECKING:
    from ._auth import Applied
    from ._redact import Redactor

REDIRECTS = frozenset({301, 302, 303, 307, 308})
LONGEST_CHAIN = 5
CROSS_ORIGIN_HEADERS = frozenset({"accept", "accept-encoding", "user-agent"})
SAFE = frozenset({"GET", "HEAD"})
PIECE = 1024 * 1024
"""Inflated bytes handed on at once."""

# Failures


def failure(error: BaseException, request: Request, redactor: Redactor) -> Failed:
    """Return what an exception of the HTTP library (any of them) means."""
    names = {kind.__name__ for kind in type(error).__mro__}
    text = redactor.text(f"{type(error).__name__}: {error}".rstrip(": "))
    cause = ConnectionError(text)
    if "ConnectError" in names or isinstance(error, ConnectionRefusedError):
        return _unconnected(error, cause)
    if "ConnectTimeout" in names:
        return Failed("connect", sent=False, cause=cause, timeout=True)
    if "PoolTimeout" in names:
        return Failed("pool", sent=False, cause=cause, timeout=True)
    if "ProxyError" in names:
        refused = "407" in str(error)
        return Failed("proxy", sent=False, cause=cause, retryable=not refused)
    if names & {"UnsupportedProtocol", "InvalidURL"}:
        return Failed("protocol", sent=False, cause=cause, retryable=False)
    if "LocalProtocolError" in names:
        sent = callable(request.content)
        return Failed("protocol", sent=sent, cause=cause, retryable=False)
    if names & {"WriteTimeout", "WriteError"}:
        late = "WriteTimeout" in names
        return Failed("write", sent=True, cause=cause, timeout=late)
    if names & {"TimeoutException", "TimeoutError"}:
        return Failed("read", sent=True, cause=cause, timeout=True)
    if "RemoteProtocolError" in names and not _cut(error):
        return Failed("protocol", sent=True, cause=cause)
    return Failed("read", sent=True, cause=cause)


def _cut(error: BaseException) -> bool:
    """Tell a connection that ended too early from bytes that are not HTTP."""
    text = str(error)
    return "disconnected" in text or "closed connection" in text


def _unconnected(error: BaseException, cause: BaseException) -> Failed:
    for link in _chain(error):
        if isinstance(link, socket.gaierror):
            known = socket.gaierror(link.errno, str(cause))
            return Failed("dns", sent=False, cause=known)
        if isinstance(link, ssl.SSLCertVerificationError):
            return Failed("tls", sent=False, cause=cause, retryable=False)
        if isinstance(link, ssl.SSLError):
            return Failed("tls", sent=False, cause=cause)
    return Failed("connect", sent=False, cause=cause)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an exception and what led to it, also inside its arguments."""
    for _ in range(16):
        if error is None:
            return
        yield error
        inner = [arg for arg in error.args if isinstance(arg, BaseException)]
        yield from inner
        error = error.__cause__ or error.__context__


# Redirects (faults 58, 59)


def redirected(
    request: Request,
    reply: Reply,
    hops: int,
    origins: frozenset[str],
) -> Request | Failed | None:
    """Return the request that follows, why there is none, or None: no redirect.

    Only GET and HEAD follow. On its own origin a request keeps what it has; elsewhere
    it loses credentials, cookies and every header outside a short list.
    """
    if reply.status not in REDIRECTS or request.method not in SAFE:
        return None
    location = header(reply.headers, "location")
    if not location:
        return None
    try:
        target = urljoin(request.url, location)
        refusal = _refusal(request.url, target, hops)
    except ValueError:
        target, refusal = "", "the address is no URL"
    if refusal:
        text = f"refused to follow a redirect: {refusal}"
        cause = ConnectionError(text)
        return Failed("redirect", sent=True, cause=cause, retryable=False)
    if origin_of(target) == origin_of(request.url):
        return replace(request, url=target)
    kept = tuple(pair for pair in request.headers if _travels(pair[0]))
    return replace(request, url=target, headers=kept, security=())


def _travels(name: str) -> bool:
    return name.lower() in CROSS_ORIGIN_HEADERS


def _refusal(source: str, target: str, hops: int) -> str | None:
    parts = urlsplit(target)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return f"{parts.scheme or 'no scheme'} is not http or https"
    if parts.username is not None or parts.password is not None:
        return "the address holds user information"
    if parts.scheme == "http" and urlsplit(source).scheme == "https":
        return "from https to http"
    foreign = origin_of(source) != origin_of(target)
    if foreign and parts.scheme == "http" and not is_loopback(target):
        return "to another host without https"
    return f"more than {LONGEST_CHAIN} in a row" if hops >= LONGEST_CHAIN else None


# The wire


def wire_headers(
    request: Request,
    applied: Applied,
    *,
    streamed: bool,
) -> list[tuple[bytes, bytes]]:
    """Return the headers as bytes, credentials included."""
    found = [(name.encode(), text.encode("latin-1")) for name, text in request.headers]
    names = {name.lower() for name, _ in request.headers}
    if "accept-encoding" not in names:
        accepted = b"identity" if streamed else b"gzip, deflate"
        found.append((b"Accept-Encoding", accepted))
    for name, secret in applied.headers:
        if name.lower() not in names:
            text = secret.reveal()
            found.append((name.encode(), text.encode("latin-1")))
    if applied.cookies:
        cookies = "; ".join(f"{n}={secret.reveal()}" for n, secret in applied.cookies)
        given = header(request.headers, "cookie")
        found = [pair for pair in found if pair[0].lower() != b"cookie"]
        text = f"{given}; {cookies}" if given else cookies
        found.append((b"Cookie", text.encode("latin-1")))
    return found


def lowered(raw: Iterable[tuple[bytes, bytes]]) -> Headers:
    """Return raw headers as text, names lower-cased."""
    return tuple(
        (name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in raw
    )


def header(headers: Headers, name: str) -> str | None:
    """Return the first value of a header, `name` in lower case."""
    for found, value in headers:
        if found == name or found.lower() == name:
            return value
    return None


def credentials_for(request: Request, origins: frozenset[str]) -> Applied | None:
    """Return no credentials where none may go, None where they are to be found.

    Raises AuthenticationError for a declared origin without https.
    """
    if not request.security:
        return NO_CREDENTIALS
    if may_carry_credentials(request.url, origins):
        return None
    if origin_of(request.url) in origins and any(request.security):
        raise AuthenticationError(
            "refused to send a credential without https",
            guidance="use an https base URL, or one on this machine",
        )
    return NO_CREDENTIALS


def spared(host: str, no_proxy: str) -> bool:
    """Tell whether `no_proxy` takes a host out: `*`, names, and what ends in them."""
    host = host.lower().rstrip(".")
    for item in no_proxy.lower().split(","):
        name = item.strip().partition(":")[0].lstrip(".*").rstrip(".")
        if item.strip() == "*" or (
            name and (host == name or host.endswith("." + name))
        ):
            return True
    return False


# Compression


class TooLarge(Exception):
    """More bytes than allowed."""


class Garbled(Exception):
    """Bytes that are not what their encoding promised."""


_UNDONE = frozenset({"gzip", "x-gzip", "deflate"})
_NOT_UNDONE = frozenset({"br", "zstd", "compress", "x-compress", "dcb", "dcz", "exi"})
"""Never asked for. Any other word (`none`, `utf-8`) is no coding: bytes as they are."""


class Inflater:
    """Undoes gzip and deflate piece by piece; `limit` counts what comes out."""

    def __init__(self, headers: Headers, limit: int | None = None) -> None:
        value = (header(headers, "content-encoding") or "").strip().lower()
        self._kind = value if value in _UNDONE else ""
        self._limit = limit
        self._total = 0
        self._engine: Any = None
        self._tail = b""
        self._any = False
        if value in _NOT_UNDONE or "," in value:
            raise Garbled(f"unknown content encoding {value[:40]!r}")

    def pieces(self, data: bytes) -> Iterator[bytes]:
        """Yield what comes out of these bytes, in pieces of bounded size."""
        if not self._kind:
            self._count(data)
            yield data
            return
        self._any = self._any or bool(data)
        while data:
            piece, data = self._step(data)
            if piece:
                self._count(piece)
                yield piece

    def finish(self) -> None:
        """Say that the input ended; Garbled when something is missing."""
        if self._kind and self._any and not (self._engine and self._engine.eof):
            raise Garbled("the compressed answer was cut")

    def _count(self, piece: bytes) -> None:
        self._total += len(piece)
        if self._limit is not None and self._total > self._limit:
            raise TooLarge

    def _step(self, data: bytes) -> tuple[bytes, bytes]:
        if self._engine is None:
            self._engine = zlib.decompressobj(self._window(data))
        elif self._engine.eof:
            if self._kind == "deflate" or not data.startswith(b"\x1f"):
                return b"", b""
            self._engine = zlib.decompressobj(31)
        try:
            piece: bytes = self._engine.decompress(data, PIECE)
        except zlib.error as error:
            raise Garbled(f"the answer is not {self._kind}: {error}") from None
        return piece, self._engine.unconsumed_tail or self._engine.unused_data

    def _window(self, data: bytes) -> int:
        """Return the window bits; `deflate` comes with and without its wrapper."""
        if self._kind != "deflate":
            return 31
        wrapped = len(data) >= 1 and data[0] & 0x0F == 8 and data[0] >> 4 <= 7
        return 15 if wrapped else -15
