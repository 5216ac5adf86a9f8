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


def test_how_to_go_on_names_the_overlay_that_declares_the_job(
    specloom: Specloom, simulated: Simulated, tmp_path: Path
) -> None:
    whole = ROOT / "tests" / "data" / "openapi.yaml"
    text = whole.read_text("utf-8")
    begin = text.index("      x-specloom-job:")
    end = text.index("      requestBody:", begin)
    plain, overlay = tmp_path / "plain.yaml", tmp_path / "my overlay.yaml"
    plain.write_text(text[:begin] + text[end:], "utf-8")
    assert specloom("infer", plain, "--output", overlay).code == 0
    described = (str(plain), "--overlay", str(overlay))
    where = ("--base-url", simulated("happy", whole))
    call = ("call", *described, "portraits.create", "--set", "pet=Rex", "--detach")
    told = specloom(*call, *where).err.splitlines()[-1]
    program, *words = shlex.split(told.removeprefix("go on with: "))
    assert program == "specloom"
    assert words[1:4] == list(described)
    assert specloom(*words, "--poll-interval", "0.2").code == 0
