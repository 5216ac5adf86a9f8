"""Descriptions of a document as the prose of docstrings, with units and limits."""

from __future__ import annotations

import json
import re

from specloom import ir

LONGEST = 8_000
"""Longer descriptions are cut; what they describe is not."""
_MOST_VALUES = 40
_LONGEST_VALUE = 200
_LINE = 70


def prose(text: str | None) -> str:
    """Return a description with HTML breaks as lines, cut where it is endless."""
    if not text:
        return ""
    even = re.sub(r"(?i)<br\s{0,9}/?>", "\n", text[: LONGEST * 2])
    even = re.sub(r"(?i)</?(p|b|i|em|strong|div|span|ul|ol)>", "", even).strip()
    return even if len(even) <= LONGEST else even[:LONGEST].rstrip() + " ..."


def sentence(text: str | None) -> str:
    """Return text as one paragraph that ends like a sentence."""
    line = " ".join(prose(text).split())
    if not line or line[-1] in ".!?:…":
        return line
    return line + "."


def of_schema(api: ir.Api, schema: ir.Schema, meta: ir.Meta | None = None) -> str:
    """Return what is said about a value: description, limits, default; "" if nothing.

    `meta` is what is said at the place of use (a property), which comes first.
    """
    found = api.resolve(schema)
    own = (meta or ir.Meta(), schema.meta)
    text = next((item.description for item in own if item.description), "")
    if not text and not isinstance(found, ir.Object | ir.Union):
        text = found.meta.description or ""
    facts = [*limits(api, schema), *_default(own, found), *_deprecated(own, found)]
    said = sentence(text) if facts else prose(text)
    tail = " ".join(f"{fact[0].upper()}{fact[1:]}." for fact in facts)
    return f"{said} {tail}".strip()


def of_field(api: ir.Api, item: ir.Property, default: bool = True) -> str:
    """Return what is said about a field whose type shows its limits; "" if nothing.

    `default`: say the default too, where the field itself does not show it.
    """
    found = api.resolve(item.schema)
    own = (item.meta, item.schema.meta)
    text = next((meta.description for meta in own if meta.description), "")
    if not isinstance(item.schema, ir.Ref):
        text = with_meanings(text or found.meta.description, item.schema)
    facts = [*(_default(own, found) if default else ()), *_deprecated(own, found)]
    tail = " ".join(f"{fact[0].upper()}{fact[1:]}." for fact in facts)
    said = prose(text)
    if not facts or not said:
        return said or tail
    return f"{said}\n\n{tail}" if "\n" in said else f"{sentence(said)} {tail}"


def with_meanings(text: str | None, schema: ir.Schema) -> str:
    """Return a description, completed by what the values of an enum are called."""
    said = prose(text)
    arms = schema.arms if isinstance(schema, ir.Union) else (schema,)
    enum = next((arm for arm in arms if isinstance(arm, ir.Enum)), None)
    told = [] if enum is None else meanings(enum)
    if not told:
        return said
    line = f"{', '.join(told)}."
    if len(line) > _LINE:
        line = "\n".join(f"- {item}" for item in told)
    return f"{said}\n\n{line}" if said else line


def meanings(enum: ir.Enum) -> list[str]:
    """Return `1: QUEUED` for each value that has a name or a description."""
    count = len(enum.values)
    names = enum.names if len(enum.names) == count else ("",) * count
    texts = enum.descriptions if len(enum.descriptions) == count else ("",) * count
    found = []
    for value, name, text in zip(enum.values, names, texts, strict=True):
        said = "" if name == str(value) else name
        text = _shortened(text)
        said = f"{said} ({text})" if said and text else said or text
        found.append(f"{_spoken(value)}: {said}" if said else "")
    more = [f"... ({count - _MOST_VALUES} more)"] if count > _MOST_VALUES else []
    return [*filter(None, found[:_MOST_VALUES]), *more] if any(found) else []


def _spoken(value: object) -> str:
    """Return a value in prose: a plain word without quotes."""
    plain = isinstance(value, str) and re.fullmatch(r"[\w.+-]+", value)
    return str(value) if plain else _shown(value)


def _shortened(text: str) -> str:
    line = " ".join(text.split()).rstrip(".")
    return line if len(line) <= _LONGEST_VALUE else f"{line[:_LONGEST_VALUE]} ..."


def limits(api: ir.Api, schema: ir.Schema) -> list[str]:
    """Return the limits of a value in words: `1 to 2500 characters`."""
    match api.resolve(schema):
        case ir.Text() as text:
            counted = _between(text.min_length, text.max_length, "character")
            return [*counted, *_format(text.format)]
        case ir.Numeric() as number:
            return _range(number)
        case ir.Array() as array:
            unique = ["no item twice"] if array.unique else []
            return [*_between(array.min_items, array.max_items, "item"), *unique]
        case ir.Enum() as enum if len(enum.values) > 1:
            return [_values(enum)]
        case ir.Union(arms=arms):
            inner = [arm for arm in arms if not isinstance(arm, ir.Null)]
            return limits(api, inner[0]) if len(inner) == 1 else []
        case _:
            return []


def _values(enum: ir.Enum) -> str:
    listed = [_shown(value) for value in enum.values[:_MOST_VALUES]]
    if enum.descriptions and len(enum.descriptions) == len(enum.values):
        pairs = zip(listed, enum.descriptions, strict=False)
        listed = [f"{value} ({' '.join(text.split())[:80]})" for value, text in pairs]
    more = len(enum.values) - _MOST_VALUES
    return f"one of {', '.join(listed)}{f' and {more} more' if more > 0 else ''}"


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return text if len(text) <= _LONGEST_VALUE else text[:_LONGEST_VALUE] + "..."


def _between(least: int | None, most: int | None, unit: str) -> list[str]:
    match least or None, most:
        case None, None:
            return []
        case None, _:
            return [f"at most {most} {_plural(unit, most)}"]
        case _, None:
            return [f"at least {least} {_plural(unit, least)}"]
        case _ if least == most:
            return [f"{most} {_plural(unit, most)}"]
        case _:
            return [f"{least} to {most} {_plural(unit, most)}"]


def _plural(unit: str, count: int | None) -> str:
    return unit if count == 1 else f"{unit}s"


def _range(number: ir.Numeric) -> list[str]:
    found: list[str] = []
    if number.minimum is not None and number.maximum is not None:
        found.append(f"{number.minimum} to {number.maximum}")
    elif number.minimum is not None:
        found.append(f"at least {number.minimum}")
    elif number.maximum is not None:
        found.append(f"at most {number.maximum}")
    if number.exclusive_minimum is not None:
        found.append(f"more than {number.exclusive_minimum}")
    if number.exclusive_maximum is not None:
        found.append(f"less than {number.exclusive_maximum}")
    if number.multiple_of is not None:
        found.append(f"a multiple of {number.multiple_of}")
    return found


_SPOKEN = {
    "date": "a date, YYYY-MM-DD",
    "date-time": "a date and time (RFC 3339)",
    "time": "a time (RFC 3339)",
    "hostname": "a host name",
    "uri": "a URI",
    "url": "a URL",
    "uuid": "a UUID",
    "byte": "base64",
    "email": "an email address",
    "ipv4": "an IPv4 address",
    "ipv6": "an IPv6 address",
    "duration": "a duration (ISO 8601)",
}


def _format(name: str | None) -> list[str]:
    return [_SPOKEN[name]] if name in _SPOKEN else []


def _default(own: tuple[ir.Meta, ...], found: ir.Schema) -> list[str]:
    for meta in (*own, found.meta):
        if meta.has_default:
            return [f"default: {_shown(meta.default)}"]
    return []


def _deprecated(own: tuple[ir.Meta, ...], found: ir.Schema) -> list[str]:
    return ["deprecated"] if any(meta.deprecated for meta in (*own, found.meta)) else []
