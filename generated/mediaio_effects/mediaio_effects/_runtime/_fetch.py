"""Download a file: whole or not at all, resumed after a break (RFC 9110, 14)."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Collection, Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypedDict
from urllib.parse import unquote_to_bytes, urlsplit

from ._classify import classify, scope_of, to_error
from ._digests import misfit
from ._download import Partial, name_of_url, proposed_name, safe_name
from ._errors import BadResponseError, ClientError, ResponseTooLarge
from ._exchange import header
from ._failures import network_error
from ._origins import is_loopback
from ._retry import backoff, is_transient
from ._wire import Chunk, Close, Eof, Failed, Open, Outcome, Read, Reply, Request, Sleep

if TYPE_CHECKING:
    from ._job_state import Setup
    from ._wire import Headers

TRIES = 5
TIMEOUT = 3600.0
"""Seconds a download may take, when the caller does not say."""
_RANGE = re.compile(r"bytes\s+([0-9]{1,19})-[0-9]{1,19}/(\*|[0-9]{1,19})")
_EXCERPT = 64 * 1024
_MARKS = ("etag", "last-modified")

Steps: TypeAlias = "Generator[Open | Read | Close | Sleep, Outcome, Path]"


class DownloadOptions(TypedDict, total=False):
    """What the caller may say about a download."""

    name: str | None
    overwrite: bool
    timeout: float | None
    taken: Collection[str]
    progress: Callable[[int, int | None], None] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A file to download, and where it goes."""

    url: str
    directory: Path
    name: str | None = None
    """None: what the server proposes, else the end of the URL."""
    overwrite: bool = False
    deadline: float
    security: tuple[tuple[str, ...], ...] = ()
    """Empty where no credential may go."""
    headers: Headers = ()
    taken: frozenset[str] = frozenset()
    """Names that other files of the same result have; another one is made up."""
    progress: Callable[[int, int | None], None] | None = None
    """Told the bytes so far and in all."""


@dataclass(slots=True, eq=False)
class _Standing:
    """How far a download is."""

    file: Partial | None = None
    size: int = 0
    total: int | None = None
    marks: dict[str, str] = field(default_factory=dict[str, str])
    """ETag and Last-Modified, as far as the server tells them."""
    validator: str | None = None
    """Strong ETag or Last-Modified: what makes resuming safe."""
    tries: int = 0
    errors: list[ClientError] = field(default_factory=list[ClientError])


def download(setup: Setup, wanted: Wanted) -> Steps:
    """Download to a file and return its path; nothing is left behind on failure.

    Raises FileExistsError where a file is in the way, an ApiError with the status for
    a URL that is refused (expired: 403, 404, 410), else what ended the last try.
    """
    if wanted.url[:5].lower() == "data:":
        return _from_data(wanted)
    _check_url(wanted.url)
    at = _Standing()
    try:
        while True:
            at.tries += 1
            done = yield from _try(setup, wanted, at)
            if done is not None:
                return done
            if at.tries >= TRIES:
                raise at.errors[-1]
            pause = backoff(setup.retry, at.tries, setup.random)
            yield Sleep(min(setup.clock() + pause, wanted.deadline))
            if setup.clock() >= wanted.deadline:
                raise at.errors[-1]
    finally:
        if at.file is not None:
            at.file.__exit__()


def _check_url(url: str) -> None:
    try:
        parts = urlsplit(url)
        good = parts.scheme == "https" or (parts.scheme == "http" and is_loopback(url))
        good = good and bool(parts.hostname) and parts.username is None
    except ValueError:
        good = False
    if not good:
        scheme = url.partition(":")[0][:20]
        raise BadResponseError(
            f"refused to download from a {scheme!r} address",
            guidance="only https is followed, and http on this machine",
        )


def _try(
    setup: Setup, wanted: Wanted, at: _Standing
) -> Generator[
    Open | Read | Close | Sleep,
    Outcome,
    Path | None,
]:
    """Ask once; return the path when the file is whole, None to try again."""
    outcome = yield Open(_request(wanted, at), wanted.deadline)
    if isinstance(outcome, Failed):
        _again(at, network_error(setup, outcome), retry=outcome.retryable)
        return None
    assert isinstance(outcome, Reply)
    if outcome.status == 416 and at.size:
        yield Close()
        _restart(at)
        _again(at, BadResponseError("the file changed", status=416))
        return None
    if outcome.status not in (200, 206):
        yield from _refused(setup, outcome, at)
        return None
    if not _begin(wanted, outcome, at):
        yield Close()
        first = at.size == 0
        _restart(at)
        _again(at, BadResponseError("another part or file came"), retry=not first)
        return None
    failed = yield from _read(setup, wanted, at)
    if failed is not None:
        _again(at, failed, retry=not isinstance(failed, ResponseTooLarge))
        return None
    return _finished(outcome, at)


def _finished(reply: Reply, at: _Standing) -> Path | None:
    """Put the file in its place if it is whole, and what it was said to be."""
    assert at.file is not None
    if at.total is not None and at.size < at.total:
        _again(at, BadResponseError(f"{at.size} of {at.total} bytes came"))
        return None
    wrong = misfit(reply, at.file.file)
    if wrong is None and at.total in (None, at.size):
        at.file.finish()
        return at.file.path
    text = f"the file does not have its {wrong}" if wrong else "too many bytes came"
    _restart(at)
    _again(at, BadResponseError(text))
    return None


def _again(at: _Standing, error: ClientError, *, retry: bool = True) -> None:
    if not retry:
        raise error
    at.errors.append(error)


def _request(wanted: Wanted, at: _Standing) -> Request:
    headers = [*wanted.headers, ("Accept", "*/*"), ("Accept-Encoding", "identity")]
    if at.size and at.validator is None:
        _restart(at)
    if at.size and at.validator is not None:
        headers += [("Range", f"bytes={at.size}-"), ("If-Range", at.validator)]
    return Request(
        method="GET",
        url=wanted.url,
        headers=tuple(headers),
        security=wanted.security,
        operation="download",
    )


def _refused(
    setup: Setup,
    reply: Reply,
    at: _Standing,
) -> Generator[Open | Read | Close | Sleep, Outcome, None]:
    body = b""
    while len(body) < _EXCERPT:
        outcome = yield Read(5.0)
        if not isinstance(outcome, Chunk):
            break
        body += outcome.data
    yield Close()
    refusal = classify(scope_of(reply.status, reply.headers, body[:_EXCERPT]))
    error = to_error(refusal, setup.redactor)
    _again(at, error, retry=is_transient(reply.status))


def _begin(wanted: Wanted, reply: Reply, at: _Standing) -> bool:
    """Place the file, or find that the rest of it comes; False: neither does."""
    start, total = _extent(reply)
    if at.file is None:
        name = wanted.name or _name(wanted.url, reply)
        path = wanted.directory / _free(safe_name(name), wanted.taken)
        at.file = Partial(path, overwrite=wanted.overwrite)
    marks = {n: text for n in _MARKS if (text := header(reply.headers, n))}
    if start == 0:
        _restart(at)
    elif start != at.size or _changed(at, marks, total):
        return False
    at.total, at.marks = total, {**at.marks, **marks}
    etag = at.marks.get("etag", "W/")
    at.validator = at.marks.get("last-modified") if etag.startswith("W/") else etag
    if header(reply.headers, "content-encoding") not in (None, "identity"):
        at.validator, at.total = None, None
    return True


def _changed(at: _Standing, marks: dict[str, str], total: int | None) -> bool:
    """Whether the rest that comes is of another file (RFC 9110, 15.3.7.3)."""
    if None not in (total, at.total) and total != at.total:
        return True
    return any(at.marks.get(name, text) != text for name, text in marks.items())


def _extent(reply: Reply) -> tuple[int, int | None]:
    """Return where the body starts, and how long the whole file is."""
    if reply.status == 206:
        found = _RANGE.fullmatch(header(reply.headers, "content-range") or "")
        if found is None:
            return -1, None
        return int(found[1]), None if found[2] == "*" else int(found[2])
    length = header(reply.headers, "content-length") or ""
    return 0, int(length) if length.isdecimal() and len(length) < 20 else None


def _read(
    setup: Setup,
    wanted: Wanted,
    at: _Standing,
) -> Generator[Open | Read | Close | Sleep, Outcome, ClientError | None]:
    assert at.file is not None
    limit = setup.limits.download_bytes
    if limit is not None and (at.total or 0) > limit:
        yield Close()
        return ResponseTooLarge(f"the file has {at.total} bytes", limit=limit)
    while True:
        left = max(wanted.deadline - setup.clock(), 0.001)
        outcome = yield Read(min(setup.limits.read_timeout, left))
        match outcome:
            case Chunk(data):
                at.size += len(data)
                if limit is not None and at.size > limit:
                    yield Close()
                    return ResponseTooLarge(f"more than {limit} bytes", limit=limit)
                at.file.file.write(data)
                if wanted.progress is not None:
                    wanted.progress(at.size, at.total)
            case Eof():
                return None
            case Failed():
                yield Close()
                return network_error(setup, outcome)
            case _:
                raise AssertionError("a read brings bytes, an end or a failure")


def _restart(at: _Standing) -> None:
    at.size, at.total, at.validator, at.marks = 0, None, None, {}
    if at.file is not None:
        at.file.restart()


def _name(url: str, reply: Reply) -> str:
    disposition = header(reply.headers, "content-disposition") or ""
    return proposed_name(disposition) or name_of_url(url)


def _free(name: str, taken: frozenset[str]) -> str:
    """Return the name, numbered where another file of this result has it."""
    stem, dot, ending = name.rpartition(".")
    number, found = 1, name
    while found.lower() in taken:
        number += 1
        found = f"{stem}-{number}.{ending}" if dot else f"{name}-{number}"
    return found


def _from_data(wanted: Wanted) -> Path:
    """Write the content of a `data:` URL (RFC 2397)."""
    head, comma, text = wanted.url[5:].partition(",")
    if not comma:
        raise BadResponseError("a data URL without data")
    content = unquote_to_bytes(text)
    if head.lower().endswith(";base64"):
        try:
            content = base64.b64decode(b"".join(content.split()), validate=True)
        except binascii.Error:
            raise BadResponseError("a data URL that is no base64") from None
    kind = head.partition(";")[0].partition("/")[2] or "bin"
    name = wanted.name or f"download.{safe_name(kind)}"
    path = wanted.directory / _free(safe_name(name), wanted.taken)
    with Partial(path, overwrite=wanted.overwrite) as partial:
        partial.file.write(content)
        partial.finish()
    return path
