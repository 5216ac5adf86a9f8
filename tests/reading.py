"""A request read back by the rules of OpenAPI, and compared with what was given.

Written from the specification (3.1, 4.8.12; RFC 6570), apart from the runtime: what a
style says is taken from the document, never from the client. Every part of a request must
be accounted for; what is left over is a fault too. Bodies are in `reading_bodies`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote, unquote, unquote_plus

import httpx

_STYLES = {"path": "simple", "header": "simple", "query": "form", "cookie": "form"}
_DELIMITERS = {
    "form": (",",),
    "spaceDelimited": ("%20", "+"),
    "pipeDelimited": ("|", "%7C", "%7c"),
}
Pair = tuple[str, str]


class Unlike(Exception):
    """The request says something else than what was given."""


def leaf(value: Any, text: str) -> bool:
    """Tell whether a text is a value: a number by its amount, nested values as JSON."""
    match value:
        case str():
            return text == value
        case bytes():
            return text.encode() == value
        case bool():
            return text == ("true" if value else "false")
        case int() | float():
            try:
                return float(text) == value
            except ValueError:
                return False
        case None:
            return text in ("", "null")
        case _:
            try:
                return same(json.loads(text), value)
            except ValueError:
                return False


def same(left: Any, right: Any) -> bool:
    """Tell whether two JSON values are equal; `true` is not 1, 1 is 1.0."""
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    if isinstance(left, Mapping) and isinstance(right, Mapping):
        return left.keys() == right.keys() and all(
            same(left[key], right[key]) for key in left
        )
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(same, left, right))
    return bool(left == right)


def compare(
    request: httpx.Request,
    template: str,
    parameters: Sequence[Mapping[str, Any]],
    given: Mapping[str, Mapping[str, Any]],
) -> None:
    """Raise Unlike unless the request carries the given parameters, and no others."""
    target = request.url.raw_path.decode("ascii")
    path, _, query = target.partition("?")
    pinned, _, fixed = template.partition("?")
    pairs = [split(item) for item in query.split("&") if item]
    for item in (split(text) for text in fixed.partition("#")[0].split("&") if text):
        variable = item[1].removeprefix("{").removesuffix("}")
        if variable != item[1]:
            _one_of(item[0], given["path"][variable], pairs)
            continue
        if item not in pairs:
            raise Unlike(f"the query lacks {item}")
        pairs.remove(item)
    declared = {(item["in"], item["name"]): item for item in parameters}
    for place, values in given.items():
        for name, value in values.items():
            rule = declared[place, name]
            match place:
                case "path" if f"{{{name}}}" in pinned:
                    shown = pinned.partition("#")[0]
                    _path(rule, value, _in_path(shown, path, name, values))
                case "query":
                    take(rule, value, pairs)
                case "querystring":
                    _whole_query(rule, value, pairs)
                case "header":
                    _header(rule, value, request.headers.get(name))
                case "cookie":
                    cookies = request.headers.get("cookie", "").split("; ")
                    take(rule, value, [split(item) for item in cookies])
    if pairs:
        raise Unlike(f"the query says {pairs} too")


def split(text: str) -> Pair:
    """Return a pair of a query as it is written."""
    name, _, value = text.partition("=")
    return name, value


def _in_path(template: str, path: str, name: str, values: Mapping[str, Any]) -> str:
    """Return the raw text that stands for a parameter in a path.

    Where nothing stands between two, the other one is taken as it was given.
    """
    parts = re.split(r"\{([^{}]+)\}", template)
    joined = "}{" in template
    pattern = "".join(
        re.escape(_ascii(part))
        if index % 2 == 0
        else f"({re.escape(quote(str(values[part]), safe=''))})"
        if joined and part != name and part in values
        else "([^/]*)"
        for index, part in enumerate(parts)
    )
    match = re.search(f"{pattern}$", path)
    if match is None:
        raise Unlike(f"{path} is not of the form {template}")
    return match.groups()[parts[1::2].index(name)]


def _ascii(text: str) -> str:
    return "".join(c if c.isascii() else _percent(c) for c in text)


def _percent(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode())


def _rule(rule: Mapping[str, Any]) -> tuple[str, bool]:
    style = rule.get("style") or _STYLES[rule["in"]]
    if rule["in"] == "query" and style not in (*_DELIMITERS, "deepObject"):
        style = "form"  # another style has no form there, as the ledger tells
    return style, bool(rule.get("explode", style in ("form", "cookie", "deepObject")))


def _path(rule: Mapping[str, Any], value: Any, text: str) -> None:
    style, explode = _rule(rule)
    if "content" in rule:
        _same(rule, value, unquote(text))
        return
    between = ","
    if style == "label":
        between = "." if explode else ","
        text = _strip(rule, text, ".")
    elif style == "matrix":
        _matrix(rule, value, text, explode)
        return
    _flat(rule, value, text, between, explode)


def _matrix(rule: Mapping[str, Any], value: Any, text: str, explode: bool) -> None:
    text = _strip(rule, text, ";")
    name = rule["name"]
    if explode and isinstance(value, (list, dict)):
        pairs = [split(item) for item in text.split(";")]
        take({**rule, "in": "query", "style": "form", "explode": True}, value, pairs)
        if pairs:
            raise Unlike(f"{name} says {pairs} too")
        return
    wire, _, rest = text.partition("=")
    if unquote(wire) != name:
        raise Unlike(f"{name} is called {wire}")
    _flat(rule, value, rest, ",", False)


def _strip(rule: Mapping[str, Any], text: str, mark: str) -> str:
    if not text.startswith(mark):
        raise Unlike(f"{rule['name']} does not begin with {mark}: {text}")
    return text[1:]


def _header(rule: Mapping[str, Any], value: Any, text: str | None) -> None:
    if text is None:
        raise Unlike(f"header {rule['name']} was not sent")
    if "content" in rule:
        _same(rule, value, text)
        return
    _flat(rule, value, text, ",", _rule(rule)[1], encoded=False)


def _flat(
    rule: Mapping[str, Any],
    value: Any,
    text: str,
    between: str,
    explode: bool,
    *,
    encoded: bool = True,
) -> None:
    """Compare a value with its text in one of the styles without names."""
    read = unquote if encoded else str
    match value:
        case dict() if any(isinstance(item, (dict, list)) for item in value.values()):
            if read(text) != _nested(value, between, "=" if explode else between):
                raise Unlike(f"{rule['name']} was sent as {text[:80]!r}")
        case dict():
            flat = text.replace("=", between) if explode else text
            texts = [read(item) for item in flat.split(between)] if text else []
            _members(rule, value, texts)
        case list():
            texts = [read(item) for item in text.split(between)] if text else []
            _items(rule, value, texts)
        case _:
            _same(rule, value, read(text))


def _nested(value: Mapping[str, Any], between: str, to: str) -> str:
    """Return members of which some are JSON, whose commas nothing tells apart."""
    texts = {
        key: item
        if isinstance(item, str)
        else json.dumps(item, separators=(",", ":"), ensure_ascii=False)
        for key, item in value.items()
        if item is not None
    }
    return between.join(f"{key}{to}{text}" for key, text in texts.items())


def take(rule: Mapping[str, Any], value: Any, pairs: list[Pair]) -> None:
    """Take the pairs of a parameter out of a query, and compare them."""
    style, explode = _rule(rule)
    name = rule["name"]
    if "content" in rule:
        _same(rule, value, unquote_plus(_only(name, _named(name, pairs))))
    elif style == "deepObject" and isinstance(value, (dict, list)):
        _deep(rule, value, pairs)
    elif explode and isinstance(value, dict):
        for key, member in value.items():
            if member is not None:
                _one_of(key, member, pairs)
    elif explode and isinstance(value, list):
        _items(rule, value, [unquote_plus(text) for text in _named(name, pairs)])
    elif isinstance(value, (dict, list)):
        found = _named(name, pairs)
        if not value and not found:
            return
        texts = _cut(_only(name, found), _DELIMITERS[style])
        compare_all = _members if isinstance(value, dict) else _items
        compare_all(rule, value, [unquote(text) for text in texts])
    elif value is None:
        if _named(name, pairs) not in ([], [""], ["null"]):
            raise Unlike(f"{name} is null and was sent")
    else:
        _same(rule, value, unquote_plus(_only(name, _named(name, pairs))))


def _whole_query(rule: Mapping[str, Any], value: Any, pairs: list[Pair]) -> None:
    """Take a query that is one value in a media type (OpenAPI 3.2, 4.12.2)."""
    if "application/x-www-form-urlencoded" in rule["content"]:
        for name, member in value.items():
            take({"in": "query", "name": name}, member, pairs)
        return
    text = "&".join("=".join(filter(None, pair)) for pair in pairs)
    _same(rule, value, unquote_plus(text))
    pairs.clear()


def _one_of(name: str, value: Any, pairs: list[Pair]) -> None:
    """Take the first pair that is a member; two parameters may share its name."""
    for index, (wire, text) in enumerate(pairs):
        if unquote_plus(wire) == name and leaf(value, unquote_plus(text)):
            del pairs[index]
            return
    raise Unlike(f"{name} was not sent as {value!r}")


def _named(name: str, pairs: list[Pair]) -> list[str]:
    """Take the raw texts under a name out of the pairs."""
    found = [text for wire, text in pairs if unquote_plus(wire) == name]
    pairs[:] = [pair for pair in pairs if unquote_plus(pair[0]) != name]
    return found


def _only(name: str, texts: Sequence[str]) -> str:
    if len(texts) != 1:
        raise Unlike(f"{name} was sent {len(texts)} times")
    return texts[0]


def _cut(text: str, delimiters: Sequence[str]) -> list[str]:
    return re.split("|".join(map(re.escape, delimiters)), text)


def _deep(rule: Mapping[str, Any], value: Any, pairs: list[Pair]) -> None:
    start = f"{rule['name']}["
    mine = [pair for pair in pairs if unquote_plus(pair[0]).startswith(start)]
    pairs[:] = [pair for pair in pairs if pair not in mine]
    found = {unquote_plus(wire): unquote_plus(text) for wire, text in mine}
    wanted = dict(_leaves(value, rule["name"]))
    if found.keys() != wanted.keys() or len(found) != len(mine):
        raise Unlike(f"{rule['name']} was sent as {mine}")
    for wire, item in wanted.items():
        _same(rule, item, found[wire])


def _leaves(value: Any, name: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, member in value.items():
            yield from _leaves(member, f"{name}[{key}]")
    elif isinstance(value, list):
        for index, member in enumerate(value):
            yield from _leaves(member, f"{name}[{index}]")
    elif value is not None:
        yield name, value


def _same(rule: Mapping[str, Any], value: Any, text: str) -> None:
    if "content" in rule:
        value = Whole(value)
    if not (value.like(text) if isinstance(value, Whole) else leaf(value, text)):
        raise Unlike(f"{rule['name']} was sent as {text[:80]!r}")


class Whole:
    """A value written in a media type, JSON unless it is text."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def like(self, text: str) -> bool:
        """Tell whether a text is the value."""
        try:
            return same(json.loads(text), self.value)
        except ValueError:
            return bool(text == self.value)


def _items(rule: Mapping[str, Any], value: list[Any], texts: Sequence[str]) -> None:
    wanted = [item for item in value if item is not None]
    if len(wanted) != len(texts) or not all(map(leaf, wanted, texts)):
        raise Unlike(f"{rule['name']} was sent as {texts}")


def _members(rule: Mapping[str, Any], value: Any, texts: Sequence[str]) -> None:
    wanted = {key: item for key, item in value.items() if item is not None}
    found = dict(zip(texts[::2], texts[1::2], strict=False))
    alike = found.keys() == wanted.keys() and len(texts) == 2 * len(wanted)
    if not alike or not all(leaf(wanted[key], found[key]) for key in wanted):
        raise Unlike(f"{rule['name']} was sent as {texts}")
