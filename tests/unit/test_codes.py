"""Every code that is used is explained, and every explanation is used."""

from __future__ import annotations

import re
from pathlib import Path

from specloom.codes import CODES

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "generator" / "specloom"


def used() -> set[str]:
    texts = (
        path.read_text("utf-8")
        for path in SOURCE.rglob("*.py")
        if path.name != "diagnostics.py"
        and path.relative_to(SOURCE).parts[0] not in ("cli", "codes")
    )
    return {
        code for text in texts for code in re.findall(r"\b(?:SPEC|JOB)\d{3}\b", text)
    }


def test_every_code_that_is_used_is_explained_and_none_is_explained_in_vain() -> None:
    assert used() == set(CODES)


def test_the_page_of_diagnostics_says_what_the_command_says() -> None:
    page = (ROOT / "docs" / "diagnostics.md").read_text("utf-8")
    rows = [f"| `{key}` | {code.title} | {code.text} |" for key, code in CODES.items()]
    assert [line for line in page.splitlines() if line.startswith("| `")] == rows
