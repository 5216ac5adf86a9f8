"""Downloads: whole or not there, resumed, never over something else."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from specloom.runtime._async_client import AsyncCore
from specloom.runtime._client import Core
from specloom.runtime._download import BinaryResponse, safe_name
from specloom.runtime._errors import (
    BadResponseError,
    ClientError,
    NotFoundError,
    PermissionDeniedError,
)
from specloom.runtime._operation import Operation, Response, Scheme, Service
from specloom.runtime._policy import Limits, Retry

from tests.loopback import Exchange, Loopback, serving

DATA = bytes(range(256)) * 400
KEY = "canary-4711"
SERVICE = Service(
    schemes=(Scheme(name="key", kind="apiKey", wire="X-API-KEY"),),
    security=(("key",),),
)
FILE: Operation[Any] = Operation(
    key="GET /file",
    method="GET",
    path="/file",
    responses=(Response(status="200", media_type="video/mp4", reads="bytes"),),
)
SETTINGS: dict[str, Any] = {
    "api_key": KEY,
    "retry": Retry(max_retries=1, first=0.01, ceiling=0.01),
    "limits": Limits(read_timeout=1.0),
}


class Blocking:
    name = "sync"

    @staticmethod
    def download(server: Loopback, *args: Any, **options: Any) -> Path:
        with Core(SERVICE, {}.__getitem__, base_url=server.url, **SETTINGS) as core:
            return core.download(*args, **options)

    @staticmethod
    def call(server: Loopback) -> Any:
        with Core(SERVICE, {}.__getitem__, base_url=server.url, **SETTINGS) as core:
            return core.call(FILE)


class Awaited:
    name = "async"

    @staticmethod
    def download(server: Loopback, *args: Any, **options: Any) -> Path:
        async def work() -> Path:
            async with AsyncCore(
                SERVICE,
                {}.__getitem__,
                base_url=server.url,
                **SETTINGS,
            ) as core:
                return await core.download(*args, **options)

        return asyncio.run(work())

    @staticmethod
    def call(server: Loopback) -> Any:
        async def work() -> Any:
            async with AsyncCore(
                SERVICE,
                {}.__getitem__,
                base_url=server.url,
                **SETTINGS,
            ) as core:
                return await core.call(FILE)

        return asyncio.run(work())


@pytest.fixture(params=[Blocking, Awaited], ids=lambda kind: kind.name)
def client(request: pytest.FixtureRequest) -> Any:
    return request.param


def whole(exchange: Exchange) -> None:
    exchange.answer(DATA, headers={"ETag": '"v1"'})


def cut(at: int, **headers: str) -> Callable[[Exchange], None]:
    """Send so much of the file, then reset the connection."""

    def react(exchange: Exchange) -> None:
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(DATA)}\r\n{lines}\r\n"
        exchange.send(head.encode() + DATA[:at])
        exchange.close()

    return react


def ranged(exchange: Exchange) -> None:
    """Send the part that was asked for."""
    wanted = exchange.seen.header("Range") or "bytes=0-"
    start = int(wanted[6:].rstrip("-"))
    content_range = f"bytes {start}-{len(DATA) - 1}/{len(DATA)}"
    headers = {"Content-Range": content_range, "ETag": '"v1"'}
    exchange.answer(DATA[start:], 206, headers)


def test_a_file_is_there_whole_under_the_name_of_its_url(
    client: Any,
    tmp_path: Path,
) -> None:
    told: list[tuple[int, int | None]] = []
    with serving(whole) as server:
        path = client.download(
            server,
            f"{server.url}/a/clip%20one.mp4?sig=1",
            tmp_path / "new",
            progress=lambda done, total: told.append((done, total)),
        )
    assert path == tmp_path / "new" / "clip one.mp4"
    assert path.read_bytes() == DATA
    assert told[-1] == (len(DATA), len(DATA))
    assert list(path.parent.iterdir()) == [path]
    assert server.seen[0].header("X-API-KEY") == KEY
    assert server.seen[0].header("Accept-Encoding") == "identity"


def test_row_86_a_break_is_resumed_where_it_was(client: Any, tmp_path: Path) -> None:
    with serving(cut(50_000, ETag='"v1"'), ranged) as server:
        path = client.download(server, f"{server.url}/f.bin", tmp_path)
    assert path.read_bytes() == DATA
    again = server.seen[1]
    assert again.header("If-Range") == '"v1"'
    start = int((again.header("Range") or "")[6:-1])
    assert 0 < start <= 50_000


def test_row_86_last_modified_serves_where_there_is_no_strong_tag(
    client: Any,
    tmp_path: Path,
) -> None:
    date = "Wed, 21 Oct 2015 07:28:00 GMT"
    headers = {"ETag": 'W/"weak"', "Last-Modified": date}
    with serving(cut(50_000, **headers), ranged) as server:
        path = client.download(server, f"{server.url}/f.bin", tmp_path)
    assert path.read_bytes() == DATA
    assert server.seen[1].header("If-Range") == date


def test_row_86_a_whole_answer_to_a_range_starts_over(
    client: Any,
    tmp_path: Path,
) -> None:
    with serving(cut(50_000, ETag='"v1"'), whole) as server:
        path = client.download(server, f"{server.url}/f.bin", tmp_path)
    assert path.read_bytes() == DATA


def test_row_86_without_a_validator_it_starts_over(client: Any, tmp_path: Path) -> None:
    with serving(cut(50_000), whole) as server:
        path = client.download(server, f"{server.url}/f.bin", tmp_path)
    assert path.read_bytes() == DATA
    assert server.seen[1].header("Range") is None


def test_row_86_a_file_that_changed_is_started_over(
    client: Any, tmp_path: Path
) -> None:
    def gone(exchange: Exchange) -> None:
        exchange.answer(b"", 416)

    with serving(cut(50_000, ETag='"v1"'), gone, whole) as server:
        path = client.download(server, f"{server.url}/f.bin", tmp_path)
    assert path.read_bytes() == DATA


def test_row_86_it_is_given_up_after_five_tries_and_nothing_is_left(
    client: Any,
    tmp_path: Path,
) -> None:
    with serving(cut(10)) as server, pytest.raises(ClientError):
        client.download(server, f"{server.url}/f.bin", tmp_path)
    assert len(server.seen) == 5
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("status", "kind"),
    [(403, PermissionDeniedError), (404, NotFoundError), (410, NotFoundError)],
)
def test_row_85_an_expired_url_is_refused_at_once_with_its_status(
    client: Any,
    tmp_path: Path,
    status: int,
    kind: type[ClientError],
) -> None:
    with serving(lambda e: e.json({}, status)) as server, pytest.raises(kind) as caught:
        client.download(server, f"{server.url}/f.bin", tmp_path)
    assert caught.value.status == status  # type: ignore[attr-defined]
    assert len(server.seen) == 1


def test_a_server_in_trouble_is_asked_again(client: Any, tmp_path: Path) -> None:
    with serving(lambda e: e.json({}, 503), whole) as server:
        path = client.download(server, f"{server.url}/f.bin", tmp_path)
    assert path.read_bytes() == DATA


def test_nothing_is_overwritten_without_being_told_to(
    client: Any,
    tmp_path: Path,
) -> None:
    target = tmp_path / "f.bin"
    target.write_bytes(b"mine")
    with serving(whole) as server:
        url = f"{server.url}/f.bin"
        with pytest.raises(FileExistsError):
            client.download(server, url, tmp_path)
        assert target.read_bytes() == b"mine"
        client.download(server, url, tmp_path, overwrite=True)
    assert target.read_bytes() == DATA
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_came_meanwhile_is_not_overwritten(
    client: Any,
    tmp_path: Path,
) -> None:
    target = tmp_path / "f.bin"

    def meanwhile(exchange: Exchange) -> None:
        exchange.send(
            f"HTTP/1.1 200 OK\r\nContent-Length: {len(DATA)}\r\n\r\n".encode()
        )
        exchange.send(DATA[:1000])
        while not list(tmp_path.iterdir()):
            pass
        target.write_bytes(b"mine")
        exchange.send(DATA[1000:])

    with serving(meanwhile) as server, pytest.raises(FileExistsError):
        client.download(server, f"{server.url}/f.bin", tmp_path)
    assert target.read_bytes() == b"mine"
    assert list(tmp_path.iterdir()) == [target]


def test_names_of_one_result_are_numbered(client: Any, tmp_path: Path) -> None:
    with serving(whole) as server:
        url = f"{server.url}/out.mp4"
        path = client.download(server, url, tmp_path, taken=["out.mp4", "out-2.mp4"])
    assert path.name == "out-3.mp4"


def test_row_87_another_host_gets_no_key_and_no_header_of_ours(
    client: Any,
    tmp_path: Path,
) -> None:
    with serving(whole) as other, serving(whole) as server:
        client.download(server, f"{other.url}/f.bin", tmp_path)
    names = {name.lower() for name, _ in other.seen[0].headers}
    assert names == {"host", "accept", "accept-encoding", "user-agent"}


def test_a_redirect_of_a_download_is_followed_without_the_key(
    client: Any,
    tmp_path: Path,
) -> None:
    with serving(whole) as other:
        target = {"Location": f"{other.url}/real.bin"}
        with serving(lambda e: e.answer(b"", 302, target)) as server:
            path = client.download(server, f"{server.url}/f.bin", tmp_path)
    assert path.read_bytes() == DATA
    assert KEY not in other.seen[0].text


def test_a_compressed_file_is_stored_inflated(client: Any, tmp_path: Path) -> None:
    packed = gzip.compress(DATA)
    headers = {"Content-Encoding": "gzip"}
    with serving(lambda e: e.answer(packed, headers=headers)) as server:
        path = client.download(server, f"{server.url}/f.bin", tmp_path)
    assert path.read_bytes() == DATA


@pytest.mark.parametrize(
    ("url", "name", "content"),
    [
        ("data:image/png;base64,aGk=", "download.png", b"hi"),
        ("data:,a%20b", "download.bin", b"a b"),
    ],
)
def test_a_data_url_is_a_file_too(
    client: Any,
    tmp_path: Path,
    url: str,
    name: str,
    content: bytes,
) -> None:
    with serving(whole) as server:
        path = client.download(server, url, tmp_path)
    assert path == tmp_path / name
    assert path.read_bytes() == content
    assert server.seen == []


def test_a_wrong_part_is_refused(client: Any, tmp_path: Path) -> None:
    def wrong(exchange: Exchange) -> None:
        exchange.answer(b"x", 206, {"Content-Range": "bytes 7-7/9"})

    with serving(wrong) as server, pytest.raises(BadResponseError):
        client.download(server, f"{server.url}/f.bin", tmp_path)
    assert list(tmp_path.iterdir()) == []


def part(start: int, data: bytes, **headers: str) -> Callable[[Exchange], None]:
    """Send the rest of the file, or what is said to be it."""
    span = f"bytes {start}-{len(DATA) - 1}/{len(DATA)}"
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return lambda e: e.answer(data, 206, {"Content-Range": span, **named})


@pytest.mark.parametrize(
    "rest",
    [
        pytest.param(part(1000, DATA[1000:], ETag='"v2"'), id="tag"),
        pytest.param(part(500, DATA[500:], ETag='"v1"'), id="start"),
        pytest.param(part(1000, DATA[1000:] + b"more", ETag='"v1"'), id="longer"),
        pytest.param(
            part(1000, DATA[1000:], Content_Range="bytes 1000-1001/5"), id="total"
        ),
        pytest.param(part(1000, DATA[1000:], Content_Range="pages 1-2/3"), id="unit"),
        pytest.param(
            part(1000, b"x" * len(DATA[1000:]), Repr_Digest="md5=:" + "A" * 22 + "==:"),
            id="digest",
        ),
    ],
)
def test_row_86_a_rest_that_does_not_belong_to_it_starts_over(
    client: Any, tmp_path: Path, rest: Callable[[Exchange], None]
) -> None:
    with serving(cut(1000, ETag='"v1"'), rest, whole) as server:
        path = client.download(server, f"{server.url}/f.bin", tmp_path)
    assert path.read_bytes() == DATA
    assert list(tmp_path.iterdir()) == [path]
    assert server.seen[2].header("Range") is None


def _digest(name: str, data: bytes = DATA) -> str:
    return b64encode(hashlib.new(name, data).digest()).decode("ascii")


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("Repr-Digest", f"sha-256=:{_digest('sha256')}:", "sha-256=:{}:"),
        ("Content-Digest", f"sha-512=:{_digest('sha512')}:", "sha-256=:{}:"),
        ("Digest", f"SHA-256={_digest('sha256')},unixsum=7", "SHA-256={}"),
    ],
)
def test_row_86_a_file_has_the_digest_its_server_names(
    client: Any, tmp_path: Path, name: str, good: str, bad: str
) -> None:
    wrong = bad.format(_digest("sha256", b"another"))
    answers = [
        lambda e, text=text: e.answer(DATA, headers={name: text})
        for text in (wrong, good)
    ]
    with serving(*answers) as server:
        path = client.download(server, f"{server.url}/f.bin", tmp_path)
    assert (path.read_bytes(), len(server.seen)) == (DATA, 2)


@pytest.mark.parametrize(
    "text", ["md5", "sha-256=:!:", "sha-256=:QUJD:", "crc32c=AAAA"]
)
def test_row_86_what_is_no_digest_is_none(
    client: Any, tmp_path: Path, text: str
) -> None:
    with serving(lambda e: e.answer(DATA, headers={"Repr-Digest": text})) as server:
        client.download(server, f"{server.url}/f.bin", tmp_path)
    assert len(server.seen) == 1


@pytest.mark.parametrize(
    "url",
    [
        "https://[bad",
        "https://h.test/\x7f",
        "//127.0.0.1/x",
        "",
        "http://127.1/x",
        "http://127.0.0.1@evil.test/",
        "http://127.0.0.1\\@evil.test/",
        "javascript:1",
    ],
)
def test_row_87_what_is_no_address_of_a_file_is_refused(
    client: Any, tmp_path: Path, url: str
) -> None:
    with serving(whole) as server, pytest.raises(ClientError):
        client.download(server, url, tmp_path)
    assert (server.seen, list(tmp_path.iterdir())) == ([], [])


def test_row_86_a_link_in_the_way_is_not_followed(client: Any, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "f.bin").symlink_to(outside)
    with serving(whole) as server:
        with pytest.raises(FileExistsError):
            client.download(server, f"{server.url}/f.bin", folder)
        client.download(server, f"{server.url}/f.bin", folder, overwrite=True)
    assert not outside.exists()
    assert not (folder / "f.bin").is_symlink()


def test_a_name_in_utf8_is_read_as_such(client: Any, tmp_path: Path) -> None:
    name = 'attachment; filename="caf\u00e9\u202e.mp4"'.encode().decode("latin-1")
    with serving(
        lambda e: e.answer(DATA, headers={"Content-Disposition": name})
    ) as server:
        path = client.download(server, f"{server.url}/f.bin", tmp_path)
    assert path.name == "caf\u00e9.mp4"


def test_a_binary_answer_of_a_call_is_kept_and_saved(
    client: Any,
    tmp_path: Path,
) -> None:
    big = b"\0" * 9_000_000
    headers = {
        "Content-Type": "video/mp4",
        "Content-Disposition": "attachment; filename*=UTF-8''caf%C3%A9.mp4",
    }
    with serving(lambda e: e.answer(big, headers=headers)) as server:
        found = client.call(server)
    assert isinstance(found, BinaryResponse)
    assert (found.size, found.content_type) == (len(big), "video/mp4")
    path = found.save(tmp_path)
    assert path.name == "café.mp4"
    assert path.stat().st_size == len(big)
    with pytest.raises(FileExistsError):
        found.save(tmp_path)
    assert found.read() == big
    assert sum(map(len, found)) == len(big)
    found.close()


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\x", "x"),
        ("", "download"),
        ("..", "download"),
        (".bashrc", "bashrc"),
        ("CON", "download"),
        ("aux.txt", "download"),
        ("a:b*c?.png", "a_b_c_.png"),
        ("a\u202egnp.exe", "agnp.exe"),
        ("x" * 500 + ".mp4", "x" * 116 + ".mp4"),
        ("a\n\0b", "a_b"),
    ],
)
def test_a_file_name_is_made_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe
