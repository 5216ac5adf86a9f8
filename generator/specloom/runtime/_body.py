"""A body's value -> bytes, or a stream of them, in the body's media type."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from . import _multipart
from ._errors import InvalidPayloadError
from ._files import Upload, is_file, upload_of
from ._omit import OMIT, Omit
from ._operation import Parameter
from ._params import form_pairs, json_text, plain, primitive
from ._values import LINES, is_mapping

if TYPE_CHECKING:
    from ._operation import Body, Encoding

Encoded: TypeAlias = tuple["str | None", "int | None", Any]
"""Content type, length when a stream's is known, bytes or a factory of chunks."""

NOTHING: Encoded = (None, None, b"")


def encode(body: Body, value: Any, extra: Mapping[str, Any] | None = None) -> Encoded:
    """Return a body ready to be sent; InvalidPayloadError for what has no form."""
    media_type = body.media_type.partition(";")[0].strip().lower()
    value = fields_of(body, value, extra)
    if isinstance(value, Omit):
        return NOTHING
    if media_type == "multipart/form-data" or media_type.startswith("multipart/"):
        return _multipart.encode(body, _mapping(value))
    if media_type == "application/x-www-form-urlencoded":
        return body.media_type, None, form_bytes(body, _mapping(value))
    if isinstance(value, Upload) or is_file(value):
        upload = upload_of("body", value)
        return upload.content_type or body.media_type, upload.length, upload.chunks
    if is_json(media_type):
        return body.media_type, None, json_bytes(value)
    if media_type in LINES:
        lead = b"\x1e" if media_type.endswith("-seq") else b""
        return body.media_type, None, _line_factory(value, lead)
    if isinstance(value, str):
        return body.media_type, None, value.encode()
    return body.media_type, None, primitive(_scalar(body, value)).encode()


def fields_of(body: Body, value: Any, extra: Mapping[str, Any] | None = None) -> Any:
    """Return what is sent: given fields, fixed ones, extra ones; wrapped; or OMIT."""
    if is_mapping(value):
        value = {key: item for key, item in value.items() if item is not OMIT}
    if isinstance(value, (Mapping, Omit)):
        fixed = {**body.defaults, **_declared_defaults(body)}
        fields: dict[str, Any] = {**fixed, **(value or {}), **(extra or {})}
        if body.rules.wrap is not None and (fields or body.required):
            return {body.rules.wrap: fields}
        if not fields and isinstance(value, Omit) and not body.required:
            return _empty(body)
        if not fields and not body.required:
            return _empty(body)
        return fields
    return value


def _declared_defaults(body: Body) -> dict[str, Any]:
    """Return the declared values of fields, but for those a lifecycle has kept."""
    return {
        name: value
        for name, value in body.rules.defaults.items()
        if not (isinstance(value, str) and value.startswith("$kept."))
    }


def _empty(body: Body) -> Any:
    return json.loads(body.rules.empty) if body.rules.empty is not None else OMIT


def is_json(media_type: str) -> bool:
    """Tell whether a media type (without parameters) holds JSON."""
    known = ("application/json", "text/json", "*/*", "application/*")
    return media_type in known or media_type.endswith("+json")


def json_bytes(value: Any) -> bytes:
    """Return compact JSON; dates, UUIDs and the like in their usual text form."""
    try:
        text = json.dumps(
            value,
            ensure_ascii=False,
            allow_nan=False,
            separators=(",", ":"),
            default=_default,
        )
        return text.encode()
    except (ValueError, TypeError, RecursionError) as error:
        raise _unsendable(error) from None


def _default(value: Any) -> Any:
    if isinstance(value, Omit):
        raise TypeError("OMIT stands inside a value")
    return plain("body", value)


def _unsendable(error: Exception) -> InvalidPayloadError:
    kind = "text that is not Unicode" if isinstance(error, UnicodeError) else str(error)
    return InvalidPayloadError(issues=(("body", "a JSON value", kind),))


def form_bytes(body: Body, fields: Mapping[str, Any]) -> bytes:
    """Return `application/x-www-form-urlencoded` text (OpenAPI 3.1, 4.8.15)."""
    pairs = [
        f"{name}={text}"
        for wire, value in fields.items()
        for name, text in _form_field(wire, value, body.encodings.get(wire))
    ]
    return "&".join(pairs).encode("ascii")


def _form_field(
    wire: str,
    value: Any,
    encoding: Encoding | None,
) -> Iterator[tuple[str, str]]:
    value = plain(wire, value)
    as_json = encoding is not None and is_json(encoding.content_type or "")
    if as_json or (encoding is None and isinstance(value, dict)):
        value = json_text(value)
    parameter = Parameter(
        wire=wire,
        place="query",
        style=encoding.style if encoding else "form",
        explode=encoding.explode if encoding else True,
        allow_reserved=bool(encoding and encoding.allow_reserved),
    )
    yield from form_pairs(parameter, value, _form_quote)


def _form_quote(text: str) -> str:
    from urllib.parse import quote

    return quote(text, safe="")


def _line_factory(value: Any, lead: bytes) -> Any:
    """Return what writes one value a line; `lead` stands before each (RFC 7464)."""

    def lines() -> Iterator[bytes]:
        for item in value:
            yield lead + json_bytes(item) + b"\n"

    return lines


def _mapping(value: Any) -> Mapping[str, Any]:
    dump = getattr(value, "model_dump", None)
    fields = dump(by_alias=True, exclude_unset=True) if callable(dump) else value
    if is_mapping(fields):
        return fields
    actual = type(value).__name__
    raise InvalidPayloadError(issues=(("body", "a mapping of fields", actual),))


def _scalar(body: Body, value: Any) -> Any:
    if isinstance(value, (bool, int, float)):
        return value
    expected = f"text, bytes or a file ({body.media_type})"
    raise InvalidPayloadError(issues=(("body", expected, type(value).__name__),))
