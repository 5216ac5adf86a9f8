"""Answers become typed values; one that does not fit is never lost."""

from __future__ import annotations

import json
import logging
from typing import Any, Literal, TypeAlias, get_args

import pytest
from specloom.runtime._decode import decode, json_of, read_answer, text_of
from specloom.runtime._errors import BadResponseError
from specloom.runtime._model import Model, Unknown, lazy, tagged
from specloom.runtime._operation import Operation, Response
from specloom.runtime._redact import Redactor
from specloom.runtime._wire import Reply


class Owner(Model):
    id: int
    name: str | None = None


class Shop(Model):
    name: str
    kind: Kind


Kind: TypeAlias = Literal["pets", "books"] | str


class Text(Model):
    type: str
    content: str


class Tool(Model):
    type: str
    name: str


class Pet(Model):
    id: int
    tags: list[str] | None = None
    owner: Owner | None = None
    scores: dict[str, int] | None = None
    friend: lazy(f"{__name__}", Owner.__module__.rpartition(".")[2], "Owner") = None  # type: ignore[valid-type]


def answered(
    body: bytes,
    of: Any = Pet,
    *,
    strict: bool = False,
    content_type: str = "application/json",
    status: int = 200,
    reads: Any = "json",
) -> Any:
    operation: Operation[Any] = Operation(
        key="GET /pets",
        method="GET",
        path="/pets",
        responses=(
            Response(
                status="200",
                media_type="application/json",
                reads=reads,
                type=None if of is None else lambda: of,
            ),
        ),
    )
    reply = Reply(status, (("content-type", content_type),), body)
    return read_answer(operation, reply, strict=strict, redactor=Redactor())


def test_an_answer_that_fits_is_typed() -> None:
    found = answered(b'{"id": 1, "owner": {"id": 2}, "new": true}')
    assert isinstance(found, Pet)
    assert found.owner == Owner(id=2)
    assert found.to_dict() == {"id": 1, "owner": {"id": 2}, "new": True}


def test_a_misfit_is_kept_raw_and_named_and_the_rest_is_typed(
    caplog: pytest.LogCaptureFixture,
) -> None:
    body = {
        "id": 1,
        "tags": ["a", 5],
        "owner": {"name": "Ann", "x": [1]},
        "scores": {"a": 1, "b/c": "high"},
    }
    with caplog.at_level(logging.WARNING):
        found = answered(json.dumps(body).encode())
    assert isinstance(found, Pet)
    assert found.tags == ["a", 5]
    assert isinstance(found.owner, Owner)
    assert found.owner.id is None
    assert found.owner.name == "Ann"
    assert found.scores == {"a": 1, "b/c": "high"}
    assert found.to_dict() == body
    for place in ("/tags/1", "/owner/id", "/scores/b~1c"):
        assert place in caplog.text


def test_a_misfit_beside_a_type_that_is_defined_later_is_salvaged_too() -> None:
    (found,) = answered(b'[{"name": 7, "kind": "pets"}]', list[Shop])
    assert found.to_dict() == {"name": 7, "kind": "pets"}


def test_a_misfit_behind_a_lazy_edge_is_salvaged_too() -> None:
    found = answered(b'{"id": 1, "friend": {"id": "x", "name": "Bo"}}')
    assert isinstance(found.friend, Owner)
    assert (found.friend.id, found.friend.name) == ("x", "Bo")


class Route(Model):
    ends: tuple[Owner, int] | None = None
    __pydantic_extra__: dict[str, Owner]


def test_further_fields_and_places_of_a_list_are_salvaged_in_their_types(
    caplog: pytest.LogCaptureFixture,
) -> None:
    body = {"ends": [{"id": 1}, "two"], "a": {"id": 3}, "b/c": {"id": "4"}}
    found = answered(json.dumps(body).encode(), Route)
    assert (found.ends, found.extras["a"]) == ((Owner(id=1), "two"), Owner(id=3))
    assert isinstance(found.extras["b/c"], Owner)
    assert found.to_dict() == body
    for place in ("/ends/1", "/b~1c/id"):
        assert place in caplog.text


def test_a_list_of_another_length_stays_a_list() -> None:
    found = answered(b'{"ends": [{"id": 1}], "a": {"id": 3}}', Route)
    assert found.ends == [{"id": 1}]
    assert found.extras["a"] == Owner(id=3)


def test_a_whole_answer_of_another_shape_comes_as_it_is() -> None:
    assert answered(b"[1, 2]") == [1, 2]


def test_strict_answers_raise_with_every_place() -> None:
    with pytest.raises(BadResponseError) as caught:
        answered(b'{"id": "1", "tags": [5]}', strict=True)
    assert [place for place, _ in caught.value.issues] == ["/id", "/tags/0"]


def test_a_misfit_in_a_tagged_variant_stays_in_its_variant() -> None:
    from typing import Annotated

    chooser = tagged("type", "text", "tool")
    event = Annotated[Text | Tool | Unknown, chooser]
    found = answered(b'{"type": "tool", "name": 5}', of=event)
    assert isinstance(found, Tool)
    assert found.name == 5
    other = answered(b'{"type": "new", "name": 5}', of=event)
    assert other == Unknown({"type": "new", "name": 5})


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"<html>busy</html>", "text/html"),
        (b'{"id": 1', "application/json"),
        (b"", "application/json"),
        (b"  ", "application/json"),
        (b"[" * 100_000, "application/json"),
        (b"\xff\xfe", "application/json"),
    ],
)
def test_what_is_no_json_is_an_error_with_an_excerpt(
    body: bytes,
    content_type: str,
) -> None:
    with pytest.raises(BadResponseError) as caught:
        answered(body, content_type=content_type)
    assert caught.value.status == 200
    assert len(caught.value.excerpt or "") <= 400


def test_large_integers_keep_every_digit() -> None:
    assert answered(b'{"id": 12345678901234567890}').id == 12345678901234567890
    assert answered(b"12345678901234567890123", of=None) == 12345678901234567890123


@pytest.mark.parametrize(
    "content_type",
    ["application/json; charset=evil", "application/json; charset=rot13", ""],
)
def test_an_unknown_charset_is_read_as_utf8(content_type: str) -> None:
    found = answered('{"id": 1, "tags": ["é"]}'.encode(), content_type=content_type)
    assert found.tags == ["é"]


def test_a_declared_charset_is_obeyed_where_utf8_fails() -> None:
    body = '{"a": "é"}'.encode("latin-1")
    assert json_of(body, "application/json; charset=latin-1") == {"a": "é"}
    assert text_of(body, "text/plain; charset=latin-1") == '{"a": "é"}'


def test_a_byte_order_mark_is_ignored() -> None:
    assert json_of(b"\xef\xbb\xbf[1]") == [1]


@pytest.mark.parametrize(("status", "reads"), [(204, "json"), (200, "none")])
def test_an_answer_without_content_is_none(status: int, reads: Any) -> None:
    assert answered(b"", status=status, reads=reads) is None


def test_text_is_text_and_an_undeclared_body_comes_as_it_is() -> None:
    assert answered(b"hi", reads="text", content_type="text/plain") == "hi"
    assert answered(b'"hi"', reads="text", content_type="text/plain") == '"hi"'
    assert answered(b'"hi"', reads="text") == "hi"
    assert answered(b"hi", reads="text") == "hi"
    assert answered(b'"hi" he said', reads="text") == '"hi" he said'
    operation: Operation[Any] = Operation(key="k", method="GET", path="/")
    reply = Reply(200, (("content-type", "text/plain"),), b"hi")
    assert read_answer(operation, reply, strict=False, redactor=Redactor()) == "hi"


def test_the_most_specific_response_decides() -> None:
    class Other(Model):
        x: int

    operation: Operation[Any] = Operation(
        key="k",
        method="GET",
        path="/",
        responses=(
            Response(status="default", type=lambda: Other),
            Response(status="2XX", type=lambda: Other),
            Response(status="201", media_type="text/plain", reads="text"),
            Response(status="201", media_type="application/*", type=lambda: Owner),
        ),
    )
    reply = Reply(201, (("content-type", "application/json"),), b'{"id": 1}')
    found = read_answer(operation, reply, strict=False, redactor=Redactor())
    assert isinstance(found, Owner)


def test_decoding_without_a_type_gives_plain_values() -> None:
    assert decode(None, b'{"a": [1, null]}') == {"a": [1, None]}


def test_unions_of_later_types_keep_the_order_of_their_tags() -> None:
    owner, shop, text = (lazy(__name__, "x", name) for name in ("A", "B", "C"))
    assert get_args(owner | shop | text) == (owner, shop, text)
    assert get_args(shop | owner | text) == (shop, owner, text)
    assert get_args(text | shop | owner | None)[:3] == (text, shop, owner)
