"""Bodies in several media types: what is given, or its Content-Type, says which."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import pytest

from tests.behaviour.packages import Served, imported, write
from tests.lowering import described, lowered

FIELDS = {
    "type": "object",
    "required": ["name"],
    "properties": {"name": {"type": "string"}, "size": {"type": "integer"}},
}
FILED = {
    "type": "object",
    "required": ["name", "photo"],
    "properties": {
        "name": {"type": "string"},
        "photo": {"type": "string", "contentMediaType": "image/png"},
        "note": {"type": "string", "contentMediaType": "text/html"},
    },
}
MAYBE = {
    "type": "object",
    "required": ["about"],
    "properties": {
        "about": {"oneOf": [FIELDS, {"type": "null"}]},
        "note": {"type": ["string", "null"]},
    },
}
ROWS = {"type": "array", "items": FIELDS}
TEXT = {"type": "string"}
BODIES: dict[str, dict[str, Any]] = {
    "fields": {
        "application/json": FIELDS,
        "application/x-www-form-urlencoded": FIELDS,
        "application/xml": FIELDS,
    },
    "filed": {"application/json": FIELDS, "multipart/form-data": FILED},
    "rows": {
        "application/json": ROWS,
        "application/x-ndjson": ROWS,
        "text/csv": TEXT,
        "text/tab-separated-values": TEXT,
    },
    "note": {"text/plain": TEXT, "application/octet-stream": {}},
    "page": {"application/xml": FIELDS},
    "image": {"image/jpeg": {}, "image/png": {}},
    "maybe": {"application/x-www-form-urlencoded": MAYBE},
    "short": {"text/plain": TEXT | {"maxLength": 3}},
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    paths = {f"/{name}": {"post": _operation(name)} for name in BODIES}
    servers = [{"url": "https://api.example.com"}]
    found = tmp_path_factory.mktemp("media_types")
    write(lowered(described(paths, servers=servers)).api, found, "media_types_demo")
    return found


@pytest.fixture(scope="module")
def package(folder: Path) -> Iterator[ModuleType]:
    with imported(folder, "media_types_demo") as found:
        yield found


def _operation(name: str) -> dict[str, Any]:
    content = {kind: {"schema": schema} for kind, schema in BODIES[name].items()}
    return {
        "operationId": f"send {name}",
        "tags": ["things"],
        "requestBody": {"required": True, "content": content},
        "responses": {"204": {"description": "Taken."}},
    }


def call(
    package: ModuleType, name: str, kind: str | None = None, /, **given: Any
) -> tuple[str, bytes]:
    """Send a body; return its Content-Type and its bytes."""
    server = Served(lambda request: httpx.Response(204, content=request.read()[:0]))
    client = package.MediaTypesDemo(http_client=server.client())
    headers = None if kind is None else {"Content-Type": kind}
    options = package.CallOptions(headers=headers)
    getattr(client.things, f"send_{name}")(**given, options=options)
    request = server.last
    return request.headers["content-type"], request.content


def test_fields_are_json_or_the_form_that_is_asked_for(package: ModuleType) -> None:
    given = {"name": "a b", "size": 2}
    json = b'{"name":"a b","size":2}'
    assert call(package, "fields", **given) == ("application/json", json)
    form = "application/x-www-form-urlencoded"
    assert call(package, "fields", form, **given) == (form, b"name=a%20b&size=2")


def test_a_file_makes_it_a_multipart_body(package: ModuleType) -> None:
    assert call(package, "filed", name="x")[0] == "application/json"
    kind, body = call(package, "filed", name="x", photo=b"\x89PNG", note="<b>")
    assert kind.startswith("multipart/form-data; boundary=")
    assert b'name="photo"; filename="photo"\r\nContent-Type: image/png\r\n' in body
    assert b'name="note"\r\n' in body
    with pytest.raises(package.InvalidPayloadError, match="no such field in multipart"):
        call(package, "filed", name="x", size=1, photo=b"\x89PNG")


def test_a_list_is_json_and_a_text_or_file_is_what_stands_beside_it(
    package: ModuleType, tmp_path: Path
) -> None:
    path = tmp_path / "rows.csv"
    path.write_bytes(b"name\nx\n")
    rows = [{"name": "x"}]
    assert call(package, "rows", body=rows) == ("application/json", b'[{"name":"x"}]')
    lines = call(package, "rows", "application/x-ndjson", body=rows)
    assert lines == ("application/x-ndjson", b'{"name":"x"}\n')
    for table in ("name\nx\n", path, io.BytesIO(b"name\nx\n")):
        assert call(package, "rows", body=table) == ("text/csv", b"name\nx\n")
    tabs = "text/tab-separated-values"
    assert call(package, "rows", tabs, body="a\tb") == (tabs, b"a\tb")
    with pytest.raises(package.InvalidPayloadError, match=r"\[0\]\.name"):
        call(package, "rows", body=[{}])


def test_a_text_is_text_and_bytes_are_a_file(package: ModuleType) -> None:
    assert call(package, "note", body="hi") == ("text/plain", b"hi")
    assert call(package, "note", body=b"hi") == ("application/octet-stream", b"hi")
    assert call(package, "page", body="<a/>") == ("application/xml", b"<a/>")
    assert call(package, "page", body=b"<a/>") == ("application/xml", b"<a/>")


def test_the_name_of_a_file_says_which_of_several_types_it_has(
    package: ModuleType,
) -> None:
    assert call(package, "image", body=b"x")[0] == "image/jpeg"
    assert call(package, "image", body=("a.png", b"x"))[0] == "image/png"
    assert call(package, "image", "image/png", body=b"x")[0] == "image/png"


def test_null_is_sent_where_an_object_may_be_null_and_left_out_of_texts(
    package: ModuleType,
) -> None:
    assert call(package, "maybe", about=None, note=None)[1] == b"about=null"
    body = call(package, "maybe", about={"name": "x"}, note="null")[1]
    assert body == b"about=%7B%22name%22%3A%22x%22%7D&note=null"


def test_limits_of_a_text_hold(package: ModuleType) -> None:
    assert call(package, "short", body="abc") == ("text/plain", b"abc")
    with pytest.raises(package.InvalidPayloadError, match="at most 3 characters"):
        call(package, "short", body="abcd")


CONSUMER = """
from pathlib import Path
from media_types_demo import MediaTypesDemo

things = MediaTypesDemo().things
things.send_fields(name="a", size=1)
things.send_filed(name="a", photo=b"", note="<b>")
things.send_rows(body=[{"name": "a"}])
things.send_rows(body="a,b")
things.send_rows(body=Path("a.csv"))
things.send_note(body=b"")
things.send_image(body=Path("a.png"))
things.send_short(body="abc")
"""


@pytest.mark.slow
def test_what_may_be_given_is_typed(folder: Path, tmp_path: Path) -> None:
    script = tmp_path / "consumer.py"
    script.write_text(CONSUMER, encoding="utf-8")
    command = (sys.executable, "-m", "mypy", "--strict", "--config-file", "/dev/null")
    result = subprocess.run(
        (*command, "--cache-dir", str(tmp_path / "cache"), str(script)),
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout
