"""Runtime expressions and conditions, as overlays write them."""

from __future__ import annotations

from typing import Any

import pytest
from specloom.runtime._conditions import ExpressionError, compile_condition, holds
from specloom.runtime._expressions import (
    Scope,
    evaluate,
    fill,
    find,
    find_all,
    find_text,
    lines,
)

BODY = {
    "id": "j1",
    "empty": "",
    "nothing": None,
    "n": 7,
    "a/b": {"m~n": True},
    "items": [{"url": "u1"}, {"url": "u2"}, {}],
    "map": {"x": {"url": "u3"}},
    "status": "Completed",
    "code": "0",
}
SCOPE = Scope(
    body=BODY,
    headers={"location": "/jobs/j1"},
    status=202,
    method="POST",
    url="https://api.test/jobs",
    request={"path": {"sid": "s1"}, "header": {"X-Own": "h"}, "body": {"k": {"l": 1}}},
    job_id="j9",
    captured={"session": {"id": "c1"}},
    kept={"videos": []},
    identity={"client_id": "me"},
)


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("$response.body#/id", "j1"),
        ("$response.body#/a~1b/m~0n", True),
        ("$response.body#/items/1/url", "u2"),
        ("$response.body#/items/*/url", ["u1", "u2"]),
        ("$response.body#/map/*/url", ["u3"]),
        ("$response.body#/items/9/url", None),
        ("$response.body#/items/-1", None),
        ("$response.body#/id/deeper", None),
        ("$response.body", BODY),
        ("$response.header.Location", "/jobs/j1"),
        ("$request.path.sid", "s1"),
        ("$request.header.x-own", "h"),
        ("$request.body#/k/l", 1),
        ("$request.query.none", None),
        ("$job.id", "j9"),
        ("$captured.session#/id", "c1"),
        ("$kept.videos", []),
        ("$identity.client_id", "me"),
        ("$statusCode", 202),
        ("$method", "POST"),
        ("$url", "https://api.test/jobs"),
        ("$unknown.thing", None),
        ("me", "me"),
    ],
)
def test_an_expression_names_one_value(expression: str, value: Any) -> None:
    assert evaluate(expression, SCOPE) == value


def test_the_first_place_that_is_present_wins_and_null_is_absent() -> None:
    places = ("$response.body#/nothing", "$response.body#/missing", "$response.body#/n")
    assert find(places, SCOPE) == 7
    assert find_text(("$response.body#/empty", "$response.body#/n"), SCOPE) == "7"
    assert find_all(
        ("$response.body#/missing", "$response.body#/items/*/url"), SCOPE
    ) == [
        "u1",
        "u2",
    ]


@pytest.mark.parametrize(
    ("condition", "truth"),
    [
        ("$response.body#/status == 'completed'", True),
        ('$response.body#/status != "completed"', False),
        ("$response.body#/code == 0", True),
        ("$response.body#/n >= 7 && $response.body#/n < 8", True),
        ("$response.body#/n > 7 || $statusCode == 202", True),
        ("!($response.body#/n > 7)", True),
        ("!$response.body#/missing", True),
        ("$response.body#/missing == null", True),
        ("$response.body#/missing > 0", False),
        ("$response.body#/a~1b/m~0n == true", True),
        ("$response.body#/items", True),
        ("$response.body#/empty", False),
        ("$response.body#/n == 'seven'", False),
        ("$response.body#/id == 'it''s'", False),
    ],
)
def test_a_condition_is_read_as_arazzo_says(condition: str, truth: bool) -> None:
    assert holds(condition, SCOPE) is truth


@pytest.mark.parametrize(
    "condition",
    ["", "(", "$a ==", "== 1", "$a ~ 1", "($a", "$a)", "1 2", "!" * 5000, "(" * 1500],
)
def test_what_is_no_condition_is_refused(condition: str) -> None:
    with pytest.raises(ExpressionError):
        compile_condition(condition)


def test_no_condition_never_holds() -> None:
    assert not holds(None, SCOPE)


def test_a_huge_number_is_compared_and_not_a_crash() -> None:
    scope = Scope(body={"n": 10**400})
    assert not holds("$response.body#/n == 5", scope)
    assert isinstance(holds("$response.body#/n > 5", scope), bool)


def test_a_text_is_filled_with_what_is_there() -> None:
    template = "{$response.body#/n} left, see {$response.body#/missing}."
    assert fill(template, SCOPE) == "7 left, see ."


@pytest.mark.parametrize(
    ("kind", "shown"), [(0, "video"), (1, "music"), (5, "5"), (None, "")]
)
def test_a_value_may_be_told_in_words(kind: int | None, shown: str) -> None:
    template = "{$response.body#/kind | 0 = video, 1 = music}"
    assert fill(template, Scope(body={"kind": kind})) == shown


def test_a_line_is_repeated_for_every_item_and_says_only_what_is_there() -> None:
    rows = [{"name": "a", "parts": [{"s": 1}, {"s": 2}]}, {"name": "b", "parts": []}]
    template = "Rows[[ of {$response.body#/of}]]:\n" + (
        "- {$response.body#/rows/*/name}[[: {$response.body#/rows/*/parts/*/s} s]]"
    )
    told = lines(template, Scope(body={"rows": rows}))
    assert told == "Rows:\n- a: 1, 2 s\n- b"
    assert lines(template, Scope(body={})) is None


def test_what_an_answer_says_is_no_part_of_a_template() -> None:
    scope = Scope(body={"a": "[[{$status}]]"}, status=200)
    assert lines("{$response.body#/a}", scope) == "[[{$status}]]"


def test_a_star_in_a_star_is_bounded() -> None:
    wide = {"a": [[1] * 1000] * 1000}
    found = evaluate("$response.body#/a/*/*", Scope(body=wide))
    assert len(found) <= 10_000
