"""Print the table "Speed": the runtime beside others, in one run.

    python -m tests.bench [--quick] [--only events,typed,calls,waits,imports]

Contenders take turns in every round. Figures are medians of processor time; ratios are
medians of the ratios within a round, to the first contender of their measure (below 1
is faster). The garbage collector is on, and has just collected when a run starts.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from collections.abc import Callable
from datetime import date
from importlib.metadata import version

from .timing import Row

_LIBRARIES = (
    "httpx",
    "httpx-sse",
    "httpx2",
    "openai",
    "anthropic",
    "openapi-python-client",
    "pydantic",
    "h11",
)


def _sections() -> dict[str, Callable[[bool], list[Row]]]:
    from . import calls, events, imports, waits

    return {
        "events": events.decoding,
        "typed": events.typed,
        "calls": calls.calling,
        "imports": imports.importing,
        "waits": waits.waiting,
    }


def main() -> int:
    """Run what was asked for and print it as it comes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few rounds, small sizes")
    parser.add_argument("--only", default="", help="sections, by comma")
    given = parser.parse_args()
    sections = _sections()
    wanted = [name for name in given.only.split(",") if name] or list(sections)
    if unknown := sorted(set(wanted) - set(sections)):
        parser.error(
            f"no section {', '.join(unknown)}; there are {', '.join(sections)}"
        )
    print(_machine(), flush=True)
    started = time.monotonic()
    for name in wanted:
        _print(sections[name](given.quick))
    load = f"load {os.getloadavg()[0]:.1f} at the end"
    print(f"{time.monotonic() - started:,.0f} s in all, {load}")
    return 0


def _machine() -> str:
    """Say what the figures were measured on."""
    system = f"Python {platform.python_version()}, {platform.system()}"
    used = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    load = f"load {os.getloadavg()[0]:.1f} at the start, {date.today()}"
    return f"{system}, {os.cpu_count()} cores of {_processor()}, {load}\n{used}\n"


def _processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="ascii", errors="replace") as file:
            names = [
                line.partition(":")[2].strip() for line in file if "model name" in line
            ]
    except OSError:
        names = []
    return names[0] if names else platform.machine()


def _print(found: list[Row]) -> None:
    """Print lines as a table that reads well as text and as Markdown."""
    head = Row("measure", "who", "figure", "ratio", "target")
    cells = [
        (row.measure, row.who, row.figure, row.ratio, row.target)
        for row in (head, *found)
    ]
    widths = [max(len(row[at]) for row in cells) for at in range(5)]
    lines = [
        "| "
        + " | ".join(text.ljust(width) for text, width in zip(row, widths, strict=True))
        + " |"
        for row in cells
    ]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    print("\n".join(lines) + "\n", flush=True)


if __name__ == "__main__":
    sys.exit(main())
