"""Parameters as text: every style and explode form (OpenAPI 3.1, 4.8.12; RFC 6570)."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator, Sequence, Set
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeGuard
from urllib.parse import quote
from uuid import UUID

from ._errors import InvalidPayloadError
from ._values import Json, is_json, is_mapping

if TYPE_CHECKING:
    from ._operation import Parameter

_QUERY_RESERVED = ":/?@!$'()*,;="
"""Kept under `allowReserved`; `#`, `[`, `]`, `&` and `+` would change the query."""
_PATH_RESERVED = ":@!$&'()*+,;="
_COOKIE_STOPS = frozenset(' ",;\\')


def path_text(parameter: Parameter, value: Any) -> str:
    """Return the text that replaces the parameter in a path template."""
    escape = escaping(_PATH_RESERVED if parameter.allow_reserved else "")
    if parameter.media_type is not None:
        return escape(content_text(parameter, value))
    value = plain(parameter.wire, value)
    match parameter.style:
        case "label":
            return _label(parameter, value, escape)
        case "matrix":
            return _matrix(parameter, value, escape)
        case _:
            return _simple(parameter, value, escape)


def header_text(parameter: Parameter, value: Any) -> str:
    """Return the value of a header; nothing is percent-encoded there."""
    if parameter.media_type is not None:
        return content_text(parameter, value, ascii=True)
    return _simple(parameter, plain(parameter.wire, value), str)


def query_text(parameter: Parameter, value: Any) -> str:
    """Return the encoded pairs of a query parameter, joined by `&`; may be empty."""
    escape = escaping(_QUERY_RESERVED if parameter.allow_reserved else "")
    if parameter.media_type is not None:
        return f"{quote(parameter.wire)}={escape(content_text(parameter, value))}"
    pairs = form_pairs(parameter, plain(parameter.wire, value), escape)
    return "&".join(f"{name}={text}" for name, text in pairs)


def cookie_pairs(parameter: Parameter, value: Any) -> Iterator[tuple[str, str]]:
    """Yield the cookies of a parameter as (name, value)."""
    if parameter.media_type is not None:
        yield parameter.wire, quote(content_text(parameter, value), safe="")
    elif parameter.style == "cookie":
        for name, text in form_pairs(parameter, plain(parameter.wire, value), str):
            _check_cookie(parameter.wire, text)
            yield name, text
    else:
        yield from form_pairs(parameter, plain(parameter.wire, value), escaping(""))


def form_pairs(
    parameter: Parameter,
    value: Json,
    escape: Callable[[str], str],
) -> Iterator[tuple[str, str]]:
    """Yield (name, text) of a plain value in a form style, both encoded."""
    spell = str if escape is str else _spelled
    name = spell(parameter.wire)
    if value is None:
        return
    if parameter.style == "deepObject" and isinstance(value, (dict, list)):
        for path, leaf in _leaves(value):
            yield spell(parameter.wire + path), escape(leaf)
    elif isinstance(value, dict):
        texts = [(key, _leaf(member)) for key, member in value.items()]
        members = [(key, text) for key, text in texts if text is not None]
        if parameter.explode and parameter.style in ("form", "cookie"):
            for key, text in members:
                yield escape(key), escape(text)
        elif members:
            flat = [escape(text) for member in members for text in member]
            yield name, _delimiter(parameter, escape).join(flat)
    elif isinstance(value, list):
        items = _items(value, escape)
        if parameter.explode:
            for item in items:
                yield name, item
        elif items:
            yield name, _delimiter(parameter, escape).join(items)
    else:
        yield name, escape(primitive(value))


def _spelled(name: str) -> str:
    return quote(name, safe="")


def _delimiter(parameter: Parameter, escape: Callable[[str], str]) -> str:
    encoded = escape is not str
    match parameter.style:
        case "spaceDelimited":
            return "%20" if encoded else " "
        case "pipeDelimited":
            return "%7C" if encoded else "|"
        case _:
            return ","


def _simple(parameter: Parameter, value: Json, escape: Callable[[str], str]) -> str:
    if isinstance(value, dict):
        joint = "=" if parameter.explode else ","
        return ",".join(_members(value, joint, escape))
    if isinstance(value, list):
        return ",".join(_items(value, escape))
    return escape(_present(parameter, value))


def _label(parameter: Parameter, value: Json, escape: Callable[[str], str]) -> str:
    between = "." if parameter.explode else ","
    if isinstance(value, dict):
        joint = "=" if parameter.explode else ","
        return "." + between.join(_members(value, joint, escape))
    if isinstance(value, list):
        return "." + between.join(_items(value, escape))
    return "." + escape(_present(parameter, value))


def _matrix(parameter: Parameter, value: Json, escape: Callable[[str], str]) -> str:
    name = quote(parameter.wire, safe="")
    if isinstance(value, dict):
        if parameter.explode:
            return "".join(f";{member}" for member in _members(value, "=", escape))
        return f";{name}={','.join(_members(value, ',', escape))}"
    if isinstance(value, list):
        if parameter.explode:
            return "".join(f";{name}={item}" for item in _items(value, escape))
        return f";{name}={','.join(_items(value, escape))}"
    text = escape(_present(parameter, value))
    return f";{name}={text}" if text else f";{name}"


def _items(value: list[Any], escape: Callable[[str], str]) -> list[str]:
    return [escape(text) for text in map(_leaf, value) if text is not None]


def _members(
    value: dict[str, Any],
    joint: str,
    escape: Callable[[str], str],
) -> list[str]:
    texts = ((key, _leaf(member)) for key, member in value.items())
    return [
        escape(key) + joint + escape(text) for key, text in texts if text is not None
    ]


def _present(parameter: Parameter, value: Any) -> str:
    if value is None:
        raise InvalidPayloadError(
            issues=((f"{parameter.place}.{parameter.wire}", "a value", "null"),),
        )
    return primitive(value)


def _leaf(value: Any) -> str | None:
    """Return a member as text; nested values as JSON; null is left out (RFC 6570)."""
    if value is None:
        return None
    if isinstance(value, (dict, list)):
        return json_text(value)
    return primitive(value)


def _leaves(value: Json, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield (`[a][0]`, text) of every leaf below a value, for `deepObject`."""
    if isinstance(value, dict):
        for key, member in value.items():
            yield from _leaves(member, f"{path}[{key}]")
    elif isinstance(value, list):
        for index, member in enumerate(value):
            yield from _leaves(member, f"{path}[{index}]")
    elif value is not None:
        yield path, primitive(value)


def primitive(value: Any) -> str:
    """Return a plain scalar as text: `true`, `12`, `0.5`, or itself."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value) if isinstance(value, float) else str(value)


def content_text(parameter: Parameter, value: Any, *, ascii: bool = False) -> str:
    """Return a `content` parameter: the value in its media type, as text."""
    if isinstance(value, str) and not is_json(parameter.media_type or ""):
        return value
    return json_text(plain(parameter.wire, value), ascii=ascii)


def json_text(value: Any, *, ascii: bool = False) -> str:
    """Return compact JSON of a plain value; `ascii` escapes other characters."""
    return json.dumps(value, ensure_ascii=ascii, separators=(",", ":"))


def plain(where: str, value: Any) -> Any:
    """Return a value as what JSON can hold: dates, UUIDs, enums, models, sets, ...

    Raises InvalidPayloadError for what has no such form.
    """
    if isinstance(value, str):
        return value.value if isinstance(value, Enum) else value
    if value is None or isinstance(value, (bool, int)):
        return value.value if isinstance(value, Enum) else value
    if isinstance(value, float):
        if not math.isfinite(value):
            raise InvalidPayloadError(issues=((where, "a finite number", str(value)),))
        return value
    if is_mapping(value):
        return {
            str(key): plain(f"{where}.{key}", member) for key, member in value.items()
        }
    if _is_series(value):
        return [plain(f"{where}[{i}]", member) for i, member in enumerate(value)]
    return _plain_object(where, value)


def _is_series(value: object) -> TypeGuard[Sequence[Any] | Set[Any]]:
    series = isinstance(value, (list, Sequence, Set))
    return series and not isinstance(value, (bytes, bytearray))


def _plain_object(where: str, value: Any) -> Any:
    match value:
        case Enum():
            return plain(where, value.value)
        case datetime() | date() | time():
            return value.isoformat()
        case timedelta():
            return _duration(value)
        case UUID():
            return str(value)
        case Decimal() if value.is_finite():
            return int(value) if value == value.to_integral_value() else float(value)
        case _:
            dump = getattr(value, "model_dump", None)
            if callable(dump):
                return dump(mode="json", by_alias=True, exclude_unset=True)
            kind = type(value).__name__
            raise InvalidPayloadError(issues=((where, "a JSON value", kind),))


def _duration(value: timedelta) -> str:
    """Return a duration as ISO 8601 has it: `P1DT12H0.5S`."""
    sign = "-" if value < timedelta() else ""
    value = abs(value)
    fraction = f".{value.microseconds:06}".rstrip("0").rstrip(".")
    seconds = f"{value.seconds % 60}{fraction}"
    parts = (
        (f"{value.seconds // 3600}", "H"),
        (f"{value.seconds // 60 % 60}", "M"),
        (seconds, "S"),
    )
    days = f"{value.days}D" if value.days else ""
    clock = "".join(f"{count}{unit}" for count, unit in parts if count != "0")
    return f"{sign}P{days}T{clock}" if clock else f"{sign}P{days or 'T0S'}"


def escaping(reserved: str = "") -> Callable[[str], str]:
    """Return the percent-encoder that keeps `reserved` and, with it, `%XX`."""

    def escape(text: str) -> str:
        try:
            found = quote(text, safe=reserved)
        except UnicodeEncodeError:
            raise InvalidPayloadError(
                issues=((text.encode("ascii", "replace").decode(), "Unicode text", ""),)
            ) from None
        return _restore_triples(found) if reserved else found

    return escape


def _restore_triples(text: str) -> str:
    """Undo the encoding of `%` where it began a percent triple (RFC 6570, 1.5)."""
    parts = text.split("%25")
    hexadecimal = frozenset("0123456789abcdefABCDEF")
    found = parts[0]
    for part in parts[1:]:
        triple = len(part) >= 2 and hexadecimal.issuperset(part[:2])
        found += ("%" if triple else "%25") + part
    return found


def _check_cookie(name: str, text: str) -> None:
    if any(char in _COOKIE_STOPS or not "!" <= char <= "~" for char in text):
        raise InvalidPayloadError(
            issues=(
                (f"cookie.{name}", "text without `;`, `,`, quotes or spaces", text),
            )
        )
