"""Clients of the synthetic document: ours, and one of another generator."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from specloom import output, pipeline
from specloom.python.binding import Bound, bind

from .document import document

OURS, THEIRS = "bench_ours", "bench_theirs"


@cache
def folder() -> Path:
    """Return a folder of both generated packages, made once in a run."""
    found = Path(mkdtemp(prefix="specloom-bench-"))
    source = found / "openapi.json"
    source.write_text(json.dumps(document()), encoding="utf-8")
    loaded = pipeline.read_api(source)
    assert not loaded.report.errors, loaded.report.errors[:3]
    output.write(pipeline.generate(loaded, package=OURS, layout="package"), found)
    _theirs(source, found)
    return found


def _theirs(source: Path, found: Path) -> None:
    settings = found / "settings.yaml"
    settings.write_text(
        f"package_name_override: {THEIRS}\npost_hooks: []\n",
        encoding="utf-8",
    )
    tool = Path(sys.executable).with_name("openapi-python-client")
    command = [str(tool), "generate", "--path", str(source), "--meta", "none"]
    command += ["--config", str(settings), "--output-path", str(found / THEIRS)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)


@cache
def small() -> Bound:
    """Return the document with few models, bound in memory: for jobs."""
    source = Path(mkdtemp(prefix="specloom-bench-")) / "openapi.json"
    source.write_text(json.dumps(document(5)), encoding="utf-8")
    return bind(pipeline.read_api(source).api)
