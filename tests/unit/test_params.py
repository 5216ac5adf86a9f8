"""Parameters on the wire: every style, against the tables of RFC 6570 and OpenAPI."""

from __future__ import annotations

import datetime
import decimal
import enum
import json
import uuid
from typing import Any
from urllib.parse import parse_qsl, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from specloom.runtime._errors import InvalidPayloadError
from specloom.runtime._forms import querystring_text
from specloom.runtime._operation import Encoding, Parameter
from specloom.runtime._params import (
    cookie_pairs,
    header_text,
    path_text,
    plain,
    query_text,
)

LIST = ["red", "green", "blue"]
KEYS = {"semi": ";", "dot": ".", "comma": ","}


def path(style: Any, explode: bool, value: Any, wire: str = "x") -> str:
    parameter = Parameter(wire=wire, place="path", style=style, explode=explode)
    return path_text(parameter, value)


def query(style: Any, explode: bool, value: Any, wire: str = "x", **more: Any) -> str:
    parameter = Parameter(
        wire=wire,
        place="query",
        style=style,
        explode=explode,
        **more,
    )
    return query_text(parameter, value)


def cookies(style: Any, explode: bool, value: Any) -> str:
    parameter = Parameter(wire="x", place="cookie", style=style, explode=explode)
    return "; ".join(f"{k}={v}" for k, v in cookie_pairs(parameter, value))


@pytest.mark.parametrize(
    ("style", "explode", "value", "expected"),
    [
        # RFC 6570, 3.2.2 (simple), 3.2.5 (label), 3.2.7 (matrix)
        ("simple", False, "value", "value"),
        ("simple", False, "Hello World!", "Hello%20World%21"),
        ("simple", False, "50%", "50%25"),
        ("simple", False, LIST, "red,green,blue"),
        ("simple", True, LIST, "red,green,blue"),
        ("simple", False, KEYS, "semi,%3B,dot,.,comma,%2C"),
        ("simple", True, KEYS, "semi=%3B,dot=.,comma=%2C"),
        ("label", False, "fred", ".fred"),
        ("label", False, LIST, ".red,green,blue"),
        ("label", True, LIST, ".red.green.blue"),
        ("label", False, KEYS, ".semi,%3B,dot,.,comma,%2C"),
        ("label", True, KEYS, ".semi=%3B.dot=..comma=%2C"),
        ("matrix", False, "fred", ";x=fred"),
        ("matrix", False, "", ";x"),
        ("matrix", False, LIST, ";x=red,green,blue"),
        ("matrix", True, LIST, ";x=red;x=green;x=blue"),
        ("matrix", False, KEYS, ";x=semi,%3B,dot,.,comma,%2C"),
        ("matrix", True, KEYS, ";semi=%3B;dot=.;comma=%2C"),
        ("simple", False, True, "true"),
        ("simple", False, 5, "5"),
        ("simple", False, 0.5, "0.5"),
        ("simple", False, "a/b?c#d", "a%2Fb%3Fc%23d"),
        ("simple", False, "é", "%C3%A9"),
        ("simple", False, [1, None, 2], "1,2"),
    ],
)
def test_a_path_parameter_is_written_in_its_style(
    style: str,
    explode: bool,
    value: Any,
    expected: str,
) -> None:
    assert path(style, explode, value) == expected


@pytest.mark.parametrize(
    ("style", "explode", "value", "expected"),
    [
        # RFC 6570, 3.2.8; OpenAPI 3.1, 4.8.12.3
        ("form", True, "blue", "x=blue"),
        ("form", True, "", "x="),
        ("form", True, LIST, "x=red&x=green&x=blue"),
        ("form", False, LIST, "x=red,green,blue"),
        ("form", True, KEYS, "semi=%3B&dot=.&comma=%2C"),
        ("form", False, KEYS, "x=semi,%3B,dot,.,comma,%2C"),
        ("form", True, [], ""),
        ("form", False, [], ""),
        ("form", True, {}, ""),
        ("form", True, None, ""),
        ("spaceDelimited", False, LIST, "x=red%20green%20blue"),
        ("spaceDelimited", True, LIST, "x=red&x=green&x=blue"),
        ("spaceDelimited", False, {"R": 100, "G": 200}, "x=R%20100%20G%20200"),
        ("pipeDelimited", False, LIST, "x=red%7Cgreen%7Cblue"),
        ("pipeDelimited", True, LIST, "x=red&x=green&x=blue"),
        ("pipeDelimited", False, {"R": 100, "G": 200}, "x=R%7C100%7CG%7C200"),
        ("deepObject", True, {"R": 100, "G": 200}, "x%5BR%5D=100&x%5BG%5D=200"),
        ("deepObject", True, {"a": {"b": 1}}, "x%5Ba%5D%5Bb%5D=1"),
        ("deepObject", True, {"a": [1, 2]}, "x%5Ba%5D%5B0%5D=1&x%5Ba%5D%5B1%5D=2"),
        ("deepObject", True, {"a": None}, ""),
        ("form", True, True, "x=true"),
        ("form", True, "a&b=c+d e", "x=a%26b%3Dc%2Bd%20e"),
        ("form", True, [{"a": 1}], "x=%7B%22a%22%3A1%7D"),
    ],
)
def test_a_query_parameter_is_written_in_its_style(
    style: str,
    explode: bool,
    value: Any,
    expected: str,
) -> None:
    assert query(style, explode, value) == expected


@pytest.mark.parametrize(
    ("explode", "value", "expected"),
    [
        (False, "blue", "blue"),
        (False, LIST, "red,green,blue"),
        (True, LIST, "red,green,blue"),
        (False, {"R": 100, "G": 200}, "R,100,G,200"),
        (True, {"R": 100, "G": 200}, "R=100,G=200"),
        (False, "a b/c", "a b/c"),
        (False, False, "false"),
    ],
)
def test_a_header_is_written_simply_and_not_percent_encoded(
    explode: bool,
    value: Any,
    expected: str,
) -> None:
    parameter = Parameter(wire="X", place="header", explode=explode)
    assert header_text(parameter, value) == expected


@pytest.mark.parametrize(
    ("style", "explode", "value", "expected"),
    [
        ("form", True, "blue", "x=blue"),
        ("form", False, LIST, "x=red,green,blue"),
        ("form", True, LIST, "x=red; x=green; x=blue"),
        ("form", False, {"R": 100}, "x=R,100"),
        ("form", True, {"R": 100, "G": 1}, "R=100; G=1"),
        ("form", True, "a;b c", "x=a%3Bb%20c"),
        ("cookie", True, "a%b", "x=a%b"),
    ],
)
def test_a_cookie_parameter_is_written_in_its_style(
    style: str,
    explode: bool,
    value: Any,
    expected: str,
) -> None:
    assert cookies(style, explode, value) == expected


@pytest.mark.parametrize("value", ["a;b", "a b", "a,b", 'a"b', "a\r\nb", "é", "a\\b"])
def test_a_cookie_that_is_not_encoded_cannot_hold_what_ends_it(value: str) -> None:
    with pytest.raises(InvalidPayloadError):
        cookies("cookie", True, value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a/b:c@d", "x=a/b:c@d"),
        ("100%25", "x=100%25"),
        ("100%", "x=100%25"),
        ("%zz", "x=%25zz"),
        ("a#b&c+d[e]", "x=a%23b%26c%2Bd%5Be%5D"),
        ("ä b", "x=%C3%A4%20b"),
    ],
)
def test_allow_reserved_keeps_reserved_characters_but_not_those_that_split_a_query(
    value: str,
    expected: str,
) -> None:
    assert query("form", True, value, allow_reserved=True) == expected


def test_allow_reserved_never_lets_a_path_value_leave_its_segment() -> None:
    parameter = Parameter(wire="x", place="path", allow_reserved=True)
    assert path_text(parameter, "a:b@c") == "a:b@c"
    assert path_text(parameter, "a/b?c#d") == "a%2Fb%3Fc%23d"


def test_a_content_parameter_is_json_in_every_place() -> None:
    value = {"a": [1, "ü"], "b": None}
    text = '{"a":[1,"ü"],"b":null}'
    kind = "application/json"
    assert query("form", True, value, media_type=kind).partition("=")[2] != text
    found = unquote(query("form", True, value, media_type=kind)).partition("=")[2]
    assert found == text
    header = Parameter(wire="X", place="header", media_type=kind)
    assert header_text(header, {"a": "ü"}) == '{"a":"\\u00fc"}'
    cookie = Parameter(wire="x", place="cookie", media_type=kind)
    assert list(cookie_pairs(cookie, {"a": 1})) == [("x", "%7B%22a%22%3A1%7D")]
    place = Parameter(wire="x", place="path", media_type=kind)
    assert path_text(place, {"a": 1}) == "%7B%22a%22%3A1%7D"


def test_a_text_content_parameter_is_written_as_it_is() -> None:
    assert query("form", True, "a b", media_type="text/plain") == "x=a%20b"


@pytest.mark.parametrize(
    ("media_type", "value", "expected"),
    [
        (None, {"a": 1, "b": ["x", "y"]}, "a=1&b=x&b=y"),
        ("application/x-www-form-urlencoded", {"a": "b c"}, "a=b%20c"),
        ("application/json", {"a": 1}, "%7B%22a%22%3A1%7D"),
        (None, "a=1&b=ü#", "a=1&b=%C3%BC%23"),
    ],
)
def test_a_whole_query_string_is_one_value_in_its_media_type(
    media_type: str | None,
    value: Any,
    expected: str,
) -> None:
    parameter = Parameter(wire="q", place="querystring", media_type=media_type)
    assert querystring_text(parameter, value) == expected


def test_fields_of_a_whole_query_string_have_their_encodings() -> None:
    parameter = Parameter(
        wire="q",
        place="querystring",
        media_type="application/x-www-form-urlencoded",
        encodings={
            "tags": Encoding(style="form", explode=False),
            "at": Encoding(style="deepObject"),
        },
    )
    value = {"tags": ["a", "b c"], "at": {"x": 1}, "o": {"k": 1}, "none": None}
    expected = "tags=a,b%20c&at%5Bx%5D=1&o=%7B%22k%22%3A1%7D"
    assert querystring_text(parameter, value) == expected


class Colour(enum.Enum):
    RED = "red"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (datetime.date(2024, 2, 29), "2024-02-29"),
        (datetime.timedelta(days=1, hours=12, milliseconds=500), "P1DT12H0.5S"),
        (datetime.timedelta(minutes=-90), "-PT1H30M"),
        (datetime.timedelta(microseconds=1), "PT0.000001S"),
        (datetime.timedelta(), "PT0S"),
        (datetime.timedelta(days=3), "P3D"),
        (
            datetime.datetime(2024, 2, 29, 12, tzinfo=datetime.UTC),
            "2024-02-29T12:00:00+00:00",
        ),
        (uuid.UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        (Colour.RED, "red"),
        (decimal.Decimal("2"), 2),
        ((1, 2), [1, 2]),
        (frozenset({1}), [1]),
        ({"a": {Colour.RED}}, {"a": ["red"]}),
    ],
)
def test_python_values_become_what_json_can_hold(value: Any, expected: Any) -> None:
    assert plain("x", value) == expected


@pytest.mark.parametrize(
    "value",
    [float("nan"), float("inf"), b"bytes", object(), decimal.Decimal("NaN")],
)
def test_a_value_without_a_json_form_is_refused_with_its_place(value: Any) -> None:
    with pytest.raises(InvalidPayloadError) as caught:
        plain("a", {"b": [value]})
    assert caught.value.issues[0].field == "a.b[0]"


def test_null_is_refused_where_a_path_needs_a_value() -> None:
    with pytest.raises(InvalidPayloadError, match=r"path\.x: expected a value"):
        path("simple", False, None)


def test_a_lone_surrogate_is_refused_instead_of_failing_inside() -> None:
    with pytest.raises(InvalidPayloadError, match="Unicode"):
        query("form", True, "\ud800")


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@given(TEXT)
def test_a_path_value_never_leaves_its_segment(value: str) -> None:
    text = path("simple", False, value)
    assert not set(text) & set("/?#;\\ \r\n")
    assert unquote(text) == value


@given(st.dictionaries(TEXT, TEXT, min_size=1))
def test_an_exploded_object_comes_back_from_the_query(value: dict[str, str]) -> None:
    assert dict(parse_qsl(query("form", True, value), keep_blank_values=True)) == value


@given(st.lists(TEXT, min_size=1))
def test_an_exploded_list_comes_back_from_the_query(value: list[str]) -> None:
    found = parse_qsl(query("form", True, value), keep_blank_values=True)
    assert [text for _, text in found] == value


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner),
    max_leaves=10,
)


@given(JSON)
def test_a_json_query_parameter_comes_back_whole(value: Any) -> None:
    text = query("form", True, value, media_type="application/json")
    assert json.loads(unquote(text.partition("=")[2])) == value
