"""Templates of the user: in front of ours, and at fault where they are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

CONFIG = """[clients.pets]
spec = "pets.yaml"
output = "out"
templates = "mine"
"""
PETS = """openapi: 3.1.0
info: {title: Pets, version: "1"}
paths: {/pets: {get: {operationId: listPets, responses: {"200": {description: ok}}}}}
"""


@pytest.fixture
def template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Writes one template of a project."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pets.yaml").write_text(PETS, "utf-8")
    (tmp_path / "specloom.toml").write_text(CONFIG, "utf-8")
    folder = tmp_path / "mine" / "python"
    folder.mkdir(parents=True)

    def write(name: str, text: str) -> None:
        (folder / name).write_text(text, "utf-8")

    return write


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{{ package.name", "resource.jinja:1: "),
        ("\n{% endfor %}", "resource.jinja:2: "),
        ("{{ package.nothing }}", "mine: "),
        ("def broken(:", "mine: pets/resources/pets.py:1 would not be Python"),
    ],
)
def test_a_fault_of_a_template_is_told_as_its_own(
    template: Callable[..., None], specloom: Any, tmp_path: Path, text: str, told: str
) -> None:
    template("resource.jinja", text)
    ran = specloom("generate")
    assert ran.code == 1
    assert told in ran.err
    assert "nothing written" in ran.err
    assert not (tmp_path / "out").exists()
