"""Choosing operations: what is asked for, and what their jobs need."""

from __future__ import annotations

from pathlib import Path

import pytest
from specloom import ir, pipeline
from specloom.selection import select, unmatched

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def api() -> ir.Api:
    return pipeline.read_api(ROOT / "tests" / "data" / "openapi.yaml").api


def keys(api: ir.Api) -> list[str]:
    return [operation.key for operation in api.operations]


@pytest.mark.parametrize("pattern", ["pets", "list*", "/pets", "GET /p*s", "pets.list"])
def test_tags_and_globs_of_every_name_choose(api: ir.Api, pattern: str) -> None:
    assert "GET /pets" in keys(select(api, [pattern], []))


def test_a_job_keeps_what_it_is_followed_and_cancelled_by(api: ir.Api) -> None:
    assert keys(select(api, ["createPortrait"], [])) == [
        "POST /portraits",
        "DELETE /portraits/{id}",
        "GET /portraits/{id}",
    ]


def test_what_is_excluded_wins_over_what_is_chosen(api: ir.Api) -> None:
    assert keys(select(api, ["pets"], ["create*"])) == ["GET /pets"]
    assert keys(select(api, ["pets"], ["pets"])) == []


DOCUMENT = """
openapi: 3.2.0
info: {title: Shop, version: "1"}
tags: [{name: store}, {name: orders, parent: store}, {name: "[new] x"}]
paths:
  /orders:
    get: {operationId: listOrders, tags: [orders], deprecated: true, responses: {"204": {description: x}}}
  /new:
    get: {operationId: getNew, tags: ["[new] x"], responses: {"204": {description: x}}}
"""


@pytest.fixture
def shop(tmp_path: Path) -> ir.Api:
    source = tmp_path / "shop.yaml"
    source.write_text(DOCUMENT, encoding="utf-8")
    return pipeline.read_api(source).api


@pytest.mark.parametrize(
    ("only", "exclude", "kept"),
    [
        ([], ["deprecated"], ["GET /new"]),
        (["deprecated"], [], ["GET /orders"]),
        (["store"], [], ["GET /orders"]),
        (["[new] x"], [], ["GET /new"]),
        (["store.*"], [], ["GET /orders"]),
    ],
)
def test_age_parents_and_tags_with_signs_choose(
    shop: ir.Api, only: list[str], exclude: list[str], kept: list[str]
) -> None:
    assert keys(select(shop, only, exclude)) == kept


def test_a_job_that_is_left_out_leaves_no_lifecycle(api: ir.Api) -> None:
    assert api.lifecycles
    assert not select(api, ["pets"], []).lifecycles


def test_a_pattern_that_chooses_nothing_is_told(shop: ir.Api) -> None:
    assert unmatched(shop, ["orders", "ordrs", "GET /n*"]) == ("ordrs",)
