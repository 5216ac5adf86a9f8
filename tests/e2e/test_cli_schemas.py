"""Every line of `--json` fits the schema that is published for its command."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click
import pytest
from specloom.cli.commands import COMMANDS

from .conftest import ROOT, Simulated, Specloom, validator

PETS = ROOT / "tests" / "data" / "openapi.yaml"
MUTE = {"completion"}
"""Commands that print no JSON."""
FEW: list[tuple[tuple[str, ...], int]] = [
    (("inspect", "{spec}"), 0),
    (("inspect", "{spec}", "portraits.create", "--template"), 0),
    (("payload", "{spec}", "portraits.create", "--all"), 0),
    (("payload", "{spec}", "portraits.create", "--variants"), 0),
    (("payload", "{spec}", "pets.create", "--check", "{filled}"), 22),
    (("payload", "{spec}", "pets.create", "--migrate", "{filled}"), 0),
    (("lint", "{spec}"), 0),
    (("lint", "{odd}"), 0),
    (("lint", "--explain", "SPEC021"), 0),
    (("infer", "{odd}"), 0),
    (("diff", "{spec}", "{odd}"), 0),
    (("auth", "{spec}"), 0),
    (("auth", "skills_video"), 21),
    (("explain", "{spec}", "--status", "429"), 24),
    (("explain-code", "JOB001"), 0),
    (("generate", "--spec", "{odd}", "--output", "{out}"), 0),
    (("init", "{spec}"), 0),
    (("call", "{spec}", "pets.create", "--set", "name=Rex"), 0),
    (("call", "{spec}", "pets.create", "--set", "nam=Rex"), 22),
    (("call", "{spec}", "portraits.create", "--set", "pet=Rex", "--detach"), 0),
    (("call", "{spec}", "nothing.there"), 2),
    (("wait", "{spec}", "nothing", "--timeout", "0.3"), 11),
    (("status", "{spec}", "nothing"), 12),
    (("cancel", "{spec}", "nothing"), 12),
]


@pytest.fixture
def places(tmp_path: Path, simulated: Simulated, monkeypatch: Any) -> dict[str, Path]:
    """Files the command lines name, with the simulator where their client looks."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PETS_URL", simulated("happy", PETS))
    monkeypatch.delenv("SKILLS_VIDEO_API_KEY", raising=False)
    spec, odd = tmp_path / "openapi.yaml", tmp_path / "odd.yaml"
    shutil.copy(PETS, spec)
    text = PETS.read_text("utf-8").replace("type: integer", "type: integr")
    odd.write_text(text, "utf-8")
    filled = tmp_path / "filled.json"
    filled.write_text('{"nam": "Rex", "age": 99}', "utf-8")
    return {"spec": spec, "odd": odd, "filled": filled, "out": tmp_path / "out"}


@pytest.mark.parametrize(
    ("words", "code"), FEW, ids=lambda x: "-".join(x) if isinstance(x, tuple) else ""
)
def test_every_line_fits_the_schema_of_its_command(
    specloom: Specloom, places: dict[str, Path], words: tuple[str, ...], code: int
) -> None:
    ran = specloom(*(word.format_map(places) for word in words), "--json")
    assert ran.code == code, ran.err
    assert ran.lines or words[0] in ("lint", "infer")
    for line in ran.lines:
        validator(words[0]).validate(line)


def test_where_the_simulator_listens_fits_its_schema() -> None:
    process = subprocess.Popen(
        (sys.executable, "-m", "specloom", "simulate", str(PETS)),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        validator("simulate").validate(json.loads(process.stdout.readline()))
    finally:
        process.terminate()
        process.wait(10)


@pytest.mark.slow
def test_what_the_demo_tells_fits_its_schema(specloom: Specloom) -> None:
    ran = specloom("demo", "--json")
    assert ran.code == 0
    for line in ran.lines:
        validator("demo").validate(line)
    shutil.rmtree(Path(ran.lines[-2]["path"]).parent.parent)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_command_that_prints_json_has_a_schema(name: str) -> None:
    command: click.Command = import_module(
        f"specloom.cli.{COMMANDS[name].module}"
    ).command
    asked = any("--json" in option.opts for option in command.params)
    there = (ROOT / "docs" / "schemas" / f"{name}.schema.json").is_file()
    assert there is (name not in MUTE)
    assert asked or name in (*MUTE, "simulate")
