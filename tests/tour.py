"""Every command once, on real descriptions, printed as a person would see it.

    python -m tests.tour [--corpus DIR]

Ends with 1 when a command ended in another code than expected.
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CORPUS = Path(os.environ.get("SPECLOOM_CORPUS", ROOT.parent / "shared" / "corpus"))
LONGEST = 40
"""Lines of output that are shown of one command."""
MODEL = "generation.kling_v2_6"


def commands(corpus: Path, folder: Path, url: str) -> Iterator[tuple[int, str]]:
    """Yield every command line with the exit code it has to end in."""
    github = corpus / "github-2022.json"
    specs = ["skills_video", "mediaio"]
    specs += [str(github)] if github.is_file() else []
    out = shlex.quote(str(folder))
    yield 0, "--version"
    yield 0, "--help"
    for spec in specs:
        yield 0, f"inspect {spec}"
        yield 0, f"lint {spec}"
        yield 0, f"infer {spec}"
        yield 0, f"diff {spec} {spec}"
        yield 24, f"explain {spec} --status 429"
        name = Path(spec).stem
        yield 0, f"generate --spec {spec} --output {out}/{name}"
    yield 0, "init skills_video --name tour"
    yield 0, "generate"
    yield 0, "generate --check"
    yield 0, f"inspect skills_video {MODEL} --template"
    for form in ("json", "yaml", "python", "curl"):
        yield 0, f"payload skills_video {MODEL} --format {form}"
    filled = f"{out}/filled.yaml"
    yield 0, f"payload skills_video {MODEL} --format yaml --output {filled}"
    yield 0, f"payload skills_video {MODEL} --check {filled}"
    yield 0, f"payload skills_video generation.kling_v3_video --migrate {filled}"
    yield 0, "auth skills_video"
    yield 20, 'explain skills_video --status 402 --body \'{"message": "top up"}\''
    yield 0, "explain-code SPEC021"
    yield (
        0,
        f"call skills_video {MODEL} --set prompt=rain --base-url {url} --download {out}",
    )
    yield 12, f"status skills_video nothing --base-url {url}"
    yield 25, f"cancel skills_video nothing --base-url {url}"
    yield 11, f"wait skills_video nothing --base-url {url} --timeout 2"
    yield 22, f"call skills_video {MODEL} --set promt=rain --base-url {url}"
    yield 2, "inpsect skills_video"
    yield 0, "completion bash"
    yield 0, "demo"


def main() -> int:
    """Run the tour; 1 when a command surprised."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    given = parser.parse_args()
    surprises = []
    with tempfile.TemporaryDirectory() as folder, simulated() as url:
        for expected, line in commands(given.corpus, Path(folder), url):
            code = shown(line, Path(folder))
            if code != expected:
                surprises.append(f"{line}: {code}, expected {expected}")
    for surprise in surprises:
        print(f"SURPRISE {surprise}")
    return 1 if surprises else 0


def shown(line: str, folder: Path) -> int:
    """Run one command line and print what it prints, cut to a readable length."""
    print(f"\n$ specloom {line}", flush=True)
    done = subprocess.run(
        (sys.executable, "-m", "specloom", *shlex.split(line)),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=folder,
        env={**os.environ, "SKILLS_VIDEO_API_KEY": "k"},
        check=False,
    )
    lines = done.stdout.splitlines()
    print("\n".join(text[:160] for text in lines[:LONGEST]))
    if len(lines) > LONGEST:
        print(f"... {len(lines) - LONGEST} more lines")
    print(f"-> {done.returncode}", flush=True)
    return done.returncode


@contextmanager
def simulated() -> Iterator[str]:
    """Serve the first description for the commands that call."""
    process = subprocess.Popen(
        (sys.executable, "-m", "specloom", "simulate", "skills_video"),
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    print(f"\n$ specloom simulate skills_video\n{line}", flush=True)
    try:
        yield str(json.loads(line)["url"])
    finally:
        process.terminate()
        process.wait(10)


if __name__ == "__main__":
    sys.exit(main())
