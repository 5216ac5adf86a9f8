"""Every example in `specloom COMMAND --help` runs as it stands."""

from __future__ import annotations

import json
import shlex
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from specloom.cli.commands import COMMANDS

from .conftest import ROOT, Simulated, Specloom

CODES = {"explain": 24}
"""Commands whose example ends in another code than 0."""
ALONE = {"simulate", "demo", "completion"}


def example(name: str) -> list[str]:
    """Return the arguments of a command's example."""
    command = import_module(f"specloom.cli.{COMMANDS[name].module}").command
    text = command.epilog.removeprefix("Example: ")
    text = text.removeprefix('eval "$(').removesuffix(')"')
    program, *arguments = shlex.split(text)
    assert program == "specloom"
    return arguments


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a description, under git."""
    shutil.copy(ROOT / "tests" / "data" / "openapi.yaml", tmp_path)
    monkeypatch.chdir(tmp_path)
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.com")
    for words in (
        ("init", "-q", "-b", "main"),
        ("add", "."),
        (*identity, "commit", "-qm", "A description"),
    ):
        subprocess.run(("git", *words), check=True, cwd=tmp_path)
    return tmp_path


@pytest.fixture
def url(simulated: Simulated, project: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The base URL of the description's simulator, where its client looks."""
    found = simulated("happy", ROOT / "tests" / "data" / "openapi.yaml")
    monkeypatch.setenv("PETS_URL", found)
    return found


def painted(url: str) -> str:
    """Create a job and return its id."""
    body = json.dumps({"pet": "Rex"}).encode()
    headers = {"Content-Type": "application/json"}
    with urlopen(Request(f"{url}/portraits", body, headers), timeout=5) as answer:
        return str(json.load(answer)["id"])


@pytest.mark.parametrize("name", sorted(COMMANDS.keys() - ALONE))
def test_the_example_of_a_command_runs(specloom: Specloom, url: str, name: str) -> None:
    arguments = example(name)
    if "job_123" in arguments:
        arguments[arguments.index("job_123")] = painted(url)
    ran = specloom(*arguments)
    assert ran.code == CODES.get(name, 0), ran.err


def test_the_example_of_completion_prints_a_script(specloom: Specloom) -> None:
    ran = specloom(*example("completion"))
    assert ran.code == 0
    assert "_SPECLOOM_COMPLETE" in ran.out


def test_the_example_of_simulate_says_where_it_listens(project: Path) -> None:
    process = subprocess.Popen(
        (sys.executable, "-m", "specloom", *example("simulate")),
        stdout=subprocess.PIPE,
        text=True,
        cwd=project,
    )
    assert process.stdout is not None
    try:
        said = json.loads(process.stdout.readline())
    finally:
        process.terminate()
        process.wait(10)
    assert said["event"] == "listening"
    assert said["url"].startswith("http://127.0.0.1:")


@pytest.mark.slow
def test_the_demo_ends_well_by_polling_after_one_create(specloom: Specloom) -> None:
    ran = specloom(*example("demo"))
    assert ran.code == 0
    assert (ran.last["event"], ran.last["source"]) == ("terminal", "poll")
    assert ran.last["ok"] is True
    assert ran.events[-2] == "download"
    assert Path(ran.lines[-2]["path"]).stat().st_size == ran.lines[-2]["bytes"]
    shutil.rmtree(Path(ran.lines[-2]["path"]).parent.parent)
