"""Printed constants: executed, they are the values they were printed from."""

from __future__ import annotations

from typing import Any

import pytest
from specloom.python import constants
from specloom.runtime import _operation
from specloom.runtime._operation import (
    MULTIPART,
    TEXT,
    Body,
    Encoding,
    Operation,
    Response,
    TypeName,
    in_query,
)

MANY = ("aspect_ratio", "duration", "negative_prompt", "prompt", "video_url") * 3
ODD = ("aspect ratio", "duration", "prompt", "video-url")


def again(value: Any) -> Any:
    """Return what the printed form of a value evaluates to."""
    scope = {item.bound: getattr(_operation, item.bound) for item in needed(value)}
    return eval(constants.expression(value), {**scope, "types": TypeName})


def needed(value: Any) -> list[Any]:
    found = constants.needs(value)
    return [item for item in found if hasattr(_operation, item.bound)]


@pytest.mark.parametrize(
    "value",
    [
        Body(TypeName("params.a", "B"), required=True, fields=MANY),
        Body(TypeName("params.a", "B"), fields=ODD),
        Body(TypeName("params.a", "B"), fields=("one",), media_type=MULTIPART),
        Body(encodings=dict.fromkeys("abcd", Encoding(style="deepObject"))),
        Body(encodings={"a b": Encoding(text=True), "c": Encoding(text=True)}),
        Response("400 404", TypeName("models.a", "E"), headers=TypeName("m.a", "H")),
        in_query("a", TEXT, required=True),
    ],
)
def test_a_printed_value_is_the_value(value: Any) -> None:
    assert again(value) == value


def test_a_value_that_has_a_name_is_printed_by_it() -> None:
    known: Any = constants.Known("REFUSED")
    value: Operation[Any] = Operation(key="GET /a", responses=(Response("200"), known))
    assert 'responses=(Response("200"), REFUSED)' in constants.expression(value)
