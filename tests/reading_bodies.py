"""A body read back by the rules of OpenAPI, and compared with what was given.

Written from the specification (3.1, 4.8.15; RFC 7578), apart from the runtime, like
`reading`, which reads the rest of a request.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any
from urllib.parse import quote

import httpx

from tests.reading import Unlike, leaf, same, split, take

LINES = frozenset(
    f"application/{name}"
    for name in (
        *("jsonl", "x-jsonl", "jsonlines", "json-lines", "x-jsonlines"),
        *("ndjson", "x-ndjson", "stream+json", "json-seq", "geo+json-seq"),
    )
)
"""Media types of JSON values, one a line."""


def compare_body(request: httpx.Request, media_type: str, raw: Any, value: Any) -> None:
    """Raise Unlike unless the body is the value in the media type."""
    sent = request.headers.get("content-type", "")
    essence = media_type.partition(";")[0].strip().lower()
    if essence != "*/*" and not sent.lower().startswith(essence.rstrip("*")):
        raise Unlike(f"the body is called {sent!r}, not {media_type!r}")
    content = request.content
    if essence.startswith("multipart/"):
        _multipart(sent, content, raw.get("encoding") or {}, value)
    elif essence == "application/x-www-form-urlencoded":
        _form(content, raw.get("encoding") or {}, value)
    elif isinstance(value, bytes):
        if content != value:
            raise Unlike(f"the body is {content[:80]!r}")
    elif essence in LINES:
        lines = content.decode().replace("\x1e", "").splitlines()
        if not same([json.loads(line) for line in lines], value):
            raise Unlike(f"the lines are {content[:200]!r}")
    elif "json" in essence or essence == "*/*":
        if not same(json.loads(content), value):
            raise Unlike(f"the body is {content[:200]!r}")
    elif not leaf(value, content.decode()):
        raise Unlike(f"the body is {content[:80]!r}")


def _form(content: bytes, encodings: Mapping[str, Any], value: Any) -> None:
    pairs = [split(item) for item in content.decode("ascii").split("&") if item]
    for name, member in value.items():
        rule = {"in": "query", "name": name, **encodings.get(name, {})}
        kind = rule.pop("contentType", "")
        styled = {"style", "explode"} & set(rule)
        if "json" in kind or (isinstance(member, dict) and not styled):
            rule["content"] = {}
        take(rule, member, pairs)
    if pairs:
        raise Unlike(f"the body says {pairs} too")


def _multipart(
    content_type: str, content: bytes, encodings: Mapping[str, Any], value: Any
) -> None:
    head = f"Content-Type: {content_type}\r\n\r\n".encode("ascii")
    message = BytesParser(policy=HTTP).parsebytes(head + content)
    parts: list[tuple[str, bytes]] = []
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        parts.append((str(name), part.get_payload(decode=True) or b""))
    for name, member in value.items():
        rule = encodings.get(name, {})
        if {"style", "explode"} & set(rule) and isinstance(member, (dict, list)):
            _styled({**rule, "in": "query", "name": name}, member, parts)
            continue
        texts = [text for key, text in parts if key == name]
        parts = [pair for pair in parts if pair[0] != name]
        if texts or (member is not None and member != []):
            _part(name, member, texts)
    if parts:
        raise Unlike(f"parts {[name for name, _ in parts]} were sent too")


def _styled(
    rule: Mapping[str, Any], value: Any, parts: list[tuple[str, bytes]]
) -> None:
    """Take the parts of a value with a style, which are pairs as in a query."""
    name = rule["name"]
    whole = [text for key, text in parts if key == name]
    if len(whole) == 1 and _is_json(value, whole[0]):
        parts[:] = [pair for pair in parts if pair[0] != name]
        return
    texts = [(quote(key), quote(text, safe=",|")) for key, text in parts]
    mine = list(texts)
    take(rule, value, mine)
    parts[:] = [part for part, pair in zip(parts, texts, strict=True) if pair in mine]


def _part(name: str, value: Any, texts: Sequence[bytes]) -> None:
    if isinstance(value, list) and not (len(texts) == 1 and _is_json(value, texts[0])):
        if len(value) != len(texts):
            raise Unlike(f"part {name} was sent {len(texts)} times")
        for item, text in zip(value, texts, strict=True):
            _part(name, item, [text])
    elif len(texts) != 1:
        raise Unlike(f"part {name} was sent {len(texts)} times")
    elif isinstance(value, bytes):
        if texts[0] != value:
            raise Unlike(f"part {name} is {texts[0][:80]!r}")
    elif not leaf(value, texts[0].decode()):
        raise Unlike(f"part {name} is {texts[0][:80]!r}")


def _is_json(value: Any, text: bytes) -> bool:
    try:
        return same(json.loads(text), value)
    except ValueError:
        return False
