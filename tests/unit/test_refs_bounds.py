"""References that may not be followed: other folders, the network, data."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from specloom.diagnostics import Report
from specloom.spec import document, refs

from tests.bundling import api, bundle, codes


@pytest.mark.parametrize(
    "ref",
    [
        "/etc/passwd",
        "../outside.json",
        "sub/../../outside.json",
        "..\\outside.json",
        "%2e%2e/outside.json",
        "file:///etc/passwd",
        "link.json",
        "linked/outside.json",
        "//host.test/x.json",
        "c:/x.json",
        "ftp://host.test/x.json",
    ],
)
def test_a_reference_that_leaves_the_folder_is_refused(
    ref: str, tmp_path: Path
) -> None:
    folder = tmp_path / "api"
    folder.mkdir()
    (tmp_path / "outside.json").write_text('{"description": "SECRET"}')
    os.symlink(tmp_path / "outside.json", folder / "link.json")
    os.symlink(tmp_path, folder / "linked")
    data, report = bundle(folder, {"main.json": api({"A": {"$ref": ref}})})
    assert data["components"]["schemas"]["A"] == {}
    (found,) = report
    assert (found.code, found.severity) == ("SPEC011", "error")
    assert found.pointer == "/components/schemas/A"
    assert "SECRET" not in json.dumps(data)


def test_the_folder_that_may_be_read_can_be_widened(tmp_path: Path) -> None:
    folder = tmp_path / "api"
    folder.mkdir()
    (tmp_path / "shared.json").write_text('{"type": "string"}')
    ref = {"main.json": api({"A": {"$ref": "../shared.json"}})}
    data, report = bundle(folder, ref, folder=tmp_path)
    assert data["components"]["schemas"]["A"] == {"type": "string"}
    assert not len(report)


@pytest.mark.parametrize("ref", ["http://127.0.0.1:9/x.json", "https://a.test/x#/A"])
def test_the_network_is_not_asked_unless_allowed(ref: str, tmp_path: Path) -> None:
    data, report = bundle(tmp_path, {"main.json": api({"A": {"$ref": ref}})})
    assert codes(report) == ["SPEC012"]
    assert report.items[0].severity == "error"
    assert "--allow-remote-refs" in (report.items[0].hint or "")
    assert data["components"]["schemas"]["A"] == {}


def test_relative_files_of_standard_input_have_no_folder() -> None:
    text = json.dumps(api({"A": {"$ref": "pet.json"}})).encode()
    report = Report()
    refs.bundle(document.parse(text, "<stdin>", "-"), report)
    assert codes(report) == ["SPEC011"]


def test_example_and_documentation_urls_are_data(tmp_path: Path) -> None:
    example = {"externalValue": "http://127.0.0.1:9/x"}
    data, report = bundle(
        tmp_path,
        {
            "main.json": api(
                {
                    "A": {
                        "example": {"$ref": "http://127.0.0.1:9/x"},
                        "default": {"$ref": 5},
                        "enum": [{"$ref": "/etc/passwd"}],
                        "x-data": {"$ref": "../.."},
                        "properties": {"$ref": {"type": "string"}},
                    }
                },
                externalDocs={"url": "http://127.0.0.1:9/docs"},
            )
            | {"components": {"examples": {"e": example}}},
        },
    )
    assert not len(report)
    assert data["components"]["examples"]["e"] == example
