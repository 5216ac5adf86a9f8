"""Ctrl-C: the job runs on, its token is told, and it can be taken up again."""

from __future__ import annotations

import json
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Simulated, Specloom, counted

ROOT = Path(__file__).resolve().parents[2]


def test_an_interrupted_call_tells_the_token_and_how_to_go_on(
    specloom: Specloom, simulated: Simulated, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SKILLS_VIDEO_API_KEY", "k")
    url = simulated("stall")
    common = ("--base-url", url, "--json")
    call = ("call", "skills_video", "generation.kling_v2_6", "--set", "prompt=x")
    process = subprocess.Popen(
        (sys.executable, "-m", "specloom", *call, *common),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert process.stdout is not None
    for line in process.stdout:
        if json.loads(line)["event"] == "submitted":
            break
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert process.returncode == 130
    last = json.loads(out.splitlines()[-1])
    assert last["event"] == "detached"
    assert f"token: {last['token']}" in err
    (told,) = (line for line in err.splitlines() if line.startswith("go on with: "))
    read = specloom("status", "skills_video", last["token"], *common)
    assert (read.code, read.last["job_id"]) == (0, last["job_id"])
    program, *words = shlex.split(told.removeprefix("go on with: "))
    assert program == "specloom"
    ended = specloom(*words, "--json", "--poll-interval", "0.2")
    assert (ended.code, ended.last["job_id"]) == (0, last["job_id"])
    assert counted(url) == 1
