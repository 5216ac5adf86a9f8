"""The front door: quick, light, and helpful about wrong words."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from specloom.cli.commands import COMMANDS
from specloom.cli.main import execute

from .conftest import ROOT

HEAVY = ("httpx", "pydantic", "jinja2", "rich", "yaml", "openapi_pydantic")

PROBE = """
import sys, time
sys.argv = ["specloom", *{arguments!r}]
from specloom.cli.main import execute
code = execute()
cpu = time.process_time()
loaded = [name for name in {heavy!r} if name in sys.modules]
print(code, round(cpu, 3), ",".join(loaded), file=sys.stderr)
"""


def probed(*arguments: str, cwd: Path | None = None) -> tuple[int, float, str]:
    program = PROBE.format(arguments=arguments, heavy=HEAVY)
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        cwd=cwd,
        check=True,
    )
    code, cpu, *loaded = done.stderr.splitlines()[-1].split(" ")
    return int(code), float(cpu), "".join(loaded)


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_cost_little_and_load_nothing_heavy(option: str) -> None:
    found = min((probed(option) for _ in range(3)), key=lambda item: item[1])
    assert found[0] == 0
    assert found[1] <= 0.150
    assert found[2] == ""


CLIENT = '[clients.p{n}]\nspec = "openapi.yaml"\noutput = "p{n}"\n'


def test_five_unchanged_clients_cost_little_and_load_nothing_heavy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(ROOT / "tests" / "data" / "openapi.yaml", tmp_path)
    tables = "\n".join(CLIENT.format(n=n) for n in range(5))
    (tmp_path / "specloom.toml").write_text(tables, "utf-8")
    assert execute(["generate", "-q"]) == 0
    for words in (("generate",), ("generate", "--check")):
        runs = (probed(*words, cwd=tmp_path) for _ in range(3))
        found = min(runs, key=lambda item: item[1])
        assert found[0] == 0
        assert found[1] <= 0.300
        assert found[2] == ""


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_help_of_a_command_shows_an_example_and_loads_nothing_heavy(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert execute([name, "--help"]) == 0
    shown = capsys.readouterr().out
    assert "Example: " in shown
    assert f"specloom {name}" in shown


def test_every_command_stands_in_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert execute(["--help"]) == 0
    shown = capsys.readouterr().out
    assert all(f"  {name} " in shown for name in COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["generat"], "did you mean `generate`?"),
        (["generate", "--chek"], "Did you mean"),
        (["inspect", "no-such-thing"], "No client, bundled description or file"),
        (["inspect", "skills_vidoe"], "did you mean `skills_video`?"),
        (["lint", "--format", "sariff", "x"], "did you mean `sarif`?"),
        (["diff", "--fail-on", "braking", "x", "y"], "did you mean `breaking`?"),
        (["payload", "--format", "ymal", "x", "y"], "did you mean `yaml`?"),
        (["completion", "bsh"], "did you mean `bash` or `zsh`?"),
        (["simulate", "x", "--scenario", "hapy"], "did you mean `happy`?"),
        (["demo", "--scenario", "hapy"], "did you mean `happy`?"),
        (["explain-code", "SPEC2"], "did you mean"),
        (["explain-code", "SPEC02"], "did you mean `SPEC020`, `SPEC021` or `SPEC022`?"),
        (["gen"], "did you mean `generate`?"),
        (["call"], "Missing argument"),
        ([], "Usage: specloom [OPTIONS] COMMAND"),
    ],
)
def test_a_wrong_word_is_a_usage_error_that_names_the_nearest(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert execute(arguments) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert message in shown.err
    assert "error: Usage" not in shown.err
