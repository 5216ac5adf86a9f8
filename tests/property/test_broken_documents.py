"""Documents broken at random places end in a client that compiles, or in a refusal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from specloom import output, pipeline
from specloom.diagnostics import SpecError
from specloom.location import join
from specloom.spec import document as documents

from tests import judges
from tests.mutations import mutated

_TESTS = Path(__file__).resolve().parents[1]
DOCUMENTS = sorted([*_TESTS.glob("golden/*/document.*"), _TESTS / "data/openapi.yaml"])
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


def broken(seed: int) -> Any:
    dice = Random(seed)
    return mutated(
        documents.read(dice.choice(DOCUMENTS)).data, dice, dice.randint(1, 6)
    )


def operations(data: Any) -> Iterator[tuple[str, str]]:
    """Yield key and pointer of what looks like an operation."""
    paths = data.get("paths")
    for path, item in paths.items() if isinstance(paths, dict) else ():
        for method in METHODS:
            if isinstance(item, dict) and isinstance(item.get(method), dict):
                yield f"{method.upper()} {path}", join("/paths", path, method)


def client(data: Any, folder: Path) -> tuple[output.File, ...]:
    """Generate; what is lost is told, and a refusal says why."""
    source = folder / "api.json"
    source.write_text(json.dumps(data), encoding="utf-8")
    try:
        loaded = pipeline.read_api(source)
    except SpecError as refusal:
        if all(item.code and item.message for item in refusal.diagnostics):
            return ()
        raise
    told = {item.pointer for item in loaded.report}
    told |= {loaded.document.source(pointer).pointer for pointer in told}
    kept = {item.key for item in loaded.api.operations}
    for key, pointer in operations(data):
        assert key in kept or any(pointer.startswith(item) for item in told - {""})
    return pipeline.generate(loaded, package="client")


def check(seed: int, folder: Path) -> None:
    for file in client(broken(seed), folder):
        if file.path.endswith(".py") and "/_runtime/" not in file.path:
            compile(file.text, file.path, "exec")


SEEDS = st.integers(0, 2**32)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("broken")


@settings(max_examples=50)
@given(SEEDS)
def test_a_broken_document_is_a_client_or_a_refusal(folder: Path, seed: int) -> None:
    check(seed, folder)


@pytest.mark.slow
@settings(max_examples=3000)
@given(SEEDS)
def test_many_broken_documents_are_clients_or_refusals(folder: Path, seed: int) -> None:
    check(seed, folder)


@pytest.mark.slow
def test_judges_find_no_fault_in_clients_of_broken_documents(tmp_path: Path) -> None:
    for seed in range(20):
        output.write(client(broken(seed), tmp_path), tmp_path / f"n{seed}")
    assert not judges.judge([tmp_path]).lines
