"""Time contenders side by side: rounds in turn, medians, ratios within a round."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Time:
    """What one contender needed (median seconds, and the median of the ratios)."""

    name: str
    cpu: float
    wall: float
    ratio: float
    """To the first contender, of the same round."""


def contest(
    contenders: Mapping[str, Work],
    *,
    rounds: int = 7,
    repeat: int = 1,
) -> tuple[Time, ...]:
    """Run all contenders in every round, in another order each time.

    Garbage is collected before each run and the collector is on during it, as it is
    for users. The first contender is what the others are compared with.
    """
    names = list(contenders)
    cpu: dict[str, list[float]] = {name: [] for name in names}
    wall: dict[str, list[float]] = {name: [] for name in names}
    for work in contenders.values():
        work()
    for number in range(rounds):
        for name in _turned(names, number):
            spent = _once(contenders[name], repeat)
            cpu[name].append(spent[0])
            wall[name].append(spent[1])
    first = cpu[names[0]]
    return tuple(
        Time(
            name,
            statistics.median(cpu[name]),
            statistics.median(wall[name]),
            statistics.median(
                mine / theirs for mine, theirs in zip(cpu[name], first, strict=True)
            ),
        )
        for name in names
    )


def _turned(names: Sequence[str], by: int) -> list[str]:
    by %= len(names)
    return [*names[by:], *names[:by]]


def _once(work: Work, repeat: int) -> tuple[float, float]:
    gc.collect()
    cpu, wall = time.process_time(), time.perf_counter()
    for _ in range(repeat):
        work()
    return (
        (time.process_time() - cpu) / repeat,
        (time.perf_counter() - wall) / repeat,
    )


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the report."""

    measure: str
    who: str
    figure: str
    ratio: str = ""
    target: str = ""


def rows(
    measure: str,
    times: Sequence[Time],
    figure: Callable[[float], str],
    *,
    target: str = "",
    ours: str = "specloom",
) -> list[Row]:
    """Return a line for every contender; ratios are of processor time."""
    return [
        Row(
            measure,
            item.name,
            figure(item.cpu),
            f"{item.ratio:.2f}",
            target if item.name == ours else "",
        )
        for item in times
    ]
