"""Arguments are checked before sending, in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Literal, NotRequired, Required

import pytest
from pydantic import ConfigDict, Field, Strict, with_config
from specloom.runtime._checking import check
from specloom.runtime._errors import InvalidPayloadError
from specloom.runtime._lifecycle import BodyRules
from specloom.runtime._omit import OMIT
from specloom.runtime._operation import Body, Operation, Parameter, in_path, in_query
from specloom.runtime._options import Arguments, CallOptions
from typing_extensions import TypedDict

CLOSED = with_config(ConfigDict(extra="forbid"))


@CLOSED
class Shot(TypedDict):
    seconds: Annotated[int, Strict(), Field(ge=3, le=15)]
    text: NotRequired[Annotated[str, Strict(), Field(max_length=5)] | None]


@CLOSED
class Movie(TypedDict, total=False):
    prompt: Required[Annotated[str, Strict(), Field(min_length=1, max_length=10)]]
    ratio: Literal["16:9", "1:1"]
    shots: Annotated[list[Shot], Field(min_length=1, max_length=2)]
    seed: Annotated[int, Strict()]
    sound: Annotated[bool, Strict()]
    image: str
    tags: Sequence[str]
    notes: Annotated[dict[str, Any], Field(max_length=0)]


@CLOSED
class Zoom(TypedDict):
    feature: Literal["zoom"]
    factor: Annotated[float, Field(gt=1)]


@CLOSED
class Pan(TypedDict):
    feature: Literal["pan"]
    angle: Annotated[int, Strict()]
    speed: Annotated[int, Strict()]


@CLOSED
class Clip(TypedDict, total=False):
    kind: Required[str]
    seconds: Literal["5", "8"]


@CLOSED
class Left(TypedDict):
    left: int


@CLOSED
class Right(TypedDict):
    right: int


@CLOSED
class Size(TypedDict, total=False):
    width: Annotated[int, Strict()] | Literal["auto"]
    height: Annotated[int, Strict()] | Annotated[str, Strict(), Field(max_length=2)]
    names: Annotated[str, Strict()] | list[Annotated[str, Strict()]]


@CLOSED
class Still(TypedDict, total=False):
    kind: Required[str]
    size: Annotated[int, Strict()]


def operation(of: Any = Movie, **body: Any) -> Operation[Any]:
    return Operation(
        key="POST /movies/{id}",
        method="POST",
        path="/movies/{id}",
        parameters=(
            in_path("id", lambda: Annotated[int, Strict()]),
            in_query("size", lambda: Literal["s", "m"]),
        ),
        bodies=(Body(required=True, type=lambda: of, **body),),
    )


def issues(of: Any = Movie, **given: Any) -> list[tuple[str, str, str]]:
    given.setdefault("path", {"id": 1})
    with pytest.raises(InvalidPayloadError) as caught:
        check(operation(of), Arguments(**given))
    return [tuple(issue) for issue in caught.value.issues]  # type: ignore[misc]


def test_a_payload_that_fits_passes() -> None:
    body = {"prompt": "x", "shots": [{"seconds": 3, "text": None}], "seed": OMIT}
    check(operation(), Arguments(path={"id": 1}, body=body))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({}, ("prompt", "a value", "nothing")),
        ({"prompt": ""}, ("prompt", "at least 1 characters", "0 characters")),
        ({"prompt": "x" * 11}, ("prompt", "at most 10 characters", "11 characters")),
        ({"prompt": 5}, ("prompt", "text", "5")),
        ({"prompt": None}, ("prompt", "text", "null")),
        ({"prompt": "x", "ratio": "4:3"}, ("ratio", "'16:9' or '1:1'", "'4:3'")),
        ({"prompt": "x", "seed": "1"}, ("seed", "a whole number", "'1'")),
        ({"prompt": "x", "sound": 1}, ("sound", "true or false", "1")),
        (
            {"prompt": "x", "shots": [{"seconds": 2}]},
            ("shots[0].seconds", "at least 3", "2"),
        ),
        (
            {"prompt": "x", "shots": [{"seconds": 3}, {"seconds": 16}]},
            ("shots[1].seconds", "at most 15", "16"),
        ),
        (
            {"prompt": "x", "shots": [{"seconds": 3, "text": "toolong"}]},
            ("shots[0].text", "at most 5 characters", "7 characters"),
        ),
        ({"prompt": "x", "shots": []}, ("shots", "at least 1 items", "0 items")),
        ({"prompt": "x", "shots": "no"}, ("shots", "a list", "'no'")),
        ({"prompt": "x", "tags": "no"}, ("tags", "a list", "'no'")),
        (
            {"prompt": "x", "notes": {"a": 1}},
            ("notes", "at most 0 fields", "an object with 1 fields"),
        ),
        (
            {"prompt": "x", "promt": 1},
            ("promt", "no such field", "a field the document does not name"),
        ),
        (
            {"prompt": "x", "shots": [{"seconds": 3, "sec": 1}]},
            ("shots[0].sec", "no such field", "a field the document does not name"),
        ),
    ],
)
def test_a_broken_field_is_named_with_expected_and_actual(
    body: dict[str, Any],
    expected: tuple[str, str, str],
) -> None:
    assert issues(body=body) == [expected]


def test_all_broken_fields_are_named_at_once() -> None:
    found = issues(path={"id": "x"}, query={"size": "xl"}, body={"seed": 1.5})
    assert [field for field, _, _ in found] == [
        "path.id",
        "query.size",
        "prompt",
        "seed",
    ]


def test_a_union_is_judged_by_the_arm_that_was_meant() -> None:
    found = issues(Zoom | Pan, body={"feature": "pan", "angle": 1, "speed": "fast"})
    assert found == [("speed", "a whole number", "'fast'")]
    found = issues(Zoom | Pan, body={"feature": "tilt", "angle": 1})
    assert found == [("feature", "'zoom' or 'pan'", "'tilt'")]


def test_a_choice_of_several_values_tells_no_arm_apart() -> None:
    given = {"kind": "clip", "seconds": "7"}
    assert issues(Clip | Still, body=given) == [("seconds", "'5' or '8'", "'7'")]


def test_fields_that_exclude_each_other_are_told_as_such() -> None:
    found = issues(Clip | Still, body={"kind": "x", "size": 1, "seconds": "5"})
    assert (
        "size",
        "no such field beside the others",
        "a field that goes with others",
    ) in (found)
    both = Arguments(path={"id": 1}, body={"kind": "x", "size": 1, "seconds": "5"})
    check(operation(Clip | Still), both, allow_unknown=True)


def test_two_unions_beside_each_other_are_told_apart() -> None:
    found = issues(Size, body={"width": 1.5, "height": [1]})
    assert found == [
        ("width", "a whole number or 'auto'", "1.5"),
        ("height", "a whole number or text", "a list of 1"),
    ]


def test_a_variant_that_looked_inside_is_the_one_that_was_meant() -> None:
    assert issues(Size, body={"names": ["a", 1]}) == [("names[1]", "text", "1")]
    assert issues(Size, body={"height": "abc"}) == [
        ("height", "at most 2 characters", "3 characters")
    ]


def test_fields_of_which_one_will_do_are_told_in_one_line() -> None:
    found = issues(Zoom | Pan, body={"feature": "zoom"})
    assert found == [("factor", "a value", "nothing")]
    either = issues(Left | Right, body={})
    assert either == [("left", "a value, or one for right", "nothing")]
    options = CallOptions(extra_body={"right": 1})
    check(operation(Left | Right), Arguments(path={"id": 1}, body={}, options=options))


def test_missing_arguments_are_named_by_place() -> None:
    assert issues(path={}, body={"prompt": "x"}) == [("path.id", "a value", "nothing")]
    assert issues(body=OMIT) == [("prompt", "a value", "nothing")]


def test_extra_body_and_fixed_fields_stand_in_for_missing_ones() -> None:
    options = CallOptions(extra_body={"prompt": 5})
    check(operation(), Arguments(path={"id": 1}, body={}, options=options))
    check(operation(defaults={"prompt": "x"}), Arguments(path={"id": 1}, body={}))
    rules = BodyRules(defaults={"prompt": "x"})
    check(operation(rules=rules), Arguments(path={"id": 1}, body={}))


def test_fields_that_are_supplied_later_may_be_missing() -> None:
    given = Arguments(path={"id": 1}, body={"seed": 1})
    check(operation(), given, supplied=frozenset({"body.prompt"}))


def test_unknown_fields_pass_where_they_are_allowed() -> None:
    given = Arguments(path={"id": 1}, body={"prompt": "x", "new": 1})
    check(operation(), given, allow_unknown=True)


def test_a_parameter_may_name_the_code_of_its_refusal() -> None:
    parameter = Parameter(
        wire="model",
        place="path",
        required=True,
        type=lambda: Literal["a", "b"],
        invalid_code="INVALID_MODEL",
    )
    one: Operation[Any] = Operation(
        key="k",
        method="GET",
        path="/{model}",
        parameters=(parameter,),
    )
    with pytest.raises(InvalidPayloadError) as caught:
        check(one, Arguments(path={"model": "c"}))
    assert caught.value.code == "INVALID_MODEL"


@pytest.mark.parametrize("value", ["/tmp/a.png", "a.png", "file:///a", "ftp://h/a", 5])
def test_a_field_for_urls_refuses_a_local_path(value: Any) -> None:
    rules = BodyRules(urls_only=("image",))
    given = Arguments(path={"id": 1}, body={"prompt": "x", "image": value})
    with pytest.raises(InvalidPayloadError, match="image"):
        check(operation(rules=rules), given)


def test_a_field_for_urls_takes_urls_and_lists_of_them() -> None:
    rules = BodyRules(urls_only=("image",))
    body = {"image": ["https://h/a.png", "HTTP://h/b.png"]}
    one: Operation[Any] = Operation(
        key="k",
        method="POST",
        path="/",
        bodies=(Body(rules=rules),),
    )
    check(one, Arguments(body=body))


def test_a_body_where_none_is_taken_is_refused() -> None:
    one: Operation[Any] = Operation(key="k", method="GET", path="/")
    with pytest.raises(InvalidPayloadError, match="a: expected no such field"):
        check(one, Arguments(body={"a": 1}))
    with pytest.raises(InvalidPayloadError, match="no body"):
        check(one, Arguments(body=[1]))
    check(one, Arguments(body={}))
