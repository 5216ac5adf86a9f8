"""`make cli-tour`: every command once, on real descriptions, each ending as expected."""

from __future__ import annotations

import subprocess
import sys

import pytest
from specloom.cli.commands import COMMANDS

from .conftest import ROOT


@pytest.mark.slow
def test_the_tour_shows_every_command_and_is_never_surprised() -> None:
    done = subprocess.run(
        (sys.executable, "-m", "tests.tour"),
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:]
    shown = {line.split()[2] for line in done.stdout.splitlines() if line[:2] == "$ "}
    assert COMMANDS.keys() <= shown
