"""A body's value -> bytes, or a stream of them, in the body's media type."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from . import _multipart
from ._errors import InvalidPayloadError
from ._files import Upload, guessed_type, is_file, upload_of
from ._forms import form_text
from ._omit import OMIT, Omit
from ._params import plain, primitive
from ._values import LINES, essence, is_json, is_mapping, is_text

if TYPE_CHECKING:
    from ._operation import Body

Encoded: TypeAlias = tuple["str | None", "int | None", Any]
"""Content type, length when a stream's is known, bytes or a factory of chunks."""

NOTHING: Encoded = (None, None, b"")


def encode(body: Body, value: Any, extra: Mapping[str, Any] | None = None) -> Encoded:
    """Return a body ready to be sent; InvalidPayloadError for what has no form."""
    media_type = essence(body.media_type)
    value = fields_of(body, value, extra)
    if isinstance(value, Omit):
        return NOTHING
    if media_type.startswith("multipart/"):
        return _multipart.encode(body, _mapping(value))
    if media_type == "application/x-www-form-urlencoded":
        text = form_text(_mapping(value), body.encodings)
        return body.media_type, None, text.encode("ascii")
    if is_file(value):
        return _upload(body, value)
    if is_json(media_type):
        kind = "application/json" if "*" in media_type else body.media_type
        return kind, None, json_bytes(value)
    if media_type in LINES:
        lead = b"\x1e" if media_type.endswith("-seq") else b""
        return body.media_type, None, _line_factory(value, lead)
    if isinstance(value, str):
        return _text(body, value) if is_text(media_type) else _upload(body, value)
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


def _upload(body: Body, value: Any) -> Encoded:
    upload = upload_of("body", value)
    kind = upload.content_type or _kind_of(body, upload)
    return kind, upload.length, upload.chunks


def _kind_of(body: Body, upload: Upload) -> str:
    """Return the declared media type that a file has by its name, else the first."""
    declared = (body.media_type, *body.also)
    guessed = guessed_type(upload.name)
    if any(_is_in(guessed, kind) for kind in declared):
        return guessed
    exact = (kind for kind in declared if "*" not in kind)
    return next(exact, "application/octet-stream")


def _is_in(kind: str, declared: str) -> bool:
    """Tell whether a media type is the declared one, or in its range."""
    main, _, sub = essence(declared).partition("/")
    return kind == f"{main}/{sub}" or (sub == "*" and main in ("*", kind.split("/")[0]))


def _text(body: Body, text: str) -> Encoded:
    """Return a text, with its charset where the media type leaves that open."""
    kind, content = body.media_type, text.encode()
    if essence(kind).startswith("text/") and "charset=" not in kind.lower():
        kind = kind if text.isascii() else f"{kind}; charset=utf-8"
    return kind, None, content
