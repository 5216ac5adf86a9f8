"""The corpus: a row per published description, and a total.

    python -m tests.corpus [--corpus DIR] [--only GLOB] [--quick] [--json FILE]

Each document is generated twice (as it is, and with shuffled keys), validated in the
3.1 dialect, imported, checked by mypy, pyright and ruff, and its operations are sent
and answered (`roundtrip`).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from openapi_spec_validator import OpenAPIV31SpecValidator
from referencing.exceptions import Unresolvable

from tests import judges, roundtrip

ROOT = Path(__file__).resolve().parents[1]
DEFAULT = Path(os.environ.get("SPECLOOM_CORPUS", ROOT.parent / "shared" / "corpus"))
_ENDINGS = (".json", ".yaml", ".yml")
_ENTRIES = {"heyapi-full-3.1": "full.yaml"}
"""Folders of several files -> the file to begin with."""


@dataclass(slots=True)
class Row:
    """What happened to one document."""

    name: str
    version: str = "?"
    operations: int = 0
    kept: int = 0
    ledger: int = 0
    seconds: float = 0.0
    valid: str = "-"
    """Whether openapi-spec-validator takes the document in the 3.1 dialect."""
    same: str = "-"
    imports: int = 0
    mypy: int = 0
    pyright: int = 0
    ruff: int = 0
    sent: str = "-"
    answered: str = "-"
    error: str = ""


def documents(folder: Path, only: str = "*") -> list[Path]:
    """Return the documents of a corpus folder, in order."""
    found = [path for path in folder.iterdir() if path.name.endswith(_ENDINGS)]
    found += [
        folder / name / entry
        for name, entry in _ENTRIES.items()
        if (folder / name / entry).is_file()
    ]
    return sorted(path for path in found if fnmatch(path.name, only))


def package_name(path: Path) -> str:
    """Return the package name of a document in this run."""
    return "p_" + re.sub(r"\W+", "_", path.stem.lower())


def generate(path: Path, output: Path, *, quick: bool) -> Row:
    """Generate one document; nothing it does ends the run."""
    from specloom import pipeline
    from specloom.output import write

    row = Row(path.name)
    started = time.process_time()
    try:
        loaded = pipeline.read_api(path)
        files = pipeline.generate(loaded, package=package_name(path))
        row.seconds = round(time.process_time() - started, 2)
        write(files, output / package_name(path))
        _count(row, loaded)
        row.valid = "yes" if _is_valid(loaded.document.data) else "NO"
        if not quick:
            row.same = "yes" if _shuffled(path, files) else "NO"
    except Exception as fault:  # a row tells every fault of ours, and goes on
        frames = traceback.extract_tb(fault.__traceback__)
        at = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}"
        row.error = f"{type(fault).__name__}: {fault}"[:200] + at
    return row


def _count(row: Row, loaded: Any) -> None:
    data = loaded.document.data
    row.version = str(data.get("openapi") or data.get("swagger"))
    dropped = len(loaded.report.dropped("operation"))
    row.kept = len(loaded.api.operations)
    row.operations = row.kept + dropped
    row.ledger = sum(1 for item in loaded.report if item.effect != "none")


def _is_valid(data: Any) -> bool:
    """Tell whether a document is valid; patterns are of ECMA, not of Python.

    The validator takes an extension among the paths for a path.
    """
    paths = {
        key: item for key, item in data.get("paths", {}).items() if key[:2] != "x-"
    }
    errors = OpenAPIV31SpecValidator({**data, "paths": paths}).iter_errors()
    try:
        return all(error.validator_value == "regex" for error in errors)
    except Unresolvable:  # a reference into nothing, which the ledger tells
        return False


def _shuffled(path: Path, files: Sequence[Any]) -> bool:
    """Tell whether the document with its keys shuffled gives the same bytes."""
    from specloom import pipeline
    from specloom.spec import document

    data = _shuffle(document.read(path).data, random.Random(7))
    with tempfile.TemporaryDirectory() as folder:
        twin = Path(folder) / f"{path.stem}.json"
        twin.write_text(json.dumps(data), encoding="utf-8")
        again = pipeline.generate(pipeline.read_api(twin), package=package_name(path))
    return {item.path: item.text for item in files} == {
        item.path: item.text for item in again
    }


def _shuffle(value: Any, dice: random.Random) -> Any:
    if isinstance(value, dict):
        keys = list(value)
        dice.shuffle(keys)
        return {key: _shuffle(value[key], dice) for key in keys}
    if isinstance(value, list):
        return [_shuffle(item, dice) for item in value]
    return value


def _work(job: tuple[Path, Path, bool]) -> tuple[Row, str]:
    path, output, quick = job
    sys.setrecursionlimit(3000)
    row = generate(path, output, quick=quick)
    if row.error or quick:
        return row, ""
    return row, _called(row, path, output / package_name(path))


def _called(row: Row, path: Path, folder: Path) -> str:
    from specloom import pipeline

    loaded = pipeline.read_api(path)
    result = roundtrip.run(loaded.document.data, package_name(path), folder)
    row.sent, row.answered = result.sent, result.answered
    faults = [line + _in_ledger(line, loaded.report) for line in result.faults]
    return "\n".join(f"{path.name}: {line}" for line in faults)


def _in_ledger(fault: str, report: Any) -> str:
    """Return what the ledger says about the operation of a fault."""
    method, _, rest = fault.partition(" ")
    template = rest.partition(" (")[0].replace("~", "~0").replace("/", "~1")
    place = f"/paths/{template}/{method.lower()}/"
    rows = [item for item in report if item.pointer.startswith(place)]
    told = [f"{item.code} {item.message}" for item in rows if item.effect != "none"]
    return f" | ledger: {'; '.join(told)}" if told else ""


def run(folder: Path, only: str, *, quick: bool, keep: Path | None) -> list[Row]:
    """Return the rows of all documents, judged."""
    output = keep or Path(tempfile.mkdtemp(prefix="corpus_"))
    jobs = [(path, output, quick) for path in documents(folder, only)]
    with ProcessPoolExecutor(max_workers=2) as pool:
        results = list(pool.map(_work, jobs))
    rows = [row for row, _ in results]
    print("\n".join(text for _, text in results if text))
    _judge(rows, [path for path, _, _ in jobs], output)
    if keep is None:
        shutil.rmtree(output, ignore_errors=True)
    return rows


def _judge(rows: list[Row], paths: list[Path], output: Path) -> None:
    verdicts = judges.judge([output])
    for line in verdicts.lines[:200]:
        print(line.replace(str(output), "."))
    for row, path in zip(rows, paths, strict=True):
        name = package_name(path)
        row.imports = verdicts.of("import", name)
        row.mypy = verdicts.of("mypy", name)
        row.pyright = verdicts.of("pyright", name)
        row.ruff = verdicts.of("ruff", name) + verdicts.of("format", name)


def show(rows: Sequence[Row]) -> None:
    """Print the table and its total."""
    head = [
        "kept",
        "ledger",
        "seconds",
        "valid",
        "same",
        "import",
        "mypy",
        "pyright",
        "ruff",
        "sent",
        "answered",
    ]
    print(f"{'document':44s} {'version':8s}", *(f"{word:>11s}" for word in head))
    for row in rows:
        cells = (
            f"{row.kept}/{row.operations}",
            *(row.ledger, row.seconds, row.valid, row.same, row.imports),
            *(row.mypy, row.pyright, row.ruff, row.sent, row.answered),
        )
        line = " ".join(f"{cell!s:>11s}" for cell in cells)
        print(f"{row.name[:44]:44s} {row.version:8s} {line} {row.error}")
    kept, known = sum(row.kept for row in rows), sum(row.operations for row in rows)
    faults = sum(row.imports + row.mypy + row.pyright + row.ruff for row in rows)
    failed = sum(1 for row in rows if row.error)
    print(
        f"total: {len(rows)} documents, {failed} failed, {kept} of {known} operations "
        f"kept, {faults} faults, {sum(row.seconds for row in rows):.1f} s"
    )
    print(
        f"round trips: {_share([row.sent for row in rows])} requests accepted by openapi-core, "
        f"{_share([row.answered for row in rows])} answers equal"
    )


def _share(cells: Sequence[str]) -> str:
    """Return the sum of cells such as `3/4`, and its percentage."""
    pairs = [cell.split("/") for cell in cells if "/" in cell]
    good, every = (sum(int(pair[index]) for pair in pairs) for index in (0, 1))
    return f"{good} of {every} ({100 * good / max(every, 1):.1f} %)"


def main() -> int:
    """Run the corpus; exit 1 when a document failed or a judge found fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=DEFAULT)
    parser.add_argument("--only", default="*")
    parser.add_argument("--quick", action="store_true", help="no second run, no calls")
    parser.add_argument("--keep", type=Path, help="leave the packages in this folder")
    parser.add_argument("--json", type=Path, help="write the rows to this file")
    given = parser.parse_args()
    if not given.corpus.is_dir():
        parser.error(f"no corpus at {given.corpus}: pass --corpus DIR")
    rows = run(given.corpus, given.only, quick=given.quick, keep=given.keep)
    show(rows)
    if given.json:
        given.json.write_text(json.dumps([asdict(row) for row in rows], indent=1))
    faulty = (row.error or row.imports or row.mypy or row.pyright for row in rows)
    return 1 if any(faulty) or any(row.ruff for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
