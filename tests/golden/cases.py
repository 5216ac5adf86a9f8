"""Golden cases: a folder with a document and the client that must come out of it.

    tests/golden/<case>/document.yaml     (or document.json)
                        overlay.yaml      when the case is about one
                        chosen.txt        `only PATTERN` or `exclude PATTERN`, one a line,
                                          when the case is about a choice of operations
                        shown.txt         what of the client the case is about, a pattern
                                          a line; everything where there is none
                        expected/         these files, but the runtime and the hashes
                        ledger.txt        what is reported, one finding a line

Copy a folder, change the document, run `python -m tests.golden.cases CASE...` (all
cases when none is named), read the difference that version control shows.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fnmatch import fnmatch
from pathlib import Path

from specloom import pipeline
from specloom.output import File
from specloom.selection import select

ROOT = Path(__file__).resolve().parent
PACKAGE = "client"


def every() -> list[str]:
    """Return the names of all cases."""
    return sorted(path.name for path in ROOT.iterdir() if _document(path) is not None)


def made(folder: Path) -> dict[str, str]:
    """Return path -> text of what the document of a folder gives now."""
    document = _document(folder)
    assert document is not None, f"{folder} has no document"
    overlay = folder / "overlay.yaml"
    loaded = pipeline.read_api(document, [overlay] if overlay.is_file() else [])
    files = pipeline.generate(_chosen(loaded, folder), package=PACKAGE)
    wanted = _patterns(folder)
    found = {
        f"expected/{path}": text
        for path, text in _shown(files)
        if any(fnmatch(path, pattern) for pattern in wanted)
    }
    ledger = "".join(_ledger(loaded)).replace(f"{folder}/", "")
    return {**found, "ledger.txt": ledger}


def _chosen(loaded: pipeline.Loaded, folder: Path) -> pipeline.Loaded:
    """Return what `chosen.txt` leaves of a document; all of it where there is none."""
    file = folder / "chosen.txt"
    lines = file.read_text("utf-8").splitlines() if file.is_file() else []
    words = [line.split(" ", 1) for line in lines]
    only, exclude = (
        [pattern for kind, pattern in words if kind == wanted]
        for wanted in ("only", "exclude")
    )
    return replace(loaded, api=select(loaded.api, only, exclude))


def kept(case: str) -> dict[str, str]:
    """Return path -> text of what a case expects."""
    folder = ROOT / case
    files = [*folder.glob("expected/**/*"), folder / "ledger.txt"]
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in files
        if path.is_file() and path.suffix != ".pyc"
    }


def rewrite(case: str) -> None:
    """Make what comes out now the expectation."""
    folder = ROOT / case
    shutil.rmtree(folder / "expected", ignore_errors=True)
    for path, text in made(folder).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def _document(folder: Path) -> Path | None:
    candidates = (folder / f"document.{end}" for end in ("yaml", "json"))
    return next((path for path in candidates if path.is_file()), None)


def _patterns(folder: Path) -> list[str]:
    shown = folder / "shown.txt"
    return shown.read_text("utf-8").split() if shown.is_file() else ["*"]


def _shown(files: Sequence[File]) -> Iterator[tuple[str, str]]:
    """Yield what a case keeps: no runtime, no hashes, no version of ours."""
    for file in files:
        if f"{PACKAGE}/_runtime/" in file.path:
            continue
        text = file.text
        if file.path.endswith("specloom.json"):
            manifest = json.loads(text)
            for name in ("files", "generator", "document"):
                del manifest[name]
            text = json.dumps(manifest, indent=1, ensure_ascii=False) + "\n"
        yield file.path, text


def _ledger(loaded: pipeline.Loaded) -> Iterator[str]:
    for item in loaded.report:
        yield f"{item.severity} {item.code} {item.pointer or '/'}: {item.message}\n"


if __name__ == "__main__":
    for name in sys.argv[1:] or every():
        rewrite(name)
        print(name)
