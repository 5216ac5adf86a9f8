"""Two type checkers agree on generated clients: right uses pass, wrong ones do not."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests import apis
from tests.behaviour.packages import write

CONSUMER = Path(__file__).with_name("consumer.py.txt")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a client and a module that uses it."""
    found = write(apis.everything(), tmp_path_factory.mktemp("typed"), "demo")
    (found / "consumer.py").write_text(CONSUMER.read_text("utf-8"), "utf-8")
    return found


def refused() -> set[int]:
    """Return the numbers of the lines that must not pass."""
    lines = CONSUMER.read_text("utf-8").splitlines()
    return {n for n, line in enumerate(lines, 1) if line.endswith("# refused")}


@pytest.fixture(scope="module")
def mypy(folder: Path) -> list[tuple[str, int, str]]:
    """Return what mypy --strict finds: path, line and message."""
    done = subprocess.run(
        [
            *(sys.executable, "-m", "mypy", "--strict", "--config-file", ""),
            *("demo", "consumer.py"),
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    rows = re.findall(r"^([^:\n]+):(\d+): error: (.*)$", done.stdout, re.MULTILINE)
    assert rows, done.stdout + done.stderr
    return [(path, int(line), message) for path, line, message in rows]


@pytest.fixture(scope="module")
def pyright(folder: Path) -> list[tuple[str, int, str]]:
    """Return what strict pyright finds: path, line and message."""
    settings = {
        "include": ["."],
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
        "reportUnusedExpression": False,
        "reportUnusedCoroutine": False,
    }
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pyright",
            "--outputjson",
            "--pythonpath",
            sys.executable,
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    answer = json.loads(done.stdout)
    assert answer["summary"]["filesAnalyzed"] > 10
    return [
        (
            str(Path(item["file"]).relative_to(folder)),
            item["range"]["start"]["line"] + 1,
            item["message"],
        )
        for item in answer["generalDiagnostics"]
        if item["severity"] == "error"
    ]


def test_mypy_passes_right_uses_and_refuses_wrong_ones(
    mypy: list[tuple[str, int, str]],
) -> None:
    found = {line for path, line, _ in mypy if path == "consumer.py"}
    assert found == refused(), mypy


def test_mypy_strict_finds_nothing_in_a_client(
    mypy: list[tuple[str, int, str]],
) -> None:
    assert [row for row in mypy if row[0] != "consumer.py"] == []


@pytest.mark.slow
def test_pyright_passes_right_uses_and_refuses_wrong_ones(
    pyright: list[tuple[str, int, str]],
) -> None:
    found = {line for path, line, _ in pyright if path == "consumer.py"}
    assert found == refused(), pyright


@pytest.mark.slow
def test_strict_pyright_finds_nothing_in_a_client(
    pyright: list[tuple[str, int, str]],
) -> None:
    assert [row for row in pyright if row[0] != "consumer.py"] == []


def test_generated_code_is_what_ruff_leaves_alone(folder: Path) -> None:
    for command in (
        ("format", "--check", "--diff"),
        ("check", "--select", "E4,E7,E9,F,I,UP,B"),
    ):
        done = subprocess.run(
            [
                *(sys.executable, "-m", "ruff", *command, "--isolated", "--no-cache"),
                *("--target-version", "py311", str(folder / "demo")),
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
