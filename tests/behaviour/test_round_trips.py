"""What a client sends and reads is what its document says, by judges that can say no."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from specloom import output, pipeline

from tests import roundtrip
from tests.behaviour.packages import imported

DOCUMENT = """
openapi: 3.1.0
info: {title: Parts, version: "1"}
servers: [{url: "https://api.example.com"}]
paths:
  /parts/{kind}/{codes}:
    parameters:
      - {name: kind, in: path, required: true, schema: {type: string}}
      - name: codes
        in: path
        required: true
        style: matrix
        schema: {type: array, minItems: 2, items: {type: integer}}
    get:
      operationId: list_parts
      parameters:
        - {name: at, in: query, required: true, schema: {type: string, format: date}}
        - name: tags
          in: query
          required: true
          explode: false
          schema: {type: array, minItems: 2, items: {type: string}}
        - name: where
          in: query
          required: true
          style: deepObject
          schema:
            type: object
            required: [size]
            properties: {size: {type: integer}}
        - {name: X-Trace, in: header, required: true, schema: {type: string}}
      responses:
        "200":
          description: Parts.
          content:
            application/json:
              schema: {type: array, items: {$ref: "#/components/schemas/Part"}}
    put:
      operationId: put_part
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: "#/components/schemas/Part"}
      responses:
        "200":
          description: The part.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Part"}
  /uploads:
    post:
      operationId: upload
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              required: [file, title]
              properties:
                file: {type: string, format: binary}
                cover: {type: [string, "null"], format: binary}
                title: {type: string}
      responses:
        "200":
          description: As it came.
          content: {application/octet-stream: {schema: {type: string, format: binary}}}
  /events:
    get:
      operationId: watch
      responses:
        "200":
          description: Events.
          content:
            text/event-stream:
              schema: {$ref: "#/components/schemas/Part"}
  /texts:
    get:
      operationId: listen
      responses:
        "200":
          description: Texts.
          content: {text/event-stream: {schema: {type: string}}}
components:
  schemas:
    Part:
      type: object
      required: [id, size]
      properties:
        id: {type: string, format: uuid}
        size: {type: [integer, "null"]}
        parts: {type: array, items: {$ref: "#/components/schemas/Part"}}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return the folder of a client of the document."""
    found = tmp_path_factory.mktemp("client")
    source = found / "parts.yaml"
    source.write_text(DOCUMENT, encoding="utf-8")
    loaded = pipeline.read_api(source)
    output.write(pipeline.generate(loaded, package="parts_demo"), found / "parts")
    with imported(found / "parts", "parts_demo"):
        yield found / "parts"


def document() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(DOCUMENT)
    return copy.deepcopy(found)


def test_every_operation_is_accepted_and_comes_back_equal(folder: Path) -> None:
    result = roundtrip.run(document(), "parts_demo", folder)
    assert result.faults == []
    assert (result.sent, result.answered) == ("5/5", "5/5")


def _get(found: dict[str, Any]) -> dict[str, Any]:
    return found["paths"]["/parts/{kind}/{codes}"]["get"]  # type: ignore[no-any-return]


def _style(found: dict[str, Any]) -> None:
    _get(found)["parameters"][1]["style"] = "pipeDelimited"


def _explode(found: dict[str, Any]) -> None:
    _get(found)["parameters"][1]["explode"] = True


def _nesting(found: dict[str, Any]) -> None:
    _get(found)["parameters"][2]["style"] = "form"


def _path_style(found: dict[str, Any]) -> None:
    found["paths"]["/parts/{kind}/{codes}"]["parameters"][1]["style"] = "label"


def _media_type(found: dict[str, Any]) -> None:
    content = found["paths"]["/uploads"]["post"]["requestBody"]["content"]
    part = content["multipart/form-data"]
    part["encoding"] = {"title": {"style": "deepObject"}}
    part["schema"]["properties"]["title"] = {"type": "object", "minProperties": 1}


def _kind(found: dict[str, Any]) -> None:
    found["components"]["schemas"]["Part"]["properties"]["size"] = {"type": "string"}


@pytest.mark.parametrize(
    "change", [_style, _explode, _nesting, _path_style, _media_type, _kind]
)
def test_a_client_of_another_document_is_refused(
    folder: Path, change: Callable[[dict[str, Any]], None]
) -> None:
    other = document()
    change(other)
    result = roundtrip.run(other, "parts_demo", folder)
    assert result.accepted < result.operations
    assert result.faults
