"""How values and prose are printed."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from specloom.python import source
from specloom.python.imports import Import, Imports


@dataclass(frozen=True, slots=True)
class Step:
    name: str
    times: int = 1
    parts: tuple[str, ...] = ()
    options: dict[str, int] = field(default_factory=dict)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1e16, "1e16"),
        (float("inf"), 'float("inf")'),
        (True, "True"),
        ("\x1b\ud800é", '"\\x1b\\ud800é"'),
        ('say "hi"', "'say \"hi\"'"),
        ((), "()"),
        (("a",), '("a",)'),
        ({}, "{}"),
        (["a"], '[\n    "a",\n]'),
        (frozenset({"b", "a"}), 'frozenset([\n    "a",\n    "b",\n])'),
        (10**4000, f"0x{10**4000:X}"),
    ],
)
def test_a_value_has_the_form_a_formatter_leaves_alone(
    value: object, text: str
) -> None:
    assert source.literal(value) == text


def test_a_dataclass_shows_only_what_differs_from_its_defaults() -> None:
    assert source.value(Step("a")) == 'Step(\n    name="a",\n)'
    shown = source.value(Step("a", True, ("x",)))  # type: ignore[arg-type]  # True is not 1
    assert shown == 'Step(\n    name="a",\n    times=True,\n    parts=("x",),\n)'


def test_a_tuple_of_one_breaks_only_when_its_line_is_full() -> None:
    short, long = "x" * 60, "x" * 80
    assert source.literal((short,), 4) == f'("{short}",)'
    assert source.literal((long,), 4) == f'(\n        "{long}",\n    )'


def test_a_value_without_a_source_form_is_refused() -> None:
    with pytest.raises(TypeError, match="no source form"):
        source.literal(object())
    deep: list[object] = []
    for _ in range(200):
        deep = [deep]
    with pytest.raises(ValueError, match="nested deeper"):
        source.literal(deep)


def test_finished_code_is_printed_as_it_is() -> None:
    assert source.literal([source.Code("Pet")]) == "[\n    Pet,\n]"


def test_a_long_docstring_is_wrapped_and_lists_hang() -> None:
    text = "- " + "word " * 30
    first, second, *_ = source.docstring(text, 4).split("\n")
    assert first.startswith('"""- word')
    assert second.startswith("      word")
    assert max(len(line) for line in (first, second)) <= source.WIDTH


def test_renamed_imports_stand_alone_and_relative_ones_last() -> None:
    imports = Imports(within="resources.pets")
    imports.add(
        Import("typing", "Any"),
        Import("pydantic", "Field"),
        Import(".models.pets", "Pet"),
        Import(".models.pets", "Pet", "PetModel"),
        Import("._runtime._core", "Core"),
        Import(".resources.base", "Base"),
        Import("builtins"),
    )
    assert imports.render().split("\n") == [
        "import builtins",
        "from typing import Any",
        "",
        "from pydantic import Field",
        "",
        "from .._runtime._core import Core",
        "from ..models.pets import Pet",
        "from ..models.pets import Pet as PetModel",
        "from .base import Base",
    ]
