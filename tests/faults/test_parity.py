"""Every scenario commands the same, blocking and awaited, to the last read and sleep."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from tests.faults.world import World

ROWS = range(1, 91)


def _modules() -> Iterator[Any]:
    for path in sorted(Path(__file__).parent.glob("test_rows_*.py")):
        yield import_module(f"tests.faults.{path.stem}")


def _cases(function: Callable[..., None]) -> Iterator[dict[str, Any]]:
    """Yield the parameters of a scenario, as its marks say."""
    marks = [
        mark
        for mark in getattr(function, "pytestmark", [])
        if mark.name == "parametrize"
    ]
    choices: list[list[dict[str, Any]]] = []
    for mark in marks:
        names, values = mark.args
        keys = (
            [name.strip() for name in names.split(",")]
            if isinstance(names, str)
            else names
        )
        choices.append(
            [
                dict(zip(keys, value if len(keys) > 1 else (value,), strict=True))
                for value in values
            ]
        )
    for chosen in product(*choices):
        yield {key: value for part in chosen for key, value in part.items()}


def _scenarios() -> Iterator[Any]:
    for module in _modules():
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if (
                name.startswith("test_row_")
                and "world" in inspect.signature(function).parameters
            ):
                for number, case in enumerate(_cases(function)):
                    yield pytest.param(function, case, id=f"{name[5:]}-{number}")


def _trace(flavour: str, scenario: Callable[..., None], case: dict[str, Any]) -> Any:
    world = World(flavour)
    try:
        scenario(world=world, **case)
    finally:
        world.close()
    return world.trace


@pytest.mark.parametrize(("scenario", "case"), list(_scenarios()))
def test_both_drivers_are_commanded_alike(
    scenario: Callable[..., None],
    case: dict[str, Any],
) -> None:
    assert _trace("sync", scenario, case) == _trace("async", scenario, case)


def test_every_row_of_the_table_has_a_scenario() -> None:
    text = " ".join(
        name
        for module in _modules()
        for name, _ in inspect.getmembers(module, inspect.isfunction)
        if name.startswith("test_row_")
    )
    covered: set[int] = set()
    for match in re.finditer(r"test_row_(\d\d)(?:_(and|to)_(\d\d))?", text):
        first, word, last = int(match[1]), match[2], int(match[3] or match[1])
        covered |= set(range(first, last + 1)) if word == "to" else {first, last}
    assert sorted(set(ROWS) - covered) == []
