"""An item of an event stream is the data of an event, or the event where its name
says something."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from types import ModuleType

import httpx
import pytest

from tests.behaviour.packages import Served, generated

DOCUMENT = """
openapi: 3.2.0
info: {title: Parts, version: "1"}
servers: [{url: "https://api.example.com"}]
paths:
  /named:
    get:
      operationId: named
      tags: [events]
      responses: {"200": {description: x, content: {text/event-stream: {itemSchema: {oneOf: [
        {$ref: "#/components/schemas/Text"}, {$ref: "#/components/schemas/Step"}]}}}}}
  /refined:
    get:
      operationId: refined
      tags: [events]
      responses: {"200": {description: x, content: {text/event-stream: {itemSchema: {
        type: object, required: [event], properties: {event: {type: string}, data: {type: string}},
        oneOf: [{properties: {event: {const: a}}}, {properties: {event: {const: b}, data: {contentSchema: {$ref: "#/components/schemas/Delta"}}}}]}}}}}
  /habit:
    get:
      operationId: habit
      tags: [events]
      responses: {"200": {description: x, content: {text/event-stream: {schema: {oneOf: [
        {type: object, required: [data], properties: {data: {$ref: "#/components/schemas/Delta"}}},
        {type: object, required: [data], properties: {data: {type: string, enum: ["[DONE]"]}}}]}}}}}
components:
  schemas:
    Delta: {type: object, required: [delta], properties: {delta: {type: string}}}
    Text: {type: object, required: [event, data], properties: {event: {const: text}, data: {type: string}}}
    Step: {type: object, required: [event, data], properties: {event: {const: step}, data: {type: string, contentMediaType: application/json, contentSchema: {$ref: "#/components/schemas/Delta"}}, id: {type: string}}}
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    folder = tmp_path_factory.mktemp("client")
    with generated(DOCUMENT, folder, "parts_demo") as made:
        yield made


def streaming(*events: str) -> Served:
    content = "".join(f"{event}\n\n" for event in events).encode()
    headers = {"Content-Type": "text/event-stream"}
    return Served(lambda _: httpx.Response(200, headers=headers, content=content))


def test_events_of_several_names_are_typed_by_name(package: ModuleType) -> None:
    served = streaming(
        "event: text\ndata: 12",
        'event: step\nid: 7\ndata: {"delta":"x"}',
        "event: later\ndata: more",
    )
    client = package.PartsDemo(http_client=served.client())
    text, step, other = client.events.named()
    assert (text.event, text.data) == ("text", "12")
    assert (step.event, step.id, step.data.delta) == ("step", "7", "x")
    assert isinstance(other, package.Unknown)


def test_what_all_events_share_is_read_with_each_of_them(package: ModuleType) -> None:
    served = streaming("event: a\ndata: one", 'event: b\ndata: {"delta":"x"}')
    client = package.PartsDemo(http_client=served.client())
    one, other = client.events.refined()
    assert (one.data, other.data.delta) == ("one", "x")


@pytest.mark.parametrize("data", ['{"delta":"x"}', '{"data":{"delta":"x"}}'])
def test_a_schema_of_events_is_read_as_that_of_their_data(
    package: ModuleType, data: str
) -> None:
    served = streaming(f"data: {data}", "data: [DONE]")
    client = package.PartsDemo(http_client=served.client())
    assert [item.delta for item in client.events.habit()] == ["x"]


async def collected(package: ModuleType, served: Served) -> list[str]:
    client = package.AsyncPartsDemo(http_client=served.async_client())
    return [item.event async for item in client.events.named()]


def test_awaited_events_are_the_same(package: ModuleType) -> None:
    served = streaming("event: text\ndata: a", 'event: step\ndata: {"delta":"x"}')
    assert asyncio.run(collected(package, served)) == ["text", "step"]
