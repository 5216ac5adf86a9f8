"""Independent judges of generated packages: mypy, pyright, ruff, and a bare import.

python -m tests.judges FOLDER...    every package below; exit 1 when one finds fault
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

RUFF_RULES = "E4,E7,E9,F,I,UP,B"
_IMPORT = (
    "import importlib, pkgutil, sys, warnings; warnings.simplefilter('error');"
    "package = importlib.import_module(sys.argv[1]);"
    "[importlib.import_module(found.name) for found in"
    " pkgutil.walk_packages(package.__path__, package.__name__ + '.')]"
)


@dataclass(slots=True)
class Verdicts:
    """Faults by judge and package; the text is kept for the reader."""

    faults: dict[str, Counter[str]] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    def add(self, judge: str, package: str, line: str) -> None:
        """Note one fault."""
        self.faults.setdefault(judge, Counter())[package] += 1
        self.lines.append(f"{judge}: {line}")

    def of(self, judge: str, package: str) -> int:
        """Return how many faults a judge found in a package."""
        return self.faults.get(judge, Counter())[package]


def packages(folder: Path) -> list[Path]:
    """Return the top-most packages below a folder."""
    found = [path.parent for path in sorted(folder.rglob("__init__.py"))]
    return [path for path in found if not (path.parent / "__init__.py").exists()]


def judge(folders: Sequence[Path]) -> Verdicts:
    """Run every judge over the packages in these folders, each judge once."""
    verdicts = Verdicts()
    found = [package for folder in folders for package in packages(folder)]
    if not found:
        verdicts.add("judges", "-", "no package found")
        return verdicts
    style(found, verdicts)
    for run in (_mypy, _pyright, _imports):
        run(found, verdicts)
    return verdicts


def style(found: list[Path], verdicts: Verdicts) -> None:
    """Let ruff look for faults and for lines its formatter would change."""
    _ruff_check(found, verdicts)
    _ruff_format(found, verdicts)


def _run(
    *command: str, cwd: Path | None = None, seconds: float = 3000
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, timeout=seconds, check=False
    )


def _tool(name: str) -> str:
    return str(Path(sys.executable).parent / name)


def _owner(path: str, found: Iterable[Path]) -> str:
    for package in found:
        if str(package) + "/" in path:
            return package.name
    return "-"


def _ruff_check(found: list[Path], verdicts: Verdicts) -> None:
    result = _run(
        *(_tool("ruff"), "check", "--isolated", "--no-cache", "--select", RUFF_RULES),
        *("--target-version", "py311", "--output-format", "concise"),
        *map(str, found),
    )
    for line in result.stdout.splitlines():
        if re.search(r":\d+:\d+: ", line):
            owner = _owner(str(Path(line.split(":")[0]).resolve()), found)
            verdicts.add("ruff", owner, line)


def _ruff_format(found: list[Path], verdicts: Verdicts) -> None:
    result = _run(
        *(_tool("ruff"), "format", "--isolated", "--no-cache", "--check"),
        *("--target-version", "py311"),
        *map(str, found),
    )
    for line in (result.stdout + result.stderr).splitlines():
        if line.startswith("Would reformat") or "error" in line.lower():
            path = str(Path(line.partition(": ")[2] or ".").resolve())
            verdicts.add("format", _owner(path, found), line)


def _mypy(found: list[Path], verdicts: Verdicts) -> None:
    with tempfile.TemporaryDirectory() as cache:
        for group in _apart(found):
            result = _run(
                *(
                    sys.executable,
                    "-m",
                    "mypy",
                    "--strict",
                    "--config-file",
                    "/dev/null",
                ),
                *("--cache-dir", cache, "--no-error-summary", "--hide-error-context"),
                *("--explicit-package-bases", "--namespace-packages"),
                *map(str, group),
            )
            _mypy_lines(result, found, verdicts)


def _mypy_lines(
    result: subprocess.CompletedProcess[str], found: list[Path], verdicts: Verdicts
) -> None:
    for line in (result.stdout + result.stderr).splitlines():
        if ": error:" in line or "error:" in line[:7]:
            owner = _owner(str(Path(line.split(":")[0]).resolve()), found)
            verdicts.add("mypy", owner, line)
    if result.returncode not in (0, 1):
        verdicts.add("mypy", "-", (result.stdout + result.stderr)[-500:])


def _apart(found: list[Path]) -> list[list[Path]]:
    """Group packages so that no two of one name are checked together."""
    groups: list[list[Path]] = []
    for package in found:
        for group in groups:
            if package.name not in {other.name for other in group}:
                group.append(package)
                break
        else:
            groups.append([package])
    return groups


def _pyright(found: list[Path], verdicts: Verdicts) -> None:
    """Run pyright once; it reads includes only below its own configuration."""
    root = Path(os.path.commonpath([package.parent for package in found]))
    settings = {
        "include": [str(package.relative_to(root)) for package in found],
        "extraPaths": sorted(
            {str(package.parent.relative_to(root)) for package in found}
        ),
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
    }
    config = root / f".pyright-judge-{os.getpid()}.json"
    config.write_text(json.dumps(settings), encoding="utf-8")
    try:
        result = _run(
            *(sys.executable, "-m", "pyright", "--outputjson"),
            *("--project", str(config), "--pythonpath", sys.executable),
        )
    finally:
        config.unlink()
    _pyright_lines(result, found, verdicts)


def _pyright_lines(
    result: subprocess.CompletedProcess[str], found: list[Path], verdicts: Verdicts
) -> None:
    try:
        answer = json.loads(result.stdout)
    except ValueError:
        verdicts.add("pyright", "-", (result.stdout + result.stderr)[-500:])
        return
    if answer["summary"]["filesAnalyzed"] < len(found):
        verdicts.add("pyright", "-", f"only read {answer['summary']}")
    for item in answer["generalDiagnostics"]:
        if item["severity"] == "error":
            line = item["range"]["start"]["line"] + 1
            text = f"{item['file']}:{line}: {item['message'].splitlines()[0]}"
            owner = _owner(item["file"], found)
            verdicts.add("pyright", owner, f"{text} [{item.get('rule', '')}]")


def _imports(found: list[Path], verdicts: Verdicts) -> None:
    for package in found:
        command = (sys.executable, "-c", _IMPORT, package.name)
        result = _run(*command, cwd=package.parent, seconds=300)
        if result.returncode != 0:
            last = result.stderr.strip().splitlines()[-1:] or ["no message"]
            verdicts.add("import", package.name, f"{package.name}: {last[0]}")


def main(arguments: Sequence[str]) -> int:
    """Judge the folders named on the command line."""
    verdicts = judge([Path(argument).resolve() for argument in arguments])
    for line in verdicts.lines:
        print(line)
    print(f"{len(verdicts.lines)} faults found by mypy, pyright, ruff and import")
    return 1 if verdicts.lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["generated"]))
