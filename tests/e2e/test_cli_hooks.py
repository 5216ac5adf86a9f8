"""What CI runs: the hooks of pre-commit and the composite action, as they are written."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from .conftest import ROOT, Specloom

PETS = ROOT / "tests" / "data" / "openapi.yaml"
CONFIG = '[clients.pets]\nspec = "openapi.yaml"\noutput = "out"\n'


def read(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


@pytest.fixture
def project(
    tmp_path: Path, specloom: Specloom, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A folder whose client is up to date."""
    shutil.copy(PETS, tmp_path / "openapi.yaml")
    (tmp_path / "specloom.toml").write_text(CONFIG, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert specloom("generate").code == 0
    return tmp_path


def hooked(specloom: Specloom, name: str, *files: str) -> int:
    """Run a hook as pre-commit does: the files that changed at its end."""
    (hook,) = (hook for hook in read(".pre-commit-hooks.yaml") if hook["id"] == name)
    program, *words = shlex.split(hook["entry"])
    assert program == "specloom"
    passed = files if hook.get("pass_filenames", True) else ()
    return specloom(*words, *passed).code


def test_the_hook_that_checks_fails_when_a_client_is_out_of_date(
    specloom: Specloom, project: Path
) -> None:
    assert hooked(specloom, "specloom-check", "openapi.yaml") == 0
    text = PETS.read_text("utf-8").replace("maximum: 30", "maximum: 40")
    (project / "openapi.yaml").write_text(text, "utf-8")
    assert hooked(specloom, "specloom-check", "openapi.yaml") == 1


def test_the_hook_that_lints_takes_every_file_that_changed(
    specloom: Specloom, project: Path
) -> None:
    shutil.copy(PETS, project / "second.openapi.yaml")
    files = ("openapi.yaml", "second.openapi.yaml")
    assert hooked(specloom, "specloom-lint", *files) == 0
    text = PETS.read_text("utf-8").replace("type: integer", "type: integr")
    (project / "second.openapi.yaml").write_text(text, "utf-8")
    assert hooked(specloom, "specloom-lint", *files) == 1


@pytest.mark.parametrize(("was", "code"), [("maximum: 30", 0), ("maximum: 40", 1)])
def test_the_action_runs_its_default_command(
    project: Path, was: str, code: int
) -> None:
    program = shutil.which("specloom", path=str(Path(sys.executable).parent))
    bash = shutil.which("bash")
    if program is None or bash is None:
        pytest.skip("specloom is not installed as a program, or there is no bash")
    action = read("action.yml")
    step = action["runs"]["steps"][-1]
    assert step["env"] == {"COMMAND": "${{ inputs.command }}"}
    text = PETS.read_text("utf-8").replace("maximum: 30", was)
    (project / "openapi.yaml").write_text(text, "utf-8")
    path = f"{Path(program).parent}{os.pathsep}{os.environ['PATH']}"
    command = action["inputs"]["command"]["default"]
    done = subprocess.run(
        (bash, "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]),
        capture_output=True,
        text=True,
        cwd=project,
        env={**os.environ, "PATH": path, "COMMAND": command},
        timeout=180,
        check=False,
    )
    assert done.returncode == code, done.stderr
