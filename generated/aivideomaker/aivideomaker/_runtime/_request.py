"""Arguments by wire name -> a request ready to be sent, nothing unsafe in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from ._choice import chosen_body
from ._errors import AuthenticationError, InvalidPayloadError, Issue
from ._forms import querystring_text
from ._omit import OMIT, Omit
from ._operation import Operation, Parameter, Service
from ._options import DEFAULT_OPTIONS, Arguments, CallOptions
from ._origins import may_carry_credentials, origin_of
from ._params import (
    cookie_pairs,
    header_text,
    path_text,
    query_text,
)
from ._servers import url_of
from ._wire import Headers, Request

_NAME = re.compile(r"\{([^{}]*)\}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_TOKEN = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_VALUE = re.compile(r"(?:[\x21-\x7e](?:[\x20-\x7e\t]*[\x21-\x7e])?)?")
_RESERVED_HEADERS = frozenset({"accept", "content-type", "authorization"})
LONGEST_URL = 32 * 1024
_QUALIFIER = re.compile(r"(path|query|header|cookie|body)\.(.+)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where requests of a client go and what all of them carry."""

    service: Service
    base_url: str
    headers: Headers = ()
    """Of every request: user agent, declared and the user's own headers."""
    origins: frozenset[str] = frozenset()
    """Origins that may receive credentials."""
    own: bool = False
    """The base URL was given by the user: servers of operations are ignored."""
    variables: Mapping[str, str] = field(default_factory=dict[str, str])
    """Values of server variables that the user gave."""
    plain: Headers = field(default=())
    """`headers` with the default `Accept`."""


def build(
    operation: Operation[Any],
    site: Site,
    arguments: Arguments,
) -> Request:
    """Return the request of a call; InvalidPayloadError when it would be unsafe."""
    url = base_of(operation, site) + _path(operation, arguments.path)
    query = _query(operation, arguments)
    if query:
        url = f"{url}{'&' if '?' in url else '?'}{query}"
    if len(url) > LONGEST_URL:
        raise _refused(
            "path", f"at most {LONGEST_URL} characters in all", f"{len(url)}"
        )
    content_type, length, content = _content(operation, arguments)
    headers = _headers(operation, site, arguments, content_type, length)
    security = operation.security
    return Request(
        method=operation.method.upper(),
        url=url,
        headers=headers,
        content=content,
        security=site.service.security if security is None else security,
        operation=operation.key,
        read_timeout=arguments.options.timeout,
    )


def base_of(operation: Operation[Any], site: Site) -> str:
    """Return the base URL of an operation, without a slash at its end."""
    if operation.server and not site.own:
        url = url_of(operation.server, site.variables)
        return urljoin(site.base_url, url).rstrip("/")
    return site.base_url


def check_host(request: Request, site: Site) -> None:
    """Refuse a call that needs a credential, on a host that may get none.

    Without it the call would be of no use, and tell a stranger what it asks for.
    """
    needed = request.security and () not in request.security
    if needed and not may_carry_credentials(request.url, site.origins):
        raise AuthenticationError(
            f"refused to call {origin_of(request.url)}: not a declared host by https",
            guidance="declare it under allowed_hosts, or pass base_url",
        )


def arguments_of(
    operation: Operation[Any],
    params: Mapping[str, Any],
    options: CallOptions | None = None,
) -> Arguments:
    """Sort one mapping of wire names into places.

    A name that stands in two places is qualified: `path.id`, `query.id`, `header.X`,
    `cookie.c`, `body.id`. `body` alone is the whole body where no field has that name.
    """
    places: dict[str, dict[str, Any]] = {
        "path": {},
        "query": {},
        "header": {},
        "cookie": {},
        "body": {},
    }
    declared = {(str(item.place), item.wire) for item in operation.parameters}
    by_name = {item.wire: item for item in operation.parameters}
    lowered = {k.lower(): v for k, v in by_name.items() if v.place == "header"}
    whole: Any = OMIT
    for name, value in params.items():
        found = by_name.get(name) or lowered.get(name.lower())
        qualified = _QUALIFIER.fullmatch(name)
        if found is None and qualified is not None:
            place, wire = qualified.groups()
            places[place][_spelled(declared, place, wire)] = value
        elif found is None and f"{{{name}}}" in operation.path:
            places["path"][name] = value
        elif found is None and name == "body" and operation.bodies:
            whole = value
        elif found is None:
            places["body"][name] = value
        else:
            place = "query" if found.place == "querystring" else found.place
            places[place][found.wire] = value
    body: Any = places.pop("body") or whole
    return Arguments(**places, body=body, options=options or DEFAULT_OPTIONS)


def _spelled(declared: Set[tuple[str, str]], place: str, wire: str) -> str:
    if place != "header" or (place, wire) in declared:
        return wire
    names = (name for at, name in declared if at == "header")
    return next((name for name in names if name.lower() == wire.lower()), wire)


def given(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return a mapping without the values that were not given."""
    return {name: value for name, value in values.items() if value is not OMIT}


# URL


def _path(operation: Operation[Any], values: Mapping[str, Any]) -> str:
    template = operation.path
    if "{" not in template:
        return template
    parameters = {item.wire: item for item in operation.parameters}

    def fill(match: re.Match[str]) -> str:
        return _segment(match[1], parameters, values)

    path = _NAME.sub(fill, template)
    for segment in path.split("/"):
        if segment in (".", ".."):
            raise _refused("path", "a path segment other than `.` and `..`", segment)
    return path


def _segment(
    name: str,
    parameters: Mapping[str, Parameter],
    values: Mapping[str, Any],
) -> str:
    parameter = parameters.get(name) or Parameter(wire=name, place="path")
    value = values.get(name, OMIT)
    if isinstance(value, Omit):
        raise _refused(f"path.{name}", "a value", "nothing")
    text = path_text(parameter, value)
    if not text:
        raise _refused(f"path.{name}", "a value", "an empty text")
    if isinstance(value, str) and _CONTROL.search(value):
        raise _refused(f"path.{name}", "text without control characters", repr(value))
    return text


def _query(operation: Operation[Any], arguments: Arguments) -> str:
    values, extra = arguments.query, arguments.options.query
    if not values and not extra:
        return ""
    parts: list[str] = []
    known = {p.wire: p for p in operation.parameters if p.place == "query"}
    whole = next((p for p in operation.parameters if p.place == "querystring"), None)
    for name, value in (*values.items(), *(extra or {}).items()):
        if isinstance(value, Omit):
            continue
        if whole is not None and name == whole.wire:
            parts.append(querystring_text(whole, value))
            continue
        parameter = known.get(name) or _loose_query(name, value)
        parts.append(query_text(parameter, value))
    return "&".join(part for part in parts if part)


def _loose_query(name: str, value: Any) -> Parameter:
    style: Any = "deepObject" if isinstance(value, Mapping) else "form"
    return Parameter(wire=name, place="query", style=style, explode=True)


# Headers


def _headers(
    operation: Operation[Any],
    site: Site,
    arguments: Arguments,
    content_type: str | None,
    length: int | None,
) -> Headers:
    extra = arguments.options.headers
    simple = not (arguments.header or arguments.cookie or extra or content_type)
    if simple and length is None and operation.accept is None:
        return site.plain
    found = {name.lower(): (name, value) for name, value in site.headers}
    found["accept"] = ("Accept", operation.accept or "application/json")
    if content_type is not None:
        found["content-type"] = ("Content-Type", content_type)
    if length is not None:
        found["content-length"] = ("Content-Length", str(length))
    for name, value in _header_values(operation, arguments):
        found[name.lower()] = (name, value)
    cookie = "; ".join(_cookies(operation, arguments))
    if cookie:
        found["cookie"] = ("Cookie", cookie)
    for name, text in (extra or {}).items():
        if text is None:
            found.pop(name.lower(), None)
        elif name.lower() != "content-type" or content_type is None:
            found[name.lower()] = (name, text)
    for name, text in found.values():
        check_header(name, text)
    return tuple(found.values())


def _header_values(
    operation: Operation[Any],
    arguments: Arguments,
) -> Iterator[tuple[str, str]]:
    known = {p.wire: p for p in operation.parameters if p.place == "header"}
    for name, value in arguments.header.items():
        if isinstance(value, Omit) or value is None:
            continue
        if name.lower() in _RESERVED_HEADERS and name in known:
            continue
        parameter = known.get(name) or Parameter(wire=name, place="header")
        yield name, header_text(parameter, value)


def _cookies(operation: Operation[Any], arguments: Arguments) -> Iterator[str]:
    known = {p.wire: p for p in operation.parameters if p.place == "cookie"}
    for name, value in arguments.cookie.items():
        if not isinstance(value, Omit):
            parameter = known.get(name) or Parameter(
                wire=name,
                place="cookie",
                style="form",
                explode=True,
            )
            for key, text in cookie_pairs(parameter, value):
                yield f"{key}={text}"


def check_header(name: str, value: str) -> None:
    """Refuse a header that could end its line or start another (RFC 9110, 5.5)."""
    if not _TOKEN.fullmatch(name):
        raise _refused(f"header.{_shown(name)}", "a header name", repr(name[:80]))
    if not _VALUE.fullmatch(value):
        raise _refused(
            f"header.{name}",
            "printable ASCII text without line breaks, not padded with spaces",
            _described(value),
        )


def _described(value: str) -> str:
    """Say what is wrong with a header value without showing it."""
    if any(char in value for char in "\r\n\0"):
        return "a value with a line break or NUL"
    if not value.isascii():
        return "a value with characters outside ASCII"
    return "a value with control characters or spaces at its ends"


def _shown(name: str) -> str:
    return name.encode("unicode_escape").decode("ascii")[:80]


def _refused(where: str, expected: str, actual: str) -> InvalidPayloadError:
    return InvalidPayloadError(issues=(Issue(where, expected, actual),))


# Body


def _content(
    operation: Operation[Any],
    arguments: Arguments,
) -> tuple[str | None, int | None, Any]:
    body = chosen_body(operation, arguments)
    if body is None:
        return None, None, b""
    from ._body import encode

    return encode(body, arguments.body, arguments.options.extra_body)
