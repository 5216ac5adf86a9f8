"""The runtime passes the strictest settings as it is emitted into every package."""

from __future__ import annotations

from pathlib import Path

import pytest
from specloom import output
from specloom.python import layout, vendor

from tests import apis
from tests.judges import judge


@pytest.mark.slow
def test_no_judge_finds_fault_with_the_emitted_runtime(tmp_path: Path) -> None:
    package = layout.plan(apis.everything(), package="carrier")
    output.write(vendor.files(package), tmp_path)
    (tmp_path / "carrier" / "__init__.py").write_text('"""Carries a runtime."""\n')
    (tmp_path / "carrier" / "py.typed").touch()
    faults = judge([tmp_path]).lines
    assert not faults, "\n".join(faults)
