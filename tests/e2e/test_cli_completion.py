"""Completion: commands, options, words, clients, operations, scenarios and codes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
from specloom.cli.main import cli

from .conftest import ROOT, Specloom

PETS = str(ROOT / "tests" / "data" / "openapi.yaml")


@pytest.mark.parametrize(
    ("words", "incomplete", "wanted"),
    [
        ([], "gen", ["generate"]),
        (["generate"], "--che", ["--check"]),
        (["generate"], "skills", ["skills_video"]),
        (["inspect"], "skills", ["skills_video"]),
        (["call", PETS], "portraits.c", ["portraits.create"]),
        (["wait", PETS, "x", "--operation"], "portraits.c", ["portraits.create"]),
        (["explain", PETS, "--operation"], "pets.l", ["pets.list"]),
        (["lint", "x", "--format"], "s", ["sarif"]),
        (["simulate", "x", "--scenario"], "drop", ["drop-stream"]),
        (["demo", "--scenario"], "lost", ["lost-answer"]),
        (["explain-code"], "spec021", ["SPEC021"]),
        (["completion"], "", ["bash", "zsh", "fish"]),
        (["call", "nothing-there"], "pets", []),
    ],
)
def test_what_was_begun_is_completed(
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    incomplete: str,
    wanted: list[str],
) -> None:
    monkeypatch.chdir(ROOT)
    shell = ShellComplete(cli, {}, "specloom", "_SPECLOOM_COMPLETE")
    found = shell.get_completions(words, incomplete)
    assert [item.value for item in found] == wanted


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_gets_a_script(specloom: Specloom, shell: str) -> None:
    ran = specloom("completion", shell)
    assert ran.code == 0
    assert f"_SPECLOOM_COMPLETE={shell}_complete" in ran.out


SCRIPT = """
eval "$(specloom completion bash)"
COMP_WORDS=(specloom ge) COMP_CWORD=1
_specloom_completion specloom ge
echo "${COMPREPLY[@]}"
"""


def test_bash_completes_with_the_script_it_was_given() -> None:
    program = shutil.which("specloom", path=str(Path(sys.executable).parent))
    bash = shutil.which("bash")
    if program is None or bash is None:
        pytest.skip("specloom is not installed as a program, or there is no bash")
    path = f"{Path(program).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        (bash, "--norc", "-c", SCRIPT),
        capture_output=True,
        text=True,
        env={**os.environ, "PATH": path},
        timeout=180,
        check=False,
    )
    assert done.stdout.split() == ["generate"], done.stderr
