"""Start-up: importing a client of 500 models, and the first call after it.

Every figure is of processes of their own: the interpreter's start is not counted, what
the code itself loads is.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Mapping

from . import clients
from .server import serving
from .timing import Row

_CHILD = """
import sys, time
before = set(sys.modules)
started = time.process_time()
{code}
spent = time.process_time() - started
loaded = {{name.partition(".")[0] for name in set(sys.modules) - before}}
ours = {{"bench_ours", "bench_theirs"}}
import json
others = sorted(loaded - set(sys.stdlib_module_names) - ours)
print(json.dumps([spent, [name for name in others if name[0] != "_"]]))
"""
_FIRST = """
from bench_ours import BenchOurs
with BenchOurs(api_key="k", base_url="{url}") as client:
    assert client.{call}("res_0").id == "res_0"
"""
_BY_HAND = """
import httpx, pydantic
class Thing(pydantic.BaseModel):
    id: str
    object: str
    created: int
    amount: int | None = None
    currency: str | None = None
    livemode: bool | None = None
    status: str
    description: str | None = None
    metadata: dict[str, str] | None = None
    tags: list[str] | None = None
with httpx.Client(base_url="{url}") as client:
    answer = client.get("/v1/things000/res_0")
    assert Thing.model_validate_json(answer.content).id == "res_0"
"""
_THEIRS = """
from bench_theirs.client import AuthenticatedClient
from bench_theirs.api.group0 import get_thing_000
with AuthenticatedClient(base_url="{url}", token="k") as client:
    assert get_thing_000.sync("res_0", client=client).id == "res_0"
"""


def importing(quick: bool) -> list[Row]:
    """Measure imports and first calls."""
    rounds = 3 if quick else 7
    plain = {
        "specloom, 500 models": "import bench_ours",
        "specloom, its client class": "from bench_ours import BenchOurs",
        "openapi-python-client, 500 models": "import bench_theirs.models",
        "openai": "import openai",
        "anthropic": "import anthropic",
        "httpx + pydantic": "import httpx, pydantic",
    }
    found = [_imported(who, times) for who, times in _rounds(plain, rounds).items()]
    with serving() as url:
        first = {
            "httpx + pydantic by hand": _BY_HAND.format(url=url),
            "specloom": _FIRST.format(url=url, call="group0.get_thing000"),
            "specloom, a model of many": _FIRST.format(
                url=url,
                call="group9.get_thing495",
            ),
            "openapi-python-client": _THEIRS.format(url=url),
        }
        times = _rounds(first, rounds)
    base = _median(times["httpx + pydantic by hand"])
    return found + [_called(who, spent, base) for who, spent in times.items()]


def _imported(who: str, seen: list[tuple[float, list[str]]]) -> Row:
    loaded = seen[0][1]
    shown = f"loads {len(loaded)} third-party packages" if loaded else "loads none"
    target = "<= 5 ms, none" if who == "specloom, 500 models" else ""
    return Row("import", who, f"{_median(seen) * 1e3:,.1f} ms, {shown}", "", target)


def _called(who: str, seen: list[tuple[float, list[str]]], base: float) -> Row:
    spent = _median(seen)
    text = f"{spent * 1e3:,.0f} ms"
    if spent != base:
        text += f" ({(spent - base) * 1e3:+,.0f} ms)"
    target = "<= +50 ms and 1.5 ms a model" if who.startswith("specloom") else ""
    return Row("import and first typed call", who, text, "", target)


def _median(seen: list[tuple[float, list[str]]]) -> float:
    return statistics.median(spent for spent, _ in seen)


def _rounds(
    codes: Mapping[str, str],
    rounds: int,
) -> dict[str, list[tuple[float, list[str]]]]:
    """Run every piece of code in every round; the first round only warms caches."""
    found: dict[str, list[tuple[float, list[str]]]] = {name: [] for name in codes}
    for number in range(rounds + 1):
        for name, code in codes.items():
            seen = _run(code)
            if number:
                found[name].append(seen)
    return found


def _run(code: str) -> tuple[float, list[str]]:
    command = [sys.executable, "-c", _CHILD.format(code=code)]
    environ = {"PYTHONPATH": str(clients.folder()), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        command,
        check=True,
        capture_output=True,
        env=environ,
        timeout=120,
    )
    spent, loaded = json.loads(done.stdout)
    return spent, loaded
