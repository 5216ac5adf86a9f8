"""Say what an answer means: its category, code, message, and the error to raise."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, cast

from pydantic_core import from_json

from ._conditions import holds
from ._errors import BY_CATEGORY, ApiError, UnknownApiError, ValidationError
from ._expressions import Scope, as_text, fill, find_text, resolve
from ._headers import ResponseHeaders
from ._issues import issues
from ._lifecycle import Category, Envelope, ErrorRule
from ._redact import Redactor
from ._retry import retry_after
from ._values import is_container, is_mapping

if TYPE_CHECKING:
    from ._operation import Operation

_BY_STATUS: Final[Mapping[int, Category]] = {
    400: "validation",
    401: "authentication",
    402: "insufficient_credits",
    403: "permission_denied",
    404: "not_found",
    407: "authentication",
    408: "upstream",
    409: "conflict",
    410: "not_found",
    413: "validation",
    415: "validation",
    422: "validation",
    425: "rate_limited",
    429: "rate_limited",
}
_STABLE: Final[Mapping[str, str]] = {
    "INVALID_MODEL": "validation",
    **{kind.code: name for name, kind in BY_CATEGORY.items()},
}
_MESSAGES: Final = (
    "/message",
    "/error/message",
    "/msg",
    "/error_description",
    "/errorMessage",
    "/detail",
    "/title",
    "/errors/0/message",
    "/error",
)
_CODES: Final = ("/code", "/error/code", "/errorCode", "/error/type", "/error")
_REQUEST_IDS: Final = ("x-request-id", "request-id", "x-amzn-requestid", "cf-ray")
_TRACE_IDS: Final = ("x-trace-id", "x-b3-traceid")
_LONGEST: Final = 2000
_SECRET: Final = frozenset({"authorization", "set-cookie", "x-auth-token"})
"""Headers that an error does not keep."""
_CODE: Final = re.compile(r"[\w.:/-]{1,100}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """An answer that says no, understood."""

    category: Category
    status: int
    message: str
    code: str | None = None
    """The code in the body, as written."""
    guidance: str | None = None
    request_id: str | None = None
    trace_id: str | None = None
    retry_after: float | None = None
    stable_code: str | None = None
    retry_delay: float | None = None
    """Seconds of the rule's own retry, with `retry_times`."""
    retry_times: int = 0
    told: bool = False
    """A rule knows its code: the service itself said no, whatever the status is."""
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def transient(self) -> bool:
        """Whether the same request may succeed a little later."""
        if self.category in ("rate_limited", "upstream"):
            return True
        return self.retry_times > 0 and self.retry_delay is not None


def scope_of(
    status: int,
    headers: Sequence[tuple[str, str]],
    body: bytes,
) -> Scope:
    """Return what expressions see of an answer."""
    return Scope(status=status, headers=dict(headers), body=decode_body(body))


def decode_body(body: bytes) -> Any:
    """Return the JSON value of a body, its text when it is none, None when empty."""
    if not body.strip():
        return None
    try:
        return from_json(body)
    except ValueError:
        return _decode_slowly(body)


def _decode_slowly(body: bytes) -> Any:
    """Decode what the fast reader refuses: other encodings, half characters, depth."""
    text = body.decode("utf-8", "replace")
    for form in (body, text):
        try:
            return json.loads(form)
        except (ValueError, RecursionError):
            continue
    return text


def refused(scope: Scope, envelope: Envelope | None) -> bool:
    """Whether an answer is an error: by its envelope, its status or its body.

    A declared envelope decides whatever the status is, where there is one: a gateway's
    page of an error has none. Without it a 2xx is an error when its object says
    `success: false`, or has an `error` object and nothing that a good answer would have.
    """
    status, body = scope.status or 0, scope.body
    declared = envelope.success if envelope is not None else None
    if declared is not None and (status < 400 or is_mapping(body)):
        return not holds(declared, scope)
    if status >= 400:
        return True
    return 200 <= status < 300 and telling(body) is not None


def telling(body: Any) -> str | None:
    """Return the field by which a body says no where no envelope is declared."""
    if not is_mapping(body):
        return None
    if body.get("success") is False:
        return "success"
    only_error = is_mapping(body.get("error")) and set(body) <= _ERROR_KEYS
    return "error" if only_error else None


_ERROR_KEYS: Final = frozenset(
    {"error", "message", "code", "status", "success", "request_id", "trace_id"},
)


def classify(
    scope: Scope,
    *,
    rules: Sequence[ErrorRule] = (),
    envelope: Envelope | None = None,
    credential: str | None = None,
) -> Refusal:
    """Return what an error answer means; the first rule that matches decides."""
    envelope = envelope or Envelope()
    code = find_text(envelope.code, scope) or _named(scope.body, _CODES)
    message = find_text(envelope.message, scope) or said(scope.body)
    status = scope.status or 0
    rule = matching(rules, status, code, message, credential)
    category = rule.category if rule else _category(status, code)
    guidance = fill(rule.guidance, scope) if rule and rule.guidance else None
    return Refusal(
        category=category,
        status=status,
        code=code,
        message=message[:_LONGEST] or f"the server answered {status}",
        guidance=guidance,
        request_id=request_id(scope, envelope),
        trace_id=trace_id(scope, envelope),
        retry_after=retry_after(scope.headers),
        stable_code=rule.stable_code if rule else _own_code(code),
        retry_delay=rule.retry_delay if rule else None,
        retry_times=rule.retry_times if rule else 0,
        told=rule is not None and bool(rule.code),
        body=scope.body,
        headers=scope.headers,
    )


def matching(
    rules: Sequence[ErrorRule],
    status: int,
    code: str | None,
    message: str,
    credential: str | None = None,
) -> ErrorRule | None:
    """Return the first rule that matches; a field that is not given matches all."""
    for rule in rules:
        if rule.status and not any(_status_fits(item, status) for item in rule.status):
            continue
        if rule.code and not _code_fits(rule.code, code):
            continue
        if rule.message and not re.search(rule.message, message[:_LONGEST], re.I):
            continue
        if rule.credential and rule.credential != credential:
            continue
        return rule
    return None


def _code_fits(wanted: Sequence[str], code: str | None) -> bool:
    """Whether a code is among those wanted; `*` is any code."""
    if code is None or "*" in wanted:
        return code is not None
    return code.casefold() in map(str.casefold, wanted)


def _status_fits(pattern: str, status: int) -> bool:
    if pattern[1:].upper() == "XX":
        return pattern[0] == str(status)[:1]
    return pattern in (str(status), "default")


def _category(status: int, code: str | None) -> Category:
    stable = _STABLE.get((code or "").upper(), "unknown")
    if stable != "unknown":
        return cast("Category", stable)
    if status < 400 and code is not None and code.isdecimal() and len(code) == 3:
        status = int(code)
    return _BY_STATUS.get(status) or ("upstream" if status >= 500 else "unknown")


def _own_code(code: str | None) -> str | None:
    """A code of the body that is one of the stable codes itself."""
    return code.upper() if code and code.upper() in _STABLE else None


def _named(body: Any, pointers: Sequence[str]) -> str | None:
    for pointer in pointers:
        text = as_text(resolve(body, pointer))
        if text and _CODE.fullmatch(text):
            return text
    return None


def said(body: Any) -> str:
    """Return the message in an error body, wherever servers put it."""
    if isinstance(body, str):
        return "" if body.lstrip().startswith("<") else body
    for pointer in _MESSAGES:
        value = resolve(body, pointer)
        if isinstance(value, str) and value.strip():
            return value
    return ""


def request_id(scope: Scope, envelope: Envelope | None = None) -> str | None:
    """Return the id the server gave to the exchange."""
    for name in _REQUEST_IDS:
        if scope.headers.get(name):
            return scope.headers[name][:200]
    declared = find_text(envelope.request_id, scope) if envelope else None
    return declared or as_text(resolve(scope.body, "/request_id"))


def trace_id(scope: Scope, envelope: Envelope | None = None) -> str | None:
    """Return the id under which the server traced the exchange."""
    found = as_text(resolve(scope.body, "/trace_id"))
    declared = find_text(envelope.request_id, scope) if envelope else None
    return found or declared or _first(scope.headers, _TRACE_IDS)


def _first(headers: Mapping[str, str], names: Sequence[str]) -> str | None:
    return next((headers[name] for name in names if headers.get(name)), None)


def to_error(
    refusal: Refusal,
    redactor: Redactor,
    operation: Operation[Any] | None = None,
) -> ApiError:
    """Return the exception for a refused answer, secrets masked.

    Its body is of the type that the operation declares for it, where it fits.
    """
    kind = BY_CATEGORY.get(refusal.category, UnknownApiError)
    error = kind(
        redactor.text(refusal.message),
        status=refusal.status,
        provider_code=refusal.code,
        body=redactor.value(refusal.body),
        guidance=refusal.guidance,
        request_id=refusal.request_id,
        trace_id=refusal.trace_id,
        retry_after=refusal.retry_after,
    )
    error.headers = ResponseHeaders(
        tuple(
            (name, redactor.text(value))
            for name, value in refusal.headers.items()
            if name not in _SECRET
        )
    )
    if refusal.stable_code is not None:
        error.code = refusal.stable_code
    if isinstance(error, ValidationError):
        error.issues = tuple(issues(error.body))
    if operation is not None and is_container(error.body):
        from ._decode import error_body

        error.body = error_body(operation, refusal.status, error.body)
    return error
