"""Choosing operations: what is asked for, and what their jobs need."""

from __future__ import annotations

from pathlib import Path

import pytest
from specloom import ir, pipeline
from specloom.selection import select

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
