"""On a terminal: colour and a line that moves; piped, or with NO_COLOR: plain text."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from .conftest import ROOT, Simulated

ESCAPE = "\x1b["
REWRITE = "\r\x1b[2K"
LONGEST = 180.0
"""Seconds after which a program on the terminal is ended."""
CALL = ("call", "skills_video", "generation.kling_v2_6", "--set", "prompt=x")


def on_terminal(
    *arguments: str, environ: Mapping[str, str], cwd: Path = ROOT
) -> tuple[int, str]:
    """Run a command line on a terminal of its own; return its code and what it showed."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        (sys.executable, "-m", "specloom", *arguments),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=cwd,
        env={**os.environ, "TERM": "xterm", **environ},
        close_fds=True,
    )
    os.close(theirs)
    shown = bytearray()
    end = time.monotonic() + LONGEST
    try:
        while time.monotonic() < end:
            ready, _, _ = select.select([ours], [], [], 0.2)
            if not ready:
                continue
            try:
                read = os.read(ours, 65536)
            except OSError:  # Linux says so when the other end is closed
                break
            if not read:
                break
            shown += read
        return process.wait(10), shown.decode()
    finally:
        process.kill()
        os.close(ours)


@pytest.fixture
def environ(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    monkeypatch.delenv("NO_COLOR", raising=False)
    return {"SKILLS_VIDEO_API_KEY": "k", "COLUMNS": "100"}


@pytest.mark.slow
def test_a_wait_moves_one_line_and_colours_the_result(
    simulated: Simulated, environ: dict[str, str]
) -> None:
    url = simulated("happy")
    code, shown = on_terminal(*CALL, "--base-url", url, environ=environ)
    assert code == 0
    moved = shown.split(REWRITE)[1:]
    for state in ("queued (IN_QUEUE)", "running (IN_PROGRESS)"):
        told = re.compile(rf"{re.escape(state)}  \d+ s")
        assert any(told.match(text) for text in moved), shown
    assert "accepted as job_" in shown
    assert '\x1b[32m"http' in shown


@pytest.mark.slow
def test_no_colour_is_respected_and_a_dumb_terminal_gets_whole_lines(
    simulated: Simulated, environ: dict[str, str]
) -> None:
    url = simulated("happy")
    plain = {**environ, "NO_COLOR": "1", "TERM": "dumb"}
    code, shown = on_terminal(*CALL, "--base-url", url, environ=plain)
    assert code == 0
    assert ESCAPE not in shown
    assert "queued (IN_QUEUE)\r\n" in shown


@pytest.mark.parametrize(
    ("further", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
def test_errors_are_coloured_where_a_person_looks(
    environ: dict[str, str], further: dict[str, str], coloured: bool
) -> None:
    code, shown = on_terminal("generat", environ={**environ, **further})
    assert code == 2
    assert "No such command `generat`" in shown
    assert (ESCAPE in shown) is coloured


def test_what_is_piped_is_plain(environ: dict[str, str]) -> None:
    done = subprocess.run(
        (sys.executable, "-m", "specloom", "payload", "skills_video", CALL[2]),
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, **environ, "TERM": "xterm"},
        check=True,
    )
    assert ESCAPE not in done.stdout + done.stderr
