"""Break named schemas that lead back to themselves by references and unions alone.

Such a schema adds nothing to itself: `A = B | int`, `B = A | text` both mean
`int | text`, and `A = A` means any value. A circle through a property or an item is
an ordinary recursive type, and stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from specloom import ir
from specloom.diagnostics import Diagnostic, Report
from specloom.spec import unions


def broken(named: Mapping[str, ir.Named], report: Report) -> dict[str, ir.Named]:
    """Return the named schemas, none of them a part of itself."""
    return {key: _straight(item, named, report) for key, item in named.items()}


def _straight(
    item: ir.Named, named: Mapping[str, ir.Named], report: Report
) -> ir.Named:
    if not isinstance(item.schema, ir.Ref | ir.Union):
        return item
    seen: set[str] = set()
    arms = list(_leaves(item.schema, named, seen))
    if item.key not in seen:
        return item
    meta = item.schema.meta
    _tell(item.pointer, bool(arms), report)
    if not arms:
        return replace(item, schema=ir.Anything(meta=meta))
    schema = unions.union(arms, exactly_one=False, meta=meta)
    return replace(item, schema=schema)


def _leaves(
    schema: ir.Schema, named: Mapping[str, ir.Named], seen: set[str]
) -> Iterator[ir.Schema]:
    """Yield what is reached by references and unions; `seen` are the names passed."""
    match schema:
        case ir.Union(arms=arms):
            for arm in arms:
                yield from _leaves(arm, named, seen)
        case ir.Ref(name=name) if name in named:
            target = named[name].schema
            if not isinstance(target, ir.Ref | ir.Union):
                yield schema
            elif name not in seen:
                seen.add(name)
                yield from _leaves(target, named, seen)
        case _:
            yield schema


def _tell(pointer: str, grounded: bool, report: Report) -> None:
    rest = "that part is left out" if grounded else "any value fits"
    report.add(
        Diagnostic(
            code="SPEC066",
            message=f"The schema refers to itself as one of its own variants; {rest}.",
            pointer=pointer,
            effect="repaired" if grounded else "degraded",
            subject="schema",
        )
    )
