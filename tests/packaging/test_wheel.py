"""The wheel holds what it needs: installed elsewhere, it generates a client."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.standins.catalogue import make
from tests.standins.serving import serving
from tests.systems import KEYS

ROOT = Path(__file__).resolve().parents[2]


def _run(*command: str | Path, cwd: Path, **environment: str) -> str:
    result = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **environment},
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


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the Python of an environment that has the wheel and nothing of ours."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder / "env", with_pip=True)
    python = folder / "env" / "bin" / "python"
    _run(python, "-m", "pip", "install", "--quiet", wheel, cwd=folder)
    return python


@pytest.mark.slow
@pytest.mark.parametrize("name", KEYS)
def test_the_installed_wheel_generates_every_client_from_anywhere(
    python: Path, tmp_path: Path, name: str
) -> None:
    command = (python, "-m", "specloom", "generate", "--spec", name)
    _run(*command, "--output", tmp_path / "out", cwd=tmp_path)
    package = tmp_path / "out" / name
    assert (package / "_runtime" / "_job.py").is_file()
    script = f"import {name}; print({name}.ClientError.__name__)"
    assert "ClientError" in _run(python, "-c", script, cwd=tmp_path / "out")


@pytest.mark.slow
@pytest.mark.parametrize(("overlaid", "kind"), [(False, "Studio"), (True, "MediaIO")])
def test_the_installed_wheel_reads_a_catalogue_as_its_owner_wrote_it(
    python: Path, tmp_path: Path, overlaid: bool, kind: str
) -> None:
    source = ROOT / "specs" / "mediaio"
    shutil.copy(source / "c_api_doc_detail.json", tmp_path)
    command = [python, "-m", "specloom", "generate", "--package", "studio"]
    command += ["--overlay", source / "overlay.yaml"] if overlaid else []
    command += ["--spec", "c_api_doc_detail.json", "--output", "out"]
    _run(*command, cwd=tmp_path)
    manifest = json.loads((tmp_path / "out" / "studio" / "specloom.json").read_text())
    assert len(manifest["operations"]) == 24
    with serving(make("mediaio")) as url:
        script = (
            f"import studio\nclient = studio.{kind}('key', base_url={url!r})\n"
            "print(client.invoke('Imagen 4', {'prompt': 'a cat'}))"
        )
        told = _run(python, "-c", script, cwd=tmp_path / "out")
    assert ("'task_id'" in told) is overlaid
    assert ("374004" in told) is not overlaid, "without an overlay no key is known"


@pytest.mark.slow
def test_the_installed_command_runs_a_job_to_its_end(
    python: Path, tmp_path: Path
) -> None:
    with serving(make("mediaio")) as url:
        payload = '{"image": "https://files.example/cat.png", "prompt": "a cat"}'
        command = (python, "-m", "specloom", "call", "mediaio", "Kling 3.0", "--json")
        more = ("--payload", payload, "--base-url", url, "--poll-interval", "0.1")
        told = _run(*command, *more, cwd=tmp_path, API_KEY="key")
    assert json.loads(told.splitlines()[-1])["ok"] is True
