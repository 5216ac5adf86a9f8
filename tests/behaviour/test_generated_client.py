"""Generated clients as their users hold them: typed calls, checked, sync and async."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import pytest

from tests import apis
from tests.behaviour.packages import Served, answers, imported, sent, write

PET = {"id": 1, "name": "Rex", "color": "brown"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of three clients: pets, paged and video."""
    found = tmp_path_factory.mktemp("clients")
    write(apis.pets(), found / "a", "petstore_demo")
    write(apis.paged(), found / "b", "paged_demo")
    write(apis.video(), found / "c", "video_demo")
    return found


@pytest.fixture(scope="module")
def pets(folder: Path) -> Iterator[ModuleType]:
    with imported(folder / "a", "petstore_demo") as package:
        yield package


@pytest.fixture(scope="module")
def paged(folder: Path) -> Iterator[ModuleType]:
    with imported(folder / "b", "paged_demo") as package:
        yield package


@pytest.fixture(scope="module")
def video(folder: Path) -> Iterator[ModuleType]:
    with imported(folder / "c", "video_demo") as package:
        yield package


def test_a_call_sends_wire_names_and_returns_a_model(pets: ModuleType) -> None:
    server = answers(PET)
    client = pets.PetstoreDemo(http_client=server.client())
    found = client.pets.get("a/b", verbose=True)
    assert str(server.last.url) == "https://api.example.com/v1/pets/a%2Fb?verbose=true"
    assert (found.id, found.name) == (1, "Rex")
    assert type(found).__name__ == "Pet"


def test_the_async_client_does_the_same(pets: ModuleType) -> None:
    server = answers(PET, 201)

    async def run() -> Any:
        client = pets.AsyncPetstoreDemo(http_client=server.async_client())
        return await client.pets.create(id=1, name="Rex")

    assert asyncio.run(run()).name == "Rex"
    assert sent(server.last) == {"id": 1, "name": "Rex"}


@pytest.mark.parametrize(
    "wrong",
    [{"id": "1", "name": "Rex"}, {"id": 1, "name": 2}, {"id": 1.5, "name": "x"}],
)
def test_a_payload_that_breaks_the_document_is_never_sent(
    pets: ModuleType, wrong: dict[str, Any]
) -> None:
    server = answers(PET)
    client = pets.PetstoreDemo(http_client=server.client())
    with pytest.raises(pets.InvalidPayloadError):
        client.pets.create(**wrong)
    assert server.asked == []


def test_an_error_answer_is_an_error_of_its_category(pets: ModuleType) -> None:
    client = pets.PetstoreDemo(http_client=answers({"error": "none"}, 404).client())
    with pytest.raises(pets.NotFoundError) as caught:
        client.pets.get("1")
    assert caught.value.status == 404
    assert isinstance(caught.value, pets.ClientError)


def test_every_operation_can_be_invoked_by_each_name(pets: ModuleType) -> None:
    server = answers(PET)
    client = pets.PetstoreDemo(http_client=server.client())
    for name in ("pets.get", "getPet", "GET /pets/{petId}"):
        assert client.invoke(name, {"petId": "7"}) == PET
        assert server.last.url.path == "/v1/pets/7"


def test_pages_follow_the_cursor_to_the_end(paged: ModuleType) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.params.get("cursor") == "two":
            return httpx.Response(200, json={"items": [{"id": 2, "name": "Max"}]})
        return httpx.Response(200, json={"items": [PET], "next": "two"})

    client = paged.PagedDemo(
        base_url="https://x.example", http_client=Served(answer).client()
    )
    assert [pet.name for pet in client.pets.list()] == ["Rex", "Max"]


def test_an_event_stream_yields_typed_events(paged: ModuleType) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        text = "".join(f"data: {json.dumps({**PET, 'id': n})}\n\n" for n in (1, 2))
        return httpx.Response(
            200, text=text, headers={"content-type": "text/event-stream"}
        )

    client = paged.PagedDemo(
        base_url="https://x.example", http_client=Served(answer).client()
    )
    assert [pet.id for pet in client.pets.watch()] == [1, 2]


def test_a_download_is_bytes(paged: ModuleType) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(
            200, content=b"\x89PNG", headers={"content-type": "image/png"}
        )

    client = paged.PagedDemo(
        base_url="https://x.example", http_client=Served(answer).client()
    )
    assert client.pets.photo().read() == b"\x89PNG"


def test_a_job_streams_and_gives_its_typed_result(video: ModuleType) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        frames = [
            {"id": "j1", "status": "QUEUED"},
            {"id": "j1", "status": "DONE", "data": {"url": "https://x.example/v.mp4"}},
        ]
        text = "".join(f"data: {json.dumps(frame)}\n\n" for frame in frames)
        return httpx.Response(
            200, text=text, headers={"content-type": "text/event-stream"}
        )

    server = Served(answer)
    client = video.VideoDemo(http_client=server.client())
    job = client.generation.kling_v2_6(prompt="rain")
    assert job.wait(timeout=5).url == "https://x.example/v.mp4"
    assert job.id == "j1"
    assert [request.method for request in server.asked] == ["POST"]
    assert sent(server.last) == {"prompt": "rain"}


def test_importing_a_client_loads_nothing_that_is_not_ours(folder: Path) -> None:
    code = (
        "import sys; before = set(sys.modules); import video_demo;"
        "loaded = {name.split('.')[0] for name in set(sys.modules) - before};"
        "print(sorted(loaded - set(sys.stdlib_module_names)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder / "c",
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "['video_demo']"


def test_importing_a_client_takes_at_most_five_milliseconds(folder: Path) -> None:
    code = (
        "import time; start = time.process_time(); import video_demo;"
        "print(time.process_time() - start)"
    )
    taken = [
        float(
            subprocess.run(
                [sys.executable, "-c", code],
                cwd=folder / "c",
                capture_output=True,
                text=True,
                check=True,
            ).stdout
        )
        for _ in range(5)
    ]
    assert min(taken) < 0.005


def test_the_package_says_what_it_exports(video: ModuleType) -> None:
    assert {"VideoDemo", "AsyncVideoDemo", "Job", "OMIT", "CallOptions"} <= set(
        video.__all__
    )
    for name in video.__all__:
        assert getattr(video, name) is not None
    assert set(video.__all__) <= set(dir(video))
    with pytest.raises(AttributeError, match="VideoDmo"):
        _ = video.VideoDmo


def test_a_resource_imports_only_when_it_is_used(folder: Path) -> None:
    code = (
        "import sys, video_demo; client = video_demo.VideoDemo();"
        "assert 'video_demo.resources.generation' not in sys.modules;"
        "client.generation;"
        "assert 'video_demo.resources.generation' in sys.modules;"
        "assert 'video_demo.models.generation' not in sys.modules;"
        "assert 'video_demo.params.generation' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], cwd=folder / "c", check=True)


def test_a_package_can_be_embedded_in_another(tmp_path: Path) -> None:
    outer = tmp_path / "outer_demo"
    outer.mkdir()
    (outer / "__init__.py").write_text("")
    write(apis.pets(), outer, "inner")
    server = answers(PET)
    with imported(tmp_path, "outer_demo"):
        import importlib

        inner = importlib.import_module("outer_demo.inner")
        client = inner.Inner(http_client=server.client())
        assert client.pets.get("1").name == "Rex"
