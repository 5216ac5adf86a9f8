"""`generate --watch`: what changes is generated again, until Ctrl-C."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

SPEC = """
openapi: 3.1.0
info: {title: Pets, version: "1"}
servers: [{url: "https://pets.example.com"}]
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      responses: {"204": {description: None.}}
"""
CONFIG = '[clients.pets]\nspec = "pets.yaml"\noutput = "out"\n'
LONGEST = 180


@contextmanager
def watching(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Run `specloom generate --watch`; it is ended after LONGEST seconds at most."""
    process = subprocess.Popen(
        (sys.executable, "-m", "specloom", "generate", "--watch"),
        stderr=subprocess.PIPE,
        text=True,
        cwd=folder,
    )
    limit = threading.Timer(LONGEST, process.kill)
    limit.start()
    try:
        yield process
    finally:
        limit.cancel()
        process.kill()
        process.wait()


def until(lines: IO[str] | None, text: str) -> str:
    """Return the first line that holds a text."""
    assert lines is not None
    said = []
    for line in lines:
        said.append(line)
        if text in line:
            return line
    raise AssertionError(f"{text!r} was never said: {said}")


def test_a_changed_source_is_generated_again_until_ctrl_c(tmp_path: Path) -> None:
    pytest.importorskip("watchfiles")
    spec, config = tmp_path / "pets.yaml", tmp_path / "specloom.toml"
    spec.write_text(SPEC, "utf-8")
    config.write_text(CONFIG, "utf-8")
    with watching(tmp_path) as process:
        until(process.stderr, "watching 2 files")
        spec.write_text(SPEC.replace("listPets", "allPets"), "utf-8")
        assert "1 of 1 operations" in until(process.stderr, "changed")
        spec.write_text("openapi: [", "utf-8")
        until(process.stderr, "error[SPEC002]")
        replacement = tmp_path / "new.yaml"
        replacement.write_text(SPEC, "utf-8")
        replacement.replace(spec)
        until(process.stderr, "changed")
        config.write_text(CONFIG.replace('"out"', '"other"'), "utf-8")
        until(process.stderr, "created")
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 130
    assert (tmp_path / "other" / "pets").is_dir()
