"""The reader of sent requests says no to one that says something else."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests import reading, reading_bodies

FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data; boundary=b"
RULES = [
    {"name": "id", "in": "path"},
    {"name": "tags", "in": "query", "explode": False},
    {"name": "X-Trace", "in": "header"},
]
GIVEN = {"path": {"id": "a/b"}, "query": {"tags": ["x", "y,z"]}}


def asked(target: str, **headers: str) -> httpx.Request:
    return httpx.Request("GET", f"https://t.example.com{target}", headers=headers)


def posted(content_type: str, content: bytes) -> httpx.Request:
    headers = {"content-type": content_type}
    return httpx.Request(
        "POST", "https://t.example.com", headers=headers, content=content
    )


def part(name: str, text: str) -> bytes:
    head = f'--b\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'
    return f"{head}{text}\r\n".encode()


def test_a_request_that_says_what_was_given_is_accepted() -> None:
    reading.compare(asked("/p/a%2Fb?tags=x,y%2Cz"), "/p/{id}", RULES, GIVEN)


@pytest.mark.parametrize(
    "target",
    [
        "/p/a/b?tags=x,y%2Cz",
        "/p/a%252Fb?tags=x,y%2Cz",
        "/p/a%2Fb",
        "/p/a%2Fb?tags=x,y,z",
        "/p/a%2Fb?tags=x&tags=y%2Cz",
        "/p/a%2Fb?tags=x,y%2Cz&more=1",
        "/q/a%2Fb?tags=x,y%2Cz",
    ],
)
def test_a_target_that_says_something_else_is_refused(target: str) -> None:
    with pytest.raises(reading.Unlike):
        reading.compare(asked(target), "/p/{id}", RULES, GIVEN)


def test_a_header_that_is_missing_or_another_is_refused() -> None:
    for request in (asked("/p"), asked("/p", **{"X-Trace": "2"})):
        with pytest.raises(reading.Unlike):
            reading.compare(request, "/p", RULES, {"header": {"X-Trace": "1"}})


@pytest.mark.parametrize(
    ("media_type", "content", "value", "encoding"),
    [
        ("application/json", b'{"a":1}', {"a": "1"}, {}),
        ("application/json", b'{"a":true}', {"a": 1}, {}),
        ("application/json", b'{"a":1,"b":2}', {"a": 1}, {}),
        ("text/plain", b"a", "b", {}),
        ("application/octet-stream", b"a", b"b", {}),
        (FORM, b"a=1&b=2", {"a": 1}, {}),
        (FORM, b"", {"a": 1}, {}),
        (FORM, b"a=1,2", {"a": [1, 2]}, {}),
        (FORM, b"a=1", {"a": {"b": 1}}, {"a": {"style": "deepObject"}}),
        (PARTS, part("a", "1") + b"--b--\r\n", {"a": b"2"}, {}),
        (PARTS, part("a", "1") + part("b", "1") + b"--b--\r\n", {"a": 1}, {}),
        (PARTS, b"--b--\r\n", {"a": 1}, {}),
    ],
)
def test_a_body_that_says_something_else_is_refused(
    media_type: str, content: bytes, value: Any, encoding: Any
) -> None:
    raw = {"encoding": encoding}
    with pytest.raises(reading.Unlike):
        reading_bodies.compare_body(posted(media_type, content), media_type, raw, value)


def test_a_body_under_another_media_type_is_refused() -> None:
    request = posted("text/plain", b"{}")
    with pytest.raises(reading.Unlike):
        reading_bodies.compare_body(request, "application/json", {}, {})
