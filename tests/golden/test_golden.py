"""Each golden document gives the client that lies beside it, byte for byte."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from specloom.spec import document

from tests.golden import cases


@pytest.mark.parametrize("case", cases.every())
def test_a_document_gives_the_client_beside_it(case: str) -> None:
    expected, found = cases.kept(case), cases.made(cases.ROOT / case)
    assert sorted(found) == sorted(expected)
    for path, text in found.items():
        hint = f"python -m tests.golden.cases {case}"
        assert text == expected[path], f"{case}/{path} differs; {hint} accepts it"


@pytest.mark.parametrize("case", cases.every())
def test_the_order_of_a_documents_keys_says_nothing(case: str, tmp_path: Path) -> None:
    folder = cases.ROOT / case
    source = next(folder.glob("document.*"))
    turned = _turned(document.read(source).data)
    beside = shutil.ignore_patterns("expected", source.name)
    copied = shutil.copytree(folder, tmp_path / case, ignore=beside)
    (copied / source.name).write_text(json.dumps(turned), encoding="utf-8")
    expected, found = cases.kept(case), cases.made(copied)
    for path in expected.keys() - {"ledger.txt"}:
        assert found[path] == expected[path], path


def _turned(value: object) -> object:
    """Return a document with the keys of every object in the other order."""
    if isinstance(value, dict):
        return {key: _turned(item) for key, item in reversed(value.items())}
    if isinstance(value, list):
        return [_turned(item) for item in value]
    return value
