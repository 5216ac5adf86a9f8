"""The READMEs of the five clients as they are printed, and their payload templates."""

from __future__ import annotations

import asyncio
import re
from typing import Any

import pytest

from tests.systems import KEYS, Bench, System, folder, package

SYSTEMS = tuple(KEYS)


def examples(name: str, system: System) -> list[str]:
    """Return the examples, led to the stand-in."""
    text = (folder(name) / "README.md").read_text("utf-8")
    found = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    where = f"(base_url={system.url!r})\n"
    return [re.sub(r"(client = \w+)\(\)\n", rf"\1{where}", code) for code in found]


@pytest.mark.parametrize("name", SYSTEMS)
def test_the_examples_of_a_readme_run(
    bench: Bench, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    system = bench.start(name)
    bench.env.setenv(KEYS[name], "test-key")
    bench.env.syspath_prepend(str(folder(name)))
    assert package(name)
    blocking, awaited = examples(name, system)
    capsys.readouterr()
    for code in (blocking, awaited):
        scope: dict[str, Any] = {}
        exec(compile(code, f"{name}/README.md", "exec"), scope)
        if "main" in scope:
            asyncio.run(scope["main"]())
    shown = capsys.readouterr().out.splitlines()
    assert len(shown) == 2
    assert all(shown)
    assert system.creates == 2


@pytest.mark.parametrize("name", SYSTEMS)
def test_every_payload_template_is_accepted_by_its_own_check(
    bench: Bench, name: str
) -> None:
    paths = sorted((folder(name) / "payloads").glob("*.json"))
    assert paths
    for path in paths:
        ran = bench.run("payload", name, path.stem, "--check", str(path))
        assert ran.code == 0, (path.stem, ran.err)
