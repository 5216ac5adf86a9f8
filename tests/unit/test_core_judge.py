"""openapi-core, with the readers it lacks, says no to a request that is not valid."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
import yaml

from tests import core_judge

FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data; boundary=b"
DOCUMENT = """
openapi: 3.1.0
info: {title: Parts, version: "1"}
paths:
  /p/{id}:
    get:
      parameters:
        - {name: id, in: path, required: true, style: matrix, schema: {type: integer}}
        - name: where
          in: query
          style: deepObject
          schema:
            type: object
            required: [sizes]
            properties:
              sizes: {type: array, items: {type: object, required: [cm], properties:
                {cm: {type: integer}}}}
        - {name: tags, in: query, style: pipeDelimited, explode: false,
            schema: {type: array, maxItems: 2, items: {type: string}}}
        - {name: page, in: query, schema: {type: [integer, "null"]}}
        - {name: X-Trace, in: header, schema: {type: array, items: {type: boolean}}}
    post:
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - name: range
          in: query
          required: true
          schema: {type: object, required: [to], properties: {to: {type: integer}}}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: "#/components/schemas/Shape"}
          application/x-www-form-urlencoded:
            schema:
              type: object
              required: [name]
              properties:
                name: {type: string}
                sizes: {type: array, items: {type: integer}}
                part: {type: object, properties: {cm: {type: integer}}}
            encoding: {part: {style: deepObject, explode: true}}
          multipart/form-data:
            schema:
              type: object
              required: [file]
              properties:
                file:
                  oneOf: [{type: string, format: binary}, {type: string, format: uri}]
                count: {type: [integer, "null"]}
          text/plain: {schema: {type: boolean}}
components:
  schemas:
    Shape:
      oneOf: [{$ref: "#/components/schemas/Dot"}, {$ref: "#/components/schemas/Box"}]
      discriminator: {propertyName: kind, mapping: {box: "#/components/schemas/Box"}}
    Dot:
      required: [kind]
      properties: {kind: {type: string}, id: {type: string, readOnly: true}}
    Box:
      required: [kind, id, cm]
      properties:
        kind: {type: string}
        id: {type: string, readOnly: true}
        cm: {type: integer}
"""


@pytest.fixture(scope="module")
def judge() -> core_judge.Judge:
    found: dict[str, Any] = yaml.safe_load(DOCUMENT)
    return core_judge.judge(found)


def refused(judge: core_judge.Judge, request: httpx.Request) -> bool:
    return bool(judge.refusal(request, "/p/{id}"))


def asked(target: str, trace: str | None = None) -> httpx.Request:
    headers = {} if trace is None else {"X-Trace": trace}
    return httpx.Request("GET", f"{core_judge.HOST}/p/{target}", headers=headers)


def sent(media_type: str, content: str, query: str = "to=1") -> httpx.Request:
    return httpx.Request(
        "POST",
        f"{core_judge.HOST}/p/a?{query}",
        headers={"content-type": media_type},
        content=content.encode(),
    )


def part(name: str, text: str) -> str:
    return f'--b\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{text}\r\n'


@pytest.mark.parametrize(
    "target",
    [
        ";id=7",
        ";id=7?where[sizes][0][cm]=1&where[sizes][1][cm]=2",
        ";id=7?tags=a%7Cb",
        ";id=7?page=3",
        ";id=7?page=null",
    ],
)
def test_a_target_that_the_document_allows_is_accepted(
    judge: core_judge.Judge, target: str
) -> None:
    assert not refused(judge, asked(target, "true,false"))


@pytest.mark.parametrize(
    "target",
    [
        ";id=x",
        "7",
        ";id=7?where[sizes][0][cm]=x",
        ";id=7?where[sizes][0][mm]=1",
        ";id=7?where[other]=1",
        ";id=7?tags=a%7Cb%7Cc",
        ";id=7?page=x",
    ],
)
def test_a_target_that_the_document_does_not_allow_is_refused(
    judge: core_judge.Judge, target: str
) -> None:
    assert refused(judge, asked(target))


def test_a_header_of_another_type_is_refused(judge: core_judge.Judge) -> None:
    assert refused(judge, asked(";id=7", "true,yes"))


@pytest.mark.parametrize(
    ("media_type", "content"),
    [
        ("application/json", '{"kind": "box", "cm": 1}'),
        ("application/json", '{"kind": "Dot"}'),
        (FORM, "name=x&sizes=1&sizes=2&part%5Bcm%5D=3"),
        (PARTS, f"{part('file', '@abcdefgh')}{part('count', '3')}--b--\r\n"),
        (PARTS, f"{part('file', 'https://t.example.com')}--b--\r\n"),
        ("text/plain", "true"),
    ],
)
def test_a_body_that_the_document_allows_is_accepted(
    judge: core_judge.Judge, media_type: str, content: str
) -> None:
    assert judge.refusal(sent(media_type, content), "/p/{id}") == ""


@pytest.mark.parametrize(
    ("media_type", "content"),
    [
        ("application/json", '{"kind": "box"}'),
        ("application/json", '{"kind": "ball"}'),
        ("application/json", ""),
        ("application/xml", "<a/>"),
        (FORM, "sizes=1"),
        (FORM, "name=x&sizes=1&sizes=y"),
        (FORM, "name=x&part%5Bcm%5D=y"),
        (PARTS, f"{part('count', '3')}--b--\r\n"),
        (PARTS, f"{part('file', '@abcdefgh')}{part('count', 'x')}--b--\r\n"),
        (PARTS, f"{part('file', 'neither')}--b--\r\n"),
        ("text/plain", "yes"),
    ],
)
def test_a_body_that_the_document_does_not_allow_is_refused(
    judge: core_judge.Judge, media_type: str, content: str
) -> None:
    assert refused(judge, sent(media_type, content))


@pytest.mark.parametrize("query", ["", "to=x", "from=1"])
def test_a_missing_or_wrong_exploded_object_is_refused(
    judge: core_judge.Judge, query: str
) -> None:
    assert refused(judge, sent("text/plain", "true", query))
