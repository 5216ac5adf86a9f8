"""Named values as `application/x-www-form-urlencoded` text: bodies, query strings.

By itself a value is written by its kind: each item of a list for itself, objects as
JSON. An encoding names another media type, or a style as query parameters have one
(OpenAPI 3.1, 4.8.15).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ._operation import FORM, Parameter
from ._params import (
    content_text,
    escaping,
    form_pairs,
    json_text,
    plain,
    primitive,
)
from ._values import Json, is_json, is_mapping

if TYPE_CHECKING:
    from ._operation import Encoding

_QUERY = "=&:/?@!$'()*,;%"
"""Kept of a query string that is given as a text."""
_escape = escaping()


def form_text(fields: Mapping[str, Any], encodings: Mapping[str, Encoding]) -> str:
    """Return the pairs of some fields, joined by `&`."""
    return "&".join(
        f"{name}={text}"
        for wire, value in fields.items()
        for name, text in _pairs(wire, plain(wire, value), encodings.get(wire))
    )


def querystring_text(parameter: Parameter, value: Any) -> str:
    """Return a whole query string given as one value (OpenAPI 3.2, `querystring`)."""
    if isinstance(value, str):
        return quote(value, safe=_QUERY)
    if (parameter.media_type or FORM) == FORM and is_mapping(value):
        return form_text(value, parameter.encodings)
    return quote(content_text(parameter, value), safe="")


def styled(
    wire: str, value: Json, encoding: Encoding, *, escaped: bool = True
) -> Iterator[tuple[str, str]]:
    """Yield the pairs of a value in the style of its encoding."""
    parameter = Parameter(
        wire=wire,
        place="query",
        style=encoding.style or "form",
        explode=encoding.explode,
        allow_reserved=encoding.allow_reserved,
    )
    return form_pairs(parameter, value, _escape if escaped else str)


def parted(value: Json, kind: str | None) -> Iterator[str]:
    """Yield a value in a media type: each item of a list for itself.

    Null is left out where the media type has no word for it: JSON has.
    """
    in_json = is_json(kind or "")
    for item in value if isinstance(value, list) else [value]:
        if in_json or isinstance(item, (dict, list)):
            yield json_text(item)
        elif item is not None:
            yield primitive(item)


def _pairs(
    wire: str, value: Json, encoding: Encoding | None
) -> Iterator[tuple[str, str]]:
    if encoding is not None and encoding.style is not None:
        yield from styled(wire, value, encoding)
        return
    name = _escape(wire)
    for text in parted(value, encoding.content_type if encoding else None):
        yield name, _escape(text)
