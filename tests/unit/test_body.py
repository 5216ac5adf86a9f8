"""Bodies: JSON, forms, multipart, files; rules of a document; never read whole."""

from __future__ import annotations

import email.parser
import email.policy
import io
import json
from datetime import date
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from specloom.runtime._body import encode
from specloom.runtime._errors import InvalidPayloadError
from specloom.runtime._lifecycle import BodyRules, FilePart
from specloom.runtime._omit import OMIT
from specloom.runtime._operation import Body, Encoding


def sent(body: Body, value: Any, extra: Any = None) -> bytes:
    content = encode(body, value, extra)[2]
    return b"".join(content()) if callable(content) else content


def parts(body: Body, value: Any) -> list[EmailMessage]:
    content_type, length, content = encode(body, value)
    data = b"".join(content())
    assert length in (None, len(data))
    parser = email.parser.BytesParser(policy=email.policy.HTTP)
    message = parser.parsebytes(
        f"Content-Type: {content_type}\r\n\r\n".encode() + data,
    )
    found = list(message.iter_parts())  # type: ignore[attr-defined]
    assert all(isinstance(part, EmailMessage) for part in found)
    return found


def named(part: EmailMessage) -> tuple[str, str | None, str, bytes]:
    disposition = part["content-disposition"].params
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    kind = part.get("content-type", "")
    return disposition["name"], disposition.get("filename"), kind, content


MULTIPART = Body(
    media_type="multipart/form-data",
    encodings={
        "files": Encoding(file=True),
        "meta": Encoding(content_type="application/json"),
        "deep": Encoding(style="deepObject"),
        "each": Encoding(content_type="application/json"),
        "pages": Encoding(content_type="application/xml"),
        "open": Encoding(style="form"),
        "spaced": Encoding(style="spaceDelimited", explode=False),
        "piped": Encoding(style="pipeDelimited", explode=False),
        "flat": Encoding(style="form", explode=False),
    },
)


def test_json_holds_dates_and_refuses_what_it_cannot_hold() -> None:
    assert sent(Body(), {"d": date(2024, 1, 2), "ü": "é"}) == (
        '{"d":"2024-01-02","ü":"é"}'.encode()
    )
    for value in (float("nan"), object(), OMIT, "\ud800"):
        with pytest.raises(InvalidPayloadError):
            sent(Body(), {"a": [value]})


def test_a_body_without_fields_is_absent_or_what_the_document_says() -> None:
    assert encode(Body(), {"a": OMIT}) == (None, None, b"")
    assert sent(Body(required=True), {"a": OMIT}) == b"{}"
    assert sent(Body(rules=BodyRules(empty="{}")), {}) == b"{}"
    assert sent(Body(rules=BodyRules(empty="{}")), OMIT) == b"{}"


def test_fields_are_wrapped_fixed_defaulted_and_added() -> None:
    rules = BodyRules(wrap="data", defaults={"model": "m", "later": "$kept.x"})
    body = Body(rules=rules, defaults={"stream": True})
    assert json.loads(sent(body, {"a": 1}, {"b": 2})) == {
        "data": {"stream": True, "model": "m", "a": 1, "b": 2},
    }
    assert json.loads(sent(body, {"model": "n"}))["data"]["model"] == "n"


def test_a_form_repeats_lists_and_encodes_objects_as_declared() -> None:
    body = Body(
        media_type="application/x-www-form-urlencoded",
        encodings={
            "deep": Encoding(style="deepObject"),
            "flat": Encoding(style="form", explode=False),
            "open": Encoding(style="form"),
            "meta": Encoding(content_type="application/json"),
            "each": Encoding(content_type="application/json"),
            "null": Encoding(content_type="application/json"),
            "kept": Encoding(style="form", allow_reserved=True),
        },
    )
    value = {
        "a": [1, 2],
        "each": ["x", {"k": 1}, None],
        "null": None,
        "open": {"R": 1, "G": [2]},
        "kept": "a/b:c",
        "b c": "d&e=f+g",
        "deep": {"x": {"y": True}},
        "flat": [1, 2],
        "meta": {"k": [1]},
        "plain": {"k": 1},
        "none": None,
    }
    assert parse_qsl(sent(body, value).decode()) == [
        ("a", "1"),
        ("a", "2"),
        ("each", '"x"'),
        ("each", '{"k":1}'),
        ("each", "null"),
        ("null", "null"),
        ("R", "1"),
        ("G", "[2]"),
        ("kept", "a/b:c"),
        ("b c", "d&e=f+g"),
        ("deep[x][y]", "true"),
        ("flat", "1,2"),
        ("meta", '{"k":[1]}'),
        ("plain", '{"k":1}'),
    ]


def test_multipart_writes_every_part_in_its_encoding() -> None:
    found = parts(
        MULTIPART,
        {
            "name": "Rex é",
            "tags": ["a", "b"],
            "meta": {"k": 1},
            "obj": {"k": 2},
            "deep": {"x": 1},
            "spaced": ["a", "b"],
            "piped": ["a", "b"],
            "flat": ["a", "b"],
            "each": [{"k": 3}, 4, None],
            "objects": [{"k": 5}, ["x"]],
            "pages": ["<a/>", "<b/>"],
            "open": {"R": 1},
            "none": None,
            "on": True,
        },
    )
    assert [(n, k, c.decode()) for n, _, k, c in map(named, found)] == [
        ("name", "", "Rex é"),
        ("tags", "", "a"),
        ("tags", "", "b"),
        ("meta", "application/json", '{"k":1}'),
        ("obj", "application/json", '{"k":2}'),
        ("deep[x]", "", "1"),
        ("spaced", "", "a b"),
        ("piped", "", "a|b"),
        ("flat", "", "a,b"),
        ("each", "application/json", '{"k":3}'),
        ("each", "application/json", "4"),
        ("each", "application/json", "null"),
        ("objects", "application/json", '{"k":5}'),
        ("objects", "application/json", '["x"]'),
        ("pages", "application/xml", "<a/>"),
        ("pages", "application/xml", "<b/>"),
        ("R", "", "1"),
        ("on", "", "true"),
    ]


def test_files_come_from_paths_bytes_objects_and_tuples(tmp_path: Path) -> None:
    path = tmp_path / "cat.png"
    path.write_bytes(b"\x89PNG")
    with path.open("rb") as file:
        found = parts(
            MULTIPART,
            {
                "files": [
                    path,
                    str(path),
                    b"raw",
                    file,
                    io.BytesIO(b"memory"),
                    ("n.txt", b"named"),
                    ("m.bin", path, "video/mp4"),
                ],
            },
        )
    assert [(f, k, c) for _, f, k, c in map(named, found)] == [
        ("cat.png", "image/png", b"\x89PNG"),
        ("cat.png", "image/png", b"\x89PNG"),
        ("files", "application/octet-stream", b"raw"),
        ("cat.png", "image/png", b"\x89PNG"),
        ("files", "application/octet-stream", b"memory"),
        ("n.txt", "text/plain", b"named"),
        ("m.bin", "video/mp4", b"\x89PNG"),
    ]


def test_a_name_cannot_break_out_of_its_part() -> None:
    value = {'a"\r\nX: 1': ('f"\r\n.txt', b"x", "text/plain")}
    raw = sent(Body(media_type="multipart/form-data"), value)
    assert b"\r\nX: 1" not in raw
    assert b'filename="f%22%0D%0A.txt"' in raw
    with pytest.raises(InvalidPayloadError):
        sent(MULTIPART, {"files": ("a", b"x", "text/plain\r\nX: 1")})


def test_a_repeat_reads_a_file_again_from_where_it_stood(tmp_path: Path) -> None:
    file = io.BytesIO(b"skipped-content")
    file.seek(8)
    _, _, content = encode(Body(media_type="application/octet-stream"), file)
    assert b"".join(content()) == b"".join(content()) == b"content"


def test_a_one_way_stream_is_sent_once_and_not_repeated_with_nothing() -> None:
    class OneWay(io.RawIOBase):
        def __init__(self) -> None:
            self._inner = io.BytesIO(b"data")

        def read(self, size: int = -1) -> bytes:
            return self._inner.read(size)

    kind, length, content = encode(Body(media_type="video/mp4"), OneWay())
    assert (kind, length) == ("video/mp4", None)
    assert b"".join(content()) == b"data"
    with pytest.raises(InvalidPayloadError, match="read again"):
        b"".join(content())


def test_a_large_file_is_never_in_memory_whole(tmp_path: Path) -> None:
    path = tmp_path / "big.bin"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    kind, length, content = encode(MULTIPART, {"files": path})
    assert kind is not None
    assert length is not None
    assert length > 50_000_000
    chunks = content()
    assert max(len(chunk) for chunk in chunks) <= 64 * 1024


@pytest.mark.parametrize(
    "value",
    ["/no/such/file", 5, io.StringIO("text"), {"a": 1}],
)
def test_what_is_no_file_is_refused_by_field(value: Any) -> None:
    with pytest.raises(InvalidPayloadError) as caught:
        sent(MULTIPART, {"files": value})
    assert caught.value.issues[0].field == "files"


def test_types_and_sizes_of_files_are_checked_before_sending() -> None:
    rules = BodyRules(files={"f": FilePart(types=("png", "jpg"), max_bytes=3)})
    body = Body(media_type="multipart/form-data", rules=rules)
    assert sent(body, {"f": ("a.PNG", b"123")})
    with pytest.raises(InvalidPayloadError, match="png, jpg"):
        sent(body, {"f": ("a.gif", b"1")})
    with pytest.raises(InvalidPayloadError, match="at most 3 bytes"):
        sent(body, {"f": ("a.png", b"1234")})


def test_text_bytes_and_lines_are_sent_as_they_are() -> None:
    assert sent(Body(media_type="text/plain"), "é") == "é".encode()
    assert sent(Body(media_type="text/plain"), 5) == b"5"
    assert sent(Body(media_type="application/octet-stream"), b"\0") == b"\0"
    assert sent(Body(media_type="application/xml"), "<a/>") == b"<a/>"
    assert sent(Body(media_type="text/csv"), io.BytesIO(b"a,b")) == b"a,b"
    lines = Body(media_type="application/x-ndjson")
    assert sent(lines, [{"a": 1}, {"a": 2}]) == b'{"a":1}\n{"a":2}\n'
    streamed = Body(media_type="application/stream+json")
    assert sent(streamed, [1, 2]) == b"1\n2\n"
    marked = Body(media_type="application/json-seq")
    assert sent(marked, [1, 2]) == b"\x1e1\n\x1e2\n"  # RFC 7464, 2.2


@pytest.mark.parametrize("media_type", ["text/json", "application/vnd.api+json", "*/*"])
def test_json_goes_by_many_names(media_type: str) -> None:
    assert sent(Body(media_type=media_type), {"a": [1]}) == b'{"a":[1]}'


@pytest.mark.parametrize(
    ("declared", "value", "kind"),
    [
        (("text/plain",), "plain", "text/plain"),
        (("text/plain",), "é", "text/plain; charset=utf-8"),
        (("text/csv; charset=latin-1",), "é", "text/csv; charset=latin-1"),
        (("application/xml",), "<é/>", "application/xml"),
        (("image/jpeg", "image/png"), b"x", "image/jpeg"),
        (("image/jpeg", "image/png"), ("a.png", b"x"), "image/png"),
        (("image/jpeg", "image/png"), ("a.gif", b"x"), "image/jpeg"),
        (("image/jpeg",), ("a", b"x", "image/webp"), "image/webp"),
        (("image/*",), ("a.png", b"x"), "image/png"),
        (("image/*",), b"x", "application/octet-stream"),
        (("*/*",), ("a.pdf", b"x"), "application/pdf"),
        (("*/*",), {"a": 1}, "application/json"),
    ],
)
def test_a_body_says_of_what_type_it_is(
    declared: tuple[str, ...], value: Any, kind: str
) -> None:
    body = Body(media_type=declared[0], also=declared[1:])
    assert encode(body, value)[0] == kind


def test_a_text_is_a_path_where_a_file_is_wanted(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(b"bytes")
    assert sent(Body(media_type="application/octet-stream"), str(path)) == b"bytes"
    with pytest.raises(InvalidPayloadError, match="no such file"):
        sent(Body(media_type="image/png"), "bytes")
