"""The wheel holds what it needs: installed elsewhere, it generates a client."""

from __future__ import annotations

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def _run(*command: str | Path, cwd: Path) -> str:
    result = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps")
    _run(*pip, "--wheel-dir", folder, ROOT, cwd=folder)
    (found,) = folder.glob("specloom-*.whl")
    return found


@pytest.mark.slow
def test_the_wheel_carries_templates_and_descriptions(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert any(name.startswith("specloom/templates/python/") for name in names)
    assert any(name.startswith("specloom/specs/skills_video/") for name in names)
    assert not [name for name in names if name.startswith(("tests/", "generated/"))]


@pytest.mark.slow
def test_the_installed_wheel_generates_from_anywhere(
    wheel: Path, tmp_path: Path
) -> None:
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    _run(python, "-m", "pip", "install", "--quiet", wheel, cwd=tmp_path)
    command = (python, "-m", "specloom", "generate", "--spec", "skills_video")
    _run(*command, "--output", tmp_path / "out", cwd=tmp_path)
    package = tmp_path / "out" / "skills_video"
    assert (package / "_runtime" / "_job.py").is_file()
    script = "import skills_video; print(skills_video.SkillsVideo.__name__)"
    assert "SkillsVideo" in _run(python, "-c", script, cwd=tmp_path / "out")
