"""Jobs that another tool's extension declares are followed by what the answers name."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

import httpx
import pytest

from tests.behaviour.packages import Served, generated

DOCUMENT = """
openapi: 3.1.0
info: {title: Disks, version: "1"}
servers: [{url: "https://api.example.com"}]
paths:
  /disks/{name}:
    parameters:
      - {name: name, in: path, required: true, schema: {type: string}}
      - {name: api-version, in: query, required: true, schema: {type: string}}
    put:
      operationId: createDisk
      x-ms-long-running-operation: true
      responses: &answer
        "200":
          description: The disk.
          content: {application/json: {schema: {$ref: "#/components/schemas/Disk"}}}
    get: {operationId: readDisk, responses: *answer}
  /disks/{name}/copy:
    post:
      operationId: copyDisk
      parameters:
        - {name: name, in: path, required: true, schema: {type: string}}
      x-ms-long-running-operation: true
      responses: *answer
  /plain:
    put: {operationId: putPlain, x-ms-long-running-operation: true, responses: *answer}
components:
  schemas:
    Disk: {type: object, properties: {size: {type: integer}}}
"""
DISK = {"size": 5}


@pytest.fixture(scope="module")
def disks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    with generated(DOCUMENT, tmp_path_factory.mktemp("disks"), "disks_demo") as made:
        yield made


def served(*answers: httpx.Response) -> Served:
    left = list(answers)
    return Served(lambda request: left.pop(0))


def asked(server: Served) -> list[str]:
    return [f"{item.method} {item.url.raw_path.decode()}" for item in server.asked]


def test_a_status_url_in_a_header_is_the_id_and_is_polled(disks: ModuleType) -> None:
    headers = {"Operation-Location": "https://api.example.com/operations/17"}
    server = served(
        httpx.Response(202, headers=headers),
        httpx.Response(200, json={"status": "Succeeded"}),
    )
    client = disks.DisksDemo(http_client=server.client())
    job = client.disks.copy("a")
    assert job.id == "17"
    assert job.refresh().state == "succeeded"
    assert asked(server) == ["POST /disks/a/copy", "GET /operations/17"]


def test_without_a_status_url_what_was_put_is_asked_itself(disks: ModuleType) -> None:
    server = served(
        httpx.Response(200, json={"properties": {"provisioningState": "Creating"}}),
        httpx.Response(200, json={"properties": {"provisioningState": "Succeeded"}}),
        httpx.Response(200, json=DISK),
    )
    client = disks.DisksDemo(http_client=server.client())
    job = client.disks.create("a", api_version="2026-01-01")
    assert job.id == "a"
    assert job.refresh().state == "succeeded"
    assert job.wait().size == 5
    assert asked(server)[1:] == 2 * ["GET /disks/a?api-version=2026-01-01"]


def test_what_is_there_at_once_needs_no_second_request(disks: ModuleType) -> None:
    server = served(httpx.Response(200, json=DISK))
    client = disks.DisksDemo(http_client=server.client())
    assert client.plain.update().wait().size == 5
