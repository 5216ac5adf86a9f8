"""Bytes of an answer -> the typed value: the fast validator first, never a loss."""

from __future__ import annotations

import codecs
import json
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError
from pydantic_core import from_json

from ._adapters import exact_adapter
from ._errors import BadResponseError
from ._hooks import logger
from ._salvage import MISSING, Misfit, salvage
from ._values import essence

if TYPE_CHECKING:
    from ._operation import Operation, Response, TypeSource
    from ._redact import Redactor
    from ._values import Json
    from ._wire import Reply

_BOM = codecs.BOM_UTF8


def read_answer(
    operation: Operation[Any],
    reply: Reply,
    *,
    strict: bool,
    redactor: Redactor,
) -> Any:
    """Return the typed value of a good answer; BadResponseError when unreadable."""
    headers = dict(reply.headers)
    content_type = headers.get("content-type", "")
    response = response_for(operation, _status(operation, reply), content_type)
    reads = response.reads if response is not None else "json"
    if reads == "none" or reply.status in (204, 205) or operation.method == "HEAD":
        return None
    if reads == "text":
        return _said(text_of(reply.body, content_type), content_type)
    if reads == "bytes":
        return reply.body
    source = response.type if response is not None else None
    if not reply.body.strip():
        if source is None or not _is_told(response, reply.status):
            return None
        raise _unreadable(operation, reply, "an empty body", redactor)
    try:
        return decode(
            source,
            reply.body,
            strict=strict,
            where=operation.key,
            content_type=content_type,
        )
    except ValueError as error:
        if source is None and response is None:
            return text_of(reply.body, content_type)
        text = f"{_kind(content_type)} that is no JSON ({error})"
        raise _unreadable(operation, reply, text, redactor) from None


def decode(
    source: TypeSource | None,
    body: bytes,
    *,
    strict: bool = False,
    where: str = "an answer",
    content_type: str = "",
) -> Any:
    """Return the value of a JSON text as the type that `source` names.

    ValueError when it is no JSON at all; BadResponseError when it does not fit and
    `strict` is set; else misfits are kept raw and named in a warning.
    """
    if source is None:
        return json_of(body, content_type)
    of = source()
    try:
        return exact_adapter(of).validate_json(body)
    except ValidationError:
        return fitted(of, json_of(body, content_type), strict=strict, where=where)


def error_body(operation: Operation[Any], status: int, body: Json) -> Any:
    """Return the body of an error as its declared type, open as all answers are.

    It stays as it came where no type is declared, or where something is missing.
    """
    response = response_for(operation, status, "application/json")
    if response is None or response.type is None or response.reads != "json":
        return body
    found, misfits = salvage(response.type(), body)
    fits = all(reason != MISSING or at.count("/") > 1 for at, reason in misfits)
    return found if fits else body


def fits_with(operation: Operation[Any], reply: Reply, field: str) -> bool:
    """Tell whether a body is of its declared type, and that type has the field."""
    content_type = dict(reply.headers).get("content-type", "")
    response = response_for(operation, reply.status, content_type)
    if response is None or response.type is None or response.reads != "json":
        return False
    try:
        found: object = exact_adapter(response.type()).validate_json(reply.body)
    except ValidationError:
        return False
    fields = getattr(type(found), "model_fields", {})
    return any((info.alias or name) == field for name, info in fields.items())


def convert(
    source: TypeSource | None,
    value: Any,
    *,
    strict: bool = False,
    where: str = "an answer",
) -> Any:
    """Return a decoded JSON value as the type that `source` names; see `decode`."""
    if source is None:
        return value
    of = source()
    try:
        return exact_adapter(of).validate_python(value)
    except (ValidationError, RecursionError):
        return fitted(of, value, strict=strict, where=where)


def fitted(of: Any, value: Any, *, strict: bool, where: str) -> Any:
    """Return a value that the fast validator refused, salvaged and reported."""
    found, misfits = salvage(of, value)
    if not misfits:
        return found
    if strict:
        raise BadResponseError(
            f"{where}: the answer does not match its schema {_places(misfits)}",
            issues=misfits,
        )
    logger().warning(
        "%s: the answer does not match its schema %s; kept as it came",
        where,
        _places(misfits),
    )
    return found


def _places(misfits: tuple[Misfit, ...]) -> str:
    shown = ", ".join(f"{place} ({reason})" for place, reason in misfits[:10])
    return f"at {shown}{', ...' if len(misfits) > 10 else ''}"


def json_of(body: bytes, content_type: str = "") -> Any:
    """Return the value of a JSON text; ValueError when it is none or too deep."""
    if body.startswith(_BOM):
        body = body[len(_BOM) :]
    try:
        return from_json(body, allow_inf_nan=True)
    except ValueError as error:
        reason = str(error)
    try:
        return json.loads(text_of(body, content_type))
    except RecursionError:
        raise ValueError("nested too deeply") from None
    except ValueError:
        raise ValueError(reason) from None


def _said(text: str, content_type: str) -> str:
    """Return a text, without its quotes where it came as a JSON string."""
    if not (essence(content_type).endswith("json") and text.lstrip().startswith('"')):
        return text
    try:
        found: object = json.loads(text)
    except ValueError:
        return text
    return found if isinstance(found, str) else text


def text_of(body: bytes, content_type: str) -> str:
    """Return a body as text; a charset nobody knows is read as UTF-8."""
    name = "utf-8"
    for item in content_type.split(";")[1:]:
        key, _, value = item.strip().partition("=")
        if key.lower() == "charset":
            name = value.strip("\"' ")[:40]
    try:
        found = codecs.lookup(name)
        text: Any = found.decode(body, "replace")[0]
    except (LookupError, ValueError, UnicodeError):
        return body.decode("utf-8", "replace")
    return text if isinstance(text, str) else body.decode("utf-8", "replace")


def response_for(
    operation: Operation[Any],
    status: int,
    content_type: str,
) -> Response | None:
    """Return how an answer is read: by its status, then by its media type.

    A success that is not declared is read as the one that is.
    """
    kind = essence(content_type)
    for name in (str(status), f"{status // 100}XX", "default"):
        named = [item for item in operation.responses if name in item.status.split()]
        if name == "default" and status < 400:
            named = [item for item in named if item is operation.responses[0]]
        if named:
            return _by_media_type(named, kind)
    if not 200 <= status < 300 or status in (204, 205):
        return None
    good = [item for item in operation.responses if item.status.startswith("2")]
    told = [item for item in good if item.reads != "none"]
    return _by_media_type(told, kind) if told else None


def _by_media_type(found: list[Response], kind: str) -> Response:
    fits = (
        item
        for item in found
        if item.media_type is None or _matches(item.media_type, kind)
    )
    return next(fits, found[0])


def _is_told(response: Response | None, status: int) -> bool:
    """Tell whether a response is declared for this very status."""
    names = {str(status), f"{status // 100}XX", "default"}
    return response is not None and not names.isdisjoint(response.status.split())


def _status(operation: Operation[Any], reply: Reply) -> int:
    """Return under which status a good answer is declared: an envelope may make one
    good that has the status of an error.
    """
    if reply.status < 400:
        return reply.status
    declared = (item.status for item in operation.responses)
    good = (int(text) for text in declared if text.isdecimal() and int(text) < 400)
    return next(good, reply.status)


def _matches(declared: str, kind: str) -> bool:
    pattern = essence(declared)
    if pattern in (kind, "*/*"):
        return True
    return pattern.endswith("/*") and kind.startswith(pattern[:-1])


def _kind(content_type: str) -> str:
    return content_type.partition(";")[0].strip()[:80] or "a body"


def _unreadable(
    operation: Operation[Any],
    reply: Reply,
    found: str,
    redactor: Redactor,
) -> BadResponseError:
    headers = dict(reply.headers)
    return BadResponseError(
        redactor.text(f"{operation.key} answered {reply.status} with {found}"),
        status=reply.status,
        excerpt=redactor.excerpt(reply.body),
        request_id=headers.get("x-request-id"),
    )
