"""The published schema of a lifecycle and its parser say the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.lowering import of_job

ROOT = Path(__file__).resolve().parents[2]


SCHEMA = json.loads((ROOT / "docs" / "x-specloom-job.schema.json").read_text("utf-8"))


OVERLAYS = sorted(ROOT.glob("specs/*/overlay.yaml"))


def _jobs(path: Path) -> Iterator[Any]:
    for action in yaml.safe_load(path.read_text("utf-8"))["actions"]:
        update = action.get("update")
        if isinstance(update, dict):
            yield from update.get("x-specloom-jobs", {}).values()
            yield from [update["x-specloom-job"]] if "x-specloom-job" in update else []


@pytest.mark.parametrize("path", OVERLAYS, ids=lambda path: path.parent.name)
def test_every_overlay_of_ours_fits_the_published_schema(path: Path) -> None:
    validator = Draft202012Validator(SCHEMA)
    jobs = list(_jobs(path))
    assert jobs
    for written in jobs:
        text = json.loads(json.dumps(written))
        assert [error.message for error in validator.iter_errors(text)] == []


def _objects(
    schema: Any, place: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Any]]:
    for arm in schema.get("anyOf", [schema]):
        if "properties" in arm:
            yield place, arm
            for name, inner in arm["properties"].items():
                yield from _objects(inner, (*place, name))


OBJECTS = list(_objects(SCHEMA))


def _at(place: tuple[str, ...], value: Any) -> dict[str, Any]:
    for name in reversed(place):
        value = {name: value}
    return value


@pytest.mark.parametrize("place", [place for place, _ in OBJECTS], ids="/".join)
def test_the_parser_knows_exactly_the_fields_of_the_schema(
    place: tuple[str, ...],
) -> None:
    schema = dict(OBJECTS)[place]
    _, report = of_job(**_at(place, {"nonsense": 1}))
    assert any(item.code == "JOB001" for item in report)
    known = dict.fromkeys(schema["properties"])
    _, report = of_job(**_at(place, known))
    assert not [item for item in report if item.code == "JOB001"]
