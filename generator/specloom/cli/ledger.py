"""The ledger of one description in figures: how much of it is whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from specloom.pipeline import Loaded

_LOSING = frozenset({"degraded", "dropped"})


def figures(name: str, loaded: Loaded) -> dict[str, Any]:
    """Return the row that --json prints: totals, what is whole, effects and codes.

    `kept` counts operations that have a method, `whole` those of which nothing was
    lost; `percent` is the share of the whole ones.
    """
    api, report = loaded.api, loaded.report
    dropped = len(report.dropped("operation"))
    touched = [item.pointer for item in report if item.effect in _LOSING]
    kept = len(api.operations)
    operations = [item.pointer for item in api.operations]
    schemas = [item.pointer for item in api.schemas.values()]
    return {
        "event": "ledger",
        "name": name,
        "operations": {"kept": kept} | _share(operations, touched, kept + dropped),
        "schemas": _share(schemas, touched, len(schemas)),
        "effects": _counted(item.effect for item in report),
        "codes": _counted(item.code for item in report),
    }


def text(row: dict[str, Any]) -> str:
    """Return the shares in words: `99.3 % of operations and 100 % of schemas`."""
    shares = (f"{row[kind]['percent']:g} %" for kind in ("operations", "schemas"))
    return "whole: {} of operations, {} of schemas".format(*shares)


def _share(
    pointers: Collection[str], touched: Collection[str], total: int
) -> dict[str, Any]:
    whole = sum(not _is_touched(pointer, touched) for pointer in pointers)
    percent = 100.0 if total == 0 else round(100 * whole / total, 1)
    return {"total": total, "whole": whole, "percent": percent}


def _is_touched(pointer: str, touched: Collection[str]) -> bool:
    return any(at == pointer or at.startswith(f"{pointer}/") for at in touched)


def _counted(found: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(found).items()))
